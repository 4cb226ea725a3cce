/* columns.c - columns of results that stand for issues and parties */
#include "columns.h"

enum error_code columns_issues(struct table *t, const struct scenario *s, struct error *err)
{
    enum error_code code = OK;

    for (size_t k = 0; code == OK && k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        code = table_column(t, issue->is_named ? issue->names : NULL, issue->n_name, err, "%s",
                            issue->name);
    }
    return code;
}

enum error_code columns_numbers(struct table *t, size_t n, const char *const name[n],
                                struct error *err)
{
    enum error_code code = OK;
    for (size_t i = 0; code == OK && i < n; i++)
        code = table_column(t, NULL, 0, err, "%s", name[i]);
    return code;
}

enum error_code columns_sides(struct table *t, const struct scenario *s, const char *what,
                              struct error *err)
{
    enum error_code code = OK;
    for (size_t i = 0; code == OK && i < N_SIDE; i++)
        code = table_column(t, NULL, 0, err, "%s_%s", what, s->party[s->talks->side[i]].name);
    return code;
}

double *cells_issues(double *cell, const struct scenario *s, uint64_t package)
{
    for (size_t k = 0; k < s->n_table; k++)
        *cell++ = s->issue[k].level[grid_level(&s->grid, package, k)];
    return cell;
}
