/* tree_rows.c - tree.csv: which numbers, one after another, lead to which answer */
#include "discover_tables.h"

#define COLUMNS(X)                                                                              \
    X(ONE, output, OUTPUT, always, "", "as in boxes.csv")                                       \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts, completes and breaks")                  \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                             \
    X(ONE, phase, PHASE, with_phases, "", "of breaks")                                          \
    X(ONE, node, NUMBER, always, "", "from 0, which holds all worlds")                          \
    X(ONE, parent, NUMBER, always, "", "the node that it is a part of; empty for node 0")       \
    X(ONE, number, FACTOR, always, "", "by what the worlds of its parent are parted")           \
    X(ONE, side, SIDE, always, "", "which of them are in it")                                   \
    X(ONE, limit, NUMBER, always, "", "of up_to and above")                                     \
    X(ONE, label, SET, always, "", "of is and is_not")                                          \
    X(ONE, worlds, NUMBER, always, "share", "of all worlds that are in it")                     \
    X(ONE, yes, NUMBER, always, "share",                                                        \
      "of its worlds with a yes; where parties are asked for one by one, too: that all accept") \
    X(ONE, some, NUMBER, always, "share",                                                       \
      "of its worlds in which some accept and others refuse; empty of other outputs")           \
    X(ONE, no, NUMBER, always, "share",                                                         \
      "of its worlds with a no; of accepts by all: in which nobody accepts")                    \
    X(ONE, is_leaf, NUMBER, always, "1 or 0", "whether it is parted no further")
TABLE(tree_table, "tree.csv", always,
      "One row for each output and node of its classification tree (CART, Gini's impurity, at most "
      "four splits deep, at least a twentieth of the worlds in a node). Source: Breiman, Friedman, "
      "Olshen & Stone (1984).");

enum { SIDE_UP_TO, SIDE_ABOVE, SIDE_IS, SIDE_IS_NOT };

/* The node that i is a child of; the root has none. */
static size_t parent_of(const struct cart *tree, size_t i)
{
    size_t parent = 0;

    while (tree->node[parent].left != i && tree->node[parent].right != i)
        parent++;
    return parent;
}

static enum error_code put_split(struct discover_tables *t, const struct cart *tree, size_t i,
                                 struct row *row, struct error *err)
{
    const size_t parent = parent_of(tree, i);
    const struct cart_node *p = &tree->node[parent];
    const bool is_left = p->left == i;

    row->parent = (double)parent;
    row->number = (double)p->factor;
    if (t->discovery->worlds->factor[p->factor].kind != FACTOR_CATEGORY) {
        row->side = is_left ? SIDE_UP_TO : SIDE_ABOVE;
        row->limit = p->limit;
        return OK;
    }
    row->side = is_left ? SIDE_IS : SIDE_IS_NOT;
    return discover_set(t, p->factor, category_bit(p->limit), &row->label, err);
}

static enum error_code add_node(struct discover_tables *t, struct sheet *sheet, size_t output,
                                size_t i, struct error *err)
{
    const struct worlds *w = t->discovery->worlds;
    const struct discovered *of = &t->discovery->of[output];
    const struct cart_node *node = &of->tree.node[i];
    const struct output_cells cells = output_cells(w->layout->scenario, &w->outputs->of[output]);
    const double n = (double)node->n;
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.output = cells.output;
    row.proposal = cells.proposal;
    row.party = cells.party;
    row.phase = cells.phase;
    row.node = (double)i;
    if (i > 0 && put_split(t, &of->tree, i, &row, err) != OK)
        return err->code;
    row.worlds = n / (double)w->n;
    row.yes = (double)node->count[of->n_class - 1] / n;
    if (of->n_class == 3)
        row.some = (double)node->count[1] / n;
    row.no = (double)node->count[0] / n;
    row.is_leaf = node->right == 0;
    return sheet_add(sheet, &row, err);
}

enum error_code tree_make(struct discover_tables *t, struct sheet *sheet, struct error *err)
{
    const struct discovery *d = t->discovery;
    enum error_code code = sheet_open(sheet, &tree_table, &t->scope, err);

    for (size_t o = 0; o < d->worlds->outputs->n; o++)
        for (size_t i = 0; code == OK && i < d->of[o].tree.n_node; i++)
            code = add_node(t, sheet, o, i, err);
    return code;
}
