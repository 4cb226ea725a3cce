/* cmd_infer.c - negosim infer: what the answers on record teach about the parties */
#include "command.h"
#include "record_study.h"

enum error_code cmd_infer(const struct options *options, struct error *err)
{
    return record_study(options, true, err);
}
