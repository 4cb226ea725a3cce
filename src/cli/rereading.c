/* rereading.c - a scenario file that is read again, with more settings each time */
#include "rereading.h"

#include "loader.h"
#include "plan.h"
#include "text.h"

#include <string.h>

static enum error_code changed(const struct rereading *r, struct error *err)
{
    return error_set(err, ERR_IO, "'%.250s' has changed since it was first read", r->path);
}

/* Whether the file still reads as at first, where it does not read with more settings. */
static bool is_unchanged(const struct rereading *r)
{
    struct problems problems;
    struct scenario again;
    struct error ignored = { .code = OK };

    if (scenario_load(&again, r->path, r->request->n_set, r->request->set, &problems, &ignored) !=
        OK)
        return false;
    const bool same = again.text_hash == r->scenario->text_hash;
    scenario_release(&again);
    return same;
}

static enum error_code refuse(const struct rereading *r, const struct problems *problems,
                              struct error *err)
{
    if (!is_unchanged(r))
        return changed(r, err);
    *err = problems->list[0];
    return err->code;
}

/* A text's hash goes on over the settings, in their order. */
enum error_code rereading_load(void *with, size_t n_set, const char *const set[],
                               struct scenario *s, struct error *err)
{
    const struct rereading *r = with;
    const size_t n = r->request->n_set;
    uint64_t hash = r->scenario->text_hash;
    const char *all[MAX_SET + PLAN_MAX_LEVER];
    struct problems problems;

    memcpy(all, r->request->set, n * sizeof *all);
    memcpy(all + n, set, n_set * sizeof *all);
    enum error_code code = scenario_load(s, r->path, n + n_set, all, &problems, err);
    if (code != OK)
        return code == ERR_SCENARIO ? refuse(r, &problems, err) : code;
    for (size_t i = 0; i < n_set; i++)
        hash = text_hash(hash, set[i], strlen(set[i]) + 1);
    if (s->text_hash != hash) {
        scenario_release(s);
        return changed(r, err);
    }
    s->draws = r->scenario->draws;
    s->seed = r->scenario->seed;
    return OK;
}
