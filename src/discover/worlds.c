/* worlds.c - possible worlds as cases: what is uncertain in them, and what comes of them */
#include "worlds.h"

#include "draw.h"
#include "interrupt.h"
#include "judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 }; /* worlds that a thread takes at a time */

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct judge judge;
    double *theta, *y; /* [n_parameter], [outputs->n] */
};

static const struct scenario *scenario_of(const struct worlds *w)
{
    return w->layout->scenario;
}

static void close_space(void *study, void *closed, enum error_code code)
{
    struct space *space = closed;

    (void)study, (void)code;
    if (space->rng)
        gsl_rng_free(space->rng);
    judge_release(&space->judge);
    free(space->theta);
    free(space);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct worlds *w = study;
    const size_t n_parameter = scenario_of(w)->n_parameter;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->rng = gsl_rng_alloc(rng_philox);
    space->theta = memory_alloc(n_parameter + w->outputs->n, sizeof *space->theta, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code != OK ||
        judge_init(&space->judge, w->layout, w->package_index, w->outputs, w->seed, err) != OK) {
        close_space(NULL, space, err->code);
        return err->code;
    }
    space->y = space->theta + n_parameter;
    gsl_rng_set(space->rng, w->seed);
    *opened = space;
    return OK;
}

/* The place among an issue's levels of a value as levers have it: a number, or the index of a name.
 */
static size_t level_of(const struct issue *issue, double value)
{
    size_t l = 0;

    while (l + 1 < issue->n_level && issue->level[l] != value)
        l++;
    return l;
}

/* Which of a lever's values this world has: of a stream of its own, so that numbers stay as they
 * are. */
static size_t choose(const struct worlds *w, const struct space *space, uint64_t world, size_t i)
{
    const struct lever *l = &w->lever[i];

    rng_open(space->rng, STREAM_DESIGN, world);
    rng_seek(space->rng, (uint32_t)i);
    return (size_t)gsl_rng_uniform_int(space->rng, l->n_value);
}

static void set_levels(const struct worlds *w, struct space *space, uint64_t world)
{
    for (size_t f = 0; f < w->n_factor; f++) {
        const struct world_factor *about = &w->about[f];
        double *at = w->value + f * w->n + world;
        if (about->kind != WORLD_LEVEL)
            continue;
        const size_t chosen = choose(w, space, world, about->lever);
        const double value = w->lever[about->lever].value[chosen];
        space->judge.term[about->issue] = level_of(&scenario_of(w)->issue[about->issue], value);
        *at = about->n_label > 0 ? (double)chosen : value;
    }
}

static void note_numbers(const struct worlds *w, const double theta[], uint64_t world)
{
    for (size_t f = 0; f < w->n_factor; f++) {
        const struct world_factor *about = &w->about[f];
        double *at = w->value + f * w->n + world;
        if (about->kind == WORLD_NUMBER)
            *at = theta[about->parameter];
        else if (about->kind == WORLD_LINE)
            *at = red_line_holds(about->line, theta);
    }
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    struct worlds *w = study;
    struct space *space = opened;

    for (uint64_t world = first; world < last; world++) {
        if (interrupt_check(err) != OK ||
            draw_make(scenario_of(w), space->rng, world, space->theta, err) != OK)
            return err->code;
        note_numbers(w, space->theta, world);
        set_levels(w, space, world);
        if (judge_draw(&space->judge, space->theta, world, space->y, err) != OK)
            return err->code;
        for (size_t o = 0; o < w->outputs->n; o++)
            w->answer[o * w->n + world] = space->y[o] >= 0.5;
    }
    return OK;
}

/* Whether a number is the probability of a red line, which only decides whether the line holds. */
static bool is_line_probability(const struct scenario *s, size_t parameter)
{
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct red_line *line = s->parameter[i].is_implied ? scenario_red_line(s, i) : NULL;
        if (line && line->probability == parameter)
            return true;
    }
    return false;
}

static const char *const holds[] = { "does_not_hold", "holds" };

static void add_number(struct worlds *w, size_t parameter)
{
    const struct scenario *s = scenario_of(w);

    if (!scenario_red_line(s, parameter) && !is_line_probability(s, parameter))
        w->about[w->n_factor++] = (struct world_factor){ .kind = WORLD_NUMBER,
                                                         .name = s->parameter[parameter].path,
                                                         .parameter = parameter };
}

