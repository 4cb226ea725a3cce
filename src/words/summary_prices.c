/* summary_prices.c - what is disputed, and what would be a gain to all, in a reader's words */
#include "summary_prices.h"

#include "agreement.h"
#include "package_text.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { DISPUTES = 4, SHORT_DISPUTES = 2 }; /* shown at most */

/* Most at stake first; of equals the issue that comes first. */
static int compare_disputes(const void *a, const void *b)
{
    const struct dispute *x = a, *y = b;

    return x->least != y->least ? (x->least < y->least) - (x->least > y->least)
                                : (x->issue > y->issue) - (x->issue < y->issue);
}

static void print_side(FILE *out, const struct scenario *s, const struct dispute *d, int side)
{
    fprintf(out, "%s wants ", s->party[d->party[side]].title);
    package_print_level(out, &s->issue[d->issue], d->level[side]);
    fprintf(out, " (%.3f)", d->stake[side]);
}

/* At the package accepted most often, the last of the bases; most at stake first. */
static size_t find_disputes(const struct results *r, struct dispute dispute[])
{
    size_t n = 0;

    for (size_t k = 0; k < r->scenario->n_table; k++)
        n += price_dispute(&r->prices, r->prices.n_base - 1, k, &dispute[n]);
    if (n > 0)
        qsort(dispute, n, sizeof *dispute, compare_disputes);
    return n;
}

void summary_disputes(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    struct dispute dispute[MAX_ISSUE];
    const size_t n = find_disputes(r, dispute);

    if (n == 0)
        return;
    fprintf(out, "What is disputed most (in brackets what the one's favourite is worth to it over "
                 "the other's, if kept)\n");
    for (size_t i = 0; i < n && i < DISPUTES; i++) {
        fputs("  ", out);
        package_print_issue(out, &s->issue[dispute[i].issue], false);
        fputs(": ", out);
        print_side(out, s, &dispute[i], 0);
        fputs(", ", out);
        print_side(out, s, &dispute[i], 1);
        fputs("\n", out);
    }
    fputs("\n", out);
}

void summary_disputed(FILE *out, const struct results *r)
{
    const struct scenario *s = r->scenario;
    struct dispute dispute[MAX_ISSUE];
    const size_t n = find_disputes(r, dispute);

    if (n == 0)
        return;
    fputs("  ", out);
    fputs("Disputed most:", out);
    for (size_t i = 0; i < n && i < SHORT_DISPUTES; i++) {
        const struct issue *issue = &s->issue[dispute[i].issue];
        fputs(i ? "; " : " ", out);
        package_print_issue(out, issue, false);
        for (int side = 0; side < 2; side++) {
            fprintf(out, "%s%s ", side ? ", " : " (", s->party[dispute[i].party[side]].title);
            package_print_level(out, issue, dispute[i].level[side]);
        }
        fputs(")", out);
    }
    fputs(".", out);
    fputs("\n", out);
}

static void print_change(FILE *out, const struct scenario *s, const struct price_base *base,
                         const struct price_change *c)
{
    size_t level[MAX_ISSUE];

    price_move(s, base, c, level);
    package_print_moves(out, s, c->issue, base->level, level);
}

static void print_exchange(FILE *out, const struct scenario *s, const struct price_base *base,
                           const struct exchange *e)
{
    char better[TEXT_NUMBER], all[TEXT_NUMBER];

    fprintf(out,
            "    An exchange that is a gain to all on average, in %s of draws to each (%s in "
            "%s):\n      ",
            text_percent(e->better, better), agreement_has_rule(s) ? "it passes" : "all accept it",
            text_percent(e->accept_all, all));
    for (int side = 0; side < 2; side++) {
        print_change(out, s, base, &base->change[e->change[side]]);
        fprintf(out, " (%s gives)%s", s->party[e->party[side]].title, side ? "\n" : ", ");
    }
}

/* The change whose giver's gain is undone most often: by which the acceptance falls furthest. */
static const struct price_change *most_undone(const struct price_base *base)
{
    const struct price_change *most = NULL;
    double furthest = 0;

    for (size_t i = 0; i < base->n_change; i++) {
        const struct price_change *c = &base->change[i];
        if (c->undone == NONE)
            continue;
        const double falls = base->accept[c->undone] - c->accept[c->undone];
        if (falls > furthest) {
            furthest = falls;
            most = c;
        }
    }
    return most;
}

void summary_exchange(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    const struct price_base *base = &r->prices.base[proposal];
    const struct price_change *undone = most_undone(base);
    char share[TEXT_NUMBER], before[TEXT_NUMBER];

    /* worth is counted red lines aside: where one is crossed, acceptance falls */
    for (size_t i = 0; i < base->n_exchange; i++)
        if (base->exchange[i].accept_all >= base->accept[agreement_passes(s)]) {
            print_exchange(out, s, base, &base->exchange[i]);
            break;
        }
    if (!undone)
        return;
    fprintf(out, "    With ");
    print_change(out, s, base, undone);
    const size_t p = undone->undone;
    fprintf(
        out,
        "\n      %s would gain if it were kept, but accepts in %s instead of %s: it would not be "
        "carried out.\n",
        s->party[p].title, text_percent(undone->accept[p], share),
        text_percent(base->accept[p], before));
}
