/* package_index.c - the packages in the order of their numbers */
#include "package_index.h"

#include "interrupt.h"

#include <stdlib.h>

enum error_code package_index_init(struct package_index *b, const struct layout *l,
                                   struct error *err)
{
    const struct grid *grid = &l->scenario->grid;
    size_t level[MAX_ISSUE];

    grid_levels(grid, 0, level);
    *b = (struct package_index){ .layout = l, .n_package = (size_t)grid->total };
    b->linked = memory_alloc(b->n_package, sizeof *b->linked, err);
    b->at_case = memory_alloc(b->n_package, sizeof *b->at_case, err);
    for (size_t x = 0; err->code == OK && x < b->n_package; x++, grid_next(grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        const size_t linked = layout_linked(l, level);
        b->linked[x] = scenario_bans(l->scenario, level, NULL) ? NO_PACKAGE : (uint32_t)linked;
        b->at_case[x] = (uint16_t)(linked / l->n_linked);
    }
    return err->code;
}

void package_index_release(struct package_index *b)
{
    free(b->linked);
    free(b->at_case);
    *b = (struct package_index){ 0 };
}
