/* inert.c - levers of a sweep that change nothing, and why */
#include "inert.h"

#include <stdlib.h>
#include <string.h>

static int by_others(const void *a, const void *b)
{
    const struct inert_row *x = a, *y = b;
    return (x->others > y->others) - (x->others < y->others);
}

bool inert_rows(size_t n, struct inert_row rows[n])
{
    bool compared = false;

    qsort(rows, n, sizeof *rows, by_others);
    for (size_t i = 1; i < n; i++) {
        if (rows[i].others != rows[i - 1].others)
            continue;
        compared = true;
        if (rows[i].results != rows[i - 1].results)
            return false;
    }
    return compared;
}

/* Whether party p believes, whatever is agreed, that the agreement lasts with this probability.  An
 * issue off the table stands at its `nothing` in every package. */
static bool always_lasts(const struct scenario *s, const double mean[], size_t p, double chance)
{
    if (s->lasts_issue == NONE)
        return chance == 1;
    const struct issue *issue = &s->issue[s->lasts_issue];
    const struct value *lasts = s->party[p].has_lasts ? &s->party[p].lasts : &issue->lasts;
    if (!issue->on_table)
        return value_at(lasts, mean, issue->nothing) == chance;
    for (size_t i = 0; i < issue->n_level; i++)
        if (value_at(lasts, mean, issue->level[i]) != chance)
            return false;
    return true;
}

/* Whether a parameter is one of the party's leverages: one number, or one of a table by level. */
static bool is_leverage(const struct party *party, size_t number)
{
    for (size_t i = 0; i < party->n_leverage; i++) {
        const struct leverage *leverage = &party->leverage[i];
        if (!leverage->by_level && leverage->shift == number)
            return true;
        for (size_t y = 0; leverage->by_level && y < leverage->by_level_shift.n_point; y++)
            if (leverage->by_level_shift.y[y] == number)
                return true;
    }
    return false;
}

/* Whether it is the probability of a red line that no level on the table crosses. */
static bool is_idle_line(const struct scenario *s, const struct party *party, size_t number)
{
    for (size_t i = 0; i < party->n_red_line; i++) {
        const struct red_line *line = &party->red_line[i];
        const struct issue *issue = &s->issue[line->issue];
        if (line->probability != number || !issue->on_table)
            continue;
        for (size_t k = 0; k < issue->n_level; k++)
            if (level_set_has(&line->set, issue->level[k]))
                return false;
        return true;
    }
    return false;
}

/* Whether it is how much better no deal is for a body, or a bloc of one, than for the party. */
static bool is_no_deal_of_body(const struct party *party, size_t number)
{
    for (size_t b = 0; b < party->n_body; b++) {
        if (party->body[b].no_deal_excess == number)
            return true;
        for (size_t i = 0; i < party->body[b].n_bloc; i++)
            if (party->body[b].bloc[i].no_deal_excess == number)
                return true;
    }
    return false;
}

/* V = G + (1 - pi) (w + L) >= w (docs/methods.md): with pi = 0 no deal, w, drops out; with pi = 1
 * leverage, L, and what an extension adds. */
static const char *reason_of_party(const struct scenario *s, const double mean[], size_t p,
                                   size_t number)
{
    const struct party *party = &s->party[p];

    if (number == party->no_deal && always_lasts(s, mean, p, 0))
        return "nothing lasts, so that no deal is worth the same after an agreement as without";
    if (is_no_deal_of_body(party, number) && always_lasts(s, mean, p, 0))
        return "nothing lasts, and a body asks for its no deal as far as an agreement lasts";
    if (is_leverage(party, number) && always_lasts(s, mean, p, 1))
        return "leverage counts as far as an agreement may not last, and all agreements last";
    if (is_idle_line(s, party, number))
        return "no level on the table crosses it";
    if (number == party->extension && always_lasts(s, mean, p, 1))
        return "what is agreed lasts, and need not be extended";
    if (s->n_phase == 0 && s->extension.times == 0 && number == party->discount)
        return "it counts while phases are carried out, and there are none";
    if (s->n_phase == 0 &&
        (number == party->breaking_off || number == party->noise || number == party->keeps_word))
        return "it counts while phases are carried out, and there are none";
    return NULL;
}

const char *inert_reason(const struct scenario *s, const double mean[], const struct lever *l)
{
    static const char power[] = ".bargaining_power";
    const size_t length = strlen(l->path), end = sizeof power - 1;
    const char *reason = NULL;

    if (length > end && strcmp(l->path + length - end, power) == 0)
        return "it moves the solutions only, of which a sweep has no column";
    if (l->kind != LEVER_NUMBER)
        return NULL;
    for (size_t p = 0; p < s->n_party && !reason; p++)
        reason = reason_of_party(s, mean, p, lever_index(l, s));
    return reason;
}
