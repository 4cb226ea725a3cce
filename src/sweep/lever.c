/* lever.c - what a sweep varies: a number, the level at which an issue is fixed, or a setting */
#include "lever.h"

#include "names.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ISSUES "issues."

/* A lever while it is read. */
struct reading {
    struct lever *lever;
    const struct scenario *scenario;
    struct arena *arena;
    struct error *err;
};

static const struct issue *issue_of(const struct lever *l, const struct scenario *s)
{
    return &s->issue[lever_index(l, s)];
}

/* Looked up by name each time: in a scenario loaded with other settings the index may differ. */
size_t lever_index(const struct lever *l, const struct scenario *s)
{
    size_t i = 0;

    if (l->kind == LEVER_LEVEL) {
        while (strcmp(s->issue[i].name, l->path + strlen(ISSUES)) != 0)
            i++;
        return i;
    }
    while (i < s->n_parameter && strcmp(s->parameter[i].path, l->path) != 0)
        i++;
    return i;
}

bool lever_is_of_talks(const char *path)
{
    return strncmp(path, "talks.", strlen("talks.")) == 0;
}

char *lever_path(char *path)
{
    static const char parties[] = "parties.";
    return path + (strncmp(path, parties, strlen(parties)) == 0 ? strlen(parties) : 0);
}

static bool is_issue(const struct scenario *s, const char *path)
{
    for (size_t k = 0; k < s->n_table; k++)
        if (strncmp(path, ISSUES, strlen(ISSUES)) == 0 &&
            strcmp(s->issue[k].name, path + strlen(ISSUES)) == 0)
            return true;
    return false;
}

/* Whether a path is a number that can be set in place, without loading the file anew: no check of
 * the file compares it with others. */
static bool is_parameter(const struct scenario *s, const char *path)
{
    if (strcmp(path, "talks.round_days") == 0)
        return false; /* rounds are counted to the deadline */
    for (size_t i = 0; i < s->n_parameter; i++)
        if (!s->parameter[i].is_implied && strcmp(s->parameter[i].path, path) == 0)
            return true;
    return false;
}

/* Refuses a setting that all points share (seed, draws) and an issue that is not on the table.  All
 * else is tried with its values later, by --set. */
static enum error_code check_path(const struct reading *r)
{
    static const char *const shared[] = { "run.", "scenario.", "sweep." };
    const struct scenario *s = r->scenario;
    const char *path = r->lever->path;
    char hint[300];

    for (size_t i = 0; i < COUNT_OF(shared); i++)
        if (strncmp(path, shared[i], strlen(shared[i])) == 0)
            return error_set(r->err, ERR_USAGE,
                             "--vary %s: all points of a sweep share it; sweep again with --draws, "
                             "--seed or --set run.design",
                             path);
    if (strncmp(path, ISSUES, strlen(ISSUES)) != 0 || strchr(path + strlen(ISSUES), '.'))
        return OK;
    name_hint(s->n_table, &s->issue[0].name, sizeof *s->issue, path + strlen(ISSUES), sizeof hint,
              hint);
    return error_set(r->err, ERR_USAGE, "--vary %s: no issue '%s' is on the table%s", path,
                     path + strlen(ISSUES), hint);
}

static double *room(const struct reading *r, size_t n)
{
    double *value = arena_alloc(r->arena, n, sizeof *value);

    if (!value)
        error_set(r->err, ERR_MEMORY, "not enough memory for a sweep");
    return value;
}

static enum error_code read_all(const struct reading *r)
{
    struct lever *l = r->lever;

    if (l->kind != LEVER_LEVEL)
        return error_set(r->err, ERR_USAGE,
                         "--vary %s: 'all' is for issues; give LO:HI:N, or values: a,b,c", l->path);
    const struct issue *issue = issue_of(l, r->scenario);
    l->n_value = issue->n_level;
    l->value = room(r, l->n_value);
    if (l->value)
        memcpy(l->value, issue->level, l->n_value * sizeof *l->value);
    return r->err->code;
}

static enum error_code read_range(const struct reading *r, const char *values)
{
    struct lever *l = r->lever;
    char part[3][TEXT_NUMBER] = { "", "", "" };
    uint64_t n = 2;

    /* %n is stored behind the second number and again behind a third: nothing may follow it */
    int end = 0, parts = sscanf(values, "%31[^:]:%31[^:]%n:%31[^:]%n", part[0], part[1], &end,
                                part[2], &end);
    if (parts < 2 || values[end] || !text_real(part[0], &l->low) || !text_real(part[1], &l->high) ||
        (parts == 3 && !text_amount(part[2], 2, LEVER_MAX_VALUE, &n)) || !(l->low < l->high) ||
        !isfinite(l->high - l->low))
        return error_set(r->err, ERR_USAGE,
                         "--vary %s is '%s', expected LO:HI:N, from LO up to HI in N from 2 to %d",
                         l->path, values, LEVER_MAX_VALUE);
    if (l->kind == LEVER_LEVEL)
        return error_set(r->err, ERR_USAGE,
                         "--vary %s: an issue has levels; name them, a,b,c, or say 'all'", l->path);
    if (l->kind == LEVER_SETTING && parts == 2)
        return error_set(r->err, ERR_USAGE,
                         "--vary %s: a setting needs its values, LO:HI:N or a,b,c", l->path);
    l->is_range = parts == 2;
    l->is_spaced = parts == 3;
    l->n_value = n;
    l->value = room(r, n);
    for (size_t i = 0; l->value && i < n; i++)
        l->value[i] = text_spaced(l->low, l->high, n - 1, i);
    return r->err->code;
}

