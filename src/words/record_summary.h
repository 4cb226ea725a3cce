/* record_summary.h - what a record says of scenarios, in a reader's words */
#ifndef RECORD_SUMMARY_H
#define RECORD_SUMMARY_H

#include "record_tables.h"

#include <stdio.h>

/* How well answers and outcomes are given, for `negosim backtest`. */
void backtest_summary_print(FILE *out, const struct record_tables *t,
                            const struct compatible *compatible, size_t n_set,
                            const char *const set[]);

/* What the answers teach, and whether that helps, for `negosim infer`. */
void infer_summary_print(FILE *out, const struct record_tables *t,
                         const struct compatible *compatible, size_t n_set,
                         const char *const set[]);

#endif
