/* agreements.c - the best packages of a draw, with or without phases */
#include "agreements.h"

#include <math.h>

static bool has_phases(const struct agreements *a)
{
    return a->layout->scenario->n_phase > 0;
}

enum error_code agreements_init(struct agreements *a, const struct layout *l,
                                const struct appraisal *appraisal, struct error *err)
{
    *a = (struct agreements){ .layout = l };
    return has_phases(a) ? phase_rows_init(&a->rows, l, appraisal, err)
                         : addends_init(&a->addends, l, err);
}

void agreements_release(struct agreements *a)
{
    addends_release(&a->addends);
    phase_rows_release(&a->rows);
    *a = (struct agreements){ .layout = NULL };
}

void agreements_fill(struct agreements *a, const struct appraisal *appraisal)
{
    if (has_phases(a))
        phase_rows_fill(&a->rows, appraisal);
    else
        addends_fill(&a->addends, a->layout, &appraisal->utility);
}

struct looking {
    const struct agreements *a;
    const struct appraisal *appraisal;
    const struct zone_query *query;
    struct front *found;
};

/* Offers a package to the front.  A query for any package compares surpluses, any other what is
 * left once partners have left. */
static enum error_code offer(const struct looking *look, const size_t level[], size_t column,
                             uint64_t package, struct error *err)
{
    const struct scenario *s = look->a->layout->scenario;
    double gain[MAX_VETO], felt[MAX_PARTY], point[ZONE_WIDTH];
    const uint64_t yes = phase_rows_package(&look->a->rows, column, gain, felt);

    if (!zone_wants(look->query, s, yes))
        return OK;
    if (look->query->wants != ZONE_ANY)
        appraisal_take_leave(look->appraisal, gain, felt);
    if (!zone_point(look->query, &look->appraisal->utility, level, gain, point))
        return OK;
    return front_offer(look->found, point, package, TIE, err);
}

static enum error_code take_row(void *with, size_t row, struct error *err)
{
    const struct looking *look = with;
    const struct layout *l = look->a->layout;
    size_t level[MAX_ISSUE];

    layout_row_levels(l, row / l->n_row, row % l->n_row, level);
    for (size_t column = 0; column < l->n_column; column++) {
        layout_column_levels(l, column, level);
        if (offer(look, level, column, l->row_package[row] + l->column_package[column], err) != OK)
            return err->code;
    }
    return OK;
}

enum error_code agreements_find(const struct agreements *a, const struct appraisal *appraisal,
                                const struct zone_query *query, struct zone *zone,
                                struct error *err)
{
    struct looking look = { a, appraisal, query, &zone->now };

    if (!has_phases(a))
        return zone_find(zone, a->layout, appraisal, &a->addends, query, err);
    zone->query = *query;
    zone->is_left_out = false;
    if (front_reserve(&zone->now, zone_width(query), 64, err) != OK)
        return err->code;
    front_clear(&zone->now);
    return phase_rows_each(&a->rows, take_row, &look, err);
}
