/* quantities.h - numbers, distributions, levels and values of made scenarios, and their paths */
#ifndef QUANTITIES_H
#define QUANTITIES_H

#include <gsl/gsl_rng.h>
#include <stdbool.h>
#include <stdio.h>

enum { ISSUES = 4, PARTIES = 3, LEVELS = 3 };

extern const char *const issue_name[ISSUES], *const party_name[PARTIES], *const level_name[LEVELS];

/* What is being made, and where in it the writer stands. */
struct maker {
    FILE *out;
    gsl_rng *chance;
    double boldness; /* how often a setting that may be left out is there */
    size_t n_issue, n_party, n_phase, n_proposal;
    size_t n_quiet; /* parties that only consent */
    bool lasts;     /* whether it is said how likely what is agreed lasts */
    bool extends;   /* ... and, where it does not, may go on */
    bool is_named[ISSUES];
    double step[ISSUES]; /* between the levels of an issue with numbers, which begin at 0 */
    size_t issue, party, element;
    size_t n_summed; /* issues of the rule */
};

bool happens(struct maker *m, double probability);

/* 0 .. n - 1; 0 of none. */
size_t below(struct maker *m, size_t n);

/* A name in quotes, now and then a wrong one. */
void put_name(struct maker *m, const char *name);

/* A number as it is; one from low to high, of a few digits, often an end and now and then outside;
 * a distribution there; or either. */
void put_plain(struct maker *m, double x);
void put_number(struct maker *m, double low, double high);
void put_doubt(struct maker *m, double low, double high);
void put_quantity(struct maker *m, double low, double high);

/* A level of issue k, a list of some, and a quantity for each: by name, or as points. */
void put_level(struct maker *m, size_t k);
void put_levels(struct maker *m, size_t k);
void put_by_level(struct maker *m, size_t k, double low, double high);

/* What the levels of issue k are worth to somebody. */
void put_value(struct maker *m, size_t k);

/* { ISSUE = ...; } for all issues. */
void put_by_issue(struct maker *m, void (*put)(struct maker *m, size_t k));

/* ISSUE = levels; of two issues. */
void put_combination(struct maker *m);

/* A number that the scenario has, by its path; a lever over it, as after --vary. */
void put_path(struct maker *m);
void put_lever(struct maker *m);

#endif
