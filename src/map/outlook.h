/* outlook.h - the negotiation at the mean of every doubt */
#ifndef OUTLOOK_H
#define OUTLOOK_H

#include "pick.h"

struct outlook {
    const struct layout *layout; /* borrowed */
    struct deal deal;
    struct front best;  /* of the parties that bargain */
    struct zone zone;   /* of all judges */
    struct picks picks; /* none found when no package suits all; `package` is the one to write */
};

NODISCARD
enum error_code outlook_init(struct outlook *o, const struct layout *l, struct error *err);
void outlook_release(struct outlook *o);

/* Whether no other package is better for one party that bargains and no worse for the others,
 * within TIE.  A package that crosses anybody's red line is never in the set, nor is a banned
 * one. */
bool outlook_is_pareto(const struct outlook *o, const size_t level[]);

#endif
