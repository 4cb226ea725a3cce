/* scenario.h - what a negotiation is: issues, parties, proposals, and what is unknown of them */
#ifndef SCENARIO_H
#define SCENARIO_H

#include "answer.h"
#include "arena.h"
#include "copula.h"
#include "design.h"
#include "grid.h"
#include "parameter.h"
#include "party.h"
#include "phase.h"
#include "rule.h"
#include "sobol.h"
#include "sum_rule.h"
#include "talks.h"
#include "vague.h"

enum {
    MAX_ISSUE = GRID_MAX,
    MAX_PARTY = 32,
    MAX_VETO = 48, /* parties, and bodies and blocs with preferences of their own */
    MAX_TYPED = 3, /* parties of two kinds: each doubles what is to be solved */
    MAX_STEP = 48, /* times that somebody has to perform something */
    MAX_CORRELATED = COPULA_MAX,
};

/* Surpluses within this of each other, or of zero, are ties: far above what rounding adds
 * (1e-15), far below what a weight can mean. */
#define TIE 1e-9

/* Taken off every surplus when nothing of the agreement would be performed: a party that gains
 * nothing by it then refuses, where a tie would be accepted. */
#define IDLE (2 * TIE)

/* A source text that the scenario may cite by its id. */
struct citation {
    const char *id, *title;
};

/* A combination of levels that is off the table. */
struct ban {
    struct condition when;
    const char *note;
};

struct proposal {
    const char *name, *title, *by;
    struct remark remark;
    struct location place;
    const char *on;  /* when, as the scenario says it, or NULL */
    size_t *level;   /* [n_table], index of its level: on the table, or what stands for all
                        readings of it (vague.h) */
    size_t *package; /* [n_table], the same; of a vague text its likeliest reading, on the table */
    const struct vague *vague; /* or NULL: all terms are clear */
    struct answer *answer;     /* [n_party] */
    uint32_t **move;           /* from its package (move.h), or NULL */
};

/* Somebody whose own preferences decide: a party, a veto holder of one that has weights or red
 * lines of its own, or a bloc of such a voting body, whose answer is counted with those of the
 * others. */
struct veto_player {
    size_t party;
    const struct body *body; /* NULL: the party itself */
    const struct bloc *bloc; /* NULL: the body itself */
    size_t answer; /* of the answers that the bloc gives, from 0: its (answer + 1)-th yes */
};

/* A body whose blocs judge packages by themselves: it passes what enough of them vote for. */
struct ballot {
    const struct body *body;
    size_t party;
    struct threshold passes; /* its members are the scenario's veto players */
};

/* What `negosim sweep` varies unless the command says: texts, which sweep/plan.h reads. */
struct sweep_group {
    size_t n_vary, n_metric;
    const char **vary, **metric;
    enum design_kind design;
    uint64_t points;
};

/* A deal that was carried out and does not last may go on, on the same terms. */
struct extension {
    uint64_t times;      /* at most; 0: it does not */
    size_t chance, days; /* that it goes on each time, and for how long */
};

/* Worlds that a record has left (`negosim infer`): draw i has the values of world i modulo n_world.
 */
struct learned_worlds {
    size_t n_world, n; /* n_world 0: none */
    size_t *parameter; /* [n] of which numbers something was learned */
    double *value;     /* [n_world * n] a world a row */
    double *mean;      /* [n] over worlds */
    double *sorted;    /* [n * n_world] each number's values, rising */
};

/* How far an answer may differ from what the numbers say: parameters, or NONE. */
struct answering {
    size_t doubt; /* the chance of the other answer, of one without a doubt of its own */
    size_t scale; /* of a logistic doubt about the surplus */
};
#define ANSWER_DOUBT 0.05
#define ANSWER_SCALE 0.02

struct scenario {
    struct arena arena; /* holds everything below but the copula */
    const char *name, *title, *as_of;
    const char *group;  /* whose scenarios are not independent; its own name where it says none */
    uint64_t text_hash; /* of the files and settings that it was read from */

    size_t n_citation;
    struct citation *citation;

    /* The first n_table issues are negotiated and span the grid of packages; the rest are
     * known to the parties and stay at `nothing`, so that weights mean the same in every
     * scenario of a family. */
    size_t n_issue, n_table;
    struct issue *issue;
    size_t lasts_issue; /* whose level decides what lasts, or NONE */
    struct grid grid;

    size_t n_ban, n_rule, n_party, n_proposal;
    struct ban *ban;
    struct sum_rule *rule; /* those that are no bans are in the grid */
    struct party *party;
    struct proposal *proposal;
    size_t n_vague; /* proposals that leave something open */
    struct vague *vague;
    size_t n_veto; /* the parties first, in their order */
    struct veto_player veto_player[MAX_VETO];
    size_t n_ballot;
    struct ballot *ballot;
    struct decision_rule agreement; /* whose acceptance makes a package an agreement; n = 0:
                              everybody's (agreement.h) */

