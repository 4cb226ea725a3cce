/* hold.c - what becomes of each proposal once it is signed, over many draws */
#include "hold.h"

#include <math.h>
#include <stdlib.h>

/* The spreads of a proposal, one kind after another. */
enum kind {
    GAP,       /* [n_step] */
    PENALTY,   /* [n_step] */
    PERFORMS,  /* [n_step] */
    REACH,     /* [n_step] */
    DONE,      /* [n_step] */
    ALIVE,     /* [2 * (n_phase + 1)] */
    DELIVERED, /* [n_table * n_phase] */
    KEPT,      /* [1] */
    MISTRUSTS, /* [n_party * n_phase] */
    SPLIT,     /* [n_split * HOLD_SPLIT_COUNT] */
    TRUST,     /* [2 * n_pair] */
    KINDS,
};

static size_t how_many(const struct hold *h, enum kind kind)
{
    const struct scenario *s = h->scenario;

    switch (kind) {
    case GAP:
    case PENALTY:
    case PERFORMS:
    case REACH:
    case DONE:
        return h->n_step;
    case ALIVE:
        return 2 * (s->n_phase + 1);
    case DELIVERED:
        return s->n_table * s->n_phase;
    case KEPT:
        return 1;
    case MISTRUSTS:
        return s->n_party * s->n_phase;
    case SPLIT:
        return h->n_split * HOLD_SPLIT_COUNT;
    case TRUST:
        return 2 * h->n_pair;
    case KINDS:
        break;
    }
    return 0;
}

static uint64_t *spread_at(const struct hold *h, size_t proposal, enum kind kind, size_t i)
{
    for (int before = 0; before < (int)kind; before++)
        i += how_many(h, (enum kind)before);
    return h->cell + (proposal * h->n_spread + i) * SPREAD_CELLS;
}

uint64_t *hold_gap(const struct hold *h, size_t proposal, size_t step)
{
    return spread_at(h, proposal, GAP, step);
}

uint64_t *hold_penalty(const struct hold *h, size_t proposal, size_t step)
{
    return spread_at(h, proposal, PENALTY, step);
}

uint64_t *hold_performs(const struct hold *h, size_t proposal, size_t step)
{
    return spread_at(h, proposal, PERFORMS, step);
}

uint64_t *hold_reach(const struct hold *h, size_t proposal, size_t step)
{
    return spread_at(h, proposal, REACH, step);
}

uint64_t *hold_done(const struct hold *h, size_t proposal, size_t step)
{
    return spread_at(h, proposal, DONE, step);
}

uint64_t *hold_alive(const struct hold *h, size_t proposal, size_t phase, bool at_end)
{
    return spread_at(h, proposal, ALIVE, 2 * phase + at_end);
}

uint64_t *hold_delivered(const struct hold *h, size_t proposal, size_t issue, size_t phase)
{
    return spread_at(h, proposal, DELIVERED, issue * h->scenario->n_phase + phase);
}

uint64_t *hold_kept(const struct hold *h, size_t proposal)
{
    return spread_at(h, proposal, KEPT, 0);
}

uint64_t *hold_mistrusts(const struct hold *h, size_t proposal, size_t party, size_t phase)
{
    return spread_at(h, proposal, MISTRUSTS, party * h->scenario->n_phase + phase);
}

uint64_t *hold_split(const struct hold *h, size_t proposal, size_t split, int what)
{
    return spread_at(h, proposal, SPLIT, (split - 1) * HOLD_SPLIT_COUNT + (size_t)what);
}

uint64_t *hold_trust(const struct hold *h, size_t proposal, size_t pair, bool to_go_on)
{
    return spread_at(h, proposal, TRUST, 2 * pair + to_go_on);
}

static bool acts(const struct hold *h, size_t p)
{
    for (size_t n = 0; n < h->n_step; n++)
        if (h->step[n].actor == p)
            return true;
    return false;
}

/* Trust is asked of every party about every other that performs something; with noisy choices
 * there are no two kinds of party. */
static void find_pairs(struct hold *h)
{
    const struct scenario *s = h->scenario;

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].noise != NO_PARAMETER)
            return;
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t t = 0; t < s->n_party; t++)
            if (p != t && acts(h, p) && acts(h, t)) {
                h->pair[h->n_pair].signer = p;
                h->pair[h->n_pair++].about = t;
            }
}

