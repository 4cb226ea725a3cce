/* summary_hold.c - in a reader's words: would a proposal be ratified, and would it hold */
#include "summary_hold.h"

#include "message.h"
#include "phase_results.h"
#include "text.h"

#include <math.h>

void summary_bodies(FILE *out, const struct results *r, size_t proposal)
{
    static const char *const agrees[BODY_KINDS] = { "agreeing in", "passing it in",
                                                    "not leaving in" };
    const struct scenario *s = results_scenario(r);
    const struct ratify *ratify = &r->survey->ratify;
    char share[TEXT_NUMBER];
    size_t at = 0;

    for (size_t p = 0; p < s->n_party; p++) {
        for (size_t b = 0; b < s->party[p].n_body; b++, at++) {
            const struct body *body = &s->party[p].body[b];
            double chance = spread_mean(ratify_agrees(ratify, proposal, at));
            if (b == 0)
                fprintf(out, "    Of %s: ", s->party[p].title);
            fprintf(out, "%s%s (%s %s)", b ? ", " : "", body->title, agrees[body->kind],
                    text_percent(chance, share));
        }
        if (s->party[p].n_body > 0)
            fprintf(out, ".\n");
    }
}

static void print_phases(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = results_scenario(r);
    char share[TEXT_NUMBER];

    fprintf(out, "    Once signed, it would be performed, on average over draws:");
    for (size_t k = 0; k < s->n_phase; k++)
        fprintf(out, "%s %s %s", k ? "," : "", s->phase[k].title,
                text_percent(spread_mean(hold_alive(&r->survey->hold, proposal, k, false)), share));
    fprintf(out, "; signed by all and performed to the end: %s.\n",
            text_percent(spread_mean(hold_kept(&r->survey->hold, proposal)), share));
}

static void print_weakest(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = results_scenario(r);
    const struct hold *h = &r->survey->hold;
    const size_t n = phase_results_weakest(h, proposal);
    const double gap = spread_mean(hold_gap(h, proposal, n));
    const double penalty = spread_mean(hold_penalty(h, proposal, n));

    fprintf(out,
            "    The weakest promise is that of %s in %s: it needs a guarantee worth %.2f; the "
            "proposal carries %.2f.\n",
            s->party[h->step[n].actor].title, s->phase[h->step[n].phase].title, gap, penalty);
}

/* The smallest remedy with which it is performed to the end in more than half of the draws. */
static void print_remedies(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = results_scenario(r);
    const struct table *t = &r->table[RESULT_remedies];
    const char *sep = "    It would be performed to the end in more than half of draws";
    bool found[2] = { false };
    char share[TEXT_NUMBER];

    if (spread_mean(hold_alive(&r->survey->hold, proposal, s->n_phase, false)) > 0.5)
        return;
    for (size_t row = 0; row < t->n_row; row++) {
        const double *cell = t->cell + row * t->n_column;
        const int change = (int)cell[1];
        if (cell[0] != (double)proposal || found[change] || !(cell[4] > 0.5))
            continue;
        found[change] = true;
        if (change == 0)
            fprintf(out, "%s with %s %s (%s)", sep, s->issue[s->guarantee.issue].name,
                    r->remedy_label[(int)cell[2]], text_percent(cell[4], share));
        else
            fprintf(out, "%s in %s equal phases (%s)", sep, r->remedy_label[(int)cell[2]],
                    text_percent(cell[4], share));
        sep = ", and";
    }
    if (found[0] || found[1])
        fprintf(out, ".\n");
    else
        fprintf(
            out,
            "    No guarantee on the table, and no number of equal phases up to %zu, would have it "
            "performed to the end in more than half of draws.\n",
            r->survey->hold.n_split);
}

/* Who would sign if it were carried out, and what would not be. */
static void print_mistrust(FILE *out, const struct results *r, size_t proposal, size_t party)
{
    const struct scenario *s = results_scenario(r);
    double sum = 0, most = 0;
    char share[TEXT_NUMBER];
    size_t which = 0;

    for (size_t k = 0; k < s->n_phase; k++) {
        double here = spread_mean(hold_mistrusts(&r->survey->hold, proposal, party, k));
        sum += here;
        which = here > most ? k : which;
        most = fmax(most, here);
    }
    if (sum >= 0.005)
        fprintf(
            out,
            "    %s would not sign in %s of draws because it would not be carried out: most often "
            "%s would not, and so nothing that waits for it.\n",
            s->party[party].title, text_percent(sum, share), s->phase[which].title);
}

static void print_trust(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = results_scenario(r);
    const struct hold *h = &r->survey->hold;
    char share[TEXT_NUMBER];

    for (size_t pair = 0; pair < h->n_pair; pair++) {
        const uint64_t *spread = hold_trust(h, proposal, pair, false);
        const double n = (double)spread_count(spread), never = (double)spread[SPREAD_CELLS - 1];
        const double at_once = spread_quantile(spread, 1 / n) > 0 ? 0 : (double)spread[1];
        if (at_once + never >= n)
            continue; /* belief makes no difference */
        fprintf(
            out,
            "    %s would sign if it gave %.2f or more to %s keeping its word: the median of the "
            "%s of draws in which that decides.\n",
            s->party[h->pair[pair].signer].title,
            spread_quantile(spread, (at_once + (n - at_once - never) / 2) / n),
            s->party[h->pair[pair].about].title, text_percent((n - at_once - never) / n, share));
    }
}

void summary_hold(FILE *out, const struct results *r, size_t proposal)
{
    if (results_scenario(r)->n_phase == 0)
        return;
    print_phases(out, r, proposal);
    print_weakest(out, r, proposal);
    print_remedies(out, r, proposal);
    for (size_t p = 0; p < results_scenario(r)->n_party; p++)
        print_mistrust(out, r, proposal, p);
    print_trust(out, r, proposal);
}
