/* utility.c - what packages are worth to each veto player in a draw, if all of them is done */
#include "utility.h"

#include "reading.h"
#include "weight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct party *party_of(const struct scenario *s, size_t j)
{
    return &s->party[s->veto_player[j].party];
}

static size_t lasts_levels(const struct scenario *s)
{
    size_t decides = scenario_case_issue(s);
    return decides == NONE ? 1 : scenario_slots(s, decides);
}

/* All chances of readings. */
static size_t n_chance(const struct scenario *s)
{
    size_t n = 0;
    for (size_t v = 0; v < s->n_vague; v++)
        n += s->n_party * s->vague[v].n_reading;
    return n;
}

enum error_code utility_init(struct utility *w, const struct scenario *s, struct error *err)
{
    size_t n_bonus = 0;

    *w = (struct utility){ .scenario = s };
    for (size_t k = 0; k < s->n_table; k++) {
        w->first[k] = w->n_slot;
        w->n_slot += scenario_slots(s, k);
    }
    for (size_t j = 0; j < s->n_veto; j++) {
        w->first_bonus[j] = n_bonus;
        n_bonus += party_of(s, j)->n_interaction;
    }
    w->part = memory_alloc(s->n_veto * w->n_slot, sizeof *w->part, err);
    w->charge = memory_alloc(s->n_veto * w->n_slot, sizeof *w->charge, err);
    w->start = memory_alloc(s->n_veto * s->n_table, sizeof *w->start, err);
    w->leverage = memory_alloc(s->n_veto * w->n_slot, sizeof *w->leverage, err);
    w->vetoed = memory_alloc(s->n_veto * w->n_slot, sizeof *w->vetoed, err);
    w->lasts = memory_alloc(s->n_veto * lasts_levels(s), sizeof *w->lasts, err);
    w->bonus = memory_alloc(n_bonus, sizeof *w->bonus, err);
    w->bonus_at_nothing = memory_alloc(n_bonus, sizeof *w->bonus_at_nothing, err);
    w->chance = memory_alloc(n_chance(s), sizeof *w->chance, err);
    return err->code;
}

void utility_release(struct utility *w)
{
    free(w->part);
    free(w->charge);
    free(w->start);
    free(w->leverage);
    free(w->vetoed);
    free(w->lasts);
    free(w->bonus);
    free(w->bonus_at_nothing);
    free(w->chance);
    *w = (struct utility){ 0 };
}

/* Weight times value at each level, at nothing, and off the table.  Weights are divided by
 * their sum, which is above 0 in every draw (weight_check). */
static void fill_parts(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = party_of(s, j);
    struct stake *stake = &w->stake[j];
    double *part = w->part + j * w->n_slot, *start = w->start + j * s->n_table;
    const double sum = weight_sum(s, j, theta);

    *stake = (struct stake){ .off_table = 0 };
    memset(part, 0, w->n_slot * sizeof *part);
    memset(start, 0, s->n_table * sizeof *start);
    for (size_t k = 0; sum > 0 && k < s->n_issue; k++) {
        const struct issue *issue = &s->issue[k];
        double weight = weight_of(s, j, k, theta) / sum;
        double nothing = weight * value_at(&party->value[k], theta, issue->nothing);
        stake->nothing += nothing;
        *(issue->on_table ? &start[k] : &stake->off_table) += nothing;
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            part[w->first[k] + l] = weight * value_at(&party->value[k], theta,
                                                      issue_real(issue, theta, issue->level[l]));
    }
    reading_mix(w, j, part);
}

/* R = eta sum_k w_k max(0, v_k(reference) - v_k(x)): the part of each level.  An issue off the
 * table charges nothing: it stays where it is whatever is signed. */
static void fill_charges(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = party_of(s, j);
    const struct reference *reference = &party->reference;
    const double sum = weight_sum(s, j, theta);
    const double *part = w->part + j * w->n_slot;
    double *charge = w->charge + j * w->n_slot;

    memset(charge, 0, w->n_slot * sizeof *charge);
    for (size_t i = 0; sum > 0 && i < reference->n; i++) {
        const size_t k = reference->term[i].issue, first = w->first[k];
        const double at = weight_of(s, j, k, theta) / sum *
                          value_at(&party->value[k], theta,
                                   issue_real(&s->issue[k], theta, reference->term[i].level));
        for (size_t l = 0; s->issue[k].on_table && l < s->issue[k].n_level; l++)
            charge[first + l] = theta[reference->loss_aversion] * fmax(0, at - part[first + l]);
    }
    reading_mix(w, j, charge);
}

/* A value of levels; between two names a straight line. */
static double value_between(const struct value *v, const struct issue *issue, const double theta[],
                            double level)
{
    const double below = floor(level), t = level - below;

    if (!issue->is_named || t == 0)
        return value_at(v, theta, issue_real(issue, theta, level));
    return (1 - t) * value_at(v, theta, below) + t * value_at(v, theta, below + 1);
}

