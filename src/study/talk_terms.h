/* talk_terms.h - what talks agree on */
#ifndef TALK_TERMS_H
#define TALK_TERMS_H

#include "talk_tables.h"

/* Fills r->terms, r->usual and r->n_usual; part of talks_results_init.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code talk_terms_make(struct talks_results *r, struct error *err);

#endif
