/* implementation.c - how an agreement would be carried out, phase by phase, in one draw */
#include "implementation.h"

#include "lapse.h"
#include "reading.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)MAX_STEP <= COMMITMENT_MAX_STEP && (int)MAX_VETO <= COMMITMENT_MAX_VETO &&
                  (int)MAX_PARTY <= COMMITMENT_MAX_SLOPE && (int)MAX_TYPED <= COMMITMENT_MAX_TYPED,
              "any implementation fits a commitment");

/* Levels of the guarantee's issue; one where it is not on the table, or there is none. */
static size_t guarantee_slots(const struct scenario *s)
{
    const size_t k = scenario_guarantee_issue(s);
    return k == NONE ? 1 : scenario_slots(s, k);
}

size_t implementation_amounts(const struct implementation *c)
{
    return COMMITMENT_ROWS(c->n_step) * c->utility->scenario->n_veto;
}

enum error_code implementation_init(struct implementation *c, const struct utility *w, size_t split,
                                    struct error *err)
{
    const struct scenario *s = w->scenario;

    *c = (struct implementation){ .utility = w, .split = split };
    c->n_step = steps_make(s, split, c->step);
    for (size_t n = 0; n < c->n_step; n++)
        c->actor[n] = c->step[n].actor;
    for (size_t p = 0; p < s->n_party; p++)
        if (party_asks_bodies(&s->party[p]))
            c->slope[c->n_slope++] = p;
    c->gain = memory_alloc(w->n_slot * implementation_amounts(c), sizeof *c->gain, err);
    c->fall = memory_alloc(w->n_slot * implementation_amounts(c), sizeof *c->fall, err);
    c->penalty = memory_alloc(guarantee_slots(s) * c->n_step, sizeof *c->penalty, err);
    c->relief = memory_alloc(guarantee_slots(s) * c->n_step, sizeof *c->relief, err);
    return err->code;
}

void implementation_release(struct implementation *c)
{
    free(c->gain);
    free(c->fall);
    free(c->penalty);
    free(c->relief);
    *c = (struct implementation){ .utility = NULL };
}

/* The share of an issue that each step performs: of each phase's share, at the turn of the party
 * that performs it.  What nobody performs takes effect at the end. */
static void fill_shares(struct implementation *c, size_t k, const double theta[])
{
    const struct performance *p = &c->utility->scenario->performance[k];
    const size_t *given = c->split > 0 ? NULL : p->share;
    double *share = c->share[k], sum = 0, turns[MAX_PHASE] = { 0 };

    for (size_t n = 0; n < c->n_step; n++)
        turns[c->step[n].phase] = (double)c->step[n].turn + 1;
    for (size_t i = 0; i < steps_phases(c->utility->scenario, c->split); i++)
        sum += given ? theta[given[i]] : 1;
    memset(share, 0, sizeof c->share[k]);
    if (p->by == NONE || !(sum > 0)) {
        share[c->n_step] = 1;
        return;
    }
    for (size_t n = 0; n < c->n_step; n++) {
        const size_t phase = c->step[n].phase;
        if (c->step[n].actor == p->by)
            share[n] = (given ? theta[given[phase]] : 1) / sum / turns[phase];
    }
}

static void fill_times(struct implementation *c, const double theta[])
{
    const struct scenario *s = c->utility->scenario;
    double shock[MAX_PHASE];

    lapse_fill(c, theta, shock);
    for (size_t n = 0; n < c->n_step; n++) {
        const struct party *actor = &s->party[c->step[n].actor];
        c->noise[n] = parameter_or(theta, actor->noise, 0);
        c->own_penalty[n] = parameter_or(theta, actor->breaking_off, 0);
        c->shock[n] = c->step[n].ends_phase ? shock[c->step[n].phase] : 0;
    }
    for (size_t j = 0; j < s->n_veto; j++)
        c->keeps_word[j] = j < s->n_party ? parameter_or(theta, s->party[j].keeps_word, 0) : 0;
}

