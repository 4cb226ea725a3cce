/* prim.c - finds boxes in which an answer is mostly yes: patient rule induction */
#include "prim.h"

#include "arena.h"
#include "interrupt.h"
#include "sorting.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

const struct prim_options prim_defaults = {
    .peel_alpha = 0.05,
    .paste_alpha = 0.05,
    .mass_min = 0.05,
};

enum end { LOW, HIGH };

/* A box that a step may lead to: it differs from the present one in one factor. */
struct candidate {
    double score;
    size_t n, k, n_restricted, factor;
    struct box_limit limit;
    uint32_t first; /* the first row of the category that moves */
};

struct search {
    const struct cases *cases;
    const struct prim_options *options;
    struct boxes *found;
    size_t n_in;             /* rows that are looked at */
    struct box now;          /* the present box */
    struct box_limit *limit; /* [n_factor], of the present box */
    struct candidate best;
    uint32_t *order;    /* [n_factor * n_in]: the box's rows, now.n of each, sorted by factor */
    uint8_t *kept;      /* [n_row] */
    uint32_t *obstacle; /* [n_row] */
    uint32_t *beyond;   /* [n_in]: rows beyond one limit */
    double *value;      /* [n_in]: theirs */
    struct sorting sorting;
};

static struct box_limit whole_range(const struct cases *c, const struct factor *f)
{
    struct box_limit limit = { INFINITY, -INFINITY, 0 };

    for (size_t i = 0; i < c->n_row; i++) {
        if (f->kind == FACTOR_CATEGORY)
            limit.set |= category_bit(f->value[i]);
        limit.low = fmin(limit.low, f->value[i]);
        limit.high = fmax(limit.high, f->value[i]);
    }
    return limit;
}

static enum error_code note_first_box(struct search *s, struct error *err)
{
    const struct cases *c = s->cases;

    for (size_t f = 0; f < c->n_factor; f++)
        s->limit[f] = whole_range(c, &c->factor[f]);
    for (size_t i = 0; i < c->n_row; i++) {
        assert(c->answer[i] <= 1);
        s->found->n_yes += c->answer[i];
        if (cases_looks_at(c, i)) {
            s->now.n++;
            s->now.k += c->answer[i];
        }
    }
    return boxes_add(s->found, s->now, s->limit, err);
}

/* -- candidates -- */

/* Lenient1: the gain of density per row that comes or goes. */
static double score_of(struct box now, size_t n, size_t k)
{
    if (n == now.n || n == 0)
        return 0;
    const double change = (double)k / (double)n - (double)now.k / (double)now.n;
    return change / (double)(n > now.n ? n - now.n : now.n - n);
}

static bool is_better(const struct candidate *a, const struct candidate *b, enum factor_kind kind)
{
    if (a->score != b->score)
        return a->score > b->score;
    if (a->n_restricted != b->n_restricted)
        return a->n_restricted < b->n_restricted;
    if (a->factor == b->factor && kind == FACTOR_CATEGORY)
        return a->first > b->first;
    return false;
}

static void offer(struct search *s, struct candidate x)
{
    const enum factor_kind kind = s->cases->factor[x.factor].kind;
    const struct box_limit all = s->found->limit[x.factor], was = s->limit[x.factor];

    x.score = score_of(s->now, x.n, x.k);
    x.n_restricted = s->now.n_restricted + box_limit_differs(kind, x.limit, all) -
                     box_limit_differs(kind, was, all);
    if (x.score > 0 && is_better(&x, &s->best, kind))
        s->best = x;
}

/* Half-way between the order statistics around the q-quantile of n sorted rows; where those are
 * equal, between that value and the next one away from the tail. */
static double cut_at(size_t n, const uint32_t sorted[], const double x[], double q)
{
    const double place = (double)(n - 1) * q;
    size_t low = (size_t)floor(place), high = (size_t)ceil(place);

    if (q > 0.5)
        while (x[sorted[low]] == x[sorted[high]] && low > 0)
            low--;
    else
        while (x[sorted[low]] == x[sorted[high]] && high < n - 1)
            high++;
    return (x[sorted[low]] + x[sorted[high]]) / 2;
}

/* -- peeling -- */

