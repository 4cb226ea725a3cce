/* manifest.h - how a folder of results came about */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "request.h"
#include "scenario.h"

#include <stdio.h>

struct manifest_file {
    const char *name;
    uint64_t rows;
};

/* Something more to say of how the results came about, under the key "sweep.KEY". */
struct manifest_fact {
    const char *key, *value;
};

/* Writes manifest.json: program and compiler, command, scenario and its hash, seed, draws, rows
 * of each file, times, and n_fact facts. */
void manifest_write(FILE *out, const struct request *request, const struct scenario *s, size_t n,
                    const struct manifest_file file[], size_t n_fact,
                    const struct manifest_fact fact[], double elapsed_s);

/* Writes the manifest in `dir` once more, with other values for some keys, each as JSON has it. */
NODISCARD
enum error_code manifest_copy(FILE *out, const char *dir, size_t n,
                              const struct manifest_fact replaced[], struct error *err);

/* Reads the text at `key` in a manifest that manifest_write wrote; false when it is not there. */
bool manifest_text(const char *dir, const char *key, size_t size, char text[size]);

#endif
