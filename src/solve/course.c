/* course.c - how an agreement would be carried out, phase by phase, in one draw */
#include "course.h"

#include "lapse.h"
#include "reading.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)MAX_STEP <= CHAIN_MAX_STEP && (int)MAX_JUDGE <= CHAIN_MAX_JUDGE &&
                  (int)MAX_PARTY <= CHAIN_MAX_SLOPE && (int)MAX_TYPED <= CHAIN_MAX_TYPED,
              "any course fits a chain");

/* Levels of the guarantee's issue; one where it is not on the table, or there is none. */
static size_t guarantee_levels(const struct scenario *s)
{
    const int k = scenario_guarantee_issue(s);
    return k == NO_ISSUE ? 1 : scenario_slots(s, (size_t)k);
}

size_t course_amounts(const struct course *c)
{
    return CHAIN_ROWS(c->n_step) * c->worth->scenario->n_judge;
}

static size_t phases_of(const struct course *c)
{
    return c->split > 0 ? c->split : c->worth->scenario->n_phase;
}

static void add_steps(struct course *c, size_t phase, size_t n_turn, size_t n_actor,
                      const size_t actor[])
{
    for (size_t turn = 0; turn < n_turn; turn++)
        for (size_t a = 0; a < n_actor; a++) {
            c->actor[c->n_step] = actor[a];
            c->step[c->n_step++] =
                (struct step){ phase, turn, actor[a], turn + 1 == n_turn && a + 1 == n_actor };
        }
}

/* Every party that acts in some phase: in the order of the first, then those of later ones. */
static size_t find_actors(const struct scenario *s, size_t actor[MAX_PARTY])
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_phase; i++)
        for (size_t a = 0; a < s->phase[i].n_actor; a++) {
            size_t known = 0;
            while (known < n && actor[known] != s->phase[i].actor[a])
                known++;
            if (known == n)
                actor[n++] = s->phase[i].actor[a];
        }
    return n;
}

/* Turns of each of the equal phases: fewer than the first has where they would not fit. */
static size_t split_turns(const struct scenario *s, size_t n_actor)
{
    const size_t most = MAX_STEP / n_actor;
    return s->phase[0].n_turn < most ? s->phase[0].n_turn : most;
}

size_t course_most_split(const struct scenario *s)
{
    size_t actor[MAX_PARTY], n = find_actors(s, actor), most = MAX_STEP / (n * split_turns(s, n));
    return most < MAX_PHASE ? most : MAX_PHASE;
}

static void make_steps(struct course *c, const struct scenario *s)
{
    size_t actor[MAX_PARTY], n = find_actors(s, actor);

    for (size_t i = 0; i < phases_of(c); i++)
        if (c->split > 0)
            add_steps(c, i, split_turns(s, n), n, actor);
        else
            add_steps(c, i, s->phase[i].n_turn, s->phase[i].n_actor, s->phase[i].actor);
}

enum error_code course_init(struct course *c, const struct worth *w, size_t split,
                            struct error *err)
{
    const struct scenario *s = w->scenario;

    *c = (struct course){ .worth = w, .split = split };
    make_steps(c, s);
    for (size_t p = 0; p < s->n_party; p++)
        if (party_asks_bodies(&s->party[p]))
            c->slope[c->n_slope++] = p;
    c->gain = memory_alloc(w->n_slot * course_amounts(c), sizeof *c->gain, err);
    c->fall = memory_alloc(w->n_slot * course_amounts(c), sizeof *c->fall, err);
    c->penalty = memory_alloc(guarantee_levels(s) * c->n_step, sizeof *c->penalty, err);
    c->relief = memory_alloc(guarantee_levels(s) * c->n_step, sizeof *c->relief, err);
    return err->code;
}

void course_release(struct course *c)
{
    free(c->gain);
    free(c->fall);
    free(c->penalty);
    free(c->relief);
    *c = (struct course){ .worth = NULL };
}

/* The share of an issue that each step performs: of each phase's share, at the turn of the party
 * that performs it.  What nobody performs takes effect at the end. */
static void fill_shares(struct course *c, size_t k, const double theta[])
{
    const struct performance *p = &c->worth->scenario->performance[k];
    const size_t *given = c->split > 0 ? NULL : p->share;
    double *share = c->share[k], sum = 0, turns[MAX_PHASE] = { 0 };

    for (size_t n = 0; n < c->n_step; n++)
        turns[c->step[n].phase] = (double)c->step[n].turn + 1;
    for (size_t i = 0; i < phases_of(c); i++)
        sum += given ? theta[given[i]] : 1;
    memset(share, 0, sizeof c->share[k]);
    if (p->by == NO_PARTY || !(sum > 0)) {
        share[c->n_step] = 1;
        return;
    }
    for (size_t n = 0; n < c->n_step; n++) {
        const size_t phase = c->step[n].phase;
        if (c->step[n].actor == (size_t)p->by)
            share[n] = (given ? theta[given[phase]] : 1) / sum / turns[phase];
    }
}

