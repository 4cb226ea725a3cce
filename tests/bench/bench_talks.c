/* bench_talks.c - what a negotiation costs, beside sorting the packages and beside plain scans
 *
 * Two parties concede with time over 81 rounds; times are of one core, of the best of some
 * repetitions, and only their ratios mean something on another machine. */
#include "loader.h"
#include "talk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 81, REPEAT = 25 };

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e6 * (double)t.tv_sec + 1e-3 * (double)t.tv_nsec;
}

/* Issues with these numbers of levels; the parties want opposite ends, and weigh them differently
 * so that the talks last to the end: no agreement within 81 rounds. */
static void write_scenario(size_t n, const int level[], size_t size, char text[size])
{
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"bench\"; }; issues = (");
    for (size_t k = 0; k < n; k++)
        ADD("%s{ name = \"i%zu\"; from = 0; to = %d; step = 1; }", k ? ", " : "", k, level[k] - 1);
    ADD("); parties = (");
    for (int p = 0; p < 2; p++) {
        ADD("%s{ name = \"p%d\"; reservation = 0.5; weights = {", p ? ", " : "", p);
        for (size_t k = 0; k < n; k++)
            ADD("i%zu = %g;", k, 1 + 0.37 * (double)k);
        ADD("}; values = {");
        for (size_t k = 0; k < n; k++)
            ADD("i%zu = { kind = \"power\"; worst = %d; best = %d; exponent = %g; };", k,
                p ? level[k] - 1 : 0, p ? 0 : level[k] - 1, 1.6 + 0.1 * (double)k);
        ADD("}; }");
    }
    ADD("); talks = { rounds = %d; parties = ("
        "{ name = \"p0\"; strategy = \"polynomial\"; exponent = 4; },"
        "{ name = \"p1\"; strategy = \"polynomial\"; exponent = 4; } ); };",
        ROUNDS);
#undef ADD
}

/* The same negotiation without order: a look at every package for each offer. */
static uint32_t plain_offer(const struct package_index *b, const double utility[], double target)
{
    uint32_t best = NO_PACKAGE;

    for (size_t x = 0; x < b->n_package; x++)
        if (utility[x] >= target && (best == NO_PACKAGE || utility[x] < utility[best]))
            best = (uint32_t)x;
    return best;
}

static uint32_t plain_talks(const struct talk *t)
{
    const struct package_index *b = t->world.package_index;
    uint32_t stands = NO_PACKAGE;

    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < PAIR; i++) {
            const double *utility = t->world.sides.side[i].utility;
            const double time = (round + 1) / (ROUNDS + 1.0);
            const double best = t->world.sides.side[i].best;
            const double target = best * (1 - pow(time, 4));
            if (stands != NO_PACKAGE && utility[stands] >= target)
                return stands;
            stands = plain_offer(b, utility, target);
        }
    return stands;
}

struct times {
    double rank, talk, plain;
    size_t n_round;
};

static enum error_code measure(const char *text, struct times *times, struct error *err)
{
    static volatile uint32_t sink; /* so that nothing is left out as unused */
    struct problems problems;
    struct scenario s;
    struct layout layout;
    struct package_index package_index;
    struct talk t;

    if (scenario_parse(&s, "bench", text, strlen(text), &problems, err) != OK ||
        layout_init(&layout, &s, err) != OK ||
        package_index_init(&package_index, &layout, err) != OK ||
        talk_init(&t, &package_index, 1, err) != OK)
        return err->code;
    *times = (struct times){ INFINITY, INFINITY, INFINITY, 0 };
    for (int i = 0; i < REPEAT; i++) {
        double begin = now_us();
        if (talk_draw(&t, 0, err) != OK)
            return err->code;
        times->rank = fmin(times->rank, now_us() - begin);
        begin = now_us();
        if (talk_play(&t, err) != OK)
            return err->code;
        times->talk = fmin(times->talk, now_us() - begin);
        begin = now_us();
        sink = plain_talks(&t);
        times->plain = fmin(times->plain, now_us() - begin);
    }
    (void)sink;
    times->n_round = t.state.outcome.n_round;
    talk_release(&t);
    package_index_release(&package_index);
    layout_release(&layout);
    scenario_release(&s);
    return OK;
}

int main(void)
{
    static const int small[] = { 5, 4, 3, 3 }, large[] = { 10, 10, 9, 5, 5, 8 };
    static char text[8000];
    struct times few, many;
    struct error err = { .code = OK };

    write_scenario(4, small, sizeof text, text);
    if (measure(text, &few, &err) == OK) {
        write_scenario(6, large, sizeof text, text);
        if (measure(text, &many, &err) == OK) {
            printf("180 packages, %zu rounds: %.1f us; ranking them %.1f us; plain scans %.1f us\n",
                   few.n_round, few.talk, few.rank, few.plain);
            printf("180,000 packages, %zu rounds: %.1f us; ranking them %.0f us; plain scans %.0f "
                   "us\n",
                   many.n_round, many.talk, many.rank, many.plain);
            printf("talks to ranking %.2f, plain scans to talks %.1f at 180; "
                   "1000 times the packages: talks %.2f times, plain scans %.0f times\n",
                   few.talk / few.rank, few.plain / few.talk, many.talk / few.talk,
                   many.plain / few.plain);
            return 0;
        }
    }
    fprintf(stderr, "%s\n", err.text);
    return 1;
}
