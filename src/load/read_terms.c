/* read_terms.c - the terms of a proposal, and what they may be read as */
#include "read_terms.h"

#include "number.h"
#include "read_levels.h"
#include "text.h"

#include <string.h>

/* How one party reads one issue: levels on the table, each with the parameter of its chance. */
struct term {
    size_t n;
    struct way {
        size_t level, chance;
    } * way;
};

/* The terms of one proposal, by issue on the table: row p as party p reads them, row n_party as
 * everybody does who has no reading of their own. */
struct terms {
    const struct scenario *scenario;
    struct term *term;
};

static struct term *term_at(const struct terms *t, size_t p, size_t k)
{
    return &t->term[p * t->scenario->n_table + k];
}

static void off_table(struct reader *r, const config_setting_t *s, const struct issue *issue,
                      double x)
{
    char number[TEXT_NUMBER], list[200];

    text_shortest(x, number);
    name_list(issue->n_level, issue->label, sizeof *issue->label, sizeof list, list);
    complain(r, s, "level %s of '%s' is not on the table; expected %s",
             issue->is_named ? issue->names[(size_t)x] : number, issue->name, list);
}

/* Adds a level that a term may mean. */
static void add_way(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    double x, size_t chance, struct term *term)
{
    const size_t at = level_on_table(issue, x);

    for (size_t i = 0; i < term->n; i++)
        if (at != NONE && term->way[i].level == at)
            complain(r, s, "level %s of '%s' is there twice", issue->label[at], issue->name);
    if (at == NONE)
        off_table(r, s, issue, x);
    else
        term->way[term->n++] = (struct way){ (size_t)at, chance };
}

/* { NAME = chance; ... } */
static void read_named_ways(struct reader *r, const config_setting_t *s, const struct issue *issue,
                            struct term *term)
{
    for (int i = 0; i < config_setting_length(s); i++) {
        const config_setting_t *one = config_setting_get_elem(s, (unsigned)i);
        const char *name = config_setting_name(one);
        size_t at = 0;
        if (is_remark(one)) {
            field_remark(r, one);
            continue;
        }
        while (at < issue->n_name && strcmp(issue->names[at], name) != 0)
            at++;
        if (at < issue->n_name) {
            add_way(r, one, issue, (double)at, number_read(r, one, 0, 1, ""), term);
        } else {
            char kind[120];
            snprintf(kind, sizeof kind, "level of '%.80s',", issue->name);
            complain_unknown(r, one, kind, name, issue->n_name, issue->names, sizeof *issue->names);
        }
    }
}

/* ((level, chance), ...) */
static void read_numbered_ways(struct reader *r, const config_setting_t *s,
                               const struct issue *issue, struct term *term)
{
    for (int i = 0; i < config_setting_length(s); i++) {
        const config_setting_t *one = config_setting_get_elem(s, (unsigned)i);
        double x;
        if (!config_setting_is_aggregate(one) || config_setting_length(one) != 2) {
            complain(r, one, "expected the readings of '%s' as ((level, chance), ...)",
                     issue->name);
            return;
        }
        if (level_read(r, config_setting_get_elem(one, 0), issue, &x))
            add_way(r, one, issue, x, number_read(r, config_setting_get_elem(one, 1), 0, 1, ""),
                    term);
    }
}

/* A level, or several with their chances. */
static void read_ways(struct reader *r, const config_setting_t *s, const struct issue *issue,
                      struct term *term)
{
    const bool several = config_setting_is_aggregate(s);
    const size_t before = r->n_complaint;
    double x;

    *term = (struct term){ .way = reader_alloc(r, several ? (size_t)config_setting_length(s) : 1,
                                               sizeof *term->way) };
    if (!term->way)
        return;
    if (!several) {
        if (level_read(r, s, issue, &x))
            add_way(r, s, issue, x, NONE, term);
        return;
    }
    if (config_setting_is_group(s) != issue->is_named)
        complain(r, s, "expected the readings of '%s' as %s", issue->name,
                 issue->is_named ? "{ NAME = chance; ... }" : "((level, chance), ...)");
    else if (issue->is_named)
        read_named_ways(r, s, issue, term);
    else
        read_numbered_ways(r, s, issue, term);
    if (term->n == 0 && r->n_complaint == before)
        complain(r, s, "expected at least one reading of '%s'", issue->name);
}

/* An issue fixed by `only` has that level in every proposal, whatever its terms say. */
static void read_row(struct reader *r, const config_setting_t *group, const struct terms *t,
                     size_t p)
{
    const struct scenario *s = r->scenario;

    for (int i = 0; i < config_setting_length(group); i++) {
        const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
        const char *name = config_setting_name(one);
        const size_t k = issue_find(r, name);
        if (k == NONE)
            issue_unknown(r, one, name);
        else if (!s->issue[k].on_table)
            complain(r, one, "'%s' is not on the table here: add it to 'issues'", name);
        else if (!s->issue[k].is_fixed)
            read_ways(r, one, &s->issue[k], term_at(t, p, k));
    }
}

