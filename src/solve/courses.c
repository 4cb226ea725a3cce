/* courses.c - what follows from a step on when it is given who performs, and who breaks off */
#include "courses.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* Numbers that all courses may have of columns.  More: fewer rows are solved package by package
     * where courses are many; fewer: less memory. */
    MOST_NUMBERS = 1 << 22,
    MOST_COURSES = 1 << 12,
};

enum kind { END, PERFORM, BREAK, DOUBT };

struct course {
    enum kind kind;
    size_t step, then;
    size_t perform, doubt;          /* courses with this as `then`; 0: not made yet */
    double complete;                /* the probability that all is performed */
    uint64_t has_column, has_worth; /* bit j: the numbers have been found */
    bool has_margin, has_slopes;
    double low, high; /* of the margin */
    uint64_t kept_row;
    enum keeping keeping; /* in row kept_row */
    bitset kept;
};

static const struct implementation *implementation_of(const struct courses *c)
{
    return &c->rows->appraisal->implementation;
}

static size_t most_courses(size_t n_veto, size_t width)
{
    const size_t most = MOST_NUMBERS / ((2 * n_veto + 1) * width);
    return most < MOST_COURSES ? most : MOST_COURSES;
}

double courses_bytes(const struct scenario *s)
{
    const double amounts = (double)(COMMITMENT_ROWS(scenario_steps(s)) * s->n_veto);
    return ((double)MOST_NUMBERS + (2 * amounts + (double)s->n_veto) * COLUMNS_MOST) *
               (double)sizeof(double) +
           MOST_COURSES * (double)(sizeof(struct course) +
                                   s->n_veto * (sizeof(struct row_part) + 3 * sizeof(double)));
}

static void allocate(struct courses *c, size_t amounts, size_t n_step, struct error *err)
{
    c->gain = memory_alloc(amounts * c->width, sizeof *c->gain, err);
    c->fall = memory_alloc(amounts * c->width, sizeof *c->fall, err);
    c->bar = memory_alloc(c->n_veto * c->width, sizeof *c->bar, err);
    c->clear = memory_aligned(c->n_veto, sizeof *c->clear, sizeof(bitset), err);
    c->course = memory_aligned(c->most, sizeof *c->course, sizeof(bitset), err);
    c->column = memory_alloc(c->most * c->n_veto * c->width, sizeof *c->column, err);
    c->worth = memory_alloc(c->most * c->n_veto * c->width, sizeof *c->worth, err);
    c->low_worth = memory_alloc(c->most * c->n_veto, sizeof *c->low_worth, err);
    c->high_worth = memory_alloc(c->most * c->n_veto, sizeof *c->high_worth, err);
    c->margin = memory_alloc(c->most * c->width, sizeof *c->margin, err);
    c->part = memory_alloc(c->most * c->n_veto, sizeof *c->part, err);
    c->slope = memory_alloc(c->most * implementation_of(c)->n_slope, sizeof *c->slope, err);
    c->breaks = memory_alloc(n_step, sizeof *c->breaks, err);
    c->performed = memory_alloc(n_step * c->n_veto, sizeof *c->performed, err);
    c->left = memory_alloc(n_step * c->n_veto, sizeof *c->left, err);
}

enum error_code courses_init(struct courses *c, const struct phase_rows *rows, struct error *err)
{
    const struct implementation *implementation = &rows->appraisal->implementation;

    *c = (struct courses){ .rows = rows, .n_veto = rows->layout->scenario->n_veto };
    c->width = columns_width(rows->layout->n_column);
    c->most = most_courses(c->n_veto, c->width);
    allocate(c, implementation_amounts(implementation), implementation->n_step, err);
    return err->code;
}

void courses_release(struct courses *c)
{
    free(c->gain);
    free(c->fall);
    free(c->bar);
    free(c->clear);
    free(c->course);
    free(c->column);
    free(c->worth);
    free(c->low_worth);
    free(c->high_worth);
    free(c->margin);
    free(c->part);
    free(c->slope);
    free(c->breaks);
    free(c->performed);
    free(c->left);
    *c = (struct courses){ .rows = NULL };
}

