/* package_list.h - the packages of a run as a page needs them: numbers, and shares of draws */
#ifndef PACKAGE_LIST_H
#define PACKAGE_LIST_H

#include "pieces.h"

#include <stdint.h>

enum { PAGE_ISSUES = 64, PAGE_PARTIES = 32 };

struct packages {
    const struct csv_grid *grid; /* borrowed: packages.csv */
    size_t n, n_issue, n_party;
    size_t size[PAGE_ISSUES]; /* levels of each issue */
    uint64_t *number;         /* [n] row-major over all levels of the issues, the last fastest: that
                                 of packages.csv but where rules on sums leave numbers out */
    double *party;            /* [n * n_party] shares of draws in which each accepts */
    double *all;              /* [n] and all do, or with a rule in which it passes */
    double *completes;        /* [n] carried out to the end once signed; NULL without phases */
    bool is_whole;            /* all packages that are not forbidden are there, by number */
    size_t best;              /* the row of the one that all accept most often */
};

/* Reads them from the table.  To be released, whatever is returned; NULL where a page has no run or
 * its table has no packages.  Errors: ERR_IO for a number that is no package; ERR_MEMORY. */
NODISCARD
enum error_code packages_read(struct packages **packages, struct page *p, struct error *err);
void packages_release(struct packages *packages);

/* The index of issue k's level in a package. */
size_t packages_level(const struct packages *packages, uint64_t number, size_t k);

/* The package that has the levels of a row with a column for each issue; UINT64_MAX where one is
 * none of the issue's levels. */
uint64_t packages_number(const struct packages *packages, const struct page *p,
                         const struct csv_grid *grid, size_t row);

/* Its row; n where it has none. */
size_t packages_row(const struct packages *packages, uint64_t number);

/* Why a page has no data for its script to explore, in HTML: too much of it, or not all packages
 * are there; "" where it has. */
const char *packages_left_out(struct page *p);

/* Writes that data (report.js reads it), as JSON in a script element, where there is any. */
void packages_island(struct page *p, FILE *out);

#endif
