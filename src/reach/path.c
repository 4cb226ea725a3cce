/* path.c - from one proposal to another by single changes, along which most accept */
#include "path.h"

#include "arena.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>

/* Those that wait, the best on top: the largest share on the way to them, then the lowest number.
 */
struct heap {
    size_t n, room;
    struct waiting {
        float least;
        uint64_t package;
    } * at;
};

static bool is_before(const struct waiting *a, const struct waiting *b)
{
    return a->least != b->least ? a->least > b->least : a->package < b->package;
}

static enum error_code push(struct heap *h, struct waiting w, struct error *err)
{
    if (h->n == h->room) {
        const size_t room = h->room ? 2 * h->room : 1024;
        struct waiting *at = realloc(h->at, room * sizeof *at);
        if (!at)
            return error_set(err, ERR_MEMORY, "not enough memory for a path");
        h->at = at;
        h->room = room;
    }
    size_t i = h->n++;
    for (; i > 0 && is_before(&w, &h->at[(i - 1) / 2]); i = (i - 1) / 2)
        h->at[i] = h->at[(i - 1) / 2];
    h->at[i] = w;
    return OK;
}

static struct waiting pop(struct heap *h)
{
    const struct waiting top = h->at[0], last = h->at[--h->n];
    size_t i = 0;

    for (size_t child; (child = 2 * i + 1) < h->n; i = child) {
        if (child + 1 < h->n && is_before(&h->at[child + 1], &h->at[child]))
            child++;
        if (!is_before(&h->at[child], &last))
            break;
        h->at[i] = h->at[child];
    }
    h->at[i] = last;
    return top;
}

/* The package with combination `at` of axis a in place of its own; itself where that is no single
 * change. */
static uint64_t changed(const struct grid *grid, uint64_t package, size_t a, size_t at)
{
    const struct grid_axis *axis = &grid->axis[a];
    const size_t now = (size_t)(package / axis->stride % axis->size);

    if (!grid_is_single(grid, a, now, at))
        return package;
    return package + (at - (uint64_t)now) * axis->stride;
}

/* Goes on from a package to all that are a single change away. */
static enum error_code widen(struct heap *h, float least[], const struct grid *grid,
                             const float share[], struct waiting from, struct error *err)
{
    for (size_t a = 0; a < grid->n_axis; a++)
        for (size_t at = 0; at < grid->axis[a].size; at++) {
            const uint64_t to = changed(grid, from.package, a, at);
            const float there = fminf(from.least, share[to]);
            if (!(there >= 0 && there > least[to]))
                continue;
            least[to] = there;
            if (push(h, (struct waiting){ there, to }, err) != OK)
                return err->code;
        }
    return OK;
}

/* The largest smallest share of a path, by Dijkstra's algorithm; below 0: there is none.
 * least[packages]: room. */
static float widest(const struct grid *grid, const float share[], uint64_t from, uint64_t to,
                    float least[], struct error *err)
{
    struct heap heap = { 0 };

    for (uint64_t i = 0; i < grid->total; i++)
        least[i] = -1;
    least[from] = share[from];
    if (share[from] >= 0)
        (void)push(&heap, (struct waiting){ share[from], from }, err);
    while (err->code == OK && heap.n > 0) {
        const struct waiting now = pop(&heap);
        if (now.package == to)
            break;
        if (now.least < least[now.package]) /* a better way was found since */
            continue;
        if (interrupt_check(err) == OK)
            (void)widen(&heap, least, grid, share, now, err);
    }
    free(heap.at);
    return least[to];
}

/* Fewest steps over packages of at least that share, ring by ring: before[packages], out, is where
 * each was reached from, or UINT64_MAX.  queue[packages]: room. */
static void walk_rings(const struct grid *grid, const float share[], float least, uint64_t from,
                       uint64_t before[], uint64_t queue[])
{
    size_t n = 0;

    for (uint64_t i = 0; i < grid->total; i++)
        before[i] = UINT64_MAX;
    before[from] = from;
    queue[n++] = from;
    for (size_t at = 0; at < n; at++)
        for (size_t a = 0; a < grid->n_axis; a++)
            for (size_t l = 0; l < grid->axis[a].size; l++) {
                const uint64_t to = changed(grid, queue[at], a, l);
                if (before[to] != UINT64_MAX || !(share[to] >= least))
                    continue;
                before[to] = queue[at];
                queue[n++] = to;
            }
}

static enum error_code write_path(struct path *path, const uint64_t before[], uint64_t from,
                                  uint64_t to, struct error *err)
{
    path->n = 1;
    for (uint64_t at = to; at != from; at = before[at])
        path->n++;
    path->package = memory_alloc(path->n, sizeof *path->package, err);
    for (size_t i = path->n; path->package && i-- > 0; to = before[to])
        path->package[i] = to;
    return err->code;
}

enum error_code path_find(struct path *path, const struct grid *grid, const float share[],
                          uint64_t from, uint64_t to, struct error *err)
{
    const size_t packages = (size_t)grid->total;
    float *least = memory_alloc(packages, sizeof *least, err);
    uint64_t *before = memory_alloc(packages, sizeof *before, err);
    uint64_t *queue = memory_alloc(packages, sizeof *queue, err);

    *path = (struct path){ .n = 0 };
    if (err->code == OK) {
        path->least = widest(grid, share, from, to, least, err);
        if (err->code == OK && path->least >= 0) {
            walk_rings(grid, share, (float)path->least, from, before, queue);
            (void)write_path(path, before, from, to, err);
        }
    }
    free(least);
    free(before);
    free(queue);
    return err->code;
}

void path_release(struct path *path)
{
    free(path->package);
    *path = (struct path){ .n = 0 };
}
