/* result_files.c - every file of results that negosim writes, and their reference */
#include "result_files.h"

#include "changes.h"
#include "differences.h"
#include "discover_tables.h"
#include "draw_table.h"
#include "metric.h"
#include "reach_tables.h"
#include "record_tables.h"
#include "results.h"
#include "study_tables.h"
#include "talks_results.h"
#include "text.h"
#include "timeline.h"

#include <stdbool.h>
#include <string.h>

/* Files that a command writes.  A group without a title continues the one before: files that a run
 * writes and that are not in result_tables. */
struct file_group {
    const char *title, *about;
    size_t n;
    const struct result_table *const *table;
};

static const struct result_table *const
    packages[] = { &packages_table },
    *const draws[] = { &agreement_table }, *const sweep[] = { &sweep_table },
    *const timeline[] = { &timeline_table }, *const diff[] = { &changes_table, &differences_table };

static const struct file_group file_groups[] = {
    { "What a run writes",
      "`negosim run SCENARIO` writes to `results/NAME/`, or to the folder given with `-o`.",
      RESULT_COUNT, result_tables },
    { NULL, NULL, COUNT_OF(packages), packages },
    { NULL, NULL, COUNT_OF(draws), draws },
    { "What a run of several scenarios writes",
      "`negosim run SCENARIO...` writes for each what a run writes, and then to "
      "`results/timeline/`; "
      "with `-o DIR` to\n"
      "`DIR/NAME/` and `DIR/timeline/`.",
      COUNT_OF(timeline), timeline },
    { "What a sweep writes",
      "`negosim sweep SCENARIO` writes to `results/NAME_sweep/`, or to the folder given with "
      "`-o`.\n"
      "While it goes on, `DIR/.partial/sweep.csv` grows a row at a time. At its end the command "
      "says which levers\n"
      "changed no column: points that differ in that lever only have the same results.",
      COUNT_OF(sweep), sweep },
    { "What talks write",
      "`negosim bargain SCENARIO` writes to `results/NAME_talks/`, or to the folder given with "
      "`-o`. Here PARTY\n"
      "stands for the parties that talk, in the order in which they move. Days are "
      "counted from the\n"
      "start; `date` is there when the talks have dates.",
      TALK_RESULT_COUNT, talk_result_tables },
    { "What sensitivity writes",
      "`negosim sensitivity SCENARIO` writes to `results/NAME_sensitivity/`, or to the folder "
      "given with `-o`.\n"
      "Of each pair of worlds one number, or a group of them, is drawn anew: "
      "[methods.md](methods.md).",
      STUDY_RESULT_COUNT, study_result_tables },
    { "What discover writes",
      "`negosim discover SCENARIO` writes to `results/NAME_worlds/`, or to the folder given with "
      "`-o`. A red line's\n"
      "probability and roll are one here: whether it holds. What `--vary` varies is equally likely "
      "over its values.",
      DISCOVER_RESULT_COUNT, discover_result_tables },
    { "What reach writes",
      "`negosim reach SCENARIO --want PARTY=SHARE` writes to `results/NAME_reach/`, or to the "
      "folder given with `-o`.",
      REACH_RESULT_COUNT, reach_result_tables },
    { "What backtest and infer write",
      "`negosim backtest SCENARIO...` and `negosim infer SCENARIO...` write to "
      "`results/NAME_backtest/` "
      "and\n`results/NAME_infer/`, of several scenarios to `results/backtest/` and "
      "`results/infer/`, or to "
      "the folder\ngiven with `-o`. Outcomes are of backtest; numbers, evidence, choices and "
      "worlds of "
      "infer.",
      RECORD_RESULT_COUNT, record_result_tables },
    { "What a comparison writes",
      "`negosim diff A B` writes to `results/NAME_diff/`, or `results/NAME_NAME_diff/` where the "
      "two "
      "scenarios\n"
      "have two names, or to the folder given with `-o`.",
      COUNT_OF(diff), diff },
};

