/* scrambles.c - what each net of Sobol' draws says by itself: from it follows how sure all are */
#include "scrambles.h"

#include "agreement.h"
#include "draw.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK = 1024, /* draws at most that are counted before their counts are taken in */
};

static size_t packages_of(const struct scrambles *w)
{
    return (size_t)w->scenario->grid.total;
}

/* A thread is at work on one net, and another net is begun when one is given out. */
static size_t slots(int threads)
{
    return threads + 1 < DRAW_SCRAMBLES ? (size_t)threads + 1 : DRAW_SCRAMBLES;
}

static size_t squared(const struct scenario *s)
{
    return agreement_has_rule(s) ? 2 : 1;
}

double scrambles_bytes(const struct scenario *s, int threads)
{
    const double a_slot =
        (double)(agreement_counts(s) * sizeof(uint32_t) + (s->n_phase > 0 ? sizeof(uint64_t) : 0));

    return (double)s->grid.total *
           ((double)slots(threads) * a_slot + (double)(squared(s) * sizeof(uint64_t)));
}

enum error_code scrambles_init(struct scrambles *w, const struct scenario *s, size_t n_tally,
                               int threads, struct error *err)
{
    const size_t packages = (size_t)s->grid.total;

    *w = (struct scrambles){ .scenario = s, .n_tally = n_tally };
    w->each = s->draws / DRAW_SCRAMBLES;
    w->block = w->each < BLOCK ? w->each : BLOCK;
    w->squares = memory_alloc(squared(s) * packages, sizeof *w->squares, err);
    w->tally = memory_alloc(DRAW_SCRAMBLES * n_tally, sizeof *w->tally, err);
    w->slot = memory_alloc(slots(threads), sizeof *w->slot, err);
    if (!w->slot)
        return err->code;
    for (w->n_slot = 0; err->code == OK && w->n_slot < slots(threads); w->n_slot++) {
        struct scramble_slot *slot = &w->slot[w->n_slot];
        slot->scramble = NONE;
        slot->counts.accepts =
            memory_alloc(agreement_counts(s) * packages, sizeof *slot->counts.accepts, err);
        if (s->n_phase > 0)
            slot->counts.complete = memory_alloc(packages, sizeof *slot->counts.complete, err);
    }
    return err->code;
}

void scrambles_release(struct scrambles *w)
{
    for (size_t i = 0; i < w->n_slot; i++) {
        free(w->slot[i].counts.accepts);
        free(w->slot[i].counts.complete);
    }
    free(w->slot);
    free(w->squares);
    free(w->tally);
    *w = (struct scrambles){ .n_slot = 0 };
}

size_t scrambles_net(const struct scrambles *w, uint64_t at)
{
    return (size_t)(at / w->each);
}

uint64_t scrambles_draw(const struct scrambles *w, uint64_t at)
{
    return at % w->each * DRAW_SCRAMBLES + at / w->each;
}

/* The slot of a net; a free one when it has none yet, and there is one, since a net that is neither
 * through nor new is in the hands of a thread. */
static struct scramble_slot *slot_of(struct scrambles *w, size_t scramble)
{
    struct scramble_slot *unused = NULL;

    for (size_t i = 0; i < w->n_slot; i++) {
        if (w->slot[i].scramble == scramble)
            return &w->slot[i];
        if (w->slot[i].scramble == NONE)
            unused = &w->slot[i];
    }
    assert(unused);
    unused->scramble = scramble;
    unused->left = w->each;
    return unused;
}

struct map_counts *scrambles_counts(struct scrambles *w, size_t scramble)
{
    return &slot_of(w, scramble)->counts;
}

/* Adds the counts of a net that is through to those of all, and empties its slot. */
static void join(struct scrambles *w, struct scramble_slot *slot, struct map_counts *all)
{
    const size_t packages = packages_of(w), counts = agreement_counts(w->scenario);
    uint32_t *accepts = slot->counts.accepts;

    for (size_t i = 0; i < squared(w->scenario) * packages; i++) {
        const uint64_t count = accepts[w->scenario->n_party * packages + i];
        w->squares[i] += count * count;
    }
    for (size_t i = 0; i < counts * packages; i++)
        all->accepts[i] += accepts[i];
    memset(accepts, 0, counts * packages * sizeof *accepts);
    for (size_t i = 0; all->complete && i < packages; i++)
        all->complete[i] += slot->counts.complete[i];
    if (all->complete)
        memset(slot->counts.complete, 0, packages * sizeof *slot->counts.complete);
    slot->scramble = NONE;
}

void scrambles_took(struct scrambles *w, size_t scramble, const uint64_t tally[],
                    struct map_counts *all)
{
    struct scramble_slot *slot = slot_of(w, scramble);

    for (size_t i = 0; i < w->n_tally; i++)
        w->tally[scramble * w->n_tally + i] += tally[i];
    slot->left -= w->block;
    if (slot->left == 0)
        join(w, slot, all);
}

struct surety scrambles_know_cell(const struct scrambles *w, bool by_rule, size_t cell,
                                  uint32_t accepts)
{
    const double squares = (double)w->squares[(by_rule ? packages_of(w) : 0) + cell], sum = accepts;

    return surety_of_groups(DRAW_SCRAMBLES, (double)w->each, 1, sum,
                            squares - sum * sum / DRAW_SCRAMBLES);
}

struct surety scrambles_know_entry(const struct scrambles *w, size_t at, double unit, double grain)
{
    double count[DRAW_SCRAMBLES], sum = 0, deviations = 0;

    for (size_t k = 0; k < DRAW_SCRAMBLES; k++) {
        count[k] = (double)w->tally[k * w->n_tally + at] / unit;
        sum += count[k];
    }
    for (size_t k = 0; k < DRAW_SCRAMBLES; k++)
        deviations += pow(count[k] - sum / DRAW_SCRAMBLES, 2);
    return surety_of_groups(DRAW_SCRAMBLES, (double)w->each, grain, sum, deviations);
}
