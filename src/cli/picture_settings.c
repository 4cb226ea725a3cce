/* picture_settings.c - what gnuplot's scripts are told of a folder of results */
#include "picture_settings.h"

#include "csv.h"
#include "folder.h"
#include "manifest.h"
#include "names.h"
#include "picture_titles.h"
#include "plan.h"

#include <stdio.h>
#include <string.h>

enum { MAX_COLUMN = 200, MAX_NAME = CSV_MAX_NAME };

/* Issues and parties are read from the header of this file: issues stand after the column
 * `package`, then come the parties' columns, which begin so. */
enum kind { RUN, TALKS, KIND_COUNT };
static const struct {
    const char *file, *party;
} kinds[KIND_COUNT] = { { "packages.csv", "accept_" }, { "talks.csv", "surplus_" } };

struct headings {
    size_t n_issue, n_party;
    char issue[MAX_COLUMN][MAX_NAME], party[MAX_COLUMN][MAX_NAME];
};

enum error_code picture_no_results(const char *dir, struct error *err)
{
    return error_set(err, ERR_IO, "'%s' holds no results of negosim", dir);
}

/* Whether a text may stand in gnuplot code as it is. */
static bool is_name(const char *text)
{
    return text[0] && !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_")];
}

static enum error_code read_headings(const char *dir, enum kind kind, struct headings *h,
                                     struct error *err)
{
    const char *party = kinds[kind].party;
    char path[SITE_MAX_PATH + 32], name[MAX_COLUMN][MAX_NAME];
    size_t i = 0;

    snprintf(path, sizeof path, "%s/%s", dir, kinds[kind].file);
    size_t n = csv_names(path, MAX_COLUMN, name);
    *h = (struct headings){ .n_issue = 0 };
    while (i < n && strcmp(name[i], "package") != 0)
        i++;
    for (i++; i < n && strncmp(name[i], party, strlen(party)) != 0; i++)
        memcpy(h->issue[h->n_issue++], name[i], MAX_NAME);
    for (;
         i < n && strncmp(name[i], party, strlen(party)) == 0 && strcmp(name[i], "accept_all") != 0;
         i++)
        memcpy(h->party[h->n_party++], name[i] + strlen(party), MAX_NAME - strlen(party));
    for (i = 0; i < n; i++)
        if (!is_name(name[i]))
            h->n_issue = 0; /* not a file of ours: names go into gnuplot code */
    return h->n_issue == 0 || h->n_party == 0 ? picture_no_results(dir, err) : OK;
}

static bool has_issue(const struct headings *h, const char *name)
{
    for (size_t i = 0; i < h->n_issue; i++)
        if (strcmp(h->issue[i], name) == 0)
            return true;
    return false;
}

static enum error_code check_axis(const struct headings *h, const char *name, struct error *err)
{
    const char *known[MAX_COLUMN];
    char hint[300];

    if (has_issue(h, name))
        return OK;
    for (size_t i = 0; i < h->n_issue; i++)
        known[i] = h->issue[i];
    name_hint(h->n_issue, known, sizeof *known, name, sizeof hint, hint);
    return error_set(err, ERR_USAGE, "--axes: no issue '%s'%s", name, hint);
}

/* Writes gnuplot code: AXES = 'a b'; '' lets the script choose. */
static enum error_code axes_setting(const struct headings *h, const char *axes, size_t size,
                                    char code[size], struct error *err)
{
    char a[MAX_NAME], b[MAX_NAME];
    size_t comma = axes ? strcspn(axes, ",") : 0;

    snprintf(code, size, "AXES = ''; ");
    if (!axes)
        return OK;
    if (axes[comma] != ',' || comma >= MAX_NAME)
        return error_set(err, ERR_USAGE, "--axes is '%s', expected two issues: A,B", axes);
    snprintf(a, sizeof a, "%.*s", (int)comma, axes);
    snprintf(b, sizeof b, "%s", axes + comma + 1);
    if (check_axis(h, a, err) != OK || check_axis(h, b, err) != OK)
        return err->code;
    if (strcmp(a, b) == 0)
        return error_set(err, ERR_USAGE, "--axes needs two different issues");
    snprintf(code, size, "AXES = '%s %s'; ", a, b);
    return OK;
}

/* NAME = 'word word ...'; returns how much of `out` is used, at most all. */
static size_t word_list(size_t size, char out[size], const char *name, size_t n,
                        const char word[][MAX_NAME])
{
    size_t used = (size_t)snprintf(out, size, "%s = '", name);

    for (size_t i = 0; i < n && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? " " : "", word[i]);
    if (used < size)
        used += (size_t)snprintf(out + used, size - used, "'; ");
    return used < size ? used : size;
}

/* Stands between titles.  No title has one: the loader removes it (tidy.h). */
#define BETWEEN "\t"

