/* pictures.h - which pictures a folder of results has */
#ifndef PICTURES_H
#define PICTURES_H

#include "request.h"

/* Draws them all, in request->format, with the axes it asks for.
 * Errors: ERR_IO when the folder holds no results or gnuplot fails; ERR_USAGE for axes that the
 * results do not have. */
NODISCARD
enum error_code pictures_draw(const struct request *request, const char *dir, struct error *err);

/* --axes of a sweep: one or two of its levers, or NULL.  An issue may be named without "issues.".
 * levers: their paths, with blanks between.  Errors: ERR_USAGE. */
NODISCARD
enum error_code pictures_check_axes(const char *levers, const char *axes, struct error *err);

/* What --format asks for, or png. */
const char *pictures_format(const struct request *request);

/* The names of all pictures in all formats: file[room]; how many. */
size_t pictures_stale(size_t room, const char *file[room]);

/* Calls for each picture that is drawn of the results in DIR, with its name without the format and
 * what it shows. */
void pictures_each(const char *dir, void (*take)(void *with, const char *name, const char *shows),
                   void *with);

#endif
