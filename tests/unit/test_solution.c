/* test_solution.c - fronts and solutions against theory */
#include "front.h"
#include "kit.h"
#include "rng.h"
#include "solution.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#define TIE_HERE 1e-9

/* A curve of N packages; d is the disagreement point. */
enum { N = 400001 };
struct curve {
    double d[2], power[2];
    void (*at)(double t, double u[2]);
};

/* The utilities that each rule picks on a fine grid of the curve, among those not below d. */
static void solve(const struct curve *c, enum solution rule, double u[2])
{
    static double gain[2 * N];
    static size_t at[N], chosen[N];
    double ideal[2] = { 0, 0 };
    const struct division division = { 2, c->power, ideal };
    size_t n = 0;

    for (size_t i = 0; i < N; i++) {
        double x[2];
        c->at((double)i / (N - 1), x);
        if (x[0] < c->d[0] || x[1] < c->d[1])
            continue;
        at[n] = i;
        for (size_t p = 0; p < 2; p++) {
            gain[2 * n + p] = x[p] - c->d[p];
            ideal[p] = fmax(ideal[p], x[p] - c->d[p]);
        }
        n++;
    }
    cr_assert_geq(solution_choose(rule, &division, n, gain, 0, chosen), 1u);
    c->at((double)at[chosen[0]] / (N - 1), u);
}

static void line(double t, double u[2])
{
    u[0] = t;
    u[1] = 1 - t;
}

static void power_half(double t, double u[2])
{
    u[0] = sqrt(t);
    u[1] = 1 - t;
}

static void parabola(double t, double u[2])
{
    u[0] = t;
    u[1] = 1 - t * t;
}

/* (0, 1) - (0.6, 0.7) - (1, 0) */
static void kink(double t, double u[2])
{
    u[0] = t;
    u[1] = t < 0.6 ? 1 - 0.5 * t : 0.7 - 1.75 * (t - 0.6);
}

static const enum solution rules[] = { SOLUTION_NASH, SOLUTION_KALAI_SMORODINSKY,
                                       SOLUTION_EGALITARIAN, SOLUTION_UTILITARIAN };
static const char *const keys[] = { "NBS", "KS", "egalitarian", "utilitarian" };

/* A grid of N points is within 1/N of the optimum in t, 2/N in utility. */
static void check_rules(const char *id, struct curve c)
{
    json_t *v = kit_vector(id);
    c.d[0] = kit_number(v, "inputs.d1");
    c.d[1] = kit_number(v, "inputs.d2");
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        double u[2];
        char path[64];
        solve(&c, rules[i], u);
        for (int p = 0; p < 2; p++) {
            snprintf(path, sizeof path, "expected.%s.%d", keys[i], p);
            cr_assert_float_eq(u[p], kit_number(v, path), 1e-5, "%s %s", id, path);
        }
    }
}

Test(solution, kink_d0)
{
    check_rules("kink_d0", (struct curve){ .power = { 1, 1 }, .at = kink });
}

Test(solution, kink_w80)
{
    check_rules("kink_w80", (struct curve){ .power = { 0.8, 0.2 }, .at = kink });
}

Test(solution, parabola_d0)
{
    check_rules("parabola_d0", (struct curve){ .power = { 1, 1 }, .at = parabola });
}

Test(solution, parabola_d)
{
    check_rules("parabola_d", (struct curve){ .power = { 1, 1 }, .at = parabola });
}

Test(solution, nbs_linear_and_nbs_power)
{
    static const struct {
        const char *id;
        void (*at)(double, double[2]);
        bool has_d;
    } cases[] = { { "nbs_linear_sym", line, true },
                  { "nbs_linear_asym", line, true },
                  { "nbs_power_sym", power_half, false },
                  { "nbs_power_asym", power_half, false },
                  { "nbs_power_interior_d", power_half, true } };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        json_t *v = kit_vector(cases[i].id);
        double alpha = kit_number(v, "inputs.alpha"), u[2];
        struct curve c = { .power = { alpha, 1 - alpha }, .at = cases[i].at };
        if (cases[i].has_d) {
            c.d[0] = kit_number(v, "inputs.d1");
            c.d[1] = kit_number(v, "inputs.d2");
        }
        solve(&c, SOLUTION_NASH, u);
        cr_assert_float_eq(u[0], kit_number(v, "expected.u1"), 1e-5, "%s", cases[i].id);
        cr_assert_float_eq(u[1], kit_number(v, "expected.u2"), 1e-5, "%s", cases[i].id);
    }
}

