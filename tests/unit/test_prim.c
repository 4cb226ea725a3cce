/* test_prim.c - boxes against those of other programs, by hand, and laws that hold for any rows */
#include "box_sample.h"
#include "box_worth.h"
#include "kit.h"
#include "prim.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct boxes search(const struct cases *c, const struct prim_options *options)
{
    struct error err = { .code = OK };
    struct boxes s;

    cr_assert_eq(prim_run(c, options, &s, &err), OK, "%s", err.text);
    return s;
}

/* -- the boxes that EMA Workbench 3.0.0 finds in made data: tests/sensitivity/ema_prim_* -- */

struct known {
    const char *name;
    size_t n_row, n_factor;
    const char *factor[4];
    enum factor_kind kind[4];
};

static const struct known small = { "small", 1000, 4, { "x1", "x2", "x3", "x4" }, { FACTOR_REAL } };
static const struct known mixed = {
    "mixed",
    2000,
    4,
    { "x1", "n", "c", "b" },
    { FACTOR_REAL, FACTOR_WHOLE, FACTOR_CATEGORY, FACTOR_CATEGORY },
};

static void path_of(const struct known *r, const char *end, char path[1000])
{
    const char *folder = getenv("NEGOSIM_SENSITIVITY");

    snprintf(path, 1000, "%s/ema_prim_%s%s", folder ? folder : "", r->name, end);
}

/* A letter is a category, counted from a. */
static double read_cell(const char *text)
{
    return *text >= 'a' ? *text - 'a' : strtod(text, NULL);
}

static void read_rows(const struct known *r, struct sample *s)
{
    char path[1000], line[200];

    path_of(r, ".csv", path);
    FILE *file = fopen(path, "r");
    cr_assert(file && fgets(line, sizeof line, file), "no %s", path);
    sample_open(s, r->n_row, r->n_factor, FACTOR_REAL);
    for (size_t f = 0; f < r->n_factor; f++)
        s->factor[f].kind = r->kind[f];
    for (size_t i = 0; i < r->n_row; i++) {
        cr_assert(fgets(line, sizeof line, file), "row %zu", i);
        for (size_t f = 0; f < r->n_factor; f++)
            s->value[f][i] = read_cell(strtok(f ? NULL : line, ","));
        s->answer[i] = (uint8_t)read_cell(strtok(NULL, ","));
    }
    fclose(file);
}

/* Labels are a to e, or False and True. */
static uint64_t set_of(json_t *labels)
{
    uint64_t set = 0;
    json_t *label;
    size_t i;

    json_array_foreach(labels, i, label)
    {
        const char *text = json_string_value(label);
        set |= UINT64_C(1) << (*text == 'F' ? 0 : *text == 'T' ? 1 : *text - 'a');
    }
    return set;
}

static void check_limit(json_t *expected, enum factor_kind kind, const struct box_limit *limit,
                        const char *where)
{
    if (kind == FACTOR_CATEGORY) {
        cr_assert_eq(limit->set, set_of(kit_at(expected, "0")), "%s", where);
        return;
    }
    cr_assert_float_eq(limit->low, kit_number(expected, "0"), 1e-12, "%s", where);
    cr_assert_float_eq(limit->high, kit_number(expected, "1"), 1e-12, "%s", where);
}

/* Null where the box has no such limit; to 1e-9, relatively. */
static void check_quasi_p(json_t *expected, const struct box_without without[BOX_ENDS],
                          const char *where)
{
    for (size_t e = 0; e < BOX_ENDS; e++) {
        json_t *p = expected ? json_array_get(expected, e) : NULL;
        const double got = without[e].quasi_p;
        if (json_is_number(p))
            cr_assert(fabs(got / json_number_value(p) - 1) < 1e-9, "%s: %g is not %g", where, got,
                      json_number_value(p));
        else
            cr_assert(isnan(got), "%s: %g", where, got);
    }
}

static void check_factors(const struct known *r, json_t *expected, const struct cases *c,
                          const struct boxes *s, size_t b)
{
    struct box_without without[BOX_ENDS * SAMPLE_FACTORS];
    const struct box_limit *limit = boxes_limit(s, b);

    box_worth(c, s, b, without);
    for (size_t f = 0; f < r->n_factor; f++) {
        char where[100];
        snprintf(where, sizeof where, "%s, box %zu, %s", r->name, b, r->factor[f]);
        json_t *has = json_object_get(kit_at(expected, "box"), r->factor[f]);
        cr_assert_eq(has != NULL, box_limit_differs(r->kind[f], limit[f], s->limit[f]), "%s",
                     where);
        if (has)
            check_limit(has, r->kind[f], &limit[f], where);
        check_quasi_p(json_object_get(kit_at(expected, "qp"), r->factor[f]), without + BOX_ENDS * f,
                      where);
    }
}

