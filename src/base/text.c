/* text.c - numbers as people write them, strictly read and shortly written */
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* strtod alone would also take leading blanks, hexadecimal, "nan" and "inf". */
bool text_real(const char *text, double *x)
{
    char *end;

    if (!text[0] || strspn(text, "+-.0123456789eE") != strlen(text))
        return false;
    double read = strtod(text, &end);
    if (*end || !isfinite(read))
        return false;
    *x = read;
    return true;
}

bool text_count(const char *text, uint64_t low, uint64_t high, uint64_t *x)
{
    if (!text[0] || strspn(text, "0123456789") != strlen(text))
        return false;
    errno = 0;
    uint64_t read = strtoull(text, NULL, 10);
    if (errno == ERANGE || read < low || read > high)
        return false;
    *x = read;
    return true;
}

bool text_amount(const char *text, uint64_t low, uint64_t high, uint64_t *x)
{
    static const double largest = 9007199254740992; /* 2^53: whole numbers up to it are exact */
    const size_t n = strlen(text);
    const char last = n > 0 ? text[n - 1] : '\0';
    const double factor = last == 'k' ? 1e3 : last == 'M' ? 1e6 : 1;
    char number[TEXT_NUMBER];
    double read;

    if (text_count(text, low, high, x))
        return true;
    snprintf(number, sizeof number, "%.*s", (int)(n - (factor > 1)), text);
    if (n >= sizeof number || !isdigit((unsigned char)text[0]) || !text_real(number, &read))
        return false;
    const double whole = round(read * factor);
    if (fabs(read * factor - whole) > 1e-12 * whole || whole > largest || (uint64_t)whole < low ||
        (uint64_t)whole > high)
        return false;
    *x = (uint64_t)whole;
    return true;
}

void text_shortest(double x, char out[static TEXT_NUMBER])
{
    char text[TEXT_NUMBER] = "";

    if (fabs(x) < 1e15 && x == trunc(x)) { /* most cells of a table */
        snprintf(out, TEXT_NUMBER, "%" PRId64, (int64_t)x);
        return;
    }
    for (int digits = 15; !isnan(x) && digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, x);
        if (strtod(text, NULL) == x)
            break;
    }
    memcpy(out, text, sizeof text);
}

double text_written(double x)
{
    char text[TEXT_NUMBER];

    if (!isfinite(x))
        return x;
    snprintf(text, sizeof text, "%.15g", x);
    return strtod(text, NULL);
}

double text_spaced(double low, double high, uint64_t n, uint64_t i)
{
    enum { DIGITS = 14, ROOM = 400 };
    const double size = fmax(fabs(low), fabs(high));
    const double decimals = size > 0 ? DIGITS - 1 - floor(log10(size)) : 0;
    char text[ROOM];

    if (i == 0 || i == n)
        return i == 0 ? low : high;
    const double x = low + (double)i * ((high - low) / (double)n);
    if (decimals < 0 || decimals > 300)
        return text_written(x);
    snprintf(text, sizeof text, "%.*f", (int)decimals, x);
    return strtod(text, NULL) + 0.0; /* and never -0 */
}

void text_grouped(uint64_t n, char out[static TEXT_NUMBER])
{
    char digits[TEXT_NUMBER];
    int length = snprintf(digits, sizeof digits, "%" PRIu64, n);
    char *at = out;

    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            *at++ = ',';
        *at++ = digits[i];
    }
    *at = '\0';
}

uint64_t text_hash(uint64_t hash, const void *bytes, size_t n)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < n; i++)
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    return hash;
}

const char *text_percent(double share, char out[static TEXT_NUMBER])
{
    if (share > 0 && share <= 0.005) /* a half is rounded to the even 0 */
        snprintf(out, TEXT_NUMBER, "under 1 %%");
    else if (share < 1 && share >= 0.995)
        snprintf(out, TEXT_NUMBER, "over 99 %%");
    else
        snprintf(out, TEXT_NUMBER, "%.0f %%", 100 * share);
    return out;
}

