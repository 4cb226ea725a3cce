/* summary_details.c - all that a run says of a proposal, in a reader's words */
#include "summary_details.h"

#include "agreement.h"
#include "package_text.h"
#include "summary_hold.h"
#include "summary_prices.h"
#include "summary_table.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static void print_open_terms(FILE *out, const struct scenario *s, const struct vague *v,
                             const size_t level[])
{
    for (size_t i = 0; i < v->n_open; i++) {
        fputs(i ? "; " : "", out);
        package_print_term(out, &s->issue[v->open[i]], level[v->open[i]]);
    }
}

/* How often a vague text would be accepted were it clear; changes are changes of its likeliest
 * reading. */
static void print_readings(FILE *out, const struct scenario *s, const struct proposal *proposal,
                           const struct finding *f)
{
    const struct vague *v = proposal->vague;
    const struct reading_range *all = &f->read[agreement_passes(s)];
    char low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (!v)
        return;
    fprintf(out, "    It may be read in %zu ways. Were it clear, %s in %s (", v->n_reading,
            agreement_would(s), text_percent(all->low, low));
    print_open_terms(out, s, v, v->level + all->worst * s->n_table);
    fprintf(out, ")\n    to %s (", text_percent(all->high, high));
    print_open_terms(out, s, v, v->level + all->best * s->n_table);
    fputs(")", out);
    for (size_t p = 0; p < s->n_party; p++) {
        const struct reading_range *one = &f->read[p];
        fprintf(out, ", %s in %s", s->party[p].title, text_percent(one->low, low));
        if (one->high > one->low)
            fprintf(out, " to %s", text_percent(one->high, high));
    }
    fprintf(out, ".\n    As it is likeliest read: ");
    print_open_terms(out, s, v, proposal->package);
    fprintf(out, ".\n");
}

static void print_changes(FILE *out, const struct scenario *s, const struct finding *f,
                          const size_t level[])
{
    static const char *const how_many[] = { "one term", "two terms" };
    char share[TEXT_NUMBER];

    for (size_t c = 0; c < 2; c++) {
        const struct change *change = &f->change[c];
        if (change->n == 0)
            continue;
        fprintf(out, "    With %s changed, %s in %s: ", how_many[c], agreement_word(s),
                text_percent(change->accept, share));
        for (size_t i = 0; i < change->n; i++) {
            const struct issue *issue = &s->issue[change->issue[i]];
            fputs(i ? "; " : "", out);
            package_print_move(out, issue, level[change->issue[i]], change->level[i]);
        }
        fprintf(out, ".\n");
    }
}

static void print_said(FILE *out, const struct party *party, const struct answer *answer)
{
    if (answer->said == SAID_COUNTED)
        fprintf(out, "%s accepts in %" PRIu64 " of %" PRIu64 " answers", party->title,
                answer->accepts, answer_number(answer));
    else
        fprintf(out, "%s %s", party->title,
                answer->said == SAID_DISPUTED ? "is reported both ways"
                                              : said_labels[answer->said]);
    fprintf(out, "%s%s", answer->own ? " its own offer" : "",
            answer->doubt > 0 ? " (inferred)" : "");
}

static void print_record(FILE *out, const struct scenario *s, const struct proposal *proposal)
{
    const char *begin = summary_terms_are_set(s) ? "    On record, for the terms as they were put: "
                                                 : "    On record: ";
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++) {
        const struct answer *answer = &proposal->answer[p];
        if (!answer->is_recorded)
            continue;
        fputs(any ? ", " : begin, out);
        print_said(out, &s->party[p], answer);
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

/* How often the model gives the answers that are not read as "accepted by" above is. */
static void print_given(FILE *out, const struct results *r, size_t i)
{
    const struct scenario *s = r->scenario;
    char share[TEXT_NUMBER];
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++) {
        const struct answer *answer = &s->proposal[i].answer[p];
        double given = record_gives(&r->map->record, i, p, r->map->draws);
        if (isnan(given) || answer_reading(answer) == 0)
            continue;
        fprintf(out, "%s%s answers so in %s (%s%s%s)", any ? ", " : "    Read as given, ",
                s->party[p].title, text_percent(given, share),
                answer->by == BY_LEADERS ? "its leaders" : "",
                answer->by == BY_LEADERS && answer->own ? ", " : "",
                answer->own ? "if it were kept" : "");
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

void summary_details(FILE *out, const struct results *r, size_t i)
{
    const struct scenario *s = r->scenario;
    const struct proposal *proposal = &s->proposal[i];
    const struct finding *f = &r->finding[i];
    char share[TEXT_NUMBER], over[TEXT_NUMBER];

    fprintf(out, "  %s (", proposal->title);
    if (strcmp(proposal->title, proposal->name) != 0)
        fprintf(out, "%s, ", proposal->name);
    fprintf(out, "by %s)\n    Accepted by", proposal->by);
    for (size_t p = 0; p < s->n_party; p++)
        fprintf(out, " %s in %s,", s->party[p].title, text_percent(f->accept[p], share));
    fprintf(out, " by all in %s", text_percent(f->accept_all, share));
    if (agreement_has_rule(s))
        fprintf(out, "; passes in %s", text_percent(f->passes, share));
    fputs(".\n", out);
    if (f->blocker != NONE)
        fprintf(out, "    %s refuses it in %s of draws", s->party[f->blocker].title,
                text_percent(1 - f->accept[f->blocker], share));
    if (f->blocking_issue != NONE) {
        fputs(", most often over ", out);
        package_print_issue(out, &s->issue[f->blocking_issue], true);
        fprintf(out, " (%s of refusals)", text_percent(f->blocking_share, over));
    }
    if (f->blocker != NONE)
        fprintf(out, ".\n");
    print_readings(out, s, proposal, f);
    print_changes(out, s, f, proposal->package);
    summary_exchange(out, r, i);
    summary_bodies(out, r, i);
    summary_hold(out, r, i);
    print_record(out, s, proposal);
    print_given(out, r, i);
}
