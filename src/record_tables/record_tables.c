/* record_tables.c - makes the files of a backtest and of what was learned from a record */
#include "record_tables.h"

const struct result_table *const record_result_tables[RECORD_RESULT_COUNT] = {
#define X(name) &name##_table,
    RECORD_RESULT_LIST(X)
#undef X
};

static enum error_code (*const makers[RECORD_RESULT_COUNT])(struct record_tables *t,
                                                            struct sheet *sheet,
                                                            struct error *err) = {
#define X(name) name##_make,
    RECORD_RESULT_LIST(X)
#undef X
};

static const struct history *history_of(const struct record_tables *t)
{
    return t->learned->joint->history;
}

bool record_tables_has(const struct record_tables *t, size_t file)
{
    switch (file) {
    case RECORD_outcomes:
    case RECORD_errors:
        return t->outcomes && t->outcomes->n > 0;
    case RECORD_numbers:
    case RECORD_evidence:
        return t->moved;
    case RECORD_choice:
        return t->choice;
    case RECORD_posterior:
        return t->n_world > 0;
    default:
        return history_of(t)->n_answer > 0;
    }
}

/* Where the proposals, parties and issues of each scenario begin among those of all. */
static enum error_code count_names(struct record_tables *t, size_t n[3], struct error *err)
{
    const struct history *h = history_of(t);

    t->first_proposal = arena_alloc(&t->scope.arena, h->n, sizeof *t->first_proposal);
    t->first_party = arena_alloc(&t->scope.arena, h->n, sizeof *t->first_party);
    t->first_issue = arena_alloc(&t->scope.arena, h->n, sizeof *t->first_issue);
    if (!t->first_proposal || !t->first_party || !t->first_issue)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t i = 0; i < h->n; i++) {
        t->first_proposal[i] = n[0];
        t->first_party[i] = n[1];
        t->first_issue[i] = n[2];
        n[0] += h->scenario[i]->n_proposal;
        n[1] += h->scenario[i]->n_party;
        n[2] += h->scenario[i]->n_table;
    }
    return OK;
}

static enum error_code label_names(struct record_tables *t, struct error *err)
{
    const struct history *h = history_of(t);
    size_t n[3] = { 0 };

    if (count_names(t, n, err) != OK)
        return err->code;
    const char **date = scope_label(&t->scope, LABEL_DATE, h->n, err);
    const char **name = scope_label(&t->scope, LABEL_SCENARIO, h->n, err);
    const char **proposal = scope_label(&t->scope, LABEL_PROPOSAL, n[0], err);
    const char **party = scope_label(&t->scope, LABEL_PARTY, n[1], err);
    const char **issue = scope_label(&t->scope, LABEL_ISSUE, n[2], err);
    if (err->code != OK)
        return err->code;
    for (size_t i = 0; i < h->n; i++) {
        const struct scenario *s = h->scenario[i];
        date[i] = s->as_of;
        name[i] = s->name;
        for (size_t k = 0; k < s->n_proposal; k++)
            *proposal++ = s->proposal[k].name;
        for (size_t k = 0; k < s->n_party; k++)
            *party++ = s->party[k].name;
        for (size_t k = 0; k < s->n_table; k++)
            *issue++ = s->issue[k].name;
    }
    return OK;
}

static enum error_code label_rules(struct record_tables *t, struct error *err)
{
    const char **rule = scope_label(&t->scope, LABEL_FORECAST_RULE, FORECAST_RULES, err);

    for (size_t i = 0; rule && i < FORECAST_RULES; i++)
        rule[i] = forecast_names(i);
    t->scope.label[LABEL_SAID] = (struct labels){ SAID_COUNT, said_labels };
    t->scope.label[LABEL_BY] = (struct labels){ BY_COUNT, answer_by_labels };
    t->scope.label[LABEL_RULE] = (struct labels){ RULE_COUNT, rule_names };
    t->scope.label[LABEL_SCORE_OF] = (struct labels){ SCORE_GROUPS, score_of_names };
    return err->code;
}

/* A column of worlds for each number, by the name that it is read back by. */
static enum error_code name_numbers(struct record_tables *t, struct error *err)
{
    const struct joint *j = t->learned->joint;
    const char **path = scope_label(&t->scope, LABEL_NUMBER_PATH, j->n, err);

    t->column = arena_alloc(&t->scope.arena, j->n, sizeof *t->column);
    if (!path || !t->column)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t i = 0; i < j->n; i++) {
        path[i] = j->number[i].parameter->path;
        t->column[i] = (struct named_column){ joint_name(j, i, &t->scope.arena), { 0, NULL } };
        if (!t->column[i].name)
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    t->scope.n_lever = j->n;
    t->scope.lever = t->column;
    return OK;
}

enum error_code record_tables_init(struct record_tables *t, struct error *err)
{
    t->scope.scenario = &t->none;
    if (label_names(t, err) != OK || label_rules(t, err) != OK || name_numbers(t, err) != OK)
        return err->code;
    for (size_t i = 0; i < RECORD_RESULT_COUNT; i++)
        if (record_tables_has(t, i) && makers[i](t, &t->sheet[i], err) != OK)
            return err->code;
    return OK;
}

void record_tables_release(struct record_tables *t)
{
    for (size_t i = 0; i < RECORD_RESULT_COUNT; i++)
        sheet_release(&t->sheet[i]);
    scope_release(&t->scope);
}
