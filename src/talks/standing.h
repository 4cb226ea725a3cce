/* standing.h - what packages are worth to the two parties that bargain, in one draw, and their
 * order */
#ifndef STANDING_H
#define STANDING_H

#include "ranking.h"
#include "valuation.h"

/* How far talks have moved what no deal is worth to a side, and what saying no costs it. */
struct shift {
    double no_deal, refusal_cost;
};

/* What it takes from the surplus of a package that lasts with this chance. */
static inline double shift_takes(struct shift s, double lasts)
{
    return lasts * s.no_deal - s.refusal_cost;
}

/* Surpluses are those of the draw; what talks do to no deal and to refusing comes on top:
 *
 *   surplus now = worth - lasts * moved.no_deal + moved.refusal_cost
 *
 * since V - w + r = G + (1 - lasts)(w + L) - w + r (worth.h).  With phases there is no such
 * formula: both are then part of the draw, and `moved` stays 0. */
struct standing_side {
    double *worth;      /* [n_package] surplus; -INFINITY for what cannot be agreed now */
    double *lasts;      /* [n_case] */
    double *drift;      /* [n_case] what `moved` takes from the surplus */
    double *floor;      /* [n_case] what is worth less will never be worth no deal */
    double *hoped;      /* [n_case] the best before anybody else refuses (valuation.h) */
    double best, worst; /* of what can be agreed, now */
    double hope;        /* the best, now, if nobody else had to agree */
    struct shift moved;
    struct ranking ranking;
    /* Of a party with bodies, and without phases; else NULL: the surplus if they agree, and what is
     * left of it or theirs, whichever is less, over what they ask for.  Both fall by the drift, so
     * that a move may bring packages or take them away. */
    double *given, *left;              /* [n_package] */
    const struct standing_side *other; /* what it takes the other for, or NULL: it does not look */
};
struct standing {
    const struct board *board; /* borrowed */
    struct standing_side side[N_SIDE];
    struct standing_side image[N_SIDE]; /* a side as the other believes it to be: not ranked */
    bool has_image;
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
 * kindest_shift[side] is the most that moves will favour an agreement: packages that are worse than
 * no deal even then are not ranked.  seen[side]: the deal in which it looks at what the other
 * values: `deal` itself, one and the same image of it for both sides, or NULL for none. */
void standing_fill(struct standing *st, const struct deal *deal,
                   const struct shift kindest_shift[N_SIDE], const struct deal *const seen[N_SIDE]);

/* Sets how far the sides have moved since the draw.  Returns whether the packages had to be ranked
 * anew: where a party with bodies moves. */
bool standing_move(struct standing *st, const struct shift moved[N_SIDE]);

/* What a package is worth to a side over no deal, now. */
static inline double standing_worth(const struct standing *st, size_t side, uint32_t package)
{
    const struct standing_side *s = &st->side[side];
    return s->worth[package] - s->drift[st->board->at_case[package]];
}

#endif
