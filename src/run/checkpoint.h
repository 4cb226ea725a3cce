/* checkpoint.h - a text that grows piece by piece and can be resumed after any interruption */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A fact about the work.  It can be resumed only where all its facts are equal. */
struct identity {
    const char *key, *value; /* plain text, without line ends */
    const char *meaning;     /* for messages: "the seed" */
};

/* Writes "the seed differs: '1' there, '2' here"; of long values only the part around the first
 * difference. */
void identity_difference(const struct identity *fact, const char *there, size_t size,
                         char out[size]);

/* Two files: the text itself, and a journal.  The journal has a line for each fact of the identity,
 * then a line for each piece of text: its number, from 1, the bytes of text up to its end, their
 * hash, and the hash of all lines of the journal so far.  A kill or a power cut may tear off the
 * end of either file, and somebody may change one: work resumes behind the last line up to which
 * the journal agrees with itself and with the text.  Only one process may use the files at a time;
 * the folder's lock ensures it. */
struct checkpoint;

/* Begins both files anew or, with go_on, resumes what is there.
 *
 *   identity[n]   what the work is
 *   most          pieces of the whole text
 *   *done         out: pieces that are there already
 *
 * Errors: ERR_WRITE; ERR_IO when the journal cannot be read, or is of other work (the message says
 * what differs); ERR_MEMORY. */
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
