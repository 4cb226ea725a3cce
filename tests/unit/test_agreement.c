/* test_agreement.c - the map and the solutions where some parties are enough */
#include "agreement.h"
#include "draw.h"
#include "kit.h"
#include "map_kit.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A party of a vector whose values go by the level's place: { "a": [0, 0.5, 1], ... }. */
static void add_valued(json_t *weights, json_t *values, const char *name)
{
    const char *issue;
    json_t *one, *level;
    size_t l;

    add("{ name = \"%s\"; weights = {", name);
    json_object_foreach(weights, issue, one) add("%s = %g;", issue, json_number_value(one));
    add("}; values = {");
    json_object_foreach(values, issue, one)
    {
        add("%s = { kind = \"levels\";", issue);
        json_array_foreach(one, l, level)
            add("%s%zu = %.17g;", issue, l + 1, json_number_value(level));
        add("};");
    }
    add("};");
}

/* rule_two_of_three_normal: the share of draws in which two of three accept each of 18 packages,
 * within four standard errors of 40,000 draws; the vector names packages by their levels. */
Test(agreement, two_of_three_with_normal_reservations, .timeout = 60)
{
    static const char *const party[] = { "red", "green", "blue" };
    json_t *v = kit_vector("rule_two_of_three_normal"), *in = kit_at(v, "inputs"), *share;
    const double n = 40000;
    const char *package;
    struct trial t;

    used = 0;
    add("scenario = { name = \"t\"; }; issues = ( { name = \"a\"; levels = (\"a1\", \"a2\", "
        "\"a3\"); },"
        " { name = \"b\"; levels = (\"b1\", \"b2\", \"b3\"); },"
        " { name = \"c\"; levels = (\"c1\", \"c2\"); } ); parties = (");
    for (size_t p = 0; p < 3; p++) {
        char path[40];
        snprintf(path, sizeof path, "reservation.%s", party[p]);
        json_t *r = kit_at(in, path);
        add("%s", p ? ", " : "");
        add_valued(json_object_get(kit_at(in, "weights"), party[p]),
                   json_object_get(kit_at(in, "values"), party[p]), party[p]);
        add("reservation = { normal = (%g, %g); }; }", json_number_value(json_array_get(r, 0)),
            json_number_value(json_array_get(r, 1)));
    }
    add("); agreement = { quota = 2; };");
    open_trial(&t, map_text, (uint64_t)n);
    json_object_foreach(kit_at(v, "expected.accept_rule"), package, share)
    {
        const size_t level[] = { (size_t)(package[1] - '1'), (size_t)(package[4] - '1'),
                                 (size_t)(package[7] - '1') };
        const double want = json_number_value(share);
        cr_assert_float_eq(map_accepts(&t.map, agreement_passes(&t.s), level), want,
                           4 * sqrt(want * (1 - want) / n), "%s", package);
    }
    close_trial(&t);
}

/* threshold_words: 64 packages a word, a word of answers a party. */
Test(agreement, threshold_words)
{
    json_t *v = kit_vector("threshold_words"), *row;
    size_t i, k;

    json_array_foreach(kit_at(v, "inputs.rows"), i, row)
    {
        struct threshold t = { .quota = (uint32_t)kit_number(row, "quota") };
        json_t *seats = kit_at(row, "seats"), *accept = kit_at(row, "accept"), *one;
        uint64_t word = 0;
        char path[40];
        json_array_foreach(seats, k, one) t.seats[k] = (uint32_t)json_integer_value(one);
        json_array_foreach(kit_at(row, "veto"), k, one) t.vetoes |=
            UINT64_C(1) << (json_integer_value(one) - 1);
        for (unsigned b = 0; b < 64; b++) {
            uint64_t yes = 0;
            json_array_foreach(accept, k, one) yes |=
                (strtoull(json_string_value(one), NULL, 16) >> b & 1) << k;
            word |= (uint64_t)threshold_passes(&t, yes) << b;
        }
        snprintf(path, sizeof path, "expected.passes.%zu", i);
        cr_assert_eq(word, strtoull(kit_text(v, path), NULL, 16), "row %zu", i);
    }
}

