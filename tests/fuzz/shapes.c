/* shapes.c - how each setting of a made scenario is written */
#include "shapes.h"

#include "names.h"
#include "read_agreement.h"
#include "read_answer.h"
#include "read_body.h"
#include "read_extension.h"
#include "read_issue.h"
#include "read_party.h"
#include "read_phase.h"
#include "read_proposal.h"
#include "read_record.h"
#include "read_red_line.h"
#include "read_rule.h"
#include "read_stated.h"
#include "read_sweep.h"
#include "read_talks.h"
#include "read_top.h"

#include <string.h>

static const char *const body_name[] = { "board", "floor", "ally" };

static void group(struct maker *m, const struct shape *shape)
{
    put_group(m, shape->schema);
}

/* ( { ... }, ... ) with n of them, m->element telling which. */
static void put_groups(struct maker *m, const struct schema *schema, size_t n)
{
    const size_t outer = m->element;

    fputs("(", m->out);
    for (m->element = 0; m->element < n; m->element++) {
        fputs(m->element ? ",\n  " : " ", m->out);
        put_group(m, schema);
    }
    fputs(" )", m->out);
    m->element = outer;
}

static void few_groups(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, 1 + below(m, (size_t)shape->high));
}

static void all_issues(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, m->n_issue);
}

static void all_parties(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, m->n_party);
}

static void all_phases(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, m->n_phase);
}

/* All that bargain: the first ones. */
static void all_sides(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, m->n_party - m->n_quiet);
}

static void all_proposals(struct maker *m, const struct shape *shape)
{
    put_groups(m, shape->schema, m->n_proposal);
}

static void own_levels(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("(", m->out);
    for (size_t i = 0; i < LEVELS; i++) {
        fputs(i ? ", " : "", m->out);
        if (m->is_named[m->issue])
            fprintf(m->out, "\"%s\"", level_name[i]);
        else
            put_plain(m, m->step[m->issue] * (double)i);
    }
    fputs(")", m->out);
}

/* Of one or two names, the second time now and then the first again. */
static void level_titles(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "{ %s = \"%s\"; ", level_name[0], happens(m, 0.1) ? "" : "The first");
    if (happens(m, 0.5))
        fprintf(m->out, "%s = \"Die zweite Stufe\"; ", level_name[happens(m, 0.9)]);
    fputs("}", m->out);
}

static void some_level(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_level(m, m->issue);
}

static void by_level(struct maker *m, const struct shape *shape)
{
    put_by_level(m, m->issue, shape->low, shape->high);
}

static void by_first_level(struct maker *m, const struct shape *shape)
{
    put_by_level(m, 0, shape->low, shape->high);
}

/* Some issues, those with numbers mostly; rules_times writes as many numbers. */
static void issues_of_sum(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("(", m->out);
    m->n_summed = 0;
    for (size_t k = 0; k < m->n_issue; k++)
        if (!m->is_named[k] ? happens(m, 0.9) : happens(m, 0.01))
            fprintf(m->out, "%s\"%s\"", m->n_summed++ ? ", " : "", issue_name[k]);
    fputs(")", m->out);
}

static void times_of_sum(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("(", m->out);
    for (size_t i = 0; i < m->n_summed; i++)
        fprintf(m->out, "%s%s%zu", i ? ", " : "", happens(m, 0.1) ? "-" : "", 1 + below(m, 2));
    fputs(")", m->out);
}

/* A sum that most packages keep to; now and then one that few do. */
static void limit_of_sum(struct maker *m, const struct shape *shape)
{
    if (happens(m, 0.85))
        fprintf(m->out, "%.0f", shape->high);
    else
        put_plain(m, m->step[0] * (double)below(m, 2 * LEVELS));
}

/* So many steps above the first level. */
static void steps(struct maker *m, const struct shape *shape)
{
    put_plain(m, m->step[m->issue] * shape->high);
}

