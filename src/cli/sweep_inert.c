/* sweep_inert.c - says which levers of a sweep changed nothing */
#include "sweep_inert.h"

#include "arena.h"
#include "csv.h"
#include "draw.h"
#include "folder.h"
#include "inert.h"
#include "sweep_identity.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Points that are looked at.  Larger: more memory, eight bytes for each lever and point. */
enum { MAX_POINT = 1000000 };

/* The points of a sweep as hashes: of the value of each lever, then of the results. */
struct points {
    size_t n, room, width;
    uint64_t *hash; /* [n * width] */
    size_t n_empty; /* points without results */
};

/* The end of a cell, which may be in quotes. */
static const char *cell_end(const char *at)
{
    for (bool quoted = false; *at && *at != '\n' && (quoted || *at != ','); at++)
        quoted = quoted != (*at == '"');
    return at;
}

static bool point_room(struct points *points)
{
    if (points->n < points->room)
        return true;
    const size_t room = points->room ? 2 * points->room : 256;
    uint64_t *more =
        points->n < MAX_POINT ? realloc(points->hash, room * points->width * sizeof *more) : NULL;
    if (!more)
        return false;
    points->hash = more;
    points->room = room;
    return true;
}

/* Takes a row: the point's number, a cell for each lever, then the results. */
static void take_line(struct points *points, const char *line)
{
    uint64_t *hash = points->hash + points->n++ * points->width;
    const char *at = cell_end(line);

    for (size_t i = 0; i + 1 < points->width; i++) {
        const char *from = at + (*at == ',');
        at = cell_end(from);
        hash[i] = text_hash(TEXT_HASH_START, from, (size_t)(at - from));
    }
    hash[points->width - 1] = text_hash(TEXT_HASH_START, at, strlen(at));
    points->n_empty += !at[strspn(at, ",\n")];
}

/* Reads sweep.csv, since the rows of a resumed or merged sweep are nowhere else.  False when there
 * is no memory, or too much to look at; or it cannot be read: *failed. */
static bool read_points(struct points *points, const char *path, bool *failed)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t room = 0, lines = 0;
    bool fits = f != NULL;

    while (fits && getline(&line, &room, f) > 0) {
        if (lines++ == 0)
            continue; /* the names of the columns */
        fits = point_room(points);
        if (fits)
            take_line(points, line);
    }
    *failed = !f || ferror(f);
    free(line);
    if (f)
        fclose(f);
    return fits && !*failed;
}

enum { ALL_LEVERS = PLAN_MAX_LEVER };

/* Whether the results follow from the other levers; with ALL_LEVERS left out: whether they are all
 * the same. */
static bool is_inert(const struct points *points, size_t left_out, struct inert_row row[])
{
    for (size_t i = 0; i < points->n; i++) {
        const uint64_t *hash = points->hash + i * points->width;
        row[i] = (struct inert_row){ TEXT_HASH_START, hash[points->width - 1] };
        for (size_t k = 0; k + 1 < points->width; k++)
            if (left_out != ALL_LEVERS && k != left_out)
                row[i].others = text_hash(row[i].others, &hash[k], sizeof hash[k]);
    }
    return inert_rows(points->n, row);
}

static const char *reason_for(const struct plan *plan, size_t lever)
{
    struct error ignored = { .code = OK };
    double *mean = memory_alloc(plan->scenario->n_parameter, sizeof *mean, &ignored);
    const char *reason = NULL;

    if (mean) {
        draw_mean(plan->scenario, mean);
        reason = inert_reason(plan->scenario, mean, &plan->lever[lever]);
    }
    free(mean);
    return reason;
}

bool sweep_inert_say(FILE *out, const char *csv, size_t n_lever, const struct plan *plan)
{
    char names[1 + PLAN_MAX_LEVER][CSV_MAX_NAME];
    struct points points = { .width = n_lever + 1 };
    struct error ignored = { .code = OK };
    struct inert_row *row = NULL;

    const size_t n_name = csv_names(csv, 1 + n_lever, names);
    bool failed = n_name == 0;
    if (n_name == 1 + n_lever && read_points(&points, csv, &failed) && points.n_empty < points.n)
        row = memory_alloc(points.n, sizeof *row, &ignored);
    const bool all = row && is_inert(&points, ALL_LEVERS, row);
    for (size_t i = 0; row && i < n_lever; i++) {
        /* where all points are alike no lever changes anything, even without pairs to compare */
        if (!all && !is_inert(&points, i, row))
            continue;
        const char *reason = plan ? reason_for(plan, i) : NULL;
        fprintf(out, "  %s changes nothing here%s%s\n", names[1 + i], reason ? ": " : "",
                reason ? reason : "");
    }
    if (points.n_empty > 0)
        fprintf(out,
                "  %zu of %zu points cannot be and have no results: levels or settings that are "
                "refused "
                "together, or a party whose weights are all 0\n",
                points.n_empty, points.n);
    free(row);
    free(points.hash);
    return !failed;
}
