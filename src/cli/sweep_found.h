/* sweep_found.h - what a sweep found, in a reader's words */
#ifndef SWEEP_FOUND_H
#define SWEEP_FOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Of the first share among zone, agreement, best_accept_all and accept_all_PROPOSAL (with a rule
 * best_accept_rule and accept_rule_PROPOSAL) that the finished, whole sweep in the file `csv` has:
 * from where to where it ranges, where a numeric lever brings it over or under one half, all else
 * alike, and which of several levers matters most. n_lever: at most PLAN_MAX_LEVER.  Prints nothing
 * where there is one point, or too many to look at.  by_rule: the scenario has a rule of agreement.
 * False where the file cannot be read. */
bool sweep_found_say(FILE *out, const char *csv, size_t n_lever, bool by_rule);

#endif
