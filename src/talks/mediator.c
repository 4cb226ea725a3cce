/* mediator.c - what a mediator believes of the parties, and what it puts forward */
#include "mediator.h"

#include <math.h>

enum error_code belief_init(struct belief *b, const struct layout *l, struct error *err)
{
    *b = (struct belief){ .layout = l };
    if (picture_init(&b->picture, l->scenario, err) != OK ||
        solutions_init(&b->solutions, l, err) != OK)
        return err->code;
    return agreements_init(&b->agreements, l, &b->picture.appraisal, err);
}

void belief_release(struct belief *b)
{
    picture_release(&b->picture);
    agreements_release(&b->agreements);
    zone_release(&b->zone);
    solutions_release(&b->solutions);
    *b = (struct belief){ 0 };
}

/* asks[n_side]: what the sides are known to ask over no deal besides what the scenario's veto
 * players do.
 */
static void believe(struct belief *b, const struct world *w, double day, const double asks[])
{
    const struct scenario *s = w->scenario;
    struct picture *p = &b->picture;

    picture_believe(p, w->appraisal.theta);
    for (size_t i = 0; i < s->talks->n_side; i++) {
        const struct party *party = &s->party[s->talks->side[i]];
        const struct shift moved = schedule_moved(&w->schedule, i, day);
        p->appraisal.theta[party->no_deal] =
            picture_number(p, w->drawn, party->no_deal) + moved.no_deal;
        p->appraisal.theta[party->refusal_cost] =
            picture_number(p, w->drawn, party->refusal_cost) + moved.refusal_cost;
    }
    appraisal_fill(&p->appraisal);
    world_close(w, &p->appraisal.utility);
    for (size_t i = 0; i < s->talks->n_side; i++) {
        const size_t j = s->talks->side[i];
        p->appraisal.floor[j] = fmax(p->appraisal.floor[j], asks[i]);
    }
}

enum error_code mediator_text(struct belief *b, const struct world *w, const gsl_rng *r,
                              uint64_t run, double day, const double asks[], uint32_t *package,
                              struct error *err)
{
    const enum solution rule = w->scenario->talks->mediator.rule;
    const struct zone_query everyone = zone_of_agreement(w->scenario);

    /* guesses from the other end are independent of the draws of all runs */
    if (picture_draw(&b->picture, r, STREAM_BELIEFS, run, UINT64_MAX - run,
                     w->drawn[w->scenario->talks->mediator.knows], err) != OK)
        return err->code;
    believe(b, w, day, asks);
    agreements_fill(&b->agreements, &b->picture.appraisal);
    if (agreements_find(&b->agreements, &b->picture.appraisal, &everyone, &b->zone, err) != OK ||
        solutions_find(&b->solutions, &b->picture.appraisal, &b->zone, err) != OK)
        return err->code;
    rng_open(r, STREAM_TIES, run);
    const double lot = gsl_rng_uniform(r);
    *package =
        b->solutions.of[rule].found ? (uint32_t)solutions_at(&b->solutions, rule, lot) : NO_PACKAGE;
    return OK;
}

double mediator_vote(double gain, double temperature)
{
    if (temperature > 0)
        return fmin(1, exp(gain / temperature));
    return gain > TIE;
}

/* To the next issue with a choice; what it has now is not to be tried. */
static void next_issue(struct text *t)
{
    do
        t->issue = (t->issue + 1) % t->n;
    while (t->n_level[t->issue] < 2);
    t->base = t->level[t->issue];
    t->tried = 0;
}

void text_open(struct text *t)
{
    t->issue = t->tried = 0;
    for (size_t i = t->n; i-- > 0;)
        if (t->n_level[i] > 1)
            t->issue = i;
    t->base = t->level[t->issue];
}

bool text_change(struct text *t, const gsl_rng *chance, size_t level[])
{
    size_t k = 0;

    for (size_t i = 0; i < t->n; i++)
        level[i] = t->level[i];
    while (k < t->n && t->n_level[k] < 2)
        k++;
    if (k == t->n)
        return false;
    if (chance) {
        do
            t->issue = gsl_rng_uniform_int(chance, t->n);
        while (t->n_level[t->issue] < 2);
        size_t step = 1 + gsl_rng_uniform_int(chance, t->n_level[t->issue] - 1);
        level[t->issue] = (level[t->issue] + step) % t->n_level[t->issue];
        return true;
    }
    if (t->tried + 1 >= t->n_level[t->issue])
        next_issue(t);
    t->tried++;
    level[t->issue] = (t->base + t->tried) % t->n_level[t->issue];
    return true;
}
