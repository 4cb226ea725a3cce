/* bench.c - how fast the program is, as ratios measured in one run
 *
 *   bench [PART...]     map, solutions, growth, sweep; all without an argument
 *
 * Nothing here passes or fails: a shared machine is no veto player.  What is printed is compared
 * with the targets by people; docs/speed.md has a run. */
#include "bench.h"

#include "draw.h"
#include "loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double clock_s(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double bench_cpu_s(void)
{
    return clock_s(CLOCK_THREAD_CPUTIME_ID);
}

double bench_wall_s(void)
{
    return clock_s(CLOCK_MONOTONIC);
}

const char *bench_processor(void)
{
    static char line[256];
    FILE *f = fopen("/proc/cpuinfo", "r");
    const char *name = "an unnamed processor";

    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "model name", strlen("model name")) == 0 && strchr(line, ':')) {
            line[strcspn(line, "\n")] = '\0';
            name = strchr(line, ':') + 2;
            break;
        }
    if (f)
        fclose(f);
    return name;
}

void bench_check(bool fine, const char *what)
{
    if (fine)
        return;
    fprintf(stderr, "bench: %s\n", what);
    exit(EXIT_FAILURE);
}

static void write_issues(FILE *out, const struct shape *shape)
{
    fprintf(out, "scenario = { name = \"shape\"; }; issues = (");
    for (size_t k = 0; k < shape->n_issue; k++)
        fprintf(out, "%s{ name = \"i%zu\"; from = 0; to = %zu; step = 1; }", k ? ", " : "", k,
                shape->n_level[k] - 1);
    fprintf(out, "); ");
}

static void write_party(FILE *out, const struct shape *shape, size_t p)
{
    fprintf(out, "{ name = \"p%zu\"; reservation = { uniform = (0.4, 0.6); }; weights = { ", p);
    for (size_t k = 0; k < shape->n_issue; k++)
        fprintf(out, "i%zu = { uniform = (0.5, 2); }; ", k);
    fprintf(out, "}; values = { ");
    for (size_t k = 0; k < shape->n_issue; k++) {
        bool opposed = p % 2 == 1 && k % 4 != 3;
        size_t last = shape->n_level[k] - 1;
        fprintf(out,
                "i%zu = { kind = \"power\"; worst = %zu; best = %zu; "
                "exponent = { uniform = (0.5, 2); }; }; ",
                k, opposed ? last : 0, opposed ? 0 : last);
    }
    fprintf(out, "}; }");
}

void bench_scenario(struct scenario *s, const struct shape *shape)
{
    struct problems problems;
    struct error err = { .code = OK };
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);

    bench_check(out != NULL, "not enough memory");
    write_issues(out, shape);
    fprintf(out, "parties = (");
    for (size_t p = 0; p < shape->n_party; p++) {
        fputs(p ? ", " : "", out);
        write_party(out, shape, p);
    }
    fprintf(out, ");\n");
    fclose(out);
    enum error_code code = scenario_parse(s, shape->name, text, n, &problems, &err);
    bench_check(code == OK, code == ERR_SCENARIO ? problems.list[0].text : err.text);
    free(text);
}

void draws_make(struct draws *d, const struct scenario *s, size_t n)
{
    struct error err = { .code = OK };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    *d = (struct draws){ n, calloc(n, sizeof *d->appraisal) };
    bench_check(r && d->appraisal, "not enough memory");
    for (size_t i = 0; i < n; i++) {
        bench_check(appraisal_init(&d->appraisal[i], s, &err) == OK, "not enough memory");
        bench_check(draw_make(s, r, i, d->appraisal[i].theta, &err) == OK, err.text);
        appraisal_fill(&d->appraisal[i]);
    }
    gsl_rng_free(r);
}

void draws_release(struct draws *d)
{
    for (size_t i = 0; i < d->n; i++)
        appraisal_release(&d->appraisal[i]);
    free(d->appraisal);
}

double bench_median(double (*work)(void *with), void *with)
{
    double a = work(with), b = work(with), c = work(with);
    double low = a < b ? a : b, high = a < b ? b : a;

    return c < low ? low : c > high ? high : c;
}

void bench_target(const char *what, double ratio, char relation, double target)
{
    bool met = relation == '>' ? ratio >= target : ratio <= target;
    printf("  %-66s %8.3g   %c= %-5g %s\n", what, ratio, relation, target, met ? "met" : "NOT MET");
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } parts[] = {
        { "map", bench_map },
        { "solutions", bench_solutions },
        { "growth", bench_growth },
        { "sweep", bench_sweep },
    };

    printf("on one core of %s\n", bench_processor());
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        bool asked = argc == 1;
        for (int a = 1; a < argc; a++)
            asked = asked || strcmp(argv[a], parts[i].name) == 0;
        if (asked)
            parts[i].run();
        fflush(stdout);
    }
    return EXIT_SUCCESS;
}
