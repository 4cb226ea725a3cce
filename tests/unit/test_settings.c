/* test_settings.c - every setting of talks does what it says: small ones with an end by hand */
#include "kit.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static struct watched w;

/* Packages are the levels of one issue, k0, k1, ...: worth[i] is a list of what they are worth to
 * the sides p and q, whose reservations are these.  Proposals are called as the levels are. */
static struct talks_run play(size_t n, const char *const utility[PAIR][8],
                             const char *const reservation[PAIR], const char *talks, uint64_t run,
                             struct trial *t)
{
    static char text[8000];
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, sizeof text - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = ( { name = \"deal\"; levels = (");
    for (size_t k = 0; k < n; k++)
        ADD("%s\"k%zu\"", k ? ", " : "", k);
    ADD("); } ); parties = (");
    for (size_t i = 0; i < PAIR; i++) {
        ADD("%s{ name = \"%c\"; reservation = %s; weights = { deal = 1; }; values = { deal = {"
            " kind = \"levels\";",
            i ? ", " : "", "pq"[i], reservation[i]);
        for (size_t k = 0; k < n; k++)
            ADD(" k%zu = %s;", k, utility[i][k]);
        ADD(" }; }; }");
    }
    ADD("); proposals = (");
    for (size_t k = 0; k < n; k++)
        ADD("%s{ name = \"k%zu\"; by = \"q\"; terms = { deal = \"k%zu\"; }; }", k ? ", " : "", k,
            k);
    ADD("); talks = { %s };", talks);
#undef ADD
    trial_open(t, text);
    return trial_watch(t, run, &w);
}

static const char *const nothing_asked[PAIR] = { "0", "0" };

/* Target 1 - t; rounds are at t = 0.1, 0.2, ...  The other offers k0, worth 0.5, and k4, worth 0.2,
 * from day 4 on; the first that can be answered is that of the first round, in the second. */
Test(settings, acceptance)
{
    static const char *const utility[PAIR][8] = { { "0.5", "0.6", "1", "0", "0.2" },
                                                  { "0.8", "0.85", "0", "1", "0.9" } };
    static const struct {
        const char *rule;
        double time, surplus; /* of the agreement; NAN for none */
    } cases[] = {
        { "accepts = \"target\";", 0.8, 0.2 }, /* k4 is there before the target is 0.5 */
        { "accepts = \"next\"; offers = \"kindest\";", 0.8, 0.2 },
        { "accepts = \"constant\"; accepts_share = 0.5;", 0.2, 0.5 },
        { "accepts = \"constant\"; accepts_share = 0.6;", NAN, NAN },
        { "accepts = \"time\"; accepts_after = 0.3;", 0.3, 0.5 },
        { "accepts = \"time\"; accepts_after = 0.6;", 0.6, 0.2 },
        { "accepts = \"combined\"; accepts_after = 0.3;", 0.3, 0.5 },
        { "accepts = \"combined\"; accepts_after = 0.6; offers = \"kindest\";", 0.8, 0.2 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char talks[800];
        struct trial t;
        snprintf(talks, sizeof talks,
                 "rounds = 9; parties = ( { name = \"p\"; strategy = \"polynomial\"; %s },"
                 " { name = \"q\"; strategy = \"stated\"; accepts = \"constant\";"
                 "   accepts_share = 1; stated = ( { on = 0; proposal = \"k0\"; },"
                 "   { on = 4; proposal = \"k4\"; } ); } );",
                 cases[i].rule);
        const struct talks_run r = play(5, utility, nothing_asked, talks, 0, &t);
        if (isnan(cases[i].time)) {
            cr_assert_eq(r.outcome.ending, ENDING_DEADLINE, "%s", cases[i].rule);
        } else {
            cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT, "%s", cases[i].rule);
            cr_assert_float_eq(w.action[w.n - 1].when.time, cases[i].time, 1e-9, "%s: %g",
                               cases[i].rule, w.action[w.n - 1].when.time);
            cr_assert_float_eq(r.surplus[0], cases[i].surplus, 1e-9, "%s", cases[i].rule);
        }
        trial_close(&t);
    }
}

/* Of a package, the other's next is worth 0.6: at target 0.5 an offer of 0.5 is refused. */
Test(settings, next_is_not_target)
{
    static const char *const utility[PAIR][8] = { { "0.5", "0.6", "1", "0" },
                                                  { "0.8", "0.85", "0", "1" } };
    for (int next = 0; next < 2; next++) {
        char talks[600];
        struct trial t;
        snprintf(talks, sizeof talks,
                 "rounds = 9; parties = ( { name = \"p\"; strategy = \"polynomial\";"
                 " offers = \"kindest\"; accepts = \"%s\"; },"
                 " { name = \"q\"; strategy = \"stated\"; accepts = \"constant\";"
                 "   accepts_share = 1; stated = ( { on = 0; proposal = \"k0\"; } ); } );",
                 next ? "next" : "target");
        const struct talks_run r = play(4, utility, nothing_asked, talks, 0, &t);
        cr_assert_eq(r.outcome.ending, next ? ENDING_DEADLINE : ENDING_AGREEMENT);
        cr_assert(next || fabs(w.action[w.n - 1].when.time - 0.5) < 1e-9);
        trial_close(&t);
    }
}

static size_t offers_by(size_t side)
{
    size_t n = 0;
    for (size_t i = 0; i < w.n; i++)
        n += w.action[i].act == ACT_OFFER && w.action[i].by == side;
    return n;
}

#define STUBBORN                                                                    \
    "parties = ( { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; %s }," \
    " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
static const char *const opposed[PAIR][8] = { { "0.9", "0.1" }, { "0.1", "0.9" } };

Test(settings, who_moves_and_when_talks_break_down)
{
    static const char *const recognition[] = { "1", "0", "0.5" };
    struct trial t;
    char talks[600];

    for (size_t i = 0; i < COUNT_OF(recognition); i++) {
        snprintf(talks, sizeof talks,
                 "rounds = 40; moves = \"random\"; recognition = %s; " STUBBORN, recognition[i],
                 "");
        play(2, opposed, nothing_asked, talks, 0, &t);
        cr_assert(i == 1 ? offers_by(0) == 0 : offers_by(0) > 5, "%zu", offers_by(0));
        cr_assert(i == 0 ? offers_by(1) == 0 : offers_by(1) > 5, "%zu", offers_by(1));
        trial_close(&t);
    }
    snprintf(talks, sizeof talks, "rounds = 40; breakdown = 1; " STUBBORN, "");
    struct talks_run r = play(2, opposed, nothing_asked, talks, 0, &t);
    cr_assert(r.outcome.ending == ENDING_BREAKDOWN && r.outcome.n_round == 1);
    trial_close(&t);
}

/* A move of no deal by 0.01 a day takes that from what an agreement is worth; a weight that grows
 * from one to two of three makes 0.5 two thirds. */
Test(settings, pressure_and_weights)
{
    static const char *const utility[PAIR][8] = { { "0.5", "0" }, { "0.5", "1" } };
    struct trial t;
    char text[4000];

    struct talks_run r =
        play(2, utility, nothing_asked,
             "deadline = 30; round_days = 5; parties = ( { name = \"p\"; strategy ="
             " \"polynomial\"; accepts = \"constant\"; accepts_share = 0.1; pressure = 0.01; },"
             " { name = \"q\"; strategy = \"stated\"; accepts = \"constant\"; accepts_share = 1;"
             "  stated = ( { on = 10; proposal = \"k0\"; } ); } );",
             0, &t);
    cr_assert_eq(r.outcome.day, 15); /* an answer comes a round later */
    cr_assert_float_eq(r.surplus[0], 0.5 - 0.15, 1e-12);
    trial_close(&t);
    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); },"
             " { name = \"y\"; levels = (0, 1); } ); parties = ("
             " { name = \"p\"; reservation = 0; weights = { x = 1; y = 1; }; values = {"
             "   x = { kind = \"linear\"; worst = 0; best = 1; };"
             "   y = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
             " { name = \"q\"; reservation = 0; weights = { x = 1; y = 1; }; values = {"
             "   x = { kind = \"linear\"; worst = 1; best = 0; };"
             "   y = { kind = \"linear\"; worst = 1; best = 0; }; }; } );"
             "proposals = ( { name = \"a\"; by = \"q\"; terms = { x = 1; y = 0; }; } );"
             "talks = { deadline = 30; round_days = 5; parties = ( { name = \"p\"; strategy ="
             " \"polynomial\"; accepts = \"constant\"; accepts_share = 0.6; },"
             " { name = \"q\"; strategy = \"stated\"; accepts = \"constant\"; accepts_share = 1;"
             "  stated = ( { on = 0; proposal = \"a\"; } ); } );"
             " events = ( { name = \"e\"; on = 12; party = \"p\"; issue = \"x\";"
             "  shift_weight = 1; } ); };");
    trial_open(&t, text);
    r = trial_watch(&t, 0, &w);
    cr_assert_eq(r.outcome.day, 15);
    cr_assert_float_eq(r.surplus[0], 2.0 / 3, 1e-12);
    trial_close(&t);
}

