/* ratify.c - which bodies would pass each proposal, over many draws */
#include "ratify.h"

#include "agreement.h"
#include "consent.h"

#include <math.h>
#include <stdlib.h>

enum error_code ratify_init(struct ratify *r, const struct scenario *s, struct error *err)
{
    *r = (struct ratify){ .scenario = s };
    r->n_body = scenario_bodies(s);
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++)
            r->n_bloc += s->party[p].body[b].n_bloc;
    r->cell =
        memory_alloc(s->n_proposal * (r->n_body + r->n_bloc) * MEAN_CELLS, sizeof *r->cell, err);
    r->stops = memory_alloc(s->n_proposal * r->n_body, sizeof *r->stops, err);
    return err->code;
}

void ratify_release(struct ratify *r)
{
    free(r->cell);
    free(r->stops);
    *r = (struct ratify){ .scenario = NULL };
}

void ratify_add(struct ratify *r, const struct ratify *more)
{
    const size_t n_proposal = r->scenario->n_proposal;

    for (size_t i = 0; i < n_proposal * (r->n_body + r->n_bloc) * MEAN_CELLS; i++)
        r->cell[i] += more->cell[i];
    for (size_t i = 0; i < n_proposal * r->n_body; i++)
        r->stops[i] += more->stops[i];
}

uint64_t *ratify_agrees(const struct ratify *r, size_t proposal, size_t body)
{
    return r->cell + (proposal * (r->n_body + r->n_bloc) + body) * MEAN_CELLS;
}

uint64_t *ratify_votes(const struct ratify *r, size_t proposal, size_t bloc)
{
    return ratify_agrees(r, proposal, r->n_body + bloc);
}

/* One proposal in one draw, with its surpluses (appraisal_surpluses). */
struct question {
    const struct appraisal *appraisal;
    const size_t *level;
    double surplus[MAX_VETO], felt[MAX_PARTY];
};

/* Whether a body agrees; a partner agrees when it stays. */
static bool agrees(const struct question *q, size_t p, size_t b)
{
    const struct appraisal *d = q->appraisal;
    const struct body *body = &d->scenario->party[p].body[b];

    return body->kind == BODY_PARTNER
               ? consent_stays(body, d->theta, q->surplus[p], q->felt[p])
               : appraisal_body_agrees(d, p, b, q->level, q->surplus, q->felt);
}

/* Whether party p signs when one of its bodies (NULL: none) is not asked. */
static bool signs_without(const struct question *q, size_t p, const struct body *left_out)
{
    const struct appraisal *d = q->appraisal;
    const struct party *party = &d->scenario->party[p];
    const double least = consent_leaders(d->scenario, p, d->theta, q->felt[p], left_out);

    if (utility_vetoes(&d->utility, p, q->level) > 0 || q->surplus[p] < least - TIE)
        return false;
    for (size_t b = 0; b < party->n_body; b++)
        if (&party->body[b] != left_out &&
            !appraisal_body_agrees(d, p, b, q->level, q->surplus, q->felt))
            return false;
    return true;
}

/* Whether it would be agreed but for this body of party p. */
static bool stops_alone(const struct question *q, size_t p, const struct body *body)
{
    if (signs_without(q, p, NULL) || !signs_without(q, p, body))
        return false;
    return agreement_is_pivotal(q->appraisal->scenario,
                                appraisal_parties(q->appraisal, q->level, q->surplus, q->felt), p);
}

/* By what a bloc judges a package: its own surplus, or its party's. */
static double surplus_of(const struct question *q, size_t p, const struct bloc *bloc)
{
    const struct scenario *s = q->appraisal->scenario;

    for (size_t j = s->n_party; j < s->n_veto; j++)
        if (s->veto_player[j].bloc == bloc)
            return utility_vetoes(&q->appraisal->utility, j, q->level) > 0 ? -INFINITY
                                                                           : q->surplus[j];
    return q->surplus[p];
}

static void take_proposal(struct ratify *r, size_t i, const struct question *q)
{
    const struct scenario *s = r->scenario;
    size_t at = 0, bloc = 0;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++, at++) {
            const struct body *body = &s->party[p].body[b];
            mean_add(ratify_agrees(r, i, at), agrees(q, p, b));
            r->stops[i * r->n_body + at] += stops_alone(q, p, body);
            for (size_t k = 0; k < body->n_bloc; k++)
                mean_add(ratify_votes(r, i, bloc++),
                         consent_seat(body, k, q->appraisal->theta,
                                      surplus_of(q, p, &body->bloc[k]), q->felt[p]));
        }
}

void ratify_take(struct ratify *r, const struct appraisal *appraisal)
{
    const struct scenario *s = r->scenario;

    for (size_t i = 0; r->n_body > 0 && i < s->n_proposal; i++) {
        struct question q = { .appraisal = appraisal, .level = s->proposal[i].level };
        appraisal_surpluses(appraisal, q.level, q.surplus, q.felt);
        take_proposal(r, i, &q);
    }
}
