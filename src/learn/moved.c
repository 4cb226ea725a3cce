/* moved.c - what the record teaches about each number */
#include "moved.h"

#include "proportion.h"

#include <math.h>
#include <stdlib.h>

/* Room to work in: as many as there are worlds. */
struct room {
    struct weighted_value *value;
    double *even;
};

static struct known_number look(const struct ensemble *e, size_t i, const double w[],
                                struct weighted_value sorted[], double *error)
{
    const size_t stride = e->joint->n;
    const struct weighted_moments moments = weighted_moments(e->n, w, e->value + i, stride);

    for (size_t k = 0; k < e->n; k++)
        sorted[k] = (struct weighted_value){ e->value[k * stride + i], w[k] };
    weighted_sort(e->n, sorted);
    *error = moments.error;
    return (struct known_number){ moments.mean, moments.sd, weighted_quantile(e->n, sorted, 0.05),
                                  weighted_quantile(e->n, sorted, 0.5),
                                  weighted_quantile(e->n, sorted, 0.95) };
}

static void compare(const struct learned *l, size_t i, const struct room *room,
                    struct moved_number *m)
{
    double error_before, error;

    m->prior = look(&l->prior, i, room->even, room->value, &error_before);
    m->posterior = look(l->posterior, i, l->weight, room->value, &error);
    m->moved = (m->posterior.mean - m->prior.mean) / m->prior.sd;
    const double width = Z95 * hypot(error, error_before) / m->prior.sd;
    m->low = m->moved - width;
    m->high = m->moved + width;
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
                         .even = memory_alloc(l->n, sizeof *room.even, err) };

    *m = (struct moved){ .n = l->joint->n };
    m->number = memory_alloc(m->n, sizeof *m->number, err);
    m->order = memory_alloc(m->n, sizeof *m->order, err);
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
