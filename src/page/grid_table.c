/* grid_table.c - a CSV file as a table of a page */
#include "grid_table.h"

#include "agreed.h"
#include "none.h"
#include "pieces.h"

#include <math.h>
#include <string.h>

static bool is_number(enum show how)
{
    return how == SHOW_SHARE || how == SHOW_BAR || how == SHOW_NUMBER;
}

static bool is_shown(struct page *p, const struct csv_grid *grid, const struct shown *column)
{
    const char *name = agreed_column(p, grid, column->column);

    for (size_t i = 0; i < grid->n_row; i++)
        if (csv_grid_cell(grid, i, name)[0])
            return true;
    return false;
}

/* "party" or what the file calls it, for the colour of a bar. */
static size_t party_of(const struct page *p, const struct csv_grid *grid, size_t row)
{
    return page_party_of(p, csv_grid_cell(grid, row, "party"));
}

static const char *words(struct page *p, const struct csv_grid *grid, size_t row,
                         const struct shown *column)
{
    const char *text = csv_grid_cell(grid, row, column->column);
    const char *party = csv_grid_cell(grid, row, "party");

    if (!text[0])
        return column->how == SHOW_PROPOSAL && column->of ? column->of
               : column->how == SHOW_PARTY && column->of  ? agreed(p, column->of, "the rule")
                                                          : "\xE2\x80\x93";
    switch (column->how) {
    case SHOW_PATH:
        return piece(p, "<code>%s</code>", piece_text(p, text));
    case SHOW_PROPOSAL:
        return piece_proposal(p, text);
    case SHOW_PARTY:
        return piece_party(p, text);
    case SHOW_PHASE:
        return piece_phase(p, text);
    case SHOW_ISSUE:
        return piece_issue(p, text);
    case SHOW_LEVEL:
        return piece_level(p, csv_grid_cell(grid, row, column->of), text);
    case SHOW_BODY:
        return piece_body(p, party, text);
    case SHOW_BLOC:
        return piece_bloc(p, party, csv_grid_cell(grid, row, "body"), text);
    case SHOW_WORD:
        return piece_word(p, text);
    case SHOW_YES:
        return strcmp(text, "1") == 0 ? "yes" : "no";
    case SHOW_LEVER:
        return piece_lever(p, text);
    case SHOW_VALUE:
        return piece_lever_value(p, csv_grid_cell(grid, row, column->of), text);
    case SHOW_DATE:
        return piece(p, "<span class=\"line\">%s</span>", piece_text(p, text));
    case SHOW_TEXT:
        return piece_user(p, text);
    case SHOW_NAME:
    case SHOW_SHARE:
    case SHOW_BAR:
    case SHOW_NUMBER:
        break;
    }
    return piece_name(p, text);
}

static const char *number(struct page *p, const struct csv_grid *grid, size_t row,
                          const struct shown *column, double x)
{
    const double low = column->of ? agreed_number(p, grid, row, column->of) : NAN,
                 high = column->to ? agreed_number(p, grid, row, column->to) : NAN;

    if (column->how != SHOW_NUMBER) {
        const char *share = isnan(low) ? piece_percent(p, x) : piece_interval(p, x, low, high);
        return column->how == SHOW_BAR
                   ? piece(p, "%s%s", share, piece_bar(p, x, party_of(p, grid, row)))
                   : share;
    }
    if (isnan(x) || isnan(low) || isnan(high))
        return piece_number(p, x, column->digits);
    return piece(p, "%.*f <span class=\"quiet\">(%.*f to %.*f)</span>", column->digits, x,
                 column->digits, low, column->digits, high);
}

static void cell(struct page *p, const struct csv_grid *grid, size_t row,
                 const struct shown *column, bool is_first)
{
    if (is_first) {
        html_table_row(p, words(p, grid, row, column));
    } else if (is_number(column->how)) {
        const double x = agreed_number(p, grid, row, column->column);
        html_table_number(p, x, number(p, grid, row, column, x));
    } else {
        html_table_cell(p, words(p, grid, row, column));
    }
}

static bool agree(const struct csv_grid *grid, size_t a, size_t b, size_t n_key,
                  const char *const key[])
{
    for (size_t k = 0; k < n_key; k++)
        if (strcmp(csv_grid_cell(grid, a, key[k]), csv_grid_cell(grid, b, key[k])) != 0)
            return false;
    return true;
}

void grid_table_first(struct page *p, const struct csv_grid *grid, const char *file,
                      const char *caption, size_t n, const struct shown column[], size_t n_key,
                      const char *const key[], size_t most)
{
    enum { MOST = 32 };
    bool shows[MOST];
    size_t run = 0, shown = 0;

    if (!grid || grid->n_row == 0 || n > MOST)
        return;
    html_table_begin(p, piece(p, "%s From %s.", caption, file), true);
    for (size_t c = 0; c < n; c++) {
        shows[c] = c == 0 || is_shown(p, grid, &column[c]);
        if (shows[c])
            (is_number(column[c].how) ? html_table_head_n : html_table_head)(
                p, column[c].heading ? column[c].heading : agreed_accept(p));
    }
    for (size_t i = 0; i < grid->n_row && shown < PAGE_ROWS; i++) {
        run = i > 0 && agree(grid, i, i - 1, n_key, key) ? run + 1 : 0;
        if (run >= most)
            continue;
        for (size_t c = 0; c < n; c++)
            if (shows[c])
                cell(p, grid, i, &column[c], c == 0);
        shown++;
    }
    html_table_end(p);
    html_table_note(p, shown, grid->n_row, file);
}

void grid_table(struct page *p, const struct csv_grid *grid, const char *file, const char *caption,
                size_t n, const struct shown column[])
{
    grid_table_first(p, grid, file, caption, n, column, 0, NULL, PAGE_ROWS);
}
