/* reading.c - how the parties read what a text leaves open, in one draw */
#include "reading.h"

/* Products over the issues left open, divided by their sum. */
static void fill_chances(struct utility *w, const struct vague *v, size_t p, const double theta[])
{
    const size_t n_party = w->scenario->n_party;
    double *chance = w->chance + v->first_chance + p * v->n_reading, sum = 0;
    size_t n_had = 0;

    for (size_t r = 0; r < v->n_reading; r++) {
        const size_t at = r * n_party + p;
        n_had += v->has[at];
        chance[r] = v->has[at];
        for (size_t i = 0; v->has[at] && i < v->n_open; i++)
            chance[r] *= parameter_or(theta, v->chance[at * v->n_open + i], 1);
        sum += chance[r];
    }
    for (size_t r = 0; r < v->n_reading; r++)
        chance[r] = sum > 0 ? chance[r] / sum : v->has[r * n_party + p] ? 1 / (double)n_had : 0;
}

void reading_fill(struct utility *w, const double theta[])
{
    const struct scenario *s = w->scenario;

    for (size_t t = 0; t < s->n_vague; t++)
        for (size_t p = 0; p < s->n_party; p++)
            fill_chances(w, &s->vague[t], p, theta);
}

const double *reading_chances(const struct utility *w, const struct vague *v, size_t p)
{
    return w->chance + v->first_chance + p * v->n_reading;
}

double reading_chance(const struct utility *w, const struct vague *v, size_t r)
{
    const size_t n = w->scenario->n_party;
    double sum = 0;

    for (size_t p = 0; p < n; p++)
        sum += reading_chances(w, v, p)[r];
    return sum / (double)n;
}

double reading_level(const struct utility *w, size_t k, const size_t level[])
{
    const struct scenario *s = w->scenario;
    const struct vague *v = s->issue[k].on_table ? scenario_vague(s, k, level[k]) : NULL;
    double sum = 0;

    if (!v)
        return scenario_level(s, k, level);
    for (size_t r = 0; r < v->n_reading; r++)
        sum += reading_chance(w, v, r) * s->issue[k].level[v->level[r * s->n_table + k]];
    return sum;
}

double reading_mean(const struct utility *w, const struct vague *v, size_t j, size_t k,
                    const double of_level[])
{
    const double *chance = reading_chances(w, v, w->scenario->veto_player[j].party);
    double sum = 0;

    for (size_t r = 0; r < v->n_reading; r++)
        sum += chance[r] * of_level[v->level[r * w->scenario->n_table + k]];
    return sum;
}

void reading_mix(const struct utility *w, size_t j, double row[])
{
    const struct scenario *s = w->scenario;

    for (size_t t = 0; t < s->n_vague; t++)
        for (size_t i = 0; i < s->vague[t].n_open; i++) {
            const size_t k = s->vague[t].open[i];
            double *of_issue = row + w->first[k];
            of_issue[s->issue[k].n_level + t] = reading_mean(w, &s->vague[t], j, k, of_issue);
        }
}

double reading_crosses(const struct utility *w, size_t j, const struct red_line *line,
                       const struct vague *v)
{
    const struct scenario *s = w->scenario;
    const double *chance = reading_chances(w, v, s->veto_player[j].party);
    double sum = 0;

    for (size_t r = 0; r < v->n_reading; r++) {
        const size_t l = v->level[r * s->n_table + line->issue];
        sum += level_set_has(&line->set, s->issue[line->issue].level[l]) ? chance[r] : 0;
    }
    return sum;
}

double reading_holds(const struct utility *w, size_t j, const struct condition *when,
                     const size_t level[])
{
    const struct scenario *s = w->scenario;
    const struct vague *v = NULL;
    size_t as_read[MAX_ISSUE];
    double sum = 0;

    for (size_t i = 0; !v && i < when->n_term; i++)
        if (s->issue[when->term[i].issue].on_table)
            v = scenario_vague(s, when->term[i].issue, level[when->term[i].issue]);
    if (!v)
        return scenario_holds(s, when, level);
    const double *chance = reading_chances(w, v, s->veto_player[j].party);
    for (size_t r = 0; r < v->n_reading; r++) {
        scenario_read(s, v, r, level, as_read);
        sum += scenario_holds(s, when, as_read) ? chance[r] : 0;
    }
    return sum;
}
