/* pictures.h - which pictures a folder of results has */
#ifndef PICTURES_H
#define PICTURES_H

#include "folder.h"
#include "options.h"

enum { MAX_PICTURE = 16, PICTURE_NAME = 32 };

/* Draws them all, in request->format, with the axes it asks for, and adds them to the results that
 * are in the opened folder.
 * Errors: ERR_IO when gnuplot fails, and those of folder_commit; ERR_USAGE for axes that the
 * results do not have. */
NODISCARD
enum error_code pictures_draw(const struct options *options, struct folder *f, struct error *err);

/* --axes of a sweep: one or two of its levers, or NULL.  An issue may be named without "issues.".
 * levers: their paths, with blanks between.  Errors: ERR_USAGE. */
NODISCARD
enum error_code pictures_check_axes(const char *levers, const char *axes, struct error *err);

/* What --format asks for, or png. */
const char *pictures_format(const struct options *options);

/* The names of the pictures of tables with these names, file[MAX_PICTURE]; how many. */
size_t pictures_names(const struct options *options, size_t n, const char *const table[n],
                      char file[][PICTURE_NAME]);

/* Calls for each picture that is drawn of the results in the folder `dir`, with its name without
 * the format and what it shows. */
void pictures_each(const char *dir, void (*take)(void *with, const char *name, const char *shows),
                   void *with);

#endif
