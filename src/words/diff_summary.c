/* diff_summary.c - two scenarios compared, in a reader's words */
#include "diff_summary.h"

#include "agreement.h"
#include "message.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_CHANGE = 12 /* lines of changes; the rest is counted */,
    WIDE = 44 /* letters a text */
};

static void print_side(FILE *out, char name, const struct diff_side *side, const struct answers *of)
{
    const struct scenario *s = of->scenario;
    char shown[TEXT_SHOWN];

    fprintf(out, "%c  %s: %s", name, text_shown(side->operand, sizeof shown, shown), s->title);
    fprintf(out, s->as_of[0] ? ", as of %s\n" : "%s\n", s->as_of);
    for (size_t i = 0; i < side->n_set; i++)
        fprintf(out, "   with %s\n", text_shown(side->set[i], sizeof shown, shown));
    if (side->own_seed != s->seed)
        fprintf(out, "   (by itself of seed %" PRIu64 "; both are drawn from one here)\n",
                side->own_seed);
}

/* At most WIDE letters of a text; "-" for none. */
static void print_cut(FILE *out, const char *text)
{
    char shown[WIDE + 1];

    if (!text) {
        fputs("-", out);
        return;
    }
    fputs(text_shown(text, sizeof shown, shown), out);
    fputs(strlen(text) > WIDE ? "..." : "", out);
}

static void print_changes(FILE *out, const struct changes *c, bool same_text)
{
    char more[TEXT_NUMBER];

    fprintf(out, "\nWhat differs in the scenario (A | B)\n");
    if (c->n == 0)
        fprintf(out, same_text
                         ? "  Nothing.\n"
                         : "  Nothing that is compared; the texts differ elsewhere (comments, "
                           "notes, titles, the talks, or what\n  changes.csv does not have).\n");
    for (size_t i = 0; i < c->n && i < MAX_CHANGE; i++) {
        const struct edit *edit = &c->edit[i];
        fprintf(out, "  %s %s: ", fact_kind_names[edit->kind], edit->path);
        print_cut(out, edit->in_a);
        fputs(" | ", out);
        print_cut(out, edit->in_b);
        putc('\n', out);
    }
    if (c->n <= MAX_CHANGE)
        return;
    text_grouped(c->n - MAX_CHANGE, more);
    fprintf(out, "  and %s more in changes.csv\n", more);
}

/* "phase_one_draft: Hamas", which who reads a table looks for. */
static void name_row(const struct differences *d, const struct difference *row, size_t size,
                     char name[size])
{
    const bool by_rule = agreement_has_rule(d->a->scenario) || agreement_has_rule(d->b->scenario);

    if (row->what == WHAT_ZONE)
        snprintf(name, size, by_rule ? "some package passes" : "some package suits all");
    else if (row->what == WHAT_BEST)
        snprintf(name, size,
                 by_rule ? "the package that passes most often"
                         : "the package accepted most often");
    else
        snprintf(name, size, "%s: %s", row->proposal,
                 row->party ? row->title
                 : by_rule  ? "passes"
                            : "all");
}

