/* help.c - what negosim says of its commands and options, for --help and for the manual */
#include "help.h"

void help_print(FILE *out)
{
    fprintf(out, "usage: negosim COMMAND [OPTION...] [ARGUMENT...]\n\n" HELP_ASKS "\n\n");
    for (size_t i = 0; i < n_command; i++)
        fprintf(out, "  %-11s %-12s %s\n", commands[i].name, commands[i].operands,
                commands[i].does);
    fputs("\n" HELP_FOOT, out);
}

bool help_takes(const struct command *command, const struct option *option)
{
    return (option->commands & command->bit) != 0;
}

bool help_takes_counts(const struct command *command)
{
    for (size_t i = 0; i < n_option; i++)
        if (option_rows[i].kind == OPTION_COUNT && help_takes(command, &option_rows[i]))
            return true;
    return false;
}

static void print_option(FILE *out, const struct option *o)
{
    char left[40], letter[5] = "    ";

    if (o->letter)
        snprintf(letter, sizeof letter, "-%c, ", o->letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, o->name, o->takes ? "=" : "",
             o->takes ? o->takes : "");
    fprintf(out, "  %-24s %s\n", left, o->help);
}

void help_command_print(FILE *out, const struct command *command)
{
    fprintf(out, "usage: negosim %s [OPTION...]%s%s\n\n%s\n\n", command->name,
            command->operands[0] ? " " : "", command->operands, command->does);
    for (size_t i = 0; i < n_option; i++)
        if (help_takes(command, &option_rows[i]))
            print_option(out, &option_rows[i]);
    if (help_takes_counts(command))
        fprintf(out, "\n" HELP_COUNTS "\n");
    fprintf(out, "\nexample:\n  %s\n", command->example);
}
