/* picture_titles.c - titles of levels, proposals, phases and bodies, for gnuplot's scripts */
#include "picture_titles.h"

#include "fonts.h"
#include "site.h"
#include "text.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns of a title: more than a picture has room for.  Bytes of a quoted one, and of a key. */
enum { COLUMNS = 80, MAX_QUOTED = 700, MAX_KEY = 300, MAX_LETTERS = 4000 };

/* The left-to-right mark, which is not seen.  With it at both ends, what stands beside a title in
 * Arabic or Hebrew keeps its place: "TITLE: 36 %", not "% 36 :TITLE". */
static const char mark[] = "\u200e";

void picture_quote(const char *text, size_t size, char out[size])
{
    size_t used = 0, n;

    for (; *text; text += n) {
        n = text_character(text, strlen(text));
        n = n ? n : 1;
        if (used + n + 2 > size)
            break;
        if (*text == '\'')
            out[used++] = '\'';
        memcpy(out + used, text, n);
        if ((unsigned char)*text < ' ')
            out[used] = ' ';
        used += n;
    }
    out[used] = '\0';
}

/* Blocks of Unicode that are written from right to left. */
static bool is_right_to_left(const char *text)
{
    size_t n;

    for (; *text; text += n) {
        const size_t bytes = text_character(text, strlen(text));
        n = bytes ? bytes : 1;
        const uint32_t code = text_code_point(text, bytes);
        if ((code >= 0x590 && code < 0x900) || (code >= 0xfb1d && code < 0xfe00) ||
            (code >= 0xfe70 && code < 0xff00) || (code >= 0x10800 && code < 0x11000) ||
            (code >= 0x1e800 && code < 0x1f000))
            return true;
    }
    return false;
}

void picture_quote_title(const char *title, size_t size, char out[size])
{
    const size_t n = is_right_to_left(title) ? strlen(mark) : 0;

    memcpy(out, mark, n);
    picture_quote(title, size - 2 * n, out + n);
    if (n > 0)
        strcat(out, mark);
}

/* Two arrays of one length: what is titled, and its title. */
struct titles {
    size_t n, keys_used, titles_used, size;
    char *keys, *titles;
    json_t *seen; /* of each key the title that it has without the name of a scenario */
};

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* Whether the title says more than the name, which the scripts write with blanks for '_'. */
static bool is_told(const char *name, const char *title)
{
    for (; *name && *title; name++, title++)
        if (*title != (*name == '_' ? ' ' : *name))
            return true;
    return *name != *title;
}

static void append(struct titles *t, const char *key, const char *title)
{
    char cut[MAX_QUOTED], quoted_key[MAX_KEY], quoted[MAX_QUOTED];

    text_cut(title, COLUMNS, sizeof cut, cut);
    picture_quote(key, sizeof quoted_key, quoted_key);
    picture_quote_title(cut, sizeof quoted, quoted);
    const size_t more = strlen(quoted_key) + strlen(quoted) + 8;
    if (t->keys_used + t->titles_used + more > t->size)
        return;
    t->keys_used += (size_t)sprintf(t->keys + t->keys_used, "%s'%s'", t->n ? "," : "", quoted_key);
    t->titles_used +=
        (size_t)sprintf(t->titles + t->titles_used, "%s'%s'", t->n ? "," : "", quoted);
    t->n++;
}

/* Scenarios of one folder may give one name two titles: the later ones have the name of their
 * scenario before the key. */
static void add(struct titles *t, const char *scenario, const char *key, const json_t *one)
{
    const char *name = text_of(one, "name"), *title = text_of(one, "title");
    const char *first = text_of(t->seen, key);
    char whole[MAX_KEY];

    if (!title[0] || (first[0] && strcmp(first, title) == 0))
        return;
    if (first[0] ? snprintf(whole, sizeof whole, "%s:%s", scenario, key) >= MAX_KEY : !key[0])
        return;
    if (!first[0])
        json_object_set_new(t->seen, key, json_string(title));
    if (first[0] || is_told(name, title))
        append(t, first[0] ? whole : key, title);
}

