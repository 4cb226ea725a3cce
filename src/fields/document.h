/* document.h - a scenario parsed by libconfig, with settings from outside in place */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "manuscript.h"
#include "override.h"

#include <libconfig.h>

struct document {
    config_t config;
    const struct manuscript *manuscript; /* borrowed: says which file a line is of */
    uint64_t text_hash;                  /* of the manuscript and the settings, in their order */
};

/* Parses a manuscript, and applies set[n_set], each "PATH=VALUE" (borrowed).  Close it whatever is
 * returned.
 * Errors: ERR_SCENARIO with its place; ERR_USAGE, ERR_MEMORY. */
NODISCARD
enum error_code document_open(struct document *d, const struct manuscript *m, size_t n_set,
                              const char *const set[], group_test *is_group, struct error *err);

void document_close(struct document *d);

#endif
