/* test_courses.c - packages sorted by the course that they take, against the recursion step by step
 */
#include "course_sets.h"
#include "draw.h"
#include "kit.h"
#include "loader.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Both ways through the packages of a draw. */
struct ways {
    struct scenario s;
    struct layout layout;
    struct appraisal appraisal;
    struct phase_rows rows;
    struct course_sets sets;
    gsl_rng *rng;
};

static void open_ways(struct ways *w, struct scenario s)
{
    struct error err = { .code = OK };

    *w = (struct ways){ .s = s, .rng = gsl_rng_alloc(rng_philox) };
    gsl_rng_set(w->rng, 1);
    cr_assert_eq(layout_init(&w->layout, &w->s, &err), OK);
    cr_assert_eq(appraisal_init(&w->appraisal, &w->s, &err), OK);
    cr_assert_eq(phase_rows_init(&w->rows, &w->layout, &w->appraisal, &err), OK);
    cr_assert_eq(course_sets_init(&w->sets, &w->rows, &err), OK);
}

static void close_ways(struct ways *w)
{
    course_sets_release(&w->sets);
    phase_rows_release(&w->rows);
    appraisal_release(&w->appraisal);
    layout_release(&w->layout);
    scenario_release(&w->s);
    gsl_rng_free(w->rng);
}

static bool fill(struct ways *w, uint64_t draw)
{
    struct error err = { .code = OK };

    cr_assert_eq(draw_make(&w->s, w->rng, draw, w->appraisal.theta, &err), OK);
    appraisal_fill(&w->appraisal);
    phase_rows_fill(&w->rows, &w->appraisal);
    return course_sets_fill(&w->sets);
}

/* A package on a course that it takes, against phase_rows_solve. */
static void compare_package(struct ways *w, size_t row, size_t i, const struct course_set *set,
                            const double felt[], uint64_t agree)
{
    const size_t n_veto = w->s.n_veto;
    double gain[MAX_VETO], want[MAX_VETO], want_felt[MAX_PARTY];

    cr_assert_eq(phase_rows_package(&w->rows, i, want, want_felt), agree, "%s, row %zu, column %zu",
                 w->s.name, row, i);
    courses_gains(&w->sets.courses, set->course, i, gain);
    for (size_t j = 0; j < n_veto; j++)
        cr_assert_float_eq(gain[j], want[j], 1e-11);
    for (size_t p = 0; p < w->s.n_party; p++)
        cr_assert_float_eq(felt[p], want_felt[p], 1e-11);
    cr_assert_float_eq(courses_complete(&w->sets.courses, set->course), w->rows.complete[i], 1e-14);
}

/* Every column is in one set, and is what the recursion says.  False: there is no room. */
static bool compare_row(struct ways *w, size_t row)
{
    size_t found = 0;

    if (!course_sets_begin(&w->sets, row)) {
        cr_assert_not(phase_rows_solve(&w->rows, row / w->layout.n_row, row % w->layout.n_row));
        return true;
    }
    const size_t n = course_sets_sort(&w->sets);
    if (n == 0)
        return false;
    cr_assert(phase_rows_solve(&w->rows, row / w->layout.n_row, row % w->layout.n_row));
    for (size_t k = 0; k < n; k++) {
        const struct course_set *set = &w->sets.set[k];
        bitset suits[MAX_VETO];
        double felt[MAX_PARTY];
        courses_felt(&w->sets.courses, set->course, felt);
        for (size_t j = 0; j < w->s.n_veto; j++)
            suits[j] = courses_suit(&w->sets.courses, set->course, j, felt);
        for (size_t i = 0; i < w->layout.n_column; i++) {
            uint64_t agree = 0;
            if (!columns_have(set->columns, i))
                continue;
            for (size_t j = 0; j < w->s.n_veto; j++)
                agree |= (uint64_t)columns_have(suits[j], i) << j;
            compare_package(w, row, i, set, felt, agree);
            found++;
        }
    }
    cr_assert_eq(found, w->layout.n_column);
    return true;
}

