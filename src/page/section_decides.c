/* section_decides.c - what decides, what a term costs, where theory would settle */
#include "agreed.h"
#include "grid_table.h"
#include "pieces.h"
#include "sentences.h"

#include "names.h"
#include "none.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Solutions of a run, those that pick the same package together. */
enum { MAX_SOLUTION = 8 };
struct picks {
    size_t n;
    size_t row[MAX_SOLUTION];        /* the first of each group */
    const char *title[MAX_SOLUTION]; /* its solutions, HTML */
};

static bool same_terms(const struct page *p, const struct csv_grid *grid, size_t a, size_t b)
{
    const json_t *issue;
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        if (strcmp(csv_grid_cell(grid, a, name), csv_grid_cell(grid, b, name)) != 0)
            return false;
    }
    return true;
}

static struct picks group_solutions(struct page *p, const struct csv_grid *grid)
{
    struct picks picks = { .n = 0 };

    for (size_t i = 0; i < grid->n_row; i++) {
        const char *name = piece_word(p, csv_grid_cell(grid, i, "solution"));
        size_t g = 0;
        while (g < picks.n && !same_terms(p, grid, picks.row[g], i))
            g++;
        if (g == MAX_SOLUTION)
            break;
        if (g == picks.n) {
            picks.row[picks.n] = i;
            picks.title[picks.n++] = name;
        } else {
            picks.title[g] = piece(p, "%s, %s", picks.title[g], name);
        }
    }
    return picks;
}

static void shares_of(struct page *p, const struct csv_grid *grid, const struct picks *picks,
                      const char *name, const char *column, const char *low, const char *high)
{
    html_table_row(p, name);
    for (size_t g = 0; g < picks->n; g++) {
        const double share = csv_grid_number(grid, picks->row[g], column);
        html_table_number(p, share,
                          piece_interval(p, share, csv_grid_number(grid, picks->row[g], low),
                                         csv_grid_number(grid, picks->row[g], high)));
    }
}

/* Who refuses each pick, with a rule. */
static void outvoted(struct page *p, const struct csv_grid *grid, const struct picks *picks)
{
    if (!csv_grid_has(grid, "outvoted"))
        return;
    html_table_row(p, "outvoted");
    for (size_t g = 0; g < picks->n; g++)
        html_table_cell(p, piece_parties_of(p, csv_grid_cell(grid, picks->row[g], "outvoted")));
}

bool section_solutions(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "solutions");
    const json_t *issue;
    size_t k;

    if (!grid || grid->n_row == 0)
        return false;
    const struct picks picks = group_solutions(p, grid);
    if (picks.n == 1)
        see(p, piece(p, "All of them pick the same package in the mean world: %s.",
                     piece_terms(p, grid, picks.row[0])));
    else
        see(p, piece(p, "%zu different packages are picked in the mean world.", picks.n));
    html_table_begin(
        p,
        "In one world, every doubt at its mean. Exactly this: how often the solution of a "
        "draw is this package. From solutions.csv.",
        false);
    html_table_head(p, "issue");
    for (size_t g = 0; g < picks.n; g++)
        html_table_head(p, picks.title[g]);
    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        html_table_row(p, piece_issue(p, name));
        for (size_t g = 0; g < picks.n; g++)
            html_table_cell(p, piece_level(p, name, csv_grid_cell(grid, picks.row[g], name)));
    }
    shares_of(p, grid, &picks, agreed_accept(p), agreed_column(p, grid, "accept_all"),
              agreed_column(p, grid, "low_all"), agreed_column(p, grid, "high_all"));
    outvoted(p, grid, &picks);
    shares_of(p, grid, &picks, "exactly this", "share_of_draws", "low_share_of_draws",
              "high_share_of_draws");
    html_table_end(p);
    return true;
}

/* The number whose lowest values make a red line hold. */
static const char roll[] = ".roll";

