/* record_study.h - everything between scenarios with a record and what is found in it */
#ifndef RECORD_STUDY_H
#define RECORD_STUDY_H

#include "folder.h"
#include "manuscript.h"
#include "options.h"
#include "progress.h"
#include "record_tables.h"

/* Must not move once it is loaded: its parts point to each other. */
struct record_study {
    const struct options *options;
    bool infers; /* negosim infer: learns, and writes worlds; else a backtest */
    size_t n;
    struct scenario *scenario; /* [n] as they were given */
    struct manuscript *texts;  /* [n] */
    struct history history;
    struct joint joint;
    struct learned learned;
    struct scores scores;
    struct compatible compatible;
    struct reliability reliability[CHANCE_COUNT];
    struct outcomes outcomes;
    struct moved moved;
    struct teachable teachable;
    struct doubt_choice choice[GRID_CHOICES];
    size_t n_world, *world;
    struct record_tables tables;
    struct folder folder;
    double began_s;
};

/* Loads the scenarios of all operands, studies their record and writes a folder.  Release it
 * whatever is returned.  Errors: those of load_scenario, of output_open, of the studies and of
 * output_commit; ERR_USAGE for --doubt and --scale. */
NODISCARD
enum error_code record_study_run(struct record_study *r, const struct options *options, bool infers,
                                 struct error *err);
void record_study_release(struct record_study *r);

#endif
