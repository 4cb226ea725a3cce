/* proposals.c - proposals.csv: who accepts each proposal, what blocks it, what is on record */
#include "makers.h"

#include "agreement.h"

#include <math.h>
#include <stdio.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                             \
    X(PARTY, accept, NUMBER, always, "share of draws",                                             \
      "in which the party accepts it; of Sobol' draws without phases (by a rule for up to 10 "     \
      "parties) the mean chance of it, the "                                                       \
      "values of no deal unknown (also of accept_all and accept_rule)")                            \
    X(ONE, accept_all, NUMBER, always, "share of draws", "in which all accept it")                 \
    X(ONE, se_all, NUMBER, always, "share", "standard error of accept_all")                        \
    X(ONE, completes, NUMBER, always, "probability",                                               \
      "mean over draws: that all its steps are performed, once it is signed (what a shock after "  \
      "the last does is in survival.csv); empty without phases")                                   \
    X(ONE, blocker, PARTY, always, "",                                                             \
      "the party that refuses most often; with `agreement` that which alone stops it most often "  \
      "(if none ever does, that refuses most often); empty when nobody ever does")                 \
    X(ONE, blocking_issue, ISSUE, always, "",                                                      \
      "over which: in each refusal, the issue whose best single change would raise the blocker's " \
      "surplus most; the most frequent of them")                                                   \
    X(PARTY, surplus, NUMBER, always, "utility",                                                   \
      "mean over draws of what it is worth over no deal, red lines aside")                         \
    X(PARTY, recorded, SAID, always, "", "the answer on record")                                   \
    X(ONE, blocking_share, NUMBER, always, "share",                                                \
      "of the blocker's refusals that are over this issue")                                        \
    X(PARTY, se, NUMBER, always, "share", "standard error of accept_PARTY")                        \
    X(ONE, change_1, CHANGE_1, always, "",                                                         \
      "the change of one issue with which all accept most often; empty when no change helps. It "  \
      "need not be in the blocking issue")                                                         \
    X(ONE, accept_change_1, NUMBER, always, "share of draws", "in which all accept it so changed") \
    X(ONE, change_2, CHANGE_2, always, "",                                                         \
      "the same for two issues; empty when it is no better than one")                              \
    X(ONE, accept_change_2, NUMBER, always, "share of draws", "in which all accept it so changed") \
    X(ONE, signed_and_completed, NUMBER, always, "probability",                                    \
      "mean over draws: all accept it, and all its steps are performed; empty without phases")     \
    X(PARTY, mistrusts, NUMBER, with_phases, "share of draws",                                     \
      "in which the party refuses, and would accept if nobody could break off")                    \
    X(ONE, for_nothing, NUMBER, with_phases, "share of draws",                                     \
      "in which nothing would be performed and nobody would lose by signing; counted as refused")  \
    X(ONE, low_all, NUMBER, always, "share", "Wilson's interval of 95 % of accept_all")            \
    X(ONE, high_all, NUMBER, always, "share", "its upper end")                                     \
    X(PARTY, low, NUMBER, always, "share", "Wilson's interval of 95 % of accept_PARTY")            \
    X(PARTY, high, NUMBER, always, "share", "its upper end")                                       \
    X(PARTY, leaders_accept, NUMBER, with_answers, "share of draws",                               \
      "in which the party's leaders accept it, bodies not asked")                                  \
    X(PARTY, if_kept_accept, NUMBER, with_answers, "share of draws",                               \
      "in which the party, its bodies asked, would accept it if nobody could break off")           \
    X(PARTY, answer, NUMBER, with_answers, "share of draws",                                       \
      "in which the model gives the recorded answer in the reading that it asks for: by leaders "  \
      "or ratified, of an own offer as if kept; its doubt aside; empty of what is disputed")       \
    X(PARTY, by, BY, with_answers, "", "who gave the recorded answer")                             \
    X(PARTY, own, NUMBER, with_answers, "1 or 0",                                                  \
      "whether the answer is to the party's own offer")                                            \
    X(PARTY, doubt, NUMBER, with_answers, "probability", "that the other answer was given")        \
    X(AGREED, low_reading_all, NUMBER, with_open_terms, "share of draws",                          \
      "in which all accept the reading that is accepted least, all reading it alike; empty where " \
      "all is clear")                                                                              \
    X(AGREED, high_reading_all, NUMBER, with_open_terms, "share of draws",                         \
      "the same of the reading that is accepted most")                                             \
    X(PARTY, low_reading, NUMBER, with_open_terms, "share of draws",                               \
      "in which the party accepts the reading that it accepts least")                              \
    X(PARTY, high_reading, NUMBER, with_open_terms, "share of draws",                              \
      "the same of the reading that it accepts most")                                              \
    X(ONE, accept_rule, NUMBER, with_rule, "share of draws", "in which it passes by the rule")     \
    X(ONE, se_rule, NUMBER, with_rule, "share", "standard error of accept_rule")                   \
    X(ONE, low_rule, NUMBER, with_rule, "share", "Wilson's interval of 95 % of accept_rule")       \
    X(ONE, high_rule, NUMBER, with_rule, "share", "its upper end")                                 \
    X(PARTY, pivotal, NUMBER, with_rule, "share of draws",                                         \
      "in which the party's answer alone decides, given those of the others")                      \
    X(PARTY, stops, NUMBER, with_rule, "share of draws",                                           \
      "in which the party's refusal alone stops it")                                               \
    X(PARTY, at_mean, NUMBER, always, "utility",                                                   \
      "what it is worth over no deal at mean preferences, red lines aside, as packages.csv has "   \
      "it")                                                                                        \
    X(PARTY, red_lines, NUMBER, always, "red lines",                                               \
      "of the party that it crosses at mean preferences")                                          \
    X(ISSUE, terms, NUMBER, always, "level", "of the issue; empty where it is left open")
