/* exchanges.c - exchanges.csv: two changes of a package that together are a gain to all */
#include "exchanges.h"

#include "agreement.h"
#include "makers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS(X)                                                                           \
    X(ONE, proposal, PROPOSAL, always, "",                                                   \
      "whose terms change; empty: those of the package that all accept most often")          \
    X(ONE, rank, NUMBER, always, "", "from 1: by the gain of the party that gains least")    \
    X(ONE, giver_a, PARTY, always, "", "the party that gives the one change")                \
    X(ONE, issue_a, ISSUE, always, "", "the issue that it changes")                          \
    X(ONE, level_a, LEVEL, always, "", "the new level")                                      \
    X(ONE, giver_b, PARTY, always, "", "the party that gives the other change")              \
    X(ONE, issue_b, ISSUE, always, "", "the issue that it changes")                          \
    X(ONE, level_b, LEVEL, always, "", "the new level")                                      \
    X(PARTY, gain, NUMBER, always, "utility",                                                \
      "what both changes together bring the party, as they would be carried out, red lines " \
      "aside: mean over draws")                                                              \
    X(PARTY, se_gain, NUMBER, always, "utility", "its standard error")                       \
    X(ONE, better, NUMBER, always, "share of draws",                                         \
      "in which it is a gain to all parties, red lines aside")                               \
    X(AGREED, accept_all, NUMBER, always, "share of draws",                                  \
      "in which all accept the package with both changes")                                   \
    X(ONE, also_a, ISSUE, with_rules, "",                                                    \
      "another issue, which a rule on a sum changes with issue_a: the first of several")     \
    X(ONE, also_to_a, LEVEL, with_rules, "", "its new level")                                \
    X(ONE, also_b, ISSUE, with_rules, "", "the same with issue_b")                           \
    X(ONE, also_to_b, LEVEL, with_rules, "", "its new level")
TABLE(exchanges_table, "exchanges.csv", always,
      "One row for each proposal and each of its ten best exchanges of two changes, each given by "
      "one party and wanted by another. Means and gains from the first 512 draws or fewer.");

/* A pair of changes, and what it would bring the party that gains least if effects added up. */
struct candidate {
    struct exchange exchange;
    double least;
};

static double sum_of(const struct price_base *base, size_t i, size_t j, size_t p)
{
    return base->change[i].carried[p].mean + base->change[j].carried[p].mean;
}

/* Keeps the candidate among the best, best first; of equals the one that came first. */
static void keep(struct candidate best[], size_t *n, struct candidate c)
{
    size_t at = *n < EXCHANGES ? (*n)++ : EXCHANGES - 1;

    if (at == EXCHANGES - 1 && *n == EXCHANGES && best[at].exchange.party[0] != NONE &&
        !(c.least > best[at].least))
        return;
    for (; at > 0 && c.least > best[at - 1].least; at--)
        best[at] = best[at - 1];
    best[at] = c;
}

/* Whether a change is one of at most LEVELS of its issue. */
static bool is_looked_at(const struct scenario *s, const struct price_change *c)
{
    enum { LEVELS = 40 };
    return c->level % ((s->issue[c->issue].n_level + LEVELS - 1) / LEVELS) == 0;
}

static bool may_exchange(const struct scenario *s, const struct price_change *a,
                         const struct price_change *b)
{
    return s->grid.axis_of[a->issue] != s->grid.axis_of[b->issue] && a->gives != NONE &&
           b->gives != NONE && a->gives != b->gives && a->gets == b->gives && b->gets == a->gives &&
           is_looked_at(s, a) && is_looked_at(s, b);
}

static size_t find_candidates(const struct scenario *s, const struct price_base *base,
                              struct candidate best[])
{
    size_t n = 0;

    for (size_t i = 0; i < EXCHANGES; i++)
        best[i].exchange.party[0] = NONE;
    for (size_t i = 0; i < base->n_change; i++)
        for (size_t j = i + 1; j < base->n_change; j++) {
            const struct price_change *a = &base->change[i], *b = &base->change[j];
            if (!may_exchange(s, a, b))
                continue;
            struct candidate c = { .exchange = { .change = { i, j },
                                                 .party = { a->gives, b->gives } },
                                   .least = INFINITY };
            for (size_t p = 0; p < s->n_party; p++)
                c.least = fmin(c.least, sum_of(base, i, j, p));
            if (c.least > 0)
                keep(best, &n, c);
        }
    return n;
}

static void change_levels(const struct scenario *s, const struct price_base *base,
                          const struct exchange *e, size_t level[])
{
    const struct price_change *second = &base->change[e->change[1]];

    price_move(s, base, &base->change[e->change[0]], level);
    grid_put(&s->grid, s->grid.axis_of[second->issue], second->at, level);
}

