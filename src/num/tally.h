/* tally.h - in how many draws the cells of a box suit each party, and all of them */
#ifndef TALLY_H
#define TALLY_H

#include "error.h"
#include "ladder.h"

#include <stdint.h>

enum { TALLY_COLUMNS = LADDER_MAX };

/* Counters for a box of n_row x n_column cells.  In a draw, a cell is worth
 * row + column to a party, and suits it when that is at least the threshold. */
struct tally;

/* Room for max_draw draws; n_column from 1 to TALLY_COLUMNS.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code tally_open(struct tally **t, size_t n_party, size_t n_row, size_t n_column,
                           uint64_t max_draw, struct error *err);
void tally_close(struct tally *t);

/* The bytes that tally_open takes, for a check beforehand. */
double tally_bytes(size_t n_party, double n_row, uint64_t max_draw);

/* Adds one draw.
 *
 *   row[n_party * n_row]        worth of a cell's row to each party, row-major
 *   column[n_party * n_column]  worth of its column; -INFINITY for one that never suits
 *   threshold                   a cell suits a party when row + column >= threshold
 *   *suits_all                  in and out, unless NULL: the number of cells that suit all is added
 *                               to it by the time that tally_finish returns
 *
 * Counts are whole numbers, so any order of draws and any split over tallies gives the same. */
void tally_add(struct tally *t, const double row[], const double column[], double threshold,
               uint64_t *suits_all);

/* Counts the draws that still wait for their group to be full.  Call before tally_counts. */
void tally_finish(struct tally *t);

/* Adds to count[n_row * n_column] the number of draws in which each cell suits party `who`, or
 * all of them (who = n_party). */
void tally_counts(const struct tally *t, size_t who, uint32_t count[]);

#endif
