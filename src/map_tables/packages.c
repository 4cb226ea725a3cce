/* packages.c - packages.csv: every package, or those that all accept most often */
#include "agreement.h"
#include "gathering.h"
#include "interrupt.h"
#include "makers.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, package, NUMBER, always, "",                                                            \
      "its number: row-major over the issues, last issue fastest, from 0")                         \
    X(ISSUE, terms, NUMBER, always, "level", "of the issue")                                       \
    X(PARTY, accept, NUMBER, always, "share of draws", "in which the party accepts it")            \
    X(ONE, accept_all, NUMBER, always, "share of draws", "in which all accept it")                 \
    X(ONE, se_all, NUMBER, always, "share", "standard error of accept_all")                        \
    X(ONE, completes, NUMBER, always, "probability", "as in proposals.csv")                        \
    X(PARTY, utility, NUMBER, always, "utility", "at mean preferences")                            \
    X(ONE, pareto, NUMBER, always, "1 or 0",                                                       \
      "whether, at mean preferences, no other package is better for one bargaining party and no "  \
      "worse for the others (within 1e-9)")                                                        \
    X(PARTY, surplus, NUMBER, always, "utility",                                                   \
      "what it is worth over no deal at mean preferences, red lines aside")                        \
    X(PARTY, red_lines, NUMBER, always, "red lines",                                               \
      "of the party that it crosses at mean preferences; a package that crosses anybody's is not " \
      "in the Pareto set")                                                                         \
    X(ONE, low_all, NUMBER, always, "share",                                                       \
      "Wilson's interval of 95 % of accept_all; of one package, not of the best of all")           \
    X(ONE, high_all, NUMBER, always, "share", "its upper end")                                     \
    X(ONE, accept_rule, NUMBER, with_rule, "share of draws", "in which it passes by the rule")     \
    X(ONE, se_rule, NUMBER, with_rule, "share", "standard error of accept_rule")                   \
    X(ONE, low_rule, NUMBER, with_rule, "share", "Wilson's interval of 95 % of accept_rule")       \
    X(ONE, high_rule, NUMBER, with_rule, "share", "its upper end")
TABLE(packages_table, "packages.csv", always,
      "One row a package that is not forbidden, by number. Of a scenario with more than 100,000 of "
      "them, and with "
      "`--top N`, the 100,000, or N, that all accept most often, best first, of equals the lowest "
      "number; the summary "
      "says so. `--top all` writes all.");

static void package_cells(const struct results *r, uint64_t package, const size_t level[],
                          double cell[])
{
    const struct map *map = r->map;
    const struct scenario *s = r->scenario;
    const struct appraisal *mean = &map->mean_case->appraisal;
    double surplus[MAX_VETO], felt[MAX_PARTY];
    const size_t place = layout_cell(map->layout, level);
    const struct surety all = map_knows_cell(map, false, place),
                        rule = map_knows_cell(map, true, place);
    struct row row;

    sheet_clear(&packages_table, &row);
    row.package = (double)package;
    scope_terms(s, level, row.terms);
    row.accept_all = map_share(map, s->n_party, place);
    row.se_all = proportion_error_by(row.accept_all, all);
    proportion_interval_by(row.accept_all, all, &row.low_all, &row.high_all);
    row.accept_rule = map_share(map, agreement_passes(s), place);
    row.se_rule = proportion_error_by(row.accept_rule, rule);
    proportion_interval_by(row.accept_rule, rule, &row.low_rule, &row.high_rule);
    row.completes = map_completes(map, place);
    row.pareto = mean_case_is_pareto(map->mean_case, level);
    appraisal_surpluses(mean, level, surplus, felt);
    for (size_t p = 0; p < s->n_party; p++) {
        row.accept[p] = map_share(map, p, place);
        row.utility[p] = utility_of(&mean->utility, p, level);
        row.surplus[p] = surplus[p];
        row.red_lines[p] = (double)utility_vetoes(&mean->utility, p, level);
    }
    sheet_cells(&r->packages, &row, cell);
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

/* The heap's root ranks last.  Moves the entry at `at` down until that holds below it, too. */
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
    const struct scenario *s = r->scenario;
    size_t level[MAX_ISSUE], found = 0;

    grid_levels(&s->grid, 0, level);
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(s, level, NULL))
            continue;
        const struct ranked next = { map_accepts(r->map, agreement_passes(s), level), x };
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
        grid_levels(&r->scenario->grid, best[i].package, level);
        package_cells(r, best[i].package, level, row);
        if (!take(with, row))
            break;
    }
    free(best);
    return code;
}

static enum error_code all_packages(const struct results *r, double *row,
                                    bool (*take)(void *with, const double row[]), void *with,
                                    struct error *err)
{
    const struct scenario *s = r->scenario;
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, 0, level);
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(s, level, NULL))
            continue;
        package_cells(r, x, level, row);
        if (!take(with, row))
            break;
    }
    return OK;
}

uint64_t results_kept(const struct scenario *s, uint64_t top)
{
    const uint64_t packages = scenario_packages(s), most = top ? top : RESULTS_PACKAGES;

    return packages < most ? packages : most;
}

double results_bytes(const struct scenario *s, uint64_t top)
{
    const double ranked = top == RESULTS_ALL ? 0 : (double)results_kept(s, top);

    return gathering_bytes(s) + worths_bytes(s) + ranked * sizeof(struct ranked);
}

enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err)
{
    const struct scenario *s = r->scenario;
    const uint64_t kept = results_kept(s, top);
    double *row = memory_alloc(r->packages.table.n_column, sizeof *row, err);
    enum error_code code = err->code;

    if (row && (top == RESULTS_ALL || (top == 0 && kept == scenario_packages(s))))
        code = all_packages(r, row, take, with, err);
    else if (row)
        code = best_packages(r, (size_t)kept, row, take, with, err);
    free(row);
    return code;
}
