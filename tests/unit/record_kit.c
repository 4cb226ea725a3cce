/* record_kit.c - small records whose posterior is known, for tests of learning */
#include "record_kit.h"

#include "kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void record_kit_text(char *out, size_t size, int i, const char *reservation, bool shared,
                     const char *more, size_t n, const struct kit_answer answer[])
{
    size_t used =
        (size_t)snprintf(out, size,
                         "scenario = { name = \"t%d\"; as_of = \"2024-01-%02d\"; };\n"
                         "issues = ( { name = \"x\"; from = 0; to = 100; step = 1; } );\n"
                         "parties = ( { name = \"a\"; weights = { x = 1; };\n"
                         "  values = { x = { kind = \"linear\"; worst = 0; best = 100; }; };\n%s"
                         "  reservation = %s;\n#negosim: the scenario's own\n  %s },\n"
                         " { name = \"b\"; weights = { x = 1; }; reservation = 0;\n"
                         "  values = { x = { kind = \"linear\"; worst = 100; best = 0; }; }; } );\n"
                         "proposals = (",
                         i, i + 1, shared ? "#negosim: included family\n" : "", reservation, more);

    for (size_t k = 0; k < n; k++) {
        used += (size_t)snprintf(out + used, size - used,
                                 "%s { name = \"p%zu\"; by = \"b\"; terms = { x = %d; }; ",
                                 k ? "," : "", k, 50 - answer[k].c);
        if (answer[k].said[0])
            used +=
                (size_t)snprintf(out + used, size - used, "answers = { a = %s; };", answer[k].said);
        used += (size_t)snprintf(out + used, size - used, " }");
    }
    snprintf(out + used, size - used, " );\n");
}

void record_kit_open(struct record_kit *k, size_t n, const char *const text[])
{
    const struct scenario *list[KIT_SCENARIOS];
    struct error err = { .code = OK };

    *k = (struct record_kit){ .history = { .n = 0 } };
    for (size_t i = 0; i < n; i++) {
        k->scenario[i] = kit_scenario(text[i]);
        list[i] = &k->scenario[i];
    }
    cr_assert_eq(history_init(&k->history, n, list, &err), OK, "%s", err.text);
    cr_assert_eq(joint_init(&k->joint, &k->history, &err), OK, "%s", err.text);
}

/* As learned_find would, where the test says that few worlds count. */
static void follow(struct learned *l)
{
    struct pool_job job = { 0 };
    struct error err = { .code = OK };

    l->population =
        (struct population){ .joint = l->joint, .set = l->set, .n = l->n, .seed = l->seed };
    cr_assert_eq(population_run(&l->population, &job, 1, &err), OK, "%s", err.text);
    l->chosen = (struct ensemble){ .joint = l->joint,
                                   .set = l->set,
                                   .n = l->n,
                                   .seed = l->seed,
                                   .score = l->population.score,
                                   .is_posterior = true,
                                   .wants_values = true };
    cr_assert_eq(ensemble_fill(&l->chosen, &job, 1, &err), OK, "%s", err.text);
    l->by_population = true;
    l->posterior = &l->chosen;
    l->weight = malloc(l->n * sizeof *l->weight);
    ensemble_weigh(l->posterior, &left_out_none, l->weight);
}

void record_kit_learn(struct record_kit *k, size_t n_world, uint64_t seed, bool by_population,
                      double doubt, double scale)
{
    struct pool_job job = { 0 };
    struct error err = { .code = OK };

    k->learned = (struct learned){
        .joint = &k->joint, .set = { doubt, scale }, .n = n_world, .seed = seed, .learns = true
    };
    if (by_population)
        follow(&k->learned);
    else
        cr_assert_eq(learned_find(&k->learned, &job, 1, &err), OK, "%s", err.text);
}

void record_kit_forget(struct record_kit *k)
{
    learned_release(&k->learned);
}

void record_kit_close(struct record_kit *k)
{
    joint_release(&k->joint);
    history_release(&k->history);
    for (size_t i = 0; i < KIT_SCENARIOS; i++)
        scenario_release(&k->scenario[i]);
}

struct weighted_moments record_kit_number(const struct record_kit *k, const char *name)
{
    struct arena arena = { 0 };
    const struct ensemble *e = k->learned.posterior;
    struct weighted_moments found = { NAN, NAN, NAN };

    for (size_t i = 0; i < k->joint.n; i++)
        if (strcmp(joint_name(&k->joint, i, &arena), name) == 0)
            found = weighted_moments(e->n, k->learned.weight, e->value + i, k->joint.n);
    arena_release(&arena);
    cr_assert(!isnan(found.mean), "no number is called %s", name);
    return found;
}
