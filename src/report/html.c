/* html.c - the one place where a text becomes part of a page */
#include "html.h"

#include "names.h"
#include "text.h"

#include <stdbool.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

struct swap {
    const char *from, *to;
};

/* In place of the character that `text` begins with; NULL where it stays. */
static const char *swapped(size_t n, const struct swap table[n], const char *text, size_t size)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(table[i].from) == size && memcmp(table[i].from, text, size) == 0)
            return table[i].to;
    return NULL;
}

/* Characters that show nothing and change what is shown: U+202A-202E, U+2066-2069, U+FEFF. */
static bool is_unseen(const char *text, size_t size)
{
    const unsigned char *c = (const unsigned char *)text;

    if (size != 3)
        return false;
    if (c[0] == 0xE2 && c[1] == 0x80)
        return c[2] >= 0xAA && c[2] <= 0xAE;
    if (c[0] == 0xE2 && c[1] == 0x81)
        return c[2] >= 0xA6 && c[2] <= 0xA9;
    return c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF;
}

void html_text(FILE *out, const char *text)
{
    static const struct swap entities[] = {
        { "&", "&amp;" }, { "<", "&lt;" }, { ">", "&gt;" }, { "\"", "&quot;" }, { "'", "&#39;" },
    };
    size_t left = strlen(text);

    while (left > 0) {
        const size_t size = text_character(text, left), taken = size ? size : 1;
        const char *to = swapped(COUNT_OF(entities), entities, text, taken);
        const bool stays = *text == '\t' || *text == '\n';
        if (to)
            fputs(to, out);
        else if ((text_is_control(text, size) && !stays) || is_unseen(text, size))
            fputs(REPLACEMENT, out);
        else
            fwrite(text, 1, taken, out);
        text += taken;
        left -= taken;
    }
}

void html_json(FILE *out, const char *json)
{
    static const struct swap escapes[] = {
        { "<", "\\u003c" },
        { ">", "\\u003e" },
        { "&", "\\u0026" },
        { "\xE2\x80\xA8", "\\u2028" },
        { "\xE2\x80\xA9", "\\u2029" },
    };
    size_t left = strlen(json);

    while (left > 0) {
        const size_t size = text_character(json, left), taken = size ? size : 1;
        const char *to = swapped(COUNT_OF(escapes), escapes, json, taken);
        if (to || is_unseen(json, size))
            fputs(to ? to : "\\ufffd", out);
        else
            fwrite(json, 1, taken, out);
        json += taken;
        left -= taken;
    }
}
