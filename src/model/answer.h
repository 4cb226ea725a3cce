/* answer.h - what a party is on record as having said to a proposal */
#ifndef ANSWER_H
#define ANSWER_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum said { SAID_ACCEPTS, SAID_REFUSES, SAID_DISPUTED, SAID_COUNTED, SAID_COUNT };
extern const char *const said_labels[SAID_COUNT];

/* Whose answer it is. */
enum answer_by { BY_RATIFIED, BY_LEADERS, BY_COUNT };
extern const char *const answer_by_labels[BY_COUNT];

struct answer {
    bool is_recorded; /* false: the record has none of this party, and the rest means nothing */
    enum said said;
    enum answer_by by;         /* BY_LEADERS: its bodies were not asked */
    uint64_t accepts, refuses; /* SAID_COUNTED: so many of many people, each as one answer */
    bool own;                  /* its own offer, which it meant to be kept */
    double doubt;              /* 0 to 1/2: the chance that the other answer was given */
    struct location place;
};

/* The readings of an answer: whether the bodies are asked, and whether the proposal is judged as
 * it would be carried out or as if nobody could break off. */
enum {
    READ_LEADERS = 1,
    READ_IF_KEPT = 2,
    READ_COUNT = 4,
};

/* The reading that an answer asks for. */
size_t answer_reading(const struct answer *answer);

/* How many answers it is, and how many of them are "accepts": 0 where it is disputed or not there.
 */
uint64_t answer_number(const struct answer *answer);
uint64_t answer_yes(const struct answer *answer);

/* The probability that the model gives the recorded answer, when it accepts with probability p in
 * the reading that the answer asks for; of many answers the mean.  The answer's doubt is left out.
 * NAN when the answer is disputed or there is none. */
double answer_given(const struct answer *answer, double p);

#endif
