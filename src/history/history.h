/* history.h - scenarios in the order of their dates, and all answers that they have on record */
#ifndef HISTORY_H
#define HISTORY_H

#include "scenario.h"

/* An answer on record. */
struct recorded {
    size_t scenario, proposal, party;
    const struct answer *answer;
    double n, yes; /* how many answers it is, and how many of them "accepts"; 0 where disputed */
};

struct history {
    struct arena arena;
    size_t n;
    const struct scenario **scenario; /* [n] borrowed; by date, then by name; undated ones last */
    size_t n_date, *date;             /* [n] which date a scenario is of, rising */
    size_t n_group, *group;           /* [n] which group a scenario is of (struct scenario) */
    size_t n_answer, *first;          /* [n + 1] the first answer of each scenario */
    struct recorded *answer;          /* [n_answer] by scenario, proposal and party */
};

/* Takes in scenario[n], in any order.  To be released, whatever is returned.
 * Errors: ERR_SCENARIO where two have one name; ERR_MEMORY. */
NODISCARD
enum error_code history_init(struct history *h, size_t n, const struct scenario *const scenario[],
                             struct error *err);
void history_release(struct history *h);

/* How many answers there are that are not disputed; of own offers. */
double history_answers(const struct history *h);
double history_own(const struct history *h);

/* The groups with an answer that is not disputed. */
size_t history_answered(const struct history *h);

/* Which group an answer is of: its scenario's. */
size_t history_group(const struct history *h, size_t answer);

/* The sum of squares of an answer about the chance that was stated of it: p_yes where it is
 * "accepts", p_no where it is not. */
double recorded_squares(const struct recorded *answer, double p_yes, double p_no);

#endif
