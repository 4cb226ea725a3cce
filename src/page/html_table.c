/* html_table.c - a table of a page, cell by cell */
#include "html_table.h"

#include "pieces.h"

#include <math.h>

void html_table_begin(struct page *p, const char *caption, bool sorts)
{
    const char *text = piece_text(p, caption);

    fprintf(p->out,
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">"
            "<table%s><caption>%s</caption><thead><tr>",
            text, sorts ? " class=\"sort\"" : "", text);
    p->in_head = true;
}

void html_table_head(struct page *p, const char *html)
{
    fprintf(p->out, "<th scope=\"col\">%s</th>", html);
}

void html_table_head_n(struct page *p, const char *html)
{
    fprintf(p->out, "<th scope=\"col\" class=\"n\">%s</th>", html);
}

/* Ends the row before, the first time that of the heads. */
static void end_row(struct page *p)
{
    fputs(p->in_head ? "</tr></thead>\n<tbody>" : "</tr>\n", p->out);
    p->in_head = false;
}

void html_table_row(struct page *p, const char *name)
{
    end_row(p);
    fprintf(p->out, "<tr><th scope=\"row\">%s</th>", name);
}

void html_table_cell(struct page *p, const char *html)
{
    fprintf(p->out, "<td>%s</td>", html);
}

void html_table_number(struct page *p, double x, const char *html)
{
    fprintf(p->out, "<td class=\"n\" data-v=\"%.9g\">%s</td>", isnan(x) ? -1e300 : x, html);
}

void html_table_end(struct page *p)
{
    end_row(p);
    fputs("</tbody></table></div>\n", p->out);
}

void html_table_note(struct page *p, size_t shown, size_t n, const char *file)
{
    if (n > shown)
        fprintf(p->out, "<p class=\"quiet\">%s of %s rows; %s has all.</p>\n",
                piece_count(p, (double)shown), piece_count(p, (double)n), piece_text(p, file));
}
