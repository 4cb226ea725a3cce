/* rule_axes.c - the grid of packages: issues that rules join are one axis of it */
#include "rule_axes.h"

#include "text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Larger: more memory and time for the list of all combinations. */
enum { MAX_COMBINATION = 1000000 };

/* Issues on the table that rules join. */
struct joined {
    struct grid_axis axis;
    struct sum_search search;
    const config_setting_t *at; /* their first rule, or NULL */
    bool decides;               /* what lasts */
};

/* The first issue of a rule that is on the table, or NONE. */
static size_t anchor_of(const struct scenario *s, const struct sum_rule *rule)
{
    for (size_t t = 0; t < rule->n; t++)
        if (rule->term[t].issue < s->n_table)
            return rule->term[t].issue;
    return NONE;
}

/* group[k]: the lowest issue on the table that rules join with issue k, itself for most. */
static void join_issues(const struct scenario *s, size_t group[MAX_ISSUE])
{
    for (size_t k = 0; k < s->n_table; k++)
        group[k] = k;
    for (size_t i = 0; i < s->n_rule; i++)
        for (size_t t = 0; t < s->rule[i].n; t++) {
            const size_t a = anchor_of(s, &s->rule[i]), b = s->rule[i].term[t].issue;
            if (b >= s->n_table || group[a] == group[b])
                continue;
            const size_t from = group[a] > group[b] ? group[a] : group[b],
                         to = group[a] > group[b] ? group[b] : group[a];
            for (size_t k = 0; k < s->n_table; k++)
                group[k] = group[k] == from ? to : group[k];
        }
}

/* What the issues that are not on the table add to a rule's sum. */
static double constant_of(const struct scenario *s, const struct sum_rule *rule)
{
    double sum = 0;

    for (size_t t = 0; t < rule->n; t++)
        if (rule->term[t].issue >= s->n_table)
            sum += rule->term[t].times * s->issue[rule->term[t].issue].nothing;
    return sum;
}

/* A rule as a limit on the sum of the joined issues. */
static struct sum_limit limit_of(const struct scenario *s, const struct sum_rule *rule,
                                 const struct joined *joined)
{
    const double constant = constant_of(s, rule);
    struct sum_limit limit = { .least = rule->least - rule->slack - constant,
                               .most = rule->most + rule->slack - constant };

    for (size_t i = 0; i < joined->axis.n; i++)
        for (size_t t = 0; t < rule->n; t++)
            if (rule->term[t].issue == joined->axis.dimension[i])
                limit.times[i] = rule->term[t].times;
    return limit;
}

static bool is_about(const struct scenario *s, const struct sum_rule *rule,
                     const struct joined *joined)
{
    const size_t k = anchor_of(s, rule);

    return k != NONE && memchr(joined->axis.dimension, (int)k, joined->axis.n) != NULL;
}

static void find_joined(struct reader *r, const config_setting_t *rules, const size_t group[],
                        size_t first, struct joined *joined)
{
    const struct scenario *s = r->scenario;
    struct sum_limit *limit = reader_alloc(r, s->n_rule, sizeof *limit);

    *joined = (struct joined){ .search.limit = limit };
    for (size_t k = first; k < s->n_table; k++) {
        if (group[k] != first)
            continue;
        joined->search.n_level[joined->axis.n] = s->issue[k].n_level;
        joined->search.level[joined->axis.n] = s->issue[k].level;
        joined->axis.dimension[joined->axis.n++] = (uint8_t)k;
        joined->decides = joined->decides || k == scenario_case_issue(s);
    }
    joined->search.n = joined->axis.n;
    joined->search.room =
        reader_alloc(r, 3 * (joined->axis.n + 1) * s->n_rule, sizeof *joined->search.room);
    for (size_t i = 0; limit && joined->search.room && i < s->n_rule; i++)
        if (is_about(s, &s->rule[i], joined)) {
            joined->at = joined->at ? joined->at : config_setting_get_elem(rules, (unsigned)i);
            limit[joined->search.n_limit++] = limit_of(s, &s->rule[i], joined);
        }
}

static void list_names(const struct scenario *s, const struct grid_axis *axis, size_t size,
                       char out[size])
{
    size_t used = 0;

    for (size_t i = 0; i < axis->n && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "",
                                 s->issue[axis->dimension[i]].name);
}

/* Nothing is left, by one rule: which sums would be. */
static void complain_of_sum(struct reader *r, const struct joined *joined,
                            const struct sum_rule *rule)
{
    const double constant = constant_of(r->scenario, rule);
    char near[2][TEXT_NUMBER];
    struct error err = { .code = OK };
    double below = -INFINITY, above = INFINITY;

    if (!sum_nearest(&joined->search, &joined->search.limit[0], &below, &above, &err) &&
        err.code == ERR_MEMORY)
        reader_lacks_memory(r);
    text_shortest(text_written(below + constant), near[0]);
    text_shortest(text_written(above + constant), near[1]);
    if (isfinite(below) && isfinite(above))
        complain(r, joined->at, "no combination keeps the rule: %s; the nearest sums are %s and %s",
                 rule->text, near[0], near[1]);
    else
        complain(r, joined->at, "no combination keeps the rule: %s%s%s", rule->text,
                 isfinite(below) || isfinite(above) ? "; the nearest sum is " : "",
                 isfinite(below)   ? near[0]
                 : isfinite(above) ? near[1]
                                   : "");
}

