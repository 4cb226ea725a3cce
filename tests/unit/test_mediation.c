/* test_mediation.c - mediators, events and the pilot step in talks */
#include "credibility.h"
#include "kit.h"
#include "mean_case.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Clauses as issues without and with: values by weights, as sums from the lowest to the highest. */
Test(mediation, snt_hillclimb)
{
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("snt_hillclimb");
    static char text[4000];
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, sizeof text - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = (");
    for (int k = 0; k < 4; k++)
        ADD("%s{ name = \"c%d\"; levels = (\"out\", \"in\"); }", k ? ", " : "", k);
    ADD("); parties = (");
    for (int p = 0; p < 2; p++) {
        ADD("%s{ name = \"p%d\"; reservation = -1; weights = {", p ? ", " : "", p);
        for (int k = 0; k < 4; k++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.W%c.%d", "AB"[p], k);
            ADD("c%d = %g;", k, fabs(kit_number(v, path)));
        }
        ADD("}; values = {");
        for (int k = 0; k < 4; k++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.W%c.%d", "AB"[p], k);
            bool wants = kit_number(v, path) > 0;
            ADD("c%d = { kind = \"levels\"; out = %d; in = %d; };", k, !wants, wants);
        }
        ADD("}; }");
    }
    ADD("); proposals = ( { name = \"blank\"; by = \"m\"; terms = { c0 = \"out\"; c1 = \"out\";"
        " c2 = \"out\"; c3 = \"out\"; }; } );"
        "talks = { rounds = 8; parties = ( { name = \"p0\"; strategy = \"micro\"; },"
        " { name = \"p1\"; strategy = \"micro\"; } ); mediator = { single_text = true;"
        " starts = \"blank\"; changes = \"in_turn\"; }; };");
#undef ADD
    trial_open(&t, text);
    struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(run.outcome.ending, ENDING_AGREEMENT);
    for (size_t k = 0; k < 4; k++) {
        char path[40];
        snprintf(path, sizeof path, "expected.final.%zu", k);
        cr_assert_eq(grid_level(&t.s.grid, run.outcome.package, k), (size_t)kit_number(v, path));
    }
    trial_close(&t);
    static const double temperature[] = { 1, 0.5, 0.1 };
    static const char *const keys[] = { "T=1", "T=0.5", "T=0.1" };
    for (size_t i = 0; i < 3; i++) {
        json_t *want = json_object_get(kit_at(v, "expected.anneal_accept_prob_B_clause1"), keys[i]);
        cr_assert_float_eq(mediator_vote(kit_number(v, "inputs.WB.0"), temperature[i]),
                           json_number_value(want), 1e-6);
    }
}

Test(mediation, credibility)
{
    static const char *const ids[] = { "kydd_biased", "kydd_unbiased", "kydd_wrong_side",
                                       "kydd_safe" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const struct credibility k = { .p = kit_number(v, "inputs.p"),
                                       .cost = kit_number(v, "inputs.c1"),
                                       .low = kit_number(v, "inputs.c_low"),
                                       .high = kit_number(v, "inputs.c_high"),
                                       .phi = kit_number(v, "inputs.phi"),
                                       .bias = kit_number(v, "inputs.bias"),
                                       .war_cost = kit_number(v, "inputs.k") };
        const struct credibility_result r = credibility_solve(&k);
        cr_assert_float_eq(r.safe, kit_number(v, "expected.x_safe"), 1e-6);
        cr_assert_float_eq(r.risky, kit_number(v, "expected.x_risky"), 1e-6);
        cr_assert_float_eq(r.threshold, kit_number(v, "expected.phi_threshold"), 1e-6);
        cr_assert_eq(r.demands_risky, strcmp(kit_text(v, "expected.demand_without"), "risky") == 0,
                     "%s", ids[i]);
        cr_assert_eq(r.credible, json_is_true(kit_at(v, "expected.credible")), "%s", ids[i]);
        cr_assert_float_eq(r.war_without, kit_number(v, "expected.war_without"), 1e-6);
        cr_assert_float_eq(r.value_without, kit_number(v, "expected.value1_without"), 1e-6);
        cr_assert_float_eq(r.war_with, kit_number(v, "expected.war_with"), 1e-6);
        cr_assert_float_eq(r.value_with, kit_number(v, "expected.value1_with"), 1e-6);
    }
}

/* Two parties with nothing to agree on, and an event that ends the talks: the share that is not
 * ended, and the mean day of the end, within four standard errors of 20000 runs. */
Test(mediation, event_hazard)
{
    json_t *v = kit_vector("event_hazard");
    const double n = 20000, T = kit_number(v, "inputs.T"),
                 want = kit_number(v, "expected.prob_none");
    static char text[2000];
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    const struct talks_pair own = { { NULL, NULL } };
    double none = 0, sum = 0, squares = 0;
    struct trial t;

    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); } );"
             "parties = ( { name = \"p0\"; weights = { x = 1; }; reservation = 2;"
             "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
             " { name = \"p1\"; weights = { x = 1; }; reservation = 2;"
             "  values = { x = { kind = \"linear\"; worst = 1; best = 0; }; }; } );"
             "talks = { deadline = %g; round_days = 7; parties = ("
             " { name = \"p0\"; strategy = \"polynomial\"; }, { name = \"p1\"; strategy = "
             "\"micro\"; } );"
             " events = ( { name = \"fall\"; hazard = %g; ends = true; } ); };",
             T, kit_number(v, "inputs.h"));
    trial_open(&t, text);
    struct talks_played map = {
        .package_index = &t.package_index, .runs = (uint64_t)n, .seed = 3, .n_pair = 1, .pair = &own
    };
    cr_assert_eq(talks_play(&map, &job, 0, &err), OK);
    for (uint64_t i = 0; i < map.runs; i++) {
        const struct outcome *end = &map.run[i].outcome;
        none += end->ending == ENDING_DEADLINE;
        sum += end->day;
        squares += end->day * end->day;
        cr_assert(end->ending == ENDING_DEADLINE || end->event == &t.s.talks->event[0]);
    }
    const double mean = sum / n, histogram = sqrt((squares / n - mean * mean) / n);
    cr_assert_float_eq(none / n, want, 4 * sqrt(want * (1 - want) / n), "%g", none / n);
    cr_assert_float_eq(mean, kit_number(v, "expected.mean_time_or_T"), 4 * histogram, "%g", mean);
    talks_played_release(&map);
    trial_close(&t);
}

