/* field.h - settings read by table: kind, range, unit and meaning in one row */
#ifndef FIELD_H
#define FIELD_H

#include "reader.h"

#include <stddef.h>

enum field_kind {
    FIELD_REAL,    /* double: a plain number */
    FIELD_COUNT,   /* uint64_t */
    FIELD_FLAG,    /* bool: true or false */
    FIELD_TEXT,    /* const char *, kept by the scenario */
    FIELD_NAME,    /* the same, plain: letters, digits, underscores */
    FIELD_CHOICE,  /* int: one of a list of names */
    FIELD_NUMBER,  /* size_t: a parameter, that is a number or a distribution */
    FIELD_SETTING, /* const config_setting_t *: left to a reader of its own */
    FIELD_REMARK,  /* sources, assumption, note: for people, and for `check` */
};
enum field_need { OPTIONAL, REQUIRED };

/* One setting of a group, and where it goes in a struct. */
struct field {
    const char *name;
    enum field_kind kind;
    enum field_need need;
    size_t offset;
    double low, high; /* inclusive; of numbers */
    const char *unit; /* numbers: the unit; a choice: its name in messages; else: how it looks */
    const char *meaning;
    size_t n_choice;           /* of a choice */
    const struct name *choice; /* [n_choice] */
};

/* The settings of one kind of group, in the order in which the reference prints them. */
struct schema {
    const char *group; /* where it stands: "parties[]" */
    const char *meaning;
    size_t n;
    const struct field *field;
};

/* The rows that any group may have. */
/* clang-format off */
#define FIELD_REMARKS \
    { "sources", FIELD_REMARK, OPTIONAL, 0, 0, 0, "(\"id\", ...)", \
      "texts that say so; covers what has none of its own" }, \
    { "assumption", FIELD_REMARK, OPTIONAL, 0, 0, 0, "text", \
      "why, where no text says so; covers what has none of its own" }, \
    { "note", FIELD_REMARK, OPTIONAL, 0, 0, 0, "text", "a remark for readers" }
/* clang-format on */

/* Fills the struct at target from a group.  Every setting must be in the table: an unknown one
 * is a mistake, with the nearest known name as a hint.  Mistakes are recorded in the reader. */
void field_read(struct reader *r, const config_setting_t *group, const struct schema *schema,
                void *target);

/* The text of a setting; NULL and a complaint when it is no text. */
const char *field_text(struct reader *r, const config_setting_t *s);

/* Checks sources, assumption or note, which any group may have. */
void field_remark(struct reader *r, const config_setting_t *s);

/* Complains unless s is a list: "( )" or "[ ]". */
bool field_is_list(struct reader *r, const config_setting_t *s, const char *of_what);

#endif
