/* cases.c - what came of each of many cases, and the factors that may have decided it */
#include "cases.h"

#include "arena.h"
#include "interrupt.h"
#include "sorting.h"

#include <assert.h>
#include <stdlib.h>

uint64_t category_bit(double category)
{
    assert(category >= 0 && category < MAX_CATEGORY);
    return UINT64_C(1) << (unsigned)category;
}

bool cases_looks_at(const struct cases *c, size_t row)
{
    return !c->in || c->in[row];
}

size_t cases_in(const struct cases *c)
{
    size_t n = 0;

    for (size_t i = 0; i < c->n_row; i++)
        n += cases_looks_at(c, i);
    return n;
}

static void list_rows(const struct cases *c, uint32_t row[])
{
    size_t n = 0;

    for (size_t i = 0; i < c->n_row; i++)
        if (cases_looks_at(c, i))
            row[n++] = (uint32_t)i;
}

static enum error_code sort_each(const struct cases *c, size_t n, uint32_t order[],
                                 struct error *err)
{
    struct sorting room = { 0 };
    double *value = memory_alloc(n, sizeof *value, err);

    if (sorting_reserve(&room, n, err) == OK)
        for (size_t f = 0; f < c->n_factor; f++) {
            list_rows(c, order + f * n);
            sorting_run(&room, n, order + f * n, c->factor[f].value, value);
        }
    sorting_release(&room);
    free(value);
    return err->code == OK ? interrupt_check(err) : err->code;
}

enum error_code cases_sort(const struct cases *c, uint32_t **order, struct error *err)
{
    const size_t n = cases_in(c);

    assert(c->n_row <= UINT32_MAX);
    *order = memory_alloc(n * c->n_factor, sizeof **order, err);
    if (!*order || sort_each(c, n, *order, err) != OK) {
        free(*order);
        *order = NULL;
    }
    return err->code;
}