static bool read_terms(struct reader *r, const config_setting_t *terms, const struct terms *t)
{
    const struct scenario *s = r->scenario;

    if (!config_setting_is_group(terms)) {
        complain(r, terms, "'terms' must be a group: { ISSUE = level; ... }");
        return false;
    }
    read_row(r, terms, t, s->n_party);
    for (size_t k = 0; k < s->n_table; k++) {
        struct term *term = term_at(t, s->n_party, k);
        if (!s->issue[k].is_fixed && !config_setting_get_member(terms, s->issue[k].name))
            complain(r, terms, "the proposal leaves out issue '%s'", s->issue[k].name);
        if (!term->way) { /* fixed, at its one level; or missing, and any level will do */
            term->way = reader_alloc(r, 1, sizeof *term->way);
            if (!term->way)
                return false;
            *term->way = (struct way){ 0, NONE };
            term->n = 1;
        }
    }
    return true;
}

static void read_readings(struct reader *r, const config_setting_t *readings, const struct terms *t)
{
    if (!config_setting_is_group(readings)) {
        complain(r, readings, "'readings' must be a group: { PARTY = { ISSUE = ...; }; }");
        return;
    }
    for (int i = 0; i < config_setting_length(readings); i++) {
        const config_setting_t *one = config_setting_get_elem(readings, (unsigned)i);
        const char *name = config_setting_name(one);
        const size_t p = party_named(r, one, name);
        if (p == NONE)
            continue;
        if (!config_setting_is_group(one))
            complain(r, one, "expected what '%s' reads as a group: { ISSUE = ...; }", name);
        else
            read_row(r, one, t, p);
    }
}

/* The way in which a term has this level, or NULL. */
static const struct way *way_to(const struct term *term, size_t level)
{
    for (size_t i = 0; i < term->n; i++)
        if (term->way[i].level == level)
            return &term->way[i];
    return NULL;
}

/* The levels that some party reads issue k as: level[].  Stops one past MAX_READING, which tells
 * the caller that there are too many. */
static size_t levels_read(const struct terms *t, size_t k, size_t level[MAX_READING + 1])
{
    size_t n = 0;

    for (size_t p = 0; p < t->scenario->n_party; p++) {
        const struct term *term = term_at(t, p, k);
        for (size_t i = 0; i < term->n && n <= MAX_READING; i++) {
            size_t known = 0;
            while (known < n && level[known] != term->way[i].level)
                known++;
            level[known] = term->way[i].level;
            n += known == n;
        }
    }
    return n;
}

/* Adds the package at level[n_table] to the readings of those who may read it so; whether
 * anybody does. */
static void add_reading(const struct terms *t, const size_t level[], struct vague *v)
{
    const struct scenario *s = t->scenario;
    bool any = false;

    for (size_t p = 0; p < s->n_party; p++) {
        const size_t at = v->n_reading * s->n_party + p;
        v->has[at] = true;
        for (size_t i = 0; i < v->n_open; i++) {
            const struct way *way = way_to(term_at(t, p, v->open[i]), level[v->open[i]]);
            v->has[at] = v->has[at] && way;
            v->chance[at * v->n_open + i] = way ? way->chance : NONE;
        }
        any = any || v->has[at];
    }
    if (any)
        memcpy(v->level + v->n_reading++ * s->n_table, level, s->n_table * sizeof *level);
}

/* Finds the open issues, those read as more than one level, and how many combinations there are. */
static double find_open(const struct terms *t, struct vague *v,
                        size_t read[MAX_ISSUE][MAX_READING + 1], size_t n_read[MAX_ISSUE])
{
    double n = 1;

    for (size_t k = 0; k < t->scenario->n_table; k++) {
        n_read[k] = levels_read(t, k, read[k]);
        n *= (double)n_read[k];
        if (n_read[k] > 1)
            v->open[v->n_open++] = k;
    }
    return n;
}

/* The combinations of what issues are read as, forbidden ones left out; level[n_table] becomes
 * the last of them. */
static void make_readings(const struct terms *t, size_t read[MAX_ISSUE][MAX_READING + 1],
                          const size_t n_read[MAX_ISSUE], size_t level[], struct vague *v)
{
    const struct scenario *s = t->scenario;
    size_t at[MAX_ISSUE] = { 0 }, i;

    do {
        for (size_t k = 0; k < s->n_table; k++)
            level[k] = read[k][at[k]];
        if (!scenario_bans(s, level, NULL))
            add_reading(t, level, v);
        for (i = v->n_open; i-- > 0;) {
            if (++at[v->open[i]] < n_read[v->open[i]])
                break;
            at[v->open[i]] = 0;
        }
    } while (i != SIZE_MAX); /* where i ends when all open issues are back at their first level */
}

