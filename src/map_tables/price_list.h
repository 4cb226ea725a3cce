/* price_list.h - what single changes of a package cost whom, and which two changes gain both
 *
 * A base is a package whose terms are changed: each proposal (a vague one in its likeliest
 * reading), and the package that all accept most often. */
#ifndef PRICE_LIST_H
#define PRICE_LIST_H

#include "map.h"
#include "worths.h"

/* A mean over draws and its standard error. */
struct mean_change {
    double mean, se;
};

struct price_change {
    size_t issue, level;
    size_t at; /* the combination of the issue's axis: what rules on sums move with it (move.h) */
    struct mean_change kept[MAX_PARTY];    /* over the base, if nobody could break off */
    struct mean_change carried[MAX_PARTY]; /* the same as it would be carried out */
    double better;      /* share of draws in which all gain by it, as carried out */
    size_t gives, gets; /* the party that loses most by it on average, and gains most; or NONE */
    size_t undone; /* a party that gains by it if it is kept and yet accepts less often, since it
                      would not be carried out; or NONE */
    double accept[AGREEMENT_COUNTS]; /* shares of the run's draws (map_shares) */
};

/* Two changes, each of which one party gives and the other gets; together all gain on average. */
struct exchange {
    size_t change[2]; /* of the base's; given by party[0], and by party[1] */
    size_t party[2];
    struct mean_change gain[MAX_PARTY]; /* of both together over the base, as carried out */
    double better, accept_all;
};
enum { EXCHANGES = 10 }; /* kept of a base, best first */

struct price_base {
    size_t proposal; /* or NONE: the package that all accept most often */
    const size_t *level;
    double accept[AGREEMENT_COUNTS];
    size_t n_change;
    struct price_change *change; /* issue by issue */
    size_t n_exchange;
    struct exchange *exchange;
};

struct price_list {
    struct arena arena;
    const struct map *map; /* borrowed */
    size_t n_draw;         /* that means and shares of draws with a gain are from */
    size_t n_base;
    struct price_base *base;
    double *rate; /* [n_base * n_party * n_table * n_table * RATE_COUNT] see price_rate */
};

/* best: the number of the package accepted most often.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code price_list_init(struct price_list *list, const struct map *map, uint64_t best,
                                int threads, struct error *err);
void price_list_release(struct price_list *list);

/* The package of a base with a change: level[n_table]. */
void price_move(const struct scenario *s, const struct price_base *base,
                const struct price_change *c, size_t level[]);

/* The first other issue that rules on sums move with a change, and its level; NONE where none does.
 */
size_t price_also(const struct scenario *s, const struct price_base *base,
                  const struct price_change *c, size_t *level);

/* The share of draws in which a package is better than the base for all parties, as carried out. */
double price_better(const struct worths *w, size_t package, size_t base);

/* The mean over draws of what a package is worth to party p more than the base, as carried out. */
struct mean_change price_carried(const struct worths *w, size_t package, size_t base, size_t p);

/* The price of one unit of numeric issue a in units of numeric issue b to a party, at a base: how
 * far b must move to make up for one unit more of a, -(du/da) / (du/db).  Over draws; NAN where
 * there is none.  Source: the marginal rate of substitution (Keeney & Raiffa 1976, 3.3). */
enum { RATE_LOW, RATE_MEDIAN, RATE_HIGH, RATE_COUNT }; /* quantiles 0.1, 0.5, 0.9 */
double price_rate(const struct price_list *list, size_t base, size_t p, size_t a, size_t b,
                  int which);

/* How much is disputed over issue k at a base: the two parties whose favourite levels differ with
 * most at stake.  A party's stake is what its own favourite is worth to it, on average and if kept,
 * more than the other's; `least` is the smaller of the two stakes.  Of equal levels the first is
 * the favourite.  False where no two parties pull different ways. */
struct dispute {
    size_t issue, party[2], level[2]; /* party[i] wants level[i] */
    double stake[2], least;
};
bool price_dispute(const struct price_list *list, size_t base, size_t k, struct dispute *dispute);

#endif
