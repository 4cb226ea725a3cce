/* differences.c - what moved between two scenarios, draw by draw: differences.csv */
#include "differences.h"

#include "proportion.h"

#include <math.h>
#include <string.h>

#define COLUMNS(X)                                                                                \
    X(ONE, what, WHAT, always, "",                                                                \
      "zone: some package suits all; best: the package accepted most often, by all; proposal")    \
    X(ONE, proposal, PROPOSAL, always, "", "its name; empty but of proposals")                    \
    X(ONE, party, PARTY, always, "", "who accepts it; empty: all")                                \
    X(ONE, share_a, NUMBER, always, "share of draws", "in A; empty where A does not have it")     \
    X(ONE, share_b, NUMBER, always, "share of draws", "in B; empty where B does not have it")     \
    X(ONE, difference, NUMBER, always, "share", "share_b less share_a")                           \
    X(ONE, low, NUMBER, always, "share",                                                          \
      "interval of 95 % of the difference, of shares of the same draws (docs/methods.md); empty " \
      "of the best, which is another package in each or is picked by its share")                  \
    X(ONE, high, NUMBER, always, "share", "its upper end")                                        \
    X(ONE, only_a, NUMBER, always, "draws", "with a yes in A and a no in B")                      \
    X(ONE, only_b, NUMBER, always, "draws", "with a yes in B and a no in A")                      \
    X(ONE, same_package, NUMBER, always, "1 or 0", "of the best: whether it is the same package") \
    X(ONE, draws, NUMBER, always, "draws", "that were compared, the same ones of both")
TABLE(
    differences_table, "differences.csv", always,
    "One row for the zone, the best package, and each proposal and party, and all. Both scenarios "
    "are drawn anew, at most 16,384 draws from one seed: numbers that both have, of one "
    "distribution, are the same in each draw, so that small differences show.");

const char *const what_labels[WHAT_COUNT] = { "zone", "best", "proposal" };

void answers_take(struct answers *answers, struct survey *survey)
{
    const struct gathering *g = &survey->results.gathering;

    *answers = (struct answers){ .scenario = survey->results.scenario,
                                 .sample = survey->map.sample,
                                 .best = g->best.accept };
    survey->map.sample = (struct sample){ .n = 0 };
    grid_levels(&answers->scenario->grid, g->best.package, answers->best_level);
}

void answers_release(struct answers *answers)
{
    sample_release(&answers->sample);
}

bool difference_is_paired(const struct difference *row)
{
    return !isnan(row->share_a) && !isnan(row->share_b);
}

bool difference_moved(const struct difference *row)
{
    return row->low > 0 || row->high < 0;
}

static const uint8_t *answer_row(const struct answers *a, size_t answer)
{
    return answer == NONE ? NULL : a->sample.answer + answer * a->sample.n;
}

static double share_of(const uint8_t *yes, uint64_t n)
{
    uint64_t found = 0;

    for (uint64_t d = 0; yes && d < n; d++)
        found += yes[d];
    return yes ? (double)found / (double)n : NAN;
}

/* Fills in the shares of one answer in each, which may be NONE. */
static void pair_up(const struct differences *d, size_t in_a, size_t in_b, struct difference *row)
{
    const uint8_t *a = answer_row(d->a, in_a), *b = answer_row(d->b, in_b);

    row->share_a = share_of(a, d->draws);
    row->share_b = share_of(b, d->draws);
    row->low = row->high = NAN;
    if (!a || !b)
        return;
    for (uint64_t i = 0; i < d->draws; i++) {
        row->only_a += a[i] && !b[i];
        row->only_b += b[i] && !a[i];
    }
    proportion_paired_interval(row->only_a, row->only_b, d->draws, &row->low, &row->high);
}

/* The answer of a party, by its name, or of all (NULL) to a proposal, or NONE. */
static size_t answer_of(const struct scenario *s, size_t proposal, const char *party)
{
    const size_t who = party ? scenario_party(s, party) : s->n_party;

    return proposal == NONE || who == NONE ? NONE : sample_answer(s, proposal, who);
}

static void add_row(struct differences *d, const char *proposal, const struct party *party)
{
    const struct scenario *a = d->a->scenario, *b = d->b->scenario;
    const char *who = party ? party->name : NULL;
    struct difference *row = &d->row[d->n++];

    *row = (struct difference){ WHAT_PROPOSAL, proposal, who, party ? party->title : NULL };
    pair_up(d, answer_of(a, scenario_proposal(a, proposal), who),
            answer_of(b, scenario_proposal(b, proposal), who), row);
}

