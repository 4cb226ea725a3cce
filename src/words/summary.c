/* summary.c - the results of a run in a reader's words */
#include "summary.h"

#include "agreement.h"
#include "message.h"
#include "package_text.h"
#include "proportion.h"
#include "rule_text.h"
#include "share_text.h"
#include "summary_details.h"
#include "summary_gap.h"
#include "summary_prices.h"
#include "summary_proposal.h"
#include "summary_table.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static void print_header(FILE *out, const struct results *r, size_t n_set, const char *const set[])
{
    const struct scenario *s = r->scenario;
    char draws[TEXT_NUMBER], packages[TEXT_NUMBER], shown[TEXT_SHOWN];

    text_grouped(r->map->draws, draws);
    const uint64_t n_package = scenario_packages(s);

    text_grouped(n_package, packages);
    fprintf(out, "%s\n", s->title);
    if (s->as_of[0])
        fprintf(out, "as of %s; ", s->as_of);
    fprintf(out, "%s%s draws from seed %llu; %s package%s over %zu issue%s\n", draws,
            s->sobol ? " Sobol'" : "", (unsigned long long)r->map->seed, packages,
            message_plural(n_package), s->n_table, message_plural(s->n_table));
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    for (size_t k = 0; k < s->n_left_out; k++)
        fprintf(out, "without proposal %s, %s with these settings\n", s->left_out[k],
                s->n_rule > 0 ? "no package" : "a forbidden combination");
    fprintf(out, "\n");
}

/* Whether a package is what happens without a deal.  Where all is counted from reservations,
 * nothing performed means nothing. */
static bool performs_nothing(const struct scenario *s, const size_t level[])
{
    bool counts = s->lasts_issue != NONE;

    for (size_t p = 0; p < s->n_party; p++)
        counts = counts || !s->party[p].has_reservation;
    if (!counts)
        return false;
    for (size_t k = 0; k < s->n_table; k++)
        if (scenario_level(s, k, level) != s->issue[k].nothing)
            return false;
    return true;
}

/* A share beside its interval; with a decimal where the interval is so narrow that the rounded
 * share would lie outside. */
static const char *share_beside(double share, double low, double high, char out[static TEXT_NUMBER])
{
    const double shown = rint(100 * share) / 100;

    text_percent(share, out);
    if (share > 0.005 && share < 0.995 && (shown < low || shown > high))
        snprintf(out, TEXT_NUMBER, "%.1f %%", 100 * share);
    return out;
}

/* What is picked for its share has been lucky, too: the interval minds how many there were. */
static void print_best(FILE *out, const struct results *r)
{
    const uint64_t n = scenario_packages(r->scenario);
    char share[TEXT_NUMBER], packages[TEXT_NUMBER];
    double low, high;

    proportion_interval_of_best_by(r->gathering.best.accept,
                                   map_knows_cell(r->map, true, r->gathering.best.cell), (double)n,
                                   &low, &high);
    text_grouped(n, packages);
    fprintf(out,
            "  Most often, in %s of draws, %s (95 %% interval for the best of %s: %.1f to %.1f %%",
            share_beside(r->gathering.best.accept, low, high, share), agreement_word(r->scenario),
            packages, 100 * low, 100 * high);
    if (r->gathering.best.n > 1)
        fprintf(out, "; the first of %llu", (unsigned long long)r->gathering.best.n);
    fprintf(out, "):\n");
}

/* "hamas.positions.permanence" for the path of its roll. */
static const char *line_of_roll(const char *path, size_t size, char line[size])
{
    const size_t n = strlen(path) - strlen(".roll");

    snprintf(line, size, "%.*s", (int)n, path);
    return line;
}

static void print_decision(FILE *out, const struct results *r, const struct decision *d)
{
    const char *path = r->scenario->parameter[d->number].path;
    char first[TEXT_NUMBER], second[TEXT_NUMBER], line[200];

    if (d->is_red_line)
        fprintf(out, "whether %s holds (some deal in %s, if not in %s)",
                line_of_roll(path, sizeof line, line),
                share_text(d->yes_if_holds, d->n_holds, first),
                share_text(d->yes_if_not, d->n_not, second));
    else
        fprintf(out, "%s (some deal in %s with its lowest fifth, in %s with its highest)", path,
                share_text(d->yes_lowest, d->n_lowest, first),
                share_text(d->yes_highest, d->n_highest, second));
}

