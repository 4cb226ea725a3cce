/* map.c - the negotiation over many draws: who accepts what, and how often */
#include "map.h"

#include "agreement.h"
#include "blocking_issue.h"
#include "chances.h"
#include "draw.h"
#include "interrupt.h"

#include <assert.h>
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
    struct appraisal appraisal;
    const struct map_counting *kind;
    void *counting;
    struct solutions solutions;
    struct map_tally tally;
    size_t scramble; /* of Sobol' draws: the net that it is at work on */
    struct hold hold;
    struct hold_space hold_space;
    struct ratify ratify;
    struct record record;
    double *surplus;             /* [n_proposal * n_party] sums over a block of draws */
    struct draw_answers answers; /* in this draw */
};

static const struct scenario *scenario_of(const struct map *map)
{
    return map->layout->scenario;
}

static enum error_code tally_init(struct map_tally *t, const struct map *map, struct error *err)
{
    const struct scenario *s = scenario_of(map);
    const size_t picked = SOLUTION_COUNT * map->mean_case->appraisal.utility.n_slot;
    const size_t accepts = s->n_proposal * agreement_counts(s),
                 answers = s->n_proposal * s->n_party;

    const bool with_chances = chances_are_taken(s);

    t->n = 2 + 2 * SOLUTION_COUNT + picked + accepts + 2 * answers + answers * s->n_table +
           (with_chances ? accepts : 0);
    t->at = memory_alloc(t->n, sizeof *t->at, err);
    if (!t->at)
        return err->code;
    t->zone = t->at;
    t->left_out = t->zone + 1;
    t->found = t->left_out + 1;
    t->same = t->found + SOLUTION_COUNT;
    t->picked = t->same + SOLUTION_COUNT;
    t->accepts = t->picked + picked;
    t->pivots = t->accepts + accepts;
    t->stops = t->pivots + answers;
    t->blocks = t->stops + answers;
    t->chances = with_chances ? t->blocks + answers * s->n_table : NULL;
    return OK;
}

double map_bytes(const struct scenario *s, uint64_t draws, bool wants_draws, int threads)
{
    const double packages = (double)s->grid.total;
    const double counts = packages * (double)(agreement_counts(s) * sizeof(uint32_t) +
                                              (s->n_phase > 0 ? sizeof(uint64_t) : 0));
    /* with phases, packages of equal utility are listed, with room to grow: all of them at worst */
    const double equals =
        s->n_phase > 0 ? 2 * packages * (double)sizeof(struct front_like) * (threads + 1) : 0;
    const double table =
        wants_draws ? 2 * (double)draws * (double)draw_table_columns(s) * sizeof(double) : 0;

    const double scrambles = s->sobol ? scrambles_bytes(s, threads) : 0;
    const double holds = (threads + 1) * hold_bytes(s);

    return counts + equals + table + scrambles + holds +
           threads * map_counting_for(s)->bytes(s, draws);
}

static void close_space(struct space *space)
{
    if (space->rng)
        gsl_rng_free(space->rng);
    if (space->counting)
        space->kind->close(space->counting);
    hold_space_release(&space->hold_space);
    hold_release(&space->hold);
    ratify_release(&space->ratify);
    solutions_release(&space->solutions);
    record_release(&space->record);
    appraisal_release(&space->appraisal);
    free(space->tally.at);
    free(space->surplus);
    free(space->answers.all);
    free(space);
}

/* What is gathered of proposals beside the tally. */
static enum error_code open_proposals(struct space *space, const struct scenario *s,
                                      struct error *err)
{
    if (ratify_init(&space->ratify, s, err) != OK || record_init(&space->record, s, err) != OK ||
        hold_init(&space->hold, s, &space->appraisal.implementation, err) != OK)
        return err->code;
    return hold_space_init(&space->hold_space, &space->appraisal, err);
}

/* One array for all answers. */
static void open_answers(struct draw_answers *a, const struct scenario *s, struct error *err)
{
    const size_t n = s->n_proposal * s->n_party;

    a->all = memory_alloc(2 * s->n_proposal + 3 * n, sizeof *a->all, err);
    if (!a->all)
        return;
    a->passes = a->all + s->n_proposal;
    a->accepts = a->passes + s->n_proposal;
    a->surplus = a->accepts + n;
    a->margin = a->surplus + n;
}

