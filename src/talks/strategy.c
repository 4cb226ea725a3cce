/* strategy.c - one party while it talks: what it aims at, offers and accepts */
#include "strategy.h"

#include <math.h>
#include <stdlib.h>

const struct strategy_rule *const strategy_rules[STRATEGY_COUNT] = {
#define X(upper, lower, help) &strategy_##lower,
    STRATEGY_LIST(X)
#undef X
};

enum error_code side_init(struct side *side, size_t me, const struct side *all,
                          const struct sides *st, struct error *err)
{
    *side = (struct side){ .me = me, .n_side = st->n_side, .all = all, .sides = st };
    side->said_in = memory_alloc(st->package_index->n_package, sizeof *side->said_in, err);
    side->sent = memory_alloc(st->package_index->n_package, sizeof *side->sent, err);
    side->taken = memory_alloc(st->package_index->n_package, sizeof *side->taken, err);
    side->at = memory_alloc(st->package_index->layout->n_case, sizeof *side->at, err);
    return err->code;
}

void side_release(struct side *side)
{
    free(side->said_in);
    free(side->sent);
    free(side->taken);
    free(side->at);
    *side = (struct side){ 0 };
}

void side_begin(struct side *side, const struct tactic_values *tactic_values)
{
    side->tactic_values = *tactic_values;
    side->asks = side->floor = 0;
    side->run++;
    side->n_said = side->n_sent = side->n_taken = 0;
    side->best_offered = -INFINITY;
    for (size_t i = 0; i < side->n_side; i++)
        side->heard[i] = (struct heard){ NO_PACKAGE, NO_PACKAGE, false };
    side->has_begun = false;
}

void side_rerank(struct side *side)
{
    const struct strategy_rule *rule = strategy_rules[side->tactic_values.strategy];
    if (rule->begin)
        rule->begin(side);
}

void side_says(struct side *side, uint32_t package, bool offers)
{
    if (side->said_in[package] == side->run)
        return;
    side->said_in[package] = side->run;
    side->n_said++;
    if (offers)
        side->sent[side->n_sent++] = package;
    else
        side->taken[side->n_taken++] = package;
}

void side_hears(struct side *side, size_t from, uint32_t package, bool offers)
{
    struct heard *heard = &side->heard[from];

    heard->before = heard->last;
    heard->last = package;
    heard->is_news = true;
    if (offers)
        side->best_offered =
            fmax(side->best_offered, sides_utility(side->sides, side->me, package));
}

size_t side_fewest_heard(const struct side *side)
{
    size_t fewest = SIZE_MAX;

    for (size_t i = 0; i < side->n_side; i++)
        if (i != side->me && side->all[i].n_said < fewest)
            fewest = side->all[i].n_said;
    return fewest;
}

double side_best(const struct side *side)
{
    const struct side_utilities *mine = &side->sides->side[side->me];
    return side->tactic_values.hopes ? mine->hope : mine->best;
}

double side_least(const struct side *side)
{
    double worst = fmax(side->sides->side[side->me].worst, 0);
    return fmin(fmax(worst, side->floor), side_best(side));
}

uint32_t side_offer(const struct side *side, double target)
{
    const struct side_utilities *mine = &side->sides->side[side->me];
    const double aim = fmin(target, mine->best);

    if (mine->others.n > 0)
        return ranking_kindest(&mine->ranking, mine->drift, aim, &mine->others);
    return ranking_nearest(&mine->ranking, mine->drift, aim);
}

/* How the rules of acceptance see an offer. */
struct offered {
    const struct side *side;
    const struct intent *intent;
    const struct moment *now;
    double utility;
};

static bool accepts_target(const struct offered *o)
{
    return o->utility >= o->intent->target - TIE;
}

static bool accepts_next(const struct offered *o)
{
    const struct side *side = o->side;
    double next = o->intent->offer == NO_PACKAGE
                      ? o->intent->target
                      : sides_utility(side->sides, side->me, o->intent->offer);
    return o->utility >= next - TIE;
}

static bool accepts_constant(const struct offered *o)
{
    double share = o->side->tactic_values.number[TACTIC_accepts_share];
    return o->utility >= share * side_best(o->side) - TIE;
}

static bool is_late(const struct offered *o)
{
    return o->now->time >= o->side->tactic_values.number[TACTIC_accepts_after] - TIE;
}

static bool accepts_time(const struct offered *o)
{
    return is_late(o) || accepts_target(o);
}

/* Source: Baarslag, Hindriks & Jonker (2014) Decision Support Systems 60:68, AC_combi(max). */
static bool accepts_combined(const struct offered *o)
{
    return accepts_next(o) || (is_late(o) && o->utility >= o->side->best_offered - TIE);
}

static bool (*const rules[ACCEPTANCE_COUNT])(const struct offered *o) = {
#define X(upper, lower, help) [ACCEPTANCE_##upper] = accepts_##lower,
    ACCEPTANCE_LIST(X)
#undef X
};

bool side_accepts(const struct side *side, const struct intent *intent, const struct moment *now,
                  uint32_t package)
{
    const struct offered offered = { side, intent, now,
                                     sides_utility(side->sides, side->me, package) };

    return offered.utility >= side->floor - TIE && rules[side->tactic_values.acceptance](&offered);
}
