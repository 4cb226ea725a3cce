/* record_summary.c - what a record says of scenarios, in a reader's words */
#include "record_summary.h"

#include "message.h"
#include "text.h"

#include <math.h>

enum { MISSES = 6, PULLS = 5 }; /* shown at most */
#define MISSED 0.35             /* answers that are given less often than this */
#define NOTHING 0.0005          /* of a Brier score */
#define ROUGH 100               /* effective worlds */

static const struct history *history_of(const struct record_tables *t)
{
    return t->learned->joint->history;
}

static void print_header(FILE *out, const struct record_tables *t, size_t n_set,
                         const char *const set[])
{
    const struct history *h = history_of(t);
    const double own = history_own(h), all = history_answers(h);
    char worlds[TEXT_NUMBER], answers[TEXT_NUMBER], shown[TEXT_SHOWN];

    text_grouped(t->learned->n, worlds);
    text_grouped((uint64_t)all, answers);
    if (h->n == 1)
        fprintf(out, "%s\n", h->scenario[0]->title);
    else
        fprintf(out, "%zu scenarios\n", h->n);
    if (all > 0)
        fprintf(out,
                "%s worlds from seed %llu; %s answer%s on record, %.0f of them to own offers\n",
                worlds, (unsigned long long)t->learned->seed, answers,
                message_plural((uint64_t)all), own);
    for (size_t i = 0; i < n_set; i++)
        fprintf(out, "with %s\n", text_shown(set[i], sizeof shown, shown));
    fputs("\n", out);
}

static void print_score(FILE *out, const char *what, const struct score *s)
{
    fprintf(out, "  %-46s %5.3f", what, s->brier.value);
    if (!isnan(s->brier.low))
        fprintf(out, " (%.3f to %.3f)", s->brier.low, s->brier.high);
    else
        fprintf(out, " %16s", "");
    fprintf(out, "   %5.2f\n", s->logarithm.value);
}

/* Learned chances first, and never the one in sample alone. */
static void print_scores(FILE *out, const struct record_tables *t)
{
    const struct scores *s = t->scores;
    static const char *const what[RULE_COUNT] = {
        [RULE_PRIOR] = "the scenarios as they are",
        [RULE_IN_SAMPLE] = "learned from all answers, itself included",
        [RULE_WITHOUT_ANSWER] = "learned from all other answers",
        [RULE_WITHOUT_SCENARIO] = "learned from the other scenarios",
        [RULE_FORWARD] = "learned from earlier dates",
        [RULE_CONSTANT] = "the share that accept, of the other answers",
        [RULE_OWN_YES] = "own offers accepted, others at their share",
    };
    static const enum rule order[] = { RULE_PRIOR,          RULE_WITHOUT_SCENARIO, RULE_FORWARD,
                                       RULE_WITHOUT_ANSWER, RULE_IN_SAMPLE,        RULE_CONSTANT,
                                       RULE_OWN_YES };

    fprintf(out,
            "How well are the answers given? Brier score (0: always right; 0.25: a coin), 95 %% "
            "interval; log score\n");
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        const enum rule rule = order[i];
        const bool needs_several = rule == RULE_WITHOUT_SCENARIO || rule == RULE_FORWARD;
        if (s->has[rule] && (s->by_scenario || !needs_several))
            print_score(out, what[rule], &s->of[rule][SCORE_ALL]);
    }
    if (t->learned->learns)
        fputs("  (The score that includes the answer itself is no test: any model fits what it has "
              "seen.)\n",
              out);
    if (history_own(history_of(t)) > 0)
        fprintf(out, "  Without own offers: %.3f as they are, %.3f by the share that accept.\n",
                s->of[RULE_PRIOR][SCORE_OTHERS].brier.value,
                s->of[RULE_CONSTANT][SCORE_OTHERS].brier.value);
    fprintf(out, "  Intervals: %s resampled.\n",
            s->by_scenario ? "whole scenarios (or their groups)" : "answers");
}

