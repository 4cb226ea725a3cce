/* lever.h - what a sweep varies: a parameter's number, or the level at which an issue is fixed */
#ifndef LEVER_H
#define LEVER_H

#include "scenario.h"

enum { LEVER_MAX_VALUE = 100000, LEVER_TEXT = 400 };

struct lever {
    char *path;    /* "israel.no_deal", "issues.guarantee" */
    bool is_level; /* of an issue on the table */
    bool is_range; /* any number from low to high, as a design chooses; else one of the values */
    double low, high;
    size_t n_value;
    double *value; /* numbers; for an issue its levels, as the issue has them */
};

/* Reads PATH=VALUES, VALUES being
 *
 *   LO:HI:N   N numbers from LO to HI, evenly spaced
 *   LO:HI     any number between, which is for designs
 *   a,b,c     these, numbers or names of levels
 *   all       for an issue: each of its levels
 *
 * *l lives in the arena.  Errors: ERR_USAGE, with a hint; ERR_MEMORY. */
NODISCARD
enum error_code lever_read(struct lever *l, const struct scenario *s, const char *text,
                           struct arena *arena, struct error *err);

/* The index of the lever's parameter, or of its issue, in a scenario that has it. */
size_t lever_index(const struct lever *l, const struct scenario *s);

/* What --set would be told to set the lever to a value: "PATH=VALUE". */
void lever_setting(const struct lever *l, const struct scenario *s, double value,
                   char out[static LEVER_TEXT]);

#endif
