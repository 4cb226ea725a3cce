/* svg.c - a picture with two axes, drawn into a page */
#include "svg.h"

#include "pieces.h"

#include <math.h>

enum { WIDTH = 480, HEIGHT = 280, LEFT = 48, RIGHT = 12, TOP = 10, BOTTOM = 44, TICKS = 5 };

double plane_x(const struct plane *plane, double x)
{
    return LEFT + (x - plane->x0) / (plane->x1 - plane->x0) * (WIDTH - LEFT - RIGHT);
}

double plane_y(const struct plane *plane, double y)
{
    return HEIGHT - BOTTOM - (y - plane->y0) / (plane->y1 - plane->y0) * (HEIGHT - TOP - BOTTOM);
}

/* The step of 1, 2, 5 times a power of ten that gives at most TICKS steps. */
static double step_of(double low, double high)
{
    const double unit = pow(10, floor(log10((high - low) / TICKS)));

    for (double m = 1; m <= 10; m = m == 1 ? 2 : m == 2 ? 5 : 2 * m)
        if ((high - low) / (unit * m) <= TICKS)
            return unit * m;
    return 10 * unit;
}

static double first_tick(double low, double step)
{
    return ceil(low / step - 1e-9) * step;
}

/* 0.30000000000000004 is 0.3, and -0 is 0. */
static double tidy(double x, double step)
{
    const double tick = round(x / step) * step;
    return fabs(tick) < step / 2 ? 0 : tick;
}

/* Tick i; a step that is nothing beside the values would never get anywhere by itself. */
static double tick_at(double low, double step, int i)
{
    return first_tick(low, step) + i * step;
}

static void draw_ticks(const struct plane *plane)
{
    FILE *out = plane->page->out;
    const double dy = step_of(plane->y0, plane->y1), dx = step_of(plane->x0, plane->x1);

    for (int i = 0; i <= TICKS && tick_at(plane->y0, dy, i) <= plane->y1 + dy * 1e-9; i++) {
        const double y = tick_at(plane->y0, dy, i), at = plane_y(plane, y);
        fprintf(out,
                "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g</text>",
                LEFT, WIDTH - RIGHT, at, at, LEFT - 5, at + 4, tidy(y, dy));
    }
    for (int i = 0; i <= TICKS && tick_at(plane->x0, dx, i) <= plane->x1 + dx * 1e-9; i++) {
        const double x = tick_at(plane->x0, dx, i);
        fprintf(out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%g</text>",
                plane_x(plane, x), HEIGHT - BOTTOM + 16, tidy(x, dx));
    }
}

static void widen(double *low, double *high)
{
    if (!(*high > *low)) {
        *low -= 0.5;
        *high = *low + 1;
    }
}

void plane_begin(struct plane *plane, struct page *p, const char *title, const char *shows)
{
    const size_t i = ++p->n_figure;

    plane->page = p;
    widen(&plane->x0, &plane->x1);
    widen(&plane->y0, &plane->y1);
    fprintf(p->out,
            "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"ft%zu fd%zu\">"
            "<title id=\"ft%zu\">%s</title><desc id=\"fd%zu\">%s</desc>",
            WIDTH, HEIGHT, i, i, i, title, i, shows);
    draw_ticks(plane);
    fprintf(p->out, "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>", LEFT, TOP, HEIGHT - BOTTOM,
            WIDTH - RIGHT);
    fprintf(p->out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, plane->x_title);
    fprintf(p->out,
            "<text transform=\"translate(13 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
            (TOP + HEIGHT - BOTTOM) / 2, plane->y_title);
}

void plane_line(const struct plane *plane, size_t n, const double x[], const double y[], bool steps,
                const char *kind)
{
    FILE *out = plane->page->out;
    bool begun = false;

    fprintf(out, "<path class=\"l%s\" d=\"", kind);
    for (size_t i = 0; i < n; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        if (begun && steps)
            fprintf(out, "H%.1fV%.1f", plane_x(plane, x[i]), plane_y(plane, y[i]));
        else
            fprintf(out, "%s%.1f %.1f", begun ? "L" : "M", plane_x(plane, x[i]),
                    plane_y(plane, y[i]));
        begun = true;
    }
    fputs(begun ? "\"/>" : "M0 0\"/>", out);
}

void plane_band(const struct plane *plane, size_t n, const double x[], const double low[],
                const double high[])
{
    FILE *out = plane->page->out;
    bool begun = false;

    fputs("<path class=\"band\" d=\"", out);
    for (size_t i = 0; i < 2 * n; i++) {
        const size_t k = i < n ? i : 2 * n - 1 - i;
        const double y = i < n ? low[k] : high[k];
        if (isnan(x[k]) || isnan(y))
            continue;
        fprintf(out, "%s%.1f %.1f", begun ? "L" : "M", plane_x(plane, x[k]), plane_y(plane, y));
        begun = true;
    }
    fputs(begun ? "Z\"/>" : "M0 0\"/>", out);
}

void plane_mark(const struct plane *plane, double x, const char *html)
{
    const double at = plane_x(plane, x);
    const bool is_right = at > WIDTH * 0.6; /* the words then stand on the other side */

    fprintf(plane->page->out,
            "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
            at, at, TOP, HEIGHT - BOTTOM, at + (is_right ? -5 : 5), TOP + 12,
            is_right ? "end" : "start", html);
}

void plane_end(const struct plane *plane)
{
    fputs("</svg></figure>\n", plane->page->out);
}

const char *svg_key(struct page *p, const char *kind, const char *html)
{
    return piece(p,
                 "<svg class=\"key\" viewBox=\"0 0 24 10\" aria-hidden=\"true\"><line "
                 "class=\"l%s\" x1=\"0\" x2=\"24\" y1=\"5\" y2=\"5\"/></svg>%s ",
                 kind, html);
}
