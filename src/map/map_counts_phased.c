/* map_counts_phased.c - in how many draws each package is accepted and carried out */
#include "arena.h"
#include "map_counts.h"
#include "phase_rows.h"
#include "processor.h"
#include "tally.h"

#include <stdlib.h>
#include <string.h>

struct visit {
    const struct layout *layout;
    struct phase_rows rows;
    struct map_counts counts;
    struct zone best; /* only `now` */
};

static void visit_close(void *counting)
{
    struct visit *v = counting;

    phase_rows_release(&v->rows);
    zone_release(&v->best);
    free(v->counts.accepts);
    free(v->counts.complete);
    free(v);
}

static enum error_code allocate(struct visit *v, const struct appraisal *appraisal,
                                struct error *err)
{
    const struct scenario *s = v->layout->scenario;
    const size_t packages = (size_t)s->grid.total;

    v->counts.accepts = memory_alloc((s->n_party + 1) * packages, sizeof *v->counts.accepts, err);
    v->counts.complete = memory_alloc(packages, sizeof *v->counts.complete, err);
    if (err->code != OK || phase_rows_init(&v->rows, v->layout, appraisal, err) != OK)
        return err->code;
    return front_reserve(&v->best.now, s->n_veto, 64, err);
}

static enum error_code visit_open(void **counting, const struct layout *l,
                                  const struct appraisal *appraisal, uint64_t max_draw,
                                  struct error *err)
{
    struct visit *v = memory_alloc(1, sizeof *v, err);

    (void)max_draw;
    *counting = NULL;
    if (!v)
        return err->code;
    v->layout = l;
    if (allocate(v, appraisal, err) == OK)
        *counting = v;
    else
        visit_close(v);
    return err->code;
}

/* yes[i] stays 1 where surplus[i] is enough. */
FOR_EACH_PROCESSOR
static void still_suits(size_t n, const double surplus[], const double least[], uint32_t yes[])
{
    for (size_t i = 0; i < n; i++)
        yes[i] &= surplus[i] >= least[i] - TIE;
}

FOR_EACH_PROCESSOR
static void count_yes(size_t n, const uint32_t yes[], uint32_t all[], uint32_t count[])
{
    for (size_t i = 0; i < n; i++) {
        count[i] += yes[i];
        all[i] &= yes[i];
    }
}

FOR_EACH_PROCESSOR
static void add_chances(size_t n, const double chance[], uint64_t sum[])
{
    for (size_t i = 0; i < n; i++)
        sum[i] += (uint64_t)(chance[i] * COUNT_UNIT + 0.5);
}

/* Which columns of the row party p accepts, as agreement_parties has it. */
static void ask_party(const struct visit *v, size_t p, uint32_t yes[])
{
    const struct scenario *s = v->layout->scenario;
    const size_t n = v->layout->n_column;

    for (size_t i = 0; i < n; i++)
        yes[i] = 1;
    for (size_t j = 0; j < s->n_veto; j++)
        if (s->veto_player[j].party == p && !s->veto_player[j].bloc)
            still_suits(n, v->rows.surplus + j * n, v->rows.least + j * n, yes);
    for (size_t b = 0; b < s->n_ballot; b++)
        for (size_t i = 0; s->ballot[b].party == p && i < n; i++)
            yes[i] =
                yes[i] && threshold_passes(&s->ballot[b].passes, phase_rows_agree(&v->rows, i));
}

/* Keeps the best of the packages in the row that all accept; how many those are. */
static enum error_code note_best(struct visit *v, const struct appraisal *appraisal, size_t row,
                                 const uint32_t all[], uint64_t *zone_size, struct error *err)
{
    const struct layout *l = v->layout;
    double gain[MAX_VETO], felt[MAX_PARTY];

    for (size_t i = 0; i < l->n_column; i++) {
        if (!all[i])
            continue;
        phase_rows_package(&v->rows, i, gain, felt);
        appraisal_take_leave(appraisal, gain, felt);
        if (zone_size)
            ++*zone_size;
        if (front_offer(&v->best.now, gain, l->row_package[row] + l->column_package[i], TIE, err) !=
            OK)
            return err->code;
    }
    return OK;
}

/* A draw while it is counted. */
struct counted {
    struct visit *visit;
    const struct appraisal *appraisal;
    uint64_t *zone_size;
};

static enum error_code take_row(void *with, size_t row, struct error *err)
{
    const struct counted *draw = with;
    struct visit *v = draw->visit;
    const struct layout *l = v->layout;
    const size_t n = l->n_column, packages = (size_t)l->scenario->grid.total;
    uint32_t yes[TALLY_COLUMNS], all[TALLY_COLUMNS];

    for (size_t i = 0; i < n; i++)
        all[i] = 1;
    for (size_t p = 0; p < l->scenario->n_party; p++) {
        ask_party(v, p, yes);
        count_yes(n, yes, all, v->counts.accepts + p * packages + row * n);
    }
    memcpy(yes, all, n * sizeof *all);
    count_yes(n, yes, all, v->counts.accepts + l->scenario->n_party * packages + row * n);
    add_chances(n, v->rows.complete, v->counts.complete + row * n);
    return note_best(v, draw->appraisal, row, all, draw->zone_size, err);
}

static enum error_code visit_take(void *counting, const struct appraisal *appraisal,
                                  uint64_t *zone_size, const struct zone **best, struct error *err)
{
    struct visit *v = counting;
    struct counted draw = { v, appraisal, zone_size };

    front_clear(&v->best.now);
    *best = &v->best;
    phase_rows_fill(&v->rows, appraisal);
    return phase_rows_each(&v->rows, take_row, &draw, err);
}

/* There is no limit: the counters hold the sums of all draws. */
static uint64_t visit_room(const void *counting)
{
    (void)counting;
    return UINT64_MAX;
}

static void visit_collect(void *counting, struct map_counts *counts)
{
    struct visit *v = counting;
    const struct scenario *s = v->layout->scenario;
    const size_t packages = (size_t)s->grid.total;

    for (size_t i = 0; i < (s->n_party + 1) * packages; i++) {
        counts->accepts[i] += v->counts.accepts[i];
        v->counts.accepts[i] = 0;
    }
    for (size_t i = 0; i < packages; i++) {
        counts->complete[i] += v->counts.complete[i];
        v->counts.complete[i] = 0;
    }
}

static double visit_bytes(const struct scenario *s, uint64_t max_draw)
{
    (void)max_draw;
    return (double)s->grid.total * (double)((s->n_party + 1) * sizeof(uint32_t) + sizeof(uint64_t));
}

const struct map_counting counting_phased = { visit_open,    visit_take,  visit_room,
                                              visit_collect, visit_close, visit_bytes };
