/* read_tactic.c - how a party bargains */
#include "read_tactic.h"

#include "read_stated.h"
#include "read_talks.h"
#include "talk_fields.h"

#include <math.h>
#include <string.h>

struct draft {
    const char *name;
    int strategy, accepts, offers, concedes_from;
    const config_setting_t *number[TACTIC_NUMBER_COUNT], *stated;
};

static const struct name from_names[] = { { 0, "possible", "" }, { 1, "wished", "" } };

/* clang-format off */
#define AT(member) offsetof(struct draft, member)
#define NUMBER(setting, start, low, high, unit, help) \
    { #setting, FIELD_SETTING, OPTIONAL, AT(number[TACTIC_##setting]), low, high, \
      #low " to " #high ", or a distribution" , help },
static const struct field tactic_fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(name), 0, 0, "name", "a party that bargains" },
    { "strategy", FIELD_CHOICE, REQUIRED, AT(strategy), 0, 0, "strategy",
      "how it makes offers; docs/methods.md has the formulas", STRATEGY_COUNT, strategy_names },
    { "accepts", FIELD_CHOICE, OPTIONAL, AT(accepts), 0, 0, "rule of acceptance",
      "what it accepts: at least its target of the moment (target), what it would offer next, a share "
      "of the way to its best, anything once it is late, or next and then the best that it was offered" , ACCEPTANCE_COUNT, acceptance_names },
    { "offers", FIELD_CHOICE, OPTIONAL, AT(offers), 0, 0, "choice of offers",
      "of the packages that meet its target: the one worth least to itself (nearest), most to the "
      "others together (kindest), or what it believes to be that (believed; see `knows` of talks)" , CHOICE_COUNT, choice_names },
    { "concedes_from", FIELD_CHOICE, OPTIONAL, AT(concedes_from), 0, 0, "best to concede from",
      "its best, from which it concedes: of what can be agreed (possible), or of all that it would "
      "agree to itself, whoever else refuses it (wished)" , COUNT_OF(from_names), from_names },
    TACTIC_NUMBER_LIST(NUMBER)
    { "stated", FIELD_SETTING, OPTIONAL, AT(stated), 0, 0, "( { ... }, ... )",
      "`stated`: its proposals and their days" },
    FIELD_REMARKS,
};
/* clang-format on */
const struct schema tactic_schema = {
    "talks.parties[]",
    "How a party that bargains does so; all of them, 2 to 16, in the order in which they move.",
    COUNT_OF(tactic_fields), tactic_fields
};

static const struct {
    const char *path;
    double low, high;
    const char *unit;
} numbers[TACTIC_NUMBER_COUNT] = {
#define X(name, start, low, high, unit, help) { "." #name, low, high, unit },
    TACTIC_NUMBER_LIST(X)
#undef X
};

#define ONLY(strategy) (1u << STRATEGY_##strategy)
#define ANY (~0u)

/* Those that aim at a target, and choose an offer among the packages that meet it. */
#define CONCEDES (ONLY(POLYNOMIAL) | ONLY(EXPONENTIAL) | ONLY(TIT_FOR_TAT))

/* For which strategies, and for which rules of acceptance, each number has a meaning. */
static const struct {
    unsigned strategies, rules;
} meant_for[TACTIC_NUMBER_COUNT] = {
    [TACTIC_exponent] = { ONLY(POLYNOMIAL) | ONLY(EXPONENTIAL), ANY },
    [TACTIC_opening] = { ONLY(POLYNOMIAL) | ONLY(EXPONENTIAL), ANY },
    [TACTIC_slack] = { ONLY(POLYNOMIAL) | ONLY(EXPONENTIAL), ANY },
    [TACTIC_accepts_share] = { ANY, 1u << ACCEPTANCE_CONSTANT },
    [TACTIC_accepts_after] = { ANY, 1u << ACCEPTANCE_TIME | 1u << ACCEPTANCE_COMBINED },
    [TACTIC_discount] = { ANY, ANY },
    [TACTIC_cost] = { ANY, ANY },
    [TACTIC_outside] = { ANY, ANY },
    [TACTIC_pressure] = { ANY, ANY },
    [TACTIC_refusal_pressure] = { ANY, ANY },
    [TACTIC_risk] = { ANY, ANY },
    [TACTIC_recognition] = { ANY, ANY },
};

/* Refuses numbers that the strategy does not use: they would silently do nothing.  Where --set has
 * changed the strategy they may stay: the file was right without it. */
