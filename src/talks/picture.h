/* picture.h - what somebody believes of the parties: some numbers known, the others guessed */
#ifndef PICTURE_H
#define PICTURE_H

#include "appraisal.h"
#include "rng.h"

struct picture {
    struct appraisal appraisal; /* the parties as they are believed to be */
    double *imagined;           /* [n_parameter] an independent draw */
    bool *known;                /* [n_parameter] which numbers are known as they are */
};

NODISCARD
enum error_code picture_init(struct picture *p, const struct scenario *s, struct error *err);
void picture_release(struct picture *p);

/* Draws which numbers are known, each with probability `knows` by a lot of its own in stream `run`
 * of `lots`, and makes draw number `guess`, from which the others are taken: independent of draws
 * of other numbers, with the same distributions.  r is a rng_philox.
 * Errors: those of draw_make. */
NODISCARD
enum error_code picture_draw(struct picture *p, const gsl_rng *r, enum stream lots, uint64_t run,
                             uint64_t guess, double knows, struct error *err);

/* What number i is believed to be; is[i]: what it is. */
static inline double picture_number(const struct picture *p, const double is[], size_t i)
{
    return p->known[i] ? is[i] : p->imagined[i];
}

/* Writes the believed numbers to p->appraisal.theta; appraisal_fill is due. */
void picture_believe(struct picture *p, const double is[]);

#endif
