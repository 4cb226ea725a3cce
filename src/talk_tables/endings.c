/* endings.c - endings.csv: how talks end, and over what */
#include "proportion.h"
#include "talk_makers.h"

#include <math.h>

#define COLUMNS(X)                                                             \
    X(ONE, ending, ENDING, always, "", "as in talks.csv")                      \
    X(ONE, cause, CAUSE, always, "", "as in talks.csv")                        \
    X(ONE, runs, NUMBER, always, "runs", "that end so")                        \
    X(ONE, share, NUMBER, always, "share of runs", "that end so")              \
    X(ONE, se, NUMBER, always, "share", "standard error of share")             \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of share") \
    X(ONE, high, NUMBER, always, "share", "its upper end")
TABLE(endings_table, "endings.csv", with_talks,
      "One row an ending and cause; an ending that does not occur has one row, with 0 runs and no "
      "cause.");

static enum error_code add_ending(const struct talks_results *r, struct sheet *sheet,
                                  enum ending ending, double cause, uint64_t count,
                                  struct error *err)
{
    const uint64_t runs = r->played->runs;
    const double share = (double)count / (double)runs;
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.ending = ending;
    row.cause = cause;
    row.runs = (double)count;
    row.share = share;
    row.se = proportion_error(share, runs);

    proportion_interval(share, runs, &row.low, &row.high);
    return sheet_add(sheet, &row, err);
}

/* A row for each cause of an ending; one without a cause where it does not occur.  count: room for
 * all causes, and none. */
static enum error_code add_causes(const struct talks_results *r, struct sheet *sheet,
                                  enum ending ending, uint64_t count[], struct error *err)
{
    const size_t n_cause = r->scope.label[LABEL_CAUSE].n;
    uint64_t all = 0;

    for (size_t i = 0; i <= n_cause; i++)
        count[i] = 0;
    for (uint64_t i = 0; i < r->played->runs; i++) {
        const struct outcome *end = &r->played->run[i].outcome;
        const double cause = talk_end_cause(r, end);
        if (end->ending != ending)
            continue;
        count[isnan(cause) ? n_cause : (size_t)cause]++;
        all++;
    }
    for (size_t i = 0; i <= n_cause; i++)
        if ((count[i] > 0 || (all == 0 && i == n_cause)) &&
            add_ending(r, sheet, ending, i < n_cause ? (double)i : NAN, count[i], err) != OK)
            return err->code;
    return OK;
}

enum error_code endings_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    uint64_t *count =
        arena_alloc(&r->scope.arena, r->scope.label[LABEL_CAUSE].n + 1, sizeof *count);

    if (!count)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    enum error_code code = sheet_open(sheet, &endings_table, &r->scope, err);
    for (int ending = 0; code == OK && ending < ENDING_COUNT; ending++)
        code = add_causes(r, sheet, (enum ending)ending, count, err);
    return code;
}

bool talks_results_ending(const struct talks_results *r, size_t i, struct ending_found *found)
{
    const struct sheet *sheet = &r->sheet[TALK_RESULT_endings];
    struct row row;

    if (i >= sheet->table.n_row)
        return false;
    sheet_get(sheet, i, &row);
    *found = (struct ending_found){ .ending = (enum ending)row.ending,
                                    .runs = row.runs,
                                    .share = row.share };
    if (!isnan(row.cause))
        found->cause = r->scope.label[LABEL_CAUSE].text[(size_t)row.cause];
    return true;
}
