/* numbers.c - the uncertain numbers of a scenario as inputs of a study, and whose they are */
#include "numbers.h"

#include "draw.h"
#include "names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const number_kind_names[NUMBER_KINDS] = {
#define X(upper, lower, help) #lower,
    NUMBER_KIND_LIST(X)
#undef X
};

const char *const grouping_names[GROUPINGS] = {
#define X(upper, lower, help) #lower,
    GROUPING_LIST(X)
#undef X
};

static bool starts_with(const char *path, const char *word)
{
    const size_t n = strlen(word);
    return strncmp(path, word, n) == 0 && (path[n] == '.' || path[n] == '\0');
}

/* The next part of a path, "pause" of "weights.pause"; NULL at its end. */
static const char *next_part(const char *path)
{
    const char *dot = strchr(path, '.');
    return dot ? dot + 1 : NULL;
}

/* Numbers of the talks move nothing on the map. */
static bool is_input(const struct scenario *s, size_t parameter, bool with_talks)
{
    const struct parameter *p = &s->parameter[parameter];

    return parameter_is_uncertain(p) &&
           (with_talks || !parameter_is_of_talks(p) || scenario_is_correlated(s, parameter));
}

/* A party's own numbers begin with its name, those of its tactics with "talks.parties." before it.
 */
static size_t party_of(const struct scenario *s, const char *path)
{
    static const char tactics[] = "talks.parties.";

    if (strncmp(path, tactics, strlen(tactics)) == 0)
        path += strlen(tactics);
    for (size_t p = 0; p < s->n_party; p++)
        if (starts_with(path, s->party[p].name))
            return p;
    return s->n_party;
}

/* Of the part after a party's name. */
static enum number_kind kind_of_party(const char *part)
{
    static const struct {
        const char *part;
        enum number_kind kind;
    } kinds[] = {
        { "weights", NUMBER_WEIGHTS },     { "values", NUMBER_VALUES },
        { "interactions", NUMBER_VALUES }, { "reference", NUMBER_VALUES },
        { "red_lines", NUMBER_RED_LINES }, { "positions", NUMBER_RED_LINES },
        { "no_deal", NUMBER_NO_DEAL },     { "refusal_cost", NUMBER_NO_DEAL },
        { "leverage", NUMBER_NO_DEAL },    { "reservation", NUMBER_NO_DEAL },
        { "extension", NUMBER_NO_DEAL },   { "bodies", NUMBER_BODIES },
        { "breaking_off", NUMBER_PHASES }, { "discount", NUMBER_PHASES },
        { "noise", NUMBER_PHASES },        { "keeps_word", NUMBER_PHASES },
        { "lasts", NUMBER_PHASES },
    };

    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (starts_with(part, kinds[i].part))
            return kinds[i].kind;
    return NUMBER_VALUES;
}

static enum number_kind kind_of(const struct scenario *s, const char *path)
{
    if (starts_with(path, "talks"))
        return NUMBER_TALKS;
    if (party_of(s, path) < s->n_party)
        return kind_of_party(next_part(path));
    return starts_with(path, "proposals") ? NUMBER_READINGS : NUMBER_PHASES;
}

/* What follows "bodies.NAME." and "blocs.NAME." after a party's name: these may have the name of an
 * issue. */
static const char *after_bodies(const char *part)
{
    if (part && starts_with(part, "bodies") && next_part(part))
        part = next_part(next_part(part));
    if (part && starts_with(part, "blocs") && next_part(part))
        part = next_part(next_part(part));
    return part;
}

/* The issue that a path names, or n_issue. */
static size_t issue_of(const struct scenario *s, const char *path)
{
    for (const char *part = after_bodies(next_part(path)); part; part = next_part(part)) {
        for (size_t k = 0; k < s->n_issue; k++)
            if (starts_with(part, s->issue[k].name))
                return k;
    }
    return s->n_issue;
}

static size_t group_of(const struct scenario *s, enum grouping grouping, const char *path)
{
    switch (grouping) {
    case GROUPING_PARTY:
        return party_of(s, path);
    case GROUPING_KIND:
        return kind_of(s, path);
    case GROUPING_ISSUE:
        return issue_of(s, path);
    case GROUPINGS:
        break;
    }
    return 0;
}

static void name_group(const struct scenario *s, enum grouping grouping, size_t group,
                       const char **name, const char **title)
{
    switch (grouping) {
    case GROUPING_PARTY:
        *name = group < s->n_party ? s->party[group].name : "shared";
        *title = group < s->n_party ? s->party[group].title : "nobody's";
        break;
    case GROUPING_KIND:
        *name = *title = number_kind_names[group];
        break;
    case GROUPING_ISSUE:
        *name = group < s->n_issue ? s->issue[group].name : "none";
        *title = group < s->n_issue ? s->issue[group].title : "none";
        break;
    case GROUPINGS:
        break;
    }
}

