/* test_conduct.c - what holds in all talks, whoever talks */
#include "draw.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* All strategies and rules of acceptance, events of all kinds, a pilot step. */
static const char everything[] =
    "talks = { deadline = 60; round_days = { uniform = (1, 4); }; parties = ("
    " { name = \"p\"; strategy = \"%s\"; accepts = \"%s\"; pressure = -0.001; risk = 0.05; },"
    " { name = \"q\"; strategy = \"%s\"; pressure = 0.001; } );"
    " mediator = { final_on = 55; knows = 0.5; tells = \"p\"; bias = 0.1;"
    "  pilot = { on = 5; works = 0.7; }; };"
    " events = ( { name = \"fall\"; hazard = 0.005; ends = true; },"
    "  { name = \"pause\"; on = 20; suspends = 9; probability = 0.8; },"
    "  { name = \"shift\"; hazard = 0.03; party = \"q\"; shift_no_deal = { normal = (0, 0.1); }; },"
    "  { name = \"weight\"; on = 30; party = \"p\"; issue = \"terms\"; shift_weight = 1; },"
    "  { name = \"table\"; on = 35; removes = { terms = \"b\"; }; adds = { price = 10; }; } ); };";

static void random_talks(size_t i, size_t size, char text[size])
{
    static const char *const accepts[] = { "target", "next", "constant", "time", "combined" };
    char talks[3000];

    snprintf(talks, sizeof talks, everything, strategy_names[i % STRATEGY_STATED].text,
             accepts[i % COUNT_OF(accepts)],
             strategy_names[i / STRATEGY_STATED % STRATEGY_STATED].text);
    trial_small("", talks, size, text);
}

/* Every pair of strategies: run 17 alone is run 17 of the batch, on any number of threads. */
Test(conduct, a_run_is_the_same_alone_and_in_any_batch, .timeout = 120)
{
    static char text[6000];
    static struct watched w;
    const struct talks_pair own = { { NULL, NULL } };

    for (size_t i = 0; i < 36; i++) {
        struct talks_run batch[3];
        struct trial t;
        random_talks(i, sizeof text, text);
        trial_open(&t, text);
        for (int k = 0; k < 3; k++) {
            static const int threads[] = { 1, 2, 7 };
            struct error err = { .code = OK };
            struct pool_job job = { .tick = NULL };
            struct talks_played map = {
                .package_index = &t.package_index, .runs = 40, .seed = 1, .n_pair = 1, .pair = &own
            };
            cr_assert_eq(talks_play(&map, &job, threads[k], &err), OK);
            batch[k] = map.run[17];
            talks_played_release(&map);
        }
        const struct talks_run alone = trial_watch(&t, 17, &w);
        for (int k = 0; k < 3; k++) {
            cr_assert_eq(alone.outcome.ending, batch[k].outcome.ending, "%zu", i);
            cr_assert_eq(alone.outcome.package, batch[k].outcome.package, "%zu", i);
            cr_assert_eq(alone.outcome.day, batch[k].outcome.day, "%zu", i);
            cr_assert_eq(alone.surplus[0], batch[k].surplus[0], "%zu", i);
            cr_assert_eq(alone.value[1], batch[k].value[1], "%zu", i);
            cr_assert_eq(alone.outcome.by, batch[k].outcome.by, "%zu", i);
        }
        trial_close(&t);
    }
}

/* What is said while the talks go on respects calendar, table and consent. */
Test(conduct, events_and_consent_are_respected, .timeout = 120)
{
    static char text[6000];
    static struct watched w;

    for (size_t i = 0; i < 36; i++) {
        struct trial t;
        random_talks(i, sizeof text, text);
        trial_open(&t, text);
        for (uint64_t run = 0; run < 20; run++) {
            double resume = 0, table = INFINITY;
            const struct talks_run result = trial_watch(&t, run, &w);
            for (size_t k = 0; k < w.n; k++) {
                const struct action *d = &w.action[k];
                cr_assert(k == 0 || d->when.day >= w.action[k - 1].when.day);
                if (d->act == ACT_EVENT && strcmp(d->event->name, "pause") == 0)
                    resume = d->when.day + 9;
                if (d->act == ACT_EVENT && strcmp(d->event->name, "table") == 0)
                    table = d->when.day;
                if (d->act != ACT_OFFER)
                    continue;
                const size_t price = grid_level(&t.s.grid, d->package, 0);
                const size_t terms = grid_level(&t.s.grid, d->package, 1);
                cr_assert_geq(d->when.day, resume, "no round while suspended");
                cr_assert_neq(price, 13, "carried though the third party refuses");
                cr_assert(d->when.day < table ? price != 10 : terms != 1, "not on the table");
            }
            cr_assert_leq(result.outcome.day, 60);
            for (size_t side = 0; side < PAIR && result.outcome.package != NO_PACKAGE; side++)
                cr_assert_geq(result.surplus[side], -TIE, "agreed to less than no deal");
        }
        trial_close(&t);
    }
}

