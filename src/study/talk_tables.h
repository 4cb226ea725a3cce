/* talk_tables.h - the tables of talks, while they are made */
#ifndef TALK_TABLES_H
#define TALK_TABLES_H

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
    size_t n_strategy;
    const char **strategy;  /* [n_strategy] as --against names them */
    uint64_t agreed;        /* runs that end in an agreement */
    double quartile_day[3]; /* of agreement; NAN without any */
    uint32_t usual;         /* the package that most runs agree on; NO_PACKAGE without any */
    size_t n_usual;         /* how many do */
    uint64_t typical; /* the run whose agreement comes on that day; the first of equals, or 0 */
    struct table talks, days, terms, endings, against;
    struct table offers; /* of one run: by talks_results_trace */
};

#endif