static void print_compatible(FILE *out, const struct compatible *c)
{
    if (isnan(c->p))
        return;
    fprintf(out,
            "  Records that these scenarios make up themselves score %.3f to %.3f; as badly as the "
            "one there is in %.1f %%:\n  the record %s.\n",
            c->low, c->high, 100 * c->p,
            c->p < 0.01   ? "is not compatible with the scenarios"
            : c->p < 0.05 ? "is hardly compatible with the scenarios"
                          : "is compatible with the scenarios");
}

/* The answers that are given least, by a rule. */
static void print_misses(FILE *out, const struct record_tables *t, enum chance rule)
{
    const struct history *h = history_of(t);
    size_t shown = 0;
    double last = -1;
    size_t last_at = 0;

    while (shown < MISSES) {
        size_t at = NONE;
        double least = MISSED;
        for (size_t k = 0; k < h->n_answer; k++) {
            const double p = answer_given(h->answer[k].answer, t->learned->chance[rule][k]);
            if (!isnan(p) && p < least && (p > last || (p == last && k > last_at))) {
                least = p;
                at = k;
            }
        }
        if (at == NONE)
            break;
        const struct recorded *a = &h->answer[at];
        const struct scenario *s = h->scenario[a->scenario];
        if (shown++ == 0)
            fputs("\nAnswers that are given least\n", out);
        fprintf(out, "  %4.0f %%  %s: %s ", 100 * least, s->name, s->party[a->party].title);
        if (a->answer->said == SAID_COUNTED)
            fprintf(out, "accepts in %.0f of %.0f answers", a->yes, a->n);
        else
            fputs(said_labels[a->answer->said], out);
        fprintf(out, " %s\n", s->proposal[a->proposal].name);
        last = least;
        last_at = at;
    }
}

static void print_outcomes(FILE *out, const struct record_tables *t)
{
    const struct outcomes *o = t->outcomes;
    bool is_silent = false;

    fprintf(
        out,
        "\nHow far is each rule from what was agreed? Mean error in points of 100 of an issue's "
        "range, 95 %% interval;\nroot mean square; further off than the compromise by; %zu "
        "issue%s\n",
        o->n, message_plural(o->n));
    for (size_t rule = 0; rule < FORECAST_RULES; rule++) {
        const struct forecast_score *s = &o->score[rule];
        if (s->n == 0)
            continue;
        is_silent = is_silent || (rule < SOLUTION_COUNT && s->n < o->n);
        fprintf(out, "  %-18s %6.2f", forecast_names(rule), s->mean.value);
        if (!isnan(s->mean.low))
            fprintf(out, " (%.2f to %.2f)", s->mean.low, s->mean.high);
        fprintf(out, "  %6.2f", s->root.value);
        if (rule != FORECAST_COMPROMISE && !isnan(s->less.value))
            fprintf(out, "  %+6.2f", s->less.value);
        if (rule != FORECAST_COMPROMISE && !isnan(s->less.low))
            fprintf(out, " (%+.2f to %+.2f)", s->less.low, s->less.high);
        if (s->n < o->n)
            fprintf(out, "  of %zu issue%s", s->n, message_plural(s->n));
        fputs("\n", out);
    }
    if (history_of(t)->n_group < 2)
        fputs("  One negotiation alone gives no intervals.\n", out);
    if (is_silent)
        fputs("  A solution says nothing where no package suits all parties.\n", out);
}

void backtest_summary_print(FILE *out, const struct record_tables *t,
                            const struct compatible *compatible, size_t n_set,
                            const char *const set[])
{
    print_header(out, t, n_set, set);
    if (history_answers(history_of(t)) > 0) {
        print_scores(out, t);
        print_compatible(out, compatible);
        print_misses(out, t, CHANCE_PRIOR);
    }
    if (t->outcomes && t->outcomes->n > 0)
        print_outcomes(out, t);
    fputs("\nA score says how far the record bears a model out, not what will happen next.\n", out);
}

/* The test that is fit for the record: scenarios left out, or answers where there is one group. */
static enum rule test_of(const struct record_tables *t)
{
    return t->scores->by_scenario ? RULE_WITHOUT_SCENARIO : RULE_WITHOUT_ANSWER;
}

