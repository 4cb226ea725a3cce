/* side_by_side.c - several packages side by side */
#include "side_by_side.h"

#include "pieces.h"

#include <string.h>

static bool varies(const struct package_rows *rows, const char *issue)
{
    for (size_t i = 1; i < rows->n; i++)
        if (strcmp(csv_grid_cell(rows->grid, rows->row[i], issue),
                   csv_grid_cell(rows->grid, rows->row[0], issue)) != 0)
            return true;
    return false;
}

static const char *level(struct page *p, const struct package_rows *rows, size_t i,
                         const char *issue)
{
    return piece_level(p, issue, csv_grid_cell(rows->grid, rows->row[i], issue));
}

void terms_say_common(struct page *p, const struct package_rows *rows)
{
    const json_t *issue;
    const char *same = "";
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        if (!varies(rows, name))
            same = piece_add_term(p, same, name, csv_grid_cell(rows->grid, rows->row[0], name));
    }
    if (same[0] && rows->n > 1)
        fprintf(p->out, "<p>All of these have: %s.</p>\n", same);
}

void terms_heads(struct page *p, const struct package_rows *rows)
{
    const json_t *issue;
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        if (rows->n == 1 || varies(rows, name))
            html_table_head(p, piece_issue(p, name));
    }
}

void terms_cells(struct page *p, const struct package_rows *rows, size_t i)
{
    const json_t *issue;
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        if (rows->n == 1 || varies(rows, name))
            html_table_cell(p, level(p, rows, i, name));
    }
}