double utility_part_at(const struct utility *w, size_t j, size_t k, double level,
                       const double theta[])
{
    const struct scenario *s = w->scenario;
    const double sum = weight_sum(s, j, theta);

    return sum > 0 ? weight_of(s, j, k, theta) / sum *
                         value_between(&party_of(s, j)->value[k], &s->issue[k], theta, level)
                   : 0;
}

static void fill_bonuses(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = party_of(s, j);

    for (size_t i = 0; i < party->n_interaction; i++) {
        const struct condition *when = &party->interaction[i].when;
        const size_t at = w->first_bonus[j] + i;
        bool at_nothing = true;
        for (size_t t = 0; t < when->n_term; t++)
            at_nothing = at_nothing &&
                         level_set_has(&when->term[t].set, s->issue[when->term[t].issue].nothing);
        w->bonus[at] = theta[party->interaction[i].adds];
        w->bonus_at_nothing[at] = at_nothing ? w->bonus[at] : 0;
        w->stake[j].nothing += w->bonus_at_nothing[at];
    }
}

static double leverage_at(const struct leverage *leverage, const struct issue *issue,
                          const double theta[], double level)
{
    if (leverage->by_level)
        return value_between(&leverage->by_level_shift, issue, theta, level);
    return theta[leverage->shift] * (issue_real(issue, theta, level) - issue->nothing) /
           (issue->all - issue->nothing);
}

static void fill_leverage(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct party *party = party_of(s, j);
    double *leverage = w->leverage + j * w->n_slot;

    memset(leverage, 0, w->n_slot * sizeof *leverage);
    for (size_t i = 0; i < party->n_leverage; i++) {
        const size_t k = party->leverage[i].issue;
        const struct issue *issue = &s->issue[k];
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            leverage[w->first[k] + l] +=
                leverage_at(&party->leverage[i], issue, theta, issue->level[l]);
    }
    reading_mix(w, j, leverage);
}

static void veto_readings(const struct utility *w, size_t j, const struct red_line *line,
                          const double theta[], uint32_t of_issue[])
{
    const struct scenario *s = w->scenario;

    for (size_t t = 0; s->issue[line->issue].on_table && t < s->n_vague; t++)
        if (theta[line->roll] <
            theta[line->probability] * reading_crosses(w, j, line, &s->vague[t]))
            of_issue[s->issue[line->issue].n_level + t]++;
}

double utility_leverage_at(const struct utility *w, size_t j, size_t k, double level,
                           const double theta[])
{
    const struct party *party = party_of(w->scenario, j);
    double leverage = 0;

    for (size_t i = 0; i < party->n_leverage; i++)
        if (party->leverage[i].issue == k)
            leverage += leverage_at(&party->leverage[i], &w->scenario->issue[k], theta, level);
    return leverage;
}

static void fill_vetoes(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const struct own_wishes *own = scenario_own(s, j);
    const size_t n = own ? own->n_red_line : party_of(s, j)->n_red_line;
    const struct red_line *lines = own ? own->red_line : party_of(s, j)->red_line;
    uint32_t *vetoed = w->vetoed + j * w->n_slot;

    memset(vetoed, 0, w->n_slot * sizeof *vetoed);
    for (size_t i = 0; i < n; i++) {
        const struct red_line *line = &lines[i];
        const struct issue *issue = &s->issue[line->issue];
        veto_readings(w, j, line, theta, vetoed + w->first[line->issue]);
        if (!red_line_holds(line, theta))
            continue;
        for (size_t l = 0; issue->on_table && l < issue->n_level; l++)
            if (level_set_has(&line->set, issue->level[l]))
                vetoed[w->first[line->issue] + l]++;
    }
}

static void fill_lasts(struct utility *w, size_t j, const double theta[])
{
    const struct scenario *s = w->scenario;
    const size_t n = lasts_levels(s);
    const struct party *party = party_of(s, j);
    double *lasts = w->lasts + j * n;

    if (s->lasts_issue == NONE) {
        lasts[0] = 1;
        return;
    }
    const struct issue *issue = &s->issue[s->lasts_issue];
    const struct value *belief = party->has_lasts ? &party->lasts : &issue->lasts;
    if (!issue->on_table) { /* it has one level, and no text leaves it open */
        lasts[0] = value_at(belief, theta, issue->nothing);
        return;
    }
    for (size_t l = 0; l < issue->n_level; l++)
        lasts[l] = value_at(belief, theta, issue->level[l]);
    for (size_t l = issue->n_level; l < n; l++)
        lasts[l] = reading_mean(w, &s->vague[l - issue->n_level], j, s->lasts_issue, lasts);
}

