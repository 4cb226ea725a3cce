/* talks_survey.c - the talks over many draws */
#include "talks_survey.h"

#include "ballot.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK = 16 }; /* runs that a thread takes at a time */

/* discount ^ day S - cost day, S being what was agreed, or when somebody leaves what a side has
 * outside. */
static double value_of(const struct talk *t, size_t side, double surplus)
{
    const double *number = t->world.agenda.stance[side].number;
    const struct conclusion *end = &t->conclusion;
    const bool is_left = end->ending == ENDING_LEFT;

    return pow(number[TACTIC_discount], end->day) * (is_left ? number[TACTIC_outside] : surplus) -
           number[TACTIC_cost] * end->day;
}

/* What the agreement leaves to a side over no deal. */
static double surplus_of(const struct talk *t, size_t side)
{
    const struct world *w = &t->world;
    const uint32_t package = t->conclusion.package;

    return ballot_left(w->scenario, w->scenario->talks->side[side], w->deal.theta,
                       standing_worth(&w->standing, side, package), world_felt(w, side, package));
}

static enum error_code play(struct talk *t, const struct talks_pair *pair, struct talks_run *run,
                            struct error *err)
{
    for (size_t i = 0; i < N_SIDE; i++)
        if (pair->stance[i])
            agenda_replace(&t->world.agenda, i, pair->stance[i]);
    if (talk_play(t, err) != OK)
        return err->code;
    *run = (struct talks_run){
        .conclusion = t->conclusion, .final_day = t->put_day, .tried = t->tried, .worked = t->worked
    };
    for (size_t i = 0; i < N_SIDE && t->conclusion.package != NO_PACKAGE; i++)
        run->surplus[i] = surplus_of(t, i);
    for (size_t i = 0; i < N_SIDE; i++)
        run->value[i] = value_of(t, i, run->surplus[i]);
    return OK;
}

static enum error_code survey_open(void *study, void **space, struct error *err)
{
    const struct talks_survey *survey = study;
    struct talk *t = memory_alloc(1, sizeof *t, err);

    *space = t;
    return t ? talk_init(t, survey->board, survey->seed, err) : err->code;
}

static void survey_close(void *study, void *space, enum error_code code)
{
    (void)study, (void)code;
    talk_release(space);
    free(space);
}

static enum error_code survey_work(void *study, void *space, uint64_t first, uint64_t last,
                                   struct error *err)
{
    struct talks_survey *survey = study;

    for (uint64_t run = first; run < last; run++) {
        if (talk_draw(space, run, err) != OK)
            return err->code;
        for (size_t i = 0; i < survey->n_pair; i++)
            if (play(space, &survey->pair[i], &survey->run[i * survey->runs + run], err) != OK)
                return err->code;
    }
    return OK;
}

double talks_survey_bytes(const struct scenario *s, uint64_t runs, size_t n_pair, int threads)
{
    const size_t bodies = scenario_bodies(s) > 0 ? 2 * sizeof(double) : 0;
    const size_t image = talks_believe(s->talks) ? sizeof(double) + bodies : 0;
    const double of_package =
        N_SIDE * (double)(2 * sizeof(double) + 5 * sizeof(uint32_t) + bodies + image) +
        sizeof(double) + 2 * sizeof(struct sorting_key);
    const double of_board = sizeof(uint32_t) + sizeof(uint16_t);

    /* a row of talks.csv, whose room doubles as it grows */
    const double of_row = 2 * sizeof(double) * (double)(s->n_table + 16);

    return (double)runs * ((double)n_pair * sizeof(struct talks_run) + of_row) +
           (double)s->grid.total * (of_board + threads * of_package);
}

enum error_code talks_survey_run(struct talks_survey *survey, struct pool_job *job, int threads,
                                 struct error *err)
{
    survey->run = memory_alloc(survey->n_pair * (size_t)survey->runs, sizeof *survey->run, err);
    if (!survey->run)
        return err->code;
    job->study = survey;
    job->n = survey->runs;
    job->block = BLOCK;
    job->open = survey_open;
    job->work = survey_work;
    job->close = survey_close;
    return pool_run(job, threads, err);
}

void talks_survey_release(struct talks_survey *survey)
{
    free(survey->run);
    survey->run = NULL;
}

enum error_code talks_watch(const struct board *b, uint64_t seed, uint64_t run,
                            const struct talks_pair *pair,
                            void (*watch)(void *with, const struct talk *, const struct deed *),
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
