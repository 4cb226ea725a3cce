/* facts.c - a scenario as a list of facts */
#include "facts.h"

#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const char *const fact_kind_names[FACT_KINDS] = {
#define X(upper, name, help) #name,
    FACT_LIST(X)
#undef X
};

static enum error_code no_memory(struct facts *f)
{
    return error_set(f->err, ERR_MEMORY, "not enough memory to compare scenarios");
}

static struct fact *room_for_one(struct facts *f)
{
    if (f->n == f->room) {
        const size_t room = 2 * f->room + 64;
        struct fact *more = realloc(f->fact, room * sizeof *more);
        if (!more)
            return NULL;
        f->fact = more;
        f->room = room;
    }
    return &f->fact[f->n];
}

/* Ends the text that was written to f->out and begins another; NULL, with ERR_MEMORY recorded, when
 * there is no room. */
static const char *take_text(struct facts *f)
{
    const char *text = NULL;

    putc('\0', f->out);
    if (fflush(f->out) == 0 && !ferror(f->out))
        text = arena_text(&f->arena, f->text);
    rewind(f->out);
    if (!text)
        no_memory(f);
    return text;
}

/* The text that was written stands at the path, made as by printf. */
static void add(struct facts *f, enum fact_kind kind, const char *fmt, ...) PRINTF_LIKE(3, 4);
static void add(struct facts *f, enum fact_kind kind, const char *fmt, ...)
{
    struct fact *fact = room_for_one(f);
    char path[1000];
    va_list args;

    va_start(args, fmt);
    vsnprintf(path, sizeof path, fmt, args);
    va_end(args);
    const char *text = take_text(f), *place = arena_text(&f->arena, path);
    if (!fact || !place)
        no_memory(f);
    else if (text)
        f->fact[f->n++] = (struct fact){ kind, place, text };
}

static void put_number(FILE *out, double x)
{
    char number[TEXT_NUMBER];

    text_shortest(x, number);
    fputs(number, out);
}

/* A level as people write it, whether it is on the table or not. */
static void put_level(FILE *out, const struct issue *issue, double level)
{
    if (issue->is_named && level >= 0 && level < (double)issue->n_name)
        fputs(issue->names[(size_t)level], out);
    else
        put_number(out, level);
}

static void put_set(FILE *out, const struct issue *issue, const struct level_set *set)
{
    for (size_t i = 0; i < set->n; i++) {
        fputs(i ? ", " : "", out);
        put_level(out, issue, set->level[i]);
    }
    if (set->above < INFINITY) {
        fputs(set->n ? ", above " : "above ", out);
        put_level(out, issue, set->above);
    }
    if (set->below > -INFINITY) {
        fputs(set->n || set->above < INFINITY ? ", below " : "below ", out);
        put_level(out, issue, set->below);
    }
}

static void put_condition(FILE *out, const struct scenario *s, const struct condition *when)
{
    for (size_t i = 0; i < when->n_term; i++) {
        const struct issue *issue = &s->issue[when->term[i].issue];
        fprintf(out, "%s%s ", i ? "; " : "", issue->name);
        put_set(out, issue, &when->term[i].set);
    }
}

static void list_head(struct facts *f, const struct scenario *s)
{
    fputs(s->as_of, f->out);
    add(f, FACT_AS_OF, "scenario.as_of");
    fprintf(f->out, "%" PRIu64, s->draws);
    add(f, FACT_DRAWS, "run.draws");
    fprintf(f->out, "%" PRIu64, s->seed);
    add(f, FACT_SEED, "run.seed");
}

static void list_issue(struct facts *f, const struct scenario *s, size_t k)
{
    const struct issue *issue = &s->issue[k];

    for (size_t i = 0; i < issue->n_level; i++)
        fprintf(f->out, "%s%s", i ? ", " : "", issue->label[i]);
    add(f, FACT_ISSUE, "issues.%s", issue->name);
    put_level(f->out, issue, issue->nothing);
    add(f, FACT_ISSUE, "issues.%s.nothing", issue->name);
    if (!isnan(issue->all)) {
        put_level(f->out, issue, issue->all);
        add(f, FACT_ISSUE, "issues.%s.all", issue->name);
    }
    if (s->n_phase > 0 && s->performance[k].by != NONE) {
        fputs(s->party[s->performance[k].by].name, f->out);
        add(f, FACT_ISSUE, "issues.%s.by", issue->name);
    }
}

static void list_issues(struct facts *f, const struct scenario *s)
{
    for (size_t k = 0; k < s->n_table; k++)
        list_issue(f, s, k);
    for (size_t i = 0; i < s->n_ban; i++) {
        put_condition(f->out, s, &s->ban[i].when);
        const char *what = take_text(f);
        fputs("off the table", f->out);
        add(f, FACT_FORBIDDEN, "%s", what ? what : "");
    }
    for (size_t i = 0; i < s->n_rule; i++) {
        fputs("kept by every package", f->out);
        add(f, FACT_RULE, "%s", s->rule[i].text);
    }
}

