/* grammar.c - what may follow what in a scenario, checked before libconfig reads it */
#include "grammar.h"

#include "names.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SHOWN = 48 };

/* A token as messages show it. */
static const char *shown(const struct token *t, char out[static SHOWN])
{
    if (t->kind == TOKEN_TEXT)
        snprintf(out, SHOWN, "a text");
    else
        snprintf(out, SHOWN, "'%.*s'", (int)(t->length < 40 ? t->length : 40), t->at);
    return out;
}

/* Records a mistake; the message begins with the token. */
static enum error_code misplaced(struct grammar *g, const struct token *t, const char *what)
{
    char token[SHOWN];
    return error_at(g->err, g->file, t->line, "%s %s", shown(t, token), what);
}

static bool reads(const struct token *t, const char *word)
{
    return t->length == strlen(word) && strncasecmp(t->at, word, t->length) == 0;
}

/* Whether an equals sign stands behind a token: then the token is meant as a name. */
static bool is_assigned(const struct token *t)
{
    const char *next = t->at + t->length;

    next += strspn(next, " \t\r\n");
    return *next == '=' || *next == ':';
}

static bool follows_at_once(const struct token *t, const struct token *before)
{
    return before->at && before->at + before->length == t->at;
}

static enum error_code take_open(struct grammar *g, const struct token *t)
{
    if (g->depth == GRAMMAR_MAX_DEPTH)
        return error_at(g->err, g->file, t->line, "nested deeper than %d levels",
                        GRAMMAR_MAX_DEPTH);
    g->open[g->depth].place = PLACE_END; /* how the outer one goes on after this bracket */
    g->open[++g->depth] = (struct bracket){ .sign = *t->at,
                                            .is_list = *t->at != '{',
                                            .line = t->line,
                                            .place = *t->at == '{' ? PLACE_NAME : PLACE_FIRST,
                                            .first_name = g->n_name };
    return OK;
}

static enum error_code without_value(struct grammar *g, const struct bracket *in)
{
    char name[SHOWN];

    if (in->place == PLACE_EQUALS)
        return error_at(g->err, g->file, in->name.line, "%s has no value; expected '=' after it",
                        shown(&in->name, name));
    return error_at(g->err, g->file, in->name.line, "%s has no value", shown(&in->name, name));
}

static enum error_code take_close(struct grammar *g, const struct token *t)
{
    const struct bracket *in = &g->open[g->depth];
    const char open = *t->at == '}' ? '{' : *t->at == ']' ? '[' : '(';

    if (g->depth == 0)
        return misplaced(g, t, "closes nothing");
    if (in->sign != open)
        return error_at(g->err, g->file, t->line, "'%c' cannot close the '%c' opened on line %d",
                        *t->at, in->sign, in->line);
    if (!in->is_list && (in->place == PLACE_EQUALS || in->place == PLACE_VALUE))
        return without_value(g, in);
    if (in->is_list && in->place == PLACE_VALUE)
        return error_at(g->err, g->file, g->last.line, "',' before '%c' is one too many", *t->at);
    g->n_name = in->first_name; /* names are a stack: those of a closed group may come again */
    g->depth--;
    return OK;
}

/* A word that stands for a value is true or false; other words are names in quotes. */
static enum error_code take_word_as_value(struct grammar *g, struct bracket *in,
                                          const struct token *t)
{
    static const struct {
        const char *word, *meant;
    } flags[] = { { "yes", "true" }, { "on", "true" }, { "no", "false" }, { "off", "false" } };
    char word[SHOWN];

    in->place = PLACE_END;
    if (reads(t, "true") || reads(t, "false"))
        return OK;
    for (size_t i = 0; i < COUNT_OF(flags); i++)
        if (reads(t, flags[i].word))
            return error_at(g->err, g->file, t->line,
                            "%s is not a value; write %s, or if it is a name \"%.*s\"",
                            shown(t, word), flags[i].meant, (int)t->length, t->at);
    return error_at(g->err, g->file, t->line, "%s is not a value; a name or a text needs quotes",
                    shown(t, word));
}

