/* options.c - what the command line asks for */
#include "options.h"

#include "command.h"
#include "design.h"
#include "draw.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const struct name format_names[FORMAT_COUNT] = {
    { FORMAT_PNG, "png", "" },
    { FORMAT_SVG, "svg", "" },
    { FORMAT_PDF, "pdf", "" },
};

/* One row drives reading, range check and --help.  What an option is before it is given:
 * options_read sets it where that is not zero. */
#define AT(member) offsetof(struct options, member)
const struct option option_rows[] = {
    { "out", 'o', OPTION_TEXT, AT(out), 0, 0, NULL, 0, TAKES_DRAWS | TAKES_MERGE, "DIR",
      "where results go; merge needs it [results/NAME; of talks NAME_talks, of a sweep "
      "NAME_sweep, of sensitivity NAME_sensitivity, of discover NAME_worlds, of reach NAME_reach, "
      "of diff A_B_diff, of backtest and infer NAME_backtest and NAME_infer; of several scenarios "
      "without NAME_]" },
    { "out", 'o', OPTION_TEXT, AT(out), 0, 0, NULL, 0, TAKES_REPORT, "FILE",
      "where the page goes [report.html in the first DIR]" },
    { "draws", 'n', OPTION_COUNT, AT(draws), 1, 1000000000, NULL, 0, TAKES_DRAWS, "N",
      "possible worlds to sample [what the scenario says, or 10000]; of sensitivity pairs of "
      "worlds, 16 times a power of two [4096]; of backtest and infer [20000]" },
    { "seed", 's', OPTION_COUNT, AT(seed), 0, 9000000000000000, NULL, 0, TAKES_DRAWS, "N",
      "of the random numbers [what the scenario says, or 1]" },
    { "threads", 'j', OPTION_COUNT, AT(threads), 1, 1024, NULL, 0, TAKES_DRAWS, "N",
      "threads to use [all cores]; results do not depend on it" },
    { "set", 0, OPTION_SET, 0, 0, 0, NULL, 0, TAKES_DRAWS | TAKES_CHECK, "PATH=VALUE",
      "change a setting, as in --set hamas.no_deal=0.1; may be repeated" },
    { "with", 0, OPTION_WITH, 0, 0, 0, NULL, 0, TAKES_DIFF, "PATH=VALUE",
      "change a setting of B only; without B, of A: what if?; may be repeated" },
    { "vary", 0, OPTION_VARY, 0, 0, 0, NULL, 0, TAKES_SWEEP | TAKES_DISCOVER | TAKES_REACH,
      "PATH=VALUES",
      "a lever: PATH=LO:HI:N, PATH=a,b,c, issues.NAME=all, or for a --design PATH=LO:HI; may be "
      "repeated" },
    { "design", 0, OPTION_NAME, AT(design), 0, 0, design_names, DESIGN_COUNT, TAKES_SWEEP, "NAME",
      "of the points: grid, lhs, sobol or random [grid]; of the draws: --set run.design=sobol" },
    { "design", 0, OPTION_NAME, AT(draw_design), 0, 0, draw_design_names, DRAW_DESIGN_COUNT,
      TAKES_RUN, "NAME",
      "of the draws: plain or sobol, which takes a power of two of them and needs fewer for the "
      "same error [what the scenario says, or plain]" },
    { "points", 0, OPTION_COUNT, AT(points), 1, 1000000000, NULL, 0, TAKES_SWEEP, "N",
      "of a design other than the grid" },
    { "metrics", 0, OPTION_TEXT, AT(metrics), 0, 0, NULL, 0,
      TAKES_SWEEP | TAKES_SENSITIVITY | TAKES_DISCOVER, "METRIC,...",
      "what to look at: zone, best, proposals, completes, talks [of a sweep all but talks; of "
      "sensitivity proposals, and without phases the zone]" },
    { "want", 0, OPTION_WANT, 0, 0, 0, NULL, 0, TAKES_REACH, "PARTY=SHARE",
      "how often a party, or all, or by agreement `rule`, is to accept: 0.6, or +0.1 for so much "
      "more than --proposal; may "
      "be repeated" },
    { "proposal", 0, OPTION_TEXT, AT(proposal), 0, 0, NULL, 0,
      TAKES_REACH | TAKES_SENSITIVITY | TAKES_DISCOVER, "PROPOSAL",
      "the one that is looked at [reach: the package that comes nearest; else all]" },
    { "from", 0, OPTION_TEXT, AT(from), 0, 0, NULL, 0, TAKES_REACH, "PROPOSAL",
      "a proposal from which a path leads, a term at a time, to that of --to" },
    { "to", 0, OPTION_TEXT, AT(to), 0, 0, NULL, 0, TAKES_REACH, "PROPOSAL",
      "where that path ends" },
    { "others", 0, OPTION_COUNT, AT(others), 1, 20, NULL, 0, TAKES_REACH, "N",
      "so many packages that all accept often and that differ [3]" },
    { "apart", 0, OPTION_COUNT, AT(apart), 1, 64, NULL, 0, TAKES_REACH, "N",
      "in at least N terms [3]" },
    { "interactions", 0, OPTION_COUNT, AT(interactions), 2, 16, NULL, 0, TAKES_SENSITIVITY, "N",
      "what each two of the N numbers that matter most do together [none]" },
    { "posterior", 0, OPTION_TEXT, AT(posterior), 0, 0, NULL, 0, TAKES_POSTERIOR, "DIR",
      "worlds that the record leaves, from a folder of infer: draw i has the numbers of world i; "
      "those that are not among them, and those of --set, are as before" },
    { "doubt", 0, OPTION_TEXT, AT(doubt), 0, 0, NULL, 0, TAKES_RECORD, "NUMBER",
      "the chance that an answer on record was given whatever it was worth, of those without a "
      "doubt of their own [what the scenario's `record` says, or 0.05]" },
    { "scale", 0, OPTION_TEXT, AT(scale), 0, 0, NULL, 0, TAKES_RECORD, "NUMBER",
      "how far a surplus may be off before the answer is the other one, in utilities [what the "
      "scenario's `record` says, or 0.02]" },
    { "learn", 0, OPTION_FLAG, AT(learn), 0, 0, NULL, 0, TAKES_BACKTEST, NULL,
      "also predict each answer from the others, as infer does" },
    { "worlds", 0, OPTION_COUNT, AT(worlds), 1, 1000000, NULL, 0, TAKES_INFER, "N",
      "equal worlds to write [2000]" },
    { "resume", 0, OPTION_FLAG, AT(resume), 0, 0, NULL, 0, TAKES_SWEEP, NULL,
      "go on where the same sweep was interrupted, or begin" },
    { "shard", 0, OPTION_TEXT, AT(shard), 0, 0, NULL, 0, TAKES_SWEEP, "I/N",
      "only part I of N, from 1; 'negosim merge' joins them" },
    { "top", 0, OPTION_COUNT_OR_ALL, AT(top), 1, 1000000000, NULL, 0, TAKES_RUN, "N",
      "write only the N packages accepted most often, or all [at most 100,000]" },
    { "draw-table", 0, OPTION_FLAG, AT(draw_table), 0, 0, NULL, 0, TAKES_RUN, NULL,
      "write agreement.csv too, a row a draw" },
    { "trace", 0, OPTION_COUNT, AT(trace), 0, 1000000000, NULL, 0, TAKES_BARGAIN, "N",
      "the run that offers.csv writes out [one that agrees on the median day]" },
    { "against", 0, OPTION_TEXT, AT(against), 0, 0, NULL, 0, TAKES_BARGAIN, "STRATEGY,...",
      "have every pair of these meet, too; STRATEGY:EXPONENT for those that concede in time" },
    { "plot", 0, OPTION_FLAG, AT(plot), 0, 0, NULL, 0, TAKES_PICTURES, NULL,
      "draw the pictures too" },
    { "report", 0, OPTION_FLAG, AT(report), 0, 0, NULL, 0, TAKES_DRAWS, NULL,
      "write report.html too: one page of the results, to read, print or send" },
    { "anyway", 0, OPTION_FLAG, AT(anyway), 0, 0, NULL, 0, TAKES_REPORT, NULL,
      "put results of different texts of a scenario on one page, which says so" },
    { "no-command", 0, OPTION_FLAG, AT(no_command), 0, 0, NULL, 0, TAKES_REPORT, NULL,
      "leave out the command lines, which may have names of users and folders in them" },
    { "format", 0, OPTION_NAME, AT(format), 0, 0, format_names, FORMAT_COUNT,
      TAKES_PICTURES | TAKES_PLOT, "FORMAT", "of pictures: png, svg or pdf [png]" },
    { "axes", 0, OPTION_TEXT, AT(axes), 0, 0, NULL, 0,
      TAKES_RUN | TAKES_PLOT | TAKES_SWEEP | TAKES_MERGE, "A,B",
      "issues of the map [the two that matter most]; levers of a sweep" },
    { "json", 0, OPTION_FLAG, AT(json), 0, 0, NULL, 0, TAKES_FIELDS, NULL,
      "of scenarios: as a JSON Schema, for editors and other programs" },
    { "csv", 0, OPTION_FLAG, AT(csv), 0, 0, NULL, 0, TAKES_CHECK, NULL,
      "print only the numbers of the scenarios and where each comes from, as a CSV table" },
    { "strict", 0, OPTION_FLAG, AT(strict), 0, 0, NULL, 0, TAKES_CHECK, NULL,
      "a number with neither source nor assumption is an error" },
    { "force", 0, OPTION_FLAG, AT(force), 0, 0, NULL, 0,
      TAKES_DRAWS | TAKES_INIT | TAKES_MERGE | TAKES_PLOT | TAKES_REPORT, NULL,
      "write into a folder that holds other files or an unfinished sweep, and rename what is in "
      "the "
      "way; for init, over the file" },
    { "progress", 0, OPTION_NAME, AT(progress), 0, 0, progress_names, PROGRESS_COUNT, TAKES_DRAWS,
      "WHEN", "show progress: auto, always or never [auto]" },
    { "quiet", 'q', OPTION_FLAG, AT(quiet), 0, 0, NULL, 0,
      TAKES_DRAWS | TAKES_CHECK | TAKES_PLOT | TAKES_MERGE | TAKES_REPORT, NULL,
      "print errors and warnings only" },
    { "verbose", 'v', OPTION_FLAG, AT(verbose), 0, 0, NULL, 0,
      TAKES_RUN | TAKES_BARGAIN | TAKES_SWEEP, NULL,
      "say more: all of each proposal, of each issue of the talks, of every point" },
    { "help", 'h', OPTION_FLAG, AT(help), 0, 0, NULL, 0, (unsigned)TAKES_ANY, NULL,
      "show this help" },
};
const size_t n_option = COUNT_OF(option_rows);

