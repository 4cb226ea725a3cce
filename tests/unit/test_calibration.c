/* test_calibration.c - simulation-based calibration: are posteriors as wide as they ought to be?
 *
 * A world is drawn from the prior and makes up a record; its numbers' ranks among worlds learned
 * from that record are then uniform, whatever the model.
 * Source: Talts, Betancourt, Simpson, Vehtari & Gelman (2018) arXiv:1804.06788. */
#include "record_kit.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    RECORDS = 200,
    NUMBERS = 5,
    RANKS = 19, /* worlds that a number is ranked among: ranks 0 to 19 */
    BINS = 10,
};

static char text[KIT_SCENARIOS][4000];
static const char *texts[KIT_SCENARIOS] = { text[0], text[1], text[2], text[3] };

/* What parties are is shared, circumstances and a red line's roll are of two dates: five numbers,
 * and two dates of answers. */
static void open_family(struct record_kit *k)
{
    for (int i = 0; i < 2; i++)
        record_kit_text(text[i], sizeof text[i], i, "{ normal = (0.5, 0.06); }", true,
                        i == 0 ? "refusal_cost = { triangular = (-0.05, 0, 0.08); };"
                               : "refusal_cost = { uniform = (-0.04, 0.04); };"
                                 " red_lines = ( { issue = \"x\"; levels = { above = 48; };"
                                 " probability = { uniform = (0.2, 0.9); }; } );",
                        4,
                        (struct kit_answer[]){ { 4, "\"accepts\"" },
                                               { -2, "\"accepts\"" },
                                               { 1, "\"accepts\"" },
                                               { 0, "{ accepts = 2; refuses = 1; }" } });
    record_kit_open(k, 2, texts);
    cr_assert_eq(k->joint.n, NUMBERS);
}

/* Lets world `index` of `truth` answer, in place of what the texts say. */
static void make_up(struct record_kit *k, const struct ensemble *truth, size_t index,
                    const gsl_rng *r)
{
    const struct history *h = &k->history;

    rng_open(r, STREAM_TESTS, index);
    for (size_t i = 0; i < h->n_answer; i++) {
        struct recorded *a = &k->history.answer[i];
        const double p = standing_accepts(&truth->standing[index * h->n_answer + i]);
        a->yes = 0;
        for (double one = 0; one < a->n; one++)
            a->yes += gsl_rng_uniform(r) < p;
    }
}

/* Weighs worlds, however few count: no population, and nothing left out. */
static void weigh(struct record_kit *k, size_t n_world, uint64_t seed, double doubt, double scale)
{
    struct learned *l = &k->learned;
    struct pool_job job = { 0 };
    struct error err = { .code = OK };

    *l = (struct learned){ .joint = &k->joint, .n = n_world, .seed = seed };
    l->prior = (struct ensemble){ .joint = &k->joint,
                                  .set = { doubt, scale },
                                  .n = n_world,
                                  .seed = seed,
                                  .wants_values = true };
    cr_assert_eq(ensemble_fill(&l->prior, &job, 1, &err), OK);
    l->posterior = &l->prior;
    l->weight = malloc(n_world * sizeof *l->weight);
    l->weighed = ensemble_weigh(&l->prior, &left_out_none, l->weight);
    /* ranks among RANKS worlds need more than these to be different */
    cr_assert_gt(l->weighed.effective, 2 * RANKS);
}

/* How many of RANKS equal worlds have a smaller value of a number. */
static size_t rank_of(const struct learned *l, size_t number, double x)
{
    size_t from[RANKS], rank = 0;
    struct error err = { .code = OK };

    cr_assert_eq(learned_worlds(l, RANKS, from, &err), OK);
    for (size_t i = 0; i < RANKS; i++)
        rank += l->posterior->value[from[i] * l->joint->n + number] < x;
    return rank;
}

/* The chance that ranks of this kind are further from uniform. */
static double uniform_p(const size_t count[BINS])
{
    double chi = 0;

    for (size_t b = 0; b < BINS; b++)
        chi += pow((double)count[b] - (double)RECORDS / BINS, 2) / ((double)RECORDS / BINS);
    return gsl_cdf_chisq_Q(chi, BINS - 1);
}

/* Systematic resampling takes neighbours apart: ranks among its worlds would be too even, were the
 * worlds in the order of the number.  They are in the order of draws, which are independent. */
static void calibrate(bool by_population, size_t n_world, double doubt, double scale)
{
    struct record_kit k;
    struct pool_job job = { 0 };
    struct error err = { .code = OK };
    size_t count[NUMBERS][BINS] = { { 0 } };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    open_family(&k);
    struct ensemble truth = {
        .joint = &k.joint, .set = { doubt, scale }, .n = RECORDS, .seed = 99, .wants_values = true
    };
    cr_assert_eq(ensemble_fill(&truth, &job, 1, &err), OK);
    gsl_rng_set(r, 99);
    for (size_t record = 0; record < RECORDS; record++) {
        make_up(&k, &truth, record, r);
        if (by_population)
            record_kit_learn(&k, n_world, 1000 + record, true, doubt, scale);
        else
            weigh(&k, n_world, 1000 + record, doubt, scale);
        for (size_t i = 0; i < k.joint.n; i++)
            count[i][rank_of(&k.learned, i, truth.value[record * k.joint.n + i]) * BINS /
                     (RANKS + 1)]++;
        record_kit_forget(&k);
    }
    for (size_t i = 0; i < k.joint.n; i++)
        cr_expect_gt(uniform_p(count[i]), 1e-4, "number %zu: p %g", i, uniform_p(count[i]));
    gsl_rng_free(r);
    ensemble_release(&truth);
    record_kit_close(&k);
}

Test(calibration, weights)
{
    calibrate(false, 3000, 0.05, 0.02);
}

Test(calibration, a_population)
{
    calibrate(true, 120, 0.05, 0.02);
}