static enum error_code take_value(struct grammar *g, struct bracket *in, const struct token *t)
{
    if (t->kind == TOKEN_OPEN && in->sign == '[')
        return misplaced(g, t, "cannot stand in [ ]; write ( )");
    if (t->kind == TOKEN_OPEN)
        return take_open(g, t);
    if (t->kind == TOKEN_WORD)
        return take_word_as_value(g, in, t);
    in->place = PLACE_END;
    return OK;
}

static bool is_value(const struct token *t)
{
    return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER || t->kind == TOKEN_TEXT ||
           t->kind == TOKEN_OPEN;
}

/* A sign or a name that has no place in a list: most often a setting behind a list that was not
 * closed. */
static enum error_code take_stray_in_list(struct grammar *g, const struct bracket *in,
                                          const struct token *t)
{
    const char *next = t->at + t->length;
    char token[SHOWN];

    next += strspn(next, " \t\r\n");
    if (t->kind == TOKEN_SEMICOLON && *next && strchr("{([\"+-.0123456789", *next))
        return misplaced(g, t, "between elements of a list; write ','");
    if (!in->sign || (t->kind == TOKEN_SEMICOLON && *next && strchr(")]", *next)))
        return misplaced(g, t, "is one too many");
    return error_at(g->err, g->file, t->line,
                    "%s in the '%c' opened on line %d, which has no settings; is a '%c' missing "
                    "before it?",
                    shown(t, token), in->sign, in->line, in->sign == '(' ? ')' : ']');
}

static enum error_code take_in_list(struct grammar *g, struct bracket *in, const struct token *t)
{
    const bool ended = in->place == PLACE_END;

    if (t->kind == TOKEN_SEMICOLON || t->kind == TOKEN_EQUALS ||
        (t->kind == TOKEN_WORD && is_assigned(t)))
        return take_stray_in_list(g, in, t);
    if (t->kind == TOKEN_COMMA && (ended || in->place == PLACE_INCLUDED)) {
        in->place = PLACE_VALUE;
        return OK;
    }
    if (t->kind == TOKEN_COMMA)
        return misplaced(g, t, "is one too many");
    if (ended)
        return misplaced(g, t, "follows another value; is a ',' missing between them?");
    return take_value(g, in, t);
}

static bool name_room(struct grammar *g)
{
    if (g->n_name < g->name_room)
        return true;
    const size_t room = g->name_room ? 2 * g->name_room : 64;
    struct token *more = realloc(g->name, room * sizeof *more);
    if (!more)
        return false;
    g->name = more;
    g->name_room = room;
    return true;
}

bool grammar_is_setting(const char *name)
{
    static const char *const reserved[] = { "sources", "assumption", "note", "kind", "adds" };

    for (size_t i = 0; i < COUNT_OF(reserved); i++)
        if (strcmp(reserved[i], name) == 0)
            return true;
    return false;
}

/* A level or an issue with the name of a setting beside it looks like that setting given twice. */
static enum error_code there_twice(struct grammar *g, const struct token *t,
                                   const struct token *first)
{
    char name[64];

    snprintf(name, sizeof name, "%.*s", (int)t->length, t->at);
    if (grammar_is_setting(name))
        return error_at(g->err, g->file, t->line,
                        "'%s' is there twice, first on line %d; a level or an issue cannot be "
                        "called so: reserved name",
                        name, first->line);
    return error_at(g->err, g->file, t->line, "'%s' is there twice, first on line %d", name,
                    first->line);
}

