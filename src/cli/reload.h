/* reload.h - a scenario that was read once, loaded again with more settings */
#ifndef RELOAD_H
#define RELOAD_H

#include "manuscript.h"
#include "options.h"
#include "scenario.h"

struct reload {
    const struct options *options;   /* borrowed, as the rest; gives the settings of --set */
    const struct manuscript *texts;  /* of the scenario */
    const struct scenario *scenario; /* as it was loaded first; gives draws and seed */
};

/* Loads the scenario with set[n_set] more settings, each "PATH=VALUE".  with: a struct reload.  Any
 * thread may call it.
 * Errors: ERR_SCENARIO, the first problem with these settings; ERR_MEMORY; ERR_USAGE. */
NODISCARD
enum error_code reload_with(void *with, size_t n_set, const char *const set[], struct scenario *s,
                            struct error *err);

#endif
