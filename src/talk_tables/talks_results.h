/* talks_results.h - makes the files of talks over many draws */
#ifndef TALKS_RESULTS_H
#define TALKS_RESULTS_H

#include "sheet.h"
#include "talks_play.h"

/* The files, in the order in which they are made.  Each has a file here with its columns,
 * `NAME_table`, and its maker, `NAME_make` (`talks` in runs.c); the build lists the file. */
#define TALK_RESULT_LIST(X) X(talks) X(days) X(terms) X(endings) X(offers) X(against)

enum {
#define X(name) TALK_RESULT_##name,
    TALK_RESULT_LIST(X)
#undef X
        TALK_RESULT_COUNT,
};

/* Must not move once it is made: its sheets point to its scope. */
struct talks_results {
    const struct talks_played *played; /* borrowed */
    const struct scenario *scenario;
    struct scope scope;
    size_t n_day;
    uint64_t agreed;        /* runs that end in an agreement */
    double quartile_day[3]; /* of agreement; NAN without any */
    uint32_t usual;         /* the package that most runs agree on; NO_PACKAGE without any */
    size_t n_usual;         /* how many do */
    uint64_t *sides;        /* [n of LABEL_SIDES] the sets of parties in their columns, rising */
    uint64_t typical;       /* the first run that agrees on the median day, or 0 */
    struct sheet sheet[TALK_RESULT_COUNT];
};

extern const struct result_table *const talk_result_tables[TALK_RESULT_COUNT];

/* The labels of strategies: strategy[(n_pair - 1) * n_side], borrowed, names the tactics of the
 * pairs after the first; NULL for one that is the scenario's. */
struct labels talks_results_strategies(const struct scenario *s, size_t n_pair,
                                       const char *const strategy[]);

/* strategy: as above.  offers.csv is without rows.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code talks_results_init(struct talks_results *r, const struct talks_played *played,
                                   const char *const strategy[], struct error *err);
void talks_results_release(struct talks_results *r);

/* Fills offers.csv with what is said and done in one run. */
NODISCARD
enum error_code talks_results_trace(struct talks_results *r, uint64_t run, struct error *err);

/* The share of runs that have agreed by the end of a day. */
double talks_results_agreed_by(const struct talks_results *r, double day);

/* Row i of endings.csv; false past the last. */
struct ending_found {
    enum ending ending;
    const char *cause; /* or NULL */
    double runs, share;
};
bool talks_results_ending(const struct talks_results *r, size_t i, struct ending_found *found);

/* Of talks of more than two: the parties that most often are those who have accepted what is agreed
 * (bit p: party p), and their share of agreements; 0 of others, and without agreements. */
struct signers_found {
    uint64_t parties;
    double share;
};
struct signers_found talks_results_signers(const struct talks_results *r);

/* The level of an issue that is agreed most often, and its share of agreements. */
struct term_found {
    size_t level;
    double share;
};
struct term_found talks_results_term(const struct talks_results *r, size_t issue);

/* Row i of against.csv; false past the last. */
struct against_found {
    const char *strategy[MAX_SIDE]; /* NULL: as the scenario says */
    double agreement, by_mediator, mean_day, surplus[MAX_SIDE];
};
bool talks_results_against(const struct talks_results *r, size_t i, struct against_found *found);

#endif
