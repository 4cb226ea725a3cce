/* caps.c - why a party refuses a package, draw by draw */
#include "caps.h"

#include "consent.h"
#include "draw.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DRAWS = 2048 };

const char *const cap_names[CAP_COUNT] = {
#define X(upper, lower, help) #lower,
    CAP_LIST(X)
#undef X
};

/* Places for all reasons that a party may have: its red lines, its bodies, and the two others. */
static enum error_code list_reasons(struct caps *c, const struct scenario *s, struct error *err)
{
    size_t most = 0;

    for (size_t p = 0; p < s->n_party; p++)
        most += s->party[p].n_red_line + s->party[p].n_body + 3; /* and a body without a name */
    c->of = arena_alloc(&c->arena, most, sizeof *c->of);
    return c->of ? OK : error_set(err, ERR_MEMORY, "not enough memory for reasons");
}

/* Red lines stand there by the paths of their rolls so far. */
static enum error_code name_lines(struct caps *c, const struct scenario *s, struct error *err)
{
    for (size_t i = 0; i < c->n; i++) {
        if (!c->of[i].line)
            continue;
        c->of[i].what = scenario_line_name(s, c->of[i].line, &c->arena);
        if (!c->of[i].what)
            return error_set(err, ERR_MEMORY, "not enough memory for reasons");
    }
    return OK;
}

static struct capped *reason(struct caps *c, size_t party, enum cap cap, const char *what)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->of[i].party == party && c->of[i].cap == cap && strcmp(c->of[i].what, what) == 0)
            return &c->of[i];
    c->of[c->n] = (struct capped){ .party = party, .cap = cap, .what = what };
    return &c->of[c->n++];
}

/* The red line of its own that a package crosses in the draw, or NULL. */
static const struct red_line *crossed(const struct appraisal *d, size_t p, const size_t level[])
{
    const struct party *party = &d->scenario->party[p];

    for (size_t i = 0; i < party->n_red_line; i++) {
        const struct red_line *line = &party->red_line[i];
        const bool is_about =
            level_set_has(&line->set, scenario_level(d->scenario, line->issue, level));
        if (is_about && red_line_holds(line, d->theta))
            return line;
    }
    return NULL;
}

/* The first of its bodies that refuses what the leaders would sign; else of the partners whose
 * leaving takes away what they would gain. */
static const char *refusing_body(const struct appraisal *d, size_t p, const size_t level[],
                                 const double surplus[], const double felt[])
{
    const struct party *party = &d->scenario->party[p];

    for (size_t b = 0; b < party->n_body; b++)
        if (!appraisal_body_agrees(d, p, b, level, surplus, felt))
            return party->body[b].name;
    for (size_t b = 0; b < party->n_body; b++)
        if (party->body[b].kind == BODY_PARTNER &&
            !consent_stays(&party->body[b], d->theta, surplus[p], felt[p]))
            return party->body[b].name;
    return "";
}

static void note(struct caps *c, const struct appraisal *d, size_t p, const size_t level[])
{
    const struct red_line *line = crossed(d, p, level);
    double kept[MAX_VETO], felt_kept[MAX_PARTY];
    struct capped *of;

    appraisal_if_kept(d, level, kept, felt_kept);
    if (line) {
        of = reason(c, p, CAP_RED_LINE, d->scenario->parameter[line->roll].path);
        of->line = line;
    } else if (appraisal_accepts(d, p, level, kept, felt_kept))
        of = reason(c, p, CAP_WORD, "");
    else if (appraisal_leaders_accept(d, p, level, kept))
        of = reason(c, p, CAP_BODY, refusing_body(d, p, level, kept, felt_kept));
    else
        of = reason(c, p, CAP_SURPLUS, "");
    if (of->cap == CAP_SURPLUS)
        of->missing += -kept[p];
    of->draws++;
    c->refuses[p]++;
}

/* Party by party, most draws first. */
static int compare_reasons(const void *a, const void *b)
{
    const struct capped *x = a, *y = b;

    if (x->party != y->party)
        return x->party > y->party ? 1 : -1;
    if (x->draws != y->draws)
        return x->draws < y->draws ? 1 : -1;
    return x->cap != y->cap ? (int)x->cap - (int)y->cap : strcmp(x->what, y->what);
}

static enum error_code take_draws(struct caps *c, const struct map *map, const gsl_rng *rng,
                                  struct appraisal *d, const size_t level[], struct error *err)
{
    const struct scenario *s = d->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    c->n_draw = map->draws < DRAWS ? (size_t)map->draws : DRAWS;
    for (size_t i = 0; i < c->n_draw; i++) {
        if (interrupt_check(err) != OK || draw_make(s, rng, i, d->theta, err) != OK)
            return err->code;
        appraisal_fill(d);
        appraisal_surpluses(d, level, surplus, felt);
        for (size_t p = 0; p < s->n_party; p++)
            if (!appraisal_accepts(d, p, level, surplus, felt))
                note(c, d, p, level);
    }
    for (size_t i = 0; i < c->n; i++)
        c->of[i].missing =
            c->of[i].cap == CAP_SURPLUS ? c->of[i].missing / (double)c->of[i].draws : NAN;
    qsort(c->of, c->n, sizeof *c->of, compare_reasons);
    return name_lines(c, s, err);
}

enum error_code caps_find(struct caps *c, const struct map *map, const size_t level[],
                          struct error *err)
{
    struct appraisal appraisal = { 0 };
    gsl_rng *rng = gsl_rng_alloc(rng_philox);

    *c = (struct caps){ .n = 0 };
    if (!rng)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(rng, map->seed);
    enum error_code code = list_reasons(c, map->layout->scenario, err);
    if (code == OK)
        code = appraisal_init(&appraisal, map->layout->scenario, err);
    if (code == OK)
        code = take_draws(c, map, rng, &appraisal, level, err);
    appraisal_release(&appraisal);
    gsl_rng_free(rng);
    return code;
}

void caps_release(struct caps *c)
{
    arena_release(&c->arena);
}
