/* read_party.c - the parties of a scenario and what they want */
#include "read_party.h"

#include "judges.h"
#include "number.h"
#include "read_body.h"
#include "read_levels.h"
#include "read_red_line.h"
#include "read_top.h"
#include "read_value.h"
#include "weight.h"

#include <math.h>
#include <string.h>

/* A party while it is read. */
struct draft {
    struct party party;
    const config_setting_t *weights, *values, *red_lines, *positions, *leverage, *interactions,
        *lasts, *no_deal, *reservation, *refusal_cost, *reference, *bodies;
};

#define AT(member) offsetof(struct draft, member)
static const struct field party_fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(party.name), 0, 0, "name", "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, AT(party.title), 0, 0, "text", "how summaries call it" },
    { "bargains", FIELD_FLAG, OPTIONAL, AT(party.bargains), 0, 0, "true or false",
      "false: it only consents, and has no share in the solutions (true)" },
    { "weights", FIELD_SETTING, OPTIONAL, AT(weights), 0, 0, "{ ISSUE = number; ... }",
      "what each issue weighs, also those of the vocabulary; divided by their sum, which must be "
      "above 0, in each draw; 0 of an issue on which it has no view" },
    { "values", FIELD_SETTING, OPTIONAL, AT(values), 0, 0, "{ ISSUE = { kind = ...; }; ... }",
      "what each level of each issue is worth, 0 to 1; none where the weight is 0" },
    { "no_deal", FIELD_SETTING, OPTIONAL, AT(no_deal), 0, 0, "number, or a distribution",
      "value of going on without a deal, as a difference from nothing performed" },
    { "reservation", FIELD_SETTING, OPTIONAL, AT(reservation), 0, 0, "number, or a distribution",
      "or the same on the utility scale" },
    { "refusal_cost", FIELD_SETTING, OPTIONAL, AT(refusal_cost), 0, 0, "number, or a distribution",
      "what saying no costs it now, whatever follows: families, an ally, an election; below 0 "
      "where refusing pays (0)" },
    { "red_lines", FIELD_SETTING, OPTIONAL, AT(red_lines), 0, 0, "( { ... }, ... )",
      "levels that it accepts at no price" },
    { "positions", FIELD_SETTING, OPTIONAL, AT(positions), 0, 0, "( { ... }, ... )",
      "the same, for what it said in public at the scenario's date" },
    { "leverage", FIELD_SETTING, OPTIONAL, AT(leverage), 0, 0, "( { ... }, ... )",
      "how performing an issue moves its value of no deal" },
    { "interactions", FIELD_SETTING, OPTIONAL, AT(interactions), 0, 0, "( { ... }, ... )",
      "what combinations of levels add to its utility" },
    { "lasts", FIELD_SETTING, OPTIONAL, AT(lasts), 0, 0,
      "{ LEVEL = 0 to 1; ... }, or ((level, 0 to 1), ...)",
      "its own belief about what lasts, in place of the issue's" },
    { "reference", FIELD_SETTING, OPTIONAL, AT(reference), 0, 0, "{ ... }",
      "a text that it has accepted, against which losses count more" },
    { "extension", FIELD_NUMBER, OPTIONAL, AT(party.extension), -INFINITY, INFINITY, "",
      "what going on once, on the same terms, is worth to it over no deal for that time (0)" },
    { "bodies", FIELD_SETTING, OPTIONAL, AT(bodies), 0, 0, "( { ... }, ... )",
      "who, inside it, must ratify" },
    { "discount", FIELD_NUMBER, OPTIONAL, AT(party.discount), 0.001, 1, "",
      "with phases, and of an extension: what a gain a day later is worth today (1)" },
    { "breaking_off", FIELD_NUMBER, OPTIONAL, AT(party.breaking_off), 0, 10, "",
      "with phases: what breaking off costs it under any guarantee (0)" },
    { "noise", FIELD_NUMBER, OPTIONAL, AT(party.noise), 0, 100, "",
      "with phases: scale of what nobody knows of its choices, a logit (0: none)" },
    { "keeps_word", FIELD_NUMBER, OPTIONAL, AT(party.keeps_word), 0, 1, "",
      "with phases: the others' belief that it performs whatever it gains (0)" },
    { "bargaining_power", FIELD_REAL, OPTIONAL, AT(party.bargaining_power), 0, 1000, "",
      "exponent of its surplus in the Nash product (1)" },
    FIELD_REMARKS,
};
const struct schema party_schema = { "parties[]", "Someone whose acceptance is needed.",
                                     COUNT_OF(party_fields), party_fields };

