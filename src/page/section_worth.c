/* section_worth.c - what packages are worth to each two parties, over no deal */
#include "package_list.h"
#include "svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 44 };

/* Values of packages in the mean world; rows are those of packages.csv. */
struct worth {
    size_t n, n_ok;    /* packages, and those that cross nobody's red line */
    const bool *ok;    /* [n] */
    size_t n_gains;    /* of those, worth no less than no deal to all */
    size_t n_front;    /* that cannot be bettered for one without loss to another */
    const bool *front; /* [n] */
    double *value;     /* [n * n_party] */
};

static bool is_set(const struct csv_grid *grid, size_t row, const char *column, const char *text)
{
    return strcmp(csv_grid_cell(grid, row, column), text) == 0;
}

static void look(struct page *p, const struct csv_grid *grid, size_t i, struct worth *w, bool *ok,
                 bool *front)
{
    const size_t n = page_n_party(p);
    bool gains = true;
    char column[160];

    *ok = true;
    for (size_t k = 0; k < n; k++) {
        snprintf(column, sizeof column, "surplus_%s", page_party(p, k));
        w->value[i * n + k] = csv_grid_number(grid, i, column);
        gains = gains && w->value[i * n + k] >= 0;
        snprintf(column, sizeof column, "red_lines_%s", page_party(p, k));
        *ok = *ok && is_set(grid, i, column, "0");
    }
    *front = *ok && is_set(grid, i, "pareto", "1"); /* by a rule some cross red lines */
    w->n_ok += *ok;
    w->n_gains += *ok && gains;
    w->n_front += *front;
}

/* False without memory. */
static bool find(struct page *p, struct worth *w)
{
    const struct csv_grid *grid = p->packages->grid;
    bool *ok, *front;

    *w = (struct worth){ .n = grid->n_row };
    w->ok = ok = page_alloc(p, w->n, sizeof *ok);
    w->front = front = page_alloc(p, w->n, sizeof *front);
    w->value = page_alloc(p, w->n * page_n_party(p), sizeof *w->value);
    if (!ok || !front || !w->value)
        return false;
    for (size_t i = 0; i < w->n; i++)
        look(p, grid, i, w, &ok[i], &front[i]);
    return true;
}

static double value_of(const struct page *p, const struct worth *w, size_t row, size_t party)
{
    return w->value[row * page_n_party(p) + party];
}

/* The range of what is shown: packages that cross no red line, or all where each crosses one. */
static void range(const struct page *p, const struct worth *w, size_t party, double *low,
                  double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < w->n; i++) {
        const double x = value_of(p, w, i, party);
        if ((w->n_ok > 0 && !w->ok[i]) || isnan(x))
            continue;
        *low = fmin(*low, x);
        *high = fmax(*high, x);
    }
    if (!(*low <= *high))
        *low = *high = 0;
}

/* Whether packages differ in what they are worth to a party. */
static bool has_range(const struct page *p, const struct worth *w, size_t party)
{
    double low, high;

    range(p, w, party, &low, &high);
    return high - low > 1e-9;
}

static size_t bin_of(double x, double low, double high)
{
    const double at = floor((x - low) / (high - low) * BINS);
    return (size_t)fmin(fmax(at, 0), BINS - 1);
}

/* Darker where more packages lie. */
static void draw_bins(const struct plane *plane, const struct worth *w, size_t a, size_t b)
{
    static unsigned count[BINS][BINS];
    const double dx = (plane->x1 - plane->x0) / BINS, dy = (plane->y1 - plane->y0) / BINS;
    struct page *p = plane->page;
    unsigned most = 1;

    memset(count, 0, sizeof count);
    for (size_t i = 0; i < w->n; i++) {
        const double x = value_of(p, w, i, a), y = value_of(p, w, i, b);
        if ((w->n_ok > 0 && !w->ok[i]) || isnan(x) || isnan(y))
            continue;
        unsigned *c = &count[bin_of(x, plane->x0, plane->x1)][bin_of(y, plane->y0, plane->y1)];
        most = ++*c > most ? *c : most;
    }
    for (size_t i = 0; i < BINS; i++)
        for (size_t k = 0; k < BINS; k++)
            if (count[i][k] > 0)
                fprintf(p->out,
                        "<rect class=\"bin\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
                        "height=\"%.1f\" opacity=\"%.2f\"/>",
                        plane_x(plane, plane->x0 + (double)i * dx),
                        plane_y(plane, plane->y0 + (double)(k + 1) * dy),
                        plane_x(plane, dx) - plane_x(plane, 0),
                        plane_y(plane, 0) - plane_y(plane, dy),
                        0.12 + 0.6 * log1p(count[i][k]) / log1p(most));
}

/* No deal is worth 0: lines there, where they are in the picture. */
static void draw_zero(const struct plane *plane)
{
    FILE *out = plane->page->out;

    if (plane->x0 < 0 && plane->x1 > 0)
        fprintf(out, "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                plane_x(plane, 0), plane_x(plane, 0), plane_y(plane, plane->y0),
                plane_y(plane, plane->y1));
    if (plane->y0 < 0 && plane->y1 > 0)
        fprintf(out, "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                plane_x(plane, plane->x0), plane_x(plane, plane->x1), plane_y(plane, 0),
                plane_y(plane, 0));
}

