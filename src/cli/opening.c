/* opening.c - a scenario for a command, its mistakes printed */
#include "opening.h"

#include "loader.h"
#include "message.h"
#include "survey.h"
#include "text.h"

#include <stdio.h>
#include <unistd.h>

static void print_all(const struct problems *problems)
{
    for (size_t i = 0; i < problems->n; i++)
        message_error(&problems->list[i]);
    if (problems->total > problems->n)
        fprintf(stderr, "negosim: and %zu more\n", problems->total - problems->n);
}

enum error_code opening_load(struct scenario *s, const struct request *request, int i, bool all,
                             struct error *err)
{
    struct problems problems;
    struct error found = { .code = OK };
    const char *path = request->operand[i];
    enum error_code code = scenario_load(s, path, request->n_set, request->set, &problems, &found);

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
    if (request->draws)
        s->draws = request->draws;
    if (request->seed != UINT64_MAX)
        s->seed = request->seed;
    return OK;
}

enum error_code opening_fits(const struct scenario *s, bool wants_draws, int threads, int surveys,
                             struct error *err)
{
    const double gib = 1024.0 * 1024.0 * 1024.0;
    double have = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
    double need = surveys * survey_bytes(s, s->draws, wants_draws, threads);
    char packages[TEXT_NUMBER];

    if (need <= 0.8 * have)
        return OK;
    text_grouped(s->grid.total, packages);
    return error_set(err, ERR_SCENARIO,
                     "%s packages need %.3g GiB on %d threads, and this machine has %.1f; take "
                     "levels off the table, fix an issue with --set issues.NAME=LEVEL, use fewer "
                     "threads with -j, or leave out --draw-table",
                     packages, need / gib, threads * surveys, have / gib);
}
