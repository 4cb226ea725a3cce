/* frontier.c - the packages that could be agreed and that no other beats for all sides */
#include "frontier.h"

#include <math.h>

void frontier_release(struct frontier *f)
{
    front_release(&f->kept);
    front_release(&f->all);
    *f = (struct frontier){ 0 };
}

/* Adds the packages of a case that beat those before them, from the best for side 0 on. */
static enum error_code sweep_case(struct frontier *f, const struct sides *st, size_t c,
                                  struct error *err)
{
    const struct ranking *r = &st->side[0].ranking;
    double most = -TIE;

    for (size_t i = r->first[c + 1]; i-- > r->first[c];) {
        double gain[PAIR] = { sides_utility(st, 0, r->package[i]),
                              sides_utility(st, 1, r->package[i]) };
        if (gain[0] < -TIE)
            break;
        if (gain[1] < most)
            continue;
        if (front_reserve(&f->all, PAIR, f->all.n + 1, err) != OK)
            return err->code;
        f->all.gain[PAIR * f->all.n] = gain[0];
        f->all.gain[PAIR * f->all.n + 1] = gain[1];
        f->all.package[f->all.n++] = r->package[i];
        most = gain[1];
    }
    return OK;
}

/* Of several sides, a package now: gain[n_side].  What a side cannot agree to, a red line of it, is
 * worth less to it than all that can be agreed: utilities go from 0 to 1. */
static uint64_t gains_of(const struct sides *st, uint32_t package, double gain[])
{
    uint64_t gainers = 0;

    for (size_t i = 0; i < st->n_side; i++) {
        const double utility = sides_utility(st, i, package);
        gain[i] = utility > -INFINITY ? utility : -1;
        gainers |= gain[i] >= -TIE ? side_bit(i) : 0;
    }
    return gainers;
}

static enum error_code find_of_many(struct frontier *f, const struct sides *st, struct error *err)
{
    double gain[MAX_SIDE];

    front_clear(&f->kept);
    f->kept.n_party = st->n_side;
    for (size_t x = 0; x < st->package_index->n_package; x++)
        if (talks_agree(f->scenario, gains_of(st, (uint32_t)x, gain)) &&
            front_offer(&f->kept, gain, x, 0, err) != OK)
            return err->code;
    return OK;
}

/* Of two sides, by a sweep over each case from the best for side 0 on. */
static enum error_code find_of_two(struct frontier *f, const struct sides *st, struct error *err)
{
    enum error_code code = OK;

    f->all.n = 0;
    for (size_t c = 0; code == OK && c < st->package_index->layout->n_case; c++)
        code = sweep_case(f, st, c, err);
    if (code != OK || front_reserve(&f->kept, PAIR, f->all.n, err) != OK)
        return err->code;
    front_keep(&f->all, SIZE_MAX, &f->kept);
    return OK;
}

enum error_code frontier_find(struct frontier *f, const struct sides *st, struct error *err)
{
    f->n = 0;
    f->n_side = st->n_side;
    f->scenario = st->package_index->layout->scenario;
    if ((st->n_side == PAIR ? find_of_two(f, st, err) : find_of_many(f, st, err)) != OK)
        return err->code;
    f->n = f->kept.n;
    f->gain = f->kept.gain;
    f->package = f->kept.package;
    return OK;
}

/* Side 0's gains fall along the frontier and side 1's rise. */
static size_t best_of_two(const struct frontier *f, size_t side, double need)
{
    size_t low = 0, high = f->n;

    while (low < high) { /* low: the points that give the other too little, or enough */
        size_t middle = low + (high - low) / 2;
        double theirs = f->gain[PAIR * middle + 1 - side];
        if (side == 0 ? theirs < need - TIE : theirs >= need - TIE)
            low = middle + 1;
        else
            high = middle;
    }
    if (side == 0)
        return low;
    return low > 0 ? low - 1 : f->n;
}

static bool is_agreed(const struct frontier *f, size_t place, size_t side, const double need[])
{
    uint64_t yes = side_bit(side);

    for (size_t i = 0; i < f->n_side; i++)
        if (f->gain[f->n_side * place + i] >= need[i] - TIE)
            yes |= side_bit(i);
    return talks_agree(f->scenario, yes);
}

size_t frontier_best(const struct frontier *f, size_t side, const double need[])
{
    size_t best = f->n;

    if (f->n_side == PAIR)
        return best_of_two(f, side, need[1 - side]);
    for (size_t place = 0; place < f->n; place++) {
        const double gain = f->gain[f->n_side * place + side];
        const double most = best < f->n ? f->gain[f->n_side * best + side] : -INFINITY;
        const bool is_better =
            gain > most || (gain == most && f->package[place] < f->package[best]);
        if (is_better && is_agreed(f, place, side, need))
            best = place;
    }
    return best;
}