/* What a mediator puts forward by its rule; that votes are not always for what is better; that any
 * level may be tried. */
Test(settings, mediators_rule_and_text)
{
    static const char *const utility[PAIR][8] = { { "0.5", "0.95", "0", "0.4" },
                                                  { "0.5", "0.1", "1", "0.4" } };
    static const char *const rules[] = { "nash", "utilitarian" }, *const heat[] = { "0", "1e6" };
    struct trial t;
    char talks[600];

    for (uint32_t i = 0; i < COUNT_OF(rules); i++) {
        snprintf(talks, sizeof talks,
                 "rounds = 9; mediator = { final_on = 5; rule = \"%s\"; }; " STUBBORN, rules[i],
                 "");
        const struct talks_run r = play(4, utility, nothing_asked, talks, 0, &t);
        cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT);
        cr_assert_eq(r.outcome.package, i, "%s", rules[i]);
        trial_close(&t);
    }
    for (size_t i = 0; i < COUNT_OF(heat); i++) {
        size_t changes = 0, seen[4] = { 0 };
        for (uint64_t run = 0; run < 40; run++) {
            snprintf(talks, sizeof talks,
                     "rounds = 3; mediator = { single_text = true; starts = \"k0\";"
                     " temperature = %s; }; " STUBBORN,
                     heat[i], "");
            play(4, utility, nothing_asked, talks, run, &t);
            for (size_t k = 1; k < w.n; k++)
                changes += w.action[k].act == ACT_TEXT;
            if (w.n > 1 && w.action[1].act == ACT_TEXT)
                seen[w.action[1].package]++;
            trial_close(&t);
        }
        cr_assert(i == 0 ? changes == 0 : changes > 70, "%zu changes", changes);
        cr_assert(i == 0 || (seen[0] == 0 && seen[1] > 3 && seen[2] > 3 && seen[3] > 3));
    }
}

