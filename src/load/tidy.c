/* tidy.c - makes the texts of a scenario fit for terminals, tables and pictures */
#include "tidy.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum finding { TIDY, UNTIDY, NOT_UTF8 };

static enum finding look(const char *text)
{
    const size_t n = strlen(text);
    enum finding found = TIDY;
    size_t size;

    for (size_t i = 0; i < n; i += size) {
        size = text_character(text + i, n - i);
        if (size == 0)
            return NOT_UTF8;
        if (text_is_control(text + i, size))
            found = UNTIDY;
    }
    return found;
}

/* One blank for each run of blanks that breaks a line or has a tab; out holds n + 1 bytes. */
static void fold_lines(const char *text, char *out)
{
    static const char breaks[] = "\t\n\v\f\r", blanks[] = " \t\n\v\f\r";

    while (*text) {
        const size_t run = strspn(text, blanks), before = strcspn(text, breaks);
        if (before < run) {
            *out++ = ' ';
            text += run;
        } else {
            *out++ = *text++;
        }
    }
    *out = '\0';
}

/* libconfig keeps a copy, and does not say when there is no memory for it. */
static void set_text(struct reader *r, config_setting_t *s, const char *text)
{
    config_setting_set_string(s, text);
    if (!config_setting_get_string(s))
        reader_lacks_memory(r);
}

static void tidy(struct reader *r, config_setting_t *s, const char *text)
{
    enum { ESCAPE = 4 }; /* letters of \xNN, for one byte */
    const size_t n = strlen(text), room = ESCAPE * n + 1;
    char *folded = malloc(n + 1), *shown = malloc(room);

    if (folded && shown) {
        fold_lines(text, folded);
        set_text(r, s, text_shown(folded, room, shown));
    } else {
        reader_lacks_memory(r);
    }
    free(folded);
    free(shown);
}

void tidy_texts(struct reader *r, config_setting_t *from)
{
    const char *text = config_setting_get_string(from);
    const enum finding found = text ? look(text) : TIDY;

    for (int i = 0; config_setting_is_aggregate(from) && i < config_setting_length(from); i++)
        tidy_texts(r, config_setting_get_elem(from, (unsigned)i));
    if (found == NOT_UTF8)
        complain(r, from, "\"%.300s\" is not UTF-8 text", text);
    else if (found == UNTIDY)
        tidy(r, from, text);
}
