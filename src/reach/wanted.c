/* wanted.c - how often parties are to accept */
#include "wanted.h"

#include "names.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names in the order of agreement_counts; returns how many. */
static size_t list_names(const struct scenario *s, const char *name[])
{
    for (size_t p = 0; p < s->n_party; p++)
        name[p] = s->party[p].name;
    name[s->n_party] = "all";
    name[agreement_passes(s)] = agreement_has_rule(s) ? "rule" : "all";
    return agreement_counts(s);
}

static bool find_who(const struct scenario *s, const char *name, size_t *who)
{
    const char *known[AGREEMENT_COUNTS];
    const size_t n = list_names(s, known);

    for (*who = 0; *who < n; ++*who)
        if (strcmp(known[*who], name) == 0)
            return true;
    return false;
}

static enum error_code no_party(const struct scenario *s, const char *name, struct error *err)
{
    const char *known[AGREEMENT_COUNTS];
    char hint[300];

    name_hint(list_names(s, known), known, sizeof *known, name, sizeof hint, hint);
    return error_set(err, ERR_USAGE, "--want: no party '%s'%s", name, hint);
}

enum error_code wanted_read(struct wanted *w, const struct scenario *s, const char *text,
                            struct error *err)
{
    const size_t n = strcspn(text, "=");
    char name[80], *end;
    struct want want = { .is_more = text[n] == '=' && text[n + 1] == '+' };

    snprintf(name, sizeof name, "%.*s", (int)n, text);
    if (!find_who(s, name, &want.who))
        return no_party(s, name, err);
    want.share = text[n] ? strtod(text + n + 1, &end) : NAN;
    if (!(want.share >= 0 && want.share <= 1) || end == text + n + 1 || *end)
        return error_set(err, ERR_USAGE,
                         "--want is '%s', expected PARTY=SHARE, a share of draws from 0 to 1, or "
                         "PARTY=+SHARE for so much more than now",
                         text);
    for (size_t i = 0; i < w->n; i++)
        if (w->want[i].who == want.who)
            return error_set(err, ERR_USAGE, "--want says '%s' twice", name);
    w->want[w->n++] = want;
    return OK;
}

double wanted_slack(const struct wanted *w, const double share[], size_t *worst)
{
    double least = INFINITY;

    for (size_t i = 0; i < w->n; i++) {
        const double slack = share[w->want[i].who] - w->want[i].share;
        if (slack < least) {
            least = slack;
            if (worst)
                *worst = i;
        }
    }
    return least;
}
