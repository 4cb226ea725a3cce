/* commitment.c - promised steps, one after another: who performs, and what the rest is worth */
#include "commitment.h"

#include "processor.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The backward induction at work.  A state says which of the actors of two kinds have shown that
 * they keep their word: bit i for typed[i]. */
struct solver {
    const struct commitment *commitment;
    const struct commitment_stock *stock;
    size_t width, n_typed, n_state, typed[COMMITMENT_MAX_TYPED];
    size_t n_row;     /* veto players, then slopes */
    double *value;    /* [n_state * n_row * width] */
    double *complete; /* [n_state * width] */
    double *keep;     /* [width] the probability that the second kind performs */
    double *begins;   /* [width] the probability that step 0 is performed, or NULL */
    double *followed; /* [n_step * n_state] P(the actor performs), of one package; or NULL */
    double *margin;   /* [n_step] of one package, or NULL */
};

static size_t find_typed(const struct commitment *commitment, size_t typed[COMMITMENT_MAX_TYPED])
{
    size_t n = 0;

    for (size_t j = 0; j < commitment->n_veto; j++)
        if (commitment->keeps_word[j] > 0) {
            assert(n < COMMITMENT_MAX_TYPED);
            typed[n++] = j;
        }
    return n;
}

size_t commitment_room(const struct commitment *commitment, size_t width)
{
    size_t typed[COMMITMENT_MAX_TYPED];
    size_t n_state = (size_t)1 << find_typed(commitment, typed);
    return (n_state * (commitment->n_veto + commitment->n_slope + 1) + 1) * width;
}

static double *value_of(const struct solver *s, size_t state, size_t row)
{
    return s->value + (state * s->n_row + row) * s->width;
}

/* Whose value or slope a row holds. */
static size_t veto_player_of(const struct solver *s, size_t row)
{
    return row < s->commitment->n_veto ? row : s->commitment->slope[row - s->commitment->n_veto];
}

/* An amount of each package: shared + own[i]. */
struct amount {
    double shared;
    const double *own;
};

/* A slope is the value of one more veto player, to whom no deal is worth 1 and all else 0. */
static struct amount amount_of(const struct solver *s, const double *shared, const double *own,
                               size_t step, size_t row, double plus, double of_slope)
{
    static const double none[COMMITMENT_MAX_WIDTH] = { 0 };
    const size_t at = step * s->commitment->n_veto + row;

    if (row >= s->commitment->n_veto)
        return (struct amount){ of_slope, none };
    return (struct amount){ shared[at] + plus, own + at * s->stock->stride };
}

static struct amount fall_of(const struct solver *s, size_t step, size_t row, double plus)
{
    return amount_of(s, s->stock->fall, s->stock->fall_of, step, row, plus, 1);
}

static struct amount gain_of(const struct solver *s, size_t step, size_t row)
{
    return amount_of(s, s->stock->gain, s->stock->gain_of, step, row, 0, 0);
}

/* What a veto player has once all is performed. */
FOR_EACH_PROCESSOR
static void end_value(size_t n, struct amount gain, double after, struct amount fall,
                      double value[])
{
    for (size_t i = 0; i < n; i++)
        value[i] = gain.shared + gain.own[i] + after * (fall.shared + fall.own[i]);
}

/* Writes V(N+1), the same in each state. */
static void begin(const struct solver *s)
{
    const struct commitment *c = s->commitment;

    for (size_t row = 0; row < s->n_row; row++)
        end_value(s->width, gain_of(s, c->n_step + 1, row),
                  1 - s->stock->lasts[veto_player_of(s, row)], fall_of(s, c->n_step + 1, row, 0),
                  value_of(s, 0, row));
    for (size_t i = 0; i < s->width; i++)
        s->complete[i] = 1;
    for (size_t b = 1; b < s->n_state; b++) {
        memcpy(value_of(s, b, 0), s->value, s->n_row * s->width * sizeof *s->value);
        memcpy(s->complete + b * s->width, s->complete, s->width * sizeof *s->complete);
    }
}

