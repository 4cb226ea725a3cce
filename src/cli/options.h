/* options.h - what the command line asks for */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "error.h"
#include "names.h"
#include "progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MAX_SET = 64 };

enum picture_format { FORMAT_NOT_GIVEN = -1, FORMAT_PNG, FORMAT_SVG, FORMAT_PDF, FORMAT_COUNT };
extern const struct name format_names[FORMAT_COUNT];

struct command;
struct posterior;

/* The options of all commands: each command reads those that it takes, the others are not given. */
struct options {
    char line[2000]; /* the whole command line, as a shell would take it again, cut at the end */
    const struct command *command;
    int n_operand;
    char **operand; /* what is left when the options are taken out */
    const char *out, *axes, *against, *proposal, *from, *to;
    int format;                           /* enum picture_format */
    uint64_t draws, seed, threads, top;   /* 0: not given; UINT64_MAX: seed not given, top all */
    uint64_t trace;                       /* UINT64_MAX: not given */
    uint64_t interactions, others, apart; /* 0: not given */
    int progress;                         /* enum progress_when */
    bool quiet, verbose, force, strict, plot, draw_table, help;
    bool report, anyway, no_command; /* pages */
    bool csv;
    size_t n_set;
    const char *set[MAX_SET];
    size_t n_vary;
    const char *vary[MAX_SET];
    size_t n_want;
    const char *want[MAX_SET];
    size_t n_with;
    const char *with[MAX_SET];
    int design;      /* of a sweep: enum design_kind, or DESIGN_COUNT: not given */
    int draw_design; /* of a run: enum draw_design, or DRAW_DESIGN_COUNT: not given */
    uint64_t points;
    const char *metrics, *shard;
    bool resume;
    const char *posterior;           /* a folder of infer */
    const struct posterior *learned; /* its worlds, once they are read; or NULL */
    const char *doubt, *scale;       /* of answers on record */
    uint64_t worlds;                 /* 0: not given */
    bool learn, json;
};

/* Reads argv: a command, its options and operands, in any order after the command.
 * Options may be written -oDIR, -o DIR, --out=DIR or --out DIR; `--` ends them.
 * Errors: ERR_USAGE. */
NODISCARD
enum error_code options_read(struct options *r, int argc, char **argv, struct error *err);

/* The table that options_read, --help, the manual and completion work by. */
enum option_kind {
    OPTION_FLAG,
    OPTION_COUNT,
    OPTION_COUNT_OR_ALL,
    OPTION_TEXT,
    OPTION_NAME,
    OPTION_SET,
    OPTION_VARY,
    OPTION_WANT,
    OPTION_WITH
};

struct option {
    const char *name;
    char letter; /* 0: none */
    enum option_kind kind;
    size_t offset;
    uint64_t low, high;       /* of counts */
    const struct name *names; /* of names */
    size_t n_name;
    unsigned commands;
    const char *takes, *help;
};
extern const struct option option_rows[];
extern const size_t n_option;

#endif
