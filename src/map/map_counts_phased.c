/* map_counts_phased.c - in how many draws each package is accepted and carried out */
#include "agreement.h"
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
    struct zone_query agreed;
    struct zone best;   /* only `now` */
    uint64_t *accepted; /* [n_column] of the row: bit p, party p accepts */
};

static void visit_close(void *counting)
{
    struct visit *v = counting;

    phase_rows_release(&v->rows);
    zone_release(&v->best);
    free(v->counts.accepts);
    free(v->counts.complete);
    free(v->accepted);
    free(v);
}

static enum error_code allocate(struct visit *v, const struct appraisal *appraisal,
                                struct error *err)
{
    const struct scenario *s = v->layout->scenario;
    const size_t packages = (size_t)s->grid.total;

    v->agreed = zone_of_agreement(s);
    v->best.query = v->agreed;
    v->counts.accepts =
        memory_alloc(agreement_counts(s) * packages, sizeof *v->counts.accepts, err);
    v->counts.complete = memory_alloc(packages, sizeof *v->counts.complete, err);
    v->accepted = memory_alloc(v->layout->n_column, sizeof *v->accepted, err);
    if (err->code != OK || phase_rows_init(&v->rows, v->layout, appraisal, err) != OK)
        return err->code;
    return front_reserve(&v->best.now, zone_width(&v->agreed), 64, err);
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

/* Keeps the best of the packages in the row that would be agreed; how many those are. */
static enum error_code note_best(struct visit *v, const struct appraisal *appraisal, size_t row,
                                 const uint32_t passes[], uint64_t *zone_size, struct error *err)
{
    const struct layout *l = v->layout;
    double gain[MAX_VETO], felt[MAX_PARTY], point[ZONE_WIDTH];
    size_t level[MAX_ISSUE];

    layout_row_levels(l, row / l->n_row, row % l->n_row, level);
    for (size_t i = 0; i < l->n_column; i++) {
        if (!passes[i])
            continue;
        if (zone_size)
            ++*zone_size;
        layout_column_levels(l, i, level);
        (void)phase_rows_package(&v->rows, i, gain, felt);
        appraisal_take_leave(appraisal, gain, felt);
        if (!zone_point(&v->agreed, &appraisal->utility, level, gain, point))
            continue;
        if (front_offer(&v->best.now, point, l->row_package[row] + l->column_package[i], TIE,
                        err) != OK)
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

/* passes[n]: where the rule is met by the parties that accept. */
static void ask_rule(const struct visit *v, uint32_t passes[])
{
    for (size_t i = 0; i < v->layout->n_column; i++)
        passes[i] = agreement_wins(v->layout->scenario, v->accepted[i]);
}

static void note_accepted(struct visit *v, size_t p, const uint32_t yes[])
{
    for (size_t i = 0; i < v->layout->n_column; i++)
        v->accepted[i] = (p == 0 ? 0 : v->accepted[i]) | (uint64_t)yes[i] << p;
}

static enum error_code take_row(void *with, size_t row, struct error *err)
{
    const struct counted *draw = with;
    struct visit *v = draw->visit;
    const struct layout *l = v->layout;
    const struct scenario *s = l->scenario;
    const size_t n = l->n_column, packages = (size_t)s->grid.total;
    uint32_t yes[TALLY_COLUMNS], all[TALLY_COLUMNS], *count = v->counts.accepts + row * n;

    for (size_t i = 0; i < n; i++)
        all[i] = 1;
    for (size_t p = 0; p < s->n_party; p++, count += packages) {
        ask_party(v, p, yes);
        count_yes(n, yes, all, count);
        if (agreement_has_rule(s))
            note_accepted(v, p, yes);
    }
    memcpy(yes, all, n * sizeof *all);
    count_yes(n, yes, all, count);
    if (agreement_has_rule(s)) {
        ask_rule(v, all);
        memcpy(yes, all, n * sizeof *all);
        count_yes(n, yes, all, count + packages);
    }
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

    for (size_t i = 0; i < agreement_counts(s) * packages; i++) {
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
    return (double)s->grid.total *
           (double)(agreement_counts(s) * sizeof(uint32_t) + sizeof(uint64_t));
}

const struct map_counting counting_phased = { visit_open,    visit_take,  visit_room,
                                              visit_collect, visit_close, visit_bytes };
