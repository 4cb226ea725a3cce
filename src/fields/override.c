/* override.c - settings from outside a scenario's files: --set PATH=VALUE */
#include "override.h"

#include "date.h"
#include "names.h"
#include "scan.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATH = 256, MAX_STEP = 64, MAX_VALUE = 4096, MAX_SIBLING = 64 };

struct override {
    const char *text;
    char place[MAX_PATH];    /* the path, for messages */
    config_t value;          /* { value = VALUE; } */
    char written[MAX_VALUE]; /* VALUE as a scenario has it: a date or a word in quotes */
    group_test *is_group;
    struct error *err;
};

static void copy(config_setting_t *to, const config_setting_t *from, const char *text);

/* Every part of a value carries the text: a mistake deep in it is then reported as one of --set. */
static config_setting_t *add(config_setting_t *parent, const char *name,
                             const config_setting_t *from, const char *text)
{
    config_setting_t *to = config_setting_add(parent, name, config_setting_type(from));
    if (to) {
        config_setting_set_hook(to, (void *)text);
        copy(to, from, text);
    }
    return to;
}

static void copy(config_setting_t *to, const config_setting_t *from, const char *text)
{
    switch (config_setting_type(from)) {
    case CONFIG_TYPE_INT:
        config_setting_set_int(to, config_setting_get_int(from));
        break;
    case CONFIG_TYPE_INT64:
        config_setting_set_int64(to, config_setting_get_int64(from));
        break;
    case CONFIG_TYPE_FLOAT:
        config_setting_set_float(to, config_setting_get_float(from));
        break;
    case CONFIG_TYPE_STRING:
        config_setting_set_string(to, config_setting_get_string(from));
        break;
    case CONFIG_TYPE_BOOL:
        config_setting_set_bool(to, config_setting_get_bool(from));
        break;
    default:
        for (int i = 0; i < config_setting_length(from); i++) {
            const config_setting_t *one = config_setting_get_elem(from, (unsigned)i);
            add(to, config_setting_name(one), one, text);
        }
    }
}

/* A plain word, such as a level's name, and a date get their quotes here, so that nobody needs to
 * quote twice, for the shell and for libconfig.  Anything else is parsed as in a file. */
static enum error_code parse_value(struct override *o, const char *value)
{
    struct scan_gaps gaps = { 0 };
    char text[MAX_VALUE];
    long day;
    bool word = name_is_plain(value) && strcmp(value, "true") != 0 && strcmp(value, "false") != 0;
    bool bare = word || date_read(value, &day);

    int n = snprintf(text, sizeof text, bare ? "value = \"%s\"" : "value = %s", value);
    if (n < 0 || (size_t)n >= sizeof text)
        return error_at(o->err, o->place, LINE_OF_SETTING, "value is longer than %d characters",
                        MAX_VALUE);
    snprintf(o->written, sizeof o->written, bare ? "\"%s\"" : "%s", value);
    struct error found = { 0 };
    const bool is_empty = !value[strspn(value, " \t")] || value[0] == '#';
    bool includes = false;
    if (value[0] == '+')
        return error_at(o->err, o->place, LINE_OF_SETTING,
                        "'%s' would not be added to what is there: give the value itself", value);
    if (!is_empty && scan_text(o->place, text, (size_t)n, false, &gaps, &found) == OK)
        for (size_t i = 0; i < gaps.n; i++)
            includes = includes || gaps.at[i].path;
    scan_gaps_release(&gaps);
    if (found.code != OK)
        return error_at(o->err, o->place, LINE_OF_SETTING, "%s", found.text);
    if (is_empty || includes || !config_read_string(&o->value, text) ||
        config_setting_length(config_root_setting(&o->value)) != 1)
        return error_at(o->err, o->place, LINE_OF_SETTING,
                        "'%s' is not a value; expected a number, a name or a group as in a "
                        "scenario",
                        value);
    return OK;
}

static bool is_called(const config_setting_t *group, const char *key)
{
    const char *name = NULL;

    if (!config_setting_is_group(group))
        return false;
    return (config_setting_lookup_string(group, "name", &name) ||
            config_setting_lookup_string(group, "issue", &name)) &&
           strcmp(name, key) == 0;
}

/* A member of a group, or the element of a list that has this name. */
static config_setting_t *child(const config_setting_t *of, const char *key)
{
    if (!of)
        return NULL;
    if (config_setting_is_group(of))
        return config_setting_get_member(of, key);
    for (int i = 0; i < config_setting_length(of); i++) {
        config_setting_t *one = config_setting_get_elem(of, (unsigned)i);
        if (is_called(one, key))
            return one;
    }
    uint64_t at;
    return text_count(key, 0, MAX_SIBLING, &at) ? config_setting_get_elem(of, (unsigned)at) : NULL;
}

static size_t collect(const config_setting_t *of, size_t n, const char *name[MAX_SIBLING])
{
    for (int i = 0; of && i < config_setting_length(of) && n < MAX_SIBLING; i++) {
        const config_setting_t *one = config_setting_get_elem(of, (unsigned)i);
        const char *text = config_setting_name(one);
        if (!text && config_setting_is_group(one) &&
            !config_setting_lookup_string(one, "name", &text))
            config_setting_lookup_string(one, "issue", &text);
        if (text)
            name[n++] = text;
    }
    return n;
}

static enum error_code no_such(struct override *o, const config_setting_t *of, const char *key)
{
    const char *name[MAX_SIBLING];
    char hint[300];
    size_t n = 0;

