/* read_phase.c - when what is agreed is carried out, by whom, and what breaking off costs */
#include "read_phase.h"

#include "number.h"
#include "read_levels.h"

#include <math.h>
#include <string.h>

struct draft {
    struct phase phase;
    uint64_t turns;
    const config_setting_t *days, *order;
};

enum { MOST_DAYS = 36500 }; /* a century */

#define AT(member) offsetof(struct draft, member)
static const struct field fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(phase.name), 0, 0, "name", "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, AT(phase.title), 0, 0, "text", "how pictures call it" },
    { "days", FIELD_SETTING, REQUIRED, AT(days), 0, MOST_DAYS,
      "0 to 36500 days, or a distribution, or \"issue\"",
      "that pass after what is performed in it; an issue's level: the days of all phases that name "
      "it, which share them equally" },
    { "shock", FIELD_NUMBER, OPTIONAL, AT(phase.shock), 0, 1, "",
      "the chance that the agreement collapses after it, however long it is, for reasons of its "
      "own (0)" },
    { "order", FIELD_SETTING, OPTIONAL, AT(order), 0, 0, "(\"party\", ...)",
      "who performs first (the order of `parties`)" },
    { "turns", FIELD_COUNT, OPTIONAL, AT(turns), 1, MAX_STEP, "",
      "in how many equal parts it is performed, all parties by turns (1)" },
    FIELD_REMARKS,
};
const struct schema phase_schema = { "phases[]",
                                     "What is agreed is performed phase by phase, in up to 12; "
                                     "each is conditional on those before it.",
                                     COUNT_OF(fields), fields };

static void read_shares(struct reader *r, const config_setting_t *shares, struct performance *p)
{
    const size_t n_phase = r->scenario->n_phase;

    if (!field_is_list(r, shares, "numbers, one for each phase"))
        return;
    if ((size_t)config_setting_length(shares) != n_phase) {
        complain(r, shares, "%d shares, and there are %zu phases", config_setting_length(shares),
                 n_phase);
        return;
    }
    p->share = reader_alloc(r, n_phase, sizeof *p->share);
    double most = 0;
    for (size_t i = 0; p->share && i < n_phase; i++) {
        double low = 0, high = 0;
        p->share[i] = number_read(r, config_setting_get_elem(shares, (unsigned)i), 0, INFINITY, "");
        /* After a mistake the index is 0, and there may be no parameter at all. */
        if (r->scenario->n_parameter > p->share[i])
            distribution_support(&r->parameter[p->share[i]].distribution, &low, &high);
        most = fmax(most, high);
    }
    if (p->share && !(most > 0))
        complain(r, shares, "the shares sum to zero");
}

static void read_performance(struct reader *r, size_t k)
{
    const struct issue *issue = &r->scenario->issue[k];
    const struct promise *promise = &r->promise[k];
    struct performance *p = &r->scenario->performance[k];

    *p = (struct performance){ .by = NONE, .in_order = promise->in_order };
    p->counts = promise->counts ? promise->counts : issue->unit;
    if (promise->by)
        p->by = party_named(r, issue_setting(r, issue->name), promise->by);
    if (promise->shares && p->by != NONE)
        read_shares(r, promise->shares, p);
    else if (promise->shares && !promise->by)
        complain(r, promise->shares, "'shares' needs 'by': who performs '%s'", issue->name);
    if (promise->in_order && !promise->by)
        complain(r, issue_setting(r, issue->name), "'in_order' needs 'by': who performs '%s'",
                 issue->name);
}

/* Whether some of what party p performs may fall into phase i. */
static bool acts_in(const struct reader *r, size_t p, size_t i)
{
    const struct scenario *s = r->scenario;

    for (size_t k = 0; k < s->n_table; k++) {
        const struct performance *performance = &s->performance[k];
        double low = 0, high = 1;
        if (performance->by != p)
            continue;
        if (performance->share)
            distribution_support(&r->parameter[performance->share[i]].distribution, &low, &high);
        if (high > 0)
            return true;
    }
    return false;
}

/* The actors of phase i, in the order that it gives or else in that of the parties.  An order must
 * name each party that has something to perform, once, and no other. */
