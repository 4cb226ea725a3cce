/* box_worth.c - which limits of a box chance may have made, and which box to show */
#include "box_worth.h"

#include "arena.h"
#include "rng.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

/* Which ends of a factor a box has moved inwards from those of the first. */
static void moved_ends(enum factor_kind kind, const struct box_limit *now,
                       const struct box_limit *first, bool moved[BOX_ENDS])
{
    const bool number = kind != FACTOR_CATEGORY;

    moved[0] = number ? now->low > first->low : now->set != first->set;
    moved[1] = number && now->high < first->high;
}

static double chance_of(struct box box, const struct box_without *without)
{
    if (box.k == 0)
        return 1;
    return gsl_cdf_binomial_Q((unsigned)box.k - 1, (double)without->k / (double)without->n,
                              (unsigned)box.n);
}

void box_worth(const struct cases *c, const struct boxes *s, size_t b, struct box_without without[])
{
    const struct box_limit *limit = boxes_limit(s, b), *first = boxes_limit(s, 0);
    const struct box box = s->box[b];

    for (size_t e = 0; e < BOX_ENDS * c->n_factor; e++)
        without[e] = (struct box_without){ box.n, box.k, NAN };
    for (size_t i = 0; i < c->n_row; i++) {
        const uint32_t end = cases_looks_at(c, i) ? box_obstacle(c, limit, i) : BOX_SEVERAL;
        if (end == BOX_INSIDE || end == BOX_SEVERAL)
            continue;
        without[end].n++;
        without[end].k += c->answer[i];
    }
    for (size_t f = 0; f < c->n_factor; f++) {
        bool moved[BOX_ENDS];
        moved_ends(c->factor[f].kind, &limit[f], &first[f], moved);
        for (size_t e = 0; e < BOX_ENDS; e++)
            if (moved[e])
                without[BOX_ENDS * f + e].quasi_p = chance_of(box, &without[BOX_ENDS * f + e]);
    }
}

static bool all_matter(const struct cases *c, const struct boxes *s, size_t b, double level,
                       struct box_without room[])
{
    box_worth(c, s, b, room);
    for (size_t e = 0; e < BOX_ENDS * c->n_factor; e++)
        if (room[e].quasi_p > level) /* not so where it is NAN: there is no limit */
            return false;
    return true;
}

bool box_worth_pick(const struct cases *c, const struct boxes *s, double level,
                    struct box_without room[], size_t *b)
{
    double best = 0;

    for (size_t x = 1; x < s->n_box; x++) {
        const double coverage = boxes_coverage(s, x), density = boxes_density(s, x);
        const double mean = 2 * coverage * density / (coverage + density);
        if (s->box[x].n_restricted > 0 && mean > best && all_matter(c, s, x, level, room)) {
            best = mean;
            *b = x;
        }
    }
    return best > 0;
}

/* -- halves -- */

struct half {
    struct cases cases;
    struct factor *factor;
    double *value; /* [n_factor * room] */
    uint8_t *answer;
    size_t n_in, room;
};

static enum error_code half_init(struct half *h, const struct cases *c, struct error *err)
{
    h->n_in = cases_in(c);
    h->room = h->n_in / 2;
    h->factor = memory_alloc(c->n_factor, sizeof *h->factor, err);
    h->value = memory_alloc(c->n_factor, h->room * sizeof *h->value, err);
    h->answer = memory_alloc(h->room, sizeof *h->answer, err);
    if (err->code != OK)
        return err->code;
    for (size_t f = 0; f < c->n_factor; f++)
        h->factor[f] = (struct factor){ c->factor[f].kind, h->value + f * h->room };
    h->cases = (struct cases){ h->room, c->n_factor, h->factor, h->answer, NULL };
    return OK;
}

static void half_release(struct half *h)
{
    free(h->factor);
    free(h->value);
    free(h->answer);
}

static void copy_row(struct half *h, size_t to, const struct cases *c, size_t row)
{
    h->answer[to] = c->answer[row];
    for (size_t f = 0; f < c->n_factor; f++)
        h->value[f * h->room + to] = c->factor[f].value[row];
}

/* Each half is as likely as any other: Knuth (1998) The Art of Computer Programming 2, 3.4.2 S. */
static void half_draw(struct half *h, const struct cases *c, const gsl_rng *r)
{
    size_t left = h->n_in, taken = 0;

    for (size_t i = 0; i < c->n_row; i++) {
        if (!cases_looks_at(c, i))
            continue;
        if (gsl_rng_uniform(r) * (double)left < (double)(h->room - taken))
            copy_row(h, taken++, c, i);
        left--;
    }
}

static double coverage_in(const struct boxes *s, size_t b)
{
    return (double)s->box[b].k / (double)s->box[0].k;
}

static size_t nearest(const struct boxes *s, double coverage, double density)
{
    double least = INFINITY;
    size_t found = 0;

    for (size_t b = 0; b < s->n_box; b++) {
        const double far = hypot(coverage_in(s, b) - coverage, boxes_density(s, b) - density);
        if (far < least) {
            least = far;
            found = b;
        }
    }
    return found;
}

static enum error_code count_half(const struct half *h, const struct prim_options *options,
                                  double coverage, double density, size_t restricted[],
                                  struct error *err)
{
    struct boxes s;

    if (prim_run(&h->cases, options, &s, err) != OK)
        return err->code;
    const struct box_limit *limit = boxes_limit(&s, nearest(&s, coverage, density));
    for (size_t f = 0; f < h->cases.n_factor; f++)
        restricted[f] += box_limit_differs(h->factor[f].kind, limit[f], s.limit[f]);
    boxes_release(&s);
    return OK;
}

enum error_code box_worth_repeat(const struct cases *c, const struct boxes *s, size_t b,
                                 const struct prim_options *options, size_t times, const gsl_rng *r,
                                 size_t restricted[], struct error *err)
{
    struct prim_options in_half = *options;
    struct half h = { .n_in = 0 };

    for (size_t f = 0; f < c->n_factor; f++)
        restricted[f] = 0;
    if (half_init(&h, c, err) == OK && h.n_in > 0) {
        in_half.mass_min *= (double)c->n_row / (double)h.n_in;
        for (size_t t = 0; t < times && err->code == OK; t++) {
            rng_open(r, STREAM_HALVES, t);
            half_draw(&h, c, r);
            if (count_half(&h, &in_half, coverage_in(s, b), boxes_density(s, b), restricted, err) !=
                OK)
                break;
        }
    }
    half_release(&h);
    return err->code;
}
