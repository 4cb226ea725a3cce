/* headings.c - no file of results has two columns of one name */
#include "headings.h"

#include "metric.h"
#include "results.h"
#include "survey.h"
#include "talks_results.h"

#include <assert.h>

/* Who gives a column its name; of two the first of these kinds is asked for another. */
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

static enum error_code check(const struct scenario *s, const char *file, const struct table *t,
                             struct error *err)
{
    size_t first, second;

    return table_doubles(t, &first, &second) ? refuse(s, file, t, first, second, err) : OK;
}

static enum error_code check_run(const struct scenario *s, struct error *err)
{
    struct results r = { .scenario = s };

    enum error_code code = results_columns(&r, err);
    if (code == OK)
        code = check(s, "packages.csv", &r.packages, err);
    for (size_t i = 0; code == OK && i < RESULT_COUNT; i++)
        code = check(s, result_files[i], &r.table[i], err);
    results_release(&r);
    return code;
}

static enum error_code check_draws(const struct scenario *s, struct error *err)
{
    struct table t = { .n_column = 0 };

    enum error_code code = survey_columns(&t, s, err);
    if (code == OK)
        code = check(s, "agreement.csv", &t, err);
    table_release(&t);
    return code;
}

static enum error_code check_talks(const struct scenario *s, struct error *err)
{
    struct talks_results r = { .scenario = s };

    enum error_code code = talks_results_columns(&r, err);
    if (code == OK)
        code = check(s, "talks.csv", &r.talks, err);
    if (code == OK)
        code = check(s, "offers.csv", &r.offers, err);
    if (code == OK)
        code = check(s, "against.csv", &r.against, err);
    talks_results_release(&r);
    return code;
}

static enum error_code check_sweep(const struct scenario *s, struct error *err)
{
    struct table t = { .n_column = 0 };
    enum error_code code = table_column(&t, NULL, 0, err, "point");
    const char *lacks;

    for (int m = 0; code == OK && m < METRIC_COUNT; m++)
        if (metric_applies((enum metric)m, s, &lacks))
            code = metric_columns((enum metric)m, &t, s, err);
    if (code == OK)
        code = check(s, "sweep.csv", &t, err);
    table_release(&t);
    return code;
}

enum error_code headings_check(const struct scenario *s, struct error *err)
{
    if (check_run(s, err) != OK || check_draws(s, err) != OK || check_sweep(s, err) != OK)
        return err->code;
    return s->talks ? check_talks(s, err) : OK;
}
