/* section_others.c - what discover, reach, backtest, infer, diff and runs of several scenarios
 * found */
#include "agreed.h"
#include "grid_table.h"
#include "pieces.h"
#include "side_by_side.h"

#include <string.h>

/* What the command said, folded: its words say best what its tables mean. */
static void said(struct page *p, const struct page_folder *f)
{
    if (f != p->main || p->run || p->talks)
        fprintf(p->out,
                "<details open><summary>What was said of these results</summary><pre "
                "tabindex=\"0\">%s</pre></details>\n",
                piece_text(p, f->summary));
}

static const struct shown box_columns[] = {
    { "answer", "output", SHOW_WORD },
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "party", "party", SHOW_PARTY, "all" },
    { "looks for", "looks_for", SHOW_NAME },
    { "number", "number", SHOW_PATH },
    { "from", "from", SHOW_NUMBER, NULL, NULL, 3 },
    { "to", "to", SHOW_NUMBER, NULL, NULL, 3 },
    { "in", "in", SHOW_NAME },
    { "share of draws there", "density", SHOW_SHARE, "low_density", "high_density" },
    { "of all such draws", "coverage", SHOW_SHARE },
};

bool section_worlds(struct page *p)
{
    const struct csv_grid *boxes = page_folder_table(p->discover, "boxes");

    if (!p->discover)
        return false;
    said(p, p->discover);
    GRID_TABLE(p, boxes, "boxes.csv",
               "Ranges of numbers in which the rarer answer is common. Empty ends: as far as the "
               "scenario goes.",
               box_columns);
    return true;
}

static const struct shown cap_columns[] = {
    { "party", "party", SHOW_PARTY, "all" },
    { "what refuses", "cap", SHOW_WORD },
    { "which", "what", SHOW_PATH },
    { "share of draws", "share", SHOW_BAR, "low", "high" },
    { "of its refusals", "of_refusals", SHOW_SHARE },
};

static const struct shown lever_columns[] = {
    { "lever", "lever", SHOW_LEVER },    { "from", "from", SHOW_VALUE, "lever" },
    { "to", "to", SHOW_VALUE, "lever" }, { "reaches what is wanted", "reaches", SHOW_YES },
    { NULL, "accept_all", SHOW_BAR },
};

static const struct shown path_columns[] = {
    { "step", "step", SHOW_TEXT },
    { "changes", "issue", SHOW_ISSUE },
    { "to", "to", SHOW_LEVEL, "issue" },
    { NULL, "accept_all", SHOW_BAR },
};

static void choice_row(struct page *p, const struct package_rows *rows, size_t i)
{
    const struct csv_grid *grid = rows->grid;
    const size_t r = rows->row[i];
    const double share = agreed_number(p, grid, r, "accept_all");

    html_table_row(p, piece_word(p, csv_grid_cell(grid, r, "pick")));
    terms_cells(p, rows, i);
    for (size_t k = 0; k < page_n_party(p); k++) {
        const double accepts = csv_grid_number(grid, r, column_of(p, "accept_", page_party(p, k)));
        html_table_number(p, accepts, piece_percent(p, accepts));
    }
    html_table_number(p, share,
                      piece_interval(p, share, agreed_number(p, grid, r, "low_all"),
                                     agreed_number(p, grid, r, "high_all")));
}

static void choices(struct page *p, const struct csv_grid *grid)
{
    enum { SHOWN = 30, OF_A_PICK = 5 };
    size_t row[SHOWN];
    struct package_rows rows = { grid, 0, row };

    for (size_t i = 0, of_pick = 0; grid && i < grid->n_row && rows.n < SHOWN; i++) {
        const bool same = i > 0 && strcmp(csv_grid_cell(grid, i, "pick"),
                                          csv_grid_cell(grid, i - 1, "pick")) == 0;
        of_pick = same ? of_pick + 1 : 0;
        if (of_pick < OF_A_PICK)
            row[rows.n++] = i;
    }
    if (rows.n == 0)
        return;
    fputs("<h3>Packages</h3>\n", p->out);
    terms_say_common(p, &rows);
    html_table_begin(
        p, "The first five picked for each reason. In brackets: 95 % interval. From choices.csv.",
        true);
    html_table_head(p, "picked for");
    terms_heads(p, &rows);
    for (size_t k = 0; k < page_n_party(p); k++)
        html_table_head_n(p, piece_party(p, page_party(p, k)));
    html_table_head_n(p, agreed_accept(p));
    for (size_t i = 0; i < rows.n; i++)
        choice_row(p, &rows, i);
    html_table_end(p);
}

bool section_reach(struct page *p)
{
    if (!p->reach)
        return false;
    said(p, p->reach);
    choices(p, page_folder_table(p->reach, "choices"));
    GRID_TABLE(p, page_folder_table(p->reach, "caps"), "caps.csv",
               "What stands in the way, in which share of draws (95 % interval).", cap_columns);
    GRID_TABLE(p, page_folder_table(p->reach, "levers"), "levers.csv",
               "What one lever alone would have to be; where none of its values reaches what is "
               "wanted, that "
               "which comes nearest.",
               lever_columns);
    GRID_TABLE(p, page_folder_table(p->reach, "path"), "path.csv",
               "From one proposal to the other, a term at a time.", path_columns);
    return true;
}

