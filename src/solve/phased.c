/* phased.c - every package of a draw whose agreements are carried out in phases, row by row */
#include "phased.h"

#include "tally.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)TALLY_COLUMNS <= CHAIN_MAX_WIDTH, "a row is solved side by side");

enum { MAX_AMOUNT = (MAX_STEP + 1) * MAX_JUDGE };

/* How much room a chain takes depends on the draw only by which actors are of two kinds: it is
 * made for the most that there can be. */
static size_t most_room(const struct layout *l)
{
    return (CHAIN_STATES * (l->scenario->n_judge + 1) + 1) * l->n_column;
}

enum error_code phased_init(struct phased *f, const struct layout *l, const struct deal *deal,
                            struct error *err)
{
    const size_t amounts = course_amounts(&deal->course), n = l->n_column;

    *f = (struct phased){ .layout = l, .deal = deal };
    f->gain_of = memory_alloc(amounts * n, sizeof *f->gain_of, err);
    f->fall_of = memory_alloc(amounts * n, sizeof *f->fall_of, err);
    f->bar = memory_alloc(l->scenario->n_judge * n, sizeof *f->bar, err);
    f->room = memory_alloc(most_room(l), sizeof *f->room, err);
    return err->code;
}

void phased_release(struct phased *f)
{
    free(f->gain_of);
    free(f->fall_of);
    free(f->bar);
    free(f->room);
    *f = (struct phased){ .layout = NULL };
}

static void fill_column(struct phased *f, size_t column)
{
    const struct layout *l = f->layout;
    const struct worth *w = &f->deal->worth;
    const size_t amounts = course_amounts(&f->deal->course), n = l->n_column;
    double gain[MAX_AMOUNT], fall[MAX_AMOUNT];
    size_t level[MAX_ISSUE];

    memset(gain, 0, amounts * sizeof *gain);
    memset(fall, 0, amounts * sizeof *fall);
    layout_column_levels(l, column, level);
    for (size_t i = l->n_row_issue; i < l->n_free_issue; i++)
        course_add(&f->deal->course, l->free_issue[i], level[l->free_issue[i]], gain, fall);
    for (size_t i = 0; i < amounts; i++) {
        f->gain_of[i * n + column] = gain[i];
        f->fall_of[i * n + column] = fall[i];
    }
    for (size_t j = 0; j < l->scenario->n_judge; j++) {
        bool vetoed = false;
        for (size_t i = l->n_row_issue; i < l->n_free_issue; i++) {
            const size_t k = l->free_issue[i];
            vetoed = vetoed || w->vetoed[j * w->n_slot + w->first[k] + level[k]];
        }
        f->bar[j * n + column] = vetoed ? -INFINITY : 0;
    }
}

void phased_fill(struct phased *f, const struct deal *deal)
{
    f->deal = deal;
    for (size_t column = 0; column < f->layout->n_column; column++)
        fill_column(f, column);
}

/* Whether the levels of a row, or of its case, cross a red line of judge j. */
static bool row_vetoed(const struct phased *f, size_t j, const bool in_column[],
                       const size_t level[])
{
    const struct worth *w = &f->deal->worth;

    for (size_t k = 0; k < f->layout->scenario->n_table; k++)
        if (!in_column[k] && w->vetoed[j * w->n_slot + w->first[k] + level[k]])
            return true;
    return false;
}

static void find_columns(const struct layout *l, bool in_column[MAX_ISSUE])
{
    memset(in_column, 0, MAX_ISSUE * sizeof *in_column);
    for (size_t i = l->n_row_issue; i < l->n_free_issue; i++)
        in_column[l->free_issue[i]] = true;
}

bool phased_row(const struct phased *f, size_t at_case, size_t row, double surplus[],
                double complete[])
{
    const struct layout *l = f->layout;
    const struct course *course = &f->deal->course;
    const struct scenario *s = l->scenario;
    const size_t n = l->n_column;
    double gain[MAX_AMOUNT], fall[MAX_AMOUNT], lasts[MAX_JUDGE];
    size_t level[MAX_ISSUE];
    bool in_column[MAX_ISSUE];

    if (l->banned[at_case * l->n_linked + row / (size_t)l->row.total])
        return false;
    layout_row_levels(l, at_case, row, level);
    find_columns(l, in_column);
    course_begin(course, gain, fall);
    for (size_t k = 0; k < s->n_table; k++)
        if (!in_column[k])
            course_add(course, k, level[k], gain, fall);
    course_add_interactions(course, level, gain);
    for (size_t j = 0; j < s->n_judge; j++)
        lasts[j] = worth_lasts(&f->deal->worth, j, level);
    const struct chain chain = course_chain(course, level);
    const struct chain_stock stock = { n, n, gain, fall, f->gain_of, f->fall_of, lasts };
    chain_solve(&chain, &stock, surplus, complete, f->room);
    for (size_t j = 0; j < s->n_judge; j++) {
        const double no_deal = f->deal->worth.stake[j].no_deal;
        const double bar = row_vetoed(f, j, in_column, level) ? -INFINITY : 0;
        for (size_t i = 0; i < n; i++)
            surplus[j * n + i] = surplus[j * n + i] - no_deal + bar + f->bar[j * n + i];
    }
    return true;
}
