/* reader.h - what all readers of a scenario share: complaints, paths, origins, parameters */
#ifndef READER_H
#define READER_H

#include "document.h"
#include "scenario.h"

#include <libconfig.h>
#include <stdbool.h>

/* What an issue says of other issues, of parties and of phases, read once these are known; NULL
 * for what it does not say. */
struct promise {
    const char *by, *per, *counts;
    bool in_order;
    const config_setting_t *holds, *shares, *penalty, *applied, *relief, *binds;
};

/* Reading goes on after a mistake, so that one run of `check` finds them all; what was read is
 * only used when there was none. */
struct reader {
    const struct document *document;
    struct scenario *scenario; /* being filled; owns all memory */
    struct problems *problems;
    struct promise promise[MAX_ISSUE]; /* of each issue */
    size_t parameter_room;
    struct parameter *parameter; /* grows; moves to the scenario at the end */
    /* Complaints so far, with repeats and failed allocations.  A part that adds none was read well;
     * the number of problems does not tell that, since each is kept once. */
    size_t n_complaint;
    bool out_of_memory;
    /* number_read, handed in by the loader.  A pointer, since a call would close a circle: field.c
     * reads numbers, and number.c reads the group of a distribution by field.c. */
    size_t (*number)(struct reader *r, const config_setting_t *s, double low, double high,
                     const char *unit);
};

/* Records a mistake at a setting. */
void complain(struct reader *r, const config_setting_t *at, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* The same for an unknown name: "unknown KIND 'NAME'", and a hint from n names that are laid out
 * as for name_nearest. */
void complain_unknown(struct reader *r, const config_setting_t *at, const char *kind,
                      const char *name, size_t n, const void *first, size_t stride);

/* The party of this name, or NONE after a complaint at a setting; a name of NULL is no text. */
size_t party_named(struct reader *r, const config_setting_t *at, const char *name);

/* Where a setting stands; the text lives as long as the scenario. */
struct location reader_place(struct reader *r, const config_setting_t *at);

/* Notes that memory ran out; that counts as a complaint and ends the reading. */
void reader_lacks_memory(struct reader *r);

/* Memory, or a copy of a text, that lives as long as the scenario.  Running out is noted: NULL, or
 * "" for a text. */
void *reader_alloc(struct reader *r, size_t n, size_t size);
const char *reader_text(struct reader *r, const char *text);

/* What words call a thing of this name: the title that it was given, or, without one (NULL), the
 * name with blanks for underscores. */
const char *reader_title(struct reader *r, const char *title, const char *name);

/* What a group says of itself, and what it does not say as `wider` (NULL: nobody) says it. */
struct remark reader_remark(struct reader *r, const config_setting_t *group,
                            const config_setting_t *wider);

/* Adds a parameter at the path of a setting, with `suffix` appended (not "": it is implied, and
 * needs no source), and returns its index. */
size_t reader_parameter(struct reader *r, const config_setting_t *at, const char *suffix,
                        const struct distribution *distribution);

/* How messages and users name a setting: "hamas.weights.pause". */
void reader_path(const config_setting_t *s, size_t size, char path[size]);

/* The number in a setting that is a plain number. */
bool reader_real(const config_setting_t *s, double *x);

/* sources, assumption, note: settings that any group may have. */
bool is_remark(const config_setting_t *s);

#endif
