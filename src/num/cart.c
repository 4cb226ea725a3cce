/* cart.c - which factors lead to which of a few answers: a classification tree */
#include "cart.h"

#include "arena.h"
#include "interrupt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const struct cart_options cart_defaults = { .max_depth = 4, .mass_min = 0.05, .gain_min = 0.01 };

/* Gains are sums of quotients: what is closer than this, as a share of the root's impurity, is
 * equal but for rounding. */
static const double SAME_GAIN = 1e-12;

struct counts {
    size_t n, of[CART_CLASSES];
};

struct growth {
    const struct cases *cases;
    const struct cart_options *options;
    struct cart *tree;
    size_t n_in;      /* rows that are looked at */
    uint32_t *order;  /* [n_factor * n_in]: rows sorted by factor within each node's range */
    uint32_t *spare;  /* [n_in] */
    uint8_t *to_left; /* [n_row] */
    size_t *begin;    /* [nodes]: where the range of each begins */
    double at_root;   /* the root's impurity, times its rows */
};

struct split {
    double gain;
    size_t factor;
    double limit;
    struct counts left;
};

static void count(struct counts *c, uint8_t answer)
{
    assert(answer < CART_CLASSES);
    c->n++;
    c->of[answer]++;
}

/* Impurity times rows. */
static double impurity_of(const struct counts *c)
{
    double squares = 0;

    if (c->n == 0)
        return 0;
    for (size_t a = 0; a < CART_CLASSES; a++)
        squares += (double)c->of[a] * (double)c->of[a];
    return (double)c->n - squares / (double)c->n;
}

static struct counts counts_of(const struct cart_node *node)
{
    struct counts c = { .n = node->n };

    memcpy(c.of, node->count, sizeof c.of);
    return c;
}

static struct counts rest_of(const struct counts *all, const struct counts *left)
{
    struct counts rest = { .n = all->n - left->n };

    for (size_t a = 0; a < CART_CLASSES; a++)
        rest.of[a] = all->of[a] - left->of[a];
    return rest;
}

double cart_impurity(const struct cart_node *node)
{
    const struct counts c = counts_of(node);

    return c.n > 0 ? impurity_of(&c) / (double)c.n : 0;
}

/* -- the best split of a node -- */

static bool is_large_enough(const struct growth *g, size_t n)
{
    return n > 0 && (double)n / (double)g->n_in >= g->options->mass_min;
}

/* The first of equals stays. */
static void offer(const struct growth *g, const struct counts *all, const struct split *x,
                  struct split *best)
{
    const struct counts right = rest_of(all, &x->left);

    if (!is_large_enough(g, x->left.n) || !is_large_enough(g, right.n))
        return;
    const double after = impurity_of(&x->left) + impurity_of(&right);
    const double gain = (impurity_of(all) - after) / g->at_root;
    if (gain > best->gain + SAME_GAIN) {
        *best = *x;
        best->gain = gain;
    }
}

/* Between a and b > a, also where rounding would make the middle b. */
static double middle(double a, double b)
{
    const double m = a / 2 + b / 2;

    return m >= a && m < b ? m : a;
}

static void split_number(const struct growth *g, size_t f, size_t begin, const struct counts *all,
                         struct split *best)
{
    const double *x = g->cases->factor[f].value;
    const uint32_t *row = g->order + f * g->n_in + begin;
    struct split s = { .factor = f };

    for (size_t i = 0; i + 1 < all->n; i++) {
        count(&s.left, g->cases->answer[row[i]]);
        if (x[row[i]] == x[row[i + 1]])
            continue;
        s.limit = middle(x[row[i]], x[row[i + 1]]);
        offer(g, all, &s, best);
    }
}

struct group {
    struct counts counts;
    uint32_t first; /* the first row that shows it */
};

static bool comes_before(const struct group *a, const struct group *b)
{
    return a->counts.n != b->counts.n ? a->counts.n > b->counts.n : a->first < b->first;
}

/* Offers the groups in an order that does not depend on their labels. */
static void split_category(const struct growth *g, size_t f, size_t begin, const struct counts *all,
                           struct split *best)
{
    const uint32_t *row = g->order + f * g->n_in + begin;
    struct group group[MAX_CATEGORY] = { { .first = 0 } };

    /* sorted by category and then by row: the first that comes is the first in the rows */
    for (size_t i = 0; i < all->n; i++) {
        assert(g->cases->factor[f].value[row[i]] < MAX_CATEGORY);
        struct group *of = &group[(size_t)g->cases->factor[f].value[row[i]]];
        if (of->counts.n == 0)
            of->first = row[i];
        count(&of->counts, g->cases->answer[row[i]]);
    }
    for (;;) {
        size_t next = 0;
        for (size_t a = 1; a < MAX_CATEGORY; a++)
            if (comes_before(&group[a], &group[next]))
                next = a;
        if (group[next].counts.n == 0)
            break;
        const struct split s = { 0, f, (double)next, group[next].counts };
        offer(g, all, &s, best);
        group[next].counts.n = 0;
    }
}