/* From V(n+1) to X(n), for one veto player. */
FOR_EACH_PROCESSOR
static void perform(size_t n, double discount, double shock, struct amount fall, struct amount gain,
                    double value[])
{
    const double on = discount * (1 - shock), off = discount * shock;

    if (shock == 0)
        for (size_t i = 0; i < n; i++)
            value[i] = gain.shared + gain.own[i] + discount * value[i];
    else
        for (size_t i = 0; i < n; i++)
            value[i] =
                gain.shared + gain.own[i] + (on * value[i] + off * (fall.shared + fall.own[i]));
}

static void perform_all(const struct solver *s, size_t step)
{
    const struct commitment *c = s->commitment;

    for (size_t row = 0; row < s->n_row; row++)
        for (size_t b = 0; b < s->n_state; b++)
            perform(s->width, c->discount[step * c->n_veto + veto_player_of(s, row)],
                    c->shock[step], fall_of(s, step + 1, row, 0), gain_of(s, step, row),
                    value_of(s, b, row));
    for (size_t i = 0; step + 1 < c->n_step && i < s->n_state * s->width; i++)
        s->complete[i] *= 1 - c->shock[step];
}

/* keep[i]: the probability that an actor performs, which brings it x[i], where breaking off brings
 * `least`. */
FOR_EACH_PROCESSOR
static void decide(size_t n, double tie, double noise, const double x[], struct amount least,
                   double keep[])
{
    if (noise > 0)
        for (size_t i = 0; i < n; i++)
            keep[i] = 1 / (1 + exp(-(x[i] - (least.shared + least.own[i])) / noise));
    else
        for (size_t i = 0; i < n; i++)
            keep[i] = x[i] >= least.shared + least.own[i] - tie ? 1 : 0;
}

/* value[i] becomes its mean over what the actor does; `other`: the amount when it breaks off. */
FOR_EACH_PROCESSOR
static void settle(size_t n, bool noisy, const double keep[], struct amount other, double value[])
{
    if (noisy)
        for (size_t i = 0; i < n; i++)
            value[i] = keep[i] * value[i] + (1 - keep[i]) * (other.shared + other.own[i]);
    else
        for (size_t i = 0; i < n; i++)
            value[i] = keep[i] != 0 ? value[i] : other.shared + other.own[i];
}

/* The same where, with probability `word`, the actor is of the kind that performs all the same and
 * thereby shows it. */
FOR_EACH_PROCESSOR
static void settle_doubt(size_t n, const double keep[], double word, const double shown[],
                         struct amount other, double value[])
{
    for (size_t i = 0; i < n; i++)
        value[i] =
            keep[i] != 0 ? value[i] : word * shown[i] + (1 - word) * (other.shared + other.own[i]);
}

/* The same for the probability that all is performed: 0 once somebody breaks off. */
FOR_EACH_PROCESSOR
static void settle_chance(size_t n, const double keep[], double word, const double shown[],
                          double chance[])
{
    for (size_t i = 0; i < n; i++)
        chance[i] = keep[i] * chance[i] + (1 - keep[i]) * word * shown[i];
}

/* Turns X(n) into V(n) in one state.  `shown` is the state in which the actor has shown that it
 * keeps its word; for an actor of one kind it is the state itself. */