/* The option of this name that a command takes; NULL for none.  One name may have a row for each of
 * several commands. */
static const struct option *find_long(const struct command *command, const char *name,
                                      size_t length)
{
    for (size_t i = 0; i < COUNT_OF(option_rows); i++)
        if ((option_rows[i].commands & command->bit) && strlen(option_rows[i].name) == length &&
            memcmp(option_rows[i].name, name, length) == 0)
            return &option_rows[i];
    return NULL;
}

static const struct option *find_letter(const struct command *command, char letter)
{
    for (size_t i = 0; i < COUNT_OF(option_rows); i++)
        if ((option_rows[i].commands & command->bit) && letter && option_rows[i].letter == letter)
            return &option_rows[i];
    return NULL;
}

/* Suggests only options that the command takes: another command may have the one asked for. */
static enum error_code unknown_option(const char *argument, const struct command *command,
                                      struct error *err)
{
    const char *taken[COUNT_OF(option_rows)], *near;
    char name[80];
    size_t n = 0;

    snprintf(name, sizeof name, "%.*s", (int)strcspn(argument + 1, "=") + 1, argument);
    for (size_t i = 0; i < COUNT_OF(option_rows); i++)
        if (option_rows[i].commands & command->bit)
            taken[n++] = option_rows[i].name;
    near = name_nearest(n, taken, sizeof *taken, name + strspn(name, "-"));
    return error_set(err, ERR_USAGE, "%s has no option '%s'%s%s%s; try 'negosim %s --help'",
                     command->name, name, near ? "; did you mean '--" : "", near ? near : "",
                     near ? "'?" : "", command->name);
}