static void add_line(struct worlds *w, size_t parameter)
{
    const struct scenario *s = scenario_of(w);
    const struct red_line *line = scenario_red_line(s, parameter);

    if (line)
        w->about[w->n_factor++] =
            (struct world_factor){ .kind = WORLD_LINE,
                                   .name = scenario_line_name(s, line, &w->arena),
                                   .line = line,
                                   .n_label = 2,
                                   .label = holds };
}

/* The levels of an issue with names are categories, labelled by their names; numbers are numbers.
 * More names than a set holds are refused by the command. */
static void add_level(struct worlds *w, size_t i)
{
    const struct lever *l = &w->lever[i];
    const size_t k = lever_index(l, scenario_of(w));
    const struct issue *issue = &scenario_of(w)->issue[k];
    const char **label = NULL;

    if (issue->is_named) {
        label = arena_alloc(&w->arena, l->n_value, sizeof *label);
        for (size_t v = 0; label && v < l->n_value; v++)
            label[v] = issue->names[(size_t)l->value[v]];
    }
    w->about[w->n_factor++] = (struct world_factor){ .kind = WORLD_LEVEL,
                                                     .name = l->path,
                                                     .issue = k,
                                                     .lever = i,
                                                     .n_label = label ? l->n_value : 0,
                                                     .label = label };
}

/* Numbers, then levels that are numbers, then what holds or not and levels with names: the order in
 * which boxes are tried (prim.h). */
static void list_factors(struct worlds *w)
{
    const struct scenario *s = scenario_of(w);

    for (size_t i = 0; i < w->numbers.n; i++)
        add_number(w, w->numbers.parameter[i]);
    for (size_t i = 0; i < w->n_lever; i++)
        if (!s->issue[lever_index(&w->lever[i], s)].is_named)
            add_level(w, i);
    for (size_t i = 0; i < w->numbers.n; i++)
        add_line(w, w->numbers.parameter[i]);
    for (size_t i = 0; i < w->n_lever; i++)
        if (s->issue[lever_index(&w->lever[i], s)].is_named)
            add_level(w, i);
}

static enum factor_kind kind_of(const struct worlds *w, const struct world_factor *about)
{
    bool is_whole = about->kind == WORLD_LEVEL;

    if (about->n_label > 0)
        return FACTOR_CATEGORY;
    for (size_t i = 0; is_whole && i < w->lever[about->lever].n_value; i++)
        is_whole = w->lever[about->lever].value[i] == floor(w->lever[about->lever].value[i]);
    return is_whole ? FACTOR_WHOLE : FACTOR_REAL;
}

static enum error_code allocate(struct worlds *w, struct error *err)
{
    const size_t most = w->numbers.n + w->n_lever;

    w->about = arena_alloc(&w->arena, most, sizeof *w->about);
    w->factor = arena_alloc(&w->arena, most, sizeof *w->factor);
    w->value = memory_alloc(most * w->n, sizeof *w->value, err);
    w->answer = memory_alloc(w->outputs->n * w->n, sizeof *w->answer, err);
    if (!w->about || !w->factor)
        error_set(err, ERR_MEMORY, "not enough memory for worlds");
    if (err->code != OK)
        return err->code;
    list_factors(w);
    for (size_t f = 0; f < w->n_factor; f++)
        w->factor[f] = (struct factor){ kind_of(w, &w->about[f]), w->value + f * w->n };
    return OK;
}

double worlds_bytes(const struct scenario *s, size_t n_output, size_t n)
{
    return (double)n * ((double)s->n_parameter * sizeof(double) + (double)n_output);
}

enum error_code worlds_make(struct worlds *w, struct pool_job *job, int threads, struct error *err)
{
    job->study = w;
    job->n = w->n;
    job->block = BLOCK;
    job->open = open_space;
    job->work = work;
    job->close = close_space;
    if (numbers_init(&w->numbers, scenario_of(w), w->outputs->wants[METRIC_TALKS], err) != OK ||
        allocate(w, err) != OK || pool_run(job, threads, err) != OK)
        return err->code;
    return interrupt_check(err);
}

void worlds_release(struct worlds *w)
{
    numbers_release(&w->numbers);
    arena_release(&w->arena);
    free(w->value);
    free(w->answer);
}

struct cases worlds_cases(const struct worlds *w, size_t output)
{
    return (struct cases){ .n_row = w->n,
                           .n_factor = w->n_factor,
                           .factor = w->factor,
                           .answer = w->answer + output * w->n };
}
