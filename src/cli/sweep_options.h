/* sweep_options.h - what a sweep is asked to do, by its command and by its scenario */
#ifndef SWEEP_OPTIONS_H
#define SWEEP_OPTIONS_H

#include "reload.h"
#include "sweep.h"

/* Makes the plan, which the sweep already points to, and the columns of the sweep.  What the
 * command says of levers, or of metrics, replaces what the scenario's `sweep` says. Errors:
 * ERR_USAGE; ERR_SCENARIO where the scenario says so; ERR_MEMORY. */
NODISCARD
enum error_code sweep_options(const struct reload *from, struct plan *plan, struct sweep *sweep,
                              struct error *err);

/* --shard I/N: part I-1 of N; all of it without.  Errors: ERR_USAGE. */
NODISCARD
enum error_code sweep_options_shard(const struct options *options, uint64_t *part, uint64_t *parts,
                                    struct error *err);

/* Tries the values of every lever, one by one, as --set would: all that is loaded anew, and the
 * lowest and the highest number, since what is allowed of a number is an interval.
 * Errors: those of reload_with. */
NODISCARD
enum error_code sweep_options_values(struct reload *from, const struct plan *plan,
                                     struct error *err);

#endif