/* Before the pilot step a party asks for risk times broken over kept promises, 0.3 here; after its
 * success for half of that (one kept promise more), after its failure for twice as much. */
Test(mediation, a_pilot_step_changes_what_is_asked)
{
    static char text[6000], talks[1000];
    static struct watched w;

    for (int works = 0; works < 2; works++) {
        struct trial t;
        size_t n[2] = { 0 };
        snprintf(talks, sizeof talks,
                 "talks = { deadline = 20; round_days = 1; parties = ("
                 " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.001; risk = 0.3; },"
                 " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000;"
                 "   accepts = \"constant\"; accepts_share = 1; } );"
                 " mediator = { pilot = { on = 10; works = %d; kept = 1; broken = 1; }; }; };",
                 works);
        trial_small("", talks, sizeof text, text);
        trial_open(&t, text);
        trial_watch(&t, 0, &w);
        for (size_t i = 0; i < w.n; i++) {
            const struct action *d = &w.action[i];
            if (d->act != ACT_OFFER || d->by != 0 || d->when.day == 0)
                continue;
            const bool before = d->when.day < 10;
            n[before]++;
            cr_assert_float_eq(d->target,
                               before  ? 0.3
                               : works ? 0.15
                                       : 0.6,
                               0.01, "day %g: %g", d->when.day, d->target);
        }
        cr_assert(n[0] > 5 && n[1] > 5, "%zu and %zu offers", n[0], n[1]);
        trial_close(&t);
    }
}

/* Nobody moves before a final offer, and the mediator knows all: what it offers is on the table of
 * its day, so that all can agree to it. */
Test(mediation, a_final_offer_keeps_to_the_table)
{
    static const char *const event[] = { "on = 5; removes = { terms = \"b\"; };",
                                         "on = 15; adds = { terms = \"b\"; };" };
    static char text[6000], talks[1000];
    static struct watched w;
    size_t n = 0;

    for (size_t i = 0; i < COUNT_OF(event); i++) {
        struct trial t;
        snprintf(talks, sizeof talks,
                 "talks = { deadline = 20; round_days = 1; parties = ("
                 " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; },"
                 " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
                 " mediator = { final_on = 10; knows = 1; };"
                 " events = ( { name = \"table\"; %s } ); };",
                 event[i]);
        trial_small("", talks, sizeof text, text);
        trial_open(&t, text);
        for (uint64_t run = 0; run < 200; run++) {
            const struct talks_run r = trial_watch(&t, run, &w);
            for (size_t d = 0; d < w.n; d++)
                if (w.action[d].act == ACT_FINAL) {
                    n++;
                    cr_assert_neq(grid_level(&t.s.grid, w.action[d].package, 1), 1);
                    cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT);
                }
        }
        trial_close(&t);
    }
    cr_assert_gt(n, 300, "%zu final offers", n);
}

