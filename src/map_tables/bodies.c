/* bodies.c - bodies.csv: who ratifies each proposal */
#include "makers.h"

#define COLUMNS(X)                                                                 \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                             \
    X(ONE, party, PARTY, always, "", "whose body it is")                           \
    X(ONE, body, BODY, always, "", "its name")                                     \
    X(ONE, kind, BODY_KIND, always, "", "how it decides")                          \
    X(ONE, agrees, NUMBER, always, "share of draws",                               \
      "in which it agrees or passes it; of a partner: in which it does not leave") \
    X(ONE, stops_alone, NUMBER, always, "share of draws",                          \
      "in which everybody else would sign and this body alone is against")
TABLE(bodies_table, "bodies.csv", with_bodies, "One row a proposal and body.");

enum error_code bodies_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct ratify *ratify = &r->map->ratify;
    struct row row;

    if (sheet_open(sheet, &bodies_table, &r->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++) {
        size_t at = 0;
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t b = 0; b < s->party[p].n_body; b++, at++) {
                sheet_clear(sheet->kind, &row);
                row.proposal = (double)i;
                row.party = (double)p;
                row.body = (double)at;
                row.kind = s->party[p].body[b].kind;
                row.agrees = mean_of(ratify_agrees(ratify, i, at));
                row.stops_alone =
                    (double)ratify->stops[i * ratify->n_body + at] / (double)r->map->draws;
                if (sheet_add(sheet, &row, err) != OK)
                    return err->code;
            }
    }
    return OK;
}
