/* frontier.c - the packages that two parties could agree on and that no other beats for both */
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
        double gain[N_SIDE] = { sides_utility(st, 0, r->package[i]),
                                sides_utility(st, 1, r->package[i]) };
        if (gain[0] < -TIE)
            break;
        if (gain[1] < most)
            continue;
        if (front_reserve(&f->all, N_SIDE, f->all.n + 1, err) != OK)
            return err->code;
        f->all.gain[N_SIDE * f->all.n] = gain[0];
        f->all.gain[N_SIDE * f->all.n + 1] = gain[1];
        f->all.package[f->all.n++] = r->package[i];
        most = gain[1];
    }
    return OK;
}

enum error_code frontier_find(struct frontier *f, const struct sides *st, struct error *err)
{
    enum error_code code = OK;

    f->n = f->all.n = 0;
    for (size_t c = 0; code == OK && c < st->package_index->layout->n_case; c++)
        code = sweep_case(f, st, c, err);
    if (code != OK || front_reserve(&f->kept, N_SIDE, f->all.n, err) != OK)
        return err->code;
    front_keep(&f->all, SIZE_MAX, &f->kept);
    f->n = f->kept.n;
    f->gain = f->kept.gain;
    f->package = f->kept.package;
    return OK;
}

/* Side 0's gains fall along the frontier and side 1's rise. */
size_t frontier_best(const struct frontier *f, size_t side, double need)
{
    size_t low = 0, high = f->n;

    while (low < high) { /* low: the points that give the other too little, or enough */
        size_t middle = low + (high - low) / 2;
        double theirs = f->gain[N_SIDE * middle + 1 - side];
        if (side == 0 ? theirs < need - TIE : theirs >= need - TIE)
            low = middle + 1;
        else
            high = middle;
    }
    if (side == 0)
        return low;
    return low > 0 ? low - 1 : f->n;
}