static struct split best_split(const struct growth *g, size_t begin, const struct cart_node *node)
{
    const struct counts all = counts_of(node);
    struct split best = { .gain = 0 };

    if (node->depth == g->options->max_depth || !(impurity_of(&all) > 0))
        return best;
    for (size_t f = 0; f < g->cases->n_factor; f++)
        if (g->cases->factor[f].kind == FACTOR_CATEGORY)
            split_category(g, f, begin, &all, &best);
        else
            split_number(g, f, begin, &all, &best);
    if (best.gain < g->options->gain_min)
        best.gain = 0;
    return best;
}

/* -- growth -- */

static bool goes_left(const struct factor *f, double limit, size_t row)
{
    return f->kind == FACTOR_CATEGORY ? f->value[row] == limit : f->value[row] <= limit;
}

/* Moves the rows of the left child to the front of each list; both parts stay sorted. */
static void part_lists(struct growth *g, size_t begin, size_t n, const struct split *s)
{
    for (size_t i = begin; i < begin + n; i++) {
        const uint32_t row = g->order[i];
        g->to_left[row] = goes_left(&g->cases->factor[s->factor], s->limit, row);
    }
    for (size_t f = 0; f < g->cases->n_factor; f++) {
        uint32_t *list = g->order + f * g->n_in + begin;
        size_t left = 0, right = 0;
        for (size_t i = 0; i < n; i++)
            if (g->to_left[list[i]])
                list[left++] = list[i];
            else
                g->spare[right++] = list[i];
        assert(left == s->left.n);
        memcpy(list + left, g->spare, right * sizeof *list);
    }
}

static size_t add_node(struct growth *g, const struct counts *c, size_t begin, size_t depth)
{
    struct cart_node *node = &g->tree->node[g->tree->n_node];

    *node = (struct cart_node){ .n = c->n, .depth = depth };
    memcpy(node->count, c->of, sizeof c->of);
    g->begin[g->tree->n_node] = begin;
    return g->tree->n_node++;
}

static void split_node(struct growth *g, size_t at)
{
    struct cart_node *node = &g->tree->node[at];
    const size_t begin = g->begin[at];
    const struct split s = best_split(g, begin, node);

    if (!(s.gain > 0))
        return;
    const struct counts all = counts_of(node), right = rest_of(&all, &s.left);
    part_lists(g, begin, node->n, &s);
    node->factor = s.factor;
    node->limit = s.limit;
    node->gain = s.gain;
    node->left = add_node(g, &s.left, begin, node->depth + 1);
    node->right = add_node(g, &right, begin + s.left.n, node->depth + 1);
}

static enum error_code grow(struct growth *g, struct error *err)
{
    struct counts all = { .n = 0 };

    for (size_t i = 0; i < g->cases->n_row; i++)
        if (cases_looks_at(g->cases, i))
            count(&all, g->cases->answer[i]);
    g->at_root = impurity_of(&all);
    add_node(g, &all, 0, 0);
    for (size_t at = 0; at < g->tree->n_node && interrupt_check(err) == OK; at++)
        split_node(g, at);
    return err->code;
}

/* No leaf is empty, so there are at most as many leaves as rows. */
static size_t most_nodes(const struct growth *g)
{
    const size_t deep = UINT64_C(1) << g->options->max_depth;
    const size_t leaves = g->n_in < deep ? g->n_in : deep;

    return leaves > 0 ? 2 * leaves - 1 : 1;
}

static enum error_code growth_open(struct growth *g, struct error *err)
{
    assert(g->options->max_depth < 64);
    g->n_in = cases_in(g->cases);
    g->spare = memory_alloc(g->n_in, sizeof *g->spare, err);
    g->to_left = memory_alloc(g->cases->n_row, sizeof *g->to_left, err);
    g->begin = memory_alloc(most_nodes(g), sizeof *g->begin, err);
    g->tree->node = memory_alloc(most_nodes(g), sizeof *g->tree->node, err);
    return err->code == OK ? cases_sort(g->cases, &g->order, err) : err->code;
}

static void growth_close(struct growth *g)
{
    free(g->order);
    free(g->spare);
    free(g->to_left);
    free(g->begin);
}

enum error_code cart_grow(const struct cases *c, const struct cart_options *options,
                          struct cart *tree, struct error *err)
{
    struct growth g = { .cases = c, .options = options, .tree = tree };

    *tree = (struct cart){ .n_node = 0 };
    if (growth_open(&g, err) != OK || grow(&g, err) != OK)
        cart_release(tree);
    growth_close(&g);
    return err->code;
}

void cart_release(struct cart *tree)
{
    free(tree->node);
    *tree = (struct cart){ .n_node = 0 };
}

size_t cart_leaf(const struct cart *tree, const struct cases *c, size_t row)
{
    size_t at = 0;

    while (tree->node[at].left) {
        const struct cart_node *node = &tree->node[at];
        at = goes_left(&c->factor[node->factor], node->limit, row) ? node->left : node->right;
    }
    return at;
}