enum error_code hold_init(struct hold *h, const struct scenario *s, const struct course *c,
                          struct error *err)
{
    *h = (struct hold){ .scenario = s, .n_step = c->n_step };
    for (size_t n = 0; n < c->n_step; n++)
        h->step[n] = c->step[n];
    h->n_split = course_most_split(s) < HOLD_SPLITS ? course_most_split(s) : HOLD_SPLITS;
    find_pairs(h);
    for (int kind = 0; kind < KINDS; kind++)
        h->n_spread += how_many(h, (enum kind)kind);
    h->cell = memory_alloc(s->n_proposal * h->n_spread * SPREAD_CELLS, sizeof *h->cell, err);
    return err->code;
}

void hold_release(struct hold *h)
{
    free(h->cell);
    *h = (struct hold){ .scenario = NULL };
}

void hold_add(struct hold *h, const struct hold *more)
{
    const size_t n = h->scenario ? h->scenario->n_proposal * h->n_spread * SPREAD_CELLS : 0;

    for (size_t i = 0; i < n; i++)
        h->cell[i] += more->cell[i];
}

enum error_code hold_space_init(struct hold_space *space, const struct deal *deal,
                                struct error *err)
{
    enum error_code code = OK;

    for (size_t i = 0; code == OK && i < HOLD_SPLITS && i < course_most_split(deal->scenario); i++)
        code = course_init(&space->split[i], &deal->worth, i + 1, err);
    return code;
}

void hold_space_release(struct hold_space *space)
{
    for (size_t i = 0; i < HOLD_SPLITS; i++)
        course_release(&space->split[i]);
}

static bool all_accept(const struct deal *deal, const size_t level[], const double surplus[])
{
    for (size_t p = 0; p < deal->scenario->n_party; p++)
        if (!deal_accepts(deal, p, level, surplus))
            return false;
    return true;
}

static void take_steps(const struct hold *h, size_t i, const struct passage *passage)
{
    for (size_t n = 0; n < h->n_step; n++) {
        spread_add(hold_gap(h, i, n), passage->gap[n]);
        spread_add(hold_penalty(h, i, n), passage->penalty[n]);
        spread_add(hold_performs(h, i, n), passage->performs[n]);
        spread_add(hold_reach(h, i, n), passage->reach[n]);
        spread_add(hold_done(h, i, n), passage->reach[n] * passage->performs[n]);
    }
}

/* The chance that the agreement outlasts its last phase, as the issue has it; 1 when none does. */
static double lasts(const struct deal *deal, const size_t level[])
{
    const struct scenario *s = deal->scenario;

    if (s->lasts_issue == NO_ISSUE)
        return 1;
    const struct issue *issue = &s->issue[s->lasts_issue];
    return value_at(&issue->lasts, deal->theta, scenario_level(s, (size_t)s->lasts_issue, level));
}

static void take_life(const struct hold *h, size_t i, const struct deal *deal, const size_t level[],
                      const struct passage *passage)
{
    const size_t n_phase = h->scenario->n_phase;
    double alive = 1;

    for (size_t n = 0; n < h->n_step; n++) {
        alive *= passage->performs[n];
        if (!h->step[n].ends_phase)
            continue;
        spread_add(hold_alive(h, i, h->step[n].phase, false), alive);
        alive *= 1 - deal->course.shock[n];
        spread_add(hold_alive(h, i, h->step[n].phase, true), alive);
    }
    spread_add(hold_alive(h, i, n_phase, false), alive);
    spread_add(hold_alive(h, i, n_phase, true), alive * lasts(deal, level));
}

static void take_deliveries(const struct hold *h, size_t i, const struct course *course,
                            const struct passage *passage)
{
    const struct scenario *s = h->scenario;

    for (size_t k = 0; k < s->n_table; k++) {
        double delivered = 0;
        for (size_t n = 0; n < h->n_step; n++) {
            delivered += course->share[k][n] * passage->reach[n] * passage->performs[n];
            if (h->step[n].ends_phase)
                spread_add(hold_delivered(h, i, k, h->step[n].phase), fmin(1, delivered));
        }
    }
}

/* The phase in which things come undone: that of the last step whose actor would break off although
 * all later ones would be performed, which undoes those before it; else of the least likely. */
static size_t undone_phase(const struct hold *h, const struct passage *passage)
{
    size_t weakest = 0;

    for (size_t n = h->n_step; n-- > 0;)
        if (passage->gap[n] > passage->penalty[n] + TIE)
            return h->step[n].phase;
    for (size_t n = 1; n < h->n_step; n++)
        if (passage->performs[n] < passage->performs[weakest])
            weakest = n;
    return h->step[weakest].phase;
}

