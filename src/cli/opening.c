/* opening.c - a scenario for a command, its mistakes printed */
#include "opening.h"

#include "loader.h"
#include "message.h"

#include <stdio.h>

static void print_all(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++)
        message_error(&problems->list[i]);
    if (problems->total > problems->n)
        fprintf(stderr, "negosim: and %zu more\n", problems->total - problems->n);
}

enum error_code opening_load(struct scenario *s, const struct request *request, int i, bool all,
                             struct error *err)
{
    struct problems problems;
    struct error found = { .code = OK };
    const char *path = request->operand[i];
    enum error_code code = scenario_load(s, path, request->n_set, request->set, &problems, &found);

    if (code == ERR_SCENARIO && all) {
        print_all(&problems);
        return code;
    }
    if (code == ERR_SCENARIO) {
        *err = problems.list[0];
        if (problems.total > 1)
            fprintf(stderr,
                    "negosim: %zu mistakes, the first of them below; 'negosim check' "
                    "lists them\n",
                    problems.total);
        return code;
    }
    if (code != OK) {
        *err = found;
        return code;
    }
    if (request->draws)
        s->draws = request->draws;
    if (request->seed != UINT64_MAX)
        s->seed = request->seed;
    return OK;
}
