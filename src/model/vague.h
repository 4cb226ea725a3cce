/* vague.h - a text whose terms may be read in several ways */
#ifndef VAGUE_H
#define VAGUE_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_READING = 64 };

/* Each reading is a package.  Each party has its own chances of them: products over the issues
 * that the text leaves open, divided by their sum; where all are 0, each as likely as the others.
 * On the issues left open the text has a level of its own, which stands for all its readings:
 * n_level + its place among the vague texts (scenario_vague). */
struct vague {
    size_t n_open, *open; /* issues */
    size_t n_reading;
    size_t *level;       /* [n_reading * n_table] indices of levels on the table */
    bool *has;           /* [n_reading * n_party] whether the party may read it so */
    size_t *chance;      /* [n_reading * n_party * n_open] parameters, or NONE for 1 */
    size_t first_chance; /* where its chances begin in struct utility's `chance` */
};

#endif
