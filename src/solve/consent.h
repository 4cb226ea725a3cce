/* consent.h - what the bodies inside a party ask of a deal, in one draw */
#ifndef CONSENT_H
#define CONSENT_H

#include "scenario.h"

/* A deal is put to them as the surplus that it has for the party, V_p(x) - w_p + r_p.  A body for
 * which no deal is d better has a surplus that is smaller by d times `felt`, the share of no deal
 * that the deal does away with: -dS/dw, which is the chance that it lasts, with phases 1 - T
 * (commitment.h). theta[n_parameter] is the draw.  Veto holders with preferences of their own are
 * veto players, and look for themselves, as do blocs of which one has: here they ask for nothing.
 * Source: docs/methods.md, "Ratification". */

/* The least surplus at which the leaders of party p sign: at least 0 of it must remain once
 * partners have left.  The partner `left_out` (NULL: none) stays in any case. */
double consent_leaders(const struct scenario *s, size_t p, const double theta[], double felt,
                       const struct body *left_out);

/* The least surplus at which a body agrees: of a veto holder its difference, as far as it is felt;
 * of a vote the least that passes in this draw (vote.h); -INFINITY of partners, and of those who
 * are veto players. */
double consent_least(const struct body *body, const double theta[], double felt);

/* What a bloc that judges by itself (scenario.h: struct veto_player) asks of its own surplus beside
 * felt times its no_deal. */
double consent_vote(const struct veto_player *bloc, const double theta[]);

/* What is left of a party's surplus once the partners whom it does not suit have left; a larger
 * surplus never leaves less. */
double consent_left(const struct scenario *s, size_t p, const double theta[], double surplus,
                    double felt);

/* Whether a partner stays. */
bool consent_stays(const struct body *partner, const double theta[], double surplus, double felt);

/* The probability that a seat of bloc b of a voting body votes for it, given the draw's shock. */
double consent_seat(const struct body *body, size_t b, const double theta[], double surplus,
                    double felt);

#endif
