/* kit.c - what several tests share: scenarios from text, expected numbers from JSON */
#include "kit.h"

#include "loader.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scenario kit_scenario(const char *text)
{
    struct scenario s;
    struct problems problems;
    struct error err = { .code = OK };
    enum error_code code = scenario_parse(&s, "text", text, strlen(text), &problems, &err);

    cr_assert_eq(code, OK, "%s:%d: %s", problems.list[0].file, problems.list[0].line,
                 problems.list[0].text);
    return s;
}

const char *kit_mistake(const char *text)
{
    static char found[700];
    struct scenario s;
    struct problems problems;
    struct error err = { .code = OK };

    found[0] = '\0';
    if (scenario_parse(&s, "text", text, strlen(text), &problems, &err) == OK)
        scenario_release(&s);
    else
        error_format(&problems.list[0], sizeof found, found);
    return found;
}

json_t *kit_vector(const char *id)
{
    static json_t *all;
    json_t *vector;
    json_error_t error;
    size_t i;

    if (!all)
        all = json_load_file(getenv("NEGOSIM_VECTORS"), 0, &error);
    cr_assert(all, "%s", error.text);
    json_array_foreach(json_object_get(all, "vectors"), i,
                       vector) if (strcmp(json_string_value(json_object_get(vector, "id")), id) ==
                                   0) return vector;
    cr_assert_fail("no vector '%s'", id);
    return NULL;
}

json_t *kit_at(json_t *from, const char *path)
{
    char copy[200];

    snprintf(copy, sizeof copy, "%s", path);
    for (char *step = strtok(copy, "."); step; step = strtok(NULL, "."))
        from = json_is_array(from) ? json_array_get(from, strtoul(step, NULL, 10))
                                   : json_object_get(from, step);
    cr_assert(from, "nothing at '%s'", path);
    return from;
}

double kit_number(json_t *from, const char *path)
{
    json_t *found = kit_at(from, path);
    cr_assert(json_is_number(found), "no number at '%s'", path);
    return json_number_value(found);
}

const char *kit_text(json_t *from, const char *path)
{
    return json_string_value(kit_at(from, path));
}