/* A whole number from low to high. */
static void whole(struct maker *m, const struct shape *shape)
{
    fprintf(m->out, "%.0f", shape->low + (double)below(m, (size_t)(shape->high - shape->low) + 1));
}

static void some_party(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, party_name[below(m, m->n_party)]);
}

static void some_side(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, party_name[below(m, 2)]);
}

/* From here to the end of its group, what is said is about this issue. */
static void some_issue(struct maker *m, const struct shape *shape)
{
    (void)shape;
    m->issue = below(m, m->n_issue);
    put_name(m, issue_name[m->issue]);
}

/* The next issue that has numbers, or this one where no other has. */
static size_t other_with_numbers(const struct maker *m)
{
    size_t k = (m->issue + 1) % m->n_issue;

    while (m->is_named[k] && k != m->issue)
        k = (k + 1) % m->n_issue;
    return k;
}

static void other_issue(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, issue_name[other_with_numbers(m)]);
}

static void this_issue(struct maker *m, const struct shape *shape)
{
    (void)shape;
    m->issue = m->element;
    put_name(m, issue_name[m->issue]);
}

static void this_party(struct maker *m, const struct shape *shape)
{
    (void)shape;
    m->party = m->element;
    put_name(m, party_name[m->party]);
}

static void this_body(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, body_name[m->element]);
}

static void some_body(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, body_name[below(m, 2)]);
}

static void this_place(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "\"p%zu\"", m->element);
}

static void first_bloc(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("(", m->out);
    put_name(m, "p0");
    fputs(")", m->out);
}

static void some_proposal(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "\"p%zu\"", below(m, m->n_proposal));
}

static void two_parties(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "(\"%s\", \"%s\")", party_name[0], party_name[1]);
}

/* Of two parties, enough for a quota of 2. */
static void party_seats(struct maker *m, const struct shape *shape)
{
    fprintf(m->out, "{ %s = 2; %s = ", party_name[0], party_name[1]);
    whole(m, shape);
    fputs("; }", m->out);
}

/* Two parties, or a group, or both. */
static void parts(struct maker *m, const struct shape *shape)
{
    fputs("( ", m->out);
    if (happens(m, 0.7)) {
        two_parties(m, shape);
        fputs(", ", m->out);
    }
    put_group(m, shape->schema);
    fputs(" )", m->out);
}

static void shares(struct maker *m, const struct shape *shape)
{
    fputs("(", m->out);
    for (size_t i = 0; i < m->n_phase; i++) {
        fputs(i ? ", " : "", m->out);
        put_quantity(m, shape->low, shape->high);
    }
    fputs(")", m->out);
}

static void holds(struct maker *m, const struct shape *shape)
{
    fprintf(m->out, "{ %s = { ", issue_name[other_with_numbers(m)]);
    for (size_t i = 0; i < LEVELS; i++) {
        fprintf(m->out, "%s = ", level_name[i]);
        put_number(m, shape->low, shape->high);
        fputs("; ", m->out);
    }
    fputs("}; }", m->out);
}

static void line_levels(struct maker *m, const struct shape *shape)
{
    (void)shape;
    if (m->is_named[m->issue] || happens(m, 0.3))
        put_levels(m, m->issue);
    else
        fprintf(m->out, "{ %s = %g; }", happens(m, 0.5) ? "above" : "below", m->step[m->issue]);
}

static void put_weight(struct maker *m, size_t k)
{
    (void)k;
    put_quantity(m, 0, 5);
}

static void weights(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_by_issue(m, put_weight);
}

static void values(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_by_issue(m, put_value);
}

static void terms(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_by_issue(m, put_level);
}

static void combinations(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("( { ", m->out);
    put_combination(m);
    fputs("} )", m->out);
}

static void interactions(struct maker *m, const struct shape *shape)
{
    fputs("( { ", m->out);
    put_combination(m);
    fputs("adds = ", m->out);
    put_quantity(m, shape->low, shape->high);
    fputs("; } )", m->out);
}