/* How many rows had no room; most: courses that there is room for, or 0. */
static size_t compare_draws(struct scenario s, uint64_t draws, size_t most)
{
    struct ways w;
    size_t n = 0;

    open_ways(&w, s);
    if (most > 0)
        w.sets.courses.most = most;
    for (uint64_t draw = 0; draw < draws; draw++) {
        cr_assert(fill(&w, draw), "%s is noisy", w.s.name);
        for (size_t i = 0; i < w.layout.n_case * w.layout.n_row; i++)
            n += !compare_row(&w, course_sets_order(&w.sets)[i]);
    }
    close_ways(&w);
    return n;
}

static struct scenario bundled(const char *name)
{
    char path[1000];
    struct problems problems;
    struct error err = { .code = OK };
    struct scenario s;

    snprintf(path, sizeof path, "%s/%s.cfg", getenv("NEGOSIM_SCENARIOS"), name);
    cr_assert_eq(scenario_load(&s, path, 0, NULL, &problems, &err), OK, "%s", path);
    return s;
}

/* Eight to eighteen steps, two actors of two kinds, days and a guarantee that issues decide. */
Test(courses, agree_with_the_recursion_in_bundled_scenarios, .timeout = 120)
{
    static const char *const name[] = { "six_week", "three_phase", "corridor_bridging",
                                        "sixty_day" };

    for (size_t i = 0; i < sizeof name / sizeof *name; i++)
        cr_assert_eq(compare_draws(bundled(name[i]), 2, 0), 0u);
}

/* Three actors, two of two kinds, of which one comes to know better; leverage, interactions and a
 * case for what lasts; shocks that collapse a deal. */
static const char text[] =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"pay\"; levels = (0, 1, 2, 3, 4); all = 4; by = \"a\"; shares = (2, 3); "
    "},"
    " { name = \"jobs\"; levels = (0, 1, 2, 3); all = 3; by = \"b\"; },"
    " { name = \"peace\"; levels = (\"no\", \"yes\"); by = \"b\"; shares = (1, 0);"
    "   lasts = { no = 0.3; yes = 0.9; }; },"
    " { name = \"watch\"; levels = (\"none\", \"some\"); by = \"c\"; shares = (0, 1);"
    "   penalty = { none = 0; some = { uniform = (0, 0.4); }; };"
    "   compensation = { none = 0; some = 0.05; }; },"
    " { name = \"days\"; levels = (5, 50); } );"
    "parties = ( { name = \"a\"; no_deal = { uniform = (-0.3, 0.3); }; discount = 0.99;"
    "  keeps_word = { uniform = (0, 0.9); }; breaking_off = { uniform = (0, 0.2); };"
    "  weights = { pay = { uniform = (1, 3); }; jobs = 1; peace = 1; watch = 0.1; days = 0.2; };"
    "  values = { pay = { kind = \"linear\"; worst = 4; best = 0; };"
    "   jobs = { kind = \"linear\"; worst = 0; best = 3; };"
    "   peace = { kind = \"levels\"; no = 0; yes = 1; };"
    "   watch = { kind = \"levels\"; none = 1; some = 0; };"
    "   days = { kind = \"linear\"; worst = 50; best = 5; }; };"
    "  leverage = ( { issue = \"jobs\"; shift = { uniform = (-0.3, 0.3); }; } );"
    "  interactions = ( { pay = (3, 4); watch = \"some\"; adds = 0.1; } ); },"
    " { name = \"b\"; no_deal = { uniform = (-0.3, 0.3); }; discount = 0.98;"
    "  keeps_word = { uniform = (0, 0.9); };"
    "  weights = { pay = 2; jobs = { uniform = (0, 3); }; peace = 0.5; watch = 0.3; days = 0.1; };"
    "  values = { pay = { kind = \"power\"; worst = 0; best = 4; exponent = 0.7; };"
    "   jobs = { kind = \"linear\"; worst = 3; best = 0; };"
    "   peace = { kind = \"levels\"; no = 1; yes = 0; };"
    "   watch = { kind = \"levels\"; none = 0; some = 1; };"
    "   days = { kind = \"linear\"; worst = 5; best = 50; }; };"
    "  leverage = ( { issue = \"pay\"; shift = { uniform = (-0.3, 0.3); }; } );"
    "  bodies = ( { name = \"house\"; veto = true; no_deal = { uniform = (0, 0.1); }; } ); },"
    " { name = \"c\"; bargains = false; no_deal = { uniform = (-0.5, 0.1); };"
    "  weights = { pay = 1; jobs = 1; peace = 1; watch = 1; days = 1; };"
    "  values = { pay = { kind = \"linear\"; worst = 0; best = 4; };"
    "   jobs = { kind = \"linear\"; worst = 0; best = 3; };"
    "   peace = { kind = \"levels\"; no = 0; yes = 1; };"
    "   watch = { kind = \"levels\"; none = 0; some = 1; };"
    "   days = { kind = \"linear\"; worst = 50; best = 5; }; };"
    "  red_lines = ( { issue = \"pay\"; levels = 4; probability = 0.5; } ); } );"
    "phases = ( { name = \"one\"; days = \"days\"; shock = 0.1; },"
    " { name = \"two\"; days = { uniform = (10, 40); }; shock = { uniform = (0, 0.3); };"
    "   turns = 2; } );";

