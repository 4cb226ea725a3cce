/* cmd_completion.c - negosim completion: what makes a shell complete */
#include "command.h"
#include "completion.h"

#include <stdio.h>
#include <string.h>

enum error_code cmd_completion(const struct options *options, struct error *err)
{
    const char *shell = options->operand[0];
    char hint[300];

    for (size_t i = 0; i < n_completion; i++)
        if (strcmp(completions[i].shell, shell) == 0) {
            fputs(completions[i].script, stdout);
            return OK;
        }
    name_hint(n_completion, completions, sizeof *completions, shell, sizeof hint, hint);
    return error_set(err, ERR_USAGE, "no completion for '%s'%s", shell, hint);
}
