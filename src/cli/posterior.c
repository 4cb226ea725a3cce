/* posterior.c - worlds that `negosim infer` has left, handed to other commands */
#include "posterior.h"

#include "csv_text.h"
#include "sorting.h"
#include "text.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORLD, FIRST }; /* columns: the world, and the first number */

/* The columns that posterior_rows.c writes: `world`, then each number once. */
static enum error_code check_header(const struct posterior *p, const struct csv_text *c,
                                    struct error *err)
{
    if (csv_text_column(c, "world") != WORLD || c->n_column <= FIRST)
        return error_set(err, ERR_IO,
                         "'%s' does not begin with a column 'world' and numbers behind it: "
                         "'negosim infer' writes it",
                         p->path);
    for (size_t i = 0; i < c->n_column; i++)
        if (csv_text_column(c, c->column[i]) != i)
            return error_set(err, ERR_IO, "'%s' has a column '%.100s' twice", p->path,
                             c->column[i]);
    return OK;
}

static enum error_code take_names(struct posterior *p, const struct csv_text *c, struct error *err)
{
    p->n = c->n_column - FIRST;
    p->hash = TEXT_HASH_START;
    p->name = memory_alloc(p->n, sizeof *p->name, err);
    for (size_t i = 0; err->code == OK && i < p->n; i++) {
        p->name[i] = strdup(c->column[FIRST + i]);
        if (!p->name[i])
            return error_set(err, ERR_MEMORY, "not enough memory for '%s'", p->path);
        p->hash = text_hash(p->hash, p->name[i], strlen(p->name[i]) + 1);
    }
    return err->code;
}

static enum error_code take_world(struct posterior *p, const struct csv_text *c, size_t *room,
                                  struct error *err)
{
    uint64_t world;

    if (c->n_cell != c->n_column || c->is_odd)
        return error_set(err, ERR_IO, "'%s', line %d: %zu cells, expected %zu", p->path, c->line,
                         c->n_cell, c->n_column);
    if (!text_count(c->cell[WORLD], 0, UINT64_MAX, &world) || world != p->n_world)
        return error_set(err, ERR_IO, "'%s', line %d: world '%.30s', expected %zu", p->path,
                         c->line, c->cell[WORLD], p->n_world);
    if (p->n_world == *room) {
        const size_t rows = 2 * *room + 64;
        double *more = realloc(p->value, rows * p->n * sizeof *more);
        if (!more)
            return error_set(err, ERR_MEMORY, "not enough memory for '%s'", p->path);
        p->value = more;
        *room = rows;
    }
    for (size_t i = 0; i < p->n; i++) {
        double *x = &p->value[p->n_world * p->n + i];
        if (!text_real(c->cell[FIRST + i], x))
            return error_set(err, ERR_IO, "'%s', line %d: '%.60s' of '%.100s' is no number",
                             p->path, c->line, c->cell[FIRST + i], p->name[i]);
        p->hash = text_hash(p->hash, x, sizeof *x);
    }
    p->n_world++;
    return OK;
}

