/* map.h - the negotiation over many draws: who accepts what, and how often */
#ifndef MAP_H
#define MAP_H

#include "agreement.h"
#include "draw_table.h"
#include "hold.h"
#include "map_counts.h"
#include "mean_case.h"
#include "pool.h"
#include "ratify.h"
#include "record.h"
#include "sample.h"
#include "scrambles.h"

/* Whole-number tallies of all draws; adding those of two sets of draws gives those of both. */
struct map_tally {
    size_t n;
    uint64_t *at;       /* all that follows, in one array */
    uint64_t *zone;     /* [1] draws in which some package would be agreed */
    uint64_t *left_out; /* [1] ... whose solutions were not looked for (ZONE_MOST) */
    uint64_t *found;    /* [SOLUTION_COUNT] ... that have a solution */
    uint64_t *same;     /* [SOLUTION_COUNT] ... which is that of the mean case */
    uint64_t *picked;   /* [SOLUTION_COUNT * n_slot] ... which has this level; of both in units of
                           1 / SOLUTION_UNIT, as equals share a draw */
    uint64_t *accepts;  /* [n_proposal * agreement_counts] draws in which each accepts */
    uint64_t *pivots;   /* [n_proposal * n_party] draws in which a party's answer alone decides */
    uint64_t *stops;    /* [n_proposal * n_party] ... and it refuses */
    uint64_t *blocks;   /* [n_proposal * n_party * n_table] a party refuses, most over this issue */
    uint64_t *chances;  /* [n_proposal * agreement_counts] sums of chances that each accepts, in
                           units of 1 / COUNT_UNIT; NULL where they are not taken (chances.h) */
};

/* The least common multiple of 1 to 20: up to 20 equals share a draw without rounding.  7 * 10^10
 * draws still fit. */
#define SOLUTION_UNIT 232792560

struct map {
    const struct mean_case *mean_case; /* borrowed */
    const struct layout *layout;
    uint64_t draws, seed;
    struct map_counts counts;
    struct map_tally tally;
    struct scrambles scrambles; /* of Sobol' draws */
    struct hold hold;           /* with phases */
    struct ratify ratify;       /* of bodies */
    struct record record;       /* of answers */
    double *surplus;            /* [n_proposal * n_party] mean over draws, red lines aside */
    bool wants_sample;          /* set before map_run: keep a sample */
    struct sample sample;
    bool wants_draws; /* set before map_run: fill draw_table */
    struct draw_table draw_table;

    uint64_t *zone_size; /* [draws] with wants_draws: packages that would be agreed */
};

/* The bytes that map_run needs on that many threads. */
double map_bytes(const struct scenario *s, uint64_t draws, bool wants_draws, int threads);

/* Samples map->draws worlds from map->seed; the caller has set these, mean_case and layout.  Of
 * Sobol' draws (draw_spread) they are the scenario's. job carries the watcher of progress and the
 * signal to stop by; the rest of it is filled here. Results do not depend on the number of threads.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code map_run(struct map *map, struct pool_job *job, int threads, struct error *err);
void map_release(struct map *map);

/* The share of draws in which `who` (agreement_counts: a party, all, the rule) accepts the
 * package. */
double map_accepts(const struct map *map, size_t who, const size_t level[]);

/* The same for the package at `cell` of the layout; and of all of them, share[agreement_counts]. */
double map_share(const struct map *map, size_t who, size_t cell);
void map_shares(const struct map *map, const size_t level[], double share[]);

/* How sure a share of draws is: of the package at `cell`, in which all accept or, by_rule, it would
 * be agreed; and of an entry of the map's tally, which counts in units (1, or SOLUTION_UNIT). */
struct surety map_knows_cell(const struct map *map, bool by_rule, size_t cell);
struct surety map_knows(const struct map *map, const uint64_t *entry, double unit);

/* The share of draws in which `who` (agreement_counts) accepts a proposal, or the mean chance of it
 * (chances.h); and how sure it is. */
double map_answer(const struct map *map, size_t proposal, size_t who);
struct surety map_knows_answer(const struct map *map, size_t proposal, size_t who);

/* With phases, the mean probability that the package at `cell` is carried out to the end once it
 * is signed; else NAN. */
double map_completes(const struct map *map, size_t cell);

/* The same for a proposal, vague or not. */
double map_proposal_completes(const struct map *map, size_t proposal);

#endif
