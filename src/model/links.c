/* links.c - which issues are linked: what one level allows, or is worth, depends on another's */
#include "links.h"

/* The axis of issue k, or NONE where it links nothing. */
static size_t axis_of(const struct links *l, enum links_by by, size_t k)
{
    const struct scenario *s = l->scenario;

    if (k >= s->n_table || (by == LINKS_BY_WORTH && k == scenario_case_issue(s)))
        return NONE;
    return s->grid.axis_of[k];
}

/* The axis of issue k joins the group of axis `first`, NONE for none as yet; the group's. */
static size_t join(struct links *l, size_t first, size_t axis)
{
    if (axis == NONE)
        return first;
    if (l->group[axis] == NONE)
        l->group[axis] = axis;
    if (first == NONE || l->group[first] == l->group[axis])
        return axis;
    const size_t from = l->group[axis], to = l->group[first];
    for (size_t a = 0; a < l->scenario->grid.n_axis; a++)
        l->group[a] = l->group[a] == from ? to : l->group[a];
    return axis;
}

static void join_condition(struct links *l, enum links_by by, const struct condition *when)
{
    size_t axis = NONE;

    for (size_t t = 0; t < when->n_term; t++)
        axis = join(l, axis, axis_of(l, by, when->term[t].issue));
}

static void join_rule(struct links *l, enum links_by by, const struct sum_rule *rule)
{
    size_t axis = NONE;

    for (size_t t = 0; rule->is_ban && t < rule->n; t++)
        axis = join(l, axis, axis_of(l, by, rule->term[t].issue));
}

static void join_worth(struct links *l)
{
    const struct scenario *s = l->scenario;
    size_t days = NONE;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t i = 0; i < s->party[p].n_interaction; i++)
            join_condition(l, LINKS_BY_WORTH, &s->party[p].interaction[i].when);
    if (s->n_phase > 0 && s->guarantee.issue != NONE) /* a row has one penalty */
        (void)join(l, NONE, axis_of(l, LINKS_BY_WORTH, s->guarantee.issue));
    for (size_t k = 0; k < s->n_table; k++) /* and phases of one length */
        if (scenario_days_follow(s, k))
            days = join(l, days, axis_of(l, LINKS_BY_WORTH, k));
}

double links_combinations(const struct links *l, size_t g)
{
    double n = 1;

    for (size_t a = 0; a < l->scenario->grid.n_axis; a++)
        n *= l->group[a] == g ? (double)l->scenario->grid.axis[a].size : 1;
    return n;
}

/* Until here a group is called after one of its axes. */
static void number_groups(struct links *l)
{
    const size_t n_axis = l->scenario->grid.n_axis;
    size_t name[MAX_ISSUE], largest = 0;

    for (size_t a = 0; a < n_axis; a++) {
        if (l->group[a] != a)
            continue;
        name[l->n++] = a;
        if (links_combinations(l, a) > links_combinations(l, name[largest]))
            largest = l->n - 1;
    }
    if (l->n == 0) {
        l->n = 1;
        return;
    }
    const size_t swap = name[0];
    name[0] = name[largest];
    name[largest] = swap;
    for (size_t a = 0; a < n_axis; a++) {
        size_t g = 0;
        while (g < l->n && name[g] != l->group[a])
            g++;
        l->group[a] = g < l->n ? g : NONE;
    }
}

void links_find(struct links *l, const struct scenario *s, enum links_by by)
{
    *l = (struct links){ .scenario = s };
    for (size_t a = 0; a < MAX_ISSUE; a++)
        l->group[a] = NONE;
    for (size_t i = 0; i < s->n_ban; i++)
        join_condition(l, by, &s->ban[i].when);
    for (size_t i = 0; i < s->n_rule; i++)
        join_rule(l, by, &s->rule[i]);
    if (by == LINKS_BY_WORTH)
        join_worth(l);
    number_groups(l);
}

/* The group of an issue, or NONE: it is off the table, or links nothing. */
static size_t group_of(const struct links *l, size_t k)
{
    return k < l->scenario->n_table ? l->group[l->scenario->grid.axis_of[k]] : NONE;
}

size_t links_of(const struct links *l, const struct condition *when)
{
    for (size_t t = 0; t < when->n_term; t++)
        if (group_of(l, when->term[t].issue) != NONE)
            return group_of(l, when->term[t].issue);
    return 0;
}

static size_t links_of_rule(const struct links *l, const struct sum_rule *rule)
{
    for (size_t t = 0; t < rule->n; t++)
        if (group_of(l, rule->term[t].issue) != NONE)
            return group_of(l, rule->term[t].issue);
    return 0;
}

bool links_next(const struct links *l, size_t g, size_t level[])
{
    const struct grid *grid = &l->scenario->grid;

    for (size_t a = grid->n_axis; a-- > 0;) {
        if (l->group[a] != g)
            continue;
        const size_t next = grid_at(grid, a, level) + 1;
        grid_put(grid, a, next < grid->axis[a].size ? next : 0, level);
        if (next < grid->axis[a].size)
            return true;
    }
    return false;
}

bool links_ban(const struct links *l, size_t g, const size_t level[])
{
    const struct scenario *s = l->scenario;

    for (size_t i = 0; i < s->n_ban; i++)
        if (links_of(l, &s->ban[i].when) == g && scenario_holds(s, &s->ban[i].when, level))
            return true;
    for (size_t i = 0; i < s->n_rule; i++)
        if (s->rule[i].is_ban && links_of_rule(l, &s->rule[i]) == g &&
            sum_rule_is_broken(&s->rule[i], scenario_sum(s, &s->rule[i], level)))
            return true;
    return false;
}
