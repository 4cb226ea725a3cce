/* page_folder.h - a folder of results as a page reads it: manifest, facts and tables */
#ifndef PAGE_FOLDER_H
#define PAGE_FOLDER_H

#include "csv_grid.h"

#include <jansson.h>

enum { PAGE_TABLES = 40 };

struct page_folder {
    const char *path;         /* borrowed */
    json_t *manifest, *facts; /* owned */
    const json_t *scenario;   /* the first of the facts' scenarios */
    char kind[32];            /* the command's word: "run" */
    char *text;               /* owned: the scenario as it was read */
    char *summary;            /* owned: what was said of the results */
    size_t n_table;
    struct {
        const char *name; /* "proposals", of the manifest */
        struct csv_grid grid;
    } table[PAGE_TABLES];
};

/* Reads a finished folder.  To be released, whatever is returned.
 * Errors: ERR_IO, where it holds no results, where they are of a version without facts.json, or a
 * file is not as negosim wrote it; ERR_MEMORY. */
NODISCARD
enum error_code page_folder_open(struct page_folder *f, const char *path, struct error *err);
void page_folder_release(struct page_folder *f);

/* The table of this name ("proposals"), or NULL. */
const struct csv_grid *page_folder_table(const struct page_folder *f, const char *name);

/* A text of the manifest, "" where it has none; a count, 0. */
const char *page_folder_text(const struct page_folder *f, const char *key);
double page_folder_count(const struct page_folder *f, const char *key);

/* "Sobol' " of draws that are, else "": before the word draws. */
const char *page_folder_design(const struct page_folder *f);

/* Members of JSON objects: a text, "" where there is none; a number, NAN; the object of a list with
 * this `name`, NULL. */
const char *page_text_of(const json_t *object, const char *key);
double page_number_of(const json_t *object, const char *key);
const json_t *page_named(const json_t *list, const char *name);

#endif