/* In turn, every other level is tried, also after one has passed: l1, then l2, which both prefer.
 */
Test(settings, a_text_in_turn_tries_every_level)
{
    static const char *const utility[PAIR][8] = { { "0", "0.3", "1", "0.2" },
                                                  { "0", "0.3", "1", "0.2" } };
    struct trial t;
    char talks[600];

    snprintf(talks, sizeof talks,
             "rounds = 4; mediator = { single_text = true; starts = \"k0\";"
             " changes = \"in_turn\"; }; " STUBBORN,
             "");
    const struct talks_run r = play(4, utility, nothing_asked, talks, 0, &t);
    cr_assert_eq(r.outcome.package, 2);
    trial_close(&t);
}

/* Who is told by a mediator on its side asks for all that the other could accept; else it concedes
 * at once. */
Test(settings, who_is_told_and_believes_it)
{
    static const char *const utility[PAIR][8] = { { "1", "0.5", "0.1" }, { "0", "0.5", "0.9" } };
    static const char *const bias[] = { "0.1", "-0.1" };

    for (size_t i = 0; i < COUNT_OF(bias); i++) {
        struct trial t;
        char talks[600];
        snprintf(talks, sizeof talks,
                 "rounds = 9; mediator = { tells = \"p\"; bias = %s; }; parties = ("
                 " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.001;"
                 "   slack = 0.05; },"
                 " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );",
                 bias[i]);
        play(3, utility, nothing_asked, talks, 0, &t);
        cr_assert(w.n > 0 && w.action[0].act == ACT_OFFER && w.action[0].by == 0);
        cr_assert_eq(w.action[0].package, i == 0 ? 0 : 2, "bias %s", bias[i]);
        trial_close(&t);
    }
}

