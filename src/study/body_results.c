/* body_results.c - the tables of a run about those who must ratify */
#include "body_results.h"

#include <math.h>

/* The names of bodies and blocs of all parties, in their order. */
static enum error_code make_labels(struct results *r, struct error *err)
{
    const struct scenario *s = results_scenario(r);
    const struct ratify *ratify = &r->survey->ratify;
    size_t body = 0, bloc = 0;

    r->body_name = arena_alloc(&r->arena, ratify->n_body, sizeof *r->body_name);
    r->bloc_name = arena_alloc(&r->arena, ratify->n_bloc, sizeof *r->bloc_name);
    if (!r->body_name || !r->bloc_name)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++) {
            r->body_name[body++] = s->party[p].body[b].name;
            for (size_t k = 0; k < s->party[p].body[b].n_bloc; k++)
                r->bloc_name[bloc++] = s->party[p].body[b].bloc[k].name;
        }
    return OK;
}

static enum error_code body_columns(struct table *t, const struct results *r, struct error *err)
{
    const struct scenario *s = results_scenario(r);

    if (table_column(t, r->proposal_name, s->n_proposal, err, "proposal") != OK ||
        table_column(t, r->party_name, s->n_party, err, "party") != OK)
        return err->code;
    return table_column(t, r->body_name, r->survey->ratify.n_body, err, "body");
}

static enum error_code all_columns(struct results *r, struct error *err)
{
    struct table *bodies = &r->table[RESULT_bodies], *votes = &r->table[RESULT_votes];

    if (body_columns(bodies, r, err) != OK ||
        table_column(bodies, body_kind_names, BODY_KINDS, err, "kind") != OK ||
        table_column(bodies, NULL, 0, err, "agrees") != OK ||
        table_column(bodies, NULL, 0, err, "stops_alone") != OK ||
        body_columns(votes, r, err) != OK ||
        table_column(votes, r->bloc_name, r->survey->ratify.n_bloc, err, "bloc") != OK ||
        table_column(votes, NULL, 0, err, "seats") != OK ||
        table_column(votes, NULL, 0, err, "votes_for") != OK)
        return err->code;
    return table_column(votes, NULL, 0, err, "quota");
}

/* A voting body's blocs; their seats and how many of them vote for it on average. */
static enum error_code vote_rows(struct results *r, size_t i, size_t p, const struct body *body,
                                 size_t at, size_t *bloc, struct error *err)
{
    for (size_t k = 0; k < body->n_bloc; k++, ++*bloc) {
        double *cell = table_row(&r->table[RESULT_votes], err);
        if (!cell)
            return err->code;
        cell[0] = (double)i;
        cell[1] = (double)p;
        cell[2] = (double)at;
        cell[3] = (double)*bloc;
        cell[4] = (double)body->bloc[k].seats;
        cell[5] = cell[4] * mean_of(ratify_votes(&r->survey->ratify, i, *bloc));
        cell[6] = (double)body->quota;
    }
    return OK;
}

static enum error_code proposal_rows(struct results *r, size_t i, struct error *err)
{
    const struct scenario *s = results_scenario(r);
    const struct ratify *ratify = &r->survey->ratify;
    size_t at = 0, bloc = 0;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++, at++) {
            const struct body *body = &s->party[p].body[b];
            double *cell = table_row(&r->table[RESULT_bodies], err);
            if (!cell)
                return err->code;
            cell[0] = (double)i;
            cell[1] = (double)p;
            cell[2] = (double)at;
            cell[3] = body->kind;
            cell[4] = mean_of(ratify_agrees(ratify, i, at));
            cell[5] = (double)ratify->stops[i * ratify->n_body + at] / (double)r->survey->draws;
            if (vote_rows(r, i, p, body, at, &bloc, err) != OK)
                return err->code;
        }
    return OK;
}

enum error_code body_results_make(struct results *r, struct error *err)
{
    if (r->survey->ratify.n_body == 0)
        return OK;
    if (make_labels(r, err) != OK || all_columns(r, err) != OK)
        return err->code;
    for (size_t i = 0; i < results_scenario(r)->n_proposal; i++)
        if (proposal_rows(r, i, err) != OK)
            return err->code;
    return OK;
}
