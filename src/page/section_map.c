/* section_map.c - which terms all accept: the map of two issues, the explorer, what terms cost */
#include "agreed.h"
#include "html_table.h"
#include "package_list.h"
#include "side_by_side.h"

#include "none.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The rows of pairs.csv of its first two issues are the first ones; where they end. */
static size_t first_pair(const struct csv_grid *pairs)
{
    size_t n = 0;

    while (n < pairs->n_row &&
           strcmp(csv_grid_cell(pairs, n, "issue_a"), csv_grid_cell(pairs, 0, "issue_a")) == 0 &&
           strcmp(csv_grid_cell(pairs, n, "issue_b"), csv_grid_cell(pairs, 0, "issue_b")) == 0)
        n++;
    return n;
}

/* The numbers of the proposals that have these two levels. */
static const char *marks(struct page *p, const char *a, const char *la, const char *b,
                         const char *lb)
{
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");
    const char *all = "";

    for (size_t i = 0; grid && i < grid->n_row; i++)
        if (strcmp(csv_grid_cell(grid, i, a), la) == 0 &&
            strcmp(csv_grid_cell(grid, i, b), lb) == 0)
            all = piece(p, "%s%s%zu", all, all[0] ? ", " : "", i + 1);
    return all[0] ? piece(p, "<small>proposal %s</small>", all) : "";
}

static void map_cell(struct page *p, const struct csv_grid *pairs, double best, const char *la,
                     const char *lb)
{
    const char *a = csv_grid_cell(pairs, 0, "issue_a"), *b = csv_grid_cell(pairs, 0, "issue_b");

    if (isnan(best))
        fputs("<td class=\"none\"><span>off the table</span></td>", p->out);
    else
        fprintf(p->out, "<td class=\"h%.0f\"><span>%s%s</span></td>",
                rint(10 * fmin(fmax(best, 0), 1)), piece_percent(p, best), marks(p, a, la, b, lb));
}

static const json_t *levels_of(const struct page *p, const char *issue)
{
    return json_object_get(page_named(page_issues(p), issue), "levels");
}

/* The share of each cell, row by row: [down * across], NAN where there is none.  NULL without
 * memory, and for so many cells that nobody would read them. */
static double *map_shares(struct page *p, const struct csv_grid *pairs, size_t n)
{
    enum { MOST_CELLS = 2500 };
    const size_t down = json_array_size(levels_of(p, csv_grid_cell(pairs, 0, "issue_a"))),
                 across = json_array_size(levels_of(p, csv_grid_cell(pairs, 0, "issue_b")));

    if (down * across > MOST_CELLS || down > MOST_CELLS || across > MOST_CELLS)
        return NULL;
    double *share = page_alloc(p, down * across + 1, sizeof *share);
    for (size_t i = 0; share && i < down * across; i++)
        share[i] = NAN;
    for (size_t i = 0; share && i < n; i++) {
        const double a = csv_grid_number(pairs, i, "index_a"),
                     b = csv_grid_number(pairs, i, "index_b");
        if (a >= 0 && a < (double)down && b >= 0 && b < (double)across)
            share[(size_t)a * across + (size_t)b] = agreed_number(p, pairs, i, "best_accept_all");
    }
    return share;
}

static void map_table(struct page *p, const struct csv_grid *pairs, const double share[])
{
    const char *a = csv_grid_cell(pairs, 0, "issue_a"), *b = csv_grid_cell(pairs, 0, "issue_b");
    const json_t *down = levels_of(p, a), *across = levels_of(p, b), *level, *other;
    size_t i, k;

    fprintf(p->out,
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Map\">"
            "<table id=\"map-table\" class=\"map\"><caption>%s, with the best other terms. "
            "Down: %s. Across: %s. From pairs.csv.</caption><thead><tr><td></td>",
            agreed(p, "All accept", "It passes"), piece_issue(p, a), piece_issue(p, b));
    json_array_foreach(across, k, other) fprintf(p->out, "<th scope=\"col\">%s</th>",
                                                 piece_level(p, b, page_text_of(other, "name")));
    fputs("</tr></thead>\n<tbody>", p->out);
    json_array_foreach(down, i, level)
    {
        const char *la = page_text_of(level, "name");
        fprintf(p->out, "<tr><th scope=\"row\">%s</th>", piece_level(p, a, la));
        json_array_foreach(across, k, other) map_cell(
            p, pairs, share[i * json_array_size(across) + k], la, page_text_of(other, "name"));
        fputs("</tr>\n", p->out);
    }
    fputs("</tbody></table></div>\n", p->out);
}

static const char *cell_words(struct page *p, const struct csv_grid *pairs, size_t i)
{
    return piece(
        p, "%s (%s with %s)", piece_percent(p, agreed_number(p, pairs, i, "best_accept_all")),
        piece_level(p, csv_grid_cell(pairs, i, "issue_a"), csv_grid_cell(pairs, i, "level_a")),
        piece_level(p, csv_grid_cell(pairs, i, "issue_b"), csv_grid_cell(pairs, i, "level_b")));
}

