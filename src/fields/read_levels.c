/* read_levels.c - levels of issues as scenarios write them: one, some, or a number for each */
#include "read_levels.h"

#include "field.h"
#include "number.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum { MAX_TERM = 8 }; /* issues of one combination */

size_t issue_find(const struct reader *r, const char *name)
{
    for (size_t k = 0; k < r->scenario->n_issue; k++)
        if (strcmp(r->scenario->issue[k].name, name) == 0)
            return k;
    return NONE;
}

const config_setting_t *issue_entry(const config_setting_t *list, const char *name)
{
    for (int i = 0; list && name && i < config_setting_length(list); i++) {
        const config_setting_t *entry = config_setting_get_elem(list, (unsigned)i);
        const char *its_name;
        if (config_setting_is_group(entry) &&
            config_setting_lookup_string(entry, "name", &its_name) && strcmp(its_name, name) == 0)
            return entry;
    }
    return NULL;
}

const config_setting_t *issue_setting(const struct reader *r, const char *name)
{
    const config_setting_t *root = config_root_setting(&r->document->config);
    const config_setting_t *own = issue_entry(config_setting_get_member(root, "issues"), name);
    const config_setting_t *wider =
        issue_entry(config_setting_get_member(root, "vocabulary"), name);

    /* The root stands in for both, so that a complaint always has a place. */
    return own ? own : wider ? wider : root;
}

void issue_unknown(struct reader *r, const config_setting_t *at, const char *name)
{
    complain_unknown(r, at, "issue", name, r->scenario->n_issue, r->scenario->issue,
                     sizeof *r->scenario->issue);
}

size_t level_named(struct reader *r, const config_setting_t *at, const struct issue *issue,
                   const char *name)
{
    char kind[120];

    for (size_t i = 0; i < issue->n_name; i++)
        if (strcmp(issue->names[i], name) == 0)
            return i;
    snprintf(kind, sizeof kind, "level of '%.80s',", issue->name);
    complain_unknown(r, at, kind, name, issue->n_name, issue->names, sizeof *issue->names);
    return NONE;
}

bool level_read(struct reader *r, const config_setting_t *s, const struct issue *issue, double *x)
{
    const char *name = config_setting_get_string(s);

    if (!issue->is_named) {
        if (reader_real(s, x)) {
            *x = text_written(*x);
            return true;
        }
        complain(r, s, "a level of '%s' must be a number%s%s", issue->name,
                 issue->unit[0] ? " of unit " : "", issue->unit);
        return false;
    }
    if (!name) {
        complain(r, s, "a level of '%s' must be one of its names in quotes", issue->name);
        return false;
    }
    const size_t found = level_named(r, s, issue, name);
    if (found != NONE)
        *x = (double)found;
    return found != NONE;
}

/* "; did you mean 20 or 30?": the known numbers below and above x. */
static void nearest_numbers(const struct issue *issue, double x, size_t size, char hint[size])
{
    char below[TEXT_NUMBER], above[TEXT_NUMBER];
    size_t i = 0;

    while (i < issue->n_number && issue->number[i] < x)
        i++;
    text_shortest(issue->number[i > 0 ? i - 1 : 0], below);
    text_shortest(issue->number[i < issue->n_number ? i : i - 1], above);
    if (strcmp(below, above) == 0)
        snprintf(hint, size, "; did you mean %s?", below);
    else
        snprintf(hint, size, "; did you mean %s or %s?", below, above);
}

bool level_is_known(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    double x)
{
    char number[TEXT_NUMBER], hint[100];

    for (size_t i = 0; i < issue->n_number; i++)
        if (issue->number[i] == x)
            return true;
    if (issue->is_named || issue->n_number == 0)
        return true;
    text_shortest(x, number);
    nearest_numbers(issue, x, sizeof hint, hint);
    complain(r, s, "%s is no level of '%s'%s", number, issue->name, hint);
    return false;
}

size_t level_on_table(const struct issue *issue, double x)
{
    for (size_t i = 0; i < issue->n_level; i++)
        if (issue->level[i] == x)
            return i;
    return NONE;
}

struct bounds_draft {
    double above, below;
};
static const struct field bounds_fields[] = {
    { "above", FIELD_REAL, OPTIONAL, offsetof(struct bounds_draft, above), -1e15, 1e15, "",
      "levels above this" },
    { "below", FIELD_REAL, OPTIONAL, offsetof(struct bounds_draft, below), -1e15, 1e15, "",
      "levels below this" },
};
static const struct schema bounds_schema = { "a range of levels", "", COUNT_OF(bounds_fields),
                                             bounds_fields };

static bool read_bounds(struct reader *r, const config_setting_t *s, const struct issue *issue,
                        struct level_set *set)
{
    struct bounds_draft draft = { INFINITY, -INFINITY };

    if (issue->is_named) {
        complain(r, s, "'%s' has named levels: list them", issue->name);
        return false;
    }
    field_read(r, s, &bounds_schema, &draft);
    set->above = text_written(draft.above);
    set->below = text_written(draft.below);
    return true;
}

