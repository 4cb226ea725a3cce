/* sweep_facts.c - what makes a sweep the same sweep, for checkpoints and for merge */
#include "sweep_facts.h"

#include "folder.h"
#include "manifest.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *const sweep_fact_keys[SWEEP_FACTS] = {
    "version", "scenario", "text_hash", "seed", "draws", "points", "columns", "shard",
};

const char *const sweep_fact_meanings[SWEEP_FACTS] = {
    "the version of negosim",
    "the scenario's name",
    "the text of the scenario or a --set",
    "the seed",
    "the number of draws",
    "the plan of points",
    "the choice of columns",
    "the number of shards",
};

/* The names of all columns in short: how many, and a hash of them. */
static void write_columns(const struct table *t, char out[static SWEEP_FACT_TEXT])
{
    uint64_t hash = TEXT_HASH_START;

    for (size_t i = 0; i < t->n_column; i++)
        hash = text_hash(hash, t->column[i].name, strlen(t->column[i].name) + 1);
    snprintf(out, SWEEP_FACT_TEXT, "%zu columns, fnv1a64:%016" PRIx64, t->n_column, hash);
}

enum error_code sweep_facts_make(struct sweep_facts *facts, struct plan *plan,
                                 const struct sweep *sweep, uint64_t part, uint64_t parts,
                                 struct error *err)
{
    const struct scenario *s = plan->scenario;
    const char *points = plan_text(plan);
    char(*text)[SWEEP_FACT_TEXT] = facts->text;

    if (!points)
        return error_set(err, ERR_MEMORY, "not enough memory for a sweep");
    snprintf(text[FACT_VERSION], SWEEP_FACT_TEXT, "%s", NEGOSIM_VERSION);
    snprintf(text[FACT_SCENARIO], SWEEP_FACT_TEXT, "%s", s->name);
    snprintf(text[FACT_TEXT_HASH], SWEEP_FACT_TEXT, "fnv1a64:%016" PRIx64, s->text_hash);
    snprintf(text[FACT_SEED], SWEEP_FACT_TEXT, "%" PRIu64, s->seed);
    snprintf(text[FACT_DRAWS], SWEEP_FACT_TEXT, "%" PRIu64, s->draws);
    snprintf(text[FACT_POINTS], SWEEP_FACT_TEXT, "%s", points);
    write_columns(&sweep->columns, text[FACT_COLUMNS]);
    snprintf(text[FACT_SHARD], SWEEP_FACT_TEXT, "%" PRIu64 "/%" PRIu64, part + 1, parts);
    for (size_t i = 0; i < SWEEP_FACTS; i++)
        facts->fact[i] = (struct identity){ sweep_fact_keys[i], text[i], sweep_fact_meanings[i] };
    return OK;
}

int sweep_facts_differ(const struct sweep_facts *facts, const char *dir,
                       char there[static SWEEP_FACT_TEXT])
{
    char key[80];

    for (int i = 0; i < SWEEP_FACTS; i++) {
        snprintf(key, sizeof key, "sweep.%s", sweep_fact_keys[i]);
        if (!manifest_text(dir, key, SWEEP_FACT_TEXT, there))
            return -1;
        if (strcmp(there, facts->fact[i].value) != 0)
            return i;
    }
    return SWEEP_FACTS;
}

bool sweep_facts_table_agrees(const char *dir)
{
    char path[FOLDER_MAX_PATH + 32], part[1 << 14], there[TEXT_NUMBER], want[TEXT_NUMBER];
    uint64_t hash = TEXT_HASH_START;
    size_t n;
    FILE *f;

    snprintf(path, sizeof path, "%s/" SWEEP_FILE, dir);
    f = manifest_text(dir, "sweep.hash", sizeof want, want) ? fopen(path, "r") : NULL;
    if (!f)
        return false;
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        hash = text_hash(hash, part, n);
    fclose(f);
    snprintf(there, sizeof there, "%016" PRIx64, hash);
    return strcmp(there, want) == 0;
}
