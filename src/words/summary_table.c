/* summary_table.c - who accepts which proposal, as a table for the eye */
#include "summary_table.h"

#include "agreement.h"
#include "share_text.h"

#include <inttypes.h>
#include <string.h>

/* Titles are cut to so many columns at first, and to so many where there is no room. */
enum { TITLE = 44, TITLE_SHORT = 24, PARTY = 20, PARTY_SHORT = 10, ROOM = 400, GAP = 2 };

struct table_part {
    size_t share, width; /* of its shares, and all of it */
};

struct drawing {
    const struct results *results;
    const struct scenario *scenario;
    size_t most_title, most_party; /* columns that a title may take */
    size_t title;
    struct table_part column[AGREEMENT_COUNTS];
};

bool summary_terms_are_set(const struct scenario *s)
{
    for (size_t k = 0; k < s->n_table; k++)
        if (s->issue[k].is_fixed)
            return true;
    return false;
}

static const char *share_of(const struct drawing *d, size_t proposal, size_t who,
                            char text[static TEXT_NUMBER])
{
    const struct finding *f = &d->results->finding[proposal];

    const size_t all = d->scenario->n_party;

    return share_cell(who < all    ? f->accept[who]
                      : who == all ? f->accept_all
                                   : f->passes,
                      map_knows_answer(d->results->map, proposal, who), text);
}

/* "refuses", with a mark for an own offer and for what is inferred; "" where nothing is on record.
 */
static const char *answer_of(const struct drawing *d, size_t proposal, size_t who, char text[ROOM])
{
    const struct answer *a =
        who < d->scenario->n_party ? &d->scenario->proposal[proposal].answer[who] : NULL;
    const char *said = a && a->is_recorded ? said_labels[a->said] : "";
    char counted[2 * TEXT_NUMBER] = "";

    if (said[0] && a->said == SAID_COUNTED)
        snprintf(counted, sizeof counted, "%" PRIu64 " of %" PRIu64 " accept", a->accepts,
                 answer_number(a));
    snprintf(text, ROOM, "%s%s%s%s", said[0] ? " " : "", counted[0] ? counted : said,
             said[0] && a->own ? "*" : "", said[0] && a->doubt > 0 ? "~" : "");
    return text;
}

static const char *title_of(const struct scenario *s, size_t who)
{
    return who < s->n_party ? s->party[who].title : who == s->n_party ? "all" : "passes";
}

static bool is_last(const struct scenario *s, size_t who)
{
    return who + 1 == agreement_counts(s);
}

static const char *head_of(const struct drawing *d, size_t who, char text[ROOM])
{
    return text_cut(title_of(d->scenario, who), d->most_party, ROOM, text);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Returns how wide the table is. */
static size_t measure(struct drawing *d)
{
    const struct scenario *s = d->scenario;
    char text[ROOM], share[TEXT_NUMBER];
    size_t width = GAP;

    d->title = 0;
    for (size_t i = 0; i < s->n_proposal; i++)
        d->title =
            larger(d->title, text_width(text_cut(s->proposal[i].title, d->most_title, ROOM, text)));
    width += d->title;
    for (size_t who = 0; who < agreement_counts(s); who++) {
        struct table_part *c = &d->column[who];
        size_t answer = 0;
        c->share = 0;
        for (size_t i = 0; i < s->n_proposal; i++) {
            c->share = larger(c->share, text_width(share_of(d, i, who, share)));
            answer = larger(answer, text_width(answer_of(d, i, who, text)));
        }
        c->width = larger(c->share + answer, text_width(head_of(d, who, text)));
        width += GAP + c->width;
    }
    return width;
}

static void draw(FILE *out, const struct drawing *d)
{
    const struct scenario *s = d->scenario;
    char text[ROOM], cell[ROOM + TEXT_NUMBER], share[TEXT_NUMBER];

    fprintf(out, "%*s", (int)(GAP + d->title), "");
    for (size_t who = 0; who < agreement_counts(s); who++) {
        fprintf(out, "%*s", GAP, "");
        text_pad(out, head_of(d, who, text), is_last(s, who) ? 0 : d->column[who].width);
    }
    fputs("\n", out);
    for (size_t i = 0; i < s->n_proposal; i++) {
        fprintf(out, "%*s", GAP, "");
        text_pad(out, text_cut(s->proposal[i].title, d->most_title, ROOM, text), d->title);
        for (size_t who = 0; who < agreement_counts(s); who++) {
            const struct table_part *c = &d->column[who];
            share_of(d, i, who, share);
            const size_t pad = is_last(s, who) ? 0 : c->share - text_width(share);
            snprintf(cell, sizeof cell, "%s%*s%s", share, (int)pad, "", answer_of(d, i, who, text));
            fprintf(out, "%*s", GAP, "");
            text_pad(out, cell, is_last(s, who) ? 0 : c->width);
        }
        fputs("\n", out);
    }
}

/* Without the blanks of a column: two in a row would make a sentence a row of a table. */
static const char *trimmed(const char *cell)
{
    return cell + strspn(cell, " ");
}

static void list(FILE *out, const struct drawing *d)
{
    const struct scenario *s = d->scenario;
    char text[ROOM], share[TEXT_NUMBER];

    for (size_t i = 0; i < s->n_proposal; i++) {
        fputs("  ", out);
        fprintf(out, "%s:", s->proposal[i].title);
        for (size_t who = 0; who < agreement_counts(s); who++)
            fprintf(out, " %s (%s%s)%s", title_of(s, who), trimmed(share_of(d, i, who, share)),
                    answer_of(d, i, who, text), is_last(s, who) ? "" : ",");
        fputs("\n", out);
    }
}

static void print_heading(FILE *out, const struct scenario *s)
{
    bool answered = false, own = false, inferred = false;

    for (size_t i = 0; i < s->n_proposal; i++)
        for (size_t p = 0; p < s->n_party; p++) {
            const struct answer *a = &s->proposal[i].answer[p];
            answered = answered || a->is_recorded;
            own = own || (a->is_recorded && a->own);
            inferred = inferred || (a->is_recorded && a->doubt > 0);
        }
    fputs("Proposals: accepted in % of draws (± 95 % interval)", out);
    if (answered)
        fprintf(out, ", and the answer on record%s%s%s%s%s", own || inferred ? " (" : "",
                own ? "* its own offer" : "", inferred ? own ? ", ~ inferred" : "~ inferred" : "",
                own || inferred ? ")" : "",
                summary_terms_are_set(s) ? "\n  (answers to the terms as they were put)" : "");
    fputs("\n", out);
}

void summary_table(FILE *out, const struct results *r)
{
    struct drawing d = {
        .results = r, .scenario = r->scenario, .most_title = TITLE, .most_party = PARTY
    };

    print_heading(out, r->scenario);
    if (measure(&d) > TEXT_LINE) {
        d.most_title = TITLE_SHORT;
        d.most_party = PARTY_SHORT;
    }
    if (measure(&d) > TEXT_LINE)
        list(out, &d);
    else
        draw(out, &d);
}