static void find_actors(struct reader *r, const config_setting_t *at, const struct draft *draft,
                        struct phase *phase, size_t i)
{
    const size_t n_party = r->scenario->n_party;
    const int n_given = draft->order ? config_setting_length(draft->order) : 0;

    /* A list that names a party twice is longer than n_party, and is refused below. */
    phase->actor = reader_alloc(r, n_party + (size_t)n_given, sizeof *phase->actor);
    if (!phase->actor || (draft->order && !field_is_list(r, draft->order, "parties")))
        return;
    for (int a = 0; a < n_given; a++) {
        size_t p = party_named(r, draft->order, config_setting_get_string_elem(draft->order, a));
        if (p == NONE)
            return;
        phase->actor[phase->n_actor++] = p;
    }
    for (size_t p = 0; p < n_party; p++) {
        size_t times = 0;
        for (size_t a = 0; a < phase->n_actor; a++)
            times += phase->actor[a] == p;
        if (!draft->order && acts_in(r, p, i))
            phase->actor[phase->n_actor++] = p;
        else if (draft->order && times != (acts_in(r, p, i) ? 1 : 0))
            complain(r, draft->order, "'%s' %s in phase '%s'", r->scenario->party[p].name,
                     times == 0  ? "performs something"
                     : times > 1 ? "has two turns"
                                 : "performs nothing",
                     phase->name);
    }
    if (phase->n_actor == 0)
        complain(r, at, "nobody performs anything in phase '%s'", phase->name);
}

/* The issue whose level says how long a phase is. */
static void read_days_issue(struct reader *r, const config_setting_t *days, struct phase *phase)
{
    const size_t k = issue_find(r, config_setting_get_string(days));

    if (k == NONE) {
        issue_unknown(r, days, config_setting_get_string(days));
        return;
    }
    const struct issue *issue = &r->scenario->issue[k];
    if (issue->is_named) {
        complain(r, days, "'days' is the level of an issue with numbers, and '%s' has names",
                 issue->name);
        return;
    }
    for (size_t l = 0; l < issue->n_level; l++)
        if (!(issue->level[l] >= 0 && issue->level[l] <= MOST_DAYS)) {
            complain(r, days, "level %s of '%s' is no number of days, expected 0 to %d",
                     issue->label[l], issue->name, MOST_DAYS);
            return;
        }
    phase->days_issue = k;
}

static void read_days(struct reader *r, const config_setting_t *days, struct phase *phase)
{
    if (config_setting_get_string(days))
        read_days_issue(r, days, phase);
    else
        phase->days = number_read(r, days, 0, MOST_DAYS, "days");
}

/* Phases that name the same issue share its days equally. */
static void share_days(struct scenario *s)
{
    for (size_t i = 0; i < s->n_phase; i++) {
        size_t named = 0;
        for (size_t other = 0; other < s->n_phase; other++)
            named += s->phase[other].days_issue == s->phase[i].days_issue;
        s->phase[i].days_share = s->phase[i].days_issue == NONE ? 0 : 1 / (double)named;
    }
}

static void read_phase(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    *draft =
        (struct draft){ .phase = { .name = "", .days = NONE, .days_issue = NONE, .shock = NONE },
                        .turns = 1 };
    field_read(r, at, &phase_schema, draft);
    if (draft->days)
        read_days(r, draft->days, &draft->phase);
    draft->phase.title = draft->phase.title ? draft->phase.title : draft->phase.name;
    draft->phase.n_turn = (size_t)draft->turns;
    for (size_t i = 0; i < r->scenario->n_phase; i++)
        if (draft->phase.name[0] && strcmp(r->scenario->phase[i].name, draft->phase.name) == 0)
            complain(r, at, "phase '%s' is there twice", draft->phase.name);
}

static void read_binds(struct reader *r, const config_setting_t *binds, struct guarantee *g)
{
    g->binds = reader_alloc(r, r->scenario->n_party, sizeof *g->binds);
    for (size_t p = 0; g->binds && !binds && p < r->scenario->n_party; p++)
        g->binds[p] = true;
    if (!g->binds || !binds || !field_is_list(r, binds, "parties"))
        return;
    if (config_setting_length(binds) == 0)
        complain(r, binds, "'binds' must name at least one party");
    for (int i = 0; i < config_setting_length(binds); i++) {
        size_t p = party_named(r, binds, config_setting_get_string_elem(binds, i));
        if (p != NONE)
            g->binds[p] = true;
    }
}

