/* phase_results.c - the tables of a run that say whether a proposal would be carried out */
#include "phase_results.h"

#include "lapse.h"
#include "text.h"

#include <math.h>
#include <stdio.h>

/* Bands are the quantiles that eight of ten draws lie between. */
static const double BAND_LOW = 0.1, BAND_HIGH = 0.9;

static enum error_code proposal_and_phase(struct table *t, const struct results *r,
                                          struct error *err)
{
    const struct scenario *s = results_scenario(r);

    if (table_column(t, r->proposal_name, s->n_proposal, err, "proposal") != OK)
        return err->code;
    return table_column(t, r->phase_name, s->n_phase, err, "phase");
}

static void band_cells(double cell[3], const uint64_t *spread, double unit)
{
    cell[0] = unit * spread_mean(spread);
    cell[1] = unit * spread_quantile(spread, BAND_LOW);
    cell[2] = unit * spread_quantile(spread, BAND_HIGH);
    for (int i = 1; i < 3; i++)
        if (isinf(cell[i])) /* more than quantiles are kept for */
            cell[i] = NAN;
}

static enum error_code make_phases(struct results *r, struct error *err)
{
    static const char *const names[] = { "performs", "gap",       "reached", "delivered",
                                         "gap_low",  "gap_high",  "penalty", "turn",
                                         "needs",    "guarantee", "undone" };
    const struct scenario *s = results_scenario(r);
    const struct hold *h = &r->survey->hold;
    struct table *t = &r->table[RESULT_phases];

    if (proposal_and_phase(t, r, err) != OK ||
        table_column(t, r->party_name, s->n_party, err, "party") != OK ||
        table_numbers(t, names, COUNT_OF(names), err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++)
        for (size_t n = 0; n < h->n_step; n++) {
            double *cell = table_row(t, err), gap[3];
            if (!cell)
                return err->code;
            band_cells(gap, hold_at(h, i, HOLD_GAP, n), 1);
            const double reached = mean_of(hold_at(h, i, HOLD_REACH, n));
            const double done = mean_of(hold_at(h, i, HOLD_DONE, n));
            const double guarantee = mean_of(hold_at(h, i, HOLD_GUARANTEE, n));
            *cell++ = (double)i;
            *cell++ = (double)h->step[n].phase;
            *cell++ = (double)h->step[n].actor;
            *cell++ = reached > 0 ? done / reached : NAN;
            *cell++ = gap[0];
            *cell++ = reached;
            *cell++ = done;
            *cell++ = gap[1];
            *cell++ = gap[2];
            *cell++ = mean_of(hold_at(h, i, HOLD_OWN, n)) + guarantee;
            *cell++ = (double)h->step[n].turn + 1;
            *cell++ = phase_results_needs(h, i, n);
            *cell++ = guarantee;
            *cell = mean_of(hold_at(h, i, HOLD_UNDONE, n));
        }
    return OK;
}

/* The day at the end of a phase of a proposal, at the mean of its days. */
static double day_after(const struct results *r, size_t proposal, size_t phase)
{
    const size_t *level = results_scenario(r)->proposal[proposal].level;
    double day = 0;

    for (size_t k = 0; k <= phase; k++)
        day += lapse_days(&r->survey->outlook->deal.course, k, level);
    return day;
}

static enum error_code survival_row(struct results *r, size_t i, size_t phase, int moment,
                                    double day, const uint64_t *spread, struct error *err)
{
    double *cell = table_row(&r->table[RESULT_survival], err);

    if (!cell)
        return err->code;
    cell[0] = (double)i;
    cell[1] = (double)phase;
    cell[2] = moment;
    cell[3] = day;
    band_cells(cell + 4, spread, 1);
    return OK;
}

static enum error_code make_survival(struct results *r, struct error *err)
{
    static const char *const moments[] = { "performed", "ended", "lasting" };
    static const char *const names[] = { "day", "alive", "alive_low", "alive_high" };
    const struct scenario *s = results_scenario(r);
    const struct hold *h = &r->survey->hold;
    struct table *t = &r->table[RESULT_survival];
    const size_t last = s->n_phase - 1;