/* The base, then the candidates that are not banned, which are moved together. */
static size_t list_packages(const struct scenario *s, const struct price_base *base,
                            struct candidate best[], size_t n, size_t level[])
{
    size_t kept = 0;

    memcpy(level, base->level, s->n_table * sizeof *level);
    for (size_t i = 0; i < n; i++) {
        size_t *to = level + (kept + 1) * s->n_table;
        change_levels(s, base, &best[i].exchange, to);
        if (!scenario_bans(s, to, NULL))
            best[kept++] = best[i];
    }
    return kept;
}

static void appraise(const struct price_list *list, const struct worths *w, size_t i,
                     struct exchange *e)
{
    e->accept_all = map_accepts(list->map, agreement_passes(w->scenario),
                                w->level + (i + 1) * w->scenario->n_table);
    e->better = price_better(w, i + 1, 0);
    for (size_t p = 0; p < w->scenario->n_party; p++)
        e->gain[p] = price_carried(w, i + 1, 0, p);
}

static double least_gain(const struct scenario *s, const struct exchange *e)
{
    double least = INFINITY;

    for (size_t p = 0; p < s->n_party; p++)
        least = fmin(least, e->gain[p].mean);
    return least;
}

/* Best first, as far as all gain on average. */
static void keep_gains(const struct scenario *s, struct price_base *base,
                       const struct candidate c[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const double least = least_gain(s, &c[i].exchange);
        if (!(least > 0))
            continue;
        size_t at = base->n_exchange++;
        for (; at > 0 && least > least_gain(s, &base->exchange[at - 1]); at--)
            base->exchange[at] = base->exchange[at - 1];
        base->exchange[at] = c[i].exchange;
    }
}

static enum error_code find_of_base(struct price_list *list, struct price_base *base, int threads,
                                    struct error *err)
{
    const struct scenario *s = list->map->layout->scenario;
    struct candidate best[EXCHANGES];
    size_t *level = arena_alloc(&list->arena, (EXCHANGES + 1) * s->n_table, sizeof *level);

    base->exchange = arena_alloc(&list->arena, EXCHANGES, sizeof *base->exchange);
    if (!level || !base->exchange)
        return error_set(err, ERR_MEMORY, "not enough memory for prices");
    const size_t n = list_packages(s, base, best, find_candidates(s, base, best), level);
    struct worths w = { .scenario = s,
                        .draws = list->map->draws,
                        .seed = list->map->seed,
                        .n_package = n + 1,
                        .level = level };
    if (n == 0)
        return OK;
    enum error_code code = worths_find(&w, threads, err);
    for (size_t i = 0; code == OK && i < n; i++)
        appraise(list, &w, i, &best[i].exchange);
    if (code == OK)
        keep_gains(s, base, best, n);
    worths_release(&w);
    return code;
}

enum error_code exchanges_find(struct price_list *list, int threads, struct error *err)
{
    for (size_t i = 0; i < list->n_base; i++)
        if (find_of_base(list, &list->base[i], threads, err) != OK)
            return err->code;
    return OK;
}

static void put_also(const struct results *r, const struct price_base *base,
                     const struct price_change *c, double *issue, double *to)
{
    size_t level;
    const size_t also = price_also(r->scenario, base, c, &level);

    if (also == NONE)
        return;
    *issue = (double)also;
    *to = (double)(r->scope.first_level[also] + level);
}

static enum error_code add_exchange(const struct results *r, struct sheet *sheet,
                                    const struct price_base *base, size_t i, struct error *err)
{
    const struct exchange *e = &base->exchange[i];
    const struct price_change *a = &base->change[e->change[0]], *b = &base->change[e->change[1]];
    struct row row;

    sheet_clear(sheet->kind, &row);
    if (base->proposal != NONE)
        row.proposal = (double)base->proposal;
    row.rank = (double)(i + 1);
    row.giver_a = (double)e->party[0];
    row.issue_a = (double)a->issue;
    row.level_a = (double)(r->scope.first_level[a->issue] + a->level);
    row.giver_b = (double)e->party[1];
    row.issue_b = (double)b->issue;
    row.level_b = (double)(r->scope.first_level[b->issue] + b->level);
    for (size_t p = 0; p < r->scenario->n_party; p++) {
        row.gain[p] = e->gain[p].mean;
        row.se_gain[p] = e->gain[p].se;
    }
    row.better = e->better;
    row.accept_all = e->accept_all;
    put_also(r, base, a, &row.also_a, &row.also_to_a);
    put_also(r, base, b, &row.also_b, &row.also_to_b);
    return sheet_add(sheet, &row, err);
}

enum error_code exchanges_make(struct results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &exchanges_table, &r->scope, err);

    for (size_t i = 0; i < r->prices.n_base; i++)
        for (size_t k = 0; code == OK && k < r->prices.base[i].n_exchange; k++)
            code = add_exchange(r, sheet, &r->prices.base[i], k, err);
    return code;
}