static void forget_courses(struct courses *c)
{
    c->course[0] = (struct course){ .kind = END }; /* none */
    c->n = 1;
    c->end = 0;
    memset(c->breaks, 0, implementation_of(c)->n_step * sizeof *c->breaks);
}

static void fill_columns(struct courses *c)
{
    const struct phase_rows *rows = c->rows;
    const size_t n = rows->layout->n_column;

    for (size_t i = 0; i < implementation_amounts(implementation_of(c)); i++) {
        columns_put(n, rows->gain_of + i * n, c->gain + i * c->width);
        columns_put(n, rows->fall_of + i * n, c->fall + i * c->width);
    }
    c->all = (bitset){ 0 };
    for (size_t i = 0; i < n; i++)
        columns_add(&c->all, i);
    for (size_t j = 0; j < c->n_veto; j++) {
        columns_put(n, rows->bar + j * n, c->bar + j * c->width);
        c->clear[j] = (bitset){ 0 };
        for (size_t i = 0; i < n; i++)
            if (rows->lines_of[j * n + i] == 0)
                columns_add(&c->clear[j], i);
    }
}

bool courses_fill(struct courses *c)
{
    const struct implementation *implementation = implementation_of(c);

    for (size_t step = 0; step < implementation->n_step; step++)
        if (implementation->noise[step] > 0)
            return false;
    discounts_clear(&c->row.own);
    fill_columns(c);
    memcpy(c->word, implementation->keeps_word, c->n_veto * sizeof *c->word);
    forget_courses(c);
    return true;
}

/* Whether the courses that are known are of another draw, case, or discounts. */
static bool is_other(const struct courses *c)
{
    const size_t n = c->row.commitment.n_step * c->n_veto;

    return c->n == 1 || memcmp(c->lasts, c->row.lasts, c->n_veto * sizeof *c->lasts) != 0 ||
           memcmp(c->discount, c->row.commitment.discount, n * sizeof *c->discount) != 0;
}

static void fill_row(struct courses *c)
{
    const struct commitment *m = &c->row.commitment;

    for (size_t step = 0; step < m->n_step; step++)
        for (size_t j = 0; j < c->n_veto; j++) {
            const size_t at = step * c->n_veto + j;
            c->performed[at] =
                c->row.gain[at] + m->discount[at] * m->shock[step] * c->row.fall[at + c->n_veto];
            c->left[at] =
                c->row.fall[at] + (m->actor[step] == j ? -m->penalty[step] : m->relief[step]);
        }
}

bool courses_begin(struct courses *c, size_t at_case, size_t row, bool *anew)
{
    if (!phase_rows_open(c->rows, at_case, row, &c->row))
        return false;
    *anew = is_other(c);
    if (*anew) {
        memcpy(c->lasts, c->row.lasts, c->n_veto * sizeof *c->lasts);
        memcpy(c->discount, c->row.commitment.discount,
               c->row.commitment.n_step * c->n_veto * sizeof *c->discount);
        forget_courses(c);
    }
    c->row_number++;
    fill_row(c);
    return true;
}

static double complete_of(const struct courses *c, enum kind kind, size_t step, size_t then)
{
    const struct commitment *m = &c->row.commitment;

    switch (kind) {
    case END:
        return 1;
    case PERFORM: /* a shock after the last step does not count */
        return c->course[then].complete * (step + 1 < m->n_step ? 1 - m->shock[step] : 1);
    case DOUBT:
        return c->course[then].complete * c->word[m->actor[step]];
    case BREAK:
        break;
    }
    return 0;
}

static size_t make(struct courses *c, enum kind kind, size_t step, size_t then)
{
    if (c->n == c->most)
        return 0;
    c->course[c->n] = (struct course){
        .kind = kind, .step = step, .then = then, .complete = complete_of(c, kind, step, then)
    };
    return c->n++;
}

size_t courses_end(struct courses *c)
{
    if (c->end == 0)
        c->end = make(c, END, c->row.commitment.n_step, 0);
    return c->end;
}

size_t courses_perform(struct courses *c, size_t step, size_t then)
{
    if (c->course[then].perform == 0)
        c->course[then].perform = make(c, PERFORM, step, then);
    return c->course[then].perform;
}

