/* read_issue.c - the issues of a scenario: vocabulary and levels on the table */
#include "read_issue.h"

#include "grammar.h"
#include "issue_levels.h"
#include "number.h"
#include "read_levels.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* An issue while it is read; `wider`: the levels of the vocabulary's entry. */
struct draft {
    struct issue issue;
    struct level_source own, wider;
    const config_setting_t *only, *nothing, *real, *lasts, *titles;
    double all;
    struct promise promise;
};

#define AT(member) offsetof(struct draft, member)
static const struct field fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(issue.name), 0, 0, "name", "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, AT(issue.title), 0, 0, "text", "how pictures call it" },
    { "unit", FIELD_TEXT, OPTIONAL, AT(issue.unit), 0, 0, "text", "unit of its numbers" },
    { "levels", FIELD_SETTING, OPTIONAL, AT(own.levels), 0, 0, "(level, ...)",
      "on the table: rising numbers, or names in quotes; at most 10000" },
    { "titles", FIELD_SETTING, OPTIONAL, AT(titles), 0, 0, "{ LEVEL = \"text\"; ... }",
      "how words and pictures call its names (the name, with blanks for '_')" },
    { "from", FIELD_REAL, OPTIONAL, AT(own.from), -1e12, 1e12, "", "or: the first number," },
    { "to", FIELD_REAL, OPTIONAL, AT(own.to), -1e12, 1e12, "", "the last," },
    { "step", FIELD_REAL, OPTIONAL, AT(own.step), 1e-9, 1e12, "",
      "and the step; 0 to 1 by 0.1 has 0.3, the decimal number" },
    { "only", FIELD_SETTING, OPTIONAL, AT(only), 0, 0, "level",
      "fix it at this level, in the proposals too: what `--set issues.NAME=LEVEL` sets" },
    { "nothing", FIELD_SETTING, OPTIONAL, AT(nothing), 0, 0, "level",
      "stands for nothing performed (0, or the first name)" },
    { "all", FIELD_REAL, OPTIONAL, AT(all), -1e12, 1e12, "",
      "all there is of it: shares of leverage are counted from `nothing` to here" },
    { "real", FIELD_SETTING, OPTIONAL, AT(real), 0, 0, "0 to 1, or a distribution",
      "numbers: the share of what is agreed that is really there, as of those on a list who are "
      "alive; "
      "values and leverage count no more (1)" },
    { "lasts", FIELD_SETTING, OPTIONAL, AT(lasts), 0, 0,
      "{ LEVEL = 0 to 1; ... }, or ((level, 0 to 1), ...)",
      "by level: the chance that the agreement outlasts its last phase; on one issue" },
    { "by", FIELD_NAME, OPTIONAL, AT(promise.by), 0, 0, "party",
      "with phases: who performs it; nobody: it takes effect at the end" },
    { "shares", FIELD_SETTING, OPTIONAL, AT(promise.shares), 0, 0, "(number, ...)",
      "with phases: how much of it is performed in each; divided by their sum (equal)" },
    { "in_order", FIELD_FLAG, OPTIONAL, AT(promise.in_order), 0, 0, "true or false",
      "with phases: performed level by level, from `nothing` to what is agreed, as 'civilians "
      "first'; else each part of it is like the others (false)" },
    { "holds", FIELD_SETTING, OPTIONAL, AT(promise.holds), 0, 0,
      "{ WHAT = { LEVEL = number; ... }; ... }",
      "by level: the most that there is of another issue with it, or how many of what some "
      "issue is counted `per`; `check` warns of what that rules out" },
    { "per", FIELD_NAME, OPTIONAL, AT(promise.per), 0, 0, "name",
      "it is counted for each unit of this issue, as prisoners for each hostage, or of what "
      "an issue `holds`" },
    { "counts", FIELD_TEXT, OPTIONAL, AT(promise.counts), 0, 0, "text",
      "with phases: unit of what is delivered, where that is not `unit`" },
    { "penalty", FIELD_SETTING, OPTIONAL, AT(promise.penalty), 0, 0,
      "{ LEVEL = number; ... }, or ((level, number), ...)",
      "with phases, on one issue: what a party that breaks off is made to pay, by level" },
    { "applied", FIELD_SETTING, OPTIONAL, AT(promise.applied), 0, 0,
      "{ LEVEL = 0 to 1; ... }, or ((level, 0 to 1), ...)",
      "the chance that the penalty is applied (1)" },
    { "compensation", FIELD_SETTING, OPTIONAL, AT(promise.relief), 0, 0,
      "{ LEVEL = number; ... }, or ((level, number), ...)",
      "what each of the others gets when a party that it binds breaks off; as expected, not "
      "multiplied by `applied` (0)" },
    { "binds", FIELD_SETTING, OPTIONAL, AT(promise.binds), 0, 0, "(\"party\", ...)",
      "whom the penalty may hit (all)" },
    FIELD_REMARKS,
};
const struct schema issue_schema = {
    "issues[] and vocabulary[]",
    "One term. An entry of `issues` takes what it does not say from the entry of that name in "
    "`vocabulary`; other entries there are not negotiated and stay at `nothing`.",
    COUNT_OF(fields), fields
};