static void read_guarantee(struct reader *r, size_t k)
{
    const double MOST = 10; /* times all that is at stake */
    const struct promise *promise = &r->promise[k];
    const struct issue *issue = &r->scenario->issue[k];
    struct guarantee *g = &r->scenario->guarantee;

    if (!promise->penalty) {
        if (promise->applied || promise->relief || promise->binds)
            complain(r, issue_setting(r, issue->name),
                     "'applied', 'compensation' and 'binds' need 'penalty'");
        return;
    }
    if (g->issue != NONE) {
        complain(r, promise->penalty, "'%s' and '%s' both have a 'penalty'; one issue decides",
                 r->scenario->issue[g->issue].name, issue->name);
        return;
    }
    *g = (struct guarantee){ .issue = k,
                             .has_applied = promise->applied != NULL,
                             .has_relief = promise->relief != NULL };
    level_map_read(r, promise->penalty, issue, 0, MOST, &g->penalty);
    if (promise->applied)
        level_map_read(r, promise->applied, issue, 0, 1, &g->applied);
    if (promise->relief)
        level_map_read(r, promise->relief, issue, 0, MOST, &g->relief);
    read_binds(r, promise->binds, g);
}

/* `noise` is a doubt about each choice, `keeps_word` a doubt about the party itself: a scenario has
 * one of the two. */
static void check_kinds(struct reader *r, const config_setting_t *at)
{
    const struct scenario *s = r->scenario;
    size_t typed = 0;
    bool noisy = false;

    for (size_t p = 0; p < s->n_party; p++) {
        typed += s->party[p].keeps_word != NONE;
        noisy = noisy || s->party[p].noise != NONE;
    }
    if (typed > 0 && noisy)
        complain(r, at, "'noise' and 'keeps_word' do not go together: give one of them");
    if (typed > MAX_TYPED)
        complain(r, at, "'keeps_word' for %zu parties, at most %d", typed, MAX_TYPED);
}

/* Without phases `shares` would silently do nothing, and is refused.  So would `by`, `penalty` and
 * others; they are let pass, since files shared by a family of scenarios have them, with phases or
 * not. */
static void refuse_shares(struct reader *r)
{
    for (size_t k = 0; k < r->scenario->n_table; k++)
        if (r->promise[k].shares)
            complain(r, r->promise[k].shares, "'shares' of '%s', and there are no 'phases'",
                     r->scenario->issue[k].name);
}

static void read_promises(struct reader *r)
{
    struct scenario *s = r->scenario;

    s->performance = reader_alloc(r, s->n_table, sizeof *s->performance);
    for (size_t k = 0; s->performance && k < s->n_table; k++)
        read_performance(r, k);
    for (size_t k = 0; k < s->n_issue; k++)
        read_guarantee(r, k);
}

void read_phases(struct reader *r, const config_setting_t *list)
{
    struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;
    struct draft draft[MAX_PHASE];

    if (!list) {
        refuse_shares(r);
        return;
    }
    if (!field_is_list(r, list, "groups"))
        return;
    int n = config_setting_length(list);
    if (n < 1 || n > MAX_PHASE) {
        complain(r, list, "%d phases, expected 1 to %d", n, MAX_PHASE);
        return;
    }
    s->phase = reader_alloc(r, (size_t)n, sizeof *s->phase);
    for (int i = 0; s->phase && i < n; i++) {
        read_phase(r, config_setting_get_elem(list, (unsigned)i), &draft[i]);
        s->phase[s->n_phase++] = draft[i].phase;
    }
    /* Shares need the number of phases; the actors follow from who performs what. */
    share_days(s);
    read_promises(r);
    for (int i = 0; r->n_complaint == before && i < n; i++)
        find_actors(r, config_setting_get_elem(list, (unsigned)i), &draft[i], &s->phase[i],
                    (size_t)i);
    check_kinds(r, list);
    if (scenario_steps(s) > MAX_STEP)
        complain(r, list,
                 "%zu times somebody performs something, at most %d: fewer phases or turns",
                 scenario_steps(s), MAX_STEP);
}
