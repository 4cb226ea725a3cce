/* reliability.h - whether stated chances come true as often as they say, with a band of chance */
#ifndef RELIABILITY_H
#define RELIABILITY_H

#include "scores.h"

enum { RELIABILITY_SAMPLES = 1000 };

/* A stated chance, how often such answers were a yes by isotonic regression, and where 95 % of
 * records lie for which the chances are right. */
struct reliable {
    double p, rate, low, high, n;
};

struct reliability {
    size_t n;
    struct reliable *at; /* [n] by rising p, each once */
};

/* Of a rule of learned.h.  To be released, whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code reliability_find(struct reliability *f, const struct learned *l, enum chance rule,
                                 struct error *err);
void reliability_release(struct reliability *f);

#endif
