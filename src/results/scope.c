/* scope.c - what the columns of a result file depend on */
#include "scope.h"

#include "agreement.h"

#include <stdio.h>

const char *const label_values[LABEL_COUNT] = {
#define X(name, values) values,
    LABEL_LIST(X)
#undef X
};

static bool holds_always(const struct scope *scope)
{
    (void)scope;
    return true;
}

static bool has_phases(const struct scope *scope)
{
    return scope->scenario->n_phase > 0;
}

static bool has_bodies(const struct scope *scope)
{
    return scenario_bodies(scope->scenario) > 0;
}

static bool has_answers(const struct scope *scope)
{
    return scenario_is_answered(scope->scenario);
}

static bool has_open_terms(const struct scope *scope)
{
    return scope->scenario->n_vague > 0;
}

static bool has_talks(const struct scope *scope)
{
    return scope->scenario->talks != NULL;
}

static bool has_dates(const struct scope *scope)
{
    return has_talks(scope) && scope->scenario->talks->has_dates;
}

static bool has_rule(const struct scope *scope)
{
    return agreement_has_rule(scope->scenario);
}

static bool has_many(const struct scope *scope)
{
    return has_talks(scope) && scope->scenario->talks->n_side > 2;
}

static bool has_rules(const struct scope *scope)
{
    return scope->scenario->n_rule > 0;
}

const struct occasion always = { "", holds_always }, with_phases = { "with phases", has_phases },
                      with_bodies = { "with bodies", has_bodies },
                      with_answers = { "with answers", has_answers },
                      with_open_terms = { "where terms are left open", has_open_terms },
                      with_talks = { "with talks", has_talks },
                      with_dates = { "with dates", has_dates },
                      with_many = { "with talks of more than two", has_many },
                      with_rule = { "with `agreement`", has_rule },
                      with_rules = { "with rules on sums", has_rules };

const char **scope_label(struct scope *scope, enum label label, size_t n, struct error *err)
{
    const char **text = arena_alloc(&scope->arena, n, sizeof *text);

    if (!text) {
        error_set(err, ERR_MEMORY, "not enough memory for results");
        return NULL;
    }
    scope->label[label] = (struct labels){ n, text };
    return text;
}

const char *scope_parties(struct scope *scope, uint64_t parties, struct error *err)
{
    const struct scenario *s = scope->scenario;
    char text[MAX_PARTY * 64 + 1] = ""; /* a plain name and a blank each */
    size_t used = 0;

    for (size_t p = 0; p < s->n_party; p++)
        if (parties >> p & 1)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", used ? " " : "",
                                     s->party[p].name);
    const char *kept = arena_text(&scope->arena, text);
    if (!kept)
        error_set(err, ERR_MEMORY, "not enough memory for results");
    return kept;
}

enum error_code scope_label_paths(struct scope *scope, struct error *err)
{
    const struct scenario *s = scope->scenario;
    const char **path = scope_label(scope, LABEL_NUMBER_PATH, s->n_parameter, err);

    for (size_t i = 0; path && i < s->n_parameter; i++)
        path[i] = s->parameter[i].path;
    return err->code;
}

/* The levels of all issues are one list of texts: a cell is first_level[k] plus the level.  Only
 * phases have a `performance`, which names the units. */
static enum error_code label_issues(struct scope *scope, struct error *err)
{
    const struct scenario *s = scope->scenario;
    size_t n_level = 0;

    for (size_t k = 0; k < s->n_table; k++) {
        scope->first_level[k] = n_level;
        n_level += s->issue[k].n_level;
    }
    const char **issue = scope_label(scope, LABEL_ISSUE, s->n_table, err);
    const char **level = scope_label(scope, LABEL_LEVEL, n_level, err);
    const char **unit = scope_label(scope, LABEL_UNIT, s->n_table, err);
    if (err->code != OK)
        return err->code;
    for (size_t k = 0; k < s->n_table; k++) {
        issue[k] = s->issue[k].name;
        unit[k] = s->n_phase > 0 ? s->performance[k].counts : "";
        for (size_t l = 0; l < s->issue[k].n_level; l++)
            *level++ = s->issue[k].label[l];
    }
    return OK;
}

/* Lists bodies, and blocs, party by party: makers of tables count them in this order. */
static enum error_code label_bodies(struct scope *scope, struct error *err)
{
    const struct scenario *s = scope->scenario;
    size_t n_bloc = 0;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++)
            n_bloc += s->party[p].body[b].n_bloc;
    const char **body = scope_label(scope, LABEL_BODY, scenario_bodies(s), err);
    const char **bloc = scope_label(scope, LABEL_BLOC, n_bloc, err);
    if (err->code != OK)
        return err->code;
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++) {
            *body++ = s->party[p].body[b].name;
            for (size_t k = 0; k < s->party[p].body[b].n_bloc; k++)
                *bloc++ = s->party[p].body[b].bloc[k].name;
        }
    return OK;
}

static enum error_code label_others(struct scope *scope, struct error *err)
{
    const struct scenario *s = scope->scenario;
    const char **party = scope_label(scope, LABEL_PARTY, s->n_party, err);
    const char **proposal = scope_label(scope, LABEL_PROPOSAL, s->n_proposal, err);
    const char **phase = scope_label(scope, LABEL_PHASE, s->n_phase, err);
    const char **solution = scope_label(scope, LABEL_SOLUTION, SOLUTION_COUNT, err);

    if (err->code != OK)
        return err->code;
    for (size_t p = 0; p < s->n_party; p++)
        party[p] = s->party[p].name;
    for (size_t i = 0; i < s->n_proposal; i++)
        proposal[i] = s->proposal[i].name;
    for (size_t k = 0; k < s->n_phase; k++)
        phase[k] = s->phase[k].name;
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        solution[rule] = solution_names[rule].text;
    scope->label[LABEL_BODY_KIND] = (struct labels){ BODY_KINDS, body_kind_names };
    scope->label[LABEL_SAID] = (struct labels){ SAID_COUNT, said_labels };
    scope->label[LABEL_BY] = (struct labels){ BY_COUNT, answer_by_labels };
    return OK;
}

enum error_code scope_init(struct scope *scope, const struct scenario *s, struct error *err)
{
    *scope = (struct scope){ .scenario = s };
    if (label_issues(scope, err) != OK || label_bodies(scope, err) != OK)
        return err->code;
    return label_others(scope, err);
}

void scope_release(struct scope *scope)
{
    arena_release(&scope->arena);
}

void scope_terms(const struct scenario *s, const size_t level[], double cell[])
{
    for (size_t k = 0; k < s->n_table; k++)
        cell[k] = s->issue[k].level[level[k]];
}
