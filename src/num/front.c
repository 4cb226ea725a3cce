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

enum { LANES = 8 };

/* Rooms are of whole blocks, since lanes are filled so. */
static size_t whole(size_t room)
{
    return (room + LANES - 1) / LANES * LANES;
}

enum error_code front_reserve(struct front *f, size_t n_party, size_t room, struct error *err)
{
    f->n_party = n_party;
    room = whole(room);
    if (room <= f->room && room * n_party <= f->room_gain)
        return OK;
    room = room < 2 * f->room ? 2 * f->room : room;
    double *gain = realloc(f->gain, room * n_party * sizeof *gain);
    f->gain = gain ? gain : f->gain;
    uint64_t *package = realloc(f->package, room * sizeof *package);
    f->package = package ? package : f->package;
    struct front_key *key = realloc(f->key, room * sizeof *key);
    f->key = key ? key : f->key;
    double *lane = realloc(f->lane, room * n_party * sizeof *lane);
    f->lane = lane ? lane : f->lane;
    size_t *like = realloc(f->like, room * sizeof *like);
    f->like = like ? like : f->like;
    if (!gain || !package || !key || !lane || !like)
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
    free(f->lane);
    free(f->like);
    free(f->alike);
    *f = (struct front){ 0 };
}

void front_clear(struct front *f)
{
    f->n = f->n_alike = 0;
}

/* Whether x comes before y: by what is better first, then by what is numbered lower. */
static inline bool comes_before(const struct front_key *x, const struct front_key *y)
{
    if (x->first != y->first)
        return x->first > y->first;
    if (x->second != y->second)
        return x->second > y->second;
    return x->package < y->package;
}

/* Where the run that begins at `i` ends. */
static size_t run_end(size_t n, const struct front_key key[], size_t i)
{
    while (++i < n && !comes_before(&key[i], &key[i - 1]))
        ;
    return i;
}

/* Appends a key to to[n] unless, of two parties, the second has had as much before; returns n. */
static inline size_t take(const struct front_key *key, bool is_pair, double *best,
                          struct front_key to[], size_t n)
{
    to[n] = *key;
    n += !is_pair || key->second > *best;
    *best = key->second > *best ? key->second : *best;
    return n;
}

/* Merges the runs [first, middle) and [middle, last) to to[]; returns how many keys are left. */
static size_t merge(const struct front_key from[], size_t first, size_t middle, size_t last,
                    bool is_pair, struct front_key to[])
{
    size_t left = first, right = middle, n = 0;
    double best = -INFINITY;

    while (left < middle && right < last) {
        const bool from_right = comes_before(&from[right], &from[left]);
        n = take(&from[from_right ? right : left], is_pair, &best, to, n);
        left += !from_right;
        right += from_right;
    }
    while (left < middle)
        n = take(&from[left++], is_pair, &best, to, n);
    while (right < last)
        n = take(&from[right++], is_pair, &best, to, n);
    return n;
}

/* Sorts by merging the runs that are there: fronts that were put one behind the other, each in
 * order, need few rounds (natural merge sort; Knuth, TAOCP 3, 5.2.4).  Of two parties, keys that
 * another beats are dropped as soon as they meet.  Returns the sorted keys, in one of the two
 * arrays; *n: how many are left. */
static struct front_key *sort_keys(struct front_key *key, struct front_key *spare, bool is_pair,
                                   size_t *n)
{
    for (size_t n_run = 2; n_run > 1;) {
        size_t left = 0;
        n_run = 0;
        for (size_t first = 0, last; first < *n; first = last, n_run++) {
            const size_t middle = run_end(*n, key, first);
            last = middle < *n ? run_end(*n, key, middle) : middle;
            left += merge(key, first, middle, last, is_pair, spare + left);
        }
        *n = left;
        struct front_key *sorted = spare;
        spare = key;
        key = sorted;
    }
    return key;
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
    if (more->n == 0)
        return OK;
    memcpy(f->gain + f->n * f->n_party, more->gain, more->n * f->n_party * sizeof *f->gain);
    memcpy(f->package + f->n, more->package, more->n * sizeof *f->package);
    f->n += more->n;
    return OK;
}

static bool at_least(size_t n, const double *q, const double *x)
{
    for (size_t p = 0; p < n; p++)
        if (!(q[p] >= x[p]))
            return false;
    return true;
}

/* Pairs: gcc 12 takes wider vectors apart where the processor has none so wide. */
typedef double pair __attribute__((vector_size(2 * sizeof(double))));
typedef int64_t answers __attribute__((vector_size(2 * sizeof(int64_t))));
enum { PAIRS = LANES / 2 };

/* Which of eight points side by side is at least as good as x for every party; LANES: none. */
static size_t match_of_eight(size_t n_party, const double block[], const double x[])
{
    answers is[PAIRS], any = { -1, -1 };

    for (size_t k = 0; k < PAIRS; k++)
        is[k] = any;
    for (size_t p = 0; p < n_party && (any[0] | any[1]); p++, block += LANES) {
        const pair asked = { x[p], x[p] };
        pair has[PAIRS];
        memcpy(has, block, sizeof has);
        for (size_t k = 0; k < PAIRS; k++)
            is[k] &= has[k] >= asked;
        any = (is[0] | is[1]) | (is[2] | is[3]);
    }
    for (size_t l = 0; (any[0] | any[1]) && l < LANES; l++)
        if (is[l / 2][l % 2])
            return l;
    return LANES;
}

/* The same of n points in blocks; n: none. */
static size_t match_of(size_t n_party, size_t n, const double lane[], const double x[])
{
    for (size_t i = 0; i < n; i += LANES) {
        const size_t l = match_of_eight(n_party, lane + i * n_party, x);
        if (l < LANES)
            return i + l;
    }
    return n;
}

