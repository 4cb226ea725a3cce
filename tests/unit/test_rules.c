/* test_rules.c - rules on sums: the combinations that they leave, their numbers, and moves between
 * them */
#include "kit.h"
#include "layout.h"
#include "links.h"
#include "move.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 4000, N_TRIAL = 300 };

/* Adds a setting for each issue that a text of issues names. */
static void for_issues(char out[TEXT], const char *issues, const char *what)
{
    static const char name[] = "name = \"";

    for (const char *at = strstr(issues, name); at; at = strstr(at + 1, name)) {
        const size_t n = strcspn(at + strlen(name), "\"");
        snprintf(out + strlen(out), TEXT - strlen(out), " %.*s = %s;", (int)n, at + strlen(name),
                 what);
    }
}

/* A scenario of issues, with other groups, in which two parties weigh all issues alike. */
static void write(char out[4 * TEXT], const char *issues, const char *groups)
{
    char weights[TEXT] = "", values[TEXT] = "";

    for_issues(weights, issues, "1");
    for_issues(weights, groups, "1");
    for_issues(values, issues, "{ kind = \"linear\"; worst = 0; best = 1; }");
    for_issues(values, groups, "{ kind = \"linear\"; worst = 0; best = 1; }");
    snprintf(out, 4 * TEXT,
             "scenario = { name = \"sums\"; }; issues = ( %s ); %s;"
             "parties = ( { name = \"p\"; weights = {%s }; values = {%s }; reservation = 0.1; },"
             "  { name = \"q\"; weights = {%s }; values = {%s }; reservation = 0.1; } );",
             issues, groups, weights, values, weights, values);
}

static struct scenario load(const char *issues, const char *groups)
{
    char text[4 * TEXT];

    write(text, issues, groups);
    return kit_scenario(text);
}

#define TEN(name) "{ name = \"" name "\"; from = 0; to = 10; step = 1; }"
#define FIVES(name) "{ name = \"" name "\"; from = 0; to = 100; step = 5; }"
#define TENTHS(name) "{ name = \"" name "\"; from = 0; to = 1; step = 0.1; }"

/* Packages: the vector rules_sum_counts (convolution and enumeration agree; stars and bars: 66 is
 * C(12, 2), 1,771 is C(23, 3), 286 is C(13, 3)); tenths: 1,001 is C(14, 4). */
