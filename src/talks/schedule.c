/* schedule.c - what a draw makes of the calendar: who bargains how, and what happens when */
#include "schedule.h"

#include <math.h>

static void take_tactic(struct schedule *a, size_t i, const struct tactic *tactic,
                        const struct scenario *s)
{
    struct tactic_values *tactic_values = &a->tactic_values[i];

    *tactic_values = (struct tactic_values){ .strategy = tactic->strategy,
                                             .acceptance = tactic->acceptance,
                                             .choice = tactic->choice,
                                             .hopes = tactic->hopes,
                                             .n_stated = tactic->n_stated,
                                             .stated = tactic->stated,
                                             .proposal = s->proposal };
    for (size_t k = 0; k < TACTIC_NUMBER_COUNT; k++)
        tactic_values->number[k] = a->theta[tactic->number[k]];
}

static void note_needs(struct schedule *a)
{
    a->needs_frontier = a->needs_lookahead = false;
    for (size_t i = 0; i < a->talks->n_side; i++) {
        const struct strategy_rule *rule = strategy_rules[a->tactic_values[i].strategy];
        a->needs_frontier = a->needs_frontier || rule->uses_frontier;
        a->needs_lookahead = a->needs_lookahead || rule->looks_ahead;
    }
    a->needs_frontier = a->needs_frontier || a->talks->mediator.tells != NONE;
}

/* By insertion: there are few, and equals keep their order. */
static void add(struct schedule *a, double day, const struct event *event)
{
    size_t i = a->n_timed_event++;

    for (; i > 0 && a->timed_event[i - 1].day > day; i--)
        a->timed_event[i] = a->timed_event[i - 1];
    a->timed_event[i] = (struct timed_event){ day, event };
}

/* An event by hazard comes after an exponential time: its roll is the share of times before it. */
static void add_events(struct schedule *a)
{
    const double *theta = a->theta;

    for (size_t i = 0; i < a->talks->n_event; i++) {
        const struct event *e = &a->talks->event[i];
        const double roll = theta[e->roll];
        if (isnan(e->day) && theta[e->hazard] > 0)
            add(a, -log1p(-roll) / theta[e->hazard], e);
        else if (!isnan(e->day) && roll < theta[e->probability])
            add(a, e->day, e);
    }
    if (!isnan(a->talks->mediator.pilot_day))
        add(a, a->talks->mediator.pilot_day, NULL);
}

static struct shift shift_of(const struct schedule *a, const struct timed_event *o, size_t side)
{
    const struct event *e = o->event;

    if (!e || e->party != a->talks->side[side])
        return (struct shift){ 0 };
    return (struct shift){ a->theta[e->shift_no_deal], a->theta[e->shift_refusal_cost] };
}

/* Pressure's part of the shift by a day. */
static struct shift pressed(const struct schedule *a, size_t side, double day)
{
    const double *number = a->tactic_values[side].number;
    return (struct shift){ number[TACTIC_pressure] * day, number[TACTIC_refusal_pressure] * day };
}

static void find_kindest_shifts(struct schedule *a)
{
    for (size_t i = 0; i < a->talks->n_side; i++) {
        struct shift *all = &a->kindest_shift[i];
        const struct shift by_deadline = pressed(a, i, a->talks->deadline);
        all->no_deal = fmin(0, by_deadline.no_deal);
        all->refusal_cost = fmax(0, by_deadline.refusal_cost);
        for (size_t k = 0; k < a->n_timed_event; k++) {
            const struct shift one = shift_of(a, &a->timed_event[k], i);
            all->no_deal += fmin(0, one.no_deal);
            all->refusal_cost += fmax(0, one.refusal_cost);
        }
    }
}

void schedule_make(struct schedule *a, const struct scenario *s, const double theta[])
{
    *a = (struct schedule){ .talks = s->talks, .theta = theta };
    for (size_t i = 0; i < a->talks->n_side; i++)
        take_tactic(a, i, &s->talks->tactic[i], s);
    note_needs(a);
    add_events(a);
    find_kindest_shifts(a);
}

void schedule_replace(struct schedule *a, size_t side, const struct tactic_values *other)
{
    struct tactic_values *tactic_values = &a->tactic_values[side];

    tactic_values->strategy = other->strategy;
    for (size_t k = 0; k < TACTIC_SHAPE_COUNT; k++)
        tactic_values->number[k] = other->number[k];
    note_needs(a);
}

void schedule_restore(struct schedule *a, size_t side, const struct scenario *s)
{
    take_tactic(a, side, &s->talks->tactic[side], s);
    note_needs(a);
}

struct shift schedule_moved(const struct schedule *a, size_t side, double day)
{
    struct shift moved = pressed(a, side, day);

    for (size_t k = 0; k < a->n_timed_event && a->timed_event[k].day <= day; k++) {
        const struct shift one = shift_of(a, &a->timed_event[k], side);
        moved.no_deal += one.no_deal;
        moved.refusal_cost += one.refusal_cost;
    }
    return moved;
}

double schedule_interval(const struct schedule *a, const struct scenario *s, const gsl_rng *chance)
{
    const struct parameter *p = &s->parameter[a->talks->round_days];
    double days = parameter_is_uncertain(p)
                      ? distribution_quantile(&p->distribution, gsl_rng_uniform_pos(chance))
                      : a->theta[a->talks->round_days];
    return fmax(days, SHORTEST_DAYS);
}

/* Where nobody has a weight all are as likely. */
double schedule_recognition(const struct schedule *a, size_t side)
{
    const size_t n = a->talks->n_side;
    double all = 0;

    if (a->talks->first_by_lot)
        return side == 0 ? a->theta[a->talks->recognition] : 1 - a->theta[a->talks->recognition];
    for (size_t i = 0; i < n; i++)
        all += a->tactic_values[i].number[TACTIC_recognition];
    return all > 0 ? a->tactic_values[side].number[TACTIC_recognition] / all : 1 / (double)n;
}

size_t schedule_mover(const struct schedule *a, double u)
{
    double below = 0;

    for (size_t i = 0; i + 1 < a->talks->n_side; i++) {
        below += schedule_recognition(a, i);
        if (u < below)
            return i;
    }
    return a->talks->n_side - 1;
}

/* Beta-Bernoulli: the trial counts as one more success or failure. */
static double premium(const struct schedule *a, size_t side, bool tried, bool worked)
{
    const struct mediator *m = &a->talks->mediator;
    double kept = a->theta[m->trust[0]] + (tried && worked);
    double broken = a->theta[m->trust[1]] + (tried && !worked);

    if (isnan(m->pilot_day))
        return 0;
    return a->tactic_values[side].number[TACTIC_risk] * broken / kept;
}

double schedule_asks(const struct schedule *a, size_t side, bool tried, bool worked)
{
    return fmax(premium(a, side, tried, worked), a->tactic_values[side].number[TACTIC_outside]);
}