/* A pie in hundredths; three turns: p offers, q answers and offers, p answers.  q can have what it
 * would keep of the pie at the second turn, so that is what p leaves it at the first. */
Test(settings, what_looking_ahead_looks_at)
{
    static const struct {
        const char *talks, *of_p, *of_q;
        double share; /* of p, at its first offer */
    } cases[] = {
        { "", "", "", 0 },
        { "", "", "cost = 0.1;", 0.1 },
        { "", "", "discount = 0.75;", 0.25 },
        { "breakdown = 0.2;", "", "", 0.2 },
        { "", "outside = 0.3;", "", 0.3 },
        { "moves = \"random\"; recognition = 0.999999;", "", "", 1 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[3000];
        struct trial t;
        snprintf(text, sizeof text,
                 "scenario = { name = \"t\"; };"
                 "issues = ( { name = \"x\"; from = 0; to = 100; step = 1; } ); parties = ("
                 " { name = \"p\"; reservation = 0; weights = { x = 1; };"
                 "  values = { x = { kind = \"linear\"; worst = 0; best = 100; }; }; },"
                 " { name = \"q\"; reservation = 0; weights = { x = 1; };"
                 "  values = { x = { kind = \"linear\"; worst = 100; best = 0; }; }; } );"
                 "talks = { rounds = 3; %s %s parties = ("
                 " { name = \"p\"; strategy = \"rational\"; %s },"
                 " { name = \"q\"; strategy = \"rational\"; %s } ); };",
                 strstr(cases[i].talks, "moves") ? "" : "moves = \"one\";", cases[i].talks,
                 cases[i].of_p, cases[i].of_q);
        trial_open(&t, text);
        trial_watch(&t, 0, &w);
        cr_assert(w.n > 0 && w.action[0].act == ACT_OFFER && w.action[0].by == 0);
        cr_assert_float_eq((double)w.action[0].package / 100, cases[i].share, 0.0101,
                           "case %zu: %g", i, (double)w.action[0].package / 100);
        trial_close(&t);
    }
}

/* Offers are in thousandths: a share that an option or a body fixes is met to ONE of them; one that
 * looking ahead makes loses up to one a turn, discounted: (1 + .9) / (1 - .72) of them. */
#define ONE 0.0011
#define MANY 0.0068

/* Two rational parties that discount by .9 and .8 split one, in thousandths, one offer a day; the
 * share of p that they agree on in the second round.  What follows of each: bodies, and tactics. */
static double share_of_p(const char *bodies_of_p, const char *bodies_of_q, const char *of_p,
                         const char *of_q)
{
    char text[3000];
    struct trial t;

    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"x\"; from = 0; to = 1; step = 0.001; } ); parties = ("
             " { name = \"p\"; reservation = 0; weights = { x = 1; }; %s"
             "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
             " { name = \"q\"; reservation = 0; weights = { x = 1; }; %s"
             "  values = { x = { kind = \"linear\"; worst = 1; best = 0; }; }; } );"
             "talks = { rounds = 300; moves = \"one\"; parties = ("
             " { name = \"p\"; strategy = \"rational\"; discount = 0.9; %s },"
             " { name = \"q\"; strategy = \"rational\"; discount = 0.8; %s } ); };",
             bodies_of_p, bodies_of_q, of_p, of_q);
    trial_open(&t, text);
    const struct talks_run r = trial_watch(&t, 0, &w);
    trial_close(&t);
    cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT, "%s%s", of_p, of_q);
    cr_assert_eq(r.outcome.n_round, 2u, "offered in the first round, accepted in the next");
    return (double)r.outcome.package / 1000;
}

