/* scenario.c - what a negotiation is: issues, parties, proposals, and what is unknown of them */
#include "scenario.h"

#include "links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const origin_names[ORIGINS] = {
    [ORIGIN_NEITHER] = "neither",
    [ORIGIN_CITED] = "cited",
    [ORIGIN_ASSUMED] = "assumed",
};

void scenario_release(struct scenario *s)
{
    copula_release(&s->copula);
    free(s->sobol);
    arena_release(&s->arena);
    *s = (struct scenario){ 0 };
}

double scenario_level(const struct scenario *s, size_t k, const size_t level[])
{
    const struct issue *issue = &s->issue[k];
    return issue->on_table ? issue->level[level[k]] : issue->nothing;
}

size_t scenario_slots(const struct scenario *s, size_t k)
{
    return s->issue[k].n_level + s->n_vague;
}

const struct vague *scenario_vague(const struct scenario *s, size_t k, size_t level)
{
    return level < s->issue[k].n_level ? NULL : &s->vague[level - s->issue[k].n_level];
}

void scenario_read(const struct scenario *s, const struct vague *v, size_t r, const size_t level[],
                   size_t to[])
{
    memcpy(to, level, s->n_table * sizeof *to);
    for (size_t i = 0; i < v->n_open; i++)
        if (scenario_vague(s, v->open[i], level[v->open[i]]))
            to[v->open[i]] = v->level[r * s->n_table + v->open[i]];
}

static bool term_holds(const struct scenario *s, const struct condition_term *term,
                       const size_t level[])
{
    const size_t k = term->issue;
    const struct vague *v = s->issue[k].on_table ? scenario_vague(s, k, level[k]) : NULL;

    if (!v)
        return level_set_has(&term->set, scenario_level(s, k, level));
    for (size_t r = 0; r < v->n_reading; r++)
        if (!level_set_has(&term->set, s->issue[k].level[v->level[r * s->n_table + k]]))
            return false;
    return true;
}

bool scenario_holds(const struct scenario *s, const struct condition *when, const size_t level[])
{
    for (size_t i = 0; i < when->n_term; i++)
        if (!term_holds(s, &when->term[i], level))
            return false;
    return true;
}

/* The text that leaves something open in a package, or NULL. */
static const struct vague *open_text(const struct scenario *s, const size_t level[])
{
    for (size_t k = 0; s->n_vague > 0 && k < s->n_table; k++)
        if (scenario_vague(s, k, level[k]))
            return scenario_vague(s, k, level[k]);
    return NULL;
}

double scenario_sum(const struct scenario *s, const struct sum_rule *rule, const size_t level[])
{
    double sum = 0;

    for (size_t i = 0; i < rule->n; i++)
        sum += rule->term[i].times * scenario_level(s, rule->term[i].issue, level);
    return sum;
}

/* Whether the grid has no such package, or a rule that is a ban forbids it; all levels are clear.
 */
static bool is_off_rules(const struct scenario *s, const size_t level[])
{
    for (size_t a = 0; a < s->grid.n_axis; a++)
        if (s->grid.axis[a].list && grid_find(&s->grid, a, level) == SIZE_MAX)
            return true;
    for (size_t i = 0; i < s->n_rule; i++)
        if (s->rule[i].is_ban &&
            sum_rule_is_broken(&s->rule[i], scenario_sum(s, &s->rule[i], level)))
            return true;
    return false;
}

/* Whether rules leave none of the readings of a package. */
static bool rules_ban(const struct scenario *s, const size_t level[])
{
    const struct vague *v = s->n_rule > 0 ? open_text(s, level) : NULL;
    size_t read[MAX_ISSUE];

    if (!v)
        return s->n_rule > 0 && is_off_rules(s, level);
    for (size_t r = 0; r < v->n_reading; r++) {
        scenario_read(s, v, r, level, read);
        if (!is_off_rules(s, read))
            return false;
    }
    return true;
}

const struct sum_rule *scenario_breaks(const struct scenario *s, const size_t level[])
{
    for (size_t i = 0; i < s->n_rule; i++)
        if (sum_rule_is_broken(&s->rule[i], scenario_sum(s, &s->rule[i], level)))
            return &s->rule[i];
    return NULL;
}

/* What takes a package off the table that rules ban: a note, or what the rule says. */
static const char *reason_of(const struct scenario *s, const size_t level[])
{
    const struct sum_rule *broken = open_text(s, level) ? NULL : scenario_breaks(s, level);

    return !broken ? "" : broken->note[0] ? broken->note : broken->text;
}

bool scenario_bans(const struct scenario *s, const size_t level[], const char **why)
{
    for (size_t i = 0; i < s->n_ban; i++)
        if (scenario_holds(s, &s->ban[i].when, level)) {
            if (why)
                *why = s->ban[i].note;
            return true;
        }
    if (!rules_ban(s, level))
        return false;
    if (why)
        *why = reason_of(s, level);
    return true;
}

