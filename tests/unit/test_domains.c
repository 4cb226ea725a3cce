/* test_domains.c - published negotiation domains: front and solutions against exact arithmetic
 *
 * The domains are other people's data and not in this repository: $NEGOSIM_CASES says where they
 * are; without them the tests are skipped, and say so. */
#include "domain.h"
#include "draw.h"
#include "kit.h"
#include "mean_case.h"

#include <criterion/criterion.h>
#include <math.h>

/* Whether an outcome is among the points that exact arithmetic found best. */
static bool is_point(json_t *points, uint64_t package)
{
    json_t *point;
    size_t i;
    json_array_foreach(points, i,
                       point) if ((uint64_t)kit_number(point, "index") == package) return true;
    return false;
}

static void check_front(json_t *brute, const struct mean_case *o, const double sum[2])
{
    const struct scenario *s = o->layout->scenario;
    json_t *points = domain_get(domain_get(brute, "pareto"), "points"), *point;
    size_t level[MAX_ISSUE] = { 0 }, n = 0, i;

    do {
        bool pareto = mean_case_is_pareto(o, level);
        n += pareto;
        cr_assert_eq(pareto, is_point(points, grid_index(&s->grid, level)), "package %lu",
                     (unsigned long)grid_index(&s->grid, level));
    } while (grid_next(&s->grid, level));
    cr_assert_eq(n, (size_t)kit_number(brute, "pareto.n_outcomes"));
    json_array_foreach(points, i, point)
    {
        grid_levels(&s->grid, (uint64_t)kit_number(point, "index"), level);
        for (size_t p = 0; p < 2; p++)
            cr_assert_float_eq(sum[p] * utility_of(&o->appraisal.utility, p, level),
                               kit_number(point, p ? "u.1" : "u.0"), 1e-9);
    }
}

static void check_domain(const char *name)
{
    static const struct {
        enum solution rule;
        const char *key;
    } rules[] = { { SOLUTION_NASH, "nash" },
                  { SOLUTION_EGALITARIAN, "kalai_egalitarian" },
                  { SOLUTION_KALAI_SMORODINSKY, "ks_maxmin_ideal_ir" } };
    static char text[200000];
    struct error err = { .code = OK };
    struct layout layout;
    struct mean_case mean_case;
    double sum[2];

    json_t *domain = domain_open(name), *brute = domain_get(domain, "brute_force");
    domain_scenario(domain, "", sizeof text, text);
    struct scenario s = kit_scenario(text);
    /* weights of a domain are used as they are; ours are divided by their sum */
    for (size_t p = 0; p < 2; p++)
        sum[p] = kit_number(domain, p ? "parties.1.weight_sum" : "parties.0.weight_sum");
    cr_assert_eq(s.grid.total, (uint64_t)kit_number(brute, "n_outcomes"));
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(mean_case_init(&mean_case, &layout, &err), OK);
    check_front(brute, &mean_case, sum);
    for (size_t i = 0; i < COUNT_OF(rules); i++)
        cr_assert(is_point(domain_get(domain_get(brute, rules[i].key), "points"),
                           mean_case.solutions.of[rules[i].rule].package),
                  "%s: %s is %lu", name, rules[i].key,
                  (unsigned long)mean_case.solutions.of[rules[i].rule].package);
    cr_assert(is_point(domain_get(brute, "max_welfare_ir"),
                       mean_case.solutions.of[SOLUTION_UTILITARIAN].package),
              "%s: utilitarian is %lu", name,
              (unsigned long)mean_case.solutions.of[SOLUTION_UTILITARIAN].package);
    mean_case_release(&mean_case);
    layout_release(&layout);
    scenario_release(&s);
    json_decref(domain);
}

#define DOMAIN(name)                   \
    Test(domains, name, .timeout = 60) \
    {                                  \
        check_domain(#name);           \
    }
DOMAIN(niceordie_2011)
DOMAIN(itex_cypress_2010)
DOMAIN(flightbooking_a_2012)
DOMAIN(camera_2011)
DOMAIN(adg_2011)
DOMAIN(laptop_2011)
DOMAIN(housekeeping_a_2012)
