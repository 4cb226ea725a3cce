/* test_enough.c - talks of three parties: when enough of them agree, and who moves */
#include "kit.h"
#include "three.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* Three parties for whom `deal` is worth 0.9, 0.8 and 0.7, and `none` nothing; what else is said of
 * each. */
static void add_deal(const char *const more[3])
{
    three_begin();
    three_add(" { name = \"x\"; levels = (\"none\", \"deal\"); } ); parties = (");
    for (int p = 0; p < 3; p++)
        three_add("%s{ name = \"p%d\"; weights = { x = 1; }; reservation = 0;"
                  " values = { x = { kind = \"levels\"; none = 0; deal = %g; }; }; %s }",
                  p ? ", " : "", p, 0.9 - 0.1 * p, more[p]);
    three_add(");");
}

#define REFUSES "bodies = ( { name = \"b\"; veto = true; no_deal = 1; } );"
#define PASSES "bodies = ( { name = \"b\"; veto = true; no_deal = 0.1; } );"

/* Bodies that refuse take their parties out of those that have accepted. */
Test(enough, an_agreement_falls_when_the_rest_are_not_enough)
{
    static const struct {
        const char *more[3], *rule;
        enum ending ending;
        uint64_t accepted, refused;
        size_t n_vote;
    } cases[] = {
        { { REFUSES, PASSES, PASSES }, "agreement = { quota = 2; };", ENDING_AGREEMENT, 6, 1, 3 },
        { { REFUSES, REFUSES, PASSES },
          "agreement = { quota = 2; };",
          ENDING_NOT_RATIFIED,
          0,
          3,
          2 },
        { { PASSES, REFUSES, PASSES }, "", ENDING_NOT_RATIFIED, 0, 2, 2 },
        { { REFUSES, PASSES, PASSES },
          "agreement = { quota = 2; vetoes = (\"p0\"); };",
          ENDING_NOT_RATIFIED,
          0,
          1,
          1 },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct trial t;
        struct watched w;
        size_t n_vote = 0;
        add_deal(cases[i].more);
        three_add(
            "%s talks = { rounds = 5; answers = \"all\"; " THREE(
                "strategy = \"micro\";") " ratification = ( { party = \"p0\"; body = \"b\"; }, { "
                                         "party = \"p1\"; body = \"b\"; },"
                                         "  { party = \"p2\"; body = \"b\"; } ); sends_back = "
                                         "false; };",
            cases[i].rule);
        trial_open(&t, three_text);
        const struct outcome end = trial_watch(&t, 0, &w).outcome;
        for (size_t d = 0; d < w.n; d++)
            n_vote += w.action[d].act == ACT_RATIFIES || w.action[d].act == ACT_REJECTS;
        cr_expect_eq(end.ending, cases[i].ending, "case %zu", i);
        cr_expect_eq(n_vote, cases[i].n_vote, "case %zu", i);
        cr_expect_eq(end.accepted, cases[i].accepted, "case %zu", i);
        cr_expect_eq(end.refused, cases[i].refused, "case %zu", i);
        trial_close(&t);
    }
}

/* What a mediator puts forward is agreed when enough take it. */
Test(enough, a_draft_and_a_final_offer_need_as_many_as_an_agreement)
{
    static const char *const plain[3] = { "", "", "" };
    static const char *const line[3] = {
        "red_lines = ( { issue = \"x\"; levels = \"deal\"; probability = 1; } );", "", ""
    };
    static const struct {
        const char *const *more;
        const char *rule, *mediator;
        enum ending ending;
        size_t by;
        uint64_t accepted, refused;
    } cases[] = {
        { line, "agreement = { quota = 2; };", "drafts = ( { on = 1; proposal = \"d\"; } );",
          ENDING_AGREEMENT, 2, 6, 0 },
        { plain, "", "drafts = ( { on = 1; proposal = \"d\"; } );", ENDING_AGREEMENT, 2, 7, 0 },
        { line, "", "drafts = ( { on = 1; proposal = \"d\"; } );", ENDING_DEADLINE, BY_NOBODY, 0,
          0 },
        { line, "agreement = { quota = 2; };",
          "single_text = true; starts = \"d\"; changes = \"in_turn\";", ENDING_AGREEMENT,
          BY_SEVERAL, 6, 0 },
        { line, "", "single_text = true; starts = \"d\"; passes = \"all\";", ENDING_FINAL_REFUSED,
          0, 0, 1 },
        { line, "agreement = { quota = 2; vetoes = (\"p0\"); };",
          "single_text = true; starts = \"d\"; passes = \"all\";", ENDING_FINAL_REFUSED, 0, 0, 1 },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const bool is_text = strstr(cases[i].mediator, "single_text");
        struct trial t;
        struct watched w;
        add_deal(cases[i].more);
        /* nobody offers anything: each waits for a proposal that is due after the end */
        three_add("%s proposals = ( { name = \"d\"; by = \"m\"; terms = { x = \"deal\"; }; } );"
                  "talks = { deadline = 2; round_days = 1; %s " THREE(
                      "strategy = \"stated\"; accepts = \"constant\"; accepts_share = 0.5;"
                      " stated = ( { on = 2; proposal = \"d\"; } );") " mediator = { %s }; };",
                  cases[i].rule, is_text ? "" : "answers = \"all\"; moves = \"one\";",
                  cases[i].mediator);
        trial_open(&t, three_text);
        const struct outcome end = trial_watch(&t, 0, &w).outcome;
        cr_expect_eq(end.ending, cases[i].ending, "case %zu: %s", i, ending_names[end.ending].text);
        cr_expect_eq(end.by, cases[i].by, "case %zu: %zu", i, end.by);
        cr_expect_eq(end.accepted, cases[i].accepted, "case %zu", i);
        cr_expect_eq(end.refused, cases[i].refused, "case %zu", i);
        trial_close(&t);
    }
}

