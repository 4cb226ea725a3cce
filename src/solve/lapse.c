/* lapse.c - the days that pass while an agreement is carried out, and what they cost */
#include "lapse.h"

#include "reading.h"

#include <math.h>

static void fill_phases(const struct implementation *c, const double theta[], double days[],
                        double shock[])
{
    const struct scenario *s = c->utility->scenario;
    double all_days = 0, survives = 1;

    for (size_t i = 0; i < s->n_phase; i++) {
        days[i] = parameter_or(theta, s->phase[i].days, 0);
        shock[i] = parameter_or(theta, s->phase[i].shock, 0);
        all_days += days[i];
        survives *= 1 - shock[i];
    }
    for (size_t i = 0; i < c->split; i++) {
        days[i] = all_days / (double)c->split;
        shock[i] = 1 - pow(survives, 1 / (double)c->split);
    }
}

/* Days pass only after a step that ends its phase. */
static double discount_after(const struct implementation *c, size_t n, size_t j, double days)
{
    return c->step[n].ends_phase && c->daily[j] != 1 ? pow(c->daily[j], days) : 1;
}

void lapse_fill(struct implementation *c, const double theta[], double shock[])
{
    const struct scenario *s = c->utility->scenario;

    fill_phases(c, theta, c->days, shock);
    for (size_t j = 0; j < s->n_veto; j++) {
        c->daily[j] = parameter_or(theta, s->party[s->veto_player[j].party].discount, 1);
        for (size_t n = 0; n < c->n_step; n++)
            c->discount[n * s->n_veto + j] = discount_after(c, n, j, c->days[c->step[n].phase]);
    }
}

/* The days that levels of issues add to a phase.  Equal phases share the sum of them. */
static double days_by_level(const struct implementation *c, size_t phase, const size_t level[])
{
    const struct scenario *s = c->utility->scenario;
    double days = 0;

    for (size_t i = 0; i < s->n_phase; i++) {
        const struct phase *one = &s->phase[i];
        if (one->days_issue != NONE && (c->split > 0 || i == phase))
            days += one->days_share * reading_level(c->utility, one->days_issue, level);
    }
    return c->split > 0 ? days / (double)c->split : days;
}

double lapse_days(const struct implementation *c, size_t phase, const size_t level[])
{
    return c->days[phase] + days_by_level(c, phase, level);
}

static bool any_issue_decides(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_phase; i++)
        if (s->phase[i].days_issue != NONE)
            return true;
    return false;
}

const double *lapse_discount(const struct implementation *c, const size_t level[],
                             struct discounts *room)
{
    const size_t n_veto = c->utility->scenario->n_veto;

    if (!any_issue_decides(c->utility->scenario))
        return c->discount;
    for (size_t n = 0; n < c->n_step; n++) {
        const double days = lapse_days(c, c->step[n].phase, level);
        for (size_t j = 0; days != room->days[n] && j < n_veto; j++)
            room->at[n * n_veto + j] = discount_after(c, n, j, days);
        room->days[n] = days;
    }
    return room->at;
}
