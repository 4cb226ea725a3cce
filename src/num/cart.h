/* cart.h - which factors lead to which of a few answers: a classification tree */
#ifndef CART_H
#define CART_H

#include "cases.h"

enum { CART_CLASSES = 3 }; /* answers are 0 .. CART_CLASSES - 1 */

struct cart_options {
    size_t max_depth; /* the longest way from the root to a leaf, in splits; at most 63 */
    double mass_min;  /* a leaf has at least this share of the rows, in [0, 1] */
    double gain_min;  /* a split takes away at least this share of the root's impurity, in [0, 1] */
};
extern const struct cart_options cart_defaults; /* 4, 0.05, 0.01 */

/* A node; the root is the first, and children come after their parent, level by level.  Rows go to
 * the left whose value is at most `limit`, or of a category whose index is `limit`; the others to
 * the right. */
struct cart_node {
    size_t n, count[CART_CLASSES]; /* rows; of each answer */
    size_t depth;                  /* splits above it */
    size_t left, right;            /* indices of nodes; both 0 in a leaf */
    size_t factor;                 /* that it is split by */
    double limit;
    double gain; /* the share of the root's impurity that its split takes away; 0 in a leaf */
};

/* Zeroed, it is empty and may be released. */
struct cart {
    size_t n_node;
    struct cart_node *node;
};

/* Grows a tree over the rows that are looked at.
 *
 * The impurity of a node is Gini's, the chance that two of its rows, drawn with replacement, differ
 * in their answer: 1 - sum_a (count_a / n)^2; that of a tree is the mean of its leaves', weighted
 * by their rows.  A node takes the split that lowers it most: of a number half-way between two
 * neighbouring values, of a category one against the rest.  Of equals: the first factor; then the
 * lowest limit; of categories the one with most rows in the node, then the one whose first row
 * comes first, so that the order of labels does not matter.  A node stays a leaf where it is as
 * deep as allowed, where no split leaves each child mass_min of all rows, or where the best gains
 * less than gain_min, or nothing.  There is no pruning.
 *
 * gain_min is a share of the root's impurity, not an impurity, so that it means the same where yes
 * is rare.  A split that nothing stands behind takes away chi-squared(1) / n of it, 10 / n where it
 * is the luckiest of many: less than 0.01 from 1,000 rows on.
 *
 * Errors: ERR_MEMORY, ERR_INTERRUPTED; then nothing is to be released.
 * Source: Breiman, Friedman, Olshen & Stone (1984) Classification and Regression Trees, ch. 4. */
NODISCARD
enum error_code cart_grow(const struct cases *c, const struct cart_options *options,
                          struct cart *tree, struct error *err);
void cart_release(struct cart *tree);

/* The leaf, as an index of a node, in which a row ends. */
size_t cart_leaf(const struct cart *tree, const struct cases *c, size_t row);

/* Gini's impurity of a node; 0 where it has no rows. */
double cart_impurity(const struct cart_node *node);

#endif