size_t courses_break(struct courses *c, size_t step)
{
    if (c->breaks[step] == 0)
        c->breaks[step] = make(c, BREAK, step, 0);
    return c->breaks[step];
}

size_t courses_doubt(struct courses *c, size_t step, size_t then)
{
    if (c->course[then].doubt == 0)
        c->course[then].doubt = make(c, DOUBT, step, then);
    return c->course[then].doubt;
}

static const double *amounts(const struct courses *c, const double of[], size_t row, size_t j)
{
    return of + (row * c->n_veto + j) * c->width;
}

/* The parts of all columns of a course's value to veto player j. */
static const double *columns_of(struct courses *c, size_t at, size_t j)
{
    struct course *course = &c->course[at];
    const struct commitment *m = &c->row.commitment;
    const size_t step = course->step, end = m->n_step + 1;
    double *out = c->column + (at * c->n_veto + j) * c->width;

    if (course->has_column >> j & 1)
        return out;
    course->has_column |= UINT64_C(1) << j;
    if (course->kind == END) {
        const double *fall = amounts(c, c->fall, end, j);
        columns_blend(c->width, 1, amounts(c, c->gain, end, j), 0, fall, 1 - c->row.lasts[j], fall,
                      out);
        return out;
    }
    const double on = m->discount[step * c->n_veto + j], word = c->word[m->actor[step]];
    const double *fall = amounts(c, c->fall, step, j);
    if (course->kind == PERFORM)
        columns_blend(c->width, 1, amounts(c, c->gain, step, j), on * (1 - m->shock[step]),
                      columns_of(c, course->then, j), on * m->shock[step],
                      fall + c->n_veto * c->width, out);
    else if (course->kind == BREAK || m->actor[step] == j)
        memcpy(out, fall, c->width * sizeof *out);
    else
        columns_blend(c->width, 0, fall, word, columns_of(c, course->then, j), 1 - word, fall, out);
    return out;
}

/* The part of the row of its value to a veto player, with what breaking off costs and brings. */
static double row_of(struct courses *c, size_t at, size_t j)
{
    const struct course *course = &c->course[at];
    const struct commitment *m = &c->row.commitment;
    const size_t step = course->step, end = (m->n_step + 1) * c->n_veto + j,
                 here = step * c->n_veto + j;
    struct row_part *part = &c->part[at * c->n_veto + j];

    if (part->row == c->row_number)
        return part->value;
    part->row = c->row_number;
    if (course->kind == PERFORM)
        part->value = c->performed[here] +
                      m->discount[here] * (1 - m->shock[step]) * row_of(c, course->then, j);
    else if (course->kind == END)
        part->value = c->row.gain[end] + (1 - c->row.lasts[j]) * c->row.fall[end];
    else if (course->kind == BREAK || m->actor[step] == j)
        part->value = c->left[here];
    else
        part->value = c->word[m->actor[step]] * row_of(c, course->then, j) +
                      (1 - c->word[m->actor[step]]) * c->left[here];
    return part->value;
}

/* Its slope to veto player j (commitment.h): the value of one to whom no deal is worth 1, and all
 * else nothing. */
static double slope_of(const struct courses *c, size_t at, size_t j)
{
    const struct course *course = &c->course[at];
    const struct commitment *m = &c->row.commitment;

    if (course->kind == END)
        return 1 - c->row.lasts[j];
    if (course->kind == BREAK || (course->kind == DOUBT && m->actor[course->step] == j))
        return 1;
    const double next = slope_of(c, course->then, j), shock = m->shock[course->step];
    const double word = c->word[m->actor[course->step]];
    return course->kind == PERFORM
               ? m->discount[course->step * c->n_veto + j] * ((1 - shock) * next + shock)
               : word * next + (1 - word);
}

static void find_margin(struct courses *c, size_t at, size_t actor)
{
    struct course *course = &c->course[at];
    const double *x = columns_of(c, at, actor), *fall = amounts(c, c->fall, course->step, actor);
    double *margin = c->margin + at * c->width;

    for (size_t i = 0; i < c->width; i++)
        margin[i] = x[i] - fall[i];
    columns_range(c->width, margin, &course->low, &course->high);
    course->has_margin = true;
}

