/* pieces.h - words and numbers of a page, as HTML that printf takes with %s */
#ifndef PIECES_H
#define PIECES_H

#include "page.h"

/* Room for n zeroed elements, in the arena; NULL, which the page says in the end, without memory.
 */
void *page_alloc(struct page *p, size_t n, size_t size);

/* A text from a format, in the arena. */
const char *piece(struct page *p, const char *format, ...) PRINTF_LIKE(2, 3);

/* A text of a scenario or a file: for attributes and headings; and for running words, where its
 * direction is its own. */
const char *piece_text(struct page *p, const char *text);
const char *piece_user(struct page *p, const char *text);
const char *piece_quoted(struct page *p, const char *text);

/* "43 %", "under 1 %"; "43.2 % ± 0.8", in points, 1.96 standard errors, of Sobol' draws 2.13;
 * "43.2 % (40.1 to 46.0)"; "3,400".  NAN: a dash. */
const char *piece_percent(struct page *p, double share);
const char *piece_error(struct page *p, double share, double se);
const char *piece_interval(struct page *p, double share, double low, double high);
const char *piece_count(struct page *p, double n);
/* Digits after the point; NAN: a dash. */
const char *piece_number(struct page *p, double x, int digits);

/* A bar of a share, in the colour of a party (its place) or, NONE, of all. */
const char *piece_bar(struct page *p, double share, size_t party);
const char *piece_colour(size_t party);

/* How things are called, by their names in tables: by the facts of a folder. */
const char *piece_party(struct page *p, const char *name);
const char *piece_proposal(struct page *p, const char *name);
const char *piece_issue(struct page *p, const char *name);
const char *piece_body(struct page *p, const char *party, const char *name);
const char *piece_bloc(struct page *p, const char *party, const char *body, const char *name);
const char *piece_phase(struct page *p, const char *name);
/* "42 days", "United States". */
const char *piece_level(struct page *p, const char *issue, const char *level);
/* A lever by the title of its issue, else its path; its value, a level or what it is. */
const char *piece_lever(struct page *p, const char *lever);
const char *piece_lever_value(struct page *p, const char *lever, const char *value);
/* A name without a title: blanks for underscores. */
const char *piece_name(struct page *p, const char *name);
/* A word of the tables as a reader would say it: of "zone", some package suits all. */
const char *piece_word(struct page *p, const char *word);

/* The same as plain text, for other formats than HTML. */
const char *plain_level(struct page *p, const json_t *issue, const char *level);
const char *plain_title(struct page *p, const json_t *list, const char *name);

/* A list of terms, "Pause 42 days; Aid more", with one more at its end; "" is an empty one. */
const char *piece_add_term(struct page *p, const char *terms, const char *issue, const char *level);

/* Such a list of a row that has a column for each issue. */
const char *piece_terms(struct page *p, const struct csv_grid *grid, size_t row);

/* "groups from everyone to elderly": a change as tables have it, "groups=elderly pause=28", of the
 * terms of a row. */
const char *piece_change(struct page *p, const struct csv_grid *grid, size_t row,
                         const char *change);

/* The lists of the facts. */
const json_t *page_issues(const struct page *p);
const json_t *page_parties(const struct page *p);
size_t page_n_party(const struct page *p);
const char *page_party(const struct page *p, size_t i);
size_t page_party_of(const struct page *p, const char *name); /* NONE: no such party */

/* "accept_" and a party's name. */
const char *column_of(struct page *p, const char *begin, const char *name);

/* "Israel, Hamas and Egypt": of all, and of a list of names as tables have it, a dash if empty. */
const char *piece_parties(struct page *p);
const char *piece_parties_of(struct page *p, const char *names);

/* Of the first n rows the one in which a column times `sign` is largest, the first of equals; NONE
 * where it has no number. */
size_t page_most(const struct csv_grid *grid, size_t n, const char *column, double sign);

/* A column as n_row numbers, times `scale`, NAN where there is none; NULL without memory. */
double *page_column(struct page *p, const struct csv_grid *grid, const char *column, double scale);

/* The sentence that says what is to be seen. */
void see(struct page *p, const char *html);

#endif
