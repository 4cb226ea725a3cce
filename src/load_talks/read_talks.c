/* read_talks.c - how a negotiation goes in time: calendar, parties, mediator, events */
#include "read_talks.h"

#include "date.h"
#include "number.h"
#include "read_event.h"
#include "read_mediator.h"
#include "read_tactic.h"
#include "talk_fields.h"

#include <math.h>
#include <string.h>

enum { MAX_DAYS = 36500, MAX_ROUNDS = 100000 }; /* a century; larger: a draw takes longer */

struct draft {
    const char *start;
    int moves, answers, concedes;
    uint64_t rounds;
    const config_setting_t *deadline, *first_round, *round_days, *recognition, *breakdown,
        *agreed_on, *parties, *mediator, *events, *ratification, *knows;
    bool sends_back, last_round;
};

enum { MOVES_ALL, MOVES_ONE, MOVES_RANDOM };
static const struct name move_names[] = { { MOVES_ALL, "all", "" },
                                          { MOVES_ALL, "both", "" },
                                          { MOVES_ONE, "one", "" },
                                          { MOVES_RANDOM, "random", "" } };
enum { ANSWERS_BY_RULE, ANSWERS_IN_TURN, ANSWERS_ALL };
static const struct name answer_names[] = { { ANSWERS_IN_TURN, "in_turn", "" },
                                            { ANSWERS_ALL, "all", "" } };
static const struct name concede_names[] = { { 0, "by_date", "" }, { 1, "in_session", "" } };

#define AT(member) offsetof(struct draft, member)
static const struct field talks_fields[] = {
    { "start", FIELD_TEXT, OPTIONAL, AT(start), 0, 0, "\"YYYY-MM-DD\"",
      "the day of first contact, day 0; without it days are numbers" },
    { "deadline", FIELD_SETTING, OPTIONAL, AT(deadline), 0, 0,
      "\"YYYY-MM-DD\", or days from the start",
      "the last day on which leaders can agree; votes may come after it" },
    { "first_round", FIELD_SETTING, OPTIONAL, AT(first_round), 0, 0,
      "\"YYYY-MM-DD\", or days from the start", "the day of the first round (the start)" },
    { "round_days", FIELD_SETTING, OPTIONAL, AT(round_days), 0, 0, "number, or a distribution",
      "days from one round to the next; a distribution is drawn anew for each" },
    { "rounds", FIELD_COUNT, OPTIONAL, AT(rounds), 1, MAX_ROUNDS, "rounds",
      "in place of days: so many rounds, of which the first is day 1 and the deadline the day "
      "after "
      "the last" },
    { "last_round", FIELD_FLAG, OPTIONAL, AT(last_round), 0, 0, "true or false",
      "a round on the deadline itself, in which the last offer is answered, too (false)" },
    { "concedes", FIELD_CHOICE, OPTIONAL, AT(concedes), 0, 0, "way to concede",
      "what is time to those that concede in time: the date (by_date), or the days on which talks "
      "are not suspended (in_session)",
      COUNT_OF(concede_names), concede_names },
    { "knows", FIELD_SETTING, OPTIONAL, AT(knows), 0, 1, "0 to 1, or a distribution",
      "how well parties that offer what they believe to be best for others know them: 1 as they "
      "are "
      "in the draw, 0 as in an independent one (1)" },
    { "moves", FIELD_CHOICE, OPTIONAL, AT(moves), 0, 0, "way of moves",
      "in a round all parties move, one after the other (all; of two also both); one, in turn; or "
      "one by lot (random) (all)",
      COUNT_OF(move_names), move_names },
    { "answers", FIELD_CHOICE, OPTIONAL, AT(answers), 0, 0, "way to answer",
      "an offer stands until each other party has answered it at its own turn (in_turn), or is put "
      "to all others at once and is off when it is not agreed (all) (in_turn where all must agree)",
      COUNT_OF(answer_names), answer_names },
    { "recognition", FIELD_SETTING, OPTIONAL, AT(recognition), 0, 1, "0 to 1, or a distribution",
      "random, of two: the probability that the first party moves (0.5); else give each party a "
      "`recognition`" },
    { "breakdown", FIELD_SETTING, OPTIONAL, AT(breakdown), 0, 1, "0 to 1, or a distribution",
      "the probability, after each round, that talks break down (0)" },
    { "agreed_on", FIELD_SETTING, OPTIONAL, AT(agreed_on), 0, 0,
      "\"YYYY-MM-DD\", or days from the start",
      "when something was agreed, from the record: for comparison only" },
    { "parties", FIELD_SETTING, REQUIRED, AT(parties), 0, 0, "( { ... }, { ... } )",
      "how the parties bargain, in the order in which they move" },
    { "mediator", FIELD_SETTING, OPTIONAL, AT(mediator), 0, 0, "{ ... }",
      "what the mediator does besides carrying offers" },
    { "events", FIELD_SETTING, OPTIONAL, AT(events), 0, 0, "( { ... }, ... )",
      "what happens meanwhile" },
    { "ratification", FIELD_SETTING, OPTIONAL, AT(ratification), 0, 0, "( { ... }, ... )",
      "bodies that vote after the leaders have agreed, in this order; bodies not listed are "
      "satisfied "
      "by the leaders before they agree" },
    { "sends_back", FIELD_FLAG, OPTIONAL, AT(sends_back), 0, 0, "true or false",
      "a body's first refusal sends the text back, with what would pass; else it ends the talks "
      "(true)" },
    FIELD_REMARKS,
};
const struct schema talks_schema = { "talks",
                                     "How the parties talk, in time: what `negosim bargain` plays. "
                                     "Either `deadline` and `round_days`, or "
                                     "`rounds`.",
                                     COUNT_OF(talks_fields), talks_fields };