/* A veto holder's no deal and refusal cost are its party's plus its own difference; the parties
 * come first, so that theirs are known.  A bloc has its party's: what it asks for beyond that is
 * what its vote asks (consent_vote). */
static void fill_stake(struct utility *w, size_t j, const double theta[])
{
    const struct party *party = party_of(w->scenario, j);
    const struct veto_player *of = &w->scenario->veto_player[j];
    const struct body *body = of->bloc ? NULL : of->body;
    const double given = theta[party->no_deal];
    const double cost =
        theta[party->refusal_cost] + (body ? parameter_or(theta, body->refusal_cost, 0) : 0);
    struct stake *stake = &w->stake[j];

    if (of->body)
        stake->no_deal = w->stake[of->party].no_deal + (body ? theta[body->no_deal_excess] : 0);
    else
        stake->no_deal = party->has_reservation ? given - stake->nothing : given;
    stake->refused = stake->no_deal - cost;
    stake->reservation =
        (party->has_reservation && !of->body ? given : stake->nothing + stake->no_deal) - cost;
}

/* A: going on at most `times` times, each with the chance r = chance * discount ^ days of the one
 * before; a geometric sum. */
static double option_to_extend(const struct extension *x, double utility, double discount,
                               const double theta[])
{
    const double r = theta[x->chance] * pow(discount, theta[x->days]), times = (double)x->times;

    return utility * (r < 1 ? r * (1 - pow(r, times)) / (1 - r) : times);
}

/* Refusing to go on costs nothing: where a party would lose by an extension, there is none. */
static void fill_after(struct utility *w, const double theta[])
{
    const struct scenario *s = w->scenario;
    bool goes_on = s->extension.times > 0;

    for (size_t p = 0; p < s->n_party; p++)
        goes_on = goes_on && parameter_or(theta, s->party[p].extension, 0) >= 0;
    for (size_t j = 0; j < s->n_veto; j++) {
        const struct party *party = party_of(s, j);
        struct stake *stake = &w->stake[j];
        stake->after = stake->no_deal;
        if (goes_on)
            stake->after +=
                option_to_extend(&s->extension, parameter_or(theta, party->extension, 0),
                                 parameter_or(theta, party->discount, 1), theta);
    }
}

void utility_fill(struct utility *w, const double theta[])
{
    reading_fill(w, theta);
    for (size_t j = 0; j < w->scenario->n_veto; j++) {
        fill_parts(w, j, theta);
        fill_charges(w, j, theta);
        fill_bonuses(w, j, theta);
        fill_leverage(w, j, theta);
        fill_vetoes(w, j, theta);
        fill_lasts(w, j, theta);
        fill_stake(w, j, theta);
    }
    fill_after(w, theta);
}

double utility_lasts(const struct utility *w, size_t j, const size_t level[])
{
    const size_t n = lasts_levels(w->scenario);
    return w->lasts[j * n + (n > 1 ? level[w->scenario->lasts_issue] : 0)];
}

/* The sum of parts, charged or not, in the order of the issues; then interactions. */
static double sum_parts(const struct utility *w, size_t j, const size_t level[], bool charged)
{
    const struct scenario *s = w->scenario;
    const struct party *party = party_of(s, j);
    double u = 0;

    for (size_t k = 0; k < s->n_table; k++) {
        const size_t slot = j * w->n_slot + w->first[k] + level[k];
        u += charged ? utility_part(w, slot) : w->part[slot];
    }
    for (size_t i = 0; i < party->n_interaction; i++)
        u += reading_holds(w, j, &party->interaction[i].when, level) *
             w->bonus[w->first_bonus[j] + i];
    return u + w->stake[j].off_table;
}

double utility_of(const struct utility *w, size_t j, const size_t level[])
{
    return sum_parts(w, j, level, false);
}

double utility_surplus(const struct utility *w, size_t j, const size_t level[])
{
    const struct stake *stake = &w->stake[j];
    double u = sum_parts(w, j, level, true), lasts = utility_lasts(w, j, level), leverage = 0;

    if (lasts == 1)
        return u - stake->reservation;
    for (size_t k = 0; k < w->scenario->n_table; k++)
        leverage += w->leverage[j * w->n_slot + w->first[k] + level[k]];
    return u - stake->nothing + (1 - lasts) * (stake->after + leverage) - stake->refused;
}

double utility_charge(const struct utility *w, size_t j, const size_t level[])
{
    double charge = 0;

    for (size_t k = 0; k < w->scenario->n_table; k++)
        charge += w->charge[j * w->n_slot + w->first[k] + level[k]];
    return charge;
}

size_t utility_vetoes(const struct utility *w, size_t j, const size_t level[])
{
    size_t n = 0;
    for (size_t k = 0; k < w->scenario->n_table; k++)
        n += w->vetoed[j * w->n_slot + w->first[k] + level[k]];
    return n;
}
