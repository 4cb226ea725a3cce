/* json_schema.h - the reference of scenarios as a JSON Schema */
#ifndef JSON_SCHEMA_H
#define JSON_SCHEMA_H

#include "error.h"

#include <stdio.h>

/* Writes a JSON Schema (draft 2020-12) of scenarios, from the tables that the loader reads by: of
 * the groups, lists and values of a scenario as JSON would write them.  What fits the schema may
 * still be refused: what two settings must have in common is not in it. Errors: ERR_MEMORY. */
NODISCARD
enum error_code json_schema_print(FILE *out, struct error *err);

#endif
