/* corp.c - how reliable stated chances of a yes are: isotonic regression and the score's parts */
#include "corp.h"

#include <math.h>
#include <stdlib.h>

static int by_chance(const void *a, const void *b)
{
    const struct forecast *x = a, *y = b;

    return (x->p > y->p) - (x->p < y->p);
}

/* Joins the last two steps. */
static void pool_last(struct reliability_step step[], size_t n)
{
    struct reliability_step *to = &step[n - 2], *last = &step[n - 1];

    to->rate = (to->rate * to->n + last->rate * last->n) / (to->n + last->n);
    to->n += last->n;
    to->p_high = last->p_high;
}

size_t corp_steps(size_t n, struct forecast forecast[], struct reliability_step step[])
{
    size_t n_step = 0;

    qsort(forecast, n, sizeof *forecast, by_chance);
    for (size_t i = 0, next; i < n; i = next) {
        double all = forecast[i].n, yes = forecast[i].yes;
        for (next = i + 1; next < n && forecast[next].p == forecast[i].p; next++) {
            all += forecast[next].n;
            yes += forecast[next].yes;
        }
        if (!(all > 0))
            continue;
        step[n_step++] = (struct reliability_step){ forecast[i].p, forecast[i].p, yes / all, all };
        while (n_step > 1 && step[n_step - 1].rate <= step[n_step - 2].rate)
            pool_last(step, n_step--);
    }
    return n_step;
}

/* The sum of squares of answers about a stated chance. */
static double squares(double p, double n, double yes)
{
    return yes * (1 - p) * (1 - p) + (n - yes) * p * p;
}

struct corp corp_parts(size_t n, const struct forecast forecast[], size_t n_step,
                       const struct reliability_step step[])
{
    double sum = 0, all = 0, yes = 0, pooled = 0;

    for (size_t i = 0; i < n; i++) {
        sum += squares(forecast[i].p, forecast[i].n, forecast[i].yes);
        all += forecast[i].n;
        yes += forecast[i].yes;
    }
    for (size_t i = 0; i < n_step; i++)
        pooled += squares(step[i].rate, step[i].n, step[i].rate * step[i].n);
    const double brier = sum / all, uncertainty = yes / all * (1 - yes / all);
    return (struct corp){ brier, brier - pooled / all, uncertainty - pooled / all, uncertainty };
}
