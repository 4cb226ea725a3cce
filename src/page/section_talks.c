/* section_talks.c - how the talks go, and what levers do */
#include "grid_table.h"
#include "pieces.h"
#include "svg.h"
#include "sentences.h"

#include "none.h"

#include <math.h>
#include <string.h>

static void draw_days(struct page *p, const struct csv_grid *days)
{
    double *day = page_column(p, days, "day", 1), *agreed = page_column(p, days, "agreed", 100),
           *low = page_column(p, days, "low", 100), *high = page_column(p, days, "high", 100);
    const size_t n = days->n_row;

    if (!day || !agreed || !low || !high)
        return;
    struct plane plane = { .x1 = fmax(day[n - 1], 1),
                           .y1 = 100,
                           .x_title = "day of the talks",
                           .y_title = "agreed by then, %" };
    plane_begin(&plane, p, "Runs agreed by each day",
                piece(p, "A rising line to %.0f %% on day %g, with its 95 %% band.", agreed[n - 1],
                      day[n - 1]));
    plane_band(&plane, n, day, low, high);
    plane_line(&plane, n, day, agreed, false, "a");
    for (size_t i = 0; i < n; i++)
        if (csv_grid_number(days, i, "recorded") == 1)
            plane_mark(&plane, day[i], piece(p, "on record: day %g", day[i]));
    plane_end(&plane);
    fputs("<p class=\"quiet\">Line: share of runs agreed; band: 95 % interval (Wilson). From "
          "days.csv.</p>\n",
          p->out);
}

/* Days that the scenario sets by itself, such as that of a final offer, are inputs. */
static void say_calendar(struct page *p)
{
    const json_t *talks = json_object_get(p->talks->scenario, "talks");
    const double final = page_number_of(talks, "final_day"),
                 deadline = page_number_of(talks, "deadline");
    const char *date = page_text_of(talks, "final_date");

    fputs("<p>The days follow from the scenario\xE2\x80\x99s calendar, which is an input", p->out);
    if (!isnan(deadline))
        fprintf(p->out, ": the deadline is day %g", deadline);
    if (!isnan(final))
        fprintf(p->out, ", the mediator\xE2\x80\x99s final offer comes on day %g%s%s", final,
                date[0] ? ", " : "", piece_text(p, date));
    fputs(".</p>\n", p->out);
}

static const struct shown ending_columns[] = {
    { "ending", "ending", SHOW_WORD },
    { "by", "cause", SHOW_PARTY },
    { "runs", "runs", SHOW_NUMBER },
    { "share", "share", SHOW_BAR, "low", "high" },
};

static const struct shown term_columns[] = {
    { "issue", "issue", SHOW_ISSUE },
    { "level", "level", SHOW_LEVEL, "issue" },
    { "share of agreements", "share", SHOW_BAR, "low", "high" },
};

/* Of each issue the level that is agreed most often. */
static void say_terms(struct page *p, const struct csv_grid *terms)
{
    const json_t *issue;
    const char *all = "";
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        size_t best = NONE;
        for (size_t i = 0; i < terms->n_row; i++)
            if (strcmp(csv_grid_cell(terms, i, "issue"), name) == 0 &&
                (best == NONE ||
                 csv_grid_number(terms, i, "share") > csv_grid_number(terms, best, "share")))
                best = i;
        if (best != NONE)
            all = piece(p, "%s%s%s <b>%s</b> (%s)", all, all[0] ? "; " : "", piece_issue(p, name),
                        piece_level(p, name, csv_grid_cell(terms, best, "level")),
                        piece_percent(p, csv_grid_number(terms, best, "share")));
    }
    if (all[0])
        see(p, piece(p, "Most often, each issue by itself: %s.", all));
}

static const char *offer_terms(struct page *p, const struct csv_grid *offers, size_t row)
{
    return csv_grid_cell(offers, row, "package")[0] ? piece_terms(p, offers, row) : "\xE2\x80\x93";
}

static void one_run(struct page *p, const struct csv_grid *offers)
{
    fprintf(p->out, "<details class=\"screen\"><summary>One run, offer by offer (run %s)</summary>",
            piece_text(p, csv_grid_cell(offers, 0, "run")));
    html_table_begin(p, "Worth: over no deal, 1 is all that is at stake. From offers.csv.", false);
    html_table_head(p, "day");
    html_table_head(p, "who");
    html_table_head(p, "does");
    html_table_head(p, "terms");
    for (size_t i = 0; i < page_n_party(p); i++)
        html_table_head_n(p, piece(p, "worth to %s", piece_party(p, page_party(p, i))));
    for (size_t r = 0; r < offers->n_row && r < PAGE_ROWS; r++) {
        const char *by = csv_grid_cell(offers, r, "by"), *event = csv_grid_cell(offers, r, "event");
        html_table_row(p, piece_number(p, csv_grid_number(offers, r, "day"), 1));
        html_table_cell(p, by[0] ? piece_party(p, by) : "\xE2\x80\x93");
        html_table_cell(p, piece(p, "%s %s", piece_name(p, csv_grid_cell(offers, r, "act")),
                                 event[0] ? piece_name(p, event) : ""));
        html_table_cell(p, offer_terms(p, offers, r));
        for (size_t i = 0; i < page_n_party(p); i++) {
            const double x = csv_grid_number(offers, r, column_of(p, "surplus_", page_party(p, i)));
            html_table_number(p, x, piece_number(p, x, 2));
        }
    }
    html_table_end(p);
    html_table_note(p, PAGE_ROWS, offers->n_row, "offers.csv");
    fputs("</details>\n", p->out);
}

