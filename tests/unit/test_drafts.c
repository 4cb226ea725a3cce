/* test_drafts.c - texts of a mediator's own that are not final */
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* The deeds of one kind in what was watched: how many, and the first. */
static size_t actions_of(const struct watched *w, enum act act, const struct action **first)
{
    size_t n = 0;

    for (size_t d = w->n; d-- > 0;)
        if (w->action[d].act == act) {
            *first = &w->action[d];
            n++;
        }
    return n;
}

/* Rounds on days 0, 2, 4 ...: of drafts for days 1 and 3.5, and of one for day 0 that a later one
 * has overtaken, each is put forward in the first round from its day on.  p asks for its best until
 * the last day and q for nothing much: the draft, in the middle, is refused by p, who is asked
 * first. */
Test(drafts, a_draft_is_put_forward_on_its_day_and_is_not_final)
{
    static const char talks[] =
        "proposals = ( { name = \"one\"; by = \"m\"; terms = { price = 10; terms = \"b\"; }; },"
        "  { name = \"two\"; by = \"m\"; terms = { price = 12; terms = \"c\"; }; } );"
        "talks = { deadline = 9; round_days = 2; parties = ("
        " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; },"
        " { name = \"q\"; strategy = \"polynomial\"; exponent = 0.001; } );"
        " mediator = { drafts = ( { on = 1; proposal = \"two\"; }, { on = 3.5; proposal = \"one\"; "
        "},"
        "  { on = 5.5; proposal = \"one\"; }, { on = 5.9; proposal = \"two\"; } ); }; };";
    static char text[6000];
    static struct watched w;
    const struct action *action = NULL;
    struct trial t;
    size_t at[3], n = 0;

    trial_small("", talks, sizeof text, text);
    trial_open(&t, text);
    trial_watch(&t, 0, &w);
    for (size_t d = 0; d < w.n; d++)
        if (w.action[d].act == ACT_DRAFT && n < COUNT_OF(at))
            at[n++] = d;
    cr_assert_eq(n, 3);
    static const double day[] = { 2, 4, 6 };
    static const size_t price[] = { 12, 10, 12 };
    for (size_t i = 0; i < 3; i++) {
        action = &w.action[at[i]];
        cr_expect_eq(action->when.day, day[i]);
        cr_expect_eq(action->by, (size_t)BY_MEDIATOR);
        cr_expect_eq(grid_level(&t.s.grid, action->package, 0), price[i]);
        cr_expect_eq(action[1].act, ACT_REFUSE);
        cr_expect_eq(action[1].by, 0);
    }
    for (size_t d = n = 0; d < w.n; d++)
        n += w.action[d].by == 1 &&
             (w.action[d].act == ACT_REFUSE || w.action[d].act == ACT_TAKES) &&
             w.action[d].when.day <= 6 && w.action[d].when.day >= 2;
    cr_expect_eq(n, 3, "q is asked, too: %zu answers", n);
    trial_close(&t);
}

/* Both ask for their best and would take whatever is worth more than no deal: they take the draft
 * in its round, before either makes an offer. */
