/* map_kit.c - maps of scenarios given as text, for tests */
#include "map_kit.h"

#include "draw.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>

void open_trial(struct trial *t, const char *text, uint64_t draws)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };

    *t = (struct trial){ .s = kit_scenario(text) };
    t->s.draws = draws;
    cr_assert_eq(draw_spread(&t->s, &err), OK);
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(mean_case_init(&t->mean_case, &t->layout, &err), OK);
    t->map = (struct map){ .layout = &t->layout, .mean_case = &t->mean_case };
    t->map.draws = t->s.draws;
    t->map.seed = t->s.seed;
    cr_assert_eq(map_run(&t->map, &job, 0, &err), OK, "%s", err.text);
}

void close_trial(struct trial *t)
{
    map_release(&t->map);
    mean_case_release(&t->mean_case);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

double passes_share(const struct trial *t, uint64_t package)
{
    size_t level[MAX_ISSUE];

    grid_levels(&t->s.grid, package, level);
    return map_accepts(&t->map, agreement_passes(&t->s), level);
}

char map_text[40000];
size_t used;

void add(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    used += (size_t)vsnprintf(map_text + used, sizeof map_text - used, format, arguments);
    va_end(arguments);
    cr_assert_lt(used, sizeof map_text);
}
