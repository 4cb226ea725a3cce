/* choices.h - packages by how often each party accepts them */
#ifndef CHOICES_H
#define CHOICES_H

#include "wanted.h"

#include "agreement.h"

enum { CHOICES_SHOWN = 100, CHOICES_CANDIDATES = 100, CHOICES_OTHERS = 20 };

/* What a package is picked for, as choices.csv has it. */
#define PICK_LIST(X)            \
    X(REACHES, reaches)         \
    X(NEAREST, nearest)         \
    X(FEWEST, fewest)           \
    X(LEAST_SHARE, least_share) \
    X(WORST_FIFTH, worst_fifth) \
    X(APART, apart)

enum pick_kind {
#define X(upper, lower) PICK_##upper,
    PICK_LIST(X)
#undef X
        PICK_KINDS,
};

/* A package and what it is for. */
struct pick {
    uint64_t package;
    double share[AGREEMENT_COUNTS]; /* map_shares */
    double score;                   /* by which it was chosen */
};

struct choices {
    /* set by the caller */
    const struct map *map; /* borrowed */
    struct wanted wanted;
    size_t n_other, apart; /* so many packages that differ in at least `apart` terms */
    const size_t *base;    /* [n_table] a package whose terms may be changed, or NULL; borrowed */
    /* made by choices_find */
    uint64_t n_package, n_reaching; /* that are not banned; that reach what is wanted */
    size_t n_best;
    struct pick best[CHOICES_SHOWN]; /* by wanted_slack, largest first, of equals the one that all
                                          accept most often, then the lowest
                                          number; those that reach it, or else the nearest ones */
    bool has_fewest;                 /* some other package reaches what is wanted */
    struct pick fewest;  /* of those that reach it, the one with the fewest terms unlike the base's,
                            then the largest slack; score: how many */
    struct pick maximin; /* by the share of the party that accepts least often */
    struct pick steadiest;      /* by the mean, over the worst fifth of draws, of the surplus
                                     of the party that gains least (CVaR); among the
                                     CHOICES_CANDIDATES agreed most often, at least
                                          half as often as the best */
    double worst_fifth_of_best; /* that mean for the package agreed most often */
    size_t n_others;
    struct pick
        other[CHOICES_OTHERS]; /* by the share in which it would be agreed; the first is the best */
};

/* Errors: ERR_MEMORY, ERR_INTERRUPTED.
 * Source: Rockafellar & Uryasev (2000) J. Risk 2(3):21 (the mean of the worst fifth). */
NODISCARD
enum error_code choices_find(struct choices *c, int threads, struct error *err);

#endif
