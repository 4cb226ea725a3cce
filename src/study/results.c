/* results.c - the tables of a run: proposals, packages and solutions (level_results.c has the rest)
 */
#include "results.h"

#include "body_results.h"
#include "columns.h"
#include "interrupt.h"
#include "level_results.h"
#include "phase_results.h"
#include "reading_results.h"
#include "record_results.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double *issue_cells(double *cell, const struct results *r, const size_t level[])
{
    const struct scenario *s = results_scenario(r);
    for (size_t k = 0; k < s->n_table; k++)
        *cell++ = s->issue[k].level[level[k]];
    return cell;
}

/* low_ and high_ of all, and of each party. */
static enum error_code interval_columns(struct table *t, const struct scenario *s,
                                        struct error *err)
{
    static const char *const all[] = { "low_all", "high_all" };

    if (table_numbers(t, all, COUNT_OF(all), err) != OK || columns_parties(t, s, "low", err) != OK)
        return err->code;
    return columns_parties(t, s, "high", err);
}

static double *interval_cells(double *cell, const struct results *r, const struct finding *f)
{
    const size_t n_party = results_scenario(r)->n_party;

    survey_interval(r->survey, f->accept_all, &cell[0], &cell[1]);
    cell += 2;
    for (size_t p = 0; p < n_party; p++)
        survey_interval(r->survey, f->accept[p], &cell[p], &cell[n_party + p]);
    return cell + 2 * n_party;
}

static enum error_code proposal_columns(struct results *r, struct error *err)
{
    static const char *const all[] = { "accept_all", "se_all", "completes" };
    static const char *const change[][2] = { { "change_1", "accept_change_1" },
                                             { "change_2", "accept_change_2" } };
    const struct scenario *s = results_scenario(r);
    struct table *t = &r->table[RESULT_proposals];
    enum error_code code = table_column(t, r->proposal_name, s->n_proposal, err, "proposal");

    if (code != OK || columns_parties(t, s, "accept", err) != OK ||
        table_numbers(t, all, 3, err) != OK ||
        table_column(t, r->party_name, s->n_party, err, "blocker") != OK ||
        table_column(t, r->issue_name, s->n_table, err, "blocking_issue") != OK ||
        columns_parties(t, s, "surplus", err) != OK)
        return err->code;
    for (size_t p = 0; code == OK && p < s->n_party; p++)
        code = columns_party(t, s, p, "recorded", said_labels, SAID_COUNT, err);
    if (code != OK || table_column(t, NULL, 0, err, "blocking_share") != OK ||
        columns_parties(t, s, "se", err) != OK)
        return err->code;
    for (size_t i = 0; code == OK && i < 2; i++) {
        code = table_column(t, r->change_label[i], s->n_proposal, err, "%s", change[i][0]);
        if (code == OK)
            code = table_column(t, NULL, 0, err, "%s", change[i][1]);
    }
    if (code == OK)
        code = table_column(t, NULL, 0, err, "signed_and_completed");
    if (code == OK && s->n_phase > 0)
        code = columns_parties(t, s, "mistrusts", err);
    if (code == OK && s->n_phase > 0)
        code = table_column(t, NULL, 0, err, "for_nothing");
    if (code == OK)
        code = interval_columns(t, s, err);
    if (code == OK)
        code = record_results_columns(t, s, err);
    if (code == OK)
        code = reading_results_columns(t, s, err);
    return code == OK ? columns_issues(t, s, "", err) : code;
}

/* "permanence=after_last_phase aid=more" */
static const char *change_text(struct results *r, const struct change *change)
{
    const struct scenario *s = results_scenario(r);
    char text[300] = "";
    size_t used = 0;

    for (size_t i = 0; i < change->n && used < sizeof text; i++) {
        const struct issue *issue = &s->issue[change->issue[i]];
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s=%s", i ? " " : "",
                                 issue->name, issue->label[change->level[i]]);
    }
    const char *kept = arena_text(&r->arena, text);
    return kept ? kept : "";
}

