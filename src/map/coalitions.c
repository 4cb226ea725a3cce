/* coalitions.c - what each coalition that would be enough could agree among its members */
#include "coalitions.h"

#include "agreement.h"
#include "agreements.h"
#include "draw.h"
#include "interrupt.h"
#include "rng.h"

#include <math.h>
#include <stdlib.h>

/* What finding needs beside the answer. */
struct finding_space {
    struct coalitions *c;
    const struct scenario *s;
    struct appraisal appraisal;
    struct agreements agreements;
    struct zone zone;
    gsl_rng *rng;
    uint64_t *pick; /* [COALITIONS_MOST * n_draw] the Nash packages of a coalition */
    double *gain;   /* [room * MAX_PARTY] of points */
    size_t *chosen, room;
    size_t given_up[COALITIONS_MOST]; /* draws one after another */
};

static enum error_code open_space(struct finding_space *f, const struct layout *l, uint64_t seed,
                                  struct error *err)
{
    f->s = l->scenario;
    f->rng = gsl_rng_alloc(rng_philox);
    f->pick = memory_alloc(COALITIONS_MOST * f->c->n_draw, sizeof *f->pick, err);
    if (!f->rng)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(f->rng, seed);
    if (err->code != OK || appraisal_init(&f->appraisal, f->s, err) != OK)
        return err->code;
    return agreements_init(&f->agreements, l, &f->appraisal, err);
}

static void close_space(struct finding_space *f)
{
    if (f->rng)
        gsl_rng_free(f->rng);
    agreements_release(&f->agreements);
    appraisal_release(&f->appraisal);
    zone_release(&f->zone);
    free(f->pick);
    free(f->gain);
    free(f->chosen);
}

static enum error_code reserve(struct finding_space *f, size_t n, struct error *err)
{
    if (n <= f->room)
        return OK;
    free(f->gain);
    free(f->chosen);
    f->room = 2 * n;
    f->gain = memory_alloc(f->room * MAX_PARTY, sizeof *f->gain, err);
    f->chosen = memory_alloc(f->room, sizeof *f->chosen, err);
    return err->code;
}

/* The members who bargain: which of the query's veto players they are, and their power. */
static size_t list_dividers(const struct finding_space *f, size_t who[], double power[])
{
    const struct zone_query *query = &f->zone.query;
    size_t n = 0;

    for (size_t q = 0; q < query->n_veto; q++) {
        const size_t j = query->veto_player[q];
        if (j >= f->s->n_party || !f->s->party[j].bargains)
            continue;
        who[n] = q;
        power[n++] = f->s->party[j].bargaining_power;
    }
    return n;
}

/* The members' Nash solution among the points of the zone, which has some: its place.  Where none
 * of them bargains it is the first. */
static size_t nash_point(struct finding_space *f)
{
    const struct front *front = &f->zone.now;
    double power[MAX_PARTY], ideal[MAX_PARTY] = { 0 };
    struct division division = { 0, power, ideal };
    size_t who[MAX_PARTY];

    division.n = list_dividers(f, who, power);
    if (division.n == 0)
        return 0;
    for (size_t i = 0; i < front->n; i++)
        for (size_t p = 0; p < division.n; p++)
            f->gain[i * division.n + p] = front->gain[i * front->n_party + who[p]];
    (void)solution_choose(SOLUTION_NASH, &division, front->n, f->gain, TIE, f->chosen);
    return f->chosen[0];
}

/* Takes in the zone of coalition i in a draw. */
static void note_zone(struct finding_space *f, size_t i)
{
    struct coalition *one = &f->c->of[i];
    double surplus[MAX_VETO], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];

    one->n_looked_at++;
    one->n_some += zone_has_some(&f->zone);
    if (f->zone.now.n == 0)
        return;
    const uint64_t package = f->zone.now.package[nash_point(f)];
    grid_levels(&f->s->grid, package, level);
    appraisal_surpluses(&f->appraisal, level, surplus, felt);
    for (size_t p = 0; p < f->s->n_party; p++)
        one->surplus[p] += surplus[p];
    f->pick[i * f->c->n_draw + one->n_solved++] = package;
}

static enum error_code take_draw(struct finding_space *f, struct error *err)
{
    agreements_fill(&f->agreements, &f->appraisal);
    for (size_t i = 0; i < f->c->n; i++) {
        const struct zone_query query = zone_of_coalition(f->s, f->c->of[i].members);
        if (f->given_up[i] >= COALITIONS_PATIENCE)
            continue;
        if (agreements_find(&f->agreements, &f->appraisal, &query, &f->zone, err) != OK ||
            reserve(f, f->zone.now.n, err) != OK)
            return err->code;
        f->given_up[i] = f->zone.is_left_out ? f->given_up[i] + 1 : 0;
        note_zone(f, i);
    }
    return OK;
}

static int compare_packages(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The most frequent of the draws' picks, and means of sums. */
static void sum_up(const struct finding_space *f, size_t i)
{
    struct coalition *one = &f->c->of[i];
    uint64_t *pick = f->pick + i * f->c->n_draw;

    qsort(pick, one->n_solved, sizeof *pick, compare_packages);
    for (size_t at = 0, first = 0; at < one->n_solved; at++) {
        first = pick[at] == pick[first] ? first : at;
        if (at - first + 1 > one->n_pick) {
            one->n_pick = at - first + 1;
            one->pick = pick[at];
        }
    }
    for (size_t p = 0; p < f->s->n_party; p++)
        one->surplus[p] = one->n_solved > 0 ? one->surplus[p] / (double)one->n_solved : NAN;
}

static enum error_code look(struct finding_space *f, struct error *err)
{
    for (size_t draw = 0; draw < f->c->n_draw; draw++) {
        if (interrupt_check(err) != OK ||
            draw_make(f->s, f->rng, draw, f->appraisal.theta, err) != OK)
            return err->code;
        appraisal_fill(&f->appraisal);
        if (take_draw(f, err) != OK)
            return err->code;
    }
    for (size_t i = 0; i < f->c->n; i++)
        sum_up(f, i);
    return OK;
}

enum error_code coalitions_find(struct coalitions *c, const struct layout *l, uint64_t draws,
                                uint64_t seed, struct error *err)
{
    const struct scenario *s = l->scenario;
    struct finding_space f = { .c = c };
    uint64_t set[COALITIONS_MOST];

    *c = (struct coalitions){ .n_draw =
                                  draws < COALITIONS_DRAWS ? (size_t)draws : COALITIONS_DRAWS };
    if (!agreement_has_rule(s))
        return OK;
    c->n_in_all = rule_minimal(&s->agreement, COALITIONS_MOST, set, &c->counted);
    c->n = c->n_in_all < COALITIONS_MOST ? c->n_in_all : COALITIONS_MOST;
    for (size_t i = 0; i < c->n; i++)
        c->of[i].members = set[i];
    if (open_space(&f, l, seed, err) == OK)
        (void)look(&f, err);
    close_space(&f);
    return err->code;
}
