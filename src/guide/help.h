/* help.h - what negosim says of its commands and options, for --help and for the manual */
#ifndef HELP_H
#define HELP_H

#include "command.h"

#include <stdio.h>

#define HELP_ASKS "Which terms would both sides accept, and what blocks the rest?"
#define HELP_COUNTS "N is a whole number, and may be written 10000, 1e4, 10k or 0.01M"
#define HELP_FOOT                                                                          \
    "'negosim COMMAND --help' lists the options of one command; a scenario may be - for\n" \
    "standard input.  Exit status: 0 fine, 1 the run failed, 2 usage, 3 bad scenario,\n"   \
    "4 cannot read or write, 129, 130 or 143 stopped by a signal.\n"

/* All commands, a line each. */
void help_print(FILE *out);

/* One command and the options that it takes, a line each. */
void help_command_print(FILE *out, const struct command *command);

/* Whether a command takes an option, and whether it takes one that is a whole number. */
bool help_takes(const struct command *command, const struct option *option);
bool help_takes_counts(const struct command *command);

#endif
