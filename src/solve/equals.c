/* equals.c - the packages that are as good to all veto players as a best one */
#include "equals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A point of a partial front that lies on a way from a root to a leaf. */
struct equals_node {
    size_t point; /* in the trail */
    double after; /* ways from a root to it */
    double ways;  /* ways from it to a leaf */
    bool is_root;
    size_t first_edge, n_edge, first_leaf, n_leaf;
};

/* From a point to the point without the levels of one of its axes. */
struct equals_edge {
    size_t from, to, axis, at; /* a combination of a free axis */
};

/* A package without its free issues; the whole package where the chains of a front are read. */
struct equals_leaf {
    uint64_t key, package;
};

/* Makes room for one more; *at is the array.  Doubling, as there are few. */
static enum error_code make_room(void **at, size_t n, size_t *room, size_t size, struct error *err)
{
    if (n < *room)
        return OK;
    const size_t more = *room ? 2 * *room : 32;
    void *moved = realloc(*at, more * size);
    if (!moved)
        return error_set(err, ERR_MEMORY, "not enough memory for packages of equal worth");
    *at = moved;
    *room = more;
    return OK;
}

enum error_code equals_init(struct equals *e, const struct layout *l, struct error *err)
{
    *e = (struct equals){ .layout = l };
    if (term_order_init(&e->order, l, err) == OK)
        e->with = memory_alloc(e->order.n_slot, sizeof *e->with, err);
    return err->code;
}

void equals_release(struct equals *e)
{
    term_order_release(&e->order);
    free(e->with);
    free(e->node);
    free(e->edge);
    free(e->leaf);
    *e = (struct equals){ 0 };
}

static bool is_equal(size_t n, const double x[], const double y[])
{
    for (size_t j = 0; j < n; j++)
        if (!(fabs(x[j] - y[j]) <= TIE))
            return false;
    return true;
}

/* The point of a partial front, from `first` up to `last` of the trail and the largest first gain
 * first, that is worth the same; `last` if there is none. */
static size_t find_point(const struct front *trail, size_t first, size_t last, const double gain[])
{
    const size_t n = trail->n_party;
    size_t low = first, high = last;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (trail->gain[middle * n] > gain[0] + TIE)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < last && trail->gain[low * n] >= gain[0] - TIE; low++)
        if (is_equal(n, trail->gain + low * n, gain))
            return low;
    return last;
}

/* The node of a point among those from `first` on, made if it is not there. */
static enum error_code node_of(struct equals *e, size_t first, size_t point, size_t *node,
                               struct error *err)
{
    for (size_t i = first; i < e->n_node; i++)
        if (e->node[i].point == point) {
            *node = i;
            return OK;
        }
    void *nodes = e->node;
    if (make_room(&nodes, e->n_node, &e->room_node, sizeof *e->node, err) != OK)
        return err->code;
    e->node = nodes;
    *node = e->n_node++;
    e->node[*node] = (struct equals_node){ .point = point };
    return OK;
}

static enum error_code add_edge(struct equals *e, struct equals_edge edge, struct error *err)
{
    void *edges = e->edge;
    if (make_room(&edges, e->n_edge, &e->room_edge, sizeof *e->edge, err) != OK)
        return err->code;
    e->edge = edges;
    e->edge[e->n_edge++] = edge;
    e->node[edge.from].n_edge++;
    e->node[edge.to].after += e->node[edge.from].after;
    return OK;
}

/* A sort key: the number that the package would have with combinations listed in order. */
static uint64_t key_of(const struct equals *e, uint64_t package)
{
    const struct grid *g = &e->layout->scenario->grid;
    uint64_t key = 0;

    for (size_t a = 0; a < g->n_axis; a++)
        key += e->order.rank[a][package / g->axis[a].stride % g->axis[a].size] * g->axis[a].stride;
    return key;
}

static enum error_code add_leaf(struct equals *e, size_t node, uint64_t package, struct error *err)
{
    void *leaves = e->leaf;
    if (make_room(&leaves, e->n_leaf, &e->room_leaf, sizeof *e->leaf, err) != OK)
        return err->code;
    e->leaf = leaves;
    e->leaf[e->n_leaf++] = (struct equals_leaf){ key_of(e, package), package };
    e->node[node].n_leaf++;
    e->node[node].ways++;
    return OK;
}

/* One case of a draw, backwards. */
struct way_back {
    struct equals *e;
    const struct zone *zone;
    const struct utility *utility;
    size_t at_case;
    size_t first_node, first_edge; /* of the case */
};

