/* nearly.c - makes scenarios that are nearly valid, from the tables that the loader reads by
 *
 *   nearly FOLDER N [SEED]     writes FOLDER/made-0 .. made-(N - 1)
 *
 * Which settings a group may have, their kinds, ranges and words come from its schema, so that a
 * new setting is tried as soon as it is there.  How the others are written stands in shapes.c, and
 * which go together in the rules below; each is now and then broken. */
#include "date.h"
#include "names.h"
#include "read_agreement.h"
#include "read_answer.h"
#include "read_body.h"
#include "read_issue.h"
#include "read_party.h"
#include "read_phase.h"
#include "read_proposal.h"
#include "read_rule.h"
#include "read_sweep.h"
#include "read_talks.h"
#include "read_top.h"
#include "rng.h"
#include "shapes.h"
#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SETTING = 64 };

/* Which settings go together, in the order in which they are looked at. */
enum bond {
    ALWAYS,   /* is there */
    PHASES,   /* ... where there are phases, and not else */
    PROPOSED, /* ... where there are proposals */
    LASTING,  /* ... for the first issue, where what is agreed may not last */
    EXTENDED, /* ... where it may go on, and not else */
    DOUBTED,  /* may be there where it may not last */
    ON,       /* ... for this issue or party */
    NUMBERS,  /* may be there where the issue has numbers */
    NAMED,    /* ... names */
    WANTS,    /* ... where the other setting is there */
    BRINGS,   /* the other is there with it */
    EXCLUDES, /* the other is not */
    UNLESS,   /* is there where the other is not, and only there */
};

static const struct rule {
    const struct schema *in;
    const char *setting;
    enum bond bond;
    const char *other;
} rules[] = {
    { &top_schema, "proposals", PROPOSED, NULL },
    { &top_schema, "phases", PHASES, NULL },
    { &agreement_schema, "any_of", EXCLUDES, "all_of" },
    { &agreement_schema, "quota", UNLESS, "any_of" },
    { &agreement_schema, "all_of", EXCLUDES, "quota" },
    { &agreement_schema, "seats", WANTS, "quota" },
    { &agreement_schema, "vetoes", WANTS, "quota" },
    { &threshold_schema, "quota", ALWAYS, NULL },
    { &rule_schema, "at_most", EXCLUDES, "equals" },
    { &rule_schema, "at_least", EXCLUDES, "equals" },
    { &rule_schema, "at_least", UNLESS, "equals" },
    { &issue_schema, "from", NUMBERS, NULL },
    { &issue_schema, "from", BRINGS, "to" },
    { &issue_schema, "from", BRINGS, "step" },
    { &issue_schema, "to", WANTS, "from" },
    { &issue_schema, "step", WANTS, "from" },
    { &issue_schema, "levels", UNLESS, "from" },
    { &issue_schema, "all", UNLESS, "nothing" },
    { &issue_schema, "all", NUMBERS, NULL },
    { &issue_schema, "real", NUMBERS, NULL },
    { &top_schema, "extension", EXTENDED, NULL },
    { &party_schema, "extension", EXTENDED, NULL },
    { &issue_schema, "lasts", LASTING, NULL },
    { &issue_schema, "by", PHASES, NULL },
    { &issue_schema, "shares", WANTS, "by" },
    { &issue_schema, "counts", WANTS, "by" },
    { &issue_schema, "in_order", WANTS, "by" },
    { &issue_schema, "titles", NAMED, NULL },
    { &issue_schema, "holds", NAMED, NULL },
    { &issue_schema, "per", NUMBERS, NULL },
    { &issue_schema, "penalty", ON, "jobs" },
    { &issue_schema, "penalty", WANTS, "by" },
    { &issue_schema, "applied", WANTS, "penalty" },
    { &issue_schema, "compensation", WANTS, "penalty" },
    { &issue_schema, "binds", WANTS, "penalty" },
    { &party_schema, "lasts", DOUBTED, NULL },
    { &party_schema, "bargains", ON, "town" },
    { &party_schema, "weights", ALWAYS, NULL },
    { &party_schema, "values", ALWAYS, NULL },
    { &party_schema, "no_deal", UNLESS, "reservation" },
    { &leverage_schema, "levels", UNLESS, "shift" },
    { &body_schema, "leaves", EXCLUDES, "blocs" },
    { &body_schema, "leaves", EXCLUDES, "weights" },
    { &body_schema, "leaves", EXCLUDES, "red_lines" },
    { &body_schema, "leaves", EXCLUDES, "refusal_cost" },
    { &body_schema, "quota", WANTS, "blocs" },
    { &body_schema, "blocs", BRINGS, "quota" },
    { &body_schema, "blocs", EXCLUDES, "no_deal" },
    { &body_schema, "blocs", EXCLUDES, "refusal_cost" },
    { &body_schema, "blocs", EXCLUDES, "weights" },
    { &body_schema, "blocs", EXCLUDES, "red_lines" },
    { &body_schema, "noise", WANTS, "blocs" },
    { &body_schema, "shock", WANTS, "blocs" },
    { &body_schema, "vetoes", WANTS, "blocs" },
    { &body_schema, "vetoes", EXCLUDES, "noise" },
    { &body_schema, "veto", UNLESS, "leaves" },
    { &body_schema, "blocs", EXCLUDES, "veto" },
    { &answer_schema, "said", UNLESS, "accepts" },
    { &answer_schema, "refuses", WANTS, "accepts" },
    { &talks_schema, "first_round", EXCLUDES, "rounds" },
    { &talks_schema, "deadline", UNLESS, "rounds" },
    { &talks_schema, "round_days", UNLESS, "rounds" },
    { &talks_schema, "recognition", WANTS, "moves" },
    { &talks_schema, "sends_back", WANTS, "ratification" },
    { &tactic_schema, "stated", WANTS, "accepts" },
    { &mediator_schema, "tells", BRINGS, "bias" },
    { &mediator_schema, "bias", WANTS, "tells" },
    { &mediator_schema, "starts", BRINGS, "single_text" },
    { &mediator_schema, "changes", BRINGS, "single_text" },
    { &mediator_schema, "temperature", BRINGS, "single_text" },
    { &mediator_schema, "passes", BRINGS, "single_text" },
    { &mediator_schema, "single_text", EXCLUDES, "drafts" },
    { &event_schema, "hazard", UNLESS, "on" },
    { &event_schema, "probability", WANTS, "on" },
    { &event_schema, "suspends", UNLESS, "ends" },
    { &event_schema, "issue", WANTS, "shift_weight" },
    { &event_schema, "shift_weight", BRINGS, "issue" },
    { &event_schema, "shift_weight", BRINGS, "party" },
    { &event_schema, "shift_no_deal", BRINGS, "party" },
    { &event_schema, "shift_refusal_cost", BRINGS, "party" },
};

