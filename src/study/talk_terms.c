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

/* In how many agreements an issue has a level. */
static uint64_t count_level(const struct talks_results *r, size_t issue, size_t level)
{
    uint64_t n = 0;

    for (uint64_t i = 0; i < r->survey->runs; i++) {
        const struct talks_run *run = &r->survey->run[i];
        n += talks_run_agrees(run) &&
             grid_level(&r->scenario->grid, run->conclusion.package, issue) == level;
    }
    return n;
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
    return OK;
}

static enum error_code make_rows(struct talks_results *r, const char *label[], struct error *err)
{
    const struct scenario *s = r->scenario;
    size_t n = 0;

    for (size_t k = 0; k < s->n_table; k++)
        for (size_t l = 0; l < s->issue[k].n_level; l++, n++) {
            label[n] = s->issue[k].label[l];
            if (term_row(r, k, n, count_level(r, k, l), err) != OK)
                return err->code;
        }
    return OK;
}

enum error_code talk_terms_make(struct talks_results *r, struct error *err)
{
    static const char *const numbers[] = { "runs", "share", "se" };
    const struct scenario *s = r->scenario;
    const char **issue = arena_alloc(&r->arena, s->n_table, sizeof *issue);
    size_t n_label = 0;

    for (size_t k = 0; k < s->n_table; k++)
        n_label += s->issue[k].n_level;
    const char **label = arena_alloc(&r->arena, n_label, sizeof *label);
    if (!issue || !label)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t k = 0; k < s->n_table; k++)
        issue[k] = s->issue[k].name;
    if (table_column(&r->terms, issue, s->n_table, err, "issue") != OK ||
        table_column(&r->terms, label, n_label, err, "level") != OK ||
        columns_numbers(&r->terms, COUNT_OF(numbers), numbers, err) != OK ||
        make_rows(r, label, err) != OK)
        return err->code;
    return find_usual(r, err);
}
