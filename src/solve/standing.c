/* standing.c - what packages are worth to the two parties that bargain, in one draw */
#include "standing.h"

#include <math.h>
#include <stdlib.h>

enum error_code standing_init(struct standing *st, const struct board *b, const struct deal *deal,
                              struct error *err)
{
    const size_t n_case = b->layout->n_case;

    *st = (struct standing){ .board = b };
    for (size_t i = 0; i < N_SIDE; i++) {
        struct standing_side *side = &st->side[i];
        side->worth = memory_alloc(b->n_package, sizeof *side->worth, err);
        side->lasts = memory_alloc(n_case, sizeof *side->lasts, err);
        side->drift = memory_alloc(n_case, sizeof *side->drift, err);
        if (err->code != OK || ranking_init(&side->ranking, n_case, b->n_package, err) != OK)
            return err->code;
    }
    if (valuation_init(&st->valuation, b, deal, err) != OK)
        return err->code;
    return sorting_reserve(&st->sorting, b->n_package, err);
}

void standing_release(struct standing *st)
{
    for (size_t i = 0; i < N_SIDE; i++) {
        free(st->side[i].worth);
        free(st->side[i].lasts);
        free(st->side[i].drift);
        ranking_release(&st->side[i].ranking);
    }
    valuation_release(&st->valuation);
    sorting_release(&st->sorting);
    *st = (struct standing){ 0 };
}

/* Whose refusal takes a package off the table, and for which sides. */
static void find_strikes(const struct scenario *s, const bool bodies_known[N_SIDE],
                         unsigned strikes[])
{
    for (size_t j = 0; j < s->n_judge; j++) {
        const size_t p = s->judge[j].party;
        const struct body *body = s->judge[j].body;
        strikes[j] = s->party[p].bargains ? 0 : (1u << N_SIDE) - 1;
        for (size_t i = 0; body && i < N_SIDE; i++)
            if (s->talks->side[i] == p &&
                (bodies_known[i] ||
                 !talks_ratifies(s->talks, i, (size_t)(body - s->party[p].body))))
                strikes[j] |= 1u << i;
    }
}

void standing_move(struct standing *st, size_t side, double moved)
{
    struct standing_side *s = &st->side[side];

    s->moved = moved;
    for (size_t c = 0; c < st->board->layout->n_case; c++)
        s->drift[c] = s->lasts[c] * moved;
    s->best = ranking_best(&s->ranking, s->drift);
    s->worst = ranking_worst(&s->ranking, s->drift);
}

static void rank_side(struct standing *st, const struct worth *w, size_t i, double least_move,
                      bool kindest)
{
    const struct layout *l = st->board->layout;
    const struct scenario *s = l->scenario;
    struct standing_side *side = &st->side[i];

    for (size_t c = 0; c < l->n_case; c++) {
        const size_t *level = l->linked_level + c * l->n_linked * s->n_table;
        side->lasts[c] = s->n_phase > 0 ? 0 : worth_lasts(w, s->talks->side[i], level);
        side->drift[c] = side->lasts[c] * least_move - TIE; /* the floor, for a moment */
    }
    ranking_fill(&side->ranking, st->board, side->worth, side->drift,
                 kindest ? st->side[1 - i].worth : NULL, &st->sorting);
    standing_move(st, i, 0);
}

void standing_fill(struct standing *st, const struct deal *deal, const double least_move[N_SIDE],
                   const bool bodies_known[N_SIDE], bool kindest)
{
    double *const worth[N_SIDE] = { st->side[0].worth, st->side[1].worth };
    unsigned strikes[MAX_JUDGE];

    find_strikes(deal->scenario, bodies_known, strikes);
    valuation_make(&st->valuation, deal, strikes, worth);
    for (size_t i = 0; i < N_SIDE; i++)
        rank_side(st, &deal->worth, i, least_move[i], kindest);
}
