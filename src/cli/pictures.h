/* pictures.h - which pictures a folder of results has, and drawing them */
#ifndef PICTURES_H
#define PICTURES_H

#include "folder.h"
#include "options.h"

enum { MAX_PICTURE = 40, PICTURE_NAME = 32 };

/* Draws all pictures, in the format and with the axes of the options, and adds them to the results
 * in the opened folder.
 * Errors: ERR_IO when gnuplot fails, and those of folder_commit; ERR_USAGE for axes that the
 * results do not have. */
NODISCARD
enum error_code pictures_draw(const struct options *options, struct folder *f, struct error *err);

/* What --format asks for, or png. */
const char *pictures_format(const struct options *options);

/* Writes the names of the pictures of these tables to file[MAX_PICTURE]; returns how many. */
size_t pictures_names(const struct options *options, size_t n, const char *const table[n],
                      char file[][PICTURE_NAME]);

/* Calls `take` for each picture that the results in the folder `dir` allow, with its name, without
 * the format, and what it shows. */
void pictures_each(const char *dir, void (*take)(void *with, const char *name, const char *shows),
                   void *with);

#endif
