/* test_sweep.c - designs, levers, shards, and rows that come in order */
#include "inert.h"
#include "kit.h"
#include "plan.h"
#include "rows.h"
#include "shard.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

Test(design, shuffle_is_a_bijection)
{
    enum { MOST = 600 };
    for (uint64_t n = 1; n <= MOST; n += n < 20 ? 1 : 83) {
        bool seen[MOST] = { false };
        for (uint64_t i = 0; i < n; i++) {
            uint64_t at = design_shuffle(n, 7, (uint32_t)(n % 3), i);
            cr_assert(at < n && !seen[at], "n %lu, index %lu", (unsigned long)n, (unsigned long)i);
            seen[at] = true;
        }
    }
}

/* By definition: each of n strata of each dimension is hit once. */
Test(design, latin_hypercube_hits_every_stratum_once)
{
    enum { N = 57, DIMS = 5 };
    struct error err = { .code = OK };
    struct design d;
    double u[DIMS];
    bool hit[DIMS][N] = { { false } };
    cr_assert_eq(design_open(&d, DESIGN_LHS, N, DIMS, 3, &err), OK);
    for (uint64_t i = 0; i < N; i++) {
        design_point(&d, i, u);
        for (size_t j = 0; j < DIMS; j++) {
            size_t stratum = (size_t)(u[j] * N);
            cr_assert(u[j] >= 0 && u[j] < 1 && !hit[j][stratum]);
            hit[j][stratum] = true;
        }
    }
    design_close(&d);
}

/* Two of the same seed make the same points, in whatever order they are asked for. */
Test(design, points_depend_on_their_number_alone)
{
    enum { N = 64, DIMS = 3 };
    for (int kind = DESIGN_LHS; kind < DESIGN_COUNT; kind++) {
        struct error err = { .code = OK };
        struct design forth, back;
        double a[N][DIMS], b[DIMS];
        cr_assert_eq(design_open(&forth, (enum design_kind)kind, N, DIMS, 11, &err), OK);
        cr_assert_eq(design_open(&back, (enum design_kind)kind, N, DIMS, 11, &err), OK);
        for (uint64_t i = 0; i < N; i++)
            design_point(&forth, i, a[i]);
        for (uint64_t i = N; i-- > 0;) {
            design_point(&back, i, b);
            cr_assert_arr_eq(a[i], b, sizeof b, "kind %d, point %lu", kind, (unsigned long)i);
        }
        design_close(&forth);
        design_close(&back);
    }
}

Test(shard, parts_meet_without_gap_or_overlap)
{
    for (uint64_t n = 0; n < 40; n++)
        for (uint64_t parts = 1; parts < 9; parts++) {
            uint64_t next = 0, first, last;
            for (uint64_t part = 0; part < parts; part++) {
                shard_range(n, part, parts, &first, &last);
                cr_assert(first == next && last - first <= n / parts + 1);
                next = last;
            }
            cr_assert_eq(next, n);
        }
}

static const char two_levers[] =
    "scenario = { name = \"x\"; }; issues = ( { name = \"pay\"; from = 0; to = 4; step = 1; },"
    " { name = \"jobs\"; levels = (\"none\", \"some\"); } ); parties = ("
    "{ name = \"a\"; reservation = 0.1; weights = { pay = 1; jobs = 1; }; values = {"
    " pay = { kind = \"linear\"; worst = 0; best = 4; };"
    " jobs = { kind = \"levels\"; none = 0; some = 1; }; }; },"
    "{ name = \"b\"; reservation = 0.1; weights = { pay = 1; jobs = 1; }; values = {"
    " pay = { kind = \"linear\"; worst = 4; best = 0; };"
    " jobs = { kind = \"levels\"; none = 1; some = 0; }; }; } );";