static void choose(const struct solver *s, size_t step, size_t state, size_t shown)
{
    const struct commitment *c = s->commitment;
    const size_t actor = c->actor[step], n = s->width;
    const bool noisy = c->noise[step] > 0;
    const double word = shown == state ? 0 : c->keeps_word[actor];
    const struct amount alone = fall_of(s, step, actor, -c->penalty[step]);

    assert(!(noisy && word > 0));
    decide(n, c->tie, c->noise[step], value_of(s, state, actor), alone, s->keep);
    if (s->followed)
        s->followed[step * s->n_state + state] = word + (1 - word) * s->keep[0];
    for (size_t i = 0; s->begins && step == 0 && state == 0 && i < n; i++)
        s->begins[i] = word + (1 - word) * s->keep[i];
    settle(n, noisy, s->keep, alone, value_of(s, state, actor));
    for (size_t row = 0; row < s->n_row; row++) {
        const struct amount left = fall_of(s, step, row, c->relief[step]);
        if (row == actor)
            continue;
        if (veto_player_of(s, row) != actor && word > 0)
            settle_doubt(n, s->keep, word, value_of(s, shown, row), left, value_of(s, state, row));
        else
            settle(n, noisy, s->keep, left, value_of(s, state, row));
    }
    settle_chance(n, s->keep, word, s->complete + shown * n, s->complete + state * n);
}

/* The bit of the step's actor, or 0 when it is of one kind. */
static size_t bit_of(const struct solver *s, size_t step)
{
    for (size_t t = 0; t < s->n_typed; t++)
        if (s->typed[t] == s->commitment->actor[step])
            return (size_t)1 << t;
    return 0;
}

/* A state without the actor's bit reads the values of the state with it, which stay X(n). */
static void step_back(const struct solver *s, size_t step)
{
    const size_t bit = bit_of(s, step);

    perform_all(s, step);
    if (s->margin) {
        const struct amount alone = fall_of(s, step, s->commitment->actor[step], 0);
        s->margin[step] = *value_of(s, 0, s->commitment->actor[step]) - (alone.shared + *alone.own);
    }
    for (size_t b = 0; b < s->n_state; b++)
        if (!(b & bit))
            choose(s, step, b, b | bit);
        else if (s->followed) /* it has shown that it performs: X(n) is V(n) */
            s->followed[step * s->n_state + b] = 1;
}

static void solve(struct solver *s, double room[])
{
    s->n_row = s->commitment->n_veto + s->commitment->n_slope;
    s->width = s->stock->width;
    s->n_typed = find_typed(s->commitment, s->typed);
    s->n_state = (size_t)1 << s->n_typed;
    s->value = room;
    s->complete = s->value + s->n_state * s->n_row * s->width;
    s->keep = s->complete + s->n_state * s->width;
    begin(s);
    for (size_t step = s->commitment->n_step; step-- > 0;)
        step_back(s, step);
}

void commitment_solve(const struct commitment *commitment, const struct commitment_stock *stock,
                      double value[], double complete[], double begins[], double room[])
{
    struct solver s = { .commitment = commitment, .stock = stock, .begins = begins };

    solve(&s, room);
    memcpy(value, s.value, s.n_row * s.width * sizeof *value);
    memcpy(complete, s.complete, s.width * sizeof *complete);
}

/* Along the way on which all is performed: a step at which only one kind performs shows which. */
static void follow(const struct solver *s, double performs[])
{
    size_t state = 0;

    for (size_t step = 0; step < s->commitment->n_step; step++) {
        performs[step] = s->followed[step * s->n_state + state];
        if (bit_of(s, step) && performs[step] < 1)
            state |= bit_of(s, step);
    }
}

void commitment_follow(const struct commitment *commitment, const struct commitment_stock *stock,
                       double value[], double *complete, double performs[], double margin[])
{
    double room[COMMITMENT_STATES * (COMMITMENT_MAX_VETO + COMMITMENT_MAX_SLOPE + 1) + 1];
    double followed[COMMITMENT_MAX_STEP * COMMITMENT_STATES];
    struct solver s = {
        .commitment = commitment, .stock = stock, .followed = followed, .margin = margin
    };

    solve(&s, room);
    memcpy(value, s.value, s.n_row * sizeof *value);
    if (complete)
        *complete = s.complete[0];
    if (performs)
        follow(&s, performs);
}
