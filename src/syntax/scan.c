/* scan.c - finds what libconfig would silently misread, or die of, before it reads */
#include "scan.h"

#include "grammar.h"
#include "slip.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scanner {
    const char *file, *text, *end, *at;
    int line;
    bool line_is_blank; /* nothing but blanks before `at` on its line */
    int suspect;        /* the first line that seems to lack a quote, or 0 */
    struct grammar grammar;
    size_t n_include;
    struct scan_gaps *gaps;
    struct error *err;
};

void scan_gaps_release(struct scan_gaps *gaps)
{
    free(gaps->at);
    *gaps = (struct scan_gaps){ 0 };
}

static bool starts(const struct scanner *s, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(s->end - s->at) >= n && memcmp(s->at, word, n) == 0;
}

/* Steps over one character, keeping count of lines. */
static void step(struct scanner *s)
{
    if (*s->at == '\n') {
        s->line++;
        s->line_is_blank = true;
    } else if (*s->at != ' ' && *s->at != '\t') {
        s->line_is_blank = false;
    }
    s->at++;
}

/* Notes that the text between `from` and `at`, begun on `line`, is not for libconfig. */
static enum error_code leave_out(struct scanner *s, const char *from, int line)
{
    struct scan_gaps *gaps = s->gaps;

    if (gaps->n == gaps->room) {
        const size_t room = 2 * gaps->room + 16;
        struct scan_gap *more = realloc(gaps->at, room * sizeof *more);
        if (!more)
            return error_set(s->err, ERR_MEMORY, "not enough memory to read '%s'", s->file);
        gaps->at = more;
        gaps->room = room;
    }
    gaps->at[gaps->n++] = (struct scan_gap){ .first = (size_t)(from - s->text),
                                             .last = (size_t)(s->at - s->text),
                                             .line = line };
    return OK;
}

static enum error_code skip_line(struct scanner *s)
{
    const char *from = s->at, *close = memchr(from, '\n', (size_t)(s->end - from));

    s->at = close ? close : s->end;
    return leave_out(s, from, s->line);
}

static enum error_code scan_comment(struct scanner *s)
{
    const char *from = s->at;
    int line = s->line;

    for (s->at += 2; s->at < s->end; step(s))
        if (starts(s, "*/")) {
            s->at += 2;
            return leave_out(s, from, line);
        }
    return error_at(s->err, s->file, line, "comment is never closed; expected '*/'");
}

/* Hands the text between `from` and `at`, begun on `line`, to the grammar as a token. */
static enum error_code take(struct scanner *s, enum token_kind kind, const char *from, int line)
{
    const struct token token = { kind, from, (size_t)(s->at - from), line };
    return grammar_take(&s->grammar, &token);
}

static enum error_code take_sign(struct scanner *s, enum token_kind kind)
{
    const char *from = s->at;

    step(s);
    return take(s, kind, from, s->line);
}

/* A text without its closing quote ends where the next text begins: it has a line break in it, and
 * a word follows at once.  With a line break and '=' it is only a suspect, kept for blame_quote. */
static enum error_code mind_quotes(struct scanner *s, const char *from, int line)
{
    const char *end_of_line = memchr(from, '\n', (size_t)(s->at - from));
    const char *equals =
        end_of_line ? memchr(end_of_line, '=', (size_t)(s->at - end_of_line)) : NULL;

    if (end_of_line && s->at < s->end && !strchr(" \t\r\n;,)}]\"#/@", *s->at))
        return error_at(s->err, s->file, line,
                        "a text with a line break%s in it: is a quote missing on line %d?",
                        equals ? " and =" : "", line);
    if (equals && s->suspect == 0)
        s->suspect = line;
    return OK;
}

static enum error_code scan_string(struct scanner *s)
{
    const char *from = s->at;
    int line = s->line;

    for (s->at++; s->at < s->end; step(s)) {
        if (*s->at == '"') {
            s->at++;
            s->line_is_blank = false;
            if (mind_quotes(s, from, line) != OK)
                return s->err->code;
            return take(s, TOKEN_TEXT, from, line);
        }
        if (*s->at == '\\' && (starts(s, "\\x00") || starts(s, "\\X00")))
            return error_at(s->err, s->file, s->line, "a zero byte in a string");
        if (starts(s, "\\\"") || starts(s, "\\\\"))
            step(s);
    }
    return error_at(s->err, s->file, line, "string is never closed; expected '\"'");
}

