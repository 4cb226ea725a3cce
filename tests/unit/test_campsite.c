/* test_campsite.c - a reservation and its spread, learned from 1,060 offers that people answered
 *
 * ../shared/cases/campsite/offers.csv (CaSiNo corpus, Chawla et al. 2021, CC BY 4.0), where it is
 * at hand.  An offer is worth 0 to 36 points to who answers; an answer is logistic, with the
 * reservation r on (0, 20) and the scale tau on (1, 10), both flat.  Its README has the posterior
 * means by quadrature on a grid of 0.1: 10.20 and 4.17. */
#include "csv_text.h"
#include "record_kit.h"

#include <criterion/criterion.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { POINTS = 36, OFFERS = 1060, SPLITS = 20, REPEATS = 8 };

static struct offer {
    int points;
    bool accepts;
} offers[OFFERS];

static int cell(const struct csv_text *c, const char *name)
{
    return atoi(c->cell[csv_text_column(c, name)]);
}

static void read_offers(void)
{
    struct csv_text c;
    struct error err = { .code = OK };
    char path[4000];
    size_t n = 0;

    snprintf(path, sizeof path, "%s/campsite/offers.csv", getenv("NEGOSIM_CASES"));
    cr_assert_eq(csv_text_open(&c, path, &err), OK, "%s", err.text);
    while (csv_text_row(&c) && n < OFFERS) {
        const int points = cell(&c, "points_food") * cell(&c, "gets_food") +
                           cell(&c, "points_water") * cell(&c, "gets_water") +
                           cell(&c, "points_wood") * cell(&c, "gets_wood");
        offers[n++] = (struct offer){ points, cell(&c, "accepts") == 1 };
    }
    csv_text_release(&c);
    cr_assert_eq(n, OFFERS);
}

/* A proposal for each number of points, whose answers are counted afterwards. */
static void open_camp(struct record_kit *k)
{
    static char text[20000];
    size_t used = (size_t)snprintf(
        text, sizeof text,
        "scenario = { name = \"camp\"; };"
        "issues = ( { name = \"points\"; from = 0; to = 36; step = 1; } );"
        "parties = ( { name = \"a\"; weights = { points = 1; };"
        "  values = { points = { kind = \"linear\"; worst = 0; best = 36; }; };"
        "  reservation = { uniform = (0, %.17g); }; },"
        " { name = \"b\"; weights = { points = 1; }; reservation = 0;"
        "  values = { points = { kind = \"linear\"; worst = 36; best = 0; }; }; } );"
        "record = { doubt = 0; scale = { uniform = (%.17g, %.17g); }; };"
        "proposals = (",
        20. / POINTS, 1. / POINTS, 10. / POINTS);

    for (int p = 0; p <= POINTS; p++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s { name = \"p%d\"; by = \"b\"; terms = { points = %d; };"
                                 " answers = { a = { accepts = 1; }; }; }",
                                 p ? "," : "", p, p);
    snprintf(text + used, sizeof text - used, " );");
    record_kit_open(k, 1, (const char *[]){ text });
    cr_assert_eq(k->history.n_answer, POINTS + 1);
}

/* Counts the answers to the offers that are taken; NULL: all. */
static void count(struct record_kit *k, const bool taken[])
{
    for (size_t p = 0; p <= POINTS; p++)
        k->history.answer[p].n = k->history.answer[p].yes = 0;
    for (size_t i = 0; i < OFFERS; i++) {
        struct recorded *a = &k->history.answer[offers[i].points];
        if (taken && !taken[i])
            continue;
        a->n++;
        a->yes += offers[i].accepts;
    }
}

Test(campsite, the_reservation_and_its_spread_are_found)
{
    static const char *const names[] = { "camp/a.reservation", "camp/record.scale" };
    static const double expected[] = { 10.20, 4.17 };
    double sum[2] = { 0 }, squares[2] = { 0 };
    struct record_kit k;

    read_offers();
    open_camp(&k);
    count(&k, NULL);
    for (uint64_t seed = 1; seed <= REPEATS; seed++) {
        record_kit_learn(&k, 1000, seed, true, NAN, NAN); /* of flat worlds a handful would count */
        for (size_t i = 0; i < 2; i++) {
            const double x = POINTS * record_kit_number(&k, names[i]).mean;
            sum[i] += x;
            squares[i] += x * x;
        }
        record_kit_forget(&k);
    }
    for (size_t i = 0; i < 2; i++) {
        const double mean = sum[i] / REPEATS;
        const double error = sqrt(fmax(0, squares[i] / REPEATS - mean * mean) / (REPEATS - 1));
        /* 0.005: the README has two decimals */
        cr_expect_leq(fabs(mean - expected[i]), 4 * error + 0.005, "%s: %g, expected %g +- %g",
                      names[i], mean, expected[i], error);
        cr_expect_lt(error, 0.1, "%s: error %g", names[i], error);
    }
    record_kit_close(&k);
}

/* The Brier score of a fifth of the offers less that of the share that accepts in the rest. */
static double held_out(struct record_kit *k, uint64_t split, const gsl_rng *r)
{
    size_t order[OFFERS];
    bool taken[OFFERS] = { false };
    double yes = 0, n = 0, less = 0;

    for (size_t i = 0; i < OFFERS; i++)
        order[i] = i;
    rng_open(r, STREAM_TESTS, split);
    gsl_ran_shuffle(r, order, OFFERS, sizeof *order);
    for (size_t i = OFFERS / 5; i < OFFERS; i++) {
        taken[order[i]] = true;
        yes += offers[order[i]].accepts;
        n++;
    }
    count(k, taken);
    record_kit_learn(k, 400, split, true, NAN, NAN);
    for (size_t i = 0; i < OFFERS; i++) {
        const double p = taken[i] ? 0
                                  : ensemble_chance(k->learned.posterior, (size_t)offers[i].points,
                                                    k->learned.weight);
        const double said = offers[i].accepts;
        less += taken[i] ? 0 : (p - said) * (p - said) - (yes / n - said) * (yes / n - said);
    }
    record_kit_forget(k);
    return less / (OFFERS / 5.);
}

Test(campsite, offers_held_back_are_predicted_better_than_by_the_base_rate)
{
    struct record_kit k;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    int better = 0;

    gsl_rng_set(r, 4);
    read_offers();
    open_camp(&k);
    for (uint64_t split = 0; split < SPLITS; split++)
        better += held_out(&k, split, r) < 0;
    cr_expect_geq(better, 15, "%d of %d", better, SPLITS);
    gsl_rng_free(r);
    record_kit_close(&k);
}
