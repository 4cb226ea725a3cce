/* sides.c - what packages are worth to the parties that bargain, in one draw */
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

    *st = (struct sides){ .package_index = b,
                          .n_side = s->talks->n_side,
                          .has_image = talks_believe(s->talks) };
    for (size_t i = 0; i < st->n_side; i++) {
        if (side_room(&st->side[i], b, s->talks->side[i], err) != OK ||
            ranking_room(&st->side[i], b, err) != OK)
            return err->code;
        if (st->has_image && side_room(&st->image[i], b, s->talks->side[i], err) != OK)
            return err->code;
    }
    if (talks_look_at_several(s->talks))
        st->together = memory_alloc(b->n_package, sizeof *st->together, err);
    if (err->code != OK || valuation_init(&st->valuation, b, appraisal, err) != OK)
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
    for (size_t i = 0; i < st->n_side; i++) {
        side_free(&st->side[i]);
        side_free(&st->image[i]);
    }
    free(st->together);
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

/* What packages are worth to all that a side looks at.  Within a case drifts move the sum alike. */
static const double *worth_to(struct sides *st, const struct others *others)
{
    if (others->n < 2)
        return others->n == 0 ? NULL : others->utility[0];
    for (size_t x = 0; x < st->package_index->n_package; x++) {
        st->together[x] = 0;
        for (size_t i = 0; i < others->n; i++)
            st->together[x] += others->utility[i][x];
    }
    return st->together;
}

static void rank(struct sides *st, size_t i)
{
    struct side_utilities *side = &st->side[i];

    ranking_fill(&side->ranking, st->package_index, side->utility, side->floor,
                 worth_to(st, &side->others), &st->sorting);
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

static bool has_moved(const struct sides *st, const struct shift moved[])
{
    bool moves = false;

    for (size_t i = 0; i < st->n_side; i++)
        moves = moves || !is_same(moved[i], st->side[i].moved);
    return moves;
}

bool sides_move(struct sides *st, const struct shift moved[])
{
    const size_t n_case = st->package_index->layout->n_case;
    bool asks[MAX_SIDE] = { false }, anybody_asks = false;

    if (!has_moved(st, moved))
        return false;
    for (size_t i = 0; i < st->n_side; i++) {
        asks[i] = follow(st, &st->side[i], moved[i]);
        anybody_asks = anybody_asks || asks[i];
        if (st->has_image)
            follow(st, &st->image[i], moved[i]);
    }
    for (size_t i = 0; i < st->n_side; i++) {
        if (asks[i] || (st->side[i].others.n > 0 && anybody_asks))
            rank(st, i);
        find_range(&st->side[i], n_case);
    }
    return anybody_asks;
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

/* All sides as they are in an appraisal. */
static void fill_sides(struct sides *st, const struct appraisal *appraisal, bool consents,
                       struct side_utilities side[])
{
    struct valued to[MAX_SIDE];

    for (size_t i = 0; i < st->n_side; i++)
        to[i] = (struct valued){ side[i].given ? side[i].given : side[i].utility, side[i].left,
                                 side[i].hoped };
    valuation_make(&st->valuation, appraisal, consents, to);
    for (size_t i = 0; i < st->n_side; i++)
        fill_side(st, &appraisal->utility, i, &side[i]);
}

/* For an image, parties that only consent are not asked: what they refuse is not ranked anyway. */
static void fill_image(struct sides *st, const struct appraisal *appraisal,
                       const struct appraisal *const seen[])
{
    const struct appraisal *image = NULL;

    for (size_t i = 0; i < st->n_side; i++)
        image = seen[i] && seen[i] != appraisal ? seen[i] : image;
    if (image)
        fill_sides(st, image, false, st->image);
    for (size_t i = 0; i < st->n_side; i++) {
        const struct side_utilities *as_seen = seen[i] == appraisal ? st->side : st->image;
        struct others *others = &st->side[i].others;
        others->n = 0;
        for (size_t j = 0; seen[i] && j < st->n_side; j++) {
            if (j == i)
                continue;
            others->utility[others->n] = as_seen[j].utility;
            others->drift[others->n++] = as_seen[j].drift;
        }
    }
}

void sides_fill(struct sides *st, const struct appraisal *appraisal,
                const struct shift kindest_shift[], const struct appraisal *const seen[])
{
    const size_t n_case = st->package_index->layout->n_case;
    const bool phased = appraisal->scenario->n_phase > 0;

    fill_sides(st, appraisal, true, st->side);
    fill_image(st, appraisal, seen);
    for (size_t i = 0; i < st->n_side; i++) {
        struct side_utilities *side = &st->side[i];
        for (size_t c = 0; c < n_case; c++)
            side->floor[c] = (phased ? 0 : shift_takes(kindest_shift[i], side->lasts[c])) - TIE;
        rank(st, i);
        find_range(side, n_case);
    }
}
