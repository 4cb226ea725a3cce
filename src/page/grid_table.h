/* grid_table.h - a CSV file as a table of a page: which columns, and how each is shown */
#ifndef GRID_TABLE_H
#define GRID_TABLE_H

#include "html_table.h"

enum show {
    SHOW_NAME,     /* a name, without its underscores */
    SHOW_WORD,     /* one of the words that tables have */
    SHOW_TEXT,     /* as it is */
    SHOW_DATE,     /* the same, on one line */
    SHOW_PATH,     /* a setting that a user would type */
    SHOW_PROPOSAL, /* ... by their titles; `of`: what an empty cell says */
    SHOW_PARTY,    /* the same; "all" is with a rule "the rule" */
    SHOW_PHASE,
    SHOW_ISSUE,
    SHOW_LEVEL, /* of the issue that column `of` names */
    SHOW_YES,   /* yes or no, of 1 or 0 */
    SHOW_LEVER, /* the lever's title, or its path */
    SHOW_VALUE, /* of the lever that column `of` names */
    SHOW_BODY,  /* of the party that column `party` names */
    SHOW_BLOC,  /* of the body that column `body` names */
    SHOW_SHARE, /* in per cent; with the interval in columns `of` and `to`, where these are given */
    SHOW_BAR,   /* the same, with a bar */
    SHOW_NUMBER, /* with `digits` after the point, and the same interval */
};

struct shown {
    const char *heading; /* NULL: "all accept", or with a rule of agreement "it passes" */
    const char *column;  /* "..._all": with a rule that of the rule, where the table has it */
    enum show how;
    const char *of, *to;
    int digits;
};

/* Writes the first PAGE_ROWS rows; columns that the file does not have, or that are empty in all
 * rows, are left out.  The caption is plain text.  Nothing for no rows. */
void grid_table(struct page *p, const struct csv_grid *grid, const char *file, const char *caption,
                size_t n, const struct shown column[]);

/* The same of the first `most` rows of those that agree in the columns key[n_key]; the note says
 * what is left out. */
void grid_table_first(struct page *p, const struct csv_grid *grid, const char *file,
                      const char *caption, size_t n, const struct shown column[], size_t n_key,
                      const char *const key[], size_t most);

#define GRID_TABLE(p, grid, file, caption, columns) \
    grid_table(p, grid, file, caption, sizeof(columns) / sizeof *(columns), columns)

#endif
