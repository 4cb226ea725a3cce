/* sweep_found.c - what a sweep found, in a reader's words */
#include "sweep_found.h"

#include "csv.h"
#include "names.h"
#include "plan.h"
#include "sweep_points.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points that are looked at: more would take long to group. */
enum { MAX_POINT = 100000, COLUMNS = 400, WHERE = 600 };

struct swept {
    double share, low, high;      /* low and high NAN where the sweep has no interval */
    double value[PLAN_MAX_LEVER]; /* NAN where the lever's value is no number */
    uint64_t hash[PLAN_MAX_LEVER];
    uint64_t others; /* of the levers but the one that is looked at */
    double along;    /* its value */
};

struct found {
    bool by_rule; /* the scenario has a rule of agreement */
    size_t n, room, n_lever;
    struct swept *point;
    char (*name)[CSV_MAX_NAME];      /* of all columns */
    size_t n_name, share, low, high; /* columns; 0: none */
    const char *what;
    char where[2][WHERE]; /* the levers at the lowest share, and at the highest */
    struct swept end[2];
};

static size_t column_of(const struct found *f, const char *name)
{
    for (size_t i = 1 + f->n_lever; i < f->n_name; i++)
        if (strcmp(f->name[i], name) == 0)
            return i;
    return 0;
}

/* How the columns begin that say how often a proposal would be agreed. */
static const char *proposal_of(const struct found *f)
{
    return f->by_rule ? "accept_rule_" : "accept_all_";
}

/* What is looked at, and its interval. */
static bool choose(struct found *f)
{
    const bool by_rule = f->by_rule;
    const struct {
        const char *share, *low, *high, *what;
    } of[] = {
        { "zone", "low_zone", "high_zone",
          by_rule ? "that some package passes" : "that some package suits all" },
        { "agreement", "low_agreement", "high_agreement", "that the talks end in agreement" },
        { by_rule ? "best_accept_rule" : "best_accept_all", "low_best", "high_best",
          by_rule ? "that the best package passes" : "that all accept the best package" },
    };

    for (size_t k = 0; k < COUNT_OF(of) && f->share == 0; k++) {
        f->share = column_of(f, of[k].share);
        f->low = column_of(f, of[k].low);
        f->high = column_of(f, of[k].high);
        f->what = of[k].what;
    }
    for (size_t i = 1 + f->n_lever; i < f->n_name && f->share == 0; i++)
        if (strncmp(f->name[i], proposal_of(f), strlen(proposal_of(f))) == 0) {
            f->share = i;
            f->what = NULL;
        }
    return f->share > 0;
}

static bool make_room(struct found *f)
{
    if (f->n < f->room)
        return true;
    const size_t room = f->room ? 2 * f->room : 64;
    struct swept *more = f->n < MAX_POINT ? realloc(f->point, room * sizeof *more) : NULL;
    if (!more)
        return false;
    f->point = more;
    f->room = room;
    return true;
}

static double number(const char *cell)
{
    double x;

    return text_real(cell, &x) ? x : NAN;
}

static void write_where(const struct found *f, char *value[], char where[static WHERE])
{
    size_t used = 0;

    for (size_t i = 0; i < f->n_lever && used < WHERE; i++)
        used += (size_t)snprintf(where + used, WHERE - used, "%s%s=%s", i ? ", " : "",
                                 f->name[1 + i], value[i]);
}

/* Points that cannot be have no share. */
static void take(struct found *f, size_t n_cell, char *cell[])
{
    struct swept p = { .low = NAN, .high = NAN };
    char **value = cell + 1; /* of the levers, behind the point's number */

    if (n_cell <= f->share || isnan(p.share = number(cell[f->share])))
        return;
    if (f->low > 0 && f->high > 0 && f->high < n_cell) {
        p.low = number(cell[f->low]);
        p.high = number(cell[f->high]);
    }
    for (size_t i = 0; i < f->n_lever; i++) {
        p.value[i] = number(value[i]);
        p.hash[i] = text_hash(TEXT_HASH_START, value[i], strlen(value[i]));
    }
    for (int e = 0; e < 2; e++)
        if (f->n == 0 || (e ? p.share > f->end[e].share : p.share < f->end[e].share)) {
            f->end[e] = p;
            write_where(f, value, f->where[e]);
        }
    f->point[f->n++] = p;
}

