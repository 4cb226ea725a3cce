/* sweep_options.c - what a sweep is asked to do, by its command and by its scenario */
#include "sweep_options.h"

#include "picture_settings.h"
#include "text.h"
#include "weight.h"

#include <stdio.h>
#include <string.h>

static enum error_code make_plan(struct plan *plan, const struct options *options,
                                 const struct scenario *s, struct error *err)
{
    struct plan_options asked = plan_asked(s);

    if (options->n_vary > 0) /* --vary replaces the scenario's sweep, its design and points too */
        asked = (struct plan_options){ .n_vary = options->n_vary, .vary = options->vary };
    if (options->design != DESIGN_COUNT)
        asked.design = (enum design_kind)options->design;
    if (options->points)
        asked.points = options->points;
    return plan_init(plan, s, &asked, err);
}

/* Chooses the metrics: those of the command, else of the scenario, else all that it has but the
 * talks, which are played only when asked for. */
static enum error_code choose_metrics(struct sweep *sweep, const struct options *options,
                                      const struct scenario *s, struct error *err)
{
    const char *lacks;

    if (options->metrics)
        return metrics_read(options->metrics, s, sweep->wants, err);
    for (size_t i = 0; i < s->sweep.n_metric; i++)
        if (metric_want(s->sweep.metric[i], s, sweep->wants, err) != OK)
            return err->code;
    for (int m = 0; s->sweep.n_metric == 0 && m < METRIC_COUNT; m++)
        sweep->wants[m] = m != METRIC_TALKS && metric_applies((enum metric)m, s, &lacks);
    return OK;
}

/* Refuses a setting that is set and varied: one of the two would be ignored without a word. */
static enum error_code check_sets(const struct options *options, const struct plan *plan,
                                  struct error *err)
{
    char text[LEVER_TEXT];

    for (size_t k = 0; k < options->n_set; k++)
        for (size_t i = 0; i < plan->n_lever; i++) {
            const char *path = plan->lever[i].path;
            snprintf(text, sizeof text, "%s", options->set[k]);
            const char *set = lever_path(text);
            if (strncmp(set, path, strlen(path)) == 0 && set[strlen(path)] == '=')
                return error_set(err, ERR_USAGE, "'%s' is set and varied: leave one out", path);
        }
    return OK;
}

/* Checks --plot and --axes now: gnuplot would refuse them only after all the work. */
static enum error_code check_picture(const struct options *options, const struct plan *plan,
                                     const struct sweep *sweep, struct error *err)
{
    char levers[PLAN_LEVERS];

    if (!options->plot)
        return OK;
    if (!sweep->wants[METRIC_ZONE] && !sweep->wants[METRIC_TALKS])
        return error_set(err, ERR_USAGE, "--plot draws the metric zone, or talks: add one");
    for (size_t i = 0; i < plan->n_lever; i++)
        for (size_t v = 0; plan->lever[i].label && v < plan->lever[i].n_value; v++)
            if (plan->lever[i].label[v][strcspn(plan->lever[i].label[v], " \"{}[]()")])
                return error_set(err, ERR_USAGE, "--plot cannot name the value %s of '%s'",
                                 plan->lever[i].label[v], plan->lever[i].path);
    plan_levers(plan, levers);
    return picture_check_axes(levers, options->axes, err);
}

enum error_code sweep_options(const struct reload *from, struct plan *plan, struct sweep *sweep,
                              struct error *err)
{
    const struct options *options = from->options;
    const struct scenario *s = from->scenario;

    if (make_plan(plan, options, s, err) == OK && choose_metrics(sweep, options, s, err) == OK &&
        check_sets(options, plan, err) == OK && sweep_init(sweep, err) == OK &&
        check_picture(options, plan, sweep, err) == OK)
        return OK;
    /* the levers come from the file: the mistake is there, not on the command line */
    if (err->code == ERR_USAGE && options->n_vary == 0 && s->sweep.n_vary > 0) {
        err->code = ERR_SCENARIO;
        snprintf(err->file, sizeof err->file, "%s", from->texts->name);
    }
    return err->code;
}

enum error_code sweep_options_shard(const struct options *options, uint64_t *part, uint64_t *parts,
                                    struct error *err)
{
    const char *text = options->shard, *slash = text ? strchr(text, '/') : NULL;
    char first[TEXT_NUMBER] = "";

    *part = 0;
    *parts = 1;
    if (!text)
        return OK;
    if (slash)
        snprintf(first, sizeof first, "%.*s", (int)(slash - text), text);
    if (!slash || !text_amount(slash + 1, 1, 1000000, parts) ||
        !text_amount(first, 1, *parts, part))
        return error_set(err, ERR_USAGE, "--shard is '%s', expected I/N, I from 1 to N", text);
    --*part;
    return OK;
}

/* Turns an error about the --set of a value into one about the lever, and about the file if the
 * lever comes from there.  An error elsewhere in the file that the value leads to names both. */
static void name_lever(const struct reload *from, const char *setting, struct error *err)
{
    char lever[sizeof err->file + sizeof "vary "], text[sizeof err->text + LEVER_TEXT];

    if (err->line != LINE_OF_SETTING) {
        snprintf(text, sizeof text, "with %.200s: %s", setting, err->text);
        snprintf(err->text, sizeof err->text, "%s", text);
        return;
    }
    snprintf(lever, sizeof lever, "--vary %s", err->file);
    err->line = 0;
    if (from->options->n_vary > 0) {
        snprintf(err->file, sizeof err->file, "%s", lever);
        return;
    }
    snprintf(text, sizeof text, "%s: %s", lever, err->text);
    snprintf(err->text, sizeof err->text, "%s", text);
    snprintf(err->file, sizeof err->file, "%s", from->texts->name);
}

static enum error_code try_value(struct reload *from, const struct lever *l, double value,
                                 struct error *err)
{
    struct scenario tried;
    char setting[LEVER_TEXT];
    const char *set = setting;

    lever_setting(l, from->scenario, value, setting);
    enum error_code code = reload_with(from, 1, &set, &tried, err);
    if (code == OK) {
        code = weight_check(&tried, err);
        scenario_release(&tried);
    }
    if (code != OK)
        name_lever(from, setting, err);
    return code;
}

enum error_code sweep_options_values(struct reload *from, const struct plan *plan,
                                     struct error *err)
{
    for (size_t i = 0; i < plan->n_lever; i++) {
        const struct lever *l = &plan->lever[i];
        size_t low = 0, high = 0;
        for (size_t v = 0; v < l->n_value; v++) {
            low = l->value[v] < l->value[low] ? v : low;
            high = l->value[v] > l->value[high] ? v : high;
        }
        /* numbers are allowed in an interval: two suffice; of all else each value is tried */
        for (size_t v = 0; v < l->n_value; v++)
            if ((l->kind != LEVER_NUMBER || v == low || v == high) &&
                try_value(from, l, l->value[v], err) != OK)
                return err->code;
    }
    return OK;
}