Test(courses, agree_with_the_recursion_where_all_is_in_doubt, .timeout = 120)
{
    cr_assert_eq(compare_draws(kit_scenario(text), 200, 0), 0u);
}

/* Too little room for some rows of some draws, not for all: those that are sorted stay right. */
Test(courses, give_up_a_row_without_room, .timeout = 120)
{
    const size_t some = compare_draws(kit_scenario(text), 50, 24),
                 more = compare_draws(kit_scenario(text), 50, 8);

    cr_assert(some > 0 && more > some, "%zu and %zu rows had no room", some, more);
}

/* A row of one column, and of as many as there may be. */
Test(courses, of_one_column_and_of_512)
{
    char wide[4000];

    for (int n = 1; n <= 512; n += 511) {
        snprintf(
            wide, sizeof wide,
            "scenario = { name = \"w\"; };"
            "issues = ( { name = \"pay\"; from = 0; to = %d; step = 1; all = %d; by = \"a\"; },"
            " { name = \"jobs\"; from = 0; to = %d; step = 1; all = %d; by = \"b\"; } );"
            "parties = ( { name = \"a\"; no_deal = { uniform = (-0.4, 0.2); };"
            "  weights = { pay = { uniform = (1, 2); }; jobs = 1; };"
            "  values = { pay = { kind = \"linear\"; worst = %d; best = 0; };"
            "   jobs = { kind = \"linear\"; worst = 0; best = %d; }; }; },"
            " { name = \"b\"; no_deal = { uniform = (-0.4, 0.2); }; keeps_word = 0.3;"
            "  weights = { pay = 1; jobs = { uniform = (1, 2); }; };"
            "  values = { pay = { kind = \"linear\"; worst = 0; best = %d; };"
            "   jobs = { kind = \"linear\"; worst = %d; best = 0; }; }; } );"
            "phases = ( { name = \"one\"; days = 1; shock = 0.1; turns = 2; },"
            " { name = \"two\"; days = 1; } );",
            n == 1 ? 1 : 31, n == 1 ? 1 : 31, n == 1 ? 1 : 15, n == 1 ? 1 : 15, n == 1 ? 1 : 31,
            n == 1 ? 1 : 15, n == 1 ? 1 : 31, n == 1 ? 1 : 15);
        if (n == 1) { /* one level each */
            char *to;
            while ((to = strstr(wide, "from = 0; to = 1; step = 1;")))
                memcpy(to, "levels = (1);              ", strlen("from = 0; to = 1; step = 1;"));
        }
        struct ways w;
        open_ways(&w, kit_scenario(wide));
        cr_assert_eq(w.layout.n_column, (size_t)n);
        for (uint64_t draw = 0; draw < 20; draw++) {
            cr_assert(fill(&w, draw));
            for (size_t i = 0; i < w.layout.n_case * w.layout.n_row; i++)
                cr_assert(compare_row(&w, i));
        }
        close_ways(&w);
    }
}
