/* json_schema.c - the reference of scenarios as a JSON Schema */
#include "json_schema.h"

#include "field.h"
#include "reference.h"

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

enum { MAX_PATH = 128 };

/* Where a group stands: "parties[].red_lines[], parties[].positions[] and bodies[].red_lines[]" is
 * three paths.  Copies path i without "[]"; false where there are fewer. */
static bool group_path(const struct schema *schema, size_t i, char path[MAX_PATH])
{
    const char *at = schema->group;
    size_t n = 0;

    for (;; i--) {
        const char *comma = strstr(at, ", "), *and = strstr(at, " and ");
        const char *end = comma && (!and || comma < and) ? comma : and;
        if (i == 0) {
            for (; *at && at != end && n + 1 < MAX_PATH; at++)
                if (*at != '[' && *at != ']')
                    path[n++] = *at;
            path[n] = '\0';
            return true;
        }
        if (!end)
            return false;
        at = end + (end == comma ? 2 : 5);
    }
}

/* Whether `path` is `above`.name, or where `above` is known by its last word only, as bodies are,
 * the same with that; of the whole file above is "". */
static bool is_below(const char *path, const char *above, const char *name)
{
    char whole[2 * MAX_PATH];
    const char *last = strrchr(above, '.');

    snprintf(whole, sizeof whole, "%s%s%s", above, above[0] ? "." : "", name);
    if (strcmp(path, whole) == 0)
        return true;
    snprintf(whole, sizeof whole, "%s.%s", last ? last + 1 : above, name);
    return last && strcmp(path, whole) == 0;
}

/* The groups of setting `name` in the group `above`; with `any`, those whose names are somebody's
 * own, as in values.ISSUE. */
static const struct schema *schema_below(const struct schema *above, const char *name, bool *any)
{
    char from[MAX_PATH], to[MAX_PATH], stem[MAX_PATH];

    for (size_t a = 0; group_path(above, a, from); a++)
        for (size_t i = 0; i < reference_count(); i++)
            for (size_t k = 0; group_path(reference_schema_at(i), k, to); k++) {
                snprintf(stem, sizeof stem, "%s", to);
                char *dot = strrchr(stem, '.');
                *any = dot && isupper((unsigned char)dot[1]);
                if (*any)
                    *dot = '\0';
                if (is_below(stem, reference_is_file(above) ? "" : from, name))
                    return reference_schema_at(i);
            }
    return NULL;
}

static json_t *of_type(const char *type)
{
    return json_pack("{s:s}", "type", type);
}

static json_t *refer(const struct schema *schema)
{
    char path[MAX_PATH], where[MAX_PATH + 16];

    group_path(schema, 0, path);
    snprintf(where, sizeof where, "#/$defs/%s", path);
    for (char *c = where; *c; c++)
        *c = *c == ' ' ? '_' : *c;
    return json_pack("{s:s}", "$ref", where);
}

static json_t *any_number(void)
{
    return json_pack("{s:s}", "$ref", "#/$defs/any_number");
}

/* A number within its range; whole: a count. */
static json_t *number_of(double low, double high, bool whole)
{
    json_t *made = of_type(whole ? "integer" : "number");

    if (isfinite(low) && low > -1e9)
        json_object_set_new(made, "minimum", json_real(low));
    if (isfinite(high))
        json_object_set_new(made, "maximum", json_real(high));
    return made;
}

static json_t *way_of(const char *looks, const struct schema *below, bool any);

/* A group whose names are somebody's own, each a group like `below`, or for short a text.  Remarks
 * may stand among them, as anywhere. */
static json_t *own_names_of(const struct schema *below, bool or_text)
{
    json_t *one =
        or_text ? json_pack("{s:[o, o]}", "anyOf", of_type("string"), refer(below)) : refer(below);
    json_t *remarks = json_object();

    for (size_t i = 0; i < below->n; i++)
        if (below->field[i].kind == FIELD_REMARK)
            json_object_set_new(remarks, below->field[i].name,
                                way_of(below->field[i].unit, NULL, false));
    return json_pack("{s:s, s:o, s:o}", "type", "object", "properties", remarks,
                     "additionalProperties", one);
}

