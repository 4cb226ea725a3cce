/* differences.h - what moved between two scenarios, draw by draw: differences.csv */
#ifndef DIFFERENCES_H
#define DIFFERENCES_H

#include "survey.h"

/* What is kept of a survey to be compared, so that one may go before the other is made. */
struct answers {
    const struct scenario *scenario; /* borrowed */
    struct sample sample;            /* of all draws: at most SAMPLE_MOST */
    double best;                     /* the share of the package accepted most often */
    size_t best_level[MAX_ISSUE];    /* [n_table] and its levels */
};

/* Takes the sample out of the survey. */
void answers_take(struct answers *answers, struct survey *survey);
void answers_release(struct answers *answers);

/* Of what a row is: whether some package suits all; the package accepted most often; a proposal. */
enum what { WHAT_ZONE, WHAT_BEST, WHAT_PROPOSAL, WHAT_COUNT };
extern const char *const what_labels[WHAT_COUNT];

/* A share of draws in A and in B; NAN, and nothing else known, where one of them does not have it.
 */
struct difference {
    enum what what;
    const char *proposal, *party; /* NULL: of no proposal; all parties */
    const char *title;            /* of the party, or NULL */
    double share_a, share_b;
    double low, high;        /* interval of 95 % of share_b - share_a; NAN of the best package */
    uint64_t only_a, only_b; /* draws with a yes in one only */
};

/* Must not move once it is made. */
struct differences {
    const struct answers *a, *b; /* borrowed */
    uint64_t draws;              /* of both */
    bool same_best;              /* the package accepted most often is the same */
    size_t n;
    struct difference *row; /* [n] zone, best, proposals of A, those that only B has; of each the
                               parties, then all */
    struct scope scope;
    struct sheet sheet;
};
extern const struct result_table differences_table;

/* Pairs the answers of two surveys of as many draws from one seed.  Parties and proposals are
 * paired by their names.  Release it whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code differences_init(struct differences *d, const struct answers *a,
                                 const struct answers *b, struct error *err);
void differences_release(struct differences *d);

/* Whether a row has both shares. */
bool difference_is_paired(const struct difference *row);

/* Whether its interval leaves 0 out. */
bool difference_moved(const struct difference *row);

#endif
