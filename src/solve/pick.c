/* pick.c - the packages that the bargaining solutions pick in one draw */
#include "pick.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum error_code picks_init(struct picks *picks, const struct layout *l, struct error *err)
{
    *picks = (struct picks){ .room = 0 };
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        if (equals_init(&picks->like[rule], l, err) != OK)
            return err->code;
    return OK;
}

void picks_release(struct picks *picks)
{
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        equals_release(&picks->like[rule]);
    free(picks->gain);
    free(picks->chosen);
    *picks = (struct picks){ .room = 0 };
}

/* Room for n points; for none too, since nothing may be added to a null pointer. */
static enum error_code reserve(struct picks *picks, size_t n, size_t width, struct error *err)
{
    if (picks->chosen && n <= picks->room)
        return OK;
    free(picks->gain);
    free(picks->chosen);
    picks->room = 2 * n;
    picks->gain = memory_alloc(picks->room * width, sizeof *picks->gain, err);
    picks->chosen = memory_alloc(picks->room * SOLUTION_COUNT, sizeof *picks->chosen, err);
    if (err->code != OK)
        picks->room = 0;
    return err->code;
}

/* The gains of the parties that bargain, from those of all. */
static void bargaining_gains(const struct scenario *s, const double all[], double gain[])
{
    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            *gain++ = all[p];
}

/* Of points that are equal for those who bargain, one that another beats for the other judges is
 * out; never all, whatever rounding does. */
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

static size_t *chosen_by(const struct picks *picks, size_t rule)
{
    return picks->chosen + rule * picks->n_point;
}

/* The first solution that chooses the same points: `rule` itself, or one before it. */
static size_t same_choice(const struct picks *picks, size_t rule)
{
    const size_t n = picks->n[rule];
    size_t same = 0;

    while (picks->n[same] != n ||
           memcmp(chosen_by(picks, same), chosen_by(picks, rule), n * sizeof(size_t)) != 0)
        same++;
    return same;
}

static enum error_code find_equals(struct picks *picks, const struct deal *deal, size_t rule,
                                   struct error *err)
{
    const size_t same = same_choice(picks, rule);
    struct equals *like = &picks->like[same];

    if (same < rule) {
        picks->of[rule] = picks->of[same];
        return OK;
    }
    if (equals_find(like, picks->zone, deal, picks->n[rule], chosen_by(picks, rule), err) != OK)
        return err->code;
    picks->of[rule] = (struct pick){ .found = true,
                                     .package = picks->zone->now.package[*chosen_by(picks, rule)],
                                     .equals = like->n,
                                     .like = like };
    return OK;
}

enum error_code picks_make(struct picks *picks, const struct deal *deal, const struct zone *zone,
                           struct error *err)
{
    const struct scenario *s = deal->scenario;
    const struct front *front = &zone->now;
    double power[MAX_PARTY], ideal[MAX_PARTY] = { 0 };
    struct division division = { 0, power, ideal };

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            power[division.n++] = s->party[p].bargaining_power;
    if (reserve(picks, front->n, division.n, err) != OK)
        return err->code;
    picks->zone = zone;
    picks->n_point = front->n;
    for (size_t i = 0; i < front->n; i++) {
        double *gain = picks->gain + i * division.n;
        bargaining_gains(s, front->gain + i * front->n_party, gain);
        for (size_t j = 0; j < division.n; j++)
            ideal[j] = fmax(ideal[j], gain[j]);
    }
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        size_t *chosen = chosen_by(picks, rule);
        picks->of[rule] = (struct pick){ .found = false };
        picks->n[rule] = leave_beaten(
            front,
            solution_choose((enum solution)rule, &division, front->n, picks->gain, TIE, chosen),
            chosen);
        if (front->n > 0 && find_equals(picks, deal, rule, err) != OK)
            return err->code;
    }
    return OK;
}

uint64_t picks_at(struct picks *picks, enum solution rule, double u)
{
    const struct pick *pick = &picks->of[rule];

    return pick->equals > 1 ? equals_at(pick->like, u) : pick->package;
}

bool picks_has(const struct picks *picks, enum solution rule, const struct deal *deal,
               const size_t level[])
{
    const struct scenario *s = deal->scenario;
    const struct front *front = &picks->zone->now;
    const size_t *chosen = chosen_by(picks, rule);
    double surplus[MAX_JUDGE], felt[MAX_PARTY];

    if (!picks->of[rule].found || scenario_bans(s, level, NULL))
        return false;
    deal_surpluses(deal, level, surplus, felt);
    for (size_t p = 0; p < s->n_party; p++)
        if (!deal_accepts(deal, p, level, surplus, felt))
            return false;
    deal_take_leave(deal, surplus, felt);
    for (size_t i = 0; i < picks->n[rule]; i++) {
        const double *gain = front->gain + chosen[i] * front->n_party;
        size_t j = 0;
        while (j < s->n_judge && fabs(surplus[j] - gain[j]) <= TIE)
            j++;
        if (j == s->n_judge)
            return true;
    }
    return false;
}
