/* survey.c - the negotiation over many draws: who accepts what, and how often */
#include "survey.h"

#include "draw.h"
#include "interrupt.h"
#include "refusal.h"
#include "share.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    /* Draws that a thread takes at a time, and whose surpluses are summed before they meet the
     * others'.  Larger: threads end further apart; smaller: they wait more often for their turn. */
    BLOCK = 256,
};

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct deal deal;
    const struct census_kind *kind;
    void *census;
    struct picks picks;
    struct survey_tally tally;
    struct hold hold;
    struct hold_space hold_space;
    struct ratify ratify;
    struct record record;
    double *surplus; /* [n_proposal * n_party] sums over a block of draws */
    double *accept;  /* [n_proposal] whether all accept it in this draw */
};

static const struct scenario *scenario_of(const struct survey *survey)
{
    return survey->layout->scenario;
}

static enum error_code tally_init(struct survey_tally *t, const struct survey *survey,
                                  struct error *err)
{
    const struct scenario *s = scenario_of(survey);
    const size_t picked = SOLUTION_COUNT * survey->outlook->deal.worth.n_slot;
    const size_t accepts = s->n_proposal * (s->n_party + 1);

    t->n = 1 + SOLUTION_COUNT + picked + accepts + s->n_proposal * s->n_party * s->n_table;
    t->at = memory_alloc(t->n, sizeof *t->at, err);
    if (!t->at)
        return err->code;
    t->zone = t->at;
    t->same = t->zone + 1;
    t->picked = t->same + SOLUTION_COUNT;
    t->accepts = t->picked + picked;
    t->blocks = t->accepts + accepts;
    return OK;
}

double survey_bytes(const struct scenario *s, uint64_t draws, bool wants_draws, int threads)
{
    const double packages = (double)s->grid.total;
    const double counts = packages * (double)((s->n_party + 1) * sizeof(uint32_t) +
                                              (s->n_phase > 0 ? sizeof(uint64_t) : 0));
    /* with phases, packages of equal worth are listed, with room to grow: all of them at worst */
    const double equals =
        s->n_phase > 0 ? 2 * packages * (double)sizeof(struct front_like) * (threads + 1) : 0;
    const double table =
        wants_draws
            ? 2 * (double)draws * (double)(s->n_parameter + s->n_proposal + 4) * sizeof(double)
            : 0;

    const double holds = s->n_phase > 0 ? (threads + 1) * hold_bytes(s) : 0;

    return counts + equals + table + holds + threads * census_for(s)->bytes(s, draws);
}

static void close_space(struct space *space)
{
    if (space->rng)
        gsl_rng_free(space->rng);
    if (space->census)
        space->kind->close(space->census);
    hold_space_release(&space->hold_space);
    hold_release(&space->hold);
    ratify_release(&space->ratify);
    picks_release(&space->picks);
    record_release(&space->record);
    deal_release(&space->deal);
    free(space->tally.at);
    free(space->surplus);
    free(space->accept);
    free(space);
}

/* What is gathered of proposals beside the tally. */
static enum error_code open_proposals(struct space *space, const struct scenario *s,
                                      struct error *err)
{
    if (ratify_init(&space->ratify, s, err) != OK || record_init(&space->record, s, err) != OK ||
        s->n_phase == 0)
        return err->code;
    if (hold_init(&space->hold, s, &space->deal.course, err) != OK)
        return err->code;
    return hold_space_init(&space->hold_space, &space->deal, err);
}

static enum error_code survey_open(void *study, void **opened, struct error *err)
{
    const struct survey *survey = study;
    const struct scenario *s = scenario_of(survey);
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->kind = census_for(s);
    space->rng = gsl_rng_alloc(rng_philox);
    space->surplus = memory_alloc(s->n_proposal * s->n_party, sizeof *space->surplus, err);
    space->accept = memory_alloc(s->n_proposal, sizeof *space->accept, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code == OK && deal_init(&space->deal, s, err) == OK &&
        picks_init(&space->picks, survey->layout, err) == OK &&
        tally_init(&space->tally, survey, err) == OK && open_proposals(space, s, err) == OK &&
        space->kind->open(&space->census, survey->layout, &space->deal, survey->draws, err) == OK) {
        gsl_rng_set(space->rng, survey->seed);
        *opened = space;
        return OK;
    }
    close_space(space);
    return err->code;
}

static bool survey_is_full(const void *opened)
{
    const struct space *space = opened;
    return space->kind->room(space->census) < BLOCK;
}

static void survey_relieve(void *study, void *opened)
{
    struct survey *survey = study;
    const struct space *space = opened;

    space->kind->collect(space->census, &survey->counts);
}

