/* outcomes_rows.c - outcomes.csv: what was agreed, beside what each rule says */
#include "record_tables.h"

#include "text.h"

#include <math.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, scenario, SCENARIO, always, "", "its name")                                             \
    X(ONE, issue, ISSUE, always, "", "what was settled")                                           \
    X(ONE, agreed, TEXT_A, always, "", "the level that was agreed")                                \
    X(ONE, rule, FORECAST_RULE, always, "",                                                        \
      "a solution at mean preferences; compromise; best: accepted by all most often; middle of "   \
      "the range; reference: `nothing`, where the scenario gives it")                              \
    X(ONE, foreseen, TEXT_B, always, "",                                                           \
      "the level that it says; of packages that are equal the mean, of names the likeliest; "      \
      "empty "                                                                                     \
      "where it says none")                                                                        \
    X(ONE, error, NUMBER, always, "points",                                                        \
      "how far apart, 0 to 100 of the range of levels on the table; of names 0 or 100; of equals " \
      "the mean")
TABLE(outcomes_table, "outcomes.csv", always,
      "One row for each issue of an `outcome` and each rule.");

static const char *level_text(struct record_tables *t, const struct issue *issue, double level)
{
    char number[TEXT_NUMBER];

    if (isnan(level))
        return "";
    if (issue->is_named)
        return issue->names[(size_t)level];
    text_shortest(level, number);
    return arena_text(&t->scope.arena, number);
}

static enum error_code label_levels(struct record_tables *t, struct error *err)
{
    const struct outcomes *o = t->outcomes;
    const char **agreed = scope_label(&t->scope, LABEL_TEXT_A, o->n, err);
    const char **foreseen = scope_label(&t->scope, LABEL_TEXT_B, o->n * FORECAST_RULES, err);

    for (size_t i = 0; err->code == OK && i < o->n; i++) {
        const struct settled *settled = &o->settled[i];
        const struct scenario *s = t->learned->joint->history->scenario[settled->scenario];
        agreed[i] = level_text(t, &s->issue[settled->issue], settled->agreed);
        for (size_t rule = 0; rule < FORECAST_RULES; rule++) {
            foreseen[i * FORECAST_RULES + rule] =
                level_text(t, &s->issue[settled->issue], settled->by[rule].level);
            if (!agreed[i] || !foreseen[i * FORECAST_RULES + rule])
                return error_set(err, ERR_MEMORY, "not enough memory for results");
        }
    }
    return err->code;
}

enum error_code outcomes_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    const struct outcomes *o = t->outcomes;

    if (label_levels(t, err) != OK || sheet_open(sheet, &outcomes_table, &t->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < o->n; i++)
        for (size_t rule = 0; rule < FORECAST_RULES; rule++) {
            const struct settled *settled = &o->settled[i];
            struct row row = { .scenario = (double)settled->scenario,
                               .issue =
                                   (double)(t->first_issue[settled->scenario] + settled->issue),
                               .agreed = (double)i,
                               .rule = (double)rule,
                               .foreseen = isnan(settled->by[rule].level)
                                               ? NAN
                                               : (double)(i * FORECAST_RULES + rule),
                               .error = settled->by[rule].error };
            if (sheet_add(sheet, &row, err) != OK)
                return err->code;
        }
    return OK;
}
