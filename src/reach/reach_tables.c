/* reach_tables.c - makes the files of a search for terms that reach something */
#include "reach_tables.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

const struct result_table *const reach_result_tables[REACH_RESULT_COUNT] = {
#define X(name) &name##_table,
    REACH_RESULT_LIST(X)
#undef X
};

static enum error_code (*const makers[REACH_RESULT_COUNT])(struct reach_tables *t,
                                                           struct sheet *sheet,
                                                           struct error *err) = {
#define X(name) name##_make,
    REACH_RESULT_LIST(X)
#undef X
};

static const char *const picks[PICK_KINDS] = {
#define X(upper, lower) #lower,
    PICK_LIST(X)
#undef X
};

enum error_code reach_tables_init(struct reach_tables *t, const struct reach *r, struct error *err)
{
    *t = (struct reach_tables){ .reach = r };
    if (scope_init(&t->scope, r->map->layout->scenario, err) != OK)
        return err->code;
    t->scope.label[LABEL_PICK] = (struct labels){ PICK_KINDS, picks };
    t->scope.label[LABEL_CAP] = (struct labels){ CAP_COUNT, cap_names };
    for (size_t i = 0; i < REACH_RESULT_COUNT; i++)
        if (makers[i](t, &t->sheet[i], err) != OK)
            return err->code;
    return OK;
}

void reach_tables_release(struct reach_tables *t)
{
    for (size_t i = 0; i < REACH_RESULT_COUNT; i++)
        sheet_release(&t->sheet[i]);
    scope_release(&t->scope);
}

const char *reach_value(const struct reach *r, const struct lever_found *l, double value,
                        char text[static REACH_VALUE])
{
    const struct scenario *s = r->map->layout->scenario;
    static const char issues[] = "issues.";

    if (!l->is_named) {
        snprintf(text, REACH_VALUE, "%.4g", value);
        return text;
    }
    for (size_t k = 0; k < s->n_table; k++)
        if (strcmp(s->issue[k].name, l->path + strlen(issues)) == 0)
            snprintf(text, REACH_VALUE, "%s", s->issue[k].names[(size_t)value]);
    return text;
}
