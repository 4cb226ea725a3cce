/* terms.c - terms.csv: what talks agree on, issue by issue */
#include "proportion.h"
#include "talk_makers.h"

#include <stdlib.h>

#define COLUMNS(X)                                                                            \
    X(ONE, issue, ISSUE, always, "", "its name")                                              \
    X(ONE, level, LEVEL, always, "", "one of the issue's levels")                             \
    X(ONE, runs, NUMBER, always, "runs", "that agree on it")                                  \
    X(ONE, share, NUMBER, always, "share", "of agreements that are on it; empty without any") \
    X(ONE, se, NUMBER, always, "share", "standard error of share")                            \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of share")                \
    X(ONE, high, NUMBER, always, "share", "its upper end")
TABLE(terms_table, "terms.csv", with_talks, "One row an issue and level.");

static int compare_packages(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The package that most runs agree on; of equals the lowest number. */
static enum error_code find_usual(struct talks_results *r, struct error *err)
{
    uint32_t *package = memory_alloc((size_t)r->agreed, sizeof *package, err);
    size_t n = 0;

    r->usual = NO_PACKAGE;
    r->n_usual = 0;
    for (uint64_t i = 0; package && i < r->played->runs; i++)
        if (talks_run_agrees(&r->played->run[i]))
            package[n++] = r->played->run[i].outcome.package;
    if (n > 0)
        qsort(package, n, sizeof *package, compare_packages);
    for (size_t first = 0, last; first < n; first = last) {
        for (last = first; last < n && package[last] == package[first]; last++)
            ;
        if (last - first > r->n_usual) {
            r->n_usual = last - first;
            r->usual = package[first];
        }
    }
    free(package);
    return err->code;
}

/* Adds to count[n_level] in how many agreements an issue has each of its levels. */
static void count_levels(const struct talks_results *r, size_t issue, uint64_t count[])
{
    for (uint64_t i = 0; i < r->played->runs; i++) {
        const struct talks_run *run = &r->played->run[i];
        if (talks_run_agrees(run))
            count[grid_level(&r->scenario->grid, run->outcome.package, issue)]++;
    }
}

/* level: its place in LABEL_LEVEL. */
static enum error_code add_level(const struct talks_results *r, struct sheet *sheet, size_t issue,
                                 size_t level, uint64_t count, struct error *err)
{
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.issue = (double)issue;
    row.level = (double)level;
    row.runs = (double)count;
    if (r->agreed > 0) {
        row.share = (double)count / (double)r->agreed;
        row.se = proportion_error(row.share, r->agreed);
        proportion_interval(row.share, r->agreed, &row.low, &row.high);
    }
    return sheet_add(sheet, &row, err);
}

enum error_code terms_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    uint64_t *count = arena_alloc(&r->scope.arena, r->scope.label[LABEL_LEVEL].n, sizeof *count);

    if (!count)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    enum error_code code = sheet_open(sheet, &terms_table, &r->scope, err);
    for (size_t k = 0; code == OK && k < s->n_table; k++) {
        const size_t first = r->scope.first_level[k];
        count_levels(r, k, count + first);
        for (size_t l = 0; code == OK && l < s->issue[k].n_level; l++)
            code = add_level(r, sheet, k, first + l, count[first + l], err);
    }
    return code == OK ? find_usual(r, err) : code;
}

struct term_found talks_results_term(const struct talks_results *r, size_t issue)
{
    struct term_found found = { 0, -1 };
    struct row row;

    for (size_t l = 0; l < r->scenario->issue[issue].n_level; l++) {
        sheet_get(&r->sheet[TALK_RESULT_terms], r->scope.first_level[issue] + l, &row);
        if (row.share > found.share)
            found = (struct term_found){ l, row.share };
    }
    return found;
}
