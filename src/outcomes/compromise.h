/* compromise.h - the mean of what the parties want most, by how much each counts */
#ifndef COMPROMISE_H
#define COMPROMISE_H

#include "scenario.h"

/* Where the parties' wishes for one issue on the table lie: with[n_level], out, the share of weight
 * on each level, of an issue with names; *mean, out, of one with numbers, the mean level.  A party
 * that bargains counts by its weight as given, at its mean, times its bargaining power, at the
 * level that is worth most to it; of equals each the same; one without a view not at all.  False
 * where nobody has a view.
 * Source: Achen (2006) in Thomson et al., The European Union Decides, ch. 4 (the compromise model,
 * after Van den Bos 1991). */
bool compromise_find(const struct scenario *s, size_t issue, const double theta[], double *mean,
                     double with[]);

#endif
