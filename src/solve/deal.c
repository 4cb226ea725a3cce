/* deal.c - one draw, and all that decides in it whether a package is signed */
#include "deal.h"

#include "ballot.h"

#include <math.h>
#include <stdlib.h>

enum error_code deal_init(struct deal *d, const struct scenario *s, struct error *err)
{
    *d = (struct deal){ .scenario = s };
    d->theta = memory_alloc(s->n_parameter, sizeof *d->theta, err);
    d->asked = memory_alloc(scenario_bodies(s), sizeof *d->asked, err);
    if (err->code != OK || worth_init(&d->worth, s, err) != OK)
        return err->code;
    return s->n_phase > 0 ? course_init(&d->course, &d->worth, 0, err) : OK;
}

void deal_release(struct deal *d)
{
    free(d->theta);
    free(d->asked);
    worth_release(&d->worth);
    course_release(&d->course);
    *d = (struct deal){ .scenario = NULL };
}

static void ask_bodies(struct deal *d)
{
    const struct scenario *s = d->scenario;
    double *asked = d->asked;

    for (size_t p = 0; p < s->n_party; p++) {
        d->least[p] = ballot_leaders(s, p, d->theta, NULL);
        for (size_t b = 0; b < s->party[p].n_body; b++) {
            *asked = ballot_least(&s->party[p].body[b], d->theta);
            d->least[p] = fmax(d->least[p], *asked++);
        }
    }
    for (size_t j = s->n_party; j < s->n_judge; j++)
        d->least[j] = d->theta[s->judge[j].body->no_deal];
}

void deal_fill(struct deal *d)
{
    const struct scenario *s = d->scenario;

    worth_fill(&d->worth, d->theta);
    if (s->n_phase > 0)
        course_fill(&d->course, d->theta);
    ask_bodies(d);
}

void deal_surpluses(const struct deal *d, const size_t level[], double surplus[])
{
    if (d->scenario->n_phase > 0) {
        course_surplus(&d->course, level, surplus);
        return;
    }
    for (size_t j = 0; j < d->scenario->n_judge; j++)
        surplus[j] = worth_surplus(&d->worth, j, level);
}

double deal_surplus(const struct deal *d, size_t j, const size_t level[])
{
    double surplus[MAX_JUDGE];

    if (d->scenario->n_phase == 0)
        return worth_surplus(&d->worth, j, level);
    course_surplus(&d->course, level, surplus);
    return surplus[j];
}

bool deal_suits(const struct deal *d, size_t j, const size_t level[], double surplus)
{
    return worth_vetoes(&d->worth, j, level) == 0 && surplus >= d->least[j] - TIE;
}

bool deal_accepts(const struct deal *d, size_t p, const size_t level[], const double surplus[])
{
    const struct scenario *s = d->scenario;
    bool accepts = deal_suits(d, p, level, surplus[p]);

    for (size_t j = s->n_party; j < s->n_judge; j++)
        if (s->judge[j].party == p)
            accepts = accepts && deal_suits(d, j, level, surplus[j]);
    return accepts;
}
