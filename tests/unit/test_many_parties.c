/* test_many_parties.c - talks of three parties and more, offer by offer
 *
 * Vectors: tests/theory_vectors.json, each with two ways to its numbers. */
#include "kit.h"
#include "three.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static enum act act_named(const char *name)
{
    int found;

    cr_assert(name_find(ACT_COUNT, act_names, name, &found), "no act '%s'", name);
    return (enum act)found;
}

/* What was done, against rows of round, party from 1, act, levels, target. */
static void check_trace(const struct trial *t, const struct watched *w, json_t *trace)
{
    json_t *row, *level;
    size_t i, k;

    json_array_foreach(trace, i, row)
    {
        const struct action *a = &w->action[i];
        cr_assert_lt(i, w->n, "only %zu acts", w->n);
        cr_assert_eq(a->when.round, (size_t)kit_number(row, "0"), "act %zu", i);
        cr_assert_eq(a->by + 1, (size_t)kit_number(row, "1"), "act %zu", i);
        cr_assert_eq(a->act, act_named(kit_text(row, "2")), "act %zu", i);
        cr_assert_float_eq(a->target, kit_number(row, "4"), 1e-9, "act %zu", i);
        json_array_foreach(kit_at(row, "3"), k, level) cr_assert_eq(
            grid_level(&t->s.grid, a->package, k), (size_t)json_integer_value(level), "act %zu", i);
    }
    cr_assert_eq(w->n, json_array_size(trace));
}

