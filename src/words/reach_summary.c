/* reach_summary.c - which terms reach what is wanted, in a reader's words */
#include "reach_summary.h"

#include "agreement.h"
#include "message.h"
#include "package_text.h"
#include "text.h"

#include <math.h>

enum { LEVERS = 6, CAPS = 3 }; /* shown at most */

static const struct scenario *scenario_of(const struct reach *r)
{
    return r->map->layout->scenario;
}

static const char *name_of(const struct scenario *s, size_t who)
{
    return who < s->n_party ? s->party[who].title : who == s->n_party ? "all" : "the rule";
}

static void print_header(FILE *out, const struct reach *r, size_t n_set, const char *const set[])
{
    const struct scenario *s = scenario_of(r);
    char draws[TEXT_NUMBER], packages[TEXT_NUMBER], share[TEXT_NUMBER], shown[TEXT_SHOWN];

    text_grouped(r->map->draws, draws);
    text_grouped(r->choices.n_package, packages);
    fprintf(out, "%s\n%s draws from seed %llu; %s package%s\n", s->title, draws,
            (unsigned long long)r->map->seed, packages, message_plural(r->choices.n_package));
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    for (size_t i = 0; i < r->wanted.n; i++)
        fprintf(out, "%s%s in %s", i ? ", " : "Wanted: acceptance by ",
                name_of(s, r->wanted.want[i].who), text_percent(r->wanted.want[i].share, share));
    fputs(r->wanted.n > 0 ? " of draws\n\n" : "\n", out);
}

static void print_pick(FILE *out, const struct scenario *s, const struct pick *pick)
{
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, pick->package, level);
    package_print(out, s, level, 4);
    fputs("    accepted by ", out);
    package_print_shares(out, s, pick->share);
    fputs("\n", out);
}

static void print_reaching(FILE *out, const struct reach *r)
{
    const struct choices *c = &r->choices;
    char n[TEXT_NUMBER];

    text_grouped(c->n_reaching, n);
    if (c->n_reaching > 0)
        fprintf(out, "Which packages reach it?\n  %s of them; the one by the most:\n", n);
    else
        fprintf(out, "Which packages reach it?\n  None. The nearest misses it by %.1f points:\n",
                -100 * c->best[0].score);
    print_pick(out, scenario_of(r), &c->best[0]);
    fputs("\n", out);
}

static void print_reason(FILE *out, const struct reach *r, const struct capped *of)
{
    char share[TEXT_NUMBER];

    fprintf(out,
            "%s: ", text_percent((double)of->draws / (double)r->caps.refuses[of->party], share));
    switch (of->cap) {
    case CAP_RED_LINE:
        fprintf(out, "%s", of->what);
        break;
    case CAP_WORD:
        fprintf(out, "it would not be carried out");
        break;
    case CAP_BODY:
        fprintf(out, "%s stands in the way of its leaders", of->what);
        break;
    case CAP_SURPLUS:
        fprintf(out, "it is worth less than no deal, by %.3f on average", of->missing);
        break;
    case CAP_COUNT:
        break;
    }
}

static void print_caps_of(FILE *out, const struct reach *r, size_t p)
{
    const struct caps *c = &r->caps;
    char share[TEXT_NUMBER];
    size_t shown = 0;

    if (c->refuses[p] == 0)
        return;
    fprintf(out, "  %s refuses it in %s of draws; of these, in\n", scenario_of(r)->party[p].title,
            text_percent((double)c->refuses[p] / (double)c->n_draw, share));
    for (size_t i = 0; i < c->n; i++)
        if (c->of[i].party == p && shown++ < CAPS) {
            fputs("    ", out);
            print_reason(out, r, &c->of[i]);
            fputs("\n", out);
        }
}

static void print_caps(FILE *out, const struct reach *r)
{
    const struct scenario *s = scenario_of(r);

    if (r->proposal == NONE && r->choices.n_reaching > 0)
        return;
    if (r->proposal == NONE) {
        fprintf(out, "What stands in its way? (in the first %zu draws)\n", r->caps.n_draw);
    } else {
        fprintf(out,
                "What stands in the way of “%s”? (reasons in the first %zu draws)\n  Accepted by ",
                s->proposal[r->proposal].title, r->caps.n_draw);
        package_print_shares(out, s, r->share);
        fprintf(out, "\n");
    }
    for (size_t p = 0; p < s->n_party; p++)
        print_caps_of(out, r, p);
    fputs("\n", out);
}

static void print_lever(FILE *out, const struct reach *r, const struct lever_found *l)
{
    char from[REACH_VALUE], to[REACH_VALUE];

    if (l->is_number)
        fprintf(out, "  %s, were it known to be %s (its mean is %s): ", l->path,
                reach_value(r, l, l->to, to), reach_value(r, l, l->from, from));
    else
        fprintf(out, "  %s from %s to %s: ", l->path, reach_value(r, l, l->from, from),
                reach_value(r, l, l->to, to));
    package_print_shares(out, scenario_of(r), l->share);
    fputs("\n", out);
}

static bool is_nearer(const struct lever_search *v, size_t i)
{
    return v->of[i].slack > v->slack + LEVERS_NEARER;
}