/* Shares are counted from `nothing` to `all`: each level must lie between them. */
static void check_all(struct reader *r, const config_setting_t *at, const struct issue *issue)
{
    if (isnan(issue->all))
        return;
    if (issue->is_named)
        complain(r, at, "'all' is for issues with numbers");
    else if (issue->all == issue->nothing)
        complain(r, at, "'all' must differ from 'nothing', %g", issue->nothing);
    for (size_t i = 0; i < issue->n_level && !issue->is_named && issue->all != issue->nothing;
         i++) {
        double share = (issue->level[i] - issue->nothing) / (issue->all - issue->nothing);
        if (!(share >= 0 && share <= 1)) {
            complain(r, at, "level %s lies outside %g ('nothing') to %g ('all')", issue->label[i],
                     issue->nothing, issue->all);
            return;
        }
    }
}

/* `nothing` need not be a level: it often lies beyond all of them, as 0 does.  Between two known
 * levels another number is a slip. */
static void check_nothing(struct reader *r, const config_setting_t *at, const struct issue *issue)
{
    const size_t n = issue->n_number;

    if (!issue->is_named && n > 0 && issue->nothing != 0 && issue->nothing > issue->number[0] &&
        issue->nothing < issue->number[n - 1])
        level_is_known(r, at, issue, issue->nothing);
}

static void finish_issue(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    struct issue *issue = &draft->issue;

    issue_levels_read(r, at, &draft->own, &draft->wider, draft->only, issue);
    issue_titles_read(r, draft->titles, issue);
    if (draft->nothing && level_read(r, draft->nothing, issue, &issue->nothing))
        check_nothing(r, draft->nothing, issue);
    issue->gives_nothing = draft->nothing || issue->is_named;
    issue->says_nothing = draft->nothing || draft->only || issue->is_named || !issue->on_table ||
                          level_on_table(issue, 0) != NONE;
    issue->all = text_written(draft->all);
    check_all(r, at, issue);
    if (draft->real && issue->is_named)
        complain(r, draft->real, "'real' is for issues with numbers");
    else if (draft->real)
        issue->real = number_read(r, draft->real, 0, 1, "");
    if (draft->lasts) {
        issue->has_lasts = true;
        level_map_read(r, draft->lasts, issue, 0, 1, &issue->lasts);
    }
}

/* Of a list and a range one would have no effect.  A list from --set may stand beside a range: it
 * takes its place. */
static void refuse_double_levels(struct reader *r, const config_setting_t *entry)
{
    const config_setting_t *levels;

    if (!config_setting_is_group(entry))
        return;
    levels = config_setting_get_member(entry, "levels");
    if (levels && !config_setting_get_hook(levels) &&
        (config_setting_get_member(entry, "from") || config_setting_get_member(entry, "to") ||
         config_setting_get_member(entry, "step")))
        complain(r, entry, "'levels' and 'from', 'to', 'step' say the same; give one");
}

