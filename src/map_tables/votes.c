/* votes.c - votes.csv: how the blocs of bodies that vote would vote on each proposal */
#include "makers.h"

#define COLUMNS(X)                                                                          \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                      \
    X(ONE, party, PARTY, always, "", "whose body it is")                                    \
    X(ONE, body, BODY, always, "", "that votes")                                            \
    X(ONE, bloc, BLOC, always, "", "of its seats")                                          \
    X(ONE, seats, NUMBER, always, "seats", "of the bloc")                                   \
    X(ONE, votes_for, NUMBER, always, "seats", "of them that vote for it: mean over draws") \
    X(ONE, quota, NUMBER, always, "seats", "that pass it")
TABLE(votes_table, "votes.csv", with_bodies, "One row a proposal and bloc.");

static enum error_code add_blocs(const struct results *r, struct sheet *sheet,
                                 const struct body *body, struct row *row, size_t *bloc,
                                 struct error *err)
{
    for (size_t k = 0; k < body->n_bloc; k++, ++*bloc) {
        row->bloc = (double)*bloc;
        row->seats = (double)body->bloc[k].seats;
        row->votes_for =
            row->seats * mean_of(ratify_votes(&r->map->ratify, (size_t)row->proposal, *bloc));
        row->quota = (double)body->quota;
        if (sheet_add(sheet, row, err) != OK)
            return err->code;
    }
    return OK;
}

enum error_code votes_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    struct row row;

    if (sheet_open(sheet, &votes_table, &r->scope, err) != OK)
        return err->code;
    sheet_clear(sheet->kind, &row);
    for (size_t i = 0; i < s->n_proposal; i++) {
        size_t at = 0, bloc = 0;
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t b = 0; b < s->party[p].n_body; b++) {
                row.proposal = (double)i;
                row.party = (double)p;
                row.body = (double)at++;
                if (add_blocs(r, sheet, &s->party[p].body[b], &row, &bloc, err) != OK)
                    return err->code;
            }
    }
    return OK;
}
