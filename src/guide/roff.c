/* roff.c - texts as man pages have them */
#include "roff.h"

#include <stdbool.h>
#include <string.h>

/* A line that begins with . or ' is a request, and -, ' and \ are other signs unless escaped. */
static void put_letter(FILE *out, char letter, bool begins)
{
    if (begins && (letter == '.' || letter == '\''))
        fputs("\\&", out);
    if (letter == '\\')
        fputs("\\e", out);
    else if (letter == '\'')
        fputs("\\(aq", out);
    else if (letter == '-')
        fputs("\\-", out);
    else if (letter == '^')
        fputs("\\(ha", out);
    else
        putc(letter, out);
}

/* How many letters a [link](file.md) has from here on that are not its text: 1 at its [, all of
 * "](file.md)" at its ]; else 0. */
static size_t link_marks(size_t n, const char text[n])
{
    const char *close = memchr(text, ']', n), *end;

    if ((text[0] != '[' && text[0] != ']') || !close || close + 1 >= text + n || close[1] != '(')
        return 0;
    end = memchr(close, ')', n - (size_t)(close - text));
    if (!end)
        return 0;
    return text[0] == '[' ? 1 : (size_t)(end - text) + 1;
}

static void put_text(FILE *out, size_t n, const char text[n])
{
    bool bold = false, begins = true;

    for (size_t i = 0; i < n;) {
        const size_t mark = text[i] == '`'                                      ? 1
                            : i + 1 < n && text[i] == '*' && text[i + 1] == '*' ? 2
                                                                                : 0;
        const size_t skip = mark ? mark : link_marks(n - i, text + i);
        if (mark) {
            bold = !bold;
            fputs(bold ? "\\fB" : "\\fR", out);
        }
        if (!skip)
            put_letter(out, text[i], begins);
        begins = !skip && text[i] == '\n';
        i += skip ? skip : 1;
    }
}

void roff_text(FILE *out, const char *text)
{
    put_text(out, strlen(text), text);
}

/* A row of a table, "| a | b |", as an entry; its heading, and the line under that, are left out.
 */
static void put_row(FILE *out, size_t n, const char line[n])
{
    const char *bar = memchr(line + 1, '|', n - 1);
    const char *end = bar ? memchr(bar + 1, '|', n - (size_t)(bar + 1 - line)) : NULL;

    if (!end || line[1] == '-' || strncmp(line + n, "\n|-", 3) == 0)
        return;
    fputs(".TP\n", out);
    put_text(out, (size_t)(bar - line) - 3, line + 2);
    putc('\n', out);
    put_text(out, (size_t)(end - bar) - 3, bar + 2);
    putc('\n', out);
}

/* "- `name` = looks: meaning": the name, and what follows it, is an entry's head. */
static void put_entry(FILE *out, size_t n, const char line[n])
{
    const char *colon = strstr(line, ": ");
    const size_t head = colon && colon < line + n ? (size_t)(colon - line) : n;

    fputs(".TP\n", out);
    put_text(out, head, line);
    putc('\n', out);
    if (head + 2 < n) {
        put_text(out, n - head - 2, line + head + 2);
        putc('\n', out);
    }
}

static void put_line(FILE *out, size_t n, const char line[n])
{
    if (n == 0)
        fputs(".PP\n", out);
    else if (strncmp(line, "### ", 4) == 0 || strncmp(line, "## ", 3) == 0) {
        const size_t mark = line[2] == '#' ? 4 : 3;
        fputs(mark == 4 ? ".SS \"" : ".SH \"", out);
        put_text(out, n - mark, line + mark);
        fputs("\"\n", out);
    } else if (strncmp(line, "- ", 2) == 0)
        put_entry(out, n - 2, line + 2);
    else if (line[0] == '|')
        put_row(out, n, line);
    else if (strncmp(line, "# ", 2) != 0) {
        const size_t blanks = strspn(line, " ");
        put_text(out, n - blanks, line + blanks);
        putc('\n', out);
    }
}

/* Blank lines next to headings and entries would only be warned of. */
static bool says_something(const char *line)
{
    return line[0] != '#' && line[0] != '|' && line[0] != '\n' && line[0] != '\0' &&
           strncmp(line, "- ", 2) != 0;
}

void roff_markdown(FILE *out, const char *markdown)
{
    bool after_text = false;

    for (const char *line = markdown; *line;) {
        const size_t n = strcspn(line, "\n");
        const char *next = line + n + (line[n] == '\n');
        if (n > 0 || (after_text && says_something(next)))
            put_line(out, n, line);
        if (n > 0)
            after_text = line[0] != '#';
        line = next;
    }
}
