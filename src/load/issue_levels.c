/* issue_levels.c - the levels of one issue: on the table, and all that its scenario knows */
#include "issue_levels.h"

#include "grammar.h"
#include "number.h"
#include "read_levels.h"
#include "text.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

/* Whether `to` lies whole steps above `from`, but for rounding: 0 to 1 by 0.1 is ten steps only in
 * decimals.  1e-13 of the larger end is hundreds of times what rounding adds. */
static bool leads_to(const struct level_source *range, double steps)
{
    const double size = fmax(fabs(range->from), fabs(range->to));
    return fabs(range->from + steps * range->step - range->to) <= 1e-13 * size;
}

static size_t read_range(struct reader *r, const config_setting_t *at,
                         const struct level_source *range, double level[MAX_LEVEL])
{
    char end[TEXT_NUMBER];

    if (isnan(range->from) || isnan(range->to) || isnan(range->step)) {
        complain(r, at, "an issue needs 'levels', or 'from', 'to' and 'step'");
        return 0;
    }
    if (range->to < range->from) {
        complain(r, at, "'to', %g, is below 'from', %g", range->to, range->from);
        return 0;
    }
    const double steps = round((range->to - range->from) / range->step);
    if (!leads_to(range, steps)) {
        text_shortest(text_written(range->from + steps * range->step), end);
        complain(r, at, "'to' must lie a whole number of steps above 'from'; the nearest is %s",
                 end);
        return 0;
    }
    if (steps >= MAX_LEVEL) {
        complain(r, at, "%.0f levels, at most %d; take a larger 'step'", steps + 1, MAX_LEVEL);
        return 0;
    }
    for (size_t i = 0; i <= (size_t)steps; i++)
        level[i] = text_spaced(range->from, range->to, (uint64_t)steps, i);
    return (size_t)steps + 1;
}

static size_t read_numbers(struct reader *r, const config_setting_t *levels,
                           double level[MAX_LEVEL])
{
    if (config_setting_length(levels) > MAX_LEVEL) {
        complain(r, levels, "%d levels, at most %d", config_setting_length(levels), MAX_LEVEL);
        return 0;
    }
    size_t n = number_list(r, levels, MAX_LEVEL, level);
    for (size_t i = 0; i < n; i++) {
        level[i] = text_written(level[i]);
        if (i > 0 && !(level[i] > level[i - 1])) {
            complain(r, levels, "levels must rise; %g follows %g", level[i], level[i - 1]);
            return 0;
        }
    }
    return n;
}

/* The names in a list, each plain and there once. */
static size_t read_names(struct reader *r, const config_setting_t *levels,
                         const char *name[MAX_LEVEL])
{
    size_t n = (size_t)config_setting_length(levels);

    if (n > MAX_LEVEL) {
        complain(r, levels, "%zu levels, at most %d", n, MAX_LEVEL);
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        const char *text = config_setting_get_string_elem(levels, (int)i);
        if (!text || !name_is_plain(text)) {
            complain(r, levels,
                     "levels must be numbers, or names of letters, digits and '_' in "
                     "quotes");
            return 0;
        }
        if (grammar_is_setting(text)) {
            complain(r, levels, "a level cannot be called '%s': reserved name", text);
            return 0;
        }
        for (size_t k = 0; k < i; k++)
            if (strcmp(name[k], text) == 0) {
                complain(r, levels, "level '%s' is there twice", text);
                return 0;
            }
        name[i] = reader_text(r, text);
    }
    return n;
}

static bool lists_names(const config_setting_t *levels)
{
    return levels && (config_setting_is_list(levels) || config_setting_is_array(levels)) &&
           config_setting_length(levels) > 0 && config_setting_get_string_elem(levels, 0);
}

static void *keep(struct reader *r, size_t n, size_t size, const void *from)
{
    void *kept = reader_alloc(r, n, size);
    if (kept && n)
        memcpy(kept, from, n * size);
    return kept;
}

/* All names there are: those of the vocabulary, else those on the table. */
static void know_names(struct reader *r, const config_setting_t *levels, struct issue *issue)
{
    const char *name[MAX_LEVEL];

    issue->n_name = read_names(r, levels, name);
    issue->names = keep(r, issue->n_name, sizeof *name, name);
    if (!issue->names)
        issue->n_name = 0;
}

static bool says_numbers(const struct level_source *source)
{
    return source->levels || !isnan(source->from);
}

static size_t numbers_of(struct reader *r, const config_setting_t *at,
                         const struct level_source *source, double level[MAX_LEVEL])
{
    return source->levels ? read_numbers(r, source->levels, level)
                          : read_range(r, at, source, level);
}

/* All numbers there are, rising: those of the vocabulary, those that the issue says, and the one
 * that it is fixed at.  Lists are read again: a mistake complained of twice is kept once. */
static void know_numbers(struct reader *r, const config_setting_t *at,
                         const struct level_source *own, const struct level_source *wider,
                         struct issue *issue)
{
    const struct level_source *const sources[] = { wider, own };
    double number[2 * MAX_LEVEL + 1];
    size_t n = 0, kept = 0;

