/* fuzz_scenario.c - no text, however odd, may crash the loader; and accepted means valid */
#include "appraisal.h"
#include "draw.h"
#include "input.h"
#include "talk.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Packages whose worths are looked at.  Larger: slower, and fewer texts a second. */
enum { MAX_PACKAGE = 2000, MAX_ROUND = 200 };

static void check_issues(const struct scenario *s)
{
    uint64_t total = 1;

    HOLDS(s->n_table >= 1 && s->n_table <= s->n_issue && s->n_issue <= MAX_ISSUE);
    for (size_t k = 0; k < s->n_issue; k++) {
        const struct issue *issue = &s->issue[k];
        HOLDS(issue->name[0] && issue->title);
        HOLDS(issue->on_table == (k < s->n_table));
        HOLDS(!issue->is_named || (issue->nothing >= 0 && issue->nothing < (double)issue->n_name));
        HOLDS(isfinite(issue->nothing));
        if (!issue->on_table)
            continue;
        HOLDS(issue->n_level >= 1);
        for (size_t i = 0; i < issue->n_level; i++) {
            HOLDS(isfinite(issue->level[i]) && issue->label[i][0]);
            HOLDS(!issue->is_named ||
                  (issue->level[i] >= 0 && issue->level[i] < (double)issue->n_name));
        }
        total *= issue->n_level;
    }
    HOLDS(s->n_rule > 0 ? s->grid.total <= total && s->grid.total > 0 : s->grid.total == total);
    HOLDS(s->lasts_issue == NONE || s->lasts_issue < s->n_issue);
}

static void check_parameters(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        double low, high, middle = distribution_quantile(&p->distribution, 0.5);
        char form[160];
        distribution_support(&p->distribution, &low, &high);
        distribution_format(&p->distribution, sizeof form, form);
        HOLDS(p->path[0] && p->file && p->reason);
        HOLDS(low <= high && isfinite(middle));
        HOLDS(middle >= low && middle <= high);
        HOLDS(isfinite(p->distribution.mean));
        for (size_t k = 0; k < i; k++)
            HOLDS(strcmp(p->path, s->parameter[k].path) != 0 &&
                  p->address != s->parameter[k].address);
    }
    for (size_t i = 0; i < s->copula.n; i++)
        HOLDS(parameter_is_uncertain(&s->parameter[s->correlated[i]]));
}

static void check_parties(const struct scenario *s)
{
    HOLDS(s->n_party >= 2 && s->n_party <= MAX_PARTY && scenario_bargaining(s) >= 2);
    for (size_t p = 0; p < s->n_party; p++) {
        const struct party *party = &s->party[p];
        HOLDS(party->name[0] && party->title && party->no_deal < s->n_parameter);
        HOLDS(party->has_preferences || !party->bargains);
        for (size_t k = 0; party->has_preferences && k < s->n_issue; k++) {
            double low, high;
            HOLDS(party->weight[k] < s->n_parameter);
            distribution_support(&s->parameter[party->weight[k]].distribution, &low, &high);
            HOLDS(low >= 0);
        }
        for (size_t i = 0; i < party->n_red_line; i++)
            HOLDS(party->red_line[i].issue < s->n_issue);
        for (size_t i = 0; i < party->n_leverage; i++)
            HOLDS(party->leverage[i].issue < s->n_issue);
        for (size_t i = 0; i < party->n_body; i++)
            HOLDS(party->body[i].name[0] && party->body[i].kind < BODY_KINDS);
    }
    HOLDS(s->n_veto >= s->n_party && s->n_veto <= MAX_VETO);
}

static void check_phases(const struct scenario *s)
{
    HOLDS(s->n_phase <= MAX_PHASE && scenario_steps(s) <= MAX_STEP);
    for (size_t i = 0; i < s->n_phase; i++) {
        HOLDS(s->phase[i].n_actor > 0 && s->phase[i].n_turn > 0);
        for (size_t a = 0; a < s->phase[i].n_actor; a++)
            HOLDS(s->phase[i].actor[a] < s->n_party);
    }
}

static void check_proposals(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_proposal; i++) {
        for (size_t k = 0; k < s->n_table; k++)
            HOLDS(s->proposal[i].package[k] < s->issue[k].n_level &&
                  s->proposal[i].level[k] < scenario_slots(s, k));
        HOLDS(!scenario_bans(s, s->proposal[i].package, NULL));
    }
}

/* Value functions have a scale from 0 to 1, so utilities are too, but for interactions. */
static void check_package(const struct appraisal *appraisal, const size_t level[])
{
    const struct scenario *s = appraisal->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    for (size_t j = 0; j < s->n_veto; j++) {
        double u = utility_of(&appraisal->utility, j, level);
        double lasts = utility_lasts(&appraisal->utility, j, level);
        HOLDS(isfinite(utility_surplus(&appraisal->utility, j, level)));
        HOLDS(lasts >= 0 && lasts <= 1);
        HOLDS(s->party[s->veto_player[j].party].n_interaction > 0 || (u >= -TIE && u <= 1 + TIE));
    }
    appraisal_surpluses(appraisal, level, surplus, felt);
    for (size_t j = 0; j < s->n_veto; j++)
        HOLDS(!isnan(surplus[j]) &&
              !isnan(appraisal_least(appraisal, j, felt[s->veto_player[j].party])));
    for (size_t p = 0; p < s->n_party; p++)
        HOLDS(felt[p] >= -TIE && felt[p] <= 1 + TIE);
}

