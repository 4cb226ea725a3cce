/* likelihood.c - how probable the answers on record are in one world */
#include "likelihood.h"

#include "draw.h"

#include <math.h>
#include <stdlib.h>

enum error_code likelihood_init(struct likelihood *l, const struct joint *j,
                                const struct answering_set *set, struct error *err)
{
    const struct history *h = j->history;

    *l = (struct likelihood){ .joint = j, .set = *set };
    l->appraisal = memory_alloc(h->n, sizeof *l->appraisal, err);
    for (size_t s = 0; l->appraisal && s < h->n; s++)
        if (appraisal_init(&l->appraisal[s], h->scenario[s], err) != OK)
            break;
    return err->code;
}

void likelihood_release(struct likelihood *l)
{
    for (size_t s = 0; l->appraisal && s < l->joint->history->n; s++)
        appraisal_release(&l->appraisal[s]);
    free(l->appraisal);
}

double standing_accepts(const struct standing *at)
{
    const double way = at->scale > 0        ? 1 / (1 + exp(-at->margin / at->scale))
                       : at->margin >= -TIE ? 1
                                            : 0;

    return at->doubt + (1 - 2 * at->doubt) * way;
}

/* The log of 1 / (1 + exp(-x)), in both tails. */
static double log_logistic(double x)
{
    return x >= 0 ? -log1p(exp(-x)) : x - log1p(exp(x));
}

/* The log probability of one answer, of "accepts" or not: by its own tail, since 1 - p would lose
 * what is left of a small chance. */
static double log_of(const struct standing *at, bool accepts)
{
    const struct standing own = { accepts ? at->margin : -at->margin, at->doubt, at->scale };

    if (at->scale > 0 && at->doubt == 0)
        return fmax(log_logistic(own.margin / at->scale), LIKELIHOOD_NEVER);
    const double p = accepts         ? standing_accepts(at)
                     : at->scale > 0 ? standing_accepts(&own)
                                     : 1 - standing_accepts(at);
    return p > 0 ? log(p) : LIKELIHOOD_NEVER;
}

double standing_log(const struct standing *at, const struct recorded *answer)
{
    const double yes = answer->yes, no = answer->n - yes;

    return (yes > 0 ? yes * log_of(at, true) : 0) + (no > 0 ? no * log_of(at, false) : 0);
}

static double margin_of(const struct appraisal *d, const struct recorded *of, const size_t level[],
                        const double surplus[], const double felt[])
{
    return of->answer->by == BY_LEADERS ? appraisal_leaders_margin(d, of->party, level, surplus)
                                        : appraisal_margin(d, of->party, level, surplus, felt);
}

static double number_or(double set, const struct appraisal *d, size_t parameter, double otherwise)
{
    return isnan(set) ? parameter_or(d->theta, parameter, otherwise) : set;
}

static void ask_answers(const struct likelihood *l, size_t scenario, struct standing standing[])
{
    const struct history *h = l->joint->history;
    const struct scenario *s = h->scenario[scenario];
    const struct appraisal *d = &l->appraisal[scenario];
    const double doubt = number_or(l->set.doubt, d, s->answering.doubt, ANSWER_DOUBT);
    const double scale = number_or(l->set.scale, d, s->answering.scale, ANSWER_SCALE);
    const struct recorded *last = NULL;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    for (size_t k = h->first[scenario]; k < h->first[scenario + 1]; k++) {
        const struct recorded *of = &h->answer[k];
        const size_t *level = s->proposal[of->proposal].level;
        if (!last || last->proposal != of->proposal || last->answer->own != of->answer->own) {
            if (of->answer->own)
                appraisal_if_kept(d, level, surplus, felt);
            else
                appraisal_surpluses(d, level, surplus, felt);
        }
        last = of;
        *standing++ = (struct standing){ margin_of(d, of, level, surplus, felt),
                                         of->answer->doubt > 0 ? of->answer->doubt : doubt, scale };
    }
}

enum error_code likelihood_ask(struct likelihood *l, size_t scenario, const double u[],
                               uint64_t world, struct standing standing[], const double **theta,
                               struct error *err)
{
    const struct scenario *s = l->joint->history->scenario[scenario];
    struct appraisal *d = &l->appraisal[scenario];
    const size_t *of = l->joint->of[scenario];

    for (size_t i = 0; i < s->n_parameter; i++)
        d->theta[i] = of[i] == NONE ? 0.5 : u[of[i]];
    if (draw_from(s, world, d->theta, err) != OK)
        return err->code;
    if (theta)
        *theta = d->theta;
    appraisal_fill(d);
    ask_answers(l, scenario, standing);
    return OK;
}
