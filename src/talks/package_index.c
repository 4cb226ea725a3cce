/* package_index.c - the packages in the order of their numbers */
#include "package_index.h"

#include "interrupt.h"

#include <stdlib.h>

static uint32_t linked_of(const struct layout *l, const size_t level[])
{
    const size_t decides = scenario_case_issue(l->scenario);
    uint64_t c = (decides == NONE ? 0 : level[decides]) * l->n_linked;

    for (size_t i = 0; i < l->n_linked_issue; i++)
        c += level[l->linked_issue[i]] * l->linked.stride[i];
    return (uint32_t)c;
}

enum error_code package_index_init(struct package_index *b, const struct layout *l,
                                   struct error *err)
{
    const struct grid *grid = &l->scenario->grid;
    size_t level[MAX_ISSUE] = { 0 };

    *b = (struct package_index){ .layout = l, .n_package = (size_t)grid->total };
    b->linked = memory_alloc(b->n_package, sizeof *b->linked, err);
    b->at_case = memory_alloc(b->n_package, sizeof *b->at_case, err);
    for (size_t x = 0; err->code == OK && x < b->n_package; x++, grid_next(grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        b->linked[x] = linked_of(l, level);
        b->at_case[x] = (uint16_t)(b->linked[x] / l->n_linked);
    }
    return err->code;
}

void package_index_release(struct package_index *b)
{
    free(b->linked);
    free(b->at_case);
    *b = (struct package_index){ 0 };
}
