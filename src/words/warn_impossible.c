/* warn_impossible.c - warns of levels on the table that rule each other out */
#include "warn_impossible.h"

#include "impossible.h"
#include "message.h"

#include <stdio.h>

/* As many as `check` prints of problems; the others are counted. */
enum { MAX_WARNING = 20 };

static void warn(const char *path, const struct scenario *s, const struct impossible *one)
{
    const struct issue *issue = &s->issue[one->issue], *other = &s->issue[one->other];
    const size_t n_more = one->n_level - 1;
    char more[40] = "", why[120];

    if (n_more > 0)
        snprintf(more, sizeof more, " (and %zu level%s more)", n_more, message_plural(n_more));
    if (!one->is_counted)
        snprintf(why, sizeof why, "which holds %g", one->most);
    else if (issue->held)
        snprintf(why, sizeof why, "which holds no '%.60s' to count it for", issue->held->name);
    else
        snprintf(why, sizeof why, "and it is counted for each of these");
    message_warning(
        path, "'%s' at %s%s is on the table with '%s' at %s, %s; expected that in 'forbidden'",
        issue->name, issue->label[one->level], more, other->name, other->label[one->at], why);
}

void warn_impossible(const char *path, const struct scenario *s)
{
    struct impossible found[MAX_WARNING];
    const size_t n = scenario_impossible(s, MAX_WARNING, found);

    for (size_t i = 0; i < n && i < MAX_WARNING; i++)
        warn(path, s, &found[i]);
    if (n > MAX_WARNING)
        message_warning(path, "%zu more combinations are on the table and cannot be",
                        n - MAX_WARNING);
}