struct leverage_draft {
    struct leverage leverage;
    const char *issue;
    const config_setting_t *shift, *levels;
};
static const struct field leverage_fields[] = {
    { "issue", FIELD_NAME, REQUIRED, offsetof(struct leverage_draft, issue), 0, 0, "name",
      "which issue it is about" },
    { "shift", FIELD_SETTING, OPTIONAL, offsetof(struct leverage_draft, shift), 0, 0,
      "number, or a distribution",
      "move of no deal once `all` of it is performed; in proportion before" },
    { "levels", FIELD_SETTING, OPTIONAL, offsetof(struct leverage_draft, levels), 0, 0,
      "{ LEVEL = number; ... }, or ((level, number), ...)", "or the move at each level" },
    FIELD_REMARKS,
};
const struct schema leverage_schema = {
    "parties[].leverage[]",
    "What performing an issue does to this party's value of no deal afterwards; counts to the "
    "degree that the agreement does not last.",
    COUNT_OF(leverage_fields), leverage_fields
};

struct reference_draft {
    size_t loss_aversion;
    const config_setting_t *terms;
};
static const struct field reference_fields[] = {
    { "terms", FIELD_SETTING, REQUIRED, offsetof(struct reference_draft, terms), 0, 0,
      "{ ISSUE = level; ... }", "the text: a level of each issue that it settles" },
    { "loss_aversion", FIELD_NUMBER, REQUIRED, offsetof(struct reference_draft, loss_aversion), 0,
      10, "", "eta: a loss against it counts 1 + eta times" },
    FIELD_REMARKS,
};
const struct schema reference_schema = {
    "parties[].reference",
    "A text that the party has accepted. What a package is worth less than it, issue by issue, is "
    "charged eta times more, on signing.",
    COUNT_OF(reference_fields), reference_fields
};

static void read_reference(struct reader *r, const config_setting_t *at, struct party *party)
{
    struct reference_draft draft = { .terms = NULL };
    struct reference *reference = &party->reference;

    field_read(r, at, &reference_schema, &draft);
    if (!draft.terms)
        return;
    if (!config_setting_is_group(draft.terms) || config_setting_length(draft.terms) == 0) {
        complain(r, draft.terms, "'terms' must be a group: { ISSUE = level; ... }");
        return;
    }
    reference->loss_aversion = draft.loss_aversion;
    reference->term =
        reader_alloc(r, (size_t)config_setting_length(draft.terms), sizeof *reference->term);
    for (int i = 0; reference->term && i < config_setting_length(draft.terms); i++) {
        const config_setting_t *one = config_setting_get_elem(draft.terms, (unsigned)i);
        struct reference_term *term = &reference->term[reference->n];
        size_t k = issue_find(r, config_setting_name(one));
        if (k == NONE) {
            issue_unknown(r, one, config_setting_name(one));
        } else if (level_read(r, one, &r->scenario->issue[k], &term->level) &&
                   level_is_known(r, one, &r->scenario->issue[k], term->level)) {
            term->issue = k;
            reference->n++;
        }
    }
}

