/* section_sweep.c - what levers do to the chance of a deal */
#include "agreed.h"
#include "html_table.h"
#include "pieces.h"
#include "svg.h"

#include "none.h"

#include <math.h>
#include <string.h>

enum { MAX_LEVER = 16, MAX_PROPOSAL = 12 };

/* The levers stand between `point` and the first answer. */
struct sweep_page {
    const struct csv_grid *grid;
    size_t n_lever, n_proposal;
    const char *lever[MAX_LEVER];
    const char *proposal[MAX_PROPOSAL]; /* names of columns, "accept_all_..." */
    const char *main;                   /* the answer that is drawn: "zone", "talks", ... */
};

/* How the columns of a proposal begin that say how often it would be agreed, and that of the best
 * package. */
static const char *all_accept(const struct page *p)
{
    return agreed(p, "accept_all_", "accept_rule_");
}

static const char *best_accept(const struct page *p)
{
    return agreed(p, "best_accept_all", "best_accept_rule");
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static struct sweep_page read_columns(const struct page *p, const struct csv_grid *grid)
{
    const char *levers = page_folder_text(p->sweep, "sweep.levers");
    struct sweep_page s = { .grid = grid };
    const struct csv_text *text = &grid->text;
    size_t n = 1;

    for (const char *at = levers; *at; at++)
        n += *at == ' ';
    for (size_t i = 1; i < text->n_column; i++) {
        const char *name = text->column[i];
        if (i <= n && s.n_lever < MAX_LEVER)
            s.lever[s.n_lever++] = name;
        else if (begins(name, all_accept(p)) && s.n_proposal < MAX_PROPOSAL)
            s.proposal[s.n_proposal++] = name;
    }
    s.main = csv_grid_has(grid, "zone")           ? "zone"
             : csv_grid_has(grid, "agreement")    ? "agreement"
             : csv_grid_has(grid, best_accept(p)) ? best_accept(p)
             : s.n_proposal                       ? s.proposal[0]
                                                  : NULL;
    return s;
}

/* Where the interval of an answer stands: low_zone, and of the best package low_best. */
static const char *end_of(struct page *p, const char *end, const char *answer)
{
    return column_of(p, end, strcmp(answer, best_accept(p)) == 0 ? "best" : answer);
}

static const char *title_of(struct page *p, const char *column)
{
    if (strcmp(column, "zone") == 0)
        return piece(p, "some package %s", agreed_suits(p));
    if (strcmp(column, "agreement") == 0)
        return "the talks end in agreement";
    if (strcmp(column, best_accept(p)) == 0)
        return agreed(p, "all accept the best package", "the best package passes");
    if (begins(column, all_accept(p)))
        return piece(p, "%s%s%s", agreed(p, "all accept ", ""),
                     piece_proposal(p, column + strlen(all_accept(p))), agreed(p, "", " passes"));
    return piece_name(p, column);
}

static const char *setting(struct page *p, const struct sweep_page *s, size_t row)
{
    const char *all = "";

    for (size_t i = 0; i < s->n_lever; i++)
        all = piece(p, "%s%s%s %s", all, i ? ", " : "", piece_lever(p, s->lever[i]),
                    piece_lever_value(p, s->lever[i], csv_grid_cell(s->grid, row, s->lever[i])));
    return all;
}

/* Whether all answers are the same at all points. */
static bool is_flat(const struct sweep_page *s)
{
    const struct csv_text *text = &s->grid->text;

    for (size_t c = 1 + s->n_lever; c < text->n_column; c++)
        for (size_t i = 1; i < s->grid->n_row; i++)
            if (strcmp(s->grid->cell[i * text->n_column + c], s->grid->cell[c]) != 0)
                return false;
    return true;
}

static void say_range(struct page *p, const struct sweep_page *s)
{
    const size_t low = page_most(s->grid, s->grid->n_row, s->main, -1),
                 high = page_most(s->grid, s->grid->n_row, s->main, 1);

    if (low == NONE)
        return;
    if (is_flat(s)) {
        see(p, s->n_lever == 1 ? "<strong>This lever changes nothing here.</strong>"
                               : "<strong>These levers change nothing here.</strong>");
        return;
    }
    see(p, piece(p,
                 "The share of draws in which %s goes from <strong>%s</strong> (%s) to "
                 "<strong>%s</strong> (%s). The draws are the same at each point, so that a "
                 "difference is surer than the errors of its two ends say.",
                 title_of(p, s->main), piece_percent(p, csv_grid_number(s->grid, low, s->main)),
                 setting(p, s, low), piece_percent(p, csv_grid_number(s->grid, high, s->main)),
                 setting(p, s, high)));
}

static bool is_line(const struct sweep_page *s)
{
    for (size_t i = 0; i < s->grid->n_row; i++)
        if (isnan(csv_grid_number(s->grid, i, s->lever[0])) ||
            (i > 0 && !(csv_grid_number(s->grid, i, s->lever[0]) >
                        csv_grid_number(s->grid, i - 1, s->lever[0]))))
            return false;
    return s->n_lever == 1 && s->grid->n_row > 1;
}

/* Lines over one lever that is a number; the first with its band. */
static void draw_lines(struct page *p, const struct sweep_page *s)
{
    const size_t n = s->grid->n_row;
    double *x = page_column(p, s->grid, s->lever[0], 1), *y = page_column(p, s->grid, s->main, 100),
           *low = page_column(p, s->grid, end_of(p, "low_", s->main), 100),
           *high = page_column(p, s->grid, end_of(p, "high_", s->main), 100);
    const char *keys = svg_key(p, "a", title_of(p, s->main));

    if (!x || !y || !low || !high)
        return;
    struct plane plane = { x[0], x[n - 1], 0, 100, piece_text(p, s->lever[0]), "share of draws, %",
                           p };
    plane_begin(
        &plane, p, "What the lever does",
        piece(p, "Lines over %s; the table below has all numbers.", piece_text(p, s->lever[0])));
    plane_band(&plane, n, x, low, high);
    plane_line(&plane, n, x, y, false, "a");
    for (size_t i = 0, c = 1; i < s->n_proposal && c < 4; i++) {
        const double *share = page_column(p, s->grid, s->proposal[i], 100);
        if (!share || strcmp(s->proposal[i], s->main) == 0)
            continue;
        plane_line(&plane, n, x, share, false, piece_colour(c));
        keys = piece(p, "%s%s", keys, svg_key(p, piece_colour(c++), title_of(p, s->proposal[i])));
    }
    plane_end(&plane);
    fprintf(p->out, "<p class=\"quiet\">%s The band is the 95 %% interval.</p>\n", keys);
}

/* The row of a plane of two levers with these two texts, or NONE. */
static size_t row_at(const struct sweep_page *s, const char *a, const char *b)
{
    for (size_t i = 0; i < s->grid->n_row; i++)
        if (strcmp(csv_grid_cell(s->grid, i, s->lever[0]), a) == 0 &&
            strcmp(csv_grid_cell(s->grid, i, s->lever[1]), b) == 0)
            return i;
    return NONE;
}

/* Whether a row is the first with its value of a lever. */
static bool is_new(const struct sweep_page *s, size_t row, const char *lever)
{
    for (size_t i = 0; i < row; i++)
        if (strcmp(csv_grid_cell(s->grid, i, lever), csv_grid_cell(s->grid, row, lever)) == 0)
            return false;
    return true;
}

static void map_row(struct page *p, const struct sweep_page *s, size_t row)
{
    const char *a = csv_grid_cell(s->grid, row, s->lever[0]);

    fprintf(p->out, "<tr><th scope=\"row\">%s</th>", piece_lever_value(p, s->lever[0], a));
    for (size_t k = 0; k < s->grid->n_row; k++) {
        if (!is_new(s, k, s->lever[1]))
            continue;
        const size_t at = row_at(s, a, csv_grid_cell(s->grid, k, s->lever[1]));
        const double share = at == NONE ? NAN : csv_grid_number(s->grid, at, s->main);
        if (isnan(share))
            fputs("<td class=\"none\"><span>\xE2\x80\x93</span></td>", p->out);
        else
            fprintf(p->out, "<td class=\"h%.0f\"><span>%s</span></td>", rint(10 * share),
                    piece_percent(p, share));
    }
    fputs("</tr>\n", p->out);
}

static void draw_map(struct page *p, const struct sweep_page *s)
{
    fprintf(p->out,
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"What the levers "
            "do\"><table class=\"map\"><caption>Share of draws in which %s. Down: %s. Across: %s. "
            "From sweep.csv.</caption><thead><tr><td></td>",
            title_of(p, s->main), piece_lever(p, s->lever[0]), piece_lever(p, s->lever[1]));
    for (size_t i = 0; i < s->grid->n_row; i++)
        if (is_new(s, i, s->lever[1]))
            fprintf(p->out, "<th scope=\"col\">%s</th>",
                    piece_lever_value(p, s->lever[1], csv_grid_cell(s->grid, i, s->lever[1])));
    fputs("</tr></thead>\n<tbody>", p->out);
    for (size_t i = 0; i < s->grid->n_row; i++)
        if (is_new(s, i, s->lever[0]))
            map_row(p, s, i);
    fputs("</tbody></table></div>\n", p->out);
}

static bool others_agree(const struct sweep_page *s, size_t a, size_t b, size_t lever)
{
    for (size_t i = 0; i < s->n_lever; i++)
        if (i != lever && strcmp(csv_grid_cell(s->grid, a, s->lever[i]),
                                 csv_grid_cell(s->grid, b, s->lever[i])) != 0)
            return false;
    return true;
}

/* The largest difference that a lever makes, the others being the same; NAN where no two points
 * differ in it alone, as in a random design. */
static double swing_of(const struct sweep_page *s, size_t lever)
{
    double swing = NAN;

    for (size_t i = 0; i < s->grid->n_row; i++)
        for (size_t k = i + 1; k < s->grid->n_row; k++)
            if (others_agree(s, i, k, lever))
                swing = fmax(swing, fabs(csv_grid_number(s->grid, i, s->main) -
                                         csv_grid_number(s->grid, k, s->main)));
    return swing;
}

/* Which lever matters, as the summary has it. */
static void rank_levers(struct page *p, const struct sweep_page *s)
{
    enum { MOST_POINTS = 500 }; /* each is compared with each */

    if (s->n_lever < 2 || s->grid->n_row > MOST_POINTS)
        return;
    html_table_begin(p,
                     "The largest difference that each lever makes, the others being the same, in "
                     "points. From sweep.csv.",
                     true);
    html_table_head(p, "lever");
    html_table_head_n(p, "moves the answer by");
    for (size_t i = 0; i < s->n_lever; i++) {
        const double swing = swing_of(s, i);
        html_table_row(p, piece_lever(p, s->lever[i]));
        html_table_number(p, swing, piece_number(p, 100 * swing, 1));
    }
    html_table_end(p);
}

static void point_row(struct page *p, const struct sweep_page *s, size_t row)
{
    const double share = csv_grid_number(s->grid, row, s->main);

    html_table_row(p, piece_lever_value(p, s->lever[0], csv_grid_cell(s->grid, row, s->lever[0])));
    for (size_t i = 1; i < s->n_lever; i++)
        html_table_cell(
            p, piece_lever_value(p, s->lever[i], csv_grid_cell(s->grid, row, s->lever[i])));
    html_table_number(p, share,
                      piece_interval(p, share,
                                     csv_grid_number(s->grid, row, end_of(p, "low_", s->main)),
                                     csv_grid_number(s->grid, row, end_of(p, "high_", s->main))));
    for (size_t i = 0; i < s->n_proposal; i++) {
        const double accepts = csv_grid_number(s->grid, row, s->proposal[i]);
        if (strcmp(s->proposal[i], s->main) != 0)
            html_table_number(p, accepts, piece_percent(p, accepts));
    }
}

static void all_points(struct page *p, const struct sweep_page *s)
{
    html_table_begin(
        p,
        piece(p,
              "%s draws at each point, from one seed: rows differ by the levers only. In "
              "brackets: 95 %% interval. From sweep.csv.",
              piece_count(p, page_folder_count(p->sweep, "draws"))),
        true);
    for (size_t i = 0; i < s->n_lever; i++)
        html_table_head(p, piece_lever(p, s->lever[i]));
    html_table_head_n(p, title_of(p, s->main));
    for (size_t i = 0; i < s->n_proposal; i++)
        if (strcmp(s->proposal[i], s->main) != 0)
            html_table_head_n(p, title_of(p, s->proposal[i]));
    for (size_t i = 0; i < s->grid->n_row && i < PAGE_ROWS; i++)
        point_row(p, s, i);
    html_table_end(p);
    html_table_note(p, PAGE_ROWS, s->grid->n_row, "sweep.csv");
}

bool section_sweep(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->sweep, "sweep");

    if (!grid || grid->n_row == 0)
        return false;
    const struct sweep_page s = read_columns(p, grid);
    if (!s.main || s.n_lever == 0)
        return false;
    say_range(p, &s);
    if (is_line(&s))
        draw_lines(p, &s);
    else if (s.n_lever == 2 && grid->n_row <= PAGE_ROWS)
        draw_map(p, &s);
    rank_levers(p, &s);
    all_points(p, &s);
    return true;
}
