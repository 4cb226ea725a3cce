/* course_sets.c - the packages of a row sorted by the course that they take */
#include "course_sets.h"

#include <stdlib.h>
#include <string.h>

enum {
    OUTCOMES = 1 << COMMITMENT_STATES, /* subsets of states */
    /* Numbered in 16 bits.  More: fewer rows are solved package by package; fewer: less memory. */
    MOST_STANCES = 1 << 12,
};

struct stance {
    size_t course[COMMITMENT_STATES];
};

/* Columns with the same stance. */
struct cell {
    bitset columns;
    size_t stance;
};

struct cells {
    size_t n;
    struct cell *at; /* [COLUMNS_MOST] */
};

static const struct layout *layout_of(const struct course_sets *c)
{
    return c->courses.rows->layout;
}

/* Rows with the same levels of issues that say how long phases are have the same discounts. */
static size_t days_key(const struct layout *l, size_t at)
{
    const struct scenario *s = l->scenario;
    size_t level[MAX_ISSUE], key = 0;

    layout_row_levels(l, at / l->n_row, at % l->n_row, level);
    for (size_t k = 0; k < s->n_table; k++)
        if (scenario_days_follow(s, k))
            key = key * s->issue[k].n_level + level[k];
    return key;
}

struct placed {
    size_t at_case, key, at;
};

