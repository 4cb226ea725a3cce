/* steps.c - who performs when: the turns of the parties, phase by phase */
#include "steps.h"

static size_t add_steps(struct step step[], size_t n_step, size_t phase, size_t n_turn,
                        size_t n_actor, const size_t actor[])
{
    for (size_t turn = 0; turn < n_turn; turn++)
        for (size_t a = 0; a < n_actor; a++)
            step[n_step++] =
                (struct step){ phase, turn, actor[a], turn + 1 == n_turn && a + 1 == n_actor };
    return n_step;
}

/* Every party that acts in some phase: in the order of the first, then those of later ones. */
static size_t find_actors(const struct scenario *s, size_t actor[MAX_PARTY])
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_phase; i++)
        for (size_t a = 0; a < s->phase[i].n_actor; a++) {
            size_t known = 0;
            while (known < n && actor[known] != s->phase[i].actor[a])
                known++;
            if (known == n)
                actor[n++] = s->phase[i].actor[a];
        }
    return n;
}

/* Turns of each of the equal phases: fewer than the first has where they would not fit. */
static size_t split_turns(const struct scenario *s, size_t n_actor)
{
    const size_t most = MAX_STEP / n_actor;
    return s->phase[0].n_turn < most ? s->phase[0].n_turn : most;
}

size_t steps_most_split(const struct scenario *s)
{
    size_t actor[MAX_PARTY], n = find_actors(s, actor), most = MAX_STEP / (n * split_turns(s, n));
    return most < MAX_PHASE ? most : MAX_PHASE;
}

size_t steps_phases(const struct scenario *s, size_t split)
{
    return split > 0 ? split : s->n_phase;
}

size_t steps_make(const struct scenario *s, size_t split, struct step step[MAX_STEP])
{
    size_t actor[MAX_PARTY], n_actor = find_actors(s, actor), n_step = 0;

    for (size_t i = 0; i < split; i++)
        n_step = add_steps(step, n_step, i, split_turns(s, n_actor), n_actor, actor);
    for (size_t i = 0; split == 0 && i < s->n_phase; i++)
        n_step =
            add_steps(step, n_step, i, s->phase[i].n_turn, s->phase[i].n_actor, s->phase[i].actor);
    return n_step;
}