bool level_set_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    struct level_set *set)
{
    const bool several = config_setting_is_list(s) || config_setting_is_array(s);
    const int n = several ? config_setting_length(s) : 1;

    *set = (struct level_set){ .above = INFINITY, .below = -INFINITY };
    if (config_setting_is_group(s))
        return read_bounds(r, s, issue, set);
    double *level = reader_alloc(r, (size_t)n, sizeof *level);
    if (!level)
        return false;
    if (n == 0)
        complain(r, s, "expected at least one level of '%s'", issue->name);
    for (int i = 0; i < n; i++) {
        const config_setting_t *one = several ? config_setting_get_elem(s, (unsigned)i) : s;
        if (!level_read(r, one, issue, &level[i]))
            return false;
        /* `nothing` need not be a level, and is a known one all the same. */
        if (level[i] != issue->nothing && !level_is_known(r, one, issue, level[i]))
            return false;
    }
    set->n = (size_t)n;
    set->level = level;
    return n > 0;
}

bool condition_read(struct reader *r, const config_setting_t *group, const char *skip,
                    struct condition *when)
{
    const size_t before = r->n_complaint;

    *when = (struct condition){ .term = reader_alloc(r, MAX_TERM, sizeof *when->term) };
    if (!when->term)
        return false;
    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
        const char *name = config_setting_name(s);
        if (is_remark(s))
            field_remark(r, s);
        if (is_remark(s) || strcmp(name, skip) == 0)
            continue;
        size_t k = issue_find(r, name);
        if (k == NONE) {
            issue_unknown(r, s, name);
        } else if (when->n_term == MAX_TERM) {
            complain(r, s, "a combination has at most %d issues", MAX_TERM);
        } else {
            struct condition_term *term = &when->term[when->n_term++];
            term->issue = k;
            level_set_read(r, s, &r->scenario->issue[k], &term->set);
        }
    }
    /* With one issue it would be a level off the table, or part of that issue's value. */
    if (r->n_complaint == before && when->n_term < 2)
        complain(r, group, "a combination needs two issues or more");
    return r->n_complaint == before;
}

static bool read_named_map(struct reader *r, const config_setting_t *s, const struct issue *issue,
                           double low, double high, size_t *y)
{
    const size_t before = r->n_complaint;

    for (int i = 0; i < config_setting_length(s); i++) {
        const config_setting_t *one = config_setting_get_elem(s, (unsigned)i);
        const char *name = config_setting_name(one);
        if (is_remark(one))
            field_remark(r, one);
        if (is_remark(one) || strcmp(name, "kind") == 0) /* a value function has its `kind` here */
            continue;
        const size_t k = level_named(r, one, issue, name);
        if (k != NONE)
            y[k] = number_read(r, one, low, high, "");
    }
    for (size_t k = 0; k < issue->n_name; k++)
        if (!config_setting_get_member(s, issue->names[k]))
            complain(r, s, "level '%s' of '%s' is missing here", issue->names[k], issue->name);
    return r->n_complaint == before;
}

static bool read_point(struct reader *r, const config_setting_t *s, double low, double high,
                       double *x, size_t *y)
{
    const size_t before = r->n_complaint;

    if (config_setting_length(s) != 2 ||
        !(config_setting_is_list(s) || config_setting_is_array(s)) ||
        !reader_real(config_setting_get_elem(s, 0), x)) {
        complain(r, s, "expected points, ((level, number), (level, number), ...)");
        return false;
    }
    *x = text_written(*x);
    *y = number_read(r, config_setting_get_elem(s, 1), low, high, "");
    return r->n_complaint == before;
}

static bool read_points(struct reader *r, const config_setting_t *s, const struct issue *issue,
                        double low, double high, struct value *map)
{
    const int n = config_setting_length(s);

    if (!config_setting_is_list(s) || n < 1) {
        complain(r, s, "'%s' has numbers as levels: expected points, ((level, number), ...)",
                 issue->name);
        return false;
    }
    double *x = reader_alloc(r, (size_t)n, sizeof *x);
    size_t *y = reader_alloc(r, (size_t)n, sizeof *y);
    if (!x || !y)
        return false;
    for (int i = 0; i < n; i++) {
        if (!read_point(r, config_setting_get_elem(s, (unsigned)i), low, high, &x[i], &y[i]))
            return false;
        if (i > 0 && !(x[i] > x[i - 1])) {
            complain(r, s, "levels of points must rise; %g follows %g", x[i], x[i - 1]);
            return false;
        }
    }
    for (size_t i = 0; i < issue->n_level; i++)
        if (issue->level[i] < x[0] || issue->level[i] > x[n - 1]) {
            complain(r, s, "level %s of '%s' lies outside the points, %g to %g", issue->label[i],
                     issue->name, x[0], x[n - 1]);
            return false;
        }
    *map = (struct value){ .kind = VALUE_POINTS, .n_point = (size_t)n, .x = x, .y = y };
    return true;
}

bool level_map_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    double low, double high, struct value *map)
{
    if (!issue->is_named)
        return read_points(r, s, issue, low, high, map);
    if (!config_setting_is_group(s)) {
        complain(r, s, "'%s' has named levels: expected { name = number; ... }", issue->name);
        return false;
    }
    size_t *y = reader_alloc(r, issue->n_name, sizeof *y);
    if (!y || !read_named_map(r, s, issue, low, high, y))
        return false;
    *map = (struct value){ .kind = VALUE_LEVELS, .n_point = issue->n_name, .y = y };
    return true;
}
