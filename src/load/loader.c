/* loader.c - from a scenario file to a scenario */
#include "loader.h"

#include "document.h"
#include "number.h"
#include "places.h"
#include "read_agreement.h"
#include "read_ban.h"
#include "read_extension.h"
#include "read_holding.h"
#include "read_issue.h"
#include "read_party.h"
#include "read_phase.h"
#include "read_proposal.h"
#include "read_record.h"
#include "read_rule.h"
#include "read_sweep.h"
#include "read_talks.h"
#include "read_top.h"
#include "reference.h"
#include "tidy.h"

#include <stdlib.h>
#include <string.h>

/* Each part names things of the parts before it: all cite texts; parties weigh issues, perform in
 * phases and answer proposals; talks put proposals forward; correlations name numbers of any part.
 */
static void read_all(struct reader *r, const config_setting_t *root)
{
    struct top_draft top = { .scenario = NULL };

    field_read(r, root, &top_schema, &top);
    if (top.texts)
        read_texts(r, top.texts);
    if (top.scenario)
        read_header(r, top.scenario);
    read_run(r, top.run);
    if (top.sweep)
        read_sweep(r, top.sweep);
    if (!top.issues || !top.parties)
        return;
    if (r->out_of_memory)
        return;
    size_t before = r->n_complaint; /* from here on: a bad header does not hide bad issues */
    read_issues(r, top.issues, top.vocabulary);
    if (r->n_complaint == before)
        read_holdings(r);
    if (r->n_complaint > before)
        return; /* the rest would only repeat it */
    read_rules(r, top.rules, top.issues);
    if (r->n_complaint > before)
        return;
    if (top.forbidden)
        read_bans(r, top.forbidden);
    if (!r->out_of_memory)
        read_parties(r, top.parties);
    if (r->n_complaint > before)
        return;
    if (top.agreement)
        read_agreement(r, top.agreement);
    read_phases(r, top.phases);
    if (r->out_of_memory)
        return;
    read_extension(r, top.extension, top.parties);
    if (top.proposals)
        read_proposals(r, top.proposals);
    read_record(r, top.record);
    read_outcome(r, top.outcome);
    if (top.talks && !r->out_of_memory)
        read_talks(r, top.talks);
    if (top.correlations && !r->out_of_memory)
        read_correlations(r, top.correlations);
}

/* Parameters grow by realloc, which an arena does not have; at the end they join the rest there. */
static void keep_parameters(struct reader *r)
{
    struct scenario *s = r->scenario;

    s->parameter = reader_alloc(r, s->n_parameter, sizeof *s->parameter);
    if (s->parameter && s->n_parameter)
        memcpy(s->parameter, r->parameter, s->n_parameter * sizeof *s->parameter);
    if (s->parameter && r->n_complaint == 0)
        places_give(r);
    free(r->parameter);
}

static enum error_code read_document(struct scenario *s, const struct document *d,
                                     struct problems *problems, struct error *err)
{
    struct reader r = { .document = d, .scenario = s, .problems = problems, .number = number_read };

    s->text_hash = d->text_hash;
    tidy_texts(&r, config_root_setting(&d->config));
    if (!r.out_of_memory)
        read_all(&r, config_root_setting(&d->config));
    keep_parameters(&r);
    if (r.out_of_memory)
        return error_set(err, ERR_MEMORY, "not enough memory for '%s'", d->manuscript->name);
    problems_sort(problems);
    return problems->n > 0 ? ERR_SCENARIO : OK;
}

/* The reading ended before its readers began: a scenario error is then the only problem. */
static enum error_code refuse(enum error_code code, struct problems *problems, struct error *err)
{
    if (code == ERR_SCENARIO)
        problems_add(problems, err);
    return code;
}

enum error_code scenario_load_manuscript(struct scenario *s, const struct manuscript *m,
                                         size_t n_set, const char *const set[],
                                         struct problems *problems, struct error *err)
{
    struct document d;
    enum error_code code = document_open(&d, m, n_set, set, reference_is_group, err);

    *problems = (struct problems){ .n = 0 };
    /* NONE, since 0 is the first issue. */
    *s = (struct scenario){ .lasts_issue = NONE,
                            .guarantee = { .issue = NONE },
                            .answering = { NONE, NONE } };
    code = code == OK ? read_document(s, &d, problems, err) : refuse(code, problems, err);
    if (code != OK)
        scenario_release(s);
    document_close(&d);
    return code;
}

/* Loads a manuscript and releases it; `code` says how reading it ended. */
static enum error_code load_once(struct scenario *s, struct manuscript *m, enum error_code code,
                                 size_t n_set, const char *const set[], struct problems *problems,
                                 struct error *err)
{
    *s = (struct scenario){ 0 };
    if (code == OK)
        code = scenario_load_manuscript(s, m, n_set, set, problems, err);
    manuscript_release(m);
    return code;
}

enum error_code scenario_read_manuscript(struct manuscript *m, const char *path,
                                         struct problems *problems, struct error *err)
{
    *problems = (struct problems){ .n = 0 };
    return refuse(manuscript_read(m, path, err), problems, err);
}

enum error_code scenario_load(struct scenario *s, const char *path, size_t n_set,
                              const char *const set[], struct problems *problems, struct error *err)
{
    struct manuscript m;
    enum error_code code = scenario_read_manuscript(&m, path, problems, err);

    return load_once(s, &m, code, n_set, set, problems, err);
}

enum error_code scenario_parse(struct scenario *s, const char *name, const char *text, size_t n,
                               struct problems *problems, struct error *err)
{
    return scenario_parse_with(s, name, text, n, 0, NULL, problems, err);
}

enum error_code scenario_parse_with(struct scenario *s, const char *name, const char *text,
                                    size_t n, size_t n_set, const char *const set[],
                                    struct problems *problems, struct error *err)
{
    struct manuscript m;

    *problems = (struct problems){ .n = 0 };
    enum error_code code = refuse(manuscript_take(&m, name, text, n, err), problems, err);
    return load_once(s, &m, code, n_set, set, problems, err);
}
