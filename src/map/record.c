/* record.c - how often the model accepts each proposal, in each reading of an answer */
#include "record.h"

#include <stdlib.h>

static size_t cells(const struct scenario *s)
{
    return s->n_proposal * s->n_party * READ_COUNT;
}

enum error_code record_init(struct record *r, const struct scenario *s, struct error *err)
{
    *r = (struct record){ .scenario = s };
    r->accepts = memory_alloc(cells(s), sizeof *r->accepts, err);
    return err->code;
}

void record_release(struct record *r)
{
    free(r->accepts);
    *r = (struct record){ .scenario = NULL };
}

void record_add(struct record *r, const struct record *more)
{
    for (size_t i = 0; i < cells(r->scenario); i++)
        r->accepts[i] += more->accepts[i];
}

static uint64_t *cell(const struct record *r, size_t proposal, size_t p, size_t reading)
{
    return r->accepts + (proposal * r->scenario->n_party + p) * READ_COUNT + reading;
}

uint64_t record_accepts(const struct record *r, size_t proposal, size_t p, size_t reading)
{
    return *cell(r, proposal, p, reading);
}

void record_take(struct record *r, const struct appraisal *appraisal)
{
    const struct scenario *s = r->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    for (size_t i = 0; scenario_is_answered(s) && i < s->n_proposal; i++) {
        const size_t *level = s->proposal[i].level;
        for (size_t kept = 0; kept <= READ_IF_KEPT; kept += READ_IF_KEPT) {
            if (kept)
                appraisal_if_kept(appraisal, level, surplus, felt);
            else
                appraisal_surpluses(appraisal, level, surplus, felt);
            for (size_t p = 0; p < s->n_party; p++) {
                *cell(r, i, p, kept) += appraisal_accepts(appraisal, p, level, surplus, felt);
                *cell(r, i, p, kept + READ_LEADERS) +=
                    appraisal_leaders_accept(appraisal, p, level, surplus);
            }
        }
    }
}

double record_gives(const struct record *r, size_t proposal, size_t p, uint64_t n)
{
    const struct answer *answer = &r->scenario->proposal[proposal].answer[p];
    const uint64_t accepts = record_accepts(r, proposal, p, answer_reading(answer));

    return answer_given(answer, (double)accepts / (double)n);
}