    if (proposal_and_phase(t, r, err) != OK ||
        table_column(t, moments, COUNT_OF(moments), err, "moment") != OK)
        return err->code;
    enum error_code code = table_numbers(t, names, COUNT_OF(names), err);
    for (size_t i = 0; i < s->n_proposal; i++) {
        for (size_t k = 0; code == OK && k < s->n_phase; k++) {
            double begins = k > 0 ? day_after(r, i, k - 1) : 0;
            code = survival_row(r, i, k, 0, begins, hold_at(h, i, HOLD_ALIVE, hold_alive(k, false)),
                                err);
            if (code == OK)
                code = survival_row(r, i, k, 1, day_after(r, i, k),
                                    hold_at(h, i, HOLD_ALIVE, hold_alive(k, true)), err);
        }
        if (code == OK)
            code = survival_row(r, i, last, 2, day_after(r, i, last),
                                hold_at(h, i, HOLD_ALIVE, hold_alive(s->n_phase, true)), err);
    }
    return code;
}

double phase_results_agreed(const struct scenario *s, size_t issue, const size_t level[])
{
    const struct issue *k = &s->issue[issue];
    double amount = fabs(scenario_level(s, issue, level) - k->nothing);

    if (k->per == NO_ISSUE)
        return amount;
    return amount * issue_units(k, scenario_level(s, (size_t)k->per, level));
}

static enum error_code make_deliveries(struct results *r, struct error *err)
{
    static const char *const names[] = { "day", "delivered", "low", "high", "agreed" };
    const struct scenario *s = results_scenario(r);
    struct table *t = &r->table[RESULT_deliveries];

    if (proposal_and_phase(t, r, err) != OK ||
        table_column(t, r->issue_name, s->n_table, err, "issue") != OK ||
        table_column(t, r->unit_label, s->n_table, err, "unit") != OK ||
        table_column(t, r->party_name, s->n_party, err, "by") != OK ||
        table_numbers(t, names, COUNT_OF(names), err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++)
        for (size_t k = 0; k < s->n_table; k++) {
            const double agreed = phase_results_agreed(s, k, s->proposal[i].package);
            for (size_t phase = 0;
                 !s->issue[k].is_named && s->performance[k].by != NO_PARTY && phase < s->n_phase;
                 phase++) {
                double *cell = table_row(t, err);
                if (!cell)
                    return err->code;
                cell[0] = (double)i;
                cell[1] = (double)phase;
                cell[2] = cell[3] = (double)k;
                cell[4] = s->performance[k].by;
                cell[5] = day_after(r, i, phase);
                const size_t at = hold_of_phase(&r->survey->hold, k, phase);
                band_cells(cell + 6, hold_at(&r->survey->hold, i, HOLD_DELIVERED, at), agreed);
                cell[9] = agreed;
            }
        }
    return OK;
}

static size_t guarantee_levels(const struct scenario *s)
{
    const int k = scenario_guarantee_issue(s);
    return k == NO_ISSUE ? 0 : s->issue[k].n_level;
}

/* The proposal with each level of the guarantee, as the map has it. */
static enum error_code guarantee_rows(struct results *r, size_t i, struct error *err)
{
    const struct scenario *s = results_scenario(r);
    size_t level[MAX_ISSUE];

