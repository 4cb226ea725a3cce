/* boxes.c - boxes of cases in which an answer is mostly yes, one within another */
#include "boxes.h"

#include "arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum error_code make_room(struct boxes *s, struct error *err)
{
    const size_t room = 2 * s->room + 32;
    struct box *box = memory_alloc(room, sizeof *box, err);
    struct box_limit *limit = memory_alloc(room, (s->n_factor + 1) * sizeof *limit, err);

    if (!box || !limit) {
        free(box);
        free(limit);
        return err->code;
    }
    if (s->n_box > 0) {
        memcpy(box, s->box, s->n_box * sizeof *box);
        memcpy(limit, s->limit, s->n_box * s->n_factor * sizeof *limit);
    }
    free(s->box);
    free(s->limit);
    s->box = box;
    s->limit = limit;
    s->room = room;
    return OK;
}

enum error_code boxes_add(struct boxes *s, struct box box, const struct box_limit limit[],
                          struct error *err)
{
    if (s->n_box == s->room && make_room(s, err) != OK)
        return err->code;
    for (size_t f = 0; f < s->n_factor; f++)
        s->limit[s->n_box * s->n_factor + f] = limit[f];
    s->box[s->n_box++] = box;
    return OK;
}

void boxes_release(struct boxes *s)
{
    free(s->box);
    free(s->limit);
    *s = (struct boxes){ 0 };
}

const struct box_limit *boxes_limit(const struct boxes *s, size_t b)
{
    return s->limit + b * s->n_factor;
}

static double share(size_t part, size_t all)
{
    return all > 0 ? (double)part / (double)all : NAN;
}

double boxes_coverage(const struct boxes *s, size_t b)
{
    return share(s->box[b].k, s->n_yes);
}

double boxes_density(const struct boxes *s, size_t b)
{
    return share(s->box[b].k, s->box[b].n);
}

double boxes_mass(const struct boxes *s, size_t b)
{
    return share(s->box[b].n, s->n_row);
}

bool box_limit_differs(enum factor_kind kind, struct box_limit a, struct box_limit b)
{
    return kind == FACTOR_CATEGORY ? a.set != b.set : a.low != b.low || a.high != b.high;
}

bool box_limit_holds(const struct box_limit *limit, const struct factor *f, size_t row)
{
    const double x = f->value[row];

    return f->kind == FACTOR_CATEGORY ? (limit->set & category_bit(x)) != 0
                                      : x >= limit->low && x <= limit->high;
}

uint32_t box_obstacle(const struct cases *c, const struct box_limit limit[], size_t row)
{
    uint32_t found = BOX_INSIDE;

    for (size_t f = 0; f < c->n_factor; f++) {
        const struct factor *factor = &c->factor[f];
        if (box_limit_holds(&limit[f], factor, row))
            continue;
        if (found != BOX_INSIDE)
            return BOX_SEVERAL;
        const bool above = factor->kind != FACTOR_CATEGORY && factor->value[row] > limit[f].high;
        found = (uint32_t)(BOX_ENDS * f + above);
    }
    return found;
}

void box_inside(const struct cases *c, const struct box_limit limit[], bool inside[])
{
    for (size_t i = 0; i < c->n_row; i++)
        inside[i] = box_obstacle(c, limit, i) == BOX_INSIDE;
}