static void check_box(const struct known *r, json_t *expected, const struct cases *c,
                      const struct boxes *s, size_t b)
{
    cr_assert_eq((double)s->box[b].n, kit_number(expected, "n"), "%s, box %zu", r->name, b);
    cr_assert_eq((double)s->box[b].k, kit_number(expected, "k"), "%s, box %zu", r->name, b);
    cr_assert_eq((double)s->box[b].n_restricted, kit_number(expected, "res_dim"));
    cr_assert_float_eq(boxes_coverage(s, b), kit_number(expected, "coverage"), 1e-15);
    cr_assert_float_eq(boxes_density(s, b), kit_number(expected, "density"), 1e-15);
    cr_assert_float_eq(boxes_mass(s, b), kit_number(expected, "mass"), 1e-15);
    check_factors(r, expected, c, s, b);
}

static void check_reference(const struct known *r, size_t n_box)
{
    char path[1000];
    json_error_t error;
    struct sample rows;
    json_t *expected;
    size_t b;

    path_of(r, "_ema300.json", path);
    json_t *all = json_load_file(path, 0, &error);
    cr_assert(all, "%s: %s", path, error.text);
    read_rows(r, &rows);
    struct boxes s = search(&rows.cases, &prim_defaults);
    json_t *trajectory = kit_at(all, "trajectory");
    cr_assert_eq(json_array_size(trajectory), n_box);
    cr_assert_eq(s.n_box, n_box);
    for (size_t f = 0; f < r->n_factor; f++)
        check_limit(json_object_get(kit_at(all, "init_box"), r->factor[f]), r->kind[f], s.limit + f,
                    r->factor[f]);
    json_array_foreach(trajectory, b, expected) check_box(r, expected, &rows.cases, &s, b);
    boxes_release(&s);
    sample_close(&rows);
    json_decref(all);
}

Test(prim, finds_the_boxes_of_other_programs_among_reals)
{
    check_reference(&small, 36);
}

Test(prim, finds_the_boxes_of_other_programs_among_all_kinds)
{
    check_reference(&mixed, 19);
}

/* -- by hand -- */

/* A factor of 1, 2 .. 20, and `yes` of it. */
static void count_to_20(struct sample *s, enum factor_kind kind, const char yes[21])
{
    sample_open(s, 20, 1, kind);
    for (size_t i = 0; i < 20; i++) {
        s->value[0][i] = (double)(i + 1);
        s->answer[i] = yes[i] == 'y';
    }
}

static const struct prim_options coarse = { .peel_alpha = 0.25,
                                            .paste_alpha = 0.05,
                                            .mass_min = 0.5 };

static void check_lows(const struct boxes *s, size_t n, const size_t rows[], const size_t yes[],
                       const double low[])
{
    cr_assert_eq(s->n_box, n);
    for (size_t b = 0; b < n; b++) {
        cr_expect_eq(s->box[b].n, rows[b], "box %zu: %zu", b, s->box[b].n);
        cr_expect_eq(s->box[b].k, yes[b], "box %zu: %zu", b, s->box[b].k);
        cr_expect_eq(s->limit[b].low, low[b], "box %zu: %g", b, s->limit[b].low);
        cr_expect_eq(s->limit[b].high, 20);
    }
}

/* Peels at places 4.75 and 3.5 of the order statistics, then would fall below half of the rows; of
 * 1 .. 9, which are left out, the 0.95-quantile is at place 7.6, so 9 comes back. */
Test(prim, pastes_what_peeling_took_too_much_of)
{
    struct sample rows;

    count_to_20(&rows, FACTOR_REAL, "nnnnnnnnynyyyyyyyyyy");
    struct boxes s = search(&rows.cases, &coarse);
    check_lows(&s, 4, (size_t[]){ 20, 15, 11, 12 }, (size_t[]){ 11, 11, 10, 11 },
               (double[]){ 1, 5.5, 9.5, 8.5 });
    boxes_release(&s);
    sample_close(&rows);
}

