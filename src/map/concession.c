/* concession.c - how far apart the parties are where no package suits all, at mean preferences */
#include "concession.h"

#include "agreement.h"
#include "interrupt.h"

#include <math.h>
#include <string.h>

/* A red line of a bloc that judges by itself counts, as one, where the body cannot pass the package
 * for such lines, whatever else it has. */
static struct nearness nearness_of(const struct appraisal *d, const size_t level[])
{
    const struct scenario *s = d->scenario;
    double surplus[MAX_VETO], felt[MAX_PARTY], margin[MAX_VETO];
    struct nearness nearness = { .crossed = { 0 } };
    uint64_t within = 0;

    appraisal_surpluses(d, level, surplus, felt);
    for (size_t j = 0; j < s->n_veto; j++) {
        const size_t p = s->veto_player[j].party, crossed = utility_vetoes(&d->utility, j, level);
        margin[j] = surplus[j] - appraisal_least(d, j, felt[p]);
        within |= crossed == 0 ? UINT64_C(1) << j : 0;
        nearness.crossed[p] += s->veto_player[j].bloc ? 0 : crossed;
    }
    for (size_t i = 0; i < s->n_ballot; i++)
        nearness.crossed[s->ballot[i].party] += !threshold_passes(&s->ballot[i].passes, within);
    for (size_t p = 0; p < s->n_party; p++)
        nearness.margin[p] = agreement_margin(s, p, margin);
    return nearness;
}

/* What packages are compared by: fewer red lines, then the smallest margin, then what all lack. */
struct score {
    size_t crossed;
    double least, lacks;
};

static bool is_nearer(const struct nearness *n, size_t a, size_t b)
{
    return n->crossed[a] != n->crossed[b] ? n->crossed[a] < n->crossed[b]
                                          : n->margin[a] > n->margin[b];
}

/* Leaves out, the furthest first, members without whom the others are enough. */
static uint64_t without_idle(const struct scenario *s, const struct nearness *nearness,
                             uint64_t coalition)
{
    for (uint64_t left = coalition; left;) {
        size_t last = (size_t)__builtin_ctzll(left);
        for (size_t p = last + 1; p < s->n_party; p++)
            if (left >> p & 1 && is_nearer(nearness, last, p))
                last = p;
        const uint64_t one = UINT64_C(1) << last;
        left &= ~one;
        coalition = agreement_wins(s, coalition & ~one) ? coalition & ~one : coalition;
    }
    return coalition;
}

/* The parties whose yes would be enough and who are nearest to it: all, or by a rule, one after
 * another, the nearest of those left, but those without whom the others are enough. */
static uint64_t coalition_of(const struct scenario *s, const struct nearness *nearness)
{
    uint64_t coalition = agreement_has_rule(s) ? 0 : rule_everyone(s->n_party);

    while (!agreement_wins(s, coalition)) {
        size_t next = NONE;
        for (size_t p = 0; p < s->n_party; p++)
            if (!(coalition >> p & 1) && (next == NONE || is_nearer(nearness, p, next)))
                next = p;
        coalition |= UINT64_C(1) << next;
    }
    return agreement_has_rule(s) ? without_idle(s, nearness, coalition) : coalition;
}

static struct score score_of(const struct scenario *s, const struct nearness *nearness)
{
    const uint64_t coalition = coalition_of(s, nearness);
    struct score score = { .least = INFINITY };

    for (size_t p = 0; p < s->n_party; p++) {
        if (!(coalition >> p & 1))
            continue;
        score.crossed += nearness->crossed[p];
        score.least = fmin(score.least, nearness->margin[p]);
        score.lacks += fmin(0, nearness->margin[p]);
    }
    return score;
}

static bool is_better(const struct score *a, const struct score *b)
{
    if (a->crossed != b->crossed)
        return a->crossed < b->crossed;
    if (fabs(a->least - b->least) > TIE)
        return a->least > b->least;
    return a->lacks > b->lacks + TIE;
}

static size_t furthest(const struct scenario *s, const struct nearness *nearness)
{
    const uint64_t coalition = coalition_of(s, nearness);
    size_t most = (size_t)__builtin_ctzll(coalition);

    for (size_t p = most + 1; p < s->n_party; p++)
        if (coalition >> p & 1 && (nearness->crossed[p] > nearness->crossed[most] ||
                                   (nearness->crossed[p] == nearness->crossed[most] &&
                                    nearness->margin[p] < nearness->margin[most] - TIE)))
            most = p;
    return most;
}

static bool is_kinder(const struct nearness *a, const struct nearness *b, size_t p)
{
    return a->crossed[p] != b->crossed[p] ? a->crossed[p] < b->crossed[p]
                                          : a->margin[p] > b->margin[p] + TIE;
}

static void find_move(struct concession *c, const struct appraisal *d)
{
    const struct scenario *s = d->scenario;
    size_t level[MAX_ISSUE];

    c->is_moved = false;
    c->moved = c->now;
    memcpy(level, c->level, s->n_table * sizeof *level);
    for (size_t a = 0; a < s->grid.n_axis; a++) {
        const size_t was = grid_find(&s->grid, a, c->level);
        for (size_t to = 0; to < s->grid.axis[a].size; to++) {
            grid_put(&s->grid, a, to, level);
            if (!grid_is_single(&s->grid, a, was, to) || scenario_bans(s, level, NULL))
                continue;
            const struct nearness moved = nearness_of(d, level);
            if (!is_kinder(&moved, &c->moved, c->party))
                continue;
            c->is_moved = true;
            memcpy(c->to, level, s->n_table * sizeof *level);
            c->moved = moved;
        }
        grid_put(&s->grid, a, was, level);
    }
}

enum error_code concession_find(struct concession *c, const struct mean_case *mean_case,
                                struct error *err)
{
    const struct appraisal *d = &mean_case->appraisal;
    const struct scenario *s = d->scenario;
    size_t level[MAX_ISSUE];
    struct score best = { .crossed = SIZE_MAX };

    *c = (struct concession){ .found = !zone_has_some(&mean_case->zone) };
    if (!c->found)
        return OK;
    grid_levels(&s->grid, 0, level);
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(s, level, NULL))
            continue;
        const struct nearness nearness = nearness_of(d, level);
        const struct score score = score_of(s, &nearness);
        if (!is_better(&score, &best))
            continue;
        best = score;
        c->now = nearness;
        for (size_t k = 0; k < s->n_table; k++)
            c->level[k] = level[k];
    }
    c->party = furthest(s, &c->now);
    find_move(c, d);
    return OK;
}