/* Letters, not bytes, so that columns stand below each other. */
static int letters(const char *text)
{
    int n = 0;

    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

static void print_row(FILE *out, const struct differences *d, const struct difference *row,
                      int width)
{
    char name[500];

    name_row(d, row, sizeof name, name);
    fprintf(out, "  %s%*s %6.1f %% %6.1f %%  %+6.1f", name, width - letters(name), "",
            100 * row->share_a, 100 * row->share_b, 100 * (row->share_b - row->share_a));
    if (row->what != WHAT_BEST)
        fprintf(out, " (%.1f to %.1f)", 100 * row->low, 100 * row->high);
    putc('\n', out);
}

static bool is_in_table(const struct difference *row)
{
    return difference_is_paired(row) && (row->what == WHAT_BEST || difference_moved(row));
}

/* The terms of the best packages that differ, "pause 14 | 42, hostages 25 | 35". */
static size_t write_terms(FILE *out, const struct differences *d)
{
    const struct scenario *a = d->a->scenario, *b = d->b->scenario;
    size_t n = 0;

    for (size_t k = 0; k < a->n_table; k++)
        for (size_t j = 0; j < b->n_table; j++) {
            const char *in_a = a->issue[k].label[d->a->best_level[k]];
            const char *in_b = b->issue[j].label[d->b->best_level[j]];
            if (strcmp(a->issue[k].name, b->issue[j].name) == 0 && strcmp(in_a, in_b) != 0)
                fprintf(out, "%s %s %s | %s", n++ ? "," : "", a->issue[k].name, in_a, in_b);
        }
    return n;
}

static void print_best(FILE *out, const struct differences *d)
{
    static const char head[] = "  That package is not the same one:";
    char *text = NULL;
    size_t size = 0;
    FILE *list = d->same_best ? NULL : open_memstream(&text, &size);

    if (list && write_terms(list, d) == 0)
        fputs("other issues are on the table", list);
    if (list && fclose(list) == 0) {
        fputs(head, out);
        text_wrap(out, strlen(head), 4, text);
    }
    free(text);
}

static void print_moved(FILE *out, const struct differences *d)
{
    bool moved = false;
    int width = 0;
    char name[500];

    for (size_t i = 0; i < d->n; i++) {
        name_row(d, &d->row[i], sizeof name, name);
        moved = moved || difference_moved(&d->row[i]);
        if (is_in_table(&d->row[i]) && letters(name) > width)
            width = letters(name);
    }
    fprintf(out, "\nWhat moved\n");
    fprintf(out, "  %*s %8s %8s   B - A, in points (95 %% interval)\n", width, "", "A", "B");
    for (size_t i = 0; i < d->n; i++)
        if (is_in_table(&d->row[i]))
            print_row(out, d, &d->row[i], width);
    print_best(out, d);
    if (!moved)
        fprintf(out, "  Nothing else, as far as these draws tell.\n");
}

/* What is in a list of rows: those with 0 in their interval, and those without a pair. */
static bool is_still(const struct difference *row)
{
    return difference_is_paired(row) && row->what != WHAT_BEST && !difference_moved(row);
}

static bool is_alone(const struct difference *row)
{
    return !difference_is_paired(row) && !row->party;
}

/* "some package suits all (+0.1), ...": in lines of a text's width. */
static void print_list(FILE *out, const struct differences *d, const char *head,
                       bool (*wanted)(const struct difference *row))
{
    char *text = NULL;
    size_t size = 0, n = 0;
    FILE *list = open_memstream(&text, &size);
    char name[500];

    for (size_t i = 0; list && i < d->n; i++) {
        const struct difference *row = &d->row[i];
        if (!wanted(row))
            continue;
        name_row(d, row, sizeof name, name);
        fprintf(list, "%s %s", n++ ? "," : "", name);
        if (difference_is_paired(row))
            fprintf(list, " (%+.1f, %.1f to %.1f)", 100 * (row->share_b - row->share_a),
                    100 * row->low, 100 * row->high);
        else
            fprintf(list, " (%s only, %.1f %%)", isnan(row->share_b) ? "A" : "B",
                    100 * (isnan(row->share_b) ? row->share_a : row->share_b));
    }
    if (list && fclose(list) == 0 && n > 0) {
        putc('\n', out);
        fputs(head, out);
        text_wrap(out, strlen(head), 2, text + 1);
    }
    free(text);
}

/* Whether no draw has another answer. */
static bool answers_are_equal(const struct differences *d)
{
    bool equal = d->same_best && d->a->best == d->b->best;

    for (size_t i = 0; i < d->n; i++)
        equal = equal && difference_is_paired(&d->row[i]) && d->row[i].only_a == 0 &&
                d->row[i].only_b == 0;
    return equal;
}

void diff_summary_print(FILE *out, const struct diff_side side[2], const struct changes *changes,
                        const struct differences *d, bool same_text)
{
    char draws[TEXT_NUMBER];

    text_grouped(d->draws, draws);
    print_side(out, 'A', &side[0], d->a);
    print_side(out, 'B', &side[1], d->b);
    fprintf(out, "Both drawn anew: %s draw%s from seed %" PRIu64 ", compared one by one\n", draws,
            message_plural(d->draws), d->a->scenario->seed);
    print_changes(out, changes, same_text);
    if (answers_are_equal(d)) {
        fprintf(out, "\nWhat moved\n  Nothing: in each draw all answers are equal.\n");
        return;
    }
    print_moved(out, d);
    print_list(out, d, "Not moved, as far as these draws tell:", is_still);
    print_list(out, d, "Not in both:", is_alone);
    fprintf(out, "\nThese are consequences of the two scenarios' assumptions, not forecasts.\n");
}