static void peel_number(struct search *s, size_t f, enum end end)
{
    const struct factor *factor = &s->cases->factor[f];
    const uint32_t *sorted = s->order + f * s->n_in;
    const double alpha = s->options->peel_alpha, *x = factor->value;
    struct candidate c = { .n = s->now.n, .k = s->now.k, .factor = f, .limit = s->limit[f] };
    double *limit = end == HIGH ? &c.limit.high : &c.limit.low;
    const bool whole = factor->kind == FACTOR_WHOLE;
    double cut = cut_at(c.n, sorted, x, end == HIGH ? 1 - alpha : alpha);

    if (whole)
        cut = trunc(cut);
    const bool past = whole && cut == *limit;
    for (size_t i = 0; i < s->now.n; i++) {
        const uint32_t row = sorted[end == HIGH ? s->now.n - 1 - i : i];
        *limit = whole ? x[row] : cut;
        if (end == HIGH ? x[row] < cut : x[row] > cut)
            break;
        if (x[row] == cut && !past)
            break;
        c.n--;
        c.k -= s->cases->answer[row];
    }
    offer(s, c);
}

/* Rows and yes of each category, and the first row that shows it. */
struct shares {
    size_t n[MAX_CATEGORY], k[MAX_CATEGORY];
    uint32_t first[MAX_CATEGORY];
};

static void count_row(struct shares *shares, const struct cases *c, size_t f, uint32_t row)
{
    const size_t a = (size_t)c->factor[f].value[row];

    if (shares->n[a]++ == 0)
        shares->first[a] = row;
    shares->k[a] += c->answer[row];
}

static void peel_category(struct search *s, size_t f)
{
    struct shares shares = { .n = { 0 } };

    /* sorted by category and then by row: the first that comes is the first in the rows */
    for (size_t i = 0; i < s->now.n; i++)
        count_row(&shares, s->cases, f, s->order[f * s->n_in + i]);
    for (size_t a = 0; a < MAX_CATEGORY; a++) {
        struct candidate c = { .n = s->now.n - shares.n[a],
                               .k = s->now.k - shares.k[a],
                               .factor = f,
                               .limit = s->limit[f],
                               .first = shares.first[a] };
        c.limit.set &= ~(UINT64_C(1) << a);
        if (shares.n[a] > 0)
            offer(s, c);
    }
}

static void take_best(struct search *s)
{
    s->limit[s->best.factor] = s->best.limit;
    s->now = (struct box){ s->best.n, s->best.k, s->best.n_restricted };
}

/* Takes the rows that the best candidate loses out of every list; what is left stays sorted. */
static void drop_rows(struct search *s)
{
    const size_t f = s->best.factor, n = s->now.n;
    const uint8_t *kept = s->kept;

    for (size_t i = 0; i < n; i++) {
        const uint32_t row = s->order[f * s->n_in + i];
        s->kept[row] = box_limit_holds(&s->best.limit, &s->cases->factor[f], row);
    }
    for (size_t g = 0; g < s->cases->n_factor; g++) {
        uint32_t *list = s->order + g * s->n_in;
        size_t left = 0;
        for (size_t i = 0; i < n; i++) {
            const uint32_t row = list[i];
            list[left] = row;
            left += kept[row];
        }
        assert(left == s->best.n);
    }
}

static bool peel(struct search *s)
{
    const struct cases *c = s->cases;

    s->best = (struct candidate){ .score = 0 };
    if (s->now.n == 0)
        return false;
    for (size_t f = 0; f < c->n_factor; f++)
        if (c->factor[f].kind == FACTOR_CATEGORY) {
            peel_category(s, f);
        } else {
            peel_number(s, f, HIGH);
            peel_number(s, f, LOW);
        }
    if (!(s->best.score > 0) || (double)s->best.n / (double)c->n_row < s->options->mass_min)
        return false;
    drop_rows(s);
    take_best(s);
    return true;
}

/* -- pasting -- */

static size_t list_beyond(struct search *s, uint32_t end)
{
    size_t n = 0;

    for (size_t i = 0; i < s->cases->n_row; i++)
        if (s->obstacle[i] == end && cases_looks_at(s->cases, i))
            s->beyond[n++] = (uint32_t)i;
    return n;
}

