/* map_counts.c - in how many draws each package is accepted, where utilities add up */
#include "map_counts.h"

#include "agreement.h"
#include "tally.h"

#include <assert.h>
#include <stdlib.h>

static_assert((int)MAX_VETO <= TALLY_VETO, "every veto player has a row");

struct plain {
    const struct layout *layout;
    struct addends addends;
    struct zone zone;
    struct circuit circuit;
    struct tally **cells; /* [n_case] a box of counters for each case */
};

const struct map_counting *map_counting_for(const struct scenario *s)
{
    return s->n_phase > 0 ? &counting_phased : &counting_plain;
}

static void plain_close(void *counting)
{
    struct plain *c = counting;

    for (size_t i = 0; c->cells && i < c->layout->n_case; i++)
        tally_close(c->cells[i]);
    free(c->cells);
    circuit_release(&c->circuit);
    addends_release(&c->addends);
    zone_release(&c->zone);
    free(c);
}

/* Where a threshold is met, given where each of its members says yes. */
static size_t wire_threshold(struct circuit *circuit, size_t n, const size_t yes[],
                             const struct threshold *t)
{
    size_t met = circuit_threshold(circuit, n, yes, t->seats, t->quota);

    for (size_t i = 0; i < n; i++)
        if (t->vetoes >> i & 1)
            met = circuit_both(circuit, met, yes[i]);
    return met;
}

static void wire_rule(struct circuit *circuit, const struct decision_rule *rule,
                      const size_t accepts[])
{
    size_t passes = wire_threshold(circuit, rule->n_member, accepts, &rule->of[0]);

    for (size_t i = 1; i < rule->n; i++) {
        const size_t met = wire_threshold(circuit, rule->n_member, accepts, &rule->of[i]);
        passes =
            rule->any ? circuit_either(circuit, passes, met) : circuit_both(circuit, passes, met);
    }
    circuit_count(circuit, passes);
}

/* Where party p accepts, as agreement_parties has it. */
static size_t wire_party(struct circuit *circuit, const struct scenario *s, size_t p)
{
    size_t accepts = circuit_read(circuit, p), answer[MAX_VETO] = { 0 };

    for (size_t j = s->n_party; j < s->n_veto; j++)
        if (s->veto_player[j].party == p && !s->veto_player[j].bloc)
            accepts = circuit_both(circuit, accepts, circuit_read(circuit, j));
    for (size_t i = 0; i < s->n_ballot; i++) {
        if (s->ballot[i].party != p)
            continue;
        for (size_t j = s->n_party; j < s->n_veto; j++)
            if (s->veto_player[j].body == s->ballot[i].body)
                answer[j] = circuit_read(circuit, j);
        accepts = circuit_both(circuit, accepts,
                               wire_threshold(circuit, s->n_veto, answer, &s->ballot[i].passes));
    }
    return accepts;
}

/* Counts what agreement_counts lists. */
static enum error_code wire(struct circuit *circuit, const struct scenario *s, struct error *err)
{
    size_t accepts[MAX_PARTY], all = 0;

    for (size_t p = 0; p < s->n_party; p++) {
        accepts[p] = wire_party(circuit, s, p);
        circuit_count(circuit, accepts[p]);
        all = p == 0 ? accepts[p] : circuit_both(circuit, all, accepts[p]);
    }
    circuit_count(circuit, all);
    if (agreement_has_rule(s))
        wire_rule(circuit, &s->agreement, accepts);
    return circuit_finish(circuit, err);
}

static enum error_code open_cells(struct plain *c, uint64_t max_draw, struct error *err)
{
    const struct layout *l = c->layout;

    c->cells = memory_alloc(l->n_case, sizeof *c->cells, err);
    if (!c->cells || wire(&c->circuit, l->scenario, err) != OK)
        return err->code;
    for (size_t i = 0; i < l->n_case; i++)
        if (tally_open(&c->cells[i], &c->circuit, l->scenario->n_veto, l->n_row, l->n_column,
                       max_draw, err) != OK)
            return err->code;
    return OK;
}

static enum error_code plain_open(void **counting, const struct layout *l,
                                  const struct appraisal *appraisal, uint64_t max_draw,
                                  struct error *err)
{
    struct plain *c = memory_alloc(1, sizeof *c, err);

    (void)appraisal;
    *counting = NULL;
    if (!c)
        return err->code;
    c->layout = l;
    if (addends_init(&c->addends, l, err) == OK && open_cells(c, max_draw, err) == OK)
        *counting = c;
    else
        plain_close(c);
    return err->code;
}

static enum error_code plain_take(void *counting, const struct appraisal *appraisal,
                                  uint64_t *zone_size, const struct zone **best, struct error *err)
{
    struct plain *c = counting;
    const struct layout *l = c->layout;
    const size_t n_veto = l->scenario->n_veto;
    const struct zone_query agreed = zone_of_agreement(l->scenario);
    double threshold[MAX_VETO];

    addends_fill(&c->addends, l, &appraisal->utility);
    for (size_t i = 0; i < l->n_case; i++) {
        for (size_t j = 0; j < n_veto; j++)
            threshold[j] =
                appraisal_least(appraisal, j, layout_lasts(l, &appraisal->utility, i, j)) - TIE;
        tally_add(c->cells[i], c->addends.row + i * n_veto * l->n_row,
                  c->addends.column + i * n_veto * l->n_column, threshold, zone_size);
    }
    *best = &c->zone;
    return zone_find(&c->zone, l, appraisal, &c->addends, &agreed, err);
}

static uint64_t plain_room(const void *counting)
{
    const struct plain *c = counting;
    return tally_room(c->cells[0]); /* all cases have the same draws */
}

static void plain_collect(void *counting, struct map_counts *counts)
{
    struct plain *c = counting;
    const struct layout *l = c->layout;
    const size_t packages = (size_t)l->scenario->grid.total;

    for (size_t i = 0; i < l->n_case; i++) {
        tally_finish(c->cells[i]);
        for (size_t who = 0; who < agreement_counts(l->scenario); who++)
            tally_counts(c->cells[i], who,
                         counts->accepts + who * packages + i * l->n_row * l->n_column);
        tally_clear(c->cells[i]);
    }
}

static double plain_bytes(const struct scenario *s, uint64_t max_draw)
{
    const double rows = layout_rows(s);
    const double addends = rows * (double)((s->n_veto + 2) * sizeof(double));

    return layout_cases(s) *
           (tally_bytes(agreement_counts(s), s->n_veto, rows, max_draw) + addends);
}

const struct map_counting counting_plain = { plain_open,    plain_take,  plain_room,
                                             plain_collect, plain_close, plain_bytes };
