/* read_body.c - who, inside a party, must ratify */
#include "read_body.h"

#include "number.h"
#include "read_levels.h"
#include "read_red_line.h"
#include "vote.h"

#include <math.h>
#include <string.h>

/* A body while it is read. */
struct draft {
    struct body body;
    bool veto;
    uint64_t quota;
    const config_setting_t *weights, *red_lines, *blocs, *vetoes;
};

#define AT(member) offsetof(struct draft, member)
static const struct field body_fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(body.name), 0, 0, "name", "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, AT(body.title), 0, 0, "text", "how summaries call it" },
    { "veto", FIELD_FLAG, OPTIONAL, AT(veto), 0, 0, "true or false",
      "true: nothing passes without it" },
    { "no_deal", FIELD_NUMBER, OPTIONAL, AT(body.no_deal_excess), -INFINITY, INFINITY, "",
      "veto, partner: how much better than for its party no deal is for it (0)" },
    { "refusal_cost", FIELD_NUMBER, OPTIONAL, AT(body.refusal_cost), -INFINITY, INFINITY, "",
      "veto: how much more than its party saying no costs it; below 0 where refusing pays it (0)" },
    { "weights", FIELD_SETTING, OPTIONAL, AT(weights), 0, 0, "{ ISSUE = number; ... }",
      "veto: differences from its party's weights; those not there are 0" },
    { "red_lines", FIELD_SETTING, OPTIONAL, AT(red_lines), 0, 0, "( { ... }, ... )",
      "veto: levels that it accepts at no price" },
    { "blocs", FIELD_SETTING, OPTIONAL, AT(blocs), 0, 0, "( { ... }, ... )",
      "or: it votes, by these blocs, at most 1000 with 1000000 seats in all" },
    { "quota", FIELD_COUNT, OPTIONAL, AT(quota), 1, VOTE_MAX_SEAT, "seats",
      "vote: how many seats must be for it" },
    { "vetoes", FIELD_SETTING, OPTIONAL, AT(vetoes), 0, 0, "(\"BLOC\", ...)",
      "vote: blocs without which nothing passes" },
    { "noise", FIELD_NUMBER, OPTIONAL, AT(body.noise), 0, 100, "",
      "vote: scale of what nobody knows of a single vote, a logit (0: none)" },
    { "shock", FIELD_NUMBER, OPTIONAL, AT(body.shock), 0, 100, "",
      "vote: standard deviation of a normal move that all votes share (0)" },
    { "leaves", FIELD_NUMBER, OPTIONAL, AT(body.cost), 0, 100, "",
      "or: a partner that does not block but leaves; what that costs its party" },
    FIELD_REMARKS,
};
const struct schema body_schema = {
    "parties[].bodies[]",
    "Who, inside a party, must ratify: a veto holder (`veto`), a voting body (`blocs` and "
    "`quota`), or "
    "a coalition partner (`leaves`). Its numbers are differences from its party's.",
    COUNT_OF(body_fields), body_fields
};

struct bloc_draft {
    struct bloc bloc;
    uint64_t seats;
    const config_setting_t *weights, *red_lines;
};
static const struct field bloc_fields[] = {
    { "name", FIELD_NAME, REQUIRED, offsetof(struct bloc_draft, bloc.name), 0, 0, "name",
      "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, offsetof(struct bloc_draft, bloc.title), 0, 0, "text",
      "how summaries call it" },
    { "seats", FIELD_COUNT, REQUIRED, offsetof(struct bloc_draft, seats), 1, VOTE_MAX_SEAT, "seats",
      "that want the same" },
    { "as_one", FIELD_FLAG, OPTIONAL, offsetof(struct bloc_draft, bloc.as_one), 0, 0,
      "true or false", "with noise: they vote alike, by discipline (false: each by itself)" },
    { "no_deal", FIELD_NUMBER, OPTIONAL, offsetof(struct bloc_draft, bloc.no_deal_excess),
      -INFINITY, INFINITY, "", "how much better than for the party no deal is for it (0)" },
    { "weights", FIELD_SETTING, OPTIONAL, offsetof(struct bloc_draft, weights), 0, 0,
      "{ ISSUE = number; ... }",
      "differences from the party's weights; those not there are 0: it judges by itself" },
    { "red_lines", FIELD_SETTING, OPTIONAL, offsetof(struct bloc_draft, red_lines), 0, 0,
      "( { ... }, ... )", "levels that it votes for at no price" },
    FIELD_REMARKS,
};
const struct schema bloc_schema = { "parties[].bodies[].blocs[]",
                                    "Seats of a voting body that want the same.",
                                    COUNT_OF(bloc_fields), bloc_fields };

