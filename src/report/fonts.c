/* fonts.c - which characters the installed fonts have */
#include "fonts.h"

#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Different characters of a text that are looked for; more of them count as there. */
enum { MAX_SOUGHT = 2000, LATIN = 0x250 };

struct sought {
    size_t n;
    uint32_t code[MAX_SOUGHT];
    const char *at[MAX_SOUGHT];
    size_t size[MAX_SOUGHT];
    bool has[MAX_SOUGHT];
};

/* Latin letters are in every font; general punctuation is there, or shows nothing. */
static void seek(struct sought *s, const char *text)
{
    size_t size;

    for (; *text && s->n < MAX_SOUGHT; text += size) {
        const size_t bytes = text_character(text, strlen(text));
        size = bytes ? bytes : 1;
        const uint32_t code = text_code_point(text, size);
        size_t i = 0;
        if (bytes < 2 || code < LATIN || (code >= 0x2000 && code < 0x2070))
            continue;
        while (i < s->n && s->code[i] != code)
            i++;
        if (i < s->n)
            continue;
        s->code[s->n] = code;
        s->at[s->n] = text;
        s->size[s->n++] = size;
    }
}

/* A line of fc-list: ranges in hexadecimal digits, "20-7e a0 ...". */
static void take_font(struct sought *s, const char *line)
{
    char *end;

    for (; *line; line = end) {
        const unsigned long first = strtoul(line, &end, 16);
        if (end == line) {
            end++;
            continue;
        }
        const unsigned long last = *end == '-' ? strtoul(end + 1, &end, 16) : first;
        for (size_t i = 0; i < s->n; i++)
            s->has[i] = s->has[i] || (s->code[i] >= first && s->code[i] <= last);
    }
}

/* False where nothing is known of any font. */
static bool take_fonts(struct sought *s)
{
    FILE *fonts = popen("fc-list --format '%{charset}\\n' 2>/dev/null", "r");
    char *line = NULL;
    size_t room = 0;
    bool is_known = false;

    while (fonts && getline(&line, &room, fonts) != -1) {
        take_font(s, line);
        is_known = is_known || line[0] != '\n';
    }
    free(line);
    if (fonts)
        pclose(fonts);
    return is_known;
}

void fonts_lack(const char *text, size_t size, char out[size])
{
    struct sought *s = calloc(1, sizeof *s);
    size_t used = 0;

    out[0] = '\0';
    if (s)
        seek(s, text);
    if (s && s->n > 0 && take_fonts(s))
        for (size_t i = 0; i < s->n; i++)
            if (!s->has[i] && used + s->size[i] < size) {
                memcpy(out + used, s->at[i], s->size[i]);
                used += s->size[i];
                out[used] = '\0';
            }
    free(s);
}