static enum error_code take_name(struct grammar *g, struct bracket *in, const struct token *t)
{
    if (!isalpha((unsigned char)*t->at) && *t->at != '*')
        return misplaced(g, t, "is not a name; names begin with a letter");
    if (reads(t, "true") || reads(t, "false"))
        return misplaced(g, t, "cannot be a name");
    for (size_t i = in->first_name; i < g->n_name; i++)
        if (g->name[i].length == t->length && memcmp(g->name[i].at, t->at, t->length) == 0)
            return there_twice(g, t, &g->name[i]);
    if (++in->members > GRAMMAR_MAX_MEMBERS)
        return error_at(g->err, g->file, t->line, "more than %d settings in one group",
                        GRAMMAR_MAX_MEMBERS);
    if (!name_room(g))
        return error_set(g->err, ERR_MEMORY, "not enough memory to read '%s'", g->file);
    in->name = g->name[g->n_name++] = *t;
    in->place = PLACE_EQUALS;
    return OK;
}

/* A number where a name should be.  Right after a number and a comma it is the rest of a decimal
 * comma, 2,5, or of thousands, 2,500. */
static enum error_code stray_number(struct grammar *g, const struct token *t)
{
    const char *from = t->at;

    if (!follows_at_once(t, &g->last) || g->last.kind != TOKEN_COMMA ||
        !isdigit((unsigned char)g->last.at[-1]))
        return misplaced(g, t, "stands where a setting, NAME = VALUE, was expected");
    for (from -= 2; from > g->text && isdigit((unsigned char)from[-1]);)
        from--;
    from -= from > g->text && from[-1] == '-';
    const int whole = (int)(g->last.at - from), rest = (int)t->length;
    if (rest == 3)
        return error_at(g->err, g->file, t->line,
                        "'%.*s,%.*s' is not a number; write %.*s%.*s, or with a point %.*s.%.*s",
                        whole, from, rest, t->at, whole, from, rest, t->at, whole, from, rest,
                        t->at);
    return error_at(g->err, g->file, t->line, "'%.*s,%.*s' is not a number; write %.*s.%.*s", whole,
                    from, rest, t->at, whole, from, rest, t->at);
}

static enum error_code stray_open(struct grammar *g, const struct bracket *in,
                                  const struct token *t)
{
    if (in->sign)
        return error_at(g->err, g->file, t->line,
                        "'%c' stands where a setting, NAME = VALUE, was expected; is a '}' missing "
                        "before it, for the '{' opened on line %d?",
                        *t->at, in->line);
    if (g->last.at)
        return misplaced(g, t, "stands where a setting, NAME = VALUE, was expected");
    return misplaced(g, t,
                     *t->at == '{' ? "begins no scenario; expected NAME = VALUE; is this JSON?"
                                   : "begins no scenario; expected NAME = VALUE; a section is a "
                                     "group, NAME = { ... };");
}

/* A second end of a setting: perhaps the '}' of a group is missing between the two. */
static enum error_code stray_end(struct grammar *g, const struct bracket *in, const struct token *t)
{
    if (!in->sign)
        return misplaced(g, t, "is one too many");
    return error_at(g->err, g->file, t->line,
                    "'%c' is one too many, or a '}' is missing before it, for the '{' opened on "
                    "line %d",
                    *t->at, in->line);
}

static enum error_code take_where_names_are(struct grammar *g, struct bracket *in,
                                            const struct token *t)
{
    switch (t->kind) {
    case TOKEN_WORD:
        return take_name(g, in, t);
    case TOKEN_NUMBER:
        return stray_number(g, t);
    case TOKEN_OPEN:
        return stray_open(g, in, t);
    case TOKEN_EQUALS:
        return misplaced(g, t, "has no name before it");
    case TOKEN_TEXT:
        return misplaced(g, t,
                         is_assigned(t) ? "stands where a name was expected; names have no quotes, "
                                          "NAME = VALUE; is this JSON?"
                                        : "stands where a setting, NAME = VALUE, was expected");
    default:
        return stray_end(g, in, t);
    }
}

/* A name without its equals sign: often part of a text with a quote missing or in the wrong place.
 */
static enum error_code expect_equals(struct grammar *g, struct bracket *in, const struct token *t)
{
    char name[SHOWN];
    const bool touches_quote = in->name.at > g->text && in->name.at[-1] == '"';

