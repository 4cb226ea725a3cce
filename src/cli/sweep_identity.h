/* sweep_identity.h - what makes a sweep the same sweep, for checkpoints and for merge */
#ifndef SWEEP_IDENTITY_H
#define SWEEP_IDENTITY_H

#include "checkpoint.h"
#include "sweep.h"

#include <jansson.h>

#define SWEEP_FILE "sweep.csv"

/* The facts, in the order in which they are compared: key, and what messages call it. */
#define FACT_LIST(X)                                               \
    X(VERSION, version, "the version of negosim")                  \
    X(BUILD, build, "the build of negosim, by its sources,")       \
    X(SCENARIO, scenario, "the scenario's name")                   \
    X(TEXT_HASH, text_hash, "the text of the scenario or a --set") \
    X(SEED, seed, "the seed")                                      \
    X(DRAWS, draws, "the number of draws")                         \
    X(POINTS, points, "the plan of points")                        \
    X(COLUMNS, columns, "the choice of columns")                   \
    X(SHARD, shard, "the number of shards")

enum sweep_fact {
#define X(upper, lower, meaning) FACT_##upper,
    FACT_LIST(X)
#undef X
        SWEEP_FACTS,
};
enum { SWEEP_FACT_TEXT = 400 };

/* In the manifest a fact has the key "sweep.KEY".  The last one, shard, says which part of the
 * sweep it is; the others are the same for all shards. */
struct sweep_identity {
    struct identity fact[SWEEP_FACTS];
    char text[SWEEP_FACTS][SWEEP_FACT_TEXT];
};

/* The facts of a sweep, or part `part` of `parts` of one.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sweep_identity_make(struct sweep_identity *facts, struct plan *plan,
                                    const struct sweep *sweep, uint64_t part, uint64_t parts,
                                    struct error *err);

/* The facts of finished results by their manifest, which may be NULL; false when they are no
 * sweep. */
bool sweep_identity_read(struct sweep_identity *facts, const json_t *manifest);

/* The first fact in which two sweeps, or shards, differ; SWEEP_FACTS when none does. */
enum sweep_fact sweep_identity_differ(const struct sweep_identity *a,
                                      const struct sweep_identity *b);

/* Points the facts to their texts, which lie in the same struct: for a copy of it, or one that was
 * moved. */
void sweep_identity_moved(struct sweep_identity *facts);

#endif
