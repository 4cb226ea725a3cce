/* term_order.c - packages in an order that their terms alone decide */
#include "term_order.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>

/* A level with what it is sorted by. */
struct ordered_level {
    size_t level;
    double number;
    const char *name; /* NULL for numbers */
};

static int compare_levels(const void *a, const void *b)
{
    const struct ordered_level *x = a, *y = b;

    if (x->name)
        return strcmp(x->name, y->name);
    return (x->number > y->number) - (x->number < y->number);
}

static void order_levels(struct term_order *o, size_t k, struct ordered_level room[])
{
    const struct issue *issue = &o->layout->scenario->issue[k];

    for (size_t l = 0; l < issue->n_level; l++)
        room[l] =
            (struct ordered_level){ l, issue->level[l], issue->is_named ? issue->label[l] : NULL };
    qsort(room, issue->n_level, sizeof *room, compare_levels);
    for (size_t i = 0; i < issue->n_level; i++)
        o->place[o->first[k] + room[i].level] = i;
}

/* A combination with what it is sorted by. */
struct ordered {
    size_t at;
    const struct order_by {
        const size_t *place; /* [n * n_issue] of its levels */
        size_t n_issue;
    } * sort;
};

static int compare_combinations(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;
    const size_t n = x->sort->n_issue;

    for (size_t i = 0; i < n; i++) {
        const size_t in_x = x->sort->place[x->at * n + i], in_y = x->sort->place[y->at * n + i];
        if (in_x != in_y)
            return in_x < in_y ? -1 : 1;
    }
    return 0;
}

/* in_order[n]: the combinations by place[n * n_issue], which is freed. */
static size_t *sort_combinations(size_t n, size_t n_issue, size_t *place, struct error *err)
{
    const struct order_by sort = { place, n_issue };
    struct ordered *room = memory_alloc(n, sizeof *room, err);
    size_t *in_order = memory_alloc(n, sizeof *in_order, err);

    for (size_t i = 0; room && in_order && place && i < n; i++)
        room[i] = (struct ordered){ i, &sort };
    if (room && in_order && place)
        qsort(room, n, sizeof *room, compare_combinations);
    for (size_t i = 0; room && in_order && i < n; i++)
        in_order[i] = room[i].at;
    free(room);
    free(place);
    return in_order;
}

static enum error_code rank_axis(struct term_order *o, size_t a, struct error *err)
{
    const struct grid *g = &o->layout->scenario->grid;
    const size_t n = g->axis[a].size, n_issue = g->axis[a].n;
    size_t *place = memory_alloc(n * n_issue, sizeof *place, err);

    for (size_t at = 0; place && at < n; at++)
        for (size_t i = 0; i < n_issue; i++) {
            const size_t k = g->axis[a].dimension[i];
            place[at * n_issue + i] = o->place[o->first[k] + grid_axis_level(g, at, k)];
        }
    size_t *in_order = sort_combinations(n, n_issue, place, err);
    o->rank[a] = memory_alloc(n, sizeof *o->rank[a], err);
    for (size_t i = 0; err->code == OK && i < n; i++)
        o->rank[a][in_order[i]] = i;
    free(in_order);
    return err->code;
}

static enum error_code order_axis(struct term_order *o, size_t i, struct error *err)
{
    const struct layout_axis *axis = &o->layout->free[i];
    size_t *place = memory_alloc(axis->n * axis->n_issue, sizeof *place, err);

    for (size_t at = 0; place && at < axis->n; at++)
        for (size_t k = 0; k < axis->n_issue; k++)
            place[at * axis->n_issue + k] =
                o->place[o->first[axis->issue[k]] + layout_axis_level(axis, at, k)];
    o->in_order[i] = sort_combinations(axis->n, axis->n_issue, place, err);
    return err->code;
}

enum error_code term_order_init(struct term_order *o, const struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;

    *o = (struct term_order){ .layout = l };
    for (size_t k = 0; k < s->n_table; k++) {
        o->first[k] = o->n_slot;
        o->n_slot += scenario_slots(s, k);
    }
    o->place = memory_alloc(o->n_slot, sizeof *o->place, err);
    struct ordered_level *room = memory_alloc(o->n_slot, sizeof *room, err);
    for (size_t k = 0; err->code == OK && k < s->n_table; k++)
        order_levels(o, k, room);
    free(room);
    for (size_t a = 0; err->code == OK && a < s->grid.n_axis; a++)
        (void)rank_axis(o, a, err);
    for (size_t i = 0; err->code == OK && i < l->n_free; i++)
        (void)order_axis(o, i, err);
    return err->code;
}

void term_order_release(struct term_order *o)
{
    free(o->place);
    for (size_t a = 0; a < MAX_ISSUE; a++) {
        free(o->rank[a]);
        free(o->in_order[a]);
    }
    *o = (struct term_order){ .layout = NULL };
}
