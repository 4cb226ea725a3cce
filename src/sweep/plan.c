/* plan.c - the points of a sweep: which levers, which values, in which order */
#include "plan.h"

#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct plan_options plan_asked(const struct scenario *s)
{
    return (struct plan_options){ .n_vary = s->sweep.n_vary,
                                  .vary = s->sweep.vary,
                                  .design = s->sweep.design,
                                  .points = s->sweep.points };
}

/* `l` is in plan->lever, behind the levers read so far. */
static enum error_code check_lever(const struct plan *plan, const struct lever *l,
                                   struct error *err)
{
    for (const struct lever *other = plan->lever; other < l; other++)
        if (strcmp(other->path, l->path) == 0)
            return error_set(err, ERR_USAGE, "--vary %s is there twice", l->path);
    if (plan->design == DESIGN_GRID && l->is_range)
        return error_set(err, ERR_USAGE,
                         "--vary %s needs a number of values, LO:HI:N, or a --design that chooses "
                         "them: lhs, sobol or random",
                         l->path);
    return OK;
}

static enum error_code count_points(struct plan *plan, const struct plan_options *options,
                                    struct error *err)
{
    size_t size[PLAN_MAX_LEVER];

    if (plan->design != DESIGN_GRID) {
        plan->n_point = options->points;
        if (plan->n_point == 0)
            return error_set(err, ERR_USAGE, "--design %s needs --points N",
                             design_names[plan->design].text);
        return OK;
    }
    if (options->points)
        return error_set(err, ERR_USAGE,
                         "--points is for --design lhs, sobol or random; a grid has as many points "
                         "as its values make");
    for (size_t i = 0; i < plan->n_lever; i++)
        size[i] = plan->lever[i].n_value;
    if (!grid_init(&plan->grid, plan->n_lever, size))
        return error_set(err, ERR_USAGE, "the grid has more points than can be numbered");
    plan->n_point = plan->grid.total;
    return OK;
}

enum error_code plan_init(struct plan *plan, const struct scenario *s,
                          const struct plan_options *options, struct error *err)
{
    *plan = (struct plan){ .scenario = s, .design = options->design, .seed = s->seed };
    if (options->n_vary == 0)
        return error_set(err, ERR_USAGE,
                         "nothing to vary: give --vary PATH=LO:HI:N, or a group `sweep` in the "
                         "scenario");
    if (options->n_vary > PLAN_MAX_LEVER)
        return error_set(err, ERR_USAGE, "%zu levers, at most %d", options->n_vary, PLAN_MAX_LEVER);
    for (size_t i = 0; i < options->n_vary; i++) {
        struct lever *l = &plan->lever[i];
        if (lever_read(l, s, options->vary[i], &plan->arena, err) != OK ||
            check_lever(plan, l, err) != OK)
            return err->code;
        plan->n_lever++;
    }
    return count_points(plan, options, err);
}

void plan_release(struct plan *plan)
{
    arena_release(&plan->arena);
    *plan = (struct plan){ .n_lever = 0 };
}

enum error_code plan_design(const struct plan *plan, struct design *design, struct error *err)
{
    *design = (struct design){ .n = 0 };
    if (plan->design == DESIGN_GRID)
        return OK;
    return design_open(design, plan->design, plan->n_point, plan->n_lever, plan->seed, err);
}

void plan_point(const struct plan *plan, struct design *design, uint64_t index, double value[])
{
    double u[DESIGN_MAX];

    if (plan->design != DESIGN_GRID)
        design_point(design, index, u);
    for (size_t i = 0; i < plan->n_lever; i++) {
        const struct lever *l = &plan->lever[i];
        if (plan->design == DESIGN_GRID)
            value[i] = l->value[grid_level(&plan->grid, index, i)];
        else if (l->is_range)
            value[i] = l->low + u[i] * (l->high - l->low);
        else
            /* u < 1, so that the index stays below n_value */
            value[i] = l->value[(size_t)(u[i] * (double)l->n_value)];
    }
}

void plan_levers(const struct plan *plan, char out[static PLAN_LEVERS])
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < plan->n_lever && used < PLAN_LEVERS; i++)
        used += (size_t)snprintf(out + used, PLAN_LEVERS - used, "%s%s", i ? " " : "",
                                 plan->lever[i].path);
}

static void write_lever(FILE *out, const struct plan *plan, const struct lever *l)
{
    char setting[LEVER_TEXT], number[2][TEXT_NUMBER];

    if (l->is_range || l->is_spaced) {
        text_shortest(l->low, number[0]);
        text_shortest(l->high, number[1]);
        fprintf(out, " %s=%s:%s", l->path, number[0], number[1]);
        if (l->is_spaced)
            fprintf(out, ":%zu", l->n_value);
        return;
    }
    fprintf(out, " %s=", l->path);
    for (size_t i = 0; i < l->n_value; i++) {
        lever_setting(l, plan->scenario, l->value[i], setting);
        fprintf(out, "%s%s", i ? "," : "", strchr(setting, '=') + 1);
    }
}

/* The text is a fact of the sweep's identity, of SWEEP_FACT_TEXT letters at most. */
const char *plan_text(struct plan *plan)
{
    enum { SHOWN = 340 };
    char *text = NULL, shown[SHOWN + 40];
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);

    if (!out)
        return NULL;
    fprintf(out, "%s %" PRIu64, design_names[plan->design].text, plan->n_point);
    for (size_t i = 0; i < plan->n_lever; i++)
        write_lever(out, plan, &plan->lever[i]);
    if (fclose(out) != 0) {
        free(text);
        return NULL;
    }
    /* a short text is readable in a message; of a long one the hash stands for the rest */
    if (n <= SHOWN)
        snprintf(shown, sizeof shown, "%s", text);
    else
        snprintf(shown, sizeof shown, "%.*s... %016" PRIx64, SHOWN, text,
                 text_hash(TEXT_HASH_START, text, n));
    free(text);
    return arena_text(&plan->arena, shown);
}
