/* test_impossible.c - what levels hold: combinations that cannot be, and amounts */
#include "impossible.h"
#include "kit.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_TRIAL = 300, TEXT = 4000 };

#define LEVELS(a, b, c, d) "{ kind = \"levels\"; " a " = 0; " b " = 0.3; " c " = 0.7; " d " = 1; }"
#define UP(worst, best) "{ kind = \"linear\"; worst = " worst "; best = " best "; }"
#define PARTY(name)                                                                             \
    "{ name = \"" name "\"; weights = { seats = 1; meals = 1; prams = 1; car = 1; door = 1; };" \
    "  values = { seats = " UP("0", "9") "; meals = " UP("0", "2") "; prams = " UP(             \
        "0", "2") ";"                                                                           \
                  "    car = " LEVELS("none", "small", "van",                                   \
                                      "bus") "; door = " UP("0", "2") "; };"                    \
                                                                      "  reservation = 0.3; }"

/* A bus company: meals for each seat, prams for each place that a car has for one. */
static const char company[] =
    "scenario = { name = \"company\"; };"
    "issues = ( { name = \"seats\"; levels = (0, 2, 4, 9); by = \"a\"; },"
    "  { name = \"meals\"; levels = (0, 1, 2); per = \"seats\"; by = \"a\"; counts = \"trays\"; },"
    "  { name = \"prams\"; levels = (0, 2); per = \"places\"; by = \"a\"; },"
    "  { name = \"car\"; levels = (\"none\", \"small\", \"van\", \"bus\"); by = \"b\";"
    "    holds = { seats = { none = 0; small = 4; van = 8; };"
    "              places = { none = 0; small = 0; van = 1; bus = 3; }; }; },"
    "  { name = \"door\"; levels = (0, 1, 2); by = \"b\"; } );"
    "parties = ( " PARTY("a") ", " PARTY("b") " );"
                                              "phases = ( { name = \"only\"; days = 1; } );";

/* The rules of the company, written out: level numbers of seats, meals, prams, car. */
static bool is_impossible(const struct scenario *s, const size_t level[])
{
    static const double seats[] = { 0, 4, 8, 1e9 }, places[] = { 0, 0, 1, 3 };
    const double n = scenario_level(s, 0, level);

    return n > seats[level[3]] || (level[1] > 0 && n == 0) ||
           (level[2] > 0 && places[level[3]] == 0);
}

/* Whether a package has two levels that were found; the rules here hold from a level on. */
static bool reported(size_t n, const struct impossible found[], const size_t level[])
{
    for (size_t i = 0; i < n; i++)
        if (level[found[i].issue] >= found[i].level && level[found[i].other] == found[i].at)
            return true;
    return false;
}

Test(impossible, each_rule_is_found_where_nothing_forbids_it)
{
    struct scenario s = kit_scenario(company);
    struct impossible found[20];
    const size_t n = scenario_impossible(&s, 20, found);
    size_t level[MAX_ISSUE] = { 0 };

    /* seats beside none, small and van; meals beside no seat; prams beside none and small */
    cr_assert_eq(n, 6);
    cr_assert_eq(found[0].n_level, 3);
    cr_assert_eq(found[1].n_level, 1);
    cr_assert_eq(found[2].most, 8);
    cr_assert_eq(found[3].n_level, 2);
    do
        cr_assert_eq(reported(n, found, level), is_impossible(&s, level));
    while (grid_next(&s.grid, level));
    cr_assert_eq(scenario_impossible(&s, 2, found), 6, "room does not change how many there are");
    scenario_release(&s);
}

/* Forbids some combinations of up to four issues, by lot. */
static void write_bans(gsl_rng *r, char text[TEXT])
{
    static const char *const term[5][3] = {
        { "seats = 2;", "seats = (4, 9);", "seats = { above = 0; };" },
        { "meals = 1;", "meals = (1, 2);", "meals = 2;" },
        { "prams = 2;", "prams = (0, 2);", "prams = 2;" },
        { "car = \"small\";", "car = (\"none\", \"van\");", "car = \"none\";" },
        { "door = 0;", "door = (1, 2);", "door = (0, 1, 2);" },
    };
    const size_t size = TEXT;
    size_t used = (size_t)snprintf(text, size, "%sforbidden = ( ", company);
    const int n_ban = 1 + (int)gsl_rng_uniform_int(r, 5);

    for (int i = 0; i < n_ban; i++) {
        const int first = (int)gsl_rng_uniform_int(r, 4),
                  n_term = 2 + (int)gsl_rng_uniform_int(r, 3);
        used += (size_t)snprintf(text + used, size - used, "%s{ ", i ? ", " : "");
        for (int k = 0; k < n_term; k++)
            used += (size_t)snprintf(text + used, size - used, "%s ",
                                     term[(first + k) % 5][(int)gsl_rng_uniform_int(r, 3)]);
        used += (size_t)snprintf(text + used, size - used, "}");
    }
    snprintf(text + used, size - used, " );");
}

/* Whether any package that is not forbidden has these two levels. */
static bool is_on_table(const struct scenario *s, size_t k, size_t i, size_t other, size_t at)
{
    size_t level[MAX_ISSUE] = { 0 };

    do
        if (level[k] == i && level[other] == at && !scenario_bans(s, level, NULL))
            return true;
    while (grid_next(&s->grid, level));
    return false;
}

Test(impossible, what_is_forbidden_in_every_package_is_left_out)
{
    struct scenario open = kit_scenario(company);
    struct impossible all[20], found[20];
    const size_t n_all = scenario_impossible(&open, 20, all);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t n_forbidden = 0;

    for (int trial = 0; trial < N_TRIAL; trial++) {
        char text[TEXT];
        rng_open(r, STREAM_TESTS, (uint64_t)trial);
        write_bans(r, text);
        struct scenario s = kit_scenario(text);
        const size_t n = scenario_impossible(&s, 20, found);
        size_t next = 0;
        for (size_t i = 0; i < n_all; i++) {
            const struct impossible *one = &all[i];
            const size_t end = one->level + one->n_level; /* the rules here hold from a level on */
            size_t n_level = 0;
            for (size_t x = one->level; x < end; x++)
                n_level += is_on_table(&s, one->issue, x, one->other, one->at);
            n_forbidden += one->n_level - n_level;
            if (n_level > 0)
                cr_assert_eq(found[next++].n_level, n_level, "trial %d: %s", trial, text);
        }
        cr_assert_eq(n, next, "trial %d: %s", trial, text);
        scenario_release(&s);
    }
    cr_assert_gt(n_forbidden, N_TRIAL);
    gsl_rng_free(r);
    scenario_release(&open);
}

Test(impossible, amounts_are_counted_for_each_of_what_a_level_holds)
{
    struct scenario s = kit_scenario(company);
    const size_t level[] = { 2, 2, 1, 3, 0 }; /* 4 seats, 2 meals, 2 prams, bus */

    cr_assert_eq(scenario_amount(&s, 0, level), 4);
    cr_assert_eq(scenario_amount(&s, 1, level), 8);
    cr_assert_eq(scenario_amount(&s, 2, level), 6, "a bus has three places");
    scenario_release(&s);
}
