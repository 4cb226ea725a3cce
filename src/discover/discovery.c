/* discovery.c - in which worlds an answer is yes, or no: boxes and a tree for each output */
#include "discovery.h"

#include "agreement.h"
#include "arena.h"
#include "interrupt.h"
#include "proportion.h"
#include "rng.h"

#include <stdlib.h>
#include <string.h>

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    uint8_t *answer; /* [n] what is looked for is 1; or classes */
    bool *in;        /* [n] worlds that are in no box yet */
    bool *inside;    /* [n] */
};

static void close_space(void *study, void *closed, enum error_code code)
{
    struct space *space = closed;

    (void)study, (void)code;
    if (space->rng)
        gsl_rng_free(space->rng);
    free(space->answer);
    free(space->in);
    free(space->inside);
    free(space);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct discovery *d = study;
    const size_t n = d->worlds->n;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->rng = gsl_rng_alloc(rng_philox);
    space->answer = memory_alloc(n, sizeof *space->answer, err);
    space->in = memory_alloc(n, sizeof *space->in, err);
    space->inside = memory_alloc(n, sizeof *space->inside, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code != OK) {
        close_space(NULL, space, err->code);
        return err->code;
    }
    gsl_rng_set(space->rng, d->seed);
    *opened = space;
    return OK;
}

/* Whether a box is denser than all worlds are, beyond its interval. */
static bool is_denser_than_all(const struct boxes *boxes, size_t b)
{
    double low, high;

    proportion_interval(boxes_density(boxes, b), boxes->box[b].n, &low, &high);
    return low > (double)boxes->n_yes / (double)boxes->n_row;
}

/* Picks a box of the search, and says how firm it is. */
static enum error_code look_at_box(const struct cases *c, struct space *space,
                                   struct found_box *box, struct error *err)
{
    box->without = memory_alloc(BOX_ENDS * c->n_factor, sizeof *box->without, err);
    box->repeats = memory_alloc(c->n_factor, sizeof *box->repeats, err);
    if (err->code != OK)
        return err->code;
    box->is_found = box_worth_pick(c, &box->boxes, DISCOVERY_LEVEL, box->without, &box->picked);
    /* in what the boxes before have left, the rarer answer may be rarer still */
    box->is_found = box->is_found && is_denser_than_all(&box->boxes, box->picked);
    if (!box->is_found)
        return OK;
    box_worth(c, &box->boxes, box->picked, box->without);
    return box_worth_repeat(c, &box->boxes, box->picked, &prim_defaults, DISCOVERY_REPEATS,
                            space->rng, box->repeats, err);
}

/* Box after box, each among the worlds that are left, until none is found. */
static enum error_code find_boxes(struct cases *c, struct space *space, struct discovered *of,
                                  struct error *err)
{
    memset(space->in, true, c->n_row * sizeof *space->in);
    c->in = space->in;
    while (of->n_box < DISCOVERY_BOXES) {
        struct found_box *box = &of->box[of->n_box];
        if (prim_run(c, &prim_defaults, &box->boxes, err) != OK)
            return err->code;
        of->n_box++;
        if (look_at_box(c, space, box, err) != OK || !box->is_found)
            return err->code;
        box_inside(c, boxes_limit(&box->boxes, box->picked), space->inside);
        for (size_t i = 0; i < c->n_row; i++)
            space->in[i] = space->in[i] && !space->inside[i];
    }
    return OK;
}

/* Nobody, some, all: of what all accept, where the answers of each party come next (outputs.h). */
static size_t make_classes(const struct worlds *w, size_t output, uint8_t class[])
{
    const size_t n_party = w->layout->scenario->n_party;
    const struct output *o = &w->outputs->of[output];
    const uint8_t *answer = w->answer + output * w->n;

    if (o->kind != OUTPUT_ACCEPTS || o->who != n_party || n_party < 2 ||
        agreement_has_rule(w->layout->scenario)) {
        memcpy(class, answer, w->n);
        return 2;
    }
    for (size_t i = 0; i < w->n; i++) {
        size_t accept = 0;
        for (size_t p = 0; p < n_party; p++)
            accept += w->answer[(output + 1 + p) * w->n + i];
        class[i] = (uint8_t)(accept == 0 ? 0 : accept < n_party ? 1 : 2);
    }
    return 3;
}

static enum error_code discover(const struct discovery *d, struct space *space, size_t output,
                                struct error *err)
{
    const struct worlds *w = d->worlds;
    struct discovered *of = &d->of[output];
    struct cases c = worlds_cases(w, output);

    for (size_t i = 0; i < w->n; i++)
        of->n_yes += c.answer[i];
    of->looks_for_no = 2 * of->n_yes > w->n;
    for (size_t i = 0; i < w->n; i++)
        space->answer[i] = c.answer[i] != of->looks_for_no;
    c.answer = space->answer;
    if (of->n_yes > 0 && of->n_yes < w->n && find_boxes(&c, space, of, err) != OK)
        return err->code;
    c.in = NULL;
    of->n_class = make_classes(w, output, space->answer);
    return cart_grow(&c, &cart_defaults, &of->tree, err);
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    for (uint64_t output = first; output < last; output++)
        if (interrupt_check(err) != OK || discover(study, opened, (size_t)output, err) != OK)
            return err->code;
    return OK;
}

enum error_code discovery_make(struct discovery *d, struct pool_job *job, int threads,
                               struct error *err)
{
    job->study = d;
    job->n = d->worlds->outputs->n;
    job->block = 1;
    job->open = open_space;
    job->work = work;
    job->close = close_space;
    d->of = memory_alloc(job->n, sizeof *d->of, err);
    if (!d->of || pool_run(job, threads, err) != OK)
        return err->code;
    return interrupt_check(err);
}

double discovery_bytes(size_t n_factor, size_t n, int threads)
{
    const double a_cell = sizeof(uint32_t) + sizeof(double) / 2 + sizeof(uint32_t) / 2.0;
    const double a_row = 4 * sizeof(uint8_t) + 4 * sizeof(double); /* answers, marks, sorting */

    return threads * (double)n * ((double)n_factor * a_cell + a_row);
}

void discovery_release(struct discovery *d)
{
    for (size_t o = 0; d->of && o < d->worlds->outputs->n; o++) {
        for (size_t b = 0; b < DISCOVERY_BOXES; b++) {
            boxes_release(&d->of[o].box[b].boxes);
            free(d->of[o].box[b].without);
            free(d->of[o].box[b].repeats);
        }
        cart_release(&d->of[o].tree);
    }
    free(d->of);
}

bool discovery_restricts(const struct discovery *d, const struct found_box *box, size_t factor,
                         int end)
{
    const struct box_limit *all = boxes_limit(&box->boxes, 0) + factor;
    const struct box_limit *limit = boxes_limit(&box->boxes, box->picked) + factor;

    if (d->worlds->factor[factor].kind == FACTOR_CATEGORY)
        return end == 0 && limit->set != all->set;
    return end == 0 ? limit->low != all->low : limit->high != all->high;
}
