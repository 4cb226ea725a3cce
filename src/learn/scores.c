/* scores.c - how well answers on record were given in advance, beside rules that know no model */
#include "scores.h"

#include "sorting.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

const char *const rule_names[RULE_COUNT] = {
#define X(upper, lower, help) #lower,
    CHANCE_LIST(X) BASE_RULE_LIST(X)
#undef X
};
const char *const score_of_names[SCORE_GROUPS] = { "all", "not_own" };

static const struct history *history_of(const struct learned *l)
{
    return l->joint->history;
}

/* The share of "accepts" among all answers, or those to what is not one's own, but one. */
static double share_of_others(const struct history *h, bool own_too, bool is_yes)
{
    double n = 0, yes = 0;

    for (size_t k = 0; k < h->n_answer; k++)
        if (own_too || !h->answer[k].answer->own) {
            n += h->answer[k].n;
            yes += h->answer[k].yes;
        }
    return n > 1 ? (yes - is_yes) / (n - 1) : 0.5;
}

double scores_chance(const struct learned *l, enum rule rule, size_t k, bool is_yes)
{
    const struct history *h = history_of(l);

    if ((int)rule < CHANCE_COUNT)
        return l->chance[rule][k];
    if (rule == RULE_OWN_YES && h->answer[k].answer->own)
        return 1;
    return share_of_others(h, rule == RULE_CONSTANT, is_yes);
}

static bool is_scored(const struct history *h, size_t k, enum score_of of)
{
    return h->answer[k].n > 0 && (of == SCORE_ALL || !h->answer[k].answer->own);
}

static double minus_log(double p)
{
    return -log(fmin(fmax(p, SCORES_LEAST), 1 - SCORES_LEAST));
}

/* Sums of scores by group, and how many answers there are in each. */
struct sums {
    size_t n_group;
    double *brier, *logarithm, *n;
};

static void add_up(const struct learned *l, enum rule rule, enum score_of of, bool by_scenario,
                   struct sums *sums)
{
    const struct history *h = history_of(l);

    for (size_t i = 0; i < sums->n_group; i++)
        sums->brier[i] = sums->logarithm[i] = sums->n[i] = 0;
    for (size_t k = 0; k < h->n_answer; k++) {
        const struct recorded *a = &h->answer[k];
        const size_t at = by_scenario ? h->group[a->scenario] : k;
        if (!is_scored(h, k, of))
            continue;
        const double p_yes = scores_chance(l, rule, k, true), no = a->n - a->yes;
        const double p_no = scores_chance(l, rule, k, false);
        sums->brier[at] += recorded_squares(a, p_yes, p_no);
        sums->logarithm[at] +=
            (a->yes > 0 ? a->yes * minus_log(p_yes) : 0) + (no > 0 ? no * minus_log(1 - p_no) : 0);
        sums->n[at] += a->n;
    }
}

/* Groups without an answer would only make samples of nothing. */
static void leave_empty_out(struct sums *sums)
{
    size_t n = 0;

    for (size_t i = 0; i < sums->n_group; i++) {
        if (!(sums->n[i] > 0))
            continue;
        sums->brier[n] = sums->brier[i];
        sums->logarithm[n] = sums->logarithm[i];
        sums->n[n++] = sums->n[i];
    }
    sums->n_group = n;
}

static enum error_code sums_init(struct sums *sums, size_t n, struct error *err)
{
    *sums = (struct sums){ .n_group = n };
    sums->brier = memory_alloc(3 * n, sizeof *sums->brier, err);
    sums->logarithm = sums->brier ? sums->brier + n : NULL;
    sums->n = sums->brier ? sums->brier + 2 * n : NULL;
    return err->code;
}

/* The stated chances and what came of them; without a chance of its own for a yes and a no a rule
 * has no reliability. */
static enum error_code find_parts(const struct learned *l, enum rule rule, enum score_of of,
                                  struct corp *out, struct error *err)
{
    const struct history *h = history_of(l);
    struct forecast *forecast = memory_alloc(h->n_answer, sizeof *forecast, err);
    struct reliability_step *step = memory_alloc(h->n_answer, sizeof *step, err);
    size_t n = 0;

    for (size_t k = 0; err->code == OK && k < h->n_answer; k++)
        if (is_scored(h, k, of))
            forecast[n++] = (struct forecast){ scores_chance(l, rule, k, true), h->answer[k].n,
                                               h->answer[k].yes };
    if (err->code == OK)
        *out = corp_parts(n, forecast, corp_steps(n, forecast, step), step);
    free(forecast);
    free(step);
    return err->code;
}