static double *lane_of(double *lane, size_t n_party, size_t i)
{
    return lane + i / LANES * LANES * n_party + i % LANES;
}

static void set_lane(double *lane, size_t n_party, size_t i, const double *x)
{
    for (size_t p = 0; p < n_party; p++)
        lane_of(lane, n_party, i)[p * LANES] = x[p];
}

static void empty_block(double *lane, size_t n_party, size_t i)
{
    for (size_t p = 0; p < n_party * LANES; p++)
        lane[i * n_party + p] = -INFINITY;
}

static void swap_lanes(double *lane, size_t n_party, size_t i, size_t k)
{
    double *a = lane_of(lane, n_party, i), *b = lane_of(lane, n_party, k);

    for (size_t p = 0; p < n_party * LANES; p += LANES) {
        const double gain = a[p];
        a[p] = b[p];
        b[p] = gain;
    }
}

/* With three parties or more each point is compared with those kept, in blocks whose order is their
 * own: those that have beaten others move to the first block, where the next look begins. */
static void keep_many(const struct front *from, size_t n, const struct front_key key[], size_t most,
                      struct front *to)
{
    const size_t n_party = from->n_party;
    size_t last = 0; /* the lane of the first block that was given away last */

    for (size_t i = 0; i < n && to->n <= most; i++) {
        const double *gain = from->gain + key[i].at * n_party;
        const size_t match = match_of(n_party, to->n, to->lane, gain);
        if (match < to->n) {
            last = (last + 1) % LANES;
            if (match >= LANES)
                swap_lanes(to->lane, n_party, last, match);
            continue;
        }
        if (to->n % LANES == 0)
            empty_block(to->lane, n_party, to->n);
        set_lane(to->lane, n_party, to->n, gain);
        append(to, from, key[i].at);
    }
}

void front_keep(const struct front *from, size_t most, struct front *to)
{
    const size_t n_party = from->n_party;
    size_t n = from->n;

    to->n = 0;
    for (size_t i = 0; i < n; i++) {
        const double *gain = from->gain + i * n_party;
        from->key[i] = (struct front_key){ gain[0], gain[n_party > 1], from->package[i], i };
    }
    const struct front_key *key = sort_keys(from->key, to->key, n_party <= 2, &n);
    if (n_party > 2)
        keep_many(from, n, key, most, to);
    for (size_t i = 0; n_party <= 2 && i < n && to->n <= most; i++)
        append(to, from, key[i].at);
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
    size_t like = f->like[a];
    f->like[a] = f->like[b];
    f->like[b] = like;
}

/* A point that is at least as good, or f->n; it moves to the head, where the next look begins: one
 * that beats much is soon found. */
static size_t find_match(struct front *f, const double gain[])
{
    for (size_t i = 0; i < f->n; i++) {
        if (!at_least(f->n_party, f->gain + i * f->n_party, gain))
            continue;
        if (i > 0)
            swap_points(f, 0, i);
        return 0;
    }
    return f->n;
}

/* Whether x falls short of q by no more than `tie` for any party. */
static bool is_close(size_t n, const double x[], const double q[], double tie)
{
    for (size_t p = 0; p < n; p++)
        if (x[p] < q[p] - tie)
            return false;
    return true;
}

/* Puts a package at the head of a chain. */
static enum error_code join_chain(struct front *f, size_t *chain, uint64_t package,
                                  struct error *err)
{
    if (f->n_alike == f->room_alike) {
        const size_t room = f->room_alike ? 2 * f->room_alike : 64;
        struct front_like *alike = realloc(f->alike, room * sizeof *alike);
        if (!alike)
            return error_set(err, ERR_MEMORY, "not enough memory for a front of %zu points", room);
        f->alike = alike;
        f->room_alike = room;
    }
    f->alike[f->n_alike] = (struct front_like){ package, *chain };
    *chain = f->n_alike++;
    return OK;
}

/* A package as good as point i joins it; of the two the lower one stands for both. */
static enum error_code join_point(struct front *f, size_t i, uint64_t package, struct error *err)
{
    const uint64_t stood = f->package[i];
    const bool lower = package < stood;

    if (lower)
        f->package[i] = package;
    return join_chain(f, &f->like[i], lower ? stood : package, err);
}

/* Point i gives way to one that it is as good as, with all its chain. */
static enum error_code join_all(struct front *f, size_t i, size_t *chain, struct error *err)
{
    size_t last = f->like[i];

    if (join_chain(f, chain, f->package[i], err) != OK)
        return err->code;
    if (last == FRONT_LAST)
        return OK;
    while (f->alike[last].next != FRONT_LAST)
        last = f->alike[last].next;
    f->alike[last].next = *chain;
    *chain = f->like[i];
    return OK;
}

enum error_code front_offer(struct front *f, const double gain[], uint64_t package, double tie,
                            struct error *err)
{
    const size_t n = f->n_party, match = find_match(f, gain);
    size_t chain = FRONT_LAST;

    if (match < f->n)
        return is_close(n, gain, f->gain + match * n, tie) ? join_point(f, match, package, err)
                                                           : OK;
    for (size_t i = f->n; i-- > 0;) {
        const double *own = f->gain + i * n;
        if (!at_least(n, gain, own))
            continue;
        if (is_close(n, own, gain, tie) && join_all(f, i, &chain, err) != OK)
            return err->code;
        swap_points(f, i, --f->n);
    }
    if (front_reserve(f, n, f->n + 1, err) != OK)
        return err->code;
    memcpy(f->gain + f->n * n, gain, n * sizeof *gain);
    f->like[f->n] = chain;
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
