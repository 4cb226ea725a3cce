/* fuzz_results.c - of whatever loads, a few draws of run, bargain and sweep: no crash, no odd cell
 */
#include "csv.h"
#include "draw.h"
#include "headings.h"
#include "input.h"
#include "pictures.h"
#include "results.h"
#include "summary.h"
#include "sweep.h"
#include "talks_results.h"
#include "talks_summary.h"
#include "tournament.h"
#include "weight.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How large a negotiation is looked at.  Larger: slower, and fewer texts a second. */
enum { DRAWS = 3, MAX_PACKAGE = 300, MAX_ROUND = 100, MAX_POINT = 12, THREADS = 1 };

/* The summary's end draws pictures, which is another program's work. */
enum error_code pictures_draw(const struct options *options, struct folder *f, struct error *err)
{
    (void)options, (void)f, (void)err;
    return OK;
}

const char *pictures_format(const struct options *options)
{
    (void)options;
    return "png";
}

void pictures_each(const char *dir, void (*take)(void *with, const char *name, const char *shows),
                   void *with)
{
    (void)dir, (void)take, (void)with;
}

static bool is_small(const struct scenario *s)
{
    const struct talks *talks = s->talks;

    return s->grid.total <= MAX_PACKAGE &&
           (!talks ||
            talks->deadline < MAX_ROUND * s->parameter[talks->round_days].distribution.mean);
}

/* Loads what the commands would work on; a text that is too large is no mistake, and refused. */
static enum error_code load(const struct input *in, size_t n_set, const char *const set[],
                            struct scenario *s, struct error *err)
{
    if (input_load(in, n_set, set, s, err) != OK)
        return err->code;
    s->draws = DRAWS;
    enum error_code code =
        is_small(s) ? draw_spread(s, err) : error_set(err, ERR_USAGE, "too large");
    if (code == OK)
        code = headings_check(s, err);
    if (code == OK)
        code = weight_check(s, err);
    if (code != OK)
        scenario_release(s);
    return code;
}

/* A cell is a number, one of its column's labels, or empty; a share of draws is one. */
static void check_cells(const struct table *t, const double cell[])
{
    for (size_t c = 0; c < t->n_column; c++) {
        const struct column *column = &t->column[c];
        if (isnan(cell[c]))
            continue;
        HOLDS(isfinite(cell[c]) ||
              (cell[c] == -INFINITY && strncmp(column->name, "margin_", strlen("margin_")) == 0));
        HOLDS(!column->label || (cell[c] >= 0 && cell[c] < (double)column->n_label &&
                                 cell[c] == floor(cell[c]) && column->label[(size_t)cell[c]]));
        HOLDS(strncmp(column->name, "accept_", strlen("accept_")) != 0 ||
              strchr(column->name, '.') || /* a lever, called by its path */
              (cell[c] >= 0 && cell[c] <= 1));
    }
}

/* What a reader of RFC 4180 finds in a text: lines, each of n_column cells. */
static size_t csv_lines(const char *text, size_t n_column)
{
    size_t lines = 0, commas = 0;
    bool quoted = false;

    for (; *text; text++) {
        quoted ^= *text == '"';
        commas += !quoted && *text == ',';
        if (!quoted && *text == '\n') {
            HOLDS(commas + 1 == n_column);
            commas = 0;
            lines++;
        }
    }
    HOLDS(!quoted && commas == 0);
    return lines;
}

static void check_table(const struct table *t)
{
    size_t size, first, second;
    char *text = NULL;

    if (t->n_column == 0)
        return;
    HOLDS(!table_doubles(t, &first, &second));
    for (size_t i = 0; i < t->n_row; i++)
        check_cells(t, t->cell + i * t->n_column);
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return;
    csv_table(out, t);
    fclose(out);
    HOLDS(csv_lines(text, t->n_column) == t->n_row + 1);
    free(text);
}

static bool take_package(void *with, const double row[])
{
    check_cells(with, row);
    return true;
}

/* Words for people are only to be written. */
static FILE *nowhere(void)
{
    static FILE *out;

    if (!out)
        out = fopen("/dev/null", "w");
    return out;
}

static void check_results(struct results *r, const struct input *in)
{
    struct error err = { .code = OK };

    for (size_t i = 0; i < RESULT_COUNT; i++)
        check_table(&r->sheet[i].table);
    HOLDS(results_packages(r, 0, take_package, &r->packages.table, &err) == OK);
    HOLDS(results_packages(r, 2, take_package, &r->packages.table, &err) == OK);
    summary_print(nowhere(), r, false, in->n_set, in->set);
    summary_print(nowhere(), r, true, in->n_set, in->set);
}

/* As `negosim run --draw-table`. */
static void run(const struct input *in, const struct scenario *s, const struct layout *layout)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct mean_case mean_case = { .layout = layout };
    struct map map = { .layout = layout,
                       .mean_case = &mean_case,
                       .draws = s->draws,
                       .seed = s->seed,
                       .wants_draws = true };
    struct results results = { .map = NULL };

    HOLDS(mean_case_init(&mean_case, layout, &err) == OK);
    HOLDS(map_run(&map, &job, THREADS, &err) == OK);
    HOLDS(results_init(&results, &map, 1, &err) == OK);
    check_results(&results, in);
    check_table(&map.draw_table.sheet.table);
    results_release(&results);
    map_release(&map);
    mean_case_release(&mean_case);
}