/* For the reference; combinations are read by condition_read, their keys being issues. */
static const struct field interaction_fields[] = {
    { "ISSUE", FIELD_SETTING, REQUIRED, 0, 0, 0, "level, or (level, ...), or { above = x; }",
      "two issues or more: where the combination holds" },
    { "adds", FIELD_NUMBER, REQUIRED, 0, -1, 1, "", "to the utility there" },
    FIELD_REMARKS,
};
const struct schema interaction_schema = { "parties[].interactions[]",
                                           "Levels that are worth more, or less, together.",
                                           COUNT_OF(interaction_fields), interaction_fields };

/* How many rows a list has, 0 without one, and memory for them in *rows: a pointer of any type, to
 * be written by memcpy. */
static size_t open_rows(struct reader *r, const config_setting_t *list, size_t size, void *rows)
{
    if (!list || !field_is_list(r, list, "groups"))
        return 0;
    size_t n = (size_t)config_setting_length(list);
    void *memory = reader_alloc(r, n, size);
    memcpy(rows, &memory, sizeof memory);
    return memory ? n : 0;
}

static void read_leverage_row(struct reader *r, const config_setting_t *row,
                              struct leverage *leverage)
{
    struct leverage_draft draft = { .issue = NULL };

    field_read(r, row, &leverage_schema, &draft);
    const size_t k = issue_named(r, row, draft.issue);
    if (k == NONE)
        return;
    const struct issue *issue = &r->scenario->issue[k];
    *leverage = (struct leverage){ .issue = k, .by_level = draft.levels != NULL };
    if (!draft.shift == !draft.levels)
        complain(r, row, "leverage needs 'shift' or 'levels', and not both");
    else if (draft.levels)
        level_map_read(r, draft.levels, issue, -INFINITY, INFINITY, &leverage->by_level_shift);
    else if (issue->is_named)
        complain(r, row, "'%s' has named levels: give the shift at each, in 'levels'", issue->name);
    else if (isnan(issue->all))
        complain(r, row, "leverage over '%s' needs 'all' there: how much of it there is",
                 issue->name);
    else
        leverage->shift = number_read(r, draft.shift, -INFINITY, INFINITY, "");
}

static void read_leverage(struct reader *r, const config_setting_t *list, struct party *party)
{
    party->n_leverage = open_rows(r, list, sizeof *party->leverage, &party->leverage);
    for (size_t i = 0; i < party->n_leverage; i++)
        read_leverage_row(r, config_setting_get_elem(list, (unsigned)i), &party->leverage[i]);
}

static void read_interactions(struct reader *r, const config_setting_t *list, struct party *party)
{
    party->n_interaction = open_rows(r, list, sizeof *party->interaction, &party->interaction);
    for (size_t i = 0; i < party->n_interaction; i++) {
        const config_setting_t *row = config_setting_get_elem(list, (unsigned)i), *adds;
        if (!config_setting_is_group(row)) {
            complain(r, row, "expected { issue = level; issue = level; adds = number; }");
            continue;
        }
        condition_read(r, row, "adds", &party->interaction[i].when);
        adds = config_setting_get_member(row, "adds");
        if (adds)
            party->interaction[i].adds = number_read(r, adds, -1, 1, "");
        else
            complain(r, row, "'adds' is missing: what the combination adds to the utility");
    }
}

/* Whether the party has no view on an issue: it weighs nothing, and no value is given. */
static bool is_silent(const struct reader *r, const struct party *party, size_t k)
{
    return distribution_mass(&r->parameter[party->weight[k]].distribution, 0) == 1;
}

/* Reads the entry of each issue in a map.  All must be there: an index left at 0 would be that of
 * another number. */
static bool map_by_issue(struct reader *r, const config_setting_t *map, const char *what,
                         bool may_be_silent,
                         void (*read)(struct reader *, const config_setting_t *, size_t,
                                      struct party *),
                         struct party *target)
{
    const size_t before = r->n_complaint;

