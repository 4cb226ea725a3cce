/* read_extension.c - how a deal that holds may go on, on the same terms */
#include "read_extension.h"

#define AT(member) offsetof(struct extension, member)
static const struct field extension_fields[] = {
    { "chance", FIELD_NUMBER, REQUIRED, AT(chance), 0, 1, "",
      "that both go on each time, where neither loses by it" },
    { "times", FIELD_COUNT, REQUIRED, AT(times), 1, 1000, "times", "how often, at most" },
    { "days", FIELD_NUMBER, REQUIRED, AT(days), 0, 10000, "days",
      "how long it goes on each time; a party's `discount` counts these days" },
    FIELD_REMARKS,
};
#undef AT
const struct schema extension_schema = {
    "extension",
    "A deal that was carried out and does not last may go on, on the same terms. Saying no to that "
    "costs nothing, so that it is worth something to everybody or does not come about.",
    COUNT_OF(extension_fields), extension_fields
};

void read_extension(struct reader *r, const config_setting_t *group,
                    const config_setting_t *parties)
{
    struct scenario *s = r->scenario;
    size_t n = 0;

    /* Parties are asked without the group, too: their numbers would silently do nothing. */
    for (size_t p = 0; p < s->n_party; p++) {
        n += s->party[p].extension != NONE;
        if (!group && s->party[p].extension != NONE)
            complain(r,
                     config_setting_get_member(config_setting_get_elem(parties, (unsigned)p),
                                               "extension"),
                     "an 'extension' of '%s', and the scenario has no group 'extension'",
                     s->party[p].name);
    }
    if (!group)
        return;
    field_read(r, group, &extension_schema, &s->extension);
    if (s->lasts_issue == NONE)
        complain(r, group, "an 'extension', and no issue has 'lasts': what is agreed lasts anyway");
    if (n == 0)
        complain(r, group, "an 'extension', and no party says by 'extension' what it is worth");
}
