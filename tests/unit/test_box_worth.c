/* test_box_worth.c - quasi-p by hand, and planted boxes that are picked, firm, and one of two */
#include "box_sample.h"
#include "box_worth.h"
#include "names.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

static struct boxes search(const struct cases *c)
{
    struct error err = { .code = OK };
    struct boxes s;

    cr_assert_eq(prim_run(c, &prim_defaults, &s, &err), OK, "%s", err.text);
    return s;
}

/* Answers yes with this chance in the box 0.2 < x0 < 0.6, x3 < 0.5, and with `outside` elsewhere.
 */
static void plant(struct sample *s, double inside, double outside, const gsl_rng *r)
{
    for (size_t i = 0; i < s->cases.n_row; i++) {
        const double x = s->value[0][i];
        const bool in = x > 0.2 && x < 0.6 && s->value[3][i] < 0.5;
        s->answer[i] = gsl_rng_uniform(r) < (in ? inside : outside);
    }
}

static void open_planted(struct sample *s, size_t n_row, double inside, double outside,
                         uint64_t seed)
{
    gsl_rng *r = sample_rng(seed);

    sample_open(s, n_row, SAMPLE_FACTORS, FACTOR_REAL);
    sample_fill(s, 0, r);
    plant(s, inside, outside, r);
    gsl_rng_free(r);
}

/* Of 1 .. 6 the last three are yes; the 0.4-quantile lies at 3, equal to itself, so the cut is half
 * way to 4.  Half of the rows without the limit are yes: P(Bin(3, 1/2) >= 3) = 1/8. */
Test(box_worth, quasi_p_is_a_binomial_tail)
{
    const struct prim_options coarse = { 0.4, 0.05, 0.3 };
    struct box_without without[BOX_ENDS];
    struct error err = { .code = OK };
    struct sample rows;
    struct boxes s;
    size_t b;

    sample_open(&rows, 6, 1, FACTOR_REAL);
    for (size_t i = 0; i < 6; i++) {
        rows.value[0][i] = (double)(i + 1);
        rows.answer[i] = i >= 3;
    }
    cr_assert_eq(prim_run(&rows.cases, &coarse, &s, &err), OK);
    cr_assert_eq(s.n_box, 2);
    cr_expect_eq(s.limit[1].low, 3.5);
    box_worth(&rows.cases, &s, 1, without);
    cr_expect_eq(without[0].n, 6);
    cr_expect_eq(without[0].k, 3);
    cr_expect_float_eq(without[0].quasi_p, 0.125, 1e-15);
    cr_expect(isnan(without[1].quasi_p));
    cr_expect(!box_worth_pick(&rows.cases, &s, 0.05, without, &b), "1/8 is no sign");
    cr_expect(box_worth_pick(&rows.cases, &s, 0.13, without, &b) && b == 1);
    boxes_release(&s);
    sample_close(&rows);
}

/* Without noise the picked box is the planted one, to the width of a last step; with noise no
 * factor is restricted but the two that matter, though the last box restricts others too. */
Test(box_worth, a_planted_box_is_picked)
{
    static const double chances[][2] = { { 1, 0 }, { 0.95, 0.03 } };
    struct box_without room[BOX_ENDS * SAMPLE_FACTORS];

    for (size_t c = 0; c < COUNT_OF(chances); c++) {
        struct sample rows;
        size_t b = 0;
        open_planted(&rows, 10000, chances[c][0], chances[c][1], 1);
        struct boxes s = search(&rows.cases);
        cr_assert(box_worth_pick(&rows.cases, &s, 0.05, room, &b));
        const struct box_limit *limit = boxes_limit(&s, b);
        cr_expect_float_eq(limit[0].low, 0.2, 0.02, "%g", limit[0].low);
        cr_expect_float_eq(limit[0].high, 0.6, 0.02, "%g", limit[0].high);
        cr_expect_float_eq(limit[3].high, 0.5, 0.02, "%g", limit[3].high);
        cr_expect_eq(s.box[b].n_restricted, 2, "%zu", s.box[b].n_restricted);
        cr_expect(c == 0 || s.box[s.n_box - 1].n_restricted > 2);
        boxes_release(&s);
        sample_close(&rows);
    }
}

Test(box_worth, no_box_is_picked_where_there_is_none)
{
    struct box_without room[BOX_ENDS * SAMPLE_FACTORS];
    struct sample rows;
    size_t b;

    open_planted(&rows, 500, 0, 0, 1);
    struct boxes s = search(&rows.cases);
    cr_expect(!box_worth_pick(&rows.cases, &s, 0.05, room, &b));
    cr_expect(isnan(boxes_coverage(&s, 0)), "of no yes there is no share");
    boxes_release(&s);
    sample_close(&rows);
}

/* Where x0 > 0.8, or x1 < 0.3: the wider is found first, the other among the rows outside it; and
 * coverage stays a share of all yes. */