/* The form that libconfig knows: first on its line, one name in quotes behind it. */
static enum error_code scan_include(struct scanner *s)
{
    const char *path = s->at + strlen("@include"), *close;

    if (!s->line_is_blank || !starts(s, "@include") || (*path != ' ' && *path != '\t'))
        return error_at(s->err, s->file, s->line,
                        "'@' is not allowed here; expected a line of the form "
                        "@include \"shared/party.cfg\"");
    path += strspn(path, " \t");
    close = *path == '"' ? strpbrk(path + 1, "\"\n\\") : NULL;
    if (close && path[1] == '/')
        return error_at(s->err, s->file, s->line,
                        "'@include' needs a path from the scenario's folder, not from '/'");
    if (!close || *close != '"' || close == path + 1)
        return error_at(s->err, s->file, s->line,
                        "'@include' needs a file name in quotes, without '\\'");
    size_t length = (size_t)(close - path - 1);
    if (length >= SCAN_MAX_PATH || s->n_include++ == SCAN_MAX_INCLUDES)
        return error_at(s->err, s->file, s->line, "too many includes, or too long a name");
    const char *from = s->at;
    s->at = close + 1;
    s->line_is_blank = false;
    if (leave_out(s, from, s->line) != OK)
        return s->err->code;
    s->gaps->at[s->gaps->n - 1].path = path + 1;
    s->gaps->at[s->gaps->n - 1].path_length = length;
    return take(s, TOKEN_INCLUDE, from, s->line);
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '*';
}

static bool number_starts(const struct scanner *s)
{
    const char *c = s->at;

    if (*c == '+' || *c == '-')
        c++;
    return isdigit((unsigned char)*c) || (*c == '.' && !(s->at > s->text && is_word(s->at[-1])));
}

/* The end of the digits, and whether they are a real or a hexadecimal number. */
static const char *number_end(const char *c, bool *real, bool *hex)
{
    *real = false;
    if (*c == '+' || *c == '-')
        c++;
    *hex = c[0] == '0' && (c[1] | 32) == 'x';
    if (*hex)
        return c + 2 + strspn(c + 2, "0123456789abcdefABCDEF");
    c += strspn(c, "0123456789");
    if (*c == '.') {
        *real = true;
        c += 1 + strspn(c + 1, "0123456789");
    }
    if ((*c | 32) == 'e') {
        const char *digits = c + 1 + (c[1] == '+' || c[1] == '-');
        if (isdigit((unsigned char)*digits)) {
            *real = true;
            c = digits + strspn(digits, "0123456789");
        }
    }
    return c;
}

/* Without this, "." and ".e5" would pass: libconfig takes them for 0. */
static bool has_digits(const char *number)
{
    return isdigit((unsigned char)number[strcspn(number, "0123456789eE")]);
}

static enum error_code whole_number_fits(struct scanner *s, int length, bool hex, bool is_long)
{
    bool fits;

    errno = 0;
    if (hex) {
        unsigned long long x = strtoull(s->at, NULL, 16);
        fits = errno == 0 && x <= (is_long ? LLONG_MAX : INT_MAX);
    } else {
        long long x = strtoll(s->at, NULL, 10);
        fits = errno == 0 && (is_long || (x >= INT_MIN && x <= INT_MAX));
    }
    if (fits)
        return OK;
    return error_at(s->err, s->file, s->line, "%.*s does not fit in %d bits%s", length, s->at,
                    is_long ? 64 : 32, is_long || errno ? "" : "; write it with an L at the end");
}

static enum error_code scan_number(struct scanner *s)
{
    bool real, hex;
    char why[SLIP_TEXT];
    const char *from = s->at, *end = number_end(from, &real, &hex);
    int length = end - from < 40 ? (int)(end - from) : 40;
    bool is_long = !real && *end == 'L';

    end += is_long;
    end += is_long && *end == 'L';
    if (slip_of_number(from, end, why))
        return error_at(s->err, s->file, s->line, "%s", why);
    if (!has_digits(from))
        return error_at(s->err, s->file, s->line, "'%.*s' is not a number", length, from);
    if (real && !(fabs(strtod(from, NULL)) <= SCAN_MAX_NUMBER))
        return error_at(s->err, s->file, s->line, "%.*s is too large; numbers go up to %g", length,
                        from, SCAN_MAX_NUMBER);
    if (!real && whole_number_fits(s, length, hex, is_long) != OK)
        return s->err->code;
    while (s->at < end)
        step(s);
    return take(s, TOKEN_NUMBER, from, s->line);
}

