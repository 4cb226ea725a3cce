/* changes.c - what differs between two scenarios: changes.csv */
#include "changes.h"

#include <math.h>
#include <string.h>

#define COLUMNS(X)                                                                            \
    X(ONE, kind, FACT_KIND, always, "",                                                       \
      "what differs: as_of, draws, seed, issue (its levels on the table), forbidden, rule, "  \
      "party, value (the kind of a function), red_line, interaction, body, phase, proposal, " \
      "term, answer, correlation, number (its distribution)")                                 \
    X(ONE, path, NUMBER_PATH, always, "", "its path; of what is forbidden the combination")   \
    X(ONE, in_a, TEXT_A, always, "", "what A has there; empty where it is in B only")         \
    X(ONE, in_b, TEXT_B, always, "", "what B has there; empty where it is in A only")
TABLE(changes_table, "changes.csv", always,
      "One row for each difference between the scenarios A and B, with the settings of --set. What "
      "is in one of them only, as a party or a proposal, has one row, and its parts have none. "
      "Titles, notes and sources are not compared, nor are the talks but for their numbers.");

static void find_of_kind(struct changes *c, enum fact_kind kind, const struct facts *a,
                         const struct facts *b)
{
    for (size_t i = 0; i < a->n; i++) {
        const struct fact *fact = &a->fact[i];
        const struct fact *other = fact->kind == kind ? facts_find(b, kind, fact->path) : NULL;
        if (fact->kind != kind || (other && strcmp(other->text, fact->text) == 0) ||
            (!other && facts_lack_owner(a, b, fact)))
            continue;
        c->edit[c->n++] = (struct edit){ kind, fact->path, fact->text, other ? other->text : NULL };
    }
    for (size_t i = 0; i < b->n; i++) {
        const struct fact *fact = &b->fact[i];
        if (fact->kind == kind && !facts_find(a, kind, fact->path) && !facts_lack_owner(b, a, fact))
            c->edit[c->n++] = (struct edit){ kind, fact->path, NULL, fact->text };
    }
}

static enum error_code make_sheet(struct changes *c, struct error *err)
{
    const char **path = scope_label(&c->scope, LABEL_NUMBER_PATH, c->n, err);
    const char **in_a = scope_label(&c->scope, LABEL_TEXT_A, c->n, err);
    const char **in_b = scope_label(&c->scope, LABEL_TEXT_B, c->n, err);

    c->scope.label[LABEL_FACT_KIND] = (struct labels){ FACT_KINDS, fact_kind_names };
    if (err->code != OK || sheet_open(&c->sheet, &changes_table, &c->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < c->n; i++) {
        const struct edit *edit = &c->edit[i];
        const double at = (double)i;
        path[i] = edit->path;
        in_a[i] = edit->in_a;
        in_b[i] = edit->in_b;
        if (sheet_add(&c->sheet,
                      &(struct row){ edit->kind, at, edit->in_a ? at : NAN, edit->in_b ? at : NAN },
                      err) != OK)
            return err->code;
    }
    return OK;
}

enum error_code changes_init(struct changes *c, const struct facts *a, const struct facts *b,
                             struct error *err)
{
    *c = (struct changes){ .n = 0 };
    c->edit = arena_alloc(&c->scope.arena, a->n + b->n, sizeof *c->edit);
    if (!c->edit)
        return error_set(err, ERR_MEMORY, "not enough memory to compare scenarios");
    for (int kind = 0; kind < FACT_KINDS; kind++)
        find_of_kind(c, (enum fact_kind)kind, a, b);
    return make_sheet(c, err);
}

void changes_release(struct changes *c)
{
    sheet_release(&c->sheet);
    scope_release(&c->scope);
}
