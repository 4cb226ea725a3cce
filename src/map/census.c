/* census.c - in how many draws each package is accepted, where worths add up */
#include "census.h"

#include "tally.h"

#include <assert.h>
#include <stdlib.h>

static_assert((int)MAX_JUDGE <= TALLY_JUDGES, "every judge has a row");

struct plain {
    const struct layout *layout;
    struct addends addends;
    struct zone zone;
    struct tally **cells; /* [n_case] a box of counters for each case */
};

const struct census_kind *census_for(const struct scenario *s)
{
    return s->n_phase > 0 ? &census_phased : &census_plain;
}

static void plain_close(void *census)
{
    struct plain *c = census;

    for (size_t i = 0; c->cells && i < c->layout->n_case; i++)
        tally_close(c->cells[i]);
    free(c->cells);
    addends_release(&c->addends);
    zone_release(&c->zone);
    free(c);
}

static enum error_code open_cells(struct plain *c, uint64_t max_draw, struct error *err)
{
    const struct layout *l = c->layout;
    const struct scenario *s = l->scenario;
    size_t party_of[MAX_JUDGE];

    for (size_t j = 0; j < s->n_judge; j++)
        party_of[j] = s->judge[j].party;
    c->cells = memory_alloc(l->n_case, sizeof *c->cells, err);
    for (size_t i = 0; err->code == OK && i < l->n_case; i++)
        if (tally_open(&c->cells[i], s->n_party, s->n_judge, party_of, l->n_row, l->n_column,
                       max_draw, err) != OK)
            return err->code;
    return err->code;
}

static enum error_code plain_open(void **census, const struct layout *l, const struct deal *deal,
                                  uint64_t max_draw, struct error *err)
{
    struct plain *c = memory_alloc(1, sizeof *c, err);

    (void)deal;
    *census = NULL;
    if (!c)
        return err->code;
    c->layout = l;
    if (addends_init(&c->addends, l, err) == OK && open_cells(c, max_draw, err) == OK)
        *census = c;
    else
        plain_close(c);
    return err->code;
}

static enum error_code plain_take(void *census, const struct deal *deal, uint64_t *zone_size,
                                  const struct zone **best, struct error *err)
{
    struct plain *c = census;
    const struct layout *l = c->layout;
    const size_t n_judge = l->scenario->n_judge;
    const struct zone_query everyone = zone_of_agreement(l->scenario);
    double threshold[MAX_JUDGE];

    addends_fill(&c->addends, l, &deal->worth);
    for (size_t i = 0; i < l->n_case; i++) {
        for (size_t j = 0; j < n_judge; j++)
            threshold[j] = deal_least(deal, j, layout_lasts(l, &deal->worth, i, j)) - TIE;
        tally_add(c->cells[i], c->addends.row + i * n_judge * l->n_row,
                  c->addends.column + i * n_judge * l->n_column, threshold, zone_size);
    }
    *best = &c->zone;
    return zone_find(&c->zone, l, deal, &c->addends, &everyone, err);
}

static uint64_t plain_room(const void *census)
{
    const struct plain *c = census;
    return tally_room(c->cells[0]); /* all cases have the same draws */
}

static void plain_collect(void *census, struct census_counts *counts)
{
    struct plain *c = census;
    const struct layout *l = c->layout;
    const size_t packages = (size_t)l->scenario->grid.total;

    for (size_t i = 0; i < l->n_case; i++) {
        tally_finish(c->cells[i]);
        for (size_t who = 0; who <= l->scenario->n_party; who++)
            tally_counts(c->cells[i], who,
                         counts->accepts + who * packages + i * l->n_row * l->n_column);
        tally_clear(c->cells[i]);
    }
}

static double plain_bytes(const struct scenario *s, uint64_t max_draw)
{
    const double rows = layout_rows(s);
    const double addends = rows * (double)((s->n_judge + 2) * sizeof(double));

    return layout_cases(s) * (tally_bytes(s->n_party, s->n_judge, rows, max_draw) + addends);
}

const struct census_kind census_plain = { plain_open,    plain_take,  plain_room,
                                          plain_collect, plain_close, plain_bytes };