static void paste_number(struct search *s, size_t f, enum end end)
{
    const double alpha = s->options->paste_alpha, *x = s->cases->factor[f].value;
    const size_t n = list_beyond(s, (uint32_t)(BOX_ENDS * f) + end);
    struct candidate c = { .n = s->now.n, .k = s->now.k, .factor = f, .limit = s->limit[f] };
    double *limit = end == HIGH ? &c.limit.high : &c.limit.low;

    if (n == 0)
        return;
    sorting_run(&s->sorting, n, s->beyond, x, s->value);
    const double cut = cut_at(n, s->beyond, x, end == HIGH ? alpha : 1 - alpha);
    *limit = cut;
    for (size_t i = 0; i < n; i++) { /* from the present limit outwards */
        const uint32_t row = s->beyond[end == HIGH ? i : n - 1 - i];
        if (end == HIGH ? x[row] > cut : x[row] < cut)
            break;
        c.n++;
        c.k += s->cases->answer[row];
        if (s->cases->factor[f].kind == FACTOR_WHOLE)
            *limit = x[row];
    }
    offer(s, c);
}

static void paste_category(struct search *s, size_t f)
{
    const size_t n = list_beyond(s, (uint32_t)(BOX_ENDS * f));
    struct shares shares = { .n = { 0 } };

    for (size_t i = 0; i < n; i++)
        count_row(&shares, s->cases, f, s->beyond[i]);
    for (size_t a = 0; a < MAX_CATEGORY; a++) {
        struct candidate c = { .n = s->now.n + shares.n[a],
                               .k = s->now.k + shares.k[a],
                               .factor = f,
                               .limit = s->limit[f],
                               .first = shares.first[a] };
        c.limit.set |= UINT64_C(1) << a;
        if (shares.n[a] > 0)
            offer(s, c);
    }
}

static bool paste(struct search *s)
{
    const struct cases *c = s->cases;

    s->best = (struct candidate){ .score = 0 };
    for (size_t i = 0; i < c->n_row; i++)
        s->obstacle[i] = box_obstacle(c, s->limit, i);
    for (size_t f = 0; f < c->n_factor; f++)
        if (c->factor[f].kind == FACTOR_CATEGORY) {
            paste_category(s, f);
        } else {
            paste_number(s, f, LOW);
            paste_number(s, f, HIGH);
        }
    if (!(s->best.score > 0))
        return false;
    take_best(s);
    return true;
}

/* -- a search -- */

static enum error_code search_open(struct search *s, struct error *err)
{
    const struct cases *c = s->cases;

    s->n_in = cases_in(c);
    s->limit = memory_alloc(c->n_factor, sizeof *s->limit, err);
    s->kept = memory_alloc(c->n_row, sizeof *s->kept, err);
    s->obstacle = memory_alloc(c->n_row, sizeof *s->obstacle, err);
    s->beyond = memory_alloc(s->n_in, sizeof *s->beyond, err);
    s->value = memory_alloc(s->n_in, sizeof *s->value, err);
    if (err->code != OK || sorting_reserve(&s->sorting, s->n_in, err) != OK)
        return err->code;
    return cases_sort(c, &s->order, err);
}

static void search_close(struct search *s)
{
    sorting_release(&s->sorting);
    free(s->limit);
    free(s->kept);
    free(s->obstacle);
    free(s->beyond);
    free(s->value);
    free(s->order);
}

static enum error_code search_all(struct search *s, struct error *err)
{
    if (search_open(s, err) != OK || note_first_box(s, err) != OK)
        return err->code;
    while (peel(s))
        if (interrupt_check(err) != OK || boxes_add(s->found, s->now, s->limit, err) != OK)
            return err->code;
    while (paste(s))
        if (interrupt_check(err) != OK || boxes_add(s->found, s->now, s->limit, err) != OK)
            return err->code;
    return interrupt_check(err);
}

enum error_code prim_run(const struct cases *c, const struct prim_options *options,
                         struct boxes *found, struct error *err)
{
    struct search s = { .cases = c, .options = options, .found = found };

    *found = (struct boxes){ .n_factor = c->n_factor, .n_row = c->n_row };
    if (search_all(&s, err) != OK)
        boxes_release(found);
    search_close(&s);
    return err->code;
}
