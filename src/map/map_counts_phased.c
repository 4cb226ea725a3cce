/* map_counts_phased.c - in how many draws each package is accepted and carried out */
#include "agreement.h"
#include "arena.h"
#include "course_sets.h"
#include "interrupt.h"
#include "map_counts.h"

#include <stdlib.h>

/* Where the packages of a row stand in the order of the layout, and who agrees to them. */
struct visit {
    const struct layout *layout;
    struct phase_rows rows;
    struct course_sets sets;
    struct map_counts counts;
    struct zone_query agreed;
    struct zone best; /* only `now` */
};

static void visit_close(void *counting)
{
    struct visit *v = counting;

    course_sets_release(&v->sets);
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

    v->agreed = zone_of_agreement(s);
    v->best.query = v->agreed;
    v->counts.accepts =
        memory_alloc(agreement_counts(s) * packages, sizeof *v->counts.accepts, err);
    v->counts.complete = memory_alloc(packages, sizeof *v->counts.complete, err);
    if (err->code != OK || phase_rows_init(&v->rows, v->layout, appraisal, err) != OK ||
        course_sets_init(&v->sets, &v->rows, err) != OK)
        return err->code;
    return front_reserve(&v->best.now, zone_width(&v->agreed), 64, err);
}

static enum error_code visit_open(void **counting, const struct layout *l,
                                  const struct appraisal *appraisal, uint64_t max_draw,
                                  struct error *err)
{
    struct visit *v = memory_aligned(1, sizeof *v, sizeof(bitset), err);

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

/* A draw while it is counted. */
struct counted {
    struct visit *visit;
    const struct appraisal *appraisal;
    uint64_t *zone_size;
};

/* The packages of a row to which each veto player agrees, and what counts of them. */
struct answers {
    bitset agrees[MAX_VETO], accepts[MAX_PARTY], passes;
};

/* Which of n sets have a column: bit i, set i. */
static uint64_t who_has(size_t n, const bitset set[], size_t column)
{
    uint64_t yes = 0;

    for (size_t i = 0; i < n; i++)
        yes |= (uint64_t)columns_have(set[i], column) << i;
    return yes;
}

/* Where enough of a ballot's blocs agree. */
static bitset passed(const struct visit *v, const struct ballot *ballot, const struct answers *a)
{
    bitset set = { 0 };

    for (size_t i = 0; i < v->layout->n_column; i++)
        if (threshold_passes(&ballot->passes, who_has(v->layout->scenario->n_veto, a->agrees, i)))
            columns_add(&set, i);
    return set;
}

/* From who agrees to which parties accept, as agreement_parties has it, and what passes. */
static void find_accepted(const struct visit *v, struct answers *a)
{
    const struct scenario *s = v->layout->scenario;

    for (size_t p = 0; p < s->n_party; p++) {
        a->accepts[p] = a->agrees[p];
        for (size_t j = s->n_party; j < s->n_veto; j++)
            if (s->veto_player[j].party == p && !s->veto_player[j].bloc)
                a->accepts[p] &= a->agrees[j];
        for (size_t b = 0; b < s->n_ballot; b++)
            if (s->ballot[b].party == p)
                a->accepts[p] &= passed(v, &s->ballot[b], a);
    }
}

static bitset by_rule(const struct visit *v, const struct answers *a)
{
    const struct scenario *s = v->layout->scenario;
    bitset set = { 0 };

    for (size_t i = 0; i < v->layout->n_column; i++)
        if (agreement_wins(s, who_has(s->n_party, a->accepts, i)))
            columns_add(&set, i);
    return set;
}

static void count_answers(struct visit *v, size_t row, struct answers *a)
{
    const struct scenario *s = v->layout->scenario;
    const size_t n = v->layout->n_column, packages = (size_t)s->grid.total;
    uint32_t *count = v->counts.accepts + row * n;

    find_accepted(v, a);
    a->passes = a->accepts[0];
    for (size_t p = 0; p < s->n_party; p++, count += packages) {
        a->passes &= a->accepts[p];
        columns_count_up(n, a->accepts[p], count);
    }
    columns_count_up(n, a->passes, count);
    if (!agreement_has_rule(s))
        return;
    a->passes = by_rule(v, a);
    columns_count_up(n, a->passes, count + packages);
}

/* A package that would be agreed, with its surpluses. */
static enum error_code offer(const struct counted *draw, size_t row, size_t column, double gain[],
                             const double felt[], struct error *err)
{
    struct visit *v = draw->visit;
    const struct layout *l = v->layout;
    double point[ZONE_WIDTH];
    size_t level[MAX_ISSUE];

    layout_row_levels(l, row / l->n_row, row % l->n_row, level);
    layout_column_levels(l, column, level);
    appraisal_take_leave(draw->appraisal, gain, felt);
    if (!zone_point(&v->agreed, &draw->appraisal->utility, level, gain, point))
        return OK;
    return front_offer(&v->best.now, point, l->row_package[row] + l->column_package[column], TIE,
                       err);
}

/* A row whose packages are solved one by one: with noise, or with too many courses. */
static enum error_code take_row(void *with, size_t row, struct error *err)
{
    const struct counted *draw = with;
    struct visit *v = draw->visit;
    const size_t n = v->layout->n_column, n_veto = v->layout->scenario->n_veto;
    struct answers a = { .passes = { 0 } };
    double gain[MAX_VETO], felt[MAX_PARTY];