static int by_hash(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* (sum n)^2 / sum n^2, n how often a world is there: those that count much are there often. */
static enum error_code count_effective(struct posterior *p, struct error *err)
{
    uint64_t *hash = memory_alloc(p->n_world, sizeof *hash, err);
    double squares = 0;

    if (!hash)
        return err->code;
    for (size_t i = 0; i < p->n_world; i++)
        hash[i] = text_hash(TEXT_HASH_START, p->value + i * p->n, p->n * sizeof *p->value);
    qsort(hash, p->n_world, sizeof *hash, by_hash);
    for (size_t i = 0, next; i < p->n_world; i = next) {
        for (next = i; next < p->n_world && hash[next] == hash[i];)
            next++;
        squares += (double)(next - i) * (double)(next - i);
    }
    p->effective = (double)p->n_world * (double)p->n_world / squares;
    free(hash);
    return OK;
}

enum error_code posterior_read(struct posterior *p, const char *dir, struct error *err)
{
    struct csv_text c = { .n = 0 };
    char path[PATH_MAX];
    size_t room = 0;

    *p = (struct posterior){ .n = 0 };
    if (snprintf(path, sizeof path, "%s/" POSTERIOR_FILE, dir) >= (int)sizeof path)
        return error_set(err, ERR_IO, "'%.100s...' is too long a name", dir);
    *p = (struct posterior){ .path = strdup(path) };
    if (!p->path)
        return error_set(err, ERR_MEMORY, "not enough memory for '%s'", path);
    if (csv_text_open(&c, path, err) == OK && check_header(p, &c, err) == OK &&
        take_names(p, &c, err) == OK)
        while (csv_text_row(&c) && take_world(p, &c, &room, err) == OK)
            continue;
    if (err->code == OK && p->n_world == 0)
        error_set(err, ERR_IO, "'%s' has no worlds", path);
    csv_text_release(&c);
    return err->code == OK ? count_effective(p, err) : err->code;
}

void posterior_release(struct posterior *p)
{
    for (size_t i = 0; p->name && i < p->n; i++)
        free(p->name[i]);
    free(p->name);
    free(p->value);
    free(p->path);
    *p = (struct posterior){ .n = 0 };
}

static size_t find_name(const struct posterior *p, const char *name)
{
    size_t i = 0;

    while (i < p->n && strcmp(p->name[i], name) != 0)
        i++;
    return i;
}

/* Which of the numbers a parameter is; p->n for none. */
static size_t find_number(const struct posterior *p, const struct scenario *s,
                          const struct parameter *parameter)
{
    char own[600];

    if (!parameter_is_uncertain(parameter) || parameter->line == LINE_OF_SETTING)
        return p->n;
    snprintf(own, sizeof own, "%s/%s", s->name, parameter->path);
    const size_t at = find_name(p, own);
    return at < p->n ? at : find_name(p, parameter->path);
}

static enum error_code give_number(const struct posterior *p, struct scenario *s, size_t parameter,
                                   size_t number, struct error *err)
{
    struct learned_worlds *w = &s->learned;
    const struct parameter *about = &s->parameter[parameter];
    double low, high;

    distribution_support(&about->distribution, &low, &high);
    w->parameter[w->n] = parameter;
    for (size_t i = 0; i < p->n_world; i++) {
        const double x = p->value[i * p->n + number];
        if (x < low - 1e-9 || x > high + 1e-9)
            return error_at(err, about->file, about->line,
                            "'%s' is %g in world %zu of '%.120s', and %g to %g here: these worlds "
                            "are of another text",
                            about->path, x, i, p->path, low, high);
        w->mean[w->n] += x / (double)p->n_world;
    }
    w->n++;
    return OK;
}

enum error_code posterior_give(const struct posterior *p, bool may_be_none, struct scenario *s,
                               struct error *err)
{
    struct learned_worlds *w = &s->learned;
    size_t *from = arena_alloc(&s->arena, s->n_parameter, sizeof *from);

    w->parameter = arena_alloc(&s->arena, s->n_parameter, sizeof *w->parameter);
    w->mean = arena_alloc(&s->arena, s->n_parameter, sizeof *w->mean);
    for (size_t i = 0; from && w->parameter && w->mean && i < s->n_parameter; i++) {
        const size_t number = find_number(p, s, &s->parameter[i]);
        if (number == p->n)
            continue;
        from[w->n] = number;
        if (give_number(p, s, i, number, err) != OK)
            return err->code;
    }
    w->value = arena_alloc(&s->arena, p->n_world * w->n, sizeof *w->value);
    w->sorted = arena_alloc(&s->arena, p->n_world * w->n, sizeof *w->sorted);
    if (!from || !w->parameter || !w->mean || !w->value || !w->sorted)
        return error_set(err, ERR_MEMORY, "not enough memory for '%s'", p->path);
    if (w->n == 0 && !may_be_none)
        return error_set(err, ERR_SCENARIO,
                         "no uncertain number of '%s' is among the worlds of '%s': they are of "
                         "other scenarios",
                         s->name, p->path);
    for (size_t k = 0; k < w->n; k++) {
        for (size_t i = 0; i < p->n_world; i++)
            w->value[i * w->n + k] = w->sorted[k * p->n_world + i] = p->value[i * p->n + from[k]];
        qsort(w->sorted + k * p->n_world, p->n_world, sizeof *w->sorted, sorting_rising);
    }
    w->n_world = w->n > 0 ? p->n_world : 0;
    s->text_hash = text_hash(s->text_hash, &p->hash, sizeof p->hash);
    return OK;
}
