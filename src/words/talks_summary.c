/* talks_summary.c - how talks would go, in a reader's words */
#include "talks_summary.h"

#include "agreement.h"
#include "date.h"
#include "package_text.h"
#include "proportion.h"
#include "rule_text.h"
#include "share_text.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum { SHARE = 16, NAME = 18 }; /* columns for a share with its interval, and for a name */

/* "day 46, 2023-11-22" */
static const char *day_text(const struct talks *talks, double day, size_t size, char text[size])
{
    char date[DATE_TEXT];

    if (talks->has_dates) {
        date_write(talks->start + (long)floor(day), date);
        snprintf(text, size, "day %.0f, %s", floor(day), date);
    } else {
        snprintf(text, size, "day %.0f", floor(day));
    }
    return text;
}

static const char *title_of(const struct talks_results *r, size_t side)
{
    return r->scenario->party[r->scenario->talks->side[side]].title;
}

/* "Red (micro), Green (micro) and Blue (stated) move in this order" */
static void print_movers(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    const size_t n = talks->n_side;
    const char *between = n > 2                 ? ", "
                          : talks->random_mover ? " moves by lot with "
                                                : " moves before ";

    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%s (%s)",
                i == 0                ? ""
                : n > 2 && i + 1 == n ? " and "
                                      : between,
                title_of(r, i), strategy_names[talks->tactic[i].strategy].text);
    if (n > 2)
        fprintf(out, " move %s%s", talks->random_mover ? "by lot" : "in this order",
                talks->at_once ? "; each offer is put to all others at once" : "");
    fputs("\n", out);
}

static void print_header(FILE *out, const struct talks_results *r, size_t n_set,
                         const char *const set[])
{
    const struct scenario *s = r->scenario;
    const struct talks *talks = s->talks;
    char runs[TEXT_NUMBER], first[40], last[40], shown[TEXT_SHOWN];

    text_grouped(r->played->runs, runs);
    fprintf(out, "%s: talks from %s to %s\n", s->title, day_text(talks, 0, sizeof first, first),
            day_text(talks, talks->deadline, sizeof last, last));
    fprintf(out, "%s run%s from seed %llu; ", runs, r->played->runs == 1 ? "" : "s",
            (unsigned long long)r->played->seed);
    if (talks->mediator.has_text)
        fprintf(out, "the parties vote on a text of the mediator\n");
    else
        print_movers(out, r);
    if (agreement_has_rule(s)) {
        fputs("  an agreement needs ", out);
        rule_text_print(out, s);
        fputs("\n", out);
    }
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    fprintf(out, "\n");
}

/* The mediator's final offer: how often it is put, and how many agreements are on it.  Its day is
 * the scenario's, so that when talks end on it is no finding. */
static void print_final(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    const uint64_t runs = r->played->runs;
    uint64_t put = 0, taken = 0;
    char text[40], shown[TEXT_NUMBER];

    if (talks->mediator.has_text || isnan(talks->mediator.final_day))
        return;
    for (uint64_t i = 0; i < runs; i++) {
        put += isnan(r->played->run[i].put_day) ? 0 : 1;
        taken += r->played->run[i].outcome.is_final;
    }
    fprintf(out, "  The mediator's final offer, due on %s, is put in %s of runs",
            day_text(talks, talks->mediator.final_day, sizeof text, text),
            share_text((double)put / (double)runs, runs, shown));
    if (put < runs)
        fprintf(out,
                " (in the others the talks had ended, or it knew of no package that %s would "
                "accept)",
                talks->n_side == 2 ? "both" : "all");
    if (r->agreed > 0)
        fprintf(out, "; %s of the agreements are on it",
                share_text((double)taken / (double)r->agreed, r->agreed, shown));
    fputs(".\n", out);
    if (2 * taken > r->agreed)
        fputs("  So the day of most agreements follows from the day of the final offer, which the "
              "scenario sets: it is an input, not a finding.\n",
              out);
}

/* Texts of the mediator's own that are not final: how many agreements are on one. */
static void print_drafts(FILE *out, const struct talks_results *r)
{
    uint64_t taken = 0;
    char shown[TEXT_NUMBER];

    if (r->scenario->talks->mediator.n_draft == 0 || r->agreed == 0)
        return;
    for (uint64_t i = 0; i < r->played->runs; i++)
        taken += r->played->run[i].outcome.offered_by == BY_MEDIATOR &&
                 !r->played->run[i].outcome.is_final;
    fprintf(out, "  %s of the agreements are on a text that the mediator put forward",
            taken > 0 ? share_text((double)taken / (double)r->agreed, r->agreed, shown) : "None");
    fputs(taken > 0 ? ", on a day that the scenario sets.\n" : ".\n", out);
}

