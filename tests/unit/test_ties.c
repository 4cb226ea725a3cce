/* test_ties.c - solutions that are equal: counted, and nobody favoured by an order */
#include "agreement.h"
#include "consent.h"
#include "draw.h"
#include "kit.h"
#include "map.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { DRAWS = 6, MAX_PACKAGE = 5 * 4 * 4 * 4 };

/* How a scenario is written down, which must not matter. */
struct writing {
    bool levels_reversed, parties_swapped;
};

/* Levels whose worths are quarters, so that there are many ties, of which a third has a doubt. */
static size_t add_party(gsl_rng *r, size_t p, size_t n_issue, const size_t n_level[], bool phases,
                        size_t size, char text[size])
{
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("{ name = \"p%zu\"; %s bargaining_power = %lu; no_deal = ", p,
        p == 2 && gsl_rng_uniform_int(r, 2) ? "bargains = false;" : "",
        1 + gsl_rng_uniform_int(r, 2));
    ADD("{ normal = (%g, %g); }; weights = {", 0.25 * (double)gsl_rng_uniform_int(r, 3) - 0.25,
        gsl_rng_uniform_int(r, 3) ? 1e-15 : 0.1);
    for (size_t k = 0; k < n_issue; k++)
        ADD("i%zu = %lu;", k, k ? gsl_rng_uniform_int(r, 3) : 1);
    ADD("}; values = {");
    for (size_t k = 0; k < n_issue; k++) {
        ADD("i%zu = { kind = \"levels\";", k);
        for (size_t l = 0; l < n_level[k]; l++)
            ADD("l%zu = %g;", l, 0.25 * (double)gsl_rng_uniform_int(r, 5));
        ADD("};");
    }
    ADD("};");
    if (gsl_rng_uniform_int(r, 2))
        ADD("red_lines = ( { issue = \"i1\"; levels = \"l0\"; probability = 0.3; } );");
    if (gsl_rng_uniform_int(r, 2))
        ADD("interactions = ( { i0 = \"l0\"; i1 = \"l1\"; adds = 0.25; } );");
    if (p == 0 && gsl_rng_uniform_int(r, 2))
        ADD("bodies = ( { name = \"b\"; leaves = 0.25; no_deal = 0.25; } );");
    if (phases)
        ADD("breaking_off = 0.25;");
    ADD("}");
#undef ADD
    return used;
}

