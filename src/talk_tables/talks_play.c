/* talks_play.c - the talks over many draws */
#include "talks_play.h"

#include "consent.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK = 16 }; /* runs that a thread takes at a time */

/* discount ^ day S - cost day, where S is the surplus, or, when somebody left, what the side has
 * outside. */
static double value_of(const struct talk *t, size_t side, double surplus)
{
    const double *number = t->world.schedule.tactic_values[side].number;
    const struct outcome *end = &t->state.outcome;
    const bool is_left = end->ending == ENDING_LEFT;

    return pow(number[TACTIC_discount], end->day) * (is_left ? number[TACTIC_outside] : surplus) -
           number[TACTIC_cost] * end->day;
}

/* What the agreement leaves to a side over no deal. */
static double surplus_of(const struct talk *t, size_t side)
{
    const struct world *w = &t->world;
    const uint32_t package = t->state.outcome.package;
    const double utility = sides_utility(&w->sides, side, package);
    /* a party that has been outvoted gets what is beyond a red line of it, too */
    const double surplus = utility > -INFINITY ? utility : world_surplus(w, side, package);

    return consent_left(w->scenario, w->scenario->talks->side[side], w->appraisal.theta, surplus,
                        world_felt(w, side, package));
}

static enum error_code play(struct talk *t, const struct talks_pair *pair, struct talks_run *run,
                            struct error *err)
{
    const size_t n_side = t->world.scenario->talks->n_side;

    for (size_t i = 0; i < n_side; i++)
        if (pair->tactic_values[i])
            schedule_replace(&t->world.schedule, i, pair->tactic_values[i]);
        else
            schedule_restore(&t->world.schedule, i, t->world.scenario);
    if (talk_play(t, err) != OK)
        return err->code;
    *run = (struct talks_run){ .outcome = t->state.outcome,
                               .put_day = t->state.put_day,
                               .tried = t->state.tried,
                               .worked = t->state.worked };
    for (size_t i = 0; i < n_side && t->state.outcome.package != NO_PACKAGE; i++)
        run->surplus[i] = surplus_of(t, i);
    for (size_t i = 0; i < n_side; i++)
        run->value[i] = value_of(t, i, run->surplus[i]);
    return OK;
}

static enum error_code play_open(void *study, void **space, struct error *err)
{
    const struct talks_played *played = study;
    struct talk *t = memory_alloc(1, sizeof *t, err);

    *space = t;
    return t ? talk_init(t, played->package_index, played->seed, err) : err->code;
}

static void play_close(void *study, void *space, enum error_code code)
{
    (void)study, (void)code;
    talk_release(space);
    free(space);
}

static enum error_code play_runs(void *study, void *space, uint64_t first, uint64_t last,
                                 struct error *err)
{
    struct talks_played *played = study;

    for (uint64_t run = first; run < last; run++) {
        if (talk_draw(space, run, err) != OK)
            return err->code;
        for (size_t i = 0; i < played->n_pair; i++)
            if (play(space, &played->pair[i], &played->run[i * played->runs + run], err) != OK)
                return err->code;
    }
    return OK;
}

double talks_played_bytes(const struct scenario *s, uint64_t runs, size_t n_pair, int threads)
{
    const size_t n_side = s->talks->n_side;
    const size_t bodies = scenario_bodies(s) > 0 ? 2 * sizeof(double) : 0;
    const size_t image = talks_believe(s->talks) ? sizeof(double) + bodies : 0;
    const double of_package =
        (double)n_side * (double)(2 * sizeof(double) + 5 * sizeof(uint32_t) + bodies + image) +
        sizeof(double) + (talks_look_at_several(s->talks) ? sizeof(double) : 0) +
        2 * sizeof(struct sorting_key);
    const double of_package_index = sizeof(uint32_t) + sizeof(uint16_t);

    /* a row of talks.csv, whose room doubles as it grows; of more than two also sets of sides */
    const double of_row = 2 * sizeof(double) * (double)(s->n_table + 12 + 2 * n_side) +
                          (n_side > 2 ? 2 * sizeof(uint64_t) + 4 * sizeof(double) : 0);

    return (double)runs * ((double)n_pair * sizeof(struct talks_run) + of_row) +
           (double)s->grid.total * (of_package_index + threads * of_package);
}

enum error_code talks_play(struct talks_played *played, struct pool_job *job, int threads,
                           struct error *err)
{
    played->run = memory_alloc(played->n_pair * (size_t)played->runs, sizeof *played->run, err);
    if (!played->run)
        return err->code;
    job->study = played;
    job->n = played->runs;
    job->block = BLOCK;
    job->open = play_open;
    job->work = play_runs;
    job->close = play_close;
    return pool_run(job, threads, err);
}

void talks_played_release(struct talks_played *played)
{
    free(played->run);
    played->run = NULL;
}

enum error_code talks_watch(const struct package_index *b, uint64_t seed, uint64_t run,
                            const struct talks_pair *pair,
                            void (*watch)(void *with, const struct talk *, const struct action *),
                            void *watcher, struct talks_run *result, struct error *err)
{
    struct talk t;
    enum error_code code = talk_init(&t, b, seed, err);

    if (code == OK) {
        t.watch = watch;
        t.watcher = watcher;
        code = talk_draw(&t, run, err);
        if (code == OK)
            code = play(&t, pair, result, err);
    }
    talk_release(&t);
    return code;
}