/* Party p's chance of a reading, not yet divided by their sum, with parameters at their means. */
static double mean_chance(const struct reader *r, const struct vague *v, size_t reading, size_t p)
{
    const size_t at = reading * r->scenario->n_party + p;
    double chance = v->has[at];

    for (size_t i = 0; v->has[at] && i < v->n_open; i++) {
        const size_t given = v->chance[at * v->n_open + i];
        chance *= given == NONE ? 1 : r->parameter[given].distribution.mean;
    }
    return chance;
}

/* The likeliest reading: the largest sum over parties of their chances; the first of equals. */
static const size_t *likeliest(const struct reader *r, const struct vague *v)
{
    const size_t n_party = r->scenario->n_party;
    double score[MAX_READING] = { 0 };
    size_t best = 0;

    for (size_t p = 0; p < n_party; p++) {
        double sum = 0;
        for (size_t i = 0; i < v->n_reading; i++)
            sum += mean_chance(r, v, i, p);
        for (size_t i = 0; sum > 0 && i < v->n_reading; i++)
            score[i] += mean_chance(r, v, i, p) / sum;
    }
    for (size_t i = 1; i < v->n_reading; i++)
        best = score[i] > score[best] ? i : best;
    return v->level + best * r->scenario->n_table;
}

/* A party to which every reading is forbidden, or n_party. */
static size_t party_without(const struct scenario *s, const struct vague *v)
{
    for (size_t p = 0; p < s->n_party; p++) {
        bool any = false;
        for (size_t i = 0; i < v->n_reading; i++)
            any = any || v->has[i * s->n_party + p];
        if (!any)
            return p;
    }
    return s->n_party;
}

/* Room for n readings, and for as many open issues as there are. */
static bool room_for(struct reader *r, size_t n, struct vague *v)
{
    const struct scenario *s = r->scenario;

    v->level = reader_alloc(r, n * s->n_table, sizeof *v->level);
    v->has = reader_alloc(r, n * s->n_party, sizeof *v->has);
    v->chance = reader_alloc(r, n * s->n_party * v->n_open, sizeof *v->chance);
    return v->level && v->has && v->chance;
}

static void finish(struct reader *r, const struct terms *t, struct vague *v,
                   struct proposal *proposal)
{
    struct scenario *s = r->scenario;
    /* A party without a reading has a forbidden package in way[0].  The proposal gets that one: the
     * caller complains of it, or leaves the proposal out. */
    const size_t without = party_without(s, v);

    for (size_t k = 0; k < s->n_table; k++)
        proposal->level[k] = proposal->package[k] =
            without < s->n_party ? term_at(t, without, k)->way[0].level : v->level[k];
    if (without < s->n_party || v->n_reading == 1)
        return;
    memcpy(proposal->package, likeliest(r, v), s->n_table * sizeof *proposal->package);
    for (size_t i = 0; i < v->n_open; i++)
        proposal->level[v->open[i]] = s->issue[v->open[i]].n_level + s->n_vague;
    if (s->n_vague > 0)
        v->first_chance = v[-1].first_chance + s->n_party * v[-1].n_reading; /* v is in s->vague */
    proposal->vague = v;
    s->n_vague++;
}

static void make_vague(struct reader *r, const config_setting_t *at, const struct terms *t,
                       struct proposal *proposal)
{
    struct scenario *s = r->scenario;
    struct vague *v = &s->vague[s->n_vague];
    size_t read[MAX_ISSUE][MAX_READING + 1], n_read[MAX_ISSUE], level[MAX_ISSUE];

    *v = (struct vague){ .open = reader_alloc(r, s->n_table, sizeof *v->open) };
    if (!v->open)
        return;
    const double n = find_open(t, v, read, n_read);
    if (n > MAX_READING) {
        complain(r, at, "the terms may be read in %g ways; expected at most %d", n, MAX_READING);
        return;
    }
    if (!room_for(r, (size_t)n, v))
        return;
    make_readings(t, read, n_read, level, v);
    finish(r, t, v, proposal);
}

void terms_read(struct reader *r, const config_setting_t *at, const config_setting_t *terms,
                const config_setting_t *readings, struct proposal *proposal)
{
    const struct scenario *s = r->scenario;
    const size_t before = r->n_complaint;
    struct terms t = { s, reader_alloc(r, (s->n_party + 1) * s->n_table, sizeof *t.term) };

    if (!t.term || !read_terms(r, terms, &t))
        return;
    if (readings)
        read_readings(r, readings, &t);
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t k = 0; k < s->n_table; k++)
            if (term_at(&t, p, k)->n == 0)
                *term_at(&t, p, k) = *term_at(&t, s->n_party, k);
    if (r->n_complaint == before)
        make_vague(r, at, &t, proposal);
}