static void proposal_cells(struct results *r, size_t i, double *cell)
{
    const struct scenario *s = results_scenario(r);
    const struct finding *f = &r->finding[i];

    *cell++ = (double)i;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = f->accept[p];
    *cell++ = f->accept_all;
    *cell++ = survey_error(r->survey, f->accept_all);
    *cell++ = survey_proposal_completes(r->survey, i);
    *cell++ = f->blocker >= 0 ? (double)f->blocker : NAN;
    *cell++ = f->blocking_issue != NO_ISSUE ? (double)f->blocking_issue : NAN;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = f->surplus[p];
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = record_results_said(&s->proposal[i].answer[p]);
    *cell++ = f->blocking_issue != NO_ISSUE ? f->blocking_share : NAN;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = survey_error(r->survey, f->accept[p]);
    for (size_t c = 0; c < 2; c++) {
        r->change_label[c][i] = change_text(r, &f->change[c]);
        *cell++ = f->change[c].n ? (double)i : NAN;
        *cell++ = f->change[c].n ? f->change[c].accept_all : NAN;
    }
    const struct hold *h = &r->survey->hold;
    *cell++ = s->n_phase > 0 ? mean_of(hold_at(h, i, HOLD_KEPT, 0)) : NAN;
    for (size_t p = 0; s->n_phase > 0 && p < s->n_party; p++)
        *cell++ = mean_of(hold_at(h, i, HOLD_MISTRUSTS, p));
    if (s->n_phase > 0)
        *cell++ = mean_of(hold_at(h, i, HOLD_FOR_NOTHING, 0));
    cell = interval_cells(cell, r, f);
    cell = record_results_cells(r->survey, i, cell);
    cell = reading_results_cells(cell, s, i, f);
    reading_results_terms(cell, s, &s->proposal[i]);
}

static enum error_code make_proposals(struct results *r, struct error *err)
{
    const struct scenario *s = results_scenario(r);

    for (size_t i = 0; i < s->n_proposal; i++) {
        double *cell = table_row(&r->table[RESULT_proposals], err);
        if (!cell)
            return err->code;
        r->finding[i] = finding_of(r->survey, i);
        proposal_cells(r, i, cell);
    }
    return OK;
}

static enum error_code package_columns(struct results *r, struct error *err)
{
    static const char *const all[] = { "accept_all", "se_all", "completes" };
    static const char *const pareto[] = { "pareto" };
    static const char *const interval[] = { "low_all", "high_all" };
    const struct scenario *s = results_scenario(r);
    struct table *t = &r->packages;

    if (table_column(t, NULL, 0, err, "package") != OK || columns_issues(t, s, "", err) != OK ||
        columns_parties(t, s, "accept", err) != OK || table_numbers(t, all, 3, err) != OK ||
        columns_parties(t, s, "utility", err) != OK || table_numbers(t, pareto, 1, err) != OK)
        return err->code;
    if (columns_parties(t, s, "surplus", err) != OK ||
        columns_parties(t, s, "red_lines", err) != OK)
        return err->code;
    return table_numbers(t, interval, COUNT_OF(interval), err);
}

static void package_cells(const struct results *r, uint64_t package, const size_t level[],
                          double *cell)
{
    const struct survey *survey = r->survey;
    const struct scenario *s = results_scenario(r);
    const struct deal *mean = &survey->outlook->deal;
    double surplus[MAX_JUDGE], felt[MAX_PARTY];
    const size_t place = layout_cell(survey->layout, level);
    double accept = survey_share(survey, s->n_party, place);

    *cell++ = (double)package;
    cell = issue_cells(cell, r, level);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = survey_share(survey, p, place);
    *cell++ = accept;
    *cell++ = survey_error(survey, accept);
    *cell++ = survey_completes(survey, place);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = worth_utility(&mean->worth, p, level);
    *cell++ = outlook_is_pareto(survey->outlook, level);
    deal_surpluses(mean, level, surplus, felt);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = surplus[p];
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = (double)worth_vetoes(&mean->worth, p, level);
    survey_interval(survey, accept, &cell[0], &cell[1]);
}

struct ranked {
    double accept;
    uint64_t package;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->accept != y->accept)
        return x->accept > y->accept ? -1 : 1;
    return (x->package > y->package) - (x->package < y->package);
}

