/* html_table.h - a table of a page, cell by cell */
#ifndef HTML_TABLE_H
#define HTML_TABLE_H

#include "page.h"

/* Rows beyond these are left out, and the page says how many: no reader reads them, and a browser
 * slows down.  The CSV file has all. */
enum { PAGE_ROWS = 150 };

/* A table in a region that scrolls by itself.  The caption is plain text and names the file.  With
 * `sorts`, the script lets a reader sort it by each column.  Then come the heads, a column each
 * (`html_table_head_n`: of numbers), and rows of as many cells, the first of which names the row.
 * All but the caption is HTML. */
void html_table_begin(struct page *p, const char *caption, bool sorts);
void html_table_head(struct page *p, const char *html);
void html_table_head_n(struct page *p, const char *html);
void html_table_row(struct page *p, const char *name);
void html_table_cell(struct page *p, const char *html);
/* A cell that sorts by a number; NAN below all others. */
void html_table_number(struct page *p, double x, const char *html);
void html_table_end(struct page *p);

/* A note under a table that shows only so many of n rows. */
void html_table_note(struct page *p, size_t shown, size_t n, const char *file);

#endif