static bool is_roll(const char *path)
{
    const size_t n = strlen(path), less = sizeof roll - 1;
    return n > less && strcmp(path + n - less, roll) == 0 &&
           (strstr(path, ".red_lines.") || strstr(path, ".positions."));
}

/* "whether hamas.positions.permanence holds", or the number's path. */
static const char *deciding(struct page *p, const char *path)
{
    const size_t n = strlen(path), less = sizeof roll - 1;

    if (is_roll(path))
        return piece(p, "whether <code>%s</code> holds",
                     piece_text(p, piece(p, "%.*s", (int)(n - less), path)));
    return piece(p, "<code>%s</code>", piece_text(p, path));
}

const char *decides_sentence(struct page *p)
{
    const json_t *found = json_object_get(p->run->facts, "found");
    const json_t *most = json_array_get(json_object_get(found, "decides"), 0);
    const char *path = page_text_of(most, "number");

    if (!path[0])
        return "No uncertain number alone decides much of whether there is a deal.";
    if (json_is_true(json_object_get(most, "is_red_line")))
        return piece(p,
                     "What alone decides most whether there is a deal: %s. Where it does, some "
                     "package %s in %s of draws; where not, in %s.",
                     deciding(p, path), agreed_suits(p),
                     piece_percent(p, page_number_of(most, "yes_if_holds")),
                     piece_percent(p, page_number_of(most, "yes_if_not")));
    return piece(p,
                 "What alone decides most whether there is a deal: %s. Some package %s in "
                 "%s of the fifth of draws in which it is lowest, in %s of that in which it is "
                 "highest.",
                 deciding(p, path), agreed_suits(p),
                 piece_percent(p, page_number_of(most, "yes_lowest")),
                 piece_percent(p, page_number_of(most, "yes_highest")));
}

/* The rows of decides.csv about the zone come first, the largest first. */
static void first_orders(struct page *p, const struct csv_grid *grid)
{
    enum { SHOWN = 8 };

    if (!grid || grid->n_row == 0 || csv_grid_cell(grid, 0, "proposal")[0])
        return;
    see(p, decides_sentence(p));
    html_table_begin(
        p,
        piece(p,
              "Share of what decides whether some package %s that each number explains "
              "by itself, and that share of draws with its lowest and its highest fifth (of a "
              "red line: where it holds most surely, and least). From decides.csv.",
              agreed_suits(p)),
        true);
    html_table_head(p, "number");
    html_table_head_n(p, "explains");
    html_table_head_n(p, "some deal, lowest fifth");
    html_table_head_n(p, "highest fifth");
    for (size_t i = 0; i < grid->n_row && i < SHOWN && !csv_grid_cell(grid, i, "proposal")[0];
         i++) {
        const double share = csv_grid_number(grid, i, "first_order"),
                     low = csv_grid_number(grid, i, "yes_lowest"),
                     high = csv_grid_number(grid, i, "yes_highest");
        html_table_row(p, deciding(p, csv_grid_cell(grid, i, "number")));
        html_table_number(p, share,
                          piece(p, "%s%s",
                                piece_interval(p, share, csv_grid_number(grid, i, "low"),
                                               csv_grid_number(grid, i, "high")),
                                piece_bar(p, share, NONE)));
        html_table_number(p, low, piece_percent(p, low));
        html_table_number(p, high, piece_percent(p, high));
    }
    html_table_end(p);
}

/* Rows without a proposal start from the package that all accept most often. */
#define BEST "the best package"

static const struct shown price_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL, BEST },
    { "issue", "issue", SHOW_ISSUE },
    { "from", "from", SHOW_LEVEL, "issue" },
    { "to", "to", SHOW_LEVEL, "issue" },
    { NULL, "accept_all", SHOW_SHARE },
    { "gives", "gives", SHOW_PARTY },
    { "gets", "gets", SHOW_PARTY },
    { "gained for each unit given", "rate", SHOW_NUMBER, NULL, NULL, 2 },
};