Test(rules, leave_as_many_packages_as_there_are_solutions)
{
    static const struct {
        const char *issues, *rules;
        uint64_t packages;
    } cases[] = {
        { TEN("a") "," TEN("b") "," TEN("c"),
          "rules = ( { sum = (\"a\", \"b\", \"c\"); equals = 10; } )", 66 },
        { FIVES("a") "," FIVES("b") "," FIVES("c") "," FIVES("d"),
          "rules = ( { sum = (\"a\", \"b\", \"c\", \"d\"); equals = 100; } )", 1771 },
        { TEN("a") "," TEN("b") "," TEN("c"),
          "rules = ( { sum = (\"a\", \"b\", \"c\"); at_most = 10; } )", 286 },
        { "{ name = \"a\"; levels = (0, 5, 10, 20); }, { name = \"b\"; levels = (0, 3, 6, 9, 12); "
          "},"
          "{ name = \"c\"; levels = (0, 1, 2, 3); }",
          "rules = ( { sum = (\"a\", \"b\", \"c\"); at_most = 20; } )", 55 },
        { TEN("a") "," TEN("b") "," TEN("c"),
          "rules = ( { sum = (\"a\", \"b\", \"c\"); at_least = 25; } )", 56 },
        { TENTHS("a") "," TENTHS("b") "," TENTHS("c") "," TENTHS("d") "," TENTHS("e"),
          "rules = ( { sum = (\"a\", \"b\", \"c\", \"d\", \"e\"); equals = 1; } )", 1001 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scenario s = load(cases[i].issues, cases[i].rules);
        cr_expect_eq(s.grid.total, cases[i].packages, "case %zu", i);
        cr_expect_eq(scenario_packages(&s), cases[i].packages);
        scenario_release(&s);
    }
}

/* Random rules on five issues: two sums that may share issues, and an issue apart. */
static void write_rules(gsl_rng *r, char text[TEXT])
{
    static const char *const limit[] = { "at_most", "at_least", "equals" };
    size_t used = (size_t)snprintf(text, TEXT, "rules = (");

    for (int rule = 0; rule < 2; rule++) {
        const size_t first = gsl_rng_uniform_int(r, 3), n = 2 + gsl_rng_uniform_int(r, 2);
        used += (size_t)snprintf(text + used, TEXT - used, "%s { sum = (", rule ? "," : "");
        for (size_t i = 0; i < n; i++)
            used += (size_t)snprintf(text + used, TEXT - used, "%s\"%c\"", i ? ", " : "",
                                     (char)('a' + first + i));
        used += (size_t)snprintf(text + used, TEXT - used, "); times = (");
        for (size_t i = 0; i < n; i++)
            used += (size_t)snprintf(text + used, TEXT - used, "%s%d", i ? ", " : "",
                                     (int)gsl_rng_uniform_int(r, 3) - 1 == 0 ? 2 : 1);
        used += (size_t)snprintf(text + used, TEXT - used, "); %s = %.1f; }",
                                 limit[gsl_rng_uniform_int(r, rule ? 2 : 3)],
                                 (double)gsl_rng_uniform_int(r, 40) / 10);
    }
    snprintf(text + used, TEXT - used, " )");
}

static const char five[] =
    "{ name = \"a\"; levels = (0, 0.3, 1); }, { name = \"b\"; levels = (-1, 0, 0.5, 2); },"
    "{ name = \"c\"; from = 0; to = 0.4; step = 0.1; }, { name = \"d\"; levels = (0, 1, 3); },"
    "{ name = \"e\"; levels = (0, 0.2); }";

/* Every combination of levels: it is a package when it keeps the rules; numbers and levels lead to
 * each other, and rise together. */
static void compare_with_all(const struct scenario *s, const struct layout *l)
{
    size_t size[MAX_ISSUE], level[MAX_ISSUE] = { 0 }, back[MAX_ISSUE], walked[MAX_ISSUE];
    struct grid all;
    uint64_t n = 0;

    for (size_t k = 0; k < s->n_table; k++)
        size[k] = s->issue[k].n_level;
    cr_assert(grid_init(&all, s->n_table, size));
    do {
        bool keeps = true;
        for (size_t i = 0; i < s->n_rule; i++) {
            const double sum = scenario_sum(s, &s->rule[i], level);
            keeps = keeps && sum > s->rule[i].least - 1e-6 && sum < s->rule[i].most + 1e-6;
        }
        cr_assert_eq(scenario_bans(s, level, NULL), !keeps);
        if (!keeps)
            continue;
        const uint64_t x = grid_index(&s->grid, level);
        const size_t cell = layout_cell(l, level);
        grid_levels(&s->grid, x, back);
        cr_assert_arr_eq(back, level, s->n_table * sizeof *level);
        cr_assert_eq(l->row_package[cell / l->n_column] + l->column_package[cell % l->n_column], x);
        n++;
    } while (grid_next(&all, level));
    cr_assert_eq(n, s->grid.total);
    grid_levels(&s->grid, 0, walked);
    for (uint64_t x = 0; x < n; x++) {
        cr_assert_eq(grid_index(&s->grid, walked), x);
        size_t before[MAX_ISSUE], first = 0;
        memcpy(before, walked, sizeof before);
        const size_t changed = grid_advance(&s->grid, walked);
        while (first < s->n_table && before[first] == walked[first])
            first++;
        cr_assert(x + 1 == n ? changed == s->n_table : changed == first);
    }
}

Test(rules, number_what_they_leave)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    char text[TEXT], whole[4 * TEXT];
    size_t loaded = 0;

    gsl_rng_set(r, 3);
    for (uint64_t trial = 0; trial < N_TRIAL; trial++) {
        struct layout l;
        struct error err = { .code = OK };
        rng_open(r, STREAM_TESTS, trial);
        write_rules(r, text);
        write(whole, five, text);
        if (kit_mistake(whole)[0]) /* nothing is left, or two rules with `equals` share an issue */
            continue;
        struct scenario s = kit_scenario(whole);
        cr_assert_eq(layout_init(&l, &s, &err), OK);
        compare_with_all(&s, &l);
        layout_release(&l);
        scenario_release(&s);
        loaded++;
    }
    gsl_rng_free(r);
    cr_assert_gt(loaded, N_TRIAL / 3);
}

/* Of all combinations with the wanted level, no other changes fewer terms, or as many by fewer
 * steps. */
