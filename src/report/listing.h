/* listing.h - which files of a folder are ours: those in its manifest, as they were written */
#ifndef LISTING_H
#define LISTING_H

#include <jansson.h>
#include <stdbool.h>

/* The file that a folder of results is known by, and its member that lists the other files: the
 * hash of each by its name. */
#define LISTING_MANIFEST "manifest.json"
#define LISTING_FILES "files"

enum { LISTING_NAME = 64, LISTING_HASH = 32 };

/* The manifest in the folder that `dir` is open on; NULL when there is none, or none of negosim.
 * Names that lead out of the folder are dropped from its list.  Owned by the caller (json_decref).
 */
json_t *listing_read(int dir);

/* The same of a folder by its path. */
json_t *listing_open(const char *path);

/* The hash of a file, "fnv1a64:" and 16 digits; false when it cannot be read or is no plain file.
 */
bool listing_hash(int dir, const char *name, char hash[static LISTING_HASH]);

/* The hash that a manifest, which may be NULL, lists for a file, or NULL. */
const char *listing_hash_of(const json_t *manifest, const char *name);

enum listing_state { LISTING_ABSENT, LISTING_OURS, LISTING_THEIRS };

/* Whether a file of the folder is there, and as the manifest lists it. */
enum listing_state listing_look(const json_t *manifest, int dir, const char *name);

#endif
