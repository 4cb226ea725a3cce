/* tally.h - in how many draws the cells of a box suit each party, and all of them */
#ifndef TALLY_H
#define TALLY_H

#include "error.h"
#include "rank_sets.h"

#include <stdint.h>

enum {
    TALLY_COLUMNS = RANK_SETS_MAX,
    TALLY_VETO = 48,
};

/* Counters for a box of n_row x n_column cells.  In a draw, a cell is worth row + column to a
 * veto player, and suits it when that is at least the veto player's threshold; it suits a party
 * when it suits every veto player of that party. */
struct tally;

/* Room for max_draw draws, or as many as fit, which is thousands (tally_room); n_column
 * from 1 to TALLY_COLUMNS, n_party at least 1.  The first n_party veto players are the
 * parties themselves, in order; the others, up to TALLY_VETO in all, speak for party
 * party_of[veto player] too.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code tally_open(struct tally **t, size_t n_party, size_t n_veto, const size_t party_of[],
                           size_t n_row, size_t n_column, uint64_t max_draw, struct error *err);
void tally_close(struct tally *t);

/* The bytes that tally_open takes, for a check beforehand. */
double tally_bytes(size_t n_party, size_t n_veto, double n_row, uint64_t max_draw);

/* Adds one draw.
 *
 *   row[n_veto * n_row]        utility of a cell's row to each veto player, row-major
 *   column[n_veto * n_column]  utility of its column; -INFINITY for one that never suits
 *   threshold[n_veto]          a cell suits a veto player when row + column >= threshold
 *   *suits_all                 in and out, unless NULL: the number of cells that suit all is added
 *                              to it by the time that tally_finish returns
 *
 * Counts are whole numbers, so any order of draws and any split over tallies gives the same. */
void tally_add(struct tally *t, const double row[], const double column[], const double threshold[],
               uint64_t *suits_all);

/* How many more draws may be added. */
uint64_t tally_room(const struct tally *t);

/* Counts the draws that still wait for their group to be full.  Call before tally_counts; no
 * draw may be added then before tally_clear. */
void tally_finish(struct tally *t);

/* Adds to count[n_row * n_column] the number of draws in which each cell suits party `who`, or
 * all of them (who = n_party).  Ends early after a signal (interrupt.h: throw them
 * away). */
void tally_counts(const struct tally *t, size_t who, uint32_t count[]);

/* Back to no draws. */
void tally_clear(struct tally *t);

#endif
