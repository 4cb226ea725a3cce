/* valuation.c - what every package is worth in one draw */
#include "valuation.h"

#include "agreement.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>

enum error_code valuation_init(struct valuation *v, const struct package_index *b,
                               const struct appraisal *appraisal, struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *v = (struct valuation){ .package_index = b };
    if (s->n_phase > 0)
        return phase_rows_init(&v->rows, b->layout, appraisal, err);
    v->one = memory_alloc(b->n_package, sizeof *v->one, err);
    v->least = memory_alloc(b->layout->n_case, sizeof *v->least, err);
    if (s->n_ballot > 0)
        v->many = memory_alloc(s->n_veto * VALUATION_BLOCK, sizeof *v->many, err);
    return err->code;
}

void valuation_release(struct valuation *v)
{
    free(v->one);
    free(v->least);
    free(v->many);
    phase_rows_release(&v->rows);
    *v = (struct valuation){ 0 };
}

/* Sums over the first k issues of a package, for each k: the next package changes the last few. */
struct sums {
    double part[MAX_ISSUE + 1], leverage[MAX_ISSUE + 1];
};

static void sum_from(struct sums *sums, const struct utility *w, size_t j, const size_t level[],
                     size_t k)
{
    for (; k < w->scenario->n_table; k++) {
        size_t slot = j * w->n_slot + w->first[k] + level[k];
        sums->part[k + 1] = w->vetoed[slot] ? -INFINITY : sums->part[k] + utility_part(w, slot);
        sums->leverage[k + 1] = sums->leverage[k] + w->leverage[slot];
    }
}

/* Of n packages from `first` on.  Equal to utility_surplus to the last bit: utilities are summed in
 * the order of the issues, so that ties are those of any program that does so, too. */
static void value_for(const struct package_index *b, const struct utility *w, size_t j,
                      size_t first, size_t n, double utility[])
{
    const struct layout *l = b->layout;
    const struct scenario *s = l->scenario;
    const struct stake *stake = &w->stake[j];
    const struct party *party = &s->party[s->veto_player[j].party];
    const size_t p = s->veto_player[j].party;
    size_t level[MAX_ISSUE];
    struct sums sums = { { 0 }, { 0 } };

    grid_levels(&s->grid, first, level);
    sum_from(&sums, w, j, level, 0);
    for (size_t i = 0, x = first; i < n && !interrupt_signal; i++, x++) {
        double u = sums.part[s->n_table], lasts = utility_lasts(w, j, level);
        const bool is_banned = b->linked[x] == NO_PACKAGE;
        for (size_t k = 0; k < party->n_interaction; k++)
            if (!is_banned && layout_holds(l, p, k, b->linked[x], level))
                u += w->bonus[w->first_bonus[j] + k];
        u += stake->off_table;
        if (is_banned)
            utility[i] = -INFINITY;
        else if (lasts == 1)
            utility[i] = u - stake->reservation;
        else
            utility[i] = u - stake->nothing +
                         (1 - lasts) * (stake->after + sums.leverage[s->n_table]) - stake->refused;
        sum_from(&sums, w, j, level, grid_advance(&s->grid, level));
    }
}

/* The side that a refusal inside party p is about: that party's, or NONE for all where it only
 * consents. */
static size_t side_of(const struct scenario *s, size_t p)
{
    for (size_t i = 0; i < s->talks->n_side; i++)
        if (s->talks->side[i] == p)
            return i;
    return NONE;
}

/* Whether a party itself (NULL), or a body of it, is asked before the party agrees. */
static bool is_asked(const struct appraisal *appraisal, size_t p, const struct body *body)
{
    return !body || !appraisal->votes_later[appraisal->first_body[p] +
                                            (size_t)(body - appraisal->scenario->party[p].body)];
}

static void strike(const struct talks *talks, size_t side, uint64_t x, const struct valued to[])
{
    for (size_t i = 0; i < talks->n_side; i++)
        if (side == i || side == NONE)
            to[i].utility[x] = -INFINITY;
}

/* v->least: what a veto player asks for in each case. */
static void find_least(const struct valuation *v, const struct appraisal *appraisal, size_t j)
{
    const struct layout *l = v->package_index->layout;

    for (size_t c = 0; c < l->n_case; c++)
        v->least[c] = appraisal_least(appraisal, j, layout_lasts(l, &appraisal->utility, c, j));
}

