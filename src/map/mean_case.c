/* mean_case.c - the negotiation at the mean of every doubt */
#include "mean_case.h"

#include "draw.h"
#include "interrupt.h"
#include "phased.h"

#include <math.h>
#include <stdlib.h>

/* A look at all packages, and what it needs. */
struct glance {
    struct mean_case *mean_case;
    struct addends addends; /* without phases */
    struct zone zone;
    struct phased phased; /* with phases */
};

static enum error_code look_plainly(struct glance *g, struct error *err)
{
    struct mean_case *o = g->mean_case;
    const struct zone_query everyone = zone_of_agreement(o->appraisal.scenario);
    const struct zone_query bargainers = zone_of_bargainers(o->appraisal.scenario);

    if (addends_init(&g->addends, o->layout, err) != OK)
        return err->code;
    addends_fill(&g->addends, o->layout, &o->appraisal.utility);
    if (zone_find(&o->zone, o->layout, &o->appraisal, &g->addends, &everyone, err) != OK ||
        zone_find(&g->zone, o->layout, &o->appraisal, &g->addends, &bargainers, err) != OK)
        return err->code;
    return front_append(&o->best, &g->zone.now, err);
}

/* Keeps the package among the best when it is, for those who bargain. */
static enum error_code offer_best(struct mean_case *o, const double gain[], uint64_t package,
                                  struct error *err)
{
    const struct scenario *s = o->appraisal.scenario;
    double bargaining[MAX_PARTY];
    size_t n = 0;

    for (size_t j = 0; j < s->n_veto; j++) {
        if (gain[j] == -INFINITY)
            return OK;
        if (j < s->n_party && s->party[j].bargains)
            bargaining[n++] = gain[j];
    }
    return front_offer(&o->best, bargaining, package, TIE, err);
}

/* What is left of a package that all accept, for all veto players: gain[n_veto] becomes
 * that. */
static enum error_code offer_left(struct mean_case *o, double gain[], const double felt[],
                                  uint64_t package, struct error *err)
{
    appraisal_take_leave(&o->appraisal, gain, felt);
    return front_offer(&o->zone.now, gain, package, TIE, err);
}

static enum error_code look_at_row(struct glance *g, size_t row, struct error *err)
{
    struct mean_case *o = g->mean_case;
    const struct layout *l = o->layout;
    double gain[MAX_VETO], felt[MAX_PARTY];

    if (!phased_row(&g->phased, row / l->n_row, row % l->n_row))
        return OK;
    for (size_t column = 0; column < l->n_column; column++) {
        const uint64_t package = l->row_package[row] + l->column_package[column];
        const bool suits = phased_package(&g->phased, column, gain, felt);
        if (offer_best(o, gain, package, err) != OK ||
            (suits && offer_left(o, gain, felt, package, err) != OK))
            return err->code;
    }
    return OK;
}

static enum error_code look_at_phases(struct glance *g, struct error *err)
{
    struct mean_case *o = g->mean_case;
    const struct layout *l = o->layout;

    if (phased_init(&g->phased, l, &o->appraisal, err) != OK ||
        front_reserve(&o->zone.now, l->scenario->n_veto, 64, err) != OK ||
        front_reserve(&o->best, scenario_bargaining(l->scenario), 64, err) != OK)
        return err->code;
    phased_fill(&g->phased, &o->appraisal);
    for (size_t row = 0; row < l->n_case * l->n_row; row++)
        if (interrupt_check(err) != OK || look_at_row(g, row, err) != OK)
            return err->code;
    return OK;
}

static enum error_code look(struct mean_case *o, struct error *err)
{
    struct glance g = { .mean_case = o };
    enum error_code code =
        o->appraisal.scenario->n_phase > 0 ? look_at_phases(&g, err) : look_plainly(&g, err);

    if (code == OK)
        code = solutions_find(&o->solutions, &o->appraisal, &o->zone, err);
    for (int rule = 0; code == OK && rule < SOLUTION_COUNT; rule++)
        if (o->solutions.of[rule].found)
            o->solutions.of[rule].package = solutions_at(&o->solutions, (enum solution)rule, 0);
    o->zone.addends = NULL;
    addends_release(&g.addends);
    zone_release(&g.zone);
    phased_release(&g.phased);
    return code;
}

enum error_code mean_case_init(struct mean_case *o, const struct layout *l, struct error *err)
{
    *o = (struct mean_case){ .layout = l };
    if (appraisal_init(&o->appraisal, l->scenario, err) != OK ||
        solutions_init(&o->solutions, l, err) != OK)
        return err->code;
    draw_mean(l->scenario, o->appraisal.theta);
    appraisal_fill(&o->appraisal);
    return look(o, err);
}

void mean_case_release(struct mean_case *o)
{
    appraisal_release(&o->appraisal);
    front_release(&o->best);
    zone_release(&o->zone);
    solutions_release(&o->solutions);
}

bool mean_case_is_pareto(const struct mean_case *o, const size_t level[])
{
    const struct scenario *s = o->layout->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY], gain[MAX_PARTY];
    size_t n = 0;

    if (scenario_bans(s, level, NULL))
        return false;
    appraisal_surpluses(&o->appraisal, level, surplus, felt);
    for (size_t j = 0; j < s->n_veto; j++) {
        if (utility_vetoes(&o->appraisal.utility, j, level) > 0)
            return false;
        if (j < s->n_party && s->party[j].bargains)
            gain[n++] = surplus[j];
    }
    return !front_beats(&o->best, gain, TIE);
}