Test(rules, move_other_terms_as_little_as_can_be)
{
    struct scenario s = load(
        five, "rules = ( { sum = (\"a\", \"c\", \"d\"); times = (1, 1, 2); at_least = 2; at_most ="
              " 2.4; }, { sum = (\"d\", \"b\"); at_most = 3; } )");
    const struct grid_axis *axis = &s.grid.axis[0];
    size_t from[MAX_ISSUE], to[MAX_ISSUE];

    cr_assert(axis->n == 4 && axis->list && s.grid.n_axis == 2);
    for (size_t at = 0; at < axis->size; at++)
        for (size_t i = 0; i < axis->n; i++)
            for (size_t k = axis->dimension[i], l = 0; l < s.issue[k].n_level; l++) {
                size_t least = SIZE_MAX, moved = 0;
                grid_levels(&s.grid, 0, from);
                grid_put(&s.grid, 0, at, from);
                for (size_t other = 0; other < axis->size; other++) {
                    size_t cost = 0;
                    for (size_t j = 0; j < axis->n; j++) {
                        const size_t d = axis->dimension[j],
                                     is = grid_axis_level(&s.grid, other, d);
                        cost += d == k || is == from[d]
                                    ? 0
                                    : 100 + (is > from[d] ? is - from[d] : from[d] - is);
                    }
                    if (grid_axis_level(&s.grid, other, k) == l && cost < least)
                        least = cost;
                }
                cr_assert_eq(move_to(&s, from, k, l, to), least < SIZE_MAX);
                for (size_t j = 0; least < SIZE_MAX && j < axis->n; j++) {
                    const size_t d = axis->dimension[j];
                    moved += d == k || to[d] == from[d]
                                 ? 0
                                 : 100 + (to[d] > from[d] ? to[d] - from[d] : from[d] - to[d]);
                }
                cr_assert(least == SIZE_MAX ||
                          (to[k] == l && moved == least && !scenario_bans(&s, to, NULL)));
            }
    scenario_release(&s);
}

/* Six pairs of eleven levels, of each of which a ban leaves 120: 121 to the sixth, 3e12, are no
 * list any more. Packages: 120 to the sixth. */
Test(rules, bans_that_share_no_issue_do_not_multiply)
{
    char issues[TEXT], bans[TEXT];
    size_t n = 0, m = (size_t)snprintf(bans, sizeof bans, "forbidden = (");

    for (int k = 0; k < 12; k++)
        n += (size_t)snprintf(issues + n, sizeof issues - n,
                              "%s{ name = \"%c\"; from = 0; to = 10; step = 1; }", k ? ", " : "",
                              'a' + k);
    for (int k = 0; k < 12; k += 2)
        m += (size_t)snprintf(bans + m, sizeof bans - m, "%s { %c = 3; %c = 4; }", k ? "," : "",
                              'a' + k, 'b' + k);
    snprintf(bans + m, sizeof bans - m, " )");
    struct scenario s = load(issues, bans);
    struct links links;
    cr_assert_eq(scenario_packages(&s), (uint64_t)2985984000000);
    links_find(&links, &s, LINKS_BY_BANS);
    cr_assert_eq(links.n, 6);
    cr_assert_eq(links_combinations(&links, 5), 121);
    scenario_release(&s);
}

/* Bans of two groups and a rule, row by row: the layout has each package once, banned where a ban
 * says so. */
Test(rules, groups_are_rows_of_their_own)
{
    struct scenario s =
        load("{ name = \"a\"; levels = (0, 1, 2); }, { name = \"b\"; levels = (0, 1, 2); },"
             "{ name = \"c\"; levels = (0, 1, 2, 3); }, { name = \"d\"; levels = (0, 1); },"
             "{ name = \"e\"; levels = (0, 1, 2); }, { name = \"f\"; levels = (0, 1, 2); }",
             "rules = ( { sum = (\"d\", \"f\"); at_most = 2; } ); forbidden = ( { a = 0; c = 1; }, "
             "{ b = 2; e ="
             " 1; }, { b = 0; e = 2; }, { c = 3; a = 2; } )");
    struct layout l;
    struct error err = { .code = OK };
    size_t level[MAX_ISSUE];

    cr_assert_eq(layout_init(&l, &s, &err), OK);
    cr_assert(l.links.n == 2 && l.n_linked == 12 && l.n_row_axis >= 1);
    grid_levels(&s.grid, 0, level);
    for (uint64_t x = 0; x < s.grid.total; x++, grid_next(&s.grid, level)) {
        const size_t cell = layout_cell(&l, level), row = cell / l.n_column;
        size_t read[MAX_ISSUE];
        layout_row_levels(&l, 0, row, read);
        layout_column_levels(&l, cell % l.n_column, read);
        cr_assert_arr_eq(read, level, s.n_table * sizeof *read);
        cr_assert_eq(l.row_package[row] + l.column_package[cell % l.n_column], x);
        cr_assert_eq(layout_bans(&l, row), scenario_bans(&s, level, NULL));
    }
    layout_release(&l);
    scenario_release(&s);
}

/* Issues off the table are at `nothing`, and count. */
Test(rules, count_what_is_not_on_the_table)
{
    struct scenario s =
        load(TEN("a"), "vocabulary = ( { name = \"gone\"; levels = (2, 4); nothing = 4; } );"
                       "rules = ( { sum = (\"a\", \"gone\"); at_most = 9; } )");
    cr_assert_eq(s.grid.total, 6); /* 0 to 5 */
    scenario_release(&s);
}
