/* section_holds.c - whether an agreement would be carried out, and who inside the parties decides
 */
#include "grid_table.h"
#include "pieces.h"
#include "svg.h"

#include "none.h"

#include <math.h>
#include <string.h>

enum { MAX_LINES = 200 };

static bool is(const struct csv_grid *grid, size_t row, const char *column, const char *text)
{
    return strcmp(csv_grid_cell(grid, row, column), text) == 0;
}

/* The last row of a proposal with this moment, or NONE. */
static size_t last_of(const struct csv_grid *grid, const char *proposal, const char *moment)
{
    for (size_t i = grid->n_row; i-- > 0;)
        if (is(grid, i, "proposal", proposal) && is(grid, i, "moment", moment))
            return i;
    return NONE;
}

/* Whether a row is the first of its proposal. */
static bool is_first(const struct csv_grid *grid, size_t row)
{
    return row == 0 || !is(grid, row - 1, "proposal", csv_grid_cell(grid, row, "proposal"));
}

static void draw_line(const struct plane *plane, const struct csv_grid *grid, size_t first,
                      size_t which)
{
    const char *proposal = csv_grid_cell(grid, first, "proposal");
    double x[MAX_LINES], y[MAX_LINES];
    size_t n = 1;

    x[0] = 0;
    y[0] = 100;
    for (size_t i = first; i < grid->n_row && n < MAX_LINES && is(grid, i, "proposal", proposal);
         i++, n++) {
        x[n] = csv_grid_number(grid, i, "day");
        y[n] = 100 * csv_grid_number(grid, i, "alive");
    }
    plane_line(plane, n, x, y, true, piece_colour(which));
}

static void survival(struct page *p, const struct csv_grid *grid)
{
    struct plane plane = { .x0 = 0,
                           .x1 = 1,
                           .y0 = 0,
                           .y1 = 100,
                           .x_title = "days after signing",
                           .y_title = "agreement alive, %" };
    const char *keys = "";
    size_t which = 0;

    for (size_t i = 0; i < grid->n_row; i++)
        plane.x1 = fmax(plane.x1, csv_grid_number(grid, i, "day"));
    plane_begin(&plane, p, "How long each agreement would live",
                "Share alive by day, a falling step line for each proposal.");
    for (size_t i = 0; i < grid->n_row; i++)
        if (is_first(grid, i)) {
            draw_line(&plane, grid, i, which);
            keys = piece(p, "%s%s", keys,
                         svg_key(p, piece_colour(which++),
                                 piece_proposal(p, csv_grid_cell(grid, i, "proposal"))));
        }
    plane_end(&plane);
    fprintf(p->out, "<p class=\"quiet\">%s From survival.csv.</p>\n", keys);
}

static void say_survival(struct page *p, const struct csv_grid *grid)
{
    const char *all = "";

    for (size_t i = 0; i < grid->n_row; i++) {
        const char *proposal = csv_grid_cell(grid, i, "proposal");
        if (!is_first(grid, i))
            continue;
        const size_t done = last_of(grid, proposal, "performed"),
                     lasts = last_of(grid, proposal, "lasting");
        if (done == NONE)
            continue;
        all = piece(p, "%s%s%s is performed to the end with a probability of %s", all,
                    all[0] ? "; " : "", piece_proposal(p, proposal),
                    piece_percent(p, csv_grid_number(grid, done, "alive")));
        if (lasts != NONE)
            all = piece(p, "%s, and is still alive after that with %s", all,
                        piece_percent(p, csv_grid_number(grid, lasts, "alive")));
    }
    see(p, piece(p, "Once signed: %s. These are means over worlds.", all));
}

static const struct shown promise_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "phase", "phase", SHOW_PHASE },
    { "turn", "turn", SHOW_NUMBER },
    { "party", "party", SHOW_PARTY },
    { "reached", "reached", SHOW_SHARE },
    { "performs", "performs", SHOW_BAR },
    { "needs", "needs", SHOW_NUMBER, NULL, NULL, 2 },
    { "has", "guarantee", SHOW_NUMBER, NULL, NULL, 2 },
};

static const struct shown remedy_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "change", "change", SHOW_WORD },
    { "to", "to", SHOW_LEVEL, "change" },
    { NULL, "accept_all", SHOW_SHARE },
    { "performed to the end", "completes", SHOW_BAR },
};

static const struct shown trust_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "party", "party", SHOW_PARTY },
    { "about", "about", SHOW_PARTY },
    { "signs from", "signs_from", SHOW_NUMBER, "signs_from_low", "signs_from_high", 2 },
    { "signs anyway", "signs_anyway", SHOW_SHARE },
    { "never", "signs_never", SHOW_SHARE },
    { "goes on from", "goes_on_from", SHOW_NUMBER, "goes_on_from_low", "goes_on_from_high", 2 },
    { "goes on anyway", "goes_on_anyway", SHOW_SHARE },
    { "never", "goes_on_never", SHOW_SHARE },
};

