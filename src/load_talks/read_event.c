/* read_event.c - what happens in the course of talks */
#include "read_event.h"

#include "number.h"
#include "read_levels.h"
#include "read_talks.h"
#include "talk_fields.h"

#include <math.h>
#include <string.h>

struct draft {
    struct event event;
    const char *party, *issue;
    const config_setting_t *on, *hazard, *probability, *suspends, *shift_no_deal,
        *shift_refusal_cost, *shift_weight, *removes, *adds;
};

#define AT(member) offsetof(struct draft, member)
static const struct field event_fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(event.name), 0, 0, "name", "how files call it" },
    { "on", FIELD_SETTING, OPTIONAL, AT(on), 0, 0, "\"YYYY-MM-DD\", or days from the start",
      "when it happens; or" },
    { "hazard", FIELD_SETTING, OPTIONAL, AT(hazard), 0, 0, "number a day, or a distribution",
      "how likely it is each day, if it has not happened yet: it comes after an exponential time" },
    { "probability", FIELD_SETTING, OPTIONAL, AT(probability), 0, 1, "0 to 1, or a distribution",
      "with `on`: that it happens at all (1)" },
    { "ends", FIELD_FLAG, OPTIONAL, AT(event.ends), 0, 0, "true or false",
      "it ends the talks (false)" },
    { "suspends", FIELD_SETTING, OPTIONAL, AT(suspends), 0, 0, "number of days, or a distribution",
      "no rounds for so long (0)" },
    { "party", FIELD_NAME, OPTIONAL, AT(party), 0, 0, "name", "whom the shifts are about" },
    { "shift_no_deal", FIELD_SETTING, OPTIONAL, AT(shift_no_deal), 0, 0,
      "number, or a distribution", "what it adds to the party's value of no deal" },
    { "shift_refusal_cost", FIELD_SETTING, OPTIONAL, AT(shift_refusal_cost), 0, 0,
      "number, or a distribution", "what it adds to what saying no costs the party" },
    { "issue", FIELD_NAME, OPTIONAL, AT(issue), 0, 0, "name", "whose weight shifts" },
    { "shift_weight", FIELD_SETTING, OPTIONAL, AT(shift_weight), 0, 0, "number, or a distribution",
      "what it adds to the weight of the issue for the party, before weights are divided by their "
      "sum; not below 0, and not where it would leave the party, or a veto holder of it, no weight "
      "at all" },
    { "removes", FIELD_SETTING, OPTIONAL, AT(removes), 0, 0, "{ ISSUE = (level, ...); }",
      "levels that it takes off the table" },
    { "adds", FIELD_SETTING, OPTIONAL, AT(adds), 0, 0, "{ ISSUE = (level, ...); }",
      "levels that are not on the table before it" },
    FIELD_REMARKS,
};
const struct schema event_schema = { "talks.events[]",
                                     "Something that happens at most once in the talks.",
                                     COUNT_OF(event_fields), event_fields };

/* Adds the levels of issue k that are in the set and on the table. */
static size_t add_levels(const struct issue *issue, size_t k, const struct level_set *set, size_t n,
                         struct event_level level[])
{
    for (size_t l = 0; l < issue->n_level; l++)
        if (level_set_has(set, issue->level[l]))
            level[n++] = (struct event_level){ k, l };
    return n;
}

static size_t levels_of(const struct scenario *s)
{
    size_t n = 0;
    for (size_t k = 0; k < s->n_table; k++)
        n += s->issue[k].n_level;
    return n;
}

static void complain_off_table(struct reader *r, const config_setting_t *at,
                               const struct issue *issue)
{
    char levels[200] = "";

    for (size_t l = 0, used = 0; l < issue->n_level && used < sizeof levels; l++)
        used += (size_t)snprintf(levels + used, sizeof levels - used, "%s%s", l ? ", " : "",
                                 issue->label[l]);
    complain(r, at, "none of these levels of '%s' is on the table, which has %s", issue->name,
             levels);
}

/* { ISSUE = levels; ... } as a list of levels on the table. */
static size_t read_levels(struct reader *r, const config_setting_t *group,
                          struct event_level **levels)
{
    const struct scenario *s = r->scenario;
    size_t n = 0;

    if (!group)
        return 0;
    /* Room enough: a group names an issue once, and each level of it is added once. */
    *levels = reader_alloc(r, levels_of(s), sizeof **levels);
    if (!*levels)
        return 0;
    if (!config_setting_is_group(group)) {
        complain(r, group, "'%s' must be a group: { ISSUE = (level, ...); }",
                 config_setting_name(group));
        return 0;
    }
    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *at = config_setting_get_elem(group, (unsigned)i);
        struct level_set set;
        size_t k = issue_find(r, config_setting_name(at));
        if (k == NONE) {
            issue_unknown(r, at, config_setting_name(at));
        } else if (!s->issue[k].on_table) {
            complain(r, at, "'%s' is not on the table", s->issue[k].name);
        } else if (level_set_read(r, at, &s->issue[k], &set)) {
            size_t before = n;
            n = add_levels(&s->issue[k], k, &set, n, *levels);
            if (n == before)
                complain_off_table(r, at, &s->issue[k]);
        }
    }
    return n;
}

