/* test_cart.c - a tree by hand, and laws that hold for any rows */
#include "box_sample.h"
#include "cart.h"
#include "names.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct cart_options everything = { .max_depth = 63, .mass_min = 0, .gain_min = 0 };

static struct cart grown(const struct cases *c, const struct cart_options *options)
{
    struct error err = { .code = OK };
    struct cart tree;

    cr_assert_eq(cart_grow(c, options, &tree, &err), OK, "%s", err.text);
    return tree;
}

static void expect_node(const struct cart *tree, size_t at, struct cart_node expected)
{
    const struct cart_node *got = &tree->node[at];

    cr_expect_eq(got->n, expected.n, "node %zu: %zu rows", at, got->n);
    for (size_t a = 0; a < CART_CLASSES; a++)
        cr_expect_eq(got->count[a], expected.count[a], "node %zu, answer %zu", at, a);
    cr_expect_eq(got->depth, expected.depth, "node %zu", at);
    cr_expect_eq(got->left, expected.left, "node %zu: %zu", at, got->left);
    cr_expect_eq(got->right, expected.right, "node %zu: %zu", at, got->right);
    cr_expect_eq(got->factor, expected.factor, "node %zu", at);
    cr_expect_float_eq(got->limit, expected.limit, 1e-15, "node %zu: %g", at, got->limit);
    cr_expect_float_eq(got->gain, expected.gain, 1e-15, "node %zu: %g", at, got->gain);
}

/* Numbers 1 to 8, categories 0 1 0 1 ..; 6 and 8 are yes.  Impurity times rows: of the root 8 - (36
 * + 4) / 8 = 3; the cut at 5.5 leaves 0 + 3 - 5/3 = 4/3, the best (at 4.5 and by category 2, at 7.5
 * 7 - 37/7 = 12/7); then category 1, which has more rows than 0, leaves 0. */
static void open_by_hand(struct sample *s)
{
    sample_open(s, 8, 2, FACTOR_REAL);
    s->factor[1].kind = FACTOR_CATEGORY;
    for (size_t i = 0; i < 8; i++) {
        s->value[0][i] = (double)(i + 1);
        s->value[1][i] = (double)(i % 2);
        s->answer[i] = i == 5 || i == 7;
    }
}

Test(cart, grows_a_tree_known_by_hand)
{
    struct sample rows;

    open_by_hand(&rows);
    struct cart tree = grown(&rows.cases, &everything);
    cr_assert_eq(tree.n_node, 5);
    expect_node(&tree, 0, (struct cart_node){ 8, { 6, 2 }, 0, 1, 2, 0, 5.5, 5.0 / 9 });
    expect_node(&tree, 1, (struct cart_node){ 5, { 5, 0 }, 1 });
    expect_node(&tree, 2, (struct cart_node){ 3, { 1, 2 }, 1, 3, 4, 1, 1, 4.0 / 9 });
    expect_node(&tree, 3, (struct cart_node){ 2, { 0, 2 }, 2 });
    expect_node(&tree, 4, (struct cart_node){ 1, { 1, 0 }, 2 });
    cr_expect_float_eq(cart_impurity(&tree.node[0]), 0.375, 1e-15);
    cr_expect_float_eq(cart_impurity(&tree.node[2]), 4.0 / 9, 1e-15);
    cr_expect_eq(cart_leaf(&tree, &rows.cases, 6), 4);
    cart_release(&tree);
    sample_close(&rows);
}

/* What stops the same tree at its root, or after the first split; and what takes another split: no
 * child below 4 rows leaves the cut at 4.5 and the category, equally good. */
Test(cart, stops_where_its_options_say)
{
    static const struct {
        struct cart_options options;
        size_t n_node;
        double limit;
    } cases[] = {
        { { 0, 0, 0 }, 1, 0 },          { { 1, 0, 0 }, 3, 5.5 },
        { { 63, 0, 0.5 }, 3, 5.5 },     { { 63, 0, 0.56 }, 1, 0 },
        { { 63, 3.0 / 8, 0 }, 3, 5.5 }, { { 63, 4.0 / 8, 0 }, 3, 4.5 },
        { { 63, 5.0 / 8, 0 }, 1, 0 },
    };
    struct sample rows;

    open_by_hand(&rows);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct cart tree = grown(&rows.cases, &cases[i].options);
        cr_expect_eq(tree.n_node, cases[i].n_node, "case %zu: %zu", i, tree.n_node);
        cr_expect_eq(tree.node[0].limit, cases[i].limit, "case %zu", i);
        cart_release(&tree);
    }
    sample_close(&rows);
}

/* Three answers, a third each, by one number: impurity 2/3; either cut leaves a pure third and two
 * thirds of impurity 1/2, so it takes half away; the lower one is taken. */
Test(cart, tells_three_answers_apart)
{
    struct sample rows;

    sample_open(&rows, 9, 1, FACTOR_WHOLE);
    for (size_t i = 0; i < 9; i++) {
        rows.value[0][i] = (double)(i % 3);
        rows.answer[i] = (uint8_t)(i % 3);
    }
    struct cart tree = grown(&rows.cases, &everything);
    cr_assert_eq(tree.n_node, 5);
    expect_node(&tree, 0, (struct cart_node){ 9, { 3, 3, 3 }, 0, 1, 2, 0, 0.5, 0.5 });
    expect_node(&tree, 2, (struct cart_node){ 6, { 0, 3, 3 }, 1, 3, 4, 0, 1.5, 0.5 });
    cart_release(&tree);
    sample_close(&rows);
}

static void expect_one_leaf(const struct sample *s)
{
    struct cart tree = grown(&s->cases, &everything);

    cr_expect_eq(tree.n_node, 1, "%zu nodes", tree.n_node);
    cr_expect_eq(tree.node[0].n, s->cases.n_row);
    cart_release(&tree);
}

