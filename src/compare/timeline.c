/* timeline.c - several scenarios in the order of their dates: timeline.csv */
#include "timeline.h"

#include "differences.h"
#include "proportion.h"

#include <math.h>
#include <string.h>

#define COLUMNS(X)                                                                              \
    X(ONE, as_of, DATE, always, "", "the scenario's date; empty where it has none")             \
    X(ONE, scenario, SCENARIO, always, "", "its name")                                          \
    X(ONE, what, WHAT, always, "",                                                              \
      "zone: some package suits all; best: the package accepted most often, by all; proposal")  \
    X(ONE, proposal, PROPOSAL, always, "", "its name; empty but of proposals")                  \
    X(AGREED, accept_all, NUMBER, always, "share of draws",                                     \
      "in which all accept it; of the zone, in which some package suits all")                   \
    X(ONE, low_all, NUMBER, always, "share",                                                    \
      "interval of 95 % of accept_all; of the best package as the best of that many "           \
      "(docs/methods.md)")                                                                      \
    X(ONE, high_all, NUMBER, always, "share", "its upper end")                                  \
    X(PARTY, accept, NUMBER, always, "share of draws",                                          \
      "in which the party accepts it; empty of the zone, and where the scenario does not have " \
      "the party")                                                                              \
    X(PARTY, low, NUMBER, always, "share",                                                      \
      "Wilson's interval of 95 % of accept_PARTY; empty of "                                    \
      "the best package, which was picked")                                                     \
    X(PARTY, high, NUMBER, always, "share", "its upper end")                                    \
    X(PARTY, answer, SAID, always, "", "the answer on record")                                  \
    X(ONE, draws, NUMBER, always, "draws", "of the scenario")
TABLE(
    timeline_table, "timeline.csv", always,
    "For each scenario, in the order of their dates, a row for the zone, one for the best package, "
    "and one a proposal. PARTY stands for the parties of all scenarios.");

static enum error_code no_memory(struct error *err)
{
    return error_set(err, ERR_MEMORY, "not enough memory for a timeline");
}

static enum error_code add_parties(struct timeline *t, const struct scenario *s, struct error *err)
{
    for (size_t p = 0; p < s->n_party; p++) {
        if (scenario_party(&t->names, s->party[p].name) != NONE)
            continue;
        if (t->names.n_party == MAX_PARTY)
            return error_set(err, ERR_SCENARIO,
                             "these scenarios have more than %d parties together", MAX_PARTY);
        t->party[t->names.n_party++] = s->party[p];
    }
    return OK;
}

/* Whether a date, which may be "", is later than another. */
static bool is_later(const char *a, const char *b)
{
    return !a[0] || !b[0] ? !a[0] && b[0] : strcmp(a, b) > 0;
}

/* By insertion: equals stay as they were given. */
static void put_in_order(struct timeline *t)
{
    for (size_t i = 0; i < t->n; i++) {
        size_t at = i;
        for (; at > 0 && is_later(t->milestone[t->order[at - 1]].scenario->as_of,
                                  t->milestone[i].scenario->as_of);
             at--)
            t->order[at] = t->order[at - 1];
        t->order[at] = i;
    }
}

enum error_code timeline_init(struct timeline *t, size_t n, const struct scenario *const scenario[],
                              struct error *err)
{
    *t = (struct timeline){ .n = n };
    t->names.party = t->party;
    t->scope.scenario = &t->names;
    t->milestone = arena_alloc(&t->scope.arena, n, sizeof *t->milestone);
    t->order = arena_alloc(&t->scope.arena, n, sizeof *t->order);
    if (!t->milestone || !t->order)
        return no_memory(err);
    for (size_t i = 0; i < n; i++) {
        t->milestone[i].scenario = scenario[i];
        if (add_parties(t, scenario[i], err) != OK)
            return err->code;
    }
    put_in_order(t);
    return OK;
}

void timeline_release(struct timeline *t)
{
    sheet_release(&t->sheet);
    scope_release(&t->scope);
}

/* That of all, with Wilson's interval, and no party's yet. */
static struct shares of_all(double share, struct surety surety)
{
    struct shares a = { .all = share };

    proportion_interval_by(share, surety, &a.low_all, &a.high_all);
    for (size_t p = 0; p < MAX_PARTY; p++)
        a.party[p] = NAN;
    return a;
}

/* Where party p of the scenario stands among those of all. */
static size_t place_of(const struct timeline *t, const struct scenario *s, size_t p)
{
    return scenario_party(&t->names, s->party[p].name);
}

static void take_best(const struct timeline *t, struct milestone *m, const struct survey *survey)
{
    const struct scenario *s = m->scenario;
    const struct gathering *g = &survey->results.gathering;
    const struct surety surety = map_knows_cell(&survey->map, true, g->best.cell);
    size_t level[MAX_ISSUE];

    m->best = of_all(g->best.accept, surety);
    proportion_interval_of_best_by(g->best.accept, surety, (double)scenario_packages(s),
                                   &m->best.low_all, &m->best.high_all);
    grid_levels(&s->grid, g->best.package, level);
    for (size_t p = 0; p < s->n_party; p++)
        m->best.party[place_of(t, s, p)] = map_accepts(&survey->map, p, level);
}

