/* test_levels.c - a level is the decimal number that people write, wherever it stands */
#include "kit.h"
#include "lever.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A range in whole units of 10 ^ -decimals, so that its levels can be written by whole numbers. */
struct range {
    int decimals;
    int64_t from, step, n;
};

static const struct range ranges[] = {
    { 1, 0, 1, 11 },     { 2, 0, 1, 101 },       { 2, -35, 7, 41 },      { 3, 5, 1, 995 },
    { 4, 1234, 567, 9 }, { 1, -3, 1, 7 },        { 2, 105, 15, 60 },     { 6, 1, 3, 200 },
    { 0, 0, 1, 1001 },   { 9, 123456789, 1, 5 }, { 1, 99999990, 3, 50 }, { 3, -2000, 1, 4001 },
};

/* units x 10 ^ -decimals, written digit by digit. */
static const char *written(const struct range *range, int64_t units, char out[static 40])
{
    int64_t unit = 1;

    for (int i = 0; i < range->decimals; i++)
        unit *= 10;
    const int64_t size = units < 0 ? -units : units;
    snprintf(out, 40, "%s%" PRId64 ".%0*" PRId64, units < 0 ? "-" : "", size / unit,
             range->decimals ? range->decimals : 1, range->decimals ? size % unit : 0);
    return out;
}

static int64_t units_of(const struct range *range, int64_t i)
{
    return range->from + i * range->step;
}

/* A scenario over the range in which level i stands wherever a level may; `other` is another. */
static struct scenario with_level(const struct range *range, int64_t i, int64_t other)
{
    char text[4000], from[40], to[40], step[40], x[40], y[40];

    written(range, range->from, from);
    written(range, units_of(range, range->n - 1), to);
    written(range, range->step, step);
    written(range, units_of(range, i), x);
    written(range, units_of(range, other), y);
    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; };\n"
             "issues = ( { name = \"share\"; from = %s; to = %s; step = %s; nothing = %s; },\n"
             "  { name = \"form\"; levels = (\"cash\", \"goods\"); } );\n"
             "forbidden = ( { share = %s; form = \"cash\"; } );\n"
             "parties = ( { name = \"north\"; weights = { share = 1; form = 1; };\n"
             "  values = { share = { kind = \"linear\"; worst = %s; best = %s; };\n"
             "    form = { kind = \"levels\"; cash = 1; goods = 0; }; };\n"
             "  red_lines = ( { issue = \"share\"; levels = (%s); probability = 1; },\n"
             "    { issue = \"share\"; levels = { above = %s; }; probability = 1; },\n"
             "    { issue = \"share\"; levels = { below = %s; }; probability = 1; } );\n"
             "  interactions = ( { share = (%s, %s); form = \"goods\"; adds = 0.1; } );\n"
             "  reservation = 0; },\n"
             " { name = \"south\"; weights = { share = 1; form = 1; };\n"
             "  values = { share = { kind = \"linear\"; worst = %s; best = %s; };\n"
             "    form = { kind = \"levels\"; cash = 0; goods = 1; }; }; reservation = 0; } );\n"
             "proposals = ( { name = \"p\"; by = \"south\"; terms = { share = %s; form = "
             "\"goods\"; }; } );\n"
             "talks = { rounds = 20; parties = ( { name = \"north\"; strategy = \"micro\"; },\n"
             "    { name = \"south\"; strategy = \"micro\"; } );\n"
             "  events = ( { name = \"cut\"; on = 2; removes = { share = %s; }; } ); };\n",
             from, to, step, x, x, from, to, x, x, x, x, y, to, from, x, x);
    return kit_scenario(text);
}