static void check_vector(const char *id, const char *rule, const char *answers, uint64_t accepted)
{
    json_t *v = kit_vector(id), *level, *exponent;
    struct trial t;
    struct watched w;
    size_t i;

    three_domain(kit_at(v, "inputs.domain"));
    three_add("%s talks = { rounds = %g; moves = \"%s\"; %s parties = (", rule,
              kit_number(v, "inputs.rounds"), kit_text(v, "inputs.moves"), answers);
    json_array_foreach(kit_at(v, "inputs.exponent"), i, exponent)
        three_add("%s{ name = \"p%zu\"; strategy = \"polynomial\"; exponent = %g; }", i ? ", " : "",
                  i, json_number_value(exponent));
    three_add("); };");
    trial_open(&t, three_text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    check_trace(&t, &w, kit_at(v, "expected.trace"));
    cr_assert_eq(run.outcome.ending, ENDING_AGREEMENT);
    cr_assert_eq(run.outcome.n_round, (size_t)kit_number(v, "expected.round") + 1);
    cr_assert_eq(run.outcome.accepted, accepted);
    json_array_foreach(kit_at(v, "expected.agreement"), i, level) cr_assert_eq(
        grid_level(&t.s.grid, run.outcome.package, i), (size_t)json_integer_value(level));
    json_array_foreach(kit_at(v, "expected.surplus"), i, level)
        cr_assert_float_eq(run.surplus[i], json_number_value(level), 1e-9);
    trial_close(&t);
}

Test(many_parties, an_offer_stands_until_all_have_accepted_it)
{
    check_vector("saop_three_polynomial", "", "", 7);
}

/* The third takes the second's offer, and the first is not asked. */
Test(many_parties, an_offer_is_agreed_as_soon_as_enough_have_accepted_it)
{
    check_vector("saop_three_two_of_three", "agreement = { quota = 2; };", "answers = \"in_turn\";",
                 6);
}

/* Where not all must accept, offers are put to all at once unless the scenario says otherwise. */
Test(many_parties, an_offer_is_put_to_all_at_once)
{
    check_vector("votes_three_two_of_three", "agreement = { quota = 2; };", "", 6);
    check_vector("votes_three_two_of_three", "agreement = { quota = 2; };", "answers = \"all\";",
                 6);
    check_vector("votes_three_one_moves", "", "answers = \"all\";", 7);
}

/* The packages of a vector as levels of one issue, and their parties. */
static void add_packages(json_t *v)
{
    json_t *packages = kit_at(v, "inputs.packages"), *u;
    const char *name;
    size_t n = 0;

    three_begin();
    three_add(" { name = \"x\"; levels = (");
    json_object_foreach(packages, name, u) three_add("%s\"%s\"", n++ ? ", " : "", name);
    three_add("); } ); parties = (");
    for (size_t p = 0; p < 3; p++) {
        char path[40];
        snprintf(path, sizeof path, "inputs.no_deal.%zu", p);
        three_add("%s{ name = \"p%zu\"; weights = { x = 1; }; reservation = %.17g;"
                  " values = { x = { kind = \"levels\";",
                  p ? ", " : "", p, kit_number(v, path));
        json_object_foreach(packages, name, u)
            three_add(" %s = %.17g;", name, json_number_value(json_array_get(u, p)));
        three_add(" }; }; }");
    }
    three_add(");");
}

Test(many_parties, micro_follows_the_one_that_has_said_the_fewest_packages)
{
    json_t *v = kit_vector("micro_three"), *row;
    struct trial t;
    struct watched w;
    size_t i;

    add_packages(v);
    three_add("talks = { rounds = 10; " THREE("strategy = \"micro\";") " };");
    trial_open(&t, three_text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    json_array_foreach(kit_at(v, "expected.trace"), i, row)
    {
        cr_assert_lt(i, w.n);
        cr_assert_eq(w.action[i].by + 1, (size_t)kit_number(row, "0"), "act %zu", i);
        cr_assert_eq(w.action[i].act, act_named(kit_text(row, "1")), "act %zu", i);
        cr_assert_str_eq(t.s.issue[0].label[w.action[i].package], kit_text(row, "2"), "act %zu", i);
    }
    cr_assert_eq(w.n, i);
    cr_assert_str_eq(t.s.issue[0].label[run.outcome.package], kit_text(v, "expected.agreement"));
    trial_close(&t);
}

Test(many_parties, tit_for_tat_replies_to_the_one_that_conceded_least)
{
    json_t *v = kit_vector("tft_reply_n"), *want;
    size_t i;

    json_array_foreach(kit_at(v, "expected.reply"), i, want)
    {
        double before[2], now[2], mine;
        for (size_t j = 0; j < 2; j++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.before.%zu.%zu", i, j);
            before[j] = kit_number(v, path);
            snprintf(path, sizeof path, "inputs.now.%zu.%zu", i, j);
            now[j] = kit_number(v, path);
        }
        mine = json_number_value(json_array_get(kit_at(v, "inputs.mine"), i));
        cr_assert_float_eq(tit_for_tat_reply_to_all(2, before, now, mine,
                                                    kit_number(v, "inputs.low"),
                                                    kit_number(v, "inputs.high")),
                           json_number_value(want), 1e-9, "%zu", i);
    }
}

/* Clauses as issues without and with, as in test_mediation.c; each vote of the vector is a round,
 * and the text changes in those in which it passes. */
static void check_text(const char *id, const char *rule, const char *passes)
{
    json_t *v = kit_vector(id), *row, *weight;
    struct trial t;
    struct watched w;
    size_t p, k, i, at = 1;

    three_begin();
    for (k = 0; k < 4; k++)
        three_add("%s{ name = \"c%zu\"; levels = (\"out\", \"in\"); }", k ? ", " : "", k);
    three_add("); parties = (");
    json_array_foreach(kit_at(v, "inputs.W"), p, row)
    {
        three_add("%s{ name = \"p%zu\"; reservation = -1; weights = {", p ? ", " : "", p);
        json_array_foreach(row, k, weight)
            three_add("c%zu = %g;", k, fabs(json_number_value(weight)));
        three_add("}; values = {");
        json_array_foreach(row, k, weight)
            three_add("c%zu = { kind = \"levels\"; out = %d; in = %d; };", k,
                      json_number_value(weight) < 0, json_number_value(weight) > 0);
        three_add("}; }");
    }
    three_add(
        "); proposals = ( { name = \"blank\"; by = \"m\"; terms = { c0 = \"out\"; c1 = \"out\";"
        " c2 = \"out\"; c3 = \"out\"; }; } ); %s"
        "talks = { rounds = %zu; " THREE(
            "strategy = \"micro\";") " mediator = { single_text = true; starts = \"blank\"; "
                                     "changes = \"in_turn\"; %s }; };",
        rule, json_array_size(kit_at(v, "expected.votes")) + 1, passes);
    trial_open(&t, three_text);
    const struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(w.action[0].act, ACT_TEXT);
    json_array_foreach(kit_at(v, "expected.votes"), i, row)
    {
        if (kit_number(row, "4") == 0)
            continue;
        cr_assert_eq(w.action[at].act, ACT_TEXT, "vote %zu", i);
        cr_assert_eq(w.action[at].when.round, i);
        cr_assert_neq(
            grid_level(&t.s.grid, w.action[at].package, (size_t)kit_number(row, "0") - 1),
            grid_level(&t.s.grid, w.action[at - 1].package, (size_t)kit_number(row, "0") - 1));
        at++;
    }
    cr_assert_eq(w.action[at].act, ACT_FINAL);
    json_array_foreach(kit_at(v, "expected.final"), k, weight) cr_assert_eq(
        grid_level(&t.s.grid, run.outcome.package, k), (size_t)json_integer_value(weight));
    cr_assert_eq(run.outcome.by, (size_t)BY_ALL);
    trial_close(&t);
}

Test(many_parties, a_change_of_the_text_needs_as_many_votes_as_an_agreement)
{
    check_text("snt_three_all", "", "");
    check_text("snt_three_two", "agreement = { quota = 2; };", "");
    check_text("snt_three_all", "agreement = { quota = 2; };", "passes = \"all\";");
}

/* The vector's path, from each of its turns on: as many rounds as are left, of one move each. */
static void check_lookahead(const char *id, const char *rule)
{
    json_t *v = kit_vector(id), *row;
    const size_t n_turn = (size_t)kit_number(v, "inputs.T");
    size_t k;

    json_array_foreach(kit_at(v, "expected.path"), k, row)
    {
        struct trial t;
        struct watched w;
        add_packages(v);
        three_add("%s talks = { rounds = %zu; moves = \"one\"; answers = \"all\"; parties = (",
                  rule, n_turn - k);
        for (size_t i = 0; i < 3; i++)
            three_add("%s{ name = \"p%zu\"; strategy = \"rational\"; }", i ? ", " : "",
                      ((size_t)kit_number(row, "1") - 1 + i) % 3);
        three_add("); };");
        trial_open(&t, three_text);
        const struct talks_run run = trial_watch(&t, 0, &w);
        cr_assert_eq(run.outcome.n_round, 1);
        cr_assert_str_eq(t.s.issue[0].label[w.action[0].package], kit_text(row, "2"), "turn %zu",
                         k);
        cr_assert_eq(run.outcome.package, w.action[0].package);
        for (size_t i = 0; i < 3 && k == 0; i++) {
            char path[40];
            snprintf(path, sizeof path, "expected.value.%zu", i);
            cr_assert_float_eq(run.surplus[i], kit_number(v, path), 1e-9);
        }
        trial_close(&t);
    }
}

Test(many_parties, who_looks_ahead_offers_what_enough_others_take)
{
    check_lookahead("rational_three_all", "");
    check_lookahead("rational_three_two", "agreement = { quota = 2; };");
}
