/* valuation.c - what every package is worth in one draw */
#include "valuation.h"

#include <math.h>
#include <stdlib.h>

enum error_code valuation_init(struct valuation *v, const struct board *b, const struct deal *deal,
                               struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *v = (struct valuation){ .board = b };
    if (s->n_phase == 0) {
        v->one = memory_alloc(b->n_package, sizeof *v->one, err);
        return err->code;
    }
    v->surplus = memory_alloc(s->n_judge * b->layout->n_column, sizeof *v->surplus, err);
    v->complete = memory_alloc(b->layout->n_column, sizeof *v->complete, err);
    return err->code == OK ? phased_init(&v->phased, b->layout, deal, err) : err->code;
}

void valuation_release(struct valuation *v)
{
    free(v->one);
    free(v->surplus);
    free(v->complete);
    phased_release(&v->phased);
    *v = (struct valuation){ 0 };
}

/* Sums over the first k issues of a package, for each k: the next package changes the last few. */
struct sums {
    double part[MAX_ISSUE + 1], lever[MAX_ISSUE + 1];
};

static void sum_from(struct sums *sums, const struct worth *w, size_t j, const size_t level[],
                     size_t k)
{
    for (; k < w->scenario->n_table; k++) {
        size_t slot = j * w->n_slot + w->first[k] + level[k];
        sums->part[k + 1] = w->vetoed[slot] ? -INFINITY : sums->part[k] + w->part[slot];
        sums->lever[k + 1] = sums->lever[k] + w->lever[slot];
    }
}

/* The next package in order; the first issue whose level has changed. */
static size_t advance(const struct grid *grid, size_t level[])
{
    for (size_t k = grid->n; k-- > 0;) {
        if (++level[k] < grid->size[k])
            return k;
        level[k] = 0;
    }
    return 0;
}

/* Equal to worth_surplus to the last bit: utilities are summed in the order of the issues, so that
 * ties are those of any program that does so, too. */
static void value_for(const struct board *b, const struct worth *w, size_t j, double worth[])
{
    const struct layout *l = b->layout;
    const struct scenario *s = l->scenario;
    const struct stake *stake = &w->stake[j];
    const struct party *party = &s->party[s->judge[j].party];
    const size_t n_linked = l->n_case * l->n_linked;
    const bool *holds = l->holds + l->first_hold[s->judge[j].party] * n_linked;
    size_t level[MAX_ISSUE] = { 0 };
    struct sums sums = { { 0 }, { 0 } };

    sum_from(&sums, w, j, level, 0);
    for (size_t x = 0; x < b->n_package; x++) {
        double u = sums.part[s->n_table], lasts = worth_lasts(w, j, level);
        for (size_t i = 0; i < party->n_interaction; i++)
            if (holds[i * n_linked + b->linked[x]])
                u += w->bonus[w->first_bonus[j] + i];
        u += stake->off_table;
        if (l->banned[b->linked[x]])
            worth[x] = -INFINITY;
        else if (lasts == 1)
            worth[x] = u - stake->reservation;
        else
            worth[x] = u - stake->nothing +
                       (1 - lasts) * (stake->no_deal + sums.lever[s->n_table]) - stake->no_deal;
        sum_from(&sums, w, j, level, advance(&s->grid, level));
    }
}

static void strike(unsigned sides, uint64_t x, double *const worth[N_SIDE])
{
    for (size_t i = 0; i < N_SIDE; i++)
        if (sides >> i & 1)
            worth[i][x] = -INFINITY;
}

static void value_plainly(const struct valuation *v, const struct deal *deal,
                          const unsigned strikes[], double *const worth[N_SIDE])
{
    const struct scenario *s = deal->scenario;

    for (size_t i = 0; i < N_SIDE; i++)
        value_for(v->board, &deal->worth, s->talks->side[i], worth[i]);
    for (size_t j = 0; j < s->n_judge; j++) {
        if (!strikes[j])
            continue;
        value_for(v->board, &deal->worth, j, v->one);
        for (size_t x = 0; x < v->board->n_package; x++)
            if (!(v->one[x] >= deal->least[j] - TIE))
                strike(strikes[j], x, worth);
    }
}

static void value_row(const struct valuation *v, const struct deal *deal, const unsigned strikes[],
                      uint64_t first, bool banned, double *const worth[N_SIDE])
{
    const struct layout *l = v->board->layout;
    const struct scenario *s = deal->scenario;

    for (size_t column = 0; column < l->n_column; column++) {
        const uint64_t x = first + l->column_package[column];
        for (size_t i = 0; i < N_SIDE; i++)
            worth[i][x] = banned ? -INFINITY : v->surplus[s->talks->side[i] * l->n_column + column];
        for (size_t j = 0; j < s->n_judge && !banned; j++)
            if (!(v->surplus[j * l->n_column + column] >= deal->least[j] - TIE))
                strike(strikes[j], x, worth);
    }
}

void valuation_make(struct valuation *v, const struct deal *deal, const unsigned strikes[],
                    double *const worth[N_SIDE])
{
    const struct layout *l = v->board->layout;

    if (deal->scenario->n_phase == 0) {
        value_plainly(v, deal, strikes, worth);
        return;
    }
    phased_fill(&v->phased, deal);
    for (size_t row = 0; row < l->n_case * l->n_row; row++) {
        bool found =
            phased_row(&v->phased, row / l->n_row, row % l->n_row, v->surplus, v->complete);
        value_row(v, deal, strikes, l->row_package[row], !found, worth);
    }
}
