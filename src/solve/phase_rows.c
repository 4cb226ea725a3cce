/* phase_rows.c - every package of a draw whose agreements are carried out in phases, row by row */
#include "phase_rows.h"

#include "interrupt.h"
#include "tally.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)TALLY_COLUMNS <= COMMITMENT_MAX_WIDTH, "a row is solved side by side");

/* The room of a commitment depends on how many actors are of two kinds, which differs from draw to
 * draw: this is enough for any. */
static size_t most_room(const struct layout *l)
{
    return (COMMITMENT_STATES * (l->scenario->n_veto + l->scenario->n_party + 1) + 1) * l->n_column;
}

enum error_code phase_rows_init(struct phase_rows *f, const struct layout *l,
                                const struct appraisal *appraisal, struct error *err)
{
    const size_t amounts = implementation_amounts(&appraisal->implementation), n = l->n_column;
    const size_t n_veto = l->scenario->n_veto, n_party = l->scenario->n_party;

    *f = (struct phase_rows){ .layout = l, .appraisal = appraisal };
    f->gain_of = memory_alloc(amounts * n, sizeof *f->gain_of, err);
    f->fall_of = memory_alloc(amounts * n, sizeof *f->fall_of, err);
    f->bar = memory_alloc(n_veto * n, sizeof *f->bar, err);
    f->lines_of = memory_alloc(n_veto * n, sizeof *f->lines_of, err);
    f->lines = memory_alloc(n_veto * n, sizeof *f->lines, err);
    f->room = memory_alloc(most_room(l), sizeof *f->room, err);
    f->surplus = memory_alloc((n_veto + n_party) * n, sizeof *f->surplus, err); /* and slopes */
    f->felt = memory_alloc(n_party * n, sizeof *f->felt, err);
    f->least = memory_alloc(n_veto * n, sizeof *f->least, err);
    f->complete = memory_alloc(n, sizeof *f->complete, err);
    f->begins = memory_alloc(n, sizeof *f->begins, err);
    f->row = memory_alloc(1, sizeof *f->row, err);
    return err->code;
}

void phase_rows_release(struct phase_rows *f)
{
    free(f->gain_of);
    free(f->fall_of);
    free(f->bar);
    free(f->lines_of);
    free(f->lines);
    free(f->room);
    free(f->surplus);
    free(f->felt);
    free(f->least);
    free(f->complete);
    free(f->begins);
    free(f->row);
    *f = (struct phase_rows){ .layout = NULL };
}

/* What signing a package of this level takes from a veto player's surplus, and how many of its red
 * lines that crosses, added to *bar and *lines. */
static void add_toll(const struct utility *w, size_t j, size_t issue, const size_t level[],
                     double *bar, uint32_t *lines)
{
    const size_t slot = j * w->n_slot + w->first[issue] + level[issue];

    *bar += w->charge[slot];
    *lines += w->vetoed[slot];
}

static void find_columns(const struct layout *l, bool in_column[MAX_ISSUE])
{
    memset(in_column, 0, MAX_ISSUE * sizeof *in_column);
    for (size_t i = l->n_row_axis; i < l->n_free; i++)
        for (size_t k = 0; k < l->free[i].n_issue; k++)
            in_column[l->free[i].issue[k]] = true;
}

static void fill_column(struct phase_rows *f, size_t column)
{
    const struct layout *l = f->layout;
    const struct utility *w = &f->appraisal->utility;
    const size_t amounts = implementation_amounts(&f->appraisal->implementation), n = l->n_column;
    double gain[PHASE_ROWS_AMOUNTS], fall[PHASE_ROWS_AMOUNTS];
    size_t level[MAX_ISSUE];
    bool in_column[MAX_ISSUE];

    find_columns(l, in_column);
    memset(gain, 0, amounts * sizeof *gain);
    memset(fall, 0, amounts * sizeof *fall);
    layout_column_levels(l, column, level);
    for (size_t k = 0; k < l->scenario->n_table; k++)
        if (in_column[k])
            implementation_add(&f->appraisal->implementation, k, level[k], gain, fall);
    for (size_t i = 0; i < amounts; i++) {
        f->gain_of[i * n + column] = gain[i];
        f->fall_of[i * n + column] = fall[i];
    }
    for (size_t j = 0; j < l->scenario->n_veto; j++) {
        f->bar[j * n + column] = 0;
        f->lines_of[j * n + column] = 0;
        for (size_t k = 0; k < l->scenario->n_table; k++)
            if (in_column[k])
                add_toll(w, j, k, level, &f->bar[j * n + column], &f->lines_of[j * n + column]);
    }
}

void phase_rows_fill(struct phase_rows *f, const struct appraisal *appraisal)
{
    f->appraisal = appraisal;
    discounts_clear(&f->row->own);
    for (size_t column = 0; column < f->layout->n_column; column++)
        fill_column(f, column);
}