static void fill_times(struct course *c, const double theta[])
{
    const struct scenario *s = c->worth->scenario;
    double shock[MAX_PHASE];

    lapse_fill(c, theta, shock);
    for (size_t n = 0; n < c->n_step; n++) {
        const struct party *actor = &s->party[c->step[n].actor];
        c->noise[n] = parameter_or(theta, actor->noise, 0);
        c->own_penalty[n] = parameter_or(theta, actor->breaking_off, 0);
        c->shock[n] = c->step[n].ends_phase ? shock[c->step[n].phase] : 0;
    }
    for (size_t j = 0; j < s->n_judge; j++)
        c->keeps_word[j] = j < s->n_party ? parameter_or(theta, s->party[j].keeps_word, 0) : 0;
}

/* Who breaks off pays by its own reading. */
static void mix_guarantee(struct course *c, size_t l, const struct vague *v)
{
    const struct scenario *s = c->worth->scenario;

    for (size_t n = 0; n < c->n_step; n++) {
        const double *chance = reading_chances(c->worth, v, c->actor[n]);
        double *penalty = &c->penalty[l * c->n_step + n], *relief = &c->relief[l * c->n_step + n];
        *penalty = *relief = 0;
        for (size_t r = 0; r < v->n_reading; r++) {
            const size_t at = v->level[r * s->n_table + (size_t)s->guarantee.issue] * c->n_step + n;
            *penalty += chance[r] * c->penalty[at];
            *relief += chance[r] * c->relief[at];
        }
    }
}

/* What breaking off at a step costs the actor and brings the others, by level of the guarantee. */
static void fill_guarantee(struct course *c, const double theta[])
{
    const struct scenario *s = c->worth->scenario;
    const struct guarantee *g = &s->guarantee;

    const bool on_table = scenario_guarantee_issue(s) != NO_ISSUE;
    const size_t n_level = on_table ? s->issue[g->issue].n_level : 1;

    for (size_t l = 0; l < n_level; l++) {
        double penalty = 0, relief = 0;
        if (g->issue != NO_ISSUE) {
            const struct issue *issue = &s->issue[g->issue];
            const double level = issue->on_table ? issue->level[l] : issue->nothing;
            penalty = value_at(&g->penalty, theta, level) *
                      (g->has_applied ? value_at(&g->applied, theta, level) : 1);
            relief = g->has_relief ? value_at(&g->relief, theta, level) : 0;
        }
        for (size_t n = 0; n < c->n_step; n++) {
            bool bound = g->issue != NO_ISSUE && g->binds[c->actor[n]];
            c->penalty[l * c->n_step + n] = c->own_penalty[n] + (bound ? penalty : 0);
            c->relief[l * c->n_step + n] = bound ? relief : 0;
        }
    }
    for (size_t l = n_level; l < guarantee_levels(s); l++)
        mix_guarantee(c, l, &s->vague[l - n_level]);
}

/* The share of issue k that a row of amounts stands for: of a step, of nothing after all steps, and
 * of what takes effect at the end. */
static double share_in_row(const struct course *c, size_t k, size_t row)
{
    if (row == c->n_step)
        return 0;
    return c->share[k][row < c->n_step ? row : c->n_step];
}

/* Level by level: as far as a share of the way from nothing to level l of issue k is worth to judge
 * j, and what of its no deal has moved. */
static void on_the_way(const struct course *c, size_t j, size_t k, size_t l, double share,
                       const double theta[], double *gain, double *lever)
{
    const struct issue *issue = &c->worth->scenario->issue[k];
    const double level = issue->nothing + fmin(1, share) * (issue->level[l] - issue->nothing);

    *gain = worth_part_at(c->worth, j, k, level, theta) -
            c->worth->start[j * c->worth->scenario->n_table + k];
    *lever = worth_lever_at(c->worth, j, k, level, theta);
}

