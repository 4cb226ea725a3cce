/* chain.c - promises carried out one after another: who performs, and what the rest is worth */
#include "chain.h"

#include "processor.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Where a solution stands.  A state says which of the actors of two kinds have shown that they
 * keep their word: bit i for typed[i]. */
struct solver {
    const struct chain *chain;
    const struct chain_stock *stock;
    size_t width, n_typed, n_state, typed[CHAIN_MAX_TYPED];
    double *value;    /* [n_state * n_judge * width] */
    double *complete; /* [n_state * width] */
    double *keep;     /* [width] the probability that the second kind performs */
    double *least;    /* [width] */
    double *followed; /* [n_step * n_state] of one package, or NULL: keep */
    double *margin;   /* [n_step] of one package, or NULL */
};

static size_t find_typed(const struct chain *chain, size_t typed[CHAIN_MAX_TYPED])
{
    size_t n = 0;
    for (size_t j = 0; j < chain->n_judge && n < CHAIN_MAX_TYPED; j++)
        if (chain->keeps_word[j] > 0)
            typed[n++] = j;
    return n;
}

size_t chain_room(const struct chain *chain, size_t width)
{
    size_t typed[CHAIN_MAX_TYPED];
    size_t n_state = (size_t)1 << find_typed(chain, typed);
    return (n_state * (chain->n_judge + 1) + 2) * width;
}

static double *value_of(const struct solver *s, size_t state, size_t judge)
{
    return s->value + (state * s->chain->n_judge + judge) * s->width;
}

