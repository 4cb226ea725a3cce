/* headings.c - no file of results has two columns of one name */
#include "headings.h"

#include "metric.h"
#include "result_files.h"

#include <assert.h>
#include <string.h>

/* Who gives a column its name.  Of two owners the one whose kind comes first is asked to change. */
struct owner {
    enum { ISSUE, PROPOSAL, PARTY, PROGRAM } kind;
    const char *name;
    const struct location *place;
};

static struct owner owner_of(const struct scenario *s, const struct column *column)
{
    for (size_t k = 0; k < s->n_issue; k++)
        if (column->from == &s->issue[k].place)
            return (struct owner){ ISSUE, s->issue[k].name, column->from };
    for (size_t i = 0; i < s->n_proposal; i++)
        if (column->from == &s->proposal[i].place)
            return (struct owner){ PROPOSAL, s->proposal[i].name, column->from };
    for (size_t p = 0; p < s->n_party; p++)
        if (column->from == &s->party[p].place)
            return (struct owner){ PARTY, s->party[p].name, column->from };
    return (struct owner){ PROGRAM, NULL, NULL };
}

static enum error_code refuse(const struct scenario *s, const char *file, const struct table *t,
                              size_t first, size_t second, struct error *err)
{
    static const char *const kind[] = { "an issue", "a proposal", "a party" };
    struct owner own = owner_of(s, &t->column[second]), other = owner_of(s, &t->column[first]);

    if (other.kind < own.kind) {
        const struct owner swap = own;
        own = other;
        other = swap;
    }
    assert(own.kind != PROGRAM); /* the program's own columns differ */
    if (other.kind == PROGRAM || other.name == own.name)
        return error_at(err, own.place->file, own.place->line,
                        "%s cannot be called '%s': %s would have two columns '%s'", kind[own.kind],
                        own.name, file, t->column[second].name);
    return error_at(err, own.place->file, own.place->line,
                    "%s cannot be called '%s' beside %s called '%s': %s would have two columns "
                    "'%s'",
                    kind[own.kind], own.name, kind[other.kind], other.name, file,
                    t->column[second].name);
}

/* Refuses two columns of one name. */
static enum error_code check_doubles(const struct scenario *s, const struct sheet *sheet,
                                     struct error *err)
{
    size_t first, second;

    if (!table_doubles(&sheet->table, &first, &second))
        return OK;
    return refuse(s, sheet->kind->file, &sheet->table, first, second, err);
}

/* Whether a name begins as the columns of parties do, "accept_": as their heading up to the P of
 * PARTY. */
static bool begins_as(const char *name, const struct result_column *c)
{
    const size_t n = strcspn(c->heading, "P");

    return (c->each == EACH_PARTY || c->each == EACH_SIDE) && strncmp(name, c->heading, n) == 0;
}

/* Refuses issues with names that begin as the columns of parties.  Readers of a file know where its
 * issues end by the column of the first party behind them. */
static enum error_code check_beginnings(const struct scenario *s, const struct result_table *t,
                                        struct error *err)
{
    for (size_t i = 1; i < t->n; i++)
        for (size_t k = 0; t->column[i - 1].each == EACH_ISSUE && k < s->n_table; k++)
            if (begins_as(s->issue[k].name, &t->column[i]))
                return error_at(err, s->issue[k].place.file, s->issue[k].place.line,
                                "an issue cannot be called '%s': in %s columns '%s' follow those "
                                "of issues",
                                s->issue[k].name, t->file, t->column[i].heading);
    return OK;
}

enum error_code headings_check(const struct scenario *s, struct error *err)
{
    bool group[METRIC_COUNT];
    struct scope scope = { .scenario = s, .group = group };
    const char *lacks;
    enum error_code code = OK;

    /* all that any command could ask for: a name must not fail later, with another option */
    scope.label[LABEL_STRATEGY].n = s->talks != NULL; /* as with --against */
    for (int m = 0; m < METRIC_COUNT; m++)
        group[m] = metric_applies((enum metric)m, s, &lacks);
    for (size_t i = 0; code == OK && i < result_files_count(); i++) {
        const struct result_table *t = result_file(i);
        struct sheet sheet = { .kind = NULL };
        if (!t->when->holds(&scope))
            continue;
        code = sheet_open(&sheet, t, &scope, err);
        if (code == OK)
            code = check_doubles(s, &sheet, err);
        if (code == OK)
            code = check_beginnings(s, t, err);
        sheet_release(&sheet);
    }
    return code;
}