/* Where the partial front begins in which the first `stage` free axes are decided. */
static size_t begin_of(const struct way_back *w, size_t stage)
{
    return w->zone->first[w->at_case * ZONE_STAGES(w->e->layout->n_free) + stage];
}

/* Finds the case's complete points of which as much is left as of a best package.  The last two
 * stages of the trail hold the points before and after partners leave, in the same order. */
static enum error_code find_roots(struct way_back *w, size_t n, const size_t at[],
                                  struct error *err)
{
    const struct front *now = &w->zone->now;
    const size_t stage = w->e->layout->n_free;
    const size_t left = begin_of(w, stage + 1), last = begin_of(w, stage + 2);

    for (size_t i = 0; i < n; i++) {
        size_t node = 0,
               point = find_point(&w->zone->trail, left, last, now->gain + at[i] * now->n_party);
        if (point == last)
            continue;
        if (node_of(w->e, w->first_node, begin_of(w, stage) + point - left, &node, err) != OK)
            return err->code;
        w->e->node[node].is_root = true;
        w->e->node[node].after = 1;
    }
    return OK;
}

/* Adds the edges of a node in which free axis i was decided last.  The nodes that they lead to
 * stand from `next` on. */
static enum error_code go_back(struct way_back *w, size_t i, size_t node, size_t next,
                               struct error *err)
{
    struct equals *e = w->e;
    const struct layout *l = e->layout;
    const struct front *trail = &w->zone->trail;
    const size_t width = trail->n_party, last = begin_of(w, i + 1);
    double left[ZONE_WIDTH];

    e->node[node].first_edge = e->n_edge;
    for (size_t place = 0; place < l->free[i].n; place++) {
        const size_t of_axis = e->order.in_order[i][place];
        const double *gain = trail->gain + e->node[node].point * width;
        for (size_t at = 0; at < width; at++)
            left[at] = gain[at] -
                       zone_free_part(&w->zone->query, l, w->utility, w->at_case, at, i, of_axis);
        size_t to = 0, point = find_point(trail, begin_of(w, i), last, left);
        if (point == last)
            continue;
        if (node_of(e, next, point, &to, err) != OK ||
            add_edge(e, (struct equals_edge){ node, to, i, of_axis }, err) != OK)
            return err->code;
    }
    return OK;
}

/* The combinations of linked issues that are worth what is left when no free axis is decided. */
static enum error_code find_leaves(struct way_back *w, size_t node, struct error *err)
{
    struct equals *e = w->e;
    const struct layout *l = e->layout;
    const size_t width = w->zone->trail.n_party, n_table = l->scenario->n_table;
    const double *gain = w->zone->trail.gain + e->node[node].point * width;
    const size_t decides = scenario_case_issue(l->scenario);

    e->node[node].first_leaf = e->n_leaf;
    for (size_t c = 0; c < l->n_linked; c++) {
        size_t at = 0;
        while (at < width && fabs(zone_linked_part(&w->zone->query, l, w->utility, w->zone->addends,
                                                   w->at_case, at, c) -
                                  gain[at]) <= TIE)
            at++;
        if (at < width)
            continue;
        const size_t row = w->at_case * l->n_row + c * (size_t)l->row.total;
        const size_t *level = l->linked_level + (w->at_case * l->n_linked + c) * n_table;
        if (add_leaf(e, node, l->row_package[row], err) != OK)
            return err->code;
        for (size_t i = 0; i < l->n_linked_issue; i++)
            e->with[e->order.first[l->linked_issue[i]] + level[l->linked_issue[i]]] +=
                e->node[node].after;
        if (decides != NONE)
            e->with[e->order.first[decides] + level[decides]] += e->node[node].after;
    }
    return OK;
}

/* The slot of issue number k of the edge's axis. */
static size_t slot_of(const struct equals *e, const struct equals_edge *edge, size_t k)
{
    const struct layout_axis *axis = &e->layout->free[edge->axis];
    return e->order.first[axis->issue[k]] + layout_axis_level(axis, edge->at, k);
}

/* Ways to leaves, added up from the leaves on: edges to them come last. */
static void count_ways(struct way_back *w)
{
    struct equals *e = w->e;

    for (size_t i = e->n_edge; i-- > w->first_edge;) {
        const struct equals_edge *edge = &e->edge[i];
        const double ways = e->node[edge->to].ways;
        e->node[edge->from].ways += ways;
        for (size_t k = 0; k < e->layout->free[edge->axis].n_issue; k++)
            e->with[slot_of(e, edge, k)] += ways * e->node[edge->from].after;
    }
    for (size_t i = w->first_node; i < e->n_node; i++)
        e->n += e->node[i].is_root ? e->node[i].ways : 0;
}

