/* standing.c - what packages are worth to the two parties that bargain, in one draw */
#include "standing.h"

#include <math.h>
#include <stdlib.h>

static enum error_code side_room(struct standing_side *side, const struct board *b, size_t party,
                                 struct error *err)
{
    const struct scenario *s = b->layout->scenario;
    const size_t n_case = b->layout->n_case, n_package = b->n_package;

    side->worth = memory_alloc(n_package, sizeof *side->worth, err);
    side->lasts = memory_alloc(n_case, sizeof *side->lasts, err);
    side->drift = memory_alloc(n_case, sizeof *side->drift, err);
    side->hoped = memory_alloc(n_case, sizeof *side->hoped, err);
    if (s->n_phase == 0 && s->party[party].n_body > 0) {
        side->given = memory_alloc(n_package, sizeof *side->given, err);
        side->left = memory_alloc(n_package, sizeof *side->left, err);
    }
    return err->code;
}

static enum error_code ranking_room(struct standing_side *side, const struct board *b,
                                    struct error *err)
{
    side->floor = memory_alloc(b->layout->n_case, sizeof *side->floor, err);
    return err->code == OK ? ranking_init(&side->ranking, b->layout->n_case, b->n_package, err)
                           : err->code;
}

enum error_code standing_init(struct standing *st, const struct board *b, const struct deal *deal,
                              struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *st = (struct standing){ .board = b, .has_image = talks_believe(s->talks) };
    for (size_t i = 0; i < N_SIDE; i++) {
        if (side_room(&st->side[i], b, s->talks->side[i], err) != OK ||
            ranking_room(&st->side[i], b, err) != OK)
            return err->code;
        if (st->has_image && side_room(&st->image[i], b, s->talks->side[i], err) != OK)
            return err->code;
    }
    if (valuation_init(&st->valuation, b, deal, err) != OK)
        return err->code;
    return sorting_reserve(&st->sorting, b->n_package, err);
}

static void side_free(struct standing_side *side)
{
    double *const rooms[] = { side->worth, side->lasts, side->drift, side->floor,
                              side->hoped, side->given, side->left };

    for (size_t k = 0; k < COUNT_OF(rooms); k++)
        free(rooms[k]);
    ranking_release(&side->ranking);
}

void standing_release(struct standing *st)
{
    for (size_t i = 0; i < N_SIDE; i++) {
        side_free(&st->side[i]);
        side_free(&st->image[i]);
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
                 side->other ? side->other->worth : NULL, &st->sorting);
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

static void find_range(struct standing_side *side, size_t n_case)
{
    side->best = ranking_best(&side->ranking, side->drift);
    side->worst = ranking_worst(&side->ranking, side->drift);
    side->hope = -INFINITY;
    for (size_t c = 0; c < n_case; c++)
        side->hope = fmax(side->hope, side->hoped[c] - side->drift[c]);
}

/* Whether its bodies had to be asked again. */
static bool follow(struct standing *st, struct standing_side *side, struct shift moved)
{
    const bool asks = side->given && !is_same(moved, side->moved);

    move_side(side, st->board->layout->n_case, moved);
    if (asks)
        ask_bodies(st, side);
    return asks;
}

bool standing_move(struct standing *st, const struct shift moved[N_SIDE])
{
    const size_t n_case = st->board->layout->n_case;
    bool asks[N_SIDE] = { false };

    if (is_same(moved[0], st->side[0].moved) && is_same(moved[1], st->side[1].moved))
        return false;
    for (size_t i = 0; i < N_SIDE; i++) {
        asks[i] = follow(st, &st->side[i], moved[i]);
        if (st->has_image)
            follow(st, &st->image[i], moved[i]);
    }
    for (size_t i = 0; i < N_SIDE; i++) {
        if (asks[i] || (st->side[i].other && asks[1 - i]))
            rank(st, i);
        find_range(&st->side[i], n_case);
    }
    return asks[0] || asks[1];
}

static void fill_side(struct standing *st, const struct worth *w, size_t i,
                      struct standing_side *side)
{
    const struct layout *l = st->board->layout;
    const struct scenario *s = l->scenario;

    for (size_t c = 0; c < l->n_case; c++)
        side->lasts[c] = s->n_phase > 0 ? 0 : layout_lasts(l, w, c, s->talks->side[i]);
    move_side(side, l->n_case, (struct shift){ 0 });
    if (side->given)
        ask_bodies(st, side);
}

/* Both sides as they are in a deal. */
static void fill_sides(struct standing *st, const struct deal *deal, bool consents,
                       struct standing_side side[N_SIDE])
{
    struct valued to[N_SIDE];

    for (size_t i = 0; i < N_SIDE; i++)
        to[i] = (struct valued){ side[i].given ? side[i].given : side[i].worth, side[i].left,
                                 side[i].hoped };
    valuation_make(&st->valuation, deal, consents, to);
    for (size_t i = 0; i < N_SIDE; i++)
        fill_side(st, &deal->worth, i, &side[i]);
}

/* What parties that only consent refuse is not ranked: an image need not have it. */
static void fill_image(struct standing *st, const struct deal *deal,
                       const struct deal *const seen[N_SIDE])
{
    const struct deal *image = seen[0] && seen[0] != deal ? seen[0] : seen[1];

    if (image && image != deal)
        fill_sides(st, image, false, st->image);
    for (size_t i = 0; i < N_SIDE; i++) {
        const struct standing_side *as_it_is = &st->side[1 - i], *believed = &st->image[1 - i];
        st->side[i].other = !seen[i] ? NULL : seen[i] == deal ? as_it_is : believed;
    }
}

void standing_fill(struct standing *st, const struct deal *deal,
                   const struct shift kindest_shift[N_SIDE], const struct deal *const seen[N_SIDE])
{
    const size_t n_case = st->board->layout->n_case;
    const bool phased = deal->scenario->n_phase > 0;

    fill_sides(st, deal, true, st->side);
    fill_image(st, deal, seen);
    for (size_t i = 0; i < N_SIDE; i++) {
        struct standing_side *side = &st->side[i];
        for (size_t c = 0; c < n_case; c++)
            side->floor[c] = (phased ? 0 : shift_takes(kindest_shift[i], side->lasts[c])) - TIE;
        rank(st, i);
        find_range(side, n_case);
    }
}
