/* cmd_fields.c - negosim fields: the scenario reference */
#include "command.h"
#include "reference.h"

enum error_code cmd_fields(const struct request *request, struct error *err)
{
    (void)request, (void)err;
    reference_print(stdout);
    return OK;
}