static size_t most_groups(const struct scenario *s, enum grouping grouping)
{
    return grouping == GROUPING_PARTY  ? s->n_party + 1
           : grouping == GROUPING_KIND ? (size_t)NUMBER_KINDS
                                       : s->n_issue + 1;
}

/* Numbers the groups that have numbers, in their order. */
static enum error_code make_groups(struct numbers *n, enum grouping grouping, struct error *err)
{
    const struct scenario *s = n->scenario;
    const size_t most = most_groups(s, grouping);
    size_t *place = arena_alloc(&n->arena, most, sizeof *place);

    n->group[grouping] = arena_alloc(&n->arena, n->n, sizeof(size_t));
    n->group_name[grouping] = arena_alloc(&n->arena, most, sizeof(char *));
    n->group_title[grouping] = arena_alloc(&n->arena, most, sizeof(char *));
    if (!place || !n->group[grouping] || !n->group_name[grouping] || !n->group_title[grouping])
        return error_set(err, ERR_MEMORY, "not enough memory for a study");
    for (size_t i = 0; i < n->n; i++) {
        n->group[grouping][i] = group_of(s, grouping, s->parameter[n->parameter[i]].path);
        place[n->group[grouping][i]] = 1;
    }
    for (size_t g = 0; g < most; g++) {
        const bool has_numbers = place[g] == 1;
        place[g] = n->n_group[grouping];
        if (has_numbers) {
            name_group(s, grouping, g, &n->group_name[grouping][place[g]],
                       &n->group_title[grouping][place[g]]);
            n->n_group[grouping]++;
        }
    }
    for (size_t i = 0; i < n->n; i++)
        n->group[grouping][i] = place[n->group[grouping][i]];
    return OK;
}

static void list_inputs(struct numbers *n, bool with_talks)
{
    const struct scenario *s = n->scenario;

    for (size_t i = 0; i < s->n_parameter; i++) {
        if (!is_input(s, i, with_talks))
            continue;
        const struct distribution *d = &s->parameter[i].distribution;
        for (size_t k = 0; k < s->copula.n; k++)
            if (s->correlated[k] == i)
                n->correlated[k] = n->n;
        n->n_value[n->n] = d->kind == DIST_DISCRETE ? d->n_value : 0;
        n->parameter[n->n++] = i;
    }
    n->n_correlated = s->copula.n;
}

enum error_code numbers_init(struct numbers *n, const struct scenario *s, bool with_talks,
                             struct error *err)
{
    *n = (struct numbers){ .scenario = s };
    n->parameter = arena_alloc(&n->arena, s->n_parameter, sizeof *n->parameter);
    n->n_value = arena_alloc(&n->arena, s->n_parameter, sizeof *n->n_value);
    n->mean = arena_alloc(&n->arena, s->n_parameter, sizeof *n->mean);
    if (!n->parameter || !n->n_value || !n->mean)
        return error_set(err, ERR_MEMORY, "not enough memory for a study");
    draw_mean(s, n->mean);
    list_inputs(n, with_talks);
    for (size_t g = 0; err->code == OK && g < GROUPINGS; g++)
        if (make_groups(n, (enum grouping)g, err) != OK)
            return err->code;
    return OK;
}

void numbers_release(struct numbers *n)
{
    arena_release(&n->arena);
}

void numbers_fill(const struct numbers *n, const double x[], double theta[])
{
    memcpy(theta, n->mean, n->scenario->n_parameter * sizeof *theta);
    for (size_t i = 0; i < n->n; i++)
        theta[n->parameter[i]] = x[i];
}

/* The quantile of a number of which something was learned, by itself; false where nothing was. */
static bool learned_value(const struct learned_worlds *w, size_t parameter, double u, double *x)
{
    for (size_t k = 0; k < w->n; k++)
        if (w->parameter[k] == parameter) {
            const size_t rank = (size_t)(u * (double)w->n_world);
            *x = w->sorted[k * w->n_world + (rank < w->n_world ? rank : w->n_world - 1)];
            return true;
        }
    return false;
}

enum error_code numbers_value(const struct numbers *n, size_t input, double u, double *x,
                              struct error *err)
{
    const struct parameter *p = &n->scenario->parameter[n->parameter[input]];
    char form[160];

    if (learned_value(&n->scenario->learned, n->parameter[input], u, x))
        return OK;
    *x = distribution_quantile(&p->distribution, u);
    if (isfinite(*x))
        return OK;
    distribution_format(&p->distribution, sizeof form, form);
    return error_at(err, p->file, p->line,
                    "'%s', %s, has no finite value at a share %.12g of its values; narrow it with "
                    "'min' and 'max'",
                    p->path, form, u);
}

size_t numbers_which(const struct numbers *n, size_t input, double x)
{
    const struct distribution *d = &n->scenario->parameter[n->parameter[input]].distribution;
    size_t i = 0;

    while (i + 1 < d->n_value && d->value[i] != x)
        i++;
    return i;
}
