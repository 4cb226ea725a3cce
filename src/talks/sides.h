/* sides.h - what packages are worth to the parties that bargain, in one draw */
#ifndef SIDES_H
#define SIDES_H

#include "ranking.h"
#include "valuation.h"

/* How far talks have moved what no deal is worth to a side, and what saying no costs it. */
struct shift {
    double no_deal, refusal_cost;
};

/* What a shift takes from the surplus of a package that lasts with this chance. */
static inline double shift_takes(struct shift s, double lasts)
{
    return lasts * s.no_deal - s.refusal_cost;
}

/* Surpluses are those of the draw; what talks do to no deal and to refusing comes on top:
 *
 *   surplus now = utility - lasts * moved.no_deal + moved.refusal_cost
 *
 * since V - w + r = G + (1 - lasts)(w + L) - w + r (utility.h).  With phases there is no such
 * formula: both are then part of the draw, and `moved` stays 0. */
struct side_utilities {
    double *utility;    /* [n_package] surplus; -INFINITY for what cannot be agreed now */
    double *lasts;      /* [n_case] */
    double *drift;      /* [n_case] what `moved` takes from the surplus */
    double *floor;      /* [n_case] a package below it will never be worth no deal */
    double *hoped;      /* [n_case] the best before anybody else refuses (valuation.h) */
    double best, worst; /* of what can be agreed, now */
    double hope;        /* the best, now, if nobody else had to agree */
    struct shift moved;
    struct ranking ranking;
    /* Only of a party with bodies, without phases; else NULL.  given: the surplus, bodies not
     * asked.  left: the least margin over what bodies ask for (valuation.h).  It falls by the
     * drift, so that a move may bring packages or take them away. */
    double *given, *left; /* [n_package] */
    struct others others; /* as this side sees them */
};
struct sides {
    const struct package_index *package_index; /* borrowed */
    size_t n_side;
    struct side_utilities side[MAX_SIDE];
    struct side_utilities image[MAX_SIDE]; /* a side as others believe it to be: not ranked */
    bool has_image;
    double *together; /* [n_package] what is worth most to several others; NULL: nobody asks */
    struct valuation valuation;
    struct sorting sorting;
};

NODISCARD
enum error_code sides_init(struct sides *st, const struct package_index *b,
                           const struct appraisal *appraisal, struct error *err);
void sides_release(struct sides *st);

/* Takes in a draw and ranks the packages.  Packages that a consenting party refuses are removed. A
 * party that bargains neither offers nor accepts what its red lines exclude, or what its bodies
 * refuse; bodies that vote later are not asked (appraisal.h).
 * kindest_shift[n_side] is the most that moves will favour an agreement: packages that are worse
 * than no deal even then are not ranked.  seen[n_side]: the appraisal by which the side judges what
 * others value: `appraisal` itself, or an image, which all sides share; NULL: it does not look. */
void sides_fill(struct sides *st, const struct appraisal *appraisal,
                const struct shift kindest_shift[], const struct appraisal *const seen[]);

/* Sets how far the sides have moved since the draw.  Returns whether the packages had to be ranked
 * anew: where a party with bodies moves. */
bool sides_move(struct sides *st, const struct shift moved[]);

/* What a package is worth to a side over no deal, now. */
static inline double sides_utility(const struct sides *st, size_t side, uint32_t package)
{
    const struct side_utilities *s = &st->side[side];
    return s->utility[package] - s->drift[st->package_index->at_case[package]];
}

#endif
