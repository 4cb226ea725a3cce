/* plan.h - the points of a sweep: which levers, which values, in which order */
#ifndef PLAN_H
#define PLAN_H

#include "design.h"
#include "lever.h"

enum { PLAN_MAX_LEVER = 16 };

/* What is asked for, on the command line or by the scenario's `sweep`. */
struct plan_options {
    size_t n_vary;
    const char *const *vary; /* "PATH=VALUES" */
    enum design_kind design;
    uint64_t points; /* of a design other than the grid */
};

/* What the scenario's `sweep` asks for. */
struct plan_options plan_asked(const struct scenario *s);

struct plan {
    struct arena arena;
    const struct scenario *scenario; /* borrowed */
    size_t n_lever;
    struct lever lever[PLAN_MAX_LEVER];
    enum design_kind design;
    struct grid grid; /* of the levers' values; the first lever varies slowest */
    uint64_t n_point, seed;
};

/* Errors: ERR_USAGE; ERR_MEMORY. */
NODISCARD
enum error_code plan_init(struct plan *plan, const struct scenario *s,
                          const struct plan_options *options, struct error *err);
void plan_release(struct plan *plan);

/* The lever values of point `index`: value[n_lever].  `design` has been opened by plan_design, one
 * for each thread. */
void plan_point(const struct plan *plan, struct design *design, uint64_t index, double value[]);
NODISCARD
enum error_code plan_design(const struct plan *plan, struct design *design, struct error *err);

/* Writes the levers' paths, with blanks between, to out[PLAN_LEVERS]; what is too long is cut. */
enum { PLAN_LEVERS = 1000 };
void plan_levers(const struct plan *plan, char out[static PLAN_LEVERS]);

/* The design and all levers with their values as one line of text, in the arena; two plans are
 * equal when their texts are.  NULL when there is no memory. */
const char *plan_text(struct plan *plan);

#endif
