/* zone_look.c - the best packages of a draw by a look at every package */
#include "zone_look.h"

#include "interrupt.h"

/* A case of a draw while its cells are looked at. */
struct look {
    struct zone *zone;
    const struct layout *layout;
    const struct appraisal *appraisal;
    const struct zone_query *wanted;
    size_t at_case;
    const double *row, *column; /* [n_veto * n_row], [n_veto * n_column] of addends */
    double least[MAX_VETO];
};

static void open_case(struct look *look, const struct addends *addends, size_t at_case)
{
    const struct layout *l = look->layout;
    const size_t n_veto = l->scenario->n_veto;

    look->at_case = at_case;
    look->row = addends->row + at_case * n_veto * l->n_row;
    look->column = addends->column + at_case * n_veto * l->n_column;
    for (size_t j = 0; j < n_veto; j++)
        look->least[j] = appraisal_least(look->appraisal, j,
                                         layout_lasts(l, &look->appraisal->utility, at_case, j)) -
                         TIE;
}

/* Whether a cell is wanted. */
static bool wants(const struct look *look, size_t row, size_t column)
{
    const struct layout *l = look->layout;
    uint64_t yes = 0;

    for (size_t j = 0; j < l->scenario->n_veto; j++)
        yes |=
            look->row[j * l->n_row + row] + look->column[j * l->n_column + column] >= look->least[j]
                ? UINT64_C(1) << j
                : 0;
    return zone_wants(look->wanted, l->scenario, yes);
}

static enum error_code offer(const struct look *look, size_t row, size_t column, struct error *err)
{
    const struct layout *l = look->layout;
    double surplus[MAX_VETO], felt[MAX_PARTY], point[ZONE_WIDTH];
    size_t level[MAX_ISSUE];

    layout_row_levels(l, look->at_case, row, level);
    layout_column_levels(l, column, level);
    appraisal_surpluses(look->appraisal, level, surplus, felt);
    appraisal_take_leave(look->appraisal, surplus, felt);
    if (!zone_point(&look->zone->query, &look->appraisal->utility, level, surplus, point))
        return OK;
    return front_offer(&look->zone->now, point,
                       l->row_package[look->at_case * l->n_row + row] + l->column_package[column],
                       TIE, err);
}

/* Offers what is wanted of a case; without `all` it ends at the first. */
static enum error_code look_at(const struct look *look, bool all, struct error *err)
{
    struct zone *zone = look->zone;

    for (size_t row = 0; row < look->layout->n_row; row++) {
        if (interrupt_check(err) != OK)
            return err->code;
        for (size_t column = 0; column < look->layout->n_column; column++) {
            if (!wants(look, row, column))
                continue;
            zone->left_some = true;
            if (!all || zone->now.n > ZONE_MOST)
                return OK;
            if (offer(look, row, column, err) != OK)
                return err->code;
        }
    }
    return OK;
}

/* The query with the gains and red lines of those only who are no blocs. */
static struct zone_query without_blocs(const struct zone_query *query, const struct scenario *s)
{
    struct zone_query left = *query;

    left.n_veto = left.n_lined = 0;
    for (size_t q = 0; q < query->n_veto; q++)
        if (!s->veto_player[query->veto_player[q]].bloc)
            left.veto_player[left.n_veto++] = query->veto_player[q];
    for (size_t i = 0; i < query->n_lined; i++)
        if (!s->veto_player[query->lined[i]].bloc)
            left.lined[left.n_lined++] = query->lined[i];
    return left;
}

enum error_code zone_look(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          struct error *err)
{
    const struct zone_query wanted = zone->query;
    const bool all = l->scenario->n_ballot > 0 && l->scenario->grid.total <= ZONE_LOOK;
    struct look look = { .zone = zone, .layout = l, .appraisal = appraisal, .wanted = &wanted };

    front_clear(&zone->now);
    zone->left_some = false;
    zone->query = without_blocs(&wanted, l->scenario);
    if (front_reserve(&zone->now, zone_width(&zone->query), 64, err) != OK)
        return err->code;
    for (size_t c = 0; c < l->n_case && (all || !zone->left_some); c++) {
        open_case(&look, addends, c);
        if (look_at(&look, all, err) != OK)
            return err->code;
    }
    zone->is_left_out = !all || zone->now.n > ZONE_MOST;
    if (zone->is_left_out)
        front_clear(&zone->now);
    else
        zone->addends = NULL;
    return OK;
}
