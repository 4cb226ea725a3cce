/* section_answer.c - the answer of a page, before all else */
#include "agreed.h"
#include "package_list.h"

#include "none.h"
#include "sentences.h"

#include <math.h>
#include <string.h>

static void tile(struct page *p, const char *what, const char *number, const char *more)
{
    fprintf(p->out, "<div><dt>%s</dt><dd>%s<small>%s</small></dd></div>", what, number, more);
}

static void tiles_of_run(struct page *p, const json_t *zone, const json_t *first,
                         const struct csv_grid *grid, size_t best)
{
    tile(p, piece(p, "Some package %s", agreed_suits(p)),
         piece_percent(p, page_number_of(zone, "share")),
         piece(p, "of draws, %.1f to %.1f %%", 100 * page_number_of(zone, "low"),
               100 * page_number_of(zone, "high")));
    tile(p, agreed(p, "The package accepted most often", "The package that passes most often"),
         piece_percent(p, page_number_of(first, "share")),
         piece(p, "of draws, %.1f to %.1f %%, as the best of %s",
               100 * page_number_of(first, "low"), 100 * page_number_of(first, "high"),
               piece_count(p, page_number_of(p->run->scenario, "packages"))));
    if (best == NONE)
        return;
    tile(p,
         piece(p, "Best proposal as put: %s",
               piece_proposal(p, csv_grid_cell(grid, best, "proposal"))),
         piece_percent(p, agreed_number(p, grid, best, "accept_all")),
         piece(p, "of draws, %.1f to %.1f %%", 100 * agreed_number(p, grid, best, "low_all"),
               100 * agreed_number(p, grid, best, "high_all")));
    if (!isnan(csv_grid_number(grid, best, "signed_and_completed")))
        tile(p, "\xE2\x80\xA6 signed and performed to the end",
             piece_percent(p, csv_grid_number(grid, best, "signed_and_completed")),
             piece(p, "%s once it is signed",
                   piece_percent(p, csv_grid_number(grid, best, "completes"))));
}

/* The terms of a package by its number. */
static const char *terms_of(struct page *p, uint64_t number)
{
    const char *all = "";
    const json_t *issue;
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const json_t *level = json_array_get(json_object_get(issue, "levels"),
                                             packages_level(p->packages, number, k));
        all = piece_add_term(p, all, page_text_of(issue, "name"), page_text_of(level, "name"));
    }
    return all;
}

static void say_best(struct page *p, const json_t *first)
{
    const double equals = page_number_of(first, "equals");

    fprintf(p->out, "The one %s <strong>%s</strong>%s, is: %s.</p>\n",
            agreed(p, "accepted most often, by all in", "that passes most often, in"),
            piece_percent(p, page_number_of(first, "share")),
            equals > 1 ? piece(p, " (the first of %s that are as good)", piece_count(p, equals))
                       : "",
            terms_of(p, p->packages->number[p->packages->best]));
}

static void say_refusal(struct page *p, const struct csv_grid *grid, size_t i)
{
    const char *blocker = csv_grid_cell(grid, i, "blocker"),
               *issue = csv_grid_cell(grid, i, "blocking_issue");

    if (!blocker[0])
        return;
    const double stops = agreed_stops(p, grid, i, blocker);
    fprintf(p->out, " %s %s", piece_party(p, blocker),
            stops > 0 ? piece(p, "alone stops it in %s", piece_percent(p, stops))
                      : "refuses it most often");
    if (issue[0])
        fprintf(p->out, ", %s of its refusals over \xE2\x80\x9C%s\xE2\x80\x9D",
                piece_percent(p, csv_grid_number(grid, i, "blocking_share")),
                piece_issue(p, issue));
    fputs(".", p->out);
}

static void say_proposal(struct page *p, const struct csv_grid *grid, size_t i)
{
    const char *change = csv_grid_cell(grid, i, "change_1");

    fprintf(p->out, "<p>Of the proposals as put, %s comes closest: %s <strong>%s</strong>.",
            piece_proposal(p, csv_grid_cell(grid, i, "proposal")),
            agreed(p, "all accept it in", "it passes in"),
            piece_percent(p, agreed_number(p, grid, i, "accept_all")));
    say_refusal(p, grid, i);
    if (change[0])
        fprintf(p->out, " One changed term helps most: %s; then %s in <strong>%s</strong>.",
                piece_change(p, grid, i, change), agreed_accept(p),
                piece_percent(p, csv_grid_number(grid, i, "accept_change_1")));
    fputs("</p>\n", p->out);
}

/* The terms of the least concession: as they are written, or by the package's number. */
static const char *terms_of_concession(struct page *p, const json_t *concession, double package)
{
    const json_t *terms = json_object_get(concession, "terms"), *issue;
    const char *all = "";
    size_t k;

    if (!terms)
        return terms_of(p, (uint64_t)package);
    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        all = piece_add_term(p, all, name, page_text_of(terms, name));
    }
    return all;
}

