/* svg.h - a picture with two axes, drawn into a page: geometry in attributes, looks in the sheet */
#ifndef SVG_H
#define SVG_H

#include "page.h"

/* Values at the ends of the axes, of which low < high, and what stands at them: HTML. */
struct plane {
    double x0, x1, y0, y1;
    const char *x_title, *y_title;
    struct page *page;
};

/* Begins a figure, with its title and what it shows (HTML both) for readers who do not see it, and
 * draws the axes with ticks; nicely when x0 = x1 or y0 = y1, too. */
void plane_begin(struct plane *plane, struct page *p, const char *title, const char *shows);

/* Where a value stands in the picture. */
double plane_x(const struct plane *plane, double x);
double plane_y(const struct plane *plane, double y);

/* A line through points, of a class of the sheet ("a", "b", "all"); with `steps`, level until the
 * next point.  Points that are NAN are left out. */
void plane_line(const struct plane *plane, size_t n, const double x[], const double y[], bool steps,
                const char *kind);

/* The area between low and high. */
void plane_band(const struct plane *plane, size_t n, const double x[], const double low[],
                const double high[]);

/* An upright line at x with words (HTML) beside it. */
void plane_mark(const struct plane *plane, double x, const char *html);

void plane_end(const struct plane *plane);

/* What a line of that kind stands for: to stand under the figure. */
const char *svg_key(struct page *p, const char *kind, const char *html);

#endif
