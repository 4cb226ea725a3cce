/* talks_results.h - the tables of talks over many draws */
#ifndef TALKS_RESULTS_H
#define TALKS_RESULTS_H

#include "columns.h"
#include "talks_survey.h"

/* docs/results.md says what every column is. */
struct talks_results {
    const struct talks_survey *survey; /* borrowed */
    const struct scenario *scenario;
    struct arena arena; /* labels */
    const char **date;  /* [n_day] of each day since the start; NULL without dates */
    size_t n_day;
    const char **cause; /* [n_cause] names of events, of bodies that vote, and who[N_SIDE + 2] */
    size_t n_cause;
    const char *ending[ENDING_COUNT], *act[ACT_COUNT], *who[N_SIDE + 2], *pilot[2];
    const char **strategy; /* [n_pair * N_SIDE] as --against names them */
    uint64_t agreed;       /* runs that end in an agreement */
    double median_day;     /* of agreement; NAN without any */
    uint32_t usual;        /* the package that most runs agree on; NO_PACKAGE without any */
    size_t n_usual;        /* how many do */
    uint64_t typical; /* the run whose agreement comes on that day; the first of equals, or 0 */
    struct table talks, days, terms, endings, against;
    struct table offers; /* of one run: by talks_results_trace */
};

/* strategy[(n_pair - 1) * N_SIDE] names the tactics of the pairs after the first.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code talks_results_init(struct talks_results *r, const struct talks_survey *survey,
                                   const char *const strategy[], struct error *err);
void talks_results_release(struct talks_results *r);

/* Fills `offers` with what is said and done in one run. */
NODISCARD
enum error_code talks_results_trace(struct talks_results *r, uint64_t run, struct error *err);

/* The share x of n and its standard error; and Wilson's interval of 95 %, out: low, high.
 * Source: Wilson (1927) J. American Statistical Association 22:209. */
double share_error(double share, uint64_t n);
void share_interval(double share, uint64_t n, double *low, double *high);

#endif
