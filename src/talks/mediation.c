/* mediation.c - what a mediator does while parties talk, besides carrying offers */
#include "mediation.h"

#include "move.h"
#include "talk_log.h"

#include <math.h>
#include <string.h>

static const struct mediator *mediator_of(const struct talk *t)
{
    return &t->world.scenario->talks->mediator;
}

static enum error_code believed_best(struct talk *t, uint32_t *package, struct error *err)
{
    double asks[MAX_SIDE];

    for (size_t i = 0; i < t->world.scenario->talks->n_side; i++)
        asks[i] = schedule_asks(&t->world.schedule, i, t->state.tried, t->state.worked);
    return mediator_text(&t->belief, &t->world, t->draws, t->state.run, t->state.now.day, asks,
                         package, err);
}

/* The text as its levels are now. */
static void put_text(struct talk *t)
{
    t->state.stands = (uint32_t)grid_index(&t->world.scenario->grid, t->state.text.level);
    talk_log_note(t, ACT_TEXT, BY_MEDIATOR, t->state.stands, NAN, NULL);
}

enum error_code mediation_begin(struct talk *t, struct error *err)
{
    const struct scenario *s = t->world.scenario;
    const size_t starts = mediator_of(t)->starts;

    t->state.text = (struct text){ .n = s->n_table, .n_level = t->state.text_levels };
    for (size_t k = 0; k < s->n_table; k++)
        t->state.text_levels[k] = s->issue[k].n_level;
    grid_levels(&s->grid, 0, t->state.text.level);
    if (starts != NONE) {
        memcpy(t->state.text.level, s->proposal[starts].package,
               s->n_table * sizeof *t->state.text.level);
    } else {
        if (believed_best(t, &t->state.stands, err) != OK)
            return err->code;
        if (t->state.stands != NO_PACKAGE)
            grid_levels(&s->grid, t->state.stands, t->state.text.level);
    }
    world_keep_to_table(&t->world, t->state.text.level);
    text_open(&t->state.text);
    put_text(t);
    return OK;
}

void mediation_keep(struct talk *t)
{
    world_keep_to_table(&t->world, t->state.text.level);
    if (grid_index(&t->world.scenario->grid, t->state.text.level) != t->state.stands)
        put_text(t);
}

/* Whether a side votes for `package` in place of the text that stands. */
static bool votes_for(const struct talk *t, size_t side, uint32_t package)
{
    const struct sides *st = &t->world.sides;
    const double utility = sides_utility(st, side, package);
    const double gain = utility - sides_utility(st, side, t->state.stands);
    const double yes =
        utility > -INFINITY ? mediator_vote(gain, t->world.drawn[mediator_of(t)->temperature]) : 0;

    return gsl_rng_uniform(t->choices) < yes;
}

void mediation_vote(struct talk *t)
{
    const struct scenario *s = t->world.scenario;
    size_t level[MAX_ISSUE];
    uint64_t yes = 0;

    if (!text_change(&t->state.text, mediator_of(t)->in_turn ? NULL : t->choices, level))
        return;
    const struct text *text = &t->state.text;
    const size_t moved = move_at(s, text->level, text->issue, level[text->issue]);
    if (moved == SIZE_MAX)
        return;
    grid_put(&s->grid, s->grid.axis_of[text->issue], moved, level);
    uint32_t package = (uint32_t)grid_index(&s->grid, level);
    for (size_t i = 0; i < s->talks->n_side; i++)
        if (votes_for(t, i, package))
            yes |= side_bit(i);
    if (mediator_of(t)->all_must_vote ? yes == side_bit(s->talks->n_side) - 1
                                      : talks_agree(s, yes)) {
        memcpy(t->state.text.level, level, t->state.text.n * sizeof *level);
        put_text(t);
    }
}

bool mediation_draft(struct talk *t)
{
    const struct mediator *m = mediator_of(t);
    const size_t before = t->state.n_draft;

    while (t->state.n_draft < m->n_draft && m->draft[t->state.n_draft].day <= t->state.now.day)
        t->state.n_draft++;
    if (t->state.n_draft == before)
        return false;
    const struct scenario *s = t->world.scenario;
    const struct proposal *draft = &s->proposal[m->draft[t->state.n_draft - 1].proposal];
    t->state.draft = (uint32_t)grid_index(&s->grid, draft->package);
    for (size_t i = 0; i < s->talks->n_side; i++)
        t->state.answers_draft[i] = t->state.takes_draft[i] = false;
    talk_log_note(t, ACT_DRAFT, BY_MEDIATOR, t->state.draft, NAN, NULL);
    return true;
}

