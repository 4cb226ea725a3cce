/* read_mediator.c - what a mediator does in talks */
#include "read_mediator.h"

#include "number.h"
#include "read_stated.h"
#include "read_talks.h"
#include "talk_fields.h"

#include <math.h>

struct mediator_draft {
    bool single_text;
    int changes, rule, passes;
    const char *tells;
    const config_setting_t *starts, *temperature, *final_on, *knows, *bias, *pilot, *drafts;
};

static const struct name change_names[] = { { 0, "at_random", "" }, { 1, "in_turn", "" } };
static const struct name pass_names[] = { { 0, "by_agreement", "" }, { 1, "all", "" } };

#define AT(member) offsetof(struct mediator_draft, member)
static const struct field mediator_fields[] = {
    { "single_text", FIELD_FLAG, OPTIONAL, AT(single_text), 0, 0, "true or false",
      "parties make no offers: they vote on changes of the mediator's text (false)" },
    { "starts", FIELD_SETTING, OPTIONAL, AT(starts), 0, 0, "name",
      "the proposal that the text begins with (what the mediator believes to be best)" },
    { "changes", FIELD_CHOICE, OPTIONAL, AT(changes), 0, 0, "way of changes",
      "of one issue of the text in each round: any, or one after the other (at_random)",
      COUNT_OF(change_names), change_names },
    { "passes", FIELD_CHOICE, OPTIONAL, AT(passes), 0, 0, "who must vote for a change",
      "a change of the text passes when those that vote for it could agree (by_agreement), or when "
      "all parties of the talks do (all) (by_agreement)",
      COUNT_OF(pass_names), pass_names },
    { "temperature", FIELD_SETTING, OPTIONAL, AT(temperature), 0, 1, "0 to 1e6, or a distribution",
      "a vote for a change worth g less than nothing has probability exp(g / temperature); 0: "
      "parties vote for what is better only (0)" },
    { "final_on", FIELD_SETTING, OPTIONAL, AT(final_on), 0, 0,
      "\"YYYY-MM-DD\", or days from the start",
      "when it presents a final offer, which ends the talks; of a single text also the deadline" },
    { "drafts", FIELD_SETTING, OPTIONAL, AT(drafts), 0, 0, "( { ... }, ... )",
      "proposals that it puts forward on their days, which are not final" },
    { "rule", FIELD_CHOICE, OPTIONAL, AT(rule), 0, 0, "rule",
      "which package it holds to be best for the parties (nash)", SOLUTION_COUNT, solution_names },
    { "knows", FIELD_SETTING, OPTIONAL, AT(knows), 0, 1, "0 to 1, or a distribution",
      "how well it knows the parties: 1 as they are in the draw, 0 as in an independent one (1)" },
    { "tells", FIELD_NAME, OPTIONAL, AT(tells), 0, 0, "name",
      "the party that it tells what the other would accept" },
    { "bias", FIELD_SETTING, OPTIONAL, AT(bias), -1, 1, "-1 to 1",
      "how far it is on that party's side: it is believed only if above 0" },
    { "pilot", FIELD_SETTING, OPTIONAL, AT(pilot), 0, 0, "{ ... }",
      "a small exchange that tries the channel" },
    FIELD_REMARKS,
};
const struct schema mediator_schema = { "talks.mediator",
                                        "What the mediator does besides carrying offers.",
                                        COUNT_OF(mediator_fields), mediator_fields };

struct pilot_draft {
    const config_setting_t *on, *works, *kept, *broken;
};
#undef AT
#define AT(member) offsetof(struct pilot_draft, member)
static const struct field pilot_fields[] = {
    { "on", FIELD_SETTING, REQUIRED, AT(on), 0, 0, "\"YYYY-MM-DD\", or days from the start",
      "when it is tried" },
    { "works", FIELD_SETTING, OPTIONAL, AT(works), 0, 1, "0 to 1, or a distribution",
      "the probability that it is carried out (1)" },
    { "kept", FIELD_SETTING, OPTIONAL, AT(kept), 0, 1, "number, at least 0.01, or a distribution",
      "trust before it, as a beta distribution: promises kept (1)" },
    { "broken", FIELD_SETTING, OPTIONAL, AT(broken), 0, 1, "number, or a distribution",
      "... and broken (1); the pilot step counts as one more of either" },
    FIELD_REMARKS,
};
const struct schema pilot_schema = {
    "talks.mediator.pilot",
    "A party asks risk * broken / kept more than no deal, in surplus, while it does not trust the "
    "channel.",
    COUNT_OF(pilot_fields), pilot_fields
};

