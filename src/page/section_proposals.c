/* section_proposals.c - who accepts the proposals as they were put, and what would help */
#include "agreed.h"
#include "html_table.h"
#include "pieces.h"

#include "none.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *recorded(struct page *p, const struct csv_grid *grid, size_t row)
{
    const char *all = "";

    for (size_t i = 0; i < page_n_party(p); i++) {
        const char *party = page_party(p, i);
        const char *said = csv_grid_cell(grid, row, column_of(p, "recorded_", party));
        if (said[0])
            all = piece(
                p, "%s%s%s %s%s%s", all, all[0] ? "<br>" : "", piece_party(p, party),
                piece_name(p, said),
                csv_grid_number(grid, row, column_of(p, "own_", party)) == 1 ? " (its own offer)"
                                                                             : "",
                csv_grid_number(grid, row, column_of(p, "doubt_", party)) > 0 ? " (inferred)" : "");
    }
    return all[0] ? all : "\xE2\x80\x93";
}

/* "by the mediators, 2024-03-06". */
static const char *origin(struct page *p, const char *name)
{
    const json_t *one = page_named(json_object_get(p->run->scenario, "proposals"), name);
    const char *by = page_text_of(one, "by"), *on = page_text_of(one, "on");

    return piece(p, "by %s%s%s", piece_user(p, by), on[0] ? ", " : "", piece_text(p, on));
}

static void share_cell(struct page *p, const struct csv_grid *grid, size_t row, const char *who,
                       size_t party)
{
    const double share = csv_grid_number(grid, row, column_of(p, "accept_", who));
    const double se = csv_grid_number(grid, row, column_of(p, "se_", who));

    html_table_number(p, share,
                      piece(p, "%s%s", piece_error(p, share, se), piece_bar(p, share, party)));
}

static void table_of_shares(struct page *p, const struct csv_grid *grid)
{
    html_table_begin(
        p,
        piece(p,
              "Share of draws in which %seach party%s accept; ± is the 95 %% sampling error "
              "in points. From proposals.csv.",
              agreed(p, "", "it passes, and in which "), agreed(p, ", and all,", " and all")),
        true);
    html_table_head(p, "Proposal");
    if (agreed_rule(p)[0])
        html_table_head_n(p, "it passes");
    for (size_t i = 0; i < page_n_party(p); i++)
        html_table_head_n(p, piece(p, "%s accepts", piece_party(p, page_party(p, i))));
    html_table_head_n(p, "all accept");
    html_table_head(p, "on record");
    for (size_t r = 0; r < grid->n_row; r++) {
        const char *name = csv_grid_cell(grid, r, "proposal");
        html_table_row(p, piece(p, "%zu. %s<br><span class=\"quiet\">%s</span>", r + 1,
                                piece_proposal(p, name), origin(p, name)));
        if (agreed_rule(p)[0])
            share_cell(p, grid, r, "rule", NONE);
        for (size_t i = 0; i < page_n_party(p); i++)
            share_cell(p, grid, r, page_party(p, i), i);
        share_cell(p, grid, r, "all", NONE);
        html_table_cell(p, recorded(p, grid, r));
    }
    html_table_end(p);
}

static void say_change(struct page *p, const struct csv_grid *grid, size_t row, int terms)
{
    const char *change = csv_grid_cell(grid, row, terms == 1 ? "change_1" : "change_2");

    if (change[0])
        fprintf(
            p->out, " With %s changed, %s in <b>%s</b>: %s.", terms == 1 ? "one term" : "two terms",
            agreed_accept(p),
            piece_percent(
                p, csv_grid_number(grid, row, terms == 1 ? "accept_change_1" : "accept_change_2")),
            piece_change(p, grid, row, change));
}

