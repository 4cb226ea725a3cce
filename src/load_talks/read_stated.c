/* read_stated.c - proposals that are put forward on days of the talks */
#include "read_stated.h"

#include "talk_fields.h"

#include <string.h>

struct draft {
    const config_setting_t *on, *proposal;
};
#define ON(meaning)                                                      \
    {                                                                    \
        "on", FIELD_SETTING, REQUIRED, offsetof(struct draft, on), 0, 0, \
            "\"YYYY-MM-DD\", or days from the start", meaning            \
    }
#define PROPOSAL                                                                             \
    {                                                                                        \
        "proposal", FIELD_SETTING, REQUIRED, offsetof(struct draft, proposal), 0, 0, "name", \
            "which one"                                                                      \
    }
static const struct field stated_fields[] = { ON("from when on it puts the proposal forward"),
                                              PROPOSAL, FIELD_REMARKS };
const struct schema stated_schema = { "talks.parties[].stated[]",
                                      "A proposal that a party puts forward, until the next one.",
                                      COUNT_OF(stated_fields), stated_fields };

static const struct field draft_fields[] = {
    ON("it is put forward in the first round from then on"), PROPOSAL, FIELD_REMARKS
};
const struct schema draft_schema = {
    "talks.mediator.drafts[]",
    "A text of the mediator's own, which is not final: each party answers it at its next turn, as "
    "it would an offer of the other, and the talks go on if one of them refuses.",
    COUNT_OF(draft_fields), draft_fields
};

/* Whether the proposal has been left out, being impossible with an issue fixed from outside: it is
 * then not put forward, which is no mistake of the file. */
static bool is_left_out(const struct scenario *s, const config_setting_t *proposal)
{
    const char *name = config_setting_get_string(proposal);

    for (size_t i = 0; name && i < s->n_left_out; i++)
        if (strcmp(s->left_out[i], name) == 0)
            return true;
    return false;
}

size_t read_stated(struct reader *r, const config_setting_t *list, const struct schema *schema,
                   const struct talks *talks, struct stated **stated)
{
    size_t kept = 0;

    if (!list || !field_is_list(r, list, "groups"))
        return 0;
    const size_t n = (size_t)config_setting_length(list);
    *stated = reader_alloc(r, n, sizeof **stated);
    for (size_t i = 0; *stated && i < n; i++) {
        const config_setting_t *at = config_setting_get_elem(list, (unsigned)i);
        struct draft draft = { NULL, NULL };
        field_read(r, at, schema, &draft);
        if (!draft.on || !draft.proposal)
            continue;
        const double day = day_read(r, draft.on, talks);
        if (is_left_out(r->scenario, draft.proposal))
            continue;
        const size_t proposal = proposal_find(r, draft.proposal); /* or NONE, complained of */
        const struct stated one = { day, (size_t)proposal };
        if (kept > 0 && one.day <= (*stated)[kept - 1].day)
            complain(r, at, "the days of `%s` must rise", config_setting_name(list));
        (*stated)[kept++] = one;
    }
    return kept;
}
