/* scrambles.h - what each net of Sobol' draws says by itself: from it follows how sure all are */
#ifndef SCRAMBLES_H
#define SCRAMBLES_H

#include "map_counts.h"
#include "proportion.h"

/* Draws of one net after another are taken, by blocks, on several threads at once; a net's counts
 * are added up in a slot until all of its draws are there, and then join those of the others. */
struct scrambles {
    const struct scenario *scenario; /* borrowed */
    uint64_t each, block;            /* draws of a net; of a block, which is of one net */
    size_t n_slot, n_tally;
    struct scramble_slot {
        struct map_counts counts;
        size_t scramble; /* whose, or NONE */
        uint64_t left;   /* its draws that are not there yet */
    } * slot;
    uint64_t *squares; /* [2 * packages] of the counts of all, and of the rule, summed over nets */
    uint64_t *tally;   /* [DRAW_SCRAMBLES * n_tally] */
};

/* For s->draws Sobol' draws (draw.h) of `threads` threads.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code scrambles_init(struct scrambles *w, const struct scenario *s, size_t n_tally,
                               int threads, struct error *err);
void scrambles_release(struct scrambles *w);

/* The bytes that it takes. */
double scrambles_bytes(const struct scenario *s, int threads);

/* The net and the draw that are number `at` to be taken. */
size_t scrambles_net(const struct scrambles *w, uint64_t at);
uint64_t scrambles_draw(const struct scrambles *w, uint64_t at);

/* Where the counts of the next block of a net are to be added; then that they are, and its tally
 * [n_tally]: counts of a net that is through are added to *all. */
struct map_counts *scrambles_counts(struct scrambles *w, size_t scramble);
void scrambles_took(struct scrambles *w, size_t scramble, const uint64_t tally[],
                    struct map_counts *all);

/* How sure the share of a package is, of draws in which all accept, or by_rule; `accepts`: in how
 * many they do.  And that of entry `at` of the tally, which counts in units and is known to a
 * grain, in draws. */
struct surety scrambles_know_cell(const struct scrambles *w, bool by_rule, size_t cell,
                                  uint32_t accepts);
struct surety scrambles_know_entry(const struct scrambles *w, size_t at, double unit, double grain);

#endif
