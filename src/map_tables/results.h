/* results.h - makes the files of a run */
#ifndef RESULTS_H
#define RESULTS_H

#include "coalitions.h"
#include "concession.h"
#include "finding.h"
#include "gathering.h"
#include "price_list.h"
#include "sheet.h"

/* The files that are made whole, in the order in which they are made.  Each has a file here with
 * its columns, `NAME_table`, and its maker, `NAME_make` (`solutions` in solution_rows.c); the build
 * lists the file. */
/* clang-format off */
#define RESULT_LIST(X) \
    X(proposals) X(levels) X(pairs) X(solutions) X(solution_levels) \
    X(decides) X(central) X(prices) X(exchanges) X(rates) \
    X(phases) X(survival) X(deliveries) X(remedies) X(trust) X(bodies) X(votes) X(coalitions)
/* clang-format on */

enum {
#define X(name) RESULT_##name,
    RESULT_LIST(X)
#undef X
        RESULT_COUNT,
};

/* How much one uncertain number decides of a yes or no (decides.csv). */
struct decision {
    size_t number; /* a parameter */
    double index, se;
    double yes_lowest,
        yes_highest; /* shares of yes with its lowest fifth of values, and with its highest */
    size_t n_lowest, n_highest; /* draws that these are shares of */
    bool is_red_line; /* the number is a roll: shares of yes where the line holds, and where not */
    double yes_if_holds, yes_if_not;
    size_t n_holds, n_not; /* draws that these are shares of */
};
enum { RESULTS_DECISIONS = 3 };

/* Whether a number alone decides whether there is a deal: it explains more than a fiftieth of it,
 * by more than three standard errors, and moves the share of draws by over three points. */
bool results_decides(const struct decision *d);

/* Must not move once it is made: its sheets point to its scope. */
struct results {
    const struct map *map; /* borrowed */
    const struct scenario *scenario;
    struct scope scope;
    struct finding *finding; /* [n_proposal] */
    struct gathering gathering;
    struct price_list prices;
    struct concession concession; /* found where no package would be agreed at mean preferences */
    struct coalitions coalitions; /* of a rule */
    struct decision
        decides[RESULTS_DECISIONS]; /* of whether some package suits all: most first; index 0 where
                                       there are fewer, NAN where it never varies */
    struct sheet sheet[RESULT_COUNT];
    struct sheet packages; /* columns only: rows by results_packages */
};

extern const struct result_table *const result_tables[RESULT_COUNT];
extern const struct result_table packages_table;

/* Makes all files but packages.csv, of which the columns.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code results_init(struct results *r, const struct map *map, int threads,
                             struct error *err);
void results_release(struct results *r);

/* The bytes that results_init and results_packages take, for a check beforehand. */
double results_bytes(const struct scenario *s, uint64_t top);

/* How many packages are kept for packages.csv: at most `top`; where that is 0, at most
 * RESULTS_PACKAGES. */
enum { RESULTS_PACKAGES = 100000 };
uint64_t results_kept(const struct scenario *s, uint64_t top);

/* Hands out rows of packages that are not banned.  When top is RESULTS_ALL, or 0 and there are no
 * more than RESULTS_PACKAGES: of all, by number.  Else of the results_kept that all accept most
 * often, best first, of equals the lowest number first.  Ends when `take` returns false.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
#define RESULTS_ALL UINT64_MAX
NODISCARD
enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err);

/* The least change of this kind with which a proposal is performed to the end with a probability
 * above one half; false when there is none. */
enum remedy { REMEDY_GUARANTEE, REMEDY_EQUAL_PHASES };
struct remedy_found {
    size_t to; /* a level of the guarantee, or how many phases */
    double accept_all, completes;
};
bool results_remedy(const struct results *r, size_t proposal, enum remedy remedy,
                    struct remedy_found *found);

/* How much a party's signature depends on whether another keeps its word. */
struct trust_found {
    double decides; /* share of draws in which it does */
    double from;    /* the median, in these, of the least belief with which the party signs */
};
struct trust_found results_trust(const struct results *r, size_t proposal, size_t pair);

#endif
