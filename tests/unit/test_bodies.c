/* test_bodies.c - what the bodies of a party ask for, whose no deal is better or worse than its own
 */
#include "consent.h"
#include "draw.h"
#include "example.h"
#include "kit.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* A body of each kind for which no deal is d better, and that alone decides.  One whose weights
 * differ from its party's by nothing is a veto player (scenario.h). */
enum { VETO, JUDGE, VOTE, PARTNER, KINDS };

static void body_of(int kind, double d, size_t size, char text[size])
{
    static const char *const before[KINDS] = {
        [VETO] = "veto = true;",
        [JUDGE] = "veto = true; weights = { x = 0; };",
        [VOTE] = "quota = 2; blocs = ( { name = \"o\"; seats = 3;",
        [PARTNER] = "leaves = 100;",
    };
    snprintf(text, size, "bodies = ( { name = \"b\"; %s no_deal = %.17g; %s } );", before[kind], d,
             kind == VOTE ? "} );" : "");
}

/* body_no_deal: by lasting with a chance of 0.25 the deal does away with a quarter of no deal. */
Test(bodies, body_no_deal)
{
    json_t *v = kit_vector("body_no_deal");
    const double d = kit_number(v, "inputs.d"), asks = kit_number(v, "expected.asks");

    for (int kind = 0; kind < KINDS; kind++) {
        char bodies[300], text[2000];
        double surplus[MAX_VETO], felt[MAX_PARTY];
        struct appraisal appraisal;
        body_of(kind, d, sizeof bodies, bodies);
        snprintf(
            text, sizeof text,
            "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); all = "
            "1; }, { name = \"end\"; levels = (\"some\"); lasts = { some = %.17g; }; } );"
            "parties = ( { name = \"p\"; weights = { x = %.17g; end = %.17g; }; no_deal = "
            "%.17g; values = { x = { kind = \"linear\"; worst = 0; best = 1; }; end = { kind "
            "= \"levels\"; some = 0; }; }; leverage = ( { issue = \"x\"; shift = %.17g; } ); "
            "%s }, { name = \"q\"; no_deal = 0; weights = { x = 1; end = 0; }; values = { x = { "
            "kind = \"linear\"; worst = 1; best = 0; }; end = { kind = \"levels\"; some = 0; }; "
            "}; } );"
            "proposals = ( { name = \"o\"; by = \"q\"; terms = { x = 1; end = \"some\"; }; } "
            ");",
            kit_number(v, "inputs.pi"), kit_number(v, "inputs.G"), 1 - kit_number(v, "inputs.G"),
            kit_number(v, "inputs.w"), kit_number(v, "inputs.L"), bodies);
        struct scenario s = kit_scenario(text);
        example_at_mean(&appraisal, &s);
        appraisal_surpluses(&appraisal, s.proposal[0].level, surplus, felt);
        cr_assert_float_eq(surplus[0], kit_number(v, "expected.S_party"), 1e-12);
        if (kind == JUDGE)
            cr_assert_float_eq(surplus[2], kit_number(v, "expected.S_body"), 1e-12);
        else
            cr_assert_float_eq(appraisal_least(&appraisal, 0, felt[0]), asks, 1e-12, "kind %d",
                               kind);
        cr_assert(appraisal_accepts(&appraisal, 0, s.proposal[0].level, surplus, felt), "kind %d",
                  kind);
        appraisal_release(&appraisal);
        scenario_release(&s);
    }
}

/* The numbers of a random party p, who hands over x and is handed y; q, whom breaking off may cost
 * something; and what makes them keep what they agree on. */
struct numbers {
    double weight[3], no_deal, shift[2], lasts[3], discount, penalty, relief, noise, word, d;
};

static struct numbers random_numbers(gsl_rng *r, uint64_t trial)
{
    struct numbers n = { .no_deal = 0.4 * gsl_rng_uniform(r) - 0.2,
                         .discount = 0.99 + 0.01 * gsl_rng_uniform(r),
                         .penalty = 0.3 * gsl_rng_uniform(r),
                         .relief = 0.1 * gsl_rng_uniform(r),
                         .noise = trial % 3 == 1 ? 0.01 + 0.1 * gsl_rng_uniform(r) : 0,
                         .word = trial % 3 == 2 ? gsl_rng_uniform(r) : 0,
                         .d = 0.6 * gsl_rng_uniform(r) - 0.3 };

    for (size_t i = 0; i < 3; i++) {
        n.weight[i] = gsl_rng_uniform_pos(r);
        n.lasts[i] = gsl_rng_uniform(r);
    }
    for (size_t i = 0; i < 2; i++)
        n.shift[i] = 0.4 * gsl_rng_uniform(r) - 0.2;
    return n;
}

