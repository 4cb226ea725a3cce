/* reference.h - the scenario reference, printed from the tables that the loader reads by */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>
#include <stdio.h>

/* Writes every group of a scenario file and its settings, as Markdown. */
void reference_print(FILE *out);

/* Whether a setting of this name, in whichever group, is a group itself. */
bool reference_is_group(const char *name);

#endif
