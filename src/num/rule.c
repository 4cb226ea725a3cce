/* rule.c - which sets of members a decision rule lets decide, and how much each of them matters */
#include "rule.h"

#include <math.h>
#include <string.h>

/* A search for minimal coalitions that looks at more sets than this ends. */
enum { MOST_SETS = 1000000 };

static bool has(uint64_t set, size_t i)
{
    return set >> i & 1;
}

static uint64_t just(size_t i)
{
    return UINT64_C(1) << i;
}

bool threshold_passes(const struct threshold *t, uint64_t yes)
{
    uint32_t seats = 0;

    if (t->vetoes & ~yes)
        return false;
    for (; yes; yes &= yes - 1)
        seats += t->seats[__builtin_ctzll(yes)];
    return seats >= t->quota;
}

static bool matters(const struct threshold *t, size_t i)
{
    return t->seats[i] > 0 || has(t->vetoes, i);
}

double threshold_margin(const struct threshold *t, size_t n, const double margin[])
{
    double most = -INFINITY;

    for (size_t at = 0; at < n; at++) {
        uint64_t yes = 0;
        if (!matters(t, at) || !(margin[at] > most))
            continue;
        for (size_t i = 0; i < n; i++)
            yes |= matters(t, i) && margin[i] >= margin[at] ? just(i) : 0;
        most = threshold_passes(t, yes) ? margin[at] : most;
    }
    return most;
}

bool rule_passes(const struct decision_rule *rule, uint64_t yes)
{
    for (size_t i = 0; i < rule->n; i++)
        if (threshold_passes(&rule->of[i], yes) == rule->any)
            return rule->any;
    return !rule->any;
}

/* The seats of member i in all thresholds together. */
static size_t seats_of(const struct decision_rule *rule, size_t i)
{
    size_t seats = 0;

    for (size_t t = 0; t < rule->n; t++)
        seats += rule->of[t].seats[i];
    return seats;
}

/* ---- minimal winning coalitions ---- */

struct coalition_search {
    const struct decision_rule *rule;
    size_t order[RULE_MEMBERS];       /* members with more seats first */
    uint64_t later[RULE_MEMBERS + 1]; /* the members from here on in that order */
    size_t n, most, looked_at;
    uint64_t *set;
};

static bool is_minimal(const struct decision_rule *rule, uint64_t set)
{
    for (uint64_t left = set; left; left &= left - 1)
        if (rule_passes(rule, set & ~(left & -left)))
            return false;
    return true;
}

/* Sets that have the members of `set` among the first `at`, and any of the later ones. */
static void look_from(struct coalition_search *c, uint64_t set, size_t at)
{
    if (c->looked_at >= MOST_SETS || !rule_passes(c->rule, set | c->later[at]))
        return;
    c->looked_at++;
    if (rule_passes(c->rule, set)) { /* a larger one is not minimal */
        if (!is_minimal(c->rule, set))
            return;
        if (c->n < c->most)
            c->set[c->n] = set;
        c->n++;
        return;
    }
    look_from(c, set | just(c->order[at]), at + 1);
    look_from(c, set, at + 1);
}

size_t rule_minimal(const struct decision_rule *rule, size_t most, uint64_t set[], bool *all)
{
    struct coalition_search c = { .rule = rule, .most = most, .set = set };

    for (size_t i = 0; i < rule->n_member; i++) {
        size_t at = i;
        for (; at > 0 && seats_of(rule, c.order[at - 1]) < seats_of(rule, i); at--)
            c.order[at] = c.order[at - 1];
        c.order[at] = i;
    }
    for (size_t at = rule->n_member; at-- > 0;)
        c.later[at] = c.later[at + 1] | just(c.order[at]);
    look_from(&c, 0, 0);
    *all = c.looked_at < MOST_SETS;
    return c.n;
}

/* ---- power ---- */

/* The share of orders in which the members of one given set of `before` of n come first, then one
 * given member: before! (n - 1 - before)! / n!. */
static double order_share(size_t n, size_t before)
{
    double share = 1 / (double)n;

    for (size_t i = 1; i <= before; i++)
        share *= (double)i / (double)(n - i);
    return share;
}

static void note_swing(struct power *power, size_t i, size_t n, size_t before, double sets)
{
    power->swings[i] += sets;
    power->shapley_shubik[i] += sets * order_share(n, before);
}

static void look_at_all_sets(const struct decision_rule *rule, struct power *power)
{
    const size_t n = rule->n_member;

    for (uint64_t set = 0; set <= rule_everyone(n); set++) {
        if (!rule_passes(rule, set))
            continue;
        power->winning++;
        for (size_t i = 0; i < n; i++)
            if (has(set, i) && !rule_passes(rule, set & ~just(i)))
                note_swing(power, i, n, (size_t)__builtin_popcountll(set) - 1, 1);
    }
}

/* sets[size][seats]: how many sets of that size and so many seats there are of the members who may
 * say no, but one. */
static void count_sets(const struct threshold *t, size_t n, size_t but,
                       double sets[RULE_MEMBERS][RULE_SEATS + 1])
{
    memset(sets, 0, RULE_MEMBERS * sizeof *sets);
    sets[0][0] = 1;
    for (size_t i = 0; i < n; i++) {
        if (i == but || has(t->vetoes, i))
            continue;
        for (size_t size = RULE_MEMBERS - 1; size-- > 0;)
            for (size_t seats = 0; seats + t->seats[i] <= RULE_SEATS; seats++)
                sets[size + 1][seats + t->seats[i]] += sets[size][seats];
    }
}

/* Of one threshold: those with a veto are in every set that passes, the others are counted by size
 * and seats. */
static void count_seats(const struct threshold *t, size_t n, struct power *power)
{
    double sets[RULE_MEMBERS][RULE_SEATS + 1];
    const size_t n_veto = (size_t)__builtin_popcountll(t->vetoes);
    size_t of_vetoes = 0;

    for (size_t i = 0; i < n; i++)
        of_vetoes += has(t->vetoes, i) ? t->seats[i] : 0;
    count_sets(t, n, n, sets);
    for (size_t size = 0; size < RULE_MEMBERS; size++)
        for (size_t seats = 0; seats <= RULE_SEATS; seats++)
            power->winning += seats + of_vetoes >= t->quota ? sets[size][seats] : 0;
    for (size_t i = 0; i < n; i++) {
        const bool vetoes = has(t->vetoes, i);
        if (!vetoes && t->seats[i] == 0)
            continue;
        count_sets(t, n, i, sets);
        for (size_t size = 0; size < RULE_MEMBERS; size++)
            for (size_t seats = 0; seats <= RULE_SEATS; seats++) {
                const size_t without = seats + of_vetoes - (vetoes ? t->seats[i] : 0);
                const bool swings =
                    without + t->seats[i] >= t->quota && (vetoes || without < t->quota);
                if (swings && sets[size][seats] > 0)
                    note_swing(power, i, n, size + n_veto - vetoes, sets[size][seats]);
            }
    }
}

bool rule_power(const struct decision_rule *rule, struct power *power)
{
    *power = (struct power){ .winning = 0 };
    if (rule->n == 1) {
        count_seats(&rule->of[0], rule->n_member, power);
        return true;
    }
    if (rule->n_member > RULE_SETS_OF)
        return false;
    look_at_all_sets(rule, power);
    return true;
}