/* Who moves first, over many runs: by the weights, within four standard errors. */
Test(enough, who_moves_by_lot_does_so_by_its_weight)
{
    enum { RUNS = 2000 };
    static const char *const plain[3] = { "", "", "" };
    static const double share[] = { 0.5, 0.3, 0.2 };
    double n[3] = { 0 };
    struct trial t;
    struct watched w;

    add_deal(plain);
    three_add("talks = { rounds = 5; answers = \"all\"; moves = \"random\"; parties = (");
    for (int p = 0; p < 3; p++)
        three_add("%s{ name = \"p%d\"; strategy = \"micro\"; recognition = %g; }", p ? ", " : "", p,
                  10 * share[p]);
    three_add("); };");
    trial_open(&t, three_text);
    for (uint64_t run = 0; run < RUNS; run++)
        n[trial_watch(&t, run, &w).outcome.offered_by]++;
    for (size_t p = 0; p < 3; p++)
        cr_assert_float_eq(n[p] / RUNS, share[p], 4 * sqrt(share[p] * (1 - share[p]) / RUNS), "%g",
                           n[p]);
    trial_close(&t);
}

static double worth_to_others(const struct world *w, size_t side, uint32_t package)
{
    double sum = 0;

    for (size_t j = 0; j < 3; j++)
        sum += j == side ? 0 : sides_utility(&w->sides, j, package);
    return sum;
}

/* Each offer, against a look at every package that meets its target. */
static void check_kindest(void *with, const struct talk *talk, const struct action *action)
{
    const struct world *w = &talk->world;
    size_t *n = with;
    double most = -INFINITY;

    if (action->act != ACT_OFFER)
        return;
    ++*n;
    for (uint32_t x = 0; x < w->package_index->n_package; x++)
        if (sides_utility(&w->sides, action->by, x) >= action->target - TIE)
            most = fmax(most, worth_to_others(w, action->by, x));
    cr_assert_float_eq(worth_to_others(w, action->by, action->package), most, 1e-9);
}

Test(enough, the_kindest_package_is_worth_most_to_all_others_together)
{
    const struct talks_pair own = { { NULL } };
    struct error err = { .code = OK };
    struct talks_run result;
    struct trial t;
    size_t n = 0;

    three_domain(kit_at(kit_vector("saop_three_polynomial"), "inputs.domain"));
    three_add("talks = { rounds = 12; " THREE("strategy = \"polynomial\"; offers = \"kindest\";"
                                              " pressure = -0.002;") " };");
    trial_open(&t, three_text);
    cr_assert_eq(talks_watch(&t.package_index, 1, 0, &own, check_kindest, &n, &result, &err), OK);
    cr_assert_gt(n, 10);
    trial_close(&t);
}

/* A rule that needs all is no other rule. */
Test(enough, a_quota_of_all_is_unanimity)
{
    json_t *domain = kit_at(kit_vector("saop_three_polynomial"), "inputs.domain");
    struct watched w[2];

    for (int rule = 0; rule < 2; rule++) {
        struct trial t;
        three_domain(domain);
        three_add("%s talks = { rounds = 12; " THREE("strategy = \"tit_for_tat\";") " };",
                  rule ? "agreement = { quota = 3; };" : "");
        trial_open(&t, three_text);
        cr_assert_not(t.s.talks->at_once);
        trial_watch(&t, 0, &w[rule]);
        trial_close(&t);
    }
    cr_assert_eq(w[0].n, w[1].n);
    for (size_t d = 0; d < w[0].n; d++) {
        cr_assert_eq(w[0].action[d].by, w[1].action[d].by);
        cr_assert_eq(w[0].action[d].package, w[1].action[d].package);
    }
}

/* Two parties of which one moves in a round: an offer put to the other at once is answered in its
 * round, else in the next. */
Test(enough, an_offer_at_once_is_answered_in_its_round)
{
    for (int at_once = 0; at_once < 2; at_once++) {
        struct trial t;
        struct watched w;
        three_begin();
        three_add(" { name = \"x\"; levels = (\"none\", \"deal\"); } ); parties = (");
        for (int p = 0; p < 2; p++)
            three_add("%s{ name = \"p%d\"; weights = { x = 1; }; reservation = 0;"
                      " values = { x = { kind = \"levels\"; none = 0; deal = 1; }; }; }",
                      p ? ", " : "", p);
        three_add("); talks = { rounds = 5; moves = \"one\"; answers = \"%s\"; parties = ("
                  " { name = \"p0\"; strategy = \"micro\"; },"
                  " { name = \"p1\"; strategy = \"micro\"; } ); };",
                  at_once ? "all" : "in_turn");
        trial_open(&t, three_text);
        const struct outcome end = trial_watch(&t, 0, &w).outcome;
        cr_assert_eq(end.ending, ENDING_AGREEMENT);
        cr_assert_eq(end.by, 1);
        cr_assert_eq(end.n_round, at_once ? 1 : 2);
        trial_close(&t);
    }
}
