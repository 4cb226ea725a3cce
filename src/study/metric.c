/* metric.c - what a row of a sweep says of its point */
#include "metric.h"

#include "columns.h"
#include "share.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

const struct name metric_names[METRIC_COUNT] = {
#define X(upper, lower, help) { METRIC_##upper, #lower, help },
    METRIC_LIST(X)
#undef X
};

static double share(const struct survey *survey, uint64_t n)
{
    return (double)n / (double)survey->draws;
}

static enum error_code zone_columns(struct table *t, const struct scenario *s, struct error *err)
{
    static const char *const more[] = { "se_zone", "low_zone", "high_zone" };

    (void)s;
    if (table_column(t, NULL, 0, err, "zone") != OK)
        return err->code;
    return table_numbers(t, more, COUNT_OF(more), err);
}

static double *zone_cells(const struct point *p, double *cell)
{
    double zone = share(p->survey, *p->survey->tally.zone);

    *cell++ = zone;
    *cell++ = survey_error(p->survey, zone);
    survey_interval(p->survey, zone, &cell[0], &cell[1]);
    return cell + 2;
}

static enum error_code best_columns(struct table *t, const struct scenario *s, struct error *err)
{
    static const char *const interval[] = { "low_best", "high_best" };

    if (table_column(t, NULL, 0, err, "best_accept_all") != OK ||
        columns_issues(t, s, "best_", err) != OK)
        return err->code;
    return table_numbers(t, interval, COUNT_OF(interval), err);
}

static const struct issue *issue_named(const struct scenario *s, const char *name, size_t *k)
{
    for (*k = 0; strcmp(s->issue[*k].name, name) != 0;)
        ++*k;
    return &s->issue[*k];
}

/* The lowest number among the packages that all accept most often; nothing where none is ever
 * accepted. */
static double *best_cells(const struct point *p, double *cell)
{
    const struct layout *l = p->survey->layout;
    const uint32_t *count =
        p->survey->counts.accepts + p->scenario->n_party * p->scenario->grid.total;
    uint32_t most = 0;
    uint64_t best = 0;
    size_t at, k;

    for (size_t row = 0; row < l->n_case * l->n_row; row++)
        for (size_t column = 0; column < l->n_column; column++) {
            uint32_t n = count[row * l->n_column + column];
            uint64_t package = l->row_package[row] + l->column_package[column];
            if (n > most || (n == most && package < best)) {
                most = n;
                best = package;
            }
        }
    *cell++ = share(p->survey, most);
    for (at = 0; at < p->base->n_table; at++) {
        const struct issue *issue = issue_named(p->scenario, p->base->issue[at].name, &k);
        *cell++ = most > 0 ? issue->level[grid_level(&p->scenario->grid, best, k)] : NAN;
    }
    share_interval_of_best(share(p->survey, most), p->survey->draws,
                           (double)scenario_packages(p->scenario), &cell[0], &cell[1]);
    return cell + 2;
}

static enum error_code proposal_columns(struct table *t, const struct scenario *s,
                                        struct error *err)
{
    enum error_code code = OK;

    for (size_t i = 0; code == OK && i < s->n_proposal; i++) {
        code = columns_proposal(t, s, i, "accept_all", err);
        for (size_t p = 0; code == OK && p < s->n_party; p++) {
            code = table_column(t, NULL, 0, err, "accept_%s_%s", s->party[p].name,
                                s->proposal[i].name);
            if (code == OK)
                table_from(t, &s->proposal[i].place);
        }
    }
    return code;
}

/* The place in the point's scenario of proposal i of the base; n_proposal when a lever turns it
 * into a forbidden combination: then it has no cells. */
static size_t proposal_at(const struct point *p, size_t i)
{
    size_t at = 0;

    while (at < p->scenario->n_proposal &&
           strcmp(p->scenario->proposal[at].name, p->base->proposal[i].name) != 0)
        at++;
    return at;
}

static double *proposal_cells(const struct point *p, double *cell)
{
    const size_t n = p->scenario->n_party;

    for (size_t i = 0; i < p->base->n_proposal; i++, cell += n + 1) {
        const size_t at = proposal_at(p, i);
        const uint64_t *accepts = p->survey->tally.accepts + at * (n + 1);
        for (size_t j = 0; j <= n; j++)
            cell[j] =
                at == p->scenario->n_proposal ? NAN : share(p->survey, accepts[j ? j - 1 : n]);
    }
    return cell;
}

static enum error_code completes_columns(struct table *t, const struct scenario *s,
                                         struct error *err)
{
    enum error_code code = OK;

    for (size_t i = 0; code == OK && s->n_phase > 0 && i < s->n_proposal; i++)
        code = columns_proposal(t, s, i, "completes", err);
    return code;
}

static double *completes_cells(const struct point *p, double *cell)
{
    for (size_t i = 0; p->base->n_phase > 0 && i < p->base->n_proposal; i++) {
        const size_t at = proposal_at(p, i);
        *cell++ = at == p->scenario->n_proposal ? NAN : survey_proposal_completes(p->survey, at);
    }
    return cell;
}

static enum error_code talks_columns(struct table *t, const struct scenario *s, struct error *err)
{
    static const char *const more[] = { "agreement_day", "low_agreement", "high_agreement" };

    (void)s;
    if (table_column(t, NULL, 0, err, "agreement") != OK ||
        table_column(t, NULL, 0, err, "se_agreement") != OK)
        return err->code;
    return table_numbers(t, more, COUNT_OF(more), err);
}

/* The median day of the runs that end in agreement, as in the summary of talks. */
static double *talks_cells(const struct point *p, double *cell)
{
    const struct talks_survey *talks = p->talks;
    uint64_t n = 0;

    for (uint64_t i = 0; i < talks->runs; i++)
        if (talks_run_agrees(&talks->run[i]))
            p->day[n++] = talks->run[i].conclusion.day;
    gsl_sort(p->day, 1, n);
    const double agreement = (double)n / (double)talks->runs;
    *cell++ = agreement;
    *cell++ = share_error(agreement, talks->runs);
    *cell++ = n ? p->day[share_quartile(2, n)] : NAN;
    share_interval(agreement, talks->runs, &cell[0], &cell[1]);
    return cell + 2;
}

static const struct {
    enum error_code (*columns)(struct table *t, const struct scenario *s, struct error *err);
    double *(*cells)(const struct point *p, double *cell);
} metrics[METRIC_COUNT] = {
    [METRIC_ZONE] = { zone_columns, zone_cells },
    [METRIC_BEST] = { best_columns, best_cells },
    [METRIC_PROPOSALS] = { proposal_columns, proposal_cells },
    [METRIC_COMPLETES] = { completes_columns, completes_cells },
    [METRIC_TALKS] = { talks_columns, talks_cells },
};

bool metric_applies(enum metric metric, const struct scenario *s, const char **lacks)
{
    *lacks = metric == METRIC_PROPOSALS && s->n_proposal == 0 ? "proposals"
             : metric == METRIC_COMPLETES && (s->n_phase == 0 || s->n_proposal == 0)
                 ? "phases with proposals"
             : metric == METRIC_TALKS && !s->talks ? "talks"
                                                   : NULL;
    return !*lacks;
}

enum error_code metric_columns(enum metric metric, struct table *t, const struct scenario *s,
                               struct error *err)
{
    return metrics[metric].columns(t, s, err);
}

double *metric_cells(enum metric metric, const struct point *p, double *cell)
{
    return metrics[metric].cells(p, cell);
}