struct point {
    double x, y;
};

static int by_x(const void *a, const void *b)
{
    const struct point *p = a, *q = b;

    return p->x < q->x ? -1 : p->x > q->x ? 1 : p->y < q->y ? 1 : p->y > q->y ? -1 : 0;
}

/* A line through the front where parties are two; dots where they are more, since it is no line. */
static void draw_front(const struct plane *plane, const struct worth *w, size_t a, size_t b)
{
    struct page *p = plane->page;
    struct point *point = page_alloc(p, w->n_front + 1, sizeof *point);
    double *x = page_alloc(p, w->n_front + 1, sizeof *x),
           *y = page_alloc(p, w->n_front + 1, sizeof *y);
    size_t n = 0;

    for (size_t i = 0; point && x && y && i < w->n; i++)
        if (w->front[i])
            point[n++] = (struct point){ value_of(p, w, i, a), value_of(p, w, i, b) };
    if (n == 0)
        return;
    qsort(point, n, sizeof *point, by_x);
    for (size_t i = 0; i < n; i++) {
        x[i] = point[i].x;
        y[i] = point[i].y;
        if (page_n_party(p) > 2)
            fprintf(p->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.5\" class=\"fall\"/>",
                    plane_x(plane, x[i]), plane_y(plane, y[i]));
    }
    if (page_n_party(p) == 2)
        plane_line(plane, n, x, y, false, "all");
}

static void draw_proposals(const struct plane *plane, const struct worth *w, size_t a, size_t b)
{
    struct page *p = plane->page;
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");

    for (size_t i = 0; grid && i < grid->n_row; i++) {
        const uint64_t number = packages_number(p->packages, p, grid, i);
        const size_t row = number == UINT64_MAX ? w->n : packages_row(p->packages, number);
        if (row == w->n)
            continue;
        const double x = value_of(p, w, row, a), y = value_of(p, w, row, b);
        if (!(x >= plane->x0 && x <= plane->x1 && y >= plane->y0 && y <= plane->y1))
            continue;
        fprintf(p->out,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" class=\"fb\"/><text x=\"%.1f\" "
                "y=\"%.1f\">%zu</text>",
                plane_x(plane, x), plane_y(plane, y), plane_x(plane, x) + 6, plane_y(plane, y) + 4,
                i + 1);
    }
}

static void panel(struct page *p, const struct worth *w, size_t a, size_t b)
{
    const char *one = piece_text(p, plain_title(p, page_parties(p), page_party(p, a))),
               *other = piece_text(p, plain_title(p, page_parties(p), page_party(p, b)));
    struct plane plane = { .x_title = piece(p, "worth to %s over no deal", one),
                           .y_title = piece(p, "worth to %s", other) };

    range(p, w, a, &plane.x0, &plane.x1);
    range(p, w, b, &plane.y0, &plane.y1);
    plane_begin(&plane, p, piece(p, "What packages are worth to %s and to %s", one, other),
                piece(p, "Darker where more packages lie; %s of them are above zero for all.",
                      piece_count(p, (double)w->n_gains)));
    draw_bins(&plane, w, a, b);
    draw_zero(&plane);
    draw_front(&plane, w, a, b);
    draw_proposals(&plane, w, a, b);
    plane_end(&plane);
}

static void say_worth(struct page *p, const struct worth *w)
{
    const char *all = page_n_party(p) == 2 ? "both" : "all";

    see(p, piece(p,
                 "%s of %s packages cross nobody\xE2\x80\x99s red line in the mean world%s; %s of "
                 "these are worth at least no deal to %s (up and right of the thin lines), and %s "
                 "cannot be bettered for one without loss to another (%s).",
                 piece_count(p, (double)w->n_ok), piece_count(p, (double)w->n),
                 w->n_ok ? "" : ", so that all packages are drawn",
                 piece_count(p, (double)w->n_gains), all, piece_count(p, (double)w->n_front),
                 page_n_party(p) == 2 ? "the black line" : "black dots"));
}

bool section_worth(struct page *p)
{
    struct worth w;
    const size_t n = page_n_party(p);

    if (!p->packages || n < 2 || !csv_grid_has(p->packages->grid, "pareto") || !find(p, &w))
        return false;
    say_worth(p, &w);
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n && b < a + 1 + (n > 4 ? 1 : n); b++)
            if (has_range(p, &w, a) && has_range(p, &w, b))
                panel(p, &w, a, b);
    for (size_t a = 0; a < n; a++)
        if (!has_range(p, &w, a))
            fprintf(p->out, "<p>All packages are worth the same to %s.</p>\n",
                    piece_party(p, page_party(p, a)));
    fprintf(p->out,
            "<p class=\"quiet\">Numbered points: the proposals, numbered as above. Every doubt at "
            "its mean; 1 is all that is at stake for a party.%s%s From packages.csv, "
            "<code>surplus</code>.</p>\n",
            p->packages->is_whole ? "" : " Of the packages that packages.csv has.",
            n > 4 ? " Of so many parties, each beside the next one." : "");
    return true;
}
