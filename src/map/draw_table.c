/* draw_table.c - agreement.csv: every draw, its numbers and who could agree in it */
#include "draw_table.h"

#include <math.h>

#define COLUMNS(X)                                                                               \
    X(ONE, draw, NUMBER, always, "", "its number, from 0")                                       \
    X(PARAMETER, theta, NUMBER, always, "",                                                      \
      "an uncertain number by its path; a red line's `roll` is below its probability when the "  \
      "line holds")                                                                              \
    X(ONE, zone, NUMBER, always, "packages", "that would be agreed")                             \
    X(ONE, nash, NUMBER, always, "",                                                             \
      "number of the Nash package, of equals that which solutions.csv would have; empty when "   \
      "there is none")                                                                           \
    X(PROPOSAL, accept, NUMBER, always, "1 or 0", "whether all accept it")                       \
    X(PROPOSAL, passes, NUMBER, with_rule, "1 or 0", "whether it passes by the rule")            \
    X(PARTY_ANSWER, accepts, NUMBER, always, "1 or 0", "whether the party accepts the proposal") \
    X(PARTY_ANSWER, surplus, NUMBER, always, "utility",                                          \
      "what it is worth to the party over no deal, red lines aside")                             \
    X(PARTY_ANSWER, margin, NUMBER, always, "utility",                                           \
      "its surplus over what it and its bodies ask for: of the party and its veto holders the "  \
      "least; it accepts from 0 on; -inf where a red line is crossed")
TABLE(agreement_table, "agreement.csv", always, "With `--draw-table`: one row a draw.");

size_t draw_table_columns(const struct scenario *s)
{
    return 3 + s->n_parameter + s->n_proposal * (2 + 3 * s->n_party);
}

enum error_code draw_table_init(struct draw_table *table, const struct scenario *s, uint64_t n,
                                struct error *err)
{
    if (scope_init(&table->scope, s, err) != OK ||
        sheet_open(&table->sheet, &agreement_table, &table->scope, err) != OK)
        return err->code;
    return sheet_room(&table->sheet, n, err);
}

void draw_table_release(struct draw_table *table)
{
    sheet_release(&table->sheet);
    scope_release(&table->scope);
}

void draw_table_put(struct draw_table *table, uint64_t draw, const double theta[], double nash,
                    const struct draw_answers *answers)
{
    const struct row row = { .draw = (double)draw,
                             .theta = theta,
                             .zone = NAN,
                             .nash = nash,
                             .accept = answers->all,
                             .passes = answers->passes,
                             .accepts = answers->accepts,
                             .surplus = answers->surplus,
                             .margin = answers->margin };
    sheet_put(&table->sheet, (size_t)draw, &row);
}

void draw_table_put_zone(struct draw_table *table, uint64_t draw, uint64_t packages)
{
    sheet_set(&table->sheet, (size_t)draw, AT_zone, (double)packages);
}
