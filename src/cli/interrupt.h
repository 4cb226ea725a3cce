/* interrupt.h - signals that ask the program to stop */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include <signal.h>

/* The number of the first SIGINT or SIGTERM, or 0: long work looks at it between blocks. */
extern volatile sig_atomic_t interrupt_signal;

/* From now on the first signal is noted; a second one ends the program at once. */
void interrupt_watch(void);

#endif
