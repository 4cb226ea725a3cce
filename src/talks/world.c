/* world.c - the parties in one draw, as time and events change them */
#include "world.h"

#include "draw.h"
#include "interrupt.h"
#include "weight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code world_init(struct world *w, const struct board *b, struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *w = (struct world){ .board = b, .scenario = s };
    w->drawn = memory_alloc(s->n_parameter, sizeof *w->drawn, err);
    if (err->code != OK || deal_init(&w->deal, s, err) != OK)
        return err->code;
    if (talks_believe(s->talks) && picture_init(&w->picture, s, err) != OK)
        return err->code;
    w->closed = memory_alloc(w->deal.worth.n_slot, sizeof *w->closed, err);
    return err->code == OK ? standing_init(&w->standing, b, &w->deal, err) : err->code;
}

void world_release(struct world *w)
{
    free(w->drawn);
    free(w->closed);
    deal_release(&w->deal);
    picture_release(&w->picture);
    standing_release(&w->standing);
    frontier_release(&w->frontier);
    *w = (struct world){ 0 };
}

void world_close(const struct world *w, struct worth *worth)
{
    const size_t n_slot = worth->n_slot;

    for (size_t i = 0; i < w->scenario->n_judge * n_slot; i++)
        if (w->closed[i % n_slot] && worth->vetoed[i] == 0)
            worth->vetoed[i] = 1;
}

/* Bodies that vote after the leaders, until the leaders know what they ask for. */
static void find_voters(struct world *w)
{
    const struct talks *talks = w->scenario->talks;

    for (size_t i = 0; i < N_SIDE; i++) {
        const size_t p = talks->side[i];
        for (size_t b = 0; b < w->scenario->party[p].n_body; b++)
            w->deal.votes_later[w->deal.first_body[p] + b] =
                !w->bodies_known[i] && talks_ratifies(talks, i, b);
    }
}

/* What talks have moved both know; which bodies are asked, too. */
static void believe(struct world *w)
{
    const struct scenario *s = w->scenario;
    struct deal *image = &w->picture.deal;

    picture_believe(&w->picture, w->deal.theta);
    for (size_t i = 0; i < N_SIDE; i++) {
        const struct party *party = &s->party[s->talks->side[i]];
        const size_t moves[] = { party->no_deal, party->refusal_cost };
        for (size_t k = 0; k < COUNT_OF(moves); k++)
            if (!w->picture.known[moves[k]])
                image->theta[moves[k]] += w->deal.theta[moves[k]] - w->drawn[moves[k]];
    }
    deal_fill(image);
    world_close(w, &image->worth);
    memcpy(image->votes_later, w->deal.votes_later,
           scenario_bodies(s) * sizeof *image->votes_later);
}

static void rank(struct world *w)
{
    const struct deal *seen[N_SIDE] = { NULL };

    deal_fill(&w->deal);
    world_close(w, &w->deal.worth);
    find_voters(w);
    if (w->standing.has_image)
        believe(w);
    for (size_t i = 0; i < N_SIDE; i++) {
        const enum choice choice = w->agenda.stance[i].choice;
        seen[i] = choice == CHOICE_BELIEVED  ? &w->picture.deal
                  : choice == CHOICE_KINDEST ? &w->deal
                                             : NULL;
    }
    standing_fill(&w->standing, &w->deal, w->agenda.kindest_shift, seen);
}

void world_keep_to_table(const struct world *w, size_t level[])
{
    for (size_t k = 0; k < w->scenario->n_table; k++) {
        const bool *closed = w->closed + w->deal.worth.first[k];
        const size_t n_level = w->scenario->issue[k].n_level;
        size_t open = 0;

        while (open < n_level && closed[open])
            open++;
        if (closed[level[k]] && open < n_level)
            level[k] = open;
    }
}

static void forget_bodies(struct world *w)
{
    for (size_t i = 0; i < N_SIDE; i++)
        w->bodies_known[i] = false;
}

static void set_levels(struct world *w, size_t n, const struct event_level level[], bool closed)
{
    for (size_t i = 0; i < n; i++)
        w->closed[w->deal.worth.first[level[i].issue] + level[i].level] = closed;
}