/* One issue whose levels are the vector's ten packages. */
static void add_ten(json_t *v, const double power[3])
{
    json_t *worth;
    const char *name;

    used = 0;
    add("scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (");
    json_object_foreach(kit_at(v, "inputs.packages"), name, worth)
        add("%s\"%s\"", name[0] == 'A' ? "" : ", ", name);
    add("); } ); parties = (");
    for (size_t p = 0; p < 3; p++) {
        char path[40];
        snprintf(path, sizeof path, "inputs.no_deal.%zu", p);
        add("%s{ name = \"p%zu\"; bargaining_power = %g; reservation = %.17g; weights = { x = 1; };"
            " values = { x = { kind = \"levels\";",
            p ? ", " : "", p, power[p], kit_number(v, path));
        json_object_foreach(kit_at(v, "inputs.packages"), name, worth)
            add("%s = %.17g;", name, json_number_value(json_array_get(worth, p)));
        add("}; }; }");
    }
    add(");");
}

/* discrete10_three_parties: what each solution picks where all must accept, with another power, and
 * by a rule, over all three. */
Test(agreement, solutions_of_ten_packages)
{
    static const struct {
        const char *key, *rule;
        double power[3];
    } cases[] = { { "unanimity", "", { 1, 1, 1 } },
                  { "unanimity_power_2_1_1", "", { 2, 1, 1 } },
                  { "rule_all", "agreement = { quota = 2; };", { 1, 1, 1 } } };
    json_t *v = kit_vector("discrete10_three_parties");

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct trial t;
        add_ten(v, cases[i].power);
        add("%s", cases[i].rule);
        open_trial(&t, map_text, 1);
        for (int rule = 0; rule < SOLUTION_COUNT; rule++) {
            char path[100];
            snprintf(path, sizeof path, "expected.%s.picks.%s", cases[i].key,
                     solution_names[rule].text);
            cr_assert(t.mean_case.solutions.of[rule].found);
            cr_assert_eq(t.mean_case.solutions.of[rule].package,
                         (uint64_t)(kit_text(v, path)[0] - 'A'), "%s", path);
        }
        close_trial(&t);
    }
}

/* Three issues of four levels, n parties with random wishes and normal reservations. */
static void add_random(gsl_rng *r, size_t n)
{
    used = 0;
    add("scenario = { name = \"t\"; }; issues = (");
    for (int k = 0; k < 3; k++)
        add("%s{ name = \"i%d\"; from = 0; to = 3; step = 1; }", k ? ", " : "", k);
    add("); parties = (");
    for (size_t p = 0; p < n; p++) {
        add("%s{ name = \"p%zu\"; reservation = { normal = (%g, 0.1); }; weights = {",
            p ? ", " : "", p, 0.4 + 0.2 * gsl_rng_uniform(r));
        for (int k = 0; k < 3; k++)
            add("i%d = %g;", k, 0.1 + gsl_rng_uniform(r));
        add("}; values = {");
        for (int k = 0; k < 3; k++) {
            const bool up = gsl_rng_uniform(r) < 0.5;
            add("i%d = { kind = \"linear\"; worst = %d; best = %d; };", k, up ? 0 : 3, up ? 3 : 0);
        }
        add("}; %s }", gsl_rng_uniform(r) < 0.3
                           ? "red_lines = ( { issue = \"i1\"; levels = 0; probability = 0.5; } );"
                           : "");
    }
    add(");");
}

/* Of the same parties under a rule. */
static void open_with(struct trial *t, size_t without, const char *rule)
{
    used = without;
    add("%s", rule);
    open_trial(t, map_text, 200);
}