Test(box_worth, a_second_box_is_found_outside_the_first)
{
    struct box_without room[BOX_ENDS * SAMPLE_FACTORS];
    struct sample rows;
    bool inside[5000];
    size_t b = 0;

    open_planted(&rows, 5000, 0, 0, 2);
    for (size_t i = 0; i < 5000; i++)
        rows.answer[i] = rows.value[0][i] > 0.8 || rows.value[1][i] < 0.3;
    struct boxes s = search(&rows.cases);
    cr_assert(box_worth_pick(&rows.cases, &s, 0.05, room, &b));
    cr_expect_float_eq(boxes_limit(&s, b)[1].high, 0.3, 0.02);
    cr_expect_float_eq(boxes_coverage(&s, b), 0.3 / 0.44, 0.03, "%g", boxes_coverage(&s, b));
    box_inside(&rows.cases, boxes_limit(&s, b), inside);
    for (size_t i = 0; i < 5000; i++)
        inside[i] = !inside[i];
    rows.cases.in = inside;
    struct boxes t = search(&rows.cases);
    cr_assert_eq(t.box[0].n, 5000 - s.box[b].n);
    cr_assert(box_worth_pick(&rows.cases, &t, 0.05, room, &b));
    cr_expect_float_eq(boxes_limit(&t, b)[0].low, 0.8, 0.02);
    cr_expect_float_eq(boxes_coverage(&t, b), 0.14 / 0.44, 0.03, "%g", boxes_coverage(&t, b));
    boxes_release(&s);
    boxes_release(&t);
    sample_close(&rows);
}

static void repeat(const struct cases *c, const struct boxes *s, size_t b, const gsl_rng *r,
                   size_t restricted[])
{
    struct error err = { .code = OK };

    cr_assert_eq(box_worth_repeat(c, s, b, &prim_defaults, 10, r, restricted, &err), OK);
}

/* What is planted is found in every half, chance is not; and each half has a stream of its own,
 * wherever the generator was before. */
Test(box_worth, halves_repeat_what_is_there)
{
    struct box_without room[BOX_ENDS * SAMPLE_FACTORS];
    size_t restricted[SAMPLE_FACTORS], b = 0;
    gsl_rng *r = sample_rng(7);
    struct sample rows;

    open_planted(&rows, 4000, 0.95, 0.03, 3);
    struct boxes s = search(&rows.cases);
    cr_assert(box_worth_pick(&rows.cases, &s, 0.05, room, &b));
    repeat(&rows.cases, &s, b, r, restricted);
    for (size_t f = 0; f < SAMPLE_FACTORS; f++) {
        if (f == 0 || f == 3)
            cr_expect_eq(restricted[f], 10, "factor %zu: %zu", f, restricted[f]);
        else
            cr_expect_leq(restricted[f], 5, "factor %zu: %zu", f, restricted[f]);
    }
    boxes_release(&s);
    sample_close(&rows);
    gsl_rng_free(r);
}

/* Each half has a stream of its own, wherever the generator was before.  The last box among few
 * rows fits chance, so that another half is seen. */
Test(box_worth, halves_depend_on_the_seed_alone)
{
    size_t counts[2][SAMPLE_FACTORS];
    gsl_rng *r = sample_rng(5);
    struct sample rows;

    open_planted(&rows, 300, 0.6, 0.2, 6);
    struct boxes s = search(&rows.cases);
    for (size_t t = 0; t < 2; t++)
        repeat(&rows.cases, &s, s.n_box - 1, r, counts[t]);
    cr_expect_arr_eq(counts[0], counts[1], sizeof counts[0]);
    gsl_rng_set(r, 6);
    repeat(&rows.cases, &s, s.n_box - 1, r, counts[1]);
    cr_expect_arr_neq(counts[0], counts[1], sizeof counts[0]);
    boxes_release(&s);
    sample_close(&rows);
    gsl_rng_free(r);
}

/* Half of the rows are looked at, and a box must have half of all: there is only one, and so there
 * is in a half of that half. */
Test(box_worth, the_smallest_mass_is_a_share_of_all_rows)
{
    struct prim_options half = prim_defaults;
    struct error err = { .code = OK };
    size_t restricted[SAMPLE_FACTORS];
    gsl_rng *r = sample_rng(8);
    struct sample rows;
    struct boxes s;
    bool in[400];

    half.mass_min = 0.5;
    open_planted(&rows, 400, 1, 0, 9);
    for (size_t i = 0; i < 400; i++)
        in[i] = i % 2;
    rows.cases.in = in;
    cr_assert_eq(prim_run(&rows.cases, &half, &s, &err), OK);
    cr_expect_eq(s.n_box, 1);
    cr_assert_eq(box_worth_repeat(&rows.cases, &s, 0, &half, 10, r, restricted, &err), OK);
    for (size_t f = 0; f < SAMPLE_FACTORS; f++)
        cr_expect_eq(restricted[f], 0, "factor %zu: %zu", f, restricted[f]);
    boxes_release(&s);
    sample_close(&rows);
    gsl_rng_free(r);
}

/* Halves of no rows, of one, and of rows of which a half may have no yes. */
Test(box_worth, halves_of_next_to_nothing_are_searched)
{
    size_t restricted[SAMPLE_FACTORS];
    gsl_rng *r = sample_rng(1);
    struct sample rows;

    open_planted(&rows, 40, 0, 0, 4);
    rows.answer[7] = 1;
    for (size_t n = 0; n <= 40; n = n ? 40 * n : 1) {
        rows.cases.n_row = n;
        struct boxes s = search(&rows.cases);
        repeat(&rows.cases, &s, s.n_box - 1, r, restricted);
        for (size_t f = 0; f < SAMPLE_FACTORS; f++)
            cr_expect(n > 1 ? restricted[f] <= 10 : restricted[f] == 0);
        boxes_release(&s);
    }
    sample_close(&rows);
    gsl_rng_free(r);
}