static enum error_code trace_case(struct way_back *w, size_t n, const size_t at[],
                                  struct error *err)
{
    struct equals *e = w->e;
    size_t first = e->n_node;

    w->first_node = first;
    w->first_edge = e->n_edge;
    if (find_roots(w, n, at, err) != OK)
        return err->code;
    for (size_t i = e->layout->n_free; i-- > 0;) {
        const size_t next = e->n_node;
        for (size_t node = first; node < next; node++)
            if (go_back(w, i, node, next, err) != OK)
                return err->code;
        first = next;
    }
    for (size_t node = first, last = e->n_node; node < last; node++)
        if (find_leaves(w, node, err) != OK)
            return err->code;
    count_ways(w);
    return OK;
}

/* All packages of some points are the leaves of one node. */
static enum error_code read_chains(struct equals *e, const struct front *f, size_t n,
                                   const size_t at[], struct error *err)
{
    const struct grid *g = &e->layout->scenario->grid;
    size_t node = 0;

    if (node_of(e, 0, 0, &node, err) != OK)
        return err->code;
    e->node[node].is_root = true;
    for (size_t i = 0; i < n; i++) {
        if (add_leaf(e, node, f->package[at[i]], err) != OK)
            return err->code;
        for (size_t c = f->like[at[i]]; c != FRONT_LAST; c = f->alike[c].next)
            if (add_leaf(e, node, f->alike[c].package, err) != OK)
                return err->code;
    }
    for (size_t i = 0; i < e->n_leaf; i++)
        for (size_t k = 0; k < g->n; k++)
            e->with[e->order.first[k] + grid_level(g, e->leaf[i].package, k)]++;
    e->n = (double)e->n_leaf;
    return OK;
}

enum error_code equals_find(struct equals *e, const struct zone *zone,
                            const struct appraisal *appraisal, size_t n, const size_t at[],
                            struct error *err)
{
    struct way_back w = { .e = e, .zone = zone, .utility = &appraisal->utility };

    e->n = 0;
    e->n_node = e->n_edge = e->n_leaf = 0;
    memset(e->with, 0, e->order.n_slot * sizeof *e->with);
    if (!zone->addends)
        return read_chains(e, &zone->now, n, at, err);
    for (; w.at_case < e->layout->n_case; w.at_case++)
        if (trace_case(&w, n, at, err) != OK)
            return err->code;
    return OK;
}

static int compare_leaves(const void *a, const void *b)
{
    const struct equals_leaf *x = a, *y = b;
    return (x->key > y->key) - (x->key < y->key);
}

/* The package at place `rest` of those below a node. */
static uint64_t package_at(struct equals *e, const struct equals_node *node, double rest)
{
    uint64_t package = 0;

    while (node->n_edge > 0) {
        const struct equals_edge *edge = &e->edge[node->first_edge];
        const struct equals_edge *last = edge + node->n_edge - 1;
        for (; edge < last && rest >= e->node[edge->to].ways; edge++)
            rest -= e->node[edge->to].ways;
        package += e->layout->free[edge->axis].package[edge->at];
        node = &e->node[edge->to];
    }
    struct equals_leaf *leaf = e->leaf + node->first_leaf;
    const size_t place = (size_t)fmin(rest, (double)(node->n_leaf - 1));
    qsort(leaf, node->n_leaf, sizeof *leaf, compare_leaves);
    return package + leaf[place].package;
}

/* The root whose first package comes next after `key`, by its terms; *key is then that package's.
 */
static const struct equals_node *next_root(struct equals *e, bool is_first, uint64_t *key)
{
    const struct equals_node *next = NULL;
    uint64_t least = 0;

    for (size_t i = 0; i < e->n_node; i++) {
        if (!e->node[i].is_root)
            continue;
        const uint64_t own = key_of(e, package_at(e, &e->node[i], 0));
        if ((is_first || own > *key) && (!next || own < least)) {
            next = &e->node[i];
            least = own;
        }
    }
    *key = least;
    return next;
}

uint64_t equals_at(struct equals *e, double u)
{
    double rest = floor(u * e->n);
    uint64_t key = 0;
    const struct equals_node *root = next_root(e, true, &key), *next;

    while (rest >= root->ways && (next = next_root(e, false, &key)) != NULL) {
        rest -= root->ways;
        root = next;
    }
    return package_at(e, root, rest);
}
