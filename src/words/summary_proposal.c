/* summary_proposal.c - what a run says of a proposal, in two or three sentences */
#include "summary_proposal.h"

#include "agreement.h"
#include "package_text.h"
#include "share_text.h"
#include "summary_hold.h"

#include <math.h>

/* Whether the blocker ever decides alone that a rule is not met. */
static bool stops_alone(const struct results *r, const struct finding *f)
{
    return agreement_has_rule(r->scenario) && f->stops[f->blocker] > 0;
}

static void print_blocker(FILE *out, const struct results *r, size_t i, const struct finding *f)
{
    const struct scenario *s = r->scenario;
    const struct map *map = r->map;
    char share[TEXT_NUMBER];

    if (f->blocker == NONE) {
        fputs(agreement_has_rule(s) ? " it always passes." : " nobody ever refuses it.", out);
        return;
    }
    if (agreement_has_rule(s))
        fprintf(out, " it passes in %s;",
                share_text_by(f->passes, map_knows_answer(map, i, agreement_passes(s)), share));
    if (stops_alone(r, f))
        fprintf(out, " %s alone stops it in %s", s->party[f->blocker].title,
                share_text_by(f->stops[f->blocker],
                              map_knows(map, &map->tally.stops[i * s->n_party + f->blocker], 1),
                              share));
    else
        fprintf(out, " %s refuses most often", s->party[f->blocker].title);
    if (f->blocking_issue != NONE) {
        fputs(", over ", out);
        package_print_issue(out, &s->issue[f->blocking_issue], true);
        fprintf(out, " (%s of its refusals)",
                share_text(f->blocking_share, (uint64_t)llround(f->refusals), share));
    }
    fputs(".", out);
}

/* How sure the share of a reading is, which is a package of the map. */
static struct surety reading_surety(const struct results *r, const struct vague *v, size_t reading)
{
    const size_t *level = v->level + reading * r->scenario->n_table;

    return map_knows_cell(r->map, true, layout_cell(r->map->layout, level));
}

static void print_reading(FILE *out, const struct results *r, size_t i, const struct finding *f)
{
    const struct vague *v = r->scenario->proposal[i].vague;
    const struct reading_range *all = &f->read[agreement_passes(r->scenario)];
    char low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (v)
        fprintf(out, " It may be read in %zu ways: were it clear, %s in %s to %s.", v->n_reading,
                agreement_would(r->scenario),
                share_text_of_best_by(all->low, reading_surety(r, v, all->worst),
                                      (double)v->n_reading, low),
                share_text_of_best_by(all->high, reading_surety(r, v, all->best),
                                      (double)v->n_reading, high));
}

/* How many packages differ from a given one in one term, or in one or two. */
static double changes_compared(const struct scenario *s, size_t terms)
{
    double one = 0, two = 0;

    for (size_t k = 0; k < s->n_table; k++) {
        const double other = (double)s->issue[k].n_level - 1;
        two += one * other;
        one += other;
    }
    return terms == 1 ? one : one + two;
}

/* What was the best of many has been lucky, too: its interval minds how many there were. */
static void print_change(FILE *out, const struct results *r, size_t i, const struct finding *f)
{
    const struct scenario *s = r->scenario;
    const struct change *change = &f->change[f->change[0].n > 0 ? 0 : 1];
    const size_t *level = s->proposal[i].package;
    char share[TEXT_NUMBER];

    if (change->n == 0) {
        if (f->passes < 1)
            fprintf(out, " No one or two changed terms would make %s more often.",
                    agreement_has_rule(s) ? "it pass" : "all accept");
        return;
    }
    fprintf(out, " With ");
    for (size_t k = 0; k < change->n; k++) {
        fputs(k ? " and " : "", out);
        package_print_move(out, &s->issue[change->issue[k]], level[change->issue[k]],
                           change->level[k]);
    }
    fprintf(out, ", %s in %s.", agreement_would(s),
            share_text_of_best_by(change->accept, map_knows_cell(r->map, true, change->cell),
                                  changes_compared(s, change == &f->change[0] ? 1 : 2), share));
}

void summary_proposal(FILE *out, const struct results *r, size_t i)
{
    const struct finding *f = &r->finding[i];

    fprintf(out, "  %s (%s):", r->scenario->proposal[i].title, r->scenario->proposal[i].by);
    print_blocker(out, r, i, f);
    print_reading(out, r, i, f);
    print_change(out, r, i, f);
    summary_stopper(out, r, i);
    summary_holds(out, r, i);
    fputs("\n", out);
}