/* False where it cannot be read, or is too much to look at: *failed. */
static bool read_all(struct found *f, const char *csv, bool *failed)
{
    char *cell[COLUMNS];
    FILE *in = fopen(csv, "r");
    char *line = NULL;
    size_t room = 0;
    bool fits = in != NULL, is_header = true;

    for (; fits && getline(&line, &room, in) > 0; is_header = false) {
        fits = make_room(f);
        if (fits && !is_header)
            take(f, sweep_points_cut(line, COLUMNS, cell), cell);
    }
    *failed = !in || ferror(in);
    free(line);
    if (in)
        fclose(in);
    return fits && !*failed;
}

static void say_share(FILE *out, const struct swept *p)
{
    char text[TEXT_NUMBER];

    fputs(text_percent(p->share, text), out);
    if (!isnan(p->low))
        fprintf(out, " (%.1f to %.1f)", 100 * p->low, 100 * p->high);
}

static void say_range(FILE *out, const struct found *f)
{
    fputs("  The chance ", out);
    if (f->what)
        fputs(f->what, out);
    else
        fprintf(out, f->by_rule ? "that %s passes" : "that all accept %s",
                f->name[f->share] + strlen(proposal_of(f)));
    if (f->end[0].share == f->end[1].share) {
        fputs(" is ", out);
        say_share(out, &f->end[0]);
        fputs(" at every point.\n", out);
        return;
    }
    fputs(" ranges from ", out);
    say_share(out, &f->end[0]);
    fprintf(out, " at %s to ", f->where[0]);
    say_share(out, &f->end[1]);
    fprintf(out, " at %s%s.\n", f->where[1],
            isnan(f->end[0].low) ? "" : " (in brackets 95 % intervals)");
}

/* Points alike but in one lever stand together, by its value. */
static int compare_along(const void *a, const void *b)
{
    const struct swept *x = a, *y = b;

    if (x->others != y->others)
        return x->others < y->others ? -1 : 1;
    return (x->along > y->along) - (x->along < y->along);
}

/* Where a lever brings the share over one half, or under it. */
struct tip {
    size_t lines, tips; /* lines of points alike but in the lever; those in which it tips */
    bool rises, falls, unsure;
    double from, to; /* between the least of these values and the largest */
};

static bool may_be_half(const struct swept *p)
{
    return p->low <= 0.5 && p->high >= 0.5;
}

static void look_between(struct tip *tip, const struct swept *a, const struct swept *b,
                         bool *tipped)
{
    if ((a->share > 0.5) == (b->share > 0.5))
        return;
    tip->tips += !*tipped;
    *tipped = true;
    tip->rises = tip->rises || b->share > 0.5;
    tip->falls = tip->falls || a->share > 0.5;
    tip->unsure = tip->unsure || may_be_half(a) || may_be_half(b);
    tip->from = fmin(tip->from, a->along);
    tip->to = fmax(tip->to, b->along);
}

static struct tip find_tip(struct found *f, size_t lever)
{
    struct tip tip = { .from = INFINITY, .to = -INFINITY };
    bool tipped = false, alone = true;

    for (size_t i = 0; i < f->n; i++) {
        struct swept *p = &f->point[i];
        p->along = p->value[lever];
        p->others = TEXT_HASH_START;
        if (isnan(p->along))
            return tip;
        for (size_t k = 0; k < f->n_lever; k++)
            if (k != lever)
                p->others = text_hash(p->others, &p->hash[k], sizeof p->hash[k]);
    }
    qsort(f->point, f->n, sizeof *f->point, compare_along);
    for (size_t i = 1; i < f->n; i++) {
        const bool same = f->point[i].others == f->point[i - 1].others;
        if (same) {
            tip.lines += alone;
            look_between(&tip, &f->point[i - 1], &f->point[i], &tipped);
        }
        alone = !same;
        tipped = tipped && same;
    }
    return tip;
}

