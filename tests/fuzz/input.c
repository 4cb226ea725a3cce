/* input.c - what a fuzz target is given: a scenario, and what a command line adds to it */
#include "input.h"

#include "loader.h"
#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t input_accepted;

void input_fail(const char *file, int line, const char *claim)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, claim);
    abort();
}

/* What follows `option` and a blank on the line; NULL when it is another line. */
static const char *value_of(const char *line, const char *option)
{
    const size_t n = strlen(option);

    return strncmp(line, option, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

static void take_option(struct input *in, const char *line)
{
    const struct {
        const char *option, **value;
    } one[] = { { "--design", &in->design },
                { "--metrics", &in->metrics },
                { "--against", &in->against } };
    const char *value;

    if (in->n_set < INPUT_MAX_OPTION && (value = value_of(line, "--set")))
        in->set[in->n_set++] = value;
    if (in->n_vary < INPUT_MAX_OPTION && (value = value_of(line, "--vary")))
        in->vary[in->n_vary++] = value;
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        if ((value = value_of(line, one[i].option)))
            *one[i].value = value;
}

/* Where the first line of an option begins, or the end. */
static size_t scenario_length(const char *data, size_t size)
{
    size_t at = 0;

    while (at < size && (size - at < 2 || memcmp(data + at, "--", 2) != 0)) {
        const char *stop = memchr(data + at, '\n', size - at);
        at = stop ? (size_t)(stop - data) + 1 : size;
    }
    return at;
}

/* In room of its own, so that a sanitizer sees what reads beyond its end. */
static char *copy_of(const char *data, size_t n)
{
    char *copy = malloc(n + 1);

    if (!copy)
        return NULL;
    memcpy(copy, data, n);
    copy[n] = '\0';
    return copy;
}

bool input_read(struct input *in, const uint8_t *data, size_t size)
{
    const char *from = (const char *)data;
    const size_t n = scenario_length(from, size);
    char *next;

    *in =
        (struct input){ .n = n, .text = copy_of(from, n), .options = copy_of(from + n, size - n) };
    if (!in->text || !in->options) {
        input_release(in);
        return false;
    }
    for (char *line = in->options; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        take_option(in, line);
    }
    return true;
}

void input_release(struct input *in)
{
    free(in->text);
    free(in->options);
}

static void check_refused(const struct problems *problems, const struct error *err,
                          enum error_code code)
{
    char text[700];

    if (code != ERR_SCENARIO) {
        HOLDS(err->code == code && err->text[0]);
        return;
    }
    HOLDS(problems->n > 0 && problems->n <= MAX_PROBLEM && problems->n <= problems->total);
    for (size_t i = 0; i < problems->n; i++) {
        error_format(&problems->list[i], sizeof text, text);
        HOLDS(problems->list[i].text[0]);
        HOLDS(i == 0 || strcmp(problems->list[i].file, problems->list[i - 1].file) != 0 ||
              problems->list[i].line >= problems->list[i - 1].line);
    }
}

enum error_code input_load(const struct input *in, size_t n_set, const char *const set[],
                           struct scenario *s, struct error *err)
{
    const char *all[INPUT_MAX_OPTION + PLAN_MAX_LEVER];
    struct problems problems;
    size_t n = 0;

    for (size_t i = 0; i < in->n_set; i++)
        all[n++] = in->set[i];
    for (size_t i = 0; i < n_set && n < sizeof all / sizeof *all; i++)
        all[n++] = set[i];
    enum error_code code = scenario_parse_with(s, "text", in->text, in->n, n, all, &problems, err);
    if (code != OK)
        check_refused(&problems, err, code);
    if (code == ERR_SCENARIO)
        *err = problems.list[0];
    return code;
}