/* A weight that would fall to nothing leaves a party that cares about nothing: it does not. */
Test(mediation, a_shift_of_weights_leaves_something_to_care_about)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    trial_small(
        "",
        "talks = { deadline = 20; round_days = 1; parties = ("
        " { name = \"p\"; strategy = \"polynomial\"; },"
        " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } ); events = ("
        "  { name = \"a\"; on = 2; party = \"p\"; issue = \"price\"; shift_weight = -9; },"
        "  { name = \"b\"; on = 3; party = \"p\"; issue = \"terms\"; shift_weight = -9; } ); };",
        sizeof text, text);
    trial_open(&t, text);
    trial_watch(&t, 0, &w);
    size_t late = 0;
    for (size_t i = 0; i < w.n; i++)
        late += w.action[i].act == ACT_OFFER && w.action[i].by == 0 && w.action[i].when.day > 3;
    cr_assert_gt(late, 0);
    trial_close(&t);
}

/* The same of a veto holder, which cares about the price alone: the shift that would take even that
 * from it does not count, and talks go on as without it. */
Test(mediation, a_shift_of_weights_leaves_a_veto_holder_something_to_care_about)
{
    static const char *const event[] = {
        "", "{ name = \"a\"; on = 2; party = \"p\"; issue = \"price\"; shift_weight = -9; }"
    };
    static char text[6000], more[1000];
    static struct watched w;
    struct talks_run run[2];
    struct trial t;

    for (uint64_t draw = 0; draw < 10; draw++) {
        for (size_t i = 0; i < 2; i++) {
            snprintf(more, sizeof more,
                     "talks = { deadline = 20; round_days = 1; parties = ("
                     " { name = \"p\"; strategy = \"polynomial\"; },"
                     " { name = \"q\"; strategy = \"polynomial\"; } ); events = ( %s ); };",
                     event[i]);
            trial_small("bodies = ( { name = \"council\"; veto = true;"
                        " weights = { terms = -9; }; } );",
                        more, sizeof text, text);
            trial_open(&t, text);
            run[i] = trial_watch(&t, draw, &w);
            trial_close(&t);
        }
        cr_assert_eq(run[0].outcome.package, run[1].outcome.package);
        cr_assert_eq(run[0].outcome.day, run[1].outcome.day);
        cr_assert_eq(run[0].surplus[0], run[1].surplus[0]);
    }
}

/* What a mediator does not know it takes from an independent draw, so that as `knows` falls its
 * final offer is refused more often, by one side, by the other or by both; one that knows all is
 * never refused. */
Test(mediation, who_knows_less_is_refused_more_often)
{
    static const char *const knows[] = { "1", "0.6", "0" };
    const struct talks_pair own = { { NULL, NULL } };
    static char text[6000], talks[1000];
    size_t refused[3] = { 0 }, by[BY_NOBODY + 1] = { 0 };

    for (size_t i = 0; i < COUNT_OF(knows); i++) {
        struct error err = { .code = OK };
        struct pool_job job = { .tick = NULL };
        struct trial t;
        snprintf(
            talks, sizeof talks,
            "talks = { deadline = 20; round_days = 1; parties = ("
            " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; pressure = 0.01; },"
            " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; pressure = 0.02; } );"
            " mediator = { final_on = 10; rule = \"egalitarian\"; knows = %s; }; };",
            knows[i]);
        trial_small("", talks, sizeof text, text);
        trial_open(&t, text);
        struct talks_played map = {
            .package_index = &t.package_index, .runs = 400, .seed = 2, .n_pair = 1, .pair = &own
        };
        cr_assert_eq(talks_play(&map, &job, 1, &err), OK);
        for (uint64_t run = 0; run < map.runs; run++) {
            const struct talks_run *r = &map.run[run];
            const bool is_refused = r->outcome.ending == ENDING_FINAL_REFUSED;
            refused[i] += is_refused;
            if (is_refused)
                by[r->outcome.by]++;
            cr_assert(isnan(r->put_day) || r->put_day == 10);
            cr_assert(!is_refused || r->put_day == 10);
            if (r->outcome.ending == ENDING_AGREEMENT && r->put_day == 10)
                cr_assert_eq(r->outcome.offered_by, BY_MEDIATOR);
        }
        talks_played_release(&map);
        trial_close(&t);
    }
    cr_assert_eq(refused[0], 0);
    cr_assert(refused[2] > refused[1] && refused[1] > 0, "%zu, %zu", refused[1], refused[2]);
    cr_assert(by[0] > 0 && by[1] > 0 && by[BY_MEDIATOR] == 0 && by[BY_NOBODY] == 0);
}