static void levels_of_one(struct maker *m, const struct shape *shape)
{
    const size_t k = below(m, m->n_issue);

    (void)shape;
    fprintf(m->out, "{ %s = ", issue_name[k]);
    put_levels(m, k);
    fputs("; }", m->out);
}

/* One of the words, which the schema does not have in quotes. */
static void said(struct maker *m, const struct shape *shape)
{
    static const char *const answer[] = { "accepts", "refuses", "disputed" };

    (void)shape;
    put_name(m, answer[below(m, COUNT_OF(answer))]);
}

static void whose(struct maker *m, const struct shape *shape)
{
    (void)shape;
    put_name(m, happens(m, 0.5) ? "leaders" : "ratified");
}

static void answers(struct maker *m, const struct shape *shape)
{
    fprintf(m->out, "{ %s = ", party_name[below(m, m->n_party)]);
    if (happens(m, 0.5))
        put_group(m, shape->schema);
    else
        said(m, shape);
    fputs("; }", m->out);
}

static void readings(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "{ %s = ", party_name[below(m, m->n_party)]);
    put_by_issue(m, put_level);
    fputs("; }", m->out);
}

/* Of two numbers that are mostly in doubt, or one that may be. */
static void two_paths(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "(\"%s.no_deal\", \"", party_name[0]);
    if (happens(m, 0.2))
        put_path(m);
    else
        fprintf(m->out, "%s.no_deal", party_name[1]);
    fputs("\")", m->out);
}

static void mostly_false(struct maker *m, const struct shape *shape)
{
    (void)shape;
    const bool is_quiet = happens(m, 0.8);

    m->n_quiet += is_quiet;
    fputs(is_quiet ? "false" : "true", m->out);
}

static void mostly_doubted(struct maker *m, const struct shape *shape)
{
    if (happens(m, 0.8))
        put_doubt(m, shape->low, shape->high);
    else
        put_number(m, shape->low, shape->high);
}

static void levers(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("(\"", m->out);
    put_lever(m);
    fputs("\")", m->out);
}

static void list_of(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "(\"%s\")", shape->low < 0 ? "t" : happens(m, 0.5) ? "zone" : "talks");
}

static void date(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fprintf(m->out, "\"2024-0%zu-1%zu\"", 1 + below(m, 9), below(m, 10));
}

static void citation(struct maker *m, const struct shape *shape)
{
    (void)shape;
    fputs("\"t\"", m->out);
}

