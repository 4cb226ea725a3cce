/* circuit.c - how the answers of voters become those that are counted, 512 cells at a time */
#include "circuit.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>

enum {
    PLANES = 24,          /* bits of a sum of seats */
    MOST_IN_PLANE = 1024, /* bits of seats that meet in a plane, and what is carried to it */
    MOST_RESULTS = 60000,
    ABSENT = UINT16_MAX, /* no result */
};

static bool has_room(struct circuit *c)
{
    c->failed = c->failed || c->n_place > MOST_RESULTS;
    if (c->failed || c->n_step < c->room)
        return !c->failed;
    const size_t room = c->room ? 2 * c->room : 64;
    struct circuit_step *step = realloc(c->step, room * sizeof *step);
    c->failed = !step;
    c->step = step ? step : c->step;
    c->room = room;
    return !c->failed;
}

/* Adds a step; n_place is the number of results until circuit_finish. */
static struct circuit_step add(struct circuit *c, enum circuit_act act, size_t a, size_t b,
                               size_t third)
{
    struct circuit_step step = { .act = act,
                                 .a = (uint16_t)a,
                                 .b = (uint16_t)b,
                                 .c = (uint16_t)third,
                                 .to = ABSENT,
                                 .carry = ABSENT };

    if (!has_room(c))
        return (struct circuit_step){ .act = act };
    if (act != CIRCUIT_COUNT)
        step.to = (uint16_t)c->n_place++;
    if (act == CIRCUIT_HALF || act == CIRCUIT_FULL)
        step.carry = (uint16_t)c->n_place++;
    return c->step[c->n_step++] = step;
}

size_t circuit_read(struct circuit *c, size_t voter)
{
    return add(c, CIRCUIT_READ, voter, ABSENT, ABSENT).to;
}

size_t circuit_both(struct circuit *c, size_t a, size_t b)
{
    return add(c, CIRCUIT_AND, a, b, ABSENT).to;
}

size_t circuit_either(struct circuit *c, size_t a, size_t b)
{
    return add(c, CIRCUIT_OR, a, b, ABSENT).to;
}

void circuit_count(struct circuit *c, size_t a)
{
    (void)add(c, CIRCUIT_COUNT, a, ABSENT, ABSENT);
    c->n_counter++;
}

/* The bits of a plane that are still to be added, the oldest first. */
struct plane {
    size_t n;
    uint16_t bit[MOST_IN_PLANE];
};

static void put(struct circuit *c, struct plane *plane, uint16_t bit)
{
    if (plane->n == MOST_IN_PLANE)
        c->failed = true;
    else
        plane->bit[plane->n++] = bit;
}

/* Three bits of a plane leave one there, and one for the next plane; so do two.  Oldest first makes
 * a tree, not a chain.  Returns the one that is left, or ABSENT. */
static uint16_t compress(struct circuit *c, struct plane *plane, struct plane *next)
{
    size_t at = 0;

    while (plane->n - at >= 2 && !c->failed) {
        const bool three = plane->n - at >= 3;
        const uint16_t *bit = plane->bit + at;
        const struct circuit_step step = three ? add(c, CIRCUIT_FULL, bit[0], bit[1], bit[2])
                                               : add(c, CIRCUIT_HALF, bit[0], bit[1], ABSENT);
        at += three ? 3 : 2;
        put(c, plane, step.to);
        put(c, next, step.carry);
    }
    return plane->n > at ? plane->bit[at] : ABSENT;
}

/* Whether the sum reaches the quota, looked at from its lowest bit up: `enough` says so of the bits
 * so far, and where it is ABSENT, `always` does. */
size_t circuit_threshold(struct circuit *c, size_t n, const size_t of[], const uint32_t seats[],
                         uint32_t quota)
{
    struct plane planes[2] = { { 0 }, { 0 } };
    uint16_t enough = ABSENT;
    bool always = true;

    for (unsigned k = 0; k < PLANES; k++) {
        struct plane *plane = &planes[k % 2], *next = &planes[(k + 1) % 2];
        next->n = 0;
        for (size_t i = 0; i < n; i++)
            if (seats[i] >> k & 1)
                put(c, plane, (uint16_t)of[i]);
        const uint16_t bit = compress(c, plane, next);
        const bool wanted = quota >> k & 1;
        if (enough != ABSENT && bit != ABSENT)
            enough =
                (uint16_t)(wanted ? circuit_both(c, bit, enough) : circuit_either(c, bit, enough));
        else if (enough != ABSENT && wanted)
            enough = ABSENT, always = false;
        else if (enough == ABSENT && bit != ABSENT && always == wanted)
            enough = bit;
        else if (enough == ABSENT && bit == ABSENT)
            always = always && !wanted;
    }
    return enough;
}

/* ---- places ---- */

static void note_use(size_t last[], size_t result, size_t step)
{
    if (result != ABSENT)
        last[result] = step;
}

/* The step that reads each result last. */
static void find_last_uses(const struct circuit *c, size_t last[])
{
    for (size_t i = 0; i < c->n_step; i++) {
        const struct circuit_step *step = &c->step[i];
        note_use(last, step->to, i);
        note_use(last, step->carry, i);
        if (step->act != CIRCUIT_READ)
            note_use(last, step->a, i);
        note_use(last, step->b, i);
        note_use(last, step->c, i);
    }
}

struct places {
    size_t n, n_free;
    uint16_t *of, *free; /* of each result; those that nobody needs any more */
};

/* The place of a result that a step reads.  A step reads before it writes, so that what it reads
 * last may make room for its result: once, also where the step reads it twice. */
static uint16_t place_of(struct places *places, const size_t last[], size_t step, uint16_t result,
                         bool is_read_before)
{
    if (result == ABSENT)
        return ABSENT;
    if (last[result] == step && !is_read_before)
        places->free[places->n_free++] = places->of[result];
    return places->of[result];
}

static void place_result(struct places *places, uint16_t *result)
{
    if (*result != ABSENT)
        *result = places->of[*result] =
            places->n_free > 0 ? places->free[--places->n_free] : (uint16_t)places->n++;
}

static void give_places(struct circuit *c, struct places *places, const size_t last[])
{
    for (size_t i = 0; i < c->n_step; i++) {
        struct circuit_step *step = &c->step[i];
        const struct circuit_step reads = *step;
        if (step->act != CIRCUIT_READ)
            step->a = place_of(places, last, i, reads.a, false);
        step->b = place_of(places, last, i, reads.b, reads.b == reads.a);
        step->c = place_of(places, last, i, reads.c, reads.c == reads.a || reads.c == reads.b);
        place_result(places, &step->to);
        place_result(places, &step->carry);
    }
    c->n_place = places->n;
}

enum error_code circuit_finish(struct circuit *c, struct error *err)
{
    const size_t n = c->n_place;
    struct places places = { .of = memory_alloc(n, sizeof *places.of, err),
                             .free = memory_alloc(2 * n, sizeof *places.free, err) };
    size_t *last = memory_alloc(n, sizeof *last, err);

    if (c->failed)
        error_set(err, ERR_MEMORY, "not enough memory for the rule of agreement");
    if (err->code == OK) {
        find_last_uses(c, last);
        give_places(c, &places, last);
    }
    free(places.of);
    free(places.free);
    free(last);
    return err->code;
}

void circuit_release(struct circuit *c)
{
    free(c->step);
    *c = (struct circuit){ .n_step = 0 };
}
