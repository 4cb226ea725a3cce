/* study_tables.c - makes the files of a sensitivity study */
#include "study_tables.h"

#include <math.h>

const struct result_table *const study_result_tables[STUDY_RESULT_COUNT] = {
#define X(name) &name##_table,
    STUDY_RESULT_LIST(X)
#undef X
};

static enum error_code (*const makers[STUDY_RESULT_COUNT])(struct study_tables *t,
                                                           struct sheet *sheet,
                                                           struct error *err) = {
#define X(name) name##_make,
    STUDY_RESULT_LIST(X)
#undef X
};

static enum error_code label_groups(struct study_tables *t, struct error *err)
{
    const struct numbers *n = &t->sensitivity->numbers;
    size_t all = 0;

    for (size_t g = 0; g < GROUPINGS; g++) {
        t->first_group[g] = all;
        all += n->n_group[g];
    }
    const char **name = scope_label(&t->scope, LABEL_GROUP, all, err);
    for (size_t g = 0; name && g < GROUPINGS; g++)
        for (size_t i = 0; i < n->n_group[g]; i++)
            *name++ = n->group_name[g][i];
    t->scope.label[LABEL_GROUPING] = (struct labels){ GROUPINGS, grouping_names };
    return err->code;
}

enum error_code study_tables_init(struct study_tables *t, const struct sensitivity *v,
                                  struct error *err)
{
    const struct scenario *s = v->layout->scenario;

    *t = (struct study_tables){ .sensitivity = v };
    if (scope_init(&t->scope, s, err) != OK || label_groups(t, err) != OK ||
        scope_label_paths(&t->scope, err) != OK)
        return err->code;
    t->scope.label[LABEL_OUTPUT] = (struct labels){ OUTPUT_KINDS, output_kind_names };
    for (size_t i = 0; i < STUDY_RESULT_COUNT; i++)
        if (makers[i](t, &t->sheet[i], err) != OK)
            return err->code;
    return OK;
}

void study_tables_release(struct study_tables *t)
{
    for (size_t i = 0; i < STUDY_RESULT_COUNT; i++)
        sheet_release(&t->sheet[i]);
    scope_release(&t->scope);
}

struct output_cells output_cells(const struct scenario *s, const struct output *o)
{
    const bool is_phase = o->kind == OUTPUT_BREAKS;
    const bool is_party = !is_phase && o->who != NONE && o->who != s->n_party;

    return (struct output_cells){ .output = (double)o->kind,
                                  .proposal = o->proposal == NONE ? NAN : (double)o->proposal,
                                  .party = is_party ? (double)o->who : NAN,
                                  .phase = is_phase ? (double)o->who : NAN };
}
