/* metric.h - what a row of a sweep says of its point */
#ifndef METRIC_H
#define METRIC_H

#include "map.h"
#include "sheet.h"
#include "talks_play.h"

/* Groups of columns of sweep.csv. */
#define METRIC_LIST(X)                                                                      \
    X(ZONE, zone, "share of draws in which some package suits all, and its standard error") \
    X(BEST, best, "the package that all accept most often, and how often")                  \
    X(PROPOSALS, proposals, "how often all, and each party, accept each proposal")          \
    X(COMPLETES, completes, "with phases: the chance that each proposal is carried out")    \
    X(TALKS, talks, "the talks: how often they end in agreement, and the median day")

enum metric {
#define X(upper, lower, help) METRIC_##upper,
    METRIC_LIST(X)
#undef X
        METRIC_COUNT,
};
extern const struct name metric_names[METRIC_COUNT];

/* A point that has been worked out.  `base` is the scenario with no lever set: it decides the
 * columns of all rows. */
struct point {
    const struct scenario *base, *scenario;
    const struct map *map;            /* for all but METRIC_TALKS */
    const struct talks_played *talks; /* for METRIC_TALKS */
    double *day;                      /* [talks->runs] room to sort in */
    double *answers,
        *completes; /* room for the base's proposals: [n_proposal * (n_party + 1)], [n_proposal] */
};

extern const struct result_table sweep_table;

/* Whether a scenario has what a group of columns tells of; else *lacks says what it lacks. */
bool metric_applies(enum metric metric, const struct scenario *s, const char **lacks);

/* Sets wants[] for the groups that are named in "A,B"; blanks around a name do not matter.
 * Errors: ERR_USAGE, with a hint; also when the scenario has nothing for a group to show, or when
 * none is named. */
NODISCARD
enum error_code metrics_read(const char *names, const struct scenario *s, bool wants[METRIC_COUNT],
                             struct error *err);

/* The same for one name. */
NODISCARD
enum error_code metric_want(const char *name, const struct scenario *s, bool wants[METRIC_COUNT],
                            struct error *err);

/* The cells of a row of sweep.csv; p is NULL for a point that cannot be: its cells are empty. */
void metric_cells(const struct sheet *sheet, uint64_t index, const double lever[],
                  const struct point *p, double cell[]);

#endif
