/* moved.c - what the record teaches about each number */
#include "moved.h"

#include "proportion.h"

#include <math.h>
#include <stdlib.h>

/* Room to work in: as many as there are worlds. */
struct room {
    struct weighted_value *value;
    double *even, *by_eve;
};

static struct known_number look(const struct ensemble *e, size_t i, const double w[],
                                struct weighted_value sorted[])
{
    const size_t stride = e->joint->n;
    const struct weighted_moments moments = weighted_moments(e->n, w, e->value + i, stride);

    for (size_t k = 0; k < e->n; k++)
        sorted[k] = (struct weighted_value){ e->value[k * stride + i], w[k] };
    weighted_sort(e->n, sorted);
    return (struct known_number){ moments.mean, moments.sd, weighted_quantile(e->n, sorted, 0.05),
                                  weighted_quantile(e->n, sorted, 0.5),
                                  weighted_quantile(e->n, sorted, 0.95) };
}

/* The standard error of the change of the mean where the same worlds are weighed: that of the sum
 * of their differences. */
static double error_of_weights(const struct learned *l, size_t i, const struct moved_number *m)
{
    const struct ensemble *e = &l->prior;
    double squares = 0;

    for (size_t k = 0; k < e->n; k++) {
        const double x = e->value[k * e->joint->n + i];
        const double part =
            l->weight[k] * (x - m->posterior.mean) - (x - m->prior.mean) / (double)e->n;
        squares += part * part;
    }
    return sqrt(squares);
}

/* The same of a population.  Worlds that descend from one are alike: their deviations count
 * together.  Source: Lee & Whiteley (2018) Biometrika 105:609. */
static double error_of_population(const struct learned *l, size_t i, const struct moved_number *m,
                                  double by_eve[])
{
    const struct ensemble *e = &l->chosen;
    double alone = 0, together = 0;

    for (size_t k = 0; k < e->n; k++)
        by_eve[k] = 0;
    for (size_t k = 0; k < e->n; k++) {
        const double part = (e->value[k * e->joint->n + i] - m->posterior.mean) / (double)e->n;
        by_eve[l->population.eve[k]] += part;
        alone += part * part;
    }
    for (size_t k = 0; k < e->n; k++)
        together += by_eve[k] * by_eve[k];
    return sqrt(fmax(alone, together) + m->prior.sd * m->prior.sd / (double)l->n);
}

static void compare(const struct learned *l, size_t i, const struct room *room,
                    struct moved_number *m)
{
    m->prior = look(&l->prior, i, room->even, room->value);
    m->posterior = look(l->posterior, i, l->weight, room->value);
    m->moved = (m->posterior.mean - m->prior.mean) / m->prior.sd;
    const double error =
        l->by_population ? error_of_population(l, i, m, room->by_eve) : error_of_weights(l, i, m);
    m->low = m->moved - Z95 * error / m->prior.sd;
    m->high = m->moved + Z95 * error / m->prior.sd;
    m->shrinks = 1 - m->posterior.sd / m->prior.sd;
}

double moved_surely(const struct moved_number *number)
{
    return number->low > 0 ? number->low : number->high < 0 ? number->high : 0;
}

/* By insertion; equals stay in their order. */
static void put_in_order(struct moved *m)
{
    for (size_t i = 0; i < m->n; i++) {
        const double far = fabs(moved_surely(&m->number[i]));
        size_t at = i;
        for (; at > 0 && fabs(moved_surely(&m->number[m->order[at - 1]])) < far; at--)
            m->order[at] = m->order[at - 1];
        m->order[at] = i;
    }
}

enum error_code moved_find(struct moved *m, const struct learned *l, struct error *err)
{
    struct room room = { .value = memory_alloc(l->n, sizeof *room.value, err),
                         .even = memory_alloc(2 * l->n, sizeof *room.even, err) };

    *m = (struct moved){ .n = l->joint->n };
    m->number = memory_alloc(m->n, sizeof *m->number, err);
    m->order = memory_alloc(m->n, sizeof *m->order, err);
    room.by_eve = room.even ? room.even + l->n : NULL;
    for (size_t i = 0; err->code == OK && i < l->n; i++)
        room.even[i] = 1 / (double)l->n;
    for (size_t i = 0; err->code == OK && i < m->n; i++)
        compare(l, i, &room, &m->number[i]);
    if (err->code == OK)
        put_in_order(m);
    free(room.value);
    free(room.even);
    return err->code;
}

void moved_release(struct moved *m)
{
    free(m->number);
    free(m->order);
    *m = (struct moved){ .n = 0 };
}