enum keeping courses_keep(struct courses *c, size_t at, bitset *columns)
{
    struct course *course = &c->course[at];
    const struct commitment *m = &c->row.commitment;
    const size_t actor = m->actor[course->step];

    if (course->kept_row != c->row_number) {
        if (!course->has_margin)
            find_margin(c, at, actor);
        const double need =
            c->left[course->step * c->n_veto + actor] - m->tie - row_of(c, at, actor);
        course->keeping = need <= course->low   ? KEEPS_ALL
                          : need > course->high ? KEEPS_NONE
                                                : KEEPS_SOME;
        if (course->keeping == KEEPS_SOME)
            course->kept = columns_reach(c->width, c->margin + at * c->width, need);
        course->kept_row = c->row_number;
    }
    if (course->keeping == KEEPS_SOME)
        *columns = course->kept;
    return course->keeping;
}

/* What signing takes from the value, whatever the column. */
static double toll_of(const struct courses *c, size_t at, size_t j)
{
    const struct course *course = &c->course[at];
    const bool begins = course->kind == PERFORM ||
                        (course->kind == DOUBT && c->word[c->row.commitment.actor[0]] > 0);

    return c->rows->appraisal->utility.stake[j].refused + c->row.bar[j] + (begins ? 0 : IDLE);
}

/* The parts of columns, less what signing them takes. */
static const double *worth_of(struct courses *c, size_t at, size_t j)
{
    const size_t n = at * c->n_veto + j;
    double *out = c->worth + n * c->width;

    if (c->course[at].has_worth >> j & 1)
        return out;
    const double *column = columns_of(c, at, j), *bar = c->bar + j * c->width;
    for (size_t i = 0; i < c->width; i++)
        out[i] = column[i] - bar[i];
    columns_range(c->width, out, &c->low_worth[n], &c->high_worth[n]);
    c->course[at].has_worth |= UINT64_C(1) << j;
    return out;
}

void courses_felt(struct courses *c, size_t at, double felt[])
{
    const struct commitment *m = &c->row.commitment;
    double *slope = c->slope + at * m->n_slope;

    for (size_t k = 0; !c->course[at].has_slopes && k < m->n_slope; k++)
        slope[k] = slope_of(c, at, m->slope[k]);
    c->course[at].has_slopes = true;
    for (size_t p = 0; p < c->rows->layout->scenario->n_party; p++)
        felt[p] = 0;
    for (size_t k = 0; k < m->n_slope; k++)
        felt[m->slope[k]] = 1 - slope[k];
}

/* The columns that are worth at least so much to j over refusing them. */
static bitset worth_least(struct courses *c, size_t at, size_t j, double surplus)
{
    const double *worth = worth_of(c, at, j);
    const double need = surplus + toll_of(c, at, j) - row_of(c, at, j);
    const size_t n = at * c->n_veto + j;

    return need <= c->low_worth[n]   ? c->all
           : need > c->high_worth[n] ? (bitset){ 0 }
                                     : columns_reach(c->width, worth, need);
}

bitset courses_suit(struct courses *c, size_t at, size_t j, const double felt[])
{
    const size_t party = c->rows->layout->scenario->veto_player[j].party;

    if (c->row.lines[j] > 0)
        return (bitset){ 0 };
    return c->clear[j] &
           worth_least(c, at, j, appraisal_least(c->rows->appraisal, j, felt[party]) - TIE);
}

bitset courses_less(struct courses *c, size_t at, const double gain[], double tie)
{
    bitset less = c->all;

    for (size_t j = 0; j < c->n_veto && !columns_are_none(less); j++)
        less &= ~worth_least(c, at, j, gain[j] - tie);
    return less;
}

void courses_gains(struct courses *c, size_t at, size_t column, double gain[])
{
    for (size_t j = 0; j < c->n_veto; j++)
        gain[j] = worth_of(c, at, j)[column] + row_of(c, at, j) - toll_of(c, at, j);
}

double courses_complete(const struct courses *c, size_t at)
{
    return c->course[at].complete;
}
