/* test_days.c - what counts in talks is days, not the number of offers */
#include "draw.h"
#include "kit.h"
#include "rng.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A price from 0 to 10 that p wants high and q low, each by a tenth a step; both need a share of
 * all, and n refuses what its red line says. */
static void by_price(struct trial *t, double p_needs, double q_needs, const char *refused,
                     const char *talks)
{
    static char text[3000];

    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"price\"; from = 0; to = 10; step = 1; all = 10; } );"
             "parties = ( { name = \"p\"; weights = { price = 1; }; reservation = %g;"
             "  values = { price = { kind = \"linear\"; worst = 0; best = 10; }; }; },"
             " { name = \"q\"; weights = { price = 1; }; reservation = %g;"
             "  values = { price = { kind = \"linear\"; worst = 10; best = 0; }; }; },"
             " { name = \"n\"; bargains = false; red_lines = ( { issue = \"price\";"
             "  levels = %s; probability = 1; } ); } );"
             "talks = { %s };",
             p_needs, q_needs, refused, talks);
    trial_open(t, text);
}

static const struct action *offer_of(const struct watched *w, size_t side, size_t number)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->action[i].act == ACT_OFFER && w->action[i].by == side && number-- == 0)
            return &w->action[i];
    cr_assert_fail("no such offer");
    return NULL;
}

static const struct action *last_offer(const struct watched *w)
{
    const struct action *last = NULL;

    for (size_t i = 0; i < w->n; i++)
        if (w->action[i].act == ACT_OFFER)
            last = &w->action[i];
    cr_assert_not_null(last);
    return last;
}

/* Vector last_round: how far short of a deadline the last round falls; and a round on it. */
Test(days, last_round)
{
    static struct watched w;
    json_t *v = kit_vector("last_round");
    const double deadline = 24, short_of = kit_number(v, "expected.short");
    const double t_then = kit_number(v, "expected.t_at_24_days");
    const size_t n_run = 4000;

    for (int last_round = 0; last_round < 2; last_round++) {
        char talks[500];
        double sum = 0, target = 0;
        struct trial t;
        snprintf(
            talks, sizeof talks,
            "deadline = %g; round_days = { triangular = (1, 2, 4); }; last_round = %s; parties = ("
            " { name = \"p\"; strategy = \"polynomial\"; },"
            " { name = \"q\"; strategy = \"polynomial\"; } );",
            deadline, last_round ? "true" : "false");
        by_price(&t, 0.9, 0.9, "5", talks); /* nothing that both would accept */
        for (uint64_t run = 0; run < n_run; run++) {
            cr_assert_eq(trial_watch(&t, run, &w).outcome.ending, ENDING_DEADLINE);
            sum += deadline - last_offer(&w)->when.day;
            target += last_offer(&w)->target;
        }
        /* standard errors: 0.9 days and 0.9 / 24 of a range of 0.1, over the root of 4,000 */
        cr_assert_float_eq(sum / (double)n_run, last_round ? 0 : short_of, last_round ? 0 : 0.05);
        cr_assert_float_eq(target / (double)n_run, last_round ? 0 : 0.1 * (1 - t_then),
                           last_round ? 1e-12 : 3e-4);
        trial_close(&t);
    }
    json_decref(v);
}

/* By hand: q holds out to the end and offers 5, all that it can give, as the last to move.  On a
 * last day p may still accept it; without one q never comes down. */
Test(days, the_last_offer_is_answered)
{
    static struct watched w;

    for (int last_round = 0; last_round < 2; last_round++) {
        char talks[500];
        struct trial t;
        snprintf(talks, sizeof talks,
                 "deadline = 10; round_days = 3; last_round = %s; parties = ( { name = \"p\";"
                 "  strategy = \"tit_for_tat\"; accepts = \"constant\"; accepts_share = 0.3; },"
                 " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );",
                 last_round ? "true" : "false");
        by_price(&t, 0, 0.5, "3", talks);
        const struct outcome end = trial_watch(&t, 0, &w).outcome;
        cr_assert_eq(end.ending, last_round ? ENDING_AGREEMENT : ENDING_DEADLINE);
        cr_assert_eq(end.day, 10);
        cr_assert_eq(end.n_round, last_round ? 5 : 4); /* on days 0, 3, 6, 9 and 10 */
        if (last_round) {
            cr_assert_eq(end.package, 5);
            cr_assert_eq(end.by, 0);
            cr_assert_eq(end.offered_by, 1);
        }
        trial_close(&t);
    }
}