static enum error_code score_rule(const struct learned *l, const gsl_rng *r, enum rule rule,
                                  enum score_of of, struct scores *s, struct error *err)
{
    const size_t n = s->by_scenario ? history_of(l)->n_group : history_of(l)->n_answer;
    struct score *score = &s->of[rule][of];
    struct sums sums, prior = { .n_group = 0 };

    *score = (struct score){ .corp = { NAN, NAN, NAN, NAN }, .skill = NAN };
    if (sums_init(&sums, n, err) == OK && sums_init(&prior, n, err) == OK) {
        add_up(l, rule, of, s->by_scenario, &sums);
        add_up(l, RULE_PRIOR, of, s->by_scenario, &prior);
        leave_empty_out(&sums);
        leave_empty_out(&prior);
        for (size_t i = 0; i < sums.n_group; i++)
            score->n += sums.n[i];
        const struct grouped_mean brier = { sums.n_group, sums.brier, sums.n };
        const struct grouped_mean logarithm = { sums.n_group, sums.logarithm, sums.n };
        const struct grouped_mean before = { prior.n_group, prior.brier, prior.n };
        if (bootstrap_mean(&brier, false, r, &score->brier, err) == OK &&
            bootstrap_mean(&logarithm, false, r, &score->logarithm, err) == OK &&
            bootstrap_difference(&brier, &before, false, r, &score->less, err) == OK &&
            (int)rule < CHANCE_COUNT)
            find_parts(l, rule, of, &score->corp, err);
    }
    free(sums.brier);
    free(prior.brier);
    return err->code;
}

/* Whether a rule states a chance of every answer that is scored. */
static bool is_known(const struct learned *l, enum rule rule)
{
    for (size_t k = 0; k < history_of(l)->n_answer; k++)
        if (history_of(l)->answer[k].n > 0 && isnan(scores_chance(l, rule, k, true)))
            return false;
    return true;
}

enum error_code scores_find(struct scores *s, const struct learned *l, struct error *err)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    *s = (struct scores){ .by_scenario = history_answered(history_of(l)) > 1 };
    if (!r)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(r, l->seed);
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        s->has[rule] = is_known(l, (enum rule)rule);
        for (int of = 0; s->has[rule] && of < SCORE_GROUPS; of++)
            if (score_rule(l, r, (enum rule)rule, (enum score_of)of, s, err) != OK)
                break;
    }
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        for (size_t of = 0; of < SCORE_GROUPS; of++)
            s->of[rule][of].skill =
                1 - s->of[rule][of].brier.value / s->of[RULE_CONSTANT][of].brier.value;
    gsl_rng_free(r);
    return err->code;
}

/* The Brier score of the prior's chances against a record that world i makes up. */
static double made_up(const struct learned *l, const gsl_rng *r, size_t i)
{
    const struct history *h = history_of(l);
    double sum = 0, n = 0;

    rng_open(r, STREAM_RECORDS, i);
    for (size_t k = 0; k < h->n_answer; k++) {
        const double p = l->chance[CHANCE_PRIOR][k], all = h->answer[k].n;
        const double accepts = standing_accepts(&l->prior.standing[i * h->n_answer + k]);
        if (!(all > 0))
            continue;
        struct recorded made = h->answer[k];
        made.yes = gsl_ran_binomial(r, accepts, (unsigned)all);
        sum += recorded_squares(&made, p, p);
        n += all;
    }
    return sum / n;
}

enum error_code scores_compatible(const struct learned *l, struct compatible *out,
                                  struct error *err)
{
    const struct history *h = history_of(l);
    double *score = memory_alloc(l->n, sizeof *score, err), sum = 0, n = 0;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t worse = 0;

    if (!r)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    for (size_t k = 0; k < h->n_answer; k++) {
        const double p = l->chance[CHANCE_PRIOR][k];
        sum += recorded_squares(&h->answer[k], p, p);
        n += h->answer[k].n;
    }
    *out = (struct compatible){ NAN, NAN, NAN };
    if (err->code == OK && n > 0) {
        gsl_rng_set(r, l->seed);
        for (size_t i = 0; i < l->n; i++) {
            score[i] = made_up(l, r, i);
            worse += score[i] >= sum / n;
        }
        qsort(score, l->n, sizeof *score, sorting_rising);
        *out = (struct compatible){ (double)worse / (double)l->n, score[l->n * 25 / 1000],
                                    score[l->n - 1 - l->n * 25 / 1000] };
    }
    if (r)
        gsl_rng_free(r);
    free(score);
    return err->code;
}
