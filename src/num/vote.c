/* vote.c - what makes a vote pass */
#include "vote.h"

#include "order.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Blocs whose seats each vote by themselves, and how far they are counted: the first `taken` votes
 * of each, the last of which comes when x reaches now, and the one after it when x reaches next. */
struct count {
    const struct vote *vote;
    size_t n, seats, sum;
    const struct vote_bloc *bloc[VOTE_MAX_BLOC];
    double normal[VOTE_MAX_BLOC]; /* the normal quantile at each roll */
    size_t taken[VOTE_MAX_BLOC];
    double now[VOTE_MAX_BLOC], next[VOTE_MAX_BLOC];
};

static bool is_whole(const struct vote *vote, const struct vote_bloc *bloc)
{
    return bloc->as_one || !(vote->noise > 0);
}

/* From which x on a whole bloc votes for it. */
static double whole_least(const struct vote *vote, const struct vote_bloc *bloc)
{
    return vote->noise > 0 ? bloc->least + vote->noise * (log1p(-bloc->roll) - log(bloc->roll))
                           : bloc->least;
}

static void open_count(struct count *c, const struct vote *vote)
{
    c->vote = vote;
    c->n = c->seats = 0;
    for (size_t b = 0; b < vote->n_bloc; b++)
        if (!is_whole(vote, &vote->bloc[b])) {
            c->normal[c->n] = gsl_cdf_ugaussian_Pinv(vote->bloc[b].roll);
            c->bloc[c->n++] = &vote->bloc[b];
            c->seats += vote->bloc[b].seats;
        }
}

/* About how many seats of a bloc vote for x: a normal quantile, with its term for skewness. */
static double expected(const struct count *c, size_t b, double x)
{
    const double n = (double)c->bloc[b]->seats, z = c->normal[b];
    const double p = 1 / (1 + exp((c->bloc[b]->least - x) / c->vote->noise));
    const double variance = n * p * (1 - p), rounding = 0.5 + (z * z - 1) * (1 - 2 * p) / 6;
    const double about = n * p + z * sqrt(variance) + rounding * variance / (variance + 1);

    return fmin(fmax(about, 0), n);
}

/* Where about `wanted` seats vote for x: by false position (Illinois), to half a seat. */
static double place_of(const struct count *c, double wanted)
{
    /* beyond that hardly a seat is left to vote otherwise */
    const double far = (6 + log((double)c->seats)) * c->vote->noise;
    double low = INFINITY, high = -INFINITY, x = 0, below = -wanted;
    double above = (double)c->seats - wanted;

    for (size_t b = 0; b < c->n; b++) {
        low = fmin(low, c->bloc[b]->least - far);
        high = fmax(high, c->bloc[b]->least + far);
    }
    for (int i = 0, last = 0; i < 60; i++) {
        double lack = -wanted;
        x = low - below * (high - low) / (above - below);
        for (size_t b = 0; b < c->n; b++)
            lack += expected(c, b, x);
        if (fabs(lack) < 0.5)
            break;
        *(lack < 0 ? &low : &high) = x;
        *(lack < 0 ? &below : &above) = lack;
        const int side = lack < 0 ? -1 : 1;
        if (side == last)
            *(side < 0 ? &above : &below) /= 2;
        last = side;
    }
    return x;
}

/* From which x on a bloc has k votes, and one more, looked for from a place near them.  No votes
 * are there from -INFINITY on, and more than there are seats from INFINITY. */
static void votes_of(const struct count *c, size_t b, size_t k, double near, double *now,
                     double *next)
{
    const struct vote_bloc *bloc = c->bloc[b];
    const double noise = c->vote->noise, y = (near - bloc->least) / noise, p = 1 - bloc->roll;
    const size_t n = bloc->seats;
    struct order_chance at = order_at(n, k > 0 ? k : 1, y);

    *now = k > 0 ? bloc->least + noise * order_quantile(n, k, p, y, at) : -INFINITY;
    if (k > 0 && k < n)
        at = order_next(n, k, y, &at);
    *next = k < n ? bloc->least + noise * order_quantile(n, k + 1, p, y, at) : INFINITY;
}

static void begin(struct count *c, double near)
{
    c->sum = 0;
    for (size_t b = 0; b < c->n; b++) {
        c->taken[b] = (size_t)expected(c, b, near);
        c->sum += c->taken[b];
        votes_of(c, b, c->taken[b], near, &c->now[b], &c->next[b]);
    }
}

