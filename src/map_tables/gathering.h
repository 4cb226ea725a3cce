/* gathering.h - acceptance gathered over all packages: the best, by level, by pair of levels */
#ifndef GATHERING_H
#define GATHERING_H

#include "map.h"
#include "scope.h"

struct group {
    double packages;  /* 0: all are banned */
    double accepts;   /* sum of the shares in which all accept one */
    double best;      /* the largest of them */
    size_t best_cell; /* where it is (layout_cell); the first of equals */
};

/* Two issues with more than one level each: the axes of a picture. */
struct pair {
    size_t a, b;
    double spread;      /* variance of `best` over the cells that have packages */
    struct group *cell; /* [levels of a * levels of b] */
};

struct gathering {
    struct arena arena;
    const struct map *map;     /* borrowed */
    const struct scope *scope; /* borrowed */
    size_t n_pair;
    struct group *level; /* [...] of all levels, in the order of LABEL_LEVEL */
    double *party;       /* [... * n_party] sums of the shares in which each accepts */
    double *best_party;  /* [... * n_party] the same share, of the level's best; lowest of equals */
    struct pair *pair;   /* [n_pair] widest spread first; then the order of the issues */
    double accepts;      /* sum over all packages */
    struct {
        uint64_t package; /* that all accept most often; the lowest of equals */
        double accept;    /* in this share of draws */
        size_t cell;      /* its place (layout_cell) */
        uint64_t n;       /* packages that share the first place */
    } best;
};

/* Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code gathering_init(struct gathering *g, const struct map *map,
                               const struct scope *scope, struct error *err);
void gathering_release(struct gathering *g);

/* How many cells a pair has. */
size_t gathering_cells(const struct gathering *g, const struct pair *pair);

/* The bytes that it takes, with the rows of pairs.csv: one for every two levels of two issues. */
double gathering_bytes(const struct scenario *s);

#endif