static bool read_level(const struct issue *issue, const char *text, double *value)
{
    double x;

    for (size_t i = 0; i < issue->n_level; i++)
        if (strcmp(issue->label[i], text) == 0 ||
            (!issue->is_named && text_real(text, &x) && issue->level[i] == text_written(x))) {
            *value = issue->level[i];
            return true;
        }
    return false;
}

/* Once a list has texts, even those of its values that are numbers are kept as texts: the value of
 * the lever is then the index of its text. */
static enum error_code read_one(const struct reading *r, const char *text, double *value)
{
    struct lever *l = r->lever;

    if (l->label) {
        l->label[l->n_value] = text;
        *value = (double)l->n_value;
        return OK;
    }
    if (l->kind != LEVER_LEVEL && !text_real(text, value))
        return error_set(r->err, ERR_USAGE,
                         "--vary %s: '%s' is not a number; expected LO:HI:N, or a,b,c", l->path,
                         text);
    if (l->kind == LEVER_LEVEL) {
        const struct issue *issue = issue_of(l, r->scenario);
        char hint[300];
        if (read_level(issue, text, value))
            return OK;
        name_hint(issue->n_level, issue->label, sizeof *issue->label, text, sizeof hint, hint);
        return error_set(r->err, ERR_USAGE, "--vary %s: '%s' is not on the table%s", l->path, text,
                         hint);
    }
    return OK;
}

/* Whether a list has a value that is no number. */
static bool has_texts(const char *values)
{
    char one[TEXT_NUMBER];
    double x;

    for (;; values += strcspn(values, ",") + 1) {
        const size_t n = strcspn(values, ",");
        snprintf(one, sizeof one, "%.*s", (int)n, values);
        if (n >= sizeof one || !text_real(one, &x))
            return true;
        if (!values[n])
            return false;
    }
}

/* Whether the value at n_value, just read, is in the list already. */
static bool is_double(const struct lever *l)
{
    for (size_t i = 0; i < l->n_value; i++)
        if (l->label ? strcmp(l->label[i], l->label[l->n_value]) == 0
                     : l->value[i] == l->value[l->n_value])
            return true;
    return false;
}

/* A copy of a list without the blanks around its values; those inside a value stay. */
static char *trimmed(const struct reading *r, const char *values)
{
    char *copy = arena_text(r->arena, values), *to = copy;

    for (const char *at = copy; copy && *at; at++) {
        const bool at_start = to == copy || to[-1] == ',';
        if (*at != ' ' || !(at_start || !at[strspn(at, " ")] || at[strspn(at, " ")] == ','))
            *to++ = *at;
    }
    if (to)
        *to = '\0';
    return copy;
}

/* Takes one value of the list; refuses a value that is there twice or too long for a setting. */
static enum error_code take_value(const struct reading *r, char *one)
{
    struct lever *l = r->lever;

    if (strlen(l->path) + strlen(one) + 2 > LEVER_TEXT)
        return error_set(r->err, ERR_USAGE, "--vary %s: a value is longer than %d characters",
                         l->path, LEVER_TEXT - 2 - (int)strlen(l->path));
    if (read_one(r, one, &l->value[l->n_value]) != OK)
        return r->err->code;
    if (is_double(l))
        return error_set(r->err, ERR_USAGE, "--vary %s: '%s' is there twice", l->path, one);
    l->n_value++;
    return OK;
}

static enum error_code read_values(const struct reading *r, const char *values)
{
    struct lever *l = r->lever;
    char *rest = trimmed(r, values);
    size_t n = 1;

    for (const char *c = values; *c; c++)
        n += *c == ',';
    l->value = room(r, n);
    if (rest && l->kind == LEVER_SETTING && has_texts(rest))
        l->label = arena_alloc(r->arena, n, sizeof *l->label);
    if (!rest || !l->value)
        return error_set(r->err, ERR_MEMORY, "not enough memory for a sweep");
    while (rest) {
        char *one = rest, *comma = strchr(rest, ',');
        rest = comma ? comma + 1 : NULL;
        if (comma)
            *comma = '\0';
        if (take_value(r, one) != OK)
            return r->err->code;
    }
    return OK;
}

enum error_code lever_read(struct lever *l, const struct scenario *s, const char *text,
                           struct arena *arena, struct error *err)
{
    const struct reading r = { l, s, arena, err };
    const char *equals = strchr(text, '=');

    *l = (struct lever){ .n_value = 0 };
    if (!equals || equals == text || !equals[1])
        return error_set(err, ERR_USAGE,
                         "vary '%s': expected PATH=LO:HI:N, PATH=a,b,c or issues.NAME=all", text);
    l->path = arena_text(arena, text);
    if (!l->path)
        return error_set(err, ERR_MEMORY, "not enough memory for a sweep");
    l->path[equals - text] = '\0';
    l->path = lever_path(l->path);
    l->kind = is_issue(s, l->path)       ? LEVER_LEVEL
              : is_parameter(s, l->path) ? LEVER_NUMBER
                                         : LEVER_SETTING;
    if (l->kind == LEVER_SETTING && check_path(&r) != OK)
        return err->code;
    if (strcmp(equals + 1, "all") == 0)
        return read_all(&r);
    return strchr(equals + 1, ':') ? read_range(&r, equals + 1) : read_values(&r, equals + 1);
}

void lever_setting(const struct lever *l, const struct scenario *s, double value,
                   char out[static LEVER_TEXT])
{
    char number[TEXT_NUMBER];

    text_shortest(value, number);
    if (l->label)
        snprintf(out, LEVER_TEXT, "%s=%s", l->path, l->label[(size_t)value]);
    else if (l->kind == LEVER_LEVEL && issue_of(l, s)->is_named)
        snprintf(out, LEVER_TEXT, "%s=\"%s\"", l->path, issue_of(l, s)->names[(size_t)value]);
    else
        snprintf(out, LEVER_TEXT, "%s=%s", l->path, number);
}
