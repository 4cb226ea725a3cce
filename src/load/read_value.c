/* read_value.c - a party's value function for one issue */
#include "read_value.h"

#include "number.h"
#include "read_levels.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct draft {
    int kind;
    const config_setting_t *worst, *best, *left, *exponent, *rate, *midpoint, *slope, *points;
};

/* clang-format off */
#define ROW(member, looks, meaning) \
    { #member, FIELD_SETTING, OPTIONAL, offsetof(struct draft, member), 0, 0, looks, meaning }
/* clang-format on */
/* For the reference only: what may be there depends on the kind, and is read by `arguments`. */
static const struct field fields[] = {
    { "kind", FIELD_CHOICE, REQUIRED, offsetof(struct draft, kind), 0, 0, "kind of value",
      "its shape", VALUE_COUNT, value_names },
    ROW(worst, "number, or a distribution, or \"all\"",
        "linear, power, exponential: level worth 0"),
    ROW(best, "number, or a distribution, or \"all\"",
        "linear, power, exponential, peak: level worth 1; \"all\" is what there is of it at the "
        "date"),
    ROW(left, "0 to 1, or a distribution",
        "with a number as worst or best, a doubt between it (0) and `all` (1) as the end (0)"),
    ROW(exponent, "0.01 to 100, or a distribution",
        "power: ((x - worst) / (best - worst)) ^ exponent; peak: 1 for a linear loss, 2 for a "
        "quadratic one"),
    ROW(rate, "-50 to 50, or a distribution", "exponential: above 0, the first steps count most"),
    ROW(midpoint, "number, or a distribution", "logistic: level worth 1/2"),
    ROW(slope, "number, or a distribution", "logistic: steepness, per unit; below 0 falls"),
    ROW(points, "((level, 0 to 1), ...)", "points: levels rising, straight lines between"),
    { "LEVEL", FIELD_SETTING, OPTIONAL, offsetof(struct draft, points), 0, 0,
      "0 to 1, or a distribution", "levels: a number for each name" },
    FIELD_REMARKS,
};
const struct schema value_schema = { "parties[].values.ISSUE",
                                     "What each level is worth to the party, from 0 to 1.",
                                     COUNT_OF(fields), fields };

/* The numbers of each kind, in the order of value.h, with their ranges. */
static const struct argument {
    const char *name;
    double low, high;
} arguments[VALUE_COUNT][VALUE_MAX_ARGUMENT] = {
    [VALUE_LINEAR] = { { "worst", -INFINITY, INFINITY }, { "best", -INFINITY, INFINITY } },
    [VALUE_POWER] = { { "worst", -INFINITY, INFINITY },
                      { "best", -INFINITY, INFINITY },
                      { "exponent", 0.01, 100 } },
    [VALUE_EXPONENTIAL] = { { "worst", -INFINITY, INFINITY },
                            { "best", -INFINITY, INFINITY },
                            { "rate", -50, 50 } },
    [VALUE_LOGISTIC] = { { "midpoint", -INFINITY, INFINITY }, { "slope", -INFINITY, INFINITY } },
    [VALUE_PEAK] = { { "best", -INFINITY, INFINITY }, { "exponent", 0.01, 100 } },
    [VALUE_POINTS] = { { "points", 0, 1 } },
};

static bool has_ends(enum value_kind kind)
{
    return arguments[kind][0].name && strcmp(arguments[kind][0].name, "worst") == 0;
}

static bool knows(enum value_kind kind, const char *name)
{
    for (size_t i = 0; i < VALUE_MAX_ARGUMENT; i++)
        if (arguments[kind][i].name && strcmp(arguments[kind][i].name, name) == 0)
            return true;
    return strcmp(name, "kind") == 0 || (strcmp(name, "left") == 0 && has_ends(kind));
}

/* A setting of another kind would silently do nothing. */
static void refuse_strays(struct reader *r, const config_setting_t *s, enum value_kind kind)
{
    size_t n = 0;

    while (n < VALUE_MAX_ARGUMENT && arguments[kind][n].name)
        n++;
    for (int i = 0; i < config_setting_length(s); i++) {
        const config_setting_t *one = config_setting_get_elem(s, (unsigned)i);
        const char *name = config_setting_name(one);
        char what[80];
        if (is_remark(one))
            field_remark(r, one);
        if (is_remark(one) || knows(kind, name))
            continue;
        snprintf(what, sizeof what, "setting of kind '%s',", value_names[kind].text);
        complain_unknown(r, one, what, name, n, arguments[kind], sizeof **arguments);
    }
}

/* Whether it is "all": what there is of the issue at the date. */
static bool is_all(const config_setting_t *s)
{
    const char *text = config_setting_get_string(s);
    return text && strcmp(text, "all") == 0;
}

static size_t read_argument(struct reader *r, const config_setting_t *one, const struct argument *a,
                            const struct issue *issue)
{
    const bool is_end = strcmp(a->name, "worst") == 0 || strcmp(a->name, "best") == 0;
    const struct distribution all = distribution_fixed(issue->all);

    if (!is_end || !is_all(one))
        return number_read(r, one, a->low, a->high, "");
    if (isnan(issue->all))
        complain(r, one, "'%s' is \"all\", and '%s' does not say what `all` is", a->name,
                 issue->name);
    return reader_parameter(r, one, "", &all);
}

static void read_arguments(struct reader *r, const config_setting_t *s, const struct issue *issue,
                           struct value *value)
{
    for (size_t i = 0; i < VALUE_MAX_ARGUMENT && arguments[value->kind][i].name; i++) {
        const struct argument *a = &arguments[value->kind][i];
        const config_setting_t *one = config_setting_get_member(s, a->name);
        if (one)
            value->argument[i] = read_argument(r, one, a, issue);
        else
            complain(r, s, "'%s' is missing: a value of kind '%s' needs it", a->name,
                     value_names[value->kind].text);
    }
}

/* Whether `left` can move an end towards `all`: the end must be a plain number, and not lie on the
 * other side of `nothing`. */
static bool may_move(const config_setting_t *end, const struct issue *issue)
{
    double x;

    return end && reader_real(end, &x) &&
           (x == issue->nothing || (x - issue->nothing) / (issue->all - issue->nothing) > 0);
}

static void read_left(struct reader *r, const config_setting_t *s, const struct issue *issue,
                      struct value *value)
{
    const config_setting_t *left = config_setting_get_member(s, "left");

    if (!left || !has_ends(value->kind))
        return;
    value->has_left = true;
    value->left = number_read(r, left, 0, 1, "");
    value->nothing = issue->nothing;
    value->all = issue->all;
    if (isnan(issue->all))
        complain(r, left, "'left' needs `all` of '%s': what there is of it at the date",
                 issue->name);
    else if (!may_move(config_setting_get_member(s, "worst"), issue) ||
             !may_move(config_setting_get_member(s, "best"), issue))
        complain(
            r, left,
            "with 'left', 'worst' and 'best' must be plain numbers from `nothing`, %g, towards "
            "`all`, %g",
            issue->nothing, issue->all);
}

/* The level of `worst` or `best`; NAN where it is missing or uncertain. */
static double end_level(const config_setting_t *end, const struct issue *issue)
{
    double x;

    if (!end)
        return NAN;
    return reader_real(end, &x) ? x : is_all(end) ? issue->all : NAN;
}

/* With `worst` and `best` at one level, nothing says on which side of it the better levels are. */
static void refuse_no_way(struct reader *r, const config_setting_t *s, const struct issue *issue)
{
    const double from = end_level(config_setting_get_member(s, "worst"), issue);
    const double to = end_level(config_setting_get_member(s, "best"), issue);

    if (from == to)
        complain(r, s, "'worst' and 'best' are both %g; for a step, use kind 'points'", from);
}

/* From the lowest to the highest number that the issue knows, on the table or in the vocabulary; 1
 * where there is one only. */
static double range_of(const struct issue *issue)
{
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < issue->n_level; i++) {
        low = fmin(low, issue->level[i]);
        high = fmax(high, issue->level[i]);
    }
    for (size_t i = 0; i < issue->n_number; i++) {
        low = fmin(low, issue->number[i]);
        high = fmax(high, issue->number[i]);
    }
    return high > low ? high - low : 1;
}

