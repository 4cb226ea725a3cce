/* text.h - numbers as people write them, strictly read and shortly written */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Reads all of text as a finite number, or as a whole number in [low, high].  False, and nothing
 * written, for anything else: blanks, a trailing letter, an overflow, "nan", "inf". */
bool text_real(const char *text, double *x);
bool text_count(const char *text, uint64_t low, uint64_t high, uint64_t *x);

/* The same for a whole number as people write large ones: 10000, 1e4, 10k, 2.5M. */
bool text_amount(const char *text, uint64_t low, uint64_t high, uint64_t *x);

enum { TEXT_NUMBER = 32, TEXT_SHOWN = 5000 /* for a path, or a setting of the command line */ };

/* Writes x in the fewest digits, from 15, that read back as the same double; not a number is "". */
void text_shortest(double x, char out[static TEXT_NUMBER]);

/* The number that people would write for x: x to 15 significant digits, so that what a program
 * writes as 0.30000000000000004 is 0.3.  Not finite: x. */
double text_written(double x);

/* Number i of n + 1 in equal steps from low to high, both included, as people would write it: 14
 * digits of the larger end, so that rounding does not show.  i is at most n; n = 0 gives low. */
double text_spaced(double low, double high, uint64_t n, uint64_t i);

/* Writes n with a thin group mark every three digits: 43,200. */
void text_grouped(uint64_t n, char out[static TEXT_NUMBER]);

/* 64-bit FNV-1a of n bytes, continuing from `hash` (start with TEXT_HASH_START).
 * Source: Fowler, Noll & Vo, RFC 9923. */
#define TEXT_HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t text_hash(uint64_t hash, const void *bytes, size_t n);

/* "78 %", and where rounding would hide it "under 1 %" or "over 99 %"; returns out. */
const char *text_percent(double share, char out[static TEXT_NUMBER]);

/* How many bytes the UTF-8 character at text[n] has, n at least 1; 0 when it is none, as overlong
 * forms, surrogates and characters that the end cuts off are none.  Source: RFC 3629, section 4. */
size_t text_character(const char *text, size_t n);

/* The code point of a character of `size` bytes, as text_character says; U+FFFD for size 0. */
uint32_t text_code_point(const char *character, size_t size);

/* Writes text so that a terminal shows all of it and obeys nothing: each byte of a control
 * character, or of what is not UTF-8, is \xNN.  Characters that do not fit whole are left out.
 * Returns out. */
const char *text_shown(const char *text, size_t size, char out[size]);

/* Whether text_shown would show the character of `size` bytes as \xNN: size is 0, or it is of C0
 * or C1 or the delete character. */
bool text_is_control(const char *character, size_t size);

/* The columns that a terminal takes for a text, or for the first n bytes of it: none for combining
 * marks, two for the wide characters of East Asian scripts and pictographs, one for any other, and
 * for a byte that is not UTF-8.
 * Source: Unicode Standard Annex 11, by block; no locale is set, so that wcwidth knows ASCII only.
 */
size_t text_width(const char *text);
size_t text_width_of(const char *text, size_t n);

/* Writes text in at most `width` columns, cut at its end with an ellipsis where it is longer.
 * Returns out. */
const char *text_cut(const char *text, size_t width, size_t size, char out[size]);

/* Writes text and blanks up to `width` columns; with the blanks first: text_pad_left. */
void text_pad(FILE *out, const char *text, size_t width);
void text_pad_left(FILE *out, const char *text, size_t width);

/* Writes the words of a text in lines of at most TEXT_LINE columns, those after the first with
 * `indent` blanks before them, and a line break at the end; "58 ±2 %" stays together; the first
 * line continues one of `used` columns. */
enum { TEXT_LINE = 110 };
void text_wrap(FILE *out, size_t used, size_t indent, const char *text);

/* Writes the lines of a text, sentences among them in lines of at most TEXT_LINE columns, those
 * after the first with two blanks more before them than the first has.  A line with two blanks in a
 * row behind its first letter is a row of a table: it stays as it is. */
void text_wrap_sentences(FILE *out, const char *text);

#endif
