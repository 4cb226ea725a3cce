/* weight.c - how veto players weigh the issues, and a check that no weights are all zero */
#include "weight.h"

#include "draw.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

double weight_of(const struct scenario *s, size_t j, size_t k, const double theta[])
{
    const struct own_wishes *own = scenario_own(s, j);
    double weight = theta[s->party[s->veto_player[j].party].weight[k]];

    return own && own->weight ? fmax(0, weight + parameter_or(theta, own->weight[k], 0)) : weight;
}

double weight_sum(const struct scenario *s, size_t j, const double theta[])
{
    double sum = 0;

    if (!s->party[s->veto_player[j].party].has_preferences)
        return 0;
    for (size_t k = 0; k < s->n_issue; k++)
        sum += weight_of(s, j, k, theta);
    return sum;
}

double weight_none(const struct party *party, size_t n_issue, const struct parameter parameter[])
{
    double none = party->has_preferences;

    for (size_t k = 0; none > 0 && k < n_issue; k++)
        none *= distribution_mass(&parameter[party->weight[k]].distribution, 0);
    return none;
}

/* "all weights of NAME are zero WHERE", at the first of them. */
static enum error_code refuse(const struct scenario *s, size_t j, const char *where,
                              struct error *err)
{
    const struct party *party = &s->party[s->veto_player[j].party];
    const struct veto_player *of = &s->veto_player[j];
    const struct own_wishes *own = scenario_own(s, j);
    const char *inside = of->bloc ? of->bloc->name : of->body ? of->body->name : NULL;
    size_t first = party->weight[0];

    for (size_t k = s->n_issue; own && k-- > 0;)
        first = own->weight[k] != NONE ? own->weight[k] : first;
    return error_at(err, s->parameter[first].file, s->parameter[first].line,
                    "all weights of '%s'%s%s%s are zero %s, where nothing is worth anything to it; "
                    "one of them must be above 0 in every draw",
                    inside ? inside : party->name, inside ? " of '" : "", inside ? party->name : "",
                    inside ? "'" : "", where);
}

static enum error_code refuse_share(const struct scenario *s, size_t j, double share,
                                    const char *draws, struct error *err)
{
    char where[2 * TEXT_NUMBER];

    snprintf(where, sizeof where, "in %.3g %% of %s", 100 * share, draws);
    return refuse(s, j, where, err);
}

static bool is_correlated(const struct scenario *s, const struct party *party)
{
    for (size_t i = 0; i < s->copula.n; i++)
        for (size_t k = 0; k < s->n_issue; k++)
            if (s->correlated[i] == party->weight[k])
                return true;
    return false;
}

/* Whether the share of draws without weights must be counted.  Where it is known exactly, a share
 * above 0 is refused here. */
static bool must_count(const struct scenario *s, size_t j, struct error *err)
{
    const struct party *party = &s->party[s->veto_player[j].party];

    const struct own_wishes *own = scenario_own(s, j);

    if (own)
        return party->has_preferences && own->weight;
    const double none = weight_none(party, s->n_issue, s->parameter);
    if (none > 0 && is_correlated(s, party))
        return true;
    if (none > 0)
        refuse_share(s, j, none, "draws", err);
    return false;
}

/* The mean case is solved too: there, too, weights must not all be zero. */
static enum error_code check_means(const struct scenario *s, const bool counted[], double theta[],
                                   struct error *err)
{
    draw_mean(s, theta);
    for (size_t j = 0; j < s->n_veto; j++)
        if (counted[j] && !(weight_sum(s, j, theta) > 0))
            return refuse(s, j, "at the mean of every doubt", err);
    return OK;
}

static enum error_code count(const struct scenario *s, const bool counted[], const gsl_rng *r,
                             double theta[], struct error *err)
{
    uint64_t none[MAX_VETO] = { 0 };
    char number[TEXT_NUMBER], draws[TEXT_NUMBER + sizeof " draws"];

    for (uint64_t draw = 0; draw < s->draws; draw++) {
        if (draw_make(s, r, draw, theta, err) != OK)
            return err->code;
        for (size_t j = 0; j < s->n_veto; j++)
            none[j] += counted[j] && !(weight_sum(s, j, theta) > 0);
    }
    text_grouped(s->draws, number);
    snprintf(draws, sizeof draws, "%s draws", number);
    for (size_t j = 0; j < s->n_veto; j++)
        if (none[j] > 0)
            return refuse_share(s, j, (double)none[j] / (double)s->draws, draws, err);
    return check_means(s, counted, theta, err);
}

enum error_code weight_check(const struct scenario *s, struct error *err)
{
    bool counted[MAX_VETO], any = false;

    for (size_t j = 0; j < s->n_veto; j++) {
        counted[j] = must_count(s, j, err);
        any = any || counted[j];
    }
    if (!any || err->code != OK)
        return err->code;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    double *theta = memory_alloc(s->n_parameter, sizeof *theta, err);
    if (!r)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code == OK) {
        gsl_rng_set(r, s->seed);
        count(s, counted, r, theta, err);
    }
    free(theta);
    if (r)
        gsl_rng_free(r);
    return err->code;
}