/* What a veto player asks for in each column; packages side by side often feel alike. */
static void find_least(const struct phase_rows *f, size_t j, const double felt[], double least[])
{
    least[0] = appraisal_least(f->appraisal, j, felt[0]);
    for (size_t i = 1; i < f->layout->n_column; i++)
        least[i] =
            felt[i] == felt[i - 1] ? least[i - 1] : appraisal_least(f->appraisal, j, felt[i]);
}

/* Turns values and slopes, in f->surplus, into surpluses; fills f->felt and f->least. */
static void find_surpluses(const struct phase_rows *f, const struct phase_row *row)
{
    const struct scenario *s = f->layout->scenario;
    const struct implementation *implementation = &f->appraisal->implementation;
    const size_t n = f->layout->n_column;

    for (size_t k = 0; k < implementation->n_slope; k++)
        for (size_t i = 0; i < n; i++)
            f->felt[implementation->slope[k] * n + i] = 1 - f->surplus[(s->n_veto + k) * n + i];
    for (size_t j = 0; j < s->n_veto; j++) {
        const double refused = f->appraisal->utility.stake[j].refused;
        double *surplus = f->surplus + j * n, *least = f->least + j * n;
        for (size_t i = 0; i < n; i++)
            surplus[i] = surplus[i] - refused - row->bar[j] - f->bar[j * n + i] -
                         (f->begins[i] > 0 ? 0 : IDLE);
        find_least(f, j, f->felt + s->veto_player[j].party * n, least);
        for (size_t i = 0; i < n; i++) {
            f->lines[j * n + i] = row->lines[j] + f->lines_of[j * n + i];
            least[i] = f->lines[j * n + i] > 0 ? INFINITY : least[i];
        }
    }
}

bool phase_rows_open(const struct phase_rows *f, size_t at_case, size_t row, struct phase_row *out)
{
    const struct layout *l = f->layout;
    const struct implementation *implementation = &f->appraisal->implementation;
    const struct utility *w = &f->appraisal->utility;
    size_t level[MAX_ISSUE];
    bool in_column[MAX_ISSUE];

    if (layout_bans(l, at_case * l->n_row + row))
        return false;
    layout_row_levels(l, at_case, row, level);
    find_columns(l, in_column);
    implementation_begin(implementation, out->gain, out->fall);
    for (size_t k = 0; k < l->scenario->n_table; k++)
        if (!in_column[k])
            implementation_add(implementation, k, level[k], out->gain, out->fall);
    implementation_add_interactions(implementation, level, out->gain);
    for (size_t j = 0; j < l->scenario->n_veto; j++) {
        out->lasts[j] = utility_lasts(w, j, level);
        out->bar[j] = 0;
        out->lines[j] = 0;
        for (size_t k = 0; k < l->scenario->n_table; k++)
            if (!in_column[k])
                add_toll(w, j, k, level, &out->bar[j], &out->lines[j]);
    }
    out->commitment = implementation_commitment(implementation, level, &out->own);
    return true;
}

bool phase_rows_solve(const struct phase_rows *f, size_t at_case, size_t row)
{
    const size_t n = f->layout->n_column;
    const struct phase_row *r = f->row;

    if (!phase_rows_open(f, at_case, row, f->row))
        return false;
    const struct commitment_stock stock = {
        n, n, r->gain, r->fall, f->gain_of, f->fall_of, r->lasts
    };
    commitment_solve(&r->commitment, &stock, f->surplus, f->complete, f->begins, f->room);
    find_surpluses(f, r);
    return true;
}

enum error_code phase_rows_each(const struct phase_rows *f,
                                enum error_code (*take)(void *with, size_t row, struct error *err),
                                void *with, struct error *err)
{
    const struct layout *l = f->layout;

    for (size_t row = 0; row < l->n_case * l->n_row; row++)
        if (interrupt_check(err) != OK ||
            (phase_rows_solve(f, row / l->n_row, row % l->n_row) && take(with, row, err) != OK))
            return err->code;
    return OK;
}

uint64_t phase_rows_agree(const struct phase_rows *f, size_t column)
{
    const size_t n = f->layout->n_column;
    uint64_t yes = 0;

    for (size_t j = 0; j < f->layout->scenario->n_veto; j++)
        if (f->surplus[j * n + column] >= f->least[j * n + column] - TIE)
            yes |= UINT64_C(1) << j;
    return yes;
}

uint64_t phase_rows_package(const struct phase_rows *f, size_t column, double gain[], double felt[])
{
    const struct scenario *s = f->layout->scenario;
    const size_t n = f->layout->n_column;

    for (size_t p = 0; p < s->n_party; p++)
        felt[p] = f->felt[p * n + column];
    for (size_t j = 0; j < s->n_veto; j++)
        gain[j] = f->surplus[j * n + column];
    return phase_rows_agree(f, column);
}