/* Who was told the other's limit holds out for it while they exchange offers; of a text to take or
 * leave it asks no more than without. */
Test(mediation, who_was_told_takes_a_final_offer_that_it_gains_from)
{
    static char text[6000];
    static struct watched w;
    struct trial t;
    size_t n = 0;

    trial_small("",
                "talks = { deadline = 20; round_days = 1; parties = ("
                " { name = \"p\"; strategy = \"polynomial\"; },"
                " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
                " mediator = { final_on = 10; tells = \"p\"; bias = 0.1; }; };",
                sizeof text, text);
    trial_open(&t, text);
    for (uint64_t run = 0; run < 50; run++) {
        const struct talks_run r = trial_watch(&t, run, &w);
        n += r.put_day == 10;
        cr_assert(isnan(r.put_day) || r.outcome.ending == ENDING_AGREEMENT);
    }
    cr_assert_gt(n, 20, "%zu final offers", n);
    trial_close(&t);
}

/* Nothing is in doubt and the mediator knows all: with phases, too, its final offer is the Nash
 * solution, which the look at the mean finds in another way. */
Test(mediation, a_final_offer_with_phases_is_the_solution)
{
    static const char text[] =
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"x\"; from = 0; to = 9; step = 1; shares = (1); by = \"p\"; },"
        "           { name = \"y\"; from = 0; to = 9; step = 1; shares = (1); by = \"q\"; } );"
        "parties = ( { name = \"p\"; weights = { x = 1; y = 1.5; }; no_deal = 0.1; keeps_word = 1;"
        "  values = { x = { kind = \"linear\"; worst = 9; best = 0; };"
        "             y = { kind = \"power\"; worst = 0; best = 9; exponent = 0.7; }; }; },"
        " { name = \"q\"; weights = { x = 2; y = 1; }; no_deal = 0.1; keeps_word = 1;"
        "  values = { x = { kind = \"power\"; worst = 0; best = 9; exponent = 0.6; };"
        "             y = { kind = \"linear\"; worst = 9; best = 0; }; }; } );"
        "phases = ( { name = \"one\"; days = 40; turns = 3; order = (\"p\", \"q\"); } );"
        "talks = { deadline = 20; round_days = 1; parties = ("
        " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; },"
        " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
        " mediator = { final_on = 10; knows = 1; rule = \"nash\"; }; };";
    struct error err = { .code = OK };
    static struct watched w;
    struct mean_case mean_case;
    struct trial t;
    size_t n = 0;

    trial_open(&t, text);
    cr_assert_eq(mean_case_init(&mean_case, &t.layout, &err), OK);
    const struct chosen *nash = &mean_case.solutions.of[SOLUTION_NASH];
    cr_assert(nash->found && nash->equals == 1);
    const struct talks_run r = trial_watch(&t, 0, &w);
    for (size_t d = 0; d < w.n; d++)
        if (w.action[d].act == ACT_FINAL) {
            n++;
            cr_assert_eq(w.action[d].package, nash->package);
        }
    cr_assert_eq(n, 1);
    cr_assert_eq(r.outcome.package, nash->package);
    mean_case_release(&mean_case);
    trial_close(&t);
}

/* An event takes the text's terms off the table: the text goes on with the first that are left, and
 * is put to the parties anew. */
Test(mediation, a_text_keeps_to_the_table)
{
    static const char talks[] =
        "proposals = ( { name = \"draft\"; by = \"m\"; terms = { price = 10; terms = \"b\"; }; } );"
        "talks = { deadline = 6; round_days = 1; parties = ("
        " { name = \"p\"; strategy = \"micro\"; }, { name = \"q\"; strategy = \"micro\"; } );"
        " mediator = { single_text = true; starts = \"draft\"; changes = \"in_turn\"; };"
        " events = ( { name = \"table\"; on = 0.5; removes = { terms = (\"a\", \"b\"); }; } ); };";
    static char text[6000];
    static struct watched w;
    struct trial t;
    size_t n = 0;

    trial_small("", talks, sizeof text, text);
    trial_open(&t, text);
    trial_watch(&t, 0, &w);
    for (size_t d = 0; d < w.n; d++)
        if (w.action[d].act == ACT_TEXT) {
            const size_t terms = grid_level(&t.s.grid, w.action[d].package, 1);
            cr_expect_eq(terms, w.action[d].when.day < 0.5 ? 1 : 2, "day %g", w.action[d].when.day);
            if (n++ == 1)
                cr_expect_eq(grid_level(&t.s.grid, w.action[d].package, 0), 10, "the price stays");
        }
    cr_assert_geq(n, 2);
    trial_close(&t);
}
