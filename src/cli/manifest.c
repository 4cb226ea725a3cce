/* manifest.c - how a folder of results came about */
#include "manifest.h"

#include "date.h"
#include "draw.h"
#include "listing.h"
#include "posterior.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* JSON holds UTF-8 only.  Other text, as the name of a folder may be, is written as messages show
 * it: its bytes as \xNN. */
static json_t *text_of(const char *text)
{
    char shown[8000];
    json_t *whole = json_string(text);

    return whole ? whole : json_string(text_shown(text, sizeof shown, shown));
}

static void set_text(json_t *object, const char *key, const char *value)
{
    json_object_set_new(object, key, text_of(value));
}

static void set_count(json_t *object, const char *key, uint64_t value)
{
    json_object_set_new(object, key, json_integer((json_int_t)value));
}

/* "set": "hamas.no_deal=0.1, issues.pause=28"; only where there was a --set. */
static void set_settings(json_t *m, const struct options *options)
{
    char text[1000] = "";
    size_t used = 0;

    for (size_t i = 0; i < options->n_set && used < sizeof text; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", i ? ", " : "",
                                 options->set[i]);
    if (options->n_set > 0)
        set_text(m, "set", text);
}

/* "settings": each --set as it was given, for a command that replays it. */
static void set_each_setting(json_t *m, const struct options *options)
{
    json_t *list = json_array();

    for (size_t i = 0; i < options->n_set; i++)
        json_array_append_new(list, text_of(options->set[i]));
    json_object_set_new(m, MANIFEST_SETTINGS, list);
}

/* "title.issue.pause": "Pause in the fighting (days)", for pictures. */
static void set_party_titles(json_t *m, size_t n, const struct party party[])
{
    char key[100];

    for (size_t p = 0; p < n; p++) {
        snprintf(key, sizeof key, "title.party.%s", party[p].name);
        set_text(m, key, party[p].title);
    }
}

static void set_issue_titles(json_t *m, const struct scenario *s)
{
    char key[100], title[400];

    for (size_t k = 0; k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        bool unit = !issue->is_named && issue->unit[0];
        snprintf(key, sizeof key, "title.issue.%s", issue->name);
        snprintf(title, sizeof title, "%s%s%s%s", issue->title, unit ? " (" : "",
                 unit ? issue->unit : "", unit ? ")" : "");
        set_text(m, key, title);
    }
}

/* The only members that differ between two runs of one command. */
static void set_times(json_t *m, double elapsed_s)
{
    char text[DATE_MOMENT];

    date_moment(text);
    set_text(m, "ended", text);
    json_object_set_new(m, "elapsed_s", json_real(elapsed_s));
}

static void set_rows(json_t *m, size_t n, const struct manifest_file file[])
{
    json_t *rows = json_object();

    for (size_t i = 0; i < n; i++)
        set_count(rows, file[i].name, file[i].rows);
    json_object_set_new(m, "rows", rows);
    json_object_set_new(m, LISTING_FILES, json_object());
}

/* one: the only scenario that it is about, or NULL. */
static void set_scenario(json_t *m, const struct options *options,
                         const struct manifest_about *about, const struct scenario *one)
{
    char hash[40];

    snprintf(hash, sizeof hash, "fnv1a64:%016" PRIx64, about->text_hash);
    set_text(m, "scenario", about->scenario);
    set_text(m, "title", about->title);
    set_text(m, "as_of", about->as_of);
    set_settings(m, options);
    set_each_setting(m, options);
    set_party_titles(m, about->n_party, about->party);
    if (one)
        set_issue_titles(m, one);
    set_text(m, "text_hash", hash);
    set_count(m, "seed", about->seed);
    set_count(m, "draws", about->draws);
    if (one && one->sobol)
        set_text(m, "design", draw_design_names[DRAWS_SOBOL].text);
    if (one)
        set_count(m, "packages", scenario_packages(one));
}

/* From the root on, so that the results may be drawn anew from any folder. */
static void set_posterior(json_t *m, const char *dir, const struct posterior *p)
{
    char *whole = realpath(dir, NULL), hash[40];

    snprintf(hash, sizeof hash, "fnv1a64:%016" PRIx64, p->hash);
    set_text(m, MANIFEST_POSTERIOR, whole ? whole : dir);
    set_text(m, MANIFEST_POSTERIOR_HASH, hash);
    free(whole);
}

static json_t *begin(const struct options *options)
{
    json_t *m = json_object();

    if (!m)
        return NULL;
    set_text(m, "program", "negosim");
    set_text(m, "version", NEGOSIM_VERSION);
    set_text(m, "build", manifest_build);
    set_text(m, "compiler", __VERSION__);
    set_text(m, "command", options->line);
    if (options->posterior && options->learned)
        set_posterior(m, options->posterior, options->learned);
    return m;
}

json_t *manifest_about(const struct options *options, const struct manifest_about *about, size_t n,
                       const struct manifest_file file[], double elapsed_s)
{
    json_t *m = begin(options);

    if (!m)
        return NULL;
    set_scenario(m, options, about, NULL);
    set_rows(m, n, file);
    set_times(m, elapsed_s);
    return m;
}

json_t *manifest_make(const struct options *options, const struct scenario *s, size_t n,
                      const struct manifest_file file[], size_t n_fact,
                      const struct manifest_fact fact[], double elapsed_s)
{
    const struct manifest_about about = { s->name, s->title, s->as_of,   s->text_hash,
                                          s->seed, s->draws, s->n_party, s->party };
    char key[80];
    json_t *m = begin(options);

    if (!m)
        return NULL;
    set_scenario(m, options, &about, s);
    set_rows(m, n, file);
    for (size_t i = 0; i < n_fact; i++) {
        snprintf(key, sizeof key, "sweep.%s", fact[i].key);
        set_text(m, key, fact[i].value);
    }
    set_times(m, elapsed_s);
    return m;
}

const char *manifest_text(const json_t *manifest, const char *key)
{
    return json_string_value(json_object_get(manifest, key));
}

bool manifest_has_table(const json_t *manifest, const char *name)
{
    return json_object_get(json_object_get(manifest, "rows"), name) != NULL;
}