/* A side's own surplus, and what is left of it over what its bodies ask for.  Where they ask for
 * nothing its leaders decide, whose least is a matter of strategy. */
static void value_side(const struct valuation *v, const struct appraisal *appraisal, size_t p,
                       const struct valued *to)
{
    const struct package_index *b = v->package_index;

    value_for(b, &appraisal->utility, p, 0, b->n_package, to->utility);
    for (size_t x = 0; x < b->n_package; x++)
        to->hoped[b->at_case[x]] = fmax(to->hoped[b->at_case[x]], to->utility[x]);
    if (!to->left)
        return;
    find_least(v, appraisal, p);
    for (size_t x = 0; x < b->n_package; x++) {
        const double least = v->least[b->at_case[x]];
        to->left[x] = least > 0 ? to->utility[x] - least : INFINITY;
    }
}

/* The margins of the voters of a ballot, each in its row of v->many. */
static void value_voters(const struct valuation *v, const struct appraisal *appraisal,
                         const struct ballot *ballot, size_t first, size_t n)
{
    const struct package_index *b = v->package_index;
    const struct scenario *s = appraisal->scenario;

    for (size_t j = s->n_party; j < s->n_veto; j++) {
        double *margin = v->many + j * VALUATION_BLOCK;
        if (s->veto_player[j].body != ballot->body)
            continue;
        value_for(b, &appraisal->utility, j, first, n, margin);
        find_least(v, appraisal, j);
        for (size_t i = 0; i < n; i++)
            margin[i] -= v->least[b->at_case[first + i]];
    }
}

/* What a ballot takes off the table, a block of packages after another. */
static void value_ballot(const struct valuation *v, const struct appraisal *appraisal,
                         const struct ballot *ballot, const struct valued to[])
{
    const size_t n_package = v->package_index->n_package, n_veto = appraisal->scenario->n_veto;
    const size_t side = side_of(appraisal->scenario, ballot->party);
    double margin[MAX_VETO];

    for (size_t first = 0, n; first < n_package && !interrupt_signal; first += n) {
        n = n_package - first < VALUATION_BLOCK ? n_package - first : VALUATION_BLOCK;
        value_voters(v, appraisal, ballot, first, n);
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n_veto; j++)
                margin[j] = v->many[j * VALUATION_BLOCK + i];
            const double most = threshold_margin(&ballot->passes, n_veto, margin);
            if (side != NONE)
                to[side].left[first + i] = fmin(to[side].left[first + i], most);
            else if (!(most >= -TIE))
                strike(appraisal->scenario->talks, side, first + i, to);
        }
    }
}

static void value_ballots(const struct valuation *v, const struct appraisal *appraisal,
                          bool consents, const struct valued to[])
{
    const struct scenario *s = appraisal->scenario;

    for (size_t i = 0; i < s->n_ballot; i++)
        if (is_asked(appraisal, s->ballot[i].party, s->ballot[i].body) &&
            (consents || side_of(s, s->ballot[i].party) != NONE))
            value_ballot(v, appraisal, &s->ballot[i], to);
}

static void value_plainly(const struct valuation *v, const struct appraisal *appraisal,
                          bool consents, const struct valued to[])
{
    const struct package_index *b = v->package_index;
    const struct scenario *s = appraisal->scenario;

    for (size_t i = 0; i < s->talks->n_side; i++)
        value_side(v, appraisal, s->talks->side[i], &to[i]);
    for (size_t j = 0; j < s->n_veto; j++) {
        const struct veto_player *one = &s->veto_player[j];
        const size_t side = side_of(s, one->party);
        if ((j < s->n_party && side != NONE) || (side == NONE && !consents) || one->bloc ||
            !is_asked(appraisal, one->party, one->body))
            continue;
        value_for(b, &appraisal->utility, j, 0, b->n_package, v->one);
        find_least(v, appraisal, j);
        for (size_t x = 0; x < b->n_package; x++) {
            const double least = v->least[b->at_case[x]];
            if (side != NONE)
                to[side].left[x] = fmin(to[side].left[x], v->one[x] - least);
            else if (!(v->one[x] >= least - TIE))
                strike(s->talks, side, x, to);
        }
    }
    value_ballots(v, appraisal, consents, to);
}

