/* read_proposal.c - what was put forward, and what was answered */
#include "read_proposal.h"

#include "move.h"
#include "read_answer.h"
#include "read_terms.h"

#include <stdio.h>
#include <string.h>

struct draft {
    struct proposal proposal;
    const config_setting_t *terms, *readings, *answers;
};

#define AT(member) offsetof(struct draft, member)
static const struct field fields[] = {
    { "name", FIELD_NAME, REQUIRED, AT(proposal.name), 0, 0, "name", "how files call it" },
    { "title", FIELD_TEXT, OPTIONAL, AT(proposal.title), 0, 0, "text",
      "how words and pictures call it (its name, with blanks for '_')" },
    { "by", FIELD_TEXT, REQUIRED, AT(proposal.by), 0, 0, "text", "who put it forward" },
    { "on", FIELD_TEXT, OPTIONAL, AT(proposal.on), 0, 0, "\"YYYY-MM-DD\"", "when" },
    { "terms", FIELD_SETTING, REQUIRED, AT(terms), 0, 0,
      "{ ISSUE = level; ISSUE = { NAME = chance; ... }; ISSUE = ((level, chance), ...); ... }",
      "a level on the table for every issue, or the chance of each that it may be read as" },
    { "readings", FIELD_SETTING, OPTIONAL, AT(readings), 0, 0, "{ PARTY = { ISSUE = ...; }; ... }",
      "how a party reads a term, where it reads it otherwise: as in `terms`" },
    { "answers", FIELD_SETTING, OPTIONAL, AT(answers), 0, 0, "{ PARTY = \"...\"; ... }",
      "the record: accepts, refuses or disputed, or a group that says more (below)" },
    FIELD_REMARKS,
};
const struct schema proposal_schema = { "proposals[]", "A package from the record.",
                                        COUNT_OF(fields), fields };

/* An issue fixed by `only` can turn a proposal into a forbidden combination.  That is no mistake of
 * the file: the proposal is left out, and results say so.  False when no issue is fixed. */
static bool leave_out(struct reader *r, const char *name)
{
    struct scenario *s = r->scenario;

    for (size_t k = 0; k < s->n_table; k++)
        if (s->issue[k].is_fixed) {
            s->left_out[s->n_left_out++] = name;
            return true;
        }
    return false;
}

/* `by` is a free text: where it is a party's name, words call the party by its title. */
static const char *title_of_party(const struct scenario *s, const char *by)
{
    const size_t party = scenario_party(s, by);
    return party != NONE ? s->party[party].title : by;
}

/* Names the rule that a package breaks, and the nearest package that breaks none. */
static void complain_of_rule(struct reader *r, const config_setting_t *at, const size_t level[],
                             const struct sum_rule *rule)
{
    const struct scenario *s = r->scenario;
    size_t nearest[MAX_ISSUE], used = 0;
    char text[300] = "";

    memcpy(nearest, level, s->n_table * sizeof *nearest);
    if (!rule->is_ban)
        (void)move_all(s, &(struct move_limits){ .fixed = NULL }, nearest);
    for (size_t k = 0; k < s->n_table && used < sizeof text; k++)
        if (nearest[k] != level[k])
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s = %s",
                                     used ? ", " : "; nearest: ", s->issue[k].name,
                                     s->issue[k].label[nearest[k]]);
    complain(r, at, "the proposal breaks the rule '%s'%s%s: its sum is %g%s", rule->text,
             rule->note[0] ? ", " : "", rule->note, scenario_sum(s, rule, level), text);
}

static void complain_of_ban(struct reader *r, const config_setting_t *at, const size_t level[],
                            const char *why)
{
    const struct sum_rule *rule = scenario_breaks(r->scenario, level);

    if (rule)
        complain_of_rule(r, at, level, rule);
    else
        complain(r, at, "the proposal has a forbidden combination%s%s", why[0] ? ": " : "", why);
}

static void read_proposal(struct reader *r, const config_setting_t *at, struct proposal *proposal)
{
    struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;
    struct draft draft = { .proposal = { .name = "", .by = "" } };
    struct error err = { .code = OK };
    const char *why;

    *proposal = draft.proposal;
    draft.proposal.level = reader_alloc(r, s->n_table, sizeof *draft.proposal.level);
    draft.proposal.package = reader_alloc(r, s->n_table, sizeof *draft.proposal.package);
    draft.proposal.answer = reader_alloc(r, s->n_party, sizeof *draft.proposal.answer);
    if (!draft.proposal.level || !draft.proposal.package || !draft.proposal.answer)
        return;
    field_read(r, at, &proposal_schema, &draft);
    draft.proposal.title = reader_title(r, draft.proposal.title, draft.proposal.name);
    draft.proposal.by = title_of_party(s, draft.proposal.by);
    draft.proposal.remark = reader_remark(r, at, NULL);
    draft.proposal.place = reader_place(r, at);
    if (draft.terms)
        terms_read(r, at, draft.terms, draft.readings, &draft.proposal);
    if (draft.answers)
        read_answers(r, draft.answers, &draft.proposal);
    if (r->n_complaint == before && scenario_bans(s, draft.proposal.package, &why) &&
        !leave_out(r, draft.proposal.name))
        complain_of_ban(r, at, draft.proposal.package, why);
    for (size_t i = 0; i < s->n_proposal; i++)
        if (draft.proposal.name[0] && strcmp(s->proposal[i].name, draft.proposal.name) == 0)
            complain(r, at, "proposal '%s' is there twice", draft.proposal.name);
        else if (draft.proposal.name[0] && strcmp(s->proposal[i].title, draft.proposal.title) == 0)
            complain(r, at, "proposals '%s' and '%s' have one title", s->proposal[i].name,
                     draft.proposal.name);
    if (r->n_complaint == before &&
        move_table(s, draft.proposal.package, &s->arena, &draft.proposal.move, &err) != OK)
        reader_lacks_memory(r);
    *proposal = draft.proposal;
}

void read_proposals(struct reader *r, const config_setting_t *proposals)
{
    struct scenario *s = r->scenario;

    if (!field_is_list(r, proposals, "proposals"))
        return;
    size_t n = (size_t)config_setting_length(proposals);
    s->proposal = reader_alloc(r, n, sizeof *s->proposal);
    s->left_out = reader_alloc(r, n, sizeof *s->left_out);
    s->vague = reader_alloc(r, n, sizeof *s->vague);
    for (size_t i = 0; s->proposal && s->left_out && s->vague && i < n; i++) {
        size_t before = s->n_left_out;
        read_proposal(r, config_setting_get_elem(proposals, (unsigned)i),
                      &s->proposal[s->n_proposal]);
        s->n_proposal += s->n_left_out == before; /* else the next one takes its place */
    }
}