/* With a rule: how often each party's own answer decides, given the others'. */
static void say_pivotal(struct page *p, const struct csv_grid *grid, size_t row)
{
    const char *all = "";

    for (size_t i = 0; agreed_rule(p)[0] && i < page_n_party(p); i++) {
        const char *party = page_party(p, i);
        const double share = csv_grid_number(grid, row, column_of(p, "pivotal_", party));
        if (share > 0)
            all = piece(p, "%s%s%s in %s", all, all[0] ? "; " : "", piece_party(p, party),
                        piece_percent(p, share));
    }
    if (all[0])
        fprintf(p->out, " Whose answer alone decides, given those of the others: %s.", all);
}

static void remark(struct page *p, const json_t *one, const char *key, const char *begins)
{
    const char *text = page_text_of(one, key);

    if (text[0])
        fprintf(p->out, " <span class=\"quiet\">%s: %s.</span>", begins, piece_user(p, text));
}

static void paragraph(struct page *p, const struct csv_grid *grid, size_t row)
{
    const char *name = csv_grid_cell(grid, row, "proposal"),
               *blocker = csv_grid_cell(grid, row, "blocker"),
               *issue = csv_grid_cell(grid, row, "blocking_issue");
    const json_t *one = page_named(json_object_get(p->run->scenario, "proposals"), name);
    const double done = csv_grid_number(grid, row, "signed_and_completed");

    fprintf(p->out, "<h3>%s, %s</h3>\n<p>%s.</p>\n<p>", piece_proposal(p, name), origin(p, name),
            piece_terms(p, grid, row));
    if (!blocker[0]) {
        fputs(agreed(p, "Nobody ever refuses it.", "It always passes."), p->out);
    } else {
        const double accepts = csv_grid_number(grid, row, column_of(p, "accept_", blocker));
        const double stops = agreed_stops(p, grid, row, blocker);
        fprintf(p->out, "%s refuses it in %s of draws%s", piece_party(p, blocker),
                piece_percent(p, 1 - accepts),
                stops > 0 ? piece(p, ", and alone stops it in %s", piece_percent(p, stops)) : "");
        if (issue[0])
            fprintf(p->out, ", %s of these over \xE2\x80\x9C%s\xE2\x80\x9D",
                    piece_percent(p, csv_grid_number(grid, row, "blocking_share")),
                    piece_issue(p, issue));
        fputs(".", p->out);
    }
    say_pivotal(p, grid, row);
    say_change(p, grid, row, 1);
    say_change(p, grid, row, 2);
    if (!isnan(done))
        fprintf(p->out, " Signed%s and performed to the end: %s.", agreed(p, " by all", ""),
                piece_percent(p, done));
    remark(p, one, "sources", "Sources");
    remark(p, one, "assumption", "Assumed");
    remark(p, one, "note", "Note");
    fputs("</p>\n", p->out);
}

struct rank {
    double share;
    size_t row;
};

static int by_share(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;

    if (x->share != y->share)
        return x->share < y->share ? 1 : -1;
    return x->row < y->row ? -1 : x->row > y->row;
}

bool section_proposals(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");
    const char *line = "";

    if (!grid || grid->n_row == 0)
        return false;
    struct rank *rank = page_alloc(p, grid->n_row, sizeof *rank);
    for (size_t r = 0; rank && r < grid->n_row; r++)
        rank[r] = (struct rank){ agreed_number(p, grid, r, "accept_all"), r };
    if (!rank)
        return false;
    qsort(rank, grid->n_row, sizeof *rank, by_share);
    for (size_t r = 0; r < grid->n_row; r++)
        line = piece(p, "%s%s%s %s", line, r ? "; " : "",
                     piece_proposal(p, csv_grid_cell(grid, rank[r].row, "proposal")),
                     piece_percent(p, rank[r].share));
    see(p, piece(p, "%s: %s.", agreed(p, "Accepted by all", "How often each passes"), line));
    table_of_shares(p, grid);
    for (size_t r = 0; r < grid->n_row; r++)
        paragraph(p, grid, rank[r].row);
    return true;
}
