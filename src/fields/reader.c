/* reader.c - what all readers of a scenario share: complaints, paths, origins, parameters */
#include "reader.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATH = 300 };

/* A setting knows its line; one from --set has none and carries "PATH=VALUE" as its hook. */
static int place_of(const struct reader *r, const config_setting_t *s, size_t size, char file[size])
{
    const struct location at =
        manuscript_place(r->document->manuscript, (int)config_setting_source_line(s));
    const char *set = config_setting_get_hook(s);

    if (set) {
        snprintf(file, size, "%.*s", (int)strcspn(set, "="), set);
        return LINE_OF_SETTING;
    }
    snprintf(file, size, "%s", at.file);
    return at.line;
}

void complain(struct reader *r, const config_setting_t *at, const char *fmt, ...)
{
    struct error err = { .code = ERR_SCENARIO };
    va_list args;

    err.line = place_of(r, at, sizeof err.file, err.file);
    va_start(args, fmt);
    vsnprintf(err.text, sizeof err.text, fmt, args);
    va_end(args);
    problems_add(r->problems, &err);
    r->n_complaint++;
}

void complain_unknown(struct reader *r, const config_setting_t *at, const char *kind,
                      const char *name, size_t n, const void *first, size_t stride)
{
    char hint[300];

    name_hint(n, first, stride, name, sizeof hint, hint);
    complain(r, at, "unknown %s '%s'%s", kind, name, hint);
}

size_t party_named(struct reader *r, const config_setting_t *at, const char *name)
{
    const struct scenario *s = r->scenario;

    if (!name) {
        complain(r, at, "'%s' must name parties, in quotes", config_setting_name(at));
        return NONE;
    }
    for (size_t p = 0; p < s->n_party; p++)
        if (strcmp(s->party[p].name, name) == 0)
            return p;
    complain_unknown(r, at, "party", name, s->n_party, s->party, sizeof *s->party);
    return NONE;
}

void reader_lacks_memory(struct reader *r)
{
    r->out_of_memory = true;
    r->n_complaint++;
}

void *reader_alloc(struct reader *r, size_t n, size_t size)
{
    void *given = arena_alloc(&r->scenario->arena, n, size);
    if (!given)
        reader_lacks_memory(r);
    return given;
}

const char *reader_text(struct reader *r, const char *text)
{
    const char *copy = arena_text(&r->scenario->arena, text);
    if (!copy)
        reader_lacks_memory(r);
    return copy ? copy : "";
}

const char *reader_title(struct reader *r, const char *title, const char *name)
{
    char *words;

    if (title)
        return title;
    words = arena_text(&r->scenario->arena, name);
    if (!words)
        reader_lacks_memory(r);
    for (char *c = words; c && *c; c++)
        if (*c == '_')
            *c = ' ';
    return words ? words : "";
}

/* An element of a list has no name in libconfig: it goes by its `name`, or its `issue`. */
static const char *element_name(const config_setting_t *s)
{
    const char *name = NULL;

    if (config_setting_is_group(s) && !config_setting_lookup_string(s, "name", &name))
        config_setting_lookup_string(s, "issue", &name);
    return name;
}

void reader_path(const config_setting_t *s, size_t size, char path[size])
{
    const config_setting_t *parent = config_setting_parent(s);
    const char *name = config_setting_name(s);

    path[0] = '\0';
    if (!parent)
        return;
    if (name && config_setting_is_root(parent) && strcmp(name, "parties") == 0)
        return; /* a party's own name begins its path */
    if (name && config_setting_is_root(parent) && strcmp(name, "vocabulary") == 0)
        name = "issues"; /* an issue has one path, whichever list its entry is in */
    reader_path(parent, size, path);
    size_t used = strlen(path);
    const char *dot = used ? "." : "", *own = name ? name : element_name(s);
    if (own)
        snprintf(path + used, size - used, "%s%s", dot, own);
    else
        snprintf(path + used, size - used, "%s%d", dot, config_setting_index(s));
}

