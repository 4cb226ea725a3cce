/* talk.c - one negotiation from its first day to its end */
#include "talk.h"

#include "credibility.h"
#include "lookahead.h"
#include "mediation.h"
#include "ratification.h"
#include "rng.h"
#include "talk_log.h"
#include "turns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct talks *talks_of(const struct talk *t)
{
    return t->world.scenario->talks;
}

static enum error_code open_streams(struct talk *t, uint64_t seed, struct error *err)
{
    gsl_rng **streams[] = { &t->draws, &t->chance, &t->choices };

    for (size_t i = 0; i < COUNT_OF(streams); i++) {
        *streams[i] = gsl_rng_alloc(rng_philox);
        if (!*streams[i])
            return error_set(err, ERR_MEMORY, "not enough memory for a generator");
        gsl_rng_set(*streams[i], seed);
    }
    return OK;
}

enum error_code talk_init(struct talk *t, const struct package_index *b, uint64_t seed,
                          struct error *err)
{
    *t = (struct talk){ 0 };
    if (open_streams(t, seed, err) != OK || world_init(&t->world, b, err) != OK ||
        belief_init(&t->belief, b->layout, err) != OK)
        return err->code;
    for (size_t i = 0; i < talks_of(t)->n_side; i++) {
        if (side_init(&t->side[i], i, t->side, &t->world.sides, err) != OK)
            return err->code;
        t->side[i].frontier = &t->world.frontier;
        t->side[i].lookahead = &t->lookahead;
        t->side[i].choices = t->choices;
    }
    return OK;
}

void talk_release(struct talk *t)
{
    gsl_rng *streams[] = { t->draws, t->chance, t->choices };

    for (size_t i = 0; i < COUNT_OF(streams); i++)
        if (streams[i])
            gsl_rng_free(streams[i]);
    for (size_t i = 0; i < MAX_SIDE; i++)
        side_release(&t->side[i]);
    lookahead_release(&t->lookahead);
    belief_release(&t->belief);
    world_release(&t->world);
    *t = (struct talk){ 0 };
}

enum error_code talk_draw(struct talk *t, uint64_t run, struct error *err)
{
    t->state.run = run;
    return world_draw(&t->world, t->draws, run, err);
}

enum error_code talk_take(struct talk *t, const double theta[], uint64_t run, struct error *err)
{
    t->state.run = run;
    return world_take(&t->world, theta, t->draws, run, err);
}

/* Sets what each side asks over no deal (schedule_asks); what its bodies refuse cannot be agreed
 * anyway (sides.h).  A side that a credible mediator has told the other's limit asks the other for
 * the best that the other could still accept. */
static void set_floors(struct talk *t)
{
    const struct world *w = &t->world;
    const struct mediator *m = &talks_of(t)->mediator;

    for (size_t i = 0; i < talks_of(t)->n_side; i++) {
        t->side[i].asks = schedule_asks(&w->schedule, i, t->state.tried, t->state.worked);
        t->side[i].floor = t->side[i].asks;
    }
    if (m->tells == NONE || !credibility_holds(w->drawn[m->bias], 0, 0, 0))
        return;
    const size_t told = m->tells;
    const double need[PAIR] = { t->side[0].floor, t->side[1].floor };
    const size_t place = frontier_best(&w->frontier, told, need);
    if (place < w->frontier.n)
        t->side[told].floor = fmax(t->side[told].floor, w->frontier.gain[PAIR * place + told]);
}

/* day / deadline, unless the talks wait for the end of a suspension. */
static double time_of(const struct talk *t, double day)
{
    const double left = (day - t->state.clock_day) / (talks_of(t)->deadline - t->state.clock_day);

    return day > t->state.clock_day
               ? fmin(t->state.clock_time + (1 - t->state.clock_time) * left, 1)
               : t->state.clock_time;
}

/* Time never goes back: events on days when bodies vote are taken in once they have voted. */
static void pass_time(struct talk *t, double day)
{
    t->state.now.day = fmax(t->state.now.day, day);
    t->state.now.time = time_of(t, t->state.now.day);
}

static void suspend(struct talk *t, double until)
{
    t->state.resume_day = fmax(t->state.resume_day, until);
    if (talks_of(t)->waits && until > t->state.clock_day) {
        t->state.clock_time = t->state.now.time;
        t->state.clock_day = until;
    }
}

static void try_pilot(struct talk *t)
{
    const struct mediator *m = &talks_of(t)->mediator;

    t->state.tried = true;
    t->state.worked = t->world.drawn[m->pilot_roll] < t->world.drawn[m->pilot_works];
    talk_log_note(t, t->state.worked ? ACT_PILOT_WORKS : ACT_PILOT_FAILS, BY_MEDIATOR, NO_PACKAGE,
                  NAN, NULL);
}

