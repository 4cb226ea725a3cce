/* shard.h - which part of the work one of several machines does */
#ifndef SHARD_H
#define SHARD_H

#include <stdint.h>

/* The indices *first .. *last-1 of part `part` (from 0) of `parts` parts of 0 .. n-1.  Parts meet
 * without gap or overlap and differ in size by one at most. */
static inline void shard_range(uint64_t n, uint64_t part, uint64_t parts, uint64_t *first,
                               uint64_t *last)
{
    const uint64_t each = n / parts, more = n % parts;

    *first = part * each + (part < more ? part : more);
    *last = *first + each + (part < more);
}

#endif
