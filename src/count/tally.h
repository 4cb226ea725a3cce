/* tally.h - in how many draws the cells of a box suit those who are asked */
#ifndef TALLY_H
#define TALLY_H

#include "circuit.h"
#include "error.h"
#include "rank_sets.h"

#include <stdint.h>

enum {
    TALLY_COLUMNS = RANK_SETS_MAX,
    TALLY_VETO = 48,
};

/* Counters for a box of n_row x n_column cells.  In a draw, a cell is worth row + column to a
 * veto player, and suits it when that is at least the veto player's threshold.  A circuit says what
 * is counted of that: the cells that suit a party, say, or all of them. */
struct tally;

/* Room for max_draw draws, or as many as fit, which is thousands (tally_room); n_column
 * from 1 to TALLY_COLUMNS, n_veto from 1 to TALLY_VETO.  The circuit (finished, borrowed) reads
 * veto players 0 to n_veto - 1, and its last counter is that of the cells that pass.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code tally_open(struct tally **t, const struct circuit *circuit, size_t n_veto,
                           size_t n_row, size_t n_column, uint64_t max_draw, struct error *err);
void tally_close(struct tally *t);

/* The bytes that tally_open takes, for a check beforehand. */
double tally_bytes(size_t n_counter, size_t n_veto, double n_row, uint64_t max_draw);

/* Adds one draw.
 *
 *   row[n_veto * n_row]        utility of a cell's row to each veto player, row-major
 *   column[n_veto * n_column]  utility of its column; -INFINITY for one that never suits
 *   threshold[n_veto]          a cell suits a veto player when row + column >= threshold
 *   *passing                   in and out, unless NULL: the number of cells that pass is added to
 *                              it by the time that tally_finish returns
 *
 * Counts are whole numbers, so any order of draws and any split over tallies gives the same. */
void tally_add(struct tally *t, const double row[], const double column[], const double threshold[],
               uint64_t *passing);

/* How many more draws may be added. */
uint64_t tally_room(const struct tally *t);

/* Counts the draws that still wait for their group to be full.  Call before tally_counts; no
 * draw may be added then before tally_clear. */
void tally_finish(struct tally *t);

/* Adds to count[n_row * n_column] the number of draws that a counter has of each cell.  Ends early
 * after a signal (interrupt.h: throw them away). */
void tally_counts(const struct tally *t, size_t counter, uint32_t count[]);

/* Back to no draws. */
void tally_clear(struct tally *t);

#endif