/* The engine reads `no_deal` of each bloc, and of a body without: make it 0 if it is not given. */
static void or_zero(struct reader *r, const config_setting_t *at, size_t *number)
{
    const struct distribution zero = distribution_fixed(0);

    if (*number == NONE)
        *number = reader_parameter(r, at, ".no_deal", &zero);
}

static void read_weights(struct reader *r, const config_setting_t *weights,
                         const struct party *party, struct own_wishes *own)
{
    const size_t n = r->scenario->n_issue;

    own->weight = reader_alloc(r, n, sizeof *own->weight);
    if (!own->weight || !config_setting_is_group(weights)) {
        complain(r, weights, "'weights' must be a group: { ISSUE = number; }");
        return;
    }
    for (size_t k = 0; k < n; k++)
        own->weight[k] = NONE;
    for (int i = 0; i < config_setting_length(weights); i++) {
        const config_setting_t *s = config_setting_get_elem(weights, (unsigned)i);
        size_t k = issue_find(r, config_setting_name(s));
        if (k != NONE && party->value[k].is_silent)
            complain(r, s, "'%s' has no value for '%s', by which its bodies could weigh it",
                     party->name, r->scenario->issue[k].name);
        else if (k != NONE)
            own->weight[k] = number_read(r, s, -INFINITY, INFINITY, "");
        else if (is_remark(s))
            field_remark(r, s);
        else
            issue_unknown(r, s, config_setting_name(s));
    }
}

/* `weights` and `red_lines`, each of which may be NULL, of somebody inside a party. */
static void read_wishes(struct reader *r, const config_setting_t *weights,
                        const config_setting_t *red_lines, const struct party *party,
                        struct own_wishes *own)
{
    if (weights && !party->has_preferences)
        complain(r, weights, "'%s' has no weights to differ from", party->name);
    else if (weights)
        read_weights(r, weights, party, own);
    red_lines_read(r, 1, &red_lines, &own->n_red_line, &own->red_line);
}

static void read_bloc(struct reader *r, const config_setting_t *at, const struct party *party,
                      struct body *body)
{
    struct bloc_draft draft = { .bloc = { .name = "", .no_deal_excess = NONE, .roll = NONE } };

    field_read(r, at, &bloc_schema, &draft);
    or_zero(r, at, &draft.bloc.no_deal_excess);
    if (body->noise != NONE) /* only then does chance win seats over */
        draft.bloc.roll = number_roll(r, at, ".roll");
    read_wishes(r, draft.weights, draft.red_lines, party, &draft.bloc.own);
    draft.bloc.seats = (size_t)draft.seats;
    draft.bloc.title = draft.bloc.title ? draft.bloc.title : draft.bloc.name;
    for (size_t b = 0; b < body->n_bloc; b++)
        if (draft.bloc.name[0] && strcmp(body->bloc[b].name, draft.bloc.name) == 0)
            complain(r, at, "bloc '%s' is there twice", draft.bloc.name);
    body->bloc[body->n_bloc++] = draft.bloc;
}

/* A bloc whose seats decide each by itself has no one answer to say no with. */
static void read_veto(struct reader *r, const config_setting_t *at, struct body *body)
{
    const char *name = config_setting_get_string(at);
    size_t b = 0;

    while (name && b < body->n_bloc && strcmp(body->bloc[b].name, name) != 0)
        b++;
    if (!name)
        complain(r, at, "expected the name of a bloc, in quotes");
    else if (b == body->n_bloc)
        complain_unknown(r, at, "bloc", name, body->n_bloc, body->bloc, sizeof *body->bloc);
    else if (body->bloc[b].vetoes)
        complain(r, at, "bloc '%s' is there twice", name);
    else if (bloc_answers(body, &body->bloc[b]) > 1)
        complain(r, at,
                 "with noise each seat of '%s' votes by itself, so that it has no veto: give it "
                 "`as_one = true`",
                 name);
    else
        body->bloc[b].vetoes = true;
}

static void read_vetoes(struct reader *r, const config_setting_t *list, struct body *body)
{
    if (!list || !field_is_list(r, list, "blocs, in quotes"))
        return;
    for (int i = 0; i < config_setting_length(list); i++)
        read_veto(r, config_setting_get_elem(list, (unsigned)i), body);
}

static void read_blocs(struct reader *r, const config_setting_t *at, const struct party *party,
                       struct draft *draft)
{
    struct body *body = &draft->body;
    const size_t before = r->n_complaint;
    size_t seats = 0;

