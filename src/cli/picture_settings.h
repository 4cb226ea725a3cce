/* picture_settings.h - what gnuplot's scripts are told of a folder of results */
#ifndef PICTURE_SETTINGS_H
#define PICTURE_SETTINGS_H

#include "error.h"

#include <jansson.h>

/* Writes gnuplot code to settings[size]: parties and issues with their titles, the title, the
 * axes that were asked for (NULL: none), and titles of levels and proposals (picture_titles.h).
 * Errors: ERR_USAGE for axes that the results do not have; ERR_IO where they are not ours. */
NODISCARD
enum error_code picture_settings(const char *dir, const json_t *manifest, const char *axes,
                                 size_t size, char settings[size], struct error *err);

/* Checks --axes of a sweep: one or two of its levers, or NULL.  An issue may be named without
 * "issues.".  levers: their paths, with blanks between.  Errors: ERR_USAGE. */
NODISCARD
enum error_code picture_check_axes(const char *levers, const char *axes, struct error *err);

/* ERR_IO: the folder holds no results that have pictures. */
enum error_code picture_no_results(const char *dir, struct error *err);

#endif
