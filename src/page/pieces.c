/* pieces.c - words and numbers of a page, as HTML that printf takes with %s */
#include "pieces.h"

#include "agreed.h"
#include "html.h"
#include "names.h"
#include "none.h"
#include "text.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define NB "\xC2\xA0" /* no-break space */
#define DASH "\xE2\x80\x93"

void *page_alloc(struct page *p, size_t n, size_t size)
{
    void *room = arena_alloc(&p->arena, n, size);

    p->out_of_memory = p->out_of_memory || !room;
    return room;
}

static const char *keep(struct page *p, const char *text)
{
    const char *kept = text ? arena_text(&p->arena, text) : NULL;

    p->out_of_memory = p->out_of_memory || !kept;
    return kept ? kept : "";
}

const char *piece(struct page *p, const char *format, ...)
{
    va_list list;
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    va_start(list, format);
    if (out)
        vfprintf(out, format, list);
    va_end(list);
    const char *kept = keep(p, out && fclose(out) == 0 ? text : NULL);
    free(text);
    return kept;
}

const char *piece_text(struct page *p, const char *text)
{
    char *html = NULL;
    size_t n;
    FILE *out = open_memstream(&html, &n);

    if (out)
        html_text(out, text);
    const char *kept = keep(p, out && fclose(out) == 0 ? html : NULL);
    free(html);
    return kept;
}

const char *piece_user(struct page *p, const char *text)
{
    return piece(p, "<bdi>%s</bdi>", piece_text(p, text));
}

const char *piece_quoted(struct page *p, const char *text)
{
    return piece(p, "\xE2\x80\x9C%s\xE2\x80\x9D", piece_user(p, text));
}

const char *piece_percent(struct page *p, double share)
{
    char text[TEXT_NUMBER];

    if (isnan(share))
        return DASH;
    text_percent(share, text);
    const size_t n = strlen(text);
    return piece(p, "%.*s" NB "%%", (int)(n - 2), text);
}

/* The error of Sobol' draws comes from 16 nets: Student's t of 15 degrees of freedom.  It may be
 * too small for a decimal. */
static const char *error_of(struct page *p, double se)
{
    const bool is_even = p->run && page_folder_design(p->run)[0];
    const double points = (is_even ? 213.145 : 196) * se;

    return is_even && points < 0.05 ? "± under" NB "0.1" : piece(p, "±" NB "%.1f", points);
}

const char *piece_error(struct page *p, double share, double se)
{
    if (isnan(share))
        return DASH;
    if (share == 0 || share == 1)
        return piece(p, "%.0f" NB "%% <span class=\"quiet\">of all draws</span>", 100 * share);
    if (isnan(se))
        return piece(p, "%.1f" NB "%%", 100 * share);
    return piece(p, "%.1f" NB "%% <span class=\"quiet\">%s</span>", 100 * share, error_of(p, se));
}

const char *piece_interval(struct page *p, double share, double low, double high)
{
    if (isnan(share))
        return DASH;
    if (isnan(low) || isnan(high))
        return piece(p, "%.1f" NB "%%", 100 * share);
    return piece(p, "%.1f" NB "%% <span class=\"quiet\">(%.1f to %.1f)</span>", 100 * share,
                 100 * low, 100 * high);
}

const char *piece_count(struct page *p, double n)
{
    char text[TEXT_NUMBER];

    if (!(n >= 0 && n < 1e18))
        return DASH;
    text_grouped((uint64_t)n, text);
    return keep(p, text);
}

const char *piece_number(struct page *p, double x, int digits)
{
    return isnan(x) ? DASH : piece(p, "%.*f", digits, x);
}

const char *piece_colour(size_t party)
{
    static const char *const colours[] = { "a", "b", "c", "d" };
    return party == NONE ? "all" : colours[party % COUNT_OF(colours)];
}

const char *piece_bar(struct page *p, double share, size_t party)
{
    if (isnan(share))
        return "";
    return piece(p,
                 "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
                 "aria-hidden=\"true\"><rect class=\"f%s\" width=\"%.1f\" height=\"10\"/></svg>",
                 piece_colour(party), 100 * fmin(fmax(share, 0), 1));
}

