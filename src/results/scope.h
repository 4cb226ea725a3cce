/* scope.h - what the columns of a result file depend on: the scenario, and the texts of cells
 *
 * Sheets keep a pointer to their scope: neither it nor its scenario may move while they are in use.
 */
#ifndef SCOPE_H
#define SCOPE_H

#include "scenario.h"

/* What the cells of a column are: numbers, or, with any other label, indices of texts.  On the
 * right: what the reference calls these values. */
#define LABEL_LIST(X)                                                    \
    X(NUMBER, "")                                                        \
    X(PROPOSAL, "a proposal")                                            \
    X(PARTY, "a party")                                                  \
    X(ISSUE, "an issue")                                                 \
    X(LEVEL, "a level")                                                  \
    X(PHASE, "a phase")                                                  \
    X(BODY, "a body")                                                    \
    X(BLOC, "a bloc")                                                    \
    X(UNIT, "a unit")                                                    \
    X(BODY_KIND, "veto, vote, partner")                                  \
    X(SOLUTION, "a solution")                                            \
    X(SAID, "accepts, refuses, disputed, counted")                       \
    X(BY, "leaders, ratified")                                           \
    X(CHANGE_1, "ISSUE=LEVEL")                                           \
    X(CHANGE_2, "ISSUE=LEVEL ISSUE=LEVEL")                               \
    X(NUMBER_PATH, "a path")                                             \
    X(MOMENT, "performed, ended, lasting")                               \
    X(REMEDY, "guarantee, equal_phases")                                 \
    X(REMEDY_TO, "a level, or a number")                                 \
    X(DATE, "YYYY-MM-DD")                                                \
    X(ENDING, "an ending")                                               \
    X(CAUSE, "an event, a body or a party")                              \
    X(WHO, "a party, mediator, both, all or several")                    \
    X(ACT, "an act")                                                     \
    X(PILOT, "fails, works")                                             \
    X(STRATEGY, "a strategy")                                            \
    X(OUTPUT, "zone, best, accepts, completes, breaks, agreement, day")  \
    X(GROUPING, "party, kind, issue")                                    \
    X(GROUP, "a group")                                                  \
    X(FACTOR, "a path")                                                  \
    X(SET, "labels, with blanks between")                                \
    X(SIDE, "up_to, above, is, is_not")                                  \
    X(ANSWER, "no, yes")                                                 \
    X(PICK, "reaches, nearest, fewest, least_share, worst_fifth, apart") \
    X(CAP, "red_line, word, body, surplus")                              \
    X(REASON, "a path, or a body")                                       \
    X(LEVER_PATH, "a path")                                              \
    X(LEVER_VALUE, "a number, or a level")                               \
    X(WHAT, "zone, best, proposal")                                      \
    X(SCENARIO, "a scenario")                                            \
    X(FACT_KIND, "a kind")                                               \
    X(TEXT_A, "as a scenario says it")                                   \
    X(TEXT_B, "as a scenario says it")                                   \
    X(RULE, "a rule")                                                    \
    X(FORECAST_RULE, "a rule")                                           \
    X(SCORE_OF, "all, not_own")                                          \
    X(SIDES, "parties, with blanks between")                             \
    X(COALITION, "parties, with blanks between")                         \
    X(OUTVOTED, "parties, with blanks between")

enum label {
#define X(name, values) LABEL_##name,
    LABEL_LIST(X)
#undef X
        LABEL_COUNT,
};
extern const char *const label_values[LABEL_COUNT];

struct labels {
    size_t n;
    const char *const *text; /* NULL where cells are numbers */
};

/* A lever of a sweep, whose column has a name and texts of its own. */
struct named_column {
    const char *name;
    struct labels labels;
};

struct scope {
    const struct scenario *scenario; /* borrowed */
    struct arena arena;
    struct labels label[LABEL_COUNT];
    size_t first_level[MAX_ISSUE]; /* index of an issue's first level among those of LABEL_LEVEL */
    size_t n_lever;
    const struct named_column *lever; /* [n_lever] borrowed; of a sweep */
    const bool *group;                /* borrowed; of a sweep: whether it has each metric */
};

/* When a scenario has a column or a file, and how the reference says that. */
struct occasion {
    const char *text; /* "with phases"; empty: always */
    bool (*holds)(const struct scope *scope);
};
extern const struct occasion always, with_phases, with_bodies, with_answers, with_open_terms,
    with_talks, with_dates, with_many, with_rule, with_rules;

/* The names of a set of parties (bit p: party p), blanks between, in the scope's arena; NULL after
 * ERR_MEMORY. */
const char *scope_parties(struct scope *scope, uint64_t parties, struct error *err);

/* Sets the labels that follow from the scenario: those down to BY.  Makers of files add the others.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code scope_init(struct scope *scope, const struct scenario *s, struct error *err);
void scope_release(struct scope *scope);

/* Room for n texts of a label, from the scope's arena; NULL, with ERR_MEMORY recorded, when there
 * is none. */
const char **scope_label(struct scope *scope, enum label label, size_t n, struct error *err);

/* Sets the texts of LABEL_NUMBER_PATH: the paths of all parameters.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code scope_label_paths(struct scope *scope, struct error *err);

/* The values of a package's levels, level[n_table], as cells of a column ISSUE. */
void scope_terms(const struct scenario *s, const size_t level[], double cell[]);

#endif