/* fill_level for an issue that is performed level by level. */
static void fill_in_order(struct course *c, size_t k, size_t l, const double theta[])
{
    const struct worth *w = c->worth;
    const size_t n_judge = w->scenario->n_judge, at = (w->first[k] + l) * course_amounts(c);

    for (size_t j = 0; j < n_judge; j++) {
        double done = 0, gain = 0, lever = 0;
        for (size_t row = 0; row < CHAIN_ROWS(c->n_step); row++) {
            const double had = gain, moved = lever;
            done += share_in_row(c, k, row);
            if (done > 0)
                on_the_way(c, j, k, l, done, theta, &gain, &lever);
            c->gain[at + row * n_judge + j] = gain - had;
            c->fall[at + row * n_judge + j] = row > c->n_step ? lever : moved;
        }
    }
}

/* What level l of issue k brings each judge at each step, and moves of its no deal from the next
 * step on. */
static void fill_level(struct course *c, size_t k, size_t l)
{
    const struct worth *w = c->worth;
    const size_t n_judge = w->scenario->n_judge, at = (w->first[k] + l) * course_amounts(c);

    for (size_t j = 0; j < n_judge; j++) {
        const size_t slot = j * w->n_slot + w->first[k] + l;
        const double gain = w->part[slot] - w->start[j * w->scenario->n_table + k];
        double done = 0;
        for (size_t row = 0; row < CHAIN_ROWS(c->n_step); row++) {
            const bool is_end = row > c->n_step;
            const double share = share_in_row(c, k, row);
            done = is_end ? done + share : done;
            c->gain[at + row * n_judge + j] = share * gain;
            c->fall[at + row * n_judge + j] = done * w->lever[slot];
            done += share;
        }
    }
}

/* What stands for the readings of a vague text adds their mean, each judge's by its own chances. */
static void mix_level(struct course *c, size_t k, const struct vague *v, size_t l)
{
    const struct worth *w = c->worth;
    const size_t n_judge = w->scenario->n_judge, n = course_amounts(c);
    double *gain = c->gain + (w->first[k] + l) * n, *fall = c->fall + (w->first[k] + l) * n;

    for (size_t i = 0; i < n; i++) {
        const double *chance = reading_chances(w, v, w->scenario->judge[i % n_judge].party);
        gain[i] = fall[i] = 0;
        for (size_t r = 0; r < v->n_reading; r++) {
            const size_t at = (w->first[k] + v->level[r * w->scenario->n_table + k]) * n + i;
            gain[i] += chance[r] * c->gain[at];
            fall[i] += chance[r] * c->fall[at];
        }
    }
}

