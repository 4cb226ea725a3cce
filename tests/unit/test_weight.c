/* test_weight.c - somebody who weighs nothing in a draw is found, and how often that is */
#include "draw.h"
#include "kit.h"
#include "weight.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define VALUES                                                    \
    "values = { a = { kind = \"linear\"; worst = 0; best = 1; };" \
    "           b = { kind = \"linear\"; worst = 0; best = 1; }; };"

/* Two issues, p with the given weights and bodies, q who always cares. */
static struct scenario scenario_of(const char *weights, const char *more, const char *end)
{
    char text[3000];

    snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; };\n"
        "issues = ( { name = \"a\"; levels = (0, 1); }, { name = \"b\"; levels = (0, 1); } );\n"
        "parties = ( { name = \"p\"; reservation = 0.4; " VALUES "\n"
        "  weights = { %s };\n  %s },\n"
        " { name = \"q\"; reservation = 0.4; weights = { a = 1; b = 0; }; " VALUES " } );\n%s",
        weights, more, end);
    return kit_scenario(text);
}

/* The percentage in a refusal; 0 when nothing is refused. */
static double refused(const struct scenario *s, const char *whose)
{
    struct error err = { .code = OK };
    double percent = NAN;

    if (weight_check(s, &err) == OK)
        return 0;
    cr_assert_eq(err.code, ERR_SCENARIO);
    cr_assert_eq(strncmp(err.text, whose, strlen(whose)), 0, "%s", err.text);
    cr_assert_eq(sscanf(strstr(err.text, " in "), " in %lf", &percent), 1, "%s", err.text);
    return percent;
}

/* Products of the probabilities of 0. */
Test(weight, independent_weights_are_zero_together_by_the_product)
{
    static const struct {
        const char *weights;
        double percent;
    } rows[] = {
        { "a = { discrete = (0, 1); }; b = { discrete = (0, 2, 5); };", 100.0 / 2 / 3 },
        { "a = { discrete = (0, 1); weights = (1, 3); }; b = 0;", 25 },
        { "a = { discrete = (0, 1); weights = (1, 9); }; b = { discrete = (0, 3); weights = (1, "
          "9); };",
          1 },
        { "a = { discrete = (0, 1, 2); max = 1; }; b = { discrete = (0, 3); };", 25 },
        { "a = { discrete = (0, 1); }; b = { uniform = (0, 1); };", 0 },
        { "a = 0; b = { gamma = (0.5, 1); };", 0 },
        { "a = { discrete = (0, 1); }; b = { normal = (0, 1); min = 0; };", 0 },
        { "a = { discrete = (0, 1); }; b = { discrete = (0, 1); min = 0.5; };", 0 },
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct scenario s = scenario_of(rows[i].weights, "", "");
        cr_assert_float_eq(refused(&s, "all weights of 'p' are zero in "), rows[i].percent, 0.05,
                           "%s", rows[i].weights);
        scenario_release(&s);
    }
}

Test(weight, surely_zero_is_a_mistake_of_the_text)
{
    static const char text[] =
        "scenario = { name = \"t\"; };\n"
        "issues = ( { name = \"a\"; levels = (0, 1); }, { name = \"b\"; levels = (0, 1); } );\n"
        "parties = ( { name = \"p\"; reservation = 0; " VALUES "\n"
        "  weights = { a = 0; b = { discrete = (0, 1); weights = (1, 0); }; }; },\n"
        " { name = \"q\"; reservation = 0; weights = { a = 1; b = 0; }; " VALUES " } );\n";

    cr_assert_str_eq(kit_mistake(text), "text:4: the weights sum to zero");
}

/* Two normal scores of correlation r are both below 0 with a probability of 1/4 + asin(r) / 2 pi
 * (Sheppard 1899); r = 2 sin(pi rho / 6) for a rank correlation rho (copula.h). */
Test(weight, correlated_weights_are_counted)
{
    for (int sign = -1; sign <= 1; sign += 2) {
        const double pi = acos(-1), rho = 0.48 * sign, r = 2 * sin(pi * rho / 6);
        const double share = 0.25 + asin(r) / (2 * pi), n = 10000;
        char end[200];
        snprintf(end, sizeof end,
                 "correlations = ( { between = (\"p.weights.a\", \"p.weights.b\"); rho = %g; } );",
                 rho);
        struct scenario s =
            scenario_of("a = { discrete = (0, 1); }; b = { discrete = (0, 1); };", "", end);
        cr_assert_float_eq(refused(&s, "all weights of 'p' are zero in ") / 100, share,
                           4 * sqrt(share * (1 - share) / n));
        scenario_release(&s);
    }
}

/* A veto holder weighs max(0, 1 + difference): below -1 half of uniform (-2, 0) for each issue,
 * 1 for what it has no difference of. */
Test(weight, a_veto_holder_may_care_about_nothing_too)
{
    static const struct {
        const char *weights;
        double share;
    } rows[] = {
        { "a = { uniform = (-2, 0.5); }; b = { uniform = (-2, 0.5); };", 0.16 },
        { "a = { uniform = (-2, 0.5); }; b = -3;", 0.4 },
        { "a = -9;", 0 },
        { "a = { uniform = (-0.9, 0); }; b = -2;", 0 },
        { "a = -1; b = -1;", 1 },
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const double share = rows[i].share;
        char body[300];
        snprintf(body, sizeof body,
                 "bodies = ( { name = \"council\"; veto = true; weights = { %s }; } );",
                 rows[i].weights);
        struct scenario s = scenario_of("a = 1; b = 1;", body, "");
        cr_assert_float_eq(refused(&s, "all weights of 'council' of 'p' are zero in ") / 100, share,
                           4 * sqrt(share * (1 - share) / 10000) + 1e-9, "%s", rows[i].weights);
        scenario_release(&s);
    }
}

/* What is picked at the means needs weights there as well: 1 - 0.04 * 30 is below 0. */
Test(weight, the_means_are_looked_at)
{
    struct error err = { .code = OK };
    struct scenario s =
        scenario_of("a = 1; b = { discrete = (0, 1); weights = (9, 1); };",
                    "bodies = ( { name = \"council\"; veto = true; weights = {"
                    "  a = { discrete = (-30, 0); weights = (1, 24); }; b = -0.2; }; } );",
                    "run = { draws = 1; };");

    cr_assert_eq(weight_check(&s, &err), ERR_SCENARIO);
    cr_assert(strstr(err.text, "at the mean of every doubt"), "%s", err.text);
    cr_assert_eq(err.line, 5, "%d", err.line);
    scenario_release(&s);
}

/* The share of draws in which the sum is 0 is the share that is refused. */
Test(weight, what_is_refused_is_what_draws_have)
{
    struct scenario s =
        scenario_of("a = { discrete = (0, 1); }; b = { discrete = (0, 3); };", "", "");
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    double theta[32];
    size_t none = 0;
    enum { N = 10000 };

    cr_assert_leq(s.n_parameter, COUNT_OF(theta));
    gsl_rng_set(r, 1);
    for (uint64_t draw = 0; draw < N; draw++) {
        cr_assert_eq(draw_make(&s, r, draw, theta, &err), OK);
        none += weight_sum(&s, 0, theta) == 0;
        cr_assert_gt(weight_sum(&s, 1, theta), 0);
    }
    const double share = refused(&s, "all weights of 'p'") / 100;
    cr_assert_float_eq((double)none / N, share, 4 * sqrt(share * (1 - share) / N));
    gsl_rng_free(r);
    scenario_release(&s);
}