/* Everywhere it is level i, and no other. */
static void check_level(const struct range *range, int64_t i)
{
    struct scenario s = with_level(range, i, i > 0 ? 0 : range->n - 1);
    const struct issue *share = &s.issue[0];
    const struct party *north = &s.party[0];
    const double other = share->level[i > 0 ? 0 : range->n - 1];
    double x;
    char text[40];

    cr_assert_eq(share->n_level, (size_t)range->n);
    cr_assert_eq(sscanf(written(range, units_of(range, i), text), "%lf", &x), 1);
    cr_assert_eq(share->nothing, x, "%s", text);
    cr_assert_eq(s.proposal[0].level[0], (size_t)i, "%s", text);
    cr_assert_eq(s.talks->event[0].n_removed, 1u, "%s", text);
    cr_assert_eq(s.talks->event[0].removed[0].level, (size_t)i, "%s", text);
    for (size_t l = 0; l < share->n_level; l++) {
        const double level = share->level[l];
        const size_t at[] = { l, 0 };
        cr_assert_eq(level == x, l == (size_t)i, "%s and level %zu, %.17g", text, l, level);
        cr_assert_eq(scenario_bans(&s, at, NULL), level == x, "%s, %.17g", text, level);
        cr_assert_eq(level_set_has(&north->red_line[0].set, level), level == x);
        cr_assert_eq(level_set_has(&north->red_line[1].set, level), l > (size_t)i);
        cr_assert_eq(level_set_has(&north->red_line[2].set, level), l < (size_t)i);
        cr_assert_eq(level_set_has(&north->interaction[0].when.term[0].set, level),
                     level == x || level == other);
    }
    scenario_release(&s);
}

Test(levels, equal_as_written_wherever_one_may_stand)
{
    for (size_t k = 0; k < COUNT_OF(ranges); k++)
        for (int64_t i = 0; i < ranges[k].n; i += 1 + ranges[k].n / 40)
            check_level(&ranges[k], i);
}

/* A label reads as the number that its author would write, and is no longer than that. */
Test(levels, are_labelled_as_written)
{
    for (size_t k = 0; k < COUNT_OF(ranges); k++) {
        struct scenario s = with_level(&ranges[k], 0, 1);
        for (int64_t i = 0; i < ranges[k].n; i++) {
            const char *label = s.issue[0].label[i];
            char text[40];
            double want, is;
            cr_assert_eq(sscanf(written(&ranges[k], units_of(&ranges[k], i), text), "%lf", &want),
                         1);
            cr_assert_eq(sscanf(label, "%lf", &is), 1);
            cr_assert(is == want && strlen(label) <= strlen(text), "%s for %s", label, text);
        }
        scenario_release(&s);
    }
}

/* A list of values of a sweep, and a setting's own range, in tenths from 0 to 1. */
Test(levels, of_sweeps_are_those_of_the_table)
{
    struct scenario s = with_level(&ranges[0], 3, 5);
    struct arena arena = { 0 };
    struct error err = { .code = OK };
    struct lever named, range;

    cr_assert_eq(lever_read(&named, &s, "issues.share=0.3,0.6,0.7,0.90", &arena, &err), OK, "%s",
                 err.text);
    cr_assert_eq(named.n_value, 4u);
    cr_assert_eq(named.value[1], s.issue[0].level[6]);
    cr_assert_eq(named.value[3], s.issue[0].level[9]);
    cr_assert_eq(lever_read(&range, &s, "north.reservation=-0.3:0.7:11", &arena, &err), OK);
    for (int i = 0; i < 11; i++) {
        char text[20];
        double x;
        snprintf(text, sizeof text, "%de-1", i - 3);
        cr_assert_eq(sscanf(text, "%lf", &x), 1);
        cr_assert_eq(range.value[i], x, "%.17g", range.value[i]);
        cr_assert(!(x == 0 && signbit(range.value[i])));
    }
    arena_release(&arena);
    scenario_release(&s);
}

/* A number that a program wrote with all its digits is the one that it stands for. */
Test(levels, with_the_noise_of_binary_fractions_are_what_they_stand_for)
{
    struct scenario s = kit_scenario(
        "scenario = { name = \"t\"; };\n"
        "issues = ( { name = \"x\"; levels = (0, 0.30000000000000004, 0.7); } );\n"
        "parties = ( { name = \"a\"; weights = { x = 1; }; values = { x = { kind = \"linear\"; "
        "worst = 0; best = 1; }; }; reservation = 0; },\n"
        " { name = \"b\"; weights = { x = 1; }; values = { x = { kind = \"linear\"; worst = 1; "
        "best = 0; }; }; reservation = 0; } );\n"
        "proposals = ( { name = \"p\"; by = \"a\"; terms = { x = 0.3; }; }, { name = \"q\"; by = "
        "\"b\"; terms = { x = 0.69999999999999996; }; } );\n");

    cr_assert_eq(s.issue[0].level[1], 0.3);
    cr_assert_str_eq(s.issue[0].label[1], "0.3");
    cr_assert_eq(s.proposal[0].level[0], 1u);
    cr_assert_eq(s.proposal[1].level[0], 2u);
    scenario_release(&s);
}