static void say_range(struct page *p, const struct csv_grid *pairs, size_t n)
{
    const size_t low = page_most(pairs, n, agreed_column(p, pairs, "best_accept_all"), -1),
                 high = page_most(pairs, n, agreed_column(p, pairs, "best_accept_all"), 1);

    if (high == NONE || agreed_number(p, pairs, high, "best_accept_all") == 0)
        return;
    see(p, piece(p,
                 "\xE2\x80\x9C%s\xE2\x80\x9D and \xE2\x80\x9C%s\xE2\x80\x9D are the two terms that "
                 "matter most together: from %s down to %s, the other terms being the best there "
                 "are.",
                 piece_issue(p, csv_grid_cell(pairs, 0, "issue_a")),
                 piece_issue(p, csv_grid_cell(pairs, 0, "issue_b")), cell_words(p, pairs, high),
                 cell_words(p, pairs, low)));
}

static void list_proposals(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");

    if (!grid || grid->n_row == 0)
        return;
    fputs("<p class=\"quiet\">", p->out);
    for (size_t i = 0; i < grid->n_row; i++)
        fprintf(p->out, "%sproposal %zu: %s", i ? ", " : "", i + 1,
                piece_proposal(p, csv_grid_cell(grid, i, "proposal")));
    fputs(".</p>\n", p->out);
}

bool section_map(struct page *p)
{
    const struct csv_grid *pairs = page_folder_table(p->run, "pairs");

    if (!pairs || pairs->n_row == 0)
        return false;
    const size_t n = first_pair(pairs);
    const double *share = map_shares(p, pairs, n);
    say_range(p, pairs, n);
    const bool explores = p->packages && !packages_left_out(p)[0];
    if (explores)
        fputs("<div id=\"map-controls\" class=\"controls js\"></div>\n", p->out);
    if (share)
        map_table(p, pairs, share);
    else
        fputs("<p>The map of these two terms has too many cells to be read here; map.png and "
              "pairs.csv have it.</p>\n<table id=\"map-table\" class=\"map\"></table>\n",
              p->out);
    list_proposals(p);
    if (explores)
        fputs(
            "<output id=\"map-said\" class=\"js\" aria-live=\"polite\"></output>\n"
            "<details class=\"js screen\"><summary>Only packages with these levels</summary>"
            "<div id=\"map-filter\" class=\"controls\"></div><button type=\"button\" class=\"act\" "
            "id=\"map-reset\">All levels again</button></details>\n",
            p->out);
    return true;
}

static void explorer(struct page *p)
{
    const char *more = agreed(p, "all accept", "pass");

    fprintf(
        p->out,
        "<div class=\"js\"><p>Choose the terms of a package, or start from one. The table shows "
        "the nearest packages that %s more often: one term changed, two, and so on, "
        "as long as a further one brings about a point.</p>\n"
        "<div id=\"explore-start\" class=\"screen\"></div><div id=\"explore-terms\" "
        "class=\"controls\"></div><output id=\"explore-said\" aria-live=\"polite\"></output>\n"
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Nearest packages\">"
        "<table><caption>The package, and the nearest that %s more often.</caption>"
        "<thead><tr><th scope=\"col\" class=\"n\">terms changed</th><th scope=\"col\">change"
        "</th>",
        more, more);
    for (size_t i = 0; i < page_n_party(p); i++)
        fprintf(p->out, "<th scope=\"col\" class=\"n\">%s</th>", piece_party(p, page_party(p, i)));
    fprintf(p->out,
            "<th scope=\"col\" class=\"n\">%s</th><td></td></tr></thead><tbody "
            "id=\"explore-steps\"></tbody></table></div></div>\n",
            agreed_who(p));
}

enum { TEN = 10 };

/* The rows of the packages that all accept most often; the first of equals come first. */
static size_t best_rows(const struct packages *packages, size_t row[TEN])
{
    size_t n = 0;

    for (size_t i = 0; i < packages->n; i++) {
        size_t at = n < TEN ? n : TEN;
        while (at > 0 && packages->all[i] > packages->all[row[at - 1]])
            at--;
        if (at == TEN)
            continue;
        n += n < TEN;
        memmove(row + at + 1, row + at, (n - at - 1) * sizeof *row);
        row[at] = i;
    }
    return n;
}

static void best_row(struct page *p, const struct package_rows *rows, size_t i)
{
    const struct packages *packages = p->packages;
    const size_t r = rows->row[i];

    html_table_row(p, csv_grid_cell(packages->grid, r, "package"));
    terms_cells(p, rows, i);
    for (size_t k = 0; k < packages->n_party; k++) {
        const double share = packages->party[r * packages->n_party + k];
        html_table_number(p, share, piece_percent(p, share));
    }
    html_table_number(p, packages->all[r],
                      piece_interval(p, packages->all[r],
                                     agreed_number(p, packages->grid, r, "low_all"),
                                     agreed_number(p, packages->grid, r, "high_all")));
    if (packages->completes)
        html_table_number(p, packages->completes[r], piece_percent(p, packages->completes[r]));
}

