/* summary.c - the results of a run in a reader's words */
#include "summary.h"

#include "message.h"
#include "proportion.h"
#include "summary_hold.h"
#include "summary_prices.h"
#include "package_text.h"
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
    fprintf(out, "%s draws from seed %llu; %s package%s over %zu issue%s\n", draws,
            (unsigned long long)r->map->seed, packages, message_plural(n_package), s->n_table,
            message_plural(s->n_table));
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    for (size_t k = 0; k < s->n_left_out; k++)
        fprintf(out, "without proposal %s, a forbidden combination with these settings\n",
                s->left_out[k]);
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

/* What is picked for its share has been lucky, too: the interval minds how many there were. */
static void print_best(FILE *out, const struct results *r)
{
    const uint64_t n = scenario_packages(r->scenario);
    char share[TEXT_NUMBER], packages[TEXT_NUMBER];
    double low, high;

    proportion_interval_of_best(r->gathering.best.accept, r->map->draws, (double)n, &low, &high);
    text_grouped(n, packages);
    fprintf(out,
            "  The package accepted most often, by all in %s of draws (95 %% interval for the best "
            "of %s: %.1f to %.1f %%",
            text_percent(r->gathering.best.accept, share), packages, 100 * low, 100 * high);
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

/* The numbers that alone decide most whether there is a deal: each explains more than a fiftieth of
 * it, by more than three standard errors, and moves the share of draws by over three points. */
static void print_decides(FILE *out, const struct results *r)
{
    char first[TEXT_NUMBER], second[TEXT_NUMBER], line[200];
    bool any = false;

    for (size_t k = 0; k < RESULTS_DECISIONS; k++) {
        const struct decision *d = &r->decides[k];
        const double moves =
            d->is_red_line ? d->yes_if_holds - d->yes_if_not : d->yes_lowest - d->yes_highest;
        if (!(d->index > 0.02 && d->index > 3 * d->se && fabs(moves) > 0.03))
            continue;
        const char *path = r->scenario->parameter[d->number].path;
        fprintf(out, any ? ";\n    " : "  What decides: ");
        if (d->is_red_line)
            fprintf(out, "whether %s holds (some deal in %s of draws; in %s if it does not)",
                    line_of_roll(path, sizeof line, line), text_percent(d->yes_if_holds, first),
                    text_percent(d->yes_if_not, second));
        else
            fprintf(out,
                    "%s (some deal in %s of draws with its lowest fifth; in %s with its highest)",
                    path, text_percent(d->yes_lowest, first), text_percent(d->yes_highest, second));
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

static void print_deal(FILE *out, const struct results *r)
{
    const struct map *map = r->map;
    const struct scenario *s = map->layout->scenario;
    double zone = (double)*map->tally.zone / (double)map->draws;
    double low, high;
    char share[TEXT_NUMBER];
    size_t level[MAX_ISSUE];

    map_interval(map, zone, &low, &high);
    fprintf(out, "Is there a deal?\n");
    if (*map->tally.zone == 0) {
        fprintf(
            out,
            "  In no draw is any package acceptable to all parties (95 %% interval %.1f to %.1f "
            "%%).\n\n",
            100 * low, 100 * high);
        return;
    }
    fprintf(
        out,
        "  In %s of draws some package is acceptable to all (95 %% interval %.1f to %.1f %%).\n",
        text_percent(zone, share), 100 * low, 100 * high);
    print_best(out, r);
    grid_levels(&s->grid, r->gathering.best.package, level);
    package_print(out, s, level, "    ");
    if (performs_nothing(s, level))
        fprintf(out,
                "    That is nothing performed: no deal, which the levels on the table allow.\n");
    print_decides(out, r);
    fprintf(out, "\n");
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

static void print_open_terms(FILE *out, const struct scenario *s, const struct vague *v,
                             const size_t level[])
{
    for (size_t i = 0; i < v->n_open; i++) {
        fputs(i ? ", " : "", out);
        package_print_level(out, &s->issue[v->open[i]], level[v->open[i]]);
    }
}

/* How often a vague text would be accepted were it clear; changes are changes of its likeliest
 * reading. */
static void print_readings(FILE *out, const struct scenario *s, const struct proposal *proposal,
                           const struct finding *f)
{
    const struct vague *v = proposal->vague;
    const struct reading_range *all = &f->read[s->n_party];
    char low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (!v)
        return;
    fprintf(out, "    It may be read in %zu ways. Were it clear, all would accept in %s (",
            v->n_reading, text_percent(all->low, low));
    print_open_terms(out, s, v, v->level + all->worst * s->n_table);
    fprintf(out, ")\n    to %s (", text_percent(all->high, high));
    print_open_terms(out, s, v, v->level + all->best * s->n_table);
    fputs(")", out);
    for (size_t p = 0; p < s->n_party; p++) {
        const struct reading_range *one = &f->read[p];
        fprintf(out, ", %s in %s", s->party[p].title, text_percent(one->low, low));
        if (one->high > one->low)
            fprintf(out, " to %s", text_percent(one->high, high));
    }
    fprintf(out, ".\n    As it is likeliest read: ");
    print_open_terms(out, s, v, proposal->package);
    fprintf(out, ".\n");
}

static void print_changes(FILE *out, const struct scenario *s, const struct finding *f,
                          const size_t level[])
{
    static const char *const how_many[] = { "one term", "two terms" };
    char share[TEXT_NUMBER];

    for (size_t c = 0; c < 2; c++) {
        const struct change *change = &f->change[c];
        if (change->n == 0)
            continue;
        fprintf(out, "    With %s changed, all accept in %s: ", how_many[c],
                text_percent(change->accept_all, share));
        for (size_t i = 0; i < change->n; i++) {
            const struct issue *issue = &s->issue[change->issue[i]];
            fprintf(out, "%s%s from %s to %s", i ? ", " : "", issue->name,
                    issue->label[level[change->issue[i]]], issue->label[change->level[i]]);
        }
        fprintf(out, ".\n");
    }
}

/* Whether an issue is fixed from outside: then the terms are not those that were answered. */
static bool terms_are_changed(const struct scenario *s)
{
    for (size_t k = 0; k < s->n_table; k++)
        if (s->issue[k].is_fixed)
            return true;
    return false;
}

static void print_said(FILE *out, const struct party *party, const struct answer *answer)
{
    if (answer->said == SAID_COUNTED)
        fprintf(out, "%s accepts in %" PRIu64 " of %" PRIu64 " answers", party->title,
                answer->accepts, answer_number(answer));
    else
        fprintf(out, "%s %s", party->title,
                answer->said == SAID_DISPUTED ? "is reported both ways"
                                              : said_labels[answer->said]);
    fprintf(out, "%s%s", answer->own ? " its own offer" : "",
            answer->doubt > 0 ? " (inferred)" : "");
}

static void print_record(FILE *out, const struct scenario *s, const struct proposal *proposal)
{
    const char *begin = terms_are_changed(s) ? "    On record, for the terms as they were put: "
                                             : "    On record: ";
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++) {
        const struct answer *answer = &proposal->answer[p];
        if (!answer->is_recorded)
            continue;
        fputs(any ? ", " : begin, out);
        print_said(out, &s->party[p], answer);
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

/* How often the model gives the answers that are not read as "accepted by" above is. */
static void print_given(FILE *out, const struct results *r, size_t i)
{
    const struct scenario *s = r->scenario;
    char share[TEXT_NUMBER];
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++) {
        const struct answer *answer = &s->proposal[i].answer[p];
        double given = record_gives(&r->map->record, i, p, r->map->draws);
        if (isnan(given) || answer_reading(answer) == 0)
            continue;
        fprintf(out, "%s%s answers so in %s (%s%s%s)", any ? ", " : "    Read as given, ",
                s->party[p].title, text_percent(given, share),
                answer->by == BY_LEADERS ? "its leaders" : "",
                answer->by == BY_LEADERS && answer->own ? ", " : "",
                answer->own ? "if it were kept" : "");
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

static void print_proposal(FILE *out, const struct results *r, size_t i)
{
    const struct scenario *s = r->scenario;
    const struct proposal *proposal = &s->proposal[i];
    const struct finding *f = &r->finding[i];
    char share[TEXT_NUMBER], over[TEXT_NUMBER];

    fprintf(out, "  %s (%s)\n    Accepted by", proposal->name, proposal->by);
    for (size_t p = 0; p < s->n_party; p++)
        fprintf(out, " %s in %s,", s->party[p].title, text_percent(f->accept[p], share));
    fprintf(out, " by all in %s.\n", text_percent(f->accept_all, share));
    if (f->blocker != NONE)
        fprintf(out, "    %s refuses it in %s of draws", s->party[f->blocker].title,
                text_percent(1 - f->accept[f->blocker], share));
    if (f->blocking_issue != NONE)
        fprintf(out, ", most often over %s (%s of refusals)", s->issue[f->blocking_issue].name,
                text_percent(f->blocking_share, over));
    if (f->blocker != NONE)
        fprintf(out, ".\n");
    print_readings(out, s, proposal, f);
    print_changes(out, s, f, proposal->package);
    summary_exchange(out, r, i);
    summary_bodies(out, r, i);
    summary_hold(out, r, i);
    print_record(out, s, proposal);
    print_given(out, r, i);
}

/* The first solution that picks the same as `rule`: that one, or one before it. */
static size_t same_pick(const struct chosen chosen[], size_t rule)
{
    size_t same = 0;

    while (chosen[same].package != chosen[rule].package ||
           chosen[same].equals != chosen[rule].equals)
        same++;
    return same;
}

static void print_solutions(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct chosen *chosen = r->map->mean_case->solutions.of;
    size_t level[MAX_ISSUE];

    fprintf(out, "Where the solutions lie, at mean preferences\n");
    if (!chosen[SOLUTION_NASH].found) {
        fprintf(out, "  Nowhere: at the mean of every doubt no package is acceptable to all.\n");
        return;
    }
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const size_t same = same_pick(chosen, rule);
        fprintf(out, "  %s", solution_names[rule].text);
        if (same < rule) {
            fprintf(out, ": the same as %s\n", solution_names[same].text);
            continue;
        }
        if (chosen[rule].equals > 1)
            fprintf(out, " (one of %.0f that are as good)", chosen[rule].equals);
        fprintf(out, ":\n");
        grid_levels(&s->grid, chosen[rule].package, level);
        package_print(out, s, level, "    ");
    }
}

void summary_print(FILE *out, const struct results *r, size_t n_set, const char *const set[])
{
    const struct scenario *s = r->scenario;

    print_header(out, r, n_set, set);
    print_deal(out, r);
    print_extension(out, r);
    summary_disputes(out, r);
    if (s->n_proposal > 0)
        fprintf(out, "Proposals\n");
    for (size_t i = 0; i < s->n_proposal; i++)
        print_proposal(out, r, i);
    if (s->n_proposal > 0)
        fprintf(out, "\n");
    print_solutions(out, r);
    fprintf(out, "\nThese are consequences of the scenario's assumptions, not forecasts.\n");
}
