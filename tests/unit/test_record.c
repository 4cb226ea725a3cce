/* test_record.c - bundled scenarios beside their texts: what cannot be, and equal care */
#include "kit.h"
#include "loader.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The rules are written out here once more, from the texts, and not read from the scenarios. */
static const char *const names[] = { "pilot_release", "four_day_pause",   "november_extension",
                                     "all_for_all",   "sixty_day",        "six_week",
                                     "three_phase",   "corridor_bridging" };

static size_t issue_of(const struct scenario *s, const char *name)
{
    for (size_t k = 0; k < s->n_table; k++)
        if (strcmp(s->issue[k].name, name) == 0)
            return k;
    return NONE;
}

/* The number of an issue in a package; NAN where it is not on the table. */
static double number(const struct scenario *s, const size_t level[], const char *issue)
{
    const size_t k = issue_of(s, issue);
    return k == NONE ? NAN : s->issue[k].level[level[k]];
}

static bool is(const struct scenario *s, const size_t level[], const char *issue, const char *name)
{
    const size_t k = issue_of(s, issue);
    return k != NONE && strcmp(s->issue[k].label[level[k]], name) == 0;
}

static bool of_civilians(const struct scenario *s, const size_t level[])
{
    return is(s, level, "groups", "women_children") || is(s, level, "groups", "elderly_sick");
}

/* Until the pause of November: over 220 (004: over 100 released then, over 120 left). */
static bool is_before_release(const struct scenario *s)
{
    return strcmp(s->as_of, "2023-12-01") < 0;
}

/* 001: about 40 of those who are left, five female soldiers among them. */
static bool more_civilians_than_there_are(const struct scenario *s, const size_t level[])
{
    return of_civilians(s, level) &&
           number(s, level, "hostages") > (is_before_release(s) ? 100 + 35 : 35);
}

static bool more_women_than_there_are(const struct scenario *s, const size_t level[])
{
    return is(s, level, "groups", "female_soldiers") &&
           number(s, level, "hostages") > (is_before_release(s) ? 100 + 40 : 40);
}

/* 000 and 004, 003, 001, 002: how many are held at each date. */
static bool more_than_are_held(const struct scenario *s, const size_t level[])
{
    static const struct {
        const char *until;
        double held;
    } date[] = { { "2023-12-01", 220 },
                 { "2024-01-01", 120 },
                 { "2024-02-01", 105 },
                 { "2024-04-01", 100 },
                 { "2024-12-31", 109 } };
    size_t i = 0;

    while (strcmp(s->as_of, date[i].until) > 0)
        i++;
    return number(s, level, "hostages") > date[i].held;
}

static bool a_number_of_no_group(const struct scenario *s, const size_t level[])
{
    return is(s, level, "groups", "none") && number(s, level, "hostages") > 0;
}

/* 001: the prisoners with convictions are for the female soldiers. */
static bool convicts_for_nobody(const struct scenario *s, const size_t level[])
{
    return number(s, level, "convicts") > 0 &&
           (of_civilians(s, level) || is(s, level, "groups", "none"));
}

static bool prisoners_for_nobody(const struct scenario *s, const size_t level[])
{
    return number(s, level, "ratio") > 0 && number(s, level, "hostages") == 0;
}

/* 002: the corridors are part of Gaza, from all of which forces withdraw, or not. */
static bool a_withdrawal_that_is_none(const struct scenario *s, const size_t level[])
{
    return issue_of(s, "corridors") != NONE &&
           is(s, level, "withdrawal", "full") != is(s, level, "corridors", "leave");
}

static const struct rule {
    const char *name;
    bool (*breaks)(const struct scenario *s, const size_t level[]);
    bool occurs; /* some combination of levels of the scenarios would break it */
} rules[] = {
    { "more civilians than there are", more_civilians_than_there_are, true },
    { "more women and elderly than there are", more_women_than_there_are, true },
    { "more than are held", more_than_are_held, false },
    { "a number of no group", a_number_of_no_group, false },
    { "convicts for nobody", convicts_for_nobody, true },
    { "prisoners for nobody", prisoners_for_nobody, false },
    { "a full withdrawal that leaves forces", a_withdrawal_that_is_none, true },
};

static struct scenario load(const char *name)
{
    char path[500];
    struct scenario s;
    struct problems problems;
    struct error err = { .code = OK };

    snprintf(path, sizeof path, "%s/%s.cfg", getenv("NEGOSIM_SCENARIOS"), name);
    cr_assert_eq(scenario_load(&s, path, 0, NULL, &problems, &err), OK, "%s", name);
    return s;
}

Test(record, no_package_of_any_table_is_impossible_by_the_texts)
{
    bool occurs[COUNT_OF(rules)] = { false };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct scenario s = load(names[i]);
        size_t level[MAX_ISSUE] = { 0 };
        do {
            const bool banned = scenario_bans(&s, level, NULL);
            for (size_t r = 0; r < COUNT_OF(rules); r++) {
                const bool breaks = rules[r].breaks(&s, level);
                occurs[r] = occurs[r] || breaks;
                cr_assert(banned || !breaks, "%s: %s", names[i], rules[r].name);
            }
        } while (grid_next(&s.grid, level));
        scenario_release(&s);
    }
    for (size_t r = 0; r < COUNT_OF(rules); r++)
        cr_assert_eq(occurs[r], rules[r].occurs, "%s", rules[r].name);
}

static const struct parameter *parameter_of(const struct scenario *s, const char *party,
                                            const char *rest)
{
    char path[200];

    snprintf(path, sizeof path, "%s.%s", party, rest);
    for (size_t i = 0; i < s->n_parameter; i++)
        if (strcmp(s->parameter[i].path, path) == 0)
            return &s->parameter[i];
    cr_assert_fail("no parameter %s", path);
    return NULL;
}

/* What no text says of one party rather than of the other. */
Test(record, both_parties_have_the_same_doubts_where_no_text_tells_them_apart)
{
    static const char *const same[] = { "discount", "breaking_off", "keeps_word" };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct scenario s = load(names[i]);
        for (size_t k = 0; k < COUNT_OF(same); k++) {
            const struct parameter *one = parameter_of(&s, "israel", same[k]);
            const struct parameter *other = parameter_of(&s, "hamas", same[k]);
            char a[160], b[160];
            distribution_format(&one->distribution, sizeof a, a);
            distribution_format(&other->distribution, sizeof b, b);
            cr_assert_str_eq(a, b, "%s: %s", names[i], same[k]);
            cr_assert_str_eq(one->reason, other->reason, "%s: %s", names[i], same[k]);
            cr_assert(parameter_is_uncertain(one), "%s: %s", names[i], same[k]);
        }
        scenario_release(&s);
    }
}