static const struct shown delivery_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "phase", "phase", SHOW_PHASE },
    { "issue", "issue", SHOW_ISSUE },
    { "by", "by", SHOW_PARTY },
    { "day", "day", SHOW_NUMBER },
    { "delivered", "delivered", SHOW_NUMBER, "low", "high", 1 },
    { "agreed", "agreed", SHOW_NUMBER, NULL, NULL, 1 },
    { "unit", "unit", SHOW_TEXT },
};

static const struct shown body_columns[] = {
    { "body", "body", SHOW_BODY },    { "of", "party", SHOW_PARTY },
    { "kind", "kind", SHOW_NAME },    { "proposal", "proposal", SHOW_PROPOSAL },
    { "agrees", "agrees", SHOW_BAR }, { "stops it alone", "stops_alone", SHOW_SHARE },
};

static const struct shown vote_columns[] = {
    { "body", "body", SHOW_BODY },
    { "bloc", "bloc", SHOW_BLOC },
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "seats", "seats", SHOW_NUMBER },
    { "votes for", "votes_for", SHOW_NUMBER, NULL, NULL, 1 },
    { "quota of the body", "quota", SHOW_NUMBER },
};

/* Of a proposal the step that undoes it most often, as the summary has it. */
static const char *weakest_step(struct page *p, const struct csv_grid *grid, size_t first)
{
    const char *proposal = csv_grid_cell(grid, first, "proposal");
    size_t weakest = first;

    for (size_t i = first; i < grid->n_row && is(grid, i, "proposal", proposal); i++)
        if (csv_grid_number(grid, i, "undone") > csv_grid_number(grid, weakest, "undone"))
            weakest = i;
    return piece(p, "of %s that of %s in \xE2\x80\x9C%s\xE2\x80\x9D, in %s of draws",
                 piece_proposal(p, proposal), piece_party(p, csv_grid_cell(grid, weakest, "party")),
                 piece_phase(p, csv_grid_cell(grid, weakest, "phase")),
                 piece_percent(p, csv_grid_number(grid, weakest, "undone")));
}

static void promises(struct page *p, const struct csv_grid *grid)
{
    const char *all = "";

    for (size_t i = 0; i < grid->n_row; i++)
        if (is_first(grid, i))
            all = piece(p, "%s%s%s", all, all[0] ? "; " : "", weakest_step(p, grid, i));
    fputs("<h3>Each promise</h3>\n", p->out);
    see(p, piece(p,
                 "The weakest step, at which breaking off pays although all later ones would be "
                 "performed: %s.",
                 all));
    GRID_TABLE(
        p, grid, "phases.csv",
        "Steps in order. Needs: the guarantee with which the step is kept in nine of ten "
        "draws (a dash: none up to 1 does); has: what the proposal carries (1 is all that is "
        "at stake).",
        promise_columns);
}

/* A table with a heading of its own, where the folder has it. */
static void part(struct page *p, const char *heading, const char *name)
{
    if (page_folder_table(p->run, name) && page_folder_table(p->run, name)->n_row > 0)
        fprintf(p->out, "<h3>%s</h3>\n", heading);
}

bool section_holds(struct page *p)
{
    const struct csv_grid *alive = page_folder_table(p->run, "survival"),
                          *phases = page_folder_table(p->run, "phases");

    if (!alive || alive->n_row == 0)
        return false;
    say_survival(p, alive);
    survival(p, alive);
    if (phases && phases->n_row > 0)
        promises(p, phases);
    part(p, "What would make it hold better", "remedies");
    GRID_TABLE(p, page_folder_table(p->run, "remedies"), "remedies.csv", "Each change by itself.",
               remedy_columns);
    part(p, "Trust", "trust");
    GRID_TABLE(
        p, page_folder_table(p->run, "trust"), "trust.csv",
        "From which belief that the other keeps its word a party would sign, and "
        "perform at each of its turns: medians of the draws in which that decides, with 10 to 90 % "
        "of these.",
        trust_columns);
    part(p, "What would be delivered", "deliveries");
    GRID_TABLE(p, page_folder_table(p->run, "deliveries"), "deliveries.csv",
               "Mean over draws; in brackets the quantiles at 10 and 90 % of draws.",
               delivery_columns);
    return true;
}

static void say_bodies(struct page *p, const struct csv_grid *grid)
{
    const size_t most = page_most(grid, grid->n_row, "stops_alone", 1);

    if (most == NONE)
        return;
    const char *party = csv_grid_cell(grid, most, "party");
    const double share = csv_grid_number(grid, most, "stops_alone");
    if (share > 0)
        see(p, piece(p, "The body that alone stops most: %s of %s, against %s in %s of draws.",
                     piece_body(p, party, csv_grid_cell(grid, most, "body")), piece_party(p, party),
                     piece_proposal(p, csv_grid_cell(grid, most, "proposal")),
                     piece_percent(p, share)));
    else
        see(p, "No body stops anything alone.");
}

bool section_bodies(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "bodies");

    if (!grid || grid->n_row == 0)
        return false;
    say_bodies(p, grid);
    GRID_TABLE(p, grid, "bodies.csv", "Agrees: of a partner, that it does not leave.",
               body_columns);
    part(p, "Votes", "votes");
    GRID_TABLE(p, page_folder_table(p->run, "votes"), "votes.csv",
               "Mean seats that vote for it, of those that a bloc has.", vote_columns);
    return true;
}
