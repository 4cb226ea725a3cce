/* bench_growth.c - how time and memory of a whole run grow, each case in a process of its own */
#include "bench.h"
#include "map.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct growth {
    const char *what;
    struct shape shape;
    uint64_t draws;
    int threads;
};

struct cost {
    double wall_s, busy_s, bytes; /* busy: of one thread, what a neighbour takes left out */
};

/* The most memory that the process has held since forget_peak, as Linux counts it. */
static double peak_bytes(void)
{
    char line[200];
    double kib = 0;
    FILE *f = fopen("/proc/self/status", "r");

    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmHWM: %lf", &kib) == 1)
            break;
    if (f)
        fclose(f);
    return 1024 * kib;
}

static void forget_peak(void)
{
    FILE *f = fopen("/proc/self/clear_refs", "w");

    if (f) {
        fputs("5", f);
        fclose(f);
    }
}

static struct cost run(const struct growth *g)
{
    struct error err = { .code = OK };
    struct scenario s;
    struct layout l;
    struct mean_case mean_case;
    struct map map = { .layout = &l, .mean_case = &mean_case, .draws = g->draws, .seed = 1 };
    struct pool_job job = { .tick = NULL };

    bench_scenario(&s, &g->shape);
    bench_check(layout_init(&l, &s, &err) == OK && mean_case_init(&mean_case, &l, &err) == OK,
                err.text);
    malloc_trim(0);
    forget_peak();
    double before = peak_bytes(), began = bench_wall_s(), busy = bench_cpu_s();
    bench_check(map_run(&map, &job, g->threads, &err) == OK, err.text);
    double results = (double)s.grid.total * (double)((s.n_party + 1) * sizeof(uint32_t));
    return (struct cost){ bench_wall_s() - began, bench_cpu_s() - busy,
                          peak_bytes() - before - results };
}

/* A child, so that the largest memory is that of this case alone. */
static struct cost measure(const struct growth *g)
{
    struct cost cost = { 0, 0, 0 };
    int ends[2], status;

    bench_check(pipe(ends) == 0, "no pipe");
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        cost = run(g);
        _exit(write(ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
    close(ends[1]);
    bench_check(child > 0 && read(ends[0], &cost, sizeof cost) == sizeof cost, "a case failed");
    close(ends[0]);
    waitpid(child, &status, 0);
    return cost;
}

static double packages_of(const struct shape *shape)
{
    double n = 1;
    for (size_t k = 0; k < shape->n_issue; k++)
        n *= (double)shape->n_level[k];
    return n;
}

/* Starts up and gives memory back once: what one case brings to an empty process is its own. */
static struct cost show(const struct growth *g)
{
    const double n = packages_of(&g->shape);
    const struct cost cost = measure(g);
    const double took = g->threads == 1 ? cost.busy_s : cost.wall_s;

    printf("  %-10s %10.0f %10llu %7d %10.3g %12.3g %10.2f\n", g->what, n,
           (unsigned long long)g->draws, g->threads, took, 1e9 * took / (double)g->draws / n,
           cost.bytes / n / g->threads);
    return cost;
}

#define SIX                 \
    {                       \
        4, 8, 8, 8, 8, 8, 8 \
    }

void bench_growth(void)
{
    enum { MANY = 50000 };
    static const struct growth cases[] = {
        { "packages", { "1e4", 2, 5, { 6, 6, 7, 6, 7 } }, 2000, 1 },
        { "", { "1e5", 2, 6, { 6, 7, 7, 7, 7, 7 } }, 2000, 1 },
        { "", { "1e6", 2, 7, SIX }, 2000, 1 },
        { "", { "1e7", 2, 8, { 7, 7, 7, 7, 8, 8, 8, 8 } }, 2000, 1 },
        { "draws", { "1e6", 2, 7, SIX }, 1000, 1 },
        { "", { "1e6", 2, 7, SIX }, 10000, 1 },
        { "", { "1e6", 2, 7, SIX }, MANY, 1 },
        { "4 issues", { "4", 2, 4, { 32, 32, 32, 32 } }, 1000, 1 },
        { "5", { "5", 2, 5, { 16, 16, 16, 16, 16 } }, 1000, 1 },
        { "10", { "10", 2, 10, { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 } }, 1000, 1 },
        { "2 parties", { "2", 2, 7, SIX }, 1000, 1 },
        { "3", { "3", 3, 7, SIX }, 1000, 1 },
        { "4", { "4", 4, 7, SIX }, 1000, 1 },
        { "1 thread", { "1e6", 2, 7, SIX }, 20000, 1 },
        { "2", { "1e6", 2, 7, SIX }, 20000, 2 },
    };
    struct cost cost[COUNT_OF(cases)];
    double bytes = 0;

    printf(
        "\na whole run: time, and memory above the result arrays\n  %-10s %10s %10s %7s %10s %12s "
        "%10s\n",
        "", "packages", "draws", "threads", "seconds", "ns a pair", "B/pkg/thr");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        cost[i] = show(&cases[i]);
        if (cases[i].draws == MANY)
            bytes = cost[i].bytes / packages_of(&cases[i].shape);
    }
    bench_target("two threads, 10^6: time of one / time of two",
                 cost[COUNT_OF(cases) - 2].wall_s / cost[COUNT_OF(cases) - 1].wall_s, '>', 1.3);
    bench_target("memory above the result arrays, 10^6, 50,000 draws: bytes a package", bytes, '<',
                 8);
}
