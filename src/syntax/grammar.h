/* grammar.h - what may follow what in a scenario, checked before libconfig reads it */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    GRAMMAR_MAX_DEPTH = 64,     /* bounds the recursion over settings, here and in libconfig */
    GRAMMAR_MAX_MEMBERS = 4096, /* of one group: libconfig's time grows with the square of it */
};

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_TEXT,
    TOKEN_OPEN,   /* { ( [ */
    TOKEN_CLOSE,  /* } ) ] */
    TOKEN_EQUALS, /* = or : */
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_INCLUDE, /* a whole line; the included text is read on its own */
};

struct token {
    enum token_kind kind;
    const char *at; /* in the text, which ends in a zero */
    size_t length;
    int line;
};

/* What is expected next within a bracket.  A group has names, equals signs and values by turns, a
 * list has values with commas between them.  Behind an @include an end may stand or be missing: the
 * included text may have had it. */
enum place { PLACE_FIRST, PLACE_NAME, PLACE_EQUALS, PLACE_VALUE, PLACE_END, PLACE_INCLUDED };

struct bracket {
    char sign; /* '{', '(' or '['; 0: the file itself */
    bool is_list;
    int line, members;
    enum place place;
    struct token name; /* of the setting that is being read */
    size_t first_name;
};

struct grammar {
    const char *file; /* for messages */
    const char *text;
    bool is_part; /* an included text, perhaps of a list */
    struct error *err;
    size_t depth;
    struct bracket open[GRAMMAR_MAX_DEPTH + 1]; /* open[0] is the file itself */
    struct token last;
    size_t n_name, name_room;
    struct token *name; /* of the settings so far of all open groups */
};

/* Begins a text; one that is included may hold elements of a list in place of settings.  file, text
 * and err are borrowed. */
void grammar_init(struct grammar *g, const char *file, const char *text, bool is_part,
                  struct error *err);
void grammar_release(struct grammar *g);

/* Takes the next token of the text.
 * Errors: ERR_SCENARIO for one that libconfig would not take there, a setting that is in its group
 * already, brackets nested too deep, a group with too many members; ERR_MEMORY. */
NODISCARD
enum error_code grammar_take(struct grammar *g, const struct token *t);

/* Ends the text.  Errors: ERR_SCENARIO for brackets that are open, a setting without its value. */
NODISCARD
enum error_code grammar_end(struct grammar *g);

/* Whether an entry of this name would be taken for a setting where levels or issues stand. */
bool grammar_is_setting(const char *name);

#endif
