/* sorting.h - items by rising utility, in a time that grows with their number */
#ifndef SORTING_H
#define SORTING_H

#include "error.h"

#include <stdint.h>

/* Room to sort in; zeroed, it is empty and ready. */
struct sorting {
    size_t room;
    struct sorting_key {
        uint64_t key;
        uint32_t item;
    } * now, *next;
};

/* Makes room for n items.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sorting_reserve(struct sorting *s, size_t n, struct error *err);
void sorting_release(struct sorting *s);

/* Sorts item[n] by utility[item], rising, in place; equals stay in the order in which they came.
 * No utility is NAN, and n is at most what there is room for.  value[n], out: utility[item[i]].
 * Ends early after a signal, with some order of some items (interrupt.h: throw it away).
 * Digits of eight bits, the lowest first: Knuth (1998) The Art of Computer Programming 3, 5.2.5. */
void sorting_run(struct sorting *s, size_t n, uint32_t item[], const double utility[],
                 double value[]);

/* For qsort: doubles as they rise, none of them NAN. */
int sorting_rising(const void *a, const void *b);

#endif
