/* reference.h - the scenario reference, printed from the tables that the loader reads by */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "field.h"

#include <stdbool.h>
#include <stdio.h>

/* Writes every group of a scenario file and its settings, as Markdown. */
void reference_print(FILE *out);

/* The groups in the order of the reference, and which of them is the whole file. */
size_t reference_count(void);
const struct schema *reference_schema_at(size_t i);
bool reference_is_file(const struct schema *schema);

/* Whether a setting of this name, in whichever group, is a group itself. */
bool reference_is_group(const char *name);

#endif
