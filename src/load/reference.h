/* reference.h - the scenario reference, printed from the tables that the loader reads by */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>
#include <stdio.h>

/* Writes every group of a scenario file and its settings, as Markdown. */
void reference_print(FILE *out);

/* Whether some group may have a group of this name in it. */
bool reference_is_group(const char *name);

#endif
