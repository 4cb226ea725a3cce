/* cmd_init.c - negosim init: a small scenario to start from */
#include "command.h"
#include "names.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Made by the build from scenarios/wage_round.cfg, so that what users start from is what is
 * tested. */
extern const char init_text[];

/* The example, under the name of the file that it goes to where that is a plain name. */
static int write_example(FILE *f, const char *path)
{
    static const char name[] = "wage_round";
    const char *slash = strrchr(path, '/'), *at = init_text, *next;
    char stem[64];

    snprintf(stem, sizeof stem, "%s", slash ? slash + 1 : path);
    stem[strcspn(stem, ".")] = '\0';
    if (!name_is_plain(stem))
        snprintf(stem, sizeof stem, "%s", name);
    for (; (next = strstr(at, name)); at = next + strlen(name))
        fprintf(f, "%.*s%s", (int)(next - at), at, stem);
    return fputs(at, f);
}

enum error_code cmd_init(const struct request *request, struct error *err)
{
    const char *path = request->operand[0];
    FILE *f = strcmp(path, "-") == 0 ? stdout : fopen(path, request->force ? "w" : "wx");

    if (!f && errno == EEXIST)
        return error_set(err, ERR_IO, "'%s' exists; choose another name, or --force", path);
    if (!f)
        return error_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(errno));
    if (f == stdout) {
        write_example(f, path);
        return OK;
    }
    int bad = write_example(f, path) < 0;
    bad |= fflush(f) != 0;
    int why = errno;
    bad |= fclose(f) != 0;
    if (bad) {
        unlink(path);
        return error_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(why));
    }
    printf("wrote %s; now: negosim run %s --plot\n", path, path);
    return OK;
}