/* discrete8_w50 and discrete8_w70: picks, scores, and the front of eight packages. */
static void check_discrete(const char *id)
{
    static const char *const scores[] = { "nash_value", "ks_value", "egalitarian_value",
                                          "utilitarian_value" };
    static const char *const winners[] = { "nash", "ks", "egalitarian", "utilitarian" };
    json_t *v = kit_vector(id), *package,
           *packages = json_object_get(json_object_get(v, "inputs"), "packages");
    double w = kit_number(v, "inputs.nbs_weight"), power[] = { w, 1 - w };
    double ideal[] = { kit_number(v, "expected.ideal.0") - kit_number(v, "inputs.d.0"),
                       kit_number(v, "expected.ideal.1") - kit_number(v, "inputs.d.1") };
    struct division division = { 2, power, ideal };
    double gains[2 * 8];
    char letter[8];
    size_t n = 0, chosen[8];
    const char *name;

    json_object_foreach(packages, name, package)
    {
        double gain[2], u[2];
        char path[64];
        for (int p = 0; p < 2; p++) {
            u[p] = json_number_value(json_array_get(package, (size_t)p));
            snprintf(path, sizeof path, "inputs.d.%d", p);
            gain[p] = u[p] - kit_number(v, path);
        }
        if (gain[0] < 0 || gain[1] < 0)
            continue;
        for (size_t i = 0; i < COUNT_OF(rules); i++) {
            double score = solution_score(rules[i], &division, gain);
            double base = i == SOLUTION_UTILITARIAN
                              ? kit_number(v, "inputs.d.0") + kit_number(v, "inputs.d.1")
                              : 0;
            snprintf(path, sizeof path, "expected.%s.%s", scores[i], name);
            cr_assert_float_eq(score + base, kit_number(v, path), 1e-6, "%s %s", id, path);
        }
        memcpy(gains + 2 * n, gain, sizeof gain);
        letter[n++] = name[0];
    }
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        cr_assert_eq(solution_choose(rules[i], &division, n, gains, TIE_HERE, chosen), 1u);
        char path[64], found[2] = { letter[chosen[0]], '\0' };
        snprintf(path, sizeof path, "expected.%s", winners[i]);
        cr_assert_str_eq(found, kit_text(v, path), "%s %s", id, path);
    }
}

Test(solution, discrete8_w50_and_w70)
{
    check_discrete("discrete8_w50");
    check_discrete("discrete8_w70");
}

/* Three parties; leximin decides where the sum did before. */
Test(solution, ties_go_to_leximin_then_to_the_product_and_mirror_images_stay)
{
    const double ideal[] = { 1, 1, 1 };
    const double equal[] = { 0.2, 0.9, 0.2, /* the least gain is that of all, the sum the largest */
                             0.2, 0.3, 0.6, /* the next is larger than 0.2, and ... */
                             0.3, 0.2, 0.6, /* ... the same for another party */
                             0.2, 0.3, 0.5 };
    size_t chosen[4];
    const struct division even = { 3, (const double[]){ 1, 1, 1 }, ideal };
    const struct division odd = { 3, (const double[]){ 1, 2, 1 }, ideal };

    cr_assert_eq(solution_choose(SOLUTION_EGALITARIAN, &even, 4, equal, TIE_HERE, chosen), 2u);
    cr_assert(chosen[0] == 1 && chosen[1] == 2);
    /* 0.2 * 0.3^2 * 0.6 is more than 0.3 * 0.2^2 * 0.6 */
    cr_assert_eq(solution_choose(SOLUTION_EGALITARIAN, &odd, 4, equal, TIE_HERE, chosen), 1u);
    cr_assert_eq(chosen[0], 1u);
}

/* The sum of opposed interests is the same everywhere: the middle is the pick, or both middles. */
Test(solution, of_opposed_interests_the_middle_is_picked)
{
    const struct division d = { 2, (const double[]){ 1, 1 }, (const double[]){ 1, 1 } };
    for (size_t n = 1; n < 30; n++) {
        double gain[60];
        size_t chosen[30];
        for (size_t i = 0; i < n; i++) {
            gain[2 * i] = 0.1 + 0.03 * (double)i;
            gain[2 * i + 1] = 0.1 + 0.03 * (double)(n - 1 - i);
        }
        cr_assert_eq(solution_choose(SOLUTION_UTILITARIAN, &d, n, gain, TIE_HERE, chosen),
                     n % 2 ? 1u : 2u);
        cr_assert_eq(chosen[0], (n - 1) / 2);
    }
}

