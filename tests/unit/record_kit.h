/* record_kit.h - small records whose posterior is known, for tests of learning */
#ifndef RECORD_KIT_H
#define RECORD_KIT_H

#include "learned.h"
#include "moved.h"

enum { KIT_SCENARIOS = 4 };

/* Everything from texts to what is learned. */
struct record_kit {
    struct scenario scenario[KIT_SCENARIOS];
    struct history history;
    struct joint joint;
    struct learned learned;
};

/* A scenario t<i> in which party a accepts a proposal where theta - c >= 0: its reservation is
 * 0.5 - theta, and the terms are worth 0.5 - c to it.  c runs in hundredths from -0.5 to 0.5.
 *
 *   reservation  of a, as a scenario writes it: 0.5 - theta
 *   more         settings of a of the scenario's own
 *   answers      n of them: c in hundredths, and what is said ("" for none)
 *   shared       whether the reservation is shared by all scenarios */
struct kit_answer {
    int c;
    const char *said;
};
void record_kit_text(char *out, size_t size, int i, const char *reservation, bool shared,
                     const char *more, size_t n, const struct kit_answer answer[]);

/* Loads n texts and learns from n_world worlds, by weights or by a population, with these doubts
 * (NAN: as the scenario says).  Fails the test where there is an error. */
void record_kit_open(struct record_kit *k, size_t n, const char *const text[]);
void record_kit_learn(struct record_kit *k, size_t n_world, uint64_t seed, bool by_population,
                      double doubt, double scale);
void record_kit_forget(struct record_kit *k);
void record_kit_close(struct record_kit *k);

/* Mean and standard deviation of the number of this name (joint_name) after learning. */
struct weighted_moments record_kit_number(const struct record_kit *k, const char *name);

#endif
