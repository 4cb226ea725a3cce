/* manual.h - the pages of the manual, made from the tables that the program works by */
#ifndef MANUAL_H
#define MANUAL_H

#include "error.h"

#include <stdio.h>

/* Writes a page as man reads it: "negosim", the name of a command, "scenario" (negosim(5)) or
 * "results" (negosim-results(5)).
 * Errors: ERR_USAGE, with a hint, for another name; ERR_MEMORY. */
NODISCARD
enum error_code manual_print(FILE *out, const char *page, struct error *err);

#endif
