/* hold.c - what becomes of each proposal once it is signed, over many draws */
#include "hold.h"

#include "agreement.h"
#include "reading.h"

#include <math.h>
#include <stdlib.h>

static const size_t cells_of[HOLD_KINDS] = {
#define X(kind, cells, what) [HOLD_##kind] = cells,
    HOLD_LIST(X)
#undef X
};

static size_t how_many(const struct hold *h, enum hold_kind kind)
{
    const struct scenario *s = h->scenario;

    switch (kind) {
    case HOLD_ALIVE:
        return 2 * (s->n_phase + 1);
    case HOLD_DELIVERED:
        return s->n_table * s->n_phase;
    case HOLD_KEPT:
    case HOLD_FOR_NOTHING:
        return 1;
    case HOLD_MISTRUSTS:
        return s->n_party;
    case HOLD_MISTRUSTED:
        return s->n_party * s->n_phase;
    case HOLD_SPLIT:
        return h->n_split * HOLD_SPLIT_COUNT;
    case HOLD_TRUST:
        return 2 * h->n_pair;
    default:
        return h->n_step;
    }
}

uint64_t *hold_at(const struct hold *h, size_t proposal, enum hold_kind kind, size_t i)
{
    return h->cell + proposal * h->n_cell + h->first[kind] + i * cells_of[kind];
}

size_t hold_alive(size_t phase, bool at_end)
{
    return 2 * phase + at_end;
}

size_t hold_of_phase(const struct hold *h, size_t what, size_t phase)
{
    return what * h->scenario->n_phase + phase;
}

size_t hold_split(size_t split, int what)
{
    return (split - 1) * HOLD_SPLIT_COUNT + (size_t)what;
}

size_t hold_trust(size_t pair, bool to_go_on)
{
    return 2 * pair + to_go_on;
}

static bool acts(const struct hold *h, size_t p)
{
    for (size_t n = 0; n < h->n_step; n++)
        if (h->step[n].actor == p)
            return true;
    return false;
}

/* Whether `about` may be taken to be of two kinds beside those who are. */
static bool may_be_typed(const struct scenario *s, size_t about)
{
    size_t typed = 0;

    for (size_t p = 0; p < s->n_party; p++)
        typed += p != about && s->party[p].keeps_word != NONE;
    return typed < MAX_TYPED;
}

/* Trust is asked of every party about every other that performs something; with noisy choices
 * there are no two kinds of party. */
static void find_pairs(struct hold *h)
{
    const struct scenario *s = h->scenario;

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].noise != NONE)
            return;
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t t = 0; t < s->n_party; t++)
            if (p != t && acts(h, p) && acts(h, t) && may_be_typed(s, t)) {
                h->pair[h->n_pair].signer = p;
                h->pair[h->n_pair++].about = t;
            }
}

static void lay_out(struct hold *h)
{
    for (int kind = 0; kind < HOLD_KINDS; kind++) {
        h->first[kind] = h->n_cell;
        h->n_cell += how_many(h, (enum hold_kind)kind) * cells_of[kind];
    }
}

double hold_bytes(const struct scenario *s)
{
    if (s->n_phase == 0)
        return 0;
    struct hold h = { .scenario = s,
                      .n_step = scenario_steps(s),
                      .n_pair = s->n_party * s->n_party,
                      .n_split = HOLD_SPLITS };

    lay_out(&h);
    return (double)(s->n_proposal * h.n_cell) * sizeof *h.cell;
}

enum error_code hold_init(struct hold *h, const struct scenario *s, const struct implementation *c,
                          struct error *err)
{
    *h = (struct hold){ .scenario = NULL };
    if (s->n_phase == 0)
        return OK;
    const size_t most = steps_most_split(s);
    *h = (struct hold){ .scenario = s,
                        .n_step = c->n_step,
                        .n_split = most < HOLD_SPLITS ? most : HOLD_SPLITS };
    for (size_t n = 0; n < c->n_step; n++)
        h->step[n] = c->step[n];
    find_pairs(h);
    lay_out(h);
    h->cell = memory_alloc(s->n_proposal * h->n_cell, sizeof *h->cell, err);
    return err->code;
}

void hold_release(struct hold *h)
{
    free(h->cell);
    *h = (struct hold){ .scenario = NULL };
}

void hold_add(struct hold *h, const struct hold *more)
{
    const size_t n = h->scenario ? h->scenario->n_proposal * h->n_cell : 0;

    for (size_t i = 0; i < n; i++)
        h->cell[i] += more->cell[i];
}

enum error_code hold_space_init(struct hold_space *space, const struct appraisal *appraisal,
                                struct error *err)
{
    enum error_code code = OK;

    if (appraisal->scenario->n_phase == 0)
        return OK;
    for (size_t i = 0; code == OK && i < HOLD_SPLITS && i < steps_most_split(appraisal->scenario);
         i++)
        code = implementation_init(&space->split[i], &appraisal->utility, i + 1, err);
    return code;
}

void hold_space_release(struct hold_space *space)
{
    for (size_t i = 0; i < HOLD_SPLITS; i++)
        implementation_release(&space->split[i]);
}

