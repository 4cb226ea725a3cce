/* cmd_report.c - negosim report: one page of what is in folders of results */
#include "command.h"
#include "interrupt.h"
#include "output.h"
#include "report_file.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Brings results to their place that wait for that: they are what a page is of. */
static enum error_code settle(const struct options *options, struct error *err)
{
    for (int i = 0; i < options->n_operand; i++) {
        struct folder settled;
        if (folder_settle(options->operand[i], &settled, err) != OK)
            return err->code;
        output_warn(&settled, options->operand[i]);
    }
    return OK;
}

/* Into the first folder, as one of its files. */
static enum error_code add(const struct options *options, const char *const path[],
                           struct error *err)
{
    static const char *const names[] = { REPORT_FILE };
    const struct folder_use use = {
        .force = options->force, .earlier = true, .n = 1, .names = names
    };
    struct folder folder;

    if (folder_open(&folder, path[0], &use, err) != OK)
        return err->code;
    if (report_add(options, &folder, (size_t)options->n_operand, path, err) != OK)
        interrupt_explain(err);
    output_warn(&folder, path[0]);
    folder_discard(&folder);
    return err->code;
}

enum error_code cmd_report(const struct options *options, struct error *err)
{
    const char *const *path = (const char *const *)options->operand;
    char shown[TEXT_SHOWN];

    interrupt_watch();
    if (settle(options, err) != OK)
        return err->code;
    const enum error_code code =
        options->out ? report_write(options, options->out, (size_t)options->n_operand, path, err)
                     : add(options, path, err);
    if (code == OK && !options->quiet)
        printf("The page is %s%s%s\n",
               text_shown(options->out ? options->out : path[0], sizeof shown, shown),
               options->out ? "" : "/", options->out ? "" : REPORT_FILE);
    return code;
}
