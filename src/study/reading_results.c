/* reading_results.c - what a run says of proposals that leave something open */
#include "reading_results.h"

#include "columns.h"

#include <math.h>

enum error_code reading_results_columns(struct table *t, const struct scenario *s,
                                        struct error *err)
{
    static const char *const all[] = { "low_reading_all", "high_reading_all" };

    if (s->n_vague == 0)
        return OK;
    if (table_numbers(t, all, COUNT_OF(all), err) != OK ||
        columns_parties(t, s, "low_reading", err) != OK)
        return err->code;
    return columns_parties(t, s, "high_reading", err);
}

double *reading_results_cells(double *cell, const struct scenario *s, size_t i,
                              const struct finding *f)
{
    const size_t n = s->n_party;
    const bool is_vague = s->proposal[i].vague != NULL;

    if (s->n_vague == 0)
        return cell;
    for (size_t who = 0; who <= n; who++) {
        const struct reading_range *range = &f->read[who];
        cell[who < n ? 2 + who : 0] = is_vague ? range->low : NAN;
        cell[who < n ? 2 + n + who : 1] = is_vague ? range->high : NAN;
    }
    return cell + 2 + 2 * n;
}

void reading_results_terms(double *cell, const struct scenario *s, const struct proposal *proposal)
{
    for (size_t k = 0; k < s->n_table; k++)
        cell[k] =
            scenario_vague(s, k, proposal->level[k]) ? NAN : s->issue[k].level[proposal->level[k]];
}
