/* island.c - the packages as the script of a page reads them */
#include "agreed.h"
#include "package_list.h"

#include "html.h"
#include "share_code.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two letters a package and column: more than this and a page is too large to send. */
enum { MOST_LETTERS = 900000 };

static json_t *column(struct page *p, const char *title, const char *measure, size_t n, size_t step,
                      const double share[])
{
    char *text = malloc(2 * n + 1);
    json_t *made = NULL;

    for (size_t i = 0; text && i < n; i++)
        share_code(share[i * step], text + 2 * i);
    if (text) {
        text[2 * n] = '\0';
        made = json_pack("{s:s, s:s, s:s}", "title", title, "measure", measure, "text", text);
    }
    free(text);
    p->out_of_memory = p->out_of_memory || !made;
    return made;
}

static json_t *columns(struct page *p, bool with_completes)
{
    const struct packages *packages = p->packages;
    json_t *list = json_array();

    for (size_t i = 0; i < packages->n_party; i++) {
        const char *title = plain_title(p, page_parties(p), page_party(p, i));
        json_array_append_new(list, column(p, title, piece(p, "%s accepts", title), packages->n,
                                           packages->n_party, packages->party + i));
    }
    json_array_append_new(list, column(p, agreed_who(p), agreed(p, "All accept", "It passes"),
                                       packages->n, 1, packages->all));
    if (with_completes)
        json_array_append_new(list, column(p, "performed", "Performed to the end, once signed",
                                           packages->n, 1, packages->completes));
    return list;
}

/* Start and length of each run of numbers that are there; the others are forbidden. */
static json_t *runs(const struct packages *packages)
{
    json_t *list = json_array();
    size_t first = 0;

    for (size_t i = 1; i <= packages->n; i++)
        if (i == packages->n || packages->number[i] != packages->number[i - 1] + 1) {
            json_array_append_new(list, json_integer((json_int_t)packages->number[first]));
            json_array_append_new(list, json_integer((json_int_t)(i - first)));
            first = i;
        }
    return list;
}

static json_t *issues(struct page *p)
{
    json_t *list = json_array();
    const json_t *issue, *level;
    size_t k, l;

    json_array_foreach(page_issues(p), k, issue)
    {
        json_t *levels = json_array();
        const char *name = page_text_of(issue, "name"),
                   *title = plain_title(p, page_issues(p), name);
        json_array_foreach(json_object_get(issue, "levels"), l, level)
            json_array_append_new(levels, json_string(page_text_of(level, "title")));
        json_array_append_new(list,
                              json_pack("{s:s, s:s, s:s, s:o}", "name", title, "title", title,
                                        "unit", page_text_of(issue, "unit"), "levels", levels));
    }
    return list;
}

static json_t *proposals(struct page *p)
{
    const struct csv_grid *grid = page_folder_table(p->run, "proposals");
    const json_t *facts = json_object_get(p->run->scenario, "proposals");
    json_t *list = json_array();

    for (size_t i = 0; grid && i < grid->n_row; i++) {
        const uint64_t number = packages_number(p->packages, p, grid, i);
        const char *title = plain_title(p, facts, csv_grid_cell(grid, i, "proposal"));
        if (number != UINT64_MAX && packages_row(p->packages, number) < p->packages->n)
            json_array_append_new(list, json_pack("{s:s, s:i, s:I}", "name", title, "mark",
                                                  (int)i + 1, "package", (json_int_t)number));
    }
    return list;
}

static json_t *party_titles(struct page *p)
{
    json_t *list = json_array();

    for (size_t i = 0; i < page_n_party(p); i++)
        json_array_append_new(list, json_string(plain_title(p, page_parties(p), page_party(p, i))));
    return list;
}

/* The two issues of the first map. */
static json_t *axes(struct page *p)
{
    const struct csv_grid *pairs = page_folder_table(p->run, "pairs");
    const json_t *issue;
    size_t k, a = 0, b = 1;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        if (pairs && pairs->n_row && strcmp(name, csv_grid_cell(pairs, 0, "issue_a")) == 0)
            a = k;
        if (pairs && pairs->n_row && strcmp(name, csv_grid_cell(pairs, 0, "issue_b")) == 0)
            b = k;
    }
    return json_pack("[ii]", (int)a, (int)b);
}

static double letters_of(const struct packages *packages)
{
    return 2.0 * (double)packages->n;
}

const char *packages_left_out(struct page *p)
{
    const struct packages *packages = p->packages;

    if (!packages->is_whole)
        return "The explorer is left out: packages.csv has only some of the packages. Run again "
               "with <code>--top all</code>.";
    if (letters_of(packages) * (double)(packages->n_party + 1) > MOST_LETTERS)
        return piece(p,
                     "The explorer is left out: %s packages make the page too large. Fix an issue "
                     "with <code>--set issues.NAME=LEVEL</code>.",
                     piece_count(p, (double)packages->n));
    return packages->n_issue < 2 ? "The explorer is left out: there is one issue." : "";
}

void packages_island(struct page *p, FILE *out)
{
    const struct packages *packages = p->packages;

    if (!packages || packages_left_out(p)[0])
        return;
    const double all_columns = (double)(packages->n_party + 2);
    const bool with_completes =
        packages->completes && letters_of(packages) * all_columns <= MOST_LETTERS;
    json_t *all = json_pack("{s:o, s:o, s:o, s:o, s:I, s:o, s:o}", "issues", issues(p), "parties",
                            party_titles(p), "proposals", proposals(p), "axes", axes(p), "best",
                            (json_int_t)packages->number[packages->best], "runs", runs(packages),
                            "columns", columns(p, with_completes));
    if (agreed_rule(p)[0])
        json_object_set_new(all, "rule", json_string(agreed_rule(p)));
    char *text = all ? json_dumps(all, JSON_COMPACT) : NULL;
    p->out_of_memory = p->out_of_memory || !text;
    if (text) {
        fputs("<script type=\"application/json\" id=\"packages\">", out);
        html_json(out, text);
        fputs("</script>\n", out);
    }
    free(text);
    json_decref(all);
}