/* Nash's axioms of scale and of symmetry, over random sets of packages. */
Test(solution, nash_ignores_the_scale_of_gains_and_who_is_first)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    const double power[] = { 1, 1 }, ideal[] = { 1, 1 };
    const struct division d = { 2, power, ideal };
    for (uint64_t trial = 0; trial < 200; trial++) {
        double plain[2 * 30], wide[2 * 30], other[2 * 30];
        size_t a[30], b[30], c[30];
        rng_open(r, STREAM_TESTS, trial);
        double factor = 0.5 + 7.385 * gsl_rng_uniform(r);
        for (size_t i = 0; i < 30; i++) {
            double g[2] = { 0.05 + gsl_rng_uniform(r), 0.05 + gsl_rng_uniform(r) };
            memcpy(plain + 2 * i, g, sizeof g);
            memcpy(wide + 2 * i, (double[2]){ factor * g[0], g[1] }, sizeof g);
            memcpy(other + 2 * i, (double[2]){ g[1], g[0] }, sizeof g);
        }
        cr_assert_eq(solution_choose(SOLUTION_NASH, &d, 30, plain, 0, a), 1u);
        cr_assert_eq(solution_choose(SOLUTION_NASH, &d, 30, wide, 0, b), 1u);
        cr_assert_eq(solution_choose(SOLUTION_NASH, &d, 30, other, 0, c), 1u);
        cr_assert(a[0] == b[0] && a[0] == c[0], "trial %lu", (unsigned long)trial);
    }
    gsl_rng_free(r);
}

/* What is kept is not beaten, and what is left out is, by plain comparison. */
Test(front, keeps_exactly_what_is_not_beaten)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct front all = { .n = 0 }, kept = { .n = 0 };
    struct error err = { .code = OK };
    for (uint64_t trial = 0; trial < 120; trial++) {
        const size_t n_party = 2 + trial % 3, n = 60;
        rng_open(r, STREAM_TESTS, trial);
        cr_assert_eq(front_reserve(&all, n_party, n, &err), OK);
        cr_assert_eq(front_reserve(&kept, n_party, n, &err), OK);
        all.n = n;
        for (size_t i = 0; i < n; i++) {
            all.package[i] = i;
            for (size_t p = 0; p < n_party; p++)
                all.gain[i * n_party + p] = (double)gsl_rng_uniform_int(r, n_party == 2 ? 9 : 50);
        }
        front_keep(&all, SIZE_MAX, &kept);
        for (size_t i = 0; i < n; i++) {
            bool is_kept = false, equal_is_kept = false;
            for (size_t k = 0; k < kept.n; k++) {
                is_kept = is_kept || kept.package[k] == i;
                equal_is_kept =
                    equal_is_kept || memcmp(kept.gain + k * n_party, all.gain + i * n_party,
                                            n_party * sizeof(double)) == 0;
            }
            bool beaten = front_beats(&all, all.gain + i * n_party, 0);
            if (n_party == 2)
                cr_assert_eq(equal_is_kept, !beaten, "trial %lu", (unsigned long)trial);
            else
                cr_assert(beaten || equal_is_kept, "trial %lu", (unsigned long)trial);
            cr_assert(!is_kept || !beaten || n_party > 2);
        }
    }
    front_release(&all);
    front_release(&kept);
    gsl_rng_free(r);
}

/* Packages that are equal but for rounding, offered from the least to the best and back: one point
 * stands for all of them, with the best gains, and each is in its chain once. */
Test(front, an_offer_that_beats_its_equals_takes_them_over)
{
    enum { MANY = 6 };
    struct error err = { .code = OK };

    for (int reversed = 0; reversed < 2; reversed++) {
        struct front f = { .n = 0 };
        bool seen[MANY] = { false };
        cr_assert_eq(front_reserve(&f, 3, 1, &err), OK);
        for (size_t i = 0; i < MANY; i++) {
            const size_t at = reversed ? MANY - 1 - i : i;
            const double x = 1 + 1e-13 * (double)at, gain[3] = { x, x, x };
            cr_assert_eq(front_offer(&f, gain, at, 1e-9, &err), OK);
        }
        cr_assert_eq(f.n, 1);
        cr_assert_eq(f.gain[0], 1 + 1e-13 * (MANY - 1));
        seen[f.package[0]] = true;
        for (size_t c = f.like[0]; c != FRONT_LAST; c = f.alike[c].next) {
            cr_assert(!seen[f.alike[c].package], "package %zu twice", (size_t)f.alike[c].package);
            seen[f.alike[c].package] = true;
        }
        for (size_t i = 0; i < MANY; i++)
            cr_expect(seen[i], "package %zu is lost", i);
        front_release(&f);
    }
}
