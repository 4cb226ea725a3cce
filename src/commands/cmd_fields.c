/* cmd_fields.c - negosim fields: the references of scenarios and of results */
#include "command.h"
#include "json_schema.h"
#include "reference.h"
#include "result_files.h"

#include <string.h>

/* Both references come from the tables that the loader and the writers of results work by. */
enum error_code cmd_fields(const struct options *options, struct error *err)
{
    const char *of = options->n_operand > 0 ? options->operand[0] : "scenario";

    if (options->json && strcmp(of, "scenario") != 0)
        return error_set(err, ERR_USAGE, "--json is of scenarios only");
    if (options->json)
        return json_schema_print(stdout, err);
    if (strcmp(of, "scenario") == 0)
        reference_print(stdout);
    else if (strcmp(of, "results") == 0)
        result_files_print(stdout);
    else
        return error_set(err, ERR_USAGE, "no fields of '%s'; expected scenario or results", of);
    return OK;
}
