/* section_coalitions.c - which sets of parties are enough by the rule, and what each would agree */
#include "agreed.h"
#include "html_table.h"
#include "pieces.h"

#include "none.h"

#include <math.h>

static void row(struct page *p, const struct csv_grid *grid, size_t r)
{
    const double share = csv_grid_number(grid, r, "share_of_draws"),
                 pick = csv_grid_number(grid, r, "share_of_pick");

    html_table_row(p, piece_parties_of(p, csv_grid_cell(grid, r, "coalition")));
    html_table_number(p, share,
                      piece(p, "%s%s",
                            piece_interval(p, share, csv_grid_number(grid, r, "low"),
                                           csv_grid_number(grid, r, "high")),
                            piece_bar(p, share, NONE)));
    html_table_cell(p, isnan(pick) ? "\xE2\x80\x93" : piece_terms(p, grid, r));
    html_table_number(p, pick, piece_percent(p, pick));
    for (size_t i = 0; i < page_n_party(p); i++) {
        const char *party = page_party(p, i);
        const double worth = csv_grid_number(grid, r, column_of(p, "surplus_", party));
        const bool in = csv_grid_number(grid, r, column_of(p, "member_", party)) == 1;
        html_table_number(p, worth, piece(p, in ? "<b>%s</b>" : "%s", piece_number(p, worth, 2)));
    }
}

static void table(struct page *p, const struct csv_grid *grid)
{
    html_table_begin(
        p,
        "Each set of parties that is enough, and would not be without any of its members. How "
        "often some package suits each member (95 % interval); what its members would agree among "
        "themselves (their Nash solution), the package that it is most often, and in which share "
        "of such draws; what that solution is worth to each party over no deal, on average: bold "
        "to members, below 0 to whoever loses by it. From coalitions.csv.",
        true);
    html_table_head(p, "coalition");
    html_table_head_n(p, "has a package");
    html_table_head(p, "its pick");
    html_table_head_n(p, "that one in");
    for (size_t i = 0; i < page_n_party(p); i++)
        html_table_head_n(p, piece(p, "worth to %s", piece_party(p, page_party(p, i))));
    for (size_t r = 0; r < grid->n_row; r++)
        row(p, grid, r);
    html_table_end(p);
}

/* How many have a package as often as row `most`. */
static size_t count_equals(const struct csv_grid *grid, size_t most)
{
    const double share = csv_grid_number(grid, most, "share_of_draws");
    size_t n = 0;

    for (size_t i = 0; i < grid->n_row; i++)
        n += csv_grid_number(grid, i, "share_of_draws") >= share;
    return n;
}

static void say_most(struct page *p, const struct csv_grid *grid)
{
    enum { LOOKED_AT = 64 };
    const size_t n = grid->n_row, most = page_most(grid, n, "share_of_draws", 1);
    const char *enough = piece(
        p, n == 1 ? "%s set of parties is just enough%s" : "%s sets of parties are just enough%s",
        piece_count(p, (double)n), n < LOOKED_AT ? "" : ", of those that were looked at");

    if (most == NONE)
        see(p, piece(p, "%s.", enough));
    else if (count_equals(grid, most) > 1)
        see(p, piece(p,
                     "%s. %s of them come first together: each has a package that suits its "
                     "members in <strong>%s</strong> of draws.",
                     enough, piece_count(p, (double)count_equals(grid, most)),
                     piece_percent(p, csv_grid_number(grid, most, "share_of_draws"))));
    else
        see(p, piece(p,
                     "%s. The one that most often has a package that suits each of its members, in "
                     "<strong>%s</strong> of draws: %s.",
                     enough, piece_percent(p, csv_grid_number(grid, most, "share_of_draws")),
                     piece_parties_of(p, csv_grid_cell(grid, most, "coalition"))));
}

bool section_coalitions(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "coalitions");

    if (!grid || grid->n_row == 0)
        return false;
    say_most(p, grid);
    table(p, grid);
    return true;
}
