/* pick_freeze.c - what single inputs of a function do to it, from rows in which one is redrawn */
#include "pick_freeze.h"

#include <math.h>

void pick_spread_add(struct pick_spread *s, double ya, double yb)
{
    s->n += 2;
    s->sum += ya + yb;
    s->square += ya * ya + yb * yb;
}

double pick_mean(const struct pick_spread *s)
{
    return s->sum / s->n;
}

double pick_variance(const struct pick_spread *s)
{
    return fmax(0, (s->square - s->sum * s->sum / s->n) / (s->n - 1));
}

double pick_total(double squares, double rows, double variance)
{
    return squares / (2 * rows * variance);
}

void pick_first_add(struct pick_first *s, double ya, double yb, double yab, double yba)
{
    s->product += (yba - yb) * (ya - yab);
    s->squares += (ya - yb) * (ya - yb) + (yba - yab) * (yba - yab);
}

double pick_first(const struct pick_first *s)
{
    return 2 * s->product / s->squares;
}

double pick_pair(double squares, double rows, double variance)
{
    return 1 - squares / (4 * rows * variance);
}
