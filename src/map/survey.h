/* survey.h - the negotiation over many draws: who accepts what, and how often */
#ifndef SURVEY_H
#define SURVEY_H

#include "census.h"
#include "draw_table.h"
#include "hold.h"
#include "outlook.h"
#include "pool.h"
#include "ratify.h"
#include "record.h"

/* Whole-number tallies of all draws; adding those of two sets of draws gives those of both. */
struct survey_tally {
    size_t n;
    uint64_t *at;      /* all that follows, in one array */
    uint64_t *zone;    /* [1] draws in which some package suits all */
    uint64_t *same;    /* [SOLUTION_COUNT] ... and the solution is that of the outlook */
    uint64_t *picked;  /* [SOLUTION_COUNT * n_slot] ... and the solution has this level; of both in
                          units of 1 / PICK_UNIT, as equals share a draw */
    uint64_t *accepts; /* [n_proposal * (n_party + 1)] draws in which a party, or all, accept */
    uint64_t *blocks;  /* [n_proposal * n_party * n_table] a party refuses, most over this issue */
};

/* Whole for shares of any number of equals up to 20; 7 * 10^10 draws still fit. */
#define PICK_UNIT 232792560

struct survey {
    const struct outlook *outlook; /* borrowed */
    const struct layout *layout;
    uint64_t draws, seed;
    struct census_counts counts;
    struct survey_tally tally;
    struct hold hold;     /* with phases */
    struct ratify ratify; /* of bodies */
    struct record record; /* of answers */
    double *surplus;      /* [n_proposal * n_party] mean over draws, red lines aside */
    bool wants_draws;     /* set before survey_run: fill draw_table */
    struct draw_table draw_table;

    uint64_t *zone_size; /* [draws] with wants_draws: packages that suit all */
};

/* The bytes that survey_run needs on that many threads. */
double survey_bytes(const struct scenario *s, uint64_t draws, bool wants_draws, int threads);

/* Samples survey->draws worlds from survey->seed; the caller has set these, outlook and layout.
 * job carries the watcher of progress and the signal to stop by; the rest of it is filled here.
 * Results do not depend on the number of threads.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code survey_run(struct survey *survey, struct pool_job *job, int threads,
                           struct error *err);
void survey_release(struct survey *survey);

/* The share of draws in which party `who` (n_party: all) accepts the package, and the standard
 * error of a share. */
double survey_accepts(const struct survey *survey, size_t who, const size_t level[]);

/* The same for the package at `cell` of the layout. */
double survey_share(const struct survey *survey, size_t who, size_t cell);
double survey_error(const struct survey *survey, double share);

/* Wilson's interval of a share of draws (share.h). */
void survey_interval(const struct survey *survey, double share, double *low, double *high);

/* With phases, the mean probability that the package at `cell` is carried out to the end once it
 * is signed; else NAN. */
double survey_completes(const struct survey *survey, size_t cell);

/* The same for a proposal, vague or not. */
double survey_proposal_completes(const struct survey *survey, size_t proposal);

#endif
