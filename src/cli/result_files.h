/* result_files.h - every file of results that negosim writes, and their reference */
#ifndef RESULT_FILES_H
#define RESULT_FILES_H

#include "column.h"

#include <stdio.h>

/* In the order of the reference: of run, of sweep, of bargain, of diff. */
size_t result_files_count(void);
const struct result_table *result_file(size_t i);

/* Those that a command writes, at most `most`, into table[]; returns how many.  A command writes
 * what its reference says it does. */
size_t result_files_of(const char *command, size_t most, const struct result_table *table[most]);

/* Writes docs/results.md. */
void result_files_print(FILE *out);

#endif
