/* read_record.c - how recorded answers are judged, and what was agreed in the end */
#include "read_record.h"

#include "read_levels.h"

#include <math.h>

#define AT(member) offsetof(struct answering, member)
static const struct field record_fields[] = {
    { "doubt", FIELD_NUMBER, OPTIONAL, AT(doubt), 0, 0.5, "",
      "of an answer that gives none of its own: the chance that the other one was given, whatever "
      "it was worth (0.05)" },
    { "scale", FIELD_NUMBER, OPTIONAL, AT(scale), 0, 1, "utility",
      "what nobody knows of an answer: with it a surplus of x over what is asked for is accepted "
      "in 1 / (1 + exp(-x / scale)); 0: always, or never (0.02)" },
    FIELD_REMARKS,
};
#undef AT
const struct schema record_schema = { "record",
                                      "How far recorded answers may differ from what the parties' "
                                      "numbers say, for `negosim backtest` "
                                      "and `infer`. The map does not look at it.",
                                      COUNT_OF(record_fields), record_fields };

void read_record(struct reader *r, const config_setting_t *group)
{
    struct scenario *s = r->scenario;

    if (group)
        field_read(r, group, &record_schema, &s->answering);
}

/* For the reference: the keys are issues. */
static const struct field outcome_fields[] = {
    { "ISSUE", FIELD_SETTING, REQUIRED, 0, 0, 0, "level",
      "what was agreed; a number need not be on the table" },
    FIELD_REMARKS,
};
const struct schema outcome_schema = {
    "outcome",
    "What was agreed in the end, for `negosim backtest`: the issues that were settled. No other "
    "command looks at it.",
    COUNT_OF(outcome_fields), outcome_fields
};

static void read_agreed(struct reader *r, const config_setting_t *one)
{
    struct scenario *s = r->scenario;
    const size_t k = issue_find(r, config_setting_name(one));

    if (k == NONE)
        issue_unknown(r, one, config_setting_name(one));
    else if (!s->issue[k].on_table)
        complain(r, one, "'%s' is not on the table here: add it to 'issues'", s->issue[k].name);
    else if (level_read(r, one, &s->issue[k], &s->outcome[k]))
        s->n_settled++;
}

void read_outcome(struct reader *r, const config_setting_t *group)
{
    struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;

    if (!group)
        return;
    s->outcome = reader_alloc(r, s->n_table, sizeof *s->outcome);
    if (!s->outcome)
        return;
    if (!config_setting_is_group(group)) {
        complain(r, group, "'outcome' must be a group: { ISSUE = level; ... }");
        return;
    }
    for (size_t k = 0; k < s->n_table; k++)
        s->outcome[k] = NAN;
    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
        if (is_remark(one))
            field_remark(r, one);
        else
            read_agreed(r, one);
    }
    if (s->n_settled == 0 && r->n_complaint == before)
        complain(r, group, "'outcome' settles no issue: { ISSUE = level; ... }");
}