    body->kind = BODY_VOTE;
    body->quota = (size_t)draft->quota;
    if (!field_is_list(r, draft->blocs, "groups"))
        return;
    size_t n = (size_t)config_setting_length(draft->blocs);
    if (n == 0)
        complain(r, draft->blocs, "expected at least one bloc");
    if (n > VOTE_MAX_BLOC) {
        complain(r, draft->blocs, "%zu blocs, at most %d", n, VOTE_MAX_BLOC);
        return;
    }
    body->bloc = reader_alloc(r, n, sizeof *body->bloc);
    for (size_t b = 0; body->bloc && b < n; b++) {
        read_bloc(r, config_setting_get_elem(draft->blocs, (unsigned)b), party, body);
        seats += body->bloc[b].seats;
    }
    if (r->n_complaint > before)
        return; /* the rest would only follow from it */
    if (!config_setting_get_member(at, "quota"))
        complain(r, at, "'quota' is missing: how many seats must vote for it");
    if (seats > VOTE_MAX_SEAT)
        complain(r, draft->blocs, "%zu seats, at most %d", seats, VOTE_MAX_SEAT);
    else if (body->quota > seats && seats > 0)
        complain(r, config_setting_get_member(at, "quota"), "'quota' is %zu of %zu seats",
                 body->quota, seats);
    read_vetoes(r, draft->vetoes, body);
    if (body->shock != NONE)
        body->swing = number_roll(r, at, ".swing");
}

/* A setting of another kind of body would silently do nothing. */
static void refuse_strays(struct reader *r, const config_setting_t *at, enum body_kind kind)
{
    static const struct {
        const char *name;
        bool known[BODY_KINDS];
        const char *in_blocs; /* what a voting body has in its place */
    } own[] = {
        { "no_deal", { [BODY_VETO] = true, [BODY_PARTNER] = true }, "a 'no_deal' each" },
        { "refusal_cost", { [BODY_VETO] = true }, "a 'no_deal' each" },
        { "weights", { [BODY_VETO] = true }, "'weights' of their own" },
        { "red_lines", { [BODY_VETO] = true }, "'red_lines' of their own" },
        { "quota", { [BODY_VOTE] = true }, "" },
        { "noise", { [BODY_VOTE] = true }, "" },
        { "shock", { [BODY_VOTE] = true }, "" },
        { "vetoes", { [BODY_VOTE] = true }, "" },
    };
    static const char *const what[BODY_KINDS] = { "a veto holder", "a voting body", "a partner" };

    for (size_t i = 0; i < COUNT_OF(own); i++) {
        const config_setting_t *s = config_setting_get_member(at, own[i].name);
        if (s && !own[i].known[kind])
            complain(r, s, "'%s' is not for %s%s%s", own[i].name, what[kind],
                     kind == BODY_VOTE ? ": give its blocs " : "",
                     kind == BODY_VOTE ? own[i].in_blocs : "");
    }
}

static void read_body(struct reader *r, const config_setting_t *at, const struct party *party,
                      struct body *body)
{
    struct draft draft = { .body = { .name = "",
                                     .no_deal_excess = NONE,
                                     .refusal_cost = NONE,
                                     .noise = NONE,
                                     .shock = NONE,
                                     .swing = NONE,
                                     .cost = NONE } };

    const size_t before = r->n_complaint;

    field_read(r, at, &body_schema, &draft);
    if (r->n_complaint > before)
        return;
    draft.body.title = draft.body.title ? draft.body.title : draft.body.name;
    if (draft.veto + (draft.blocs != NULL) + (draft.body.cost != NONE) != 1) {
        complain(r, at, "a body has one of `veto = true`, `blocs` with a `quota`, and `leaves`");
        return;
    }
    if (draft.blocs)
        read_blocs(r, at, party, &draft);
    else
        draft.body.kind = draft.veto ? BODY_VETO : BODY_PARTNER;
    refuse_strays(r, at, draft.body.kind);
    if (draft.body.kind != BODY_VOTE)
        or_zero(r, at, &draft.body.no_deal_excess);
    read_wishes(r, draft.weights, draft.red_lines, party, &draft.body.own);
    *body = draft.body;
}

void read_bodies(struct reader *r, const config_setting_t *list, struct party *party)
{
    if (!field_is_list(r, list, "groups"))
        return;
    size_t n = (size_t)config_setting_length(list);
    party->body = reader_alloc(r, n, sizeof *party->body);
    for (size_t i = 0; party->body && i < n; i++) {
        const config_setting_t *at = config_setting_get_elem(list, (unsigned)i);
        party->body[i] = (struct body){ .name = "" }; /* read_body leaves it so after a mistake */
        read_body(r, at, party, &party->body[i]);
        for (size_t b = 0; b < i; b++)
            if (party->body[i].name[0] && strcmp(party->body[b].name, party->body[i].name) == 0)
                complain(r, at, "body '%s' is there twice", party->body[i].name);
        party->n_body++;
    }
}
