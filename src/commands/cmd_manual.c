/* cmd_manual.c - negosim manual: a page of the manual, as man reads it */
#include "command.h"
#include "manual.h"

enum error_code cmd_manual(const struct options *options, struct error *err)
{
    return manual_print(stdout, options->n_operand > 0 ? options->operand[0] : "negosim", err);
}
