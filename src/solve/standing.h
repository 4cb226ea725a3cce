/* standing.h - what packages are worth to the two parties that bargain, in one draw, and their
 * order */
#ifndef STANDING_H
#define STANDING_H

#include "ranking.h"
#include "valuation.h"

/* Surpluses are those of the draw; what talks do to the value of no deal comes on top:
 *
 *   surplus now = worth - lasts * moved
 *
 * since V - w = G + (1 - lasts)(w + L) - w (worth.h) and `moved` is what w has moved by.  With
 * phases there is no such formula: no deal is then part of the draw, and `moved` stays 0. */
struct standing_side {
    double *worth;             /* [n_package] surplus; -INFINITY for what cannot be agreed now */
    double *lasts;             /* [n_case] */
    double *drift;             /* [n_case] lasts * moved */
    double *floor;             /* [n_case] what is worth less will never be worth no deal */
    double moved, best, worst; /* of what can be agreed, now */
    struct ranking ranking;
    /* Of a party with bodies, and without phases; else NULL: the surplus if they agree, and what is
     * left of it or theirs, whichever is less, over what they ask for.  Both fall by lasts * moved,
     * so that a move of no deal may bring packages or take them away. */
    double *given, *left; /* [n_package] */
};
struct standing {
    const struct board *board; /* borrowed */
    struct standing_side side[N_SIDE];
    bool kindest; /* each side ranks what the other values, too */
    struct valuation valuation;
    struct sorting sorting;
};

NODISCARD
enum error_code standing_init(struct standing *st, const struct board *b, const struct deal *deal,
                              struct error *err);
void standing_release(struct standing *st);

/* Takes in a draw and ranks the packages.  What a party that only consents refuses is not carried,
 * and what a bargaining party's red line excludes it neither offers nor accepts, nor what its
 * bodies refuse, but for those that vote later (deal.h).
 * least_move[side] is the lowest that `moved` will be: packages that are worse than no deal even
 * then are not ranked.  kindest: rank what the other values, too. */
void standing_fill(struct standing *st, const struct deal *deal, const double least_move[N_SIDE],
                   bool kindest);

/* Sets what the value of no deal of the sides has moved by since the draw.  Returns whether the
 * packages had to be ranked anew: where a party with bodies moves. */
bool standing_move(struct standing *st, const double moved[N_SIDE]);

/* What a package is worth to a side over no deal, now. */
static inline double standing_worth(const struct standing *st, size_t side, uint32_t package)
{
    const struct standing_side *s = &st->side[side];
    return s->worth[package] - s->drift[st->board->at_case[package]];
}

#endif