size_t result_files_count(void)
{
    size_t n = 0;

    for (size_t i = 0; i < COUNT_OF(file_groups); i++)
        n += file_groups[i].n;
    return n;
}

const struct result_table *result_file(size_t i)
{
    size_t family = 0;

    for (; i >= file_groups[family].n; family++)
        i -= file_groups[family].n;
    return file_groups[family].table[i];
}

size_t result_files_of(const char *command, size_t most, const struct result_table *table[most])
{
    char says[80];
    size_t n = 0;
    bool of = false;

    snprintf(says, sizeof says, "`negosim %s ", command);
    for (size_t i = 0; i < COUNT_OF(file_groups); i++) {
        if (file_groups[i].title)
            of = strstr(file_groups[i].about, says) != NULL;
        for (size_t k = 0; of && k < file_groups[i].n && n < most; k++)
            table[n++] = file_groups[i].table[k];
    }
    return n;
}

/* - `accept_PARTY` (share of draws): in which the party accepts it */
static void print_column(FILE *out, const struct result_column *c)
{
    const char *cells = label_values[c->label][0] ? label_values[c->label] : c->unit;
    const int own = (int)(strlen(c->heading) - (c->each == EACH_AGREED ? strlen("all") : 0));
    char by_rule[100] = "";

    if (c->each == EACH_AGREED)
        snprintf(by_rule, sizeof by_rule, ", with `agreement` `%.*srule`", own, c->heading);
    const int used =
        fprintf(out, "- `%s`%s%s%s%s%s%s%s", c->heading, by_rule, cells[0] ? " (" : "", cells,
                cells[0] ? ")" : "", c->when->text[0] ? ", " : "", c->when->text, ":");

    text_wrap(out, (size_t)used, 2, c->help);
}

static void print_table(FILE *out, const struct result_table *t)
{
    const char *when = t->when->text;

    fprintf(out, "\n### %s%s%s%s\n\n", t->file, when[0] ? " (" : "", when, when[0] ? ")" : "");
    text_wrap(out, 0, 0, t->about);
    putc('\n', out);
    for (size_t i = 0; i < t->n; i++)
        print_column(out, &t->column[i]);
}

void result_files_print(FILE *out)
{
    fputs(
        "# Files of results\n\n"
        "`negosim fields results` prints this page; nobody writes it by hand.\n\n"
        "CSV files are RFC 4180 with a header line, no comments, `.` as decimal mark, numbers in "
        "the fewest digits\n"
        "that read back equal; an empty cell is \"nothing to say\". A text of the scenario's (a "
        "unit, say) that a\n"
        "spreadsheet would work out, one that begins with `=`, `+`, `-` or `@` and is no number, "
        "has an apostrophe\n"
        "before it: `'=x`. Equal inputs give equal bytes, for any number of threads.\n\n"
        "With `agreement`, what all accept is what passes by the rule, in columns called "
        "`..._rule` "
        "and in changes,\nprices and remedies; only `accept_all` of proposals.csv and packages.csv "
        "still says that all accept.\n\n"
        "PARTY stands for each party's name, in the order of the scenario; ISSUE for each issue "
        "on the table, whose\n"
        "cells are its level; PROPOSAL for each proposal; PARAMETER for each uncertain number "
        "and LEVER for each lever\n"
        "of a sweep, by its path. No file has two columns of one name, and none in which an "
        "issue's name begins as\n"
        "the columns of parties do: issues, parties and proposals whose names would make it so "
        "are refused.\n\n"
        "How files get into a folder, what stands beside them (`manifest.json`) and what becomes "
        "of what was there:\n"
        "[folders.md](folders.md).\n",
        out);
    for (size_t i = 0; i < COUNT_OF(file_groups); i++) {
        if (file_groups[i].title)
            fprintf(out, "\n## %s\n\n%s\n", file_groups[i].title, file_groups[i].about);
        for (size_t k = 0; k < file_groups[i].n; k++)
            print_table(out, file_groups[i].table[k]);
    }
}
