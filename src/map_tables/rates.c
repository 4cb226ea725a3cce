/* rates.c - rates.csv: the price of one unit of a term in units of another */
#include "makers.h"

#include <math.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, proposal, PROPOSAL, always, "",                                                         \
      "at whose terms; empty: at those of the package that all accept most often")                 \
    X(ONE, party, PARTY, always, "", "to whom")                                                    \
    X(ONE, issue_a, ISSUE, always, "", "of which there is one unit more")                          \
    X(ONE, issue_b, ISSUE, always, "", "in whose units the price is")                              \
    X(ONE, price, NUMBER, always, "units of issue_b",                                              \
      "how far issue_b must move to make up for one unit more of issue_a; below 0 downwards; the " \
      "median over the draws in which issue_b matters to the party")                               \
    X(ONE, low, NUMBER, always, "units of issue_b", "quantile 0.1 over these draws")               \
    X(ONE, high, NUMBER, always, "units of issue_b", "quantile 0.9")
TABLE(rates_table, "rates.csv", always,
      "One row for each proposal, party and two issues with numbers. By the slopes of what is "
      "kept, at the proposal's terms; interactions, and losses against a text accepted before, "
      "aside. From the draws of prices.csv.");

static enum error_code add_rate(const struct results *r, struct sheet *sheet, size_t base, size_t p,
                                size_t a, size_t b, struct error *err)
{
    const struct price_list *list = &r->prices;
    struct row row;

    if (isnan(price_rate(list, base, p, a, b, RATE_MEDIAN)))
        return OK;
    sheet_clear(sheet->kind, &row);
    if (list->base[base].proposal != NONE)
        row.proposal = (double)list->base[base].proposal;
    row.party = (double)p;
    row.issue_a = (double)a;
    row.issue_b = (double)b;
    row.price = price_rate(list, base, p, a, b, RATE_MEDIAN);
    row.low = price_rate(list, base, p, a, b, RATE_LOW);
    row.high = price_rate(list, base, p, a, b, RATE_HIGH);
    return sheet_add(sheet, &row, err);
}

/* Whether an issue is counted, and on the table at more than one level. */
static bool has_units(const struct issue *issue)
{
    return !issue->is_named && issue->n_level > 1;
}

enum error_code rates_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    enum error_code code = sheet_open(sheet, &rates_table, &r->scope, err);

    for (size_t i = 0; i < r->prices.n_base; i++)
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t a = 0; a < s->n_table; a++)
                for (size_t b = 0; code == OK && b < s->n_table; b++)
                    if (a != b && has_units(&s->issue[a]) && has_units(&s->issue[b]))
                        code = add_rate(r, sheet, i, p, a, b, err);
    return code;
}
