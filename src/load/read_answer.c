/* read_answer.c - what was answered to a proposal, by whom, and how sure the record is of it */
#include "read_answer.h"

#include <string.h>
#include <strings.h>

struct draft {
    struct answer answer;
    const config_setting_t *said, *by;
};

#define AT(member) offsetof(struct draft, member)
static const struct field fields[] = {
    { "said", FIELD_SETTING, OPTIONAL, AT(said), 0, 0, "text", "accepts, refuses or disputed" },
    { "accepts", FIELD_COUNT, OPTIONAL, AT(answer.accepts), 0, 1e9, "answers",
      "or, as of many people: how many accepted" },
    { "refuses", FIELD_COUNT, OPTIONAL, AT(answer.refuses), 0, 1e9, "answers",
      "and how many refused" },
    { "by", FIELD_SETTING, OPTIONAL, AT(by), 0, 0, "text",
      "whose answer it is: `leaders`, whose bodies are then not asked, or `ratified`, of the party "
      "and its bodies (ratified; of an own offer leaders, since bodies vote on what is agreed)" },
    { "own", FIELD_FLAG, OPTIONAL, AT(answer.own), 0, 0, "true or false",
      "its own offer: judged as if all of it were kept, and counted apart (true where the "
      "proposal's `by` is the party's name or title)" },
    { "doubt", FIELD_REAL, OPTIONAL, AT(answer.doubt), 0, 0.5, "",
      "of an answer that is inferred: the chance that the other one was given (0)" },
    FIELD_REMARKS,
};
const struct schema answer_schema = {
    "proposals[].answers.PARTY",
    "What a party answered. `PARTY = \"accepts\";` is short for "
    "`PARTY = { said = \"accepts\"; };`; "
    "`PARTY = { accepts = 12; refuses = 3; };` is fifteen answers.",
    COUNT_OF(fields), fields
};

/* The index of a setting's text among the labels; 0 after a complaint, where it is none of them. */
static size_t read_choice(struct reader *r, const config_setting_t *at, const char *kind, size_t n,
                          const char *const label[n])
{
    const char *text = config_setting_get_string(at);

    for (size_t i = 0; text && i < n; i++)
        if (strcmp(text, label[i]) == 0)
            return i;
    complain_unknown(r, at, kind, text ? text : "", n, label, sizeof *label);
    return 0;
}

static void read_draft(struct reader *r, const config_setting_t *at, struct draft *draft)
{
    struct answer *answer = &draft->answer;
    const size_t before = r->n_complaint;

    if (config_setting_is_group(at))
        field_read(r, at, &answer_schema, draft);
    else
        draft->said = at;
    const bool is_counted = answer->accepts > 0 || answer->refuses > 0;
    if (!draft->said == !is_counted && r->n_complaint == before)
        complain(r, at, "an answer needs 'said', or else the counts 'accepts' and 'refuses'");
    /* Only now is `own` known, which sets the default: bodies vote on agreements, not on offers. */
    answer->by = answer->own ? BY_LEADERS : BY_RATIFIED;
    if (draft->said)
        answer->said = (enum said)read_choice(r, draft->said, "answer", SAID_COUNTED, said_labels);
    else if (is_counted)
        answer->said = SAID_COUNTED;
    if (draft->by)
        answer->by =
            (enum answer_by)read_choice(r, draft->by, "answerer", BY_COUNT, answer_by_labels);
    if (answer->said == SAID_DISPUTED && answer->doubt > 0)
        complain(r, at, "'doubt' of a disputed answer, which is counted as neither: leave it out");
}

/* Whether a proposal's `by`, a free text, names this party: by name or title, in any case. */
static bool is_called(const struct party *party, const char *by)
{
    return strcasecmp(party->name, by) == 0 || strcasecmp(party->title, by) == 0;
}

static void read_answer(struct reader *r, const config_setting_t *at, struct proposal *proposal)
{
    const size_t p = party_named(r, at, config_setting_name(at));

    if (p == NONE)
        return;
    struct draft draft = { .answer = { .is_recorded = true,
                                       .own = is_called(&r->scenario->party[p], proposal->by),
                                       .place = reader_place(r, at) } };
    read_draft(r, at, &draft);
    proposal->answer[p] = draft.answer;
}

void read_answers(struct reader *r, const config_setting_t *answers, struct proposal *proposal)
{
    if (!config_setting_is_group(answers)) {
        complain(r, answers, "'answers' must be a group: { PARTY = \"accepts\"; }");
        return;
    }
    for (int i = 0; i < config_setting_length(answers); i++)
        read_answer(r, config_setting_get_elem(answers, (unsigned)i), proposal);
}
