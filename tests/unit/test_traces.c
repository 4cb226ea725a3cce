/* test_traces.c - whole negotiations between published strategies, offer by offer
 *
 * The traces are other people's data, as the domains (domain.h). */
#include "domain.h"
#include "kit.h"
#include "talk.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_OFFER = 1000 };

struct watched {
    size_t n;
    size_t by[MAX_OFFER];
    uint64_t package[MAX_OFFER];
};

static void note(void *with, const struct talk *talk, const struct action *action)
{
    struct watched *w = with;

    (void)talk;
    if (action->act != ACT_OFFER || w->n == MAX_OFFER)
        return;
    w->by[w->n] = action->by;
    w->package[w->n++] = action->package;
}

/* What the traces call a strategy, as settings: docs/methods.md, "Talks". */
static const char *settings_of(const char *strategy)
{
    static const struct {
        const char *name, *settings;
    } known[] = {
        { "boulware", "strategy = \"polynomial\"; exponent = 4; slack = 1e-4;" },
        { "conceder", "strategy = \"polynomial\"; exponent = 0.25; slack = 1e-4;" },
        { "linear", "strategy = \"polynomial\"; exponent = 1; slack = 1e-4;" },
        { "aspiration", "strategy = \"polynomial\"; exponent = 4; slack = 1e-3;" },
        { "micro", "strategy = \"micro\";" },
    };
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(known[i].name, strategy) == 0)
            return known[i].settings;
    cr_assert_fail("no strategy '%s'", strategy);
    return "";
}

static void play(const char *text, struct watched *w, struct outcome *end)
{
    struct error err = { .code = OK };
    struct scenario s = kit_scenario(text);
    struct layout layout;
    struct package_index package_index;
    struct talk talk;

    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(package_index_init(&package_index, &layout, &err), OK);
    cr_assert_eq(talk_init(&talk, &package_index, 1, &err), OK);
    talk.watch = note;
    talk.watcher = w;
    cr_assert_eq(talk_draw(&talk, 0, &err), OK);
    cr_assert_eq(talk_play(&talk, &err), OK);
    *end = talk.state.outcome;
    talk_release(&talk);
    package_index_release(&package_index);
    layout_release(&layout);
    scenario_release(&s);
}

static void check_offers(json_t *offers, const struct watched *w, const char *name)
{
    json_t *offer;
    size_t i;

    json_array_foreach(offers, i, offer)
    {
        cr_assert_lt(i, w->n, "%s: only %zu offers", name, w->n);
        cr_assert_eq(w->by[i], (size_t)kit_number(offer, "party"), "%s: offer %zu", name, i);
        cr_assert_eq(w->package[i], (uint64_t)kit_number(offer, "index"),
                     "%s: offer %zu is package %lu, expected %g", name, i,
                     (unsigned long)w->package[i], kit_number(offer, "index"));
    }
    cr_assert_eq(w->n, json_array_size(offers), "%s", name);
}

/* MiCRO's repeated offers are random: where there are any, only the agreement counts. */
static void check_trace(const char *domain_name, const char *pair)
{
    static char text[200000];
    static struct watched w;
    char more[1000], name[200];
    struct outcome end;

    snprintf(name, sizeof name, "%s_n100_trace_%s", domain_name, pair);
    json_t *trace = domain_open(name), *domain = domain_open(domain_name);
    snprintf(
        more, sizeof more,
        "talks = { rounds = %g; parties = ( { name = \"p0\"; %s }, { name = \"p1\"; %s } ); };",
        kit_number(trace, "n_steps"), settings_of(kit_text(trace, "strategies.0")),
        settings_of(kit_text(trace, "strategies.1")));
    domain_scenario(domain, more, sizeof text, text);
    w.n = 0;
    play(text, &w, &end);
    cr_assert_eq(end.ending, ENDING_AGREEMENT);
    cr_assert_eq(end.package, (uint32_t)kit_number(trace, "agreement.index"), "%s", name);
    if (kit_number(trace, "random_offers_in_trace") == 0) {
        check_offers(domain_get(trace, "offers"), &w, name);
        cr_assert_eq(end.by, (size_t)kit_number(trace, "accepted_by"), "%s", name);
        cr_assert_eq(end.n_round, (size_t)kit_number(trace, "accepted_at_step") + 1, "%s", name);
    }
    json_decref(trace);
    json_decref(domain);
}

#define TRACES(domain)                                 \
    Test(traces, domain, .timeout = 60)                \
    {                                                  \
        check_trace(#domain, "aspiration_aspiration"); \
        check_trace(#domain, "boulware_boulware");     \
        check_trace(#domain, "boulware_conceder");     \
        check_trace(#domain, "micro_boulware");        \
        check_trace(#domain, "micro_micro");           \
    }
TRACES(camera_2011)
TRACES(flightbooking_a_2012)
TRACES(itex_cypress_2010)
