/* sheet.c - a result file in the making */
#include "sheet.h"

#include "agreement.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many cells of a column there is room for in a struct row; 0: the row points to them, since no
 * constant limits how many there are.  As MEMBER_ in column.h. */
static size_t room_of(enum each each)
{
    switch (each) {
    case EACH_ONE:
    case EACH_AGREED:
        return 1;
    case EACH_PARTY:
        return MAX_PARTY;
    case EACH_SIDE:
        return MAX_SIDE;
    case EACH_ISSUE:
    case EACH_BEST:
        return MAX_ISSUE;
    case EACH_PROPOSAL:
    case EACH_ANSWER:
    case EACH_PARTY_ANSWER:
    case EACH_PARAMETER:
    case EACH_LEVER:
        break;
    }
    return 0;
}

/* How many things a column is repeated for; of parameters that includes the certain ones, which
 * add_columns passes over. */
static size_t things_of(enum each each, const struct scope *scope)
{
    const struct scenario *s = scope->scenario;

    switch (each) {
    case EACH_ONE:
    case EACH_AGREED:
        return 1;
    case EACH_PARTY:
        return s->n_party;
    case EACH_SIDE:
        return s->talks->n_side;
    case EACH_ISSUE:
    case EACH_BEST:
        return s->n_table;
    case EACH_PROPOSAL:
        return s->n_proposal;
    case EACH_ANSWER:
        return s->n_proposal * agreement_counts(s);
    case EACH_PARTY_ANSWER:
        return s->n_proposal * s->n_party;
    case EACH_PARAMETER:
        return s->n_parameter;
    case EACH_LEVER:
        break;
    }
    return scope->n_lever;
}

/* What one column is for: a name, the place in the scenario that gave it, and its texts. */
struct heading {
    const char *who, *name; /* in place of the words in capitals */
    bool by_rule;           /* "rule" in place of "all" at its end */
    const struct location *place;
    struct labels labels;
};

/* Whose answer place i of an ANSWER is. */
static const char *answer_of(const struct scenario *s, size_t i)
{
    return i == 0 ? "all" : i <= s->n_party ? s->party[i - 1].name : "rule";
}

static struct heading heading_of(const struct result_column *c, const struct scope *scope, size_t i)
{
    const struct scenario *s = scope->scenario;
    struct heading h = { .labels = scope->label[c->label],
                         .by_rule = c->each == EACH_AGREED && agreement_has_rule(s) };

    switch (c->each) {
    case EACH_ONE:
    case EACH_AGREED:
        break;
    case EACH_SIDE:
        i = s->talks->side[i];
        /* fallthrough */
    case EACH_PARTY:
        h.name = s->party[i].name;
        h.place = &s->party[i].place;
        break;
    case EACH_ISSUE:
    case EACH_BEST:
        h.name = s->issue[i].name;
        h.place = &s->issue[i].place;
        if (s->issue[i].is_named)
            h.labels = (struct labels){ s->issue[i].n_name, s->issue[i].names };
        break;
    case EACH_PARTY_ANSWER:
        h.who = s->party[i % s->n_party].name;
        h.name = s->proposal[i / s->n_party].name;
        h.place = &s->proposal[i / s->n_party].place;
        break;
    case EACH_ANSWER:
        h.who = answer_of(s, i % agreement_counts(s));
        i /= agreement_counts(s);
        /* fallthrough */
    case EACH_PROPOSAL:
        h.name = s->proposal[i].name;
        h.place = &s->proposal[i].place;
        break;
    case EACH_PARAMETER:
        h.name = s->parameter[i].path;
        break;
    case EACH_LEVER:
        h.name = scope->lever[i].name;
        h.labels = scope->lever[i].labels;
        break;
    }
    return h;
}