/* What a reader who moves the deadline must know. */
static void print_pace(FILE *out, const struct talks *talks)
{
    bool all_follow = !talks->mediator.has_text;

    for (size_t i = 0; i < talks->n_side; i++)
        all_follow = all_follow && strategy_follows_time(talks->tactic[i].strategy);
    if (all_follow)
        fprintf(out,
                "  %s concede with the share of the time that has passed: another deadline moves "
                "agreements, and makes few more or fewer of them.\n",
                talks->n_side == 2 ? "Both" : "All");
}

static void print_recorded(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    char text[40], share[TEXT_NUMBER];

    if (isnan(talks->agreed_day))
        return;
    fprintf(out, "  On record: agreed on %s. By then %s of runs have agreed.\n",
            day_text(talks, talks->agreed_day, sizeof text, text),
            share_text(talks_results_agreed_by(r, talks->agreed_day), r->played->runs, share));
}

static void print_agreement(FILE *out, const struct talks_results *r)
{
    const struct talks *talks = r->scenario->talks;
    const double share = (double)r->agreed / (double)r->played->runs;
    double low, high;
    char text[40], shown[TEXT_NUMBER];

    proportion_interval(share, r->played->runs, &low, &high);
    fprintf(out, "Is there an agreement, and when?\n");
    fprintf(out, "  In %s of runs (95 %% interval %.1f to %.1f %%).\n", text_percent(share, shown),
            100 * low, 100 * high);
    if (r->agreed > 0) {
        const double first = floor(r->quartile_day[0]), last = floor(r->quartile_day[2]);
        fprintf(out, "  Half of these agree by %s, the middle half ",
                day_text(talks, r->quartile_day[1], sizeof text, text));
        fprintf(out, first < last ? "from day %.0f to day %.0f.\n" : "on day %.0f.\n", first, last);
    }
    print_pace(out, talks);
    print_drafts(out, r);
    print_final(out, r);
    print_recorded(out, r);
    fprintf(out, "\n");
}

static const char *ending_text(const struct scenario *s, enum ending ending)
{
    if (ending != ENDING_AGREEMENT)
        return ending_names[ending].help;
    return s->talks->n_side == 2 ? "both accepted a package"
           : talks_need_all(s)   ? "all accepted a package"
                                 : "enough accepted a package";
}

/* Who agrees, where not all of several must. */
static void print_signers(FILE *out, const struct talks_results *r)
{
    const struct signers_found most = talks_results_signers(r);
    char share[TEXT_NUMBER];

    if (most.parties == 0 || talks_need_all(r->scenario))
        return;
    fputs("  Signed most often by ", out);
    rule_text_parties(out, r->scenario, most.parties);
    fprintf(out, " (%s of agreements).\n", share_text(most.share, r->agreed, share));
}

static void print_endings(FILE *out, const struct talks_results *r)
{
    struct ending_found end;
    char share[TEXT_NUMBER];

    fprintf(out, "How the talks end\n");
    for (size_t i = 0; talks_results_ending(r, i, &end); i++)
        if (end.runs > 0) {
            const size_t cause = end.cause ? scenario_party(r->scenario, end.cause) : NONE;
            fputs("  ", out);
            text_pad(out, share_text(end.share, r->played->runs, share), SHARE);
            fprintf(out, "%s%s%s\n", ending_text(r->scenario, end.ending), end.cause ? ": " : "",
                    cause != NONE ? r->scenario->party[cause].title
                    : end.cause   ? end.cause
                                  : "");
        }
    print_signers(out, r);
    fprintf(out, "\n");
}

/* The level of each issue that is agreed most often. */
static void print_each_term(FILE *out, const struct talks_results *r)
{
    const struct scenario *s = r->scenario;
    char share[TEXT_NUMBER];

    fprintf(out, "What is agreed most often, each issue by itself\n");
    for (size_t k = 0; k < s->n_table; k++) {
        const struct term_found most = talks_results_term(r, k);
        fputs("  ", out);
        package_print_term(out, &s->issue[k], most.level);
        fprintf(out, " in %s of agreements\n",
                share_text_of_best(most.share, r->agreed, (double)s->issue[k].n_level, share));
    }
    fprintf(out, "\n");
}

