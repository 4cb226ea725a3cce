/* package_text.c - packages and shares in a reader's words */
#include "package_text.h"

#include "text.h"

#include <string.h>

void package_print_level(FILE *out, const struct issue *issue, size_t level)
{
    fprintf(out, "%s %s%s%s", issue->name, issue->label[level],
            issue->is_named || !issue->unit[0] ? "" : " ", issue->is_named ? "" : issue->unit);
}

void package_print(FILE *out, const struct scenario *s, const size_t level[], const char *indent)
{
    enum { WIDTH = 88 };
    size_t column = 0;

    fputs(indent, out);
    for (size_t k = 0; k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        size_t next = strlen(issue->name) + strlen(issue->label[level[k]]) + 12;
        if (column > 0 && column + next > WIDTH) {
            fprintf(out, ",\n%s", indent);
            column = 0;
        } else if (k > 0) {
            fputs(", ", out);
        }
        package_print_level(out, issue, level[k]);
        column += next;
    }
    fputs("\n", out);
}

void package_print_shares(FILE *out, const struct scenario *s, const double share[])
{
    char text[TEXT_NUMBER];

    for (size_t p = 0; p < s->n_party; p++)
        fprintf(out, "%s in %s, ", s->party[p].title, text_percent(share[p], text));
    fprintf(out, "by all in %s", text_percent(share[s->n_party], text));
}