/* heap[0] is behind all others: puts what is at `at` where that holds again below it. */
static void sift_down(struct ranked heap[], size_t n, size_t at)
{
    for (size_t child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && compare_ranked(&heap[child + 1], &heap[child]) > 0)
            child++;
        if (compare_ranked(&heap[child], &heap[at]) < 0)
            return;
        const struct ranked swap = heap[at];
        heap[at] = heap[child];
        heap[child] = swap;
    }
}

/* Fills best[n], best first.  Memory is that of n packages, however many there are. */
static enum error_code rank_packages(const struct results *r, size_t n, struct ranked best[],
                                     struct error *err)
{
    const struct scenario *s = results_scenario(r);
    size_t level[MAX_ISSUE] = { 0 }, found = 0;

    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(s, level, NULL))
            continue;
        const struct ranked next = { survey_accepts(r->survey, s->n_party, level), x };
        if (found < n) {
            best[found++] = next;
            for (size_t i = n / 2; found == n && i-- > 0;)
                sift_down(best, n, i);
        } else if (compare_ranked(&next, &best[0]) < 0) {
            best[0] = next;
            sift_down(best, n, 0);
        }
    }
    qsort(best, n, sizeof *best, compare_ranked);
    return OK;
}

static enum error_code best_packages(const struct results *r, size_t n, double *row,
                                     bool (*take)(void *with, const double row[]), void *with,
                                     struct error *err)
{
    struct ranked *best = memory_alloc(n, sizeof *best, err);
    size_t level[MAX_ISSUE];

    if (!best)
        return err->code;
    enum error_code code = n > 0 ? rank_packages(r, n, best, err) : OK;
    for (size_t i = 0; code == OK && i < n; i++) {
        grid_levels(&results_scenario(r)->grid, best[i].package, level);
        package_cells(r, best[i].package, level, row);
        if (!take(with, row))
            break;
    }
    free(best);
    return code;
}

static void all_packages(const struct results *r, double *row,
                         bool (*take)(void *with, const double row[]), void *with)
{
    const struct scenario *s = results_scenario(r);
    size_t level[MAX_ISSUE] = { 0 };

    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (scenario_bans(s, level, NULL))
            continue;
        package_cells(r, x, level, row);
        if (!take(with, row))
            return;
    }
}

uint64_t results_kept(const struct scenario *s, uint64_t top)
{
    const uint64_t packages = scenario_packages(s), most = top ? top : RESULTS_PACKAGES;

    return packages < most ? packages : most;
}

double results_bytes(const struct scenario *s, uint64_t top)
{
    const double ranked = top == RESULTS_ALL ? 0 : (double)results_kept(s, top);

    return level_results_bytes(s) + ranked * sizeof(struct ranked);
}

enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err)
{
    const struct scenario *s = results_scenario(r);
    const uint64_t kept = results_kept(s, top);
    double *row = memory_alloc(r->packages.n_column, sizeof *row, err);
    enum error_code code = err->code;

    if (row && (top == RESULTS_ALL || (top == 0 && kept == scenario_packages(s))))
        all_packages(r, row, take, with);
    else if (row)
        code = best_packages(r, (size_t)kept, row, take, with, err);
    free(row);
    return code;
}

static enum error_code solution_columns(struct results *r, struct error *err)
{
    static const char *const last[] = { "accept_all", "share_of_draws", "equals" };
    const struct scenario *s = results_scenario(r);
    struct table *t = &r->table[RESULT_solutions];

    if (table_column(t, r->solution_name, SOLUTION_COUNT, err, "solution") != OK ||
        columns_issues(t, s, "", err) != OK || columns_parties(t, s, "utility", err) != OK ||
        columns_parties(t, s, "surplus", err) != OK)
        return err->code;
    static const char *const intervals[] = { "low_all", "high_all", "low_share_of_draws",
                                             "high_share_of_draws" };
    if (table_numbers(t, last, COUNT_OF(last), err) != OK ||
        columns_parties(t, s, "before", err) != OK)
        return err->code;
    return table_numbers(t, intervals, COUNT_OF(intervals), err);
}