static const struct shown answer_columns[] = {
    { "scenario", "scenario", SHOW_NAME },
    { "date", "date", SHOW_DATE },
    { "proposal", "proposal", SHOW_NAME },
    { "party", "party", SHOW_PARTY, "all" },
    { "said", "said", SHOW_NAME },
    { "chance of accepting", "prior", SHOW_BAR },
    { "learned from the others", "without_answer", SHOW_SHARE },
    { "from other scenarios", "without_scenario", SHOW_SHARE },
    { "from earlier dates", "forward", SHOW_SHARE },
};

static const struct shown score_columns[] = {
    { "rule", "rule", SHOW_WORD },
    { "answers", "answers", SHOW_NAME },
    { "number", "n", SHOW_NUMBER },
    { "Brier score", "brier", SHOW_NUMBER, "low_brier", "high_brier", 3 },
    { "log score", "log", SHOW_NUMBER, "low_log", "high_log", 3 },
    { "less than the scenarios\xE2\x80\x99", "less_prior", SHOW_NUMBER, "low_less_prior",
      "high_less_prior", 3 },
};

static const struct shown moved_columns[] = {
    { "number", "path", SHOW_PATH },
    { "scenario", "scenario", SHOW_NAME },
    { "mean before", "prior_mean", SHOW_NUMBER, "prior_q05", "prior_q95", 3 },
    { "mean after", "mean", SHOW_NUMBER, "q05", "q95", 3 },
    { "moved, in its deviations", "moved", SHOW_NUMBER, "low_moved", "high_moved", 2 },
};

static const struct shown date_columns_of_record[] = {
    { "date", "date", SHOW_DATE },
    { "answers so far", "answers", SHOW_NUMBER },
    { "worlds that count", "ess", SHOW_NUMBER },
    { "Brier score from earlier dates", "forward_brier", SHOW_NUMBER, NULL, NULL, 3 },
    { "before learning", "prior_brier", SHOW_NUMBER, NULL, NULL, 3 },
    { "constant base rate", "constant_brier", SHOW_NUMBER, NULL, NULL, 3 },
};

static const struct shown outcome_columns[] = {
    { "rule", "rule", SHOW_WORD },
    { "mean error, in points", "error", SHOW_NUMBER, "low_error", "high_error", 1 },
};

bool section_record(struct page *p)
{
    if (!p->record)
        return false;
    said(p, p->record);
    GRID_TABLE(p, page_folder_table(p->record, "scores"), "scores.csv",
               "How well the answers on record are given: smaller is better; in brackets 95 % "
               "intervals.",
               score_columns);
    GRID_TABLE(p, page_folder_table(p->record, "answers"), "answers.csv",
               "Each answer on record beside the chance of accepting: by the scenario, and as "
               "learned from "
               "other answers.",
               answer_columns);
    GRID_TABLE(p, page_folder_table(p->record, "errors"), "errors.csv",
               "How far each rule is from what was agreed.", outcome_columns);
    GRID_TABLE(p, page_folder_table(p->record, "evidence"), "evidence.csv",
               "How well each date is predicted from earlier ones; smaller scores are better.",
               date_columns_of_record);
    if (!page_folder_table(p->record, "posterior_numbers"))
        return true;
    fputs("<details class=\"screen\"><summary>Which numbers the record moves</summary>\n", p->out);
    GRID_TABLE(p, page_folder_table(p->record, "posterior_numbers"), "posterior_numbers.csv",
               "Those that it moves most come first; in brackets 5 to 95 % of worlds.",
               moved_columns);
    fputs("</details>\n", p->out);
    return true;
}

static const struct shown date_columns[] = {
    { "scenario", "scenario", SHOW_NAME },
    { "date", "as_of", SHOW_DATE },
    { "of", "what", SHOW_WORD },
    { "proposal", "proposal", SHOW_NAME },
    { NULL, "accept_all", SHOW_BAR, "low_all", "high_all" },
    { "share", "share", SHOW_BAR, "low", "high" },
};

bool section_dates(struct page *p)
{
    if (!p->timeline)
        return false;
    GRID_TABLE(p, page_folder_table(p->timeline, "timeline"), "timeline.csv",
               piece(p, "How often %s, by date, with 95 %% intervals.", agreed_accept(p)),
               date_columns);
    return true;
}

static const struct shown change_columns[] = {
    { "kind", "kind", SHOW_NAME },
    { "what", "path", SHOW_PATH },
    { "in A", "in_a", SHOW_TEXT },
    { "in B", "in_b", SHOW_TEXT },
};

static const struct shown difference_columns[] = {
    { "what", "what", SHOW_WORD },
    { "proposal", "proposal", SHOW_PROPOSAL },
    { "party", "party", SHOW_PARTY, "all" },
    { "in A", "share_a", SHOW_SHARE },
    { "in B", "share_b", SHOW_SHARE },
    { "difference", "difference", SHOW_SHARE, "low", "high" },
};

bool section_differences(struct page *p)
{
    if (!p->diff)
        return false;
    said(p, p->diff);
    GRID_TABLE(p, page_folder_table(p->diff, "changes"), "changes.csv",
               "What of the scenario differs.", change_columns);
    GRID_TABLE(p, page_folder_table(p->diff, "differences"), "differences.csv",
               "What moved, answers paired draw by draw, with 95 % intervals.", difference_columns);
    return true;
}
