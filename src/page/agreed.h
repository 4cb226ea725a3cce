/* agreed.h - how a page says that a package would be agreed: by all, or by the scenario's rule */
#ifndef AGREED_H
#define AGREED_H

#include "page.h"

/* The rule in words, "2 of 3 parties"; "" where all must accept. */
const char *agreed_rule(const struct page *p);

/* The first of two texts where all must accept, the second where the scenario has a rule. */
const char *agreed(const struct page *p, const char *all, const char *rule);

/* The same of what is said often: "all accept", "suits all"; a column's name for all. */
const char *agreed_accept(const struct page *p);
const char *agreed_suits(const struct page *p);
const char *agreed_who(const struct page *p);

/* The column that says whether it would be agreed: of "accept_all" where the table has it
 * "accept_rule".  Other names are as they are. */
const char *agreed_column(struct page *p, const struct csv_grid *grid, const char *all);
double agreed_number(struct page *p, const struct csv_grid *grid, size_t row, const char *all);

/* With a rule, the share of draws in which a party's refusal alone stops a proposal; else 0. */
double agreed_stops(struct page *p, const struct csv_grid *proposals, size_t row,
                    const char *party);

#endif