static enum error_code map_open(void *study, void **opened, struct error *err)
{
    const struct map *map = study;
    const struct scenario *s = scenario_of(map);
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->kind = map_counting_for(s);
    space->rng = gsl_rng_alloc(rng_philox);
    space->surplus = memory_alloc(s->n_proposal * s->n_party, sizeof *space->surplus, err);
    open_answers(&space->answers, s, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code == OK && appraisal_init(&space->appraisal, s, err) == OK &&
        solutions_init(&space->solutions, map->layout, err) == OK &&
        tally_init(&space->tally, map, err) == OK && open_proposals(space, s, err) == OK &&
        space->kind->open(&space->counting, map->layout, &space->appraisal, map->draws, err) ==
            OK) {
        gsl_rng_set(space->rng, map->seed);
        *opened = space;
        return OK;
    }
    close_space(space);
    return err->code;
}

/* Counts of one net must not meet those of another in a workspace. */
static bool map_is_full(const void *opened)
{
    const struct space *space = opened;
    return space->appraisal.scenario->sobol || space->kind->room(space->counting) < BLOCK;
}

static void add_tally(struct map *map, const struct space *space)
{
    for (size_t i = 0; i < map->tally.n; i++)
        map->tally.at[i] += space->tally.at[i];
}

static void relieve_net(struct map *map, struct space *space)
{
    space->kind->collect(space->counting, scrambles_counts(&map->scrambles, space->scramble));
    scrambles_took(&map->scrambles, space->scramble, space->tally.at, &map->counts);
    add_tally(map, space);
    memset(space->tally.at, 0, map->tally.n * sizeof *space->tally.at);
}

static void map_relieve(void *study, void *opened)
{
    struct map *map = study;
    struct space *space = opened;

    if (scenario_of(map)->sobol)
        relieve_net(map, space);
    else
        space->kind->collect(space->counting, &map->counts);
}

static void map_close(void *study, void *closed, enum error_code code)
{
    struct map *map = study;
    struct space *space = closed;

    if (code == OK) {
        space->kind->collect(space->counting, &map->counts);
        add_tally(map, space);
        hold_add(&map->hold, &space->hold);
        ratify_add(&map->ratify, &space->ratify);
        record_add(&map->record, &space->record);
    }
    close_space(space);
}

/* Equals share the draw: each counts for one part in as many as they are. */
static uint64_t solution_part(double some, double equals)
{
    return (uint64_t)(SOLUTION_UNIT * (some / equals) + 0.5);
}

/* Whether the solution of the draw in `space` is that of the mean case, or one of several. */
static bool is_same(const struct map *map, const struct space *space, enum solution rule)
{
    const struct chosen *mean = &map->mean_case->solutions.of[rule],
                        *chosen = &space->solutions.of[rule];
    size_t level[MAX_ISSUE];

    if (!mean->found || chosen->equals == 1)
        return mean->found && chosen->package == mean->package;
    grid_levels(&scenario_of(map)->grid, mean->package, level);
    return solutions_has(&space->solutions, rule, &space->appraisal, level);
}

static void note_solutions(const struct map *map, struct space *space)
{
    const struct scenario *s = scenario_of(map);
    const size_t n_slot = space->appraisal.utility.n_slot;
    struct map_tally *t = &space->tally;

    *t->zone += zone_has_some(space->solutions.zone);
    *t->left_out += space->solutions.zone->is_left_out;
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const struct chosen *chosen = &space->solutions.of[rule];
        uint64_t *picked = t->picked + rule * n_slot;
        if (!chosen->found)
            continue;
        ++t->found[rule];
        if (is_same(map, space, (enum solution)rule))
            t->same[rule] += solution_part(1, chosen->equals);
        for (size_t k = 0; chosen->equals == 1 && k < s->n_table; k++)
            picked[space->appraisal.utility.first[k] + grid_level(&s->grid, chosen->package, k)] +=
                SOLUTION_UNIT;
        for (size_t slot = 0; chosen->equals > 1 && slot < n_slot; slot++)
            picked[slot] += solution_part(chosen->like->with[slot], chosen->equals);
    }
}

