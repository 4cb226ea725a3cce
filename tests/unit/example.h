/* example.h - the worked example of promises in phases, as a scenario */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "appraisal.h"

/* theory.md 4.2 as a scenario.  All amounts are a hundredth of those there: H gains -0.3 by each
 * release and 2, 2, 3 by S's turns; `peace`, which nobody performs, is worth 4 and 5 at the end.
 * Weights are the amounts themselves and sum to 1 with `rest`, on which nothing moves; shares give
 * what falls into each phase.  No deal is worth 2 to both; handing over moves it by 0.8 and -0.6
 * for each of 10 hostages, by -0.4 and 0.2 for each of 10 parts of the ground. */
#define WORKED_EXAMPLE(guarantee)                                                                  \
    "scenario = { name = \"t\"; };"                                                                \
    "issues = ("                                                                                   \
    "  { name = \"relief\"; levels = (0, 1); by = \"h\"; shares = (2, 1.5, 1.5); },"               \
    "  { name = \"cost_h\"; levels = (0, 1); by = \"h\"; shares = (1, 1, 1); },"                   \
    "  { name = \"hostages\"; unit = \"persons\"; levels = (0, 10); all = 10; by = \"h\"; shares " \
    "= "                                                                                           \
    "    (4, 3, 3); },"                                                                            \
    "  { name = \"return\"; levels = (0, 1); by = \"s\"; shares = (2, 2, 3); },"                   \
    "  { name = \"cost_s\"; levels = (0, 1); by = \"s\"; shares = (1, 1, 2); },"                   \
    "  { name = \"ground\"; levels = (0, 10); all = 10; by = \"s\"; shares = (2, 3, 5); },"        \
    "  { name = \"peace\"; levels = (0, 1); },"                                                    \
    "  { name = \"rest\"; levels = (0, 1); },"                                                     \
    "  { name = \"word\"; levels = (\"given\"); penalty = { given = " guarantee "; }; binds = "    \
    "    (\"s\"); } );"                                                                            \
    "phases = ( { name = \"one\"; days = 1; shock = 0.1; }, { name = \"two\"; days = 1; shock = "  \
    "  0.1; }, { name = \"three\"; days = 1; } );"                                                 \
    "parties = ( { name = \"h\"; no_deal = 0.02; discount = 0.95; breaking_off = 0.01;"            \
    "  weights = { relief = 0; cost_h = 0.009; hostages = 0; return = 0.07; cost_s = 0; ground = " \
    "    0; peace = 0.04; rest = 0.881; word = 0; };"                                              \
    "  values = { " VALUES("1", "0", "0", "1", "0", "0",                                           \
                           "1") " };"                                                              \
                                "  leverage = ( { issue = \"hostages\"; shift = -0.08; }, { "      \
                                "issue = \"ground\"; shift = 0.04; "                               \
                                "    } ); },"                                                      \
                                " { name = \"s\"; no_deal = 0.02; discount = 0.95;"                \
                                "  weights = { relief = 0.05; cost_h = 0; hostages = 0; return = " \
                                "0; cost_s = 0.04; ground = "                                      \
                                "    0; peace = 0.05; rest = 0.86; word = 0; };"                   \
                                "  values = { " VALUES(                                            \
                                    "1", "0", "0", "1", "0", "0",                                  \
                                    "1") " };"                                                     \
                                         "  leverage = ( { issue = \"hostages\"; shift = 0.06; "   \
                                         "}, { issue = \"ground\"; shift = -0.02; "                \
                                         "    } ); } );"                                           \
                                         "proposals = ( { name = \"all\"; by = \"nobody\"; terms " \
                                         "= { relief = 1; cost_h = 1; hostages = "                 \
                                         "  10; return = 1; cost_s = 1; ground = 10; peace = 1; "  \
                                         "rest = 0; word = \"given\"; }; } );"
#define VALUES(relief, cost_h, hostages, back, cost_s, ground, peace)                      \
    "relief = { kind = \"points\"; points = ((0, 0), (1, " relief ")); };"                 \
    "cost_h = { kind = \"points\"; points = ((0, 1), (1, " cost_h ")); };"                 \
    "hostages = { kind = \"points\"; points = ((0, " hostages "), (10, " hostages ")); };" \
    "return = { kind = \"points\"; points = ((0, 0), (1, " back ")); };"                   \
    "cost_s = { kind = \"points\"; points = ((0, 1), (1, " cost_s ")); };"                 \
    "ground = { kind = \"points\"; points = ((0, " ground "), (10, " ground ")); };"       \
    "peace = { kind = \"points\"; points = ((0, 0), (1, " peace ")); };"                   \
    "rest = { kind = \"points\"; points = ((0, 0.5), (1, 0.5)); };"                        \
    "word = { kind = \"levels\"; given = 0.5; };"

/* Opens a deal of a scenario at the mean of every doubt; release with appraisal_release. */
void example_at_mean(struct appraisal *appraisal, const struct scenario *s);

#endif
