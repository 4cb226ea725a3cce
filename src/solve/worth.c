/* worth.c - what packages are worth to each party in one draw */
#include "worth.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t lasts_levels(const struct scenario *s)
{
    int decides = scenario_case_issue(s);
    return decides == NO_ISSUE ? 1 : s->issue[decides].n_level;
}

enum error_code worth_init(struct worth *w, const struct scenario *s, struct error *err)
{
    size_t n_bonus = 0;

    *w = (struct worth){ .scenario = s };
    for (size_t k = 0; k < s->n_table; k++) {
        w->first[k] = w->n_slot;
        w->n_slot += s->issue[k].n_level;
    }
    for (size_t p = 0; p < s->n_party; p++) {
        w->first_bonus[p] = n_bonus;
        n_bonus += s->party[p].n_interaction;
    }
    w->part = memory_alloc(s->n_party * w->n_slot, sizeof *w->part, err);
    w->lever = memory_alloc(s->n_party * w->n_slot, sizeof *w->lever, err);
    w->vetoed = memory_alloc(s->n_party * w->n_slot, sizeof *w->vetoed, err);
    w->lasts = memory_alloc(s->n_party * lasts_levels(s), sizeof *w->lasts, err);
    w->bonus = memory_alloc(n_bonus, sizeof *w->bonus, err);
    return err->code;
}

void worth_release(struct worth *w)
{
    free(w->part);
    free(w->lever);
    free(w->vetoed);
    free(w->lasts);
    free(w->bonus);
    *w = (struct worth){ 0 };
}

/* Weight times value at each level, at nothing, and off the table.  Weights are divided by
 * their sum; weights that are all zero in a draw make every package worth nothing. */
static void fill_parts(struct worth *w, size_t p, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = &s->party[p];
    struct stake *stake = &w->stake[p];
    double *part = w->part + p * w->n_slot, sum = 0;

    *stake = (struct stake){ .off_table = 0 };
    memset(part, 0, w->n_slot * sizeof *part);
    for (size_t k = 0; party->has_preferences && k < s->n_issue; k++)
        sum += theta[party->weight[k]];
    for (size_t k = 0; sum > 0 && k < s->n_issue; k++) {
        const struct issue *issue = &s->issue[k];
        double weight = theta[party->weight[k]] / sum;
        double nothing = weight * value_at(&party->value[k], theta, issue->nothing);
        stake->nothing += nothing;
        if (!issue->on_table)
            stake->off_table += nothing;
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            part[w->first[k] + l] = weight * value_at(&party->value[k], theta, issue->level[l]);
    }
}

static void fill_bonuses(struct worth *w, size_t p, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = &s->party[p];

    for (size_t i = 0; i < party->n_interaction; i++) {
        const struct condition *when = &party->interaction[i].when;
        double adds = theta[party->interaction[i].adds];
        bool at_nothing = true;
        for (size_t t = 0; t < when->n_term; t++)
            at_nothing = at_nothing &&
                         level_set_has(&when->term[t].set, s->issue[when->term[t].issue].nothing);
        w->bonus[w->first_bonus[p] + i] = adds;
        w->stake[p].nothing += at_nothing ? adds : 0;
    }
}

static double leverage_at(const struct leverage *leverage, const struct issue *issue,
                          const double theta[], double level)
{
    if (leverage->by_level)
        return value_at(&leverage->by_level_shift, theta, level);
    return theta[leverage->shift] * (level - issue->nothing) / (issue->all - issue->nothing);
}

static void fill_levers(struct worth *w, size_t p, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = &s->party[p];
    double *lever = w->lever + p * w->n_slot;

    memset(lever, 0, w->n_slot * sizeof *lever);
    for (size_t i = 0; i < party->n_leverage; i++) {
        const size_t k = party->leverage[i].issue;
        const struct issue *issue = &s->issue[k];
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            lever[w->first[k] + l] +=
                leverage_at(&party->leverage[i], issue, theta, issue->level[l]);
    }
}

static void fill_vetoes(struct worth *w, size_t p, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = &s->party[p];
    bool *vetoed = w->vetoed + p * w->n_slot;

    memset(vetoed, 0, w->n_slot * sizeof *vetoed);
    for (size_t i = 0; i < party->n_red_line; i++) {
        const struct red_line *line = &party->red_line[i];
        const struct issue *issue = &s->issue[line->issue];
        if (!(theta[line->roll] < theta[line->probability]))
            continue;
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            if (level_set_has(&line->set, issue->level[l]))
                vetoed[w->first[line->issue] + l] = true;
    }
}

static void fill_lasts(struct worth *w, size_t p, const double theta[])
{
    const struct scenario *s = w->scenario;
    const size_t n = lasts_levels(s);
    double *lasts = w->lasts + p * n;

    for (size_t l = 0; l < n; l++) {
        if (s->lasts_issue == NO_ISSUE) {
            lasts[l] = 1;
            continue;
        }
        const struct issue *issue = &s->issue[s->lasts_issue];
        const struct value *belief = s->party[p].has_lasts ? &s->party[p].lasts : &issue->lasts;
        lasts[l] = value_at(belief, theta, issue->on_table ? issue->level[l] : issue->nothing);
    }
}

void worth_fill(struct worth *w, const double theta[])
{
    const struct scenario *s = w->scenario;

    for (size_t p = 0; p < s->n_party; p++) {
        const struct party *party = &s->party[p];
        struct stake *stake = &w->stake[p];
        fill_parts(w, p, theta);
        fill_bonuses(w, p, theta);
        fill_levers(w, p, theta);
        fill_vetoes(w, p, theta);
        fill_lasts(w, p, theta);
        double given = theta[party->no_deal];
        stake->no_deal = party->has_reservation ? given - stake->nothing : given;
        stake->reservation = party->has_reservation ? given : stake->nothing + given;
    }
}

double worth_lasts(const struct worth *w, size_t p, const size_t level[])
{
    const size_t n = lasts_levels(w->scenario);
    return w->lasts[p * n + (n > 1 ? level[w->scenario->lasts_issue] : 0)];
}

double worth_utility(const struct worth *w, size_t p, const size_t level[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = &s->party[p];
    double u = 0;

    for (size_t k = 0; k < s->n_table; k++)
        u += w->part[p * w->n_slot + w->first[k] + level[k]];
    for (size_t i = 0; i < party->n_interaction; i++)
        if (scenario_holds(s, &party->interaction[i].when, level))
            u += w->bonus[w->first_bonus[p] + i];
    return u + w->stake[p].off_table;
}

double worth_surplus(const struct worth *w, size_t p, const size_t level[])
{
    const struct stake *stake = &w->stake[p];
    double u = worth_utility(w, p, level), lasts = worth_lasts(w, p, level), lever = 0;

    if (lasts == 1)
        return u - stake->reservation;
    for (size_t k = 0; k < w->scenario->n_table; k++)
        lever += w->lever[p * w->n_slot + w->first[k] + level[k]];
    return u - stake->nothing + (1 - lasts) * (stake->no_deal + lever) - stake->no_deal;
}

size_t worth_vetoes(const struct worth *w, size_t p, const size_t level[])
{
    size_t n = 0;
    for (size_t k = 0; k < w->scenario->n_table; k++)
        n += w->vetoed[p * w->n_slot + w->first[k] + level[k]];
    return n;
}

bool worth_accepts(const struct worth *w, size_t p, const size_t level[])
{
    return worth_vetoes(w, p, level) == 0 && worth_surplus(w, p, level) >= -TIE;
}
