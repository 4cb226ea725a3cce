/* report_file.h - the page of a folder of results, among its files */
#ifndef REPORT_FILE_H
#define REPORT_FILE_H

#include "folder.h"
#include "options.h"

#define REPORT_FILE "report.html"

/* Writes the page of n folders, of which the first is `f`, open and with whole results, and adds it
 * to them.  path[0] is that of `f`.
 * Errors: those of page_write, folder_keep and folder_commit. */
NODISCARD
enum error_code report_add(const struct options *options, struct folder *f, size_t n,
                           const char *const path[], struct error *err);

/* Writes the page of n folders to a file, aside and then renamed.
 * Errors: those of page_write; ERR_WRITE; ERR_IO where something is there that is no page of ours
 * (without --force), or no file. */
NODISCARD
enum error_code report_write(const struct options *options, const char *file, size_t n,
                             const char *const path[], struct error *err);

#endif
