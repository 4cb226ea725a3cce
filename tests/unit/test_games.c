/* test_games.c - score sheets of six parties whose answers are known
 *
 * They are other people's data and not in this repository: $NEGOSIM_CASES says where they are. */
#include "kit.h"
#include "map_kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Score sheets of six parties, by their points. */
static void add_game(json_t *game, const char *rule)
{
    json_t *party, *scores, *points, *one;
    size_t p, k, l;

    used = 0;
    add("scenario = { name = \"t\"; }; issues = (");
    json_array_foreach(kit_at(game, "levels"), k, one)
    {
        add("%s{ name = \"i%zu\"; levels = (", k ? ", " : "", k);
        for (l = 0; l < (size_t)json_integer_value(one); l++)
            add("%s\"l%zu\"", l ? ", " : "", l);
        add("); }");
    }
    add("); parties = (");
    json_array_foreach(kit_at(game, "parties"), p, party)
    {
        add("%s{ name = \"p%zu\"; reservation = %.17g; weights = {", p ? ", " : "", p,
            kit_number(party, "minimum") / 100);
        scores = kit_at(party, "scores");
        for (int values = 0; values < 2; values++) {
            json_array_foreach(scores, k, points)
            {
                double most = 0;
                json_array_foreach(points, l, one) most = fmax(most, json_number_value(one));
                if (!values) {
                    add("i%zu = %g;", k, most);
                    continue;
                }
                add("i%zu = { kind = \"levels\";", k);
                json_array_foreach(points, l, one)
                    add("l%zu = %.17g;", l, most > 0 ? json_number_value(one) / most : 0);
                add("};");
            }
            add(values ? "}; }" : "}; values = {");
        }
    }
    add("); %s", rule);
}

/* The package whose levels stand at a path. */
static uint64_t package_at(json_t *game, const char *path, const struct grid *g)
{
    size_t level[MAX_ISSUE], k;
    json_t *one;

    json_array_foreach(kit_at(game, path), k, one) level[k] = (size_t)json_integer_value(one);
    return grid_index(g, level);
}

/* How many packages pass. */
static double count(const struct trial *t)
{
    double n = 0;

    for (uint64_t x = 0; x < t->s.grid.total; x++)
        n += passes_share(t, x);
    return n;
}

/* The published games (parties_game_base.json: numbers of others, MIT, not in this repository): how
 * many of 720 packages all accept, any five of six, and five with both vetoes; the best product
 * of points where all accept, and the best sum by the rule. */
Test(agreement, score_sheets_of_six_parties)
{
    static const char *const names[] = { "base", "game1" };
    static const char *const vetoes[] = { "\"p3\", \"p4\"", "\"p0\", \"p2\"" };
    char path[400], rule[200];

    snprintf(path, sizeof path, "%s/parties_game_base.json", getenv("NEGOSIM_CASES"));
    json_t *file = json_load_file(path, 0, NULL);
    cr_assert(file, "no %s", path);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        json_t *game = json_object_get(json_object_get(file, "games"), names[i]);
        struct trial t;
        add_game(game, "");
        open_trial(&t, map_text, 1);
        cr_assert_float_eq(count(&t), kit_number(game, "expected.all_accept"), 1e-9);
        cr_assert_eq(t.mean_case.solutions.of[SOLUTION_NASH].package,
                     package_at(game, "expected.best_product_all_accept.packages.0", &t.s.grid));
        close_trial(&t);
        add_game(game, "agreement = { quota = 5; };");
        open_trial(&t, map_text, 1);
        cr_assert_float_eq(count(&t), kit_number(game, "expected.any_n_minus_1"), 1e-9);
        close_trial(&t);
        snprintf(rule, sizeof rule, "agreement = { quota = 5; vetoes = (%s); };", vetoes[i]);
        add_game(game, rule);
        open_trial(&t, map_text, 1);
        cr_assert_float_eq(count(&t), kit_number(game, "expected.rule"), 1e-9);
        close_trial(&t);
    }
    json_decref(file);
}
