/* summary_hold.c - in a reader's words: would a proposal be ratified, and would it hold */
#include "summary_hold.h"

#include "agreement.h"
#include "message.h"
#include "share_text.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>

/* A body is named in the short summary when it alone stops so many draws. */
#define LEAST_STOPPER 0.03

/* Whose answer alone stands against the rest most often, and in how many draws; NULL for none. */
static const struct body *find_stopper(const struct results *r, size_t proposal, uint64_t *most)
{
    const struct scenario *s = r->scenario;
    const struct ratify *ratify = &r->map->ratify;
    const struct body *stopper = NULL;
    size_t at = 0;

    *most = 0;
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t b = 0; b < s->party[p].n_body; b++, at++)
            if (ratify->stops[proposal * ratify->n_body + at] > *most) {
                *most = ratify->stops[proposal * ratify->n_body + at];
                stopper = &s->party[p].body[b];
            }
    return stopper;
}

static void print_stopper(FILE *out, const struct results *r, size_t proposal)
{
    uint64_t most;
    const struct body *stopper = find_stopper(r, proposal, &most);

    if ((double)most >= 0.01 * (double)r->map->draws)
        fprintf(out, "    Without %s%s: +%.0f points.\n", stopper->title,
                stopper->kind == BODY_VETO ? "'s veto" : "",
                100 * (double)most / (double)r->map->draws);
}

void summary_bodies(FILE *out, const struct results *r, size_t proposal)
{
    static const char *const says[BODY_KINDS] = { "agreeing", "passing it", "leaving" };
    const struct scenario *s = r->scenario;
    char share[TEXT_NUMBER];
    size_t at = 0;

    for (size_t p = 0; p < s->n_party; p++) {
        for (size_t b = 0; b < s->party[p].n_body; b++, at++) {
            const struct body *body = &s->party[p].body[b];
            double chance = mean_of(ratify_agrees(&r->map->ratify, proposal, at));
            if (b == 0)
                fprintf(out, "    Of %s: ", s->party[p].title);
            fprintf(out, "%s%s (%s in %s)", b ? ", " : "", body->title, says[body->kind],
                    text_percent(body->kind == BODY_PARTNER ? 1 - chance : chance, share));
        }
        if (s->party[p].n_body > 0)
            fprintf(out, ".\n");
    }
    print_stopper(out, r, proposal);
}

static void print_phases(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    char share[TEXT_NUMBER];

    fprintf(out, "    Were it signed, it would be performed with a probability of");
    for (size_t k = 0; k < s->n_phase; k++)
        fprintf(out, "%s %s (%s)", k ? "," : "",
                text_percent(histogram_mean(hold_at(h, proposal, HOLD_ALIVE, hold_alive(k, false))),
                             share),
                s->phase[k].title);
    fprintf(out, "; signed%s and performed to the end: %s.\n",
            agreement_has_rule(s) ? "" : " by all",
            text_percent(mean_of(hold_at(h, proposal, HOLD_KEPT, 0)), share));
    const double nothing = mean_of(hold_at(h, proposal, HOLD_FOR_NOTHING, 0));
    if (nothing > 0)
        fprintf(
            out,
            "    In %s of draws nobody would lose by signing, since nothing would be performed; "
            "that counts as refused.\n",
            text_percent(nothing, share));
}

/* The step at which it comes undone most often; nothing where it hardly ever does. */
static void print_weakest(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    const size_t weakest = hold_weakest(h, proposal);
    const double undone = mean_of(hold_at(h, proposal, HOLD_UNDONE, weakest));
    const double needs = hold_needs(h, proposal, weakest);
    char share[TEXT_NUMBER];

    if (undone < 0.005)
        return;
    fprintf(out, "    Weakest step: %s in %s (would defect in %s of draws).",
            s->party[h->step[weakest].actor].title, s->phase[h->step[weakest].phase].title,
            text_percent(undone, share));
    if (needs < 0.005)
        fprintf(out, "\n      No guarantee is needed to hold it in 90 %%.");
    else if (!isnan(needs))
        fprintf(out, "\n      A guarantee of %.2f would hold it in 90 %%; the proposal has %.2f.",
                needs, mean_of(hold_at(h, proposal, HOLD_GUARANTEE, weakest)));
    fprintf(out, "\n");
}

