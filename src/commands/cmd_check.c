/* cmd_check.c - negosim check: what is wrong with a scenario, what is assumed, how large it is */
#include "command.h"
#include "cost.h"
#include "csv.h"
#include "load_scenario.h"
#include "message.h"
#include "oddities.h"
#include "pool.h"
#include "rule_text.h"
#include "sweep_options.h"
#include "text.h"
#include "warn_impossible.h"

#include <stdio.h>
#include <string.h>

struct numbers {
    size_t uncertain, red_lines, by_origin[ORIGINS];
};

static size_t count_red_lines(const struct scenario *s)
{
    size_t n = 0;

    for (size_t p = 0; p < s->n_party; p++) {
        n += s->party[p].n_red_line;
        for (size_t b = 0; b < s->party[p].n_body; b++) {
            const struct body *body = &s->party[p].body[b];
            n += body->own.n_red_line;
            for (size_t i = 0; i < body->n_bloc; i++)
                n += body->bloc[i].own.n_red_line;
        }
    }
    return n;
}

/* Numbers that the loader made, such as the roll behind a red line, need no source. */
static struct numbers count_parameters(const struct scenario *s)
{
    struct numbers numbers = { .red_lines = count_red_lines(s) };

    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        if (p->is_implied)
            continue;
        numbers.uncertain += parameter_is_uncertain(p);
        numbers.by_origin[p->origin]++;
    }
    return numbers;
}

/* How many combinations there would be without `forbidden` and `rules`; false where there are
 * neither, or too many to be written. */
static bool combinations_of(const struct scenario *s, char text[static TEXT_NUMBER])
{
    uint64_t n = 1;

    for (size_t k = 0; k < s->n_table; k++) {
        if (n > UINT64_MAX / s->issue[k].n_level)
            return false;
        n *= s->issue[k].n_level;
    }
    text_grouped(n, text);
    return s->n_ban > 0 || s->n_rule > 0;
}

static void print_rules(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_rule; i++)
        printf("  rule: %s%s%s%s\n", s->rule[i].text, s->rule[i].note[0] ? " (" : "",
               s->rule[i].note, s->rule[i].note[0] ? ")" : "");
}

static void print_size(const struct scenario *s)
{
    char packages[TEXT_NUMBER], all[TEXT_NUMBER];
    const size_t off_table = s->n_issue - s->n_table;
    const uint64_t n = scenario_packages(s);

    text_grouped(n, packages);
    printf("  %s package%s", packages, message_plural(n));
    if (combinations_of(s, all))
        printf(" of %s combinations", all);
    printf(": %zu issue%s on the table", s->n_table, message_plural(s->n_table));
    if (off_table > 0)
        printf(", %zu of the vocabulary not on it", off_table);
    printf("\n  %zu parties, %zu of them bargaining; %zu proposal%s\n", s->n_party,
           scenario_bargaining(s), s->n_proposal, message_plural(s->n_proposal));
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

/* Lists the uncertain numbers that are of the date, or those that are shared, a line each. */
static void print_of_date(const struct scenario *s, bool dated)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_parameter; i++)
        n += parameter_is_uncertain(&s->parameter[i]) && s->parameter[i].is_dated == dated;
    if (n == 0)
        return;
    if (dated)
        printf("  of its date, drawn for '%s' alone: %zu (written in its own file)\n", s->name, n);
    else
        printf("  shared with other scenarios, the same in draw i of each: %zu (in files that it "
               "includes)\n",
               n);
    for (size_t i = 0; i < s->n_parameter; i++)
        if (parameter_is_uncertain(&s->parameter[i]) && s->parameter[i].is_dated == dated)
            printf("    %s\n", s->parameter[i].path);
}

/* Where there are both. */
static void print_dates(const struct scenario *s)
{
    bool shares = false;

    for (size_t i = 0; i < s->n_parameter; i++)
        shares = shares || (parameter_is_uncertain(&s->parameter[i]) && !s->parameter[i].is_dated);
    if (!shares)
        return;
    print_of_date(s, true);
    print_of_date(s, false);
}

/* Complains of numbers without a source or an assumption: --strict makes them errors. */
static size_t complain_of_orphans(const struct scenario *s, bool strict)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        if (p->is_implied || p->origin != ORIGIN_NEITHER)
            continue;
        struct error found = { .code = OK };
        error_at(&found, p->file, p->line, "%s'%s' has neither 'sources' nor 'assumption'",
                 strict ? "" : "warning: ", p->path);
        if (++n <= MAX_PROBLEM)
            message_error(&found);
    }
    if (n > MAX_PROBLEM)
        fprintf(stderr, "negosim: and %zu more\n", n - MAX_PROBLEM);
    return n;
}

