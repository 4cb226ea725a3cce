/* turns.c - who moves in a round, who answers, and when enough have accepted */
#include "turns.h"

#include "mediation.h"
#include "talk_log.h"

#include <math.h>

static const struct talks *talks_of(const struct talk *t)
{
    return t->world.scenario->talks;
}

static struct intent plan_of(struct talk *t, size_t side)
{
    return strategy_rules[t->side[side].tactic_values.strategy]->plan(&t->side[side],
                                                                      &t->state.now);
}

/* The others hear what one of them offers or accepts, unless the talks end by it. */
static void say(struct talk *t, size_t by, bool offers)
{
    side_says(&t->side[by], t->state.stands, offers);
    for (size_t i = 0; i < talks_of(t)->n_side; i++)
        if (i != by)
            side_hears(&t->side[i], by, t->state.stands, offers);
}

static void leave(struct talk *t, const struct side *side)
{
    talk_log_note(t, ACT_LEAVE, side->me, NO_PACKAGE, NAN, NULL);
    talk_log_close(t, ENDING_LEFT, side->me, NO_PACKAGE, NULL);
}

static void agree(struct talk *t, size_t by)
{
    talk_log_close(t, ENDING_AGREEMENT, by, t->state.stands, NULL);
}

/* A side at its turn accepts what stands, which is agreed when that is enough; or it leaves, or
 * goes on.  Returns whether it accepts. */
static bool answer(struct talk *t, const struct side *side, const struct intent *intent)
{
    if (!side_accepts(side, intent, &t->state.now, t->state.stands)) {
        if (intent->leaves)
            leave(t, side);
        return false;
    }
    t->state.accepted |= side_bit(side->me);
    talk_log_note(t, ACT_ACCEPT, side->me, t->state.stands, intent->target, NULL);
    if (talks_agree(t->world.scenario, t->state.accepted))
        agree(t, side->me);
    else
        say(t, side->me, false);
    return true;
}

static bool still_suits(const struct talk *t, size_t side)
{
    return sides_utility(&t->world.sides, side, t->state.stands) >= t->side[side].floor - TIE;
}

/* An offer stands until it is answered, or until it is no longer worth what its maker asks; so does
 * what a side has said to it. */
static void let_lapse(struct talk *t)
{
    for (size_t i = 0; i < talks_of(t)->n_side; i++)
        if (t->state.accepted & side_bit(i) && !still_suits(t, i))
            t->state.accepted &= ~side_bit(i);
    if (!(t->state.accepted & side_bit(t->state.offered_by)))
        t->state.offered_by = BY_NOBODY;
}

static bool is_to_answer(const struct talk *t, size_t side)
{
    return !(t->state.accepted & side_bit(side));
}

/* Those that have not accepted what stands answer it, from the one after its maker on, until one
 * refuses without whom the others are not enough. */
static void answer_in_order(struct talk *t)
{
    const size_t n = talks_of(t)->n_side, maker = t->state.offered_by;
    uint64_t hoped = side_bit(n) - 1;

    for (size_t k = 1; k < n; k++) {
        const size_t i = (maker + k) % n;
        if (!is_to_answer(t, i))
            continue;
        const struct intent intent = plan_of(t, i);
        if (!answer(t, &t->side[i], &intent))
            hoped &= ~side_bit(i);
        if (t->state.has_ended || !talks_agree(t->world.scenario, hoped))
            return;
    }
}

/* All others say at once whether they accept; the maker does if the offer is worth to it what it
 * asks.  What is not agreed is off. */
