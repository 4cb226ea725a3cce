/* sweep_identity.c - what makes a sweep the same sweep, for checkpoints and for merge */
#include "sweep_identity.h"

#include "manifest.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *key, *meaning;
} known[SWEEP_FACTS] = {
#define X(upper, lower, meaning) { #lower, meaning },
    FACT_LIST(X)
#undef X
};

void sweep_identity_moved(struct sweep_identity *facts)
{
    for (size_t i = 0; i < SWEEP_FACTS; i++)
        facts->fact[i] = (struct identity){ known[i].key, facts->text[i], known[i].meaning };
}

/* The names of all columns in short: how many, and a hash.  Each is hashed with its zero, so that
 * "ab" and "c" are not "a" and "bc". */
static void write_columns(const struct table *t, char out[static SWEEP_FACT_TEXT])
{
    uint64_t hash = TEXT_HASH_START;

    for (size_t i = 0; i < t->n_column; i++)
        hash = text_hash(hash, t->column[i].name, strlen(t->column[i].name) + 1);
    snprintf(out, SWEEP_FACT_TEXT, "%zu columns, fnv1a64:%016" PRIx64, t->n_column, hash);
}

enum error_code sweep_identity_make(struct sweep_identity *facts, struct plan *plan,
                                    const struct sweep *sweep, uint64_t part, uint64_t parts,
                                    struct error *err)
{
    const struct scenario *s = plan->scenario;
    const char *points = plan_text(plan);
    char(*text)[SWEEP_FACT_TEXT] = facts->text;

    if (!points)
        return error_set(err, ERR_MEMORY, "not enough memory for a sweep");
    snprintf(text[FACT_VERSION], SWEEP_FACT_TEXT, "%s", NEGOSIM_VERSION);
    snprintf(text[FACT_BUILD], SWEEP_FACT_TEXT, "%s", manifest_build);
    snprintf(text[FACT_SCENARIO], SWEEP_FACT_TEXT, "%s", s->name);
    snprintf(text[FACT_TEXT_HASH], SWEEP_FACT_TEXT, "fnv1a64:%016" PRIx64, s->text_hash);
    snprintf(text[FACT_SEED], SWEEP_FACT_TEXT, "%" PRIu64, s->seed);
    snprintf(text[FACT_DRAWS], SWEEP_FACT_TEXT, "%" PRIu64, s->draws);
    snprintf(text[FACT_POINTS], SWEEP_FACT_TEXT, "%s", points);
    write_columns(&sweep->sheet.table, text[FACT_COLUMNS]);
    snprintf(text[FACT_SHARD], SWEEP_FACT_TEXT, "%" PRIu64 "/%" PRIu64, part + 1, parts);
    sweep_identity_moved(facts);
    return OK;
}

/* A manifest without a build is of version 0.3.0 or older; the other facts are always there. */
bool sweep_identity_read(struct sweep_identity *facts, const json_t *manifest)
{
    char key[80];

    for (size_t i = 0; i < SWEEP_FACTS; i++) {
        snprintf(key, sizeof key, "sweep.%s", known[i].key);
        const char *text = manifest_text(manifest, key);
        if (!text && i != FACT_BUILD)
            return false;
        snprintf(facts->text[i], SWEEP_FACT_TEXT, "%s", text ? text : "unknown");
    }
    sweep_identity_moved(facts);
    return true;
}

enum sweep_fact sweep_identity_differ(const struct sweep_identity *a,
                                      const struct sweep_identity *b)
{
    size_t i = 0;

    while (i < SWEEP_FACTS && strcmp(a->text[i], b->text[i]) == 0)
        i++;
    return (enum sweep_fact)i;
}
