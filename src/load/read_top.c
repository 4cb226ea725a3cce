/* read_top.c - which groups a file has, and the short ones: header, texts, run, correlations */
#include "read_top.h"

#include "date.h"
#include "draw.h"
#include "names.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* clang-format off */
#define TOP(member, need, looks, meaning) \
    { #member, FIELD_SETTING, need, offsetof(struct top_draft, member), 0, 0, looks, meaning }
/* clang-format on */
static const struct field top_fields[] = {
    TOP(scenario, REQUIRED, "{ ... }", "what it is called"),
    TOP(texts, OPTIONAL, "( { ... }, ... )", "the texts that may be cited"),
    TOP(vocabulary, OPTIONAL, "( { ... }, ... )", "issues as a family of scenarios knows them"),
    TOP(issues, REQUIRED, "( { ... }, ... )", "the terms on the table"),
    TOP(forbidden, OPTIONAL, "( { ISSUE = level; ISSUE = level; }, ... )",
        "combinations of levels that are off the table; `note` says why"),
    TOP(rules, OPTIONAL, "( { ... }, ... )", "what levels of several issues must sum to"),
    TOP(parties, REQUIRED, "( { ... }, ... )", "whose acceptance is needed; 2 to 32"),
    TOP(agreement, OPTIONAL, "{ ... }", "whose acceptance is enough; none: everybody's is needed"),
    TOP(phases, OPTIONAL, "( { ... }, ... )", "when what is agreed is carried out; none: at once"),
    TOP(extension, OPTIONAL, "{ ... }", "how a deal that holds may go on, on the same terms"),
    TOP(correlations, OPTIONAL, "( { ... }, ... )", "parameters that go together"),
    TOP(proposals, OPTIONAL, "( { ... }, ... )", "packages from the record"),
    TOP(record, OPTIONAL, "{ ... }", "how far recorded answers may differ from the numbers"),
    TOP(outcome, OPTIONAL, "{ ISSUE = level; ... }", "what was agreed in the end"),
    TOP(talks, OPTIONAL, "{ ... }", "how they go in time"),
    TOP(run, OPTIONAL, "{ ... }", "how many draws, from which seed"),
    TOP(sweep, OPTIONAL, "{ ... }", "what `negosim sweep` varies"),
};
static_assert(MAX_PARTY == 32, "the row of parties says so");
const struct schema top_schema = { "a scenario file", "The groups of a file.", COUNT_OF(top_fields),
                                   top_fields };

struct header {
    const char *name, *title, *as_of, *group;
};
static const struct field header_fields[] = {
    { "name", FIELD_NAME, REQUIRED, offsetof(struct header, name), 0, 0, "name",
      "names the results folder" },
    { "title", FIELD_TEXT, OPTIONAL, offsetof(struct header, title), 0, 0, "text",
      "one line for summaries and pictures" },
    { "as_of", FIELD_TEXT, OPTIONAL, offsetof(struct header, as_of), 0, 0, "\"YYYY-MM-DD\"",
      "the day that it describes" },
    { "group", FIELD_NAME, OPTIONAL, offsetof(struct header, group), 0, 0, "name",
      "scenarios of one group, as of one negotiation, are resampled together in the intervals of "
      "`negosim backtest` and `infer` (each by itself)" },
    FIELD_REMARKS,
};
const struct schema header_schema = {
    "scenario",
    "What the scenario is called. Its `sources` or `assumption` answer for every number that no "
    "nearer group answers for; an empty one answers for nothing.",
    COUNT_OF(header_fields), header_fields
};

static const struct field text_fields[] = {
    { "id", FIELD_TEXT, REQUIRED, offsetof(struct citation, id), 0, 0, "text",
      "what `sources` call it" },
    { "title", FIELD_TEXT, OPTIONAL, offsetof(struct citation, title), 0, 0, "text",
      "author, title, date" },
    FIELD_REMARKS,
};
const struct schema text_schema = {
    "texts[]", "A source text. Where there are `texts`, `sources` may name no others.",
    COUNT_OF(text_fields), text_fields
};

/* A count is read as a double: a seed ends below 2^53. */
static const struct field run_fields[] = {
    { "draws", FIELD_COUNT, OPTIONAL, offsetof(struct scenario, draws), 1, 1e9, "draws",
      "possible worlds to sample (10000)" },
    { "seed", FIELD_COUNT, OPTIONAL, offsetof(struct scenario, seed), 0, 9e15, "",
      "of the random numbers (1)" },
    { "design", FIELD_CHOICE, OPTIONAL, offsetof(struct scenario, design), 0, 0, "design",
      "how `run` and `sweep` draw (plain); sobol takes a power of two of draws", DRAW_DESIGN_COUNT,
      draw_design_names },
};
const struct schema run_schema = { "run", "How the scenario is run, unless the command says.",
                                   COUNT_OF(run_fields), run_fields };

struct correlation_draft {
    const config_setting_t *between;
    double rho;
};
static const struct field correlation_fields[] = {
    { "between", FIELD_SETTING, REQUIRED, offsetof(struct correlation_draft, between), 0, 0,
      "(\"PATH\", \"PATH\")", "two uncertain parameters" },
    { "rho", FIELD_REAL, REQUIRED, offsetof(struct correlation_draft, rho), -0.999, 0.999, "",
      "correlation of their normal scores (Gaussian copula)" },
    FIELD_REMARKS,
};
const struct schema correlation_schema = { "correlations[]", "Two parameters that go together.",
                                           COUNT_OF(correlation_fields), correlation_fields };

void read_header(struct reader *r, const config_setting_t *group)
{
    struct header header = { "", NULL, "", "" };
    long day;

    field_read(r, group, &header_schema, &header);
    if (header.as_of[0] && !date_read(header.as_of, &day))
        complain(r, config_setting_get_member(group, "as_of"),
                 "'as_of' is \"%s\", expected a date: YYYY-MM-DD", header.as_of);
    r->scenario->name = header.name;
    r->scenario->title = header.title ? header.title : header.name;
    r->scenario->as_of = header.as_of;
    r->scenario->group = header.group[0] ? header.group : header.name;
}

void read_texts(struct reader *r, const config_setting_t *list)
{
    struct scenario *s = r->scenario;

    if (!field_is_list(r, list, "texts"))
        return;
    size_t n = (size_t)config_setting_length(list);
    struct citation *citation = reader_alloc(r, n, sizeof *citation);
    for (size_t i = 0; citation && i < n; i++) {
        citation[i] = (struct citation){ "", "" };
        field_read(r, config_setting_get_elem(list, (unsigned)i), &text_schema, &citation[i]);
        for (size_t k = 0; k < i; k++)
            if (strcmp(citation[k].id, citation[i].id) == 0 && citation[i].id[0])
                complain(r, config_setting_get_elem(list, (unsigned)i), "text '%s' is there twice",
                         citation[i].id);
    }
    s->citation = citation;
    s->n_citation = citation ? n : 0;
}

void read_run(struct reader *r, const config_setting_t *group)
{
    r->scenario->draws = 10000;
    r->scenario->seed = 1;
    if (group)
        field_read(r, group, &run_schema, r->scenario);
}

/* Whether --set has put the number there: then its doubt is gone on purpose. */
static bool is_fixed_from_outside(const struct parameter *p)
{
    return p->line == LINE_OF_SETTING;
}

/* The uncertain parameter at a path, or NONE after a complaint.  One that --set has fixed keeps its
 * place in the copula, so that the draws of the others stay as they were. */
static size_t find_parameter(struct reader *r, const config_setting_t *s)
{
    const char *path = config_setting_get_string(s);
    const size_t n = r->scenario->n_parameter;

    if (!path) {
        complain(r, s, "'between' must be two paths in quotes");
        return NONE;
    }
    for (size_t i = 0; i < n; i++) {
        if (strcmp(r->parameter[i].path, path) != 0)
            continue;
        if (!parameter_is_uncertain(&r->parameter[i])) {
            if (!is_fixed_from_outside(&r->parameter[i])) {
                complain(r, s, "'%s' is a plain number: nothing to correlate", path);
                return NONE;
            }
            r->parameter[i].distribution = distribution_certain(r->parameter[i].distribution.mean);
        }
        return i;
    }
    const char *near = name_nearest(n, r->parameter, sizeof *r->parameter, path);
    complain(r, s, "no parameter has the path '%s'%s%s%s", path, near ? "; did you mean '" : "",
             near ? near : "", near ? "'?" : "");
    return NONE;
}

/* The place of a parameter in the copula; it joins at the end when it is new. */
static size_t join(struct scenario *s, size_t *n, size_t parameter)
{
    for (size_t i = 0; i < *n; i++)
        if (s->correlated[i] == parameter)
            return i;
    s->correlated[*n] = parameter;
    return (*n)++;
}

static bool is_joined(const struct scenario *s, size_t n, size_t parameter)
{
    for (size_t i = 0; i < n; i++)
        if (s->correlated[i] == parameter)
            return true;
    return false;
}

static void read_correlation(struct reader *r, const config_setting_t *at, size_t *n,
                             double rho[MAX_CORRELATED][MAX_CORRELATED])
{
    struct correlation_draft draft = { NULL, 0 };

    field_read(r, at, &correlation_schema, &draft);
    if (!draft.between || !field_is_list(r, draft.between, "two paths"))
        return;
    if (config_setting_length(draft.between) != 2) {
        complain(r, draft.between, "'between' needs two paths");
        return;
    }
    const size_t a = find_parameter(r, config_setting_get_elem(draft.between, 0));
    const size_t b = find_parameter(r, config_setting_get_elem(draft.between, 1));
    if (a == NONE || b == NONE)
        return;
    const size_t n_new = !is_joined(r->scenario, *n, a) + !is_joined(r->scenario, *n, b);
    if (a == b || *n + n_new > MAX_CORRELATED) {
        complain(r, at,
                 a == b ? "a parameter cannot be correlated with itself"
                        : "more than %d correlated parameters",
                 MAX_CORRELATED);
        return;
    }
    size_t i = join(r->scenario, n, a), j = join(r->scenario, n, b);
    if (!isnan(rho[i][j]))
        complain(r, at, "the correlation of '%s' with '%s' is there twice", r->parameter[a].path,
                 r->parameter[b].path);
    rho[i][j] = rho[j][i] = draft.rho;
}

void read_correlations(struct reader *r, const config_setting_t *list)
{
    struct scenario *s = r->scenario;
    double rho[MAX_CORRELATED][MAX_CORRELATED], packed[MAX_CORRELATED * MAX_CORRELATED];
    struct error err = { 0 };
    size_t n = 0, clash[2] = { 0 };

    for (size_t i = 0; i < MAX_CORRELATED * MAX_CORRELATED; i++)
        rho[i / MAX_CORRELATED][i % MAX_CORRELATED] = NAN; /* not said: 0 in the end */
    s->correlated = reader_alloc(r, MAX_CORRELATED, sizeof *s->correlated);
    if (!s->correlated || !field_is_list(r, list, "groups"))
        return;
    for (int i = 0; i < config_setting_length(list); i++)
        read_correlation(r, config_setting_get_elem(list, (unsigned)i), &n, rho);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            packed[i * n + j] = i == j ? 1 : isnan(rho[i][j]) ? 0 : rho[i][j];
    if (n == 0 || copula_init(&s->copula, n, packed, clash, &err) == OK)
        return;
    if (err.code == ERR_MEMORY) {
        reader_lacks_memory(r);
        return;
    }
    complain(r, list, "%s (no such world exists): look at '%s' with '%s', rho %g", err.text,
             r->parameter[s->correlated[clash[0]]].path, r->parameter[s->correlated[clash[1]]].path,
             rho[clash[0]][clash[1]]);
}
