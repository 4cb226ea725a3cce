/* test_sobol.c - Sobol' points are nets, and a number keeps its column */
#include "draw.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOG2 = 10, POINTS = 1 << LOG2 };

/* Every column has one point in each of 2^10 cells; the first two have one in each box of that
 * volume, however long and thin: what makes them a (0, 10, 2)-net (Sobol' 1967, Niederreiter 1987),
 * and what Owen's scrambling leaves as it is. */
Test(sobol, points_are_a_net)
{
    static int in_box[POINTS];
    struct error err = { .code = OK };
    struct sobol s;

    cr_assert_eq(sobol_init(&s, LOG2, &err), OK);
    for (size_t column = 0; column < SOBOL_COLUMNS; column++) {
        memset(in_box, 0, sizeof in_box);
        for (uint64_t i = 0; i < POINTS; i++)
            in_box[(size_t)(sobol_coordinate(&s, i, column, 7) * POINTS)]++;
        for (size_t box = 0; box < POINTS; box++)
            cr_assert_eq(in_box[box], 1, "column %zu, cell %zu", column, box);
    }
    for (unsigned wide = 0; wide <= LOG2; wide++) {
        memset(in_box, 0, sizeof in_box);
        for (uint64_t i = 0; i < POINTS; i++) {
            const size_t a = (size_t)ldexp(sobol_coordinate(&s, i, 0, 3), (int)wide);
            const size_t b = (size_t)ldexp(sobol_coordinate(&s, i, 1, 4), (int)(LOG2 - wide));
            in_box[a << (LOG2 - wide) | b]++;
        }
        for (size_t box = 0; box < POINTS; box++)
            cr_assert_eq(in_box[box], 1, "2^%u by 2^%u, box %zu", wide, LOG2 - wide, box);
    }
}

Test(sobol, another_order_has_every_point_once_and_keeps_blocks)
{
    struct error err = { .code = OK };
    struct sobol s;
    static bool seen[POINTS];

    cr_assert_eq(sobol_init(&s, LOG2, &err), OK);
    for (uint64_t i = 0; i < POINTS; i++) {
        const uint64_t at = sobol_shuffle(&s, i, 5);
        cr_assert_lt(at, (uint64_t)POINTS);
        cr_assert_not(seen[at]);
        seen[at] = true;
        cr_assert_eq(at / 8, sobol_shuffle(&s, i / 8 * 8, 5) / 8);
    }
}

static struct scenario spread_scenario(const char *more)
{
    char text[2000];
    struct error err = { .code = OK };

    snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; }; issues = ( { name = \"pay\"; levels = (0, 1); all = 1; } );"
        "parties = ( { name = \"p\"; weights = { pay = { uniform = (1, 2); }; };"
        " values = { pay = { kind = \"linear\"; worst = 0; best = 1; }; };"
        " no_deal = { uniform = (0, 1); }; %s },"
        " { name = \"q\"; weights = { pay = { uniform = (1, 2); }; };"
        " values = { pay = { kind = \"linear\"; worst = 1; best = 0; }; }; no_deal = { uniform = "
        "(0, 1); }; } ); run = { design = \"sobol\"; draws = 100; };",
        more);
    struct scenario s = kit_scenario(text);
    cr_assert_eq(draw_spread(&s, &err), OK);
    return s;
}

static size_t number_at(const struct scenario *s, const char *path)
{
    size_t i = 0;

    while (strcmp(s->parameter[i].path, path) != 0)
        cr_assert_lt(++i, s->n_parameter, "%s", path);
    return i;
}