    for (size_t i = 0; i < COUNT_OF(sources); i++)
        if (says_numbers(sources[i]))
            n += numbers_of(r, at, sources[i], number + n);
    /* Without a list (n = 0) any number is known: the fixed one must not become the only one. */
    if (issue->is_fixed && issue->n_level > 0 && n > 0)
        number[n++] = issue->level[0];
    gsl_sort(number, 1, n);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || number[i] > number[kept - 1])
            number[kept++] = number[i];
    issue->number = keep(r, kept, sizeof *number, number);
    issue->n_number = issue->number ? kept : 0;
}

/* Which of the names are on the table. */
static size_t read_level_names(struct reader *r, const config_setting_t *levels,
                               const struct issue *issue, double level[MAX_LEVEL])
{
    struct level_set set;

    if (!level_set_read(r, levels, issue, &set) || set.n > MAX_LEVEL)
        return 0;
    for (size_t i = 0; i < set.n; i++)
        for (size_t k = 0; k < i; k++)
            if (set.level[i] == set.level[k]) {
                complain(r, levels, "level '%s' is there twice",
                         issue->names[(size_t)set.level[i]]);
                return 0;
            }
    memcpy(level, set.level, set.n * sizeof *level);
    return set.n;
}

static void label_levels(struct reader *r, struct issue *issue)
{
    const char **label = reader_alloc(r, issue->n_level, sizeof *label);
    char number[TEXT_NUMBER];

    for (size_t i = 0; label && i < issue->n_level; i++) {
        if (!issue->is_named)
            text_shortest(issue->level[i], number);
        label[i] = issue->is_named ? issue->names[(size_t)issue->level[i]] : reader_text(r, number);
    }
    issue->label = label;
}

static void put_on_table(struct reader *r, const config_setting_t *at,
                         const struct level_source *own, const config_setting_t *only,
                         struct issue *issue)
{
    double level[MAX_LEVEL];

    if (only)
        issue->n_level = level_read(r, only, issue, level);
    else if (!issue->on_table)
        issue->n_level = 0;
    else if (own->levels && issue->is_named)
        issue->n_level = read_level_names(r, own->levels, issue, level);
    else if (issue->is_named && says_numbers(own)) {
        complain(r, at,
                 "the levels of '%s' are names in the vocabulary: expected 'levels' with some of "
                 "them, not 'from', 'to' and 'step'",
                 issue->name);
        issue->n_level = 0;
    } else
        issue->n_level = numbers_of(r, at, own, level);
    issue->level = keep(r, issue->n_level, sizeof *level, level);
    if (issue->n_level > 0 && issue->level)
        label_levels(r, issue);
}

void issue_levels_read(struct reader *r, const config_setting_t *at, const struct level_source *own,
                       const struct level_source *wider, const config_setting_t *only,
                       struct issue *issue)
{
    const config_setting_t *levels = wider->levels ? wider->levels : own->levels;

    issue->is_fixed = only != NULL;
    issue->is_named = lists_names(levels);
    /* Names first: a level of a named issue is an index into them. */
    if (issue->is_named) {
        know_names(r, levels, issue);
        if (issue->n_name == 0)
            return; /* complained of */
    }
    put_on_table(r, at, own, only, issue);
    if (!issue->is_named && issue->level)
        know_numbers(r, at, own, wider, issue);
}

/* The text of one title; "" after a complaint. */
static const char *read_title(struct reader *r, const config_setting_t *s)
{
    const char *text = config_setting_get_string(s);

    if (!text || !text[0])
        complain(r, s, "expected a text that is not empty, as titles of levels are");
    return reader_text(r, text ? text : "");
}

/* title[n_name]: those that the setting gives; the others stay NULL. */
static void read_titles(struct reader *r, const config_setting_t *titles, const struct issue *issue,
                        const char *title[])
{
    if (!issue->is_named || !config_setting_is_group(titles)) {
        complain(r, titles, "'titles' is for levels with names: expected { NAME = \"text\"; ... }");
        return;
    }
    for (int i = 0; i < config_setting_length(titles); i++) {
        const config_setting_t *one = config_setting_get_elem(titles, (unsigned)i);
        const size_t k = level_named(r, one, issue, config_setting_name(one));
        if (k != NONE)
            title[k] = read_title(r, one);
    }
}

void issue_titles_read(struct reader *r, const config_setting_t *titles, struct issue *issue)
{
    const char **given = reader_alloc(r, issue->n_name, sizeof *given);
    const char **title = reader_alloc(r, issue->n_level, sizeof *title);

    if (!given || !title)
        return;
    if (titles)
        read_titles(r, titles, issue, given);
    for (size_t i = 0; i < issue->n_level && issue->label; i++)
        title[i] = issue->is_named
                       ? reader_title(r, given[(size_t)issue->level[i]], issue->label[i])
                       : issue->label[i];
    for (size_t i = 0; titles && i < issue->n_level; i++)
        for (size_t k = 0; k < i && issue->is_named && title[i]; k++)
            if (strcmp(title[i], title[k]) == 0)
                complain(r, titles, "levels '%s' and '%s' have one title", issue->label[k],
                         issue->label[i]);
    issue->level_title = title;
}
