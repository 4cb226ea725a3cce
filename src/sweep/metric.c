/* metric.c - sweep.csv: what a row of a sweep says of its point */
#include "metric.h"

#include "agreement.h"
#include "proportion.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

const struct name metric_names[METRIC_COUNT] = {
#define X(upper, lower, help) { METRIC_##upper, #lower, help },
    METRIC_LIST(X)
#undef X
};

/* An occasion for each group of columns: that --metrics asks for it. */
#define X(upper, lower, help)                            \
    static bool wants_##lower(const struct scope *scope) \
    {                                                    \
        return scope->group[METRIC_##upper];             \
    }                                                    \
    static const struct occasion lower##_wanted = { "`--metrics " #lower "`", wants_##lower };
METRIC_LIST(X)
#undef X

#define COLUMNS(X)                                                                                 \
    X(ONE, point, NUMBER, always, "", "its number, from 0")                                        \
    X(LEVER, value, NUMBER, always, "",                                                            \
      "of a lever, by its path; what follows is empty of a point that cannot be, since its "       \
      "levels or settings are refused together or a party's weights are all set to zero")          \
    X(ONE, zone, NUMBER, zone_wanted, "share of draws", "in which some package suits all")         \
    X(ONE, se_zone, NUMBER, zone_wanted, "share", "standard error of zone")                        \
    X(ONE, low_zone, NUMBER, zone_wanted, "share", "Wilson's interval of 95 % of zone")            \
    X(ONE, high_zone, NUMBER, zone_wanted, "share", "its upper end")                               \
    X(AGREED, best_accept_all, NUMBER, best_wanted, "share of draws",                              \
      "in which all accept the package that all accept most often")                                \
    X(BEST, best_terms, NUMBER, best_wanted, "level",                                              \
      "of that package (the lowest number of equals); empty where none is ever accepted")          \
    X(ONE, low_best, NUMBER, best_wanted, "share",                                                 \
      "interval of 95 % of best_accept_all, as the best of all")                                   \
    X(ONE, high_best, NUMBER, best_wanted, "share", "its upper end")                               \
    X(ANSWER, accept, NUMBER, proposals_wanted, "share of draws",                                  \
      "in which WHO accepts the proposal: all, or a party; empty where the levers make it a "      \
      "forbidden combination")                                                                     \
    X(PROPOSAL, completes, NUMBER, completes_wanted, "probability", "as in proposals.csv")         \
    X(ONE, agreement, NUMBER, talks_wanted, "share of runs", "whose talks end in agreement")       \
    X(ONE, se_agreement, NUMBER, talks_wanted, "share", "standard error of agreement")             \
    X(ONE, agreement_day, NUMBER, talks_wanted, "days",                                            \
      "since the start: the median of agreements")                                                 \
    X(ONE, low_agreement, NUMBER, talks_wanted, "share", "Wilson's interval of 95 % of agreement") \
    X(ONE, high_agreement, NUMBER, talks_wanted, "share", "its upper end")
TABLE(sweep_table, "sweep.csv", always,
      "Of `negosim sweep`, in a folder of its own: one row a point, in the order of their numbers. "
      "All points share the "
      "seed, so that rows differ by their levers only: a row is what `run`, or `bargain`, finds "
      "with the levers given to "
      "`--set`.");

static double share(const struct map *map, uint64_t n)
{
    return (double)n / (double)map->draws;
}

static void set_zone(const struct point *p, struct row *row)
{
    const struct surety surety = map_knows(p->map, p->map->tally.zone, 1);

    row->zone = share(p->map, *p->map->tally.zone);
    row->se_zone = proportion_error_by(row->zone, surety);
    proportion_interval_by(row->zone, surety, &row->low_zone, &row->high_zone);
}

/* By name: the point's scenario was loaded anew, and is not the base of which the name is. */
static const struct issue *issue_named(const struct scenario *s, const char *name, size_t *k)
{
    for (*k = 0; strcmp(s->issue[*k].name, name) != 0;)
        ++*k;
    return &s->issue[*k];
}

/* The package that all accept most often, of equals the one with the lowest number; *most is how
 * often.  Counts lie in the order of the layout, not of package numbers, so that equals must be
 * compared. */
static uint64_t find_best(const struct point *p, uint32_t *most)
{
    const struct layout *l = p->map->layout;
    const uint32_t *count =
        p->map->counts.accepts + agreement_passes(p->scenario) * p->scenario->grid.total;
    uint64_t best = 0;

    *most = 0;
    for (size_t row = 0; row < l->n_case * l->n_row; row++)
        for (size_t column = 0; column < l->n_column; column++) {
            uint32_t n = count[row * l->n_column + column];
            uint64_t package = l->row_package[row] + l->column_package[column];
            if (n > *most || (n == *most && package < best)) {
                *most = n;
                best = package;
            }
        }
    return best;
}

static void set_best(const struct point *p, struct row *row)
{
    uint32_t most;
    const uint64_t best = find_best(p, &most);
    size_t k, level[MAX_ISSUE];

    row->best_accept_all = share(p->map, most);
    for (size_t at = 0; most > 0 && at < p->base->n_table; at++) {
        const struct issue *issue = issue_named(p->scenario, p->base->issue[at].name, &k);
        row->best_terms[at] = issue->level[grid_level(&p->scenario->grid, best, k)];
    }
    grid_levels(&p->scenario->grid, best, level);
    proportion_interval_of_best_by(
        row->best_accept_all, map_knows_cell(p->map, true, layout_cell(p->map->layout, level)),
        (double)scenario_packages(p->scenario), &row->low_best, &row->high_best);
}

/* The index in the point's scenario of proposal i of the base; n_proposal where a lever turns it
 * into a forbidden combination: then its cells stay empty. */
static size_t proposal_at(const struct point *p, size_t i)
{
    size_t at = 0;

    while (at < p->scenario->n_proposal &&
           strcmp(p->scenario->proposal[at].name, p->base->proposal[i].name) != 0)
        at++;
    return at;
}

/* Writes, for each proposal of the base, the share of all, then of each party, then of the rule;
 * the tally has `all` after the parties. */
static void fill_answers(const struct point *p, double cell[])
{
    const size_t all = p->base->n_party, n = agreement_counts(p->base);

    for (size_t i = 0; i < p->base->n_proposal; i++, cell += n) {
        const size_t at = proposal_at(p, i);
        for (size_t j = 0; j < n; j++) {
            const size_t who = j == 0 ? all : j <= all ? j - 1 : agreement_passes(p->scenario);
            cell[j] = at == p->scenario->n_proposal ? NAN : map_answer(p->map, at, who);
        }
    }
}

static void fill_completes(const struct point *p, double cell[])
{
    for (size_t i = 0; i < p->base->n_proposal; i++) {
        const size_t at = proposal_at(p, i);
        cell[i] = at == p->scenario->n_proposal ? NAN : map_proposal_completes(p->map, at);
    }
}

/* The median day of the runs that end in agreement, as in the summary of talks. */
static void set_talks(const struct point *p, struct row *row)
{
    const struct talks_played *talks = p->talks;
    uint64_t n = 0;

    for (uint64_t i = 0; i < talks->runs; i++)
        if (talks_run_agrees(&talks->run[i]))
            p->day[n++] = talks->run[i].outcome.day;
    gsl_sort(p->day, 1, n);
    row->agreement = (double)n / (double)talks->runs;
    row->se_agreement = proportion_error(row->agreement, talks->runs);
    row->agreement_day = n ? p->day[proportion_quartile(2, n)] : NAN;
    proportion_interval(row->agreement, talks->runs, &row->low_agreement, &row->high_agreement);
}

bool metric_applies(enum metric metric, const struct scenario *s, const char **lacks)
{
    *lacks = metric == METRIC_PROPOSALS && s->n_proposal == 0 ? "proposals"
             : metric == METRIC_COMPLETES && (s->n_phase == 0 || s->n_proposal == 0)
                 ? "phases with proposals"
             : metric == METRIC_TALKS && !s->talks ? "talks"
                                                   : NULL;
    return !*lacks;
}

enum error_code metric_want(const char *name, const struct scenario *s, bool wants[METRIC_COUNT],
                            struct error *err)
{
    const char *lacks;
    char hint[300];
    int wanted;

    if (!name_find(METRIC_COUNT, metric_names, name, &wanted)) {
        name_hint(METRIC_COUNT, &metric_names[0].text, sizeof *metric_names, name, sizeof hint,
                  hint);
        return error_set(err, ERR_USAGE, "no metric '%s'%s", name, hint);
    }
    if (!metric_applies((enum metric)wanted, s, &lacks))
        return error_set(err, ERR_USAGE, "metric '%s': the scenario has no %s", name, lacks);
    wants[wanted] = true;
    return OK;
}

enum error_code metrics_read(const char *names, const struct scenario *s, bool wants[METRIC_COUNT],
                             struct error *err)
{
    enum { MAX_NAME = 64 };
    char name[MAX_NAME];
    bool any = false;

    for (const char *at = names; *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',')) {
        size_t n = strcspn(at, ",");
        const char *from = at + strspn(at, " ");
        snprintf(name, sizeof name, "%.*s", from < at + n ? (int)(at + n - from) : 0, from);
        for (size_t end = strlen(name); end > 0 && name[end - 1] == ' '; end--)
            name[end - 1] = '\0';
        if (name[0] && metric_want(name, s, wants, err) != OK)
            return err->code;
        any = any || name[0];
    }
    return any ? OK : error_set(err, ERR_USAGE, "--metrics names no metric");
}

void metric_cells(const struct sheet *sheet, uint64_t index, const double lever[],
                  const struct point *p, double cell[])
{
    const bool *wants = sheet->scope->group;
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.point = (double)index;
    row.value = lever;
    if (p && wants[METRIC_ZONE])
        set_zone(p, &row);
    if (p && wants[METRIC_BEST])
        set_best(p, &row);
    if (p && wants[METRIC_PROPOSALS]) {
        fill_answers(p, p->answers);
        row.accept = p->answers;
    }
    if (p && wants[METRIC_COMPLETES]) {
        fill_completes(p, p->completes);
        row.completes = p->completes;
    }
    if (p && wants[METRIC_TALKS])
        set_talks(p, &row);
    sheet_cells(sheet, &row, cell);
}