/* A vague guarantee: at each step the actor's own readings are averaged, since it would pay. */
static void mix_guarantee(struct implementation *c, size_t l, const struct vague *v)
{
    const struct scenario *s = c->utility->scenario;

    for (size_t n = 0; n < c->n_step; n++) {
        const double *chance = reading_chances(c->utility, v, c->actor[n]);
        double *penalty = &c->penalty[l * c->n_step + n], *relief = &c->relief[l * c->n_step + n];
        *penalty = *relief = 0;
        for (size_t r = 0; r < v->n_reading; r++) {
            const size_t at = v->level[r * s->n_table + s->guarantee.issue] * c->n_step + n;
            *penalty += chance[r] * c->penalty[at];
            *relief += chance[r] * c->relief[at];
        }
    }
}

/* What breaking off at a step costs the actor and brings the others, by level of the guarantee. */
static void fill_guarantee(struct implementation *c, const double theta[])
{
    const struct scenario *s = c->utility->scenario;
    const struct guarantee *g = &s->guarantee;

    const bool on_table = scenario_guarantee_issue(s) != NONE;
    const size_t n_level = on_table ? s->issue[g->issue].n_level : 1;

    for (size_t l = 0; l < n_level; l++) {
        double penalty = 0, relief = 0;
        if (g->issue != NONE) {
            const struct issue *issue = &s->issue[g->issue];
            const double level = issue->on_table ? issue->level[l] : issue->nothing;
            penalty = value_at(&g->penalty, theta, level) *
                      (g->has_applied ? value_at(&g->applied, theta, level) : 1);
            relief = g->has_relief ? value_at(&g->relief, theta, level) : 0;
        }
        for (size_t n = 0; n < c->n_step; n++) {
            bool bound = g->issue != NONE && g->binds[c->actor[n]];
            c->penalty[l * c->n_step + n] = c->own_penalty[n] + (bound ? penalty : 0);
            c->relief[l * c->n_step + n] = bound ? relief : 0;
        }
    }
    for (size_t l = n_level; l < guarantee_slots(s); l++)
        mix_guarantee(c, l, &s->vague[l - n_level]);
}

/* The share of issue k that a row of amounts stands for: of a step, of nothing after all steps, and
 * of what takes effect at the end. */
static double share_in_row(const struct implementation *c, size_t k, size_t row)
{
    if (row == c->n_step)
        return 0;
    return c->share[k][row < c->n_step ? row : c->n_step];
}

/* What a share of the way from nothing to level l of issue k brings veto player j, and how far its
 * no deal has moved there. */
static void on_the_way(const struct implementation *c, size_t j, size_t k, size_t l, double share,
                       const double theta[], double *gain, double *leverage)
{
    const struct issue *issue = &c->utility->scenario->issue[k];
    const double level = issue->nothing + fmin(1, share) * (issue->level[l] - issue->nothing);

    *gain = utility_part_at(c->utility, j, k, level, theta) -
            c->utility->start[j * c->utility->scenario->n_table + k];
    *leverage = utility_leverage_at(c->utility, j, k, level, theta);
}

/* fill_level for an issue that is performed level by level. */
static void fill_in_order(struct implementation *c, size_t k, size_t l, const double theta[])
{
    const struct utility *w = c->utility;
    const size_t n_veto = w->scenario->n_veto, at = (w->first[k] + l) * implementation_amounts(c);

    for (size_t j = 0; j < n_veto; j++) {
        double done = 0, gain = 0, leverage = 0;
        for (size_t row = 0; row < COMMITMENT_ROWS(c->n_step); row++) {
            const double had = gain, moved = leverage;
            done += share_in_row(c, k, row);
            if (done > 0)
                on_the_way(c, j, k, l, done, theta, &gain, &leverage);
            c->gain[at + row * n_veto + j] = gain - had;
            c->fall[at + row * n_veto + j] = row > c->n_step ? leverage : moved;
        }
    }
}

/* What level l of issue k brings each veto player at each step, and moves of its no deal from the
 * next step on. */
static void fill_level(struct implementation *c, size_t k, size_t l)
{
    const struct utility *w = c->utility;
    const size_t n_veto = w->scenario->n_veto, at = (w->first[k] + l) * implementation_amounts(c);

    for (size_t j = 0; j < n_veto; j++) {
        const size_t slot = j * w->n_slot + w->first[k] + l;
        const double gain = w->part[slot] - w->start[j * w->scenario->n_table + k];
        double done = 0;
        for (size_t row = 0; row < COMMITMENT_ROWS(c->n_step); row++) {
            const bool is_end = row > c->n_step;
            const double share = share_in_row(c, k, row);
            done = is_end ? done + share : done;
            c->gain[at + row * n_veto + j] = share * gain;
            c->fall[at + row * n_veto + j] = done * w->leverage[slot];
            done += share;
        }
    }
}

