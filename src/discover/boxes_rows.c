/* boxes_rows.c - boxes.csv: ranges of numbers in which an answer is mostly what is looked for */
#include "discover_tables.h"
#include "proportion.h"

#include <math.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, output, OUTPUT, always, "",                                                             \
      "what is asked: zone (some package suits all), best, accepts, completes (a proposal, once "  \
      "signed, is carried out with a chance of one half or more), breaks (a phase, once reached, " \
      "is not, with such a chance), agreement (the talks end in one)")                             \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts, completes and breaks")                     \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                                \
    X(ONE, phase, PHASE, with_phases, "", "of breaks")                                             \
    X(ONE, looks_for, ANSWER, always, "", "the answer that is rarer, which boxes are of")          \
    X(ONE, share, NUMBER, always, "share of worlds", "with that answer, in the box or not")        \
    X(ONE, box, NUMBER, always, "",                                                                \
      "from 1: each is found among the worlds that are in none before it")                         \
    X(ONE, coverage, NUMBER, always, "share",                                                      \
      "of all worlds with that answer that are in the box")                                        \
    X(ONE, density, NUMBER, always, "share", "of the worlds in the box with that answer")          \
    X(ONE, low_density, NUMBER, always, "share",                                                   \
      "Wilson's interval of 95 % of density; the box was searched for, which it does not take in") \
    X(ONE, high_density, NUMBER, always, "share", "its upper end")                                 \
    X(ONE, mass, NUMBER, always, "share", "of all worlds that are in the box")                     \
    X(ONE, number, FACTOR, always, "",                                                             \
      "a number, a red line or a lever that the box restricts, by its path")                       \
    X(ONE, from, NUMBER, always, "", "the lowest value in the box; empty where it keeps none out") \
    X(ONE, to, NUMBER, always, "", "the highest")                                                  \
    X(ONE, lowest, NUMBER, always, "", "of the number in all worlds; empty for what has no order") \
    X(ONE, highest, NUMBER, always, "", "likewise")                                                \
    X(ONE, in, SET, always, "", "of what has no order: the values in the box")                     \
    X(ONE, quasi_p, NUMBER, always, "probability",                                                 \
      "that the worlds that this limit (the less certain of two) keeps out had as few of that "    \
      "answer by chance")                                                                          \
    X(ONE, repeats, NUMBER, always, "of 10",                                                       \
      "searches in random halves of the worlds whose nearest box restricts it, too")
TABLE(boxes_table, "boxes.csv", always,
      "One row for each output, box and what the box restricts. By PRIM: the box with the largest "
      "harmonic mean of coverage and density among those all of whose limits have a quasi-p of "
      "0.05 or less. Source: Friedman & Fisher (1999) Statistics and Computing 9:123; Bryant & "
      "Lempert (2010) Technological Forecasting & Social Change 77:34.");

/* What a box and an output say in all their rows. */
static void put_box(const struct discover_tables *t, size_t output, size_t b, struct row *row)
{
    const struct discovery *d = t->discovery;
    const struct worlds *w = d->worlds;
    const struct discovered *of = &d->of[output];
    const struct found_box *box = &of->box[b];
    const struct box *picked = &box->boxes.box[box->picked];
    const struct output_cells cells = output_cells(w->layout->scenario, &w->outputs->of[output]);

    row->output = cells.output;
    row->proposal = cells.proposal;
    row->party = cells.party;
    row->phase = cells.phase;
    row->looks_for = of->looks_for_no ? 0 : 1;
    row->share = (double)(of->looks_for_no ? w->n - of->n_yes : of->n_yes) / (double)w->n;
    row->box = (double)(b + 1);
    row->coverage = boxes_coverage(&box->boxes, box->picked);
    row->density = boxes_density(&box->boxes, box->picked);
    row->mass = boxes_mass(&box->boxes, box->picked);
    proportion_interval(row->density, picked->n, &row->low_density, &row->high_density);
}

static enum error_code add_limit(struct discover_tables *t, struct sheet *sheet,
                                 const struct found_box *box, size_t f, struct row *row,
                                 struct error *err)
{
    const struct discovery *d = t->discovery;
    const struct box_limit *limit = boxes_limit(&box->boxes, box->picked) + f;
    const struct box_limit *all = boxes_limit(&box->boxes, 0) + f;
    const bool low = discovery_restricts(d, box, f, 0), high = discovery_restricts(d, box, f, 1);
    const double *p[] = { &box->without[BOX_ENDS * f].quasi_p,
                          &box->without[BOX_ENDS * f + 1].quasi_p };

    if (!low && !high)
        return OK;
    row->number = (double)f;
    row->from = row->to = row->lowest = row->highest = row->in = NAN;
    if (d->worlds->factor[f].kind == FACTOR_CATEGORY) {
        if (discover_set(t, f, limit->set, &row->in, err) != OK)
            return err->code;
    } else {
        row->from = low ? limit->low : NAN;
        row->to = high ? limit->high : NAN;
        row->lowest = all->low;
        row->highest = all->high;
    }
    row->quasi_p = low && high ? fmax(*p[0], *p[1]) : low ? *p[0] : *p[1];
    row->repeats = (double)box->repeats[f];
    return sheet_add(sheet, row, err);
}

enum error_code boxes_make(struct discover_tables *t, struct sheet *sheet, struct error *err)
{
    const struct discovery *d = t->discovery;
    enum error_code code = sheet_open(sheet, &boxes_table, &t->scope, err);

    for (size_t o = 0; o < d->worlds->outputs->n; o++)
        for (size_t b = 0; code == OK && b < d->of[o].n_box; b++) {
            struct row row;
            if (!d->of[o].box[b].is_found)
                continue;
            sheet_clear(sheet->kind, &row);
            put_box(t, o, b, &row);
            for (size_t f = 0; code == OK && f < d->worlds->n_factor; f++)
                code = add_limit(t, sheet, &d->of[o].box[b], f, &row, err);
        }
    return code;
}
