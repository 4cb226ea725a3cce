/* document.c - a scenario parsed by libconfig, with settings from outside in place */
#include "document.h"

#include "override.h"
#include "text.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* libconfig's own message, with a hint where it is terse. */
static enum error_code syntax_error(const struct document *d, struct error *err)
{
    const struct location at = manuscript_place(d->manuscript, config_error_line(&d->config));
    const char *text = config_error_text(&d->config), *hint = "";

    if (strstr(text, "mismatched element type"))
        hint = "; in [ ] all must be of one kind: write 1.0 for 1, or use ( )";
    else if (strcmp(text, "syntax error") == 0)
        hint =
            "; is a ';' or ',' missing here or on the line before, or are quotes missing round a "
            "word?";
    return error_at(err, at.file, at.line, "%s%s", text, hint);
}

/* libconfig does not check its allocations: it would crash where memory runs out.  So ask first for
 * more than it will need: a setting of ten letters takes it about 200 bytes, 20 a letter. */
static enum error_code check_memory(const struct manuscript *m, struct error *err)
{
    void *room = malloc(((size_t)1 << 20) + 32 * m->n);

    if (!room)
        return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", m->name);
    free(room);
    return OK;
}

static enum error_code parse(struct document *d, size_t n_set, const char *const set[],
                             group_test *is_group, struct error *err)
{
    if (check_memory(d->manuscript, err) != OK)
        return err->code;
    if (!config_read_string(&d->config, d->manuscript->text))
        return syntax_error(d, err);
    for (size_t i = 0; i < n_set; i++) {
        if (override_apply(&d->config, set[i], is_group, err) != OK)
            return err->code;
        /* The zero counts too: it keeps two settings apart from one long one. */
        d->text_hash = text_hash(d->text_hash, set[i], strlen(set[i]) + 1);
    }
    return OK;
}

/* One thread at a time: a second parse could take the memory that check_memory has just found. */
enum error_code document_open(struct document *d, const struct manuscript *m, size_t n_set,
                              const char *const set[], group_test *is_group, struct error *err)
{
    static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

    *d = (struct document){ .manuscript = m, .text_hash = m->hash };
    config_init(&d->config);
    pthread_mutex_lock(&turn);
    enum error_code code = parse(d, n_set, set, is_group, err);
    pthread_mutex_unlock(&turn);
    return code;
}

void document_close(struct document *d)
{
    config_destroy(&d->config);
}
