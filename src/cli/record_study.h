/* record_study.h - everything between scenarios with a record and what is found in it */
#ifndef RECORD_STUDY_H
#define RECORD_STUDY_H

#include "options.h"

#include <stdbool.h>

/* Loads the scenarios of all operands, studies their record, writes a folder and says what is
 * found. infers: negosim infer, which learns and writes worlds; else a backtest. Errors: those of
 * load_scenario, of output_open, of the studies and of output_commit; ERR_USAGE for
 * --doubt and --scale. */
NODISCARD
enum error_code record_study(const struct options *options, bool infers, struct error *err);

#endif
