/* front.c - points that no other point beats */
#include "front.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct front_key {
    double first, second;
    uint64_t package;
    size_t at;
};

enum error_code front_reserve(struct front *f, size_t n_party, size_t room, struct error *err)
{
    f->n_party = n_party;
    if (room <= f->room && room * n_party <= f->room_gain)
        return OK;
    room = room < 2 * f->room ? 2 * f->room : room;
    double *gain = realloc(f->gain, room * n_party * sizeof *gain);
    f->gain = gain ? gain : f->gain;
    uint64_t *package = realloc(f->package, room * sizeof *package);
    f->package = package ? package : f->package;
    struct front_key *key = realloc(f->key, room * sizeof *key);
    f->key = key ? key : f->key;
    if (!gain || !package || !key)
        return error_set(err, ERR_MEMORY, "not enough memory for a front of %zu points", room);
    f->room = room;
    f->room_gain = room * n_party;
    return OK;
}

void front_release(struct front *f)
{
    free(f->gain);
    free(f->package);
    free(f->key);
    *f = (struct front){ 0 };
}

static int compare_keys(const void *a, const void *b)
{
    const struct front_key *x = a, *y = b;

    if (x->first != y->first)
        return x->first > y->first ? -1 : 1;
    if (x->second != y->second)
        return x->second > y->second ? -1 : 1;
    return (x->package > y->package) - (x->package < y->package);
}

static void append(struct front *to, const struct front *from, size_t at)
{
    memcpy(to->gain + to->n * to->n_party, from->gain + at * from->n_party,
           from->n_party * sizeof *to->gain);
    to->package[to->n++] = from->package[at];
}

enum error_code front_append(struct front *f, const struct front *more, struct error *err)
{
    if (front_reserve(f, more->n_party, f->n + more->n, err) != OK)
        return err->code;
    for (size_t i = 0; i < more->n; i++)
        append(f, more, i);
    return OK;
}

static bool at_least(size_t n, const double *q, const double *x)
{
    for (size_t p = 0; p < n; p++)
        if (!(q[p] >= x[p]))
            return false;
    return true;
}

static bool kept_one_matches(const struct front *kept, const double *x)
{
    for (size_t i = 0; i < kept->n; i++)
        if (at_least(kept->n_party, kept->gain + i * kept->n_party, x))
            return true;
    return false;
}

void front_keep(const struct front *from, struct front *to)
{
    const size_t n_party = from->n_party;
    double best = -INFINITY;

    to->n = 0;
    if (from->n == 0)
        return;
    for (size_t i = 0; i < from->n; i++) {
        const double *gain = from->gain + i * n_party;
        from->key[i] = (struct front_key){ gain[0], gain[n_party > 1], from->package[i], i };
    }
    qsort(from->key, from->n, sizeof *from->key, compare_keys);
    for (size_t i = 0; i < from->n; i++) {
        const struct front_key *key = &from->key[i];
        bool keep = n_party <= 2 ? key->second > best
                                 : !kept_one_matches(to, from->gain + key->at * n_party);
        if (keep)
            append(to, from, key->at);
        best = fmax(best, key->second);
    }
}

static void swap_points(struct front *f, size_t a, size_t b)
{
    for (size_t p = 0; p < f->n_party; p++) {
        double gain = f->gain[a * f->n_party + p];
        f->gain[a * f->n_party + p] = f->gain[b * f->n_party + p];
        f->gain[b * f->n_party + p] = gain;
    }
    uint64_t package = f->package[a];
    f->package[a] = f->package[b];
    f->package[b] = package;
}

/* Whether a point of f is at least as good; it moves to the head, where the next look begins: one
 * that beats much is soon found. */
static bool is_matched(struct front *f, const double gain[], uint64_t package)
{
    for (size_t i = 0; i < f->n; i++) {
        const double *own = f->gain + i * f->n_party;
        if (!at_least(f->n_party, own, gain))
            continue;
        if (f->package[i] > package && at_least(f->n_party, gain, own))
            f->package[i] = package;
        if (i > 0)
            swap_points(f, 0, i);
        return true;
    }
    return false;
}

enum error_code front_offer(struct front *f, const double gain[], uint64_t package,
                            struct error *err)
{
    if (is_matched(f, gain, package))
        return OK;
    for (size_t i = f->n; i-- > 0;)
        if (at_least(f->n_party, gain, f->gain + i * f->n_party))
            swap_points(f, i, --f->n);
    if (front_reserve(f, f->n_party, f->n + 1, err) != OK)
        return err->code;
    memcpy(f->gain + f->n * f->n_party, gain, f->n_party * sizeof *gain);
    f->package[f->n++] = package;
    return OK;
}

bool front_beats(const struct front *f, const double gain[], double tie)
{
    for (size_t i = 0; i < f->n; i++) {
        const double *q = f->gain + i * f->n_party;
        bool no_worse = true, better = false;
        for (size_t p = 0; p < f->n_party && no_worse; p++) {
            no_worse = q[p] >= gain[p] - tie;
            better = better || q[p] > gain[p] + tie;
        }
        if (no_worse && better)
            return true;
    }
    return false;
}