/* What a refusal of party p is mostly over. */
static void note_refusal(struct space *space, size_t i, size_t p, const size_t level[])
{
    const struct scenario *s = space->appraisal.scenario;
    const size_t issue = blocking_issue_of(&space->appraisal, p, level, s->proposal[i].move);

    if (issue != NONE)
        space->tally.blocks[(i * s->n_party + p) * s->n_table + issue]++;
}

static void note_chances(struct space *space, size_t i, const size_t level[],
                         const double utility[], const double felt[])
{
    const struct scenario *s = space->appraisal.scenario;
    uint64_t *sum = space->tally.chances + i * agreement_counts(s);
    double margin[MAX_PARTY], chance[AGREEMENT_COUNTS];

    for (size_t p = 0; p < s->n_party; p++)
        margin[p] = appraisal_margin(&space->appraisal, p, level, utility, felt);
    chances_find(s, space->appraisal.theta, margin, felt, chance);
    for (size_t who = 0; who < agreement_counts(s); who++)
        sum[who] += (uint64_t)(chance[who] * COUNT_UNIT + 0.5);
}

static void note_proposal(const struct map *map, struct space *space, size_t i, double *surplus)
{
    const struct scenario *s = scenario_of(map);
    const size_t *level = s->proposal[i].level;
    const struct draw_answers *answers = &space->answers;
    uint64_t *accepts = space->tally.accepts + i * agreement_counts(s);
    double utility[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(&space->appraisal, level, utility, felt);
    const uint64_t yes = appraisal_parties(&space->appraisal, level, utility, felt);
    for (size_t p = 0; p < s->n_party; p++) {
        const bool accepted = yes >> p & 1;
        surplus[p] += utility[p];
        accepts[p] += accepted;
        answers->accepts[i * s->n_party + p] = accepted;
        answers->surplus[i * s->n_party + p] = utility[p];
        if (map->wants_draws)
            answers->margin[i * s->n_party + p] =
                appraisal_margin(&space->appraisal, p, level, utility, felt);
        if (!accepted)
            note_refusal(space, i, p, level);
        const bool decides = agreement_is_pivotal(s, yes, p);
        space->tally.pivots[i * s->n_party + p] += decides;
        space->tally.stops[i * s->n_party + p] += decides && !accepted;
    }
    if (space->tally.chances)
        note_chances(space, i, level, utility, felt);
    answers->all[i] = yes == rule_everyone(s->n_party);
    answers->passes[i] = agreement_wins(s, yes);
    accepts[s->n_party] += answers->all[i] > 0;
    if (agreement_has_rule(s))
        accepts[agreement_passes(s)] += answers->passes[i] > 0;
}

/* The Nash package, or NAN. */
static double nash_of(struct solutions *solutions)
{
    return solutions->of[SOLUTION_NASH].found ? (double)solutions_at(solutions, SOLUTION_NASH, 0)
                                              : NAN;
}

static enum error_code map_draw(struct map *map, struct space *space, uint64_t draw,
                                double *surplus, struct error *err)
{
    const struct scenario *s = scenario_of(map);
    uint64_t *zone_size = map->wants_draws ? &map->zone_size[draw] : NULL;
    const struct zone *best;

    if (draw_make(s, space->rng, draw, space->appraisal.theta, err) != OK)
        return err->code;
    appraisal_fill(&space->appraisal);
    if (space->kind->take(space->counting, &space->appraisal, zone_size, &best, err) != OK)
        return err->code;
    ratify_take(&space->ratify, &space->appraisal);
    record_take(&space->record, &space->appraisal);
    hold_take(&space->hold, &space->hold_space, &space->appraisal);
    if (solutions_find(&space->solutions, &space->appraisal, best, err) != OK)
        return err->code;
    note_solutions(map, space);
    for (size_t i = 0; i < s->n_proposal; i++)
        note_proposal(map, space, i, surplus + i * s->n_party);
    if (map->wants_sample)
        sample_put(&map->sample, s, draw, space->appraisal.theta, zone_has_some(best),
                   &space->answers);
    if (map->wants_draws)
        draw_table_put(&map->draw_table, draw, space->appraisal.theta, nash_of(&space->solutions),
                       &space->answers);
    return OK;
}

static enum error_code map_block(void *study, void *opened, uint64_t first, uint64_t last,
                                 struct error *err)
{
    struct map *map = study;
    struct space *space = opened;
    const struct scenario *s = scenario_of(map);

    memset(space->surplus, 0, s->n_proposal * s->n_party * sizeof *space->surplus);
    if (s->sobol)
        space->scramble = scrambles_net(&map->scrambles, first);
    for (uint64_t at = first; at < last; at++) {
        const uint64_t draw = s->sobol ? scrambles_draw(&map->scrambles, at) : at;
        if (interrupt_check(err) != OK || map_draw(map, space, draw, space->surplus, err) != OK)
            return err->code;
    }
    return OK;
}

/* Sums of blocks meet in their order, so that rounding is the same for any number of threads. */
static enum error_code map_deliver(void *study, void *opened, uint64_t first, uint64_t last,
                                   struct error *err)
{
    struct map *map = study;
    const struct space *space = opened;
    const size_t answers = scenario_of(map)->n_proposal * scenario_of(map)->n_party;

    (void)first, (void)last, (void)err;
    for (size_t i = 0; i < answers; i++)
        map->surplus[i] += space->surplus[i] / (double)map->draws;
    return OK;
}

static enum error_code allocate(struct map *map, int threads, struct error *err)
{
    const struct scenario *s = scenario_of(map);
    const size_t answers = s->n_proposal * s->n_party;

    map->counts.accepts =
        memory_alloc(agreement_counts(s) * (size_t)s->grid.total, sizeof *map->counts.accepts, err);
    if (s->n_phase > 0)
        map->counts.complete =
            memory_alloc((size_t)s->grid.total, sizeof *map->counts.complete, err);
    map->surplus = memory_alloc(answers, sizeof *map->surplus, err);
    if (err->code != OK || tally_init(&map->tally, map, err) != OK ||
        ratify_init(&map->ratify, s, err) != OK || record_init(&map->record, s, err) != OK)
        return err->code;
    if (hold_init(&map->hold, s, &map->mean_case->appraisal.implementation, err) != OK)
        return err->code;
    if (s->sobol && scrambles_init(&map->scrambles, s, map->tally.n, threads, err) != OK)
        return err->code;
    if (map->wants_sample && sample_init(&map->sample, s, map->draws, err) != OK)
        return err->code;
    if (!map->wants_draws)
        return OK;
    map->zone_size = memory_alloc((size_t)map->draws, sizeof *map->zone_size, err);
    return map->zone_size ? draw_table_init(&map->draw_table, s, map->draws, err) : err->code;
}

enum error_code map_run(struct map *map, struct pool_job *job, int threads, struct error *err)
{
    assert(!scenario_of(map)->sobol ||
           (map->draws == scenario_of(map)->draws && map->seed == scenario_of(map)->seed));
    if (threads <= 0)
        threads = pool_threads();
    if (allocate(map, threads, err) != OK)
        return err->code;
    job->study = map;
    job->n = map->draws;
    job->block = scenario_of(map)->sobol ? map->scrambles.block : BLOCK;
    job->open = map_open;
    job->work = map_block;
    job->deliver = map_deliver;
    job->relieve = map_relieve;
    job->is_full = map_is_full;
    job->close = map_close;
    if (pool_run(job, threads, err) != OK)
        return err->code;
    if (interrupt_check(err) != OK) /* what threads had counted may be half collected */
        return err->code;
    /* a draw's zone is known once its group has been counted */
    for (uint64_t draw = 0; map->wants_draws && draw < map->draws; draw++)
        draw_table_put_zone(&map->draw_table, draw, map->zone_size[draw]);
    return OK;
}

void map_release(struct map *map)
{
    free(map->counts.accepts);
    free(map->counts.complete);
    free(map->tally.at);
    hold_release(&map->hold);
    ratify_release(&map->ratify);
    record_release(&map->record);
    scrambles_release(&map->scrambles);
    free(map->surplus);
    free(map->zone_size);
    sample_release(&map->sample);
    draw_table_release(&map->draw_table);
}