/* The first that decides, or, when verbose, all that were looked at and do. */
static void print_decides(FILE *out, const struct results *r, bool verbose)
{
    bool any = false;

    fputs("  ", out);
    for (size_t k = 0; k < RESULTS_DECISIONS && (verbose || !any); k++)
        if (results_decides(&r->decides[k])) {
            fputs(any ? "; " : verbose ? "What decides: " : "What decides most: ", out);
            print_decision(out, r, &r->decides[k]);
            any = true;
        }
    fputs(any ? "." : "What decides: no uncertain number alone decides much of it.", out);
    fputs("\n", out);
}

static void print_rule(FILE *out, const struct scenario *s)
{
    if (!agreement_has_rule(s))
        return;
    fputs("  A package passes when these accept: ", out);
    rule_text_print(out, s);
    fputs(".\n", out);
}

static void print_deal(FILE *out, const struct results *r, bool verbose)
{
    const struct map *map = r->map;
    const struct scenario *s = map->layout->scenario;
    double zone = (double)*map->tally.zone / (double)map->draws;
    double low, high;
    char share[TEXT_NUMBER];
    size_t level[MAX_ISSUE];

    proportion_interval_by(zone, map_knows(map, map->tally.zone, 1), &low, &high);
    fprintf(out, "Is there a deal?\n");
    print_rule(out, s);
    if (*map->tally.zone == 0) {
        fprintf(out, "  In no draw %s (95 %% interval %.1f to %.1f %%).\n",
                agreement_has_rule(s) ? "does any package pass"
                                      : "is any package acceptable to all parties",
                100 * low, 100 * high);
        fputs(r->concession.found ? "\n"
                                  : "  With every doubt at its mean there would be one: see the "
                                    "solutions.\n",
              out);
        summary_gap(out, r);
        return;
    }
    fprintf(out, "  In %s of draws some package %s (95 %% interval %.1f to %.1f %%).\n",
            share_beside(zone, low, high, share),
            agreement_has_rule(s) ? "passes" : "is acceptable to all", 100 * low, 100 * high);
    print_best(out, r);
    grid_levels(&s->grid, r->gathering.best.package, level);
    package_print(out, s, level, 4);
    if (performs_nothing(s, level))
        fprintf(out,
                "    That is nothing performed: no deal, which the levels on the table allow.\n");
    print_decides(out, r, verbose);
}

/* What going on with a deal that holds adds, which makes packages acceptable that would not be. */
static void print_extension(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct stake *stake = r->map->mean_case->appraisal.utility.stake;

    if (s->extension.times == 0)
        return;
    fprintf(out,
            "A deal that holds may go on, at most %" PRIu64
            " time%s: at mean preferences this adds",
            s->extension.times, message_plural(s->extension.times));
    for (size_t p = 0; p < s->n_party; p++)
        fprintf(out, "%s %.3f to %s", p ? "," : "", stake[p].after - stake[p].no_deal,
                s->party[p].title);
    fprintf(out, "\n  to what follows it, as far as it does not last. --set extension.chance=0 "
                 "shows the rest.\n\n");
}

/* The first solution that picks the same as `rule`, which is found: that one, or one before it. */
static size_t same_pick(const struct chosen chosen[], size_t rule)
{
    size_t same = 0;

    while (!chosen[same].found || chosen[same].package != chosen[rule].package ||
           chosen[same].equals != chosen[rule].equals)
        same++;
    return same;
}

static size_t first_found(const struct chosen chosen[])
{
    size_t rule = 0;

    while (rule < SOLUTION_COUNT && !chosen[rule].found)
        rule++;
    return rule;
}

/* As people write them. */
static const char *const rule_titles[SOLUTION_COUNT] = { "Nash", "Kalai-Smorodinsky", "egalitarian",
                                                         "utilitarian" };

/* With a rule: who refuses a package at mean preferences. */
static void print_outvoted(FILE *out, const struct results *r, const size_t level[])
{
    const struct scenario *s = r->scenario;
    const uint64_t no = mean_case_refuses(r->map->mean_case, level);

    if (!agreement_has_rule(s) || no == 0)
        return;
    fputs("    outvoted: ", out);
    rule_text_parties(out, s, no);
    fputs("\n", out);
}

static void print_all_solutions(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct chosen *chosen = r->map->mean_case->solutions.of;
    size_t level[MAX_ISSUE];

    fprintf(out, "Where the solutions lie, at mean preferences\n");
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        fprintf(out, "  %s", rule_titles[rule]);
        if (!chosen[rule].found) {
            fputs(": no package passes by which nobody loses\n", out);
            continue;
        }
        const size_t same = same_pick(chosen, rule);
        if (same < rule) {
            fprintf(out, ": the same as %s\n", rule_titles[same]);
            continue;
        }
        if (chosen[rule].equals > 1)
            fprintf(out, " (one of %.0f that are as good)", chosen[rule].equals);
        fprintf(out, ":\n");
        grid_levels(&s->grid, chosen[rule].package, level);
        package_print(out, s, level, 4);
        print_outvoted(out, r, level);
    }
}

