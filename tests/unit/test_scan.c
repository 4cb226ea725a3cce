/* test_scan.c - scenarios are refused before libconfig reads them where it would refuse them */
#include "scan.h"

#include "names.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <gsl/gsl_rng.h>
#include <libconfig.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 2000, TOKENS = 120, TRIALS = 60000 };

/* A text as tokens, so that it can be spoilt token by token. */
struct draft {
    size_t n;
    const char *token[TOKENS];
};

static void add(struct draft *d, const char *token)
{
    if (d->n < TOKENS)
        d->token[d->n++] = token;
}

static size_t below(gsl_rng *r, size_t n)
{
    return gsl_rng_uniform_int(r, n);
}

static void add_settings(struct draft *d, gsl_rng *r, int depth);

static void add_scalar(struct draft *d, gsl_rng *r)
{
    static const char *const scalars[] = { "1", "-2.5", "\"t\"", "\"t\" \"u\"", "true", "FALSE" };
    add(d, scalars[below(r, COUNT_OF(scalars))]);
}

static void add_value(struct draft *d, gsl_rng *r, int depth)
{
    const size_t kind = depth > 0 ? below(r, 4) : 0, n = below(r, 4);

    if (kind == 0) {
        add_scalar(d, r);
        return;
    }
    add(d, kind == 1 ? "{" : kind == 2 ? "(" : "[");
    if (kind == 1)
        add_settings(d, r, depth - 1);
    for (size_t i = 0; kind > 1 && i < n; i++) {
        if (i > 0)
            add(d, ",");
        if (kind == 2)
            add_value(d, r, depth - 1);
        else
            add(d, "7");
    }
    add(d, kind == 1 ? "}" : kind == 2 ? ")" : "]");
}

static void add_settings(struct draft *d, gsl_rng *r, int depth)
{
    static const char *const names[] = { "a", "b-c", "*d", "e_1", "F", "truth", "g", "h" };
    static const char *const ends[] = { ";", ";", ",", "" };

    for (size_t n = below(r, 4); n > 0; n--) {
        add(d, names[below(r, COUNT_OF(names))]);
        add(d, below(r, 4) ? "=" : ":");
        add_value(d, r, depth);
        add(d, ends[below(r, COUNT_OF(ends))]);
    }
}

/* Takes a token away, puts another in its place or before it, or swaps two. */
static void spoil(struct draft *d, gsl_rng *r)
{
    static const char *const others[] = { "a", "F", "1",   "\"t\"", "true", "=", ":", ",",
                                          ";", "{", "}",   "(",     ")",    "[", "]", "yes",
                                          "_", "'", "<!>", "1/3",   "25%",  "-", "" };
    if (d->n < 2 || d->n == TOKENS)
        return;
    const size_t at = below(r, d->n - 1), kind = below(r, 3);
    const char *kept = d->token[at];
    if (kind == 2) {
        d->token[at] = d->token[at + 1];
        d->token[at + 1] = kept;
        return;
    }
    if (kind == 1) {
        memmove(&d->token[at + 1], &d->token[at], (d->n - at) * sizeof *d->token);
        d->n++;
    }
    d->token[at] = others[below(r, COUNT_OF(others))];
}

static void write_text(const struct draft *d, char text[static TEXT])
{
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < d->n; i++)
        used += (size_t)snprintf(text + used, TEXT - used, "%s%s", d->token[i], i % 7 ? " " : "\n");
}

static enum error_code scan(const char *text, struct error *err)
{
    struct scan_gaps gaps = { 0 };

    *err = (struct error){ .code = OK };
    enum error_code code = scan_text("x", text, strlen(text), false, &gaps, err);
    scan_gaps_release(&gaps);
    return code;
}

/* Texts are well formed in a third of the trials, else spoilt once or twice; libconfig is the
 * veto player.  It alone looks whether all elements of an array are of one kind; in lists it joins
 * texts without a comma, and it takes 2k for a number and a name, which is not among the tokens. */
Test(scan, refuses_what_libconfig_refuses_and_nothing_else)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t taken = 0, refused = 0;

    gsl_rng_set(r, 17);
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        struct draft d = { .n = 0 };
        struct error err;
        config_t config;
        char text[TEXT];

        rng_open(r, STREAM_TESTS, trial);
        add_settings(&d, r, 3);
        for (size_t n = below(r, 3); n > 0; n--)
            spoil(&d, r);
        write_text(&d, text);
        config_init(&config);
        const bool takes = config_read_string(&config, text);
        const char *why = config_error_text(&config);
        if (takes || !strstr(why, "mismatched element type")) {
            const bool same = (scan(text, &err) == OK) == takes ||
                              (takes && strstr(err.text, "a text follows another value"));
            cr_assert(same, "trial %lu: %s\nscan: %s\nlibconfig: %s", (unsigned long)trial, text,
                      err.text, takes ? "takes it" : why);
        }
        taken += takes;
        refused += !takes;
        config_destroy(&config);
    }
    gsl_rng_free(r);
    cr_assert(taken > TRIALS / 4 && refused > TRIALS / 4, "%zu taken, %zu refused", taken, refused);
}
