/* rule_text.h - the rule of agreement in a reader's words */
#ifndef RULE_TEXT_H
#define RULE_TEXT_H

#include "scenario.h"

#include <stdio.h>

/* "5 of 6 parties, the federal state among them", "7 of 11 seats (A 4, B 4, ...)"; of a scenario
 * without a rule "all parties". */
void rule_text_print(FILE *out, const struct scenario *s);

/* The parties of a set: "A, B and C". */
void rule_text_parties(FILE *out, const struct scenario *s, uint64_t parties);

/* How much each party matters under the rule, a line each; nothing without a rule. */
void rule_text_power(FILE *out, const struct scenario *s);

#endif
