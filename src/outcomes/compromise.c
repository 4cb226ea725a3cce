/* compromise.c - the mean of what the parties want most, by how much each counts */
#include "compromise.h"

#include <math.h>

/* Adds a party's wish, of so much weight: to the level that is best, or to all of equals. */
static void add_wish(const struct issue *issue, const struct value *v, const double theta[],
                     double weight, double *sum, double with[])
{
    double best = -INFINITY, equals = 0;

    for (size_t l = 0; l < issue->n_level; l++) {
        const double worth = value_at(v, theta, issue->level[l]);
        equals = worth > best + TIE ? 1 : equals + (worth >= best - TIE);
        best = fmax(best, worth);
    }
    for (size_t l = 0; l < issue->n_level; l++)
        if (value_at(v, theta, issue->level[l]) >= best - TIE) {
            with[l] += weight / equals;
            *sum += weight / equals * issue->level[l];
        }
}

bool compromise_find(const struct scenario *s, size_t issue, const double theta[], double *mean,
                     double with[])
{
    const struct issue *k = &s->issue[issue];
    double sum = 0, weights = 0;

    for (size_t l = 0; l < k->n_level; l++)
        with[l] = 0;
    for (size_t p = 0; p < s->n_party; p++) {
        const struct party *party = &s->party[p];
        if (!party->bargains || party->value[issue].is_silent)
            continue;
        const double weight = theta[party->weight[issue]] * party->bargaining_power;
        weights += weight;
        /* a peak may lie between the levels */
        if (party->value[issue].kind == VALUE_PEAK)
            sum += weight * theta[party->value[issue].argument[0]];
        else
            add_wish(k, &party->value[issue], theta, weight, &sum, with);
    }
    *mean = sum / weights;
    for (size_t l = 0; l < k->n_level; l++)
        with[l] /= weights;
    return weights > 0;
}
