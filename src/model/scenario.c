/* scenario.c - what a negotiation is: issues, parties, proposals, and what is unknown of them */
#include "scenario.h"

void scenario_release(struct scenario *s)
{
    copula_release(&s->copula);
    arena_release(&s->arena);
    *s = (struct scenario){ 0 };
}

double scenario_level(const struct scenario *s, size_t k, const size_t level[])
{
    const struct issue *issue = &s->issue[k];
    return issue->on_table ? issue->level[level[k]] : issue->nothing;
}

bool scenario_holds(const struct scenario *s, const struct condition *when, const size_t level[])
{
    for (size_t i = 0; i < when->n_term; i++) {
        const struct condition_term *term = &when->term[i];
        if (!level_set_has(&term->set, scenario_level(s, term->issue, level)))
            return false;
    }
    return true;
}

bool scenario_bans(const struct scenario *s, const size_t level[], const char **why)
{
    for (size_t i = 0; i < s->n_ban; i++)
        if (scenario_holds(s, &s->ban[i].when, level)) {
            if (why)
                *why = s->ban[i].note;
            return true;
        }
    return false;
}

uint64_t scenario_packages(const struct scenario *s)
{
    size_t level[MAX_ISSUE] = { 0 };
    uint64_t n = 0;

    if (s->n_ban == 0)
        return s->grid.total;
    do
        n += !scenario_bans(s, level, NULL);
    while (grid_next(&s->grid, level));
    return n;
}

size_t scenario_bargaining(const struct scenario *s)
{
    size_t n = 0;
    for (size_t p = 0; p < s->n_party; p++)
        n += s->party[p].bargains;
    return n;
}