struct ratifier_draft {
    const char *party, *body;
    const config_setting_t *days;
};
#undef AT
#define AT(member) offsetof(struct ratifier_draft, member)
static const struct field ratifier_fields[] = {
    { "party", FIELD_NAME, REQUIRED, AT(party), 0, 0, "name", "a party of the talks" },
    { "body", FIELD_NAME, REQUIRED, AT(body), 0, 0, "name", "one of its bodies" },
    { "days", FIELD_SETTING, OPTIONAL, AT(days), 0, 0, "number of days, or a distribution",
      "after the agreement, or after the vote before (0)" },
    FIELD_REMARKS,
};
const struct schema ratifier_schema = { "talks.ratification[]",
                                        "A body that votes on what the leaders have agreed.",
                                        COUNT_OF(ratifier_fields), ratifier_fields };

/* The body of this name, or n_body after a complaint. */
static size_t find_body(struct reader *r, const config_setting_t *at, const struct party *party,
                        const char *name)
{
    size_t b = 0;

    while (b < party->n_body && strcmp(party->body[b].name, name) != 0)
        b++;
    if (party->n_body == 0)
        complain(r, config_setting_get_member(at, "body"), "party '%s' has no bodies", party->name);
    else if (b == party->n_body)
        complain_unknown(r, config_setting_get_member(at, "body"), "body", name, party->n_body,
                         party->body, sizeof *party->body);
    else if (party->body[b].kind == BODY_PARTNER)
        complain(r, at, "'%s' leaves rather than votes", name);
    return b;
}

static void read_ratifier(struct reader *r, const config_setting_t *at, struct talks *talks)
{
    struct ratifier_draft draft = { NULL, NULL, NULL };

    field_read(r, at, &ratifier_schema, &draft);
    if (!draft.party || !draft.body)
        return;
    size_t side = side_find(r, at, "party", talks, draft.party);
    if (side == NONE)
        return;
    const struct party *party = &r->scenario->party[talks->side[side]];
    const size_t body = find_body(r, at, party, draft.body);
    if (talks_ratifies(talks, side, body))
        complain(r, at, "'%s' votes twice", draft.body);
    talks->ratifier[talks->n_ratifier++] =
        (struct ratifier){ draft.body, side, body,
                           number_or(r, draft.days, 0, 3650, "days", at, ".days", 0) };
}

static void read_ratification(struct reader *r, const config_setting_t *list, struct talks *talks)
{
    if (!field_is_list(r, list, "groups"))
        return;
    const int n = config_setting_length(list);
    talks->ratifier = reader_alloc(r, (size_t)n, sizeof *talks->ratifier);
    for (int i = 0; talks->ratifier && i < n; i++)
        read_ratifier(r, config_setting_get_elem(list, (unsigned)i), talks);
}

static void read_moves(struct reader *r, const config_setting_t *at, const struct draft *draft,
                       struct talks *talks)
{
    if (draft->recognition && draft->moves != MOVES_RANDOM)
        complain(r, draft->recognition, "'recognition' belongs to moves = \"random\"");
    talks->one_moves = draft->moves != MOVES_ALL;
    talks->random_mover = draft->moves == MOVES_RANDOM;
    talks->first_by_lot = talks->random_mover && draft->recognition;
    talks->recognition = number_or(r, draft->recognition, 0, 1, "", at, ".recognition", 0.5);
    talks->breakdown = number_or(r, draft->breakdown, 0, 1, "", at, ".breakdown", 0);
}