/* How far apart the parties are: the least concession. */
static void say_concession(struct page *p)
{
    const json_t *found = json_object_get(p->run->facts, "found"), *party;
    const json_t *concession = json_object_get(found, "concession");
    const double package = page_number_of(concession, "package");
    const char *lacks = "";
    size_t i;

    if (!p->packages || !(package >= 0 && package < 1e18))
        return;
    json_array_foreach(json_object_get(concession, "parties"), i, party)
    {
        const double margin = page_number_of(party, "margin"),
                     crossed = page_number_of(party, "crossed");
        lacks = piece(
            p, "%s%s%s %s %.3f%s", lacks, i ? "; " : "",
            piece_party(p, page_text_of(party, "party")), margin < 0 ? "lacks" : "has to spare",
            fabs(margin),
            crossed > 0 ? piece(p, ", and has %.0f of its red lines or positions crossed", crossed)
                        : "");
    }
    fprintf(p->out,
            "<p>At the mean of every doubt no package %s. The least concession, "
            "the package at which whoever%s lacks most lacks least: %s. Against what each asks for "
            "(1 is all that is at stake for it), bodies included: %s.</p>\n",
            agreed(p, "is acceptable to all", "passes"),
            agreed(p, "", ", of those whose yes would be enough,"),
            terms_of_concession(p, concession, package), lacks);
}

static void say_no_zone(struct page *p)
{
    const struct packages *packages = p->packages;

    fprintf(p->out, "<p><strong>In no draw %s.</strong>",
            agreed(p, piece(p, "is any package acceptable to all of %s", piece_parties(p)),
                   "does any package pass"));
    for (size_t k = 0; packages && packages->is_whole && k < packages->n_party; k++) {
        double best = 0;
        for (size_t i = 0; i < packages->n; i++)
            best = fmax(best, packages->party[i * packages->n_party + k]);
        fprintf(p->out, "%s %s accepts the package that it accepts most often in %s of draws",
                k ? ";" : " Asked alone,", piece_party(p, page_party(p, k)),
                piece_percent(p, best));
    }
    fputs(".</p>\n", p->out);
    say_concession(p);
}

static void answer_of_run(struct page *p)
{
    const json_t *found = json_object_get(p->run->facts, "found");
    const json_t *zone = json_object_get(found, "zone"), *first = json_object_get(found, "best");
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");
    const size_t best =
        grid ? page_most(grid, grid->n_row, agreed_column(p, grid, "accept_all"), 1) : NONE;
    const double share = page_number_of(zone, "share");

    fputs("<dl class=\"tiles\">", p->out);
    tiles_of_run(p, zone, first, grid, best);
    fputs("</dl>\n", p->out);
    if (share > 0 && p->packages) {
        fprintf(p->out,
                "<p>In <strong>%s</strong> of the possible worlds that the scenario allows, some "
                "combination of terms %s. ",
                piece_percent(p, share),
                agreed(p, piece(p, "is acceptable to all of %s", piece_parties(p)), "passes"));
        say_best(p, first);
    } else {
        say_no_zone(p);
    }
    if (best != NONE && agreed_number(p, grid, best, "accept_all") > 0)
        say_proposal(p, grid, best);
    fprintf(p->out, "<p>%s</p>\n", decides_sentence(p));
}

/* The first day by which half of the agreements are there. */
static size_t half_day(const struct csv_grid *days)
{
    const double all = csv_grid_number(days, days->n_row - 1, "agreed");
    size_t i = 0;

    while (i + 1 < days->n_row && csv_grid_number(days, i, "agreed") < all / 2)
        i++;
    return i;
}

const char *talks_sentence(struct page *p)
{
    const struct csv_grid *endings = page_folder_table(p->talks, "endings"),
                          *days = page_folder_table(p->talks, "days");
    const char *half = "";

    for (size_t i = 0; endings && i < endings->n_row; i++) {
        if (strcmp(csv_grid_cell(endings, i, "ending"), "agreement") != 0)
            continue;
        if (days && days->n_row > 0) {
            const size_t day = half_day(days);
            const char *date = csv_grid_cell(days, day, "date");
            half = piece(p, "; half of these by day %s%s%s",
                         piece_text(p, csv_grid_cell(days, day, "day")), date[0] ? ", " : "",
                         piece_text(p, date));
        }
        return piece(p,
                     "<strong>%s</strong> of %s runs of the talks end in agreement (95 %% interval "
                     "%.1f to %.1f %%)%s.",
                     piece_percent(p, csv_grid_number(endings, i, "share")),
                     piece_count(p, page_folder_count(p->talks, "draws")),
                     100 * csv_grid_number(endings, i, "low"),
                     100 * csv_grid_number(endings, i, "high"), half);
    }
    return piece(p, "<strong>None</strong> of %s runs of the talks ends in agreement.",
                 piece_count(p, page_folder_count(p->talks, "draws")));
}

/* What the command said, where a page has no run whose answer it could put in its own words. */
static void answer_of_other(struct page *p)
{
    fprintf(p->out, "<p>What was said of these results:</p>\n<pre tabindex=\"0\">%s</pre>\n",
            piece_text(p, p->main->summary));
}

bool section_answer(struct page *p)
{
    p->of = p->run ? p->run : p->main;
    if (p->run)
        answer_of_run(p);
    if (p->talks)
        fprintf(p->out, "<p>%s</p>\n", talks_sentence(p));
    if (!p->run && !p->talks)
        answer_of_other(p);
    fprintf(p->out,
            "<p class=\"see\"><strong>How to read this.</strong> A share is the part of %s drawn "
            "worlds in which something holds, given the scenario\xE2\x80\x99s assumptions. It is "
            "not the probability that it happens. What follows ±, and what stands in brackets, is "
            "the 95 %% sampling error; that the assumptions are wrong is in no error.</p>\n",
            piece_count(p, page_folder_count(p->main, "draws")));
    return true;
}
