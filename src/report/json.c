/* json.c - a JSON object, one member a line */
#include "json.h"

#include "text.h"

#include <inttypes.h>
#include <math.h>

static void print_text(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < 0x20)
            fprintf(out, "\\u%04x", c);
        else
            putc(c, out);
    }
    putc('"', out);
}

static void begin(struct json *j, const char *key)
{
    if (j->n++ > 0)
        putc(',', j->out);
    if (!key)
        return;
    fprintf(j->out, "\n%*s", 2 * j->depth, "");
    print_text(j->out, key);
    fputs(": ", j->out);
}

void json_open(struct json *j, const char *key)
{
    begin(j, key);
    putc('{', j->out);
    j->depth++;
    j->n = 0;
}

void json_close(struct json *j)
{
    j->depth--;
    fprintf(j->out, "\n%*s}%s", 2 * j->depth, "", j->depth ? "" : "\n");
    j->n = 1;
}

void json_text(struct json *j, const char *key, const char *value)
{
    begin(j, key);
    print_text(j->out, value);
}

void json_real(struct json *j, const char *key, double value)
{
    char number[TEXT_NUMBER];

    begin(j, key);
    text_shortest(value, number);
    fputs(isfinite(value) ? number : "null", j->out);
}

void json_count(struct json *j, const char *key, uint64_t value)
{
    begin(j, key);
    fprintf(j->out, "%" PRIu64, value);
}
