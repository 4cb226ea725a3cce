/* reference.c - the scenario reference, printed from the tables that the loader reads by */
#include "reference.h"

#include "grammar.h"
#include "issue_levels.h"
#include "number.h"
#include "read_answer.h"
#include "read_body.h"
#include "read_extension.h"
#include "read_issue.h"
#include "read_party.h"
#include "read_phase.h"
#include "read_proposal.h"
#include "read_red_line.h"
#include "read_stated.h"
#include "read_sweep.h"
#include "read_talks.h"
#include "read_top.h"
#include "read_value.h"
#include "scan.h"
#include "vote.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const struct schema *const schemas[] = {
    &top_schema,         &header_schema,   &text_schema,     &issue_schema,       &party_schema,
    &value_schema,       &red_line_schema, &leverage_schema, &interaction_schema, &reference_schema,
    &body_schema,        &bloc_schema,     &phase_schema,    &extension_schema,   &number_schema,
    &correlation_schema, &proposal_schema, &answer_schema,   &talks_schema,       &tactic_schema,
    &stated_schema,      &mediator_schema, &draft_schema,    &pilot_schema,       &event_schema,
    &ratifier_schema,    &run_schema,      &sweep_schema,
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
    { "parties, and bodies with `weights` or `red_lines` of their own", MAX_VETO },
    { "seats of a body", VOTE_MAX_SEAT },
    { "values of a `discrete` distribution", DIST_MAX_VALUE },
    { "parameters in `correlations`", MAX_CORRELATED },
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

static void print_range(FILE *out, const struct field *f)
{
    if (f->high >= 1e9 || f->low < -1e9)
        fprintf(out, f->low >= 0 && f->kind != FIELD_REAL ? "number, at least %g" : "number",
                f->low);
    else
        fprintf(out, "%.7g to %.7g", f->low, f->high);
    if (f->unit[0])
        fprintf(out, " %s", f->unit);
}

/* "a", "b" or "c" */
static void print_choice(FILE *out, const struct field *f)
{
    for (size_t i = 0; i < f->n_choice; i++)
        fprintf(out, "%s\"%s\"",
                i == 0                ? ""
                : i + 1 < f->n_choice ? ", "
                                      : " or ",
                f->choice[i].text);
}

static void print_field(FILE *out, const struct field *f)
{
    fprintf(out, "| `%s`%s | ", f->name, f->need == REQUIRED ? " (needed)" : "");
    if (f->kind == FIELD_REAL || f->kind == FIELD_COUNT || f->kind == FIELD_NUMBER)
        print_range(out, f);
    else if (f->kind == FIELD_CHOICE)
        print_choice(out, f);
    else
        fprintf(out, "%s", f->unit);
    fprintf(out, "%s | %s |\n", f->kind == FIELD_NUMBER ? ", or a distribution" : "", f->meaning);
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
        fprintf(out, "\n## %s\n\n%s\n\n| setting | looks like | meaning |\n|---|---|---|\n",
                schema->group, schema->meaning);
        for (size_t k = 0; k < schema->n; k++)
            print_field(out, &schema->field[k]);
    }
    print_limits(out);
}

bool reference_is_group(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(schemas); i++)
        for (size_t k = 0; k < schemas[i]->n; k++)
            if (strcmp(schemas[i]->field[k].name, name) == 0 && schemas[i]->field[k].unit &&
                schemas[i]->field[k].unit[0] == '{')
                return true;
    return false;
}
