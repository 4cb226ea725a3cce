/* text.h - numbers as people write them, strictly read and shortly written */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads all of text as a finite number, or as a whole number in [low, high].  False, and nothing
 * written, for anything else: blanks, a trailing letter, an overflow, "nan", "inf". */
bool text_real(const char *text, double *x);
bool text_count(const char *text, uint64_t low, uint64_t high, uint64_t *x);

/* The same for a whole number as people write large ones: 10000, 1e4, 10k, 2.5M. */
bool text_amount(const char *text, uint64_t low, uint64_t high, uint64_t *x);

enum { TEXT_NUMBER = 32 };

/* Writes x in the fewest digits, from 15, that read back as the same double; not a number is "". */
void text_shortest(double x, char out[static TEXT_NUMBER]);

/* The number that people would write for x: x to 15 significant digits, so that what a program
 * writes as 0.30000000000000004 is 0.3.  Not finite: x. */
double text_written(double x);

/* Number i of n + 1 in equal steps from low to high, both included, as people would write it: to 14
 * digits of the larger end, which is more than rounding loses.  n is at least i; 0: low. */
double text_spaced(double low, double high, uint64_t n, uint64_t i);

/* Writes n with a thin group mark every three digits: 43,200. */
void text_grouped(uint64_t n, char out[static TEXT_NUMBER]);

/* 64-bit FNV-1a of n bytes, continuing from `hash` (start with TEXT_HASH_START).
 * Source: Fowler, Noll & Vo, RFC 9923. */
#define TEXT_HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t text_hash(uint64_t hash, const void *bytes, size_t n);

/* "78 %", and where rounding would hide it "under 1 %" or "over 99 %"; returns out. */
const char *text_percent(double share, char out[static TEXT_NUMBER]);

#endif
