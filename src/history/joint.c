/* joint.c - the uncertain numbers of several scenarios as one world */
#include "joint.h"

#include "draw.h"
#include "text.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Numbers of the talks move no answer, unless something else goes with them. */
static bool is_taken(const struct scenario *s, size_t i)
{
    const struct parameter *p = &s->parameter[i];

    return parameter_is_uncertain(p) && (!parameter_is_of_talks(p) || scenario_is_correlated(s, i));
}

static size_t find_path(const struct scenario *s, const char *path)
{
    for (size_t i = 0; i < s->n_parameter; i++)
        if (strcmp(s->parameter[i].path, path) == 0)
            return i;
    return NONE;
}

/* Whether every scenario that has a parameter of this path has the same number there, in a file
 * that it includes. */
static bool is_shared(const struct history *h, const struct parameter *p)
{
    for (size_t s = 0; s < h->n; s++) {
        const size_t i = find_path(h->scenario[s], p->path);
        const struct parameter *other = i == NONE ? NULL : &h->scenario[s]->parameter[i];
        if (other &&
            (other->is_dated || !distribution_equal(&p->distribution, &other->distribution)))
            return false;
    }
    return !p->is_dated;
}

static size_t find_number(const struct joint *j, const char *path)
{
    for (size_t i = 0; i < j->n; i++)
        if (j->number[i].scenario == NONE && strcmp(j->number[i].parameter->path, path) == 0)
            return i;
    return NONE;
}

/* A stream of its own for a number that the scenario's file does not write itself, and that differs
 * from that of others all the same. */
static uint32_t own_address(const struct scenario *s, const struct parameter *p)
{
    uint64_t hash = text_hash(TEXT_HASH_START, p->path, strlen(p->path));

    if (p->is_dated)
        return p->address;
    hash = text_hash(hash, s->name, strlen(s->name));
    return (uint32_t)(hash ^ hash >> 32);
}

static size_t add_number(struct joint *j, size_t s, size_t i, bool shared)
{
    const struct scenario *scenario = j->history->scenario[s];
    const struct parameter *p = &scenario->parameter[i];
    const size_t there = shared ? find_number(j, p->path) : NONE;

    if (there != NONE)
        return there;
    j->number[j->n] = (struct joint_number){ p, shared ? NONE : s, s,
                                             shared ? p->address : own_address(scenario, p) };
    return j->n++;
}

/* What a shared number's value depends on beside its own uniform number, as one hash: the paths and
 * factors of its row of the copula.  *own: whether a number of the scenario alone is among them. */
static uint64_t hash_of_row(const struct joint *j, size_t s, size_t i, bool *own)
{
    const struct scenario *scenario = j->history->scenario[s];
    const size_t n = scenario->copula.n;
    uint64_t hash = TEXT_HASH_START;
    size_t row = 0;

    while (row < n && scenario->correlated[row] != i)
        row++;
    for (size_t k = 0; row < n && k < row; k++) {
        const size_t other = scenario->correlated[k];
        const double *factor = &scenario->copula.factor[row * n + k];
        if (*factor == 0)
            continue;
        hash = text_hash(hash, scenario->parameter[other].path,
                         strlen(scenario->parameter[other].path));
        hash = text_hash(hash, factor, sizeof *factor);
        *own = *own || j->number[j->of[s][other]].scenario != NONE;
    }
    return hash;
}

static enum error_code check_correlations(const struct joint *j, size_t s, struct error *err)
{
    const struct scenario *scenario = j->history->scenario[s];

    for (size_t i = 0; i < scenario->n_parameter; i++) {
        const size_t number = j->of[s][i];
        bool own = false, own_there = false;
        if (number == NONE || j->number[number].scenario != NONE || j->number[number].first == s)
            continue;
        const size_t first = j->number[number].first;
        const size_t there = find_path(j->history->scenario[first], scenario->parameter[i].path);
        if (hash_of_row(j, s, i, &own) != hash_of_row(j, first, there, &own_there) || own ||
            own_there)
            return error_at(err, scenario->parameter[i].file, scenario->parameter[i].line,
                            "'%s' is shared by '%s' and '%s', and correlated with what is not: "
                            "name it first in 'between', or write it into the scenarios",
                            scenario->parameter[i].path, j->history->scenario[first]->name,
                            scenario->name);
    }
    return OK;
}

enum error_code joint_init(struct joint *j, const struct history *h, struct error *err)
{
    size_t most = 0;

    *j = (struct joint){ .history = h };
    for (size_t s = 0; s < h->n; s++)
        most += h->scenario[s]->n_parameter;
    j->number = arena_alloc(&j->arena, most, sizeof *j->number);
    j->of = arena_alloc(&j->arena, h->n, sizeof *j->of);
    bool has_room = j->number && j->of;
    for (size_t s = 0; has_room && s < h->n; s++) {
        j->of[s] = arena_alloc(&j->arena, h->scenario[s]->n_parameter, sizeof **j->of);
        has_room = j->of[s] != NULL;
    }
    if (!has_room)
        return error_set(err, ERR_MEMORY, "not enough memory for the numbers of a record");
    for (int own = 0; own < 2; own++)
        for (size_t s = 0; s < h->n; s++)
            for (size_t i = 0; i < h->scenario[s]->n_parameter; i++) {
                const bool taken = is_taken(h->scenario[s], i);
                const bool shared = taken && is_shared(h, &h->scenario[s]->parameter[i]);
                if (!taken)
                    j->of[s][i] = NONE;
                else if (shared == !own)
                    j->of[s][i] = add_number(j, s, i, shared);
            }
    for (size_t s = 0; s < h->n; s++)
        if (check_correlations(j, s, err) != OK)
            return err->code;
    return OK;
}

void joint_release(struct joint *j)
{
    arena_release(&j->arena);
}

void joint_draw(const struct joint *j, const gsl_rng *r, uint64_t index, double u[])
{
    draw_open(r, index);
    for (size_t i = 0; i < j->n; i++)
        u[i] = draw_uniform(r, j->number[i].address);
}

/* Beyond 8 standard deviations the quantiles of a normal would be infinite. */
double joint_uniform(double score)
{
    return gsl_cdf_ugaussian_P(fmin(8, fmax(-8, score)));
}

double joint_score(double u)
{
    return gsl_cdf_ugaussian_Pinv(u);
}

const char *joint_name(const struct joint *j, size_t number, struct arena *arena)
{
    const struct joint_number *n = &j->number[number];
    const char *scenario = n->scenario == NONE ? "" : j->history->scenario[n->scenario]->name;
    const size_t size = strlen(scenario) + strlen(n->parameter->path) + 2;
    char *name = arena_alloc(arena, size, 1);

    if (name)
        snprintf(name, size, "%s%s%s", scenario, scenario[0] ? "/" : "", n->parameter->path);
    return name;
}