static void print_report(const char *path, const struct scenario *s)
{
    const struct numbers numbers = count_parameters(s);
    char shown[TEXT_SHOWN];

    printf("%s: %s\n",
           strcmp(path, "-") == 0 ? "standard input" : text_shown(path, sizeof shown, shown),
           s->title);
    print_size(s);
    print_rules(s);
    printf("  %zu uncertain parameter%s and %zu red line%s that may or may not be real\n",
           numbers.uncertain, message_plural(numbers.uncertain), numbers.red_lines,
           message_plural(numbers.red_lines));
    printf("  numbers: %zu cited, %zu assumed, %zu with neither source nor assumption\n",
           numbers.by_origin[ORIGIN_CITED], numbers.by_origin[ORIGIN_ASSUMED],
           numbers.by_origin[ORIGIN_NEITHER]);
    rule_text_power(stdout, s);
    if (numbers.by_origin[ORIGIN_ASSUMED] > 0) {
        printf("  assumed:\n");
        print_origin(s, ORIGIN_ASSUMED);
    }
    print_dates(s);
}

/* The numbers that people gave, a row each. */
static void print_rows(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        char form[160];
        if (p->is_implied)
            continue;
        distribution_format(&p->distribution, sizeof form, form);
        printf("%s,%s,", s->name, p->path);
        csv_cell(stdout, form);
        printf(",%s,", origin_names[p->origin]);
        csv_cell(stdout, p->reason);
        printf(",%d,", p->is_dated);
        csv_cell(stdout, p->file);
        printf(",%d\n", p->line);
    }
}

/* Prints what a run takes; that it does not fit this machine is said even with --quiet. */
static void report_cost(const struct options *options, const char *path, const struct scenario *s)
{
    const int threads = worker_threads(options);
    struct error found = { .code = OK };
    struct run_cost cost;

    if (fits_memory_run(s, false, 0, threads, &found) != OK)
        message_warning(path, "%s", found.text);
    else if (!options->quiet && cost_of_run(s, threads, &cost, &found) == OK)
        cost_print(s, threads, &cost);
}

/* Checks the scenario's group `sweep` as the command of that name would. */
static enum error_code check_sweep(const struct options *options, const struct manuscript *texts,
                                   const struct scenario *s)
{
    struct reload from = { options, texts, s };
    struct error found = { .code = OK };
    struct plan plan = { .n_lever = 0 };
    struct sweep sweep = { .plan = &plan };

    if (s->sweep.n_vary == 0)
        return OK;
    enum error_code code = sweep_options(&from, &plan, &sweep, &found);
    if (code == OK)
        code = sweep_options_values(&from, &plan, &found);
    sweep_release(&sweep);
    plan_release(&plan);
    if (code != OK)
        message_error(&found);
    return code;
}

static enum error_code check_read(const struct options *options, const struct manuscript *texts,
                                  const char *path, const struct scenario *s, struct error *err)
{
    if (options->csv)
        print_rows(s);
    else if (!options->quiet)
        print_report(path, s);
    if (!options->csv)
        report_cost(options, path, s);
    if (oddities_warn(path, s, err) != OK)
        return err->code;
    warn_impossible(path, s);
    enum error_code code = check_sweep(options, texts, s);
    if (complain_of_orphans(s, options->strict) > 0 && options->strict)
        code = ERR_SCENARIO;
    return code;
}

enum error_code cmd_check(const struct options *options, struct error *err)
{
    enum error_code worst = OK;

    if (options->csv)
        puts("scenario,number,value,origin,reason,dated,file,line");
    for (int i = 0; i < options->n_operand; i++) {
        struct manuscript texts;
        struct scenario s;
        enum error_code code = load_scenario_texts(&s, &texts, options, i, true, err);
        if (code == OK) {
            code = check_read(options, &texts, options->operand[i], &s, err);
            scenario_release(&s);
        }
        manuscript_release(&texts);
        if (code != ERR_SCENARIO && err->code != OK) {
            message_error(err); /* and goes on: the other files are still to be read */
            *err = (struct error){ .code = OK };
        }
        worst = worst == OK ? code : worst;
    }
    return worst;
}
