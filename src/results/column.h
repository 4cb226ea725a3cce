/* column.h - a result file as a list of its columns, which drives its header, cells and reference
 *
 * A source that makes a result file lists the columns, one a line, and names the file:
 *
 *     #define COLUMNS(X) \
 *         X(ONE, proposal, PROPOSAL, always, "", "its name") \
 *         X(PARTY, accept, NUMBER, always, "share of draws", "in which the party accepts it")
 *     TABLE(proposals_table, "proposals.csv", always, "one row a proposal");
 *
 * A line is: how often the column stands in the file (enum each), its name, what its cells are
 * (enum label), when the file has it, its unit, what it says.  TABLE declares `struct row`, with a
 * member for each column, which the maker of the table sets and hands to sheet_add (sheet.h):
 * `row.proposal`, `row.accept[p]`.
 */
#ifndef COLUMN_H
#define COLUMN_H

#include "scope.h"

#include <stddef.h>

/* How often a column stands in a file.  MEMBER_ below declares the member of struct row that holds
 * its cells; HEADING_ makes its heading, in which a word in capitals stands for a name.
 *
 *   ONE        once
 *   AGREED     once, of what would be agreed: it ends in `_all`, with `agreement` in `_rule`
 *   PARTY      for each party
 *   SIDE       for each of the parties that talk, in the order in which they move
 *   ISSUE      for each issue on the table, its level
 *   BEST       the same, of the best package
 *   PROPOSAL   for each proposal
 *   ANSWER     for each proposal: one for all (WHO is `all`), then one for each party, and with
 *              `agreement` one for the rule (`rule`)
 *   PARTY_ANSWER  for each proposal, of each party
 *   PARAMETER  for each uncertain number, by its path; the member points to all numbers, the
 *              certain ones too
 *   LEVER      for each lever of a sweep, by its path */
enum each {
    EACH_ONE,
    EACH_AGREED,
    EACH_PARTY,
    EACH_SIDE,
    EACH_ISSUE,
    EACH_BEST,
    EACH_PROPOSAL,
    EACH_ANSWER,
    EACH_PARTY_ANSWER,
    EACH_PARAMETER,
    EACH_LEVER,
};

#define MEMBER_ONE(name) double name;
#define MEMBER_AGREED(name) double name;
#define MEMBER_PARTY(name) double name[MAX_PARTY];
#define MEMBER_SIDE(name) double name[MAX_SIDE];
#define MEMBER_ISSUE(name) double name[MAX_ISSUE];
#define MEMBER_BEST(name) double name[MAX_ISSUE];
#define MEMBER_PROPOSAL(name) const double *name;
#define MEMBER_ANSWER(name) const double *name;
#define MEMBER_PARTY_ANSWER(name) const double *name;
#define MEMBER_PARAMETER(name) const double *name;
#define MEMBER_LEVER(name) const double *name;

#define HEADING_ONE(name) #name
#define HEADING_AGREED(name) #name
#define HEADING_PARTY(name) #name "_PARTY"
#define HEADING_SIDE(name) #name "_PARTY"
#define HEADING_ISSUE(name) "ISSUE"
#define HEADING_BEST(name) "best_ISSUE"
#define HEADING_PROPOSAL(name) #name "_PROPOSAL"
#define HEADING_ANSWER(name) #name "_WHO_PROPOSAL"
#define HEADING_PARTY_ANSWER(name) #name "_PARTY_PROPOSAL"
#define HEADING_PARAMETER(name) "PARAMETER"
#define HEADING_LEVER(name) "LEVER"

struct result_column {
    const char *heading; /* "accept_PARTY" */
    enum each each;
    enum label label;
    const struct occasion *when;
    size_t offset; /* of its cells in struct row */
    const char *unit, *help;
};

struct result_table {
    const char *file; /* "proposals.csv" */
    const struct occasion *when;
    const char *about; /* what a row is */
    size_t n;
    const struct result_column *column; /* [n] */
};

#define COLUMN_MEMBER(each, name, label, when, unit, help) MEMBER_##each(name)
#define COLUMN_PLACE(each, name, label, when, unit, help) AT_##name,
#define COLUMN_ENTRY(each, name, label, when, unit, help)            \
    { HEADING_##each(name),       EACH_##each, LABEL_##label, &when, \
      offsetof(struct row, name), unit,        help },

#define TABLE(table, file, when, about)                                                 \
    struct row {                                                                        \
        COLUMNS(COLUMN_MEMBER)                                                          \
    };                                                                                  \
    enum { COLUMNS(COLUMN_PLACE) };                                                     \
    static const struct result_column columns_of_table[] = { COLUMNS(COLUMN_ENTRY) };   \
    const struct result_table table = { file, &when, about, COUNT_OF(columns_of_table), \
                                        columns_of_table }

#endif