static void put_to_all(struct talk *t, size_t maker)
{
    const size_t n = talks_of(t)->n_side;
    size_t last = maker;

    if (!still_suits(t, maker))
        t->state.accepted = 0;
    for (size_t k = 1; k < n; k++) {
        const struct side *side = &t->side[(maker + k) % n];
        const struct intent intent = plan_of(t, side->me);
        const bool yes = side_accepts(side, &intent, &t->state.now, t->state.stands);
        talk_log_note(t, yes ? ACT_ACCEPT : ACT_REFUSE, side->me, t->state.stands, intent.target,
                      NULL);
        if (yes) {
            t->state.accepted |= side_bit(side->me);
            last = side->me;
        } else if (intent.leaves) {
            leave(t, side);
        }
        if (t->state.has_ended)
            return;
    }
    if (talks_agree(t->world.scenario, t->state.accepted)) {
        agree(t, last);
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (i != maker && t->state.accepted & side_bit(i))
            say(t, i, false);
    t->state.offered_by = BY_NOBODY;
}

/* What stands is answered: by the mover, or, where that has made or accepted it, by the others.
 * Returns whether the mover's turn is over; *intent: its plan, once it has one. */
static bool hear_answers(struct talk *t, size_t mover, struct intent *intent)
{
    if (t->state.offered_by == BY_NOBODY || !is_to_answer(t, mover)) {
        if (t->state.offered_by != BY_NOBODY)
            answer_in_order(t);
        if (!t->state.has_ended)
            *intent = plan_of(t, mover);
        return t->state.has_ended;
    }
    *intent = plan_of(t, mover);
    return answer(t, &t->side[mover], intent) || t->state.has_ended;
}

static void offer(struct talk *t, size_t mover, const struct intent *intent)
{
    t->state.offered_by = mover;
    t->state.accepted = side_bit(mover);
    t->state.stands = intent->offer;
    say(t, mover, true);
    talk_log_note(t, ACT_OFFER, mover, intent->offer, intent->target, NULL);
    if (talks_of(t)->at_once)
        put_to_all(t, mover);
    else if (still_suits(t, mover) && talks_agree(t->world.scenario, t->state.accepted))
        agree(t, mover);
}

static void move(struct talk *t, size_t mover)
{
    struct intent intent = { 0 };

    if (t->state.offered_by != BY_NOBODY)
        let_lapse(t);
    if (hear_answers(t, mover, &intent))
        return;
    t->state.offered_by = BY_NOBODY;
    if (t->state.draft != NO_PACKAGE && mediation_answer(t, &t->side[mover], &intent))
        return;
    if (intent.leaves && !intent.suits)
        leave(t, &t->side[mover]);
    else if (intent.offer != NO_PACKAGE)
        offer(t, mover, &intent);
}

static void take_turn(struct talk *t, size_t mover)
{
    move(t, mover);
    if (!t->state.has_ended)
        t->state.now.turn++;
}

static void answer_draft(struct talk *t)
{
    for (size_t i = 0; i < talks_of(t)->n_side && t->state.draft != NO_PACKAGE; i++)
        if (!t->state.answers_draft[i]) {
            const struct intent intent = plan_of(t, i);
            mediation_answer(t, &t->side[i], &intent);
        }
}

void turns_answer_draft(struct talk *t)
{
    if (talks_of(t)->at_once)
        answer_draft(t);
}

/* On the last day whoever was made an offer last answers it, too; or the mediator's text, which
 * others have answered. */
static void answer_last(struct talk *t)
{
    if (t->state.draft != NO_PACKAGE) {
        answer_draft(t);
        return;
    }
    let_lapse(t);
    if (t->state.offered_by != BY_NOBODY)
        answer_in_order(t);
}

void turns_take(struct talk *t)
{
    const struct talks *talks = talks_of(t);

    if (talks->random_mover)
        take_turn(t, schedule_mover(&t->world.schedule, gsl_rng_uniform(t->chance)));
    else if (talks->one_moves)
        take_turn(t, t->state.now.round % talks->n_side);
    for (size_t i = 0; i < talks->n_side && !talks->one_moves && !t->state.has_ended; i++)
        take_turn(t, i);
    if (talks->ends_in_round && t->state.now.day >= talks->last_day - TIE && !t->state.has_ended &&
        (t->state.offered_by != BY_NOBODY || t->state.draft != NO_PACKAGE))
        answer_last(t);
}