static void best_packages(struct page *p)
{
    size_t row[TEN];
    const size_t n = best_rows(p->packages, row);
    const struct package_rows rows = { p->packages->grid, n, row };

    fprintf(p->out, "<h3>The packages %s most often</h3>\n", agreed(p, "accepted", "that pass"));
    terms_say_common(p, &rows);
    html_table_begin(p,
                     "In brackets: the 95 % interval of each package by itself; that of the best "
                     "of all is wider. From packages.csv.",
                     true);
    html_table_head(p, "package");
    terms_heads(p, &rows);
    for (size_t i = 0; i < page_n_party(p); i++)
        html_table_head_n(p, piece_party(p, page_party(p, i)));
    html_table_head_n(p, agreed_who(p));
    if (p->packages->completes)
        html_table_head_n(p, "performed to the end");
    for (size_t i = 0; i < n; i++)
        best_row(p, &rows, i);
    html_table_end(p);
}

bool section_explore(struct page *p)
{
    if (!p->packages)
        return false;
    const char *excuse = packages_left_out(p);
    if (excuse[0])
        fprintf(p->out, "<p>%s</p>\n", excuse);
    else
        explorer(p);
    best_packages(p);
    return true;
}

/* What an issue costs: the shares that its best and its worst level allow. */
struct cost {
    const char *issue, *best, *worst;
    double high, low;
};

static int by_cost(const void *a, const void *b)
{
    const struct cost *x = a, *y = b;
    const double dx = x->high - x->low, dy = y->high - y->low;

    return dx < dy ? 1 : dx > dy ? -1 : strcmp(x->issue, y->issue);
}

static size_t find_costs(struct page *p, const struct csv_grid *levels, struct cost cost[])
{
    const json_t *issue;
    size_t k, n = 0;

    json_array_foreach(page_issues(p), k, issue)
    {
        struct cost one = { .issue = page_text_of(issue, "name"), .high = -1, .low = 2 };
        for (size_t i = 0; i < levels->n_row; i++) {
            const double best = agreed_number(p, levels, i, "best_accept_all");
            if (strcmp(csv_grid_cell(levels, i, "issue"), one.issue) != 0 || isnan(best))
                continue;
            if (best > one.high) {
                one.high = best;
                one.best = csv_grid_cell(levels, i, "level");
            }
            if (best < one.low) {
                one.low = best;
                one.worst = csv_grid_cell(levels, i, "level");
            }
        }
        if (one.high >= 0)
            cost[n++] = one;
    }
    qsort(cost, n, sizeof *cost, by_cost);
    return n;
}

static void level_rows(struct page *p, const struct csv_grid *levels, const char *issue)
{
    for (size_t i = 0; i < levels->n_row; i++) {
        const double best = agreed_number(p, levels, i, "best_accept_all");
        const double part = csv_grid_number(levels, i, "share_of_accepted");
        if (strcmp(csv_grid_cell(levels, i, "issue"), issue) != 0)
            continue;
        html_table_row(p, piece_issue(p, issue));
        html_table_cell(p, piece_level(p, issue, csv_grid_cell(levels, i, "level")));
        html_table_number(p, best,
                          piece(p, "%s%s",
                                piece_interval(p, best, csv_grid_number(levels, i, "low_best"),
                                               csv_grid_number(levels, i, "high_best")),
                                piece_bar(p, best, NONE)));
        html_table_number(p, part, piece_percent(p, part));
    }
}

bool section_terms(struct page *p)
{
    const struct csv_grid *levels = page_folder_table(p->run, "levels");
    struct cost cost[PAGE_ISSUES];
    const size_t n =
        levels && json_array_size(page_issues(p)) <= PAGE_ISSUES ? find_costs(p, levels, cost) : 0;

    if (n == 0)
        return false;
    if (cost[0].high > 0)
        see(p, piece(p,
                     "The dearest term is \xE2\x80\x9C%s\xE2\x80\x9D: with %s %s in at most "
                     "%s, with %s in up to %s, whatever else is agreed.",
                     piece_issue(p, cost[0].issue), piece_level(p, cost[0].issue, cost[0].worst),
                     agreed(p, "all accept", "a package passes"), piece_percent(p, cost[0].low),
                     piece_level(p, cost[0].issue, cost[0].best), piece_percent(p, cost[0].high)));
    html_table_begin(p,
                     piece(p,
                           "Largest share of draws in which %s with this level%s, with its 95 "
                           "%% interval. Issues in the order of what they cost. From levels.csv.",
                           agreed(p, "all accept a package", "a package"),
                           agreed(p, "", " passes")),
                     true);
    html_table_head(p, "issue");
    html_table_head(p, "level");
    html_table_head_n(p, agreed(p, "all accept, at best", "passes, at best"));
    html_table_head_n(p, agreed(p, "of all acceptances", "of all that pass"));
    for (size_t k = 0; k < n; k++)
        level_rows(p, levels, cost[k].issue);
    html_table_end(p);
    return true;
}
