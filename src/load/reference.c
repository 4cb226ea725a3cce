/* reference.c - the scenario reference, printed from the tables that the loader reads by */
#include "reference.h"

#include "grammar.h"
#include "issue_levels.h"
#include "number.h"
#include "read_agreement.h"
#include "read_answer.h"
#include "read_body.h"
#include "read_extension.h"
#include "read_issue.h"
#include "read_party.h"
#include "read_phase.h"
#include "read_proposal.h"
#include "read_record.h"
#include "read_red_line.h"
#include "read_rule.h"
#include "read_stated.h"
#include "read_sweep.h"
#include "read_talks.h"
#include "read_top.h"
#include "read_value.h"
#include "scan.h"
#include "text.h"
#include "vote.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Printed in this order: a group, then those within it. */
static const struct schema *const schemas[] = {
    &top_schema,       &header_schema,      &text_schema,        &issue_schema,
    &rule_schema,      &party_schema,       &value_schema,       &red_line_schema,
    &leverage_schema,  &interaction_schema, &reference_schema,   &body_schema,
    &bloc_schema,      &agreement_schema,   &threshold_schema,   &phase_schema,
    &extension_schema, &number_schema,      &correlation_schema, &proposal_schema,
    &answer_schema,    &record_schema,      &outcome_schema,     &talks_schema,
    &tactic_schema,    &stated_schema,      &mediator_schema,    &draft_schema,
    &pilot_schema,     &event_schema,       &ratifier_schema,    &run_schema,
    &sweep_schema,
};

static const struct {
    const char *what;
    uint64_t most;
} limits[] = {
    { "parties (at least 2)", MAX_PARTY },
    { "issues, with those of the vocabulary", MAX_ISSUE },
    { "levels of an issue", MAX_LEVEL },
    { "phases", MAX_PHASE },
    { "times that somebody has to perform something, over all phases", MAX_STEP },
    { "parties with `keeps_word`", MAX_TYPED },
    { "parties, and bodies and blocs with `weights` or `red_lines` of their own", MAX_VETO },
    { "seats in `agreement`", RULE_SEATS },
    { "parts of `agreement`", RULE_PARTS },
    { "seats of a body", VOTE_MAX_SEAT },
    { "values of a `discrete` distribution", DIST_MAX_VALUE },
    { "parameters in `correlations`", MAX_CORRELATED },
    { "parties in talks", MAX_SIDE },
    { "packages, where several parties in talks look ahead", TALKS_MAX_LOOKED_AT },
    { "events", MAX_EVENT },
    { "settings of one group", GRAMMAR_MAX_MEMBERS },
    { "brackets within each other", GRAMMAR_MAX_DEPTH },
    { "`@include` in one file", SCAN_MAX_INCLUDES },
    { "MiB of a file", SCAN_MAX_BYTES >> 20 },
};

static void print_limits(FILE *out)
{
    fprintf(out, "\n## Limits\n\n| of | at most |\n|---|---|\n");
    for (size_t i = 0; i < COUNT_OF(limits); i++)
        fprintf(out, "| %s | %" PRIu64 " |\n", limits[i].what, limits[i].most);
}

/* "a", "b" or "c" */
static void write_choice(const struct field *f, size_t size, char out[size])
{
    size_t used = 0;

    for (size_t i = 0; i < f->n_choice && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s\"%s\"",
                                 i == 0                ? ""
                                 : i + 1 < f->n_choice ? ", "
                                                       : " or ",
                                 f->choice[i].text);
}

/* What a setting looks like: "0 to 1 days, or a distribution".  Limits as wide as 1e9 only keep
 * sums finite: to a reader they are none. */