    for (size_t l = 0; l < guarantee_levels(s); l++) {
        for (size_t k = 0; k < s->n_table; k++)
            level[k] = s->proposal[i].package[k];
        level[s->guarantee.issue] = l;
        if (scenario_bans(s, level, NULL))
            continue;
        double *cell = table_row(&r->table[RESULT_remedies], err);
        if (!cell)
            return err->code;
        cell[0] = (double)i;
        cell[1] = REMEDY_GUARANTEE;
        cell[2] = (double)l;
        cell[3] = survey_accepts(r->survey, s->n_party, level);
        cell[4] = survey_completes(r->survey, layout_cell(r->survey->layout, level));
    }
    return OK;
}

static enum error_code split_rows(struct results *r, size_t i, struct error *err)
{
    const struct hold *h = &r->survey->hold;

    for (size_t split = 1; split <= h->n_split; split++) {
        double *cell = table_row(&r->table[RESULT_remedies], err);
        if (!cell)
            return err->code;
        cell[0] = (double)i;
        cell[1] = REMEDY_EQUAL_PHASES;
        cell[2] = (double)(guarantee_levels(results_scenario(r)) + split - 1);
        cell[3] = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_ACCEPTED)));
        cell[4] = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_COMPLETE)));
        cell[5] = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_GAP)));
    }
    return OK;
}

static enum error_code make_remedies(struct results *r, struct error *err)
{
    static const char *const changes[] = {
        [REMEDY_GUARANTEE] = "guarantee", [REMEDY_EQUAL_PHASES] = "equal_phases"
    };
    static const char *const names[] = { "accept_all", "completes", "gap" };
    const struct scenario *s = results_scenario(r);
    struct table *t = &r->table[RESULT_remedies];

    if (table_column(t, r->proposal_name, s->n_proposal, err, "proposal") != OK ||
        table_column(t, changes, COUNT_OF(changes), err, "change") != OK ||
        table_column(t, r->remedy_label, guarantee_levels(s) + HOLD_SPLITS, err, "to") != OK ||
        table_numbers(t, names, COUNT_OF(names), err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++)
        if (guarantee_rows(r, i, err) != OK || split_rows(r, i, err) != OK)
            return err->code;
    return OK;
}

/* Shares of draws in which the party does it whatever it believes, and whatever it believed would
 * not; of the rest the median and the band of the least belief with which it does. */
static void trust_cells(double cell[5], const uint64_t *spread)
{
    const double n = (double)spread_count(spread), anyway = (double)spread_at_zero(spread) / n;
    const double never = (double)spread_beyond(spread) / n, rest = 1 - anyway - never;

    cell[0] = anyway;
    cell[1] = never;
    if (!(spread_at_zero(spread) + spread_beyond(spread) < spread_count(spread)))
        return;
    cell[2] = spread_quantile(spread, anyway + 0.5 * rest);
    cell[3] = spread_quantile(spread, anyway + BAND_LOW * rest);
    cell[4] = spread_quantile(spread, anyway + BAND_HIGH * rest);
}

static enum error_code make_trust(struct results *r, struct error *err)
{
    static const char *const names[] = { "stated",           "signs_anyway",     "signs_never",
                                         "signs_from",       "signs_from_low",   "signs_from_high",
                                         "goes_on_anyway",   "goes_on_never",    "goes_on_from",
                                         "goes_on_from_low", "goes_on_from_high" };
    const struct scenario *s = results_scenario(r);
    const struct hold *h = &r->survey->hold;
    struct table *t = &r->table[RESULT_trust];

