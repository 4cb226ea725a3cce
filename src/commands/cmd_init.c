/* cmd_init.c - negosim init: a small scenario to start from */
#include "command.h"
#include "names.h"
#include "text.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The build makes it from scenarios/wage_round.cfg, so that users start from a tested scenario. */
extern const char init_text[];

/* Writes the example.  The scenario is called as its file where that is a plain name: results go to
 * a folder of that name. */
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

/* Writes aside and renames, so that an old file stays until the new one is whole. */
static enum error_code write_file(const char *path, struct error *err)
{
    char partial[PATH_MAX];
    FILE *f;

    if (snprintf(partial, sizeof partial, "%s.partial", path) >= (int)sizeof partial)
        return error_set(err, ERR_IO, "'%.100s...' is too long a name", path);
    f = fopen(partial, "wx");
    if (!f)
        return error_set(err, ERR_WRITE, "cannot write '%s': %s", path, strerror(errno));
    errno = 0;
    int bad = write_example(f, path) < 0;
    bad |= fflush(f) != 0;
    int why = errno;
    bad |= fclose(f) != 0;
    if (bad || rename(partial, path) != 0) {
        error_set(err, ERR_WRITE, "cannot write '%s': %s", path, strerror(why ? why : errno));
        unlink(partial);
    }
    return err->code;
}

enum error_code cmd_init(const struct options *options, struct error *err)
{
    const char *path = options->operand[0];
    struct stat status;
    char shown[TEXT_SHOWN];

    if (strcmp(path, "-") == 0) {
        write_example(stdout, path);
        return OK;
    }
    if (stat(path, &status) == 0) {
        if (!S_ISREG(status.st_mode))
            return error_set(err, ERR_IO, "'%s' is not a file", path);
        if (!options->force)
            return error_set(err, ERR_IO, "'%s' exists; choose another name, or --force", path);
    }
    if (write_file(path, err) != OK)
        return err->code;
    text_shown(path, sizeof shown, shown);
    printf("wrote %s; now: negosim run %s --plot\n", shown, shown);
    return OK;
}
