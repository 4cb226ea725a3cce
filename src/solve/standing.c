/* standing.c - what packages are worth to the two parties that bargain, in one draw */
#include "standing.h"

#include <math.h>
#include <stdlib.h>

static enum error_code side_room(struct standing_side *side, size_t n_case, size_t n_package,
                                 bool has_bodies, struct error *err)
{
    side->worth = memory_alloc(n_package, sizeof *side->worth, err);
    side->lasts = memory_alloc(n_case, sizeof *side->lasts, err);
    side->drift = memory_alloc(n_case, sizeof *side->drift, err);
    side->floor = memory_alloc(n_case, sizeof *side->floor, err);
    if (has_bodies) {
        side->given = memory_alloc(n_package, sizeof *side->given, err);
        side->left = memory_alloc(n_package, sizeof *side->left, err);
    }
    return err->code == OK ? ranking_init(&side->ranking, n_case, n_package, err) : err->code;
}

enum error_code standing_init(struct standing *st, const struct board *b, const struct deal *deal,
                              struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *st = (struct standing){ .board = b };
    for (size_t i = 0; i < N_SIDE; i++) {
        const bool has_bodies = s->n_phase == 0 && s->party[s->talks->side[i]].n_body > 0;
        if (side_room(&st->side[i], b->layout->n_case, b->n_package, has_bodies, err) != OK)
            return err->code;
    }
    if (valuation_init(&st->valuation, b, deal, err) != OK)
        return err->code;
    return sorting_reserve(&st->sorting, b->n_package, err);
}

void standing_release(struct standing *st)
{
    for (size_t i = 0; i < N_SIDE; i++) {
        struct standing_side *side = &st->side[i];
        double *const rooms[] = { side->worth, side->lasts, side->drift,
                                  side->floor, side->given, side->left };
        for (size_t k = 0; k < COUNT_OF(rooms); k++)
            free(rooms[k]);
        ranking_release(&side->ranking);
    }
    valuation_release(&st->valuation);
    sorting_release(&st->sorting);
    *st = (struct standing){ 0 };
}

/* What a party's bodies refuse at this value of no deal cannot be agreed. */
static void ask_bodies(struct standing *st, struct standing_side *side)
{
    for (size_t x = 0; x < st->board->n_package; x++)
        side->worth[x] =
            side->left[x] >= side->drift[st->board->at_case[x]] - TIE ? side->given[x] : -INFINITY;
}

static void rank(struct standing *st, size_t i)
{
    struct standing_side *side = &st->side[i];

    ranking_fill(&side->ranking, st->board, side->worth, side->floor,
                 st->kindest ? st->side[1 - i].worth : NULL, &st->sorting);
}

static void move_side(struct standing_side *side, size_t n_case, struct shift moved)
{
    side->moved = moved;
    for (size_t c = 0; c < n_case; c++)
        side->drift[c] = shift_takes(moved, side->lasts[c]);
}

static bool is_same(struct shift a, struct shift b)
{
    return a.no_deal == b.no_deal && a.refusal_cost == b.refusal_cost;
}

static void find_range(struct standing_side *side)
{
    side->best = ranking_best(&side->ranking, side->drift);
    side->worst = ranking_worst(&side->ranking, side->drift);
}

bool standing_move(struct standing *st, const struct shift moved[N_SIDE])
{
    bool asks[N_SIDE] = { false };

    if (is_same(moved[0], st->side[0].moved) && is_same(moved[1], st->side[1].moved))
        return false;
    for (size_t i = 0; i < N_SIDE; i++) {
        struct standing_side *side = &st->side[i];
        asks[i] = side->given && !is_same(moved[i], side->moved);
        move_side(side, st->board->layout->n_case, moved[i]);
        if (asks[i])
            ask_bodies(st, side);
    }
    for (size_t i = 0; i < N_SIDE; i++) {
        if (asks[i] || (st->kindest && asks[1 - i]))
            rank(st, i);
        find_range(&st->side[i]);
    }
    return asks[0] || asks[1];
}

static void fill_side(struct standing *st, const struct worth *w, size_t i, struct shift kindest)
{
    const struct layout *l = st->board->layout;
    const struct scenario *s = l->scenario;
    struct standing_side *side = &st->side[i];

    for (size_t c = 0; c < l->n_case; c++) {
        side->lasts[c] = s->n_phase > 0 ? 0 : layout_lasts(l, w, c, s->talks->side[i]);
        side->floor[c] = (s->n_phase > 0 ? 0 : shift_takes(kindest, side->lasts[c])) - TIE;
    }
    move_side(side, l->n_case, (struct shift){ 0 });
    if (side->given)
        ask_bodies(st, side);
}

void standing_fill(struct standing *st, const struct deal *deal,
                   const struct shift kindest_shift[N_SIDE], bool kindest)
{
    struct valued to[N_SIDE];

    st->kindest = kindest;
    for (size_t i = 0; i < N_SIDE; i++) {
        struct standing_side *side = &st->side[i];
        to[i] = (struct valued){ side->given ? side->given : side->worth, side->left };
    }
    valuation_make(&st->valuation, deal, to);
    for (size_t i = 0; i < N_SIDE; i++)
        fill_side(st, &deal->worth, i, kindest_shift[i]);
    for (size_t i = 0; i < N_SIDE; i++) {
        rank(st, i);
        find_range(&st->side[i]);
    }
}