void course_fill(struct course *c, const double theta[])
{
    const struct scenario *s = c->worth->scenario;

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

void course_begin(const struct course *c, double gain[], double fall[])
{
    const size_t n_judge = c->worth->scenario->n_judge, n_before_end = (c->n_step + 1) * n_judge;

    memset(gain, 0, course_amounts(c) * sizeof *gain);
    for (size_t i = 0; i < course_amounts(c); i++) {
        const struct stake *stake = &c->worth->stake[i % n_judge];
        fall[i] = i < n_before_end ? stake->no_deal : stake->after; /* only what was carried out
                                                                       may go on */
    }
}

void course_add(const struct course *c, size_t issue, size_t level, double gain[], double fall[])
{
    const size_t n = course_amounts(c), at = (c->worth->first[issue] + level) * n;

    for (size_t i = 0; i < n; i++) {
        gain[i] += c->gain[at + i];
        fall[i] += c->fall[at + i];
    }
}

void course_add_interactions(const struct course *c, const size_t level[], double gain[])
{
    const struct worth *w = c->worth;
    const struct scenario *s = w->scenario;

    for (size_t j = 0; j < s->n_judge; j++) {
        const struct party *party = &s->party[s->judge[j].party];
        double *end = &gain[(c->n_step + 1) * s->n_judge + j];
        for (size_t i = 0; i < party->n_interaction; i++) {
            const size_t at = w->first_bonus[j] + i;
            const double holds = reading_holds(w, j, &party->interaction[i].when, level);
            *end += holds * w->bonus[at] - w->bonus_at_nothing[at];
        }
    }
}

struct chain course_chain(const struct course *c, const size_t level[], double discount[])
{
    const struct scenario *s = c->worth->scenario;
    const size_t at = guarantee_levels(s) > 1 ? level[s->guarantee.issue] : 0;

    return (struct chain){ .n_step = c->n_step,
                           .n_judge = s->n_judge,
                           .actor = c->actor,
                           .discount = lapse_discount(c, level, discount),
                           .shock = c->shock,
                           .penalty = c->penalty + at * c->n_step,
                           .relief = c->relief + at * c->n_step,
                           .noise = c->noise,
                           .keeps_word = c->keeps_word,
                           .tie = TIE,
                           .n_slope = c->n_slope,
                           .slope = c->slope };
}

/* One package's chain with its amounts. */
struct package_chain {
    struct chain chain;
    struct chain_stock stock;
    double gain[CHAIN_ROWS(MAX_STEP) * MAX_JUDGE], fall[CHAIN_ROWS(MAX_STEP) * MAX_JUDGE];
    double lasts[MAX_JUDGE], discount[MAX_STEP * MAX_JUDGE];
};

static void open_package(const struct course *c, const size_t level[], struct package_chain *p)
{
    static const double none[CHAIN_ROWS(MAX_STEP) * MAX_JUDGE] = { 0 };
    const struct scenario *s = c->worth->scenario;

    p->chain = course_chain(c, level, p->discount);
    course_begin(c, p->gain, p->fall);
    for (size_t k = 0; k < s->n_table; k++)
        course_add(c, k, level[k], p->gain, p->fall);
    course_add_interactions(c, level, p->gain);
    for (size_t j = 0; j < s->n_judge; j++)
        p->lasts[j] = worth_lasts(c->worth, j, level);
    p->stock = (struct chain_stock){ 1, 1, p->gain, p->fall, none, none, p->lasts };
}

void course_felt(const struct course *c, const double slope[], double felt[])
{
    for (size_t p = 0; p < c->worth->scenario->n_party; p++)
        felt[p] = 0;
    for (size_t i = 0; i < c->n_slope; i++)
        felt[c->slope[i]] = 1 - slope[i];
}

/* From values and slopes to surpluses and what they feel; `begins`: the first step is performed
 * with that probability. */
static void take_refused(const struct course *c, const size_t level[], const double value[],
                         double begins, double surplus[], double felt[])
{
    const size_t n_judge = c->worth->scenario->n_judge;

    for (size_t j = 0; j < n_judge; j++)
        surplus[j] = value[j] - c->worth->stake[j].refused - worth_charge(c->worth, j, level) -
                     (begins > 0 ? 0 : IDLE);
    course_felt(c, value + n_judge, felt);
}

void course_surplus(const struct course *c, const size_t level[], double surplus[], double felt[])
{
    double value[MAX_JUDGE + MAX_PARTY], performs[MAX_STEP];
    struct package_chain p;

    open_package(c, level, &p);
    chain_follow(&p.chain, &p.stock, value, NULL, performs, NULL);
    take_refused(c, level, value, performs[0], surplus, felt);
}

/* The way on which everybody performs: nobody may break off, and all are of one kind.  margin:
 * [n_step] as chain_follow has it. */
static void follow_if_kept(const struct course *c, const size_t level[],
                           const struct package_chain *p, double surplus[], double felt[],
                           double margin[])
{
    double never[MAX_STEP], plain[MAX_STEP] = { 0 }, known[MAX_JUDGE] = { 0 };
    double value[MAX_JUDGE + MAX_PARTY];
    struct chain all_perform = p->chain;

    for (size_t n = 0; n < c->n_step; n++)
        never[n] = 1e100; /* finite: nothing times it is nothing */
    all_perform.penalty = never;
    all_perform.noise = plain;
    all_perform.keeps_word = known;
    chain_follow(&all_perform, &p->stock, value, NULL, NULL, margin);
    take_refused(c, level, value, 1, surplus, felt);
}

void course_if_kept(const struct course *c, const size_t level[], double surplus[], double felt[])
{
    double margin[MAX_STEP];
    struct package_chain p;

    open_package(c, level, &p);
    follow_if_kept(c, level, &p, surplus, felt, margin);
}

void course_follow(const struct course *c, const size_t level[], struct passage *passage)
{
    struct package_chain p;
    double value[MAX_JUDGE + MAX_PARTY], margin[MAX_STEP], reach = 1;

    open_package(c, level, &p);
    chain_follow(&p.chain, &p.stock, value, &passage->complete, passage->performs, NULL);
    take_refused(c, level, value, passage->performs[0], passage->surplus, passage->felt);
    follow_if_kept(c, level, &p, passage->if_kept, passage->felt_if_kept, margin);
    for (size_t n = 0; n < c->n_step; n++) {
        passage->gap[n] = fmax(0, -margin[n]);
        passage->own[n] = c->own_penalty[n];
        passage->guarantee[n] = p.chain.penalty[n] - c->own_penalty[n];
        passage->reach[n] = reach;
        reach *= passage->performs[n] * (1 - c->shock[n]);
    }
}