/* Adds the title of each member of a list; its key is "kind.name", or "kind.of.name". */
static void add_all(struct titles *t, const char *scenario, const char *kind, const char *of,
                    const json_t *list)
{
    char key[MAX_KEY];
    const json_t *one;
    size_t i;

    json_array_foreach(list, i, one)
    {
        const int n = snprintf(key, sizeof key, "%s%s%s.%s", kind, of ? "." : "", of ? of : "",
                               text_of(one, "name"));
        if (n < MAX_KEY)
            add(t, scenario, key, one);
    }
}

/* Levels that are numbers have no titles: their issue's has the unit.  Levels, of which there may
 * be thousands, are last. */
static void add_scenario(struct titles *t, const json_t *s)
{
    const char *scenario = text_of(s, "name");
    const json_t *one;
    size_t i;

    add_all(t, scenario, "proposal", NULL, json_object_get(s, "proposals"));
    add_all(t, scenario, "phase", NULL, json_object_get(s, "phases"));
    json_array_foreach(json_object_get(s, "parties"), i, one)
        add_all(t, scenario, "body", text_of(one, "name"), json_object_get(one, "bodies"));
    json_array_foreach(json_object_get(s, "issues"), i,
                       one) if (json_is_true(json_object_get(one, "is_named")))
        add_all(t, scenario, "level", text_of(one, "name"), json_object_get(one, "levels"));
}

/* Whether one of the scenarios has a rule of agreement: then DEAL = 'rule', by which style.gp and
 * others choose columns and words. */
static bool has_rule(const json_t *scenarios)
{
    const json_t *one;
    size_t i;

    json_array_foreach(scenarios, i, one) if (text_of(one, "agreement")[0]) return true;
    return false;
}

/* Writes each character of a text that takes two columns to out[size], once. */
static void wide_letters(const char *text, size_t size, char out[size])
{
    char one[8];
    size_t n, used = 0;

    for (out[0] = '\0'; *text; text += n) {
        n = text_character(text, strlen(text));
        n = n ? n : 1;
        snprintf(one, sizeof one, "%.*s", (int)n, text);
        if (n < 3 || text_width(one) < 2 || strstr(out, one) || used + n >= size)
            continue;
        memcpy(out + used, one, n + 1);
        used += n;
    }
}

/* NAME = 'letters'; where there are any. */
static void append_letters(const char *name, const char *letters, size_t size, char settings[size])
{
    const size_t used = strlen(settings);

    if (letters[0] && used + strlen(name) + strlen(letters) + 10 < size)
        snprintf(settings + used, size - used, "%s = '%s'; ", name, letters);
}

void picture_titles(const char *dir, size_t size, char settings[size])
{
    char path[SITE_MAX_PATH + 32], wide[MAX_LETTERS], lacking[MAX_LETTERS];
    const size_t used = strlen(settings), kept = 2 * MAX_LETTERS + 100;
    const size_t room = size - used > kept ? size - used - kept : 0;
    struct titles t = { .size = room, .seen = json_object() };
    const json_t *one;
    size_t i;

    snprintf(path, sizeof path, "%s/facts.json", dir);
    json_t *facts = json_load_file(path, 0, NULL);
    t.keys = malloc(room + 1);
    t.titles = malloc(room + 1);
    if (t.keys && t.titles)
        json_array_foreach(json_object_get(facts, "scenarios"), i, one) add_scenario(&t, one);
    if (t.n > 0)
        snprintf(settings + used, size - used,
                 "array TITLED[%zu] = [%s]; array TITLE_OF[%zu] = [%s]; ", t.n, t.keys, t.n,
                 t.titles);
    append_letters("DEAL", has_rule(json_object_get(facts, "scenarios")) ? "rule" : "", size,
                   settings);
    wide_letters(settings, sizeof wide, wide);
    fonts_lack(settings, sizeof lacking, lacking);
    append_letters("WIDE", wide, size, settings);
    append_letters("LACKING", lacking, size, settings);
    free(t.keys);
    free(t.titles);
    json_decref(t.seen);
    json_decref(facts);
}
