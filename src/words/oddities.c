/* oddities.c - what a scenario may say and probably does not mean */
#include "oddities.h"

#include "agreement.h"
#include "arena.h"
#include "date.h"
#include "draw.h"
#include "message.h"

#include <math.h>
#include <stdlib.h>

/* Least change of a value over the levels on the table that still tells packages apart.  Larger:
 * few levels out of a wide vocabulary are taken for a mistake. */
#define SLIGHT 0.02

struct look {
    const char *path;
    const struct scenario *s;
    const double *mean; /* of each parameter */
};

/* Warns of a number beyond 1: utilities go from 0 to 1, so that no more can be at stake. */
static void look_at_stake(const struct look *l, const struct party *party, const char *what,
                          size_t parameter)
{
    const struct parameter *at = &l->s->parameter[parameter];

    if (!(fabs(l->mean[parameter]) <= 1))
        message_warning_at(at->file, at->line,
                           "the %s of '%s' is %g; on the utility scale 1 is all there is", what,
                           party->name, l->mean[parameter]);
}

static void look_at_stakes(const struct look *l, const struct party *party)
{
    const struct parameter *at = &l->s->parameter[party->no_deal];
    const double no_deal = l->mean[party->no_deal];

    if (party->has_reservation && !(no_deal >= 0 && no_deal <= 1))
        message_warning_at(at->file, at->line,
                           "the reservation of '%s' is %g; the utility scale goes from 0 to 1",
                           party->name, no_deal);
    if (!party->has_reservation)
        look_at_stake(l, party, "no_deal", party->no_deal);
    look_at_stake(l, party, "refusal_cost", party->refusal_cost);
    if (party->extension != NONE)
        look_at_stake(l, party, "extension", party->extension);
    for (size_t i = 0; i < party->n_leverage; i++) {
        const struct leverage *leverage = &party->leverage[i];
        at = &l->s->parameter[leverage->shift];
        if (!leverage->by_level && !(fabs(l->mean[leverage->shift]) <= 1))
            message_warning_at(
                at->file, at->line,
                "the leverage of '%s' over '%s' is %g; on the utility scale 1 is all there is",
                party->name, l->s->issue[leverage->issue].name, l->mean[leverage->shift]);
    }
    if (party->n_leverage > 0 && l->s->lasts_issue == NONE)
        message_warning(l->path, "leverage of '%s' counts only where an issue says what `lasts`",
                        party->name);
}

/* How many levels lie beyond worst and best, where a value stays 0 or 1. */
static size_t levels_beyond(const struct look *l, const struct issue *issue, const struct value *v)
{
    const double worst = l->mean[v->argument[0]], best = l->mean[v->argument[1]];
    size_t n = 0;

    if (v->kind != VALUE_LINEAR && v->kind != VALUE_POWER && v->kind != VALUE_EXPONENTIAL)
        return 0;
    for (size_t i = 0; i < issue->n_level; i++)
        n += issue->level[i] < fmin(worst, best) || issue->level[i] > fmax(worst, best);
    return n;
}

/* Whether some level's value is uncertain: values may differ in a draw while their means do not. */
static bool is_in_doubt(const struct look *l, const struct value *v)
{
    bool doubt = false;

    for (size_t i = 0; i < v->n_point; i++)
        doubt = doubt || parameter_is_uncertain(&l->s->parameter[v->y[i]]);
    return doubt;
}

static void look_at_value(const struct look *l, const struct party *party, size_t k)
{
    const struct issue *issue = &l->s->issue[k];
    const struct value *v = &party->value[k];
    const size_t beyond = levels_beyond(l, issue, v);
    double least = INFINITY, most = -INFINITY;

    if (2 * beyond > issue->n_level) {
        const struct parameter *at = &l->s->parameter[v->argument[0]];
        message_warning_at(at->file, at->line,
                           "%zu of %zu levels of '%s' lie beyond what '%s' calls worst, %g, and "
                           "best, %g; are these in the unit of the issue?",
                           beyond, issue->n_level, issue->name, party->name,
                           l->mean[v->argument[0]], l->mean[v->argument[1]]);
        return;
    }
    for (size_t i = 0; i < issue->n_level; i++) {
        const double value = value_at(v, l->mean, issue->level[i]);
        least = fmin(least, value);
        most = fmax(most, value);
    }
    if (most - least > SLIGHT || is_in_doubt(l, v))
        return;
    const struct parameter *at = &l->s->parameter[party->weight[k]];
    if (most - least <= TIE)
        message_warning_at(at->file, at->line,
                           "the weight of '%s' for '%s' tells no package from another: its value "
                           "is %.3g at all levels",
                           issue->name, party->name, least);
    else
        message_warning_at(
            at->file, at->line,
            "the weight of '%s' for '%s' hardly tells one package from another: "
            "its value goes from %.3g to %.3g; is its scale in the unit of the issue?",
            issue->name, party->name, least, most);
}

