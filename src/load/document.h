/* document.h - a scenario as libconfig sees it: files, includes and settings from outside */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "error.h"

#include <libconfig.h>
#include <stdint.h>

struct document {
    config_t config;
    const char *name;   /* what messages call it: the path, or "standard input" */
    uint64_t text_hash; /* of all texts, in the order they were read, and the overrides */
};

/* Reads the scenario at `path` ("-" is standard input) and the files that it includes, which are
 * looked for in its own folder; then applies set[n_set], each "PATH=VALUE".  set is borrowed.
 * Errors: ERR_IO when a file cannot be read; ERR_SCENARIO with its place. */
NODISCARD
enum error_code document_open(struct document *d, const char *path, size_t n_set,
                              const char *const set[], struct error *err);

/* The same for a text in memory, which may not include anything: for the fuzzer. */
NODISCARD
enum error_code document_parse(struct document *d, const char *name, const char *text, size_t n,
                               size_t n_set, const char *const set[], struct error *err);

/* Where a scenario's include of `target` is: beside the scenario. */
void document_place(const char *scenario, const char *target, size_t size, char path[size]);

void document_close(struct document *d);

#endif
