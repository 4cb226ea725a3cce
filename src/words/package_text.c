/* package_text.c - packages and shares in a reader's words */
#include "package_text.h"

#include "agreement.h"
#include "text.h"

#include <string.h>

void package_print_issue(FILE *out, const struct issue *issue, bool quoted)
{
    const bool quotes = quoted && strchr(issue->title, ' ');

    if (strcmp(issue->title, issue->name) != 0) {
        fprintf(out, "%s%s%s", quotes ? "“" : "", issue->title, quotes ? "”" : "");
        return;
    }
    for (const char *at = issue->name; *at; at++)
        putc(*at == '_' ? ' ' : *at, out);
}

void package_print_level(FILE *out, const struct issue *issue, size_t level)
{
    fprintf(out, "%s%s%s", issue->level_title[level], issue->is_named || !issue->unit[0] ? "" : " ",
            issue->is_named ? "" : issue->unit);
}

void package_print_term(FILE *out, const struct issue *issue, size_t level)
{
    package_print_issue(out, issue, false);
    fputs(": ", out);
    package_print_level(out, issue, level);
}

/* Titles of several words in quotation marks: "from “from the start” to none". */
static void print_end(FILE *out, const char *before, const struct issue *issue, size_t level)
{
    const bool quotes = issue->is_named && strchr(issue->level_title[level], ' ');

    fprintf(out, " %s %s", before, quotes ? "“" : "");
    package_print_level(out, issue, level);
    fputs(quotes ? "”" : "", out);
}

void package_print_move(FILE *out, const struct issue *issue, size_t from, size_t to)
{
    package_print_issue(out, issue, true);
    print_end(out, "from", issue, from);
    print_end(out, "to", issue, to);
}

void package_print_moves(FILE *out, const struct scenario *s, size_t k, const size_t from[],
                         const size_t to[])
{
    bool any = k != NONE;

    if (any)
        package_print_move(out, &s->issue[k], from[k], to[k]);
    for (size_t other = 0; other < s->n_table; other++)
        if (other != k && from[other] != to[other]) {
            fputs(any ? " and " : "", out);
            package_print_move(out, &s->issue[other], from[other], to[other]);
            any = true;
        }
}

void package_list(FILE *out, const struct scenario *s, const size_t level[], const size_t but[])
{
    bool any = false;

    for (size_t k = 0; k < s->n_table; k++) {
        if (but && level[k] == but[k])
            continue;
        fputs(any ? "; " : "", out);
        package_print_term(out, &s->issue[k], level[k]);
        any = true;
    }
}

void package_print(FILE *out, const struct scenario *s, const size_t level[], size_t indent)
{

    fprintf(out, "%*s", (int)indent, "");
    package_list(out, s, level, NULL);
    fputs("\n", out);
}

void package_print_shares(FILE *out, const struct scenario *s, const double share[])
{
    char text[TEXT_NUMBER];

    for (size_t p = 0; p < s->n_party; p++)
        fprintf(out, "%s in %s, ", s->party[p].title, text_percent(share[p], text));
    fprintf(out, "by all in %s", text_percent(share[s->n_party], text));
    if (agreement_has_rule(s))
        fprintf(out, "; passes in %s", text_percent(share[agreement_passes(s)], text));
}
