/* main.c - the command table, and where every error ends */
#include "command.h"
#include "complete.h"
#include "help.h"
#include "interrupt.h"
#include "message.h"
#include "posterior.h"
#include "ranks.h"

#include <errno.h>
#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct command commands[] = {
    { "check", cmd_check, "SCENARIO...", 1, 10000, TAKES_CHECK,
      "read scenarios; say what is wrong, what is assumed, how large they are",
      "negosim check scenarios/six_week.cfg" },
    { "run", cmd_run, "SCENARIO...", 1, 10000, TAKES_RUN,
      "map the terms that all parties would accept, and what blocks the rest",
      "negosim run scenarios/six_week.cfg --plot" },
    { "bargain", cmd_bargain, "SCENARIO", 1, 1, TAKES_BARGAIN,
      "play the talks in time: whether, when and on what they end",
      "negosim bargain scenarios/four_day_pause.cfg --plot" },
    { "sweep", cmd_sweep, "SCENARIO", 1, 1, TAKES_SWEEP,
      "the same at many settings of some levers, a row each",
      "negosim sweep scenarios/six_week.cfg --vary israel.no_deal=-0.1:0.2:13 --vary "
      "issues.guarantee=all" },
    { "sensitivity", cmd_sensitivity, "SCENARIO", 1, 1, TAKES_SENSITIVITY,
      "which doubt decides: what drawing each number anew changes",
      "negosim sensitivity scenarios/six_week.cfg --plot" },
    { "discover", cmd_discover, "SCENARIO", 1, 1, TAKES_DISCOVER,
      "in which worlds something holds: ranges of numbers that set them apart",
      "negosim discover scenarios/six_week.cfg --vary issues.guarantee=all" },
    { "reach", cmd_reach, "SCENARIO", 1, 1, TAKES_REACH,
      "terms that so many would accept, or what stands in the way and would do it",
      "negosim reach scenarios/six_week.cfg --want hamas=0.6 --want israel=0.6" },
    { "backtest", cmd_backtest, "SCENARIO...", 1, 10000, TAKES_BACKTEST,
      "how well scenarios give the answers and outcomes on record, beside base rates",
      "negosim backtest scenarios/four_day_pause.cfg scenarios/six_week.cfg" },
    { "infer", cmd_infer, "SCENARIO...", 1, 10000, TAKES_INFER,
      "what the answers on record teach about the parties: the worlds that they leave",
      "negosim infer scenarios/four_day_pause.cfg scenarios/six_week.cfg -o results/learned" },
    { "merge", cmd_merge, "DIR...", 1, 10000, TAKES_MERGE, "join the shards of a sweep",
      "negosim merge shard_1 shard_2 shard_3 -o results/sweep" },
    { "diff", cmd_diff, "A [B]", 1, 2, TAKES_DIFF,
      "what differs between two scenarios or results, and what moved",
      "negosim diff scenarios/six_week.cfg --with issues.guarantee=united_states" },
    { "plot", cmd_plot, "DIR", 1, 1, TAKES_PLOT, "draw what is in DIR, through gnuplot",
      "negosim plot results/six_week --format svg --axes pause,permanence" },
    { "report", cmd_report, "DIR...", 1, 16, TAKES_REPORT,
      "write one page of what is in folders of results, to read, print or send",
      "negosim report results/six_week results/six_week_talks -o six_week.html" },
    { "show", cmd_show, "DIR", 1, 1, TAKES_SHOW, "print again what was said of the results in DIR",
      "negosim show results/six_week" },
    { "init", cmd_init, "FILE", 1, 1, TAKES_INIT, "write a small scenario to start from",
      "negosim init wages.cfg" },
    { "fields", cmd_fields, "[WHICH]", 0, 1, TAKES_FIELDS,
      "print the reference of scenarios, or of results", "negosim fields results" },
    { "manual", cmd_manual, "[PAGE]", 0, 1, TAKES_MANUAL,
      "print a page of the manual: a command, negosim, scenario or results",
      "negosim manual run | man -l -" },
    { "completion", cmd_completion, "SHELL", 1, 1, TAKES_COMPLETION,
      "print what makes a shell complete: for bash, zsh or fish",
      "source <(negosim completion bash)" },
};
const size_t n_command = COUNT_OF(commands);

