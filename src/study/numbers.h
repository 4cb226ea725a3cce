/* numbers.h - the uncertain numbers of a scenario as inputs of a study, and whose they are */
#ifndef NUMBERS_H
#define NUMBERS_H

#include "effects.h"
#include "scenario.h"

/* What a number is about, by its path. */
#define NUMBER_KIND_LIST(X)                                                                       \
    X(WEIGHTS, weights, "how much an issue counts")                                               \
    X(VALUES, values, "what a level is worth, interactions and losses included")                  \
    X(RED_LINES, red_lines, "red lines and positions: whether they hold")                         \
    X(NO_DEAL, no_deal, "what no deal is worth, and what refusing costs")                         \
    X(BODIES, bodies, "the bodies inside a party")                                                \
    X(PHASES, phases, "carrying out: what lasts, what breaking off costs, what is lost by delay") \
    X(READINGS, readings, "how parties read what a text leaves open")                             \
    X(TALKS, talks, "the talks")

enum number_kind {
#define X(upper, lower, help) NUMBER_##upper,
    NUMBER_KIND_LIST(X)
#undef X
        NUMBER_KINDS,
};
extern const char *const number_kind_names[NUMBER_KINDS];

/* The ways in which numbers are put into groups. */
#define GROUPING_LIST(X)                                      \
    X(PARTY, party, "whose number it is; `shared`: nobody's") \
    X(KIND, kind, "what it is about")                         \
    X(ISSUE, issue, "which issue it is about; `none`: no issue")

enum grouping {
#define X(upper, lower, help) GROUPING_##upper,
    GROUPING_LIST(X)
#undef X
        GROUPINGS,
};
extern const char *const grouping_names[GROUPINGS];

struct numbers {
    struct arena arena;
    const struct scenario *scenario; /* borrowed */
    size_t n;
    size_t *parameter; /* [n] */
    size_t *n_value;   /* [n] as in struct effects_model */
    double *mean;      /* [n_parameter] what certain numbers are */
    size_t n_group[GROUPINGS];
    size_t *group[GROUPINGS]; /* [n] groups without numbers are left out */
    const char **group_name[GROUPINGS], **group_title[GROUPINGS]; /* [n_group] */
    size_t n_correlated, correlated[MAX_CORRELATED]; /* inputs, in the order of s->correlated */
};

/* Lists the uncertain numbers; those of the talks only where the study plays them.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code numbers_init(struct numbers *n, const struct scenario *s, bool with_talks,
                             struct error *err);
void numbers_release(struct numbers *n);

/* theta[n_parameter] from x[n]; certain numbers have their values. */
void numbers_fill(const struct numbers *n, const double x[], double theta[]);

/* The value of an input below which a share u of its values lies.
 * Errors: ERR_SCENARIO, at the number's line, where that is not finite. */
NODISCARD
enum error_code numbers_value(const struct numbers *n, size_t input, double u, double *x,
                              struct error *err);

/* Which of the values of an input that has values of its own x is. */
size_t numbers_which(const struct numbers *n, size_t input, double x);

#endif
