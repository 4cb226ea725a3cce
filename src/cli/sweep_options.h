/* sweep_options.h - what a sweep is asked to do, by its command and by its scenario */
#ifndef SWEEP_OPTIONS_H
#define SWEEP_OPTIONS_H

#include "reload.h"
#include "sweep.h"

/* Makes the plan, to which the sweep points already, and the columns of the sweep.  Levers, or
 * metrics, on the command line replace those of the scenario's `sweep`.
 * Errors: ERR_USAGE; ERR_SCENARIO for levers of the scenario; ERR_MEMORY. */
NODISCARD
enum error_code sweep_options(const struct reload *from, struct plan *plan, struct sweep *sweep,
                              struct error *err);

/* Reads --shard I/N: part I-1 of N parts; without it, part 0 of 1.  Errors: ERR_USAGE. */
NODISCARD
enum error_code sweep_options_shard(const struct options *options, uint64_t *part, uint64_t *parts,
                                    struct error *err);

/* Tries the values of every lever, one by one, as --set would: each level and setting, and of
 * numbers the lowest and the highest, since the allowed numbers are an interval.
 * Errors: those of reload_with. */
NODISCARD
enum error_code sweep_options_values(struct reload *from, const struct plan *plan,
                                     struct error *err);

#endif
