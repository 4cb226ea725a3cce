/* talks_summary.c - how talks would go, in a reader's words */
#include "talks_summary.h"

#include "date.h"
#include "message.h"
#include "text.h"

#include <math.h>
#include <string.h>

/* A share as people read it: 0 and 100 only when exact. */
static const char *percent(double share, char text[static TEXT_NUMBER])
{
    if (share > 0 && share <= 0.005)
        snprintf(text, TEXT_NUMBER, "under 1 %%");
    else if (share < 1 && share >= 0.995)
        snprintf(text, TEXT_NUMBER, "over 99 %%");
    else
        snprintf(text, TEXT_NUMBER, "%.0f %%", 100 * share);
    return text;
}

/* "day 46, 2023-11-22" */
static const char *day_text(const struct talks *talks, double day, size_t size, char text[size])
{
    char date[DATE_TEXT];

    if (talks->has_dates) {
        date_write(talks->start + (long)floor(day), date);
        snprintf(text, size, "day %.0f, %s", floor(day), date);
    } else {
        snprintf(text, size, "day %.0f", floor(day));
    }
    return text;
}

static void print_header(FILE *out, const struct talks_results *r, size_t n_set,
                         const char *const set[])
{
    const struct scenario *s = r->scenario;
    const struct talks *talks = s->talks;
    char runs[TEXT_NUMBER], first[40], last[40];

    text_grouped(r->survey->runs, runs);
    fprintf(out, "%s: talks from %s to %s\n", s->title, day_text(talks, 0, sizeof first, first),
            day_text(talks, talks->deadline, sizeof last, last));
    fprintf(out, "%s runs from seed %llu;", runs, (unsigned long long)r->survey->seed);
    for (size_t i = 0; i < N_SIDE; i++)
        fprintf(out, "%s %s: %s", i ? "," : "", s->party[talks->side[i]].title,
                strategy_names[talks->tactic[i].strategy].text);
    fprintf(out, "\n");
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", set[k]);
    fprintf(out, "\n");
}

/* The day by which a share of the agreements has been made. */
static double quantile_day(const struct talks_results *r, double share)
{
    const struct table *t = &r->days;
    const size_t agreed = r->date ? 3 : 2;

    for (size_t d = 0; d < t->n_row; d++)
        if (t->cell[d * t->n_column + agreed] * (double)r->survey->runs >=
            share * (double)r->agreed)
            return (double)d;
    return (double)(t->n_row - 1);
}

static void print_recorded(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    const struct table *t = &r->days;
    char text[40], share[TEXT_NUMBER];

    if (!isnan(talks->mediator.final_day))
        fprintf(out, "  The scenario puts the mediator's final offer on %s.\n",
                day_text(talks, talks->mediator.final_day, sizeof text, text));
    if (isnan(talks->agreed_day))
        return;
    const size_t day = (size_t)talks->agreed_day, agreed = r->date ? 3 : 2;
    fprintf(out, "  On record: agreed on %s. By then %s of runs have agreed.\n",
            day_text(talks, talks->agreed_day, sizeof text, text),
            percent(t->cell[day * t->n_column + agreed], share));
}

static void print_agreement(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    const double share = (double)r->agreed / (double)r->survey->runs;
    char text[40], shown[TEXT_NUMBER];

    fprintf(out, "Is there an agreement, and when?\n");
    fprintf(out, "  In %s of runs (standard error %.2g)", percent(share, shown),
            share_error(share, r->survey->runs));
    if (r->agreed > 0)
        fprintf(out, ", half of them by %s, the middle half from day %.0f to day %.0f",
                day_text(talks, r->median_day, sizeof text, text), quantile_day(r, 0.25),
                quantile_day(r, 0.75));
    fprintf(out, ".\n");
    print_recorded(out, r);
    fprintf(out, "\n");
}

static void print_endings(FILE *out, const struct talks_results *r)
{
    const struct table *t = &r->endings;
    char share[TEXT_NUMBER];

    fprintf(out, "How the talks end\n");
    for (size_t i = 0; i < t->n_row; i++) {
        const double *cell = t->cell + i * t->n_column;
        fprintf(out, "  %-11s %s", percent(cell[3], share), ending_names[(int)cell[0]].help);
        if (!isnan(cell[1]))
            fprintf(out, ": %s", r->cause[(int)cell[1]]);
        fprintf(out, "\n");
    }
    fprintf(out, "\n");
}

/* The level of each issue that is agreed most often. */
static void print_terms(FILE *out, const struct talks_results *r)
{
    const struct scenario *s = r->scenario;
    const double *cell = r->terms.cell;
    char share[TEXT_NUMBER];

    if (r->agreed == 0)
        return;
    fprintf(out, "What is agreed most often, issue by issue\n");
    for (size_t k = 0; k < s->n_table; k++) {
        size_t best = 0;
        for (size_t l = 1; l < s->issue[k].n_level; l++)
            if (cell[l * r->terms.n_column + 2] > cell[best * r->terms.n_column + 2])
                best = l;
        fprintf(out, "  %s %s%s%s in %s of agreements\n", s->issue[k].name, s->issue[k].label[best],
                s->issue[k].is_named || !s->issue[k].unit[0] ? "" : " ",
                s->issue[k].is_named ? "" : s->issue[k].unit,
                percent(cell[best * r->terms.n_column + 3], share));
        cell += s->issue[k].n_level * r->terms.n_column;
    }
    fprintf(out, "\n");
}

static void print_against(FILE *out, const struct talks_results *r)
{
    const struct scenario *s = r->scenario;
    const struct table *t = &r->against;

    if (t->n_row == 0)
        return;
    fprintf(out,
            "Strategies against each other: agreements, mean day, what each gains on average\n");
    for (size_t i = 0; i < t->n_row; i++) {
        const double *cell = t->cell + i * t->n_column;
        char share[TEXT_NUMBER];
        fprintf(out, "  %s %s, %s %s: %s", s->party[s->talks->side[0]].title,
                r->strategy[(size_t)cell[0]], s->party[s->talks->side[1]].title,
                r->strategy[(size_t)cell[1]], percent(cell[2], share));
        if (!isnan(cell[4]))
            fprintf(out, ", day %.0f", cell[4]);
        fprintf(out, ", %.3f and %.3f\n", cell[5], cell[6]);
    }
    fprintf(out, "\n");
}

void talks_summary_print(FILE *out, const struct talks_results *r, uint64_t traced, size_t n_set,
                         const char *const set[])
{
    char run[TEXT_NUMBER];

    print_header(out, r, n_set, set);
    print_agreement(out, r);
    print_endings(out, r);
    print_terms(out, r);
    print_against(out, r);
    text_grouped(traced, run);
    fprintf(out, "Run %s is written out in offers.csv.\n", run);
    fprintf(out, "\nThese are consequences of the scenario's assumptions, not forecasts.\n");
}
