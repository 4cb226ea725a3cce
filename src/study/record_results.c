/* record_results.c - columns of proposals.csv about the answers on record, as they were given */
#include "record_results.h"

#include "columns.h"

#include <math.h>

enum error_code record_results_columns(struct table *t, const struct scenario *s, struct error *err)
{
    enum error_code code = OK;

    if (!scenario_is_answered(s))
        return OK;
    if (columns_parties(t, s, "leaders_accept", err) != OK ||
        columns_parties(t, s, "if_kept_accept", err) != OK ||
        columns_parties(t, s, "answer", err) != OK)
        return err->code;
    for (size_t p = 0; code == OK && p < s->n_party; p++)
        code = columns_party(t, s, p, "by", answer_by_labels, BY_COUNT, err);
    if (code != OK || columns_parties(t, s, "own", err) != OK)
        return err->code;
    return columns_parties(t, s, "doubt", err);
}

static double accept_share(const struct survey *survey, size_t proposal, size_t p, size_t reading)
{
    return (double)record_accepts(&survey->record, proposal, p, reading) / (double)survey->draws;
}

double record_results_said(const struct answer *answer)
{
    return answer->is_recorded ? (double)answer->said : NAN;
}

double record_results_answer(const struct survey *survey, size_t proposal, size_t p)
{
    const struct answer *answer = &survey->layout->scenario->proposal[proposal].answer[p];

    return answer_given(answer, accept_share(survey, proposal, p, answer_reading(answer)));
}

double *record_results_cells(const struct survey *survey, size_t proposal, double *cell)
{
    const struct scenario *s = survey->layout->scenario;
    const struct answer *answer = s->proposal[proposal].answer;

    if (!scenario_is_answered(s))
        return cell;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = accept_share(survey, proposal, p, READ_LEADERS);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = accept_share(survey, proposal, p, READ_IF_KEPT);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = record_results_answer(survey, proposal, p);
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = answer[p].is_recorded ? (double)answer[p].by : NAN;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = answer[p].is_recorded ? answer[p].own : NAN;
    for (size_t p = 0; p < s->n_party; p++)
        *cell++ = answer[p].is_recorded ? answer[p].doubt : NAN;
    return cell;
}