static const char *spaced(struct page *p, const char *name)
{
    char text[400];

    snprintf(text, sizeof text, "%s", name);
    for (char *c = text; *c; c++)
        if (*c == '_')
            *c = ' ';
    return keep(p, text);
}

static const struct {
    const char *name, *said;
} words[] = {
    { "best", "the best package" },
    { "accepts", "accepts" },
    { "completes", "carried out to the end" },
    { "breaks", "breaks off" },
    { "agreement", "agreement" },
    { "deadline", "the deadline passes" },
    { "final_refused", "the final offer is refused" },
    { "not_ratified", "a body refuses what the leaders agreed" },
    { "broken_off", "an event ends the talks" },
    { "left", "a party leaves" },
    { "breakdown", "the talks break down" },
    { "nash", "Nash" },
    { "kalai_smorodinsky", "Kalai-Smorodinsky" },
    { "surplus", "worth less than it asks" },
    { "red_line", "a red line or position" },
    { "word", "the other\xE2\x80\x99s word" },
    { "body", "a body" },
    { "reaches", "all that is wanted" },
    { "nearest", "nearest to what is wanted" },
    { "fewest", "fewest terms changed" },
    { "least_share", "whoever accepts least" },
    { "worst_fifth", "the worst fifth of draws" },
    { "apart", "far from the others" },
    { "equal_phases", "so many equal phases" },
};

const char *piece_name(struct page *p, const char *name)
{
    return piece_user(p, spaced(p, name));
}

const char *piece_word(struct page *p, const char *word)
{
    if (strcmp(word, "zone") == 0)
        return piece(p, "some package %s", agreed_suits(p));
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strcmp(words[i].name, word) == 0)
            return words[i].said;
    return piece_name(p, word);
}

static const json_t *list_of(const struct page *p, const char *key)
{
    return json_object_get((p->of ? p->of : p->main)->scenario, key);
}

const json_t *page_issues(const struct page *p)
{
    return list_of(p, "issues");
}

const json_t *page_parties(const struct page *p)
{
    return list_of(p, "parties");
}

size_t page_n_party(const struct page *p)
{
    return json_array_size(page_parties(p));
}

const char *page_party(const struct page *p, size_t i)
{
    return page_text_of(json_array_get(page_parties(p), i), "name");
}

size_t page_party_of(const struct page *p, const char *name)
{
    for (size_t i = 0; i < page_n_party(p); i++)
        if (strcmp(page_party(p, i), name) == 0)
            return i;
    return NONE;
}

const char *plain_title(struct page *p, const json_t *list, const char *name)
{
    const char *title = page_text_of(page_named(list, name), "title");
    return title[0] ? title : spaced(p, name);
}

const char *plain_level(struct page *p, const json_t *issue, const char *level)
{
    const char *title = plain_title(p, json_object_get(issue, "levels"), level);
    const char *unit = page_text_of(issue, "unit");

    return unit[0] ? piece(p, "%s %s", title, unit) : title;
}

const char *piece_party(struct page *p, const char *name)
{
    return piece_user(p, plain_title(p, page_parties(p), name));
}

const char *piece_proposal(struct page *p, const char *name)
{
    return piece_quoted(p, plain_title(p, list_of(p, "proposals"), name));
}

const char *piece_issue(struct page *p, const char *name)
{
    return piece_user(p, plain_title(p, page_issues(p), name));
}

const char *piece_phase(struct page *p, const char *name)
{
    return piece_user(p, plain_title(p, list_of(p, "phases"), name));
}

const char *piece_body(struct page *p, const char *party, const char *name)
{
    const json_t *of = page_named(page_parties(p), party);
    return piece_user(p, plain_title(p, json_object_get(of, "bodies"), name));
}

const char *piece_bloc(struct page *p, const char *party, const char *body, const char *name)
{
    const json_t *of = page_named(page_parties(p), party);
    const json_t *in = page_named(json_object_get(of, "bodies"), body);
    return piece_user(p, plain_title(p, json_object_get(in, "blocs"), name));
}

const char *piece_level(struct page *p, const char *issue, const char *level)
{
    return piece_user(p, plain_level(p, page_named(page_issues(p), issue), level));
}

