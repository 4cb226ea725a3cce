/* vote.c - how likely a vote passes, and what makes it pass */
#include "vote.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* One vote more: for_it[n_seat + 1] becomes that of n_seat + seats, which all vote alike. */
static void add_votes(size_t n_seat, size_t seats, double p, double for_it[])
{
    for (size_t k = n_seat + seats + 1; k-- > 0;) {
        double stays = k <= n_seat ? for_it[k] : 0, moves = k >= seats ? for_it[k - seats] : 0;
        for_it[k] = (1 - p) * stays + p * moves;
    }
}

void vote_distribution(size_t n_seat, const double p[], double for_it[])
{
    for_it[0] = 1;
    for (size_t i = 0; i < n_seat; i++)
        add_votes(i, 1, p[i], for_it);
}

static double seat_for(const struct vote *vote, size_t bloc, double x)
{
    double over = x - vote->bloc[bloc].least;
    return vote->noise > 0 ? 1 / (1 + exp(-over / vote->noise)) : over >= 0;
}

/* The probability that x passes once the shock is in it. */
static double passes_given(const struct vote *vote, double x)
{
    double for_it[VOTE_MAX_SEAT + 1], sum = 0;
    size_t n = 0;

    for_it[0] = 1;
    for (size_t b = 0; b < vote->n_bloc; b++) {
        const struct vote_bloc *bloc = &vote->bloc[b];
        const double p = seat_for(vote, b, x);
        for (size_t i = 0; !bloc->as_one && i < bloc->seats; i++)
            add_votes(n + i, 1, p, for_it);
        if (bloc->as_one)
            add_votes(n, bloc->seats, p, for_it);
        n += bloc->seats;
    }
    for (size_t k = vote->quota; k <= n; k++)
        sum += for_it[k];
    return fmin(1, sum);
}

/* Without noise: the least x from which the blocs that are for it have the seats. */
static double plain_threshold(const struct vote *vote)
{
    double best = INFINITY;

    for (size_t b = 0; b < vote->n_bloc; b++)
        if (vote->bloc[b].least < best && passes_given(vote, vote->bloc[b].least) > 0)
            best = vote->bloc[b].least;
    return best;
}

/* The chance that x reaches a limit once the shock is in it. */
static double reaches(const struct vote *vote, double x, double limit)
{
    return vote->shock > 0 ? gsl_cdf_ugaussian_P((x - limit) / vote->shock) : x >= limit;
}

/* Between two values that surely fail and surely pass, by halving; the probability rises. */
static double noisy_threshold(const struct vote *vote, double wanted)
{
    const double far = 40 * vote->noise; /* exp(-40) is below what rounding leaves of 1 */
    double fails = INFINITY, passes = -INFINITY;

    for (size_t b = 0; b < vote->n_bloc; b++) {
        fails = fmin(fails, vote->bloc[b].least - far);
        passes = fmax(passes, vote->bloc[b].least + far);
    }
    if (passes_given(vote, passes) < wanted)
        return INFINITY;
    for (int i = 0; i < 60 && passes - fails > 1e-12; i++) {
        double middle = fails + (passes - fails) / 2;
        if (passes_given(vote, middle) >= wanted)
            passes = middle;
        else
            fails = middle;
    }
    return passes;
}

/* A vote and what is put to it, before the shock. */
struct question {
    const struct vote *vote;
    double x;
};

/* The density of the shock that takes x to y, times the chance that y passes. */
static double passing_density(double y, void *with)
{
    const struct question *q = with;
    const double shock = q->vote->shock;
    return gsl_ran_ugaussian_pdf((y - q->x) / shock) / shock * passes_given(q->vote, y);
}

/* The mean of passes_given(x + shock z), z normal.  Below `low` nothing passes and above `high` all
 * does, to 1e-12; between them a few panels of a Gauss-Kronrod rule that needs no memory. */
static double over_shock(const struct vote *vote, double x)
{
    enum { PANELS = 8 };
    struct question question = { vote, x };
    const gsl_function f = { passing_density, &question };
    const double high = noisy_threshold(vote, 1 - 1e-12), reach = 8 * vote->shock;
    const double begin = fmax(noisy_threshold(vote, 1e-12), x - reach);
    const double width = (fmin(high, x + reach) - begin) / PANELS;
    double sum = gsl_cdf_ugaussian_P((x - high) / vote->shock);

    for (int i = 0; width > 0 && i < PANELS; i++) {
        double part = 0, error;
        size_t evaluations;
        gsl_integration_qng(&f, begin + i * width, begin + (i + 1) * width, 1e-11, 0, &part, &error,
                            &evaluations);
        sum += part;
    }
    return fmin(1, sum);
}

double vote_passes(const struct vote *vote, double x)
{
    if (!(vote->noise > 0))
        return reaches(vote, x, plain_threshold(vote));
    return vote->shock > 0 ? over_shock(vote, x) : passes_given(vote, x);
}

double vote_seat(const struct vote *vote, size_t bloc, double x)
{
    const struct vote_bloc one = { .seats = 1, .least = vote->bloc[bloc].least };
    const struct vote alone = { 1, 1, &one, vote->noise, vote->shock };
    return vote_passes(&alone, x);
}

double vote_threshold(const struct vote *vote, double roll, double swing)
{
    double moved = vote->shock > 0 ? vote->shock * gsl_cdf_ugaussian_Pinv(swing) : 0;
    double least = vote->noise > 0 ? noisy_threshold(vote, 1 - roll) : plain_threshold(vote);
    return least - moved;
}