static void print_whether_it_helps(FILE *out, const struct record_tables *t)
{
    const enum rule rule = test_of(t);
    const struct score *s = &t->scores->of[rule][SCORE_ALL];
    const char *what = rule == RULE_WITHOUT_SCENARIO ? "each scenario from the others"
                                                     : "each answer from the others";

    if (!t->scores->has[rule]) {
        fputs("\nDoes learning help?\n  Too few worlds count to predict what is left out; raise "
              "-n, or "
              "the doubt.\n",
              out);
        return;
    }
    fprintf(out, "\nDoes learning help?\n  Predicting %s moves the Brier score by %+.3f", what,
            s->less.value);
    if (isnan(s->less.low))
        fputs("; one answer alone gives no interval.\n", out);
    else
        fprintf(out, " (%+.3f to %+.3f): %s.\n", s->less.low, s->less.high,
                fabs(s->less.value) < NOTHING ? "no difference"
                : s->less.high < 0            ? "it helps"
                : s->less.low > 0             ? "it makes predictions worse"
                                              : "within what chance makes");
    if (!t->learned->by_population && t->teachable->effective >= ROUGH)
        fprintf(
            out,
            "  Records that the scenarios make up themselves move it by %+.3f on average (95 %% of "
            "them: %+.3f to %+.3f):\n  so many answers cannot be expected to teach more.\n",
            t->teachable->mean, t->teachable->low, t->teachable->high);
    if (rule != RULE_WITHOUT_SCENARIO)
        return;
    s = &t->scores->of[RULE_FORWARD][SCORE_ALL];
    fprintf(out, "  Predicting each date from earlier ones moves it by %+.3f (%+.3f to %+.3f).\n",
            s->less.value, s->less.low, s->less.high);
}

static void print_pulls(FILE *out, const struct record_tables *t)
{
    const struct moved *m = t->moved;
    size_t shown = 0;

    for (size_t i = 0; i < m->n && shown < PULLS; i++) {
        const size_t at = m->order[i];
        const struct moved_number *n = &m->number[at];
        if (moved_surely(n) == 0)
            break;
        if (shown++ == 0)
            fputs("\nWhat the record pulls at (how far the mean moves, in its doubt before; 95 % "
                  "interval)\n",
                  out);
        fprintf(out, "  %+5.2f (%+.2f to %+.2f)  %s: %.3g -> %.3g\n", n->moved, n->low, n->high,
                t->column[at].name, n->prior.mean, n->posterior.mean);
    }
    if (shown == 0)
        fputs("\nThe record moves no number further than sampling leaves open.\n", out);
}

/* Scenarios without which too few worlds count. */
static void print_rough(FILE *out, const struct record_tables *t)
{
    const struct history *h = history_of(t);

    for (size_t i = 0; h->n > 1 && i < h->n; i++)
        if (h->first[i] < h->first[i + 1] && t->learned->effective_without[h->first[i]] < ROUGH)
            fprintf(out, "  Without %s only %.0f count: how it is predicted is rough; raise -n.\n",
                    h->scenario[i]->name, t->learned->effective_without[h->first[i]]);
}

static void print_worlds(FILE *out, const struct record_tables *t)
{
    const struct learned *l = t->learned;
    char effective[TEXT_NUMBER], all[TEXT_NUMBER];

    text_grouped((uint64_t)learned_effective(l), effective);
    text_grouped(l->n, all);
    if (l->by_population)
        fprintf(out,
                "\nOnly %.0f of %s worlds would count: %s worlds that follow the record date by "
                "date are used instead.\n",
                l->weighed.effective, all, effective);
    else
        fprintf(out, "\n%s of %s worlds count (as many equal ones are worth the same).\n",
                effective, all);
    print_rough(out, t);
}

void infer_summary_print(FILE *out, const struct record_tables *t,
                         const struct compatible *compatible, size_t n_set, const char *const set[])
{
    print_header(out, t, n_set, set);
    if (history_answers(history_of(t)) > 0) {
        print_scores(out, t);
        print_compatible(out, compatible);
        print_whether_it_helps(out, t);
        print_pulls(out, t);
        print_misses(out, t, CHANCE_IN_SAMPLE);
    }
    print_worlds(out, t);
}
