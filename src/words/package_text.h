/* package_text.h - packages and shares in a reader's words
 *
 * Issues and levels go by their titles, as in pictures; an issue without a title by its name with
 * blanks for underscores. */
#ifndef PACKAGE_TEXT_H
#define PACKAGE_TEXT_H

#include "scenario.h"

#include <stdio.h>

/* "Guarantee against renewed attack"; `quoted`: a title of several words in quotation marks, as it
 * stands within a sentence. */
void package_print_issue(FILE *out, const struct issue *issue, bool quoted);

/* "42 days", "after the last phase" */
void package_print_level(FILE *out, const struct issue *issue, size_t level);

/* "Pause in the fighting: 42 days" */
void package_print_term(FILE *out, const struct issue *issue, size_t level);

/* "“Pause in the fighting” from 42 days to 60 days", "jobs from none to “two years”" */
void package_print_move(FILE *out, const struct issue *issue, size_t from, size_t to);

/* The same for all terms in which two packages differ, that of issue k first
 * (NONE: in their order). */
void package_print_moves(FILE *out, const struct scenario *s, size_t k, const size_t from[],
                         const size_t to[]);

/* The terms of a package, level[n_table], with semicolons between them; only those that differ from
 * `but`, unless it is NULL. */
void package_list(FILE *out, const struct scenario *s, const size_t level[], const size_t but[]);

/* The same, all of them, as a line after `indent` blanks. */
void package_print(FILE *out, const struct scenario *s, const size_t level[], size_t indent);

/* "Israel in 96 %, Hamas in 35 %, by all in 34 %", share[n_party + 1] with all last. */
void package_print_shares(FILE *out, const struct scenario *s, const double share[]);

#endif