/* Adds a text to list[MAX_SET]. */
static enum error_code take_text(const char *list[], size_t *n, const struct option *o,
                                 const char *value, struct error *err)
{
    if (*n == MAX_SET)
        return error_set(err, ERR_USAGE, "more than %d --%s", MAX_SET, o->name);
    list[(*n)++] = value;
    return OK;
}

static enum error_code take_value(struct options *r, const struct option *o, const char *value,
                                  struct error *err)
{
    void *slot = (char *)r + o->offset;
    char list[100];

    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)slot = true;
        return OK;
    case OPTION_TEXT:
        *(const char **)slot = value;
        return OK;
    case OPTION_COUNT:
        if (!text_amount(value, o->low, o->high, slot))
            return error_set(err, ERR_USAGE,
                             "--%s is '%s', expected a whole number from %" PRIu64 " to %" PRIu64,
                             o->name, value, o->low, o->high);
        return OK;
    case OPTION_COUNT_OR_ALL:
        if (strcmp(value, "all") == 0)
            *(uint64_t *)slot = UINT64_MAX;
        else if (!text_amount(value, o->low, o->high, slot))
            return error_set(err, ERR_USAGE,
                             "--%s is '%s', expected a whole number from %" PRIu64 " to %" PRIu64
                             ", or all",
                             o->name, value, o->low, o->high);
        return OK;
    case OPTION_NAME:
        name_list(o->n_name, &o->names[0].text, sizeof *o->names, sizeof list, list);
        if (!name_find(o->n_name, o->names, value, slot))
            return error_set(err, ERR_USAGE, "--%s is '%s', expected %s", o->name, value, list);
        return OK;
    case OPTION_SET:
        return take_text(r->set, &r->n_set, o, value, err);
    case OPTION_VARY:
        return take_text(r->vary, &r->n_vary, o, value, err);
    case OPTION_WANT:
        return take_text(r->want, &r->n_want, o, value, err);
    case OPTION_WITH:
        return take_text(r->with, &r->n_with, o, value, err);
    }
    return OK;
}

