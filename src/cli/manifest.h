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

/* Writes manifest.json: program and compiler, command, scenario and its hash, seed, draws, rows
 * of each file, times. */
void manifest_write(FILE *out, const struct request *request, const struct scenario *s, size_t n,
                    const struct manifest_file file[], double elapsed_s);

/* Reads the text at `key` in a manifest that manifest_write wrote; false when it is not there. */
bool manifest_text(const char *dir, const char *key, size_t size, char text[size]);

#endif
