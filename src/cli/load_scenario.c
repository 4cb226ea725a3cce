/* load_scenario.c - a scenario for a command, its mistakes printed */
#include "load_scenario.h"

#include "command.h"
#include "draw.h"
#include "headings.h"
#include "loader.h"
#include "machine.h"
#include "message.h"
#include "names.h"
#include "pool.h"
#include "posterior.h"
#include "results.h"
#include "talks_play.h"
#include "text.h"
#include "weight.h"

#include <stdio.h>

static void print_all(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++)
        message_error(&problems->list[i]);
    if (problems->total > problems->n)
        fprintf(stderr, "negosim: and %zu more\n", problems->total - problems->n);
}

/* Checks a scenario that could be read; one that fails is released. */
static enum error_code look_over(struct scenario *s, struct error *err)
{
    enum error_code code = headings_check(s, err);

    if (code == OK)
        code = weight_check(s, err);
    if (code != OK)
        scenario_release(s);
    return code;
}

/* Sobol' draws are of `run` and `sweep`, and of `check`, which says what a run would take. */
static bool draws_evenly(const struct options *options)
{
    return (options->command->bit & (TAKES_RUN | TAKES_SWEEP | TAKES_CHECK)) != 0;
}

/* The draws as the command line has them, or else the scenario. */
static enum error_code choose_draws(struct scenario *s, const struct options *options,
                                    const char *name, struct error *err)
{
    char asked[TEXT_NUMBER], taken[TEXT_NUMBER];

    if (options->draws)
        s->draws = options->draws;
    if (options->seed != UINT64_MAX)
        s->seed = options->seed;
    if (options->draw_design != DRAW_DESIGN_COUNT)
        s->design = options->draw_design;
    if (s->design == DRAWS_PLAIN)
        return OK;
    if (!draws_evenly(options)) {
        message_warning(name, "run.design is of 'run' and 'sweep': %s makes plain draws",
                        options->command->name);
        s->design = DRAWS_PLAIN;
        return OK;
    }
    if (options->learned)
        return error_set(
            err, ERR_USAGE, "--posterior has worlds of its own, which are no Sobol' draws: add %s",
            options->command->bit & TAKES_RUN ? "--design plain" : "--set run.design=plain");
    const uint64_t wanted = s->draws;
    if (draw_spread(s, err) != OK)
        return err->code;
    if (s->draws == wanted)
        return OK;
    text_grouped(wanted, asked);
    text_grouped(s->draws, taken);
    message_warning(name, "Sobol' draws are a power of two, from 16 on: %s draws, not %s", taken,
                    asked);
    return OK;
}

enum error_code load_scenario_texts(struct scenario *s, struct manuscript *texts,
                                    const struct options *options, int i, bool all,
                                    struct error *err)
{
    struct problems problems;
    struct error found = { .code = OK };

    *s = (struct scenario){ 0 };
    enum error_code code = scenario_read_manuscript(texts, options->operand[i], &problems, &found);

    if (code == OK)
        code = scenario_load_manuscript(s, texts, options->n_set, options->set, &problems, &found);
    if (code == ERR_SCENARIO && all) {
        print_all(&problems);
        return code;
    }
    if (code == ERR_SCENARIO) {
        *err = problems.list[0];
        if (problems.total > 1)
            fprintf(stderr,
                    "negosim: %zu mistakes, the first of them below; 'negosim check' "
                    "lists them\n",
                    problems.total);
        return code;
    }
    if (code != OK) {
        *err = found;
        return code;
    }
    /* before look_over: how often weights are all zero is counted over these draws */
    code = choose_draws(s, options, options->operand[i], &found);
    if (code == OK && options->learned)
        code = posterior_give(options->learned, false, s, &found);
    if (code == OK)
        code = look_over(s, &found);
    else
        scenario_release(s);
    if (code == ERR_SCENARIO && all)
        message_error(&found);
    else
        *err = found;
    return code;
}

enum error_code load_scenario(struct scenario *s, const struct options *options, int i, bool all,
                              struct error *err)
{
    struct manuscript texts;
    enum error_code code = load_scenario_texts(s, &texts, options, i, all, err);

    manuscript_release(&texts);
    return code;
}

/* A fifth of the memory is left to others. */
#define SHARE 0.8

/* Refused before the work: the kernel may grant memory that is not there, and end the process
 * later. */
enum error_code fits_memory_need(const struct scenario *s, double need, int threads,
                                 struct error *err)
{
    const double gib = 1024.0 * 1024.0 * 1024.0;
    char packages[TEXT_NUMBER];
    const char *limit;
    const double memory = machine_memory(&limit);

    if (need <= SHARE * memory)
        return OK;
    text_grouped(s->grid.total, packages);
    return error_set(err, ERR_SCENARIO,
                     "%s packages need %.3g GiB on %d threads, and %s %.3g; take "
                     "levels off the table, fix an issue with --set issues.NAME=LEVEL, use fewer "
                     "threads with -j, fewer draws with -n, or leave out --draw-table",
                     packages, need / gib, threads, limit, memory / gib);
}

enum error_code fits_memory_run(const struct scenario *s, bool wants_draws, uint64_t top,
                                int threads, struct error *err)
{
    const double need = map_bytes(s, s->draws, wants_draws, threads) + sample_bytes(s, s->draws) +
                        results_bytes(s, top);

    return fits_memory_need(s, need, threads, err);
}

enum error_code fits_memory(const struct scenario *s, int threads, int at_once, struct error *err)
{
    const double need = at_once * map_bytes(s, s->draws, false, threads);

    return fits_memory_need(s, need, threads * at_once, err);
}

enum error_code fits_memory_talks(const struct scenario *s, size_t n_pair, int threads, int at_once,
                                  struct error *err)
{
    const double need = at_once * talks_played_bytes(s, s->draws, n_pair, threads);

    if (s->grid.total > PACKAGE_INDEX_MAX_PACKAGE || layout_cases(s) > PACKAGE_INDEX_MAX_CASE)
        return error_set(err, ERR_SCENARIO,
                         "talks are played over at most %.10g packages, and these are %.10g; take "
                         "levels off the table, or fix an issue with --set issues.NAME=LEVEL",
                         (double)PACKAGE_INDEX_MAX_PACKAGE, (double)s->grid.total);
    return fits_memory_need(s, need, threads * at_once, err);
}

int worker_threads(const struct options *options)
{
    const int wanted = options->threads ? (int)options->threads : pool_threads();
    const int n = machine_threads(wanted);

    if (n < wanted)
        message_warning(options->operand[0],
                        "%d threads cannot be made here (ulimit -u and -v, pids.max of the control "
                        "group); going on with %d, and the same results",
                        wanted, n);
    return n;
}

enum error_code load_proposal(const struct scenario *s, const char *option, const char *name,
                              size_t *proposal, struct error *err)
{
    char hint[300];

    *proposal = name ? scenario_proposal(s, name) : NONE;
    if (!name || *proposal != NONE)
        return OK;
    if (s->n_proposal == 0)
        return error_set(err, ERR_USAGE, "--%s: the scenario has no proposals", option);
    name_hint(s->n_proposal, &s->proposal[0].name, sizeof *s->proposal, name, sizeof hint, hint);
    return error_set(err, ERR_USAGE, "--%s: no proposal '%s'%s", option, name, hint);
}