static enum error_code scan_word(struct scanner *s)
{
    const char *from = s->at;

    while (s->at < s->end && is_word(*s->at))
        step(s);
    return take(s, TOKEN_WORD, from, s->line);
}

static enum error_code refuse_character(struct scanner *s)
{
    char why[SLIP_TEXT];

    slip_of_character(s->at, why);
    return error_at(s->err, s->file, s->line, "%s", why);
}

static enum error_code scan_sign(struct scanner *s)
{
    switch (*s->at) {
    case '{':
    case '[':
    case '(':
        return take_sign(s, TOKEN_OPEN);
    case '}':
    case ']':
    case ')':
        return take_sign(s, TOKEN_CLOSE);
    case '=':
    case ':':
        return take_sign(s, TOKEN_EQUALS);
    case ',':
        return take_sign(s, TOKEN_COMMA);
    case ';':
        return take_sign(s, TOKEN_SEMICOLON);
    default:
        return refuse_character(s);
    }
}

static enum error_code scan_token(struct scanner *s)
{
    char c = *s->at;

    if (isspace((unsigned char)c)) {
        step(s);
        return OK;
    }
    if (c == '#' || starts(s, "//"))
        return skip_line(s);
    if (starts(s, "/*"))
        return scan_comment(s);
    if (c == '"')
        return scan_string(s);
    if (c == '@')
        return scan_include(s);
    if (number_starts(s))
        return scan_number(s);
    return is_word(c) && c != '-' ? scan_word(s) : scan_sign(s);
}

static enum error_code check_encoding(const char *file, const char *text, size_t n,
                                      struct error *err)
{
    int line = 1;

    for (size_t i = 0; i < n;) {
        const size_t size = text_character(text + i, n - i);
        if (size == 0)
            return error_at(err, file, line, "not UTF-8 text; save the file as UTF-8");
        if (text[i] == '\r' && text[i + 1] != '\n')
            return error_at(err, file, line,
                            "a carriage return that ends no line; save the file with line feeds");
        line += text[i] == '\n';
        i += size;
    }
    return OK;
}

/* Refuses what is not text, before any of it is read as tokens. */
static enum error_code check_bytes(const char *file, const char *text, size_t n, struct error *err)
{
    int line = 1;

    if (n > SCAN_MAX_BYTES)
        return error_at(err, file, 1, "the file is larger than %d MiB", SCAN_MAX_BYTES >> 20);
    if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        return error_at(err, file, 1, "starts with a byte-order mark; save it as plain UTF-8");
    if (memchr(text, '\0', n)) {
        for (const char *c = text; *c; c++)
            line += *c == '\n';
        return error_at(err, file, line, "a zero byte; is this a text file?");
    }
    return check_encoding(file, text, n, err);
}

/* A mistake behind a text that may lack its quote can be a mere consequence: ask for the quote. */
static void blame_quote(const struct scanner *s)
{
    char *text = s->err->text;
    size_t used = strlen(text);
    const bool asks = used > 0 && text[used - 1] == '?';

    if (s->err->code != ERR_SCENARIO || s->suspect == 0)
        return;
    used -= asks;
    snprintf(text + used, sizeof s->err->text - used,
             "%s is a quote missing on line %d, where a text with a line break and = in it begins?",
             asks ? ", or" : ";", s->suspect);
}

enum error_code scan_text(const char *file, const char *text, size_t n, bool is_part,
                          struct scan_gaps *gaps, struct error *err)
{
    enum error_code code = OK;
    struct scanner s = { .file = file,
                         .text = text,
                         .end = text + n,
                         .at = text,
                         .line = 1,
                         .line_is_blank = true,
                         .gaps = gaps,
                         .err = err };

    gaps->n = 0;
    if (check_bytes(file, text, n, err) != OK)
        return err->code;
    grammar_init(&s.grammar, file, text, is_part, err);
    while (code == OK && s.at < s.end)
        code = scan_token(&s);
    if (code == OK)
        code = grammar_end(&s.grammar);
    if (code != OK)
        blame_quote(&s);
    grammar_release(&s.grammar);
    return code;
}