static void survey_close(void *study, void *closed, enum error_code code)
{
    struct survey *survey = study;
    struct space *space = closed;

    if (code == OK) {
        space->kind->collect(space->census, &survey->counts);
        for (size_t i = 0; i < survey->tally.n; i++)
            survey->tally.at[i] += space->tally.at[i];
        hold_add(&survey->hold, &space->hold);
        ratify_add(&survey->ratify, &space->ratify);
        record_add(&survey->record, &space->record);
    }
    close_space(space);
}

/* Equals share the draw: each counts for one part in as many as they are. */
static uint64_t pick_part(double some, double equals)
{
    return (uint64_t)(PICK_UNIT * (some / equals) + 0.5);
}

/* Whether the solution of the draw in `space` is that of the outlook, or one of several. */
static bool is_same(const struct survey *survey, const struct space *space, enum solution rule)
{
    const struct pick *mean = &survey->outlook->picks.of[rule], *pick = &space->picks.of[rule];
    size_t level[MAX_ISSUE];

    if (!mean->found || pick->equals == 1)
        return mean->found && pick->package == mean->package;
    grid_levels(&scenario_of(survey)->grid, mean->package, level);
    return picks_has(&space->picks, rule, &space->deal, level);
}

static void note_solutions(const struct survey *survey, struct space *space)
{
    const struct scenario *s = scenario_of(survey);
    const size_t n_slot = space->deal.worth.n_slot;
    struct survey_tally *t = &space->tally;

    if (!space->picks.of[0].found)
        return;
    ++*t->zone;
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const struct pick *pick = &space->picks.of[rule];
        uint64_t *picked = t->picked + rule * n_slot;
        if (is_same(survey, space, (enum solution)rule))
            t->same[rule] += pick_part(1, pick->equals);
        for (size_t k = 0; pick->equals == 1 && k < s->n_table; k++)
            picked[space->deal.worth.first[k] + grid_level(&s->grid, pick->package, k)] +=
                PICK_UNIT;
        for (size_t slot = 0; pick->equals > 1 && slot < n_slot; slot++)
            picked[slot] += pick_part(pick->like->with[slot], pick->equals);
    }
}

/* Returns whether all accept. */
static bool note_proposal(const struct survey *survey, struct space *space, size_t i,
                          double *surplus)
{
    const struct scenario *s = scenario_of(survey);
    const size_t *level = s->proposal[i].level;
    uint64_t *accepts = space->tally.accepts + i * (s->n_party + 1);
    double worth[MAX_JUDGE], felt[MAX_PARTY];
    bool all = true;

    deal_surpluses(&space->deal, level, worth, felt);
    for (size_t p = 0; p < s->n_party; p++) {
        bool accepted = deal_accepts(&space->deal, p, level, worth, felt);
        surplus[p] += worth[p];
        accepts[p] += accepted;
        all = all && accepted;
        if (!accepted) {
            int issue = refusal_issue(&space->deal, p, level);
            if (issue != NO_ISSUE)
                space->tally.blocks[(i * s->n_party + p) * s->n_table + (size_t)issue]++;
        }
    }
    accepts[s->n_party] += all;
    return all;
}

/* The Nash package, or NAN. */
static double nash_of(struct picks *picks)
{
    return picks->of[SOLUTION_NASH].found ? (double)picks_at(picks, SOLUTION_NASH, 0) : NAN;
}

static enum error_code survey_draw(struct survey *survey, struct space *space, uint64_t draw,
                                   double *surplus, struct error *err)
{
    const struct scenario *s = scenario_of(survey);
    uint64_t *zone_size = survey->wants_draws ? &survey->zone_size[draw] : NULL;
    const struct zone *best;

    if (draw_make(s, space->rng, draw, space->deal.theta, err) != OK)
        return err->code;
    deal_fill(&space->deal);
    if (space->kind->take(space->census, &space->deal, zone_size, &best, err) != OK)
        return err->code;
    ratify_take(&space->ratify, &space->deal);
    record_take(&space->record, &space->deal);
    if (s->n_phase > 0)
        hold_take(&space->hold, &space->hold_space, &space->deal);
    if (picks_make(&space->picks, &space->deal, best, err) != OK)
        return err->code;
    note_solutions(survey, space);
    for (size_t i = 0; i < s->n_proposal; i++)
        space->accept[i] = note_proposal(survey, space, i, surplus + i * s->n_party);
    if (survey->wants_draws)
        draw_table_put(&survey->draw_table, draw, space->deal.theta, nash_of(&space->picks),
                       space->accept);
    return OK;
}