    if (!config_setting_is_group(map)) {
        complain(r, map, "'%s' must be a group: { ISSUE = ...; }", config_setting_name(map));
        return false;
    }
    for (int i = 0; i < config_setting_length(map); i++) {
        const config_setting_t *s = config_setting_get_elem(map, (unsigned)i);
        size_t k = issue_find(r, config_setting_name(s));
        if (k != NONE)
            read(r, s, k, target);
        else if (is_remark(s))
            field_remark(r, s);
        else
            issue_unknown(r, s, config_setting_name(s));
    }
    for (size_t k = 0; k < r->scenario->n_issue; k++) {
        if (config_setting_get_member(map, r->scenario->issue[k].name))
            continue;
        if (may_be_silent && is_silent(r, target, k))
            target->value[k].is_silent = true;
        else
            complain(r, map, "%s has no %s for issue '%s'", target->name, what,
                     r->scenario->issue[k].name);
    }
    return r->n_complaint == before;
}

static void read_weight(struct reader *r, const config_setting_t *s, size_t k, struct party *party)
{
    party->weight[k] = number_read(r, s, 0, INFINITY, "");
}

static void read_value(struct reader *r, const config_setting_t *s, size_t k, struct party *party)
{
    value_read(r, s, &r->scenario->issue[k], &party->value[k]);
}

/* Without a deal or after it, nothing is performed; what that is worth must be known. */
static void check_nothing(struct reader *r, const config_setting_t *values,
                          const struct party *party)
{
    for (size_t k = 0; k < r->scenario->n_issue; k++) {
        const struct issue *issue = &r->scenario->issue[k];
        const struct value *v = &party->value[k];
        if (v->kind == VALUE_POINTS && v->n_point > 0 &&
            (issue->nothing < v->x[0] || issue->nothing > v->x[v->n_point - 1]))
            complain(r, config_setting_get_member(values, issue->name),
                     "the points must cover 'nothing' of '%s', %g", issue->name, issue->nothing);
    }
}

static void read_preferences(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    struct party *party = &draft->party;
    const size_t n = r->scenario->n_issue;

    if (!draft->weights != !draft->values || (party->bargains && !draft->weights)) {
        complain(r, at, "'weights' and 'values' are needed%s",
                 party->bargains ? " by a party that bargains" : " together");
        return;
    }
    party->has_preferences = draft->weights != NULL;
    if (!party->has_preferences)
        return;
    party->weight = reader_alloc(r, n, sizeof *party->weight);
    party->value = reader_alloc(r, n, sizeof *party->value);
    if (!party->weight || !party->value)
        return;
    const bool is_weighed = map_by_issue(r, draft->weights, "weight", false, read_weight, party);
    if (is_weighed && weight_none(party, n, r->parameter) == 1)
        complain(r, draft->weights, "the weights sum to zero");
    const bool read = map_by_issue(r, draft->values, "value", is_weighed, read_value, party);
    /* A reservation does not go by what nothing performed is worth, where deals last. */
    if (read && (!draft->reservation || r->scenario->lasts_issue != NONE))
        check_nothing(r, draft->values, party);
}

static void read_no_deal(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    struct party *party = &draft->party;
    const struct distribution zero = distribution_fixed(0);

    party->has_reservation = draft->reservation != NULL;
    if (draft->no_deal && draft->reservation)
        complain(r, draft->reservation, "'no_deal' and 'reservation' say the same; give one");
    else if (draft->no_deal)
        party->no_deal = number_read(r, draft->no_deal, -INFINITY, INFINITY, "");
    else if (draft->reservation)
        party->no_deal = number_read(r, draft->reservation, -INFINITY, INFINITY, "");
    else if (party->bargains)
        complain(r, at,
                 "'no_deal' is missing: the value of going on without a deal, as a "
                 "difference from nothing performed (or give 'reservation')");
    else
        party->no_deal = reader_parameter(r, at, ".no_deal", &zero);
    party->refusal_cost = draft->refusal_cost
                              ? number_read(r, draft->refusal_cost, -INFINITY, INFINITY, "")
                              : reader_parameter(r, at, ".refusal_cost", &zero);
}

