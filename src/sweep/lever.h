/* lever.h - what a sweep varies: a number, the level at which an issue is fixed, or a setting */
#ifndef LEVER_H
#define LEVER_H

#include "scenario.h"

enum { LEVER_MAX_VALUE = 100000, LEVER_TEXT = 400 };

enum lever_kind {
    LEVER_NUMBER, /* a parameter: set in place */
    LEVER_LEVEL,  /* the level of an issue; the scenario is loaded with it, as by --set */
    LEVER_SETTING /* anything else that --set can set: a quota, a strategy; loaded, too */
};

struct lever {
    char *path; /* "israel.no_deal", "issues.guarantee" */
    enum lever_kind kind;
    bool is_range;  /* any number from low to high, as a design chooses; else one of the values */
    bool is_spaced; /* the values are evenly spaced from low to high */
    double low, high;
    size_t n_value;
    double *value;      /* numbers; levels of an issue; indices of texts */
    const char **label; /* [n_value] of a setting that has texts; else NULL */
};

/* Reads PATH=VALUES, VALUES being
 *
 *   LO:HI:N   N numbers from LO to HI, evenly spaced
 *   LO:HI     any number between, which is for designs
 *   a,b,c     these, numbers, names of levels, or texts that the setting takes; no value has a
 *             comma, and of two with a colon the first is LO
 *   all       for an issue: each of its levels
 *
 * Whether --set takes the values is checked later (sweep_options_values).  Texts live in the arena.
 * Errors: ERR_USAGE, with a hint; ERR_MEMORY. */
NODISCARD
enum error_code lever_read(struct lever *l, const struct scenario *s, const char *text,
                           struct arena *arena, struct error *err);

/* A path as levers have it, without a leading "parties.": "union.reservation". */
char *lever_path(char *path);

/* Whether a path, or a setting PATH=VALUE, is of the talks, which the map does not know. */
bool lever_is_of_talks(const char *path);

/* The index of the lever's parameter in a scenario, or n_parameter where other settings have
 * removed that number; of a LEVER_LEVEL the index of its issue.  Not for a LEVER_SETTING. */
size_t lever_index(const struct lever *l, const struct scenario *s);

/* Writes the setting, as for --set, that gives the lever a value: "PATH=VALUE". */
void lever_setting(const struct lever *l, const struct scenario *s, double value,
                   char out[static LEVER_TEXT]);

#endif
