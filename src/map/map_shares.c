/* map_shares.c - the shares of draws that a map has counted, and how sure they are */
#include "map.h"

#include <math.h>

static const struct scenario *scenario_of(const struct map *map)
{
    return map->layout->scenario;
}

double map_share(const struct map *map, size_t who, size_t cell)
{
    size_t packages = (size_t)scenario_of(map)->grid.total;
    return (double)map->counts.accepts[who * packages + cell] / (double)map->draws;
}

double map_accepts(const struct map *map, size_t who, const size_t level[])
{
    return map_share(map, who, layout_cell(map->layout, level));
}

void map_shares(const struct map *map, const size_t level[], double share[])
{
    const size_t cell = layout_cell(map->layout, level);

    for (size_t who = 0; who < agreement_counts(scenario_of(map)); who++)
        share[who] = map_share(map, who, cell);
}

struct surety map_knows_cell(const struct map *map, bool by_rule, size_t cell)
{
    const struct scenario *s = scenario_of(map);
    const size_t who = by_rule ? agreement_passes(s) : s->n_party;

    return s->sobol ? scrambles_know_cell(&map->scrambles, who != s->n_party, cell,
                                          map->counts.accepts[who * (size_t)s->grid.total + cell])
                    : surety_of_draws(map->draws);
}

struct surety map_knows(const struct map *map, const uint64_t *entry, double unit)
{
    return scenario_of(map)->sobol
               ? scrambles_know_entry(&map->scrambles, (size_t)(entry - map->tally.at), unit, 1)
               : surety_of_draws(map->draws);
}

double map_answer(const struct map *map, size_t proposal, size_t who)
{
    const size_t at = proposal * agreement_counts(scenario_of(map)) + who;

    if (map->tally.chances)
        return (double)map->tally.chances[at] / COUNT_UNIT / (double)map->draws;
    return (double)map->tally.accepts[at] / (double)map->draws;
}

struct surety map_knows_answer(const struct map *map, size_t proposal, size_t who)
{
    const size_t at = proposal * agreement_counts(scenario_of(map)) + who;

    if (!map->tally.chances)
        return map_knows(map, &map->tally.accepts[at], 1);
    return scrambles_know_entry(&map->scrambles, (size_t)(&map->tally.chances[at] - map->tally.at),
                                COUNT_UNIT, (double)map->scrambles.each / COUNT_UNIT);
}

double map_completes(const struct map *map, size_t cell)
{
    if (!map->counts.complete)
        return NAN;
    return (double)map->counts.complete[cell] / COUNT_UNIT / (double)map->draws;
}

double map_proposal_completes(const struct map *map, size_t proposal)
{
    const struct scenario *s = scenario_of(map);
    const struct proposal *p = &s->proposal[proposal];

    if (!p->vague || s->n_phase == 0)
        return map_completes(map, layout_cell(map->layout, p->package));
    return histogram_mean(
        hold_at(&map->hold, proposal, HOLD_ALIVE, hold_alive(s->n_phase - 1, false)));
}
