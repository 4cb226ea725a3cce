/* read_rule.c - rules on sums of levels, and the grid of packages that they leave */
#include "read_rule.h"

#include "number.h"
#include "read_levels.h"
#include "rule_axes.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct draft {
    const config_setting_t *sum, *times;
    double equals, at_most, at_least;
};

#define AT(member) offsetof(struct draft, member)
static const struct field fields[] = {
    { "sum", FIELD_SETTING, REQUIRED, AT(sum), 0, 0, "(\"ISSUE\", ...)",
      "the issues whose levels are added up; levels must be numbers" },
    { "times", FIELD_SETTING, OPTIONAL, AT(times), 0, 0, "(number, ...)",
      "what the level of each is multiplied by (1)" },
    { "equals", FIELD_REAL, OPTIONAL, AT(equals), -1e15, 1e15, "",
      "what the sum must be; an issue is in one such rule at most" },
    { "at_least", FIELD_REAL, OPTIONAL, AT(at_least), -1e15, 1e15, "",
      "what it must not be below; alone, or with `at_most`" },
    { "at_most", FIELD_REAL, OPTIONAL, AT(at_most), -1e15, 1e15, "", "what it must not exceed" },
    FIELD_REMARKS,
};
const struct schema rule_schema = {
    "rules[]",
    "What levels must sum to. A package that breaks a rule is none: packages are numbered, counted "
    "and chosen among those that keep all rules. Needs `equals`, `at_least` or `at_most`. Sums are "
    "compared within a billionth.",
    COUNT_OF(fields), fields
};

/* An issue with numbers, not yet in the rule; NONE after a complaint. */
static size_t issue_in_sum(struct reader *r, const config_setting_t *at,
                           const struct sum_rule *rule)
{
    const char *name = config_setting_get_string(at);
    const size_t k = name ? issue_find(r, name) : NONE;

    if (!name)
        complain(r, at, "'sum' must be names of issues in quotes: (\"ISSUE\", ...)");
    else if (k == NONE)
        issue_unknown(r, at, name);
    else if (r->scenario->issue[k].is_named)
        complain(r, at, "the levels of '%s' are names; a sum needs numbers", name);
    else {
        for (size_t i = 0; i < rule->n; i++)
            if (rule->term[i].issue == k) {
                complain(r, at, "issue '%s' is there twice", name);
                return NONE;
            }
        return k;
    }
    return NONE;
}

static void read_times(struct reader *r, const config_setting_t *times, struct sum_rule *rule)
{
    double number[MAX_ISSUE];
    const size_t before = r->n_complaint;

    if (!field_is_list(r, times, "numbers, one for each issue"))
        return;
    if ((size_t)config_setting_length(times) != rule->n) {
        complain(r, times, "%d numbers, and the sum has %zu issue%s", config_setting_length(times),
                 rule->n, rule->n == 1 ? "" : "s");
        return;
    }
    const size_t n = number_list(r, times, MAX_ISSUE, number);
    for (size_t i = 0; r->n_complaint == before && i < n; i++) {
        rule->term[i].times = text_written(number[i]);
        if (!(fabs(number[i]) >= 1e-9 && fabs(number[i]) <= 1e9))
            complain(r, times, "'times' is %g for '%s', expected a number other than 0", number[i],
                     r->scenario->issue[rule->term[i].issue].name);
    }
}

static void read_sum(struct reader *r, const struct draft *draft, struct sum_rule *rule)
{
    if (!field_is_list(r, draft->sum, "issues"))
        return;
    const size_t n = (size_t)config_setting_length(draft->sum), before = r->n_complaint;
    rule->term = reader_alloc(r, n, sizeof *rule->term);
    if (n == 0)
        complain(r, draft->sum, "expected at least one issue");
    for (size_t i = 0; rule->term && i < n; i++) {
        const config_setting_t *at = config_setting_get_elem(draft->sum, (unsigned)i);
        const size_t k = issue_in_sum(r, at, rule);
        if (k != NONE)
            rule->term[rule->n++] = (struct sum_term){ k, 1 };
    }
    if (draft->times && rule->term && r->n_complaint == before)
        read_times(r, draft->times, rule);
}

static void read_limits(struct reader *r, const config_setting_t *group, const struct draft *draft,
                        struct sum_rule *rule)
{
    const bool equals = !isnan(draft->equals);

    if (!equals && isnan(draft->at_least) && isnan(draft->at_most))
        complain(r, group, "a rule needs 'equals', 'at_least' or 'at_most'");
    else if (equals && !(isnan(draft->at_least) && isnan(draft->at_most)))
        complain(r, group, "'equals' goes with no 'at_least' or 'at_most'");
    else if (draft->at_least > draft->at_most)
        complain(r, group, "'at_least', %g, is above 'at_most', %g", draft->at_least,
                 draft->at_most);
    rule->least = equals ? draft->equals : isnan(draft->at_least) ? -INFINITY : draft->at_least;
    rule->most = equals ? draft->equals : isnan(draft->at_most) ? INFINITY : draft->at_most;
}

