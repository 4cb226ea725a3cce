/* read_ban.c - combinations of levels that are off the table */
#include "read_ban.h"

#include "links.h"
#include "read_levels.h"

/* Larger: more memory and time for the list of all combinations of the issues concerned. */
enum { MAX_LINKED = 1000000 };

/* A run lists all combinations of the issues that bans link: refuse lists that would not fit.
 * Packages are counted only when all was read well: a set with a mistake bans something else. */
static void check_links(struct reader *r, const config_setting_t *forbidden)
{
    const struct scenario *s = r->scenario;
    struct links links;

    links_find(&links, s, LINKS_BY_BANS);
    if (links_combinations(&links, 0) > MAX_LINKED) /* of the largest group */
        complain(r, forbidden, "the issues in 'forbidden' have %.3g combinations, at most %d",
                 links_combinations(&links, 0), MAX_LINKED);
    else if (r->n_complaint == 0 && scenario_packages(s) == 0)
        complain(r, forbidden, "every package is forbidden");
}

void read_bans(struct reader *r, const config_setting_t *forbidden)
{
    struct scenario *s = r->scenario;

    if (!field_is_list(r, forbidden, "combinations"))
        return;
    size_t n = (size_t)config_setting_length(forbidden);
    s->ban = reader_alloc(r, n, sizeof *s->ban);
    for (size_t i = 0; s->ban && i < n; i++) {
        const config_setting_t *group = config_setting_get_elem(forbidden, (unsigned)i);
        const char *note = "";
        if (!config_setting_is_group(group)) {
            complain(r, group, "expected a combination, { issue = level; issue = level; }");
            continue;
        }
        config_setting_lookup_string(group, "note", &note);
        s->ban[s->n_ban].note = reader_text(r, note);
        condition_read(r, group, "", &s->ban[s->n_ban].when);
        s->n_ban++;
    }
    check_links(r, forbidden);
}
