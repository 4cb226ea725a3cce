/* judge.c - what comes of a draw: the outputs of a study */
#include "judge.h"

#include "agreement.h"
#include "move.h"

#include <string.h>

enum error_code judge_init(struct judge *j, const struct layout *l,
                           const struct package_index *package_index, const struct outputs *outputs,
                           uint64_t seed, struct error *err)
{
    *j = (struct judge){ .scenario = l->scenario, .outputs = outputs };
    for (size_t k = 0; k < MAX_ISSUE; k++)
        j->term[k] = NONE;
    if (appraisal_init(&j->appraisal, l->scenario, err) != OK)
        return err->code;
    if (outputs->wants[METRIC_ZONE] && agreements_init(&j->agreements, l, &j->appraisal, err) != OK)
        return err->code;
    return outputs->wants[METRIC_TALKS] ? talk_init(&j->talk, package_index, seed, err) : OK;
}

void judge_release(struct judge *j)
{
    if (j->outputs && j->outputs->wants[METRIC_TALKS])
        talk_release(&j->talk);
    if (j->outputs && j->outputs->wants[METRIC_ZONE]) {
        agreements_release(&j->agreements);
        zone_release(&j->zone);
    }
    appraisal_release(&j->appraisal);
}

static enum error_code find_zone(struct judge *j, double *y, struct error *err)
{
    const struct zone_query query = zone_of_agreement(j->scenario);

    agreements_fill(&j->agreements, &j->appraisal);
    if (agreements_find(&j->agreements, &j->appraisal, &query, &j->zone, err) != OK)
        return err->code;
    *y = zone_has_some(&j->zone);
    return OK;
}

/* The levels of a proposal, with the terms that are set: level[n_table].  A vague text is taken in
 * its likeliest reading where any is; other terms move with those that are set as rules on sums
 * have it (move.h).  False where they are forbidden together. */
static bool read_terms(const struct judge *j, size_t proposal, size_t level[])
{
    const struct scenario *s = j->scenario;
    const struct proposal *p = &s->proposal[proposal];
    bool set[MAX_ISSUE], is_set = false;

    for (size_t k = 0; k < s->n_table; k++) {
        set[k] = j->term[k] != NONE;
        is_set = is_set || set[k];
    }
    for (size_t k = 0; k < s->n_table; k++)
        level[k] = !is_set ? p->level[k] : j->term[k] != NONE ? j->term[k] : p->package[k];
    return !is_set || (move_all(s, &(struct move_limits){ .fixed = set }, level) &&
                       !scenario_bans(s, level, NULL));
}

/* Who accepts a package: yes[n_party + 1], whether it would be agreed last. */
static void ask_all(const struct judge *j, const size_t level[], bool yes[])
{
    const struct scenario *s = j->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(&j->appraisal, level, surplus, felt);
    const uint64_t accept = appraisal_parties(&j->appraisal, level, surplus, felt);
    for (size_t p = 0; p < s->n_party; p++)
        yes[p] = accept >> p & 1;
    yes[s->n_party] = agreement_wins(s, accept);
}

static enum error_code play(struct judge *j, const double theta[], uint64_t run, struct error *err)
{
    if (talk_take(&j->talk, theta, run, err) != OK)
        return err->code;
    return talk_play(&j->talk, err);
}

static void ask_proposal(const struct judge *j, size_t proposal, bool yes[])
{
    size_t level[MAX_ISSUE];

    if (read_terms(j, proposal, level))
        ask_all(j, level, yes);
    else
        memset(yes, 0, (j->scenario->n_party + 1) * sizeof *yes);
}

/* The chance that a proposal is carried out; or, of a phase, that a step of it is not performed
 * once it is reached. */
static double follow(const struct judge *j, const struct output *o)
{
    const struct implementation *c = &j->appraisal.implementation;
    struct implemented implemented;
    size_t level[MAX_ISSUE];
    double holds = 1;

    if (!read_terms(j, o->proposal, level))
        return 0;
    implementation_follow(c, level, &implemented);
    if (o->kind == OUTPUT_COMPLETES)
        return implemented.complete;
    for (size_t n = 0; n < c->n_step; n++)
        if (c->step[n].phase == o->who)
            holds *= implemented.performs[n];
    return 1 - holds;
}

/* The proposal that was asked last in a draw, and who accepts it. */
struct asked {
    size_t proposal;
    bool yes[MAX_PARTY + 1];
};

static enum error_code answer_output(struct judge *j, const struct output *o, struct asked *asked,
                                     double *y, struct error *err)
{
    bool yes[MAX_PARTY + 1];

    switch (o->kind) {
    case OUTPUT_ZONE:
        return find_zone(j, y, err);
    case OUTPUT_BEST:
        ask_all(j, j->outputs->best, yes);
        *y = yes[j->scenario->n_party];
        break;
    case OUTPUT_ACCEPTS:
        if (asked->proposal != o->proposal)
            ask_proposal(j, o->proposal, asked->yes);
        asked->proposal = o->proposal;
        *y = asked->yes[o->who];
        break;
    case OUTPUT_COMPLETES:
    case OUTPUT_BREAKS:
        *y = follow(j, o);
        break;
    case OUTPUT_AGREEMENT:
        *y = j->talk.state.outcome.ending == ENDING_AGREEMENT;
        break;
    case OUTPUT_DAY:
        *y = j->talk.state.outcome.day;
        break;
    case OUTPUT_KINDS:
        break;
    }
    return OK;
}

enum error_code judge_draw(struct judge *j, const double theta[], uint64_t run, double y[],
                           struct error *err)
{
    struct asked asked = { .proposal = NONE };

    memcpy(j->appraisal.theta, theta, j->scenario->n_parameter * sizeof *theta);
    appraisal_fill(&j->appraisal);
    if (j->outputs->wants[METRIC_TALKS] && play(j, theta, run, err) != OK)
        return err->code;
    for (size_t i = 0; i < j->outputs->n; i++)
        if (answer_output(j, &j->outputs->of[i], &asked, &y[i], err) != OK)
            return err->code;
    return OK;
}