static bool is_surely_zero(const struct parameter *p)
{
    double low, high;

    distribution_support(&p->distribution, &low, &high);
    return low == 0 && high == 0;
}

/* Warns of a doubt about the only weight: divided by the sum of weights it is always 1. */
static void look_at_weights(const struct look *l, const struct party *party)
{
    const struct parameter *only = NULL;
    size_t n = 0;

    for (size_t k = 0; k < l->s->n_issue; k++) {
        const struct parameter *weight = &l->s->parameter[party->weight[k]];
        const struct issue *issue = &l->s->issue[k];
        if (is_surely_zero(weight))
            continue;
        n++;
        only = weight;
        if (issue->on_table && issue->n_level > 1)
            look_at_value(l, party, k);
    }
    if (n == 1 && parameter_is_uncertain(only))
        message_warning_at(only->file, only->line,
                           "'%s' does not matter: weights are divided by their sum, and this is "
                           "the only one",
                           only->path);
}

/* Warns of a red line over all levels on the table, or over no level that the scenario knows. */
static void look_at_red_line(const struct look *l, const struct red_line *line, const char *whose)
{
    const struct issue *issue = &l->s->issue[line->issue];
    const struct parameter *at = &l->s->parameter[line->probability];
    size_t crossed = 0, known = 0;

    if (!issue->on_table || issue->is_fixed || is_surely_zero(at))
        return;
    for (size_t i = 0; i < issue->n_level; i++)
        crossed += level_set_has(&line->set, issue->level[i]);
    for (size_t i = 0; i < issue->n_number; i++)
        known += level_set_has(&line->set, issue->number[i]);
    if (crossed == issue->n_level)
        message_warning_at(at->file, at->line,
                           "the red line of '%s' over '%s' has all levels on the table: where it "
                           "is real, '%s' accepts nothing",
                           whose, issue->name, whose);
    else if (crossed + known + line->set.n == 0)
        message_warning_at(at->file, at->line,
                           "the red line of '%s' over '%s' has no level of it: nothing crosses it",
                           whose, issue->name);
}

static void look_at_lines_of(const struct look *l, const struct own_wishes *own, const char *whose)
{
    for (size_t i = 0; i < own->n_red_line; i++)
        look_at_red_line(l, &own->red_line[i], whose);
}

static void look_at_red_lines(const struct look *l, const struct party *party)
{
    for (size_t i = 0; i < party->n_red_line; i++)
        look_at_red_line(l, &party->red_line[i], party->name);
    for (size_t b = 0; b < party->n_body; b++) {
        const struct body *body = &party->body[b];
        look_at_lines_of(l, &body->own, body->name);
        for (size_t i = 0; i < body->n_bloc; i++)
            look_at_lines_of(l, &body->bloc[i].own, body->bloc[i].name);
    }
}

static void look_at_party(const struct look *l, const struct party *party)
{
    look_at_stakes(l, party);
    if (party->has_preferences)
        look_at_weights(l, party);
    else if (party->n_red_line == 0)
        message_warning(l->path,
                        "'%s' has neither preferences nor red lines and accepts everything",
                        party->name);
    look_at_red_lines(l, party);
}

/* Where a package is compared with nothing performed, that level matters, and 0 may be a slip. */
static void look_at_issues(const struct look *l)
{
    const struct scenario *s = l->s;
    bool differs = s->lasts_issue != NONE;

    for (size_t p = 0; p < s->n_party; p++)
        differs = differs || (s->party[p].has_preferences && !s->party[p].has_reservation);
    for (size_t k = 0; k < s->n_table; k++) {
        if (differs && !s->issue[k].says_nothing)
            message_warning(l->path,
                            "nothing performed of '%s' is 0, which is not on the table; if that is "
                            "meant, say `nothing = 0`",
                            s->issue[k].name);
        if (s->issue[k].n_level == 1 && !s->issue[k].is_fixed)
            message_warning_at(s->issue[k].place.file, s->issue[k].place.line,
                               "'%s' has one level on the table: its weights tell no package from "
                               "another",
                               s->issue[k].name);
    }
}