/* A line's path is that of its roll without the last word. */
static void list_red_lines(struct facts *f, const struct scenario *s, size_t n,
                           const struct red_line line[])
{
    for (size_t i = 0; i < n; i++) {
        const char *path = s->parameter[line[i].roll].path;
        put_set(f->out, &s->issue[line[i].issue], &line[i].set);
        add(f, FACT_RED_LINE, "%.*s", (int)(strrchr(path, '.') - path), path);
    }
}

static void list_bloc(struct facts *f, const struct scenario *s, const struct party *party,
                      const struct body *body, const struct bloc *bloc)
{
    fprintf(f->out, "%zu seats%s%s", bloc->seats, bloc->as_one ? ", as one" : "",
            bloc->vetoes ? ", with a veto" : "");
    add(f, FACT_BODY, "%s.bodies.%s.blocs.%s", party->name, body->name, bloc->name);
    list_red_lines(f, s, bloc->own.n_red_line, bloc->own.red_line);
}

static void list_body(struct facts *f, const struct scenario *s, const struct party *party,
                      const struct body *body)
{
    fputs(body_kind_names[body->kind], f->out);
    add(f, FACT_BODY, "%s.bodies.%s", party->name, body->name);
    for (size_t i = 0; i < body->n_bloc; i++)
        list_bloc(f, s, party, body, &body->bloc[i]);
    if (body->kind == BODY_VOTE) {
        fprintf(f->out, "%zu", body->quota);
        add(f, FACT_BODY, "%s.bodies.%s.quota", party->name, body->name);
    }
    list_red_lines(f, s, body->own.n_red_line, body->own.red_line);
}

static void list_party(struct facts *f, const struct scenario *s, const struct party *party)
{
    fputs(party->bargains ? "bargains" : "consents", f->out);
    if (party->bargaining_power != 1) {
        fputs(", power ", f->out);
        put_number(f->out, party->bargaining_power);
    }
    add(f, FACT_PARTY, "%s", party->name);
    for (size_t k = 0; party->has_preferences && k < s->n_issue; k++) {
        fputs(value_names[party->value[k].kind].text, f->out);
        add(f, FACT_VALUE, "%s.values.%s", party->name, s->issue[k].name);
    }
    list_red_lines(f, s, party->n_red_line, party->red_line);
    for (size_t i = 0; i < party->n_interaction; i++) {
        put_condition(f->out, s, &party->interaction[i].when);
        add(f, FACT_INTERACTION, "%s.interactions.%zu", party->name, i);
    }
    for (size_t b = 0; b < party->n_body; b++)
        list_body(f, s, party, &party->body[b]);
}

static void list_threshold(struct facts *f, const struct scenario *s, const struct threshold *t,
                           const char *path)
{
    fprintf(f->out, "%u", (unsigned)t->quota);
    add(f, FACT_AGREEMENT, "%s.quota", path);
    for (size_t p = 0; p < s->n_party; p++) {
        if (t->seats[p] == 0)
            continue;
        fprintf(f->out, "%u", (unsigned)t->seats[p]);
        add(f, FACT_AGREEMENT, "%s.seats.%s", path, s->party[p].name);
    }
    for (size_t p = 0; p < s->n_party; p++) {
        if (!(t->vetoes >> p & 1))
            continue;
        fputs("veto", f->out);
        add(f, FACT_AGREEMENT, "%s.vetoes.%s", path, s->party[p].name);
    }
}

static void list_agreement(struct facts *f, const struct scenario *s)
{
    const struct decision_rule *rule = &s->agreement;

    for (size_t i = 0; i < rule->n; i++) {
        char path[sizeof "agreement.any_of." + TEXT_NUMBER] = "agreement";
        if (rule->n > 1)
            snprintf(path, sizeof path, "agreement.%s.%zu", rule->any ? "any_of" : "all_of", i);
        list_threshold(f, s, &rule->of[i], path);
    }
}

static void list_phases(struct facts *f, const struct scenario *s)
{
    for (size_t k = 0; k < s->n_phase; k++) {
        const struct phase *phase = &s->phase[k];
        fprintf(f->out, "%zu turns:", phase->n_turn);
        for (size_t i = 0; i < phase->n_actor; i++)
            fprintf(f->out, "%s%s", i ? ", " : " ", s->party[phase->actor[i]].name);
        add(f, FACT_PHASE, "phases.%s", phase->name);
    }
    if (s->extension.times > 0) {
        fprintf(f->out, "%" PRIu64, s->extension.times);
        add(f, FACT_PHASE, "extension.times");
    }
}

