/* page.h - one HTML file from folders of results: what its sections share */
#ifndef PAGE_H
#define PAGE_H

#include "arena.h"
#include "page_folder.h"

#include <stdio.h>

/* What a page is made of.  Functions that make pieces return them from the arena; when there is no
 * memory they return "" and the page says so in the end. */
struct page {
    FILE *out; /* of the section that is being written */
    struct arena arena;
    bool out_of_memory;
    bool in_head; /* of a table that is being written: its rows have not begun */
    size_t n_figure;
    const struct page_folder *of;   /* whose scenario's names are meant; NULL: main's */
    const struct page_folder *main; /* the first folder: title, draws, titles of all things */
    /* the folder of each kind, or NULL */
    const struct page_folder *run, *talks, *sweep, *sensitivity, *discover, *reach, *record, *diff,
        *timeline;
    size_t n_folder;
    const struct page_folder *folder; /* [n_folder] */
    bool shows_command, is_mixed;     /* is_mixed: folders of different texts, by --anyway */
    struct packages *packages;        /* of the run, or NULL */
};

struct page_options {
    bool shows_command; /* false: no command lines, which may have names of users in them */
    bool anyway;        /* folders of different texts are not refused */
};

/* Writes the page of n folders, at most one of each kind and all of one text of a scenario.  Equal
 * folders give equal bytes.
 * Errors: ERR_USAGE for folders that do not go together; ERR_IO where one cannot be read;
 * ERR_MEMORY.  What could not be written shows in `out`. */
NODISCARD
enum error_code page_write(FILE *out, size_t n, const char *const path[],
                           const struct page_options *options, struct error *err);

/* A section: writes to p->out; false where the folders have nothing for it. */
bool section_answer(struct page *p);
bool section_proposals(struct page *p);
bool section_map(struct page *p);
bool section_explore(struct page *p);
bool section_terms(struct page *p);
bool section_worth(struct page *p);
bool section_holds(struct page *p);
bool section_bodies(struct page *p);
bool section_coalitions(struct page *p);
bool section_solutions(struct page *p);
bool section_decides(struct page *p);
bool section_worlds(struct page *p);
bool section_reach(struct page *p);
bool section_talks(struct page *p);
bool section_sweep(struct page *p);
bool section_record(struct page *p);
bool section_dates(struct page *p);
bool section_differences(struct page *p);
bool section_assumed(struct page *p);
bool section_limits(struct page *p);
bool section_source(struct page *p);

#endif
