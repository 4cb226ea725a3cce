/* interrupt.h - signals that ask the program to stop */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include "error.h"

#include <signal.h>

/* The number of the first SIGINT, SIGTERM or SIGHUP, or 0.  Code that may run longer than a second
 * must look at it: by interrupt_check where it can fail.  A function that cannot fail returns early
 * with its work half done; its caller asks interrupt_check and throws that away. */
extern volatile sig_atomic_t interrupt_signal;

/* From now on the first signal is noted; a second one ends the program at once.  SIGHUP stays
 * ignored under nohup. */
void interrupt_watch(void);

/* ERR_INTERRUPTED once a signal was noted, else OK. */
NODISCARD
enum error_code interrupt_check(struct error *err);

/* Replaces an error by ERR_INTERRUPTED once a signal was noted, which is taken for its cause. */
void interrupt_explain(struct error *err);

#endif
