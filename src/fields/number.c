/* number.c - a number of a scenario: a plain one, or a distribution */
#include "number.h"

#include <math.h>
#include <string.h>

/* A distribution's group while it is read.  All kinds go to `argument`: only one may be there. */
struct draft {
    double min, max, low, high;
    const config_setting_t *argument, *weights;
};

#define KIND(upper, name, n, looks, meaning) \
    { #name, FIELD_SETTING, OPTIONAL, offsetof(struct draft, argument), 0, 0, looks, meaning },
static const struct field fields[] = {
    DISTRIBUTION_LIST(KIND){
        "weights", FIELD_SETTING, OPTIONAL, offsetof(struct draft, weights), 0, 0, "(w, ...)",
        "of a discrete distribution: how likely each value is, in proportion" },
    { "low", FIELD_REAL, OPTIONAL, offsetof(struct draft, low), -1e15, 1e15, "",
      "of a beta: where it begins (0)" },
    { "high", FIELD_REAL, OPTIONAL, offsetof(struct draft, high), -1e15, 1e15, "",
      "of a beta: where it ends (1)" },
    { "min", FIELD_REAL, OPTIONAL, offsetof(struct draft, min), -1e15, 1e15, "",
      "nothing below this: the distribution is truncated" },
    { "max", FIELD_REAL, OPTIONAL, offsetof(struct draft, max), -1e15, 1e15, "",
      "nothing above this" },
    FIELD_REMARKS,
};
const struct schema number_schema = { "any number",
                                      "A number that may be a distribution, as its line says, may "
                                      "be written as a group with exactly one of the kinds.",
                                      COUNT_OF(fields), fields };

size_t number_list(struct reader *r, const config_setting_t *s, size_t room, double x[room])
{
    int n = config_setting_length(s);

    if (reader_real(s, &x[0]))
        return 1;
    if (!field_is_list(r, s, "numbers"))
        return 0;
    if (n < 1 || (size_t)n > room) {
        complain(r, s, "'%s' has %d numbers, expected 1 to %zu", config_setting_name(s), n, room);
        return 0;
    }
    for (int i = 0; i < n; i++)
        if (!reader_real(config_setting_get_elem(s, (unsigned)i), &x[i])) {
            complain(r, s, "'%s' must be a list of numbers", config_setting_name(s));
            return 0;
        }
    return (size_t)n;
}

/* By hand what distribution_prepare would work out: that can fail, and a roll must not. */
size_t number_roll(struct reader *r, const config_setting_t *at, const char *suffix)
{
    const struct distribution roll = { .kind = DIST_UNIFORM,
                                       .argument = { 0, 1 },
                                       .min = -INFINITY,
                                       .max = INFINITY,
                                       .p_max = 1,
                                       .mean = 0.5 };
    return reader_parameter(r, at, suffix, &roll);
}

static enum distribution_kind kind_named(const char *name)
{
    for (int kind = 0; kind < DIST_COUNT; kind++)
        if (strcmp(distribution_forms[kind].name, name) == 0)
            return (enum distribution_kind)kind;
    return DIST_COUNT;
}

/* The one member of a group that names a kind; *how_many counts them. */
static enum distribution_kind kind_of(const config_setting_t *group, int *how_many)
{
    enum distribution_kind kind = DIST_COUNT;

    *how_many = 0;
    for (int i = 0; i < config_setting_length(group); i++) {
        const char *name = config_setting_name(config_setting_get_elem(group, (unsigned)i));
        if (kind_named(name) != DIST_COUNT) {
            kind = kind_named(name);
            ++*how_many;
        }
    }
    return kind;
}

static bool read_discrete(struct reader *r, const struct draft *draft, struct distribution *d)
{
    d->n_value = number_list(r, draft->argument, DIST_MAX_VALUE, d->value);
    for (size_t i = 0; i < d->n_value; i++)
        d->weight[i] = 1;
    if (draft->weights && d->n_value > 0 &&
        number_list(r, draft->weights, DIST_MAX_VALUE, d->weight) != d->n_value) {
        complain(r, draft->weights, "'weights' must have as many numbers as 'discrete' has values");
        return false;
    }
    return d->n_value > 0;
}

static bool read_arguments(struct reader *r, const struct draft *draft, struct distribution *d)
{
    const struct distribution_form *form = &distribution_forms[d->kind];
    double x[DIST_MAX_VALUE];

    if (d->kind == DIST_DISCRETE)
        return read_discrete(r, draft, d);
    if (form->n_argument == 1) {
        if (reader_real(draft->argument, &d->argument[0]))
            return true;
        complain(r, draft->argument, "'%s' must be a number", form->name);
        return false;
    }
    size_t n = number_list(r, draft->argument, DIST_MAX_VALUE, x);
    if (n == 0)
        return false;
    if (n != form->n_argument) {
        complain(r, draft->argument, "'%s' has %zu numbers, expected %s", form->name, n,
                 form->looks);
        return false;
    }
    memcpy(d->argument, x, n * sizeof *x);
    return true;
}

/* `low`, `high` and `weights` belong to one kind each: elsewhere they would silently do nothing. */
static void refuse_strays(struct reader *r, const config_setting_t *group,
                          enum distribution_kind kind)
{
    static const struct {
        const char *name;
        enum distribution_kind kind;
    } own[] = { { "low", DIST_BETA }, { "high", DIST_BETA }, { "weights", DIST_DISCRETE } };

    for (size_t i = 0; i < COUNT_OF(own); i++) {
        const config_setting_t *s = config_setting_get_member(group, own[i].name);
        if (s && kind != own[i].kind)
            complain(r, s, "'%s' belongs to '%s'%s", own[i].name,
                     distribution_forms[own[i].kind].name,
                     own[i].kind == DIST_BETA ? "; to truncate, use 'min' and 'max'" : "");
    }
}

static bool read_group(struct reader *r, const config_setting_t *s, struct distribution *d)
{
    struct draft draft = { .min = -INFINITY, .max = INFINITY, .low = 0, .high = 1 };
    struct error err = { 0 };
    size_t before = r->n_complaint;
    int kinds;

    field_read(r, s, &number_schema, &draft);
    d->kind = kind_of(s, &kinds);
    /* A misspelt kind has been complained of, with a better hint than the list below. */
    if (r->n_complaint > before)
        return false;
    if (kinds != 1) {
        char list[200];
        name_list(DIST_COUNT, &distribution_forms[0].name, sizeof *distribution_forms, sizeof list,
                  list);
        complain(r, s, "a distribution needs exactly one of %s", list);
        return false;
    }
    refuse_strays(r, s, d->kind);
    d->min = draft.min;
    d->max = draft.max;
    d->low = draft.low;
    d->high = draft.high;
    if (!read_arguments(r, &draft, d))
        return false;
    if (distribution_prepare(d, &err) != OK) {
        complain(r, s, "%s", err.text);
        return false;
    }
    return true;
}

static void complain_range(struct reader *r, const config_setting_t *s,
                           const struct distribution *d, double low, double high, const char *unit)
{
    char path[200], form[160], range[80];

    reader_path(s, sizeof path, path);
    distribution_format(d, sizeof form, form);
    if (high < INFINITY)
        snprintf(range, sizeof range, "%g to %g", low, high);
    else
        snprintf(range, sizeof range, "at least %g", low);
    complain(r, s, "'%s' is %s, expected %s%s%s%s", path, form, range, unit[0] ? " " : "", unit,
             d->kind == DIST_FIXED ? "" : "; truncate it with 'min' and 'max'");
}

size_t number_read(struct reader *r, const config_setting_t *s, double low, double high,
                   const char *unit)
{
    struct distribution d = distribution_fixed(0);
    double least, most, x;

    if (config_setting_is_group(s)) {
        if (!read_group(r, s, &d))
            return 0;
    } else if (!reader_real(s, &x)) {
        complain(r, s, "'%s' must be a number or a distribution such as { uniform = (0, 1); }",
                 config_setting_name(s) ? config_setting_name(s) : "value");
        return 0;
    } else {
        d = distribution_fixed(x);
    }
    /* Every value that a draw may take must fit, not only the mean. */
    distribution_support(&d, &least, &most);
    if (!(least >= low && most <= high)) {
        complain_range(r, s, &d, low, high, unit);
        return 0;
    }
    return reader_parameter(r, s, "", &d);
}