/* Levels that an event brings are not there before it. */
static void close_added(struct world *w)
{
    const struct talks *talks = w->scenario->talks;

    memset(w->closed, 0, w->deal.worth.n_slot * sizeof *w->closed);
    for (size_t i = 0; i < talks->n_event; i++)
        set_levels(w, talks->event[i].n_added, talks->event[i].added, true);
}

enum error_code world_draw(struct world *w, const gsl_rng *r, uint64_t index, struct error *err)
{
    if (draw_make(w->scenario, r, index, w->drawn, err) != OK)
        return err->code;
    memcpy(w->deal.theta, w->drawn, w->scenario->n_parameter * sizeof *w->drawn);
    agenda_make(&w->agenda, w->scenario, w->drawn);
    /* guesses from the middle of all draws are independent of those of all runs */
    if (w->standing.has_image &&
        picture_draw(&w->picture, r, STREAM_PICTURES, index, UINT64_MAX / 2 + 1 + index,
                     w->drawn[w->scenario->talks->knows], err) != OK)
        return err->code;
    close_added(w);
    forget_bodies(w);
    w->is_changed = false;
    rank(w);
    return interrupt_check(err);
}

enum error_code world_find_frontier(struct world *w, struct error *err)
{
    if (interrupt_check(err) != OK) /* what was ranked may be half ranked */
        return err->code;
    return w->agenda.needs_frontier ? frontier_find(&w->frontier, &w->standing, err) : OK;
}

enum error_code world_restart(struct world *w, struct error *err)
{
    if (w->is_changed) {
        memcpy(w->deal.theta, w->drawn, w->scenario->n_parameter * sizeof *w->drawn);
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
    double *weight = &w->deal.theta[party->weight[event->issue]];
    const double was = *weight;

    *weight = fmax(0, was + w->drawn[event->shift_weight]);
    for (size_t j = 0; j < w->scenario->n_judge; j++)
        if (w->scenario->judge[j].party == (size_t)event->party &&
            !(weight_sum(w->scenario, j, w->deal.theta) > 0))
            *weight = was;
}

enum error_code world_happens(struct world *w, const struct occurrence *o, struct error *err)
{
    const struct event *event = o->event;
    bool reranked;

    if (event->issue != NO_ISSUE)
        shift_weight(w, event);
    set_levels(w, event->n_removed, event->removed, true);
    set_levels(w, event->n_added, event->added, false);
    if (event->issue != NO_ISSUE || event->n_removed > 0 || event->n_added > 0) {
        w->is_changed = true;
        rank(w);
    }
    if (world_move(w, o->day, &reranked, err) != OK)
        return err->code;
    return world_find_frontier(w, err);
}

enum error_code world_learn_bodies(struct world *w, size_t side, struct error *err)
{
    struct shift moved[N_SIDE];

    for (size_t i = 0; i < N_SIDE; i++)
        moved[i] = w->standing.side[i].moved;
    w->bodies_known[side] = true;
    w->is_changed = true;
    rank(w);
    standing_move(&w->standing, moved);
    return world_find_frontier(w, err);
}

static bool move_number(struct world *w, size_t i, double moved)
{
    bool changes = w->deal.theta[i] != w->drawn[i] + moved;

    w->deal.theta[i] = w->drawn[i] + moved;
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
    struct shift moved[N_SIDE];

    *reranked = false;
    for (size_t i = 0; i < N_SIDE; i++) {
        moved[i] = agenda_moved(&w->agenda, i, day);
        if (in_draw)
            *reranked = move_draw(w, i, moved[i]) || *reranked;
    }
    if (!in_draw)
        *reranked = standing_move(&w->standing, moved);
    if (!*reranked)
        return OK;
    if (in_draw) {
        w->is_changed = true;
        rank(w);
    }
    return world_find_frontier(w, err);
}

double world_felt(const struct world *w, size_t side, uint32_t package)
{
    double surplus[MAX_JUDGE], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    deal_surpluses(&w->deal, level, surplus, felt);
    return felt[w->scenario->talks->side[side]];
}