/* Those that reach it; where there are none, those that come nearest. */
static void print_levers(FILE *out, const struct reach *r)
{
    const struct lever_search *v = &r->levers;
    const bool any = v->n > 0 && v->of[0].reaches;
    size_t unmoved = 0;

    if (r->slack >= 0 && r->n_vary > 0)
        fprintf(out, "What one change would do it?\n  None is needed: %s reaches it.\n\n",
                r->proposal == NONE ? "the package above"
                                    : scenario_of(r)->proposal[r->proposal].title);
    if (r->slack >= 0 || v->n == 0)
        return;
    for (size_t i = 0; i < v->n; i++)
        unmoved += !v->of[i].reaches && !is_nearer(v, i);
    fprintf(out, "What one change would do it, all else as it is%s? (in the first %zu draws)\n%s",
            scenario_of(r)->n_rule > 0 ? ", but for what rules on sums move with it" : "",
            v->n_draw,
            any               ? ""
            : unmoved == v->n ? "  None that was looked at.\n"
                              : "  None that was looked at. Nearest come:\n");
    for (size_t i = 0; i < v->n && i < LEVERS; i++)
        if (v->of[i].reaches == any && (any || is_nearer(v, i)))
            print_lever(out, r, &v->of[i]);
    if (unmoved > 0 && unmoved < v->n)
        fprintf(out, "  The other %zu bring it no nearer, or by less than a point.\n", unmoved);
    fputs("\n", out);
}

/* Where more than one term must change. */
static void print_fewest(FILE *out, const struct reach *r)
{
    const struct scenario *s = scenario_of(r);
    const struct pick *fewest = &r->choices.fewest;
    size_t level[MAX_ISSUE];
    bool any = false;

    const bool one_does = r->levers.n > 0 && r->levers.of[0].reaches;

    if (r->slack >= 0 || !r->choices.has_fewest || (one_does && fewest->score == 1))
        return;
    grid_levels(&s->grid, fewest->package, level);
    fprintf(out, "Which terms would do it, the fewest of them?\n  ");
    for (size_t k = 0; k < s->n_table; k++) {
        if (level[k] == r->level[k])
            continue;
        fputs(any ? "; " : "", out);
        package_print_move(out, &s->issue[k], r->level[k], level[k]);
        any = true;
    }
    fputs(":\n  accepted by ", out);
    package_print_shares(out, s, fewest->share);
    fputs("\n\n", out);
}

static bool is_among(const struct choices *c, const struct pick *pick)
{
    for (size_t i = 0; i < c->n_others; i++)
        if (c->other[i].package == pick->package)
            return true;
    return false;
}

/* A package of its own kind, unless it is shown already. */
static void print_special(FILE *out, const struct reach *r, const char *what,
                          const struct pick *pick)
{
    if (is_among(&r->choices, pick)) {
        fprintf(out, "  %s: one of these.\n", what);
        return;
    }
    fprintf(out, "  %s:\n", what);
    print_pick(out, scenario_of(r), pick);
}

static void print_others(FILE *out, const struct reach *r)
{
    const struct choices *c = &r->choices;

    fprintf(out,
            "Other good packages\n  %s, with at least %zu term%s apart from "
            "each other:\n",
            agreement_has_rule(scenario_of(r)) ? "Those that pass most often"
                                               : "Accepted most often by all",
            c->apart, message_plural(c->apart));
    for (size_t i = 0; i < c->n_others; i++)
        print_pick(out, scenario_of(r), &c->other[i]);
    print_special(out, r, "By the party that accepts least often", &c->maximin);
    print_special(out, r,
                  agreement_has_rule(scenario_of(r))
                      ? "By the gain of the party that gains least, in the worst fifth of draws, "
                        "among the 100 that\n  pass most often"
                      : "By the gain of the party that gains least, in the worst fifth of draws",
                  &c->steadiest);
    fputs("\n", out);
}

static void print_step(FILE *out, const struct reach *r, size_t i)
{
    const struct scenario *s = scenario_of(r);
    size_t level[MAX_ISSUE], before[MAX_ISSUE];
    char share[TEXT_NUMBER];

    grid_levels(&s->grid, r->path.package[i], level);
    grid_levels(&s->grid, r->path.package[i - 1], before);
    fputs("  ", out);
    package_print_moves(out, s, NONE, before, level);
    fprintf(out, ": %s in %s\n", agreement_word(s),
            text_percent(map_accepts(r->map, agreement_passes(s), level), share));
}

static void print_path(FILE *out, const struct reach *r)
{
    const struct scenario *s = scenario_of(r);
    char share[TEXT_NUMBER];

    if (r->from == NONE)
        return;
    fprintf(out, "From “%s” to “%s”, a term at a time", s->proposal[r->from].title,
            s->proposal[r->to].title);
    if (r->path.n == 0) {
        fprintf(out, ": there is no way through packages that are not forbidden.\n\n");
        return;
    }
    if (r->path.n > 2)
        fprintf(out,
                agreement_has_rule(s) ? " (each package between passes in %s or more)\n"
                                      : " (all accept each package between in %s or more)\n",
                text_percent(r->path.least, share));
    else
        fprintf(out, "\n");
    for (size_t i = 1; i < r->path.n; i++)
        print_step(out, r, i);
    fputs("\n", out);
}

void reach_summary_print(FILE *out, const struct reach *r, size_t n_set, const char *const set[])
{
    print_header(out, r, n_set, set);
    if (r->wanted.n > 0) {
        print_reaching(out, r);
        print_caps(out, r);
        print_levers(out, r);
        print_fewest(out, r);
    }
    print_path(out, r);
    print_others(out, r);
    fprintf(out, "These are consequences of the scenario's assumptions, not forecasts.\n");
}