static int exit_status(enum error_code code)
{
    switch (code) {
    case OK:
        return EXIT_SUCCESS;
    case ERR_USAGE:
        return 2;
    case ERR_SCENARIO:
        return 3;
    case ERR_IO:
    case ERR_WRITE:
        return 4;
    case ERR_INTERRUPTED:
        return 128 + interrupt_signal;
    case ERR_MEMORY:
        break;
    }
    return EXIT_FAILURE;
}

/* With --posterior its worlds are read once, for all loads of scenarios. */
static enum error_code run_command(struct options *options, struct error *err)
{
    struct posterior posterior = { .n = 0 };

    if (options->posterior) {
        options->learned = &posterior;
        if (posterior_read(&posterior, options->posterior, err) != OK) {
            posterior_release(&posterior);
            return err->code;
        }
        if (posterior.effective < (double)posterior.n_world / 2)
            message_warning(posterior.path,
                            "of %zu worlds about %.0f count: shares of draws are known no better "
                            "than from so many draws, whatever -n and the intervals say",
                            posterior.n_world, posterior.effective);
    }
    const enum error_code code = options->command->run(options, err);
    posterior_release(&posterior);
    return code;
}

static enum error_code run(int argc, char **argv, struct error *err)
{
    struct options options;

    if (strcmp(argv[1], "--version") == 0) {
        puts("negosim " NEGOSIM_VERSION);
        return OK;
    }
    if (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0 ||
        (strcmp(argv[1], "help") == 0 && argc == 2)) {
        help_print(stdout);
        return OK;
    }
    if (strcmp(argv[1], "--complete") == 0) { /* for the scripts of `negosim completion` */
        complete_print(stdout, (size_t)argc - 2, argv + 2);
        return OK;
    }
    if (strcmp(argv[1], "help") == 0) { /* help COMMAND is COMMAND --help */
        char *asked[] = { argv[0], argv[2], (char[]){ "--help" }, NULL };
        return run(3, asked, err);
    }
    if (options_read(&options, argc, argv, err) != OK)
        return err->code;
    if (options.help) {
        help_command_print(stdout, options.command);
        return OK;
    }
    if (ranks_count() > 1 && options.command->bit != TAKES_SWEEP)
        return error_set(err, ERR_USAGE,
                         "only a sweep is shared by several processes; '%s' needs one, without "
                         "mpirun or srun",
                         options.command->name);
    return run_command(&options, err);
}

/* Of several processes only the first prints: standard output of the others leads nowhere. */
static enum error_code begin(int *argc, char ***argv, struct error *err)
{
    enum error_code code = ranks_begin(argc, argv, err);

    if (!ranks_first() && !freopen("/dev/null", "w", stdout))
        code = error_set(err, ERR_IO, "cannot close standard output");
    return code;
}

/* Opens /dev/null for each standard stream that is closed.  Else the next file to be opened, a
 * table of results perhaps, would get the stream's number, and with it what is printed.  Opened the
 * wrong way round, so that using the stream fails, as it would have. */
static void occupy_streams(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) != file)
            _exit(EXIT_FAILURE);
}

int main(int argc, char **argv)
{
    struct error err = { .code = OK };
    enum error_code code;

    occupy_streams();
    signal(SIGXFSZ, SIG_IGN);    /* a limit of size is an error of writing, as a full disk is */
    gsl_set_error_handler_off(); /* GSL's default handler aborts; we read return codes */
    code = begin(&argc, &argv, &err);
    if (code == OK && argc < 2) {
        /* standard output of the other ranks leads nowhere (begin) */
        help_print(ranks_first() ? stderr : stdout);
        ranks_part(&err);
        ranks_end();
        return exit_status(ERR_USAGE);
    }
    if (code == OK)
        code = run(argc, argv, &err);
    /* a full disk, or a closed pipe, may show only here */
    if ((fflush(stdout) != 0 || ferror(stdout)) && code == OK)
        code = error_set(&err, ERR_WRITE, "cannot write to standard output");
    /* before the error is printed: it may be another rank's */
    ranks_part(&err);
    if (err.code != OK && ranks_first())
        message_error(&err);
    ranks_end();
    return exit_status(err.code != OK ? err.code : code);
}