static void say_tip(FILE *out, struct found *f, size_t lever)
{
    const struct tip tip = find_tip(f, lever);
    char from[TEXT_NUMBER], to[TEXT_NUMBER];

    if (tip.tips == 0)
        return;
    text_shortest(tip.from, from);
    text_shortest(tip.to, to);
    fprintf(out, "  Along %s it %s one half between %s and %s", f->name[1 + lever],
            tip.rises && tip.falls ? "crosses"
            : tip.rises            ? "rises over"
                                   : "falls under",
            from, to);
    if (tip.lines > 1)
        fprintf(out, ", in %zu of %zu settings of the other levers", tip.tips, tip.lines);
    fputs(tip.unsure
              ? "; the draws cannot place it surely, since an interval there has one half in "
                "it.\n"
              : ".\n",
          out);
}

static int compare_values(const void *a, const void *b)
{
    const struct swept *x = a, *y = b;

    return (x->others > y->others) - (x->others < y->others);
}

/* The share of the variance between points that is between the values of a lever; NAN where most
 * points have a value of their own, so that nothing can be said. */
static double explains(struct found *f, size_t lever)
{
    double sum = 0, squares = 0, between = 0, part = 0;
    size_t n_value = 0, begin = 0;

    for (size_t i = 0; i < f->n; i++) {
        f->point[i].others = f->point[i].hash[lever];
        sum += f->point[i].share;
        squares += f->point[i].share * f->point[i].share;
    }
    qsort(f->point, f->n, sizeof *f->point, compare_values);
    for (size_t i = 0; i < f->n; i++) {
        part += f->point[i].share;
        if (i + 1 < f->n && f->point[i + 1].others == f->point[i].others)
            continue;
        between += part * part / (double)(i + 1 - begin);
        begin = i + 1;
        part = 0;
        n_value++;
    }
    const double mean = sum / (double)f->n;
    return 2 * n_value > f->n ? NAN : (between - sum * mean) / (squares - sum * mean);
}

static void say_most(FILE *out, struct found *f)
{
    double part[PLAN_MAX_LEVER], most = -1, next = -1;
    size_t first = 0, second = 0;

    for (size_t k = 0; k < f->n_lever; k++) {
        part[k] = explains(f, k);
        if (isnan(part[k]))
            return;
    }
    for (size_t k = 0; k < f->n_lever; k++)
        if (part[k] > most) {
            most = part[k];
            first = k;
        }
    for (size_t k = 0; k < f->n_lever; k++)
        if (k != first && part[k] > next) {
            next = part[k];
            second = k;
        }
    fprintf(out,
            "  The lever that matters most is %s: by itself it explains %.0f %% of the differences "
            "between points; next %s with %.0f %%.\n",
            f->name[1 + first], 100 * most, f->name[1 + second], 100 * fmax(0, next));
}

bool sweep_found_say(FILE *out, const char *csv, size_t n_lever, bool by_rule)
{
    char name[COLUMNS][CSV_MAX_NAME];
    struct found f = { .by_rule = by_rule, .n_lever = n_lever, .name = name };
    bool failed = false;

    f.n_name = csv_names(csv, COLUMNS, name);
    if (f.n_name > 1 + n_lever && choose(&f) && read_all(&f, csv, &failed) && f.n > 1) {
        say_range(out, &f);
        const bool varies = f.end[0].share < f.end[1].share;
        for (size_t k = 0; varies && k < n_lever; k++)
            say_tip(out, &f, k);
        if (varies && n_lever > 1)
            say_most(out, &f);
    }
    free(f.point);
    return f.n_name > 0 && !failed;
}
