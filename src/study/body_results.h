/* body_results.h - the tables of a run about those who must ratify */
#ifndef BODY_RESULTS_H
#define BODY_RESULTS_H

#include "result_tables.h"

/* Fills bodies and votes; nothing in a scenario without bodies.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code body_results_make(struct results *r, struct error *err);

#endif
