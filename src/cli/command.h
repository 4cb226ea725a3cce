/* command.h - the commands of negosim */
#ifndef COMMAND_H
#define COMMAND_H

#include "options.h"

/* One bit for each command; the options table says by them which commands take an option. */
enum {
    TAKES_CHECK = 1 << 0,
    TAKES_FIELDS = 1 << 1,
    TAKES_INIT = 1 << 2,
    TAKES_RUN = 1 << 3,
    TAKES_PLOT = 1 << 4,
    TAKES_SWEEP = 1 << 5,
    TAKES_MERGE = 1 << 6,
    TAKES_BARGAIN = 1 << 7,
    TAKES_SENSITIVITY = 1 << 8,
    TAKES_DIFF = 1 << 9,
    TAKES_DISCOVER = 1 << 10,
    TAKES_REACH = 1 << 11,
    TAKES_BACKTEST = 1 << 12,
    TAKES_INFER = 1 << 13,
    TAKES_SHOW = 1 << 14,
    TAKES_REPORT = 1 << 15,
    TAKES_MANUAL = 1 << 16,
    TAKES_COMPLETION = 1 << 17,
    TAKES_RECORD = TAKES_BACKTEST | TAKES_INFER,
    TAKES_POSTERIOR = TAKES_RUN | TAKES_BARGAIN | TAKES_SWEEP | TAKES_SENSITIVITY | TAKES_DISCOVER |
                      TAKES_REACH | TAKES_DIFF,
    TAKES_DRAWS = TAKES_RECORD | TAKES_RUN | TAKES_BARGAIN | TAKES_SWEEP | TAKES_SENSITIVITY |
                  TAKES_DISCOVER | TAKES_REACH | TAKES_DIFF,
    /* whose results have pictures */
    TAKES_PICTURES = TAKES_RUN | TAKES_BARGAIN | TAKES_SWEEP | TAKES_SENSITIVITY | TAKES_DISCOVER |
                     TAKES_MERGE | TAKES_RECORD,
    TAKES_ANY = ~0,
};

struct command {
    const char *name;
    enum error_code (*run)(const struct options *options, struct error *err);
    const char *operands;
    int least, most; /* number of operands */
    unsigned bit;
    const char *does;
    const char *example;
};
extern const struct command commands[];
extern const size_t n_command;

/* The command of this name, or NULL. */
const struct command *command_find(const char *name);

enum error_code cmd_check(const struct options *options, struct error *err);
enum error_code cmd_fields(const struct options *options, struct error *err);
enum error_code cmd_init(const struct options *options, struct error *err);
enum error_code cmd_run(const struct options *options, struct error *err);
enum error_code cmd_sweep(const struct options *options, struct error *err);
enum error_code cmd_merge(const struct options *options, struct error *err);
enum error_code cmd_backtest(const struct options *options, struct error *err);
enum error_code cmd_infer(const struct options *options, struct error *err);
enum error_code cmd_bargain(const struct options *options, struct error *err);
enum error_code cmd_discover(const struct options *options, struct error *err);
enum error_code cmd_reach(const struct options *options, struct error *err);
enum error_code cmd_sensitivity(const struct options *options, struct error *err);
enum error_code cmd_diff(const struct options *options, struct error *err);
enum error_code cmd_manual(const struct options *options, struct error *err);
enum error_code cmd_completion(const struct options *options, struct error *err);
enum error_code cmd_show(const struct options *options, struct error *err);
enum error_code cmd_report(const struct options *options, struct error *err);
enum error_code cmd_plot(const struct options *options, struct error *err);

#endif
