/* judges.c - lists whose own preferences decide: the veto players, and what blocs decide by */
#include "judges.h"

/* Adds a veto player; false after a complaint, at its body, where there is no room. */
static bool add_judge(struct reader *r, const config_setting_t *at, struct veto_player judge)
{
    struct scenario *s = r->scenario;

    if (s->n_veto == MAX_VETO) {
        complain(r, at, "more than %d parties, bodies and blocs with preferences of their own%s",
                 MAX_VETO,
                 judge.answer > 0
                     ? "; seats that vote each by itself count, too: give `as_one` or fewer seats"
                     : "");
        return false;
    }
    s->veto_player[s->n_veto++] = judge;
    return true;
}

/* Adds a body whose blocs judge by themselves, and each of their answers, with its seats. */
static bool add_ballot(struct reader *r, const config_setting_t *at, size_t p,
                       const struct body *body)
{
    struct scenario *s = r->scenario;
    struct ballot *ballot = &s->ballot[s->n_ballot];

    *ballot = (struct ballot){ body, p, { .quota = (uint32_t)body->quota } };
    for (size_t b = 0; b < body->n_bloc; b++) {
        const struct bloc *bloc = &body->bloc[b];
        const size_t n = bloc_answers(body, bloc);
        for (size_t i = 0; i < n; i++) {
            if (!add_judge(r, at, (struct veto_player){ p, body, bloc, i }))
                return false;
            ballot->passes.seats[s->n_veto - 1] = (uint32_t)(bloc->seats / n);
            ballot->passes.vetoes |= bloc->vetoes ? UINT64_C(1) << (s->n_veto - 1) : 0;
        }
    }
    s->n_ballot++;
    return true;
}

void judges_find(struct reader *r, const config_setting_t *parties)
{
    struct scenario *s = r->scenario;
    bool fits = true;

    s->ballot = reader_alloc(r, scenario_bodies(s), sizeof *s->ballot);
    for (size_t p = 0; p < s->n_party; p++)
        s->veto_player[s->n_veto++] = (struct veto_player){ .party = p };
    for (size_t p = 0; s->ballot && p < s->n_party; p++)
        for (size_t i = 0; fits && i < s->party[p].n_body; i++) {
            const struct body *body = &s->party[p].body[i];
            const config_setting_t *party = config_setting_get_elem(parties, (unsigned)p);
            const config_setting_t *at =
                config_setting_get_elem(config_setting_get_member(party, "bodies"), (unsigned)i);
            if (body_is_veto_player(body))
                fits = add_judge(r, at, (struct veto_player){ .party = p, .body = body });
            else if (body_blocs_judge(body))
                fits = add_ballot(r, at, p, body);
        }
}
