/* path.h - from one proposal to another by single changes, along which most accept */
#ifndef PATH_H
#define PATH_H

#include "choices.h"

struct path {
    size_t n;          /* packages, the two ends included; 0: there is none */
    uint64_t *package; /* [n] */
    double least;      /* the smallest share, along it, of the ends and between */
};

/* The path of packages, each a single change from the one before (grid_is_single), whose smallest
 * `share` is largest; of those one of the fewest steps.  share[packages], by package number: of
 * what is wanted; below 0: not to be gone through.
 *
 * A widest path, by Dijkstra's algorithm with the smallest share in place of the sum; then the
 * fewest steps over packages of at least that share.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED.
 * Source: Pollack (1960) Operations Research 8:733 (the maximum capacity route). */
NODISCARD
enum error_code path_find(struct path *path, const struct grid *grid, const float share[],
                          uint64_t from, uint64_t to, struct error *err);
void path_release(struct path *path);

#endif
