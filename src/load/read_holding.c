/* read_holding.c - `holds`: how much levels hold of others; `per`: what an issue is counted by */
#include "read_holding.h"

#include "read_levels.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void read_number(struct reader *r, const config_setting_t *s, const struct issue *issue,
                        double most[])
{
    const char *name = config_setting_name(s);
    const size_t i = level_named(r, s, issue, name);

    if (i != NONE && (!reader_real(s, &most[i]) || !(most[i] >= 0)))
        complain(r, s, "'%s' must be a number, at least 0", name);
}

static const double *read_numbers(struct reader *r, const config_setting_t *group,
                                  const struct issue *issue)
{
    double *most = reader_alloc(r, issue->n_name, sizeof *most);

    if (!config_setting_is_group(group)) {
        complain(r, group, "'%s' must be a group, { LEVEL = number; ... }",
                 config_setting_name(group));
        return most;
    }
    for (size_t i = 0; most && i < issue->n_name; i++)
        most[i] = NAN;
    for (int i = 0; most && i < config_setting_length(group); i++) {
        const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
        if (is_remark(one))
            field_remark(r, one);
        else
            read_number(r, one, issue, most);
    }
    return most;
}

static void read_holds(struct reader *r, const config_setting_t *holds, struct issue *issue)
{
    if (!config_setting_is_group(holds)) {
        complain(r, holds, "'holds' must be a group, { WHAT = { LEVEL = number; ... }; ... }");
        return;
    }
    if (!issue->is_named) {
        complain(r, holds, "'holds' is for issues with named levels");
        return;
    }
    issue->holding = reader_alloc(r, (size_t)config_setting_length(holds), sizeof *issue->holding);
    for (int i = 0; issue->holding && i < config_setting_length(holds); i++) {
        const config_setting_t *one = config_setting_get_elem(holds, (unsigned)i);
        const char *name = config_setting_name(one);
        if (is_remark(one)) {
            field_remark(r, one);
            continue;
        }
        struct holding *holding = &issue->holding[issue->n_holding++];
        *holding = (struct holding){ reader_text(r, name), issue_find(r, name), NULL };
        holding->most = read_numbers(r, one, issue);
        if (holding->issue != NONE && r->scenario->issue[holding->issue].is_named)
            complain(r, one, "'%s' has named levels: 'holds' is about issues with numbers", name);
    }
}

/* The first issue that holds something of this name, or NONE; *what: how much each level holds. */
static size_t holder_of(const struct scenario *s, const char *name, const struct holding **what)
{
    for (size_t k = 0; k < s->n_issue; k++)
        for (size_t i = 0; i < s->issue[k].n_holding; i++)
            if (strcmp(s->issue[k].holding[i].name, name) == 0) {
                *what = &s->issue[k].holding[i];
                return k;
            }
    return NONE;
}

/* An issue is counted for each of the held: without a number at a level nobody knows how often. */
static void check_numbers(struct reader *r, const config_setting_t *at, const struct issue *holder,
                          const struct holding *held)
{
    for (size_t i = 0; i < holder->n_name; i++)
        if (isnan(held->most[i]))
            complain(r, at, "'%s' of 'holds' is counted for each: level '%s' of '%s' is missing",
                     held->name, holder->names[i], holder->name);
}

static void read_per(struct reader *r, const char *name, size_t k)
{
    struct issue *issue = &r->scenario->issue[k];
    const config_setting_t *at = issue_setting(r, issue->name);

    issue->per = issue_find(r, name);
    if (issue->per == NONE)
        issue->per = holder_of(r->scenario, name, &issue->held);
    if (issue->per == NONE) {
        issue_unknown(r, at, name);
        return;
    }
    const struct issue *per = &r->scenario->issue[issue->per];
    if (issue->per == k)
        complain(r, at, "'per' must name another issue");
    else if (issue->is_named || (per->is_named && !issue->held))
        complain(r, at, "'per' is for issues with numbers");
    else if (issue->held && issue->held->most)
        check_numbers(r, at, per, issue->held);
    if (!per->on_table)
        issue->per = NONE; /* nothing of it is performed here */
}

static bool is_counted(const struct reader *r, const char *name)
{
    for (size_t k = 0; k < r->scenario->n_issue; k++)
        if (r->promise[k].per && strcmp(r->promise[k].per, name) == 0)
            return true;
    return false;
}

/* A holding of no issue's name must be some issue's `per`, or it would silently do nothing; and one
 * issue must decide how much of it there is. */
static void check_holdings(struct reader *r, size_t k)
{
    const struct scenario *s = r->scenario;

    for (size_t i = 0; i < s->issue[k].n_holding; i++) {
        const struct holding *one = &s->issue[k].holding[i], *first = NULL;
        if (one->issue != NONE)
            continue;
        if (!is_counted(r, one->name))
            issue_unknown(r, config_setting_get_member(r->promise[k].holds, one->name), one->name);
        else if (holder_of(s, one->name, &first) != k)
            complain(r, r->promise[k].holds, "two issues hold '%s'; one decides", one->name);
    }
}

void read_holdings(struct reader *r)
{
    const size_t n = r->scenario->n_issue;

    /* One after another: `per` may name something that a later issue holds. */
    for (size_t k = 0; k < n; k++)
        if (r->promise[k].holds)
            read_holds(r, r->promise[k].holds, &r->scenario->issue[k]);
    for (size_t k = 0; !r->out_of_memory && k < n; k++)
        if (r->promise[k].per)
            read_per(r, r->promise[k].per, k);
    for (size_t k = 0; !r->out_of_memory && k < n; k++)
        check_holdings(r, k);
}
