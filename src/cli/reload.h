/* reload.h - a scenario that was read once and is loaded with more settings, again and again */
#ifndef RELOAD_H
#define RELOAD_H

#include "manuscript.h"
#include "options.h"
#include "scenario.h"

struct reload {
    const struct options *options;   /* borrowed, as the rest: the settings that are always made */
    const struct manuscript *texts;  /* of the scenario */
    const struct scenario *scenario; /* as it was loaded first; gives draws and seed */
};

/* The scenario with set[n_set] more settings of the form PATH=VALUE; with: a reload.  Any thread
 * may call it. Errors: ERR_SCENARIO: the first problem with these settings; ERR_MEMORY, ERR_USAGE.
 */
NODISCARD
enum error_code reload_with(void *with, size_t n_set, const char *const set[], struct scenario *s,
                            struct error *err);

#endif
