/* three.c - scenarios of three parties as text, for tests of talks */
#include "three.h"

#include "kit.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>

char three_text[20000];
static size_t used;

void three_add(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    used += (size_t)vsnprintf(three_text + used, sizeof three_text - used, format, arguments);
    va_end(arguments);
    cr_assert_lt(used, sizeof three_text);
}

void three_begin(void)
{
    used = 0;
    three_add("scenario = { name = \"t\"; }; issues = (");
}

void three_domain(json_t *domain)
{
    json_t *size, *values, *issue;
    size_t p, k;

    three_begin();
    json_array_foreach(kit_at(domain, "issues"), k, size)
    {
        three_add("%s{ name = \"i%zu\"; levels = (", k ? ", " : "", k);
        for (int l = 0; l < json_integer_value(size); l++)
            three_add("%s\"l%d\"", l ? ", " : "", l);
        three_add("); }");
    }
    three_add("); parties = (");
    json_array_foreach(kit_at(domain, "values_percent"), p, values)
    {
        three_add("%s{ name = \"p%zu\"; reservation = %.17g; weights = {", p ? ", " : "", p,
                  json_number_value(json_array_get(kit_at(domain, "reservation"), p)));
        json_array_foreach(values, k, issue) three_add(
            " i%zu = %.17g;", k,
            json_number_value(json_array_get(json_array_get(kit_at(domain, "weights"), p), k)));
        three_add(" }; values = {");
        json_array_foreach(values, k, issue)
        {
            three_add(" i%zu = { kind = \"levels\";", k);
            for (size_t l = 0; l < json_array_size(issue); l++)
                three_add(" l%zu = %.17g;", l, json_number_value(json_array_get(issue, l)) / 100);
            three_add(" };");
        }
        three_add(" }; }");
    }
    three_add(");");
}