enum error_code timeline_take(struct timeline *t, size_t i, const struct survey *survey,
                              struct error *err)
{
    struct milestone *m = &t->milestone[i];
    const struct scenario *s = m->scenario;

    m->draws = survey->map.draws;
    m->zone = of_all((double)*survey->map.tally.zone / (double)m->draws,
                     map_knows(&survey->map, survey->map.tally.zone, 1));
    take_best(t, m, survey);
    m->proposal = arena_alloc(&t->scope.arena, s->n_proposal, sizeof *m->proposal);
    if (!m->proposal)
        return no_memory(err);
    for (size_t k = 0; k < s->n_proposal; k++) {
        const struct finding *f = &survey->results.finding[k];
        m->proposal[k] = of_all(f->passes, map_knows_answer(&survey->map, k, agreement_passes(s)));
        for (size_t p = 0; p < s->n_party; p++) {
            const size_t at = place_of(t, s, p);
            m->proposal[k].party[at] = f->accept[p];
            m->proposal[k].surety[at] = map_knows_answer(&survey->map, k, p);
        }
    }
    return OK;
}

static void set_answers(const struct timeline *t, const struct scenario *s,
                        const struct proposal *proposal, struct row *row)
{
    for (size_t p = 0; p < s->n_party; p++)
        if (proposal->answer[p].is_recorded)
            row->answer[place_of(t, s, p)] = (double)proposal->answer[p].said;
}

static void set_shares(const struct timeline *t, const struct shares *from, bool picked,
                       struct row *row)
{
    row->accept_all = from->all;
    row->low_all = from->low_all;
    row->high_all = from->high_all;
    for (size_t p = 0; p < t->names.n_party; p++) {
        row->accept[p] = from->party[p];
        if (!isnan(from->party[p]) && !picked)
            proportion_interval_by(from->party[p], from->surety[p], &row->low[p], &row->high[p]);
    }
}

/* Rows of milestone i; the labels of its proposals begin at `first`. */
static enum error_code add_milestone(struct timeline *t, size_t i, size_t first, struct error *err)
{
    const struct milestone *m = &t->milestone[i];
    const struct scenario *s = m->scenario;

    for (size_t k = 0; err->code == OK && k < 2 + s->n_proposal; k++) {
        struct row row;
        sheet_clear(t->sheet.kind, &row);
        row.as_of = s->as_of[0] ? (double)i : NAN;
        row.scenario = (double)i;
        row.draws = (double)m->draws;
        row.what = k == 0 ? WHAT_ZONE : k == 1 ? WHAT_BEST : WHAT_PROPOSAL;
        set_shares(t, k == 0 ? &m->zone : k == 1 ? &m->best : &m->proposal[k - 2], k == 1, &row);
        if (k >= 2) {
            row.proposal = (double)(first + k - 2);
            set_answers(t, s, &s->proposal[k - 2], &row);
        }
        if (sheet_add(&t->sheet, &row, err) != OK)
            break;
    }
    return err->code;
}

/* Dates and names are numbered by milestones; proposals in the order of rows. */
static enum error_code set_labels(struct timeline *t, struct error *err)
{
    size_t n_proposal = 0;

    for (size_t i = 0; i < t->n; i++)
        n_proposal += t->milestone[i].scenario->n_proposal;
    const char **date = scope_label(&t->scope, LABEL_DATE, t->n, err);
    const char **name = scope_label(&t->scope, LABEL_SCENARIO, t->n, err);
    const char **proposal = scope_label(&t->scope, LABEL_PROPOSAL, n_proposal, err);
    if (err->code != OK)
        return err->code;
    for (size_t at = 0; at < t->n; at++) {
        const struct scenario *s = t->milestone[t->order[at]].scenario;
        for (size_t k = 0; k < s->n_proposal; k++)
            *proposal++ = s->proposal[k].name;
    }
    for (size_t i = 0; i < t->n; i++) {
        date[i] = t->milestone[i].scenario->as_of;
        name[i] = t->milestone[i].scenario->name;
    }
    t->scope.label[LABEL_WHAT] = (struct labels){ WHAT_COUNT, what_labels };
    t->scope.label[LABEL_SAID] = (struct labels){ SAID_COUNT, said_labels };
    return OK;
}

enum error_code timeline_make(struct timeline *t, struct error *err)
{
    size_t first = 0;

    if (set_labels(t, err) != OK || sheet_open(&t->sheet, &timeline_table, &t->scope, err) != OK)
        return err->code;
    for (size_t at = 0; at < t->n; at++) {
        if (add_milestone(t, t->order[at], first, err) != OK)
            break;
        first += t->milestone[t->order[at]].scenario->n_proposal;
    }
    return err->code;
}
