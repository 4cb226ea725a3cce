/* commit.h - new results take the place of old ones: all of them, or none */
#ifndef COMMIT_H
#define COMMIT_H

#include "error.h"
#include "listing.h"

#include <stdbool.h>

/* New results lie in the folder PLACE/.partial.  Once a manifest is among them, they are whole and
 * on their way to PLACE: if this command cannot finish that, the next one there does.
 *
 *   1. The old manifest, and then the old files that are ours, go to PLACE/.partial/old.
 *   2. The new files go to PLACE, and last the new manifest.
 *
 * So at every moment the old results are whole in PLACE, or the new ones are in PLACE and
 * PLACE/.partial together; and PLACE has a manifest when and only when its files are whole.  After
 * a kill the same steps, begun again, come to the same end; after an error they are undone. */

/* A file that is not ours: left as it is where `kept` is "", else renamed to that. */
struct commit_note {
    char name[LISTING_NAME], kept[LISTING_NAME + 16];
};
enum { COMMIT_NOTES = 16 };
struct commit_notes {
    size_t n;
    struct commit_note note[COMMIT_NOTES];
};

/* Brings the results on their way to their place.
 *
 *   dir, partial   PLACE and PLACE/.partial, opened
 *   force          renames a file that is not ours and in the way; without, that is an error
 *   notes          out: added to
 *
 * The new manifest also lists old files that are to stay.
 * Errors: ERR_IO; then the old results are in their place, and the new ones wait. */
NODISCARD
enum error_code commit_finish(const char *place, int dir, int partial, bool force,
                              struct commit_notes *notes, struct error *err);

/* Whether there are results on their way. */
bool commit_is_due(int partial);

/* Writes the name, not in use yet, that a file `name` in the way is renamed to. */
void commit_kept_name(int dir, const char *name, char kept[static LISTING_NAME + 16]);

/* Where old files wait for their end, in PLACE/.partial. */
#define COMMIT_OLD "old"

#endif
