/* cmd_check.c - negosim check: what is wrong with a scenario, what is assumed, how large it is */
#include "command.h"
#include "opening.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

struct census {
    size_t uncertain, red_lines, by_origin[3];
};

static struct census count_parameters(const struct scenario *s)
{
    struct census census = { .uncertain = 0 };

    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        if (p->is_implied) {
            census.red_lines += parameter_is_uncertain(p);
            continue;
        }
        census.uncertain += parameter_is_uncertain(p);
        census.by_origin[p->origin]++;
    }
    return census;
}

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

static void print_size(const struct scenario *s)
{
    char packages[TEXT_NUMBER], all[TEXT_NUMBER];
    size_t off_table = s->n_issue - s->n_table;

    text_grouped(scenario_packages(s), packages);
    text_grouped(s->grid.total, all);
    printf("  %s package%s", packages, plural(scenario_packages(s)));
    if (s->n_ban > 0)
        printf(" of %s combinations", all);
    printf(": %zu issue%s on the table", s->n_table, plural(s->n_table));
    if (off_table > 0)
        printf(", %zu of the vocabulary not on it", off_table);
    printf("\n  %zu parties, %zu of them bargaining; %zu proposal%s\n", s->n_party,
           scenario_bargaining(s), s->n_proposal, plural(s->n_proposal));
}

static void print_origin(const struct scenario *s, enum origin origin)
{
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        char form[160];
        if (p->is_implied || p->origin != origin)
            continue;
        distribution_format(&p->distribution, sizeof form, form);
        printf("    %-34s %-34s %s\n", p->path, form, p->reason);
    }
}

/* With --strict a number that nobody owns up to is a mistake; else a warning. */
static size_t complain_of_orphans(const struct scenario *s, bool strict)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        if (p->is_implied || p->origin != ORIGIN_NEITHER)
            continue;
        struct error found = { .code = OK };
        char text[700];
        error_at(&found, p->file, p->line, "%s'%s' has neither 'sources' nor 'assumption'",
                 strict ? "" : "warning: ", p->path);
        error_format(&found, sizeof text, text);
        if (++n <= MAX_PROBLEM)
            fprintf(stderr, "negosim: %s\n", text);
    }
    if (n > MAX_PROBLEM)
        fprintf(stderr, "negosim: and %zu more\n", n - MAX_PROBLEM);
    return n;
}

static void print_report(const char *path, const struct scenario *s)
{
    const struct census census = count_parameters(s);

    printf("%s: %s\n", strcmp(path, "-") == 0 ? "standard input" : path, s->title);
    print_size(s);
    printf("  %zu uncertain parameter%s and %zu red line%s that may or may not be real\n",
           census.uncertain, plural(census.uncertain), census.red_lines, plural(census.red_lines));
    printf("  numbers: %zu cited, %zu assumed, %zu with neither source nor assumption\n",
           census.by_origin[ORIGIN_CITED], census.by_origin[ORIGIN_ASSUMED],
           census.by_origin[ORIGIN_NEITHER]);
    if (census.by_origin[ORIGIN_ASSUMED] > 0) {
        printf("  assumed:\n");
        print_origin(s, ORIGIN_ASSUMED);
    }
}

/* One file that cannot be read is no reason to leave the others unread. */
static void complain_unreadable(struct error *err)
{
    char text[700];

    error_format(err, sizeof text, text);
    fprintf(stderr, "negosim: %s\n", text);
    *err = (struct error){ .code = OK };
}

enum error_code cmd_check(const struct request *request, struct error *err)
{
    enum error_code worst = OK;

    for (int i = 0; i < request->n_operand; i++) {
        struct scenario s;
        enum error_code code = opening_load(&s, request, i, true, err);
        if (code != OK && code != ERR_SCENARIO)
            complain_unreadable(err);
        if (code == OK) {
            if (!request->quiet)
                print_report(request->operand[i], &s);
            if (complain_of_orphans(&s, request->strict) > 0 && request->strict)
                code = ERR_SCENARIO;
            scenario_release(&s);
        }
        worst = worst == OK ? code : worst;
    }
    return worst;
}