/* -0.1 to 0.2 in 13 steps of 0.025, written as people would. */
Test(plan, values_of_a_range_are_neat_and_the_first_lever_varies_slowest)
{
    static const char *const vary[] = { "issues.jobs=all", "a.reservation=-0.1:0.2:13" };
    const struct plan_options options = { .n_vary = 2, .vary = vary };
    struct scenario s = kit_scenario(two_levers);
    struct error err = { .code = OK };
    struct plan plan;
    struct design design;
    double value[2];
    cr_assert_eq(plan_init(&plan, &s, &options, &err), OK, "%s", err.text);
    cr_assert_eq(plan_design(&plan, &design, &err), OK);
    cr_assert_eq(plan.n_point, 26u);
    static const double want[] = { -0.1,  -0.075, -0.05, -0.025, 0,     0.025, 0.05,
                                   0.075, 0.1,    0.125, 0.15,   0.175, 0.2 };
    for (uint64_t i = 0; i < plan.n_point; i++) {
        plan_point(&plan, &design, i, value);
        cr_assert(value[0] == (double)(i / 13) && value[1] == want[i % 13], "point %lu: %.17g",
                  (unsigned long)i, value[1]);
    }
    plan_release(&plan);
    scenario_release(&s);
}

/* Rows of squares; row 40 fails where `fails` is set. */
struct squares {
    uint64_t next;
    bool fails;
};

static enum error_code open_nothing(void *study, void **space, struct error *err)
{
    (void)study, (void)space, (void)err;
    return OK;
}

static void close_nothing(void *space)
{
    (void)space;
}

static enum error_code square(void *study, void *space, uint64_t index, double row[],
                              struct error *err)
{
    const struct squares *squares = study;
    (void)space;
    for (volatile uint64_t wait = index % 7 * 10000; wait > 0; wait--) /* rows of any length */
        ;
    row[0] = (double)(index * index);
    return squares->fails && index >= 40 ? error_set(err, ERR_IO, "row %d", (int)index) : OK;
}

static enum error_code take_square(void *taker, uint64_t index, const double row[],
                                   struct error *err)
{
    struct squares *squares = taker;
    if (index != squares->next || row[0] != (double)(index * index))
        return error_set(err, ERR_USAGE, "row %d in place of %d", (int)index, (int)squares->next);
    squares->next++;
    return OK;
}

Test(rows, come_in_order_and_all_before_the_lowest_error)
{
    for (int threads = 1; threads <= 7; threads += 3)
        for (int fails = 0; fails < 2; fails++) {
            struct squares squares = { .next = 5, .fails = fails };
            struct row_job job = { .study = &squares,
                                   .first = 5,
                                   .last = 300,
                                   .width = 1,
                                   .open = open_nothing,
                                   .compute = square,
                                   .close = close_nothing,
                                   .take = take_square,
                                   .taker = &squares };
            struct error err = { .code = OK };
            enum error_code code = rows_run(&job, threads, &err);
            cr_assert_eq(code, fails ? ERR_IO : OK, "%s", err.text);
            cr_assert_eq(squares.next, fails ? 40u : 300u);
            cr_assert(!fails || strcmp(err.text, "row 40") == 0, "%s", err.text);
        }
}

/* Rows of a grid of a, b and c whose results are a + 10 b, in any order: c is the lever that does
 * nothing, and without c no two rows are left that could show what a and b do. */
Test(inert, a_lever_is_inert_where_rows_that_differ_in_it_alone_are_alike)
{
    enum { A = 3, B = 4, C = 2, N = A * B * C };
    struct inert_row without[3][N];
    size_t n = 0;

    for (uint64_t at = 0; at < N; at++, n++) {
        const uint64_t i = (at * 7 + 5) % N; /* 7 and 24 have no common divisor */
        const uint64_t a = i % A, b = i / A % B, c = i / (A * B), results = a + 10 * b;
        without[0][n] = (struct inert_row){ b + 100 * c, results };
        without[1][n] = (struct inert_row){ a + 100 * c, results };
        without[2][n] = (struct inert_row){ a + 100 * b, results };
    }
    cr_assert_not(inert_rows(N, without[0]));
    cr_assert_not(inert_rows(N, without[1]));
    cr_assert(inert_rows(N, without[2]));
    for (size_t i = 0; i < N; i++)
        without[2][i].others = i;
    cr_assert_not(inert_rows(N, without[2]), "nothing is compared");
    cr_assert_not(inert_rows(1, without[2]));
    cr_assert_not(inert_rows(0, without[2]));
}
