/* manual.c - the pages of the manual, made from the tables that the program works by */
#include "manual.h"

#include "help.h"
#include "reference.h"
#include "result_files.h"
#include "roff.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_OF_COMMAND = 64 };

/* No date: equal sources make equal pages. */
static void begin(FILE *out, const char *name, int section, const char *does)
{
    fprintf(out, ".\\\" made by negosim manual\n.TH \"");
    for (const char *c = name; *c; c++)
        putc(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c, out);
    fprintf(out, "\" %d \"\" \"negosim " NEGOSIM_VERSION "\" \"negosim\"\n.SH NAME\n", section);
    roff_text(out, name);
    fputs(" \\- ", out);
    roff_text(out, does);
    putc('\n', out);
}

/* A paragraph, or the text of an entry. */
static void say(FILE *out, const char *text)
{
    roff_text(out, text);
    putc('\n', out);
}

/* .BR negosim\-run (1), */
static void refer(FILE *out, const char *name, int in, const char *then)
{
    fputs(".BR ", out);
    roff_text(out, name);
    fprintf(out, " (%d)%s\n", in, then);
}

static void option_print(FILE *out, const struct option *o)
{
    fputs(".TP\n", out);
    if (o->letter)
        fprintf(out, "\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", out);
    roff_text(out, o->name);
    fputs("\\fR", out);
    if (o->takes) {
        fputs("=\\fI", out);
        roff_text(out, o->takes);
        fputs("\\fR", out);
    }
    putc('\n', out);
    say(out, o->help);
}

static void files_print(FILE *out, const struct command *command)
{
    const struct result_table *table[MAX_FILE_OF_COMMAND];
    const size_t n = result_files_of(command->name, COUNT_OF(table), table);

    if (n == 0)
        return;
    fputs(".SH FILES\n", out);
    say(out, "A folder of results may have these; `negosim-results`(5) has their columns.");
    for (size_t i = 0; i < n; i++) {
        fprintf(out, ".TP\n.I ");
        say(out, table[i]->file);
        say(out, table[i]->about);
    }
}

static void command_page(FILE *out, const struct command *command)
{
    char name[80];

    snprintf(name, sizeof name, "negosim-%s", command->name);
    begin(out, name, 1, command->does);
    fprintf(out, ".SH SYNOPSIS\n.B negosim %s\n[OPTION...]", command->name);
    fputs(command->operands[0] ? " " : "", out);
    say(out, command->operands);
    fputs(".SH DESCRIPTION\n", out);
    say(out, command->does);
    fputs(".SH OPTIONS\n", out);
    for (size_t i = 0; i < n_option; i++)
        if (help_takes(command, &option_rows[i]))
            option_print(out, &option_rows[i]);
    if (help_takes_counts(command))
        fputs(".PP\n" HELP_COUNTS "\n", out);
    files_print(out, command);
    fputs(".SH EXAMPLE\n.nf\n", out);
    say(out, command->example);
    fputs(".fi\n.SH \"SEE ALSO\"\n", out);
    refer(out, "negosim", 1, ",");
    refer(out, "negosim", 5, ",");
    refer(out, "negosim-results", 5, "");
}

static void program_page(FILE *out)
{
    begin(out, "negosim", 1, "map the terms that all parties to a negotiation would accept");
    fputs(".SH SYNOPSIS\n.B negosim\nCOMMAND [OPTION...] [ARGUMENT...]\n", out);
    fputs(".SH DESCRIPTION\n" HELP_ASKS "\n.SH COMMANDS\n", out);
    for (size_t i = 0; i < n_command; i++) {
        fputs(".TP\n\\fB", out);
        roff_text(out, commands[i].name);
        fputs("\\fR ", out);
        say(out, commands[i].operands);
        say(out, commands[i].does);
    }
    fputs(".PP\n", out);
    roff_text(out, HELP_FOOT);
    fputs(".SH ENVIRONMENT\n.TP\n.B NEGOSIM_PLOTS\nanother folder of plot scripts\n"
          ".SH \"SEE ALSO\"\n",
          out);
    for (size_t i = 0; i < n_command; i++) {
        char name[80];
        snprintf(name, sizeof name, "negosim-%s", commands[i].name);
        refer(out, name, 1, ",");
    }
    refer(out, "negosim", 5, ",");
    refer(out, "negosim-results", 5, "");
}

/* A page of section 5 is a reference, which is printed as Markdown first. */
static enum error_code reference_page(FILE *out, const char *name, const char *does,
                                      void (*print)(FILE *out), struct error *err)
{
    char *markdown = NULL;
    size_t n;
    FILE *in = open_memstream(&markdown, &n);

    if (!in)
        return error_set(err, ERR_MEMORY, "not enough memory for the manual");
    print(in);
    if (fclose(in) != 0) {
        free(markdown);
        return error_set(err, ERR_MEMORY, "not enough memory for the manual");
    }
    begin(out, name, 5, does);
    fputs(".SH DESCRIPTION\n", out);
    roff_markdown(out, markdown);
    fputs(".SH \"SEE ALSO\"\n", out);
    refer(out, "negosim", 1, "");
    free(markdown);
    return OK;
}

static enum error_code unknown_page(const char *page, struct error *err)
{
    char hint[300];

    name_hint(n_command, commands, sizeof *commands, page, sizeof hint, hint);
    return error_set(err, ERR_USAGE, "the manual has no page '%s'%s", page, hint);
}

enum error_code manual_print(FILE *out, const char *page, struct error *err)
{
    const struct command *command = command_find(page);

    if (strcmp(page, "scenario") == 0)
        return reference_page(out, "negosim", "scenario files of negosim", reference_print, err);
    if (strcmp(page, "results") == 0)
        return reference_page(out, "negosim-results", "files of results that negosim writes",
                              result_files_print, err);
    if (strcmp(page, "negosim") == 0)
        program_page(out);
    else if (command)
        command_page(out, command);
    else
        return unknown_page(page, err);
    return OK;
}
