/* summary_gap.c - how far apart the parties are, in a reader's words */
#include "summary_gap.h"

#include "agreement.h"
#include "message.h"
#include "package_text.h"

#include <math.h>

static bool is_refused(const struct nearness *nearness, size_t p)
{
    return nearness->crossed[p] > 0 || nearness->margin[p] < -TIE;
}

/* "Hamas lacks 0.031, and has 1 of its red lines or positions crossed" */
static void print_lack(FILE *out, const struct party *party, const struct nearness *nearness,
                       size_t p)
{
    const size_t crossed = nearness->crossed[p];

    fprintf(out, "%s ", party->title);
    if (nearness->margin[p] < -TIE)
        fprintf(out, "lacks %s%.3f%s", nearness->margin[p] > -0.001 ? "under " : "",
                fmax(0.001, -nearness->margin[p]), crossed ? ", and " : "");
    if (crossed > 0)
        fprintf(out, "has %zu of its red lines or positions crossed", crossed);
}

static void print_nearness(FILE *out, const struct scenario *s, const struct nearness *nearness)
{
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++)
        if (is_refused(nearness, p)) {
            fputs(any ? "; " : "", out);
            print_lack(out, &s->party[p], nearness, p);
            any = true;
        }
    for (size_t p = 0; p < s->n_party; p++)
        if (!is_refused(nearness, p)) {
            fprintf(out, "%s%s has %.3f to spare", any ? "; " : "", s->party[p].title,
                    fmax(0, nearness->margin[p]));
            any = true;
        }
}

static void print_move(FILE *out, const struct scenario *s, const struct concession *c)
{
    if (!c->is_moved) {
        fprintf(out, "  No single term would bring %s nearer.", s->party[c->party].title);
    } else {
        fprintf(out, "  The term that would bring %s nearest: ", s->party[c->party].title);
        package_print_moves(out, s, NONE, c->level, c->to);
        fputs(". Then ", out);
        print_nearness(out, s, &c->moved);
        fputs(".", out);
    }
    fputs("\n", out);
}

void summary_gap(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct concession *c = &r->concession;

    if (!c->found)
        return;
    fprintf(
        out, "How far apart are they? At the mean of every doubt no package %s.\n%s",
        agreement_has_rule(s) ? "passes" : "is acceptable to all",
        agreement_has_rule(s)
            ? "  The least concession: among parties that would be enough, fewest red lines are "
              "crossed, and whoever\n  lacks most lacks least:\n"
            : "  The least concession, the package at which whoever lacks most lacks least:\n");
    package_print(out, s, c->level, 4);
    fputs("  Against what each asks for (utilities, from 0, the worst, to 1, the best), ", out);
    print_nearness(out, s, &c->now);
    fputs(".", out);
    fputs("\n", out);
    print_move(out, s, c);
}