static bool *chosen_of(const struct schema *schema, bool chosen[], const char *setting)
{
    for (size_t i = 0; i < schema->n; i++)
        if (strcmp(schema->field[i].name, setting) == 0)
            return &chosen[i];
    fprintf(stderr, "nearly: a rule is about '%s', which '%s' does not have\n", setting,
            schema->group);
    exit(EXIT_FAILURE);
}

static bool is_on(const struct maker *m, const char *name)
{
    return strcmp(name, issue_name[m->element % ISSUES]) == 0 ||
           strcmp(name, party_name[m->element % PARTIES]) == 0;
}

static void apply(const struct maker *m, const struct rule *rule, bool *one, bool *other)
{
    const bool is_named = m->is_named[m->element % ISSUES];

    switch (rule->bond) {
    case ALWAYS:
        *one = true;
        break;
    case PHASES:
        *one = m->n_phase > 0;
        break;
    case PROPOSED:
        *one = m->n_proposal > 0;
        break;
    case LASTING:
        *one = m->lasts && m->element == 0;
        break;
    case EXTENDED:
        *one = m->lasts && m->extends;
        break;
    case DOUBTED:
        *one = *one && m->lasts;
        break;
    case NUMBERS:
        *one = *one && !is_named;
        break;
    case NAMED:
        *one = *one && is_named;
        break;
    case ON:
        *one = is_on(m, rule->other);
        break;
    case WANTS:
        *one = *one && *other;
        break;
    case BRINGS:
        *other = *other || *one;
        break;
    case EXCLUDES:
        *other = *other && !*one;
        break;
    case UNLESS:
        *one = !*other;
    }
}

/* Which settings a group gets.  Groups within groups are what a scenario is made of: they are there
 * however timid it is. */
static void choose(struct maker *m, const struct schema *schema, bool chosen[MAX_SETTING])
{
    bool none = false;

    for (size_t i = 0; i < schema->n; i++) {
        const struct field *f = &schema->field[i];
        const struct shape *shape = shape_of(schema, f->name);
        chosen[i] = f->need == REQUIRED || happens(m, shape && shape->schema ? 0.3 : m->boldness);
    }
    for (size_t i = 0; i < COUNT_OF(rules); i++)
        if (rules[i].in == schema && !happens(m, 0.005))
            apply(m, &rules[i], chosen_of(schema, chosen, rules[i].setting),
                  rules[i].other && rules[i].bond != ON ? chosen_of(schema, chosen, rules[i].other)
                                                        : &none);
}

