/* field.c - settings read by table: kind, range, unit and meaning in one row */
#include "field.h"

#include <math.h>
#include <string.h>

const char *field_text(struct reader *r, const config_setting_t *s)
{
    const char *value = config_setting_get_string(s);

    if (!value) {
        complain(r, s, "'%s' must be text in quotes", config_setting_name(s));
        return NULL;
    }
    return reader_text(r, value);
}

bool field_is_list(struct reader *r, const config_setting_t *s, const char *of_what)
{
    if (config_setting_is_list(s) || config_setting_is_array(s))
        return true;
    complain(r, s, "'%s' must be a list of %s, in ( )", config_setting_name(s), of_what);
    return false;
}

void field_remark(struct reader *r, const config_setting_t *s)
{
    if (strcmp(config_setting_name(s), "sources") != 0) {
        field_text(r, s);
        return;
    }
    if (!field_is_list(r, s, "source ids"))
        return;
    for (int i = 0; i < config_setting_length(s); i++) {
        const char *id = config_setting_get_string_elem(s, i);
        bool known = r->scenario->n_citation == 0; /* without `texts` any id will do */
        for (size_t k = 0; id && k < r->scenario->n_citation; k++)
            known = known || strcmp(r->scenario->citation[k].id, id) == 0;
        if (!id)
            complain(r, s, "'sources' must be texts in quotes");
        else if (!known)
            complain_unknown(r, s, "source", id, r->scenario->n_citation, r->scenario->citation,
                             sizeof *r->scenario->citation);
    }
}

/* A count passes through a double, so the `high` of its row must stay below 2^53. */
static void read_real(struct reader *r, const config_setting_t *s, const struct field *f,
                      void *slot)
{
    double x;

    if (!reader_real(s, &x) || (f->kind == FIELD_COUNT && x != floor(x)))
        complain(r, s, "'%s' must be a %s", f->name,
                 f->kind == FIELD_COUNT ? "whole number" : "number");
    else if (!(x >= f->low && x <= f->high))
        complain(r, s, "'%s' is %.10g, expected %.7g to %.7g%s%s", f->name, x, f->low, f->high,
                 f->unit[0] ? " " : "", f->unit);
    else if (f->kind == FIELD_COUNT)
        *(uint64_t *)slot = (uint64_t)x;
    else
        *(double *)slot = x;
}

static void read_text(struct reader *r, const config_setting_t *s, const struct field *f,
                      void *slot)
{
    const char *text = field_text(r, s);

    if (text && f->kind == FIELD_NAME && !name_is_plain(text))
        complain(r, s,
                 "'%s' is \"%s\"; expected at most 63 letters, digits and '_', "
                 "a letter first",
                 f->name, text);
    else if (text)
        *(const char **)slot = text;
}

static void read_choice(struct reader *r, const config_setting_t *s, const struct field *f,
                        int *slot)
{
    const char *text = field_text(r, s);

    if (text && !name_find(f->n_choice, f->choice, text, slot))
        complain_unknown(r, s, f->unit, text, f->n_choice, &f->choice[0].text, sizeof *f->choice);
}

static void read_one(struct reader *r, const config_setting_t *s, const struct field *f,
                     void *target)
{
    void *slot = (char *)target + f->offset;

    switch (f->kind) {
    case FIELD_REAL:
    case FIELD_COUNT:
        read_real(r, s, f, slot);
        break;
    case FIELD_FLAG:
        if (config_setting_type(s) == CONFIG_TYPE_BOOL)
            *(bool *)slot = config_setting_get_bool(s) != 0;
        else
            complain(r, s, "'%s' must be true or false", f->name);
        break;
    case FIELD_TEXT:
    case FIELD_NAME:
        read_text(r, s, f, slot);
        break;
    case FIELD_CHOICE:
        read_choice(r, s, f, slot);
        break;
    case FIELD_NUMBER:
        *(size_t *)slot = r->number(r, s, f->low, f->high, f->unit);
        break;
    case FIELD_SETTING:
        *(const config_setting_t **)slot = s;
        break;
    case FIELD_REMARK:
        field_remark(r, s);
        break;
    }
}

static const struct field *find(const struct schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->n; i++)
        if (strcmp(schema->field[i].name, name) == 0)
            return &schema->field[i];
    return NULL;
}

void field_read(struct reader *r, const config_setting_t *group, const struct schema *schema,
                void *target)
{
    if (!config_setting_is_group(group)) {
        complain(r, group, "expected a group, { ... }, for %s", schema->group);
        return;
    }
    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
        const struct field *f = find(schema, config_setting_name(s));
        if (f)
            read_one(r, s, f, target);
        else
            complain_unknown(r, s, "setting", config_setting_name(s), schema->n, schema->field,
                             sizeof *schema->field);
    }
    /* A setting that is there but wrong has been complained of above: it is not missing, too. */
    for (size_t i = 0; i < schema->n; i++)
        if (schema->field[i].need == REQUIRED &&
            !config_setting_get_member(group, schema->field[i].name))
            complain(r, group, "'%s' is missing: %s", schema->field[i].name,
                     schema->field[i].meaning);
}
