/* ranking.c - one party's packages by rising utility */
#include "ranking.h"

#include "interrupt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code ranking_init(struct ranking *r, size_t n_case, size_t n_package, struct error *err)
{
    *r = (struct ranking){ .n_case = n_case };
    r->first = memory_alloc(n_case + 1, sizeof *r->first, err);
    r->least = memory_alloc(n_case, sizeof *r->least, err);
    r->package = memory_alloc(n_package, sizeof *r->package, err);
    r->kindest = memory_alloc(n_package, sizeof *r->kindest, err);
    r->value = memory_alloc(n_package, sizeof *r->value, err);
    return err->code;
}

void ranking_release(struct ranking *r)
{
    free(r->first);
    free(r->least);
    free(r->package);
    free(r->kindest);
    free(r->value);
    *r = (struct ranking){ 0 };
}

static void find_kindest(struct ranking *r, size_t first, size_t last, const double theirs[])
{
    uint32_t best = NO_PACKAGE;

    for (size_t i = last; i-- > first && !interrupt_signal;) {
        if (best == NO_PACKAGE || theirs[r->package[i]] >= theirs[best])
            best = r->package[i];
        r->kindest[i] = best;
    }
}

/* Collects the packages that are ranked, case by case (a counting sort): first[c + 1] moves from
 * where case c begins to where it ends. */
static void gather(struct ranking *r, const struct package_index *b, const double utility[],
                   const double floor[])
{
    memset(r->first, 0, (r->n_case + 1) * sizeof *r->first);
    for (size_t c = 0; c < r->n_case; c++)
        r->least[c] = INFINITY;
    for (size_t x = 0; x < b->n_package && !interrupt_signal; x++) {
        const size_t c = b->at_case[x];
        if (utility[x] > -INFINITY)
            r->least[c] = fmin(r->least[c], utility[x]);
        if (c + 2 <= r->n_case)
            r->first[c + 2] += utility[x] >= floor[c];
    }
    for (size_t c = 2; c <= r->n_case; c++)
        r->first[c] += r->first[c - 1];
    for (size_t x = 0; x < b->n_package && !interrupt_signal; x++)
        if (utility[x] >= floor[b->at_case[x]])
            r->package[r->first[b->at_case[x] + 1]++] = (uint32_t)x;
}

void ranking_fill(struct ranking *r, const struct package_index *b, const double utility[],
                  const double floor[], const double theirs[], struct sorting *sorting)
{
    gather(r, b, utility, floor);
    for (size_t c = 0; c < r->n_case; c++) {
        const size_t first = r->first[c], n = r->first[c + 1] - first;
        sorting_run(sorting, n, r->package + first, utility, r->value + first);
        if (theirs)
            find_kindest(r, first, first + n, theirs);
    }
}

double ranking_best(const struct ranking *r, const double drift[])
{
    double best = -INFINITY;
    for (size_t c = 0; c < r->n_case; c++)
        if (r->first[c + 1] > r->first[c])
            best = fmax(best, r->value[r->first[c + 1] - 1] - drift[c]);
    return best;
}

double ranking_worst(const struct ranking *r, const double drift[])
{
    double worst = INFINITY;
    for (size_t c = 0; c < r->n_case; c++)
        worst = fmin(worst, r->least[c] - drift[c]);
    return worst;
}

/* The first place of a case whose value is at least x; where the case ends if none is. */
static size_t place_of(const struct ranking *r, size_t c, double x)
{
    size_t low = r->first[c], high = r->first[c + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->value[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t ranking_nearest(const struct ranking *r, const double drift[], double target)
{
    uint32_t found = NO_PACKAGE;
    double nearest = INFINITY;

    for (size_t c = 0; c < r->n_case; c++) {
        const double aim = target + drift[c];
        size_t i = place_of(r, c, aim), last = r->first[c + 1];
        double below = i > r->first[c] ? aim - r->value[i - 1] : INFINITY;
        if (below <= NEAR && (i == last || below < r->value[i] - aim))
            i = place_of(r, c, r->value[i - 1]); /* the first of equals */
        if (i < last && fabs(r->value[i] - aim) < nearest) {
            found = r->package[i];
            nearest = fabs(r->value[i] - aim);
        }
    }
    return found;
}

/* What a package of a case is worth now to the others together. */
static double worth_to(const struct others *others, uint32_t package, size_t c)
{
    double sum = 0;

    for (size_t i = 0; i < others->n; i++)
        sum += others->utility[i][package] - others->drift[i][c];
    return sum;
}

uint32_t ranking_kindest(const struct ranking *r, const double drift[], double target,
                         const struct others *others)
{
    uint32_t found = NO_PACKAGE;
    double best = -INFINITY;

    for (size_t c = 0; c < r->n_case; c++) {
        size_t i = place_of(r, c, target + drift[c] - TIE);
        if (i == r->first[c + 1])
            continue;
        double value = worth_to(others, r->kindest[i], c);
        if (value > best + TIE) {
            found = r->kindest[i];
            best = value;
        }
    }
    return found;
}