/* What stands for the readings of a vague text adds their mean, each veto player's by its own
 * chances. */
static void mix_level(struct implementation *c, size_t k, const struct vague *v, size_t l)
{
    const struct utility *w = c->utility;
    const size_t n_veto = w->scenario->n_veto, n = implementation_amounts(c);
    double *gain = c->gain + (w->first[k] + l) * n, *fall = c->fall + (w->first[k] + l) * n;

    for (size_t i = 0; i < n; i++) {
        const double *chance = reading_chances(w, v, w->scenario->veto_player[i % n_veto].party);
        gain[i] = fall[i] = 0;
        for (size_t r = 0; r < v->n_reading; r++) {
            const size_t at = (w->first[k] + v->level[r * w->scenario->n_table + k]) * n + i;
            gain[i] += chance[r] * c->gain[at];
            fall[i] += chance[r] * c->fall[at];
        }
    }
}

void implementation_fill(struct implementation *c, const double theta[])
{
    const struct scenario *s = c->utility->scenario;

    fill_times(c, theta);
    fill_guarantee(c, theta);
    for (size_t k = 0; k < s->n_table; k++) {
        fill_shares(c, k, theta);
        for (size_t l = 0; l < s->issue[k].n_level; l++)
            if (s->performance[k].in_order)
                fill_in_order(c, k, l, theta);
            else
                fill_level(c, k, l);
        for (size_t t = 0; t < s->n_vague; t++)
            mix_level(c, k, &s->vague[t], s->issue[k].n_level + t);
    }
}

void implementation_begin(const struct implementation *c, double gain[], double fall[])
{
    const size_t n_veto = c->utility->scenario->n_veto, n_before_end = (c->n_step + 1) * n_veto;

    memset(gain, 0, implementation_amounts(c) * sizeof *gain);
    for (size_t i = 0; i < implementation_amounts(c); i++) {
        const struct stake *stake = &c->utility->stake[i % n_veto];
        fall[i] = i < n_before_end ? stake->no_deal : stake->after; /* only what was carried out
                                                                       may go on */
    }
}

void implementation_add(const struct implementation *c, size_t issue, size_t level, double gain[],
                        double fall[])
{
    const size_t n = implementation_amounts(c), at = (c->utility->first[issue] + level) * n;

    for (size_t i = 0; i < n; i++) {
        gain[i] += c->gain[at + i];
        fall[i] += c->fall[at + i];
    }
}

void implementation_add_interactions(const struct implementation *c, const size_t level[],
                                     double gain[])
{
    const struct utility *w = c->utility;
    const struct scenario *s = w->scenario;

    for (size_t j = 0; j < s->n_veto; j++) {
        const struct party *party = &s->party[s->veto_player[j].party];
        double *end = &gain[(c->n_step + 1) * s->n_veto + j];
        for (size_t i = 0; i < party->n_interaction; i++) {
            const size_t at = w->first_bonus[j] + i;
            const double holds = reading_holds(w, j, &party->interaction[i].when, level);
            *end += holds * w->bonus[at] - w->bonus_at_nothing[at];
        }
    }
}

struct commitment implementation_commitment(const struct implementation *c, const size_t level[],
                                            struct discounts *own)
{
    const struct scenario *s = c->utility->scenario;
    const size_t at = guarantee_slots(s) > 1 ? level[s->guarantee.issue] : 0;

    return (struct commitment){ .n_step = c->n_step,
                                .n_veto = s->n_veto,
                                .actor = c->actor,
                                .discount = lapse_discount(c, level, own),
                                .shock = c->shock,
                                .penalty = c->penalty + at * c->n_step,
                                .relief = c->relief + at * c->n_step,
                                .noise = c->noise,
                                .keeps_word = c->keeps_word,
                                .tie = TIE,
                                .n_slope = c->n_slope,
                                .slope = c->slope };
}

/* One package's steps with its amounts. */
struct package_steps {
    struct commitment commitment;
    struct commitment_stock stock;
    double gain[COMMITMENT_ROWS(MAX_STEP) * MAX_VETO], fall[COMMITMENT_ROWS(MAX_STEP) * MAX_VETO];
    double lasts[MAX_VETO];
    struct discounts own;
};