static void refuse_strays(struct reader *r, const config_setting_t *at, const struct draft *draft,
                          const struct tactic *tactic)
{
    const config_setting_t *strategy = config_setting_get_member(at, "strategy");
    const config_setting_t *accepts = config_setting_get_member(at, "accepts");

    if ((strategy && config_setting_get_hook(strategy)) ||
        (accepts && config_setting_get_hook(accepts)))
        return;
    for (size_t k = 0; k < TACTIC_NUMBER_COUNT; k++) {
        if (!draft->number[k])
            continue;
        if (!(meant_for[k].strategies >> tactic->strategy & 1))
            complain(r, draft->number[k], "'%s' has no meaning for the strategy '%s'",
                     numbers[k].path + 1, strategy_names[tactic->strategy].text);
        else if (!(meant_for[k].rules >> tactic->acceptance & 1))
            complain(r, draft->number[k], "'%s' has no meaning where it accepts by '%s'",
                     numbers[k].path + 1, acceptance_names[tactic->acceptance].text);
    }
    if (config_setting_get_member(at, "offers") && !(CONCEDES >> tactic->strategy & 1))
        complain(r, config_setting_get_member(at, "offers"),
                 "'offers' has no meaning for the strategy '%s'",
                 strategy_names[tactic->strategy].text);
    if (config_setting_get_member(at, "concedes_from") && !(CONCEDES >> tactic->strategy & 1) &&
        tactic->acceptance != ACCEPTANCE_CONSTANT)
        complain(r, config_setting_get_member(at, "concedes_from"),
                 "'concedes_from' has no meaning for the strategy '%s'",
                 strategy_names[tactic->strategy].text);
    if (!draft->stated != (tactic->strategy != STRATEGY_STATED))
        complain(r, at,
                 draft->stated ? "'stated' belongs to the strategy 'stated'"
                               : "'stated' is missing: the proposals that it puts forward");
}

static void read_numbers(struct reader *r, const config_setting_t *at, const struct draft *draft,
                         struct tactic *tactic)
{
    const bool exponential = tactic->strategy == STRATEGY_EXPONENTIAL;

    for (size_t k = 0; k < TACTIC_NUMBER_COUNT; k++) {
        bool opens = exponential && k == TACTIC_opening; /* not 0, whose logarithm is taken */
        tactic->number[k] = number_or(r, draft->number[k], opens ? 1e-9 : numbers[k].low,
                                      numbers[k].high, numbers[k].unit, at, numbers[k].path,
                                      opens ? EXPONENTIAL_OPENING : tactic_start[k]);
    }
}

/* What files of talks call others than parties (LABEL_WHO). */
static bool is_reserved(const char *name, size_t n_side)
{
    static const char *const words[] = { "mediator", "both", "all", "several" };
    const size_t n = n_side == 2 ? 2 : COUNT_OF(words);

    for (size_t i = 0; i < n; i++)
        if (strcmp(name, words[i]) == 0)
            return true;
    return false;
}

/* The party that bargains so; after a complaint the first one, so that the index stays valid. */
static size_t read_side(struct reader *r, const config_setting_t *at, const char *name,
                        const struct talks *talks, size_t i)
{
    const size_t p = name ? party_named(r, at, name) : NONE;
    bool is_twice = false;

    if (p == NONE)
        return 0;
    for (size_t k = 0; k < i; k++)
        is_twice = is_twice || p == talks->side[k];
    if (!r->scenario->party[p].bargains)
        complain(r, at, "'%s' only consents: it makes no offers", name);
    else if (is_twice)
        complain(r, at, "party '%s' is there twice", name);
    else if (is_reserved(name, talks->n_side))
        complain(r, at,
                 "a party that talks cannot be called '%s': reserved name, in files of talks",
                 name);
    return p;
}

static void read_tactic(struct reader *r, const config_setting_t *at, struct talks *talks, size_t i)
{
    struct draft draft = { .name = NULL };
    const size_t before = r->n_complaint;

    field_read(r, at, &tactic_schema, &draft);
    talks->side[i] = read_side(r, at, draft.name, talks, i);
    struct tactic tactic = { .strategy = (enum strategy)draft.strategy,
                             .acceptance = (enum acceptance)draft.accepts,
                             .choice = (enum choice)draft.offers,
                             .hopes = draft.concedes_from };
    if (talks->n_side > 2 && tactic.strategy == STRATEGY_ZEUTHEN)
        complain(r, config_setting_get_member(at, "strategy"),
                 "'%s' is between two parties; these talks have %zu",
                 strategy_names[tactic.strategy].text, talks->n_side);
    read_numbers(r, at, &draft, &tactic);
    const size_t n_complaint = r->n_complaint;
    tactic.n_stated = read_stated(r, draft.stated, &stated_schema, talks, &tactic.stated);
    if (draft.stated && tactic.n_stated == 0 && r->scenario->n_left_out > 0 &&
        r->n_complaint == n_complaint)
        complain(r, draft.stated,
                 "none of the proposals that it puts forward is possible with the issues as fixed");
    if (r->n_complaint == before)
        refuse_strays(r, at, &draft, &tactic);
    talks->tactic[i] = tactic;
}

void read_tactics(struct reader *r, const config_setting_t *list, struct talks *talks)
{
    const size_t n = scenario_bargaining(r->scenario);
    size_t n_read = 0;

    if (!field_is_list(r, list, "parties"))
        return;
    if (n < 2 || n > MAX_SIDE)
        complain(r, list, "talks are between 2 to %d parties that bargain; this scenario has %zu",
                 MAX_SIDE, n);
    else if (n == 2 && config_setting_length(list) != 2)
        complain(r, list, "expected the two parties that bargain, the one that moves first first");
    else if ((size_t)config_setting_length(list) != n)
        complain(r, list,
                 "%d parties, expected the %zu that bargain, in the order in which they move%s",
                 config_setting_length(list), n,
                 n < r->scenario->n_party ? "; those with 'bargains = false' only consent" : "");
    else
        for (talks->n_side = n; n_read < n; n_read++)
            read_tactic(r, config_setting_get_elem(list, (unsigned)n_read), talks, n_read);
}