/* A lot of two is by the one probability, unless the parties have weights of their own. */
static void pair_recognition(struct reader *r, const struct draft *draft, struct talks *talks)
{
    const config_setting_t *weight = NULL;

    for (int i = 0; i < config_setting_length(draft->parties); i++) {
        const config_setting_t *own = config_setting_get_member(
            config_setting_get_elem(draft->parties, (unsigned)i), "recognition");
        weight = own ? own : weight;
    }
    if (draft->recognition && talks->n_side > 2)
        complain(r, draft->recognition,
                 "'recognition' of the talks is between two parties; give each of the %zu its own",
                 talks->n_side);
    else if (draft->recognition && weight)
        complain(r, weight, "'recognition' of the talks and of a party exclude each other");
}

/* Offers are put to all at once where not all must accept: in turn, one that is not needed could
 * have an offer replaced. */
static void read_answers(const struct scenario *s, const struct draft *draft, struct talks *talks)
{
    talks->at_once =
        draft->answers == ANSWERS_BY_RULE ? !talks_need_all(s) : draft->answers == ANSWERS_ALL;
}

/* Of several parties that look ahead: where offers are answered turn by turn who has accepted is
 * part of what is to come, which they do not follow; and each look goes through all that could be
 * agreed. */
static void check_lookahead(struct reader *r, const config_setting_t *parties)
{
    const struct talks *talks = r->scenario->talks;
    const uint64_t n_package = scenario_packages(r->scenario);

    for (size_t i = 0; i < talks->n_side && talks->n_side > 2; i++) {
        const config_setting_t *strategy =
            config_setting_get_member(config_setting_get_elem(parties, (unsigned)i), "strategy");
        if (talks->tactic[i].strategy != STRATEGY_RATIONAL)
            continue;
        if (!talks->at_once)
            complain(r, strategy,
                     "'rational' among %zu parties needs offers that are put to all at once: give "
                     "'answers = \"all\"'",
                     talks->n_side);
        else if (n_package > TALKS_MAX_LOOKED_AT)
            complain(r, strategy,
                     "'rational' among %zu parties looks at all packages at every turn: %llu, at "
                     "most %d",
                     talks->n_side, (unsigned long long)n_package, TALKS_MAX_LOOKED_AT);
    }
}

static void read_pace(struct reader *r, const config_setting_t *at, const struct draft *draft,
                      struct talks *talks)
{
    talks->waits = draft->concedes;
    talks->ends_in_round = draft->last_round;
    if (draft->last_round && draft->rounds > 0)
        complain(r, config_setting_get_member(at, "last_round"),
                 "'last_round' and 'rounds' exclude each other; give one");
}

/* Refuses a `knows` that nobody uses.  Where --set has changed what parties offer it may stay: the
 * file was right without it. */
static void read_knows(struct reader *r, const config_setting_t *at, const struct draft *draft,
                       struct talks *talks)
{
    bool is_set = false;

    talks->knows = number_or(r, draft->knows, 0, 1, "", at, ".knows", 1);
    for (int i = 0; i < config_setting_length(draft->parties); i++) {
        const config_setting_t *offers = config_setting_get_member(
            config_setting_get_elem(draft->parties, (unsigned)i), "offers");
        is_set = is_set || (offers && config_setting_get_hook(offers));
    }
    if (draft->knows && !talks_believe(talks) && !is_set)
        complain(r, draft->knows, "'knows' has no meaning where nobody's offers are \"believed\"");
}

static void read_start(struct reader *r, const config_setting_t *at, const char *start,
                       struct talks *talks)
{
    if (!start)
        return;
    talks->has_dates = date_read(start, &talks->start);
    if (!talks->has_dates)
        complain(r, config_setting_get_member(at, "start"),
                 "'start' is \"%s\", which is no date; expected YYYY-MM-DD", start);
}

/* Reads the calendar: by rounds, or by days.  The deadline first: it bounds all other days. */
static void read_calendar(struct reader *r, const config_setting_t *at, const struct draft *draft,
                          struct talks *talks)
{
    const config_setting_t *by_days[] = { draft->deadline, draft->first_round, draft->round_days };

