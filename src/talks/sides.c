/* sides.c - what packages are worth to the two parties that bargain, in one draw */
#include "sides.h"

#include <math.h>
#include <stdlib.h>

static enum error_code side_room(struct side_utilities *side, const struct package_index *b,
                                 size_t party, struct error *err)
{
    const struct scenario *s = b->layout->scenario;
    const size_t n_case = b->layout->n_case, n_package = b->n_package;

    side->utility = memory_alloc(n_package, sizeof *side->utility, err);
    side->lasts = memory_alloc(n_case, sizeof *side->lasts, err);
    side->drift = memory_alloc(n_case, sizeof *side->drift, err);
    side->hoped = memory_alloc(n_case, sizeof *side->hoped, err);
    if (s->n_phase == 0 && s->party[party].n_body > 0) {
        side->given = memory_alloc(n_package, sizeof *side->given, err);
        side->left = memory_alloc(n_package, sizeof *side->left, err);
    }
    return err->code;
}

static enum error_code ranking_room(struct side_utilities *side, const struct package_index *b,
                                    struct error *err)
{
    side->floor = memory_alloc(b->layout->n_case, sizeof *side->floor, err);
    return err->code == OK ? ranking_init(&side->ranking, b->layout->n_case, b->n_package, err)
                           : err->code;
}

enum error_code sides_init(struct sides *st, const struct package_index *b,
                           const struct appraisal *appraisal, struct error *err)
{
    const struct scenario *s = b->layout->scenario;

    *st = (struct sides){ .package_index = b, .has_image = talks_believe(s->talks) };
    for (size_t i = 0; i < N_SIDE; i++) {
        if (side_room(&st->side[i], b, s->talks->side[i], err) != OK ||
            ranking_room(&st->side[i], b, err) != OK)
            return err->code;
        if (st->has_image && side_room(&st->image[i], b, s->talks->side[i], err) != OK)
            return err->code;
    }
    if (valuation_init(&st->valuation, b, appraisal, err) != OK)
        return err->code;
    return sorting_reserve(&st->sorting, b->n_package, err);
}

static void side_free(struct side_utilities *side)
{
    double *const rooms[] = { side->utility, side->lasts, side->drift, side->floor,
                              side->hoped,   side->given, side->left };

    for (size_t k = 0; k < COUNT_OF(rooms); k++)
        free(rooms[k]);
    ranking_release(&side->ranking);
}

void sides_release(struct sides *st)
{
    for (size_t i = 0; i < N_SIDE; i++) {
        side_free(&st->side[i]);
        side_free(&st->image[i]);
    }
    valuation_release(&st->valuation);
    sorting_release(&st->sorting);
    *st = (struct sides){ 0 };
}

/* What a party's bodies refuse at this value of no deal cannot be agreed. */
static void ask_bodies(struct sides *st, struct side_utilities *side)
{
    for (size_t x = 0; x < st->package_index->n_package; x++)
        side->utility[x] = side->left[x] >= side->drift[st->package_index->at_case[x]] - TIE
                               ? side->given[x]
                               : -INFINITY;
}

static void rank(struct sides *st, size_t i)
{
    struct side_utilities *side = &st->side[i];

    ranking_fill(&side->ranking, st->package_index, side->utility, side->floor,
                 side->other ? side->other->utility : NULL, &st->sorting);
}

static void move_side(struct side_utilities *side, size_t n_case, struct shift moved)
{
    side->moved = moved;
    for (size_t c = 0; c < n_case; c++)
        side->drift[c] = shift_takes(moved, side->lasts[c]);
}

static bool is_same(struct shift a, struct shift b)
{
    return a.no_deal == b.no_deal && a.refusal_cost == b.refusal_cost;
}

static void find_range(struct side_utilities *side, size_t n_case)
{
    side->best = ranking_best(&side->ranking, side->drift);
    side->worst = ranking_worst(&side->ranking, side->drift);
    side->hope = -INFINITY;
    for (size_t c = 0; c < n_case; c++)
        side->hope = fmax(side->hope, side->hoped[c] - side->drift[c]);
}

/* Moves a side; returns whether its bodies had to be asked again. */
static bool follow(struct sides *st, struct side_utilities *side, struct shift moved)
{
    const bool asks = side->given && !is_same(moved, side->moved);

    move_side(side, st->package_index->layout->n_case, moved);
    if (asks)
        ask_bodies(st, side);
    return asks;
}

bool sides_move(struct sides *st, const struct shift moved[N_SIDE])
{
    const size_t n_case = st->package_index->layout->n_case;
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

static void fill_side(struct sides *st, const struct utility *w, size_t i,
                      struct side_utilities *side)
{
    const struct layout *l = st->package_index->layout;
    const struct scenario *s = l->scenario;

    for (size_t c = 0; c < l->n_case; c++)
        side->lasts[c] = s->n_phase > 0 ? 0 : layout_lasts(l, w, c, s->talks->side[i]);
    move_side(side, l->n_case, (struct shift){ 0 });
    if (side->given)
        ask_bodies(st, side);
}

/* Both sides as they are in an appraisal. */
static void fill_sides(struct sides *st, const struct appraisal *appraisal, bool consents,
                       struct side_utilities side[N_SIDE])
{
    struct valued to[N_SIDE];

    for (size_t i = 0; i < N_SIDE; i++)
        to[i] = (struct valued){ side[i].given ? side[i].given : side[i].utility, side[i].left,
                                 side[i].hoped };
    valuation_make(&st->valuation, appraisal, consents, to);
    for (size_t i = 0; i < N_SIDE; i++)
        fill_side(st, &appraisal->utility, i, &side[i]);
}

/* For an image, parties that only consent are not asked: what they refuse is not ranked anyway. */
static void fill_image(struct sides *st, const struct appraisal *appraisal,
                       const struct appraisal *const seen[N_SIDE])
{
    const struct appraisal *image = seen[0] && seen[0] != appraisal ? seen[0] : seen[1];

    if (image && image != appraisal)
        fill_sides(st, image, false, st->image);
    for (size_t i = 0; i < N_SIDE; i++) {
        const struct side_utilities *as_it_is = &st->side[1 - i], *believed = &st->image[1 - i];
        st->side[i].other = !seen[i] ? NULL : seen[i] == appraisal ? as_it_is : believed;
    }
}

void sides_fill(struct sides *st, const struct appraisal *appraisal,
                const struct shift kindest_shift[N_SIDE],
                const struct appraisal *const seen[N_SIDE])
{
    const size_t n_case = st->package_index->layout->n_case;
    const bool phased = appraisal->scenario->n_phase > 0;

    fill_sides(st, appraisal, true, st->side);
    fill_image(st, appraisal, seen);
    for (size_t i = 0; i < N_SIDE; i++) {
        struct side_utilities *side = &st->side[i];
        for (size_t c = 0; c < n_case; c++)
            side->floor[c] = (phased ? 0 : shift_takes(kindest_shift[i], side->lasts[c])) - TIE;
        rank(st, i);
        find_range(side, n_case);
    }
}
