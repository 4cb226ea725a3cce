/* rereading.h - a scenario file that is read again, with more settings each time */
#ifndef REREADING_H
#define REREADING_H

#include "request.h"
#include "scenario.h"

struct rereading {
    const struct request *request;   /* borrowed, as the rest: the settings that are always made */
    const char *path;                /* of the file */
    const struct scenario *scenario; /* as it was read first; gives draws and seed */
};

/* The scenario with set[n_set] more settings of the form PATH=VALUE; with: a rereading.  Results of
 * two texts in one table would say nothing, so the file must be what it was.
 * Errors: ERR_SCENARIO: the first problem with these settings; ERR_IO, also when the file has
 * changed; ERR_MEMORY, ERR_USAGE. */
NODISCARD
enum error_code rereading_load(void *with, size_t n_set, const char *const set[],
                               struct scenario *s, struct error *err);

#endif
