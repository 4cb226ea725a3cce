/* survey.c - a scenario's draws sampled, and what a run finds in them */
#include "survey.h"

enum error_code survey_make(struct survey *v, const struct scenario *s, bool wants_draws,
                            struct pool_job *job, int threads, struct error *err)
{
    if (layout_init(&v->layout, s, err) != OK ||
        mean_case_init(&v->mean_case, &v->layout, err) != OK)
        return err->code;
    v->map = (struct map){ .layout = &v->layout,
                           .mean_case = &v->mean_case,
                           .draws = s->draws,
                           .seed = s->seed,
                           .wants_sample = true,
                           .wants_draws = wants_draws };
    if (map_run(&v->map, job, threads, err) != OK)
        return err->code;
    return results_init(&v->results, &v->map, threads, err);
}

void survey_release(struct survey *v)
{
    results_release(&v->results);
    map_release(&v->map);
    mean_case_release(&v->mean_case);
    layout_release(&v->layout);
    *v = (struct survey){ .map = { .draws = 0 } };
}

enum error_code survey_best(const struct scenario *s, int threads, size_t level[],
                            struct error *err)
{
    struct pool_job job = { 0 };
    struct survey survey = { 0 };
    const enum error_code code = survey_make(&survey, s, false, &job, threads, err);

    if (code == OK)
        grid_levels(&s->grid, survey.results.gathering.best.package, level);
    survey_release(&survey);
    return code;
}