/* Finds whom the event is about: shifts need a party, and nothing else has use for one. */
static void find_party(struct reader *r, const config_setting_t *at, struct draft *draft,
                       const struct talks *talks)
{
    bool shifts = draft->shift_no_deal || draft->shift_refusal_cost || draft->shift_weight;

    draft->event.party = NONE;
    if (!draft->party && shifts)
        complain(r, at, "'party' is missing: whom the shift is about");
    if (!draft->party)
        return;
    size_t side = side_find(r, at, "party", talks, draft->party);
    if (side != NONE && !shifts)
        complain(r, at,
                 "nothing of party '%s' shifts: give 'shift_no_deal', 'shift_refusal_cost' or "
                 "'shift_weight'",
                 draft->party);
    else if (side != NONE)
        draft->event.party = talks->side[side];
}

static void find_issue(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    draft->event.issue = NONE;
    if (!draft->issue != !draft->shift_weight) {
        complain(r, at, "'issue' and 'shift_weight' belong together");
        return;
    }
    if (!draft->issue)
        return;
    draft->event.issue = issue_find(r, draft->issue);
    if (draft->event.issue == NONE)
        issue_unknown(r, config_setting_get_member(at, "issue"), draft->issue);
}

static void read_time(struct reader *r, const config_setting_t *at, struct draft *draft,
                      const struct talks *talks)
{
    if (!draft->on == !draft->hazard)
        complain(r, at, "an event needs 'on' or 'hazard', and not both");
    else if (draft->hazard && draft->probability)
        complain(r, draft->probability, "'probability' belongs to 'on'");
    draft->event.day = day_read(r, draft->on, talks);
    draft->event.hazard = number_or(r, draft->hazard, 0, 100, "a day", at, ".hazard", 0);
    draft->event.probability = number_or(r, draft->probability, 0, 1, "", at, ".probability", 1);
    draft->event.roll = number_roll(r, at, ".roll");
}

/* An event without a consequence, or with consequences that exclude each other, is a mistake. */
static void check_effect(struct reader *r, const config_setting_t *at, const struct draft *draft)
{
    const struct scenario *s = r->scenario;
    const struct event *e = &draft->event;
    size_t n_left[MAX_ISSUE];

    if (!e->ends && !draft->suspends && !draft->shift_no_deal && !draft->shift_refusal_cost &&
        !draft->shift_weight && !draft->removes && !draft->adds)
        complain(r, at,
                 "nothing happens: give 'ends', 'suspends', 'shift_no_deal', 'shift_refusal_cost', "
                 "'shift_weight', 'removes' or 'adds'");
    if (e->ends && draft->suspends)
        complain(r, draft->suspends, "'suspends' has no meaning for an event that ends the talks");
    for (size_t k = 0; k < s->n_table; k++)
        n_left[k] = s->issue[k].n_level;
    for (size_t i = 0; i < e->n_removed; i++) {
        const struct event_level *gone = &e->removed[i];
        if (--n_left[gone->issue] == 0)
            complain(r, draft->removes, "it leaves no level of '%s'", s->issue[gone->issue].name);
        for (size_t j = 0; j < e->n_added; j++)
            if (e->added[j].issue == gone->issue && e->added[j].level == gone->level)
                complain(r, draft->adds, "level %s of '%s' is both added and removed",
                         s->issue[gone->issue].label[gone->level], s->issue[gone->issue].name);
    }
}

static void read_event(struct reader *r, const config_setting_t *at, struct talks *talks)
{
    struct draft draft = { .event = { .name = "", .day = NAN } };
    struct event *e = &draft.event;
    const size_t before = r->n_complaint;

    field_read(r, at, &event_schema, &draft);
    if (!config_setting_is_group(at))
        return;
    read_time(r, at, &draft, talks);
    find_party(r, at, &draft, talks);
    find_issue(r, at, &draft);
    e->suspends = number_or(r, draft.suspends, 0, 36500, "days", at, ".suspends", 0);
    e->shift_no_deal =
        number_or(r, draft.shift_no_deal, -INFINITY, INFINITY, "", at, ".shift_no_deal", 0);
    e->shift_refusal_cost = number_or(r, draft.shift_refusal_cost, -INFINITY, INFINITY, "", at,
                                      ".shift_refusal_cost", 0);
    e->shift_weight =
        number_or(r, draft.shift_weight, -INFINITY, INFINITY, "", at, ".shift_weight", 0);
    e->n_removed = read_levels(r, draft.removes, &e->removed);
    e->n_added = read_levels(r, draft.adds, &e->added);
    if (r->n_complaint == before)
        check_effect(r, at, &draft);
    for (size_t i = 0; i < talks->n_event; i++)
        if (e->name[0] && strcmp(talks->event[i].name, e->name) == 0)
            complain(r, at, "event '%s' is there twice", e->name);
    talks->event[talks->n_event++] = *e;
}

void read_events(struct reader *r, const config_setting_t *list, struct talks *talks)
{
    if (!field_is_list(r, list, "events"))
        return;
    int n = config_setting_length(list);
    if (n > MAX_EVENT)
        complain(r, list, "%d events, at most %d", n, MAX_EVENT);
    talks->event = reader_alloc(r, MAX_EVENT, sizeof *talks->event);
    for (int i = 0; talks->event && i < n && i < MAX_EVENT; i++)
        read_event(r, config_setting_get_elem(list, (unsigned)i), talks);
}
