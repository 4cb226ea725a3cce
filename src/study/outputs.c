/* outputs.c - what a study asks of every draw */
#include "outputs.h"

#include "agreement.h"

#include <stdio.h>
#include <string.h>

const char *const output_kind_names[OUTPUT_KINDS] = {
#define X(upper, lower, help) #lower,
    OUTPUT_LIST(X)
#undef X
};

bool output_is_answer(const struct output *o)
{
    return o->kind != OUTPUT_COMPLETES && o->kind != OUTPUT_BREAKS && o->kind != OUTPUT_DAY;
}

static void list(struct outputs *o, enum output_kind kind, size_t proposal, size_t who)
{
    o->of[o->n++] = (struct output){ kind, proposal, who };
}

enum error_code outputs_list(struct outputs *o, const struct scenario *s,
                             const bool wants[METRIC_COUNT], bool phases, struct arena *arena,
                             struct error *err)
{
    *o = (struct outputs){ .n = 0 };
    memcpy(o->wants, wants, sizeof o->wants);
    o->of = arena_alloc(arena, 4 + s->n_proposal * (s->n_party + 2 + s->n_phase), sizeof *o->of);
    if (!o->of)
        return error_set(err, ERR_MEMORY, "not enough memory for a study");
    if (wants[METRIC_ZONE])
        list(o, OUTPUT_ZONE, NONE, NONE);
    if (wants[METRIC_BEST])
        list(o, OUTPUT_BEST, NONE, NONE);
    for (size_t i = 0; wants[METRIC_PROPOSALS] && i < s->n_proposal; i++)
        for (size_t k = 0; k <= s->n_party; k++) /* all first */
            list(o, OUTPUT_ACCEPTS, i, k == 0 ? s->n_party : k - 1);
    for (size_t i = 0; wants[METRIC_COMPLETES] && i < s->n_proposal; i++)
        list(o, OUTPUT_COMPLETES, i, NONE);
    for (size_t i = 0; wants[METRIC_COMPLETES] && phases && i < s->n_proposal; i++)
        for (size_t k = 0; k < s->n_phase; k++)
            list(o, OUTPUT_BREAKS, i, k);
    if (wants[METRIC_TALKS]) {
        list(o, OUTPUT_AGREEMENT, NONE, NONE);
        list(o, OUTPUT_DAY, NONE, NONE);
    }
    return OK;
}

void outputs_keep(struct outputs *o, size_t proposal)
{
    size_t n = 0;

    for (size_t i = 0; i < o->n; i++)
        if (o->of[i].proposal == proposal)
            o->of[n++] = o->of[i];
    o->n = n;
}

const char *output_words(const struct scenario *s, const struct output *o, bool as_answer,
                         char text[static OUTPUT_TEXT])
{
    static const char *const words[OUTPUT_KINDS] = {
        [OUTPUT_AGREEMENT] = "the talks end in agreement",
        [OUTPUT_DAY] = "the day on which the talks end",
    };

    switch (o->kind) {
    case OUTPUT_ZONE:
        snprintf(text, OUTPUT_TEXT, "some package %s", agreement_of_some(s));
        break;
    case OUTPUT_BEST:
        snprintf(text, OUTPUT_TEXT, "%s",
                 agreement_has_rule(s) ? "the package that passes most often passes"
                                       : "all accept the package accepted most often");
        break;
    case OUTPUT_ACCEPTS:
        if (o->who < s->n_party)
            snprintf(text, OUTPUT_TEXT, "%s accepts %s", s->party[o->who].title,
                     s->proposal[o->proposal].name);
        else
            snprintf(text, OUTPUT_TEXT, agreement_has_rule(s) ? "%s passes" : "all accept %s",
                     s->proposal[o->proposal].name);
        break;
    case OUTPUT_COMPLETES:
        snprintf(text, OUTPUT_TEXT,
                 as_answer ? "%s, once signed, is likelier carried out than not"
                           : "the chance that %s is carried out, once signed",
                 s->proposal[o->proposal].name);
        break;
    case OUTPUT_BREAKS:
        snprintf(text, OUTPUT_TEXT,
                 "%s is likelier to break down in phase %s, once there, than not",
                 s->proposal[o->proposal].name, s->phase[o->who].name);
        break;
    default:
        snprintf(text, OUTPUT_TEXT, "%s", words[o->kind]);
    }
    return text;
}