/* Names end a heading, so that it is fixed up to its first capital; an ANSWER has two of them. */
static enum error_code add_heading(struct table *t, const struct result_column *c,
                                   const struct heading *h, struct error *err)
{
    const size_t all = h->by_rule ? strlen("all") : 0;
    const int fixed = (int)(strcspn(c->heading, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") - all);
    const enum error_code code =
        table_column(t, h->labels.text, h->labels.n, err, "%.*s%s%s%s", fixed, c->heading,
                     h->who ? h->who : "", h->who ? "_" : "",
                     h->by_rule ? "rule"
                     : h->name  ? h->name
                                : "");

    if (code == OK && h->place)
        table_from(t, h->place);
    return code;
}

static enum error_code add_columns(struct table *t, const struct result_column *c,
                                   const struct scope *scope, struct error *err)
{
    const size_t n = c->when->holds(scope) ? things_of(c->each, scope) : 0;
    enum error_code code = OK;

    for (size_t i = 0; code == OK && i < n; i++) {
        const struct heading heading = heading_of(c, scope, i);
        if (c->each != EACH_PARAMETER || parameter_is_uncertain(&scope->scenario->parameter[i]))
            code = add_heading(t, c, &heading, err);
    }
    return code;
}

/* first[i + 1] ends column i, also of a column that the scenario does not have. */
enum error_code sheet_open(struct sheet *sheet, const struct result_table *kind,
                           const struct scope *scope, struct error *err)
{
    *sheet = (struct sheet){ .kind = kind, .scope = scope };
    sheet->first = memory_alloc(kind->n + 1, sizeof *sheet->first, err);
    for (size_t i = 0; err->code == OK && i < kind->n; i++) {
        sheet->first[i] = sheet->table.n_column;
        if (add_columns(&sheet->table, &kind->column[i], scope, err) == OK)
            sheet->first[i + 1] = sheet->table.n_column;
    }
    return err->code;
}

void sheet_release(struct sheet *sheet)
{
    free(sheet->first);
    table_release(&sheet->table);
    *sheet = (struct sheet){ .kind = NULL };
}

void sheet_clear(const struct result_table *kind, void *row)
{
    for (size_t i = 0; i < kind->n; i++) {
        const struct result_column *c = &kind->column[i];
        const size_t room = room_of(c->each);
        double *held = (double *)((char *)row + c->offset);
        if (room == 0)
            *(const double **)((char *)row + c->offset) = NULL;
        for (size_t k = 0; k < room; k++)
            held[k] = NAN;
    }
}

/* Copies the cells of a column; without cells, `from` NULL, they stay empty.  Of the parameters
 * only the uncertain ones have columns. */
static void copy_cells(const struct sheet *sheet, const struct result_column *c, const double *from,
                       size_t n, double *cell)
{
    const struct scenario *s = sheet->scope->scenario;

    if (from && c->each != EACH_PARAMETER) {
        memcpy(cell, from, n * sizeof *cell);
        return;
    }
    for (size_t i = 0; from && i < s->n_parameter; i++)
        if (parameter_is_uncertain(&s->parameter[i]))
            *cell++ = from[i];
    for (size_t i = 0; !from && i < n; i++)
        cell[i] = NAN;
}

void sheet_cells(const struct sheet *sheet, const void *row, double cell[])
{
    for (size_t i = 0; i < sheet->kind->n; i++) {
        const struct result_column *c = &sheet->kind->column[i];
        const char *member = (const char *)row + c->offset;
        const double *from =
            room_of(c->each) > 0 ? (const double *)member : *(const double *const *)member;
        const size_t n = sheet->first[i + 1] - sheet->first[i];
        if (n > 0)
            copy_cells(sheet, c, from, n, cell + sheet->first[i]);
    }
}

enum error_code sheet_add(struct sheet *sheet, const void *row, struct error *err)
{
    double *cell = table_row(&sheet->table, err);

    if (!cell)
        return err->code;
    sheet_cells(sheet, row, cell);
    return OK;
}

enum error_code sheet_room(struct sheet *sheet, uint64_t n, struct error *err)
{
    for (uint64_t i = 0; i < n; i++)
        if (!table_row(&sheet->table, err))
            return err->code;
    return OK;
}

static double *row_at(const struct sheet *sheet, size_t i)
{
    return sheet->table.cell + i * sheet->table.n_column;
}

void sheet_put(struct sheet *sheet, size_t i, const void *row)
{
    sheet_cells(sheet, row, row_at(sheet, i));
}

void sheet_set(struct sheet *sheet, size_t i, size_t place, double value)
{
    assert(sheet->first[place + 1] == sheet->first[place] + 1);
    row_at(sheet, i)[sheet->first[place]] = value;
}

void sheet_get(const struct sheet *sheet, size_t i, void *row)
{
    sheet_clear(sheet->kind, row);
    for (size_t k = 0; k < sheet->kind->n; k++) {
        const struct result_column *c = &sheet->kind->column[k];
        const size_t n = sheet->first[k + 1] - sheet->first[k];
        if (room_of(c->each) > 0)
            memcpy((char *)row + c->offset, row_at(sheet, i) + sheet->first[k], n * sizeof(double));
    }
}