    for (size_t i = 0; i < n; i++) {
        const uint64_t yes = phase_rows_agree(&v->rows, i);
        for (size_t j = 0; j < n_veto; j++)
            if (yes >> j & 1)
                columns_add(&a.agrees[j], i);
        v->counts.complete[row * n + i] += (uint64_t)(v->rows.complete[i] * COUNT_UNIT + 0.5);
    }
    count_answers(v, row, &a);
    if (draw->zone_size)
        *draw->zone_size += columns_count(a.passes);
    for (size_t i = 0; i < n; i++) {
        if (!columns_have(a.passes, i))
            continue;
        (void)phase_rows_package(&v->rows, i, gain, felt);
        if (offer(draw, row, i, gain, felt, err) != OK)
            return err->code;
    }
    return OK;
}

/* Leaves out columns that are worth less to every veto player than some of the best so far. Whoever
 * can be outvoted has more to compare than gains (zone.h). */
static bitset unbeaten(struct visit *v, size_t course, bitset passes)
{
    enum { ASKED = 8 }; /* points: more leave less, and take longer */
    const struct front *best = &v->best.now;
    const size_t step = best->n / ASKED + 1;

    for (size_t i = 0; v->agreed.n_lined == 0 && i < best->n && !columns_are_none(passes);
         i += step)
        passes &= ~courses_less(&v->sets.courses, course, best->gain + i * best->n_party, TIE);
    return passes;
}

/* The best of the packages in a set that would be agreed. */
static enum error_code offer_set(const struct counted *draw, size_t row, size_t course,
                                 bitset passes, const double felt[], struct error *err)
{
    struct visit *v = draw->visit;
    double gain[MAX_VETO];

    passes = unbeaten(v, course, passes);
    for (size_t i = 0; i < v->layout->n_column; i++) {
        if (!columns_have(passes, i))
            continue;
        courses_gains(&v->sets.courses, course, i, gain);
        if (offer(draw, row, i, gain, felt, err) != OK)
            return err->code;
    }
    return OK;
}

static void count_complete(struct visit *v, size_t row, const struct course_set *set)
{
    const double chance = courses_complete(&v->sets.courses, set->course);
    const size_t n = v->layout->n_column;

    if (chance > 0)
        columns_add_up(n, set->columns, (uint64_t)(chance * COUNT_UNIT + 0.5),
                       v->counts.complete + row * n);
}

/* A row whose packages are sorted by the course that they take. */
static enum error_code take_sets(const struct counted *draw, size_t row, size_t n_set,
                                 struct error *err)
{
    struct visit *v = draw->visit;
    const size_t n_veto = v->layout->scenario->n_veto;
    struct answers a = { .passes = { 0 } };
    double felt[MAX_PARTY];

    for (size_t k = 0; k < n_set; k++) {
        const struct course_set *set = &v->sets.set[k];
        courses_felt(&v->sets.courses, set->course, felt);
        for (size_t j = 0; j < n_veto; j++)
            a.agrees[j] |= set->columns & courses_suit(&v->sets.courses, set->course, j, felt);
        count_complete(v, row, set);
    }
    count_answers(v, row, &a);
    if (draw->zone_size)
        *draw->zone_size += columns_count(a.passes);
    for (size_t k = 0; k < n_set; k++) {
        const bitset passes = v->sets.set[k].columns & a.passes;
        if (columns_count(passes) == 0)
            continue;
        courses_felt(&v->sets.courses, v->sets.set[k].course, felt);
        if (offer_set(draw, row, v->sets.set[k].course, passes, felt, err) != OK)
            return err->code;
    }
    return OK;
}

static enum error_code take_by_course(struct counted *draw, struct error *err)
{
    struct visit *v = draw->visit;
    const struct layout *l = v->layout;

    for (size_t i = 0; i < l->n_case * l->n_row; i++) {
        const size_t row = course_sets_order(&v->sets)[i];
        if (interrupt_check(err) != OK)
            return err->code;
        if (!course_sets_begin(&v->sets, row))
            continue;
        const size_t n = course_sets_sort(&v->sets);
        if (n == 0)
            (void)phase_rows_solve(&v->rows, row / l->n_row, row % l->n_row);
        if ((n == 0 ? take_row(draw, row, err) : take_sets(draw, row, n, err)) != OK)
            return err->code;
    }
    return OK;
}

static enum error_code visit_take(void *counting, const struct appraisal *appraisal,
                                  uint64_t *zone_size, const struct zone **best, struct error *err)
{
    struct visit *v = counting;
    struct counted draw = { .visit = v, .appraisal = appraisal, .zone_size = zone_size };

    front_clear(&v->best.now);
    *best = &v->best;
    phase_rows_fill(&v->rows, appraisal);
    return course_sets_fill(&v->sets) ? take_by_course(&draw, err)
                                      : phase_rows_each(&v->rows, take_row, &draw, err);
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
               (double)(agreement_counts(s) * sizeof(uint32_t) + sizeof(uint64_t)) +
           course_sets_bytes(s);
}

const struct map_counting counting_phased = { visit_open,    visit_take,  visit_room,
                                              visit_collect, visit_close, visit_bytes };