/* The solutions that pick what `rule` picks, and how many packages are as good by it. */
static void print_rules(FILE *out, const struct chosen chosen[], size_t rule)
{
    bool any = false;

    for (size_t other = rule; other < SOLUTION_COUNT; other++)
        if (chosen[other].found && same_pick(chosen, other) == rule) {
            fprintf(out, "%s%s", any ? ", " : "", rule_titles[other]);
            any = true;
        }
    if (chosen[rule].equals > 1)
        fprintf(out, " (one of %.0f that are as good)", chosen[rule].equals);
}

/* The first solution's package; of the others what differs from it. */
static void print_solutions(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct chosen *chosen = r->map->mean_case->solutions.of;
    const size_t at = first_found(chosen);
    size_t first[MAX_ISSUE], level[MAX_ISSUE];

    grid_levels(&s->grid, chosen[at].package, first);
    fputs("Where the solutions lie, at mean preferences: ", out);
    print_rules(out, chosen, at);
    fputs("\n", out);
    package_print(out, s, first, 2);
    print_outvoted(out, r, first);
    for (size_t rule = at + 1; rule < SOLUTION_COUNT; rule++) {
        if (!chosen[rule].found || same_pick(chosen, rule) < rule)
            continue;
        fputs("  ", out);
        print_rules(out, chosen, rule);
        fputs(", but for ", out);
        grid_levels(&s->grid, chosen[rule].package, level);
        package_list(out, s, level, first);
        fputs("\n", out);
        print_outvoted(out, r, level);
    }
    if (at > 0)
        fputs("  No package passes by which nobody loses: no Nash, no Kalai-Smorodinsky.\n", out);
}

/* How many coalitions a rule has, and where they are. */
static void print_coalitions(FILE *out, const struct coalitions *c)
{
    if (c->n_in_all == 0)
        return;
    fprintf(out,
            "%s%zu set%s of parties %s just enough to agree; what each would choose%s: "
            "coalitions.csv\n",
            c->counted ? "" : "At least ", c->n_in_all, message_plural(c->n_in_all),
            c->n_in_all == 1 ? "is" : "are",
            c->n < c->n_in_all ? ", of the 64 with the most seats" : "");
}

/* Draws that have a deal and no solutions, since too few packages are beaten there. */
static void print_given_up(FILE *out, const struct map *map)
{
    char share[TEXT_NUMBER];

    if (*map->tally.left_out > 0)
        fprintf(out,
                "  In %s of draws no solutions were sought: more than %d packages would have to be "
                "compared.\n",
                text_percent((double)*map->tally.left_out / (double)map->draws, share), ZONE_MOST);
}

static void print_proposals(FILE *out, const struct results *r, bool verbose)
{
    const size_t n = r->scenario->n_proposal;

    if (n == 0)
        return;
    summary_table(out, r);
    for (size_t i = 0; i < n && !verbose; i++)
        summary_proposal(out, r, i);
    fputs("\n", out);
    for (size_t i = 0; i < n && verbose; i++)
        summary_details(out, r, i);
    fputs(verbose ? "\n" : "", out);
}

void summary_print(FILE *out, const struct results *r, bool verbose, size_t n_set,
                   const char *const set[])
{
    print_header(out, r, n_set, set);
    print_deal(out, r, verbose);
    if (!verbose)
        summary_disputed(out, r);
    fputs("\n", out);
    if (verbose) {
        print_extension(out, r);
        summary_disputes(out, r);
    }
    print_proposals(out, r, verbose);
    if (first_found(r->map->mean_case->solutions.of) < SOLUTION_COUNT)
        (verbose ? print_all_solutions : print_solutions)(out, r);
    else if (*r->map->tally.zone > 0)
        summary_gap(out, r);
    print_given_up(out, r->map);
    print_coalitions(out, &r->coalitions);
    const bool ends_blank =
        r->concession.found && *r->map->tally.zone == 0; /* the gap came first */
    fprintf(out, "%sThese are consequences of the scenario's assumptions, not forecasts%s.\n",
            ends_blank ? "" : "\n", verbose ? "" : "; more with --verbose");
}