static void check_talks(struct talks_results *r, const struct input *in)
{
    struct error err = { .code = OK };

    HOLDS(talks_results_trace(r, r->typical, &err) == OK);
    for (size_t i = 0; i < TALK_RESULT_COUNT; i++)
        check_table(&r->sheet[i].table);
    talks_summary_print(nowhere(), r, r->typical, false, in->n_set, in->set);
    talks_summary_print(nowhere(), r, r->typical, true, in->n_set, in->set);
}

/* As `negosim bargain`, with --against where the input has it. */
static void bargain(const struct input *in, const struct scenario *s, const struct layout *layout)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct package_index package_index = { .layout = NULL };
    struct tournament *tournament = malloc(sizeof *tournament);
    struct talks_results results = { .played = NULL };

    if (!tournament)
        return;
    if (tournament_read(tournament, in->against, &err) != OK || tournament->n > 2 ||
        tournament_pair(tournament, s, &err) != OK) {
        err = (struct error){ .code = OK };
        HOLDS(tournament_read(tournament, NULL, &err) == OK);
        HOLDS(tournament_pair(tournament, s, &err) == OK);
    }
    struct talks_played map = { .package_index = &package_index,
                                .runs = s->draws,
                                .seed = s->seed,
                                .n_pair = tournament->n_pair,
                                .pair = tournament->pair };
    HOLDS(package_index_init(&package_index, layout, &err) == OK);
    HOLDS(talks_play(&map, &job, THREADS, &err) == OK);
    HOLDS(talks_results_init(&results, &map, tournament->label, &err) == OK);
    check_talks(&results, in);
    talks_results_release(&results);
    talks_played_release(&map);
    package_index_release(&package_index);
    free(tournament);
}

static enum error_code load_variant(void *with, size_t n_set, const char *const set[],
                                    struct scenario *s, struct error *err)
{
    return load(with, n_set, set, s, err);
}

static enum error_code take_row(void *with, uint64_t index, const double row[], struct error *err)
{
    (void)index, (void)err;
    check_cells(with, row);
    return OK;
}

static enum error_code make_plan(const struct input *in, const struct scenario *s,
                                 struct plan *plan, struct error *err)
{
    struct plan_options asked = plan_asked(s);
    int design = DESIGN_GRID;

    if (in->n_vary > 0)
        asked = (struct plan_options){ .n_vary = in->n_vary, .vary = in->vary };
    if (in->design && name_find(DESIGN_COUNT, design_names, in->design, &design))
        asked.design = (enum design_kind)design;
    if (asked.design != DESIGN_GRID && asked.points == 0)
        asked.points = DRAWS;
    return plan_init(plan, s, &asked, err);
}

/* All groups of columns that apply, or the one that the input names. */
static void choose_metrics(const struct input *in, struct sweep *sweep)
{
    const char *lacks;

    for (int m = 0; m < METRIC_COUNT; m++)
        sweep->wants[m] = (!in->metrics || strcmp(in->metrics, metric_names[m].text) == 0) &&
                          metric_applies((enum metric)m, sweep->plan->scenario, &lacks);
}

/* As `negosim sweep`, of a few points. */
static void sweep(struct input *in, const struct scenario *s)
{
    struct error err = { .code = OK };
    struct plan plan = { .n_lever = 0 };
    struct sweep sweep = {
        .plan = &plan, .load = load_variant, .with = in, .threads_a_point = THREADS
    };

    if (in->n_vary == 0 && s->sweep.n_vary == 0)
        return;
    if (make_plan(in, s, &plan, &err) == OK && plan.n_point <= MAX_POINT) {
        choose_metrics(in, &sweep);
        if (sweep_init(&sweep, &err) == OK) {
            struct row_job job = { .last = plan.n_point,
                                   .take = take_row,
                                   .taker = &sweep.sheet.table };
            sweep_job(&sweep, &job);
            if (rows_run(&job, THREADS, &err) != OK)
                HOLDS(err.text[0] && (err.code == ERR_SCENARIO || err.code == ERR_USAGE));
        }
        HOLDS(err.code != OK || plan_text(&plan));
    } else {
        HOLDS(plan.n_point > MAX_POINT || err.text[0]);
    }
    sweep_release(&sweep);
    plan_release(&plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error err = { .code = OK };
    struct layout layout = { .n_case = 0 };
    struct input in;
    struct scenario s;

    if (!input_read(&in, data, size))
        return 0;
    gsl_set_error_handler_off();
    if (load(&in, 0, NULL, &s, &err) == OK) {
        HOLDS(layout_init(&layout, &s, &err) == OK);
        run(&in, &s, &layout);
        if (s.talks)
            bargain(&in, &s, &layout);
        sweep(&in, &s);
        layout_release(&layout);
        scenario_release(&s);
        input_accepted++;
    }
    input_release(&in);
    return 0;
}