static void list_answer(struct facts *f, const struct answer *answer, const char *proposal,
                        const char *party)
{
    fputs(said_labels[answer->said], f->out);
    if (answer->said == SAID_COUNTED)
        fprintf(f->out, " %" PRIu64 " of %" PRIu64, answer->accepts, answer_number(answer));
    fprintf(f->out, ", %s%s", answer_by_labels[answer->by], answer->own ? ", its own offer" : "");
    if (answer->doubt > 0) {
        fputs(", doubt ", f->out);
        put_number(f->out, answer->doubt);
    }
    add(f, FACT_ANSWER, "proposals.%s.answers.%s", proposal, party);
}

static void list_proposal(struct facts *f, const struct scenario *s, const struct proposal *p)
{
    fputs(p->by, f->out);
    add(f, FACT_PROPOSAL, "proposals.%s", p->name);
    for (size_t k = 0; k < s->n_table; k++) {
        fputs(scenario_vague(s, k, p->level[k]) ? "open" : s->issue[k].label[p->level[k]], f->out);
        add(f, FACT_TERM, "proposals.%s.terms.%s", p->name, s->issue[k].name);
    }
    for (size_t i = 0; i < s->n_party; i++)
        if (p->answer[i].is_recorded)
            list_answer(f, &p->answer[i], p->name, s->party[i].name);
}

static void list_correlations(struct facts *f, const struct scenario *s)
{
    const size_t n = s->copula.n;

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            const double rho = copula_correlation(&s->copula, i, k);
            if (fabs(rho) < 1e-12)
                continue;
            fprintf(f->out, "%.12g", rho); /* the factor was rounded */
            add(f, FACT_CORRELATION, "%s %s", s->parameter[s->correlated[k]].path,
                s->parameter[s->correlated[i]].path);
        }
}

/* "discrete (1, 2, 3), weights 0.5, 0.25, 0.25"; weights that are all equal are not said. */
static void put_weights(FILE *out, const struct distribution *d)
{
    bool differ = false;

    for (size_t i = 1; d->kind == DIST_DISCRETE && i < d->n_value; i++)
        differ = differ || d->weight[i] != d->weight[0];
    for (size_t i = 0; differ && i < d->n_value; i++) {
        fputs(i ? ", " : ", weights ", out);
        put_number(out, d->weight[i]);
    }
}

static void list_numbers(struct facts *f, const struct scenario *s)
{
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        char form[DIST_MAX_VALUE * TEXT_NUMBER + 200];
        if (p->is_implied)
            continue;
        distribution_format(&p->distribution, sizeof form, form);
        fputs(form, f->out);
        put_weights(f->out, &p->distribution);
        add(f, FACT_NUMBER, "%s", p->path);
    }
}

enum error_code facts_init(struct facts *f, const struct scenario *s, struct error *err)
{
    *f = (struct facts){ .err = err };
    f->out = open_memstream(&f->text, &f->size);
    if (!f->out)
        return no_memory(f);
    list_head(f, s);
    list_issues(f, s);
    for (size_t p = 0; p < s->n_party; p++)
        list_party(f, s, &s->party[p]);
    list_agreement(f, s);
    list_phases(f, s);
    for (size_t i = 0; i < s->n_proposal; i++)
        list_proposal(f, s, &s->proposal[i]);
    list_correlations(f, s);
    list_numbers(f, s);
    return err->code;
}

void facts_release(struct facts *f)
{
    if (f->out)
        fclose(f->out);
    free(f->text);
    free(f->fact);
    arena_release(&f->arena);
    *f = (struct facts){ .n = 0 };
}

const struct fact *facts_find(const struct facts *f, enum fact_kind kind, const char *path)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->fact[i].kind == kind && strcmp(f->fact[i].path, path) == 0)
            return &f->fact[i];
    return NULL;
}

/* An owner's path and a point begin the path of what it owns. */
bool facts_lack_owner(const struct facts *f, const struct facts *other, const struct fact *fact)
{
    for (size_t i = 0; i < f->n; i++) {
        const struct fact *owner = &f->fact[i];
        const size_t n = strlen(owner->path);
        if (owner->kind != FACT_PARTY && owner->kind != FACT_BODY && owner->kind != FACT_ISSUE &&
            owner->kind != FACT_PROPOSAL && owner->kind != FACT_PHASE &&
            owner->kind != FACT_RED_LINE)
            continue;
        if (strncmp(owner->path, fact->path, n) == 0 && fact->path[n] == '.' &&
            !facts_find(other, owner->kind, owner->path))
            return true;
    }
    return false;
}
