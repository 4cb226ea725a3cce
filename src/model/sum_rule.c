/* sum_rule.c - rules on sums of levels, and the combinations that they leave */
#include "sum_rule.h"

#include "arena.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

enum { MAX_VISIT = 50000000, MAX_SUM = 200000 };

/* What the issues from some place on can add to each limit. */
struct walk {
    const struct sum_search *search;
    double *low, *high; /* [(n + 1) * n_limit] */
    double *sum;        /* the same: of the issues before */
    size_t found, most, visits;
    uint16_t at[GRID_MAX], *list;
};

static void find_bounds(const struct walk *w)
{
    const struct sum_search *s = w->search;

    for (size_t m = 0; m < s->n_limit; m++) {
        w->low[s->n * s->n_limit + m] = w->high[s->n * s->n_limit + m] = 0;
        for (size_t i = s->n; i-- > 0;) {
            const double times = s->limit[m].times[i];
            const double first = times * s->level[i][0],
                         last = times * s->level[i][s->n_level[i] - 1]; /* levels rise */
            const size_t to = i * s->n_limit + m;
            w->low[to] = w->low[to + s->n_limit] + fmin(first, last);
            w->high[to] = w->high[to + s->n_limit] + fmax(first, last);
        }
    }
}

/* Whether level l of issue i leaves something; sets the sums behind it. */
static bool can_go_on(const struct walk *w, size_t i, size_t l)
{
    const struct sum_search *s = w->search;

    for (size_t m = 0; m < s->n_limit; m++) {
        const size_t next = (i + 1) * s->n_limit + m;
        w->sum[next] = w->sum[next - s->n_limit] + s->limit[m].times[i] * s->level[i][l];
        if (w->sum[next] + w->high[next] < s->limit[m].least ||
            w->sum[next] + w->low[next] > s->limit[m].most)
            return false;
    }
    return true;
}

static void visit(struct walk *w, size_t i)
{
    const size_t n = w->search->n;

    if (i == n) {
        for (size_t k = 0; w->list && k < n; k++)
            w->list[w->found * n + k] = w->at[k];
        w->found++;
        return;
    }
    for (size_t l = 0; l < w->search->n_level[i]; l++) {
        if (++w->visits > MAX_VISIT || w->found > w->most)
            return;
        if (!can_go_on(w, i, l))
            continue;
        w->at[i] = (uint16_t)l;
        visit(w, i + 1);
    }
}

size_t sum_combinations(const struct sum_search *search, size_t most, uint16_t list[])
{
    struct walk w = { .search = search, .most = most, .list = list };
    const size_t n = (search->n + 1) * search->n_limit;

    w.low = search->room;
    w.high = w.low + n;
    w.sum = w.high + n;
    find_bounds(&w);
    for (size_t m = 0; m < search->n_limit; m++)
        w.sum[m] = 0;
    visit(&w, 0);
    return w.found > most || w.visits > MAX_VISIT ? SIZE_MAX : w.found;
}

/* The different ones of rising sums. */
static size_t drop_equals(size_t n, double sum[], double slack)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (kept == 0 || sum[i] > sum[kept - 1] + slack)
            sum[kept++] = sum[i];
    return kept;
}

/* Adds an issue's levels to all sums; frees those. */
static double *add_issue(double *sum, size_t *n, double times, size_t n_level, const double level[],
                         struct error *err)
{
    double *next = *n * n_level > MAX_SUM ? NULL : memory_alloc(*n * n_level, sizeof *next, err);

    for (size_t at = 0; next && at < *n * n_level; at++)
        next[at] = sum[at / n_level] + times * level[at % n_level];
    free(sum);
    if (!next)
        return NULL;
    *n *= n_level;
    gsl_sort(next, 1, *n);
    *n = drop_equals(*n, next, 1e-12 * fmax(fabs(next[0]), fabs(next[*n - 1])));
    return next;
}

bool sum_nearest(const struct sum_search *search, const struct sum_limit *limit, double *below,
                 double *above, struct error *err)
{
    size_t n = 1;
    double *sum = memory_alloc(1, sizeof *sum, err);

    for (size_t i = 0; sum && i < search->n; i++)
        if (limit->times[i] != 0)
            sum = add_issue(sum, &n, limit->times[i], search->n_level[i], search->level[i], err);
    if (!sum)
        return false;
    *below = -INFINITY;
    *above = INFINITY;
    for (size_t i = 0; i < n; i++) {
        if (sum[i] < limit->least)
            *below = sum[i];
        if (sum[i] > limit->most && sum[i] < *above)
            *above = sum[i];
    }
    free(sum);
    return true;
}