static size_t last_taken(const struct count *c)
{
    size_t last = 0;
    for (size_t b = 1; b < c->n; b++)
        last = c->now[b] > c->now[last] ? b : last;
    return last;
}

static size_t first_left(const struct count *c)
{
    size_t first = 0;
    for (size_t b = 1; b < c->n; b++)
        first = c->next[b] < c->next[first] ? b : first;
    return first;
}

static void take(struct count *c, size_t b)
{
    double known;

    c->now[b] = c->next[b];
    c->taken[b]++;
    c->sum++;
    votes_of(c, b, c->taken[b], c->now[b], &known, &c->next[b]);
}

static void give_back(struct count *c, size_t b)
{
    double known;

    c->next[b] = c->now[b];
    c->taken[b]--;
    c->sum--;
    votes_of(c, b, c->taken[b], c->next[b], &c->now[b], &known);
}

/* The least x for which `wanted` seats vote: where the wanted-th vote comes as x rises.  The count
 * begins near there, allowing half a vote for what each bloc but one loses by rounding down, and is
 * put right one vote at a time.  Votes closer together than their places are precise are equals. */
static double votes_come(struct count *c, size_t wanted)
{
    const double same = 1e-7 * c->vote->noise;

    if (wanted == 0)
        return -INFINITY;
    if (wanted > c->seats)
        return INFINITY;
    begin(c, place_of(c, fmin((double)wanted + ((double)c->n - 1) / 2, (double)c->seats)));
    for (;;) {
        const size_t last = last_taken(c), first = first_left(c);
        if (c->sum > wanted)
            give_back(c, last);
        else if (c->sum < wanted)
            take(c, first);
        else if (c->now[last] > c->next[first] + same) {
            take(c, first);
            give_back(c, last);
        } else {
            return c->now[last];
        }
    }
}

/* Blocs that vote as one, in the order in which they come to vote for x. */
struct whole {
    double least;
    size_t seats;
};

static size_t find_whole(const struct vote *vote, struct whole whole[])
{
    size_t n = 0;

    for (size_t b = 0; b < vote->n_bloc; b++) {
        const struct vote_bloc *bloc = &vote->bloc[b];
        if (!is_whole(vote, bloc))
            continue;
        const double least = whole_least(vote, bloc);
        size_t at = n++;
        for (; at > 0 && whole[at - 1].least > least; at--)
            whole[at] = whole[at - 1];
        whole[at] = (struct whole){ least, bloc->seats };
    }
    return n;
}

static double shock_of(const struct vote *vote)
{
    return vote->shock > 0 ? vote->shock * gsl_cdf_ugaussian_Pinv(vote->swing) : 0;
}

/* From which x on all blocs with a veto vote for it. */
static double vetoes_come(const struct vote *vote)
{
    double least = -INFINITY;

    for (size_t b = 0; b < vote->n_bloc; b++)
        if (vote->bloc[b].vetoes)
            least = fmax(least, whole_least(vote, &vote->bloc[b]));
    return least;
}

/* Tries each number of whole blocs, in the order in which they come, with seats of the other blocs
 * for what is missing of the quota.  The vote passes at the larger of the two places; the number of
 * whole blocs that makes this smallest counts. */
double vote_threshold(const struct vote *vote)
{
    struct whole whole[VOTE_MAX_BLOC];
    struct count count;
    const size_t n_whole = find_whole(vote, whole);
    size_t needed = vote->quota;

    open_count(&count, vote);
    double least = votes_come(&count, needed);
    for (size_t i = 0; i < n_whole && whole[i].least < least; i++) {
        needed -= needed < whole[i].seats ? needed : whole[i].seats;
        least = fmin(least, fmax(whole[i].least, votes_come(&count, needed)));
    }
    return fmax(least, vetoes_come(vote)) - shock_of(vote);
}

double vote_least(const struct vote *vote, size_t bloc, size_t k)
{
    const struct vote_bloc *one = &vote->bloc[bloc];

    if (is_whole(vote, one))
        return whole_least(vote, one) - shock_of(vote);
    const double start = gsl_cdf_logistic_Pinv(((double)k + 0.5) / (double)one->seats, 1);
    return one->least - shock_of(vote) +
           vote->noise * order_quantile(one->seats, k + 1, 1 - one->roll, start,
                                        order_at(one->seats, k + 1, start));
}

double vote_seat(const struct vote *vote, size_t bloc, double x)
{
    const double over = x + shock_of(vote) - vote->bloc[bloc].least;

    return vote->noise > 0 ? 1 / (1 + exp(-over / vote->noise)) : over >= 0;
}
