/* remedies.c - remedies.csv: would another guarantee, or equal phases, make a proposal hold? */
#include "agreement.h"
#include "makers.h"
#include "move.h"
#include "text.h"

#include <math.h>
#include <stdio.h>

#define COLUMNS(X)                                                                               \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                           \
    X(ONE, change, REMEDY, always, "",                                                           \
      "another level of the guarantee, or equal phases in place of the scenario's")              \
    X(ONE, to, REMEDY_TO, always, "", "the guarantee's level, or how many phases")               \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept it so changed") \
    X(ONE, completes, NUMBER, always, "probability",                                             \
      "mean over draws: that all is performed, once it is signed")                               \
    X(ONE, gap, NUMBER, always, "utility", "of equal phases: the mean of the widest gap")
TABLE(remedies_table, "remedies.csv", with_phases, "One row a proposal and change.");

static const char *const changes[] = {
    [REMEDY_GUARANTEE] = "guarantee", [REMEDY_EQUAL_PHASES] = "equal_phases"
};

/* Levels of the guarantee on the table. */
static size_t guarantee_levels(const struct scenario *s)
{
    const size_t k = scenario_guarantee_issue(s);
    return k == NONE ? 0 : s->issue[k].n_level;
}

/* The levels, then 1 .. HOLD_SPLITS. */
static enum error_code label_to(struct results *r, struct error *err)
{
    const struct scenario *s = r->scenario;
    const size_t n_level = guarantee_levels(s);
    const char **to = scope_label(&r->scope, LABEL_REMEDY_TO, n_level + HOLD_SPLITS, err);
    char number[TEXT_NUMBER];

    for (size_t l = 0; to && l < n_level; l++)
        to[l] = s->issue[s->guarantee.issue].label[l];
    for (size_t i = 0; to && i < HOLD_SPLITS; i++) {
        snprintf(number, sizeof number, "%zu", i + 1);
        to[n_level + i] = arena_text(&r->scope.arena, number);
        if (!to[n_level + i])
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return err->code;
}

/* The proposal with each level of the guarantee, as the map has it. */
static enum error_code guarantee_rows(const struct results *r, struct sheet *sheet, size_t i,
                                      struct error *err)
{
    const struct scenario *s = r->scenario;
    size_t level[MAX_ISSUE];
    struct row row;

    for (size_t l = 0; l < guarantee_levels(s); l++) {
        if (!move_to(s, s->proposal[i].package, s->guarantee.issue, l, level))
            continue;
        sheet_clear(sheet->kind, &row);
        row.proposal = (double)i;
        row.change = REMEDY_GUARANTEE;
        row.to = (double)l;
        row.accept_all = map_accepts(r->map, agreement_passes(s), level);
        row.completes = map_completes(r->map, layout_cell(r->map->layout, level));
        if (sheet_add(sheet, &row, err) != OK)
            return err->code;
    }
    return OK;
}

static enum error_code split_rows(const struct results *r, struct sheet *sheet, size_t i,
                                  struct error *err)
{
    const struct hold *h = &r->map->hold;
    struct row row;

    sheet_clear(sheet->kind, &row);
    for (size_t split = 1; split <= h->n_split; split++) {
        row.proposal = (double)i;
        row.change = REMEDY_EQUAL_PHASES;
        row.to = (double)(guarantee_levels(r->scenario) + split - 1);
        row.accept_all = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_ACCEPTED)));
        row.completes = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_COMPLETE)));
        row.gap = mean_of(hold_at(h, i, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_GAP)));
        if (sheet_add(sheet, &row, err) != OK)
            return err->code;
    }
    return OK;
}

enum error_code remedies_make(struct results *r, struct sheet *sheet, struct error *err)
{
    r->scope.label[LABEL_REMEDY] = (struct labels){ COUNT_OF(changes), changes };
    if (label_to(r, err) != OK || sheet_open(sheet, &remedies_table, &r->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < r->scenario->n_proposal; i++)
        if (guarantee_rows(r, sheet, i, err) != OK || split_rows(r, sheet, i, err) != OK)
            return err->code;
    return OK;
}

/* What breaking off would cost with a level of the guarantee, over all steps; at mean preferences.
 */
static double total_penalty(const struct results *r, size_t level)
{
    const struct implementation *mean = &r->map->mean_case->appraisal.implementation;
    double penalty = 0;

    for (size_t n = 0; n < mean->n_step; n++)
        penalty += mean->penalty[level * mean->n_step + n];
    return penalty;
}

bool results_remedy(const struct results *r, size_t proposal, enum remedy remedy,
                    struct remedy_found *found)
{
    const struct sheet *sheet = &r->sheet[RESULT_remedies];
    const size_t n_level = guarantee_levels(r->scenario);
    double least = INFINITY;
    struct row row;

    for (size_t i = 0; i < sheet->table.n_row; i++) {
        sheet_get(sheet, i, &row);
        if (row.proposal != (double)proposal || row.change != (double)remedy ||
            !(row.completes > 0.5))
            continue;
        const size_t to = (size_t)row.to;
        const double size = remedy == REMEDY_GUARANTEE ? total_penalty(r, to) : row.to;
        if (size >= least)
            continue;
        least = size;
        *found = (struct remedy_found){ remedy == REMEDY_GUARANTEE ? to : to - n_level + 1,
                                        row.accept_all, row.completes };
    }
    return isfinite(least);
}