static bool read_kind(struct reader *r, const config_setting_t *s, const struct issue *issue,
                      enum value_kind *kind)
{
    const char *text = NULL;
    int found;

    if (!config_setting_is_group(s) || !config_setting_lookup_string(s, "kind", &text)) {
        complain(r, s, "expected a value with a kind, such as { kind = \"%s\"; ... }",
                 issue->is_named ? "levels" : "linear");
        return false;
    }
    if (!name_find(VALUE_COUNT, value_names, text, &found)) {
        complain_unknown(r, s, "kind of value", text, VALUE_COUNT, &value_names[0].text,
                         sizeof *value_names);
        return false;
    }
    *kind = (enum value_kind)found;
    if ((*kind == VALUE_LEVELS) == issue->is_named)
        return true;
    complain(r, s, "'%s' has %s as levels: kind '%s' does not fit", issue->name,
             issue->is_named ? "names" : "numbers", text);
    return false;
}

void value_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                struct value *value)
{
    enum value_kind kind;

    if (!read_kind(r, s, issue, &kind))
        return;
    value->kind = kind;
    if (kind == VALUE_LEVELS) {
        level_map_read(r, s, issue, 0, 1, value);
        return;
    }
    refuse_strays(r, s, kind);
    if (kind == VALUE_PEAK)
        value->range = range_of(issue);
    if (kind != VALUE_POINTS) {
        read_arguments(r, s, issue, value);
        read_left(r, s, issue, value);
        refuse_no_way(r, s, issue);
        return;
    }
    const config_setting_t *points = config_setting_get_member(s, "points");
    if (points)
        level_map_read(r, points, issue, 0, 1, value);
    else
        complain(r, s, "'points' is missing: ((level, value), (level, value), ...)");
}