/* Two sums are equal within a billionth of the limit; of a limit of 0 what rounding may add. */
static double slack_of(const struct scenario *s, const struct sum_rule *rule)
{
    double size = 0, slack = 0;

    for (size_t i = 0; i < rule->n; i++) {
        const struct issue *issue = &s->issue[rule->term[i].issue];
        const double end =
            issue->n_level == 0 /* off the table: at `nothing` */
                ? 0
                : fmax(fabs(issue->level[0]), fabs(issue->level[issue->n_level - 1]));
        size += fabs(rule->term[i].times) * fmax(end, fabs(issue->nothing));
    }
    if (isfinite(rule->least))
        slack = fmax(slack, 1e-9 * fabs(rule->least));
    if (isfinite(rule->most))
        slack = fmax(slack, 1e-9 * fabs(rule->most));
    return fmax(slack, 1e-12 * size);
}

/* "2 a + b" */
static size_t write_sum(const struct scenario *s, const struct sum_rule *rule, size_t size,
                        char out[size])
{
    size_t used = 0;

    for (size_t i = 0; i < rule->n && used < size; i++) {
        const double times = rule->term[i].times;
        char number[TEXT_NUMBER] = "";
        if (fabs(times) != 1)
            text_shortest(fabs(times), number);
        used += (size_t)snprintf(out + used, size - used, "%s%s%s%s",
                                 i == 0      ? times < 0 ? "-" : ""
                                 : times < 0 ? " - "
                                             : " + ",
                                 number, number[0] ? " " : "", s->issue[rule->term[i].issue].name);
    }
    return used < size ? used : size - 1;
}

/* "2 a + b is at most 40" */
static const char *text_of(struct reader *r, const struct sum_rule *rule)
{
    char text[MAX_ISSUE * 96], least[TEXT_NUMBER], most[TEXT_NUMBER];
    const size_t used = write_sum(r->scenario, rule, sizeof text, text);

    text_shortest(rule->least, least);
    text_shortest(rule->most, most);
    if (rule->least == rule->most)
        snprintf(text + used, sizeof text - used, " is %s", most);
    else if (!isfinite(rule->most))
        snprintf(text + used, sizeof text - used, " is at least %s", least);
    else if (!isfinite(rule->least))
        snprintf(text + used, sizeof text - used, " is at most %s", most);
    else
        snprintf(text + used, sizeof text - used, " is %s to %s", least, most);
    return reader_text(r, text);
}

static void read_rule(struct reader *r, const config_setting_t *group, struct sum_rule *rule)
{
    struct draft draft = { .equals = NAN, .at_most = NAN, .at_least = NAN };
    const size_t before = r->n_complaint;
    const char *note = "";

    *rule = (struct sum_rule){ .note = "", .text = "", .place = reader_place(r, group) };
    field_read(r, group, &rule_schema, &draft);
    if (draft.sum)
        read_sum(r, &draft, rule);
    read_limits(r, group, &draft, rule);
    if (r->n_complaint > before)
        return;
    config_setting_lookup_string(group, "note", &note);
    rule->note = reader_text(r, note);
    rule->slack = slack_of(r->scenario, rule);
    rule->text = text_of(r, rule);
}

static void check_equals(struct reader *r, const config_setting_t *rules)
{
    const struct scenario *s = r->scenario;
    bool seen[MAX_ISSUE] = { false };

    for (size_t i = 0; i < s->n_rule; i++)
        for (size_t t = 0; s->rule[i].least == s->rule[i].most && t < s->rule[i].n; t++) {
            const size_t k = s->rule[i].term[t].issue;
            if (seen[k])
                complain(r, config_setting_get_elem(rules, (unsigned)i),
                         "issue '%s' is in two rules with 'equals'; at most one", s->issue[k].name);
            seen[k] = true;
        }
}

void read_rules(struct reader *r, const config_setting_t *rules, const config_setting_t *issues)
{
    struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;
    size_t n = 0;

    if (rules && field_is_list(r, rules, "rules"))
        n = (size_t)config_setting_length(rules);
    s->rule = reader_alloc(r, n, sizeof *s->rule);
    for (size_t i = 0; s->rule && i < n; i++)
        read_rule(r, config_setting_get_elem(rules, (unsigned)i), &s->rule[s->n_rule++]);
    if (r->n_complaint == before && n > 0)
        check_equals(r, rules);
    if (r->n_complaint == before)
        rule_axes_make(r, rules, issues);
}
