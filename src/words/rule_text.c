/* rule_text.c - the rule of agreement in a reader's words */
#include "rule_text.h"

#include "agreement.h"
#include "text.h"

#include <string.h>

void rule_text_parties(FILE *out, const struct scenario *s, uint64_t parties)
{
    size_t left = (size_t)__builtin_popcountll(parties);

    for (size_t p = 0; p < s->n_party; p++)
        if (parties >> p & 1) {
            left--;
            fprintf(out, "%s%s", s->party[p].title, left == 0 ? "" : left == 1 ? " and " : ", ");
        }
}

/* Whether all of the seats are one each; *members: who has some, *seats: how many there are. */
static bool has_unit_seats(const struct scenario *s, const struct threshold *t, uint64_t *members,
                           size_t *seats)
{
    bool units = true;

    *members = *seats = 0;
    for (size_t p = 0; p < s->n_party; p++) {
        units = units && t->seats[p] <= 1;
        *members |= t->seats[p] > 0 ? UINT64_C(1) << p : 0;
        *seats += t->seats[p];
    }
    return units;
}

static void print_seats(FILE *out, const struct scenario *s, const struct threshold *t)
{
    bool any = false;

    fputs(" (", out);
    for (size_t p = 0; p < s->n_party; p++)
        if (t->seats[p] > 0) {
            fprintf(out, "%s%s %u", any ? ", " : "", s->party[p].title, (unsigned)t->seats[p]);
            any = true;
        }
    fputs(")", out);
}

static void print_threshold(FILE *out, const struct scenario *s, const struct threshold *t)
{
    uint64_t members;
    size_t seats;
    const bool units = has_unit_seats(s, t, &members, &seats);

    if (units && t->quota == seats) {
        rule_text_parties(out, s, members | t->vetoes);
        return;
    }
    const bool some = units && members != rule_everyone(s->n_party);
    fprintf(out, some ? "%u of these %zu" : "%u of %zu ", (unsigned)t->quota, seats);
    if (!units) {
        fputs("seats", out);
        print_seats(out, s, t);
    } else if (members == rule_everyone(s->n_party)) {
        fputs("parties", out);
    } else {
        fputs(": ", out);
        rule_text_parties(out, s, members);
    }
    if (t->vetoes) {
        const bool apart = (t->vetoes & ~members) != 0;
        fputs(apart ? "; and in any case " : ", ", out);
        rule_text_parties(out, s, t->vetoes);
        fputs(apart ? "" : " among them", out);
    }
}

void rule_text_print(FILE *out, const struct scenario *s)
{
    const struct decision_rule *rule = &s->agreement;

    if (!agreement_has_rule(s))
        fputs("all parties", out);
    for (size_t i = 0; i < rule->n; i++) {
        fputs(i == 0 ? "" : rule->any ? "; or " : "; and ", out);
        print_threshold(out, s, &rule->of[i]);
    }
}

void rule_text_power(FILE *out, const struct scenario *s)
{
    const struct decision_rule *rule = &s->agreement;
    struct power power;
    double swings = 0;
    size_t width = strlen("party");

    if (!agreement_has_rule(s))
        return;
    fputs("  an agreement needs ", out);
    rule_text_print(out, s);
    fputs("\n", out);
    if (!rule_power(rule, &power)) {
        fprintf(out,
                "    how much each party matters is not worked out for a list with more than "
                "%d parties\n",
                RULE_SETS_OF);
        return;
    }
    for (size_t p = 0; p < s->n_party; p++) {
        width = text_width(s->party[p].title) > width ? text_width(s->party[p].title) : width;
        swings += power.swings[p];
    }
    fprintf(out,
            "    how much each matters, if all sets (Banzhaf) or orders (Shapley-Shubik) of "
            "parties are equally likely:\n    %-*s  Banzhaf  Shapley-Shubik\n",
            (int)width, "party");
    for (size_t p = 0; p < s->n_party; p++) {
        fputs("    ", out);
        text_pad(out, s->party[p].title, width);
        fprintf(out, "  %7.4f  %14.4f%s\n", power.swings[p] / swings, power.shapley_shubik[p],
                power.swings[p] > 0 ? "" : "  (never decides)");
    }
}