    if (table_column(t, r->proposal_name, s->n_proposal, err, "proposal") != OK ||
        table_column(t, r->party_name, s->n_party, err, "party") != OK ||
        table_column(t, r->party_name, s->n_party, err, "about") != OK ||
        table_numbers(t, names, COUNT_OF(names), err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++)
        for (size_t pair = 0; pair < h->n_pair; pair++) {
            double *cell = table_row(t, err);
            if (!cell)
                return err->code;
            const size_t about = h->pair[pair].about;
            cell[0] = (double)i;
            cell[1] = (double)h->pair[pair].signer;
            cell[2] = (double)about;
            cell[3] = parameter_or(r->survey->outlook->deal.theta, s->party[about].keeps_word, 0);
            trust_cells(cell + 4, hold_at(h, i, HOLD_TRUST, hold_trust(pair, false)));
            trust_cells(cell + 9, hold_at(h, i, HOLD_TRUST, hold_trust(pair, true)));
        }
    return OK;
}

double phase_results_needs(const struct hold *h, size_t proposal, size_t step)
{
    double needs = spread_quantile(hold_at(h, proposal, HOLD_NEEDS, step), 0.9);
    return isinf(needs) ? NAN : needs;
}

size_t phase_results_weakest(const struct hold *h, size_t proposal)
{
    size_t weakest = 0;

    for (size_t n = 1; n < h->n_step; n++)
        if (mean_of(hold_at(h, proposal, HOLD_UNDONE, n)) >
            mean_of(hold_at(h, proposal, HOLD_UNDONE, weakest)))
            weakest = n;
    return weakest;
}

/* The least level of the guarantee, by the mean of what breaking off would cost, with which a
 * proposal is performed to the end with a probability above one half. */
static const double *least_guarantee(const struct results *r, size_t proposal)
{
    const struct table *t = &r->table[RESULT_remedies];
    const struct course *mean = &r->survey->outlook->deal.course;
    const double *found = NULL;
    double least = INFINITY;

    for (size_t row = 0; row < t->n_row; row++) {
        const double *cell = t->cell + row * t->n_column;
        double penalty = 0;
        if (cell[0] != (double)proposal || cell[1] != (double)REMEDY_GUARANTEE || !(cell[4] > 0.5))
            continue;
        for (size_t n = 0; n < mean->n_step; n++)
            penalty += mean->penalty[(size_t)cell[2] * mean->n_step + n];
        if (penalty < least) {
            least = penalty;
            found = cell;
        }
    }
    return found;
}

const double *phase_results_remedy(const struct results *r, size_t proposal, enum remedy remedy)
{
    const struct table *t = &r->table[RESULT_remedies];

    if (remedy == REMEDY_GUARANTEE)
        return least_guarantee(r, proposal);
    for (size_t row = 0; row < t->n_row; row++) {
        const double *cell = t->cell + row * t->n_column;
        if (cell[0] == (double)proposal && cell[1] == (double)remedy && cell[4] > 0.5)
            return cell;
    }
    return NULL;
}

static enum error_code make_labels(struct results *r, struct error *err)
{
    const struct scenario *s = results_scenario(r);
    const size_t n_level = guarantee_levels(s);
    char number[TEXT_NUMBER];

    r->phase_name = arena_alloc(&r->arena, s->n_phase, sizeof *r->phase_name);
    r->unit_label = arena_alloc(&r->arena, s->n_table, sizeof *r->unit_label);
    r->remedy_label = arena_alloc(&r->arena, n_level + HOLD_SPLITS, sizeof *r->remedy_label);
    if (!r->phase_name || !r->unit_label || !r->remedy_label)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t k = 0; k < s->n_phase; k++)
        r->phase_name[k] = s->phase[k].name;
    for (size_t k = 0; k < s->n_table; k++)
        r->unit_label[k] = s->performance[k].counts;
    for (size_t l = 0; l < n_level; l++)
        r->remedy_label[l] = s->issue[s->guarantee.issue].label[l];
    for (size_t i = 0; i < HOLD_SPLITS; i++) {
        snprintf(number, sizeof number, "%zu", i + 1);
        r->remedy_label[n_level + i] = arena_text(&r->arena, number);
        if (!r->remedy_label[n_level + i])
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return OK;
}

enum error_code phase_results_make(struct results *r, struct error *err)
{
    if (results_scenario(r)->n_phase == 0)
        return OK;
    if (make_labels(r, err) != OK || make_phases(r, err) != OK || make_survival(r, err) != OK ||
        make_deliveries(r, err) != OK || make_remedies(r, err) != OK)
        return err->code;
    return make_trust(r, err);
}
