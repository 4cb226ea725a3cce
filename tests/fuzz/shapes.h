/* shapes.h - how each setting of a made scenario is written */
#ifndef SHAPES_H
#define SHAPES_H

#include "field.h"
#include "quantities.h"

/* How a setting is written that its row in the schema alone does not tell: in which group (NULL:
 * any), by which function, and what the function wants to know. */
struct shape {
    const struct schema *in;
    const char *name;
    void (*put)(struct maker *m, const struct shape *shape);
    const struct schema *schema; /* of the groups in it, or NULL */
    double low, high;            /* of numbers; `high` also how many groups, or steps of a level */
};

/* NULL where the row in the schema says enough. */
const struct shape *shape_of(const struct schema *in, const char *name);

/* { ... } with what a schema knows; of nearly.c. */
void put_group(struct maker *m, const struct schema *schema);

#endif