    if (t->kind == TOKEN_EQUALS) {
        in->place = PLACE_VALUE;
        return OK;
    }
    return error_at(g->err, g->file, t->line, "expected '=' after %s%s", shown(&in->name, name),
                    touches_quote ? "; is a quote missing before it? within a text it is \\\""
                    : t->kind == TOKEN_WORD ? "; are quotes missing round a text?"
                                            : "");
}

static enum error_code expect_value(struct grammar *g, struct bracket *in, const struct token *t)
{
    if (is_value(t))
        return take_value(g, in, t);
    if (t->kind == TOKEN_EQUALS)
        return misplaced(g, t, "is there twice");
    return without_value(g, in);
}

/* libconfig joins texts that follow each other.  Only settings may use that: in a list, where texts
 * are names, it would hide a missing comma. */
static bool joins(const struct grammar *g, const struct token *t)
{
    return t->kind == TOKEN_TEXT && g->last.kind == TOKEN_TEXT;
}

/* Between settings a ';' or ',' may be left out. */
static enum error_code expect_end(struct grammar *g, struct bracket *in, const struct token *t)
{
    if (joins(g, t))
        return OK;
    if (t->kind == TOKEN_WORD)
        return take_name(g, in, t);
    if (t->kind == TOKEN_EQUALS)
        return misplaced(g, t, "follows a value; is a ';' missing before the name?");
    if (t->kind == TOKEN_NUMBER && g->last.kind == TOKEN_NUMBER)
        return misplaced(g, t,
                         "follows another number; is a ';' missing between them? a number has no "
                         "blanks in it, a list has ( ) round it");
    if (is_value(t))
        return misplaced(g, t,
                         "follows another value; is a ';' missing between them, or a ( ) round "
                         "them?");
    in->place = PLACE_NAME;
    return OK;
}

static enum error_code take_in_group(struct grammar *g, struct bracket *in, const struct token *t)
{
    switch (in->place) {
    case PLACE_EQUALS:
        return expect_equals(g, in, t);
    case PLACE_VALUE:
        return expect_value(g, in, t);
    case PLACE_END:
        return expect_end(g, in, t);
    case PLACE_INCLUDED:
        in->place = PLACE_NAME;
        if (t->kind == TOKEN_SEMICOLON || t->kind == TOKEN_COMMA)
            return OK;
        break;
    default:
        break;
    }
    return take_where_names_are(g, in, t);
}

void grammar_init(struct grammar *g, const char *file, const char *text, bool is_part,
                  struct error *err)
{
    *g = (struct grammar){ .file = file, .text = text, .is_part = is_part, .err = err };
    g->open[0] = (struct bracket){ .place = PLACE_NAME, .line = 1 };
}

void grammar_release(struct grammar *g)
{
    free(g->name);
    *g = (struct grammar){ .file = NULL };
}

enum error_code grammar_take(struct grammar *g, const struct token *t)
{
    struct bracket *in = &g->open[g->depth];
    enum error_code code = OK;

    /* An included file is settings if it begins with NAME =, else elements of a list. */
    if (g->is_part && !g->last.at && !(t->kind == TOKEN_WORD && is_assigned(t))) {
        in->is_list = true;
        in->place = PLACE_INCLUDED;
    }
    if (t->kind == TOKEN_INCLUDE)
        in->place = PLACE_INCLUDED;
    else if (t->kind == TOKEN_CLOSE)
        code = take_close(g, t);
    else
        code = in->is_list ? take_in_list(g, in, t) : take_in_group(g, in, t);
    g->last = *t;
    return code;
}

enum error_code grammar_end(struct grammar *g)
{
    const struct bracket *in = &g->open[g->depth];

    if (in->sign)
        return error_at(g->err, g->file, in->line, "'%c' is never closed", in->sign);
    if (!in->is_list && (in->place == PLACE_EQUALS || in->place == PLACE_VALUE))
        return without_value(g, in);
    return OK;
}
