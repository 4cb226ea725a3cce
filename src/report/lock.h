/* lock.h - one process at a time in a folder: a locked file that says who is at work */
#ifndef LOCK_H
#define LOCK_H

#include "error.h"

#include <stdbool.h>
#include <stdio.h>

/* The file, in the folder that it guards. */
#define LOCK_FILE "lock"

/* Locks LOCK_FILE in the folder that `dir` is open on, and writes into it who we are; makes the
 * file where there is none.  *lock is NULL afterwards, without an error, when another process that
 * has just ended took the file or its folder away: try again.  Closing *lock unlocks it, as does
 * the end of the process, however it ends.
 *
 *   place    the folder, for messages
 *   force    goes on where the file system has no locks
 *
 * Errors: ERR_IO, also when another process has the lock: which, on what host, since when. */
NODISCARD
enum error_code lock_take(FILE **lock, int dir, const char *place, bool force, struct error *err);

/* Whether there is a file in `dir` that lock_take made; not while this process has it locked. */
bool lock_was_here(int dir);

#endif