/* Binmore, Shaked & Sutton (1989): x1 = 1 - max(d2 x2, w2), x2 = 1 - max(d1 x1, w1), agreed at
 * once.  w = (.7, 0): x2 = .3, x1 = .76; (.55, .4): x2 = .45, x1 = .6; (0, .4): x1 = .6; (0, .2)
 * binds nobody.  An option that binds the one that moves first is no reason to leave before it has
 * made its offer. */
Test(settings, a_party_with_an_outside_option_offers_before_it_leaves)
{
    static const struct {
        const char *of_p, *of_q;
        double share, within;
    } cases[] = { { "outside = 0.7;", "", 0.76, ONE },
                  { "outside = 0.55;", "outside = 0.4;", 0.6, ONE },
                  { "", "outside = 0.4;", 0.6, ONE },
                  { "", "outside = 0.2;", 0.7143, MANY } };

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_float_eq(share_of_p("", "", cases[i].of_p, cases[i].of_q), cases[i].share,
                           cases[i].within, "case %zu", i);
}

/* Vectors schelling_*: what must be ratified works as an outside option does.  a1 = min(1 - r2, 1 -
 * d2 (1 - a2)), a2 = max(r1, d1 a1); with both, r = (.65, .3): a1 = min(.7, 1 - .8 x .35) = .7. */
Test(settings, a_body_that_asks_for_more_helps_its_party)
{
    static const char *const ids[] = { "schelling_none", "schelling_bind" };
    char body[100];

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        snprintf(body, sizeof body, "bodies = ( { name = \"b\"; veto = true; no_deal = %g; } );",
                 kit_number(v, "inputs.r1"));
        cr_assert_float_eq(share_of_p(body, "", "", ""),
                           kit_number(v, "expected.share1_when_1_proposes"), MANY, "%s", ids[i]);
    }
    cr_assert_float_eq(share_of_p("bodies = ( { name = \"b\"; veto = true; no_deal = 0.65; } );",
                                  "bodies = ( { name = \"b\"; veto = true; no_deal = 0.3; } );", "",
                                  ""),
                       0.7, ONE);
}

/* Nothing to agree on, and something outside: it leaves at once, with nobody's offer to answer. */
Test(settings, a_rational_party_leaves_for_what_it_has_outside)
{
    static const char *const asked[PAIR] = { "0.95", "0.95" };
    struct trial t;
    const struct talks_run r =
        play(2, opposed, asked,
             "deadline = 60; round_days = 1; parties = ( { name = \"p\"; strategy = \"rational\";"
             " outside = 0.2; cost = 0.001; }, { name = \"q\"; strategy = \"polynomial\"; } );",
             0, &t);
    cr_assert_eq(r.outcome.ending, ENDING_LEFT);
    cr_assert(r.outcome.by == 0 && r.outcome.day == 0);
    cr_assert_float_eq(r.value[0], 0.2, 1e-12);
    trial_close(&t);
}

/* An offer that is made again while no deal moves is no concession: the reply holds still. */
Test(settings, tit_for_tat_does_not_mistake_pressure_for_an_offer)
{
    static const char *const utility[PAIR][8] = { { "1", "0.7", "0.5", "0.3" },
                                                  { "0", "0.3", "0.5", "0.7" } };
    struct trial t;

    play(4, utility, nothing_asked,
         "deadline = 30; round_days = 1; parties = ( { name = \"p\"; strategy = \"tit_for_tat\";"
         " pressure = -0.005; }, { name = \"q\"; strategy = \"stated\"; accepts = \"constant\";"
         " accepts_share = 1; stated = ( { on = 0; proposal = \"k3\"; } ); } );",
         0, &t);
    cr_assert_gt(offers_by(0), 20);
    for (size_t i = 0; i < w.n; i++)
        cr_assert(w.action[i].act != ACT_OFFER || w.action[i].by != 0 || w.action[i].package == 0);
    trial_close(&t);
}
