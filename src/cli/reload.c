/* reload.c - a scenario that was read once, loaded again with more settings */
#include "reload.h"

#include "draw.h"
#include "loader.h"
#include "plan.h"
#include "posterior.h"

#include <string.h>

enum error_code reload_with(void *with, size_t n_set, const char *const set[], struct scenario *s,
                            struct error *err)
{
    const struct reload *r = with;
    const size_t n = r->options->n_set;
    const char *all[MAX_SET + PLAN_MAX_LEVER];
    struct problems problems;

    memcpy(all, r->options->set, n * sizeof *all);
    memcpy(all + n, set, n_set * sizeof *all);
    enum error_code code = scenario_load_manuscript(s, r->texts, n + n_set, all, &problems, err);
    if (code == ERR_SCENARIO)
        *err = problems.list[0];
    if (code != OK)
        return code;
    /* as they are after --draws and --seed, which the texts do not know */
    s->draws = r->scenario->draws;
    s->seed = r->scenario->seed;
    s->design = r->scenario->design;
    if (draw_spread(s, err) != OK ||
        (r->options->learned && posterior_give(r->options->learned, true, s, err) != OK)) {
        scenario_release(s);
        return err->code;
    }
    return OK;
}