/* NAME = 'title\ttitle\t...': of each word its title in the manifest, or the word itself. */
static size_t title_list(size_t size, char out[size], const char *name, const char *kind,
                         const json_t *manifest, size_t n, const char word[][MAX_NAME])
{
    size_t used = (size_t)snprintf(out, size, "%s = '", name);

    for (size_t i = 0; i < n && used < size; i++) {
        char key[MAX_NAME + 32], quoted[800];
        snprintf(key, sizeof key, "title.%s.%s", kind, word[i]);
        const char *title = manifest_text(manifest, key);
        picture_quote_title(title ? title : word[i], sizeof quoted, quoted);
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? BETWEEN : "", quoted);
    }
    if (used < size)
        used += (size_t)snprintf(out + used, size - used, "'; ");
    return used < size ? used : size;
}

/* The title, and the settings that were changed, in gnuplot's quotes. */
static void quote_title(const json_t *manifest, size_t size, char quoted[size])
{
    const char *title = manifest_text(manifest, "title"), *set = manifest_text(manifest, "set");
    char whole[900];

    snprintf(whole, sizeof whole, "%.599s%s%.299s", title ? title : "", set ? ", with " : "",
             set ? set : "");
    picture_quote(whole, size, quoted);
}

/* Writes, as gnuplot code, all that the scripts for runs and talks are told. */
static void write_settings(const struct headings *h, const json_t *manifest, const char *axes,
                           size_t size, char settings[size])
{
    char quoted[1800];
    size_t used =
        word_list(size, settings, "PARTIES", h->n_party, (const char(*)[MAX_NAME])h->party);

    quote_title(manifest, sizeof quoted, quoted);
    used += word_list(size - used, settings + used, "ISSUES", h->n_issue,
                      (const char(*)[MAX_NAME])h->issue);
    used += title_list(size - used, settings + used, "PARTY_TITLES", "party", manifest, h->n_party,
                       (const char(*)[MAX_NAME])h->party);
    used += title_list(size - used, settings + used, "ISSUE_TITLES", "issue", manifest, h->n_issue,
                       (const char(*)[MAX_NAME])h->issue);
    snprintf(settings + used, size - used, "%sTITLE = '%s'; ", axes, quoted);
}

/* The path of a lever that is an issue begins with this. */
static const char issues[] = "issues.";

/* Writes ISSUES and ISSUE_TITLES for the levers that are issues.  Cuts `levers` into pieces. */
static void issue_titles(const json_t *manifest, char *levers, size_t size, char settings[size])
{
    char name[PLAN_MAX_LEVER][MAX_NAME];
    size_t n = 0;

    for (char *one; (one = strtok_r(levers, " ", &levers)) && n < PLAN_MAX_LEVER;)
        if (strncmp(one, issues, strlen(issues)) == 0 && !strchr(one + strlen(issues), '.'))
            snprintf(name[n++], MAX_NAME, "%s", one + strlen(issues));
    size_t used = word_list(size, settings, "ISSUES", n, (const char(*)[MAX_NAME])name);
    title_list(size - used, settings + used, "ISSUE_TITLES", "issue", manifest, n,
               (const char(*)[MAX_NAME])name);
}

/* The lever that is called `name`, or "issues.name": its path among `levers`, or NULL. */
static const char *lever_called(const char *levers, const char *name, size_t n)
{
    const size_t prefix = strlen(issues);

    for (const char *at = levers; *at; at += strcspn(at, " ") + (at[strcspn(at, " ")] == ' ')) {
        const size_t length = strcspn(at, " ");
        if (length == n && strncmp(at, name, n) == 0)
            return at;
        if (length == n + prefix && strncmp(at, issues, prefix) == 0 &&
            strncmp(at + prefix, name, n) == 0)
            return at;
    }
    return NULL;
}

/* Writes the paths of the levers that --axes names, with a blank between; "" without axes. */
static enum error_code chosen_levers(const char *levers, const char *axes, size_t size,
                                     char out[size], struct error *err)
{
    const char *found[2] = { NULL, NULL };
    size_t n = 0, used = 0;

    out[0] = '\0';
    for (const char *at = axes; at && *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',')) {
        const char *lever = lever_called(levers, at, strcspn(at, ","));
        if (n == COUNT_OF(found) || !lever || lever == found[0])
            return error_set(err, ERR_USAGE,
                             "--axes is '%s', expected one or two of the sweep's levers: %s", axes,
                             levers);
        found[n++] = lever;
        used += (size_t)snprintf(out + used, size - used, "%s%.*s", used ? " " : "",
                                 (int)strcspn(lever, " "), lever);
        used = used < size ? used : size - 1;
    }
    return OK;
}

enum error_code picture_check_axes(const char *levers, const char *axes, struct error *err)
{
    char chosen[3 * MAX_NAME];
    return chosen_levers(levers, axes, sizeof chosen, chosen, err);
}

