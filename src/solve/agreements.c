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

/* Offers a package to the front.  A query for agreement compares what is left once partners have
 * left, of packages that suit all; any other compares surpluses.  Red lines exclude in both. */
static enum error_code offer(const struct looking *look, bool suits, double gain[],
                             const double felt[], uint64_t package, struct error *err)
{
    const struct zone_query *query = look->query;
    double asked[MAX_VETO];

    for (size_t j = 0; j < look->a->layout->scenario->n_veto; j++)
        if (gain[j] == -INFINITY)
            return OK;
    if (query->suits_all && !suits)
        return OK;
    if (query->suits_all)
        appraisal_take_leave(look->appraisal, gain, felt);
    for (size_t q = 0; q < query->n_veto; q++)
        asked[q] = gain[query->veto_player[q]];
    return front_offer(look->found, asked, package, TIE, err);
}

static enum error_code take_row(void *with, size_t row, struct error *err)
{
    const struct looking *look = with;
    const struct layout *l = look->a->layout;
    double gain[MAX_VETO], felt[MAX_PARTY];

    for (size_t column = 0; column < l->n_column; column++) {
        const bool suits = phase_rows_package(&look->a->rows, column, gain, felt);
        if (offer(look, suits, gain, felt, l->row_package[row] + l->column_package[column], err) !=
            OK)
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
    if (front_reserve(&zone->now, query->n_veto, 64, err) != OK)
        return err->code;
    front_clear(&zone->now);
    return phase_rows_each(&a->rows, take_row, &look, err);
}
