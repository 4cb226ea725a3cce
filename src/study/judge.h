/* judge.h - what comes of a draw: the outputs of a study */
#ifndef JUDGE_H
#define JUDGE_H

#include "agreements.h"
#include "outputs.h"
#include "talk.h"

/* A thread's own room. */
struct judge {
    const struct scenario *scenario; /* borrowed, as all that is const */
    const struct outputs *outputs;
    struct appraisal appraisal;
    struct agreements agreements; /* for OUTPUT_ZONE */
    struct zone zone;
    struct talk talk;       /* for talks */
    size_t term[MAX_ISSUE]; /* the level that all proposals have of an issue, or NONE: their own; by
                               the caller, between draws */
};

/* To be released, whatever is returned.  package_index: for talks; else NULL.  seed: of what talks
 * leave to chance. Errors: ERR_MEMORY. */
NODISCARD
enum error_code judge_init(struct judge *j, const struct layout *l,
                           const struct package_index *package_index, const struct outputs *outputs,
                           uint64_t seed, struct error *err);
void judge_release(struct judge *j);

/* y[outputs->n] in the draw theta[n_parameter]: 1 and 0 for yes and no, else the number.  Nobody
 * accepts, and nothing is carried out of, a proposal that `term` makes a forbidden combination.
 * `run`: the run whose chance talks share.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code judge_draw(struct judge *j, const double theta[], uint64_t run, double y[],
                           struct error *err);

#endif