static void open_package(const struct implementation *c, const size_t level[],
                         struct package_steps *p)
{
    static const double none[COMMITMENT_ROWS(MAX_STEP) * MAX_VETO] = { 0 };
    const struct scenario *s = c->utility->scenario;

    discounts_clear(&p->own);
    p->commitment = implementation_commitment(c, level, &p->own);
    implementation_begin(c, p->gain, p->fall);
    for (size_t k = 0; k < s->n_table; k++)
        implementation_add(c, k, level[k], p->gain, p->fall);
    implementation_add_interactions(c, level, p->gain);
    for (size_t j = 0; j < s->n_veto; j++)
        p->lasts[j] = utility_lasts(c->utility, j, level);
    p->stock = (struct commitment_stock){ 1, 1, p->gain, p->fall, none, none, p->lasts };
}

void implementation_felt(const struct implementation *c, const double slope[], double felt[])
{
    for (size_t p = 0; p < c->utility->scenario->n_party; p++)
        felt[p] = 0;
    for (size_t i = 0; i < c->n_slope; i++)
        felt[c->slope[i]] = 1 - slope[i];
}

/* Turns a commitment's values and slopes into surpluses and felt[].  begins: the probability that
 * the first step is performed. */
static void take_refused(const struct implementation *c, const size_t level[], const double value[],
                         double begins, double surplus[], double felt[])
{
    const size_t n_veto = c->utility->scenario->n_veto;

    for (size_t j = 0; j < n_veto; j++)
        surplus[j] = value[j] - c->utility->stake[j].refused -
                     utility_charge(c->utility, j, level) - (begins > 0 ? 0 : IDLE);
    implementation_felt(c, value + n_veto, felt);
}

void implementation_surplus(const struct implementation *c, const size_t level[], double surplus[],
                            double felt[])
{
    double value[MAX_VETO + MAX_PARTY], performs[MAX_STEP];
    struct package_steps p;

    open_package(c, level, &p);
    commitment_follow(&p.commitment, &p.stock, value, NULL, performs, NULL);
    take_refused(c, level, value, performs[0], surplus, felt);
}

/* The way on which everybody performs: nobody may break off, and all are of one kind.  margin:
 * [n_step] as commitment_follow has it. */
static void follow_if_kept(const struct implementation *c, const size_t level[],
                           const struct package_steps *p, double surplus[], double felt[],
                           double margin[])
{
    double never[MAX_STEP], plain[MAX_STEP] = { 0 }, known[MAX_VETO] = { 0 };
    double value[MAX_VETO + MAX_PARTY];
    struct commitment all_perform = p->commitment;

    for (size_t n = 0; n < c->n_step; n++)
        never[n] = 1e100; /* finite, so that 0 times it is 0 */
    all_perform.penalty = never;
    all_perform.noise = plain;
    all_perform.keeps_word = known;
    commitment_follow(&all_perform, &p->stock, value, NULL, NULL, margin);
    take_refused(c, level, value, 1, surplus, felt);
}

void implementation_if_kept(const struct implementation *c, const size_t level[], double surplus[],
                            double felt[])
{
    double margin[MAX_STEP];
    struct package_steps p;

    open_package(c, level, &p);
    follow_if_kept(c, level, &p, surplus, felt, margin);
}

void implementation_follow(const struct implementation *c, const size_t level[],
                           struct implemented *implemented)
{
    struct package_steps p;
    double value[MAX_VETO + MAX_PARTY], margin[MAX_STEP], reach = 1;

    open_package(c, level, &p);
    commitment_follow(&p.commitment, &p.stock, value, &implemented->complete, implemented->performs,
                      NULL);
    take_refused(c, level, value, implemented->performs[0], implemented->surplus,
                 implemented->felt);
    follow_if_kept(c, level, &p, implemented->if_kept, implemented->felt_if_kept, margin);
    for (size_t n = 0; n < c->n_step; n++) {
        implemented->gap[n] = fmax(0, -margin[n]);
        implemented->own[n] = c->own_penalty[n];
        implemented->guarantee[n] = p.commitment.penalty[n] - c->own_penalty[n];
        implemented->reach[n] = reach;
        reach *= implemented->performs[n] * (1 - c->shock[n]);
    }
}
