/* timeline_summary.c - several scenarios over their dates, in a table */
#include "timeline_summary.h"

#include "agreement.h"

#include <string.h>

/* "77.7 % (72.6 to 82.0)", in at least `width` letters. */
static void print_shares(FILE *out, int width, const struct shares *of)
{
    char text[60];

    snprintf(text, sizeof text, "%.1f %% (%.1f to %.1f)", 100 * of->all, 100 * of->low_all,
             100 * of->high_all);
    fprintf(out, "  %-*s", width, text);
}

void timeline_summary_print(FILE *out, const struct timeline *t)
{
    int width = (int)strlen("scenario");
    bool by_rule = false;

    for (size_t i = 0; i < t->n; i++) {
        by_rule = by_rule || agreement_has_rule(t->milestone[i].scenario);
        if ((int)strlen(t->milestone[i].scenario->name) > width)
            width = (int)strlen(t->milestone[i].scenario->name);
    }
    fprintf(out, "%-10s  %-*s  %-24s  %s\n", "date", width, "scenario",
            by_rule ? "some package passes" : "some package suits all",
            by_rule ? "passes most often (95 % intervals)"
                    : "accepted most often (95 % intervals)");
    for (size_t at = 0; at < t->n; at++) {
        const struct milestone *m = &t->milestone[t->order[at]];
        fprintf(out, "%-10s  %-*s", m->scenario->as_of, width, m->scenario->name);
        print_shares(out, 24, &m->zone);
        print_shares(out, 0, &m->best);
        putc('\n', out);
    }
}