/* The least change with which it is likelier than not to be performed to the end. */
static void print_remedies(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    struct remedy_found guarantee, split;
    const bool by_guarantee = results_remedy(r, proposal, REMEDY_GUARANTEE, &guarantee);
    const bool by_split = results_remedy(r, proposal, REMEDY_EQUAL_PHASES, &split);
    const size_t last = s->n_phase - 1;
    char share[TEXT_NUMBER], accept[TEXT_NUMBER];

    if (histogram_mean(hold_at(&r->map->hold, proposal, HOLD_ALIVE, hold_alive(last, false))) > 0.5)
        return;
    if (by_guarantee)
        fprintf(out,
                "    With a guarantee of %s it would be performed to the end with %s (%s in %s).\n",
                s->issue[s->guarantee.issue].level_title[guarantee.to],
                text_percent(guarantee.completes, share), agreement_word(s),
                text_percent(guarantee.accept_all, accept));
    if (by_split)
        fprintf(out,
                "    Split into %zu equal phase%s it would be performed to the end with %s "
                "(%s in %s).\n",
                split.to, message_plural(split.to), text_percent(split.completes, share),
                agreement_word(s), text_percent(split.accept_all, accept));
    if (!by_guarantee && !by_split)
        fprintf(
            out,
            "    No guarantee on the table, and no number of equal phases up to %zu, would make "
            "that likelier than not.\n",
            r->map->hold.n_split);
}

/* Who would sign if it were carried out, and what would not be. */
static void print_mistrust(FILE *out, const struct results *r, size_t proposal, size_t party)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    const double share = mean_of(hold_at(h, proposal, HOLD_MISTRUSTS, party));
    double most = 0;
    char text[TEXT_NUMBER];
    size_t which = 0;

    for (size_t k = 0; k < s->n_phase; k++) {
        double here = mean_of(hold_at(h, proposal, HOLD_MISTRUSTED, hold_of_phase(h, party, k)));
        which = here > most ? k : which;
        most = fmax(most, here);
    }
    if (share >= 0.005)
        fprintf(out,
                "    %s does not sign in %s of draws because it would not be carried out, most "
                "often %s.\n",
                s->party[party].title, text_percent(share, text), s->phase[which].title);
}

static void print_trust(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    char share[TEXT_NUMBER];

    for (size_t pair = 0; pair < h->n_pair; pair++) {
        const struct trust_found trust = results_trust(r, proposal, pair);
        if (trust.decides >= 0.01)
            fprintf(out,
                    "    In %s of draws %s signs only if it believes that %s keeps its word: with "
                    "%.2f or more (median).\n",
                    text_percent(trust.decides, share), s->party[h->pair[pair].signer].title,
                    s->party[h->pair[pair].about].title, trust.from);
    }
}

void summary_hold(FILE *out, const struct results *r, size_t proposal)
{
    if (r->scenario->n_phase == 0)
        return;
    print_phases(out, r, proposal);
    print_weakest(out, r, proposal);
    print_remedies(out, r, proposal);
    for (size_t p = 0; p < r->scenario->n_party; p++)
        print_mistrust(out, r, proposal, p);
    print_trust(out, r, proposal);
}

void summary_stopper(FILE *out, const struct results *r, size_t proposal)
{
    uint64_t most;
    const struct body *stopper = find_stopper(r, proposal, &most);
    const double share = (double)most / (double)r->map->draws;
    char text[TEXT_NUMBER];

    if (share >= LEAST_STOPPER)
        fprintf(out, " In %s of draws %s alone stands in its way.",
                share_text(share, r->map->draws, text), stopper->title);
}

/* A mean of probabilities varies less than a share of draws with the same mean, so that the
 * interval of the share is wide enough. */
void summary_holds(FILE *out, const struct results *r, size_t proposal)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    struct remedy_found guarantee;
    char share[TEXT_NUMBER], accepts[TEXT_NUMBER];

    if (s->n_phase == 0)
        return;
    const size_t weakest = hold_weakest(h, proposal);
    const double undone = mean_of(hold_at(h, proposal, HOLD_UNDONE, weakest));
    const double completes =
        histogram_mean(hold_at(h, proposal, HOLD_ALIVE, hold_alive(s->n_phase - 1, false)));
    fprintf(out, " Signed, it is carried out to the end with %s",
            share_text(completes, r->map->draws, share));
    if (undone >= 0.005)
        fprintf(out, ", weakest with %s in %s", s->party[h->step[weakest].actor].title,
                s->phase[h->step[weakest].phase].title);
    if (completes <= 0.5 && results_remedy(r, proposal, REMEDY_GUARANTEE, &guarantee))
        fprintf(out, "; with a guarantee of %s %s, and %s in %s",
                s->issue[s->guarantee.issue].level_title[guarantee.to],
                share_text(guarantee.completes, r->map->draws, share), agreement_would(s),
                share_text(guarantee.accept_all, r->map->draws, accepts));
    fputs(".", out);
}
