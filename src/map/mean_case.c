/* mean_case.c - the negotiation with every parameter at its mean */
#include "mean_case.h"

#include "agreements.h"
#include "draw.h"

/* The packages that no other beats: for all veto players, and for the parties that bargain. */
static enum error_code find_best(struct mean_case *o, struct agreements *a,
                                 struct zone *bargainers_zone, struct error *err)
{
    const struct zone_query agreed = zone_of_agreement(o->appraisal.scenario);

    o->bargainers = zone_of_bargainers(o->appraisal.scenario);
    if (agreements_init(a, o->layout, &o->appraisal, err) != OK)
        return err->code;
    agreements_fill(a, &o->appraisal);
    if (agreements_find(a, &o->appraisal, &agreed, &o->zone, err) != OK ||
        agreements_find(a, &o->appraisal, &o->bargainers, bargainers_zone, err) != OK)
        return err->code;
    return front_append(&o->best, &bargainers_zone->now, err);
}

static enum error_code look(struct mean_case *o, struct error *err)
{
    struct agreements a = { .layout = NULL };
    struct zone bargainers_zone = { .addends = NULL };
    enum error_code code = find_best(o, &a, &bargainers_zone, err);

    if (code == OK)
        code = solutions_find(&o->solutions, &o->appraisal, &o->zone, err);
    for (int rule = 0; code == OK && rule < SOLUTION_COUNT; rule++)
        if (o->solutions.of[rule].found)
            o->solutions.of[rule].package = solutions_at(&o->solutions, (enum solution)rule, 0);
    o->zone.addends = NULL; /* borrowed from `a`, which ends here */
    zone_release(&bargainers_zone);
    agreements_release(&a);
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

uint64_t mean_case_refuses(const struct mean_case *o, const size_t level[])
{
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(&o->appraisal, level, surplus, felt);
    return rule_everyone(o->layout->scenario->n_party) &
           ~appraisal_parties(&o->appraisal, level, surplus, felt);
}

bool mean_case_is_pareto(const struct mean_case *o, const size_t level[])
{
    double surplus[MAX_VETO], felt[MAX_PARTY], point[ZONE_WIDTH];

    if (scenario_bans(o->layout->scenario, level, NULL))
        return false;
    appraisal_surpluses(&o->appraisal, level, surplus, felt);
    return zone_point(&o->bargainers, &o->appraisal.utility, level, surplus, point) &&
           !front_beats(&o->best, point, TIE);
}