/* What the parties divide is what partners who leave have left of it. */
static void solution_cells(const struct results *r, enum solution rule, double *cell)
{
    const struct scenario *s = results_scenario(r);
    const struct survey *survey = r->survey;
    const struct deal *mean = &survey->outlook->deal;
    const struct pick *pick = &survey->outlook->picks.of[rule];
    double before[MAX_JUDGE], left[MAX_JUDGE], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, pick->package, level);
    deal_surpluses(mean, level, before, felt);
    memcpy(left, before, sizeof left);
    deal_take_leave(mean, left, felt);
    *cell++ = (double)rule;
    cell = issue_cells(cell, r, level);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = worth_utility(&mean->worth, p, level);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = left[p];
    const double accept = survey_accepts(survey, s->n_party, level);
    const double share = (double)survey->tally.same[rule] / PICK_UNIT / (double)survey->draws;
    *cell++ = accept;
    *cell++ = share;
    *cell++ = pick->equals;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = before[p];
    survey_interval(survey, accept, &cell[0], &cell[1]);
    survey_interval(survey, share, &cell[2], &cell[3]);
}

static enum error_code make_solutions(struct results *r, struct error *err)
{
    for (int rule = 0; rule < SOLUTION_COUNT; rule++) {
        if (!r->survey->outlook->picks.of[rule].found)
            continue;
        double *cell = table_row(&r->table[RESULT_solutions], err);
        if (!cell)
            return err->code;
        solution_cells(r, (enum solution)rule, cell);
    }
    return OK;
}

static enum error_code make_labels(struct results *r, struct error *err)
{
    const struct scenario *s = results_scenario(r);
    const struct worth *w = &r->survey->outlook->deal.worth;

    r->n_slot = w->n_slot;
    r->slot_label = arena_alloc(&r->arena, w->n_slot, sizeof *r->slot_label);
    r->issue_name = arena_alloc(&r->arena, s->n_table, sizeof *r->issue_name);
    r->party_name = arena_alloc(&r->arena, s->n_party, sizeof *r->party_name);
    r->proposal_name = arena_alloc(&r->arena, s->n_proposal, sizeof *r->proposal_name);
    r->solution_name = arena_alloc(&r->arena, SOLUTION_COUNT, sizeof *r->solution_name);
    r->change_label[0] = arena_alloc(&r->arena, s->n_proposal, sizeof **r->change_label);
    r->change_label[1] = arena_alloc(&r->arena, s->n_proposal, sizeof **r->change_label);
    r->finding = arena_alloc(&r->arena, s->n_proposal, sizeof *r->finding);
    if (!r->slot_label || !r->issue_name || !r->party_name || !r->proposal_name ||
        !r->solution_name || !r->change_label[0] || !r->change_label[1] || !r->finding)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t k = 0; k < s->n_table; k++) {
        r->issue_name[k] = s->issue[k].name;
        for (size_t l = 0; l < s->issue[k].n_level; l++)
            r->slot_label[w->first[k] + l] = s->issue[k].label[l];
    }
    for (size_t p = 0; p < s->n_party; p++)
        r->party_name[p] = s->party[p].name;
    for (size_t i = 0; i < s->n_proposal; i++)
        r->proposal_name[i] = s->proposal[i].name;
    for (size_t i = 0; i < SOLUTION_COUNT; i++)
        r->solution_name[i] = solution_names[i].text;
    return OK;
}

const char *const result_files[RESULT_COUNT] = {
#define X(name) #name ".csv",
    RESULT_LIST(X)
#undef X
};

enum error_code results_columns(struct results *r, struct error *err)
{
    if (proposal_columns(r, err) != OK || package_columns(r, err) != OK ||
        solution_columns(r, err) != OK)
        return err->code;
    return level_results_columns(r, err);
}

enum error_code results_init(struct results *r, const struct survey *survey, struct error *err)
{
    *r = (struct results){ .survey = survey, .scenario = survey->layout->scenario };
    if (make_labels(r, err) != OK || results_columns(r, err) != OK ||
        make_proposals(r, err) != OK || make_solutions(r, err) != OK ||
        level_results_make(r, err) != OK || phase_results_make(r, err) != OK)
        return err->code;
    return body_results_make(r, err);
}

void results_release(struct results *r)
{
    for (size_t i = 0; i < RESULT_COUNT; i++)
        table_release(&r->table[i]);
    table_release(&r->packages);
    arena_release(&r->arena);
}
