/* bench_map.c - the acceptance map against plain loops, and against what the processor can add */
#include "addends.h"
#include "bench.h"
#include "processor.h"
#include "rule.h"
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTIES = 6 }; /* at most */

struct map {
    struct scenario scenario;
    struct layout layout;
    struct addends addends;
    struct draws draws;
    uint32_t *count;       /* [packages] draws in which all accept */
    uint32_t *plain;       /* the same, by the plain loop */
    size_t n_draw;         /* that a run uses, `draws` over and over */
    struct threshold rule; /* quota 0: all parties must accept */
};

/* Every package anew: the sum of its parts for each party. */
static double plain_loop(void *with)
{
    struct map *m = with;
    const struct scenario *s = &m->scenario;
    double began = bench_cpu_s();

    memset(m->plain, 0, s->grid.total * sizeof *m->plain);
    for (size_t d = 0; d < m->n_draw; d++) {
        const struct utility *w = &m->draws.appraisal[d % m->draws.n].utility;
        size_t level[MAX_ISSUE] = { 0 };
        for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
            bool all = true;
            for (size_t p = 0; p < s->n_party; p++) {
                double u = 0;
                for (size_t k = 0; k < s->n_table; k++)
                    u += w->part[p * w->n_slot + w->first[k] + level[k]];
                all = all && u - w->stake[p].reservation >= -TIE;
            }
            m->plain[x] += all;
        }
    }
    return bench_cpu_s() - began;
}

/* Sums of the first issues are shared by all packages that begin with them.  For two parties. */
static void walk(const struct map *m, const struct utility *w, size_t k, double a, double b,
                 uint32_t **count)
{
    const double *part_a = w->part + w->first[k], *part_b = part_a + w->n_slot;
    const size_t n = m->scenario.issue[k].n_level;

    if (k + 1 < m->scenario.n_table) {
        for (size_t l = 0; l < n; l++)
            walk(m, w, k + 1, a + part_a[l], b + part_b[l], count);
        return;
    }
    uint32_t *at = *count;
    for (size_t l = 0; l < n; l++)
        at[l] += (a + part_a[l] >= -TIE) & (b + part_b[l] >= -TIE);
    *count += n;
}

static double prefix_loop(void *with)
{
    struct map *m = with;
    double began = bench_cpu_s();

    memset(m->plain, 0, m->scenario.grid.total * sizeof *m->plain);
    for (size_t d = 0; d < m->n_draw; d++) {
        const struct utility *w = &m->draws.appraisal[d % m->draws.n].utility;
        uint32_t *count = m->plain;
        walk(m, w, 0, -w->stake[0].reservation, -w->stake[1].reservation, &count);
    }
    return bench_cpu_s() - began;
}

/* Each party, all of them, and those that pass by the rule. */
static void wire(struct circuit *circuit, size_t n_party, const struct threshold *rule)
{
    size_t accepts[PARTIES], all = 0;

    for (size_t p = 0; p < n_party; p++) {
        accepts[p] = circuit_read(circuit, p);
        circuit_count(circuit, accepts[p]);
        all = p == 0 ? accepts[p] : circuit_both(circuit, all, accepts[p]);
    }
    circuit_count(circuit, all);
    if (rule->quota == 0)
        return;
    size_t passes = circuit_threshold(circuit, n_party, accepts, rule->seats, rule->quota);
    for (size_t p = 0; p < n_party; p++)
        if (rule->vetoes >> p & 1)
            passes = circuit_both(circuit, passes, accepts[p]);
    circuit_count(circuit, passes);
}

/* What `run` does of a draw once its parts are known, and the counts at the end. */
static double kernel(void *with)
{
    struct map *m = with;
    const struct layout *l = &m->layout;
    static const double threshold[PARTIES]; /* 0 */
    struct error err = { .code = OK };
    const size_t n_party = m->scenario.n_party;
    struct circuit circuit = { .n_step = 0 };
    struct tally *tally;
    double began = bench_cpu_s();

    wire(&circuit, n_party, &m->rule);
    bench_check(circuit_finish(&circuit, &err) == OK &&
                    tally_open(&tally, &circuit, n_party, l->n_row, l->n_column, m->n_draw, &err) ==
                        OK,
                err.text);
    for (size_t d = 0; d < m->n_draw; d++) {
        addends_fill(&m->addends, l, &m->draws.appraisal[d % m->draws.n].utility);
        tally_add(tally, m->addends.row, m->addends.column, threshold, NULL);
    }
    tally_finish(tally);
    memset(m->count, 0, m->scenario.grid.total * sizeof *m->count);
    for (size_t who = 0; who < circuit.n_counter; who++) {
        memset(m->count, 0, m->scenario.grid.total * sizeof *m->count);
        tally_counts(tally, who, m->count);
    }
    tally_close(tally);
    circuit_release(&circuit);
    return bench_cpu_s() - began;
}

/* Adds of 16-bit numbers: in eight chains, so that none waits for itself, and each the sum of
 * the last two, so that a compiler can shorten none. */
typedef uint16_t word_lane __attribute__((vector_size(64)));
enum { CHAINS = 8, WORDS = sizeof(word_lane) / sizeof(uint16_t) };

FOR_EACH_PROCESSOR
static uint16_t add_words(size_t n)
{
    word_lane a[CHAINS], b[CHAINS];

    memset(a, 1, sizeof a);
    memset(b, 2, sizeof b);
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < CHAINS; k++) {
            a[k] += b[k];
            b[k] += a[k];
        }
    for (int k = 1; k < CHAINS; k++)
        a[0] ^= a[k] + b[k];
    return a[0][0];
}

