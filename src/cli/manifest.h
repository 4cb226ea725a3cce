/* manifest.h - how a folder of results came about */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "options.h"
#include "scenario.h"

#include <jansson.h>

enum { MAX_TABLE = 32 }; /* files that a command writes */

struct manifest_file {
    const char *name;
    uint64_t rows;
};

/* A fact of a sweep, which the manifest has under the key "sweep.KEY". */
struct manifest_fact {
    const char *key, *value;
};

/* The member that lists the settings of --set. */
#define MANIFEST_SETTINGS "settings"

/* The members that name the folder of --posterior, and the hash of its worlds. */
#define MANIFEST_POSTERIOR "posterior"
#define MANIFEST_POSTERIOR_HASH "posterior_hash"

/* The text of manifest.json: program, build and compiler, command, scenario and its hash, seed,
 * draws, rows of each table, times, and n_fact facts; the folder adds its list of files.  NULL when
 * there is no memory.  Owned by the caller (json_decref). */
json_t *manifest_make(const struct options *options, const struct scenario *s, size_t n,
                      const struct manifest_file file[], size_t n_fact,
                      const struct manifest_fact fact[], double elapsed_s);

/* What a manifest says of several scenarios in place of one. */
struct manifest_about {
    const char *scenario, *title, *as_of;
    uint64_t text_hash, seed, draws;
    size_t n_party;
    const struct party *party; /* [n_party] whose titles pictures show */
};

/* The same of a command about several scenarios, without facts and without what only one has. */
json_t *manifest_about(const struct options *options, const struct manifest_about *about, size_t n,
                       const struct manifest_file file[], double elapsed_s);

/* The text at `key`, or NULL. */
const char *manifest_text(const json_t *manifest, const char *key);

/* Whether a table of this name is among the results. */
bool manifest_has_table(const json_t *manifest, const char *name);

/* A hash of the sources that decide results, the same for any compiler (identity.sh). */
extern const char manifest_build[];

#endif
