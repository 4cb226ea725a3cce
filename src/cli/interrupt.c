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

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}