/* Levels of issues in rules on sums that are in no combination. */
static void look_at_rules(const struct look *l)
{
    const struct scenario *s = l->s;

    for (size_t k = 0; k < s->n_table; k++) {
        const struct grid_axis *axis = &s->grid.axis[s->grid.axis_of[k]];
        size_t n = 0, first = 0;
        for (size_t level = s->issue[k].n_level; axis->list && level-- > 0;) {
            size_t at = 0;
            while (at < axis->size && grid_axis_level(&s->grid, at, k) != level)
                at++;
            first = at == axis->size ? level : first;
            n += at == axis->size;
        }
        if (n > 0)
            message_warning_at(
                s->issue[k].place.file, s->issue[k].place.line,
                "'%s' at %s%s is in no package: `rules` leave no combination with it",
                s->issue[k].name, s->issue[k].label[first], n > 1 ? " (and others)" : "");
    }
}

static void look_at_proposals(const struct look *l)
{
    const struct scenario *s = l->s;
    long day;

    for (size_t i = 0; i < s->n_proposal; i++)
        if (s->proposal[i].on && !date_read(s->proposal[i].on, &day))
            message_warning_at(s->proposal[i].place.file, s->proposal[i].place.line,
                               "proposal '%s' is `on` \"%s\", which is no date: YYYY-MM-DD",
                               s->proposal[i].name, s->proposal[i].on);
    for (size_t i = 0; i < s->n_left_out; i++)
        message_warning(l->path, "proposal '%s' is left out: with an issue fixed it is %s",
                        s->left_out[i],
                        s->n_rule > 0 ? "no package any more" : "a forbidden combination");
}

/* A rule that asks all of them, and parties whom it never asks. */
static void look_at_rule(const struct look *l)
{
    const struct scenario *s = l->s;
    const uint64_t all = rule_everyone(s->n_party);
    bool asks_all = true;
    struct power power;

    if (!agreement_has_rule(s))
        return;
    for (size_t p = 0; p < s->n_party; p++)
        asks_all = asks_all && !agreement_wins(s, all & ~(UINT64_C(1) << p));
    if (asks_all)
        message_warning(l->path, "'agreement' needs every party, as without it");
    if (!rule_power(&s->agreement, &power))
        return;
    for (size_t p = 0; p < s->n_party; p++)
        if (power.swings[p] == 0)
            message_warning_at(s->party[p].place.file, s->party[p].place.line,
                               "'%s' never decides: no set of parties passes with it and not "
                               "without it ('agreement')",
                               s->party[p].name);
}

/* Parties that only consent keep what they refuse out of talks, also where they can be outvoted. */
static void look_at_consents(const struct look *l)
{
    const struct scenario *s = l->s;
    const uint64_t all = rule_everyone(s->n_party);

    for (size_t p = 0; s->talks && p < s->n_party; p++)
        if (!s->party[p].bargains && agreement_wins(s, all & ~(UINT64_C(1) << p)))
            message_warning_at(s->party[p].place.file, s->party[p].place.line,
                               "'%s' only consents: in talks what it refuses is off, though by "
                               "'agreement' it can be outvoted",
                               s->party[p].name);
}

/* A weight in a lot that is not drawn. */
static void look_at_talks(const struct look *l)
{
    const struct talks *talks = l->s->talks;

    for (size_t i = 0; talks && i < talks->n_side && !talks->random_mover; i++) {
        const struct parameter *at = &l->s->parameter[talks->tactic[i].number[TACTIC_recognition]];
        if (!at->is_implied && at->distribution.mean != 1)
            message_warning_at(at->file, at->line,
                               "the recognition of '%s' does not matter: who moves is not drawn by "
                               "lot",
                               l->s->party[talks->side[i]].name);
    }
}

enum error_code oddities_warn(const char *path, const struct scenario *s, struct error *err)
{
    double *mean = memory_alloc(s->n_parameter, sizeof *mean, err);
    const struct look look = { path, s, mean };

    if (!mean)
        return err->code;
    draw_mean(s, mean);
    for (size_t p = 0; p < s->n_party; p++)
        look_at_party(&look, &s->party[p]);
    look_at_issues(&look);
    look_at_rules(&look);
    look_at_proposals(&look);
    look_at_rule(&look);
    look_at_consents(&look);
    look_at_talks(&look);
    free(mean);
    return OK;
}
