/* worlds.h - possible worlds as cases: what is uncertain in them, and what comes of them */
#ifndef WORLDS_H
#define WORLDS_H

#include "cases.h"
#include "lever.h"
#include "numbers.h"
#include "outputs.h"
#include "package_index.h"

/* What differs from world to world, and may decide. */
struct world_factor {
    enum world_factor_kind {
        WORLD_NUMBER, /* an uncertain number */
        WORLD_LINE,  /* whether a red line or position holds: its roll and its probability in one */
        WORLD_LEVEL, /* the level of an issue in all proposals: a lever */
    } kind;
    const char *name;            /* a path */
    size_t parameter;            /* of a NUMBER */
    const struct red_line *line; /* of a LINE */
    size_t issue, lever;         /* of a LEVEL */
    size_t n_label;              /* of categories; 0: values are numbers */
    const char *const *label;    /* [n_label] */
};

struct worlds {
    /* set by the caller */
    const struct layout *layout;               /* borrowed, as are these */
    const struct package_index *package_index; /* NULL unless talks are asked for */
    const struct outputs *outputs;
    uint64_t seed;
    size_t n; /* worlds */
    size_t n_lever;
    const struct lever *lever; /* levels of issues, each with its values */
    /* made by worlds_make */
    struct arena arena;
    struct numbers numbers;
    size_t n_factor;
    struct world_factor *about; /* [n_factor] real numbers first, then whole, then categories */
    struct factor *factor;      /* [n_factor] their values */
    double *value;              /* [n_factor * n] */
    uint8_t *answer;            /* [outputs->n * n] 1 for yes; chances from one half on are a yes */
};

/* Draws the worlds; draw i is that of a run.  job as for map_run.
 * Errors: those of draw_make; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code worlds_make(struct worlds *w, struct pool_job *job, int threads, struct error *err);
void worlds_release(struct worlds *w);

/* The bytes that it takes. */
double worlds_bytes(const struct scenario *s, size_t n_output, size_t n);

/* The worlds as cases of an output. */
struct cases worlds_cases(const struct worlds *w, size_t output);

#endif
