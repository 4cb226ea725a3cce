/* parameter.h - a number of the scenario: what is known of it, and who says so */
#ifndef PARAMETER_H
#define PARAMETER_H

#include "distribution.h"
#include "none.h"

#include <stdint.h>
#include <string.h>

/* Where a number comes from.  A number without a source or an assumption of its own takes those
 * of the nearest group around it, or of `scenario`. */
enum origin {
    ORIGIN_NEITHER, /* no source, no assumption: `check` says so */
    ORIGIN_CITED,   /* a source text says it */
    ORIGIN_ASSUMED, /* nobody says it; the reason is given */
    ORIGINS,
};
extern const char *const origin_names[ORIGINS]; /* "neither", "cited", "assumed" */

struct parameter {
    const char *path; /* as in "hamas.weights.pause"; unique in its scenario */
    struct distribution distribution;
    enum origin origin;
    const char *reason; /* the assumption, or the sources as "001 003"; "" for neither */
    const char *file;
    int line;
    bool is_implied;  /* made by the loader, such as the roll behind a red line */
    bool is_varied;   /* a lever has set it: what was learned of it does not count */
    bool is_dated;    /* of this scenario alone: written in its own file, not in an included one */
    uint32_t address; /* which block of a draw's random stream is its own */
    uint32_t place;   /* among the columns of Sobol' draws: those that decide most first */
};

/* The value of parameter i in a draw; `otherwise` where i is NONE, as the scenario is silent. */
static inline double parameter_or(const double theta[], size_t i, double otherwise)
{
    return i == NONE ? otherwise : theta[i];
}

/* Whether only the talks read it, unless it is correlated with a number that others read. */
static inline bool parameter_is_of_talks(const struct parameter *p)
{
    return strncmp(p->path, "talks.", strlen("talks.")) == 0;
}

/* Whether it differs from draw to draw. */
static inline bool parameter_is_uncertain(const struct parameter *p)
{
    return p->distribution.kind != DIST_FIXED;
}

#endif