static enum error_code happen(struct talk *t, const struct timed_event *o, struct error *err)
{
    pass_time(t, o->day);
    if (!o->event) {
        try_pilot(t);
        return OK;
    }
    if (world_happens(&t->world, o, err) != OK)
        return err->code;
    talk_log_note(t, ACT_EVENT, BY_NOBODY, NO_PACKAGE, NAN, o->event);
    if (t->world.drawn[o->event->suspends] > 0)
        suspend(t, o->day + t->world.drawn[o->event->suspends]);
    if (o->event->ends)
        talk_log_close(t, ENDING_BROKEN_OFF, BY_NOBODY, NO_PACKAGE, o->event);
    return OK;
}

/* Strategies see the packages as they are now. */
static enum error_code look_again(struct talk *t, double day, struct error *err)
{
    set_floors(t);
    for (size_t i = 0; i < talks_of(t)->n_side; i++)
        side_rerank(&t->side[i]);
    if (!t->world.schedule.needs_lookahead)
        return OK;
    double floor[MAX_SIDE];
    for (size_t i = 0; i < talks_of(t)->n_side; i++)
        floor[i] = t->side[i].floor;
    return lookahead_make(&t->lookahead, &t->world, floor, fmax(day, t->state.resume_day),
                          t->state.n_held, t->state.now.turn, err);
}

/* All that happens up to a day, unless the talks end before. */
static enum error_code catch_up(struct talk *t, double day, struct error *err)
{
    const struct schedule *a = &t->world.schedule;
    const size_t before = t->state.n_happened;
    bool reranked;

    while (!t->state.has_ended && t->state.n_happened < a->n_timed_event &&
           a->timed_event[t->state.n_happened].day <= day)
        if (happen(t, &a->timed_event[t->state.n_happened++], err) != OK)
            return err->code;
    if (t->state.has_ended)
        return OK;
    pass_time(t, day);
    if (talks_of(t)->mediator.has_text && t->state.n_happened > before)
        mediation_keep(t);
    if (world_move(&t->world, day, &reranked, err) != OK)
        return err->code;
    return reranked || t->state.n_happened > before ? look_again(t, day, err) : OK;
}

static enum error_code begin(struct talk *t, struct error *err)
{
    const struct talks *talks = talks_of(t);

    rng_open(t->chance, STREAM_TALKS, t->state.run);
    rng_open(t->choices, STREAM_CHOICES, t->state.run);
    if (world_restart(&t->world, err) != OK)
        return err->code;
    t->state.now = (struct moment){ 0 };
    t->state.n_happened = t->state.n_held = t->state.n_draft = 0;
    t->state.draft = NO_PACKAGE;
    t->state.resume_day = talks->first_day;
    t->state.clock_day = t->state.clock_time = 0;
    t->state.final_day = INFINITY;
    if (talks->mediator.has_text || !isnan(talks->mediator.final_day))
        t->state.final_day =
            fmin(talks->mediator.final_day, talks->last_day); /* fmin(NAN, x) is x */
    t->state.put_day = NAN;
    t->state.offered_by = BY_NOBODY;
    t->state.accepted = 0;
    t->state.stands = NO_PACKAGE;
    t->state.has_ended = false;
    for (size_t i = 0; i < talks->n_side; i++)
        side_begin(&t->side[i], &t->world.schedule.tactic_values[i]);
    t->state.tried = t->state.worked = t->state.sent_back = false;
    if (talks->mediator.has_text && mediation_begin(t, err) != OK)
        return err->code;
    return look_again(t, talks->first_day, err);
}

/* The bodies of those that have accepted vote one after the other, each some days after the one
 * before.  A refusal takes its party out of those that have: the last vote is the one without whose
 * party the rest are not enough.  Events wait until the talks go on. */
static const struct ratifier *put_to_bodies(struct talk *t)
{
    const struct talks *talks = talks_of(t);
    struct outcome *agreed = &t->state.outcome;

    for (size_t i = 0; i < talks->n_ratifier; i++) {
        const struct ratifier *r = &talks->ratifier[i];
        if (!(agreed->accepted & side_bit(r->side)))
            continue;
        pass_time(t, t->state.now.day + t->world.drawn[r->days]);
        bool agrees = ratifier_agrees(&t->world, r, agreed->package);
        talk_log_vote(t, r, agrees);
        if (agrees)
            continue;
        agreed->accepted &= ~side_bit(r->side);
        agreed->refused |= side_bit(r->side);
        if (!talks_agree(t->world.scenario, agreed->accepted))
            return r;
    }
    agreed->day = t->state.now.day;
    return NULL;
}

