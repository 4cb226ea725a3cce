/* interrupt.h - signals that ask the program to stop */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include "error.h"

#include <signal.h>

/* The number of the first SIGINT, SIGTERM or SIGHUP, or 0.  Whatever may take longer than a second
 * looks at it, by interrupt_check where it can fail.  A function that cannot fail returns early,
 * with half of its work done: its caller asks interrupt_check and throws that away. */
extern volatile sig_atomic_t interrupt_signal;

/* From now on the first signal is noted; a second one ends the program at once.  SIGHUP stays
 * ignored under nohup. */
void interrupt_watch(void);

/* ERR_INTERRUPTED once a signal was noted, else OK. */
NODISCARD
enum error_code interrupt_check(struct error *err);

/* An error that was met after a signal is what it led to: err says so instead. */
void interrupt_explain(struct error *err);

#endif