Test(cart, stays_a_leaf_where_nothing_can_be_gained)
{
    struct sample rows;

    open_by_hand(&rows);
    memset(rows.answer, 0, 8);
    expect_one_leaf(&rows);
    for (size_t i = 0; i < 8; i++) {
        rows.answer[i] = i % 2;
        rows.value[0][i] = rows.value[1][i] = 1;
    }
    expect_one_leaf(&rows);
    for (size_t n = 0; n < 2; n++) {
        rows.cases.n_row = n;
        expect_one_leaf(&rows);
    }
    sample_close(&rows);
}

static void open_random(struct sample *s, size_t n_row, uint64_t trial)
{
    static const enum factor_kind kind[] = { FACTOR_CATEGORY, FACTOR_REAL, FACTOR_CATEGORY,
                                             FACTOR_WHOLE };
    gsl_rng *r = sample_rng(trial);

    sample_open(s, n_row, 4, FACTOR_REAL);
    for (size_t f = 0; f < 4; f++)
        s->factor[f].kind = kind[f];
    sample_fill(s, 6, r);
    for (size_t i = 0; i < n_row; i++)
        s->answer[i] = (uint8_t)gsl_rng_uniform_int(r, CART_CLASSES);
    gsl_rng_free(r);
}

/* Every leaf has what ends in it, and as much as it must. */
static void check_leaves(const struct cart *tree, const struct cases *c,
                         const struct cart_options *options)
{
    size_t *count = calloc(tree->n_node * CART_CLASSES, sizeof *count);

    for (size_t i = 0; i < c->n_row; i++)
        if (cases_looks_at(c, i))
            count[cart_leaf(tree, c, i) * CART_CLASSES + c->answer[i]]++;
    for (size_t at = 0; at < tree->n_node; at++) {
        const struct cart_node *node = &tree->node[at];
        cr_assert_leq(node->depth, options->max_depth);
        cr_assert_geq((double)node->n, options->mass_min * (double)cases_in(c));
        cr_assert((node->left == 0) == (node->right == 0));
        cr_assert(!node->left || node->gain >= options->gain_min);
        for (size_t a = 0; a < CART_CLASSES && !node->left; a++)
            cr_assert_eq(node->count[a], count[at * CART_CLASSES + a]);
    }
    free(count);
}

/* Also where only some rows are looked at.  With all splits, the gains are the part of the root's
 * impurity that the leaves no longer have. */
Test(cart, leaves_have_the_rows_that_end_in_them)
{
    static const struct cart_options some[] = { { 63, 0, 0 }, { 3, 0.05, 0 }, { 63, 0.1, 0.01 } };
    bool in[200];

    for (uint64_t trial = 1; trial <= 60; trial++) {
        struct sample rows;
        double gains = 0, left = 0;
        open_random(&rows, 200, trial);
        for (size_t i = 0; i < 200; i++)
            in[i] = i % 7 != trial % 7;
        rows.cases.in = trial % 2 ? in : NULL;
        struct cart tree = grown(&rows.cases, &some[trial % 3]);
        check_leaves(&tree, &rows.cases, &some[trial % 3]);
        for (size_t at = 0; at < tree.n_node; at++) {
            gains += tree.node[at].gain;
            left +=
                tree.node[at].left ? 0 : cart_impurity(&tree.node[at]) * (double)tree.node[at].n;
        }
        left /= cart_impurity(&tree.node[0]) * (double)tree.node[0].n;
        cr_assert_float_eq(gains, 1 - left, 1e-12, "trial %lu", (unsigned long)trial);
        cart_release(&tree);
        sample_close(&rows);
    }
}

static void expect_same(const struct cart *tree, const struct cart *other,
                        const struct sample *rows, const double to[], uint64_t trial)
{
    cr_assert_eq(tree->n_node, other->n_node, "trial %lu", (unsigned long)trial);
    for (size_t at = 0; at < tree->n_node; at++) {
        struct cart_node node = tree->node[at];
        const struct cart_node *o = &other->node[at];
        if (node.left && rows->factor[node.factor].kind == FACTOR_CATEGORY)
            node.limit = to[(size_t)node.limit];
        cr_assert(node.n == o->n && node.left == o->left && node.factor == o->factor &&
                      node.limit == o->limit && node.gain == o->gain,
                  "trial %lu, node %zu", (unsigned long)trial, at);
    }
}

/* So few rows that categories tie often. */
Test(cart, the_order_of_labels_does_not_matter)
{
    for (uint64_t trial = 1; trial <= 300; trial++) {
        struct sample rows, other;
        double to[MAX_CATEGORY];
        gsl_rng *r = sample_rng(1000 + trial);
        open_random(&rows, 30, trial);
        sample_permutation(MAX_CATEGORY, to, r);
        sample_relabel(&other, &rows, to);
        struct cart tree = grown(&rows.cases, &everything), t = grown(&other.cases, &everything);
        expect_same(&tree, &t, &rows, to, trial);
        cart_release(&tree);
        cart_release(&t);
        sample_close(&rows);
        sample_close(&other);
        gsl_rng_free(r);
    }
}

/* Answers that nothing decides: by default a tree of 2,000 rows has no split. */
Test(cart, chance_makes_no_tree)
{
    for (uint64_t trial = 1; trial <= 20; trial++) {
        struct sample rows;
        open_random(&rows, 2000, trial);
        struct cart tree = grown(&rows.cases, &cart_defaults);
        cr_expect_eq(tree.n_node, 1, "trial %lu: %g", (unsigned long)trial, tree.node[0].gain);
        cart_release(&tree);
        sample_close(&rows);
    }
}