/* The leaders of parties whose bodies have refused know from then on what would pass. */
static enum error_code learn_bodies(struct talk *t, uint64_t refused, struct error *err)
{
    for (size_t i = 0; i < talks_of(t)->n_side; i++)
        if (refused & side_bit(i) && world_learn_bodies(&t->world, i, err) != OK)
            return err->code;
    return OK;
}

/* What the leaders agree on is put to their bodies.  A refusal ends the talks, or sends the text
 * back once: the leaders then know what would pass.  The refusal stays how the talks ended unless
 * another round is held. */
static enum error_code ratify(struct talk *t, struct error *err)
{
    const struct talks *talks = talks_of(t);
    const double met = t->state.now.day;
    const double interval = t->world.scenario->parameter[talks->round_days].distribution.mean;
    const struct ratifier *refuses = put_to_bodies(t);
    const uint64_t refused = t->state.outcome.refused;

    if (!refuses)
        return OK;
    talk_log_close(t, ENDING_NOT_RATIFIED, refuses->side, NO_PACKAGE, NULL);
    t->state.outcome.ratifier = refuses;
    t->state.outcome.refused = refused;
    if (!talks->sends_back || t->state.sent_back)
        return OK;
    t->state.has_ended = false;
    t->state.sent_back = true;
    t->state.offered_by = BY_NOBODY;
    t->state.draft = NO_PACKAGE;
    t->state.resume_day = fmax(t->state.resume_day, t->state.now.day);
    if (talks->mediator.has_text)
        t->state.final_day = talks->last_day;
    if (learn_bodies(t, refused, err) != OK)
        return err->code;
    return look_again(t, t->state.resume_day > met ? t->state.resume_day : met + interval, err);
}

static enum error_code play_round(struct talk *t, double day, struct error *err)
{
    if (catch_up(t, day, err) != OK || t->state.has_ended || day < t->state.resume_day)
        return err->code;
    t->state.n_held++;
    if (day >= t->state.final_day && mediation_final(t, err) != OK)
        return err->code;
    if (!t->state.has_ended && talks_of(t)->mediator.has_text)
        mediation_vote(t);
    else if (!t->state.has_ended) {
        if (mediation_draft(t))
            turns_answer_draft(t);
        if (!t->state.has_ended)
            turns_take(t);
    }
    if (t->state.has_ended && t->state.outcome.ending == ENDING_AGREEMENT && ratify(t, err) != OK)
        return err->code;
    if (!t->state.has_ended && t->state.resume_day <= talks_of(t)->last_day &&
        gsl_rng_uniform(t->chance) < t->world.drawn[talks_of(t)->breakdown])
        talk_log_close(t, ENDING_BREAKDOWN, BY_NOBODY, NO_PACKAGE, NULL);
    t->state.now.round = t->state.n_held;
    return OK;
}

/* Sums of intervals that rounding has kept from a whole day become that day. */
static double whole(double day)
{
    return fabs(day - rint(day)) < TIE ? rint(day) : day;
}

/* The next round: after an interval, but for days that have one of their own: of a final offer, and
 * the last. */
static double next_day(struct talk *t, double day)
{
    const struct talks *talks = talks_of(t);
    const double next =
        whole(day + schedule_interval(&t->world.schedule, t->world.scenario, t->chance));
    const double last =
        talks->ends_in_round && day < talks->last_day - TIE ? talks->last_day : INFINITY;

    return fmin(next, fmin(last, day < t->state.final_day ? t->state.final_day : INFINITY));
}

/* Rounds go on from where a suspension ends. */
enum error_code talk_play(struct talk *t, struct error *err)
{
    const struct talks *talks = talks_of(t);
    double day = talks->first_day;

    if (begin(t, err) != OK)
        return err->code;
    while (day <= talks->last_day + TIE) {
        if (play_round(t, day, err) != OK)
            return err->code;
        if (t->state.has_ended)
            return OK;
        if (day < t->state.resume_day) {
            day = t->state.resume_day;
            continue;
        }
        day = next_day(t, day);
    }
    if (t->state.sent_back && t->state.outcome.n_round == t->state.n_held)
        t->state.has_ended = true;
    else if (catch_up(t, talks->deadline, err) == OK && !t->state.has_ended)
        talk_log_close(t, ENDING_DEADLINE, BY_NOBODY, NO_PACKAGE, NULL);
    return err->code;
}