/* A party of p's weights that wants x low and y high, as p does, or q's opposite. */
static size_t add_party(const struct numbers *n, const char *name, double no_deal, bool phases,
                        const char *more, size_t size, char text[size])
{
    const int low = name[0] == 'q' ? 4 : 0, high = 4 - low;

    return (size_t)snprintf(
        text, size,
        "{ name = \"%s\"; weights = { x = %.17g; y = %.17g; end = %.17g; %s }; no_deal = %.17g; "
        "values = { x = { kind = \"linear\"; worst = %d; best = %d; }; y = { kind = \"linear\"; "
        "worst = %d; best = %d; }; end = { kind = \"levels\"; a = 0; b = 0.5; c = 1; }; %s }; "
        "leverage = ( { issue = \"x\"; shift = %.17g; }, { issue = \"y\"; shift = %.17g; } ); %s "
        "}",
        name, n->weight[0], n->weight[1], n->weight[2], phases ? "word = 0;" : "", no_deal, high,
        low, low, high, phases ? "word = { kind = \"linear\"; worst = 0; best = 1; };" : "",
        n->shift[0], n->shift[1], more);
}

/* With phases, breaking off costs q only: what it costs p is p's, whoever looks on. */
static void write_scenario(const struct numbers *n, bool phases, const char *bodies, size_t size,
                           char text[size])
{
    char more[700], conduct[200] = "";
    size_t used = 0;

    if (phases)
        snprintf(conduct, sizeof conduct, "discount = %.17g;", n->discount);
    snprintf(more, sizeof more, "%s%s", conduct, bodies);
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = ( { name = \"x\"; from = 0; to = 4; step = 1; all "
        "= 4; %s }, { name = \"y\"; from = 0; to = 4; step = 1; all = 4; %s }, { name = \"end\"; "
        "levels = (\"a\", \"b\", \"c\"); lasts = { a = %.17g; b = %.17g; c = %.17g; }; }",
        phases ? "by = \"p\";" : "", phases ? "by = \"q\";" : "", n->lasts[0], n->lasts[1],
        n->lasts[2]);
    if (phases)
        ADD(", { name = \"word\"; levels = (0, 1); penalty = ((0, 0), (1, %.17g)); binds = "
            "(\"q\"); compensation = ((0, 0), (1, %.17g)); }",
            n->penalty, n->relief);
    ADD("); %s parties = (",
        phases ? "phases = ( { name = \"one\"; days = 9; shock = 0.1; }, { name = \"two\"; days = "
                 "5; shock = 0.2; } );"
               : "");
    used += add_party(n, "p", n->no_deal, phases, more, size - used, text + used);
    ADD(", ");
    snprintf(more, sizeof more, "%s bargains = false;", conduct);
    used += add_party(n, "twin", n->no_deal + n->d, phases, more, size - used, text + used);
    ADD(", ");
    if (phases && n->noise > 0)
        snprintf(conduct, sizeof conduct, "noise = %.17g;", n->noise);
    if (phases && n->word > 0)
        snprintf(conduct, sizeof conduct, "keeps_word = %.17g;", n->word);
    used += add_party(n, "q", 0, phases, conduct, size - used, text + used);
    ADD(" );");
#undef ADD
}

static void check_twin(const struct appraisal *appraisal, int kind, double d, const size_t level[],
                       uint64_t trial)
{
    enum { P, TWIN, Q, BODY };
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(appraisal, level, surplus, felt);
    const double body = kind == JUDGE ? surplus[BODY] : surplus[P] - felt[P] * d;
    cr_assert_float_eq(body, surplus[TWIN], 1e-12, "trial %lu kind %d: %.15g, %.15g",
                       (unsigned long)trial, kind, body, surplus[TWIN]);
    cr_assert_eq(appraisal_accepts(appraisal, P, level, surplus, felt),
                 surplus[P] >= -TIE && surplus[TWIN] >= -TIE, "trial %lu kind %d",
                 (unsigned long)trial, kind);
}

/* A body is to its party what a party of its own would be that wants the same and has another no
 * deal: for bodies of each kind, whatever lasts and whoever breaks off, also by chance or because
 * it is not of the kind that keeps its word. */
Test(bodies, are_parties_with_a_no_deal_of_their_own, .timeout = 60)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 60; trial++) {
        rng_open(r, STREAM_TESTS, trial);
        const struct numbers n = random_numbers(r, trial);
        for (int kind = 0; kind < KINDS; kind++) {
            char bodies[300], text[5000];
            size_t level[MAX_ISSUE] = { 0 };
            struct appraisal appraisal;
            body_of(kind, n.d, sizeof bodies, bodies);
            write_scenario(&n, trial % 4 != 0, bodies, sizeof text, text);
            struct scenario s = kit_scenario(text);
            example_at_mean(&appraisal, &s);
            do
                check_twin(&appraisal, kind, n.d, level, trial);
            while (grid_next(&s.grid, level));
            appraisal_release(&appraisal);
            scenario_release(&s);
        }
    }
    gsl_rng_free(r);
}
