/* cmd_backtest.c - negosim backtest: how well scenarios give their record */
#include "command.h"
#include "interrupt.h"
#include "output.h"
#include "record_study.h"
#include "record_summary.h"

enum error_code cmd_backtest(const struct options *options, struct error *err)
{
    static struct record_study r; /* its parts point to each other, and it is large */
    const enum error_code code = record_study_run(&r, options, false, err);

    if (!options->quiet && r.folder.committed)
        backtest_summary_print(stdout, &r.tables, &r.compatible, options->n_set, options->set);
    if (code == OK)
        output_close(options, r.folder.site.path);
    else
        interrupt_explain(err);
    record_study_release(&r);
    return code;
}
