/* cmd_backtest.c - negosim backtest: how well scenarios give their record */
#include "command.h"
#include "record_study.h"

enum error_code cmd_backtest(const struct options *options, struct error *err)
{
    return record_study(options, false, err);
}