static double peak(void *with)
{
    const size_t *n = with;
    double began = bench_cpu_s();
    volatile uint16_t kept = add_words(*n);

    (void)kept;
    return bench_cpu_s() - began;
}

static void open_map(struct map *m, const struct shape *shape, size_t n_draw)
{
    struct error err = { .code = OK };

    bench_scenario(&m->scenario, shape);
    bench_check(layout_init(&m->layout, &m->scenario, &err) == OK &&
                    addends_init(&m->addends, &m->layout, &err) == OK,
                err.text);
    m->count = calloc(m->scenario.grid.total, sizeof *m->count);
    m->plain = calloc(m->scenario.grid.total, sizeof *m->plain);
    bench_check(m->count && m->plain, "not enough memory");
    draws_make(&m->draws, &m->scenario, n_draw);
}

static void close_map(struct map *m)
{
    draws_release(&m->draws);
    free(m->count);
    free(m->plain);
    addends_release(&m->addends);
    layout_release(&m->layout);
    scenario_release(&m->scenario);
}

/* Pairs of a package and a draw in a second. */
static double rate(struct map *m, double (*work)(void *with), size_t n_draw)
{
    m->n_draw = n_draw;
    return (double)m->scenario.grid.total * (double)n_draw / work(m);
}

static void check_counts(struct map *m)
{
    const size_t cells = m->layout.n_row * m->layout.n_column;

    m->n_draw = 16;
    kernel(m);
    plain_loop(m);
    for (uint64_t x = 0; x < cells; x++) {
        uint64_t cell = x;
        size_t level[MAX_ISSUE];
        grid_levels(&m->scenario.grid, x, level);
        cell = layout_cell(&m->layout, level);
        bench_check(m->count[cell] == m->plain[x], "the kernel and the plain loop differ");
    }
}

/* The middle of an odd number of ratios, each of two rates that were measured one after the other:
 * what else the machine does slows both. */
enum { TIMES = 5 };

static double middle(double ratio[static TIMES])
{
    for (size_t i = 1; i < TIMES; i++)
        for (size_t j = i; j > 0 && ratio[j - 1] > ratio[j]; j--) {
            double moved = ratio[j];
            ratio[j] = ratio[j - 1];
            ratio[j - 1] = moved;
        }
    return ratio[TIMES / 2];
}

struct map_case {
    struct shape shape;
    size_t plain, prefix, kernel; /* draws of a run */
    double least;                 /* target: kernel / prefix sums */
    bool is_largest;
};

static void measure(const struct map_case *c)
{
    double to_plain[TIMES], to_prefix[TIMES], to_peak[TIMES];
    size_t adds = 20 * 1000 * 1000;
    struct map m;
    char what[80];

    m.rule = (struct threshold){ .quota = 0 };
    open_map(&m, &c->shape, 256);
    check_counts(&m);
    for (size_t i = 0; i < TIMES; i++) {
        double plain = rate(&m, plain_loop, c->plain), prefix = rate(&m, prefix_loop, c->prefix);
        double fast = rate(&m, kernel, c->kernel);
        double words = (double)adds * 2 * CHAINS * WORDS / peak(&adds);
        to_plain[i] = fast / plain;
        to_prefix[i] = fast / prefix;
        to_peak[i] = 4 * fast / words;
        if (i == TIMES / 2)
            printf(
                "  %s packages: plain loop %.3g, prefix sums %.3g, kernel %.3g, 16-bit adds %.3g a "
                "second\n",
                c->shape.name, plain, prefix, fast, words);
    }
    if (c->is_largest) {
        bench_target("map, 10^6 packages: kernel / plain double loop", middle(to_plain), '>', 250);
        bench_target("map, 10^6: kernel / (16-bit adds / 4)", middle(to_peak), '>', 0.7);
    }
    snprintf(what, sizeof what, "map, %s: kernel / prefix-sum double loop", c->shape.name);
    bench_target(what, middle(to_prefix), '>', c->least);
    close_map(&m);
}

/* What a rule adds to the map: five of six parties, two of them with a veto. */
static void measure_rule(void)
{
    static const struct shape shape = { "10^6", PARTIES, 7, { 4, 8, 8, 8, 8, 8, 8 } };
    const struct threshold rule = { 5, { 1, 1, 1, 1, 1, 1 }, 3 }, none = { .quota = 0 };
    double ratio[TIMES];
    struct map m;

    open_map(&m, &shape, 256);
    for (size_t i = 0; i < TIMES; i++) {
        m.rule = none;
        const double without = rate(&m, kernel, 1000);
        m.rule = rule;
        ratio[i] = without / rate(&m, kernel, 1000);
    }
    bench_target("map, 10^6, 6 parties: time by a rule / where all must accept", middle(ratio), '<',
                 1.25);
    close_map(&m);
}

void bench_map(void)
{
    static const struct map_case cases[] = {
        { { "10^4", 2, 5, { 6, 6, 7, 6, 7 } }, 100, 1000, 10000, 5, false },
        { { "10^5", 2, 6, { 6, 7, 7, 7, 7, 7 } }, 20, 200, 6000, 10, false },
        { { "10^6", 2, 7, { 4, 8, 8, 8, 8, 8, 8 } }, 2, 20, 4000, 30, true },
    };

    printf("\nmap: pairs of a package and a draw, two parties\n");
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        measure(&cases[i]);
    measure_rule();
}