static void read_party(struct reader *r, const config_setting_t *at, struct party *party)
{
    struct scenario *s = r->scenario;
    struct draft draft = { .party = { .name = "",
                                      .bargains = true,
                                      .bargaining_power = 1,
                                      .extension = NONE,
                                      .discount = NONE,
                                      .breaking_off = NONE,
                                      .noise = NONE,
                                      .keeps_word = NONE } };

    field_read(r, at, &party_schema, &draft);
    draft.party.title = draft.party.title ? draft.party.title : draft.party.name;
    draft.party.place = reader_place(r, at);
    if (strncmp(draft.party.name, "all_", strlen("all_")) == 0)
        complain(r, at, "a party cannot be called '%s': sweeps have columns 'accept_all_PROPOSAL'",
                 draft.party.name);
    for (size_t i = 0; i < top_schema.n; i++)
        if (strcmp(draft.party.name, top_schema.field[i].name) == 0)
            complain(r, at, "a party cannot be called '%s': reserved name, a group of the scenario",
                     draft.party.name);
    read_preferences(r, at, &draft);
    read_no_deal(r, at, &draft);
    /* To the engine positions are red lines, behind the others. */
    red_lines_read(r, 2, (const config_setting_t *[]){ draft.red_lines, draft.positions },
                   &draft.party.n_red_line, &draft.party.red_line);
    read_leverage(r, draft.leverage, &draft.party);
    read_interactions(r, draft.interactions, &draft.party);
    if (draft.lasts && s->lasts_issue == NONE) {
        complain(r, draft.lasts, "no issue has 'lasts' for this party to believe otherwise");
    } else if (draft.lasts) {
        draft.party.has_lasts = true;
        level_map_read(r, draft.lasts, &s->issue[s->lasts_issue], 0, 1, &draft.party.lasts);
    }
    if (draft.reference && !draft.party.has_preferences)
        complain(r, draft.reference, "'%s' has no values by which anything is a loss",
                 draft.party.name);
    else if (draft.reference)
        read_reference(r, draft.reference, &draft.party);
    if (draft.bodies)
        read_bodies(r, draft.bodies, &draft.party);
    *party = draft.party;
}

/* `by` is read with the phases; without them, too, it must be the name of a party. */
static void check_actors(struct reader *r)
{
    const struct scenario *s = r->scenario;

    for (size_t k = 0; k < s->n_issue; k++) {
        const char *by = r->promise[k].by;
        if (by)
            party_named(r, issue_setting(r, s->issue[k].name), by);
    }
}

static void check_parties(struct reader *r, const config_setting_t *parties)
{
    const struct scenario *s = r->scenario;
    double power = 0;

    for (size_t p = 0; p < s->n_party; p++) {
        power += s->party[p].bargains ? s->party[p].bargaining_power : 0;
        for (size_t q = 0; q < p; q++)
            if (s->party[p].name[0] && strcmp(s->party[p].name, s->party[q].name) == 0)
                complain(r, config_setting_get_elem(parties, (unsigned)p),
                         "party '%s' is there twice", s->party[p].name);
    }
    check_actors(r);
    if (scenario_bargaining(s) < 2)
        complain(r, parties, "at least two parties must bargain");
    else if (!(power > 0))
        complain(r, parties, "all have a bargaining power of 0");
}

void read_parties(struct reader *r, const config_setting_t *parties)
{
    struct scenario *s = r->scenario;

    if (!field_is_list(r, parties, "parties"))
        return;
    int n = config_setting_length(parties);
    if (n < 2 || n > MAX_PARTY) {
        complain(r, parties, "%d parties, expected 2 to %d", n, MAX_PARTY);
        return;
    }
    s->party = reader_alloc(r, (size_t)n, sizeof *s->party);
    for (int i = 0; s->party && i < n; i++)
        read_party(r, config_setting_get_elem(parties, (unsigned)i), &s->party[s->n_party++]);
    check_parties(r, parties);
    judges_find(r, parties);
}