/* Whatever is carried out is no more than all of it. */
static void check_passage(const struct appraisal *appraisal, const size_t level[])
{
    struct implemented implemented;

    implementation_follow(&appraisal->implementation, level, &implemented);
    HOLDS(implemented.complete >= 0 && implemented.complete <= 1);
    for (size_t n = 0; n < appraisal->implementation.n_step; n++) {
        HOLDS(implemented.performs[n] >= 0 && implemented.performs[n] <= 1);
        HOLDS(implemented.reach[n] >= 0 && implemented.reach[n] <= 1);
        HOLDS(implemented.gap[n] >= 0);
    }
    for (size_t k = 0; k < appraisal->scenario->n_table; k++) {
        double sum = 0;
        for (size_t n = 0; n <= appraisal->implementation.n_step; n++)
            sum += appraisal->implementation.share[k][n];
        HOLDS(fabs(sum - 1) < 1e-9);
    }
}

static void check_worths(const struct scenario *s, const double theta[])
{
    size_t level[MAX_ISSUE];
    struct error err = { .code = OK };
    struct appraisal appraisal;

    grid_levels(&s->grid, 0, level);
    if (appraisal_init(&appraisal, s, &err) == OK) {
        memcpy(appraisal.theta, theta, s->n_parameter * sizeof *theta);
        appraisal_fill(&appraisal);
        do {
            check_package(&appraisal, level);
            if (s->n_phase > 0)
                check_passage(&appraisal, level);
        } while (grid_next(&s->grid, level));
        for (size_t i = 0; i < s->n_proposal; i++)
            check_package(&appraisal, s->proposal[i].level);
    }
    appraisal_release(&appraisal);
}

/* What a side must get at least: it takes or leaves a final offer by what it asks over no deal, and
 * asks the other for more where a mediator has told it the other's limit. */
static double least_of(const struct talk *t, const struct side *side)
{
    return (t->state.outcome.is_final ? side->asks : side->floor) - TIE;
}

/* Talks end by the deadline, but for bodies that vote after it, with nothing that a side would not
 * take; the second time as the first. */
static void check_end(const struct talk *t)
{
    const struct talks *talks = t->world.scenario->talks;
    const struct outcome *end = &t->state.outcome;

    HOLDS(t->state.has_ended && end->ending < ENDING_COUNT);
    HOLDS(end->day >= 0 && (talks->n_ratifier > 0 || end->day <= talks->deadline + TIE));
    HOLDS((end->package == NO_PACKAGE) == (end->ending != ENDING_AGREEMENT));
    for (size_t i = 0; i < talks->n_side && end->package != NO_PACKAGE; i++)
        HOLDS(!(end->accepted & side_bit(i)) ||
              sides_utility(&t->world.sides, i, end->package) >= least_of(t, &t->side[i]));
}

static void check_talks(const struct scenario *s)
{
    struct error err = { .code = OK };
    struct layout layout;
    struct package_index package_index = { .layout = NULL };
    struct talk talk = { .draws = NULL };

    if (layout_init(&layout, s, &err) == OK &&
        package_index_init(&package_index, &layout, &err) == OK &&
        talk_init(&talk, &package_index, 1, &err) == OK) {
        for (uint64_t run = 0; run < 3; run++) {
            if (talk_draw(&talk, run, &err) != OK || talk_play(&talk, &err) != OK)
                break;
            check_end(&talk);
            const struct outcome first = talk.state.outcome;
            if (talk_play(&talk, &err) != OK)
                break;
            HOLDS(talk.state.outcome.day == first.day &&
                  talk.state.outcome.package == first.package);
        }
    }
    talk_release(&talk);
    package_index_release(&package_index);
    layout_release(&layout);
}

/* What rules and bans leave of all combinations of levels is numbered and counted. */
static void check_packages(const struct scenario *s)
{
    size_t level[MAX_ISSUE] = { 0 }, back[MAX_ISSUE], size[MAX_ISSUE];
    struct grid all;
    uint64_t n = 0;

    for (size_t k = 0; k < s->n_table; k++)
        size[k] = s->issue[k].n_level;
    if (!grid_init(&all, s->n_table, size) || all.total > MAX_PACKAGE)
        return;
    do {
        if (scenario_bans(s, level, NULL))
            continue;
        HOLDS(!scenario_breaks(s, level));
        grid_levels(&s->grid, grid_index(&s->grid, level), back);
        HOLDS(memcmp(level, back, s->n_table * sizeof *back) == 0);
        n++;
    } while (grid_next(&all, level));
    HOLDS(n == scenario_packages(s));
}

static void check_accepted(const struct scenario *s)
{
    check_issues(s);
    check_parties(s);
    check_phases(s);
    check_parameters(s);
    check_proposals(s);
    HOLDS(s->name[0] && s->draws >= 1);
    if (s->grid.total > MAX_PACKAGE)
        return;
    check_packages(s);
    double *theta = calloc(s->n_parameter + 1, sizeof *theta);
    if (!theta)
        return;
    draw_mean(s, theta);
    check_worths(s, theta);
    for (size_t i = 0; i < s->n_parameter; i++)
        theta[i] = distribution_quantile(&s->parameter[i].distribution, i % 2 ? 0.001 : 0.999);
    check_worths(s, theta);
    free(theta);
    if (s->talks &&
        s->talks->deadline < MAX_ROUND * s->parameter[s->talks->round_days].distribution.mean)
        check_talks(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error err = { .code = OK };
    struct input in;
    struct scenario s;

    if (!input_read(&in, data, size))
        return 0;
    gsl_set_error_handler_off();
    if (input_load(&in, 0, NULL, &s, &err) == OK) {
        check_accepted(&s);
        scenario_release(&s);
        input_accepted++;
    }
    input_release(&in);
    return 0;
}