/* Whether nothing would be performed, and it would be signed if a tie were enough (IDLE). */
static bool for_nothing(const struct appraisal *appraisal, const size_t level[],
                        const struct implemented *implemented)
{
    double surplus[MAX_VETO];

    for (size_t j = 0; j < appraisal->scenario->n_veto; j++)
        surplus[j] = implemented->surplus[j] + IDLE;
    return implemented->performs[0] == 0 &&
           agreement_wins(appraisal->scenario,
                          appraisal_parties(appraisal, level, surplus, implemented->felt));
}

static bool is_signed(const struct appraisal *appraisal, const size_t level[],
                      const struct implemented *implemented)
{
    return agreement_wins(
        appraisal->scenario,
        appraisal_parties(appraisal, level, implemented->surplus, implemented->felt));
}

static bool breaking_off_pays(const struct implemented *implemented, size_t n)
{
    return implemented->gap[n] > implemented->own[n] + implemented->guarantee[n] + TIE;
}

/* The last step at which breaking off pays although all later ones would be performed: it undoes
 * those before it.  n_step when there is none. */
static size_t undoing_step(const struct hold *h, const struct implemented *implemented)
{
    for (size_t n = h->n_step; n-- > 0;)
        if (breaking_off_pays(implemented, n))
            return n;
    return h->n_step;
}

static void take_steps(const struct hold *h, size_t i, const struct implemented *implemented)
{
    const size_t undoing = undoing_step(h, implemented);

    for (size_t n = 0; n < h->n_step; n++) {
        const double done = implemented->reach[n] * implemented->performs[n];
        histogram_add(hold_at(h, i, HOLD_GAP, n), implemented->gap[n]);
        histogram_add(hold_at(h, i, HOLD_NEEDS, n),
                      fmax(0, implemented->gap[n] - implemented->own[n]));
        mean_add(hold_at(h, i, HOLD_OWN, n), implemented->own[n]);
        mean_add(hold_at(h, i, HOLD_GUARANTEE, n), implemented->guarantee[n]);
        mean_add(hold_at(h, i, HOLD_REACH, n), implemented->reach[n]);
        mean_add(hold_at(h, i, HOLD_DONE, n), done);
        mean_add(hold_at(h, i, HOLD_UNDONE, n), n == undoing);
        mean_add(hold_at(h, i, HOLD_PAYS, n), breaking_off_pays(implemented, n));
    }
}

/* The chance that the agreement outlasts its last phase, as the issue has it; 1 when none does.
 * A text that leaves it open has the mean over parties and readings. */
static double lasts(const struct appraisal *appraisal, const size_t level[])
{
    const struct scenario *s = appraisal->scenario;

    if (s->lasts_issue == NONE)
        return 1;
    const size_t k = s->lasts_issue;
    const struct vague *v = s->issue[k].on_table ? scenario_vague(s, k, level[k]) : NULL;
    double sum = 0;

    if (!v)
        return value_at(&s->issue[k].lasts, appraisal->theta, scenario_level(s, k, level));
    for (size_t r = 0; r < v->n_reading; r++)
        sum += reading_chance(&appraisal->utility, v, r) *
               value_at(&s->issue[k].lasts, appraisal->theta,
                        s->issue[k].level[v->level[r * s->n_table + k]]);
    return sum;
}

static void take_life(const struct hold *h, size_t i, const struct appraisal *appraisal,
                      const size_t level[], const struct implemented *implemented)
{
    const size_t n_phase = h->scenario->n_phase;
    double alive = 1;

    for (size_t n = 0; n < h->n_step; n++) {
        alive *= implemented->performs[n];
        if (!h->step[n].ends_phase)
            continue;
        histogram_add(hold_at(h, i, HOLD_ALIVE, hold_alive(h->step[n].phase, false)), alive);
        alive *= 1 - appraisal->implementation.shock[n];
        histogram_add(hold_at(h, i, HOLD_ALIVE, hold_alive(h->step[n].phase, true)), alive);
    }
    histogram_add(hold_at(h, i, HOLD_ALIVE, hold_alive(n_phase, true)),
                  alive * lasts(appraisal, level));
}

static void take_deliveries(const struct hold *h, size_t i,
                            const struct implementation *implementation,
                            const struct implemented *implemented)
{
    for (size_t k = 0; k < h->scenario->n_table; k++) {
        double delivered = 0;
        for (size_t n = 0; n < h->n_step; n++) {
            const size_t at = hold_of_phase(h, k, h->step[n].phase);
            delivered +=
                implementation->share[k][n] * implemented->reach[n] * implemented->performs[n];
            if (h->step[n].ends_phase)
                histogram_add(hold_at(h, i, HOLD_DELIVERED, at), fmin(1, delivered));
        }
    }
}

