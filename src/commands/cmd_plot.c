/* cmd_plot.c - negosim plot: pictures of a folder of results */
#include "command.h"
#include "interrupt.h"
#include "manifest.h"
#include "output.h"
#include "pictures.h"
#include "summary.h"

#include <stdio.h>

/* Opens the folder for the pictures of its tables.  Settles it first: results that wait to be
 * brought to their place decide which tables there are. */
static enum error_code open_folder(struct folder *f, const struct options *options,
                                   const char *path, struct error *err)
{
    const char *table[MAX_TABLE], *names[MAX_PICTURE], *key;
    char picture[MAX_PICTURE][PICTURE_NAME];
    struct folder_use use = { .force = options->force, .earlier = true, .names = names };
    json_t *manifest, *rows;
    size_t n = 0;

    if (folder_settle(path, f, err) != OK)
        return err->code;
    output_warn(f, path);
    manifest = listing_open(path);
    json_object_foreach(json_object_get(manifest, "rows"), key, rows) if (n < MAX_TABLE)
        table[n++] = key;
    use.n = pictures_names(options, n, table, picture);
    for (size_t i = 0; i < use.n; i++)
        names[i] = picture[i];
    enum error_code code = folder_open(f, path, &use, err);
    json_decref(manifest);
    return code;
}

enum error_code cmd_plot(const struct options *options, struct error *err)
{
    const char *path = options->operand[0];
    struct folder folder;

    interrupt_watch();
    if (open_folder(&folder, options, path, err) != OK)
        return err->code;
    enum error_code code = pictures_draw(options, &folder, err);
    interrupt_explain(err);
    output_warn(&folder, path);
    folder_discard(&folder);
    if (code == OK && !options->quiet)
        output_places(stdout, path, pictures_format(options));
    return err->code;
}