/* out[i] = shared + own[i] + plus: an amount of each package. */
FOR_EACH_PROCESSOR
static void amounts(size_t n, double shared, const double *own, double plus, double out[])
{
    if (!own) {
        for (size_t i = 0; i < n; i++)
            out[i] = shared + plus;
        return;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = shared + own[i] + plus;
}

static void fall_amounts(const struct solver *s, size_t step, size_t judge, double plus,
                         double out[])
{
    const size_t at = step * s->chain->n_judge + judge;
    const double *own = s->stock->fall_of ? s->stock->fall_of + at * s->stock->stride : NULL;
    amounts(s->width, s->stock->fall[at], own, plus, out);
}

static void gain_amounts(const struct solver *s, size_t step, size_t judge, double out[])
{
    const size_t at = step * s->chain->n_judge + judge;
    const double *own = s->stock->gain_of ? s->stock->gain_of + at * s->stock->stride : NULL;
    amounts(s->width, s->stock->gain[at], own, 0, out);
}

/* What everybody has once all is performed; the same in each state. */
FOR_EACH_PROCESSOR
static void begin(const struct solver *s)
{
    const struct chain *c = s->chain;

    for (size_t j = 0; j < c->n_judge; j++) {
        double *end = value_of(s, 0, j), *fall = s->least;
        const double after = 1 - s->stock->lasts[j];
        gain_amounts(s, c->n_step, j, end);
        fall_amounts(s, c->n_step, j, 0, fall);
        for (size_t i = 0; i < s->width; i++)
            end[i] += after * fall[i];
    }
    for (size_t i = 0; i < s->width; i++)
        s->complete[i] = 1;
    for (size_t b = 1; b < s->n_state; b++) {
        memcpy(value_of(s, b, 0), s->value, c->n_judge * s->width * sizeof *s->value);
        memcpy(s->complete + b * s->width, s->complete, s->width * sizeof *s->complete);
    }
}

/* From V(n+1) to X(n), for one judge. */
FOR_EACH_PROCESSOR
static void perform(size_t n, double discount, double shock, const double fall[],
                    const double gain[], double value[])
{
    const double on = discount * (1 - shock), off = discount * shock;

    if (shock == 0)
        for (size_t i = 0; i < n; i++)
            value[i] = gain[i] + discount * value[i];
    else
        for (size_t i = 0; i < n; i++)
            value[i] = gain[i] + (on * value[i] + off * fall[i]);
}

static void perform_all(const struct solver *s, size_t step)
{
    const struct chain *c = s->chain;
    double *gain = s->keep, *fall = s->least;

    for (size_t j = 0; j < c->n_judge; j++) {
        gain_amounts(s, step, j, gain);
        if (c->shock[step] > 0)
            fall_amounts(s, step + 1, j, 0, fall);
        for (size_t b = 0; b < s->n_state; b++)
            perform(s->width, c->discount[step * c->n_judge + j], c->shock[step], fall, gain,
                    value_of(s, b, j));
    }
    for (size_t b = 0; c->shock[step] > 0 && b < s->n_state; b++)
        for (size_t i = 0; i < s->width; i++)
            s->complete[b * s->width + i] *= 1 - c->shock[step];
}

/* keep[i]: the probability that an actor performs that has x[i] by it and least[i] without. */
FOR_EACH_PROCESSOR
static void decide(size_t n, double tie, double noise, const double x[], const double least[],
                   double keep[])
{
    if (noise > 0)
        for (size_t i = 0; i < n; i++)
            keep[i] = 1 / (1 + exp(-(x[i] - least[i]) / noise));
    else
        for (size_t i = 0; i < n; i++)
            keep[i] = x[i] >= least[i] - tie ? 1 : 0;
}

/* value[i] = other[i] as far as the actor does not perform; to the last bit where it surely does.
 */
FOR_EACH_PROCESSOR
static void mix(size_t n, const double keep[], const double other[], double value[])
{
    for (size_t i = 0; i < n; i++)
        value[i] = keep[i] * value[i] + (1 - keep[i]) * other[i];
}

/* The same where the other kind of actor would have performed: other = word * shown + (1 - word)
 * * broken. */
static void blend(size_t n, double word, const double shown[], double broken[])
{
    for (size_t i = 0; i < n; i++)
        broken[i] = word * shown[i] + (1 - word) * broken[i];
}

/* One state of one step: who has X(n) gets V(n).  `shown` is the state in which the actor has
 * shown that it keeps its word; without a second kind it is the state itself. */
static void choose(const struct solver *s, size_t step, size_t state, size_t shown)
{
    const struct chain *c = s->chain;
    const size_t actor = c->actor[step], n = s->width;
    const double word = shown == state ? 0 : c->keeps_word[actor];
    double *keep = s->keep, *other = s->least;

    fall_amounts(s, step, actor, -c->penalty[step], other);
    decide(n, c->tie, c->noise[step], value_of(s, state, actor), other, keep);
    if (s->followed)
        s->followed[step * s->n_state + state] = word + (1 - word) * keep[0];
    mix(n, keep, other, value_of(s, state, actor));
    for (size_t j = 0; j < c->n_judge; j++) {
        if (j == actor)
            continue;
        fall_amounts(s, step, j, c->relief[step], other);
        if (word > 0)
            blend(n, word, value_of(s, shown, j), other);
        mix(n, keep, other, value_of(s, state, j));
    }
    for (size_t i = 0; i < n; i++)
        other[i] = word > 0 ? word * s->complete[shown * n + i] : 0;
    mix(n, keep, other, s->complete + state * n);
}

/* An actor that has shown it keeps its word is taken to perform; one of the second kind, which
 * only passed for it, takes what is best for itself. */
FOR_EACH_PROCESSOR
static void trusted(const struct solver *s, size_t step, size_t state)
{
    const size_t actor = s->chain->actor[step];
    double *value = value_of(s, state, actor), *least = s->least;

    if (s->followed)
        s->followed[step * s->n_state + state] = 1;
    fall_amounts(s, step, actor, -s->chain->penalty[step], least);
    for (size_t i = 0; i < s->width; i++)
        value[i] = value[i] > least[i] ? value[i] : least[i];
}

/* The bit of the step's actor, or 0 when it is of one kind. */
static size_t bit_of(const struct solver *s, size_t step)
{
    for (size_t t = 0; t < s->n_typed; t++)
        if (s->typed[t] == s->chain->actor[step])
            return (size_t)1 << t;
    return 0;
}

/* States rise, so that one without a bit reads X(n), not yet V(n), of the state with it. */
static void step_back(const struct solver *s, size_t step)
{
    const size_t bit = bit_of(s, step);

    perform_all(s, step);
    if (s->margin) {
        const size_t at = step * s->chain->n_judge + s->chain->actor[step];
        const double own = s->stock->fall_of ? s->stock->fall_of[at * s->stock->stride] : 0;
        s->margin[step] = *value_of(s, 0, s->chain->actor[step]) - (s->stock->fall[at] + own);
    }
    for (size_t b = 0; b < s->n_state; b++)
        if (b & bit)
            trusted(s, step, b);
        else
            choose(s, step, b, b | bit);
}

static void solve(struct solver *s, double room[])
{
    const size_t n_judge = s->chain->n_judge;

    s->width = s->stock->width;
    s->n_typed = find_typed(s->chain, s->typed);
    s->n_state = (size_t)1 << s->n_typed;
    s->value = room;
    s->complete = s->value + s->n_state * n_judge * s->width;
    s->keep = s->complete + s->n_state * s->width;
    s->least = s->keep + s->width;
    begin(s);
    for (size_t step = s->chain->n_step; step-- > 0;)
        step_back(s, step);
}

void chain_solve(const struct chain *chain, const struct chain_stock *stock, double value[],
                 double complete[], double room[])
{
    struct solver s = { .chain = chain, .stock = stock };

    solve(&s, room);
    memcpy(value, s.value, chain->n_judge * s.width * sizeof *value);
    memcpy(complete, s.complete, s.width * sizeof *complete);
}

/* Along the way on which all is performed: a step at which only one kind performs shows which. */
static void follow(const struct solver *s, double performs[])
{
    size_t state = 0;

    for (size_t step = 0; step < s->chain->n_step; step++) {
        performs[step] = s->followed[step * s->n_state + state];
        if (bit_of(s, step) && performs[step] < 1)
            state |= bit_of(s, step);
    }
}

void chain_follow(const struct chain *chain, const struct chain_stock *stock, double value[],
                  double *complete, double performs[], double margin[])
{
    double room[CHAIN_STATES * (CHAIN_MAX_JUDGE + 1) + 2];
    double followed[CHAIN_MAX_STEP * CHAIN_STATES];
    struct solver s = { .chain = chain, .stock = stock, .followed = followed, .margin = margin };

    solve(&s, room);
    memcpy(value, s.value, chain->n_judge * sizeof *value);
    if (complete)
        *complete = s.complete[0];
    if (performs)
        follow(&s, performs);
}