    talks->round_days = number_or(r, draft->round_days, 0, MAX_DAYS, "days", at, ".round_days", 1);
    if (draft->rounds > 0) {
        talks->first_day = 1;
        talks->last_day = (double)draft->rounds;
        talks->deadline = talks->last_day + 1;
        for (size_t i = 0; i < COUNT_OF(by_days); i++)
            if (by_days[i])
                complain(r, by_days[i], "'%s' and 'rounds' exclude each other; give one",
                         config_setting_name(by_days[i]));
        return;
    }
    if (!draft->deadline || !draft->round_days) {
        complain(r, at, "'%s' is missing; or give 'rounds'",
                 draft->deadline ? "round_days" : "deadline");
        return;
    }
    talks->deadline = talks->last_day = day_read(r, draft->deadline, talks);
    if (draft->first_round)
        talks->first_day = day_read(r, draft->first_round, talks);
    /* The mean: a single interval that is drawn shorter is lengthened when the talks are played. */
    double interval = r->parameter[talks->round_days].distribution.mean;
    if (isnan(talks->deadline))
        return;
    if (interval < SHORTEST_DAYS)
        complain(r, draft->round_days, "rounds every %g days; expected at least %g", interval,
                 SHORTEST_DAYS);
    if (talks->deadline < 1)
        complain(r, draft->deadline, "the deadline must be at least a day after the talks start");
    else if (talks->deadline > MAX_DAYS)
        complain(r, draft->deadline, "the deadline is %g days away, expected at most %d",
                 talks->deadline, MAX_DAYS);
    else if (!(talks->deadline / interval <= MAX_ROUNDS))
        complain(r, draft->round_days, "rounds every %g days until the deadline are more than %d",
                 interval, MAX_ROUNDS);
}

/* A pilot step tries the channel for parties that run a risk: one alone would do nothing. */
static void pair_risk_and_pilot(struct reader *r, const config_setting_t *parties,
                                const config_setting_t *mediator)
{
    const config_setting_t *pilot = mediator ? config_setting_get_member(mediator, "pilot") : NULL;
    bool runs_risk = false;

    for (int i = 0; i < config_setting_length(parties); i++) {
        const config_setting_t *one = config_setting_get_elem(parties, (unsigned)i);
        const config_setting_t *risk = config_setting_get_member(one, "risk");
        runs_risk = runs_risk || risk;
        if (risk && !pilot)
            complain(r, risk, "'risk' has no meaning without a pilot step of the mediator");
    }
    if (pilot && !runs_risk)
        complain(r, pilot, "the pilot step changes nothing: give a party a 'risk'");
}

void read_talks(struct reader *r, const config_setting_t *at)
{
    const size_t before = r->n_complaint;
    struct draft draft = { .sends_back = true };
    struct talks *talks = reader_alloc(r, 1, sizeof *talks);

    if (!talks)
        return;
    *talks = (struct talks){ .deadline = NAN };
    field_read(r, at, &talks_schema, &draft);
    if (r->n_complaint > before)
        return;
    read_start(r, at, draft.start, talks);
    if (r->n_complaint == before)
        read_calendar(r, at, &draft, talks);
    if (r->n_complaint > before)
        return; /* days have no meaning without it */
    talks->agreed_day = day_read(r, draft.agreed_on, talks);
    read_moves(r, at, &draft, talks);
    read_pace(r, at, &draft, talks);
    read_tactics(r, draft.parties, talks);
    pair_recognition(r, &draft, talks);
    read_knows(r, at, &draft, talks);
    if (r->n_complaint > before)
        return;
    talks->mediator = read_mediator(r, draft.mediator, talks);
    if (talks->mediator.has_text && draft.moves)
        complain(r, config_setting_get_member(at, "moves"),
                 "'moves' has no meaning where parties vote on a single text");
    if (talks->mediator.has_text && draft.answers != ANSWERS_BY_RULE)
        complain(r, config_setting_get_member(at, "answers"),
                 "'answers' has no meaning where parties vote on a single text");
    if (r->n_complaint == before)
        pair_risk_and_pilot(r, draft.parties, draft.mediator);
    if (draft.events)
        read_events(r, draft.events, talks);
    if (draft.ratification)
        read_ratification(r, draft.ratification, talks);
    else if (config_setting_get_member(at, "sends_back"))
        complain(r, config_setting_get_member(at, "sends_back"),
                 "'sends_back' has no meaning without 'ratification'");
    talks->sends_back = draft.sends_back;
    r->scenario->talks = talks;
    read_answers(r->scenario, &draft, talks);
    if (r->n_complaint == before)
        check_lookahead(r, draft.parties);
}