/* Takes the option at argv[*i], and its value, which may be in the next argument. */
static enum error_code take_option(struct options *r, int argc, char **argv, int *i,
                                   struct error *err)
{
    const char *argument = argv[*i], *value = NULL;
    const struct option *o;

    if (argument[1] == '-') {
        size_t length = strcspn(argument + 2, "=");
        o = find_long(r->command, argument + 2, length);
        value = argument[2 + length] ? argument + 3 + length : NULL;
    } else {
        o = find_letter(r->command, argument[1]);
        value = argument[2] ? argument + 2 : NULL;
    }
    if (!o)
        return unknown_option(argument, r->command, err);
    if (o->kind == OPTION_FLAG && value)
        return error_set(err, ERR_USAGE, "--%s takes no value", o->name);
    if (o->kind != OPTION_FLAG && !value) {
        if (*i + 1 >= argc)
            return error_set(err, ERR_USAGE, "--%s needs a value, %s", o->name, o->takes);
        value = argv[++*i];
    }
    return take_value(r, o, value, err);
}

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < n_command; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* Writes the command line so that a shell would read it back: words with other letters than these
 * stand in single quotes. */
static void write_line(int argc, char **argv, size_t size, char line[size])
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+%@";
    size_t used = (size_t)snprintf(line, size, "negosim");

    for (int i = 1; i < argc && used < size; i++) {
        const char *word = argv[i];
        if (word[0] && !word[strspn(word, plain)]) {
            used += (size_t)snprintf(line + used, size - used, " %s", word);
            continue;
        }
        used += (size_t)snprintf(line + used, size - used, " '");
        for (; *word && used < size; word++)
            used +=
                (size_t)snprintf(line + used, size - used, *word == '\'' ? "'\\''" : "%c", *word);
        if (used < size)
            used += (size_t)snprintf(line + used, size - used, "'");
    }
}

enum error_code options_read(struct options *r, int argc, char **argv, struct error *err)
{
    bool options_end = false;
    char hint[300];

    *r = (struct options){ .seed = UINT64_MAX,
                           .trace = UINT64_MAX,
                           .format = FORMAT_NOT_GIVEN,
                           .design = DESIGN_COUNT,
                           .draw_design = DRAW_DESIGN_COUNT };
    write_line(argc, argv, sizeof r->line, r->line); /* before argv is put in another order */
    r->command = command_find(argv[1]);
    if (!r->command) {
        name_hint(n_command, commands, sizeof *commands, argv[1], sizeof hint, hint);
        return error_set(err, ERR_USAGE, "unknown command '%s'%s", argv[1], hint);
    }
    r->operand = argv + 2;
    for (int i = 2; i < argc; i++) {
        if (!options_end && strcmp(argv[i], "--") == 0)
            options_end = true;
        else if (options_end || argv[i][0] != '-' || argv[i][1] == '\0')
            r->operand[r->n_operand++] = argv[i]; /* never ahead of i */
        else if (take_option(r, argc, argv, &i, err) != OK)
            return err->code;
    }
    if (r->help)
        return OK;
    if (r->n_operand < r->command->least || r->n_operand > r->command->most)
        return error_set(err, ERR_USAGE, "expected 'negosim %s%s%s'; try 'negosim %s --help'",
                         r->command->name, r->command->operands[0] ? " " : "", r->command->operands,
                         r->command->name);
    return OK;
}
