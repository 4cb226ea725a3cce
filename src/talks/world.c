/* world.c - the parties in one draw, as time and events change them */
#include "world.h"

#include "draw.h"
#include "interrupt.h"
#include "move.h"
#include "weight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code world_init(struct world *w, const struct package_index *b, struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *w = (struct world){ .package_index = b, .scenario = s };
    w->drawn = memory_alloc(s->n_parameter, sizeof *w->drawn, err);
    if (err->code != OK || appraisal_init(&w->appraisal, s, err) != OK)
        return err->code;
    if (talks_believe(s->talks) && picture_init(&w->picture, s, err) != OK)
        return err->code;
    w->closed = memory_alloc(w->appraisal.utility.n_slot, sizeof *w->closed, err);
    return err->code == OK ? sides_init(&w->sides, b, &w->appraisal, err) : err->code;
}

void world_release(struct world *w)
{
    free(w->drawn);
    free(w->closed);
    appraisal_release(&w->appraisal);
    picture_release(&w->picture);
    sides_release(&w->sides);
    frontier_release(&w->frontier);
    *w = (struct world){ 0 };
}

void world_close(const struct world *w, struct utility *utility)
{
    const size_t n_slot = utility->n_slot;

    for (size_t i = 0; i < w->scenario->n_veto * n_slot; i++)
        if (w->closed[i % n_slot] && utility->vetoed[i] == 0)
            utility->vetoed[i] = 1;
}

/* Bodies that vote after the leaders, until the leaders know what they ask for. */
static void find_voters(struct world *w)
{
    const struct talks *talks = w->scenario->talks;

    for (size_t i = 0; i < w->scenario->talks->n_side; i++) {
        const size_t p = talks->side[i];
        for (size_t b = 0; b < w->scenario->party[p].n_body; b++)
            w->appraisal.votes_later[w->appraisal.first_body[p] + b] =
                !w->bodies_known[i] && talks_ratifies(talks, i, b);
    }
}

/* All sides know what talks have moved, and which bodies are asked. */
static void believe(struct world *w)
{
    const struct scenario *s = w->scenario;
    struct appraisal *image = &w->picture.appraisal;

    picture_believe(&w->picture, w->appraisal.theta);
    for (size_t i = 0; i < w->scenario->talks->n_side; i++) {
        const struct party *party = &s->party[s->talks->side[i]];
        const size_t moves[] = { party->no_deal, party->refusal_cost };
        for (size_t k = 0; k < COUNT_OF(moves); k++)
            if (!w->picture.known[moves[k]])
                image->theta[moves[k]] += w->appraisal.theta[moves[k]] - w->drawn[moves[k]];
    }
    appraisal_fill(image);
    world_close(w, &image->utility);
    memcpy(image->votes_later, w->appraisal.votes_later,
           scenario_bodies(s) * sizeof *image->votes_later);
}

static void rank(struct world *w)
{
    const struct appraisal *seen[MAX_SIDE] = { NULL };

    appraisal_fill(&w->appraisal);
    world_close(w, &w->appraisal.utility);
    find_voters(w);
    if (w->sides.has_image)
        believe(w);
    for (size_t i = 0; i < w->scenario->talks->n_side; i++) {
        const enum choice choice = w->schedule.tactic_values[i].choice;
        seen[i] = choice == CHOICE_BELIEVED  ? &w->picture.appraisal
                  : choice == CHOICE_KINDEST ? &w->appraisal
                                             : NULL;
    }
    sides_fill(&w->sides, &w->appraisal, w->schedule.kindest_shift, seen);
}

void world_keep_to_table(const struct world *w, size_t level[])
{
    size_t was[MAX_ISSUE];

    memcpy(was, level, w->scenario->n_table * sizeof *was);
    for (size_t k = 0; k < w->scenario->n_table; k++) {
        const bool *closed = w->closed + w->appraisal.utility.first[k];
        const size_t n_level = w->scenario->issue[k].n_level;
        size_t open = 0;

        while (open < n_level && closed[open])
            open++;
        const bool is_joined = w->scenario->grid.axis[w->scenario->grid.axis_of[k]].list != NULL;
        if (closed[level[k]] && open < n_level && !is_joined)
            level[k] = open;
    }
    const struct move_limits limits = { .closed = w->closed, .first = w->appraisal.utility.first };
    if (!move_all(w->scenario, &limits, level)) /* nothing is open: the old terms stand */
        memcpy(level, was, w->scenario->n_table * sizeof *was);
}

static void forget_bodies(struct world *w)
{
    for (size_t i = 0; i < w->scenario->talks->n_side; i++)
        w->bodies_known[i] = false;
}

static void set_levels(struct world *w, size_t n, const struct event_level level[], bool closed)
{
    for (size_t i = 0; i < n; i++)
        w->closed[w->appraisal.utility.first[level[i].issue] + level[i].level] = closed;
}

/* Levels that an event brings are not there before it. */
static void close_added(struct world *w)
{
    const struct talks *talks = w->scenario->talks;

    memset(w->closed, 0, w->appraisal.utility.n_slot * sizeof *w->closed);
    for (size_t i = 0; i < talks->n_event; i++)
        set_levels(w, talks->event[i].n_added, talks->event[i].added, true);
}

