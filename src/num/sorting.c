/* sorting.c - items by rising utility, in a time that grows with their number */
#include "sorting.h"

#include "arena.h"
#include "interrupt.h"

#include <stdlib.h>
#include <string.h>

enum { DIGIT = 8, DIGITS = 64 / DIGIT, BUCKETS = 1 << DIGIT };

enum error_code sorting_reserve(struct sorting *s, size_t n, struct error *err)
{
    if (n <= s->room)
        return OK;
    sorting_release(s);
    s->now = memory_alloc(n, sizeof *s->now, err);
    s->next = memory_alloc(n, sizeof *s->next, err);
    s->room = n;
    return err->code;
}

void sorting_release(struct sorting *s)
{
    free(s->now);
    free(s->next);
    *s = (struct sorting){ 0 };
}

/* A whole number in the order of the doubles: their bits, with those of negative ones turned over;
 * and 0 for both zeros. */
static uint64_t key_of(double x)
{
    const uint64_t sign = UINT64_C(1) << 63;
    uint64_t bits;

    x += 0.0;
    memcpy(&bits, &x, sizeof bits);
    return bits & sign ? ~bits : bits | sign;
}

static void sort_by_digit(struct sorting *s, size_t n, const size_t count[BUCKETS], int shift)
{
    size_t start[BUCKETS];

    for (size_t b = 0, sum = 0; b < BUCKETS; b++) {
        start[b] = sum;
        sum += count[b];
    }
    for (size_t i = 0; i < n && !interrupt_signal; i++)
        s->next[start[(s->now[i].key >> shift) % BUCKETS]++] = s->now[i];
    struct sorting_key *swapped = s->now;
    s->now = s->next;
    s->next = swapped;
}

void sorting_run(struct sorting *s, size_t n, uint32_t item[], const double utility[],
                 double value[])
{
    size_t count[DIGITS][BUCKETS] = { { 0 } };

    for (size_t i = 0; i < n && !interrupt_signal; i++) {
        s->now[i] = (struct sorting_key){ key_of(utility[item[i]]), item[i] };
        for (int d = 0; d < DIGITS; d++)
            count[d][(s->now[i].key >> d * DIGIT) % BUCKETS]++;
    }
    for (int d = 0; d < DIGITS && n > 0; d++)
        if (count[d][(s->now[0].key >> d * DIGIT) % BUCKETS] <
            n) /* else the digit is one for all */
            sort_by_digit(s, n, count[d], d * DIGIT);
    for (size_t i = 0; i < n && !interrupt_signal; i++) {
        item[i] = s->now[i].item;
        value[i] = utility[item[i]];
    }
}

int sorting_rising(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}