/* The order of packages and the search in it, against a look at every package, while no deal and
 * the cost of refusing move: for packages that last to different degrees. */
Test(conduct, an_offer_is_what_a_look_at_every_package_finds)
{
    static char text[6000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    const struct shift kindest[PAIR] = { { -0.3, 0.2 }, { -0.3, 0.2 } };

    gsl_rng_set(r, 5);
    for (uint64_t draw = 0; draw < 20; draw++) {
        struct trial t;
        struct error err = { .code = OK };
        struct world w;
        random_talks(0, sizeof text, text);
        trial_open(&t, text);
        cr_assert_eq(world_init(&w, &t.package_index, &err), OK);
        cr_assert_eq(world_draw(&w, r, draw, &err), OK);
        const struct appraisal *const as_it_is[PAIR] = { &w.appraisal, &w.appraisal };
        sides_fill(&w.sides, &w.appraisal, kindest, as_it_is);
        rng_open(r, STREAM_TESTS, draw);
        for (int trial = 0; trial < 50; trial++) {
            const struct shift moved = { 0.6 * gsl_rng_uniform(r) - 0.3,
                                         0.4 * gsl_rng_uniform(r) - 0.2 };
            const double target = 1.2 * gsl_rng_uniform(r) - 0.2;
            sides_move(&w.sides, (const struct shift[]){ moved, { 0, 0 } });
            const struct side_utilities *side = &w.sides.side[0];
            double best = INFINITY;
            for (uint32_t x = 0; x < t.package_index.n_package; x++) {
                double utility = sides_utility(&w.sides, 0, x);
                if (utility >= target && utility >= -TIE && utility < best)
                    best = utility;
            }
            const uint32_t found = ranking_nearest(&side->ranking, side->drift, fmax(target, -TIE));
            if (found == NO_PACKAGE)
                cr_assert_eq(best, INFINITY);
            else
                cr_assert_float_eq(sides_utility(&w.sides, 0, found), best, 2 * NEAR);
            const uint32_t kind =
                ranking_kindest(&side->ranking, side->drift, fmax(target, 0), &side->others);
            double most = -INFINITY;
            for (uint32_t x = 0; x < t.package_index.n_package; x++)
                if (sides_utility(&w.sides, 0, x) >= fmax(target, 0) - TIE)
                    most = fmax(most, sides_utility(&w.sides, 1, x));
            if (kind == NO_PACKAGE)
                cr_assert_eq(most, -INFINITY);
            else
                cr_assert_float_eq(sides_utility(&w.sides, 1, kind), most, 2 * TIE);
        }
        world_release(&w);
        trial_close(&t);
    }
    gsl_rng_free(r);
}

/* Moves make a package worth what it is in a scenario with that no deal and that cost of refusing.
 */
Test(conduct, a_move_of_no_deal_is_another_no_deal)
{
    static char text[6000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    struct trial t;
    struct world w;
    size_t level[MAX_ISSUE];

    gsl_rng_set(r, 5);
    random_talks(0, sizeof text, text);
    trial_open(&t, text);
    cr_assert_eq(world_init(&w, &t.package_index, &err), OK);
    cr_assert_eq(world_draw(&w, r, 3, &err), OK);
    sides_move(&w.sides, (const struct shift[]){ { 0.17, 0.04 }, { 0, 0 } });
    w.appraisal.theta[t.s.party[0].no_deal] += 0.17;
    w.appraisal.theta[t.s.party[0].refusal_cost] += 0.04;
    appraisal_fill(&w.appraisal);
    for (uint32_t x = 0; x < t.package_index.n_package; x++) {
        grid_levels(&t.s.grid, x, level);
        double utility = sides_utility(&w.sides, 0, x);
        if (utility > -INFINITY)
            cr_assert_float_eq(utility, appraisal_surplus(&w.appraisal, 0, level), 1e-12);
    }
    world_release(&w);
    trial_close(&t);
    gsl_rng_free(r);
}

/* rounds = N: t runs from 1 / (N + 1) to N / (N + 1), as in the published traces. */
Test(conduct, rounds_are_as_many_as_asked_for)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    trial_small(
        "red_lines = ( { issue = \"terms\"; levels = (\"a\", \"b\", \"c\"); probability = 1; } );",
        "talks = { rounds = 12; parties = ( { name = \"p\"; strategy = \"micro\"; },"
        " { name = \"q\"; strategy = \"polynomial\"; } ); };",
        sizeof text, text);
    trial_open(&t, text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(run.outcome.ending, ENDING_DEADLINE);
    cr_assert_eq(run.outcome.n_round, 12);
    cr_assert_eq(run.outcome.day, 13);
    cr_assert_eq(w.n, 12, "who can agree to nothing makes no offers");
    for (size_t i = 0; i < w.n; i++)
        cr_assert_float_eq(w.action[i].when.time, (double)(i + 1) / 13, 1e-12);
    trial_close(&t);
}

/* pi of the package agreed on in run 0: what the house asks for is pi d (docs/methods.md,
 * "Ratification"). */
static double lasts_of(const struct trial *t, size_t package)
{
    const struct scenario *s = &t->s;
    struct appraisal appraisal;
    struct error err = { .code = OK };
    size_t level[MAX_ISSUE];
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    gsl_rng_set(r, s->seed);
    cr_assert_eq(appraisal_init(&appraisal, s, &err), OK);
    cr_assert_eq(draw_make(s, r, 0, appraisal.theta, &err), OK);
    appraisal_fill(&appraisal);
    grid_levels(&s->grid, package, level);
    const double lasts = utility_lasts(&appraisal.utility, 0, level);
    appraisal_release(&appraisal);
    gsl_rng_free(r);
    return lasts;
}

/* A body that asks for 0.2 more than the leaders, who begin at what they could get least: the first
 * text is refused and sent back, the second passes; or the first refusal ends the talks. */
Test(conduct, a_body_sends_the_text_back_once)
{
    static char text[6000], talks[1000];
    static struct watched w;

    for (size_t back = 0; back < 2; back++) {
        struct trial t;
        snprintf(talks, sizeof talks,
                 "talks = { deadline = 60; round_days = 1; parties = ("
                 " { name = \"q\"; strategy = \"polynomial\"; },"
                 " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.01; } );"
                 " ratification = ( { party = \"p\"; body = \"house\"; days = 3; } );"
                 " sends_back = %s; };",
                 back ? "true" : "false");
        trial_small("bodies = ( { name = \"house\"; veto = true; no_deal = 0.2; } );", talks,
                    sizeof text, text);
        trial_open(&t, text);
        const struct talks_run run = trial_watch(&t, 0, &w);
        size_t rejects = 0, ratifies = 0;
        for (size_t i = 0; i < w.n; i++) {
            rejects += w.action[i].act == ACT_REJECTS;
            ratifies += w.action[i].act == ACT_RATIFIES;
        }
        cr_assert_eq(rejects, 1);
        cr_assert_eq(ratifies, back);
        cr_assert_eq(run.outcome.ending, back ? ENDING_AGREEMENT : ENDING_NOT_RATIFIED);
        if (back)
            cr_assert_geq(run.surplus[1], 0.2 * lasts_of(&t, run.outcome.package) - TIE);
        else
            cr_assert_str_eq(run.outcome.ratifier->name, "house");
        trial_close(&t);
    }
}

/* A body refuses what is agreed on the last day, some days after it: no round is left to send the
 * text back to, and that is how the talks ended. */
Test(conduct, a_refusal_with_no_round_left_is_how_talks_end)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    trial_small("bodies = ( { name = \"house\"; veto = true; no_deal = 0.2; } );",
                "talks = { deadline = 60; round_days = 10; parties = ("
                " { name = \"q\"; strategy = \"polynomial\"; },"
                " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.01; } );"
                " ratification = ( { party = \"p\"; body = \"house\"; days = 90; } ); };",
                sizeof text, text);
    trial_open(&t, text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(run.outcome.ending, ENDING_NOT_RATIFIED);
    cr_assert_str_eq(run.outcome.ratifier->name, "house");
    cr_assert_float_eq(run.outcome.day, w.action[w.n - 1].when.day, 1e-12);
    cr_assert_eq(run.outcome.n_round, w.action[w.n - 1].when.round + 1);
    trial_close(&t);
}

/* An event on day 3 ends talks whose rounds are on days 0, 7, ...: one was held. */
Test(conduct, rounds_are_counted_when_they_are_held)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    trial_small("",
                "talks = { deadline = 60; round_days = 7; parties = ("
                " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; },"
                " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
                " events = ( { name = \"fall\"; on = 3; ends = true; } ); };",
                sizeof text, text);
    trial_open(&t, text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(run.outcome.ending, ENDING_BROKEN_OFF);
    cr_assert_eq(run.outcome.n_round, 1);
    trial_close(&t);
}

/* Whatever its strategy, a party agrees to nothing below what it has outside; and what an agreement
 * is worth from the first day on is discount ^ day S - cost day. */
Test(conduct, time_and_what_is_outside_count_for_every_strategy)
{
    static char text[6000], talks[1000];
    static struct watched w;
    size_t n = 0;

    for (size_t i = 0; i < STRATEGY_STATED; i++) {
        struct trial t;
        snprintf(talks, sizeof talks,
                 "talks = { deadline = 20; round_days = 1; parties = ("
                 " { name = \"p\"; strategy = \"%s\"; outside = 0.2; discount = 0.98; },"
                 " { name = \"q\"; strategy = \"polynomial\"; cost = 0.001; } ); };",
                 strategy_names[i].text);
        trial_small("", talks, sizeof text, text);
        trial_open(&t, text);
        for (uint64_t run = 0; run < 30; run++) {
            const struct talks_run r = trial_watch(&t, run, &w);
            const double day = r.outcome.day;
            if (r.outcome.ending != ENDING_AGREEMENT)
                continue;
            n++;
            cr_assert_geq(r.surplus[0], 0.2 - TIE, "%s", strategy_names[i].text);
            cr_assert_float_eq(r.value[0], pow(0.98, day) * r.surplus[0], 1e-12);
            cr_assert_float_eq(r.value[1], r.surplus[1] - 0.001 * day, 1e-12);
        }
        trial_close(&t);
    }
    cr_assert_gt(n, 60, "%zu agreements", n);
}

/* The last agreement of a talk, as the parties are then: what events have made of the draw, and no
 * deal and what refusing costs as they stand. */
struct agreed {
    uint32_t package;
    struct appraisal appraisal;
};

static void note_agreement(void *with, const struct talk *talk, const struct action *action)
{
    struct agreed *a = with;
    const struct world *w = &talk->world;

    if (action->act != ACT_ACCEPT)
        return;
    a->package = action->package;
    memcpy(a->appraisal.theta, w->appraisal.theta,
           w->scenario->n_parameter * sizeof *a->appraisal.theta);
    for (size_t i = 0; i < PAIR; i++) {
        const struct party *party = &w->scenario->party[w->scenario->talks->side[i]];
        a->appraisal.theta[party->no_deal] += w->sides.side[i].moved.no_deal;
        a->appraisal.theta[party->refusal_cost] += w->sides.side[i].moved.refusal_cost;
    }
}

/* Returns whether the talks end in agreement. */
static bool check_agreement(const struct trial *t, uint64_t run, struct agreed *a)
{
    const struct talks_pair own = { { NULL, NULL } };
    struct error err = { .code = OK };
    double surplus[MAX_VETO], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];
    struct talks_run result;

    cr_assert_eq(talks_watch(&t->package_index, 1, run, &own, note_agreement, a, &result, &err),
                 OK);
    if (result.outcome.ending != ENDING_AGREEMENT)
        return false;
    cr_assert_eq(a->package, result.outcome.package);
    appraisal_fill(&a->appraisal);
    grid_levels(&t->s.grid, a->package, level);
    appraisal_surpluses(&a->appraisal, level, surplus, felt);
    for (size_t p = 0; p < t->s.n_party; p++)
        cr_assert(appraisal_accepts(&a->appraisal, p, level, surplus, felt),
                  "run %lu: %s or a body of it", (unsigned long)run, t->s.party[p].name);
    return true;
}

/* Whatever is agreed suits every body at the no deal of its day, whoever talks: bodies that go by
 * the party's surplus and those with weights and red lines of their own, some of which vote
 * afterwards.  Pressure and events move no deal between rounds. */
Test(conduct, what_is_agreed_suits_every_body_at_the_no_deal_of_its_day, .timeout = 240)
{
    static const char *const bodies[] = {
        "bodies = ( { name = \"own\"; veto = true; no_deal = { uniform = (0, 1); }; weights = { "
        "price = -1.5; }; red_lines = ( { issue = \"price\"; levels = 7; probability = 0.5; } ); "
        "}, "
        "{ name = \"house\"; veto = true; no_deal = 0.05; } );",
        "bodies = ( { name = \"own\"; veto = true; no_deal = { uniform = (0, 1); }; weights = { "
        "terms = 2; }; }, { name = \"house\"; quota = 4; noise = 0.05; blocs = ( { name = \"a\"; "
        "seats = 3; no_deal = 0.05; }, { name = \"b\"; seats = 4; no_deal = -0.1; } ); } );",
        "bodies = ( { name = \"own\"; veto = true; red_lines = ( { issue = \"terms\"; levels = "
        "(\"a\"); probability = 0.5; } ); }, { name = \"house\"; veto = true; no_deal = 0.2; }, { "
        "name = \"ally\"; leaves = 0.05; no_deal = 0.2; } );"
    };
    static const char *const votes[] = {
        "", "ratification = ( { party = \"p\"; body = \"own\"; days = 1; } ); };",
        "ratification = ( { party = \"p\"; body = \"house\"; days = 2; } ); };"
    };
    static const char *const pressure[] = { "pressure = 0.003", "pressure = -0.003",
                                            "pressure = 0.003; refusal_pressure = 0.001",
                                            "refusal_pressure = -0.001" };
    static char talks[4000], text[8000];
    size_t agreements = 0;

    for (size_t i = 0; i < 36; i++) {
        struct error err = { .code = OK };
        struct agreed agreed;
        struct trial t;
        random_talks(i, sizeof text, text);
        const char *begin = strstr(text, "talks = {"), *old = strstr(begin, "pressure = -0.001");
        snprintf(talks, sizeof talks, "%.*s%s%s", (int)(old - begin), begin,
                 pressure[i % COUNT_OF(pressure)], old + strlen("pressure = -0.001"));
        if (i % COUNT_OF(votes) > 0) /* in place of the end of the talks */
            snprintf(strrchr(talks, '}'), 200, "%s", votes[i % COUNT_OF(votes)]);
        trial_small(bodies[i / 4 % COUNT_OF(bodies)], talks, sizeof text, text);
        trial_open(&t, text);
        cr_assert_eq(appraisal_init(&agreed.appraisal, &t.s, &err), OK);
        for (uint64_t run = 0; run < 60; run++)
            agreements += check_agreement(&t, run, &agreed);
        appraisal_release(&agreed.appraisal);
        trial_close(&t);
    }
    cr_assert_gt(agreements, 200u);
}

/* Pairs meet one after the other in one world: what the first went through is gone for the second,
 * whether an event changed weights and the table or a body was heard. */
Test(conduct, a_second_pair_meets_in_the_same_world, .timeout = 120)
{
    static char text[6000];
    const struct talks_pair twice[2] = { { { NULL, NULL } }, { { NULL, NULL } } };
    const uint64_t runs = 60;
    size_t changed = 0;

    for (size_t i = 0; i < 36; i += 5) {
        struct error err = { .code = OK };
        struct pool_job job = { .tick = NULL };
        struct trial t;
        random_talks(i, sizeof text, text);
        trial_open(&t, text);
        struct talks_played map = {
            .package_index = &t.package_index, .runs = runs, .seed = 1, .n_pair = 2, .pair = twice
        };
        cr_assert_eq(talks_play(&map, &job, 1, &err), OK);
        for (uint64_t run = 0; run < runs; run++) {
            const struct talks_run *first = &map.run[run], *second = &map.run[runs + run];
            cr_expect_eq(first->outcome.package, second->outcome.package, "%zu", i);
            cr_expect_eq(first->outcome.day, second->outcome.day, "%zu", i);
            cr_expect_eq(first->value[0], second->value[0], "%zu", i);
            changed += first->outcome.day > 35; /* after events of all kinds */
        }
        talks_played_release(&map);
        trial_close(&t);
    }
    cr_assert_gt(changed, 20);
}