/* Cuts at 5.5, 8.5 and 11.5, rounded to 5, 8 and 11; the pasting cut of 9.5 moves on to 10. */
Test(prim, cuts_of_whole_numbers_are_whole)
{
    struct sample rows;

    count_to_20(&rows, FACTOR_WHOLE, "nnnnnnnnnynyyyyyyyyy");
    struct boxes s = search(&rows.cases, &coarse);
    check_lows(&s, 5, (size_t[]){ 20, 16, 13, 10, 11 }, (size_t[]){ 10, 10, 10, 9, 10 },
               (double[]){ 1, 5, 8, 11, 10 });
    boxes_release(&s);
    sample_close(&rows);
}

/* Low ends of either factor lose the same rows once the second has been cut, and it has: row 9, a
 * yes, is among the lowest of the first factor only before. */
Test(prim, of_equal_boxes_the_one_with_fewer_limits_is_taken)
{
    struct sample rows;

    count_to_20(&rows, FACTOR_REAL, "nnnnnnnnynyyyyyyyyyy");
    rows.cases.n_factor = 2;
    rows.factor[1] = rows.factor[0];
    double first[20];
    for (size_t i = 0; i < 20; i++)
        first[i] = i < 5 ? 10.1 + (double)i / 10 : (double)(i + 1);
    rows.factor[0].value = first;
    struct boxes s = search(&rows.cases, &coarse);
    cr_assert_eq(s.n_box, 4);
    for (size_t b = 1; b < 4; b++)
        cr_expect_eq(s.box[b].n_restricted, 1, "box %zu: %zu", b, s.box[b].n_restricted);
    cr_expect_eq(boxes_limit(&s, 2)[1].low, 9.5);
    boxes_release(&s);
    rows.cases.n_factor = 1;
    sample_close(&rows);
}

/* Rows of categories 2 0 0 1 1 2 2 2, and only 2 is yes: 0 and 1 are equal, and 1 shows last. */
Test(prim, of_equal_categories_the_one_that_shows_last_goes)
{
    static const double shown[] = { 2, 0, 0, 1, 1, 2, 2, 2 };
    struct sample rows;

    sample_open(&rows, 8, 1, FACTOR_CATEGORY);
    for (size_t i = 0; i < 8; i++) {
        rows.value[0][i] = shown[i];
        rows.answer[i] = shown[i] == 2;
    }
    struct boxes s = search(&rows.cases, &prim_defaults);
    cr_assert_eq(s.n_box, 3);
    cr_expect_eq(s.limit[0].set, 7);
    cr_expect_eq(s.limit[1].set, 5);
    cr_expect_eq(s.limit[2].set, 4);
    boxes_release(&s);
    sample_close(&rows);
}

/* -- laws -- */

static void kinds_of_every_sort(struct sample *s)
{
    static const enum factor_kind kind[] = { FACTOR_CATEGORY, FACTOR_REAL, FACTOR_CATEGORY,
                                             FACTOR_WHOLE };

    for (size_t f = 0; f < s->cases.n_factor; f++)
        s->factor[f].kind = kind[f % 4];
}

static uint64_t relabelled(uint64_t set, const double to[])
{
    uint64_t out = 0;

    for (size_t a = 0; a < MAX_CATEGORY; a++)
        if (set >> a & 1)
            out |= category_bit(to[a]);
    return out;
}

static void expect_same(const struct sample *rows, const struct boxes *s, const struct boxes *t,
                        const double to[], uint64_t trial)
{
    cr_assert_eq(s->n_box, t->n_box, "trial %lu", (unsigned long)trial);
    for (size_t b = 0; b < s->n_box; b++) {
        cr_assert_eq(s->box[b].n, t->box[b].n, "trial %lu", (unsigned long)trial);
        cr_assert_eq(s->box[b].k, t->box[b].k, "trial %lu", (unsigned long)trial);
        for (size_t f = 0; f < rows->cases.n_factor; f++) {
            struct box_limit limit = boxes_limit(s, b)[f];
            limit.set = relabelled(limit.set, to);
            cr_assert(!box_limit_differs(rows->factor[f].kind, limit, boxes_limit(t, b)[f]),
                      "trial %lu, box %zu, factor %zu", (unsigned long)trial, b, f);
        }
    }
}