/* By hand: from day 2 on talks rest for 6 of 10 days.  By date a side has then conceded 0.8 of its
 * range of 0.1; in session it goes on from 0.2, to all of it on day 10. */
Test(days, nobody_concedes_while_talks_are_suspended)
{
    static const double day[] = { 0, 1, 8, 9, 10 };
    static const double left[2][5] = { { 1, 0.9, 0.2, 0.1, 0 }, { 1, 0.9, 0.8, 0.4, 0 } };
    static struct watched w;

    for (int in_session = 0; in_session < 2; in_session++) {
        char talks[500];
        struct trial t;
        snprintf(talks, sizeof talks,
                 "deadline = 10; round_days = 1; concedes = \"%s\"; parties = ("
                 " { name = \"p\"; strategy = \"polynomial\"; },"
                 " { name = \"q\"; strategy = \"polynomial\"; } );"
                 "events = ( { name = \"rest\"; on = 2; suspends = 6; } );",
                 in_session ? "in_session" : "by_date");
        by_price(&t, 0.9, 0.9, "5", talks);
        trial_watch(&t, 0, &w);
        for (size_t i = 0; i < 5; i++)
            for (size_t side = 0; side < PAIR; side++) {
                const struct action *o = offer_of(&w, side, i);
                cr_assert_eq(o->when.day, day[i], "offer %zu on day %g", i, o->when.day);
                cr_assert_float_eq(o->target, 0.1 * left[in_session][i], 1e-12, "day %g", day[i]);
            }
        trial_close(&t);
    }
}

/* By hand: n refuses all prices from 7 on.  p comes down from 10 as if it did not, and offers 6,
 * the best that can be had, for as long as it aims higher; or it comes down from 6 at once. */
Test(days, who_is_stopped_by_others_does_not_give_in_sooner)
{
    static const char *const from[] = { "possible", "wished" };
    static struct watched w;

    for (size_t k = 0; k < 2; k++) {
        const double best = k == 0 ? 0.6 : 1;
        char talks[500];
        struct trial t;
        snprintf(talks, sizeof talks,
                 "deadline = 10; round_days = 1; parties = ("
                 " { name = \"p\"; strategy = \"polynomial\"; concedes_from = \"%s\"; },"
                 " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );",
                 from[k]);
        by_price(&t, 0, 0, "(7, 8, 9, 10)", talks);
        trial_watch(&t, 0, &w);
        for (size_t i = 0; i < 10; i++) {
            const struct action *o = offer_of(&w, 0, i);
            const double target = best * (1 - (double)i / 10);
            cr_assert_float_eq(o->target, target, 1e-12);
            cr_assert_eq(o->package, (uint32_t)ceil(fmin(target, 0.6) * 10 - 1e-9), "%zu", i);
        }
        trial_close(&t);
    }
}

/* Talks with doubts, offers of a kind, and rounds some days apart. */
static void doubtful(struct trial *t, const char *offers, double knows, double days,
                     bool last_round)
{
    static char text[6000];
    char talks[1000], known[50] = "";

    if (!isnan(knows))
        snprintf(known, sizeof known, "knows = %g;", knows);
    snprintf(talks, sizeof talks,
             "talks = { deadline = 24; round_days = %g; last_round = %s; %s parties = ("
             " { name = \"p\"; strategy = \"polynomial\"; offers = \"%s\";"
             "  exponent = { uniform = (0.5, 3); }; },"
             " { name = \"q\"; strategy = \"polynomial\"; offers = \"%s\";"
             "  exponent = { uniform = (0.5, 3); }; } );"
             " events = ( { name = \"shift\"; on = 9; party = \"q\"; shift_no_deal = 0.1; } ); };",
             days, last_round ? "true" : "false", known, offers, offers);
    trial_small("", talks, sizeof text, text);
    trial_open(t, text);
}

