/* picture.c - what somebody believes of the parties */
#include "picture.h"

#include "draw.h"

#include <stdlib.h>

enum error_code picture_init(struct picture *p, const struct scenario *s, struct error *err)
{
    *p = (struct picture){ .known = NULL };
    p->imagined = memory_alloc(s->n_parameter, sizeof *p->imagined, err);
    p->known = memory_alloc(s->n_parameter, sizeof *p->known, err);
    return err->code == OK ? appraisal_init(&p->appraisal, s, err) : err->code;
}

void picture_release(struct picture *p)
{
    appraisal_release(&p->appraisal);
    free(p->imagined);
    free(p->known);
    *p = (struct picture){ .known = NULL };
}

enum error_code picture_draw(struct picture *p, const gsl_rng *r, enum stream lots, uint64_t run,
                             uint64_t guess, double knows, struct error *err)
{
    const struct scenario *s = p->appraisal.scenario;

    if (draw_make(s, r, guess, p->imagined, err) != OK)
        return err->code;
    rng_open(r, lots, run);
    for (size_t i = 0; i < s->n_parameter; i++) {
        rng_seek(r, s->parameter[i].address);
        p->known[i] = gsl_rng_uniform(r) < knows;
    }
    return OK;
}

void picture_believe(struct picture *p, const double is[])
{
    for (size_t i = 0; i < p->appraisal.scenario->n_parameter; i++)
        p->appraisal.theta[i] = picture_number(p, is, i);
}
