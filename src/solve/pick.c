/* pick.c - the packages that the bargaining solutions pick in one draw */
#include "pick.h"

#include <math.h>

/* The gains of the parties that bargain, from those of all. */
static size_t bargaining_gains(const struct scenario *s, const double all[], double gain[])
{
    size_t n = 0;

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            gain[n++] = all[p];
    return n;
}

void pick_solutions(const struct deal *deal, const struct front *front,
                    struct solution_pick pick[static SOLUTION_COUNT])
{
    const struct scenario *s = deal->scenario;
    double power[MAX_PARTY], ideal[MAX_PARTY] = { 0 }, gain[MAX_PARTY];
    struct division division = { 0, power, ideal };

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            power[division.n++] = s->party[p].bargaining_power;
    for (size_t i = 0; i < front->n; i++) {
        bargaining_gains(s, front->gain + i * front->n_party, gain);
        for (size_t j = 0; j < division.n; j++)
            ideal[j] = fmax(ideal[j], gain[j]);
    }
    for (int rule = 0; rule < SOLUTION_COUNT; rule++)
        pick[rule] = (struct solution_pick){ .found = false };
    for (size_t i = 0; i < front->n; i++) {
        bargaining_gains(s, front->gain + i * front->n_party, gain);
        for (int rule = 0; rule < SOLUTION_COUNT; rule++)
            solution_consider(&pick[rule], (enum solution)rule, &division, gain, front->package[i],
                              TIE);
    }
}
