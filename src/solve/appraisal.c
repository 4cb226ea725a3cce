/* appraisal.c - one draw, and all that decides in it whether a package is signed */
#include "appraisal.h"

#include "agreement.h"
#include "consent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code appraisal_init(struct appraisal *d, const struct scenario *s, struct error *err)
{
    size_t n_body = 0;

    *d = (struct appraisal){ .scenario = s };
    for (size_t p = 0; p < s->n_party; p++) {
        d->first_body[p] = n_body;
        n_body += s->party[p].n_body;
    }
    d->theta = memory_alloc(s->n_parameter, sizeof *d->theta, err);
    d->asked = memory_alloc(n_body, sizeof *d->asked, err);
    d->votes_later = memory_alloc(n_body, sizeof *d->votes_later, err);
    if (err->code != OK || utility_init(&d->utility, s, err) != OK)
        return err->code;
    return s->n_phase > 0 ? implementation_init(&d->implementation, &d->utility, 0, err) : OK;
}

void appraisal_release(struct appraisal *d)
{
    free(d->theta);
    free(d->asked);
    free(d->votes_later);
    utility_release(&d->utility);
    implementation_release(&d->implementation);
    *d = (struct appraisal){ .scenario = NULL };
}

void appraisal_fill(struct appraisal *d)
{
    const struct scenario *s = d->scenario;

    utility_fill(&d->utility, d->theta);
    if (s->n_phase > 0)
        implementation_fill(&d->implementation, d->theta);
    for (size_t i = 0; i < scenario_bodies(s); i++)
        d->asked[i].n = 0;
    memset(d->floor, 0, sizeof d->floor);
    for (size_t j = s->n_party; j < s->n_veto; j++)
        if (s->veto_player[j].bloc)
            d->vote[j] = consent_vote(&s->veto_player[j], d->theta);
}

void appraisal_surpluses(const struct appraisal *d, const size_t level[], double surplus[],
                         double felt[])
{
    if (d->scenario->n_phase > 0) {
        implementation_surplus(&d->implementation, level, surplus, felt);
        return;
    }
    for (size_t j = 0; j < d->scenario->n_veto; j++)
        surplus[j] = utility_surplus(&d->utility, j, level);
    for (size_t p = 0; p < d->scenario->n_party; p++)
        felt[p] = utility_lasts(&d->utility, p, level);
}

double appraisal_surplus(const struct appraisal *d, size_t j, const size_t level[])
{
    double surplus[MAX_VETO], felt[MAX_PARTY];

    if (d->scenario->n_phase == 0)
        return utility_surplus(&d->utility, j, level);
    implementation_surplus(&d->implementation, level, surplus, felt);
    return surplus[j];
}

void appraisal_if_kept(const struct appraisal *d, const size_t level[], double surplus[],
                       double felt[])
{
    if (d->scenario->n_phase > 0)
        implementation_if_kept(&d->implementation, level, surplus, felt);
    else
        appraisal_surpluses(d, level, surplus, felt);
}

/* The least surplus of party p at which its body b agrees (consent_least), whenever it votes. */
static double body_least(const struct appraisal *d, size_t p, size_t b, double felt)
{
    const struct body *body = &d->scenario->party[p].body[b];
    struct appraisal_asked *asked = &d->asked[d->first_body[p] + b];

    if (body->kind != BODY_VOTE)
        return consent_least(body, d->theta, felt);
    for (size_t i = 0; i < asked->n && i < APPRAISAL_KEPT; i++)
        if (asked->felt[i] == felt)
            return asked->least[i];
    const size_t at = asked->n++ % APPRAISAL_KEPT;
    asked->felt[at] = felt;
    return asked->least[at] = consent_least(body, d->theta, felt);
}

double appraisal_least(const struct appraisal *d, size_t j, double felt)
{
    const struct scenario *s = d->scenario;
    double least = d->floor[j];

    if (s->veto_player[j].bloc)
        return felt * d->theta[s->veto_player[j].bloc->no_deal_excess] + d->vote[j];
    if (j >= s->n_party || s->party[j].n_body == 0)
        return least;
    least = fmax(least, consent_leaders(s, j, d->theta, felt, NULL));
    for (size_t b = 0; b < s->party[j].n_body; b++)
        if (!d->votes_later[d->first_body[j] + b])
            least = fmax(least, body_least(d, j, b, felt));
    return least;
}

bool appraisal_suits(const struct appraisal *d, size_t j, const size_t level[], double surplus,
                     double felt)
{
    return utility_vetoes(&d->utility, j, level) == 0 &&
           surplus >= appraisal_least(d, j, felt) - TIE;
}

bool appraisal_accepts(const struct appraisal *d, size_t p, const size_t level[],
                       const double surplus[], const double felt[])
{
    const struct scenario *s = d->scenario;
    uint64_t yes = 0;

    for (size_t j = 0; j < s->n_veto; j++)
        if (s->veto_player[j].party == p && appraisal_suits(d, j, level, surplus[j], felt[p]))
            yes |= UINT64_C(1) << j;
    return agreement_parties(s, yes) >> p & 1;
}

bool appraisal_body_agrees(const struct appraisal *d, size_t p, size_t b, const size_t level[],
                           const double surplus[], const double felt[])
{
    const struct scenario *s = d->scenario;
    const struct body *body = &s->party[p].body[b];
    const struct ballot *ballot = scenario_ballot(s, body);
    uint64_t yes = 0;

    for (size_t j = s->n_party; j < s->n_veto; j++)
        if (s->veto_player[j].body == body && appraisal_suits(d, j, level, surplus[j], felt[p]))
            yes |= UINT64_C(1) << j;
    if (ballot)
        return threshold_passes(&ballot->passes, yes);
    return body_is_veto_player(body) ? yes > 0 : surplus[p] >= body_least(d, p, b, felt[p]) - TIE;
}

uint64_t appraisal_parties(const struct appraisal *d, const size_t level[], const double surplus[],
                           const double felt[])
{
    uint64_t yes = 0;

    for (size_t p = 0; p < d->scenario->n_party; p++)
        yes |= appraisal_accepts(d, p, level, surplus, felt) ? UINT64_C(1) << p : 0;
    return yes;
}

/* How far veto player j is from refusing. */
static double margin_of(const struct appraisal *d, size_t j, const size_t level[], double surplus,
                        double felt)
{
    return utility_vetoes(&d->utility, j, level) > 0 ? -INFINITY
                                                     : surplus - appraisal_least(d, j, felt);
}

double appraisal_margin(const struct appraisal *d, size_t p, const size_t level[],
                        const double surplus[], const double felt[])
{
    const struct scenario *s = d->scenario;
    double margin[MAX_VETO];

    for (size_t j = 0; j < s->n_veto; j++)
        if (s->veto_player[j].party == p)
            margin[j] = margin_of(d, j, level, surplus[j], felt[p]);
    return agreement_margin(s, p, margin);
}

double appraisal_leaders_margin(const struct appraisal *d, size_t p, const size_t level[],
                                const double surplus[])
{
    return utility_vetoes(&d->utility, p, level) > 0 ? -INFINITY : surplus[p] - d->floor[p];
}

bool appraisal_leaders_accept(const struct appraisal *d, size_t p, const size_t level[],
                              const double surplus[])
{
    return appraisal_leaders_margin(d, p, level, surplus) >= -TIE;
}

void appraisal_take_leave(const struct appraisal *d, double surplus[], const double felt[])
{
    for (size_t p = 0; p < d->scenario->n_party; p++)
        surplus[p] = consent_left(d->scenario, p, d->theta, surplus[p], felt[p]);
}