/* Who knows all of the other offers what is worth most to it. */
Test(days, who_knows_all_believes_what_is)
{
    static struct watched w[2];
    struct trial t[2];

    doubtful(&t[0], "kindest", NAN, 2, true);
    doubtful(&t[1], "believed", 1, 2, true);
    for (uint64_t run = 0; run < 200; run++) {
        for (size_t k = 0; k < 2; k++)
            trial_watch(&t[k], run, &w[k]);
        cr_assert_eq(w[0].n, w[1].n);
        for (size_t i = 0; i < w[0].n; i++)
            cr_assert_eq(w[0].action[i].package, w[1].action[i].package, "run %lu",
                         (unsigned long)run);
    }
    trial_close(&t[0]);
    trial_close(&t[1]);
}

/* Looks at every package: what p's offer is worth to q in another draw, of those that meet p's
 * target in this one. */
static void check_offer(const struct scenario *s, const struct appraisal appraisal[2],
                        const struct action *o)
{
    size_t level[MAX_ISSUE] = { 0 };
    double best = -INFINITY, got = -INFINITY;

    for (uint32_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        const double own = appraisal_surplus(&appraisal[0], 0, level);
        const double theirs = appraisal_surplus(&appraisal[1], 1, level);
        const double refused = appraisal_surplus(&appraisal[0], 2, level);
        if (own < o->target - TIE || utility_vetoes(&appraisal[0].utility, 2, level) > 0 ||
            refused < -TIE)
            continue;
        best = fmax(best, theirs);
        got = x == o->package ? theirs : got;
    }
    cr_assert_float_eq(got, best, 1e-9);
}

/* Who knows nothing of the other offers what would be best for another that might be: the one of
 * draw 2^63 + run. */
Test(days, who_knows_nothing_offers_to_another)
{
    static struct watched w;
    struct error err = { .code = OK };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct appraisal appraisal[2];
    struct trial t;

    doubtful(&t, "believed", 0, 2, true);
    gsl_rng_set(r, 1);
    for (size_t k = 0; k < 2; k++)
        cr_assert_eq(appraisal_init(&appraisal[k], &t.s, &err), OK);
    for (uint64_t run = 0; run < 100; run++) {
        trial_watch(&t, run, &w);
        for (size_t k = 0; k < 2; k++) {
            const uint64_t index = run + (k == 0 ? 0 : (uint64_t)1 << 63);
            cr_assert_eq(draw_make(&t.s, r, index, appraisal[k].theta, &err), OK);
            appraisal_fill(&appraisal[k]);
        }
        check_offer(&t.s, appraisal, offer_of(&w, 0, 0));
    }
    for (size_t k = 0; k < 2; k++)
        appraisal_release(&appraisal[k]);
    gsl_rng_free(r);
    trial_close(&t);
}

static double share_agreed(const char *offers, double knows, double days, bool last_round)
{
    const struct talks_pair own = { { NULL, NULL } };
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct trial t;
    double n = 0;

    doubtful(&t, offers, knows, days, last_round);
    struct talks_played map = {
        .package_index = &t.package_index, .runs = 2000, .seed = 1, .n_pair = 1, .pair = &own
    };
    cr_assert_eq(talks_play(&map, &job, 2, &err), OK);
    for (uint64_t run = 0; run < map.runs; run++)
        n += talks_run_agrees(&map.run[run]);
    talks_played_release(&map);
    trial_close(&t);
    return n / 2000;
}

/* Four times as many rounds in the same days: each offer for oneself is another lot, and who never
 * meets on the last day never comes down all the way; what is believed to be best for the other
 * stays so.  Two standard errors of a share of 2,000 runs are at most 0.022. */
Test(days, more_rounds_in_the_same_days_move_nothing, .timeout = 120)
{
    const double by_lot =
        share_agreed("nearest", NAN, 1.1, false) - share_agreed("nearest", NAN, 4.4, false);

    cr_assert_gt(by_lot, 0.05, "%g", by_lot);
    for (int k = 0; k < 3; k++) {
        const double knows = k / 2.;
        const double more =
            share_agreed("believed", knows, 1.1, true) - share_agreed("believed", knows, 4.4, true);
        cr_assert_leq(fabs(more), 0.022, "%g of those who know %g", more, knows);
    }
}