/* What a side has agreed to stands as an offer does: until it is worth less than it asks for. */
static bool still_takes(const struct talk *t, const struct side *side)
{
    return t->state.takes_draft[side->me] &&
           sides_utility(&t->world.sides, side->me, t->state.draft) >= side->floor - TIE;
}

static uint64_t takers(const struct talk *t)
{
    uint64_t yes = 0;

    for (size_t i = 0; i < t->world.scenario->talks->n_side; i++)
        if (still_takes(t, &t->side[i]))
            yes |= side_bit(i);
    return yes;
}

static bool is_answered(const struct talk *t)
{
    for (size_t i = 0; i < t->world.scenario->talks->n_side; i++)
        if (!t->state.answers_draft[i])
            return false;
    return true;
}

bool mediation_answer(struct talk *t, const struct side *side, const struct intent *intent)
{
    if (t->state.answers_draft[side->me])
        return t->state.takes_draft[side->me]; /* others are to answer yet */
    const bool yes = side_accepts(side, intent, &t->state.now, t->state.draft);
    t->state.answers_draft[side->me] = true;
    t->state.takes_draft[side->me] = yes;
    const uint64_t all = takers(t);
    const bool agreed = yes && talks_agree(t->world.scenario, all);
    const enum act act = agreed ? ACT_ACCEPT : yes ? ACT_TAKES : ACT_REFUSE;
    talk_log_note(t, act, side->me, t->state.draft, intent->target, NULL);
    if (!agreed && !is_answered(t))
        return yes;
    if (agreed) {
        t->state.offered_by = BY_MEDIATOR;
        t->state.accepted = all;
        talk_log_close(t, ENDING_AGREEMENT, side->me, t->state.draft, NULL);
    }
    t->state.draft = NO_PACKAGE;
    return agreed;
}

/* Some sides as one word: the side, if it is one, all, or several. */
static size_t word_for(const struct talk *t, uint64_t sides)
{
    size_t only = 0;

    if (sides == 0)
        return BY_NOBODY;
    if (sides == side_bit(t->world.scenario->talks->n_side) - 1)
        return BY_ALL;
    while (!(sides >> only & 1))
        only++;
    return sides == side_bit(only) ? only : BY_SEVERAL;
}

/* What the parties answer, each for itself. */
static void take_or_leave(struct talk *t, uint32_t package)
{
    const uint64_t all = side_bit(t->world.scenario->talks->n_side) - 1;
    uint64_t yes = 0;

    for (size_t i = 0; i < t->world.scenario->talks->n_side; i++) {
        const bool takes = sides_utility(&t->world.sides, i, package) >= t->side[i].asks - TIE;
        talk_log_note(t, takes ? ACT_ACCEPT : ACT_REFUSE, i, package, NAN, NULL);
        yes |= takes ? side_bit(i) : 0;
    }
    t->state.accepted = yes;
    if (talks_agree(t->world.scenario, yes)) {
        talk_log_close(t, ENDING_AGREEMENT, word_for(t, yes), package, NULL);
        t->state.outcome.is_final = true;
    } else {
        talk_log_close(t, ENDING_FINAL_REFUSED, word_for(t, all & ~yes), NO_PACKAGE, NULL);
        t->state.outcome.refused = all & ~yes;
    }
}

enum error_code mediation_final(struct talk *t, struct error *err)
{
    uint32_t package = t->state.stands;

    t->state.final_day = INFINITY;
    if (!mediator_of(t)->has_text && believed_best(t, &package, err) != OK)
        return err->code;
    if (package == NO_PACKAGE) {
        talk_log_note(t, ACT_NO_FINAL, BY_MEDIATOR, NO_PACKAGE, NAN, NULL);
        return OK;
    }
    t->state.put_day = t->state.now.day;
    t->state.offered_by = BY_MEDIATOR;
    talk_log_note(t, ACT_FINAL, BY_MEDIATOR, package, NAN, NULL);
    take_or_leave(t, package);
    return OK;
}