/* One way to write a setting, as the reference shows it: "{ ... }", "text", "0 to 1". */
static json_t *way_of(const char *looks, const struct schema *below, bool any)
{
    static const char *const texts[] = { "text", "name", "party", "\"" };

    if (looks[0] == '(')
        return below ? json_pack("{s:s, s:o}", "type", "array", "items", refer(below))
                     : of_type("array");
    if (looks[0] == '{' && below && any)
        return own_names_of(below, strstr(looks, "= {") == NULL && strchr(looks, '"') != NULL);
    if (looks[0] == '{')
        return below ? refer(below) : of_type("object");
    if (strncmp(looks, "true", 4) == 0)
        return of_type("boolean");
    if (strncmp(looks, "level", 5) == 0)
        return json_pack("{s:[s, s]}", "type", "string", "number");
    if (strncmp(looks, "a distribution", 14) == 0)
        return any_number();
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (strncmp(looks, texts[i], strlen(texts[i])) == 0)
            return of_type("string");
    return of_type("number"); /* "number", "mean", "0 to 1", "days from the start" */
}

/* A setting that a reader of its own takes: what its looks say, "number, or a distribution". */
static json_t *setting_of(const char *looks, const struct schema *below, bool any)
{
    json_t *ways = json_array();

    for (const char *at = looks; at;) {
        const char *next = strstr(at, ", or ");
        json_array_append_new(ways, way_of(at, below, any));
        at = next ? next + strlen(", or ") : NULL;
    }
    if (json_array_size(ways) > 1)
        return json_pack("{s:o}", "anyOf", ways);
    json_t *only = json_incref(json_array_get(ways, 0));
    json_decref(ways);
    return only;
}

static json_t *choices_of(const struct field *f)
{
    json_t *names = json_array();

    for (size_t i = 0; i < f->n_choice; i++)
        json_array_append_new(names, json_string(f->choice[i].text));
    return json_pack("{s:o}", "enum", names);
}

static json_t *value_of(const struct schema *schema, const struct field *f)
{
    bool any = false;

    switch (f->kind) {
    case FIELD_REAL:
    case FIELD_COUNT:
        return number_of(f->low, f->high, f->kind == FIELD_COUNT);
    case FIELD_NUMBER:
        return json_pack("{s:[o, o]}", "anyOf", number_of(f->low, f->high, false), any_number());
    case FIELD_FLAG:
        return of_type("boolean");
    case FIELD_NAME:
        return json_pack("{s:s, s:s}", "type", "string", "pattern", "^[A-Za-z][A-Za-z0-9_]{0,62}$");
    case FIELD_CHOICE:
        return choices_of(f);
    case FIELD_TEXT:
    case FIELD_SETTING:
    case FIELD_REMARK:
        break;
    }
    const struct schema *below = schema_below(schema, f->name, &any);
    return setting_of(f->unit, below, any);
}

/* Names in capitals stand for names of somebody's own. */
static bool is_own_name(const struct field *f)
{
    return isupper((unsigned char)f->name[0]);
}

static json_t *group_of(const struct schema *schema)
{
    json_t *settings = json_object(), *needed = json_array(), *others = json_false();

    for (size_t i = 0; i < schema->n; i++) {
        const struct field *f = &schema->field[i];
        json_t *value = value_of(schema, f);
        json_object_set_new(value, "description", json_string(f->meaning));
        if (is_own_name(f)) {
            json_decref(others);
            others = value;
            continue;
        }
        json_object_set_new(settings, f->name, value);
        if (f->need == REQUIRED)
            json_array_append_new(needed, json_string(f->name));
    }
    json_t *made = json_pack("{s:s, s:s, s:o, s:o}", "type", "object", "description",
                             schema->meaning, "properties", settings, "required", needed);
    json_object_set_new(made, "additionalProperties", others);
    return made;
}

enum error_code json_schema_print(FILE *out, struct error *err)
{
    json_t *whole =
        json_pack("{s:s, s:s}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
                  "a scenario of negosim " NEGOSIM_VERSION);
    json_t *groups = json_object();

    for (size_t i = 0; i < reference_count(); i++) {
        const struct schema *schema = reference_schema_at(i);
        json_t *where = refer(schema);
        const char *name = json_string_value(json_object_get(where, "$ref"));
        if (reference_is_file(schema))
            json_object_update_new(whole, group_of(schema));
        else if (name)
            json_object_set_new(groups, name + strlen("#/$defs/"), group_of(schema));
        json_decref(where);
    }
    json_object_set_new(whole, "$defs", groups);
    const int failed = json_dumpf(whole, out, JSON_INDENT(1));
    json_decref(whole);
    putc('\n', out);
    return failed ? error_set(err, ERR_MEMORY, "not enough memory for the schema") : OK;
}