static void write_looks(const struct field *f, size_t size, char out[size])
{
    const char *or_doubt = f->kind == FIELD_NUMBER ? ", or a distribution" : "";
    const char *blank = f->unit && f->unit[0] ? " " : "";

    if (f->kind == FIELD_CHOICE)
        write_choice(f, size, out);
    else if (f->kind != FIELD_REAL && f->kind != FIELD_COUNT && f->kind != FIELD_NUMBER)
        snprintf(out, size, "%s", f->unit);
    else if (f->high < 1e9 && f->low >= -1e9)
        snprintf(out, size, "%.7g to %.7g%s%s%s", f->low, f->high, blank, f->unit, or_doubt);
    else if (f->low >= 0 && f->kind != FIELD_REAL)
        snprintf(out, size, "number, at least %g%s%s%s", f->low, blank, f->unit, or_doubt);
    else
        snprintf(out, size, "number%s%s%s", blank, f->unit, or_doubt);
}

/* - `draws` = 1 to 1e+09: how many worlds are sampled */
static void print_field(FILE *out, const struct field *f)
{
    char looks[300], text[1500];

    write_looks(f, sizeof looks, looks);
    snprintf(text, sizeof text, "%s%s: %s", looks, f->need == REQUIRED ? " (needed)" : "",
             f->meaning);
    const int used = fprintf(out, "- `%s` =", f->name);
    text_wrap(out, (size_t)used, 2, text);
}

void reference_print(FILE *out)
{
    fprintf(out,
            "# Scenario files\n\n"
            "This is what `negosim fields` prints, from the table that the loader reads by.\n"
            "A scenario is a libconfig file: `name = value;`, groups in `{ }`, lists in `( )`, "
            "texts in\nquotes, comments after `#`. `@include \"file\"`, alone on a line, is "
            "looked for in the folder of the\nscenario. Names in capitals stand for names of "
            "your own. A text is one line of UTF-8: a line break or tab in it,\nwith the blanks "
            "round it, is read as one blank, another control character as `\\x1b` in letters.\n");
    fprintf(
        out,
        "\nA number has a **path**, for `--set` and `correlations`: the party's name, or `issues` "
        "and the issue's\nname, then the settings' names down to it; an element of a list goes by "
        "its `name` or `issue`, else by\nits place, from 0: `hamas.weights.pause`, "
        "`hamas.red_lines.exile.probability`,\n`issues.permanence.lasts.talks`, "
        "`israel.interactions.0.adds`. `negosim check` prints them. `--set PATH=VALUE`\ntakes a "
        "value "
        "as a file would write it: `--set 'hamas.no_deal={ normal = (0, 0.1); }'`; a text needs "
        "quotes\nof its own: `--set 'scenario.title=\"What if\"'`. `--set issues.NAME=LEVEL` fixes "
        "an "
        "issue, also one of the\nvocabulary that is not on the table, at one level (a number: "
        "any), in the "
        "proposals "
        "too.\n\nThe utility scale goes from 0 (everything as bad as it can be) to 1: a `no_deal` "
        "or a leverage "
        "of 0.1\nis a tenth of all that is at stake.\n");
    for (size_t i = 0; i < COUNT_OF(schemas); i++) {
        const struct schema *schema = schemas[i];
        fprintf(out, "\n## %s\n\n", schema->group);
        text_wrap(out, 0, 0, schema->meaning);
        putc('\n', out);
        for (size_t k = 0; k < schema->n; k++)
            print_field(out, &schema->field[k]);
    }
    print_limits(out);
}

size_t reference_count(void)
{
    return COUNT_OF(schemas);
}

const struct schema *reference_schema_at(size_t i)
{
    return schemas[i];
}

bool reference_is_file(const struct schema *schema)
{
    return schema == &top_schema;
}

/* A setting is a group when it looks like one: its `unit` begins with '{'. */
bool reference_is_group(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(schemas); i++)
        for (size_t k = 0; k < schemas[i]->n; k++)
            if (strcmp(schemas[i]->field[k].name, name) == 0 && schemas[i]->field[k].unit &&
                schemas[i]->field[k].unit[0] == '{')
                return true;
    return false;
}