/* Visits only the combinations of issues that bans are about, a group of linked ones after another:
 * each stands for as many packages as the others have. */
uint64_t scenario_packages(const struct scenario *s)
{
    struct links links;
    uint64_t packages = s->grid.total;

    links_find(&links, s, LINKS_BY_BANS);
    for (size_t g = 0; g < links.n; g++) {
        size_t level[MAX_ISSUE];
        uint64_t n = 0;
        grid_levels(&s->grid, 0, level);
        do
            n += !links_ban(&links, g, level);
        while (links_next(&links, g, level));
        packages = packages / (uint64_t)links_combinations(&links, g) * n;
    }
    return packages;
}

size_t scenario_case_issue(const struct scenario *s)
{
    bool on_table = s->lasts_issue != NONE && s->issue[s->lasts_issue].on_table;
    return on_table ? s->lasts_issue : NONE;
}

size_t scenario_guarantee_issue(const struct scenario *s)
{
    bool on_table = s->guarantee.issue != NONE && s->issue[s->guarantee.issue].on_table;
    return on_table ? s->guarantee.issue : NONE;
}

bool scenario_days_follow(const struct scenario *s, size_t k)
{
    for (size_t i = 0; i < s->n_phase; i++)
        if (s->phase[i].days_issue == k)
            return true;
    return false;
}

size_t scenario_steps(const struct scenario *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n_phase; i++)
        n += s->phase[i].n_actor * s->phase[i].n_turn;
    return n;
}

bool scenario_is_answered(const struct scenario *s)
{
    for (size_t i = 0; i < s->n_proposal; i++)
        for (size_t p = 0; p < s->n_party; p++)
            if (s->proposal[i].answer[p].is_recorded)
                return true;
    return false;
}

const struct own_wishes *scenario_own(const struct scenario *s, size_t j)
{
    const struct veto_player *one = &s->veto_player[j];
    return one->bloc ? &one->bloc->own : one->body ? &one->body->own : NULL;
}

const struct ballot *scenario_ballot(const struct scenario *s, const struct body *body)
{
    for (size_t i = 0; i < s->n_ballot; i++)
        if (s->ballot[i].body == body)
            return &s->ballot[i];
    return NULL;
}

size_t scenario_bodies(const struct scenario *s)
{
    size_t n = 0;
    for (size_t p = 0; p < s->n_party; p++)
        n += s->party[p].n_body;
    return n;
}

bool party_asks_bodies(const struct party *party)
{
    for (size_t b = 0; b < party->n_body; b++)
        if (!body_is_veto_player(&party->body[b]))
            return true;
    return false;
}

size_t scenario_bargaining(const struct scenario *s)
{
    size_t n = 0;
    for (size_t p = 0; p < s->n_party; p++)
        n += s->party[p].bargains;
    return n;
}

double scenario_amount(const struct scenario *s, size_t k, const size_t level[])
{
    const struct issue *issue = &s->issue[k];
    double amount = fabs(scenario_level(s, k, level) - issue->nothing);

    if (issue->per == NONE)
        return amount;
    return amount * issue_units(issue, scenario_level(s, issue->per, level));
}

static const struct red_line *line_of(size_t n, const struct red_line line[], size_t roll)
{
    for (size_t i = 0; i < n; i++)
        if (line[i].roll == roll)
            return &line[i];
    return NULL;
}

const struct red_line *scenario_red_line(const struct scenario *s, size_t roll)
{
    const struct red_line *line = NULL;

    for (size_t p = 0; !line && p < s->n_party; p++) {
        const struct party *party = &s->party[p];
        line = line_of(party->n_red_line, party->red_line, roll);
        for (size_t b = 0; !line && b < party->n_body; b++) {
            const struct body *body = &party->body[b];
            line = line_of(body->own.n_red_line, body->own.red_line, roll);
            for (size_t i = 0; !line && i < body->n_bloc; i++)
                line = line_of(body->bloc[i].own.n_red_line, body->bloc[i].own.red_line, roll);
        }
    }
    return line;
}

size_t scenario_party(const struct scenario *s, const char *name)
{
    for (size_t p = 0; p < s->n_party; p++)
        if (strcmp(s->party[p].name, name) == 0)
            return p;
    return NONE;
}

size_t scenario_proposal(const struct scenario *s, const char *name)
{
    for (size_t i = 0; i < s->n_proposal; i++)
        if (strcmp(s->proposal[i].name, name) == 0)
            return i;
    return NONE;
}

const char *scenario_line_name(const struct scenario *s, const struct red_line *line,
                               struct arena *arena)
{
    char *name = arena_text(arena, s->parameter[line->roll].path);

    if (name)
        *strrchr(name, '.') = '\0';
    return name;
}

bool scenario_is_correlated(const struct scenario *s, size_t parameter)
{
    for (size_t i = 0; i < s->copula.n; i++)
        if (s->correlated[i] == parameter)
            return true;
    return false;
}