/* Takes in the draw in w->drawn. */
static enum error_code begin(struct world *w, const gsl_rng *r, uint64_t index, struct error *err)
{
    memcpy(w->appraisal.theta, w->drawn, w->scenario->n_parameter * sizeof *w->drawn);
    schedule_make(&w->schedule, w->scenario, w->drawn);
    /* guesses from the middle of all draws are independent of those of all runs */
    if (w->sides.has_image &&
        picture_draw(&w->picture, r, STREAM_PICTURES, index, UINT64_MAX / 2 + 1 + index,
                     w->drawn[w->scenario->talks->knows], err) != OK)
        return err->code;
    close_added(w);
    forget_bodies(w);
    w->is_changed = false;
    rank(w);
    return interrupt_check(err);
}

enum error_code world_draw(struct world *w, const gsl_rng *r, uint64_t index, struct error *err)
{
    if (draw_make(w->scenario, r, index, w->drawn, err) != OK)
        return err->code;
    return begin(w, r, index, err);
}

enum error_code world_take(struct world *w, const double theta[], const gsl_rng *r, uint64_t index,
                           struct error *err)
{
    memcpy(w->drawn, theta, w->scenario->n_parameter * sizeof *w->drawn);
    return begin(w, r, index, err);
}

enum error_code world_find_frontier(struct world *w, struct error *err)
{
    if (interrupt_check(err) != OK) /* what was ranked may be half ranked */
        return err->code;
    return w->schedule.needs_frontier ? frontier_find(&w->frontier, &w->sides, err) : OK;
}

enum error_code world_restart(struct world *w, struct error *err)
{
    if (w->is_changed) {
        memcpy(w->appraisal.theta, w->drawn, w->scenario->n_parameter * sizeof *w->drawn);
        close_added(w);
        forget_bodies(w);
        w->is_changed = false;
        rank(w);
    }
    bool reranked;
    return world_move(w, 0, &reranked, err) == OK ? world_find_frontier(w, err) : err->code;
}

/* A shift that would leave a party, or a veto holder of it, no issue to care about does not
 * count. */
static void shift_weight(struct world *w, const struct event *event)
{
    const struct party *party = &w->scenario->party[event->party];
    double *weight = &w->appraisal.theta[party->weight[event->issue]];
    const double was = *weight;

    *weight = fmax(0, was + w->drawn[event->shift_weight]);
    for (size_t j = 0; j < w->scenario->n_veto; j++)
        if (w->scenario->veto_player[j].party == (size_t)event->party &&
            !(weight_sum(w->scenario, j, w->appraisal.theta) > 0))
            *weight = was;
}

enum error_code world_happens(struct world *w, const struct timed_event *o, struct error *err)
{
    const struct event *event = o->event;
    bool reranked;

    if (event->issue != NONE)
        shift_weight(w, event);
    set_levels(w, event->n_removed, event->removed, true);
    set_levels(w, event->n_added, event->added, false);
    if (event->issue != NONE || event->n_removed > 0 || event->n_added > 0) {
        w->is_changed = true;
        rank(w);
    }
    if (world_move(w, o->day, &reranked, err) != OK)
        return err->code;
    return world_find_frontier(w, err);
}

enum error_code world_learn_bodies(struct world *w, size_t side, struct error *err)
{
    struct shift moved[MAX_SIDE];

    for (size_t i = 0; i < w->scenario->talks->n_side; i++)
        moved[i] = w->sides.side[i].moved;
    w->bodies_known[side] = true;
    w->is_changed = true;
    rank(w);
    sides_move(&w->sides, moved);
    return world_find_frontier(w, err);
}

static bool move_number(struct world *w, size_t i, double moved)
{
    bool changes = w->appraisal.theta[i] != w->drawn[i] + moved;

    w->appraisal.theta[i] = w->drawn[i] + moved;
    return changes;
}

/* With phases a move changes the draw itself. */
static bool move_draw(struct world *w, size_t side, struct shift moved)
{
    const struct party *party = &w->scenario->party[w->scenario->talks->side[side]];
    bool no_deal = move_number(w, party->no_deal, moved.no_deal);
    bool refusal = move_number(w, party->refusal_cost, moved.refusal_cost);

    return no_deal || refusal;
}

enum error_code world_move(struct world *w, double day, bool *reranked, struct error *err)
{
    const bool in_draw = w->scenario->n_phase > 0;
    struct shift moved[MAX_SIDE];

    *reranked = false;
    for (size_t i = 0; i < w->scenario->talks->n_side; i++) {
        moved[i] = schedule_moved(&w->schedule, i, day);
        if (in_draw)
            *reranked = move_draw(w, i, moved[i]) || *reranked;
    }
    if (!in_draw)
        *reranked = sides_move(&w->sides, moved);
    if (!*reranked)
        return OK;
    if (in_draw) {
        w->is_changed = true;
        rank(w);
    }
    return world_find_frontier(w, err);
}

double world_surplus(const struct world *w, size_t side, uint32_t package)
{
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    return appraisal_surplus(&w->appraisal, w->scenario->talks->side[side], level) -
           w->sides.side[side].drift[w->package_index->at_case[package]];
}

double world_felt(const struct world *w, size_t side, uint32_t package)
{
    double surplus[MAX_VETO], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    appraisal_surpluses(&w->appraisal, level, surplus, felt);
    return felt[w->scenario->talks->side[side]];
}
