/* read_sweep.c - what `negosim sweep` varies unless its command line says */
#include "read_sweep.h"

#include "design.h"
#include "names.h"

struct draft {
    const config_setting_t *vary, *metrics;
    int design;
    uint64_t points;
};

/* clang-format off */
static const struct field fields[] = {
    { "vary", FIELD_SETTING, REQUIRED, offsetof(struct draft, vary), 0, 0,
      "(\"PATH=LO:HI:N\", ...)",
      "levers, as after --vary: LO:HI:N, or a,b,c, or for an issue all, or for a design LO:HI" },
    { "design", FIELD_CHOICE, OPTIONAL, offsetof(struct draft, design), 0, 0, "design",
      "how points are chosen (grid)", DESIGN_COUNT, design_names },
    { "points", FIELD_COUNT, OPTIONAL, offsetof(struct draft, points), 1, 1e9, "points",
      "how many, where the design is no grid" },
    { "metrics", FIELD_SETTING, OPTIONAL, offsetof(struct draft, metrics), 0, 0,
      "(\"NAME\", ...)", "groups of columns, as after --metrics (all but talks)" },
    FIELD_REMARKS,
};
/* clang-format on */
const struct schema sweep_schema = { "sweep",
                                     "What `negosim sweep` varies unless the command says.",
                                     COUNT_OF(fields), fields };

/* Kept as texts: the loader does not see the folder that knows what can be varied, and how. */
static const char **read_list(struct reader *r, const config_setting_t *list, size_t *n)
{
    if (!field_is_list(r, list, "texts"))
        return NULL;
    *n = (size_t)config_setting_length(list);
    const char **text = reader_alloc(r, *n, sizeof *text);
    for (size_t i = 0; text && i < *n; i++) {
        const char *one = config_setting_get_string_elem(list, (int)i);
        if (!one)
            complain(r, list, "'%s' must be a list of texts in quotes", config_setting_name(list));
        text[i] = reader_text(r, one ? one : "");
    }
    return text;
}

void read_sweep(struct reader *r, const config_setting_t *group)
{
    struct sweep_group *sweep = &r->scenario->sweep;
    const size_t before = r->n_complaint;
    struct draft draft = { .design = DESIGN_GRID };

    field_read(r, group, &sweep_schema, &draft);
    if (draft.vary)
        sweep->vary = read_list(r, draft.vary, &sweep->n_vary);
    if (draft.metrics)
        sweep->metric = read_list(r, draft.metrics, &sweep->n_metric);
    sweep->design = (enum design_kind)draft.design;
    sweep->points = draft.points;
    if (r->n_complaint > before)
        *sweep = (struct sweep_group){ .n_vary = 0 };
}
