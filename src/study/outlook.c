/* outlook.c - the negotiation at the mean of every doubt */
#include "outlook.h"

#include "draw.h"

#include <stdlib.h>
#include <string.h>

/* Every package that suits all, as a front of which nothing is left out: ties between packages
 * are then decided by the stated rule alone, not by the rounding of sums. */
static enum error_code acceptable(const struct outlook *o, const struct sheet *sheet,
                                  struct front *front, struct error *err)
{
    const struct layout *l = o->layout;
    const size_t n_party = l->scenario->n_party;

    for (size_t row = 0; row < l->n_case * l->n_row; row++) {
        const size_t part = row / l->n_row * n_party, in_case = row % l->n_row;
        if (front_reserve(front, n_party, front->n + l->n_column, err) != OK)
            return err->code;
        for (size_t column = 0; column < l->n_column; column++) {
            double *gain = front->gain + front->n * n_party;
            bool suits = true;
            for (size_t p = 0; p < n_party; p++) {
                gain[p] = sheet->row[(part + p) * l->n_row + in_case] +
                          sheet->column[(part + p) * l->n_column + column];
                suits = suits && gain[p] >= -TIE;
            }
            front->package[front->n] = l->row_package[row] + l->column_package[column];
            front->n += suits;
        }
    }
    return OK;
}

static enum error_code look(struct outlook *o, double theta[], struct sheet *sheet,
                            struct error *err)
{
    const struct scenario *s = o->layout->scenario;
    const struct zone_query bargainers = zone_of_bargainers(s);
    struct front front = { .n = 0 };

    draw_mean(s, theta);
    worth_fill(&o->worth, theta);
    sheet_fill(sheet, o->layout, &o->worth);
    enum error_code code = acceptable(o, sheet, &front, err);
    if (code == OK) {
        pick_solutions(s, &front, o->pick);
        code = zone_find(&o->best, o->layout, &o->worth, sheet, &bargainers, err);
    }
    front_release(&front);
    return code;
}

enum error_code outlook_init(struct outlook *o, const struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;
    struct sheet sheet = { NULL, NULL, NULL };
    double *theta = memory_alloc(s->n_parameter, sizeof *theta, err);

    *o = (struct outlook){ .layout = l };
    enum error_code code = theta ? worth_init(&o->worth, s, err) : err->code;
    if (code == OK)
        code = sheet_init(&sheet, l, err);
    if (code == OK)
        code = look(o, theta, &sheet, err);
    sheet_release(&sheet);
    free(theta);
    return code;
}

void outlook_release(struct outlook *o)
{
    worth_release(&o->worth);
    zone_release(&o->best);
}

bool outlook_is_pareto(const struct outlook *o, const size_t level[])
{
    const struct scenario *s = o->layout->scenario;
    double gain[MAX_PARTY];
    size_t n = 0;

    if (scenario_bans(s, level, NULL))
        return false;
    for (size_t p = 0; p < s->n_party; p++) {
        if (worth_vetoes(&o->worth, p, level) > 0)
            return false;
        if (s->party[p].bargains)
            gain[n++] = worth_surplus(&o->worth, p, level);
    }
    return !front_beats(&o->best.now, gain, TIE);
}
