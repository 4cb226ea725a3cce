/* read_agreement.c - the rule by which a package is agreed */
#include "read_agreement.h"

#include <string.h>

/* A rule, or one of its parts, while it is read. */
struct rule_draft {
    uint64_t quota;
    const config_setting_t *seats, *vetoes, *any_of, *all_of;
};

#define AT(member) offsetof(struct rule_draft, member)
/* What a rule and its parts have in common. */
/* clang-format off */
#define THRESHOLD_FIELDS \
    { "quota", FIELD_COUNT, OPTIONAL, AT(quota), 1, RULE_SEATS, "seats", \
      "how many seats those who accept must have together" }, \
    { "seats", FIELD_SETTING, OPTIONAL, AT(seats), 0, 0, "{ PARTY = number; ... }", \
      "of each party, at most 1000 in all; those not there have none (each party has one)" }, \
    { "vetoes", FIELD_SETTING, OPTIONAL, AT(vetoes), 0, 0, "(\"PARTY\", ...)", \
      "parties without which nothing passes" }
/* clang-format on */
static const struct field threshold_fields[] = { THRESHOLD_FIELDS, FIELD_REMARKS };
const struct schema threshold_schema = {
    "agreement.any_of[] and agreement.all_of[]",
    "A part of a rule. A list of parties in its place, (\"a\", \"b\"), needs all of these.",
    COUNT_OF(threshold_fields), threshold_fields
};

static const struct field agreement_fields[] = {
    THRESHOLD_FIELDS,
    { "any_of", FIELD_SETTING, OPTIONAL, AT(any_of), 0, 0, "( (\"PARTY\", ...), { ... }, ... )",
      "or: one of these suffices" },
    { "all_of", FIELD_SETTING, OPTIONAL, AT(all_of), 0, 0, "( (\"PARTY\", ...), { ... }, ... )",
      "or: all of these are needed, as states and people in a double majority" },
    FIELD_REMARKS,
};
const struct schema agreement_schema = {
    "agreement",
    "Whose acceptance makes a package an agreement, as in a council or a coalition: seats and a "
    "quota, vetoes, or several such parts. What passes binds all. Without it all must accept.",
    COUNT_OF(agreement_fields), agreement_fields
};

/* Adds the parties of a list to *members. */
static void read_members(struct reader *r, const config_setting_t *list, uint64_t *members)
{
    if (!field_is_list(r, list, "parties, in quotes"))
        return;
    for (int i = 0; i < config_setting_length(list); i++) {
        const config_setting_t *at = config_setting_get_elem(list, (unsigned)i);
        const char *name = config_setting_get_string(at);
        const size_t p = name ? party_named(r, at, name) : NONE;
        if (!name)
            complain(r, at, "expected the name of a party, in quotes");
        else if (p != NONE && *members >> p & 1)
            complain(r, at, "party '%s' is there twice", name);
        if (p != NONE)
            *members |= UINT64_C(1) << p;
    }
}

/* One seat each, or those of the group. */
static void read_seats(struct reader *r, const config_setting_t *group, struct threshold *t)
{
    for (size_t p = 0; !group && p < r->scenario->n_party; p++)
        t->seats[p] = 1;
    if (group && !config_setting_is_group(group)) {
        complain(r, group, "'seats' must be a group: { PARTY = number; }");
        return;
    }
    for (int i = 0; group && i < config_setting_length(group); i++) {
        const config_setting_t *at = config_setting_get_elem(group, (unsigned)i);
        double seats;
        if (is_remark(at)) {
            field_remark(r, at);
            continue;
        }
        const size_t p = party_named(r, at, config_setting_name(at));
        if (!reader_real(at, &seats) || seats < 0 || seats > RULE_SEATS ||
            seats != (double)(uint32_t)seats)
            complain(r, at, "expected a whole number of seats, 0 to %d", RULE_SEATS);
        else if (p != NONE)
            t->seats[p] = (uint32_t)seats;
    }
}

