/* talk_terms.c - what talks agree on */
#include "talk_terms.h"

#include "share.h"

#include <math.h>
#include <stdlib.h>

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
    for (uint64_t i = 0; package && i < r->survey->runs; i++)
        if (talks_run_agrees(&r->survey->run[i]))
            package[n++] = r->survey->run[i].conclusion.package;
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
    for (uint64_t i = 0; i < r->survey->runs; i++) {
        const struct talks_run *run = &r->survey->run[i];
        if (talks_run_agrees(run))
            count[grid_level(&r->scenario->grid, run->conclusion.package, issue)]++;
    }
}

static enum error_code term_row(struct talks_results *r, size_t issue, size_t label, uint64_t count,
                                struct error *err)
{
    const double share = (double)count / (double)r->agreed;
    double *cell = table_row(&r->terms, err);

    if (!cell)
        return err->code;
    cell[0] = (double)issue;
    cell[1] = (double)label;
    cell[2] = (double)count;
    cell[3] = r->agreed ? share : NAN;
    cell[4] = r->agreed ? share_error(share, r->agreed) : NAN;
    if (r->agreed)
        share_interval(share, r->agreed, &cell[5], &cell[6]);
    return OK;
}

/* label[], count[]: of all levels, issue after issue. */
static enum error_code make_rows(struct talks_results *r, const char *label[], uint64_t count[],
                                 struct error *err)
{
    const struct scenario *s = r->scenario;
    size_t first = 0;

    for (size_t k = 0; k < s->n_table; first += s->issue[k++].n_level) {
        count_levels(r, k, count + first);
        for (size_t i = 0; i < s->issue[k].n_level; i++) {
            label[first + i] = s->issue[k].label[i];
            if (term_row(r, k, first + i, count[first + i], err) != OK)
                return err->code;
        }
    }
    return OK;
}

enum error_code talk_terms_make(struct talks_results *r, struct error *err)
{
    static const char *const numbers[] = { "runs", "share", "se", "low", "high" };
    const struct scenario *s = r->scenario;
    const char **issue = arena_alloc(&r->arena, s->n_table, sizeof *issue);
    size_t n_label = 0;

    for (size_t k = 0; k < s->n_table; k++)
        n_label += s->issue[k].n_level;
    const char **label = arena_alloc(&r->arena, n_label, sizeof *label);
    uint64_t *count = arena_alloc(&r->arena, n_label, sizeof *count);
    if (!issue || !label || !count)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t k = 0; k < s->n_table; k++)
        issue[k] = s->issue[k].name;
    if (table_column(&r->terms, issue, s->n_table, err, "issue") != OK ||
        table_column(&r->terms, label, n_label, err, "level") != OK ||
        table_numbers(&r->terms, numbers, COUNT_OF(numbers), err) != OK ||
        make_rows(r, label, count, err) != OK)
        return err->code;
    return find_usual(r, err);
}
