/* trial.c - talks of a scenario given as text, for tests */
#include "trial.h"

#include "kit.h"

#include <criterion/criterion.h>
#include <stdio.h>

static void note(void *with, const struct talk *talk, const struct action *action)
{
    struct watched *w = with;

    (void)talk;
    if (w->n < MAX_DEED)
        w->action[w->n++] = *action;
}

void trial_open(struct trial *t, const char *text)
{
    struct error err = { .code = OK };

    t->s = kit_scenario(text);
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(package_index_init(&t->package_index, &t->layout, &err), OK);
}

void trial_close(struct trial *t)
{
    package_index_release(&t->package_index);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

struct talks_run trial_watch(const struct trial *t, uint64_t run, struct watched *w)
{
    const struct talks_pair own = { { NULL, NULL } };
    struct error err = { .code = OK };
    struct talks_run result;

    w->n = 0;
    cr_assert_eq(talks_watch(&t->package_index, 1, run, &own, note, w, &result, &err), OK);
    return result;
}

void trial_small(const char *bodies, const char *more, size_t size, char text[size])
{
    snprintf(text, size,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"price\"; from = 0; to = 20; step = 1; all = 20; },"
             " { name = \"terms\"; levels = (\"a\", \"b\", \"c\");"
             "   lasts = { a = 0.2; b = { uniform = (0.3, 0.9); }; c = 1; }; } );"
             "parties = ( { name = \"p\"; weights = { price = 2; terms = { uniform = (0, 1); }; };"
             "  no_deal = { uniform = (-0.1, 0.1); }; leverage = ( { issue = \"price\"; shift = "
             "-0.1; } );"
             "  values = { price = { kind = \"linear\"; worst = 0; best = 20; };"
             "   terms = { kind = \"levels\"; a = 0; b = 0.6; c = 1; }; }; %s },"
             " { name = \"q\"; weights = { price = 2; terms = { uniform = (0, 2); }; };"
             "  no_deal = { uniform = (-0.8, -0.2); };"
             "  values = { price = { kind = \"linear\"; worst = 20; best = 0; };"
             "   terms = { kind = \"levels\"; a = 1; b = 0.5; c = 0; }; }; },"
             " { name = \"n\"; bargains = false; red_lines = ( { issue = \"price\"; levels = 13;"
             "  probability = 1; } ); } ); %s",
             bodies, more);
}