bool is_remark(const config_setting_t *s)
{
    const char *name = config_setting_name(s);
    return name && (strcmp(name, "sources") == 0 || strcmp(name, "assumption") == 0 ||
                    strcmp(name, "note") == 0);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* The ids with a blank between them, "" where the list has none. */
static void join_sources(const config_setting_t *sources, size_t size, char out[size])
{
    size_t used = 0;

    out[0] = '\0';
    for (int i = 0; i < config_setting_length(sources) && used < size; i++) {
        const char *id = config_setting_get_string_elem(sources, i);
        if (!id || is_blank(id))
            continue;
        int n = snprintf(out + used, size - used, "%s%s", used ? " " : "", id);
        used += n > 0 ? (size_t)n : 0;
    }
}

/* A text of the group, or of `wider`; "" where neither has it. */
static const char *remark_text(struct reader *r, const config_setting_t *group,
                               const config_setting_t *wider, const char *name)
{
    const char *text = NULL;

    if (!config_setting_lookup_string(group, name, &text) && wider)
        config_setting_lookup_string(wider, name, &text);
    return text ? reader_text(r, text) : "";
}

struct remark reader_remark(struct reader *r, const config_setting_t *group,
                            const config_setting_t *wider)
{
    const config_setting_t *sources = NULL;
    char list[200] = "";

    if (!config_setting_is_group(group))
        return (struct remark){ "", "", "" };
    if (wider && !config_setting_is_group(wider))
        wider = NULL;
    sources = config_setting_get_member(group, "sources");
    if (!sources && wider)
        sources = config_setting_get_member(wider, "sources");
    if (sources && config_setting_is_aggregate(sources))
        join_sources(sources, sizeof list, list);
    return (struct remark){ reader_text(r, list), remark_text(r, group, wider, "assumption"),
                            remark_text(r, group, wider, "note") };
}

/* Where the numbers of a group come from; of both, the assumption.  A blank text says nothing. */
static enum origin origin_in(struct reader *r, const config_setting_t *group, const char **reason)
{
    const config_setting_t *sources = config_setting_get_member(group, "sources");
    const char *assumption;
    char list[200] = "";

    if (config_setting_lookup_string(group, "assumption", &assumption) && !is_blank(assumption)) {
        *reason = reader_text(r, assumption);
        return ORIGIN_ASSUMED;
    }
    if (sources && config_setting_is_aggregate(sources))
        join_sources(sources, sizeof list, list);
    if (!list[0])
        return ORIGIN_NEITHER;
    *reason = reader_text(r, list);
    return ORIGIN_CITED;
}

/* Looks outwards for the nearest group with an assumption or sources.  Where none has any, the
 * group `scenario` answers: it stands beside the others, not around them. */
static enum origin origin_of(struct reader *r, const config_setting_t *s, const char **reason)
{
    const config_setting_t *root = config_root_setting(&r->document->config);
    const config_setting_t *header = config_setting_get_member(root, "scenario");
    enum origin origin = ORIGIN_NEITHER;

    *reason = "";
    for (; s && origin == ORIGIN_NEITHER; s = config_setting_parent(s))
        if (config_setting_is_group(s))
            origin = origin_in(r, s, reason);
    if (origin == ORIGIN_NEITHER && header && config_setting_is_group(header))
        origin = origin_in(r, header, reason);
    return origin;
}

struct location reader_place(struct reader *r, const config_setting_t *at)
{
    char file[256];
    const int line = place_of(r, at, sizeof file, file);

    return (struct location){ reader_text(r, file), line };
}

static bool path_is_taken(const struct reader *r, const char *path)
{
    for (size_t i = 0; i < r->scenario->n_parameter; i++)
        if (strcmp(r->parameter[i].path, path) == 0)
            return true;
    return false;
}

/* Two red lines over one issue would share a path: that of the second gets ".2" at its end. */
static void unique_path(const struct reader *r, const config_setting_t *at, const char *suffix,
                        size_t size, char path[size])
{
    char plain[MAX_PATH];

    reader_path(at, sizeof plain, plain);
    snprintf(path, size, "%s%s", plain, suffix);
    for (int i = 2; path_is_taken(r, path); i++)
        snprintf(path, size, "%s%s.%d", plain, suffix, i);
}

static bool address_is_taken(const struct reader *r, uint32_t address)
{
    for (size_t i = 0; i < r->scenario->n_parameter; i++)
        if (r->parameter[i].address == address)
            return true;
    return false;
}

/* What a scenario's own file says is of its date; what it includes, it shares with others.  A
 * setting of --set stands where the one stood that it replaces, or else where its group is. */
static bool is_dated(const struct reader *r, const config_setting_t *at)
{
    while (config_setting_source_line(at) == 0 && config_setting_parent(at))
        at = config_setting_parent(at);
    return !manuscript_is_included(r->document->manuscript, (int)config_setting_source_line(at));
}

/* A hash of the path, not a count: a parameter keeps its random numbers when others come or go.
 * One of a date has the scenario's name in it, since circumstances of two dates are not the same.
 * Of two with the same hash the later one moves on. */
static uint32_t free_address(const struct reader *r, const char *path, bool dated)
{
    const char *scenario = dated && r->scenario->name ? r->scenario->name : "";
    uint64_t hash = text_hash(TEXT_HASH_START, path, strlen(path));

    hash = text_hash(hash, scenario, strlen(scenario));
    uint32_t address = (uint32_t)(hash ^ hash >> 32);

    while (address_is_taken(r, address))
        address++;
    return address;
}

static bool parameter_room(struct reader *r)
{
    if (r->scenario->n_parameter < r->parameter_room)
        return true;
    size_t room = r->parameter_room ? 2 * r->parameter_room : 64;
    struct parameter *more = realloc(r->parameter, room * sizeof *more);
    if (!more) {
        reader_lacks_memory(r);
        return false;
    }
    r->parameter = more;
    r->parameter_room = room;
    return true;
}

size_t reader_parameter(struct reader *r, const config_setting_t *at, const char *suffix,
                        const struct distribution *distribution)
{
    char path[MAX_PATH + 32], file[256];

    if (!parameter_room(r))
        return 0;
    unique_path(r, at, suffix, sizeof path, path);
    struct parameter made = { .path = reader_text(r, path),
                              .distribution = *distribution,
                              .is_implied = suffix[0] != '\0',
                              .is_dated = is_dated(r, at) };
    made.address = free_address(r, path, made.is_dated);
    made.line = place_of(r, at, sizeof file, file);
    made.file = reader_text(r, file);
    made.origin = origin_of(r, at, &made.reason);
    r->parameter[r->scenario->n_parameter] = made;
    return r->scenario->n_parameter++;
}

bool reader_real(const config_setting_t *s, double *x)
{
    switch (config_setting_type(s)) {
    case CONFIG_TYPE_INT:
        *x = config_setting_get_int(s);
        return true;
    case CONFIG_TYPE_INT64:
        *x = (double)config_setting_get_int64(s);
        return true;
    case CONFIG_TYPE_FLOAT:
        *x = config_setting_get_float(s);
        return true;
    default:
        return false;
    }
}