/* The settings of the vocabulary's entry, if there is one, and over them the issue's own. */
static void read_settings(struct reader *r, const config_setting_t *entry,
                          const config_setting_t *wider, struct draft *draft)
{
    if (wider && wider != entry) {
        field_read(r, wider, &issue_schema, draft);
        draft->wider = draft->own;
        draft->own.levels = NULL;
    }
    field_read(r, entry, &issue_schema, draft);
    /* A range of its own takes the place of the vocabulary's list. */
    bool ranged = !isnan(draft->own.from) && config_setting_get_member(entry, "from");
    const char *half = config_setting_get_member(entry, "to")     ? "to"
                       : config_setting_get_member(entry, "step") ? "step"
                                                                  : NULL;
    if (!draft->own.levels && !ranged) {
        draft->own.levels = draft->wider.levels;
        if (half && draft->own.levels)
            complain(r, entry, "'%s' needs 'from': the vocabulary has a list of levels", half);
    }
    refuse_double_levels(r, entry);
    draft->issue.title = draft->issue.title ? draft->issue.title : draft->issue.name;
}

static void check_name(struct reader *r, const config_setting_t *entry, const char *name)
{
    if (grammar_is_setting(name))
        complain(r, entry, "an issue cannot be called '%s': reserved name", name);
    if (issue_find(r, name) != NONE)
        complain(r, entry, "issue '%s' is there twice", name);
}

static void read_entry(struct reader *r, const config_setting_t *entry,
                       const config_setting_t *vocabulary, bool on_table)
{
    struct scenario *s = r->scenario;
    const char *name = NULL;
    struct draft draft = {
        .issue = { .name = "", .unit = "", .on_table = on_table, .per = NONE, .real = NONE },
        .own = { NULL, NAN, NAN, NAN },
        .wider = { NULL, NAN, NAN, NAN },
        .all = NAN
    };

    if (s->n_issue == MAX_ISSUE) {
        complain(r, entry, "more than %d issues", MAX_ISSUE);
        return;
    }
    if (config_setting_is_group(entry))
        config_setting_lookup_string(entry, "name", &name);
    const config_setting_t *wider = on_table ? issue_entry(vocabulary, name) : NULL;
    read_settings(r, entry, wider, &draft);
    finish_issue(r, entry, &draft);
    check_name(r, entry, draft.issue.name);
    draft.issue.remark = reader_remark(r, entry, wider);
    draft.issue.place = reader_place(r, entry);
    r->promise[s->n_issue] = draft.promise; /* for later: parties and phases are not known yet */
    s->issue[s->n_issue++] = draft.issue;
}

static void find_lasts(struct reader *r, const config_setting_t *at)
{
    struct scenario *s = r->scenario;

    s->lasts_issue = NONE;
    for (size_t k = 0; k < s->n_issue; k++) {
        if (!s->issue[k].has_lasts)
            continue;
        if (s->lasts_issue != NONE)
            complain(r, at, "'%s' and '%s' both have 'lasts'; one issue decides",
                     s->issue[s->lasts_issue].name, s->issue[k].name);
        s->lasts_issue = k;
    }
}

void read_issues(struct reader *r, const config_setting_t *issues,
                 const config_setting_t *vocabulary)
{
    struct scenario *s = r->scenario;

    s->issue = reader_alloc(r, MAX_ISSUE, sizeof *s->issue);
    if (!s->issue || !field_is_list(r, issues, "issues"))
        return;
    if (vocabulary && !field_is_list(r, vocabulary, "issues"))
        return;
    if (config_setting_length(issues) == 0)
        complain(r, issues, "expected at least one issue");
    for (int i = 0; i < config_setting_length(issues); i++)
        read_entry(r, config_setting_get_elem(issues, (unsigned)i), vocabulary, true);
    /* An entry of the vocabulary with `only` joins the table at that one level.  Those go first, as
     * the issues on the table must come before all others. */
    for (int only = 1; only >= 0; only--) {
        for (int i = 0; vocabulary && i < config_setting_length(vocabulary); i++) {
            const config_setting_t *entry = config_setting_get_elem(vocabulary, (unsigned)i);
            const char *name = NULL;
            bool fixed = config_setting_is_group(entry) && config_setting_get_member(entry, "only");
            if (config_setting_is_group(entry))
                config_setting_lookup_string(entry, "name", &name);
            if (fixed == only && !issue_entry(issues, name))
                read_entry(r, entry, vocabulary, only);
        }
        if (only)
            s->n_table = s->n_issue;
    }
    find_lasts(r, issues);
}
