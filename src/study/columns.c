/* columns.c - columns of results that stand for issues, parties and proposals */
#include "columns.h"

enum error_code columns_issues(struct table *t, const struct scenario *s, const char *before,
                               struct error *err)
{
    enum error_code code = OK;

    for (size_t k = 0; code == OK && k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        code = table_column(t, issue->is_named ? issue->names : NULL, issue->n_name, err, "%s%s",
                            before, issue->name);
        if (code == OK)
            table_from(t, &issue->place);
    }
    return code;
}

enum error_code columns_party(struct table *t, const struct scenario *s, size_t p, const char *what,
                              const char *const *label, size_t n_label, struct error *err)
{
    enum error_code code = table_column(t, label, n_label, err, "%s_%s", what, s->party[p].name);

    if (code == OK)
        table_from(t, &s->party[p].place);
    return code;
}

enum error_code columns_parties(struct table *t, const struct scenario *s, const char *what,
                                struct error *err)
{
    enum error_code code = OK;
    for (size_t p = 0; code == OK && p < s->n_party; p++)
        code = columns_party(t, s, p, what, NULL, 0, err);
    return code;
}

enum error_code columns_sides(struct table *t, const struct scenario *s, const char *what,
                              struct error *err)
{
    enum error_code code = OK;
    for (size_t i = 0; code == OK && i < N_SIDE; i++)
        code = columns_party(t, s, s->talks->side[i], what, NULL, 0, err);
    return code;
}

enum error_code columns_proposal(struct table *t, const struct scenario *s, size_t i,
                                 const char *what, struct error *err)
{
    enum error_code code = table_column(t, NULL, 0, err, "%s_%s", what, s->proposal[i].name);

    if (code == OK)
        table_from(t, &s->proposal[i].place);
    return code;
}

double *cells_issues(double *cell, const struct scenario *s, uint64_t package)
{
    for (size_t k = 0; k < s->n_table; k++)
        *cell++ = s->issue[k].level[grid_level(&s->grid, package, k)];
    return cell;
}
