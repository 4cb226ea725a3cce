/* facts_of.c - what facts.json says: the words of a scenario, and what was found that no table has
 */
#include "facts_of.h"

#include "agreement.h"
#include "date.h"
#include "proportion.h"
#include "rule_text.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/* Texts of a scenario are UTF-8 (tidy.h); those of the command line may be anything. */
static void set_text(json_t *object, const char *key, const char *text)
{
    char shown[8000];

    if (text && text[0] && json_object_set_new(object, key, json_string(text)) != 0)
        json_object_set_new(object, key, json_string(text_shown(text, sizeof shown, shown)));
}

/* What is not known has no member. */
static void set_number(json_t *object, const char *key, double x)
{
    if (!isnan(x))
        json_object_set_new(object, key, json_real(x));
}

static json_t *named(const char *name, const char *title)
{
    json_t *one = json_object();

    set_text(one, "name", name);
    set_text(one, "title", title);
    return one;
}

static void set_remark(json_t *one, const struct remark *remark)
{
    set_text(one, "sources", remark->sources);
    set_text(one, "assumption", remark->assumption);
    set_text(one, "note", remark->note);
}

static json_t *issues(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t k = 0; k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        json_t *one = named(issue->name, issue->title), *levels = json_array();
        set_text(one, "unit", issue->is_named ? "" : issue->unit);
        json_object_set_new(one, "is_named", json_boolean(issue->is_named));
        for (size_t l = 0; l < issue->n_level; l++)
            json_array_append_new(levels, named(issue->label[l], issue->level_title[l]));
        json_object_set_new(one, "levels", levels);
        set_remark(one, &issue->remark);
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *bodies(const struct party *party)
{
    json_t *list = json_array();

    for (size_t b = 0; b < party->n_body; b++) {
        const struct body *body = &party->body[b];
        json_t *one = named(body->name, body->title), *blocs = json_array();
        set_text(one, "kind", body_kind_names[body->kind]);
        for (size_t i = 0; i < body->n_bloc; i++)
            json_array_append_new(blocs, named(body->bloc[i].name, body->bloc[i].title));
        json_object_set_new(one, "blocs", blocs);
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *parties(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t p = 0; p < s->n_party; p++) {
        const struct party *party = &s->party[p];
        json_t *one = named(party->name, party->title);
        json_object_set_new(one, "bargains", json_boolean(party->bargains));
        json_object_set_new(one, "bodies", bodies(party));
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *phases(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t i = 0; i < s->n_phase; i++)
        json_array_append_new(list, named(s->phase[i].name, s->phase[i].title));
    return list;
}

static json_t *proposals(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t i = 0; i < s->n_proposal; i++) {
        const struct proposal *proposal = &s->proposal[i];
        json_t *one = named(proposal->name, proposal->title);
        set_text(one, "by", proposal->by);
        set_text(one, "on", proposal->on);
        set_remark(one, &proposal->remark);
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *left_out(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t i = 0; i < s->n_left_out; i++)
        json_array_append_new(list, json_string(s->left_out[i]));
    return list;
}

static json_t *texts(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t i = 0; i < s->n_citation; i++)
        json_array_append_new(list, named(s->citation[i].id, s->citation[i].title));
    return list;
}

static void set_day(json_t *one, const struct talks *talks, const char *key, const char *date,
                    double day)
{
    char text[DATE_TEXT];

    set_number(one, key, day);
    if (!talks->has_dates || isnan(day))
        return;
    date_write(talks->start + (long)floor(day), text);
    set_text(one, date, text);
}

static json_t *talks_of(const struct scenario *s)
{
    const struct talks *talks = s->talks;
    json_t *one = json_object();

    set_day(one, talks, "start", "start_date", 0);
    set_day(one, talks, "deadline", "deadline_date", talks->deadline);
    set_day(one, talks, "final_day", "final_date", talks->mediator.final_day);
    set_day(one, talks, "agreed_day", "agreed_date", talks->agreed_day);
    json_object_set_new(one, "by_lot", json_boolean(talks->random_mover));
    set_text(one, "first", s->party[talks->side[0]].name);
    set_text(one, "second", s->party[talks->side[1]].name);
    return one;
}

/* Where each number comes from, as `check` lists them. */
static json_t *numbers(const struct scenario *s)
{
    json_t *list = json_array();

    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        json_t *one = p->is_implied ? NULL : json_object();
        char form[160];
        if (!one)
            continue;
        distribution_format(&p->distribution, sizeof form, form);
        set_text(one, "path", p->path);
        set_text(one, "value", form);
        set_text(one, "origin", origin_names[p->origin]);
        set_text(one, "reason", p->reason);
        json_array_append_new(list, one);
    }
    return list;
}

/* The rule of agreement in words, where there is one. */
static void set_rule(json_t *all, const struct scenario *s)
{
    char *text = NULL;
    size_t n;
    FILE *out = agreement_has_rule(s) ? open_memstream(&text, &n) : NULL;

    if (out)
        rule_text_print(out, s);
    if (out && fclose(out) == 0)
        set_text(all, "agreement", text);
    free(text);
}

json_t *facts_of(const struct scenario *s, size_t n_set, const char *const set[])
{
    json_t *all = named(s->name, s->title), *settings = json_array();

    char hash[40];

    snprintf(hash, sizeof hash, "fnv1a64:%016" PRIx64, s->text_hash);
    set_text(all, "text_hash", hash);
    set_text(all, "as_of", s->as_of);
    set_text(all, "group", s->group);
    for (size_t i = 0; i < n_set; i++) {
        char shown[8000];
        json_array_append_new(settings, json_string(text_shown(set[i], sizeof shown, shown)));
    }
    json_object_set_new(all, "settings", settings);
    json_object_set_new(all, "packages", json_integer((json_int_t)scenario_packages(s)));
    json_object_set_new(all, "issues", issues(s));
    json_object_set_new(all, "parties", parties(s));
    set_rule(all, s);
    json_object_set_new(all, "phases", phases(s));
    json_object_set_new(all, "proposals", proposals(s));
    json_object_set_new(all, "left_out", left_out(s));
    json_object_set_new(all, "texts", texts(s));
    if (s->talks)
        json_object_set_new(all, "talks", talks_of(s));
    json_object_set_new(all, "numbers", numbers(s));
    return all;
}

static void set_interval(json_t *one, double share, double se, double low, double high)
{
    set_number(one, "share", share);
    set_number(one, "se", se);
    set_number(one, "low", low);
    set_number(one, "high", high);
}

/* The numbers that alone decide most, as the summary has them. */
static json_t *decisions(const struct results *r)
{
    json_t *list = json_array();

    for (size_t k = 0; k < RESULTS_DECISIONS; k++) {
        const struct decision *d = &r->decides[k];
        json_t *one = results_decides(d) ? json_object() : NULL;
        if (!one)
            continue;
        set_text(one, "number", r->scenario->parameter[d->number].path);
        json_object_set_new(one, "is_red_line", json_boolean(d->is_red_line));
        set_number(one, "index", d->index);
        set_number(one, "se", d->se);
        set_number(one, "yes_lowest", d->yes_lowest);
        set_number(one, "yes_highest", d->yes_highest);
        set_number(one, "yes_if_holds", d->is_red_line ? d->yes_if_holds : NAN);
        set_number(one, "yes_if_not", d->is_red_line ? d->yes_if_not : NAN);
        json_array_append_new(list, one);
    }
    return list;
}

/* Each issue's level in a package, by its name. */
static json_t *terms_at(const struct scenario *s, const size_t level[])
{
    json_t *terms = json_object();

    for (size_t k = 0; k < s->n_table; k++)
        set_text(terms, s->issue[k].name, s->issue[k].label[level[k]]);
    return terms;
}

/* The least concession (concession.h), where no package suits all at mean preferences. */
static json_t *concession(const struct results *r)
{
    const struct scenario *s = r->scenario;
    const struct concession *c = &r->concession;
    json_t *all = json_object(), *parties = json_array();

    json_object_set_new(all, "package", json_integer((json_int_t)grid_index(&s->grid, c->level)));
    if (s->n_rule > 0) /* numbers then leave packages out, so that they do not tell the terms */
        json_object_set_new(all, "terms", terms_at(s, c->level));
    for (size_t p = 0; p < s->n_party; p++) {
        json_t *one = json_object();
        set_text(one, "party", s->party[p].name);
        set_number(one, "margin", c->now.margin[p]);
        json_object_set_new(one, "crossed", json_integer((json_int_t)c->now.crossed[p]));
        json_array_append_new(parties, one);
    }
    json_object_set_new(all, "parties", parties);
    return all;
}

json_t *facts_of_run(const struct results *r)
{
    const struct map *map = r->map;
    const double zone = (double)*map->tally.zone / (double)map->draws;
    const double best = r->gathering.best.accept;
    const struct surety of_zone = map_knows(map, map->tally.zone, 1),
                        of_best = map_knows_cell(map, true, r->gathering.best.cell);
    json_t *found = json_object(), *some = json_object(), *first = json_object();
    double low, high;

    proportion_interval_by(zone, of_zone, &low, &high);
    set_interval(some, zone, proportion_error_by(zone, of_zone), low, high);
    proportion_interval_of_best_by(best, of_best, (double)scenario_packages(r->scenario), &low,
                                   &high);
    set_interval(first, best, proportion_error_by(best, of_best), low, high);
    json_object_set_new(first, "package", json_integer((json_int_t)r->gathering.best.package));
    json_object_set_new(first, "equals", json_integer((json_int_t)r->gathering.best.n));
    json_object_set_new(found, "zone", some);
    json_object_set_new(found, "best", first);
    json_object_set_new(found, "decides", decisions(r));
    if (r->concession.found)
        json_object_set_new(found, "concession", concession(r));
    return found;
}

bool facts_have_rule(const char *path)
{
    json_t *facts = json_load_file(path, 0, NULL), *one;
    bool has = false;
    size_t i;

    json_array_foreach(json_object_get(facts, "scenarios"), i, one) has =
        has || json_is_string(json_object_get(one, "agreement"));
    json_decref(facts);
    return has;
}