    if (config_setting_is_root(of))
        n = collect(config_setting_get_member(of, "parties"), n, name);
    n = collect(of, n, name);
    name_hint(n, name, sizeof *name, key, sizeof hint, hint);
    return error_at(o->err, o->place, LINE_OF_SETTING, "there is no '%s'%s", key, hint);
}

/* A setting that an issue does not have itself stands in the vocabulary's entry of its name. */
static config_setting_t *in_vocabulary(const config_setting_t *root, const config_setting_t *at,
                                       const char *key)
{
    const config_setting_t *issues = config_setting_get_member(root, "issues");
    const config_setting_t *vocabulary = config_setting_get_member(root, "vocabulary");
    const char *name;

    if (issues && at == issues)
        return child(vocabulary, key);
    if (issues && config_setting_parent(at) == issues && config_setting_is_group(at) &&
        config_setting_lookup_string(at, "name", &name))
        return child(child(vocabulary, name), key);
    return NULL;
}

/* One step of a path.  From the root, parties go by their names, and `run` is made if absent. */
static config_setting_t *descend(const config_t *config, config_setting_t *at, const char *key)
{
    config_setting_t *root = config_root_setting(config), *next = child(at, key);

    if (next)
        return next;
    if (at == root && strcmp(key, "run") == 0)
        return config_setting_add(root, key, CONFIG_TYPE_GROUP);
    if (at == root)
        return child(config_setting_get_member(root, "parties"), key);
    return in_vocabulary(root, at, key);
}

static bool root_has(const config_setting_t *root, const char *key)
{
    return child(root, key) || child(config_setting_get_member(root, "parties"), key);
}

static enum error_code replace(struct override *o, config_setting_t *at, const char *key)
{
    const config_setting_t *value = config_setting_get_elem(config_root_setting(&o->value), 0);

    if (config_setting_is_root(at) && root_has(at, key))
        return error_at(o->err, o->place, LINE_OF_SETTING,
                        "'%s' is a whole group; set one thing in it, as in "
                        "--set %s.SETTING=VALUE",
                        key, key);
    if (config_setting_is_root(at) || !config_setting_is_group(at))
        return no_such(o, at, key);
    const config_setting_t *there = config_setting_get_member(at, key);
    const unsigned line = there ? config_setting_source_line(there) : 0;
    config_setting_remove(at, key);
    config_setting_t *set = name_is_plain(key) ? add(at, key, value, o->text) : NULL;
    if (!set)
        return error_at(o->err, o->place, LINE_OF_SETTING, "'%s' cannot be set", key);
    set->line = line; /* it stands where what it replaces stood (is_dated, reader.c) */
    return OK;
}

/* Complains that the scenario does not have the group `key`, and shows how to give it whole.  rest:
 * the path below it; "a.b" is shown as { a = { b = VALUE; }; }. */
static enum error_code no_group(struct override *o, const char *key, const char *rest)
{
    char group[200] = "", place[MAX_PATH];
    size_t n = 0, depth = 1;

    snprintf(place, sizeof place, "%.*s", (int)(strlen(o->place) - strlen(rest) - 1), o->place);
    for (; *rest && n < sizeof group; rest += *rest == '.') {
        const int length = (int)strcspn(rest, ".");
        n += (size_t)snprintf(group + n, sizeof group - n, "{ %.*s = ", length, rest);
        rest += length;
        depth += *rest == '.';
    }
    if (n < sizeof group)
        n += (size_t)snprintf(group + n, sizeof group - n, "%s", o->written);
    for (; depth > 0 && n < sizeof group; depth--)
        n += (size_t)snprintf(group + n, sizeof group - n, "; }");
    return error_at(o->err, o->place, LINE_OF_SETTING,
                    "there is no '%s'; give the whole group, as in --set %s='%s'", key, place,
                    n < sizeof group ? group : "{ ... }");
}

static enum error_code apply(struct override *o, config_t *config, char *path)
{
    config_setting_t *at = config_root_setting(config);
    config_setting_t *issues = config_setting_get_member(at, "issues");
    char *step = path, *dot;

    for (; (dot = strchr(step, '.')); step = dot + 1) {
        *dot = '\0';
        config_setting_t *next = descend(config, at, step);
        if (!next && !config_setting_is_root(at) && config_setting_is_group(at) &&
            o->is_group(step))
            return no_group(o, step, dot + 1);
        if (!next)
            return no_such(o, at, step);
        at = next;
    }
    /* issues.NAME = LEVEL fixes the issue at a level: it sets the issue's `only`. */
    if (issues && at == issues) {
        at = descend(config, at, step);
        return at ? replace(o, at, "only") : no_such(o, issues, step);
    }
    return replace(o, at, step);
}

enum error_code override_apply(config_t *config, const char *text, group_test *is_group,
                               struct error *err)
{
    struct override o = { .text = text, .is_group = is_group, .err = err };
    const char *equals = strchr(text, '=');
    char path[MAX_PATH];

    if (!equals || equals == text || (size_t)(equals - text) >= sizeof path)
        return error_set(err, ERR_USAGE, "--set '%s': expected PATH=VALUE", text);
    snprintf(path, sizeof path, "%.*s", (int)(equals - text), text);
    snprintf(o.place, sizeof o.place, "%s", path);
    config_init(&o.value);
    enum error_code code = parse_value(&o, equals + 1);
    if (code == OK)
        code = apply(&o, config, path);
    config_destroy(&o.value);
    return code;
}