static void read_pilot(struct reader *r, const config_setting_t *at, const struct talks *talks,
                       struct mediator *m)
{
    struct pilot_draft draft = { NULL, NULL, NULL, NULL };

    field_read(r, at, &pilot_schema, &draft);
    if (draft.on)
        m->pilot_day = day_read(r, draft.on, talks);
    m->pilot_works = number_or(r, draft.works, 0, 1, "", at, ".works", 1);
    m->pilot_roll = number_roll(r, at, ".roll");
    /* Above 0: the schedule divides by the promises kept. */
    m->trust[0] = number_or(r, draft.kept, 0.01, 1e6, "", at, ".kept", 1);
    m->trust[1] = number_or(r, draft.broken, 0, 1e6, "", at, ".broken", 1);
}

/* Refuses settings that would silently do nothing: those of a single text where there is none, and
 * what the mediator believes of the parties where it puts forward no package of its own. */
static void refuse_strays(struct reader *r, const config_setting_t *at,
                          const struct mediator_draft *draft)
{
    static const char *const of_text[] = { "starts", "changes", "passes", "temperature" };
    static const char *const of_belief[] = { "rule", "knows" };
    const bool believes = draft->single_text ? !draft->starts : draft->final_on != NULL;

    for (size_t i = 0; i < COUNT_OF(of_text) && !draft->single_text; i++)
        if (config_setting_get_member(at, of_text[i]))
            complain(r, config_setting_get_member(at, of_text[i]), "'%s' belongs to 'single_text'",
                     of_text[i]);
    for (size_t i = 0; i < COUNT_OF(of_belief) && !believes; i++)
        if (config_setting_get_member(at, of_belief[i]))
            complain(r, config_setting_get_member(at, of_belief[i]),
                     draft->single_text
                         ? "'%s' has no meaning for a text that starts with a proposal"
                         : "'%s' has no meaning without 'final_on' or 'single_text'",
                     of_belief[i]);
    if (draft->single_text && draft->tells)
        complain(r, config_setting_get_member(at, "tells"),
                 "'tells' has no meaning where parties vote on a single text");
    if (draft->single_text && draft->drafts)
        complain(r, draft->drafts, "'drafts' have no meaning where parties vote on a single text");
    if (!draft->tells != !draft->bias)
        complain(r, at, "'tells' and 'bias' belong together");
}

struct mediator read_mediator(struct reader *r, const config_setting_t *at,
                              const struct talks *talks)
{
    struct mediator_draft draft = { .rule = SOLUTION_NASH };
    const size_t before = r->n_complaint;
    struct mediator m = { .starts = NONE, .final_day = NAN, .tells = NONE, .pilot_day = NAN };

    if (!at)
        return m;
    field_read(r, at, &mediator_schema, &draft);
    if (!config_setting_is_group(at))
        return m;
    m.has_text = draft.single_text;
    m.in_turn = draft.changes;
    m.all_must_vote = draft.passes;
    m.rule = (enum solution)draft.rule;
    m.starts = draft.starts ? proposal_find(r, draft.starts) : NONE;
    m.final_day = day_read(r, draft.final_on, talks);
    if (m.final_day < talks->first_day)
        complain(r, draft.final_on, "'final_on' is before the first round, day %g",
                 talks->first_day);
    m.temperature = number_or(r, draft.temperature, 0, 1e6, "", at, ".temperature", 0);
    m.knows = number_or(r, draft.knows, 0, 1, "", at, ".knows", 1);
    m.bias = number_or(r, draft.bias, -1, 1, "", at, ".bias", 0);
    if (draft.tells && talks->n_side > 2)
        complain(r, config_setting_get_member(at, "tells"),
                 "'tells' is between two parties; these talks have %zu", talks->n_side);
    else if (draft.tells)
        m.tells = side_find(r, at, "tells", talks, draft.tells);
    m.n_draft = read_stated(r, draft.drafts, &draft_schema, talks, &m.draft);
    if (draft.pilot)
        read_pilot(r, draft.pilot, talks, &m);
    if (r->n_complaint == before)
        refuse_strays(r, at, &draft);
    return m;
}
