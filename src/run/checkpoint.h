/* checkpoint.h - a text that grows line by line, and may be gone on with after any interruption */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What work is the same work: it may be gone on with only when all of this is equal. */
struct identity {
    const char *key, *value; /* plain text, without line ends */
    const char *meaning;     /* for messages: "the seed" */
};

/* "the seed differs: '1' there, '2' here"; of long values what is around the first difference. */
void identity_difference(const struct identity *fact, const char *there, size_t size,
                         char out[size]);

/* Two files.  The text itself; and a journal: a line a fact of the identity, then a line for each
 * piece of text that was added: which piece it is, from 1, how many bytes there are, the hash of
 * them, and the hash of all lines of the journal so far.  Whatever is torn off by a kill or a power
 * cut, or changed, the last line up to which the journal agrees with itself and with the text says
 * where to go on.  One process at a time: the folder's lock sees to it. */
struct checkpoint;

/* Begins both files anew, or goes on with what is there.
 *
 *   most    pieces that there can be
 *   *done   out: pieces that are there
 *
 * Errors: ERR_WRITE; ERR_IO when a file cannot be read, or when the work there is another (the
 * message says what differs); ERR_MEMORY. */
NODISCARD
enum error_code checkpoint_open(struct checkpoint **c, const char *text_path,
                                const char *journal_path, bool go_on, size_t n,
                                const struct identity identity[], uint64_t most, uint64_t *done,
                                struct error *err);

/* Adds a piece of n bytes.  When this returns OK, a kill does not lose it.
 * Errors: ERR_WRITE. */
NODISCARD
enum error_code checkpoint_add(struct checkpoint *c, const char *piece, size_t n,
                               struct error *err);

/* Hash of the text so far (text_hash). */
uint64_t checkpoint_hash(const struct checkpoint *c);

/* Brings both files to the disk and closes them.  Errors: ERR_WRITE. */
NODISCARD
enum error_code checkpoint_close(struct checkpoint *c, struct error *err);

#endif
