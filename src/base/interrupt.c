/* interrupt.c - signals that ask the program to stop */
#include "interrupt.h"

#include <stddef.h>

volatile sig_atomic_t interrupt_signal;

static void note(int number)
{
    interrupt_signal = number;
}

void interrupt_watch(void)
{
    struct sigaction action = { .sa_handler = note, .sa_flags = (int)(SA_RESETHAND | SA_RESTART) };
    struct sigaction before;

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaction(SIGHUP, &action, NULL);
}

enum error_code interrupt_check(struct error *err)
{
    return interrupt_signal ? error_set(err, ERR_INTERRUPTED, "stopped by a signal") : OK;
}

void interrupt_explain(struct error *err)
{
    if (interrupt_signal == 0 || err->code == OK)
        return;
    *err = (struct error){ .code = OK };
    err->code = interrupt_check(err);
}