static void complain_of_none(struct reader *r, const struct joined *joined)
{
    const struct scenario *s = r->scenario;
    char names[300];

    list_names(s, &joined->axis, sizeof names, names);
    for (size_t i = 0; joined->search.n_limit == 1 && i < s->n_rule; i++)
        if (is_about(s, &s->rule[i], joined))
            complain_of_sum(r, joined, &s->rule[i]);
    if (joined->search.n_limit > 1)
        complain(r, joined->at, "no combination of %s keeps all of their rules", names);
}

/* Lists what is left; the axis of the joined issues is then complete. */
static void list_combinations(struct reader *r, struct joined *joined)
{
    const size_t n = sum_combinations(&joined->search, MAX_COMBINATION, NULL);
    char names[300];

    list_names(r->scenario, &joined->axis, sizeof names, names);
    if (n == SIZE_MAX)
        complain(r, joined->at,
                 "the rules leave more than %d combinations of %s, or too many to look through; "
                 "take levels off the table",
                 MAX_COMBINATION, names);
    else if (n == 0)
        complain_of_none(r, joined);
    if (n == SIZE_MAX || n == 0)
        return;
    uint16_t *list = reader_alloc(r, n * joined->axis.n, sizeof *list);
    if (!list || sum_combinations(&joined->search, n, list) != n)
        return;
    joined->axis.list = list;
    joined->axis.size = n;
    joined->axis.step = 1 + joined->search.n_limit;
}

/* Rules that are only about issues off the table. */
static void check_constants(struct reader *r, const config_setting_t *rules)
{
    const struct scenario *s = r->scenario;

    for (size_t i = 0; i < s->n_rule; i++) {
        const double sum = constant_of(s, &s->rule[i]);
        if (anchor_of(s, &s->rule[i]) == NONE && sum_rule_is_broken(&s->rule[i], sum))
            complain(r, config_setting_get_elem(rules, (unsigned)i),
                     "the rule '%s' is broken by issues that are not on the table: they sum to %g",
                     s->rule[i].text, sum);
    }
}

/* Rules of issues that stay apart: there must not be too many packages to look through. */
static void keep_apart(struct reader *r, const struct joined *joined)
{
    struct scenario *s = r->scenario;
    double combinations = 1;
    char names[300];

    for (size_t i = 0; i < joined->axis.n; i++)
        combinations *= (double)joined->search.n_level[i];
    for (size_t i = 0; i < s->n_rule; i++)
        s->rule[i].is_ban = s->rule[i].is_ban || is_about(s, &s->rule[i], joined);
    list_names(s, &joined->axis, sizeof names, names);
    if (combinations > MAX_COMBINATION)
        complain(
            r, joined->at,
            "%s have %.3g combinations, at most %d: '%s' decides what lasts, and rules with it "
            "go through all of them",
            names, combinations, MAX_COMBINATION, s->issue[s->lasts_issue].name);
    else if (sum_combinations(&joined->search, MAX_COMBINATION, NULL) == 0)
        complain_of_none(r, joined);
}

static void make_grid(struct reader *r, const config_setting_t *issues, size_t n_axis,
                      const struct grid_axis axis[])
{
    double packages = 1;

    for (size_t a = 0; a < n_axis; a++)
        packages *= (double)axis[a].size;
    if (!grid_join(&r->scenario->grid, n_axis, axis))
        complain(r, issues,
                 "%.3g packages are more than can be numbered; take levels off the table",
                 packages);
}

void rule_axes_make(struct reader *r, const config_setting_t *rules, const config_setting_t *issues)
{
    const struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;
    struct grid_axis axis[MAX_ISSUE];
    bool is_apart[MAX_ISSUE] = { false }; /* of groups */
    size_t group[MAX_ISSUE], n = 0;

    check_constants(r, rules);
    join_issues(s, group);
    for (size_t k = 0; k < s->n_table && !r->out_of_memory; k++) {
        struct joined joined = { .axis = { .n = 1, .dimension = { (uint8_t)k } } };
        if (group[k] == k)
            find_joined(r, rules, group, k, &joined);
        is_apart[k] = joined.decides && joined.search.n_limit > 0;
        if (is_apart[k])
            keep_apart(r, &joined);
        else if (joined.search.n_limit > 0)
            list_combinations(r, &joined);
        if (is_apart[group[k]])
            joined.axis = (struct grid_axis){ .n = 1, .dimension = { (uint8_t)k } };
        if (!joined.axis.list)
            joined.axis.size = s->issue[k].n_level;
        if (group[k] == k || is_apart[group[k]])
            axis[n++] = joined.axis;
    }
    if (r->n_complaint == before)
        make_grid(r, issues, n, axis);
}