/* The package that most agreements are on, which may be few of them; then the terms that are agreed
 * more often than not. */
static void print_terms(FILE *out, const struct talks_results *r, bool verbose)
{
    const struct scenario *s = r->scenario;
    char share[TEXT_NUMBER];
    size_t level[MAX_ISSUE], n = 0;

    if (r->agreed == 0)
        return;
    grid_levels(&s->grid, r->usual, level);
    fprintf(out, "What is agreed most often (in %s of agreements)\n",
            share_text_of_best((double)r->n_usual / (double)r->agreed, r->agreed,
                               (double)scenario_packages(s), share));
    package_print(out, s, level, 2);
    for (size_t k = 0; k < s->n_table && !verbose; k++) {
        const struct term_found most = talks_results_term(r, k);
        if (most.share <= 0.5)
            continue;
        fputs(n++ ? "; " : "  In more than half of agreements, each by itself: ", out);
        package_print_term(out, &s->issue[k], most.level);
        fprintf(out, " (%s)",
                share_text_of_best(most.share, r->agreed, (double)s->issue[k].n_level, share));
    }
    fputs(n > 0 ? ".\n\n" : "\n", out);
    if (verbose)
        print_each_term(out, r);
}

static void print_pair(FILE *out, const struct against_found *pair)
{
    char agree[TEXT_NUMBER], mediated[TEXT_NUMBER], day[TEXT_NUMBER] = "-";

    if (!isnan(pair->mean_day))
        snprintf(day, sizeof day, "%.0f", pair->mean_day);
    fprintf(out, "  %-18s %-18s %9s %9s %9s  %.3f  %.3f\n", pair->strategy[0], pair->strategy[1],
            text_percent(pair->agreement, agree), text_percent(pair->by_mediator, mediated), day,
            pair->surplus[0], pair->surplus[1]);
}

/* Of several parties: what one of them would get by another strategy. */
static void print_one(FILE *out, const struct talks_results *r, const struct against_found *pair)
{
    char agree[TEXT_NUMBER], mediated[TEXT_NUMBER], day[TEXT_NUMBER] = "-";
    char title[400];
    size_t side = 0;

    while (!pair->strategy[side])
        side++;
    if (!isnan(pair->mean_day))
        snprintf(day, sizeof day, "%.0f", pair->mean_day);
    fputs("  ", out);
    text_pad(out, text_cut(title_of(r, side), NAME, sizeof title, title), NAME);
    fprintf(out, " %-18s %9s %9s %9s  %.3f\n", pair->strategy[side],
            text_percent(pair->agreement, agree), text_percent(pair->by_mediator, mediated), day,
            pair->surplus[side]);
}

static void print_against(FILE *out, const struct talks_results *r)
{
    struct against_found pair;

    if (!talks_results_against(r, 0, &pair))
        return;
    if (r->scenario->talks->n_side > 2) {
        fprintf(out,
                "One party by another strategy (surplus: its own, mean over "
                "all runs, no deal counting 0)\n  %-18s %-18s %9s %9s %9s  %s\n",
                "party", "strategy", "agree", "on final", "mean day", "surplus");
        for (size_t i = 0; talks_results_against(r, i, &pair); i++)
            print_one(out, r, &pair);
        fprintf(out, "\n");
        return;
    }
    fprintf(out,
            "Strategies against each other (surplus: mean over all runs, no deal counting 0)\n"
            "  %-18.18s %-18.18s %9s %9s %9s  %s\n",
            title_of(r, 0), title_of(r, 1), "agree", "on final", "mean day", "surplus of each");
    for (size_t i = 0; talks_results_against(r, i, &pair); i++)
        print_pair(out, &pair);
    fprintf(out, "\n");
}

void talks_summary_print(FILE *out, const struct talks_results *r, uint64_t traced, bool verbose,
                         size_t n_set, const char *const set[])
{
    char run[TEXT_NUMBER];

    print_header(out, r, n_set, set);
    print_agreement(out, r);
    print_endings(out, r);
    print_terms(out, r, verbose);
    print_against(out, r);
    text_grouped(traced, run);
    fprintf(out, "Run %s is written out in offers.csv%s.\n", run,
            r->agreed > 0 && traced == r->typical ? ": the first that agrees on the median day"
                                                  : "");
    fprintf(out, "\nThese are consequences of the scenario's assumptions, not forecasts.\n");
}
