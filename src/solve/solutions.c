/* solutions.c - the packages that the bargaining solutions choose in one draw */
#include "solutions.h"

#include "agreement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code solutions_init(struct solutions *solutions, const struct layout *l,
                               struct error *err)
{
    *solutions = (struct solutions){ .room = 0 };
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        if (equals_init(&solutions->like[rule], l, err) != OK)
            return err->code;
    return OK;
}

void solutions_release(struct solutions *solutions)
{
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        equals_release(&solutions->like[rule]);
    free(solutions->gain);
    free(solutions->order);
    free(solutions->chosen);
    *solutions = (struct solutions){ .room = 0 };
}

/* Room for n points; for none too, since nothing may be added to a null pointer. */
static enum error_code reserve(struct solutions *solutions, size_t n, size_t width,
                               struct error *err)
{
    if (solutions->chosen && n <= solutions->room)
        return OK;
    free(solutions->gain);
    free(solutions->order);
    free(solutions->chosen);
    solutions->room = 2 * n;
    solutions->order = memory_alloc(solutions->room, sizeof *solutions->order, err);
    solutions->gain = memory_alloc(solutions->room * width, sizeof *solutions->gain, err);
    solutions->chosen =
        memory_alloc(solutions->room * SOLUTION_COUNT, sizeof *solutions->chosen, err);
    if (err->code != OK)
        solutions->room = 0;
    return err->code;
}

/* The gains of the parties that bargain, from those of all. */
static void bargaining_gains(const struct scenario *s, const double all[], double gain[])
{
    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            *gain++ = all[p];
}

/* Among points that are equal for the parties that bargain, drops those that another point beats
 * for the other veto players; never all of them, whatever rounding does. */
static size_t leave_beaten(const struct front *front, size_t n, size_t chosen[])
{
    size_t kept = 0;

    if (n < 2)
        return n;
    for (size_t i = 0; i < n; i++)
        if (!front_beats(front, front->gain + chosen[i] * front->n_party, TIE))
            chosen[kept++] = chosen[i];
    return kept > 0 ? kept : 1;
}

static size_t *chosen_by(const struct solutions *solutions, size_t rule)
{
    return solutions->chosen + rule * solutions->n_point;
}

/* The first solution that chooses the same points: `rule` itself, or one before it. */
static size_t same_choice(const struct solutions *solutions, size_t rule)
{
    const size_t n = solutions->n[rule];
    size_t same = 0;

    while (solutions->n[same] != n ||
           memcmp(chosen_by(solutions, same), chosen_by(solutions, rule), n * sizeof(size_t)) != 0)
        same++;
    return same;
}

static enum error_code find_equals(struct solutions *solutions, const struct appraisal *appraisal,
                                   size_t rule, struct error *err)
{
    const size_t same = same_choice(solutions, rule);
    struct equals *like = &solutions->like[same];

    if (same < rule) {
        solutions->of[rule] = solutions->of[same];
        return OK;
    }
    if (equals_find(like, solutions->zone, appraisal, solutions->n[rule],
                    chosen_by(solutions, rule), err) != OK)
        return err->code;
    solutions->of[rule] =
        (struct chosen){ .found = true,
                         .package = solutions->zone->now.package[*chosen_by(solutions, rule)],
                         .equals = like->n,
                         .like = like };
    return OK;
}

static bool loses(const double gain[], size_t n)
{
    for (size_t p = 0; p < n; p++)
        if (gain[p] < -2 * TIE) /* a tie that was accepted is none */
            return true;
    return false;
}

/* Writes the gains of those who bargain of the points by which somebody of them loses, or of the
 * others, behind the n that are there; returns how many there are then. */
static size_t take_gains(struct solutions *solutions, const struct scenario *s,
                         const struct front *front, size_t width, bool of_losers, size_t n)
{
    double gain[MAX_PARTY];

    for (size_t i = 0; i < front->n; i++) {
        bargaining_gains(s, front->gain + i * front->n_party, gain);
        if (loses(gain, width) != of_losers)
            continue;
        memcpy(solutions->gain + n * width, gain, width * sizeof *gain);
        solutions->order[n++] = i;
    }
    return n;
}

static int compare_points(const void *a, const void *b)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* The points that a solution chooses among the first n in solutions->order. */
static size_t choose(const struct solutions *solutions, enum solution rule,
                     const struct division *division, size_t n, const struct front *front,
                     size_t chosen[])
{
    const size_t left = solution_choose(rule, division, n, solutions->gain, TIE, chosen);

    for (size_t i = 0; i < left; i++)
        chosen[i] = solutions->order[chosen[i]];
    qsort(chosen, left, sizeof *chosen, compare_points);
    return leave_beaten(front, left, chosen);
}

enum error_code solutions_find(struct solutions *solutions, const struct appraisal *appraisal,
                               const struct zone *zone, struct error *err)
{
    const struct scenario *s = appraisal->scenario;
    const struct front *front = &zone->now;
    double power[MAX_PARTY], ideal[MAX_PARTY] = { 0 };
    struct division division = { 0, power, ideal };

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            power[division.n++] = s->party[p].bargaining_power;
    if (reserve(solutions, front->n, division.n, err) != OK)
        return err->code;
    solutions->zone = zone;
    solutions->n_point = front->n;
    const size_t n_harmless = take_gains(solutions, s, front, division.n, false, 0);
    (void)take_gains(solutions, s, front, division.n, true, n_harmless);
    for (size_t i = 0; i < front->n * division.n; i++)
        ideal[i % division.n] = fmax(ideal[i % division.n], solutions->gain[i]);
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const size_t n = solution_bears_losses((enum solution)rule) ? front->n : n_harmless;
        solutions->of[rule] = (struct chosen){ .found = false };
        solutions->n[rule] =
            choose(solutions, (enum solution)rule, &division, n, front, chosen_by(solutions, rule));
        if (n > 0 && find_equals(solutions, appraisal, rule, err) != OK)
            return err->code;
    }
    return OK;
}

uint64_t solutions_at(struct solutions *solutions, enum solution rule, double u)
{
    const struct chosen *chosen = &solutions->of[rule];

    return chosen->equals > 1 ? equals_at(chosen->like, u) : chosen->package;
}

bool solutions_has(const struct solutions *solutions, enum solution rule,
                   const struct appraisal *appraisal, const size_t level[])
{
    const struct scenario *s = appraisal->scenario;
    const struct front *front = &solutions->zone->now;
    const size_t *chosen = chosen_by(solutions, rule);
    double surplus[MAX_VETO], felt[MAX_PARTY], point[ZONE_WIDTH];

    if (!solutions->of[rule].found || scenario_bans(s, level, NULL))
        return false;
    appraisal_surpluses(appraisal, level, surplus, felt);
    if (!agreement_wins(s, appraisal_parties(appraisal, level, surplus, felt)))
        return false;
    appraisal_take_leave(appraisal, surplus, felt);
    if (!zone_point(&solutions->zone->query, &appraisal->utility, level, surplus, point))
        return false;
    for (size_t i = 0; i < solutions->n[rule]; i++) {
        const double *gain = front->gain + chosen[i] * front->n_party;
        size_t at = 0;
        while (at < front->n_party && fabs(point[at] - gain[at]) <= TIE)
            at++;
        if (at == front->n_party)
            return true;
    }
    return false;
}
