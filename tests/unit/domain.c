/* domain.c - published negotiation domains as scenarios */
#include "domain.h"

#include "kit.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

json_t *domain_get(json_t *from, const char *key)
{
    json_t *found = json_object_get(from, key);
    cr_assert(found, "no '%s'", key);
    return found;
}

json_t *domain_open(const char *name)
{
    char path[1000];
    json_error_t error;
    const char *folder = getenv("NEGOSIM_CASES");

    snprintf(path, sizeof path, "%s/%s.json", folder ? folder : "", name);
    json_t *domain = json_load_file(path, 0, &error);
    if (!domain)
        cr_skip_test("skipped: no %s (set NEGOSIM_CASES)", path);
    return domain;
}

void domain_scenario(json_t *domain, const char *more, size_t size, char text[size])
{
    size_t used = 0, k, l;
    json_t *issue, *party, *values, *value;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"domain\"; }; issues = (");
    json_array_foreach(domain_get(domain, "issues"), k, issue)
    {
        ADD("%s{ name = \"i%zu\"; levels = (", k ? ", " : "", k);
        for (l = 0; l < json_array_size(domain_get(issue, "values")); l++)
            ADD("%s\"l%zu\"", l ? ", " : "", l);
        ADD("); }");
    }
    ADD("); parties = (");
    size_t p;
    json_array_foreach(domain_get(domain, "parties"), p, party)
    {
        ADD("%s{ name = \"p%zu\"; reservation = %.17g; weights = {", p ? ", " : "", p,
            kit_number(party, "reservation_value"));
        json_array_foreach(domain_get(party, "weights"), k, value)
            ADD("i%zu = %.17g;", k, json_number_value(value));
        ADD("}; values = {");
        json_array_foreach(domain_get(party, "value_utilities"), k, values)
        {
            ADD("i%zu = { kind = \"levels\";", k);
            json_array_foreach(values, l, value) ADD("l%zu = %.17g;", l, json_number_value(value));
            ADD("};");
        }
        ADD("}; }");
    }
    ADD("); %s", more);
#undef ADD
}