static const struct shape shapes[] = {
    { &top_schema, "scenario", group, &header_schema, 0, 0 },
    { &top_schema, "texts", few_groups, &text_schema, 0, 1 },
    { &top_schema, "vocabulary", few_groups, &issue_schema, 0, 1 },
    { &top_schema, "issues", all_issues, &issue_schema, 0, 0 },
    { &top_schema, "forbidden", combinations, NULL, 0, 0 },
    { &top_schema, "rules", few_groups, &rule_schema, 0, 2 },
    { &rule_schema, "sum", issues_of_sum, NULL, 0, 0 },
    { &rule_schema, "times", times_of_sum, NULL, 0, 0 },
    { &rule_schema, "equals", limit_of_sum, NULL, 0, 0 },
    { &rule_schema, "at_least", limit_of_sum, NULL, 0, -1e6 },
    { &rule_schema, "at_most", limit_of_sum, NULL, 0, 1e6 },
    { &top_schema, "parties", all_parties, &party_schema, 0, 0 },
    { &top_schema, "agreement", group, &agreement_schema, 0, 0 },
    { &agreement_schema, "any_of", parts, &threshold_schema, 0, 0 },
    { &agreement_schema, "all_of", parts, &threshold_schema, 0, 0 },
    { &agreement_schema, "quota", whole, NULL, 1, 2 },
    { &agreement_schema, "seats", party_seats, NULL, 0, 3 },
    { &agreement_schema, "vetoes", two_parties, NULL, 0, 0 },
    { &threshold_schema, "quota", whole, NULL, 1, 2 },
    { &threshold_schema, "seats", party_seats, NULL, 0, 3 },
    { &threshold_schema, "vetoes", two_parties, NULL, 0, 0 },
    { &top_schema, "phases", all_phases, &phase_schema, 0, 0 },
    { &top_schema, "extension", group, &extension_schema, 0, 0 },
    { &top_schema, "correlations", few_groups, &correlation_schema, 0, 1 },
    { &top_schema, "proposals", all_proposals, &proposal_schema, 0, 0 },
    { &top_schema, "record", group, &record_schema, 0, 0 },
    { &top_schema, "outcome", terms, NULL, 0, 0 },
    { &top_schema, "talks", group, &talks_schema, 0, 0 },
    { &top_schema, "run", group, &run_schema, 0, 0 },
    { &top_schema, "sweep", group, &sweep_schema, 0, 0 },
    { &header_schema, "as_of", date, NULL, 0, 0 },
    { &text_schema, "id", citation, NULL, 0, 0 },
    { NULL, "sources", list_of, NULL, -1, 0 },
    { &issue_schema, "name", this_issue, NULL, 0, 0 },
    { &issue_schema, "levels", own_levels, NULL, 0, 0 },
    { &issue_schema, "titles", level_titles, NULL, 0, 0 },
    { &issue_schema, "from", steps, NULL, 0, 0 },
    { &issue_schema, "to", steps, NULL, 0, LEVELS - 1 },
    { &issue_schema, "step", steps, NULL, 0, 1 },
    { &issue_schema, "only", some_level, NULL, 0, 0 },
    { &issue_schema, "nothing", some_level, NULL, 0, 0 },
    { &issue_schema, "all", steps, NULL, 0, LEVELS - 1 },
    { &issue_schema, "lasts", by_level, NULL, 0, 1 },
    { &party_schema, "lasts", by_first_level, NULL, 0, 1 },
    { &issue_schema, "by", some_party, NULL, 0, 0 },
    { &issue_schema, "shares", shares, NULL, 0, 2 },
    { &issue_schema, "holds", holds, NULL, 0, 9 },
    { &issue_schema, "per", other_issue, NULL, 0, 0 },
    { &issue_schema, "penalty", by_level, NULL, 0, 5 },
    { &issue_schema, "applied", by_level, NULL, 0, 1 },
    { &issue_schema, "compensation", by_level, NULL, 0, 5 },
    { &issue_schema, "binds", two_parties, NULL, 0, 0 },
    { &party_schema, "name", this_party, NULL, 0, 0 },
    { NULL, "weights", weights, NULL, 0, 0 },
    { &party_schema, "bargains", mostly_false, NULL, 0, 0 },
    { &party_schema, "no_deal", mostly_doubted, NULL, -0.5, 0.5 },
    { &party_schema, "values", values, NULL, 0, 0 },
    { NULL, "red_lines", few_groups, &red_line_schema, 0, 2 },
    { &party_schema, "positions", few_groups, &red_line_schema, 0, 1 },
    { &party_schema, "leverage", few_groups, &leverage_schema, 0, 1 },
    { &party_schema, "interactions", interactions, NULL, -1, 1 },
    { &party_schema, "reference", group, &reference_schema, 0, 0 },
    { &party_schema, "bodies", few_groups, &body_schema, 0, 3 },
    { &red_line_schema, "levels", line_levels, NULL, 0, 0 },
    { &leverage_schema, "levels", by_level, NULL, -1, 1 },
    { NULL, "issue", some_issue, NULL, 0, 0 },
    { NULL, "terms", terms, NULL, 0, 0 },
    { &body_schema, "name", this_body, NULL, 0, 0 },
    { &body_schema, "blocs", few_groups, &bloc_schema, 0, 3 },
    { &body_schema, "quota", whole, NULL, 1, 3 },
    { &body_schema, "vetoes", first_bloc, NULL, 0, 0 },
    { &bloc_schema, "name", this_place, NULL, 0, 0 },
    { &bloc_schema, "seats", whole, NULL, 3, 9 }, /* each may count as somebody who judges */
    { &phase_schema, "name", this_place, NULL, 0, 0 },
    { &phase_schema, "order", two_parties, NULL, 0, 0 },
    { &phase_schema, "turns", whole, NULL, 1, 4 },
    { &correlation_schema, "between", two_paths, NULL, 0, 0 },
    { &proposal_schema, "name", this_place, NULL, 0, 0 },
    { &proposal_schema, "by", some_party, NULL, 0, 0 },
    { &proposal_schema, "on", date, NULL, 0, 0 },
    { &proposal_schema, "answers", answers, &answer_schema, 0, 0 },
    { &proposal_schema, "readings", readings, NULL, 0, 0 },
    { &answer_schema, "said", said, NULL, 0, 0 },
    { &answer_schema, "accepts", whole, NULL, 1, 20 },
    { &answer_schema, "refuses", whole, NULL, 0, 20 },
    { &answer_schema, "by", whose, NULL, 0, 0 },
    { &talks_schema, "start", date, NULL, 0, 0 },
    { &talks_schema, "deadline", whole, NULL, 10, 60 },
    { &talks_schema, "first_round", whole, NULL, 1, 30 },
    { &talks_schema, "agreed_on", whole, NULL, 1, 30 },
    { &talks_schema, "rounds", whole, NULL, 1, 60 },
    { &talks_schema, "parties", all_sides, &tactic_schema, 0, 0 },
    { &talks_schema, "mediator", group, &mediator_schema, 0, 0 },
    { &talks_schema, "events", few_groups, &event_schema, 0, 2 },
    { &talks_schema, "ratification", few_groups, &ratifier_schema, 0, 1 },
    { &tactic_schema, "name", this_party, NULL, 0, 0 },
    { &tactic_schema, "stated", few_groups, &stated_schema, 0, 1 },
    { &stated_schema, "on", whole, NULL, 1, 30 },
    { &stated_schema, "proposal", some_proposal, NULL, 0, 0 },
    { &mediator_schema, "starts", some_proposal, NULL, 0, 0 },
    { &mediator_schema, "final_on", whole, NULL, 10, 30 },
    { &mediator_schema, "drafts", few_groups, &draft_schema, 0, 1 },
    { &draft_schema, "on", whole, NULL, 1, 30 },
    { &draft_schema, "proposal", some_proposal, NULL, 0, 0 },
    { &mediator_schema, "tells", some_side, NULL, 0, 0 },
    { &mediator_schema, "pilot", group, &pilot_schema, 0, 0 },
    { &pilot_schema, "on", whole, NULL, 1, 30 },
    { &event_schema, "name", this_place, NULL, 0, 0 },
    { &event_schema, "on", whole, NULL, 1, 30 },
    { &event_schema, "party", some_side, NULL, 0, 0 },
    { &event_schema, "removes", levels_of_one, NULL, 0, 0 },
    { &event_schema, "adds", levels_of_one, NULL, 0, 0 },
    { &ratifier_schema, "party", some_side, NULL, 0, 0 },
    { &ratifier_schema, "body", some_body, NULL, 0, 0 },
    { &run_schema, "draws", whole, NULL, 1, 9 },
    { &sweep_schema, "vary", levers, NULL, 0, 0 },
    { &sweep_schema, "metrics", list_of, NULL, 0, 0 },
    { &sweep_schema, "points", whole, NULL, 1, 9 },
};

const struct shape *shape_of(const struct schema *in, const char *name)
{
    for (size_t i = 0; i < COUNT_OF(shapes); i++)
        if ((!shapes[i].in || shapes[i].in == in) && strcmp(shapes[i].name, name) == 0)
            return &shapes[i];
    return NULL;
}