    size_t n_phase; /* 0: all is performed at once */
    struct phase *phase;
    struct performance *performance; /* [n_table] with phases */
    struct guarantee guarantee;
    struct extension extension;

    struct answering answering; /* of recorded answers */
    size_t n_settled;           /* issues of the outcome; 0: none is known */
    double *outcome; /* [n_table] the level that was agreed in the end; NAN: not settled */

    size_t n_left_out; /* proposals that cannot be made with an issue fixed from outside */
    const char **left_out;

    size_t n_parameter;
    struct parameter *parameter;
    struct learned_worlds learned;
    struct talks *talks; /* how they go in time, or NULL */
    struct copula copula;
    size_t *correlated; /* [copula.n] the parameters that it joins */

    uint64_t draws, seed;
    int design;          /* enum draw_design, of the draws that `run` and `sweep` make */
    struct sobol *sobol; /* of these draws, once draw_spread has made it; NULL: plain draws */
    struct sweep_group sweep;
};

void scenario_release(struct scenario *s);

/* The number of slots of issue k: its levels on the table, then one for each vague text. */
size_t scenario_slots(const struct scenario *s, size_t k);

/* The vague text whose readings level[k] stands for, or NULL where it is a level on the table. */
const struct vague *scenario_vague(const struct scenario *s, size_t k, size_t level);

/* level[n_table] as reading r of the vague text has it: to[n_table]. */
void scenario_read(const struct scenario *s, const struct vague *v, size_t r, const size_t level[],
                   size_t to[]);

/* Whether a condition holds at level[n_table], one index for each negotiated issue; where a level
 * stands for readings, it must hold in all of them. */
bool scenario_holds(const struct scenario *s, const struct condition *when, const size_t level[]);

/* Whether a ban or a rule takes this package off the table; *why, unless NULL: its note, or what
 * the rule says.  Where a level stands for readings, it must do so in all of them. */
bool scenario_bans(const struct scenario *s, const size_t level[], const char **why);

/* The first rule that a package breaks, or NULL; all of its levels are on the table. */
const struct sum_rule *scenario_breaks(const struct scenario *s, const size_t level[]);

/* The sum that a rule is about. */
double scenario_sum(const struct scenario *s, const struct sum_rule *rule, const size_t level[]);

/* The number of packages that are not banned. */
uint64_t scenario_packages(const struct scenario *s);

/* The issue on the table whose level decides what lasts, or NONE. */
size_t scenario_case_issue(const struct scenario *s);

/* Whether phases are as long as the level of issue k on the table says. */
bool scenario_days_follow(const struct scenario *s, size_t k);

/* How often somebody has to perform something, over all phases. */
size_t scenario_steps(const struct scenario *s);

/* The issue on the table whose level sets what breaking off costs, or NONE. */
size_t scenario_guarantee_issue(const struct scenario *s);

/* The index of the party, or proposal, of that name; NONE where there is none. */
size_t scenario_party(const struct scenario *s, const char *name);
size_t scenario_proposal(const struct scenario *s, const char *name);

/* The red line, or position, of a party or a body whose roll a parameter is; NULL for none. */
const struct red_line *scenario_red_line(const struct scenario *s, size_t roll);

/* What a red line is called: the path of its roll without the last word, in the arena; NULL where
 * there is no memory. */
const char *scenario_line_name(const struct scenario *s, const struct red_line *line,
                               struct arena *arena);

/* Whether the record has an answer to any proposal. */
bool scenario_is_answered(const struct scenario *s);

/* Whether a parameter is one of those that the copula joins. */
bool scenario_is_correlated(const struct scenario *s, size_t parameter);

/* The number of bodies of all parties. */
size_t scenario_bodies(const struct scenario *s);

/* What veto player j wants of its own; NULL of a party. */
const struct own_wishes *scenario_own(const struct scenario *s, size_t j);

/* The ballot of a body whose blocs judge by themselves, or NULL. */
const struct ballot *scenario_ballot(const struct scenario *s, const struct body *body);

/* The number of parties that bargain. */
size_t scenario_bargaining(const struct scenario *s);

/* Whether a party has bodies for which it matters how much of no deal a deal does away with: those
 * that are no veto players. */
bool party_asks_bodies(const struct party *party);

/* The number of issue k's level in a package; `nothing` where the issue is not on the table.
 * level[k] must not stand for readings. */
double scenario_level(const struct scenario *s, size_t k, const size_t level[]);

/* The amount of issue k that a package delivers when all is carried out, in the issue's unit; of an
 * issue counted `per` another, multiplied by the units of that one. */
double scenario_amount(const struct scenario *s, size_t k, const size_t level[]);

#endif
