/* sweep_facts.h - what makes a sweep the same sweep, for checkpoints and for merge */
#ifndef SWEEP_FACTS_H
#define SWEEP_FACTS_H

#include "checkpoint.h"
#include "sweep.h"

#define SWEEP_FILE "sweep.csv"

enum sweep_fact {
    FACT_VERSION,
    FACT_SCENARIO,
    FACT_TEXT_HASH,
    FACT_SEED,
    FACT_DRAWS,
    FACT_POINTS,
    FACT_COLUMNS,
    FACT_SHARD,
    SWEEP_FACTS,
};
enum { SWEEP_FACT_TEXT = 400 };

/* In the manifest a fact has the key "sweep.KEY".  The last one, shard, is the part of the sweep;
 * the others are the same for all its shards. */
struct sweep_facts {
    struct identity fact[SWEEP_FACTS];
    char text[SWEEP_FACTS][SWEEP_FACT_TEXT];
};

/* The facts of a sweep, or part `part` of `parts` of one.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sweep_facts_make(struct sweep_facts *facts, struct plan *plan,
                                 const struct sweep *sweep, uint64_t part, uint64_t parts,
                                 struct error *err);

/* Their keys, and what messages call them, in order. */
extern const char *const sweep_fact_keys[SWEEP_FACTS], *const sweep_fact_meanings[SWEEP_FACTS];

/* Where the finished results in `dir` differ: the index of the first fact that is another there,
 * with its value in there[]; SWEEP_FACTS when none is; -1 when they are no sweep. */
int sweep_facts_differ(const struct sweep_facts *facts, const char *dir,
                       char there[static SWEEP_FACT_TEXT]);

/* Whether the table of the finished results in `dir` is, byte for byte, what was written. */
bool sweep_facts_table_agrees(const char *dir);

#endif
