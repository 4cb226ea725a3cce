/* cmd_show.c - negosim show: what was said of a folder of results */
#include "command.h"
#include "folder.h"
#include "listing.h"
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Opens the summary of the folder `dir`; NULL after an error. */
static FILE *open_summary(int dir, const char *path, struct error *err)
{
    const int file = openat(dir, OUTPUT_SUMMARY, O_RDONLY | O_CLOEXEC);
    FILE *in = file < 0 ? NULL : fdopen(file, "r");

    if (!in && errno == ENOENT)
        error_set(err, ERR_IO,
                  "'%s' has no " OUTPUT_SUMMARY ", which older versions did not write; make these "
                  "results again",
                  path);
    else if (!in)
        error_set(err, ERR_IO, "cannot read '%s/" OUTPUT_SUMMARY "': %s", path, strerror(errno));
    if (!in && file >= 0)
        close(file);
    return in;
}

static enum error_code print_summary(int dir, const char *path, struct error *err)
{
    char text[1 << 14];
    size_t n;
    FILE *in = open_summary(dir, path, err);

    if (!in)
        return err->code;
    while ((n = fread(text, 1, sizeof text, in)) > 0)
        fwrite(text, 1, n, stdout);
    if (ferror(in))
        error_set(err, ERR_IO, "cannot read '%s/" OUTPUT_SUMMARY "'", path);
    fclose(in);
    return err->code;
}

enum error_code cmd_show(const struct options *options, struct error *err)
{
    const char *path = options->operand[0];
    struct folder settled;

    if (folder_settle(path, &settled, err) != OK)
        return err->code;
    output_warn(&settled, path);
    json_t *manifest = listing_open(path);
    const int dir = manifest ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    enum error_code code = OK;
    if (dir < 0)
        code = error_set(err, ERR_IO, "'%s' holds no results of negosim", path);
    else if (listing_look(manifest, dir, OUTPUT_SUMMARY) == LISTING_THEIRS)
        code = error_set(err, ERR_IO,
                         "'%s/" OUTPUT_SUMMARY "' is not as negosim wrote it; make these results "
                         "again, or read it as any text",
                         path);
    else
        code = print_summary(dir, path, err);
    if (dir >= 0)
        close(dir);
    json_decref(manifest);
    return code;
}