/* Nothing else moves when one number is fixed, whose place it keeps. */
Test(sobol, fixing_a_number_leaves_the_others)
{
    struct scenario doubt = spread_scenario("refusal_cost = { uniform = (0, 0.1); };"),
                    sure = spread_scenario("refusal_cost = 0.05;");
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    double a[100], b[100];
    struct error err = { .code = OK };
    static const char *const other[] = { "p.no_deal", "q.no_deal", "p.weights.pay",
                                         "q.weights.pay" };

    cr_assert_eq(doubt.draws, 128u);
    for (uint64_t i = 0; i < doubt.draws; i++) {
        cr_assert_eq(draw_make(&doubt, r, i, a, &err), OK);
        cr_assert_eq(draw_make(&sure, r, i, b, &err), OK);
        for (size_t k = 0; k < sizeof other / sizeof *other; k++)
            cr_assert_eq(a[number_at(&doubt, other[k])], b[number_at(&sure, other[k])]);
    }
    cr_assert_lt(doubt.parameter[number_at(&doubt, "p.no_deal")].place, 2u);
    cr_assert_lt(doubt.parameter[number_at(&doubt, "q.no_deal")].place, 2u);
    gsl_rng_free(r);
    scenario_release(&doubt);
    scenario_release(&sure);
}

/* Of 90 numbers, which share three nets: in each net of 64 points every number is once in each
 * sixty-fourth of its range. */
Test(sobol, every_number_of_every_net_is_even)
{
    enum { PARTIES = 3, NUMBERS = 30, POINTS_OF_NET = 64 };
    static char text[20000];
    static int in_cell[PARTIES * NUMBERS][POINTS_OF_NET];
    size_t used = 0;
    struct error err = { .code = OK };

    used += (size_t)snprintf(text, sizeof text, "scenario = { name = \"t\"; }; issues = (");
    for (int k = 0; k < NUMBERS; k++)
        used +=
            (size_t)snprintf(text + used, sizeof text - used,
                             "%s{ name = \"i%d\"; levels = (0, 1); only = 0; }", k ? "," : "", k);
    used += (size_t)snprintf(text + used, sizeof text - used, "); parties = (");
    for (int p = 0; p < PARTIES; p++) {
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s{ name = \"p%d\"; no_deal = 0; weights = {", p ? "," : "", p);
        for (int k = 0; k < NUMBERS; k++)
            used += (size_t)snprintf(text + used, sizeof text - used,
                                     "i%d = { uniform = (0.01, 1.01); };", k);
        used += (size_t)snprintf(text + used, sizeof text - used, "}; values = {");
        for (int k = 0; k < NUMBERS; k++)
            used += (size_t)snprintf(text + used, sizeof text - used,
                                     "i%d = { kind = \"linear\"; worst = 0; best = 1; };", k);
        used += (size_t)snprintf(text + used, sizeof text - used, "}; }");
    }
    snprintf(text + used, sizeof text - used, "); run = { design = \"sobol\"; draws = 1024; };");
    struct scenario s = kit_scenario(text);
    cr_assert_eq(draw_spread(&s, &err), OK);
    double *theta = calloc(s.n_parameter, sizeof *theta);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t net = 0; net < DRAW_SCRAMBLES; net++) {
        memset(in_cell, 0, sizeof in_cell);
        for (uint64_t point = 0; point < POINTS_OF_NET; point++) {
            cr_assert_eq(draw_make(&s, r, point * DRAW_SCRAMBLES + net, theta, &err), OK);
            size_t n = 0;
            for (size_t i = 0; i < s.n_parameter; i++)
                if (parameter_is_uncertain(&s.parameter[i]))
                    in_cell[n++][(size_t)((theta[i] - 0.01) * POINTS_OF_NET)]++;
            cr_assert_eq(n, (size_t)PARTIES * NUMBERS);
        }
        for (size_t i = 0; i < PARTIES * NUMBERS; i++)
            for (size_t c = 0; c < POINTS_OF_NET; c++)
                cr_assert_eq(in_cell[i][c], 1, "net %zu, number %zu, cell %zu", (size_t)net, i, c);
    }
    gsl_rng_free(r);
    free(theta);
    scenario_release(&s);
}
