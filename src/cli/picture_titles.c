/* picture_titles.c - titles of levels, proposals, phases and bodies, for gnuplot's scripts */
#include "picture_titles.h"

#include "site.h"
#include "text.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns of a title: more than a picture has room for.  Bytes of a quoted one, and of a key. */
enum { COLUMNS = 80, MAX_QUOTED = 700, MAX_KEY = 300, MAX_WIDE = 4000 };

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
    picture_quote(cut, sizeof quoted, quoted);
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

/* Levels that are numbers have no titles: their issue's has the unit. */
static void add_scenario(struct titles *t, const json_t *s)
{
    const char *scenario = text_of(s, "name");
    const json_t *one;
    size_t i;

    add_all(t, scenario, "proposal", NULL, json_object_get(s, "proposals"));
    json_array_foreach(json_object_get(s, "issues"), i,
                       one) if (json_is_true(json_object_get(one, "is_named")))
        add_all(t, scenario, "level", text_of(one, "name"), json_object_get(one, "levels"));
    add_all(t, scenario, "phase", NULL, json_object_get(s, "phases"));
    json_array_foreach(json_object_get(s, "parties"), i, one)
        add_all(t, scenario, "body", text_of(one, "name"), json_object_get(one, "bodies"));
}

/* WIDE = 'each character of the settings that takes two columns, once'. */
static void append_wide(size_t used, size_t size, char settings[size])
{
    char wide[MAX_WIDE] = "", one[8];
    size_t n, n_wide = 0;

    for (const char *at = settings; *at; at += n) {
        n = text_character(at, strlen(at));
        n = n ? n : 1;
        snprintf(one, sizeof one, "%.*s", (int)n, at);
        if (n < 3 || text_width(one) < 2 || strstr(wide, one) || n_wide + n >= sizeof wide)
            continue;
        memcpy(wide + n_wide, one, n + 1);
        n_wide += n;
    }
    if (n_wide > 0 && used + n_wide + 16 < size)
        snprintf(settings + used, size - used, "WIDE = '%s'; ", wide);
}

void picture_titles(const char *dir, size_t size, char settings[size])
{
    char path[SITE_MAX_PATH + 32];
    const size_t used = strlen(settings);
    const size_t room = size - used > MAX_WIDE + 100 ? size - used - MAX_WIDE - 100 : 0;
    struct titles t = { .size = room, .seen = json_object() };
    const json_t *one;
    size_t i, end = used;

    snprintf(path, sizeof path, "%s/facts.json", dir);
    json_t *facts = json_load_file(path, 0, NULL);
    t.keys = malloc(room + 1);
    t.titles = malloc(room + 1);
    if (t.keys && t.titles)
        json_array_foreach(json_object_get(facts, "scenarios"), i, one) add_scenario(&t, one);
    if (t.n > 0)
        end += (size_t)snprintf(settings + used, size - used,
                                "array TITLED[%zu] = [%s]; array TITLE_OF[%zu] = [%s]; ", t.n,
                                t.keys, t.n, t.titles);
    append_wide(end, size, settings);
    free(t.keys);
    free(t.titles);
    json_decref(t.seen);
    json_decref(facts);
}