Test(drafts, a_draft_that_both_take_is_agreed)
{
    static const char talks[] =
        "proposals = ( { name = \"one\"; by = \"m\"; terms = { price = 6; terms = \"b\"; }; } );"
        "talks = { deadline = 9; round_days = 2; parties = ("
        " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; accepts = \"constant\"; "
        "accepts_share = 0; },"
        " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; accepts = \"constant\"; "
        "accepts_share = 0; } );"
        " mediator = { drafts = ( { on = 0; proposal = \"one\"; } ); }; };";
    static char text[6000];
    static struct watched w;
    const struct action *action = NULL;
    struct trial t;
    size_t n = 0;

    trial_small("", talks, sizeof text, text);
    trial_open(&t, text);
    for (uint64_t run = 0; run < 50; run++) {
        const struct talks_run r = trial_watch(&t, run, &w);
        if (actions_of(&w, ACT_REFUSE, &action) > 0)
            continue; /* worth less to it than no deal in this draw */
        n++;
        cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT);
        cr_expect_eq(r.outcome.offered_by, (size_t)BY_MEDIATOR);
        cr_expect_eq(r.outcome.by, 1, "who accepts last");
        cr_expect_eq(r.outcome.day, 0);
        cr_expect_eq(grid_level(&t.s.grid, r.outcome.package, 0), 6);
        cr_expect(isnan(r.put_day), "it is no final offer");
        cr_expect_eq(actions_of(&w, ACT_TAKES, &action), 1);
        cr_expect_eq(actions_of(&w, ACT_ACCEPT, &action), 1);
        cr_expect_not(r.outcome.is_final);
        cr_expect_eq(actions_of(&w, ACT_OFFER, &action), 0, "who accepts makes no offer");
    }
    cr_assert_geq(n, 5, "only %zu drafts were taken", n);
    trial_close(&t);
}

/* An issue between two who want opposite things, and what a talk is to be. */
static void open_price(struct trial *t, const char *talks)
{
    static char text[3000];

    snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; from = 0; to = 20; step = 1; } );"
        "parties = ( { name = \"p\"; weights = { x = 1; }; reservation = 0;"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 20; }; }; },"
        " { name = \"q\"; weights = { x = 1; }; reservation = 0;"
        "  values = { x = { kind = \"linear\"; worst = 20; best = 0; }; }; } );"
        "proposals = ( { name = \"half\"; by = \"m\"; terms = { x = 10; }; } ); %s",
        talks);
    trial_open(t, text);
}

/* One moves in a round, p first: p would take the text on day 0 and waits, q takes it on day 1. */
Test(drafts, who_would_take_it_waits_for_the_other)
{
    static struct watched w;
    struct trial t;

    open_price(&t, "talks = { deadline = 9; round_days = 1; moves = \"one\"; parties = ("
                   " { name = \"p\"; strategy = \"polynomial\"; accepts = \"constant\"; "
                   "accepts_share = 0.5; },"
                   " { name = \"q\"; strategy = \"polynomial\"; accepts = \"constant\"; "
                   "accepts_share = 0.5; } );"
                   " mediator = { drafts = ( { on = 0; proposal = \"half\"; } ); }; };");
    const struct talks_run r = trial_watch(&t, 0, &w);
    cr_assert_eq(w.n, 3);
    cr_expect_eq(w.action[1].act, ACT_TAKES);
    cr_expect_eq(w.action[2].act, ACT_ACCEPT);
    cr_expect_eq(w.action[2].by, 1);
    cr_expect_eq(w.action[2].when.day, 1);
    cr_expect_eq(w.action[2].when.turn, 1, "an answer is a turn");
    cr_expect_eq(r.outcome.ending, ENDING_AGREEMENT);
    trial_close(&t);
}

/* The text comes on the last day, in which only q has a turn; p answers it all the same. */
Test(drafts, on_the_last_day_both_are_asked)
{
    static struct watched w;
    struct trial t;

    open_price(
        &t,
        "talks = { deadline = 3; round_days = 1; moves = \"one\"; last_round = true; parties = ("
        " { name = \"p\"; strategy = \"polynomial\"; exponent = 1000; accepts = \"constant\"; "
        "accepts_share = 0.5; },"
        " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; accepts = \"constant\"; "
        "accepts_share = 0.5; } );"
        " mediator = { drafts = ( { on = 3; proposal = \"half\"; } ); }; };");
    const struct talks_run r = trial_watch(&t, 0, &w);
    cr_expect_eq(r.outcome.ending, ENDING_AGREEMENT);
    cr_expect_eq(r.outcome.offered_by, (size_t)BY_MEDIATOR);
    cr_expect_eq(r.outcome.by, 0);
    cr_expect_eq(r.outcome.day, 3);
    trial_close(&t);
}
