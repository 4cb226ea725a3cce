/* cmd_init.c - negosim init: a small scenario to start from */
#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Made by the build from scenarios/wage_round.cfg, so that what users start from is what is
 * tested. */
extern const char init_text[];

enum error_code cmd_init(const struct request *request, struct error *err)
{
    const char *path = request->operand[0];
    FILE *f = strcmp(path, "-") == 0 ? stdout : fopen(path, request->force ? "w" : "wx");

    if (!f && errno == EEXIST)
        return error_set(err, ERR_IO, "'%s' exists; choose another name, or --force", path);
    if (!f)
        return error_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(errno));
    if (f == stdout) {
        fputs(init_text, f);
        return OK;
    }
    int bad = fputs(init_text, f) < 0;
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