static void read_threshold(struct reader *r, const config_setting_t *at,
                           const struct rule_draft *draft, struct threshold *t)
{
    const size_t before = r->n_complaint;
    size_t seats = 0;

    read_seats(r, draft->seats, t);
    if (draft->vetoes)
        read_members(r, draft->vetoes, &t->vetoes);
    if (r->n_complaint > before)
        return;
    for (size_t p = 0; p < r->scenario->n_party; p++)
        seats += t->seats[p];
    t->quota = (uint32_t)draft->quota;
    if (!config_setting_get_member(at, "quota"))
        complain(r, at, "'quota' is missing: how many of %zu seats must be for it", seats);
    else if (t->quota > seats)
        complain(r, config_setting_get_member(at, "quota"),
                 "'quota' is %u of %zu seats: nothing could pass", t->quota, seats);
    else if (seats > RULE_SEATS)
        complain(r, draft->seats, "%zu seats, at most %d", seats, RULE_SEATS);
}

/* A list of parties is a threshold that needs all of them. */
static void read_coalition(struct reader *r, const config_setting_t *list, struct threshold *t)
{
    uint64_t members = 0;

    if (!config_setting_is_list(list) && !config_setting_is_array(list)) {
        complain(r, list, "expected a list of parties, (\"a\", \"b\"), or a group with a 'quota'");
        return;
    }
    read_members(r, list, &members);
    if (config_setting_length(list) == 0)
        complain(r, list, "expected at least one party");
    for (size_t p = 0; p < r->scenario->n_party; p++)
        t->seats[p] = members >> p & 1;
    t->quota = (uint32_t)__builtin_popcountll(members);
}

static void read_parts(struct reader *r, const config_setting_t *list, struct decision_rule *rule)
{
    if (!field_is_list(r, list, "parties, or of groups with a `quota`"))
        return;
    const size_t n = (size_t)config_setting_length(list);
    if (n == 0 || n > RULE_PARTS)
        complain(r, list, "%zu parts, expected 1 to %d", n, RULE_PARTS);
    struct threshold *of = n > RULE_PARTS ? NULL : reader_alloc(r, n, sizeof *of);
    for (size_t i = 0; of && i < n; i++) {
        const config_setting_t *at = config_setting_get_elem(list, (unsigned)i);
        struct rule_draft draft = { .quota = 0 };
        of[i] = (struct threshold){ .quota = 0 };
        if (!config_setting_is_group(at)) {
            read_coalition(r, at, &of[i]);
            continue;
        }
        field_read(r, at, &threshold_schema, &draft);
        read_threshold(r, at, &draft, &of[i]);
    }
    rule->of = of;
    rule->n = of ? n : 0;
}

void read_agreement(struct reader *r, const config_setting_t *group)
{
    struct decision_rule *rule = &r->scenario->agreement;
    const config_setting_t *quota = NULL;
    struct rule_draft draft = { .quota = 0 };
    const size_t before = r->n_complaint;

    field_read(r, group, &agreement_schema, &draft);
    if (r->n_complaint > before)
        return;
    rule->n_member = r->scenario->n_party;
    quota = config_setting_get_member(group, "quota");
    if ((draft.any_of != NULL) + (draft.all_of != NULL) + (quota || draft.seats || draft.vetoes) !=
        1)
        complain(r, group,
                 "'agreement' has one of `quota` (with `seats` and `vetoes`), `any_of` "
                 "and `all_of`; the parts of a list may have a `quota` of their own");
    else if (draft.any_of || draft.all_of) {
        rule->any = draft.any_of != NULL;
        read_parts(r, rule->any ? draft.any_of : draft.all_of, rule);
    } else {
        rule->of = reader_alloc(r, 1, sizeof *rule->of);
        if (!rule->of)
            return;
        *rule->of = (struct threshold){ .quota = 0 };
        read_threshold(r, group, &draft, rule->of);
        rule->n = 1;
    }
}