/* The same scenario for the same stream of r, however it is written. */
static void write_scenario(gsl_rng *r, bool phases, struct writing how, size_t size,
                           char text[size])
{
    static char party[3][4000];
    const size_t n_issue = 2 + gsl_rng_uniform_int(r, 3), n_party = 2 + gsl_rng_uniform_int(r, 2);
    const bool lasts = gsl_rng_uniform_int(r, 2);
    size_t n_level[4], used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = (");
    for (size_t k = 0; k < n_issue; k++) {
        n_level[k] = 2 + gsl_rng_uniform_int(r, 3);
        ADD("%s{ name = \"i%zu\"; nothing = \"l0\"; levels = (", k ? ", " : "", k);
        for (size_t l = 0; l < n_level[k]; l++)
            ADD("%s\"l%zu\"", l ? ", " : "", how.levels_reversed ? n_level[k] - 1 - l : l);
        ADD(");");
        if (k == n_issue - 1 && lasts) {
            ADD("lasts = {");
            for (size_t l = 0; l < n_level[k]; l++)
                ADD("l%zu = %g;", l, l % 2 ? 0.5 : 1);
            ADD("};");
        }
        if (phases && k < 2)
            ADD("by = \"p%zu\"; shares = (0.5, 0.5);", k);
        ADD("}");
    }
    ADD("); %s parties = (",
        phases ? "phases = ( { name = \"one\"; days = 1; }, { name = \"two\"; days = 1; } );" : "");
    for (size_t p = 0; p < n_party; p++)
        add_party(r, p, n_issue, n_level, phases, sizeof party[p], party[p]);
    for (size_t p = 0; p < n_party; p++)
        ADD("%s%s", p ? ", " : "", party[how.parties_swapped ? n_party - 1 - p : p]);
    ADD(");");
    switch (gsl_rng_uniform_int(r, 4)) {
    case 0:
        ADD("agreement = { quota = %zu; };", n_party - 1);
        break;
    case 1:
        ADD("agreement = { seats = { p0 = 1; p1 = 2; }; quota = 2; };");
        break;
    }
#undef ADD
}

struct study {
    struct scenario s;
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
};

static void open_study(struct study *t, uint64_t trial, bool phases, struct writing how)
{
    static char text[20000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    struct pool_job job = { .n = 0 };

    rng_open(r, STREAM_TESTS, trial);
    write_scenario(r, phases, how, sizeof text, text);
    gsl_rng_free(r);
    t->s = kit_scenario(text);
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(mean_case_init(&t->mean_case, &t->layout, &err), OK);
    t->map = (struct map){ .mean_case = &t->mean_case, .layout = &t->layout, .seed = 1 };
    t->map.draws = DRAWS;
    cr_assert_eq(map_run(&t->map, &job, 1, &err), OK, "%s", err.text);
}

static void close_study(struct study *t)
{
    map_release(&t->map);
    mean_case_release(&t->mean_case);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

/* The rules as they are stated, for one draw and every package: in[package] stays where it is among
 * the best of a rule. */
struct plain {
    size_t n, n_gain;
    bool in[MAX_PACKAGE];
    double surplus[MAX_PACKAGE][MAX_VETO], gain[MAX_PACKAGE][MAX_PARTY];
    size_t lines[MAX_PACKAGE][MAX_VETO]; /* red lines crossed */
};

static bool beats(const struct plain *x, size_t n_veto, size_t a, size_t b)
{
    bool better = false;
    for (size_t j = 0; j < n_veto; j++) {
        if (x->surplus[a][j] < x->surplus[b][j] - TIE || x->lines[a][j] > x->lines[b][j])
            return false;
        better =
            better || x->surplus[a][j] > x->surplus[b][j] + TIE || x->lines[a][j] < x->lines[b][j];
    }
    return better;
}

static void look(struct plain *x, const struct appraisal *appraisal)
{
    const struct scenario *s = appraisal->scenario;
    size_t level[MAX_ISSUE] = { 0 };
    bool out[MAX_PACKAGE] = { false };

    x->n = (size_t)s->grid.total;
    for (size_t i = 0; i < x->n; i++, grid_next(&s->grid, level)) {
        double felt[MAX_PARTY];
        appraisal_surpluses(appraisal, level, x->surplus[i], felt);
        x->n_gain = 0;
        for (size_t j = 0; j < s->n_veto; j++)
            x->lines[i][j] = utility_vetoes(&appraisal->utility, j, level);
        uint64_t yes = 0;
        for (size_t p = 0; p < s->n_party; p++) {
            if (appraisal_accepts(appraisal, p, level, x->surplus[i], felt))
                yes |= UINT64_C(1) << p;
            if (s->party[p].bargains)
                x->gain[i][x->n_gain++] =
                    consent_left(s, p, appraisal->theta, x->surplus[i][p], felt[p]);
        }
        x->in[i] = !scenario_bans(s, level, NULL) &&
                   (agreement_has_rule(s) ? rule_passes(&s->agreement, yes)
                                          : yes == rule_everyone(s->n_party));
        appraisal_take_leave(appraisal, x->surplus[i], felt);
    }
    for (size_t i = 0; i < x->n; i++)
        for (size_t q = 0; q < x->n && x->in[i]; q++)
            out[i] = out[i] || (x->in[q] && beats(x, s->n_veto, q, i));
    for (size_t i = 0; i < x->n; i++)
        x->in[i] = x->in[i] && !out[i];
}

static int compare_numbers(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void keep_largest(struct plain *x, const double value[])
{
    double best = -INFINITY;
    for (size_t i = 0; i < x->n; i++)
        best = x->in[i] ? fmax(best, value[i]) : best;
    for (size_t i = 0; i < x->n; i++)
        x->in[i] = x->in[i] && value[i] >= best - TIE;
}

static void apply(struct plain *x, enum solution rule, const struct division *d)
{
    static double value[MAX_PACKAGE], sorted[MAX_PACKAGE][MAX_PARTY];

    for (size_t i = 0; i < x->n; i++) {
        value[i] = x->in[i] ? solution_score(rule, d, x->gain[i]) : 0;
        for (size_t k = 0; k < x->n_gain; k++)
            sorted[i][k] = x->gain[i][k];
        qsort(sorted[i], x->n_gain, sizeof(double), compare_numbers);
    }
    keep_largest(x, value);
    for (size_t k = 0; k < x->n_gain; k++) {
        for (size_t i = 0; i < x->n; i++)
            value[i] = sorted[i][k];
        keep_largest(x, value);
    }
    for (size_t i = 0; i < x->n; i++)
        value[i] = x->in[i] ? solution_score(SOLUTION_NASH, d, x->gain[i]) : 0;
    keep_largest(x, value);
}

/* Adds what a draw gives each level; returns how many packages are equal by the rule. */
static size_t add_shares(const struct plain *all, enum solution rule,
                         const struct appraisal *appraisal, double share[])
{
    static struct plain x;
    const struct scenario *s = appraisal->scenario;
    double power[MAX_PARTY], ideal[MAX_PARTY] = { 0 };
    struct division d = { 0, power, ideal };
    size_t equals = 0;

    x = *all;
    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            power[d.n++] = s->party[p].bargaining_power;
    for (size_t i = 0; i < x.n; i++)
        for (size_t k = 0; x.in[i] && k < d.n; k++)
            ideal[k] = fmax(ideal[k], x.gain[i][k]);
    for (size_t i = 0; i < x.n; i++)
        for (size_t k = 0; k < d.n && !solution_bears_losses(rule); k++)
            x.in[i] = x.in[i] && x.gain[i][k] >= -2 * TIE;
    apply(&x, rule, &d);
    for (size_t i = 0; i < x.n; i++)
        equals += x.in[i];
    for (size_t i = 0; i < x.n; i++)
        for (size_t k = 0; x.in[i] && k < s->n_table; k++)
            share[appraisal->utility.first[k] + grid_level(&s->grid, i, k)] += 1 / (double)equals;
    return equals;
}

/* Returns how many solutions of draws had equals. */
static size_t check_by_hand(const struct study *t, uint64_t trial)
{
    static struct plain x;
    double share[SOLUTION_COUNT][20] = { { 0 } };
    struct error err = { .code = OK };
    struct appraisal appraisal;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t tied = 0;

    gsl_rng_set(r, t->map.seed);
    cr_assert_eq(appraisal_init(&appraisal, &t->s, &err), OK);
    for (uint64_t d = 0; d < DRAWS; d++) {
        cr_assert_eq(draw_make(&t->s, r, d, appraisal.theta, &err), OK);
        appraisal_fill(&appraisal);
        look(&x, &appraisal);
        for (int rule = 0; rule < SOLUTION_COUNT; rule++)
            tied += add_shares(&x, (enum solution)rule, &appraisal, share[rule]) > 1;
    }
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        for (size_t slot = 0; slot < appraisal.utility.n_slot; slot++)
            cr_assert_float_eq((double)t->map.tally.picked[rule * appraisal.utility.n_slot + slot] /
                                   SOLUTION_UNIT,
                               share[rule][slot], DRAWS * 1e-8, "trial %lu rule %zu slot %zu",
                               (unsigned long)trial, rule, slot);
    look(&x, &t->mean_case.appraisal);
    for (int rule = 0; rule < SOLUTION_COUNT; rule++) {
        double unused[20] = { 0 };
        cr_assert_eq(t->mean_case.solutions.of[rule].found ? t->mean_case.solutions.of[rule].equals
                                                           : 0,
                     (double)add_shares(&x, (enum solution)rule, &t->mean_case.appraisal, unused),
                     "trial %lu", (unsigned long)trial);
    }
    gsl_rng_free(r);
    appraisal_release(&appraisal);
    return tied;
}

Test(ties, equals_are_those_of_a_plain_evaluation_of_every_package, .timeout = 120)
{
    size_t tied = 0;
    for (uint64_t trial = 0; trial < 200; trial++) {
        struct study t;
        open_study(&t, trial, trial % 2, (struct writing){ false, false });
        tied += check_by_hand(&t, trial);
        close_study(&t);
    }
    cr_assert_gt(tied, 500u);
}

/* Every number of b is that of a, whose levels or parties are in another order: exactly, as the
 * sums over issues are in the same order. */
static void check_same(const struct study *a, const struct study *b, bool reversed, uint64_t trial)
{
    const struct utility *w = &a->mean_case.appraisal.utility;

    cr_assert_eq(*a->map.tally.zone, *b->map.tally.zone);
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const struct chosen *x = &a->mean_case.solutions.of[rule],
                            *y = &b->mean_case.solutions.of[rule];
        cr_assert_eq(x->found, y->found);
        cr_assert(!x->found || x->equals == y->equals, "trial %lu", (unsigned long)trial);
        cr_assert(!x->found ||
                      y->package == (reversed ? a->s.grid.total - 1 - x->package : x->package),
                  "trial %lu rule %zu", (unsigned long)trial, rule);
        cr_assert_eq(a->map.tally.same[rule], b->map.tally.same[rule]);
        for (size_t k = 0; k < a->s.n_table; k++)
            for (size_t l = 0; l < a->s.issue[k].n_level; l++) {
                const size_t at = rule * w->n_slot + w->first[k];
                const size_t other = reversed ? a->s.issue[k].n_level - 1 - l : l;
                cr_assert_eq(a->map.tally.picked[at + l], b->map.tally.picked[at + other],
                             "trial %lu rule %zu issue %zu", (unsigned long)trial, rule, k);
            }
    }
}

Test(ties, the_order_of_levels_and_of_parties_changes_no_number, .timeout = 120)
{
    for (uint64_t trial = 0; trial < 200; trial++) {
        const bool phases = trial % 2; /* there the order of parties is that of their steps */
        struct study plain, turned;
        open_study(&plain, trial, phases, (struct writing){ false, false });
        open_study(&turned, trial, phases, (struct writing){ true, false });
        check_same(&plain, &turned, true, trial);
        close_study(&turned);
        if (!phases) {
            open_study(&turned, trial, phases, (struct writing){ true, true });
            check_same(&plain, &turned, true, trial);
            close_study(&turned);
        }
        close_study(&plain);
    }
}
