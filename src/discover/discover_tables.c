/* discover_tables.c - makes the files of a search for the worlds in which something holds */
#include "discover_tables.h"

#include "answer.h"

#include <string.h>

const struct result_table *const discover_result_tables[DISCOVER_RESULT_COUNT] = {
#define X(name) &name##_table,
    DISCOVER_RESULT_LIST(X)
#undef X
};

static enum error_code (*const makers[DISCOVER_RESULT_COUNT])(struct discover_tables *t,
                                                              struct sheet *sheet,
                                                              struct error *err) = {
#define X(name) name##_make,
    DISCOVER_RESULT_LIST(X)
#undef X
};

static const char *const sides[] = { "up_to", "above", "is", "is_not" };
static const char *const answers[] = { "no", "yes" };

/* At most one text for each factor of each box, and for each node of a tree. */
static size_t most_sets(const struct discovery *d)
{
    const struct worlds *w = d->worlds;
    size_t n = w->outputs->n * DISCOVERY_BOXES * w->n_factor;

    for (size_t o = 0; o < w->outputs->n; o++)
        n += d->of[o].tree.n_node;
    return n;
}

static enum error_code make_labels(struct discover_tables *t, struct error *err)
{
    const struct worlds *w = t->discovery->worlds;
    const char **factor = scope_label(&t->scope, LABEL_FACTOR, w->n_factor, err);

    t->set = scope_label(&t->scope, LABEL_SET, most_sets(t->discovery), err);
    for (size_t f = 0; factor && f < w->n_factor; f++)
        factor[f] = w->about[f].name;
    t->scope.label[LABEL_SET].n = 0;
    t->scope.label[LABEL_OUTPUT] = (struct labels){ OUTPUT_KINDS, output_kind_names };
    t->scope.label[LABEL_SIDE] = (struct labels){ COUNT_OF(sides), sides };
    t->scope.label[LABEL_ANSWER] = (struct labels){ COUNT_OF(answers), answers };
    return err->code;
}

enum error_code discover_tables_init(struct discover_tables *t, const struct discovery *d,
                                     struct error *err)
{
    *t = (struct discover_tables){ .discovery = d };
    if (scope_init(&t->scope, d->worlds->layout->scenario, err) != OK || make_labels(t, err) != OK)
        return err->code;
    for (size_t i = 0; i < DISCOVER_RESULT_COUNT; i++)
        if (makers[i](t, &t->sheet[i], err) != OK)
            return err->code;
    return OK;
}

void discover_tables_release(struct discover_tables *t)
{
    for (size_t i = 0; i < DISCOVER_RESULT_COUNT; i++)
        sheet_release(&t->sheet[i]);
    scope_release(&t->scope);
}

enum error_code discover_set(struct discover_tables *t, size_t factor, uint64_t set, double *cell,
                             struct error *err)
{
    const struct world_factor *about = &t->discovery->worlds->about[factor];
    size_t size = 1;

    for (size_t i = 0; i < about->n_label; i++)
        size += strlen(about->label[i]) + 1;
    char *text = arena_alloc(&t->scope.arena, size, 1);
    if (!text)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t i = 0; i < about->n_label; i++) {
        if (!(set & category_bit((double)i)))
            continue;
        if (text[0])
            strcat(text, " ");
        strcat(text, about->label[i]);
    }
    *cell = (double)t->scope.label[LABEL_SET].n;
    t->set[t->scope.label[LABEL_SET].n++] = text;
    return OK;
}