size_t text_character(const char *text, size_t n)
{
    static const struct {
        unsigned char first, last; /* of lead bytes */
        uint32_t least, most;      /* of code points */
    } sizes[] = { { 0, 0x7f, 0, 0x7f },
                  { 0xc2, 0xdf, 0x80, 0x7ff },
                  { 0xe0, 0xef, 0x800, 0xffff },
                  { 0xf0, 0xf4, 0x10000, 0x10ffff } };
    const unsigned char *c = (const unsigned char *)text;
    size_t i = 0;

    while (i < 4 && !(c[0] >= sizes[i].first && c[0] <= sizes[i].last))
        i++;
    if (i >= 4 || i >= n)
        return 0;
    uint32_t code = i == 0 ? c[0] : c[0] & (0x3fu >> i);
    for (size_t k = 1; k <= i; k++) {
        if ((c[k] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (c[k] & 0x3fu);
    }
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    return code < sizes[i].least || code > sizes[i].most || surrogate ? 0 : i + 1;
}

bool text_is_control(const char *character, size_t size)
{
    const unsigned char *c = (const unsigned char *)character;
    return size == 0 || (size == 1 && (c[0] < 0x20 || c[0] == 0x7f)) ||
           (size == 2 && c[0] == 0xc2 && c[1] < 0xa0);
}

const char *text_shown(const char *text, size_t size, char out[size])
{
    enum { ESCAPE = 4 };
    const size_t n = strlen(text);
    size_t used = 0;

    for (size_t i = 0; i < n;) {
        const size_t whole = text_character(text + i, n - i), bytes = whole ? whole : 1;
        const bool is_control = text_is_control(text + i, whole);
        if (used + (is_control ? ESCAPE : 1) * bytes >= size)
            break;
        for (size_t end = i + bytes; i < end; i++)
            used += (size_t)snprintf(out + used, size - used, is_control ? "\\x%02x" : "%c",
                                     (unsigned char)text[i]);
    }
    out[used] = '\0';
    return out;
}

uint32_t text_code_point(const char *character, size_t size)
{
    const unsigned char *c = (const unsigned char *)character;
    uint32_t code = size == 1 ? c[0] : c[0] & (0x7fu >> size);

    for (size_t k = 1; k < size; k++)
        code = code << 6 | (c[k] & 0x3fu);
    return size == 0 ? 0xfffd : code;
}

static size_t columns_of(uint32_t code)
{
    static const struct {
        uint32_t first, last;
        size_t columns;
    } blocks[] = {
        { 0x0300, 0x036f, 0 }, { 0x0483, 0x0489, 0 },   { 0x0591, 0x05bd, 0 },
        { 0x0610, 0x061a, 0 }, { 0x064b, 0x065f, 0 },   { 0x0670, 0x0670, 0 },
        { 0x06d6, 0x06dc, 0 }, { 0x093a, 0x093a, 0 },   { 0x093c, 0x093c, 0 },
        { 0x0941, 0x0948, 0 }, { 0x094d, 0x094d, 0 },   { 0x0e31, 0x0e31, 0 },
        { 0x0e34, 0x0e3a, 0 }, { 0x0e47, 0x0e4e, 0 },   { 0x1100, 0x115f, 2 },
        { 0x200b, 0x200f, 0 }, { 0x202a, 0x202e, 0 },   { 0x2066, 0x2069, 0 },
        { 0x20d0, 0x20f0, 0 }, { 0x2e80, 0x303e, 2 },   { 0x3041, 0xa4cf, 2 },
        { 0xa960, 0xa97c, 2 }, { 0xac00, 0xd7a3, 2 },   { 0xf900, 0xfaff, 2 },
        { 0xfe00, 0xfe0f, 0 }, { 0xfe30, 0xfe6f, 2 },   { 0xff00, 0xff60, 2 },
        { 0xffe0, 0xffe6, 2 }, { 0x1f300, 0x1faff, 2 }, { 0x20000, 0x3fffd, 2 },
    };

    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (code >= blocks[i].first && code <= blocks[i].last)
            return blocks[i].columns;
    return 1;
}

size_t text_width_of(const char *text, size_t n)
{
    size_t width = 0;

    for (size_t i = 0; i < n;) {
        const size_t size = text_character(text + i, n - i);
        width += columns_of(text_code_point(text + i, size));
        i += size ? size : 1;
    }
    return width;
}

size_t text_width(const char *text)
{
    return text_width_of(text, strlen(text));
}

const char *text_cut(const char *text, size_t width, size_t size, char out[size])
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    const size_t n = strlen(text);
    size_t end = 0;

    if (text_width(text) <= width && n < size) {
        memcpy(out, text, n + 1);
        return out;
    }
    for (size_t next; end < n; end = next) {
        const size_t bytes = text_character(text + end, n - end);
        next = end + (bytes ? bytes : 1);
        if (text_width_of(text, next) + 1 > width || next + sizeof ellipsis > size)
            break;
    }
    while (end > 0 && text[end - 1] == ' ')
        end--;
    snprintf(out, size, "%.*s%s", (int)end, text, ellipsis);
    return out;
}

static void blanks(FILE *out, const char *text, size_t width)
{
    for (size_t n = text_width(text); n < width; n++)
        putc(' ', out);
}

void text_pad(FILE *out, const char *text, size_t width)
{
    fputs(text, out);
    blanks(out, text, width);
}

void text_pad_left(FILE *out, const char *text, size_t width)
{
    blanks(out, text, width);
    fputs(text, out);
}

/* The length of the word that text begins with; a number keeps what says how sure it is, and its
 * "%". */
static size_t word_length(const char *text)
{
    size_t n = strcspn(text, " \n");

    while (text[n] == ' ' && (text[n + 1] == '%' || strncmp(text + n + 1, "\xc2\xb1", 2) == 0))
        n += 1 + strcspn(text + n + 1, " \n");
    return n;
}

/* Wraps the words of a text up to `end`, where a word ends. */
static void wrap(FILE *out, size_t used, size_t indent, const char *text, const char *end)
{
    bool begins = used <= indent;

    for (; (text += strspn(text, " \n")) < end; begins = false) {
        const size_t n = word_length(text), width = text_width_of(text, n);
        if (!begins && used + 1 + width > TEXT_LINE) {
            fprintf(out, "\n%*s", (int)indent, "");
            used = indent;
        } else if (!begins) {
            putc(' ', out);
            used++;
        }
        fwrite(text, 1, n, out);
        used += width;
        text += n;
    }
    putc('\n', out);
}

void text_wrap(FILE *out, size_t used, size_t indent, const char *text)
{
    wrap(out, used, indent, text, text + strlen(text));
}

void text_wrap_sentences(FILE *out, const char *text)
{
    for (const char *end; *text; text = end + (*end == '\n')) {
        const size_t blanks = strspn(text, " ");
        const char *gap = strstr(text + blanks, "  ");
        end = text + strcspn(text, "\n");
        if ((gap && gap < end) || text_width_of(text, (size_t)(end - text)) <= TEXT_LINE) {
            fwrite(text, 1, (size_t)(end - text) + (*end == '\n'), out);
            continue;
        }
        fprintf(out, "%*s", (int)blanks, "");
        wrap(out, blanks, blanks + 2, text + blanks, end);
    }
}