/* Whether veto player j takes a package of a row off the table; a side whose bodies ask for nothing
 * leaves that to its strategy. */
static bool refuses(const struct valuation *v, const struct appraisal *appraisal, bool consents,
                    size_t j, size_t column)
{
    const size_t at = j * v->package_index->layout->n_column + column;
    const double least = v->rows.least[at];
    const struct scenario *s = appraisal->scenario;
    const struct veto_player *one = &s->veto_player[j];

    if (side_of(s, one->party) == NONE ? !consents : j < s->n_party && !(least > 0))
        return false;
    return !one->bloc && is_asked(appraisal, one->party, one->body) &&
           !(v->rows.surplus[at] >= least - TIE);
}

/* The same of a ballot. */
static bool fails(const struct valuation *v, const struct appraisal *appraisal, bool consents,
                  const struct ballot *ballot, size_t column)
{
    const struct scenario *s = appraisal->scenario;

    return is_asked(appraisal, ballot->party, ballot->body) &&
           (consents || side_of(s, ballot->party) != NONE) &&
           !threshold_passes(&ballot->passes, phase_rows_agree(&v->rows, column));
}

/* What value_row needs beside the row. */
struct valuing {
    const struct valuation *v;
    const struct appraisal *appraisal;
    bool consents;
    const struct valued *to; /* [n_side] */
};

static enum error_code value_row(void *with, size_t row, struct error *err)
{
    const struct valuing *valuing = with;
    const struct valued *to = valuing->to;
    const struct phase_rows *rows = &valuing->v->rows;
    const struct layout *l = rows->layout;
    const struct scenario *s = l->scenario;
    const size_t c = row / l->n_row;

    (void)err;
    for (size_t column = 0; column < l->n_column; column++) {
        const uint64_t x = l->row_package[row] + l->column_package[column];
        for (size_t i = 0; i < s->talks->n_side; i++) {
            const size_t at = s->talks->side[i] * l->n_column + column;
            to[i].utility[x] = rows->lines[at] > 0 ? -INFINITY : rows->surplus[at];
            to[i].hoped[c] = fmax(to[i].hoped[c], to[i].utility[x]);
        }
        for (size_t j = 0; j < s->n_veto; j++)
            if (refuses(valuing->v, valuing->appraisal, valuing->consents, j, column))
                strike(s->talks, side_of(s, s->veto_player[j].party), x, to);
        for (size_t i = 0; i < s->n_ballot; i++)
            if (fails(valuing->v, valuing->appraisal, valuing->consents, &s->ballot[i], column))
                strike(s->talks, side_of(s, s->ballot[i].party), x, to);
    }
    return OK;
}

/* Rows that are banned are not solved. */
static void strike_banned(const struct layout *l, const struct valued to[])
{
    for (size_t row = 0; row < l->n_case * l->n_row && !interrupt_signal; row++)
        for (size_t column = 0; layout_bans(l, row) && column < l->n_column; column++)
            strike(l->scenario->talks, NONE, l->row_package[row] + l->column_package[column], to);
}

static void value_by_rows(struct valuation *v, const struct appraisal *appraisal, bool consents,
                          const struct valued to[])
{
    struct valuing valuing = { v, appraisal, consents, to };
    struct error interrupted = { .code = OK };

    strike_banned(v->rows.layout, to);
    phase_rows_fill(&v->rows, appraisal);
    (void)!phase_rows_each(&v->rows, value_row, &valuing, &interrupted); /* the caller asks, too */
}

void valuation_make(struct valuation *v, const struct appraisal *appraisal, bool consents,
                    const struct valued to[])
{
    const struct layout *l = v->package_index->layout;

    for (size_t i = 0; i < appraisal->scenario->talks->n_side; i++)
        for (size_t c = 0; c < l->n_case; c++)
            to[i].hoped[c] = -INFINITY;
    if (appraisal->scenario->n_phase > 0)
        value_by_rows(v, appraisal, consents, to);
    else
        value_plainly(v, appraisal, consents, to);
}
