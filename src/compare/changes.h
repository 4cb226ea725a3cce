/* changes.h - what differs between two scenarios: changes.csv */
#ifndef CHANGES_H
#define CHANGES_H

#include "facts.h"
#include "sheet.h"

struct edit {
    enum fact_kind kind;
    const char *path, *in_a, *in_b; /* NULL where it is not there */
};

/* Must not move once it is made. */
struct changes {
    size_t n;
    struct edit *edit; /* [n] kind by kind; what B alone has after the rest */
    struct scope scope;
    struct sheet sheet;
};
extern const struct result_table changes_table;

/* Compares facts (borrowed, as their texts are).  Of a party, a body, an issue, a phase, a red line
 * or a proposal that is in one only, its parts are no changes of their own.  Release it whatever is
 * returned. Errors: ERR_MEMORY. */
NODISCARD
enum error_code changes_init(struct changes *c, const struct facts *a, const struct facts *b,
                             struct error *err);
void changes_release(struct changes *c);

#endif