static void take_answers(const struct hold *h, size_t i, const struct deal *deal,
                         const size_t level[], const struct passage *passage)
{
    const size_t undone = undone_phase(h, passage);
    bool signed_by_all = all_accept(deal, level, passage->surplus);

    spread_add(hold_kept(h, i), signed_by_all ? passage->complete : 0);
    for (size_t p = 0; p < h->scenario->n_party; p++) {
        bool mistrusts = !deal_accepts(deal, p, level, passage->surplus) &&
                         deal_accepts(deal, p, level, passage->if_kept);
        for (size_t phase = 0; phase < h->scenario->n_phase; phase++)
            spread_add(hold_mistrusts(h, i, p, phase), mistrusts && phase == undone);
    }
}

static void take_split(const struct hold *h, size_t i, size_t split, const struct course *course,
                       const struct deal *deal, const size_t level[])
{
    struct passage passage;
    double widest = 0;

    course_follow(course, level, &passage);
    for (size_t n = 0; n < course->n_step; n++)
        widest = fmax(widest, passage.gap[n]);
    spread_add(hold_split(h, i, split, HOLD_SPLIT_ACCEPTED),
               all_accept(deal, level, passage.surplus));
    spread_add(hold_split(h, i, split, HOLD_SPLIT_COMPLETE), passage.complete);
    spread_add(hold_split(h, i, split, HOLD_SPLIT_GAP), widest);
}

/* Whether a belief is enough for the signer to sign, or to perform whenever it is its turn. */
static bool is_enough(struct course *course, const struct deal *deal, size_t signer, size_t about,
                      double belief, bool to_go_on, const size_t level[])
{
    struct passage passage;

    course->keeps_word[about] = belief;
    course_follow(course, level, &passage);
    if (!to_go_on)
        return deal_accepts(deal, signer, level, passage.surplus);
    for (size_t n = 0; n < course->n_step; n++)
        if (course->actor[n] == signer && passage.performs[n] < 1)
            return false;
    return true;
}

/* The least belief that is enough, to 1 / SPREAD_STEPS, by halving; INFINITY when none is. */
static double least_belief(struct course *course, const struct deal *deal, size_t signer,
                           size_t about, bool to_go_on, const size_t level[])
{
    double low = 0, high = 1;

    if (is_enough(course, deal, signer, about, 0, to_go_on, level))
        return 0;
    if (!is_enough(course, deal, signer, about, 1, to_go_on, level))
        return INFINITY;
    while (high - low > 0.5 / SPREAD_STEPS) {
        double middle = (low + high) / 2;
        *(is_enough(course, deal, signer, about, middle, to_go_on, level) ? &high : &low) = middle;
    }
    return high;
}

static void take_trust(const struct hold *h, size_t i, struct course *course,
                       const struct deal *deal, const size_t level[])
{
    for (size_t pair = 0; pair < h->n_pair; pair++) {
        const size_t about = h->pair[pair].about;
        const double stated = deal->course.keeps_word[about];
        for (int on = 0; on < 2; on++) {
            double least = least_belief(course, deal, h->pair[pair].signer, about, on == 1, level);
            uint64_t *spread = hold_trust(h, i, pair, on == 1);
            if (least < INFINITY)
                spread_add(spread, least);
            else
                spread[SPREAD_CELLS - 1]++;
        }
        course->keeps_word[about] = stated;
    }
}

void hold_take(struct hold *h, struct hold_space *space, const struct deal *deal)
{
    const struct scenario *s = h->scenario;

    for (size_t i = 0; i < h->n_split; i++)
        course_fill(&space->split[i], deal->theta);
    space->trusting = deal->course;
    for (size_t i = 0; i < s->n_proposal; i++) {
        const size_t *level = s->proposal[i].level;
        struct passage passage;
        course_follow(&deal->course, level, &passage);
        take_steps(h, i, &passage);
        take_life(h, i, deal, level, &passage);
        take_deliveries(h, i, &deal->course, &passage);
        take_answers(h, i, deal, level, &passage);
        for (size_t split = 1; split <= h->n_split; split++)
            take_split(h, i, split, &space->split[split - 1], deal, level);
        take_trust(h, i, &space->trusting, deal, level);
    }
}
