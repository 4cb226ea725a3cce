/* bench_phases.c - what a package, draw and step costs when agreements are carried out in phases
 *
 *   bench_phases SCENARIO...     prints times of one thread's processor, and their ratios */
#include "course_sets.h"
#include "draw.h"
#include "loader.h"
#include "map_counts.h"
#include "phase_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DRAWS = 20 };

struct bench {
    struct scenario s;
    struct layout layout;
    struct appraisal appraisal;
    struct phase_rows rows;
    struct course_sets sets;
    void *counting;
};

static double cpu_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static enum error_code make_draw(struct bench *b, gsl_rng *r, uint64_t draw, struct error *err)
{
    if (draw_make(&b->s, r, draw, b->appraisal.theta, err) != OK)
        return err->code;
    appraisal_fill(&b->appraisal);
    return OK;
}

/* Side by side over the columns of each row; and with counts and the best packages. */
static double rows(struct bench *b)
{
    double began = cpu_s();

    phase_rows_fill(&b->rows, &b->appraisal);
    for (size_t c = 0; c < b->layout.n_case; c++)
        for (size_t row = 0; row < b->layout.n_row; row++)
            phase_rows_solve(&b->rows, c, row);
    return cpu_s() - began;
}

/* The same by the courses that packages take: columns sorted, and asked whom they suit. */
static double sorted(struct bench *b)
{
    double felt[MAX_PARTY], began = cpu_s();
    bitset some = { 0 };

    phase_rows_fill(&b->rows, &b->appraisal);
    if (!course_sets_fill(&b->sets))
        return 0;
    for (size_t i = 0; i < b->layout.n_case * b->layout.n_row; i++) {
        if (!course_sets_begin(&b->sets, course_sets_order(&b->sets)[i]))
            continue;
        const size_t n = course_sets_sort(&b->sets);
        for (size_t k = 0; k < n; k++) {
            courses_felt(&b->sets.courses, b->sets.set[k].course, felt);
            for (size_t j = 0; j < b->s.n_veto; j++)
                some |= courses_suit(&b->sets.courses, b->sets.set[k].course, j, felt);
        }
    }
    return some[0] == 12345 ? 0 : cpu_s() - began;
}

static double counted(struct bench *b, struct error *err)
{
    const struct zone *best;
    double began = cpu_s();

    if (counting_phased.take(b->counting, &b->appraisal, NULL, &best, err) != OK)
        return 0;
    return cpu_s() - began;
}

/* The same recursion, one package after another. */
static double one_by_one(struct bench *b)
{
    double surplus[MAX_VETO], felt[MAX_PARTY], began = cpu_s(), sum = 0;
    size_t level[MAX_ISSUE] = { 0 };

    do {
        if (scenario_bans(&b->s, level, NULL))
            continue;
        appraisal_surpluses(&b->appraisal, level, surplus, felt);
        sum += surplus[0];
    } while (grid_next(&b->s.grid, level));
    return sum == 12345 ? 0 : cpu_s() - began; /* so that nothing is left out */
}

/* The recursion alone, as often, on amounts that are there already. */
static double recursion(struct bench *b)
{
    enum { AMOUNTS = COMMITMENT_ROWS(MAX_STEP) * MAX_VETO };
    static double gain[AMOUNTS], fall[AMOUNTS], none[AMOUNTS];
    double lasts[MAX_VETO], value[MAX_VETO], sum = 0;
    struct discounts own;
    const size_t *level = b->s.proposal[0].level;
    discounts_clear(&own);
    const struct commitment commitment =
        implementation_commitment(&b->appraisal.implementation, level, &own);
    const struct commitment_stock stock = { 1, 1, gain, fall, none, none, lasts };

    implementation_begin(&b->appraisal.implementation, gain, fall);
    for (size_t k = 0; k < b->s.n_table; k++)
        implementation_add(&b->appraisal.implementation, k, level[k], gain, fall);
    for (size_t j = 0; j < b->s.n_veto; j++)
        lasts[j] = utility_lasts(&b->appraisal.utility, j, level);
    double began = cpu_s();
    for (uint64_t i = scenario_packages(&b->s); i > 0; i--) {
        commitment_follow(&commitment, &stock, value, NULL, NULL, NULL);
        sum += value[0];
    }
    return sum == 12345 ? 0 : cpu_s() - began;
}

static enum error_code open_bench(struct bench *b, const char *path, struct error *err)
{
    struct problems problems;

    if (scenario_load(&b->s, path, 0, NULL, &problems, err) != OK)
        return error_set(err, ERR_SCENARIO, "cannot load '%s'", path);
    if (b->s.n_phase == 0)
        return error_set(err, ERR_SCENARIO, "'%s' has no phases", path);
    if (layout_init(&b->layout, &b->s, err) != OK ||
        appraisal_init(&b->appraisal, &b->s, err) != OK ||
        phase_rows_init(&b->rows, &b->layout, &b->appraisal, err) != OK ||
        course_sets_init(&b->sets, &b->rows, err) != OK ||
        counting_phased.open(&b->counting, &b->layout, &b->appraisal, DRAWS, err) != OK)
        return err->code;
    return err->code;
}

static void close_bench(struct bench *b)
{
    if (b->counting)
        counting_phased.close(b->counting);
    course_sets_release(&b->sets);
    phase_rows_release(&b->rows);
    appraisal_release(&b->appraisal);
    layout_release(&b->layout);
    scenario_release(&b->s);
}

static enum error_code measure(const char *path, struct error *err)
{
    struct bench b = { .counting = NULL };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    double together = 0, alone = 0, all = 0, bare = 0, by_course = 0;

    gsl_rng_set(r, 1);
    enum error_code code = open_bench(&b, path, err);
    for (uint64_t draw = 0; code == OK && draw < DRAWS; draw++) {
        code = make_draw(&b, r, draw, err);
        if (code != OK)
            break;
        together += rows(&b);
        by_course += sorted(&b);
        all += counted(&b, err);
        alone += one_by_one(&b);
        bare += recursion(&b);
        code = err->code;
    }
    if (code == OK) {
        double each = (double)scenario_packages(&b.s) * (double)scenario_steps(&b.s) * DRAWS / 1e9;
        printf("%-18s %6llu packages, %2zu steps, %zu judges; ns a package, draw and step: rows "
               "%.2f, courses %.2f, with "
               "counts and the best %.2f, one by one %.2f, its recursion alone %.2f; rows / one by "
               "one 1/%.1f, rows / recursion 1/%.1f, courses / rows 1/%.1f\n",
               b.s.name, (unsigned long long)scenario_packages(&b.s), scenario_steps(&b.s),
               b.s.n_veto, together / each, by_course / each, all / each, alone / each, bare / each,
               alone / together, bare / together, together / by_course);
    }
    close_bench(&b);
    gsl_rng_free(r);
    return code;
}

int main(int argc, char **argv)
{
    struct error err = { .code = OK };

    for (int i = 1; i < argc; i++)
        if (measure(argv[i], &err) != OK) {
            fprintf(stderr, "bench_phases: %s\n", err.text);
            return 1;
        }
    return 0;
}
