/* cmd_backtest.c - negosim backtest: how well scenarios give their record */
#include "command.h"
#include "interrupt.h"
#include "output.h"
#include "record_study.h"

enum error_code cmd_backtest(const struct options *options, struct error *err)
{
    static struct record_study r; /* its parts point to each other, and it is large */
    const enum error_code code = record_study_run(&r, options, false, err);

    if (code == OK)
        output_close(options, r.folder.site.path);
    else
        interrupt_explain(err);
    record_study_release(&r);
    return code;
}