/* Rows of a proposal: the parties of A, those that only B has, all.  Of a proposal that one of them
 * does not have, its own parties. */
static void add_proposal(struct differences *d, const char *proposal)
{
    const struct scenario *a = d->a->scenario, *b = d->b->scenario;
    const bool in_a = scenario_proposal(a, proposal) != NONE;
    const bool in_b = scenario_proposal(b, proposal) != NONE;

    for (size_t p = 0; in_a && p < a->n_party; p++)
        add_row(d, proposal, &a->party[p]);
    for (size_t p = 0; in_b && p < b->n_party; p++)
        if (!in_a || scenario_party(a, b->party[p].name) == NONE)
            add_row(d, proposal, &b->party[p]);
    add_row(d, proposal, NULL);
}

/* Whether both tables have the same issues, and the best packages the same levels of them. */
static bool is_same_best(const struct answers *a, const struct answers *b)
{
    const struct scenario *s = a->scenario, *t = b->scenario;
    size_t found = 0;

    for (size_t k = 0; k < s->n_table; k++)
        for (size_t j = 0; j < t->n_table; j++)
            found += strcmp(s->issue[k].name, t->issue[j].name) == 0 &&
                     strcmp(s->issue[k].label[a->best_level[k]],
                            t->issue[j].label[b->best_level[j]]) == 0;
    return found == s->n_table && found == t->n_table;
}

static void find_rows(struct differences *d)
{
    const struct scenario *a = d->a->scenario, *b = d->b->scenario;

    d->row[d->n] = (struct difference){ .what = WHAT_ZONE };
    pair_up(d, SAMPLE_ZONE, SAMPLE_ZONE, &d->row[d->n++]);
    d->same_best = is_same_best(d->a, d->b);
    d->row[d->n++] = (struct difference){
        .what = WHAT_BEST, .share_a = d->a->best, .share_b = d->b->best, .low = NAN, .high = NAN
    };
    for (size_t i = 0; i < a->n_proposal; i++)
        add_proposal(d, a->proposal[i].name);
    for (size_t i = 0; i < b->n_proposal; i++)
        if (scenario_proposal(a, b->proposal[i].name) == NONE)
            add_proposal(d, b->proposal[i].name);
}

static enum error_code add_cells(struct differences *d, size_t i, struct error *err)
{
    const struct difference *from = &d->row[i];
    struct row row;

    sheet_clear(d->sheet.kind, &row);
    row.what = from->what;
    row.proposal = from->proposal ? (double)i : NAN;
    row.party = from->party ? (double)i : NAN;
    row.share_a = from->share_a;
    row.share_b = from->share_b;
    row.draws = (double)d->draws;
    if (difference_is_paired(from))
        row.difference = from->share_b - from->share_a;
    row.low = from->low;
    row.high = from->high;
    if (from->what == WHAT_BEST)
        row.same_package = d->same_best;
    else if (difference_is_paired(from)) {
        row.only_a = (double)from->only_a;
        row.only_b = (double)from->only_b;
    }
    return sheet_add(&d->sheet, &row, err);
}

static enum error_code make_sheet(struct differences *d, struct error *err)
{
    const char **proposal = scope_label(&d->scope, LABEL_PROPOSAL, d->n, err);
    const char **party = scope_label(&d->scope, LABEL_PARTY, d->n, err);

    d->scope.label[LABEL_WHAT] = (struct labels){ WHAT_COUNT, what_labels };
    if (err->code != OK || sheet_open(&d->sheet, &differences_table, &d->scope, err) != OK)
        return err->code;
    for (size_t i = 0; err->code == OK && i < d->n; i++) {
        proposal[i] = d->row[i].proposal;
        party[i] = d->row[i].party;
        if (add_cells(d, i, err) != OK)
            break;
    }
    return err->code;
}

enum error_code differences_init(struct differences *d, const struct answers *a,
                                 const struct answers *b, struct error *err)
{
    const size_t n_party = a->scenario->n_party + b->scenario->n_party + 1;
    const size_t most = 2 + (a->scenario->n_proposal + b->scenario->n_proposal) * n_party;

    *d = (struct differences){ .a = a, .b = b, .draws = a->sample.n };
    d->row = arena_alloc(&d->scope.arena, most, sizeof *d->row);
    if (!d->row)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    find_rows(d);
    return make_sheet(d, err);
}

void differences_release(struct differences *d)
{
    sheet_release(&d->sheet);
    scope_release(&d->scope);
}
