/* trajectory_rows.c - trajectory.csv: the trade-off between coverage and density, box by box */
#include "discover_tables.h"

#define COLUMNS(X)                                                                                \
    X(ONE, output, OUTPUT, always, "", "as in boxes.csv")                                         \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts, completes and breaks")                    \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                               \
    X(ONE, phase, PHASE, with_phases, "", "of breaks")                                            \
    X(ONE, looks_for, ANSWER, always, "", "the answer that boxes are of")                         \
    X(ONE, box, NUMBER, always, "", "the search, from 1")                                         \
    X(ONE, step, NUMBER, always, "", "from 0, the box that holds all")                            \
    X(ONE, coverage, NUMBER, always, "share", "of all worlds with that answer that are in it")    \
    X(ONE, density, NUMBER, always, "share", "of the worlds in it with that answer")              \
    X(ONE, mass, NUMBER, always, "share", "of all worlds that are in it")                         \
    X(ONE, restricted, NUMBER, always, "", "how many numbers, red lines and levers it restricts") \
    X(ONE, picked, NUMBER, always, "1 or 0", "whether it is the box in boxes.csv")
TABLE(trajectory_table, "trajectory.csv", always,
      "One row for each output, search and box on its way.");

static enum error_code add_step(const struct discover_tables *t, struct sheet *sheet, size_t output,
                                size_t b, size_t step, struct error *err)
{
    const struct discovery *d = t->discovery;
    const struct worlds *w = d->worlds;
    const struct found_box *box = &d->of[output].box[b];
    const struct output_cells cells = output_cells(w->layout->scenario, &w->outputs->of[output]);
    const struct row row = { .output = cells.output,
                             .proposal = cells.proposal,
                             .party = cells.party,
                             .phase = cells.phase,
                             .looks_for = d->of[output].looks_for_no ? 0 : 1,
                             .box = (double)(b + 1),
                             .step = (double)step,
                             .coverage = boxes_coverage(&box->boxes, step),
                             .density = boxes_density(&box->boxes, step),
                             .mass = boxes_mass(&box->boxes, step),
                             .restricted = (double)box->boxes.box[step].n_restricted,
                             .picked = box->is_found && step == box->picked };

    return sheet_add(sheet, &row, err);
}

enum error_code trajectory_make(struct discover_tables *t, struct sheet *sheet, struct error *err)
{
    const struct discovery *d = t->discovery;
    enum error_code code = sheet_open(sheet, &trajectory_table, &t->scope, err);

    for (size_t o = 0; o < d->worlds->outputs->n; o++)
        for (size_t b = 0; b < d->of[o].n_box; b++)
            for (size_t i = 0; code == OK && i < d->of[o].box[b].boxes.n_box; i++)
                code = add_step(t, sheet, o, b, i, err);
    return code;
}
