/* front.h - points that no other point beats */
#ifndef FRONT_H
#define FRONT_H

#include "error.h"

#include <stdbool.h>
#include <stdint.h>

/* Points with a gain for each party and the number of the package they stand for. */
struct front {
    size_t n_party;
    size_t n, room, room_gain; /* points; points and gains that there is memory for */
    double *gain;              /* [n * n_party], a point a row */
    uint64_t *package;
    struct front_key *key; /* room to sort in */
    double *lane;          /* room of front_keep: points eight side by side */

    /* What front_offer found to be as good as a point: packages in chains, each from like[point]
     * on; FRONT_LAST ends one. */
    size_t *like;
    struct front_like {
        uint64_t package;
        size_t next;
    } * alike;
    size_t n_alike, room_alike;
};
#define FRONT_LAST SIZE_MAX

/* Makes room for at least `room` points, keeping those there. Errors: ERR_MEMORY. */
NODISCARD
enum error_code front_reserve(struct front *f, size_t n_party, size_t room, struct error *err);
void front_release(struct front *f);

/* Back to no points; the memory stays. */
void front_clear(struct front *f);

/* Adds the points of `more`, beaten or not.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code front_append(struct front *f, const struct front *more, struct error *err);

/* Copies the points of `from` that no other beats to `to`, largest first gain first: q beats x
 * when it is at least as good for every party and better for one; of equals the lowest package
 * stays.  With two parties a sort by merging; with more, comparisons with those kept.  `to` is
 * another front of as many parties, with room for from->n points; the keys of both are used to
 * sort.  Ends early, with some of them, when there are more than `most`. (With three or more
 * parties, points that tie in the first two gains may keep a beaten one among them: harmless
 * wherever the best of a front is sought.) */
void front_keep(const struct front *from, size_t most, struct front *to);

/* Adds a point unless one of f is at least as good for every party, and drops those that it beats;
 * of equals the lowest package stays.  The result, as a set, does not depend on the order of the
 * points.  A package that is not added, or is dropped, but falls short by no more than `tie` for
 * any party, joins the chain of the point that stays.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code front_offer(struct front *f, const double gain[], uint64_t package, double tie,
                            struct error *err);

/* Whether some point of f beats gain[n_party] by more than `tie` for one party and is not worse
 * by more than `tie` for any.  A tolerance, because rounding would otherwise make equals beat
 * one another. */
bool front_beats(const struct front *f, const double gain[], double tie);

#endif
