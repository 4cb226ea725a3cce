/* manifest.c - how a folder of results came about */
#include "manifest.h"

#include "folder.h"
#include "json.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <time.h>

static void write_command(struct json *j, const struct request *request)
{
    char command[2000] = "negosim";
    size_t used = strlen(command);

    for (int i = 1; i < request->argc && used < sizeof command; i++)
        used += (size_t)snprintf(command + used, sizeof command - used, " %s", request->argv[i]);
    json_text(j, "command", command);
}

/* "set": "hamas.no_deal=0.1, issues.pause=28", where there was a --set. */
static void write_set(struct json *j, const struct request *request)
{
    char text[1000] = "";
    size_t used = 0;

    for (size_t i = 0; i < request->n_set && used < sizeof text; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", i ? ", " : "",
                                 request->set[i]);
    if (request->n_set > 0)
        json_text(j, "set", text);
}

/* "title.issue.pause": "Pause in the fighting (days)", for pictures. */
static void write_titles(struct json *j, const struct scenario *s)
{
    char key[100], title[400];

    for (size_t p = 0; p < s->n_party; p++) {
        snprintf(key, sizeof key, "title.party.%s", s->party[p].name);
        json_text(j, key, s->party[p].title);
    }
    for (size_t k = 0; k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        bool unit = !issue->is_named && issue->unit[0];
        snprintf(key, sizeof key, "title.issue.%s", issue->name);
        snprintf(title, sizeof title, "%s%s%s%s", issue->title, unit ? " (" : "",
                 unit ? issue->unit : "", unit ? ")" : "");
        json_text(j, key, title);
    }
}

static void write_times(struct json *j, double elapsed_s)
{
    char text[40] = "";
    time_t now = time(NULL);
    struct tm utc;

    if (gmtime_r(&now, &utc))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    json_text(j, "ended", text);
    json_real(j, "elapsed_s", elapsed_s);
}

void manifest_write(FILE *out, const struct request *request, const struct scenario *s, size_t n,
                    const struct manifest_file file[], size_t n_fact,
                    const struct manifest_fact fact[], double elapsed_s)
{
    struct json j = { .out = out };
    char hash[40];

    snprintf(hash, sizeof hash, "fnv1a64:%016" PRIx64, s->text_hash);
    json_open(&j, NULL);
    json_text(&j, "program", "negosim");
    json_text(&j, "version", NEGOSIM_VERSION);
    json_text(&j, "compiler", __VERSION__);
    write_command(&j, request);
    json_text(&j, "scenario", s->name);
    json_text(&j, "title", s->title);
    json_text(&j, "as_of", s->as_of);
    write_set(&j, request);
    write_titles(&j, s);
    json_text(&j, "text_hash", hash);
    json_count(&j, "seed", s->seed);
    json_count(&j, "draws", s->draws);
    json_count(&j, "packages", scenario_packages(s));
    json_open(&j, "rows");
    for (size_t i = 0; i < n; i++)
        json_count(&j, file[i].name, file[i].rows);
    json_close(&j);
    for (size_t i = 0; i < n_fact; i++) {
        char key[80];
        snprintf(key, sizeof key, "sweep.%s", fact[i].key);
        json_text(&j, key, fact[i].value);
    }
    write_times(&j, elapsed_s);
    json_close(&j);
}

/* A member's line is its indent, its key in quotes, a colon and its value; the last of an object
 * has no comma. */
static void copy_member(FILE *out, const char *line, size_t n,
                        const struct manifest_fact replaced[])
{
    const char *key = line + strspn(line, " ");

    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(replaced[i].key);
        if (key[0] != '"' || strncmp(key + 1, replaced[i].key, length) != 0 ||
            strncmp(key + 1 + length, "\": ", 3) != 0)
            continue;
        bool last = line[strcspn(line, "\n") - 1] != ',';
        fprintf(out, "%.*s\"%s\": %s%s\n", (int)(key - line), line, replaced[i].key,
                replaced[i].value, last ? "" : ",");
        return;
    }
    fputs(line, out);
}

enum error_code manifest_copy(FILE *out, const char *dir, size_t n,
                              const struct manifest_fact replaced[], struct error *err)
{
    char path[FOLDER_MAX_PATH + 32], line[3000];
    FILE *f;

    snprintf(path, sizeof path, "%s/" FOLDER_MANIFEST, dir);
    f = fopen(path, "r");
    if (!f)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    while (fgets(line, sizeof line, f))
        copy_member(out, line, n, replaced);
    fclose(f);
    return OK;
}

/* Every member has a line of its own, and nothing that is asked for here needs escapes but
 * quotes and backslashes. */
bool manifest_text(const char *dir, const char *key, size_t size, char text[size])
{
    char path[FOLDER_MAX_PATH + 32], line[1000], begins[80];
    bool found = false;
    FILE *f;

    snprintf(path, sizeof path, "%s/" FOLDER_MANIFEST, dir);
    snprintf(begins, sizeof begins, "  \"%s\": \"", key);
    f = fopen(path, "r");
    if (!f)
        return false;
    while (!found && fgets(line, sizeof line, f)) {
        size_t used = 0;
        found = strncmp(line, begins, strlen(begins)) == 0;
        for (const char *c = line + strlen(begins); found && *c && *c != '"' && used + 1 < size;
             c++) {
            c += *c == '\\' && c[1];
            text[used++] = *c;
        }
        text[used] = '\0';
    }
    fclose(f);
    return found;
}
