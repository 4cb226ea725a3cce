/* sample.h - the first draws of a map, their numbers and their answers, kept to ask what decides */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "draw_table.h"

enum {
    SAMPLE_MOST =
        16384, /* draws: more would cost memory and say little more, errors being under one point */
};

struct sample {
    size_t n; /* draws kept: the first ones */
    size_t n_number;
    size_t *number;  /* [n_number] the uncertain parameters */
    double *value;   /* [n_number * n] a number a row */
    size_t n_answer; /* sample_answer says which is where */
    uint8_t *answer; /* [n_answer * n] 1 for yes, 0 for no; an answer a row */
};

/* Room for the first of `draws` draws.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sample_init(struct sample *sample, const struct scenario *s, uint64_t draws,
                            struct error *err);
void sample_release(struct sample *sample);

/* The bytes that it takes. */
double sample_bytes(const struct scenario *s, uint64_t draws);

/* Whether some package would be agreed; then, for each proposal, whether each party accepts it, and
 * whether it would be agreed (who: n_party). */
enum { SAMPLE_ZONE = 0 };
size_t sample_answer(const struct scenario *s, size_t proposal, size_t who);
/* The inverse, for any answer but SAMPLE_ZONE. */
void sample_answer_split(const struct scenario *s, size_t answer, size_t *proposal, size_t *who);

/* Keeps a draw if it is one of the first, from any thread. */
void sample_put(struct sample *sample, const struct scenario *s, uint64_t draw,
                const double theta[], bool has_zone, const struct draw_answers *answers);

#endif
