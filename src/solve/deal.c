/* deal.c - one draw, and all that decides in it whether a package is signed */
#include "deal.h"

#include "ballot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code deal_init(struct deal *d, const struct scenario *s, struct error *err)
{
    size_t n_body = 0;

    *d = (struct deal){ .scenario = s };
    for (size_t p = 0; p < s->n_party; p++) {
        d->first_body[p] = n_body;
        n_body += s->party[p].n_body;
    }
    d->theta = memory_alloc(s->n_parameter, sizeof *d->theta, err);
    d->asked = memory_alloc(n_body, sizeof *d->asked, err);
    d->votes_later = memory_alloc(n_body, sizeof *d->votes_later, err);
    if (err->code != OK || worth_init(&d->worth, s, err) != OK)
        return err->code;
    return s->n_phase > 0 ? course_init(&d->course, &d->worth, 0, err) : OK;
}

void deal_release(struct deal *d)
{
    free(d->theta);
    free(d->asked);
    free(d->votes_later);
    worth_release(&d->worth);
    course_release(&d->course);
    *d = (struct deal){ .scenario = NULL };
}

void deal_fill(struct deal *d)
{
    const struct scenario *s = d->scenario;

    worth_fill(&d->worth, d->theta);
    if (s->n_phase > 0)
        course_fill(&d->course, d->theta);
    for (size_t i = 0; i < scenario_bodies(s); i++)
        d->asked[i].n = 0;
    memset(d->floor, 0, sizeof d->floor);
}

void deal_surpluses(const struct deal *d, const size_t level[], double surplus[], double felt[])
{
    if (d->scenario->n_phase > 0) {
        course_surplus(&d->course, level, surplus, felt);
        return;
    }
    for (size_t j = 0; j < d->scenario->n_judge; j++)
        surplus[j] = worth_surplus(&d->worth, j, level);
    for (size_t p = 0; p < d->scenario->n_party; p++)
        felt[p] = worth_lasts(&d->worth, p, level);
}

double deal_surplus(const struct deal *d, size_t j, const size_t level[])
{
    double surplus[MAX_JUDGE], felt[MAX_PARTY];

    if (d->scenario->n_phase == 0)
        return worth_surplus(&d->worth, j, level);
    course_surplus(&d->course, level, surplus, felt);
    return surplus[j];
}

void deal_if_kept(const struct deal *d, const size_t level[], double surplus[], double felt[])
{
    if (d->scenario->n_phase > 0)
        course_if_kept(&d->course, level, surplus, felt);
    else
        deal_surpluses(d, level, surplus, felt);
}

double deal_body_least(const struct deal *d, size_t p, size_t b, double felt)
{
    const struct body *body = &d->scenario->party[p].body[b];
    struct deal_asked *asked = &d->asked[d->first_body[p] + b];

    if (body->kind != BODY_VOTE)
        return ballot_least(body, d->theta, felt);
    for (size_t i = 0; i < asked->n && i < DEAL_KEPT; i++)
        if (asked->felt[i] == felt)
            return asked->least[i];
    const size_t at = asked->n++ % DEAL_KEPT;
    asked->felt[at] = felt;
    return asked->least[at] = ballot_least(body, d->theta, felt);
}

double deal_least(const struct deal *d, size_t j, double felt)
{
    const struct scenario *s = d->scenario;
    double least = d->floor[j];

    if (j >= s->n_party || s->party[j].n_body == 0)
        return least;
    least = fmax(least, ballot_leaders(s, j, d->theta, felt, NULL));
    for (size_t b = 0; b < s->party[j].n_body; b++)
        if (!d->votes_later[d->first_body[j] + b])
            least = fmax(least, deal_body_least(d, j, b, felt));
    return least;
}

bool deal_suits(const struct deal *d, size_t j, const size_t level[], double surplus, double felt)
{
    return worth_vetoes(&d->worth, j, level) == 0 && surplus >= deal_least(d, j, felt) - TIE;
}

bool deal_accepts(const struct deal *d, size_t p, const size_t level[], const double surplus[],
                  const double felt[])
{
    const struct scenario *s = d->scenario;
    bool accepts = deal_suits(d, p, level, surplus[p], felt[p]);

    for (size_t j = s->n_party; j < s->n_judge; j++)
        if (s->judge[j].party == p)
            accepts = accepts && deal_suits(d, j, level, surplus[j], felt[p]);
    return accepts;
}

bool deal_leaders_accept(const struct deal *d, size_t p, const size_t level[],
                         const double surplus[])
{
    return worth_vetoes(&d->worth, p, level) == 0 && surplus[p] >= d->floor[p] - TIE;
}

void deal_take_leave(const struct deal *d, double surplus[], const double felt[])
{
    for (size_t p = 0; p < d->scenario->n_party; p++)
        surplus[p] = ballot_left(d->scenario, p, d->theta, surplus[p], felt[p]);
}