static int compare(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;

    if (x->at_case != y->at_case)
        return x->at_case < y->at_case ? -1 : 1;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static enum error_code put_in_order(struct course_sets *c, struct error *err)
{
    const struct layout *l = layout_of(c);
    const size_t n = l->n_case * l->n_row;
    struct placed *row = memory_alloc(n, sizeof *row, err);

    c->order = memory_alloc(n, sizeof *c->order, err);
    for (size_t at = 0; err->code == OK && at < n; at++)
        row[at] = (struct placed){ at / l->n_row, days_key(l, at), at };
    if (err->code == OK)
        qsort(row, n, sizeof *row, compare);
    for (size_t i = 0; err->code == OK && i < n; i++)
        c->order[i] = row[i].at;
    free(row);
    return err->code;
}

double course_sets_bytes(const struct scenario *s)
{
    return courses_bytes(s) +
           MOST_STANCES * (double)(sizeof(struct stance) + OUTCOMES * sizeof(uint16_t)) +
           COLUMNS_MOST * (double)(2 * sizeof(struct cell) + sizeof(struct course_set)) +
           layout_cases(s) * layout_rows(s) * (double)(sizeof(size_t) + sizeof(struct placed));
}

enum error_code course_sets_init(struct course_sets *c, const struct phase_rows *rows,
                                 struct error *err)
{
    *c = (struct course_sets){ .most = MOST_STANCES };
    if (courses_init(&c->courses, rows, err) != OK)
        return err->code;
    c->stance = memory_alloc(c->most, sizeof *c->stance, err);
    c->next = memory_alloc(c->most * OUTCOMES, sizeof *c->next, err);
    c->cell[0] = memory_aligned(COLUMNS_MOST, sizeof **c->cell, sizeof(bitset), err);
    c->cell[1] = memory_aligned(COLUMNS_MOST, sizeof **c->cell, sizeof(bitset), err);
    c->set = memory_aligned(COLUMNS_MOST, sizeof *c->set, sizeof(bitset), err);
    return err->code == OK ? put_in_order(c, err) : err->code;
}

void course_sets_release(struct course_sets *c)
{
    courses_release(&c->courses);
    free(c->stance);
    free(c->next);
    free(c->cell[0]);
    free(c->cell[1]);
    free(c->set);
    free(c->order);
    *c = (struct course_sets){ .n = 0 };
}

static void forget_stances(struct course_sets *c)
{
    memset(c->next, 0, (c->n << c->n_state) * sizeof *c->next);
    c->n = 1; /* 0 is none */
}

bool course_sets_fill(struct course_sets *c)
{
    if (!courses_fill(&c->courses))
        return false;
    c->n_typed = 0;
    for (size_t j = 0; j < c->courses.n_veto; j++)
        if (c->courses.word[j] > 0)
            c->typed[c->n_typed++] = j;
    forget_stances(c); /* by the states of the draw before */
    c->n_state = (size_t)1 << c->n_typed;
    return true;
}

const size_t *course_sets_order(const struct course_sets *c)
{
    return c->order;
}

bool course_sets_begin(struct course_sets *c, size_t at)
{
    const size_t n_row = layout_of(c)->n_row;
    bool anew;

    if (!courses_begin(&c->courses, at / n_row, at % n_row, &anew))
        return false;
    if (anew)
        forget_stances(c);
    return true;
}

/* The stance with these courses; 0 where there is no room. */
static size_t stance_of(struct course_sets *c, const size_t course[])
{
    for (size_t i = 1; i < c->n; i++)
        if (memcmp(c->stance[i].course, course, c->n_state * sizeof *course) == 0)
            return i;
    if (c->n == c->most)
        return 0;
    memcpy(c->stance[c->n].course, course, c->n_state * sizeof *course);
    return c->n++;
}

/* The bit of the step's actor in states, or 0 when it is of one kind. */
static size_t bit_of(const struct course_sets *c, size_t step)
{
    for (size_t t = 0; t < c->n_typed; t++)
        if (c->typed[t] == c->courses.row.commitment.actor[step])
            return (size_t)1 << t;
    return 0;
}

/* The stance at a step from that after it; performs: the states in which the actor does. */
static size_t stance_before(struct course_sets *c, size_t step, size_t after, size_t performs)
{
    uint16_t *next = &c->next[(after << c->n_state) + performs];
    const size_t bit = bit_of(c, step);
    size_t course[COMMITMENT_STATES];

    for (size_t b = 0; *next == 0 && b < c->n_state; b++) {
        course[b] = courses_perform(&c->courses, step, c->stance[after].course[b]);
        if (course[b] == 0)
            return 0;
    }
    for (size_t b = 0; *next == 0 && b < c->n_state; b++) {
        if (performs >> b & 1)
            continue;
        course[b] = bit ? courses_doubt(&c->courses, step, course[b | bit])
                        : courses_break(&c->courses, step);
        if (course[b] == 0)
            return 0;
    }
    if (*next == 0)
        *next = (uint16_t)stance_of(c, course);
    return *next;
}

static void add_to_cell(struct cells *to, bitset columns, size_t stance)
{
    for (size_t i = 0; i < to->n; i++)
        if (to->at[i].stance == stance) {
            to->at[i].columns |= columns;
            return;
        }
    to->at[to->n++] = (struct cell){ columns, stance };
}

/* In which columns of a stance the actor performs in state b; where it has shown that it keeps its
 * word, in all.  False: there is no room. */
static bool ask(struct course_sets *c, size_t step, size_t stance, size_t b, enum keeping *keeping,
                bitset *kept)
{
    if (b & bit_of(c, step)) {
        *keeping = KEEPS_ALL;
        return true;
    }
    const size_t course = courses_perform(&c->courses, step, c->stance[stance].course[b]);
    if (course != 0)
        *keeping = courses_keep(&c->courses, course, kept);
    return course != 0;
}

/* Splits a cell by the states in which the actor performs, those before b being known: where it
 * does so in some columns only, the others go their own way.  False: there is no room. */
static bool split(struct course_sets *c, size_t step, size_t b, size_t performs, struct cell cell,
                  struct cells *to)
{
    for (; b < c->n_state; b++) {
        enum keeping keeping;
        bitset kept;
        if (!ask(c, step, cell.stance, b, &keeping, &kept))
            return false;
        if (keeping == KEEPS_SOME) {
            const struct cell others = { cell.columns & ~kept, cell.stance };
            if (!columns_are_none(others.columns) && !split(c, step, b + 1, performs, others, to))
                return false;
            cell.columns &= kept;
            if (columns_are_none(cell.columns))
                return true;
        }
        if (keeping != KEEPS_NONE)
            performs |= (size_t)1 << b;
    }
    const size_t before = stance_before(c, step, cell.stance, performs);
    if (before != 0)
        add_to_cell(to, cell.columns, before);
    return before != 0;
}

/* Cells become sets by what follows while nobody has shown anything. */
static size_t gather(struct course_sets *c, const struct cells *cells)
{
    size_t n = 0;

    for (size_t i = 0; i < cells->n; i++) {
        const size_t course = c->stance[cells->at[i].stance].course[0];
        size_t k = 0;
        while (k < n && c->set[k].course != course)
            k++;
        if (k == n)
            c->set[n++] = (struct course_set){ (bitset){ 0 }, course };
        c->set[k].columns |= cells->at[i].columns;
    }
    return n;
}

static size_t give_up(struct course_sets *c)
{
    c->courses.n = 1; /* the next row begins anew */
    return 0;
}

size_t course_sets_sort(struct course_sets *c)
{
    struct cells from = { 0, c->cell[0] }, to = { 0, c->cell[1] };
    size_t course[COMMITMENT_STATES];

    for (size_t b = 0; b < c->n_state; b++)
        course[b] = courses_end(&c->courses);
    add_to_cell(&from, c->courses.all, stance_of(c, course));
    for (size_t step = c->courses.row.commitment.n_step; step-- > 0;) {
        to.n = 0;
        for (size_t i = 0; i < from.n; i++)
            if (!split(c, step, 0, 0, from.at[i], &to))
                return give_up(c);
        const struct cells done = from;
        from = to;
        to = done;
    }
    return gather(c, &from);
}