/* One of the words in quotes that a setting may be, or any text. */
static void put_word(struct maker *m, const char *words)
{
    const char *word[16];
    size_t n = 0;

    for (const char *at = strchr(words, '"'); at && n < COUNT_OF(word); at = strchr(at + 1, '"')) {
        word[n++] = at + 1;
        at = strchr(at + 1, '"');
    }
    if (n == 0) {
        fputs("\"some words\"", m->out);
        return;
    }
    const char *one = word[below(m, n)];
    fprintf(m->out, "\"%.*s\"", (int)strcspn(one, "\""), one);
}

/* What its row alone says of a setting. */
static void put_plain_setting(struct maker *m, const struct field *f)
{
    switch (f->kind) {
    case FIELD_REAL:
        put_number(m, f->low, f->high);
        break;
    case FIELD_NUMBER:
        put_quantity(m, f->low, f->high);
        break;
    case FIELD_COUNT:
        fprintf(m->out, "%.0f", f->low + (double)below(m, 3));
        break;
    case FIELD_FLAG:
        fputs(happens(m, 0.85) ? "true" : "false", m->out);
        break;
    case FIELD_NAME:
        fputs("\"made\"", m->out);
        break;
    case FIELD_CHOICE:
        fprintf(m->out, "\"%s\"", f->choice[below(m, f->n_choice)].text);
        break;
    case FIELD_TEXT:
    case FIELD_REMARK:
        put_word(m, strchr(f->unit, '"') ? f->unit : f->meaning);
        break;
    case FIELD_SETTING:
        put_quantity(m, f->low, f->high > f->low ? f->high : 1);
    }
}

void put_group(struct maker *m, const struct schema *schema)
{
    bool chosen[MAX_SETTING] = { false };

    choose(m, schema, chosen);
    fputs(schema == &top_schema ? "" : "{ ", m->out);
    for (size_t i = 0; i < schema->n; i++) {
        const struct field *f = &schema->field[i];
        const struct shape *shape = shape_of(schema, f->name);
        if (!chosen[i] || isupper((unsigned char)f->name[0]))
            continue; /* a name in capitals stands for others */
        fprintf(m->out, "%s = ", f->name);
        if (shape)
            shape->put(m, shape);
        else
            put_plain_setting(m, f);
        fputs(schema == &top_schema ? ";\n" : "; ", m->out);
    }
    fputs(schema == &top_schema ? "" : "}", m->out);
}

/* What a command line may add (input.h). */
static void put_options(struct maker *m)
{
    if (happens(m, 0.3)) {
        fputs("--set ", m->out);
        put_path(m);
        fputs("=", m->out);
        put_quantity(m, 0, 1);
        fputs("\n", m->out);
    }
    if (happens(m, 0.3)) {
        fputs("--vary ", m->out);
        put_lever(m);
        fputs("\n", m->out);
    }
    if (happens(m, 0.2))
        fputs("--against polynomial:4,micro\n", m->out);
    if (happens(m, 0.1))
        fputs("--design lhs\n", m->out);
}

static void make(struct maker *m)
{
    static const double boldness[] = { 0.03, 0.1, 0.3 };
    static const double step[] = { 1, 0.5, 10 };

    m->boldness = boldness[below(m, COUNT_OF(boldness))];
    m->n_issue = 2 + below(m, ISSUES - 1);
    m->n_party = 2 + below(m, PARTIES - 1);
    m->lasts = happens(m, 0.5);
    m->extends = happens(m, 0.3);
    m->n_quiet = 0;
    m->n_phase = happens(m, 0.3) ? 1 + below(m, 3) : 0;
    m->n_proposal = below(m, 3);
    for (size_t k = 0; k < ISSUES; k++) {
        m->is_named[k] = happens(m, 0.4);
        m->step[k] = step[below(m, COUNT_OF(step))];
    }
    put_group(m, &top_schema);
    put_options(m);
}

int main(int argc, char **argv)
{
    struct maker m = { .chance = gsl_rng_alloc(rng_philox) };
    uint64_t n, seed = 1;
    char path[4096];

    if (!m.chance || argc < 3 || !text_count(argv[2], 1, 1000000, &n) ||
        (argc > 3 && !text_count(argv[3], 0, UINT32_MAX, &seed))) {
        fprintf(stderr, "usage: nearly FOLDER N [SEED]\n");
        return EXIT_FAILURE;
    }
    gsl_rng_set(m.chance, seed);
    for (uint64_t i = 0; i < n; i++) {
        rng_open(m.chance, STREAM_TESTS, i);
        snprintf(path, sizeof path, "%s/made-%llu", argv[1], (unsigned long long)i);
        m.out = fopen(path, "w");
        if (!m.out) {
            perror(path);
            return EXIT_FAILURE;
        }
        make(&m);
        if (fclose(m.out) != 0) {
            perror(path);
            return EXIT_FAILURE;
        }
    }
    gsl_rng_free(m.chance);
    return EXIT_SUCCESS;
}