static enum error_code survey_block(void *study, void *opened, uint64_t first, uint64_t last,
                                    struct error *err)
{
    struct survey *survey = study;
    struct space *space = opened;
    const struct scenario *s = scenario_of(survey);

    memset(space->surplus, 0, s->n_proposal * s->n_party * sizeof *space->surplus);
    for (uint64_t draw = first; draw < last; draw++)
        if (interrupt_check(err) != OK ||
            survey_draw(survey, space, draw, space->surplus, err) != OK)
            return err->code;
    return OK;
}

/* Sums of blocks meet in their order, so that rounding is the same for any number of threads. */
static enum error_code survey_deliver(void *study, void *opened, uint64_t first, uint64_t last,
                                      struct error *err)
{
    struct survey *survey = study;
    const struct space *space = opened;
    const size_t answers = scenario_of(survey)->n_proposal * scenario_of(survey)->n_party;

    (void)first, (void)last, (void)err;
    for (size_t i = 0; i < answers; i++)
        survey->surplus[i] += space->surplus[i] / (double)survey->draws;
    return OK;
}

static enum error_code allocate(struct survey *survey, struct error *err)
{
    const struct scenario *s = scenario_of(survey);
    const size_t answers = s->n_proposal * s->n_party;

    survey->counts.accepts =
        memory_alloc((s->n_party + 1) * (size_t)s->grid.total, sizeof *survey->counts.accepts, err);
    if (s->n_phase > 0)
        survey->counts.complete =
            memory_alloc((size_t)s->grid.total, sizeof *survey->counts.complete, err);
    survey->surplus = memory_alloc(answers, sizeof *survey->surplus, err);
    if (err->code != OK || tally_init(&survey->tally, survey, err) != OK ||
        ratify_init(&survey->ratify, s, err) != OK || record_init(&survey->record, s, err) != OK)
        return err->code;
    if (s->n_phase > 0 && hold_init(&survey->hold, s, &survey->outlook->deal.course, err) != OK)
        return err->code;
    if (!survey->wants_draws)
        return OK;
    survey->zone_size = memory_alloc((size_t)survey->draws, sizeof *survey->zone_size, err);
    return survey->zone_size ? draw_table_init(&survey->draw_table, s, survey->draws, err)
                             : err->code;
}

enum error_code survey_run(struct survey *survey, struct pool_job *job, int threads,
                           struct error *err)
{
    job->study = survey;
    job->n = survey->draws;
    job->block = BLOCK;
    job->open = survey_open;
    job->work = survey_block;
    job->deliver = survey_deliver;
    job->relieve = survey_relieve;
    job->is_full = survey_is_full;
    job->close = survey_close;
    if (allocate(survey, err) != OK || pool_run(job, threads, err) != OK)
        return err->code;
    if (interrupt_check(err) != OK) /* what threads had counted may be half collected */
        return err->code;
    /* a draw's zone is known once its group has been counted */
    for (uint64_t draw = 0; survey->wants_draws && draw < survey->draws; draw++)
        draw_table_put_zone(&survey->draw_table, draw, survey->zone_size[draw]);
    return OK;
}

void survey_release(struct survey *survey)
{
    free(survey->counts.accepts);
    free(survey->counts.complete);
    free(survey->tally.at);
    hold_release(&survey->hold);
    ratify_release(&survey->ratify);
    record_release(&survey->record);
    free(survey->surplus);
    free(survey->zone_size);
    draw_table_release(&survey->draw_table);
}

double survey_share(const struct survey *survey, size_t who, size_t cell)
{
    size_t packages = (size_t)scenario_of(survey)->grid.total;
    return (double)survey->counts.accepts[who * packages + cell] / (double)survey->draws;
}

double survey_accepts(const struct survey *survey, size_t who, const size_t level[])
{
    return survey_share(survey, who, layout_cell(survey->layout, level));
}

double survey_error(const struct survey *survey, double share)
{
    return share_error(share, survey->draws);
}

void survey_interval(const struct survey *survey, double share, double *low, double *high)
{
    share_interval(share, survey->draws, low, high);
}

double survey_completes(const struct survey *survey, size_t cell)
{
    if (!survey->counts.complete)
        return NAN;
    return (double)survey->counts.complete[cell] / CENSUS_UNIT / (double)survey->draws;
}

double survey_proposal_completes(const struct survey *survey, size_t proposal)
{
    const struct scenario *s = scenario_of(survey);
    const struct proposal *p = &s->proposal[proposal];

    if (!p->vague || s->n_phase == 0)
        return survey_completes(survey, layout_cell(survey->layout, p->package));
    return spread_mean(
        hold_at(&survey->hold, proposal, HOLD_ALIVE, hold_alive(s->n_phase - 1, false)));
}