static const struct shown exchange_columns[] = {
    { "proposal", "proposal", SHOW_PROPOSAL, BEST },
    { "gives", "giver_a", SHOW_PARTY },
    { "issue", "issue_a", SHOW_ISSUE },
    { "to", "level_a", SHOW_LEVEL, "issue_a" },
    { "for it gives", "giver_b", SHOW_PARTY },
    { "issue", "issue_b", SHOW_ISSUE },
    { "to", "level_b", SHOW_LEVEL, "issue_b" },
    { "better for all, in", "better", SHOW_SHARE },
    { NULL, "accept_all", SHOW_SHARE },
};

static const struct shown effect_columns[] = {
    { "answer", "output", SHOW_WORD },
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "party", "party", SHOW_PARTY, "all" },
    { "number", "number", SHOW_PATH },
    { "changes the answer", "flips", SHOW_BAR, "low_flips", "high_flips" },
    { "total effect", "total", SHOW_NUMBER, "low_total", "high_total", 2 },
    { "alone", "first_order", SHOW_NUMBER, "low_first", "high_first", 2 },
};

static const struct shown group_columns[] = {
    { "answer", "output", SHOW_WORD },
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "party", "party", SHOW_PARTY, "all" },
    { "by", "grouping", SHOW_NAME },
    { "doubts", "group", SHOW_NAME },
    { "numbers", "numbers", SHOW_NUMBER },
    { "share of what decides", "share", SHOW_BAR, "low_share", "high_share" },
    { "changes the answer", "flips", SHOW_SHARE, "low_flips", "high_flips" },
};

static void heading(struct page *p, const struct csv_grid *grid, const char *html)
{
    if (grid && grid->n_row > 0)
        fprintf(p->out, "<h3>%s</h3>\n", html);
}

static bool of_run(struct page *p)
{
    const struct csv_grid *decides = page_folder_table(p->run, "decides"),
                          *prices = page_folder_table(p->run, "prices"),
                          *exchanges = page_folder_table(p->run, "exchanges");

    if (!decides && !prices)
        return false;
    first_orders(p, decides);
    heading(p, exchanges, "What could be exchanged");
    GRID_TABLE(p, exchanges, "exchanges.csv",
               "Changes of two terms, each of which one party gives, that leave both better off on "
               "average than the proposal.",
               exchange_columns);
    if (!prices || prices->n_row == 0)
        return true;
    fputs("<details class=\"screen\"><summary>The price of each term</summary>\n", p->out);
    GRID_TABLE(p, prices, "prices.csv",
               piece(p,
                     "One term of a proposal changed: how often %s, who gives by it, "
                     "and what the other gains for each unit of utility that is given.",
                     agreed(p, "all would then accept", "it would then pass")),
               price_columns);
    fputs("</details>\n", p->out);
    return true;
}

static bool of_study(struct page *p)
{
    const struct csv_grid *effects = page_folder_table(p->sensitivity, "effects"),
                          *groups = page_folder_table(p->sensitivity, "groups");

    if (!effects)
        return false;
    heading(p, effects, "Which doubt decides");
    static const char *const answers[] = { "output", "proposal", "party", "phase" };
    grid_table_first(p, effects, "effects.csv",
                     "How often an answer changes when one number alone is drawn anew, with 95 % "
                     "intervals: of each answer the first five numbers.",
                     COUNT_OF(effect_columns), effect_columns, COUNT_OF(answers), answers, 5);
    heading(p, groups, "Whose doubts decide, and doubts about what");
    static const char *const groupings[] = { "output", "proposal", "party", "phase", "grouping" };
    grid_table_first(p, groups, "groups.csv",
                     "Shapley effects, with 95 % intervals: of each answer and grouping the first "
                     "three. An estimate of nearly nothing may fall below 0.",
                     COUNT_OF(group_columns), group_columns, COUNT_OF(groupings), groupings, 3);
    return true;
}

bool section_decides(struct page *p)
{
    const bool run = p->run && of_run(p), study = p->sensitivity && of_study(p);
    return run || study;
}