/* Letters of a list of levers or of their values.  None of them means anything inside the single
 * quotes of gnuplot or of a shell, to which sweep.gp hands them. */
#define LISTED "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.,:=+-\" "

static enum error_code no_sweep(const char *dir, struct error *err)
{
    return error_set(err, ERR_IO, "'%s' holds no results of negosim sweep", dir);
}

/* Writes, as gnuplot code, all that sweep.gp is told. */
static enum error_code sweep_settings(const char *dir, const json_t *manifest, const char *axes,
                                      size_t size, char settings[size], struct error *err)
{
    const char *all = manifest_text(manifest, "sweep.levers");
    const char *points = manifest_text(manifest, "sweep.points");
    const char *title = manifest_text(manifest, "title");
    char levers[PLAN_LEVERS], chosen[3 * MAX_NAME], design[400], quoted[1200];

    if (!all || !points)
        return no_sweep(dir, err);
    snprintf(levers, sizeof levers, "%s", all);
    snprintf(design, sizeof design, "%s", points);
    char *lists = design + strspn(design, "abcdefghijklmnopqrstuvwxyz");
    if (levers[strspn(levers, LISTED)] || *lists != ' ') /* not a manifest of ours */
        return no_sweep(dir, err);
    if (chosen_levers(levers, axes, sizeof chosen, chosen, err) != OK)
        return err->code;
    picture_quote(title ? title : "", sizeof quoted, quoted);
    *lists++ = '\0';
    const bool is_safe = lists[strspn(lists, LISTED)] == '\0'; /* for a shell, in quotes */
    size_t used = (size_t)snprintf(settings, size,
                                   "PARTIES = ''; LEVERS = '%s'; AXES = '%s'; KIND = '%s'; "
                                   "POINTS = '%s'; TITLE = '%s'; ",
                                   levers, chosen, design, is_safe ? lists : "", quoted);
    issue_titles(manifest, levers, size - used, settings + used);
    return OK;
}

static enum error_code run_settings(const char *dir, const json_t *manifest, const char *asked,
                                    size_t size, char settings[size], struct error *err)
{
    const enum kind kind = manifest_has_table(manifest, kinds[TALKS].file) ? TALKS : RUN;
    char axes[3 * MAX_NAME];
    struct headings h;

    if (kind == TALKS && asked)
        return error_set(err, ERR_USAGE, "talks have no map: leave --axes out");
    if (read_headings(dir, kind, &h, err) != OK ||
        axes_setting(&h, asked, sizeof axes, axes, err) != OK)
        return err->code;
    write_settings(&h, manifest, axes, size, settings);
    return OK;
}

/* The names that the manifest has titles of, under keys that begin with `prefix`; how many. */
static size_t titled_names(const json_t *manifest, const char *prefix,
                           char name[static MAX_COLUMN][MAX_NAME])
{
    const char *key;
    json_t *title;
    size_t n = 0;

    json_object_foreach((json_t *)manifest, key, title)
    {
        if (n < MAX_COLUMN && strncmp(key, prefix, strlen(prefix)) == 0 &&
            strlen(key + strlen(prefix)) < MAX_NAME && is_name(key + strlen(prefix)))
            snprintf(name[n++], MAX_NAME, "%s", key + strlen(prefix));
    }
    return n;
}

/* Of results whose files do not name parties and issues in their headings: the manifest does, but
 * for a comparison, whose picture has the names of its table. */
static enum error_code plain_settings(const char *dir, const json_t *manifest, const char *axes,
                                      size_t size, char settings[size], struct error *err)
{
    struct headings h;

    h.n_party = titled_names(manifest, "title.party.", h.party);
    h.n_issue = titled_names(manifest, "title.issue.", h.issue);
    if (h.n_party == 0 && !manifest_has_table(manifest, "differences.csv"))
        return picture_no_results(dir, err);
    if (axes)
        return error_set(err, ERR_USAGE, "these results have no map: leave --axes out");
    write_settings(&h, manifest, "AXES = ''; ", size, settings);
    return OK;
}

/* What the manifest and the headings of tables say. */
static enum error_code own_settings(const char *dir, const json_t *manifest, const char *axes,
                                    size_t size, char settings[size], struct error *err)
{
    if (manifest_text(manifest, "sweep.levers"))
        return sweep_settings(dir, manifest, axes, size, settings, err);
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (manifest_has_table(manifest, kinds[i].file))
            return run_settings(dir, manifest, axes, size, settings, err);
    return plain_settings(dir, manifest, axes, size, settings, err);
}

enum error_code picture_settings(const char *dir, const json_t *manifest, const char *axes,
                                 size_t size, char settings[size], struct error *err)
{
    if (own_settings(dir, manifest, axes, size, settings, err) != OK)
        return err->code;
    picture_titles(dir, size, settings);
    return OK;
}