/* So few rows that categories tie often. */
Test(prim, the_order_of_labels_does_not_matter)
{
    enum { ROWS = 30, LABELS = 6 };
    const struct prim_options fine = { 0.05, 0.3, 0.05 };

    for (uint64_t trial = 1; trial <= 300; trial++) {
        struct sample rows, other;
        double to[MAX_CATEGORY];
        gsl_rng *r = sample_rng(trial);
        sample_open(&rows, ROWS, 4, FACTOR_REAL);
        kinds_of_every_sort(&rows);
        sample_fill(&rows, LABELS, r);
        for (size_t i = 0; i < ROWS; i++)
            rows.answer[i] = gsl_rng_uniform(r) < 0.4;
        sample_permutation(MAX_CATEGORY, to, r);
        sample_relabel(&other, &rows, to);
        struct boxes s = search(&rows.cases, &fine), t = search(&other.cases, &fine);
        expect_same(&rows, &s, &t, to, trial);
        boxes_release(&s);
        boxes_release(&t);
        sample_close(&rows);
        sample_close(&other);
        gsl_rng_free(r);
    }
}

/* Counts the box anew from its limits. */
static void recount(const struct sample *rows, const struct boxes *s, size_t b, uint64_t trial)
{
    size_t n = 0, k = 0, restricted = 0;

    for (size_t i = 0; i < rows->cases.n_row; i++)
        if (cases_looks_at(&rows->cases, i) &&
            box_obstacle(&rows->cases, boxes_limit(s, b), i) == BOX_INSIDE) {
            n++;
            k += rows->answer[i];
        }
    for (size_t f = 0; f < s->n_factor; f++)
        restricted += box_limit_differs(rows->factor[f].kind, boxes_limit(s, b)[f], s->limit[f]);
    cr_assert_eq(n, s->box[b].n, "trial %lu, box %zu: %zu", (unsigned long)trial, b, n);
    cr_assert_eq(k, s->box[b].k, "trial %lu, box %zu: %zu", (unsigned long)trial, b, k);
    cr_assert_eq(restricted, s->box[b].n_restricted);
}

/* Also where only some rows are looked at; and no step makes a box less dense. */
Test(prim, counts_are_those_of_the_limits)
{
    enum { ROWS = 120 };
    const struct prim_options fine = { 0.05, 0.2, 0.1 };
    bool in[ROWS];

    for (uint64_t trial = 1; trial <= 100; trial++) {
        struct sample rows;
        gsl_rng *r = sample_rng(trial);
        sample_open(&rows, ROWS, 5, FACTOR_REAL);
        kinds_of_every_sort(&rows);
        sample_fill(&rows, 5, r);
        for (size_t i = 0; i < ROWS; i++) {
            in[i] = gsl_rng_uniform(r) < 0.8;
            rows.answer[i] = gsl_rng_uniform(r) < 0.2 + 0.5 * (rows.value[1][i] > 0.6);
        }
        rows.cases.in = trial % 2 ? in : NULL;
        struct boxes s = search(&rows.cases, &fine);
        cr_assert_gt(s.n_box, 1);
        for (size_t b = 0; b < s.n_box; b++) {
            recount(&rows, &s, b, trial);
            cr_assert(b == 0 || boxes_density(&s, b) > boxes_density(&s, b - 1));
            cr_assert(b == 0 || boxes_mass(&s, b) >= fine.mass_min);
        }
        boxes_release(&s);
        sample_close(&rows);
        gsl_rng_free(r);
    }
}

/* -- rows in which there is nothing to find -- */

static void expect_one_box(const struct sample *rows)
{
    struct boxes s = search(&rows->cases, &prim_defaults);

    cr_expect_eq(s.n_box, 1, "%zu boxes", s.n_box);
    cr_expect_eq(s.box[0].n, rows->cases.n_row);
    boxes_release(&s);
}

Test(prim, nothing_is_peeled_where_nothing_can_be_gained)
{
    gsl_rng *r = sample_rng(1);
    struct sample rows;

    sample_open(&rows, 50, 4, FACTOR_REAL);
    kinds_of_every_sort(&rows);
    sample_fill(&rows, 3, r);
    expect_one_box(&rows); /* all no */
    memset(rows.answer, 1, 50);
    expect_one_box(&rows); /* all yes */
    for (size_t f = 0; f < 4; f++)
        for (size_t i = 0; i < 50; i++)
            rows.value[f][i] = 2;
    for (size_t i = 0; i < 50; i++)
        rows.answer[i] = i % 3 == 0;
    expect_one_box(&rows); /* one value for all */
    for (size_t n = 0; n < 2; n++) {
        rows.cases.n_row = n;
        expect_one_box(&rows);
    }
    rows.cases.n_factor = 0;
    expect_one_box(&rows);
    rows.cases.n_factor = 4;
    sample_close(&rows);
    gsl_rng_free(r);
}