static void take_answers(const struct hold *h, size_t i, const struct appraisal *appraisal,
                         const size_t level[], const struct implemented *implemented)
{
    const size_t undoing = undoing_step(h, implemented);
    const bool would_be_signed = is_signed(appraisal, level, implemented);

    mean_add(hold_at(h, i, HOLD_KEPT, 0), would_be_signed ? implemented->complete : 0);
    mean_add(hold_at(h, i, HOLD_FOR_NOTHING, 0), for_nothing(appraisal, level, implemented));
    for (size_t p = 0; p < h->scenario->n_party; p++) {
        bool mistrusts =
            !appraisal_accepts(appraisal, p, level, implemented->surplus, implemented->felt) &&
            appraisal_accepts(appraisal, p, level, implemented->if_kept, implemented->felt_if_kept);
        mean_add(hold_at(h, i, HOLD_MISTRUSTS, p), mistrusts);
        for (size_t phase = 0; phase < h->scenario->n_phase; phase++)
            mean_add(hold_at(h, i, HOLD_MISTRUSTED, hold_of_phase(h, p, phase)),
                     mistrusts && undoing < h->n_step && phase == h->step[undoing].phase);
    }
}

static void take_split(const struct hold *h, size_t i, size_t split,
                       const struct implementation *implementation,
                       const struct appraisal *appraisal, const size_t level[])
{
    struct implemented implemented;
    double widest = 0;

    implementation_follow(implementation, level, &implemented);
    for (size_t n = 0; n < implementation->n_step; n++)
        widest = fmax(widest, implemented.gap[n]);
    mean_add(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_ACCEPTED)),
             is_signed(appraisal, level, &implemented));
    mean_add(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_COMPLETE)),
             implemented.complete);
    mean_add(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_GAP)), widest);
}

/* Whether a belief is enough for the signer to sign, or to perform whenever it is its turn. */
static bool is_enough(struct implementation *implementation, const struct appraisal *appraisal,
                      size_t signer, size_t about, double belief, bool to_go_on,
                      const size_t level[])
{
    struct implemented implemented;

    implementation->keeps_word[about] = belief;
    implementation_follow(implementation, level, &implemented);
    if (!to_go_on)
        return appraisal_accepts(appraisal, signer, level, implemented.surplus, implemented.felt);
    for (size_t n = 0; n < implementation->n_step; n++)
        if (implementation->actor[n] == signer && implemented.performs[n] < 1)
            return false;
    return true;
}

/* The least belief that is enough, to 1 / HISTOGRAM_STEPS, by halving; INFINITY when none is. */
static double least_belief(struct implementation *implementation, const struct appraisal *appraisal,
                           size_t signer, size_t about, bool to_go_on, const size_t level[])
{
    double low = 0, high = 1;

    if (is_enough(implementation, appraisal, signer, about, 0, to_go_on, level))
        return 0;
    if (!is_enough(implementation, appraisal, signer, about, 1, to_go_on, level))
        return INFINITY;
    while (high - low > 0.5 / HISTOGRAM_STEPS) {
        double middle = (low + high) / 2;
        *(is_enough(implementation, appraisal, signer, about, middle, to_go_on, level) ? &high
                                                                                       : &low) =
            middle;
    }
    return high;
}

static void take_trust(const struct hold *h, size_t i, struct implementation *implementation,
                       const struct appraisal *appraisal, const size_t level[])
{
    for (size_t pair = 0; pair < h->n_pair; pair++) {
        const size_t about = h->pair[pair].about;
        const double stated = appraisal->implementation.keeps_word[about];
        for (int on = 0; on < 2; on++)
            histogram_add(hold_at(h, i, HOLD_TRUST, hold_trust(pair, on == 1)),
                          least_belief(implementation, appraisal, h->pair[pair].signer, about,
                                       on == 1, level));
        implementation->keeps_word[about] = stated;
    }
}

void hold_take(struct hold *h, struct hold_space *space, const struct appraisal *appraisal)
{
    const struct scenario *s = h->scenario;

    if (!s)
        return;
    for (size_t i = 0; i < h->n_split; i++)
        implementation_fill(&space->split[i], appraisal->theta);
    space->trusting = appraisal->implementation;
    for (size_t i = 0; i < s->n_proposal; i++) {
        const size_t *level = s->proposal[i].level;
        struct implemented implemented;
        implementation_follow(&appraisal->implementation, level, &implemented);
        take_steps(h, i, &implemented);
        take_life(h, i, appraisal, level, &implemented);
        take_deliveries(h, i, &appraisal->implementation, &implemented);
        take_answers(h, i, appraisal, level, &implemented);
        for (size_t split = 1; split <= h->n_split; split++)
            take_split(h, i, split, &space->split[split - 1], appraisal, level);
        take_trust(h, i, &space->trusting, appraisal, level);
    }
}

double hold_needs(const struct hold *h, size_t proposal, size_t step)
{
    double needs = histogram_quantile(hold_at(h, proposal, HOLD_NEEDS, step), 0.9);
    return isinf(needs) ? NAN : needs;
}

size_t hold_weakest(const struct hold *h, size_t proposal)
{
    size_t weakest = 0;

    for (size_t n = 1; n < h->n_step; n++)
        if (mean_of(hold_at(h, proposal, HOLD_UNDONE, n)) >
            mean_of(hold_at(h, proposal, HOLD_UNDONE, weakest)))
            weakest = n;
    return weakest;
}
