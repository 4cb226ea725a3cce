/* facts.h - a scenario as a list of facts: places, and what stands at each, to compare two by */
#ifndef FACTS_H
#define FACTS_H

#include "scenario.h"

#include <stdio.h>

/* A kind, and what its facts are.  Numbers come last: there are most of them. */
#define FACT_LIST(X)                                                                      \
    X(AS_OF, as_of, "its date")                                                           \
    X(DRAWS, draws, "how many there are")                                                 \
    X(SEED, seed, "of the random numbers")                                                \
    X(ISSUE, issue, "its levels on the table; who performs it, what is `nothing`, `all`") \
    X(FORBIDDEN, forbidden, "a combination of levels, its path")                          \
    X(RULE, rule, "what levels must sum to")                                              \
    X(PARTY, party, "whether it bargains, or only consents; its bargaining power")        \
    X(VALUE, value, "the kind of a value function")                                       \
    X(RED_LINE, red_line, "its levels, of a position's, too")                             \
    X(INTERACTION, interaction, "its levels")                                             \
    X(BODY, body, "its kind; of a bloc its seats")                                        \
    X(AGREEMENT, agreement, "of its rule: a quota, a party's seats, who has a veto")      \
    X(PHASE, phase, "its turns, and who performs in which order")                         \
    X(PROPOSAL, proposal, "who made it")                                                  \
    X(TERM, term, "the level that a proposal has of an issue")                            \
    X(ANSWER, answer, "what a party is on record as having said to a proposal")           \
    X(CORRELATION, correlation, "of two numbers")                                         \
    X(NUMBER, number, "a number, or its distribution")

enum fact_kind {
#define X(upper, name, help) FACT_##upper,
    FACT_LIST(X)
#undef X
        FACT_KINDS,
};
extern const char *const fact_kind_names[FACT_KINDS];

struct fact {
    enum fact_kind kind;
    const char *path; /* "proposals.draft.terms.pause"; unique among those of its kind */
    const char *text; /* about as a scenario would write it */
};

struct facts {
    struct arena arena; /* holds the texts */
    size_t n, room;
    struct fact *fact;
    FILE *out; /* the text that is being written, to `text` */
    char *text;
    size_t size;
    struct error *err;
};

/* Lists what decides a run of the scenario, in a fixed order; titles, notes, sources and the talks
 * but for their numbers are left out.  Release it whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code facts_init(struct facts *f, const struct scenario *s, struct error *err);
void facts_release(struct facts *f);

/* The fact of this kind and path, or NULL. */
const struct fact *facts_find(const struct facts *f, enum fact_kind kind, const char *path);

/* Whether the thing that a fact is a part of, a party, say, or a proposal, is in `f` and not
 * in `other`. */
bool facts_lack_owner(const struct facts *f, const struct facts *other, const struct fact *fact);

#endif
