/* outputs.h - what a study asks of every draw */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include "metric.h"

/* On the right: what the reference says of each. */
#define OUTPUT_LIST(X)                                                                 \
    X(ZONE, zone, "some package suits all")                                            \
    X(BEST, best, "all accept the package that they accept most often")                \
    X(ACCEPTS, accepts, "a proposal is accepted, by a party or by all")                \
    X(COMPLETES, completes, "the chance that a proposal, once signed, is carried out") \
    X(BREAKS, breaks, "a phase of a proposal, once reached, is not carried out")       \
    X(AGREEMENT, agreement, "the talks end in agreement")                              \
    X(DAY, day, "the day on which the talks end")

enum output_kind {
#define X(upper, lower, help) OUTPUT_##upper,
    OUTPUT_LIST(X)
#undef X
        OUTPUT_KINDS,
};
extern const char *const output_kind_names[OUTPUT_KINDS];

struct output {
    enum output_kind kind;
    size_t proposal; /* ACCEPTS, COMPLETES, BREAKS; else NONE */
    size_t who;      /* ACCEPTS: a party, or n_party for all; BREAKS: a phase; else NONE */
};

/* Whether it is a yes or no. */
bool output_is_answer(const struct output *o);

struct outputs {
    size_t n;
    struct output *of;      /* [n] */
    size_t best[MAX_ISSUE]; /* levels of the package of OUTPUT_BEST; set by the caller */
    bool wants[METRIC_COUNT];
};

/* Lists what there is for these groups (metric.h), in the order of OUTPUT_LIST, in the arena; with
 * `phases`, COMPLETES brings BREAKS of every phase along.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code outputs_list(struct outputs *o, const struct scenario *s,
                             const bool wants[METRIC_COUNT], bool phases, struct arena *arena,
                             struct error *err);

/* Keeps what is about one proposal only. */
void outputs_keep(struct outputs *o, size_t proposal);

/* "some package suits all", "Hamas accepts phase_one": for sentences.  as_answer: chances are said
 * as the yes of one half or more. */
enum { OUTPUT_TEXT = 400 };
const char *output_words(const struct scenario *s, const struct output *o, bool as_answer,
                         char text[static OUTPUT_TEXT]);

#endif