enum { MOST_SIDES = 16 }; /* that talk */

/* Of several parties a row is about one of them, whose strategy is in its column. */
static void against_as_they_are(struct page *p, const struct csv_grid *grid, size_t n_side,
                                const char *const side[])
{
    struct shown columns[2 * MOST_SIDES + 3];
    size_t n = 0;

    for (size_t i = 0; i < n_side; i++)
        columns[n++] = (struct shown){ piece(p, "strategy of %s", piece_party(p, side[i])),
                                       column_of(p, "strategy_", side[i]), SHOW_NAME };
    columns[n++] = (struct shown){ "agree", "agreement", SHOW_BAR, "low", "high" };
    columns[n++] = (struct shown){ "mean day", "mean_day", SHOW_NUMBER };
    columns[n++] = (struct shown){ "on the mediator\xE2\x80\x99s text", "by_mediator", SHOW_SHARE };
    for (size_t i = 0; i < n_side; i++)
        columns[n++] = (struct shown){ piece(p, "worth to %s", piece_party(p, side[i])),
                                       column_of(p, "surplus_", side[i]),
                                       SHOW_NUMBER,
                                       NULL,
                                       NULL,
                                       3 };
    fputs("<h3>One party by another strategy, the others as they are</h3>\n", p->out);
    grid_table(p, grid, "against.csv", "Share of runs that agree, with its 95 % interval.", n,
               columns);
}

static void against(struct page *p, const struct csv_grid *grid)
{
    const char *one = page_text_of(json_object_get(p->talks->scenario, "talks"), "first"),
               *other = page_text_of(json_object_get(p->talks->scenario, "talks"), "second");
    const struct shown columns[] = {
        { piece(p, "strategy of %s", piece_party(p, one)), column_of(p, "strategy_", one),
          SHOW_NAME },
        { piece(p, "of %s", piece_party(p, other)), column_of(p, "strategy_", other), SHOW_NAME },
        { "agree", "agreement", SHOW_BAR, "low", "high" },
        { "mean day", "mean_day", SHOW_NUMBER },
        { "on the mediator\xE2\x80\x99s text", "by_mediator", SHOW_SHARE },
        { piece(p, "worth to %s", piece_party(p, one)), column_of(p, "surplus_", one), SHOW_NUMBER,
          NULL, NULL, 3 },
        { piece(p, "worth to %s", piece_party(p, other)), column_of(p, "surplus_", other),
          SHOW_NUMBER, NULL, NULL, 3 },
    };

    fputs("<h3>Strategies against each other</h3>\n", p->out);
    GRID_TABLE(p, grid, "against.csv", "Share of runs that agree, with its 95 % interval.",
               columns);
}

static void strategies(struct page *p, const struct csv_grid *grid)
{
    const char *side[MOST_SIDES];
    size_t n = 0;

    for (size_t i = 0; i < page_n_party(p) && n < MOST_SIDES; i++)
        if (csv_grid_has(grid, column_of(p, "strategy_", page_party(p, i))))
            side[n++] = page_party(p, i);
    if (n > 2)
        against_as_they_are(p, grid, n, side);
    else
        against(p, grid);
}

bool section_talks(struct page *p)
{
    const struct csv_grid *days = page_folder_table(p->talks, "days"),
                          *endings = page_folder_table(p->talks, "endings"),
                          *terms = page_folder_table(p->talks, "terms"),
                          *offers = page_folder_table(p->talks, "offers"),
                          *pairs = page_folder_table(p->talks, "against");

    if (!p->talks || !endings)
        return false;
    see(p, talks_sentence(p));
    say_calendar(p);
    if (days && days->n_row > 0)
        draw_days(p, days);
    fputs("<h3>How the talks end</h3>\n", p->out);
    GRID_TABLE(p, endings, "endings.csv", "With 95 % intervals.", ending_columns);
    if (terms && terms->n_row > 0) {
        fputs("<h3>What is agreed</h3>\n", p->out);
        say_terms(p, terms);
        GRID_TABLE(p, terms, "terms.csv", "Of the runs that agree, with 95 % intervals.",
                   term_columns);
    }
    if (offers && offers->n_row > 0)
        one_run(p, offers);
    if (pairs && pairs->n_row > 0)
        strategies(p, pairs);
    return true;
}