/* The issue that a lever fixes, or NULL. */
static const json_t *issue_of_lever(const struct page *p, const char *lever)
{
    static const char issues[] = "issues.";
    const size_t n = sizeof issues - 1;

    return strncmp(lever, issues, n) == 0 ? page_named(page_issues(p), lever + n) : NULL;
}

const char *piece_lever(struct page *p, const char *lever)
{
    const json_t *issue = issue_of_lever(p, lever);

    return issue ? piece_issue(p, page_text_of(issue, "name"))
                 : piece(p, "<code>%s</code>", piece_text(p, lever));
}

const char *piece_lever_value(struct page *p, const char *lever, const char *value)
{
    const json_t *issue = issue_of_lever(p, lever);

    return issue ? piece_level(p, page_text_of(issue, "name"), value) : piece_name(p, value);
}

const char *piece_add_term(struct page *p, const char *terms, const char *issue, const char *level)
{
    return piece(p, "%s%s%s <b>%s</b>", terms, terms[0] ? "; " : "", piece_issue(p, issue),
                 piece_level(p, issue, level));
}

const char *piece_terms(struct page *p, const struct csv_grid *grid, size_t row)
{
    const json_t *issue;
    const char *all = "";
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *name = page_text_of(issue, "name");
        all = piece_add_term(p, all, name, csv_grid_cell(grid, row, name));
    }
    return all;
}

const char *piece_change(struct page *p, const struct csv_grid *grid, size_t row,
                         const char *change)
{
    const char *all = "";
    char name[130], level[130];

    for (const char *at = change; *at;) {
        const size_t n = strcspn(at, " "), equals = strcspn(at, "=");
        if (equals < n) {
            snprintf(name, sizeof name, "%.*s", (int)equals, at);
            snprintf(level, sizeof level, "%.*s", (int)(n - equals - 1), at + equals + 1);
            all = piece(p, "%s%s%s from <b>%s</b> to <b>%s</b>", all, all[0] ? "; " : "",
                        piece_issue(p, name), piece_level(p, name, csv_grid_cell(grid, row, name)),
                        piece_level(p, name, level));
        }
        at += n + (at[n] == ' ');
    }
    return all;
}

const char *column_of(struct page *p, const char *begin, const char *name)
{
    return piece(p, "%s%s", begin, name);
}

/* A list of parties with one more, place i of n. */
static const char *add_party(struct page *p, const char *all, size_t i, size_t n, const char *name)
{
    return piece(p, "%s%s%s", all, i == 0 ? "" : i + 1 < n ? ", " : " and ", piece_party(p, name));
}

const char *piece_parties(struct page *p)
{
    const size_t n = page_n_party(p);
    const char *all = "";

    for (size_t i = 0; i < n; i++)
        all = add_party(p, all, i, n, page_party(p, i));
    return all;
}

const char *piece_parties_of(struct page *p, const char *names)
{
    const char *all = "";
    size_t n = names[0] != '\0', i = 0;

    for (const char *at = names; *at; at++)
        n += *at == ' ';
    for (const char *at = names; *at; i++) {
        const size_t length = strcspn(at, " ");
        all = add_party(p, all, i, n, piece(p, "%.*s", (int)length, at));
        at += length + (at[length] == ' ');
    }
    return n > 0 ? all : DASH;
}

size_t page_most(const struct csv_grid *grid, size_t n, const char *column, double sign)
{
    size_t most = NONE;

    for (size_t i = 0; i < n; i++) {
        const double x = csv_grid_number(grid, i, column);
        if (!isnan(x) && (most == NONE || sign * x > sign * csv_grid_number(grid, most, column)))
            most = i;
    }
    return most;
}

double *page_column(struct page *p, const struct csv_grid *grid, const char *column, double scale)
{
    double *x = page_alloc(p, grid->n_row, sizeof *x);

    for (size_t i = 0; x && i < grid->n_row; i++)
        x[i] = scale * csv_grid_number(grid, i, column);
    return x;
}

void see(struct page *p, const char *html)
{
    fprintf(p->out, "<p class=\"see\">%s</p>\n", html);
}