/* No package passes more often by b than by a. */
static void check_not_above(const struct trial *a, const struct trial *b, const char *what)
{
    for (uint64_t x = 0; x < a->s.grid.total; x++)
        cr_assert_leq(passes_share(b, x), passes_share(a, x), "%s", what);
}

/* A higher quota or one more veto never lets more packages pass; a rule that asks all is none; a
 * party without seats changes nothing. */
Test(agreement, rules_are_monotone, .timeout = 60)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 8; trial++) {
        struct trial low, high, vetoed, all, dummy;
        rng_open(r, STREAM_TESTS, trial);
        add_random(r, 4);
        const size_t without = used;
        open_with(&low, without,
                  "agreement = { seats = { p0 = 2; p1 = 1; p2 = 1; }; quota = 2; };");
        open_with(&high, without,
                  "agreement = { seats = { p0 = 2; p1 = 1; p2 = 1; }; quota = 3; };");
        open_with(
            &vetoed, without,
            "agreement = { seats = { p0 = 2; p1 = 1; p2 = 1; }; quota = 2; vetoes = (\"p3\"); };");
        open_with(&all, without, "agreement = { quota = 4; };");
        open_with(&dummy, without, "agreement = { any_of = ( (\"p0\"), (\"p1\", \"p2\") ); };");
        check_not_above(&low, &high, "quota");
        check_not_above(&low, &vetoed, "veto");
        check_not_above(&low, &dummy, "the same rule as a list");
        check_not_above(&dummy, &low, "the same rule as a list");
        for (uint64_t x = 0; x < all.s.grid.total; x++) {
            size_t level[MAX_ISSUE];
            grid_levels(&all.s.grid, x, level);
            cr_assert_eq(passes_share(&all, x), map_accepts(&all.map, all.s.n_party, level));
        }
        close_trial(&low), close_trial(&high), close_trial(&vetoed), close_trial(&all);
        close_trial(&dummy);
    }
    gsl_rng_free(r);
}

/* Nine of fifteen with five vetoes, counted by an evaluation of every package in every draw. */
Test(agreement, fifteen_parties_with_five_vetoes, .timeout = 60)
{
    struct error err = { .code = OK };
    struct appraisal appraisal;
    struct trial t;
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    rng_open(r, STREAM_TESTS, 1);
    add_random(r, 15);
    open_with(&t, used,
              "agreement = { quota = 9; vetoes = (\"p0\", \"p1\", \"p2\", \"p3\", \"p4\"); };");
    gsl_rng_set(r, t.map.seed);
    cr_assert_eq(appraisal_init(&appraisal, &t.s, &err), OK);
    double *want = calloc(t.s.grid.total, sizeof *want);
    double some = 0;
    for (uint64_t d = 0; d < t.map.draws; d++) {
        size_t level[MAX_ISSUE] = { 0 };
        cr_assert_eq(draw_make(&t.s, r, d, appraisal.theta, &err), OK);
        appraisal_fill(&appraisal);
        for (uint64_t x = 0; x < t.s.grid.total; x++, grid_next(&t.s.grid, level)) {
            double surplus[MAX_VETO], felt[MAX_PARTY];
            size_t n = 0, vetoes = 0;
            appraisal_surpluses(&appraisal, level, surplus, felt);
            for (size_t p = 0; p < 15; p++) {
                const bool yes = appraisal_accepts(&appraisal, p, level, surplus, felt);
                n += yes;
                vetoes += p < 5 && !yes;
            }
            want[x] += n >= 9 && vetoes == 0;
        }
    }
    for (uint64_t x = 0; x < t.s.grid.total; x++) {
        cr_assert_float_eq(passes_share(&t, x), want[x] / (double)t.map.draws, 1e-12);
        some += want[x];
    }
    cr_assert_gt(some, 0);
    free(want);
    appraisal_release(&appraisal);
    gsl_rng_free(r);
    close_trial(&t);
}
