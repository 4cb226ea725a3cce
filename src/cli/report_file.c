/* report_file.c - the page of a folder of results, among its files */
#include "report_file.h"

#include "interrupt.h"
#include "page.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As a text first: a page that cannot be made leaves nothing half-written. */
static char *page_text(const struct options *options, size_t n, const char *const path[],
                       size_t *size, struct error *err)
{
    const struct page_options asked = { .shows_command = !options->no_command,
                                        .anyway = options->anyway };
    char *text = NULL;
    FILE *out = open_memstream(&text, size);

    enum error_code code = out ? page_write(out, n, path, &asked, err) : ERR_MEMORY;
    if (!out || fclose(out) != 0)
        code = error_set(err, ERR_MEMORY, "not enough memory for a page");
    if (code == OK && interrupt_check(err) == OK)
        return text;
    free(text);
    return NULL;
}

static enum error_code write_text(struct folder *f, const char *text, size_t size,
                                  struct error *err)
{
    FILE *out = folder_file(f, REPORT_FILE, err);

    if (!out)
        return err->code;
    fwrite(text, 1, size, out);
    return folder_close_file(f, err);
}

/* The results that are there stay, and their manifest with one more file. */
static enum error_code commit(struct folder *f, struct error *err)
{
    /* a copy: folder_commit writes its list of files into it and keeps it as f->before */
    json_t *manifest = json_copy(f->before);
    const enum error_code code =
        manifest ? folder_commit(f, manifest, err)
                 : error_set(err, ERR_MEMORY, "not enough memory for a manifest");

    json_decref(manifest);
    return code;
}

enum error_code report_add(const struct options *options, struct folder *f, size_t n,
                           const char *const path[], struct error *err)
{
    size_t size = 0;
    char *text = page_text(options, n, path, &size, err);

    /* what is kept comes first: a page that is there is among it */
    enum error_code code = text ? folder_keep(f, err) : err->code;

    if (code == OK)
        code = write_text(f, text, size, err);
    if (code == OK)
        code = commit(f, err);
    free(text);
    return code;
}

static enum error_code cannot_write(const char *file, struct error *err)
{
    return error_set(err, ERR_WRITE, "cannot write '%s': %s", file, strerror(errno));
}

/* Whether a file is a page of ours: it says so at its beginning. */
static bool is_page(const char *file)
{
    char text[1025];
    FILE *in = fopen(file, "r");
    const size_t n = in ? fread(text, 1, sizeof text - 1, in) : 0;

    if (in)
        fclose(in);
    text[n] = '\0';
    return strstr(text, "<meta name=\"generator\" content=\"negosim ") != NULL;
}

/* Only a page takes the place of what is there, unless --force says otherwise; and only a file. */
static enum error_code check_place(const struct options *options, const char *file,
                                   struct error *err)
{
    struct stat status;

    if (lstat(file, &status) != 0)
        return OK;
    if (!S_ISREG(status.st_mode))
        return error_set(err, ERR_IO, "'%s' is there and no file: choose another name with -o",
                         file);
    if (options->force || is_page(file))
        return OK;
    return error_set(err, ERR_IO,
                     "'%s' is there and no page of negosim; choose another name with -o, or write "
                     "over it with --force",
                     file);
}

static enum error_code write_aside(const char *file, const char *text, size_t size,
                                   struct error *err)
{
    char aside[4200];

    if (snprintf(aside, sizeof aside, "%s.%ld", file, (long)getpid()) >= (int)sizeof aside)
        return error_set(err, ERR_USAGE, "the name '%.80s...' is too long", file);
    FILE *out = fopen(aside, "wx");
    if (!out)
        return cannot_write(file, err);
    fwrite(text, 1, size, out);
    const bool whole = fflush(out) == 0 && !ferror(out);
    if ((fclose(out) != 0 || !whole || rename(aside, file) != 0) && cannot_write(file, err) != OK)
        unlink(aside);
    return err->code;
}

enum error_code report_write(const struct options *options, const char *file, size_t n,
                             const char *const path[], struct error *err)
{
    size_t size = 0;

    if (check_place(options, file, err) != OK)
        return err->code;
    char *text = page_text(options, n, path, &size, err);

    const enum error_code code = text ? write_aside(file, text, size, err) : err->code;
    free(text);
    return code;
}