TABLE(proposals_table, "proposals.csv", always, "One row a proposal.");

/* "permanence=after_last_phase aid=more" */
static const char *change_text(struct results *r, const struct change *change)
{
    const struct scenario *s = r->scenario;
    char text[300] = "";
    size_t used = 0;

    for (size_t i = 0; i < change->n && used < sizeof text; i++) {
        const struct issue *issue = &s->issue[change->issue[i]];
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s=%s", i ? " " : "",
                                 issue->name, issue->label[change->level[i]]);
    }
    return arena_text(&r->scope.arena, text);
}

static enum error_code label_changes(struct results *r, struct error *err)
{
    const size_t n = r->scenario->n_proposal;
    const char **one = scope_label(&r->scope, LABEL_CHANGE_1, n, err);
    const char **two = scope_label(&r->scope, LABEL_CHANGE_2, n, err);

    for (size_t i = 0; err->code == OK && i < n; i++) {
        one[i] = change_text(r, &r->finding[i].change[0]);
        two[i] = change_text(r, &r->finding[i].change[1]);
        if (!one[i] || !two[i])
            error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return err->code;
}

static void set_answers(const struct results *r, size_t i, struct row *row)
{
    const struct record *record = &r->map->record;
    const double draws = (double)r->map->draws;

    if (!scenario_is_answered(r->scenario))
        return;
    for (size_t p = 0; p < r->scenario->n_party; p++) {
        const struct answer *answer = &r->scenario->proposal[i].answer[p];
        row->leaders_accept[p] = (double)record_accepts(record, i, p, READ_LEADERS) / draws;
        row->if_kept_accept[p] = (double)record_accepts(record, i, p, READ_IF_KEPT) / draws;
        row->answer[p] = record_gives(record, i, p, r->map->draws);
        if (!answer->is_recorded)
            continue;
        row->recorded[p] = (double)answer->said;
        row->by[p] = (double)answer->by;
        row->own[p] = answer->own;
        row->doubt[p] = answer->doubt;
    }
}

static void set_phases(const struct results *r, size_t i, struct row *row)
{
    const struct hold *h = &r->map->hold;

    if (r->scenario->n_phase == 0)
        return;
    row->signed_and_completed = mean_of(hold_at(h, i, HOLD_KEPT, 0));
    row->for_nothing = mean_of(hold_at(h, i, HOLD_FOR_NOTHING, 0));
    for (size_t p = 0; p < r->scenario->n_party; p++)
        row->mistrusts[p] = mean_of(hold_at(h, i, HOLD_MISTRUSTS, p));
}

static void set_changes(const struct finding *f, size_t i, struct row *row)
{
    if (f->change[0].n) {
        row->change_1 = (double)i;
        row->accept_change_1 = f->change[0].accept;
    }
    if (f->change[1].n) {
        row->change_2 = (double)i;
        row->accept_change_2 = f->change[1].accept;
    }
}

/* Of a vague text: how often it is accepted in its least and in its most accepted reading. */
static void set_readings(const struct scenario *s, const struct finding *f, struct row *row)
{
    row->low_reading_all = f->read[agreement_passes(s)].low;
    row->high_reading_all = f->read[agreement_passes(s)].high;
    for (size_t p = 0; p < s->n_party; p++) {
        row->low_reading[p] = f->read[p].low;
        row->high_reading[p] = f->read[p].high;
    }
}

static void set_shares(const struct results *r, size_t i, const struct finding *f, struct row *row)
{
    const struct map *map = r->map;
    const struct surety all = map_knows_answer(map, i, r->scenario->n_party),
                        rule = map_knows_answer(map, i, agreement_passes(r->scenario));

    row->accept_all = f->accept_all;
    row->se_all = proportion_error_by(f->accept_all, all);
    proportion_interval_by(f->accept_all, all, &row->low_all, &row->high_all);
    row->accept_rule = f->passes;
    row->se_rule = proportion_error_by(f->passes, rule);
    proportion_interval_by(f->passes, rule, &row->low_rule, &row->high_rule);
    for (size_t p = 0; p < r->scenario->n_party; p++) {
        row->accept[p] = f->accept[p];
        row->pivotal[p] = f->pivotal[p];
        row->stops[p] = f->stops[p];
        const struct surety own = map_knows_answer(map, i, p);
        row->se[p] = proportion_error_by(f->accept[p], own);
        proportion_interval_by(f->accept[p], own, &row->low[p], &row->high[p]);
        row->surplus[p] = f->surplus[p];
    }
    if (f->blocker != NONE)
        row->blocker = (double)f->blocker;
    if (f->blocking_issue != NONE) {
        row->blocking_issue = (double)f->blocking_issue;
        row->blocking_share = f->blocking_share;
    }
}

/* What packages.csv says of packages. */
static void set_mean_case(const struct results *r, size_t i, struct row *row)
{
    const struct appraisal *mean = &r->map->mean_case->appraisal;
    const size_t *level = r->scenario->proposal[i].level;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(mean, level, surplus, felt);
    for (size_t p = 0; p < r->scenario->n_party; p++) {
        row->at_mean[p] = surplus[p];
        row->red_lines[p] = (double)utility_vetoes(&mean->utility, p, level);
    }
}

static void set_terms(const struct scenario *s, const struct proposal *proposal, double cell[])
{
    for (size_t k = 0; k < s->n_table; k++)
        if (!scenario_vague(s, k, proposal->level[k]))
            cell[k] = s->issue[k].level[proposal->level[k]];
}

enum error_code proposals_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;

    if (label_changes(r, err) != OK || sheet_open(sheet, &proposals_table, &r->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++) {
        struct row row;
        sheet_clear(sheet->kind, &row);
        row.proposal = (double)i;
        row.completes = map_proposal_completes(r->map, i);
        set_shares(r, i, &r->finding[i], &row);
        set_changes(&r->finding[i], i, &row);
        set_phases(r, i, &row);
        set_answers(r, i, &row);
        set_mean_case(r, i, &row);
        if (s->proposal[i].vague)
            set_readings(s, &r->finding[i], &row);
        set_terms(s, &s->proposal[i], row.terms);
        if (sheet_add(sheet, &row, err) != OK)
            return err->code;
    }
    return OK;
}
