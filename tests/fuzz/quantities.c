/* quantities.c - numbers, distributions, levels and values of made scenarios, and their paths */
#include "quantities.h"

#include "distribution.h"
#include "names.h"
#include "text.h"

#include <math.h>

const char *const issue_name[ISSUES] = { "pay", "jobs", "hours", "rooms" };
const char *const party_name[PARTIES] = { "union", "firm", "town" };
const char *const level_name[LEVELS] = { "none", "some", "many" };

static double between(struct maker *m, double low, double high)
{
    return low + (high - low) * gsl_rng_uniform(m->chance);
}

size_t below(struct maker *m, size_t n)
{
    return n ? gsl_rng_uniform_int(m->chance, n) : 0;
}

bool happens(struct maker *m, double probability)
{
    return gsl_rng_uniform(m->chance) < probability;
}

void put_plain(struct maker *m, double x)
{
    char text[TEXT_NUMBER];

    text_shortest(x, text);
    fputs(text, m->out);
}

/* A number of a range, of a few digits, often an end of it; now and then just outside. */
static double number_in(struct maker *m, double low, double high)
{
    const double from = fmax(low, -2), to = fmin(high, fmax(from, 0) + 3);

    if (happens(m, 0.005))
        return high + 1;
    if (happens(m, 0.1))
        return happens(m, 0.5) && fabs(high) < 1e7 ? high : from;
    return round(100 * between(m, from, to)) / 100;
}

static void put_list(struct maker *m, const char *kind, size_t n, const double x[])
{
    fprintf(m->out, "%s = (", kind);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", " : "", m->out);
        put_plain(m, x[i]);
    }
    fputs("); ", m->out);
}

static void put_truncation(struct maker *m, double low, double high)
{
    if (low > -1e6)
        fprintf(m->out, "min = %g; ", low);
    if (high < 1e7)
        fprintf(m->out, "max = %g; ", high);
}

/* A distribution of any kind within the range: three arguments are low, mode and high, two are low
 * and high but for those whose second is a width or a scale. */
void put_doubt(struct maker *m, double low, double high)
{
    const double a = number_in(m, low, high), b = number_in(m, low, high);
    const double x[] = { fmin(a, b), fmax(a, b) + (a == b) };
    const double three[] = { x[0], happens(m, 0.5) ? x[0] : (x[0] + x[1]) / 2, x[1] };
    const size_t kind = below(m, DIST_COUNT);
    const struct distribution_form *form = &distribution_forms[kind];

    fputs("{ ", m->out);
    if (kind == DIST_BETA)
        put_list(m, form->name, 2, (double[]){ 2, 0.5 });
    else if (kind == DIST_NORMAL)
        put_list(m, form->name, 2, (double[]){ a, 0.3 });
    else if (kind == DIST_LOGNORMAL || kind == DIST_GAMMA)
        put_list(m, form->name, 2, (double[]){ fabs(a) + 0.2, 0.3 });
    else if (form->n_argument == 1)
        fprintf(m->out, "%s = %g; ", form->name, kind == DIST_FIXED ? a : fabs(a) + 0.1);
    else
        put_list(m, form->name, form->n_argument == 3 ? 3 : 2, form->n_argument == 3 ? three : x);
    if (kind == DIST_BETA)
        fprintf(m->out, "low = %g; high = %g; ", x[0], x[1]);
    if (kind == DIST_DISCRETE && happens(m, 0.5))
        put_list(m, "weights", 2, (double[]){ 1, happens(m, 0.2) ? 0 : 3 });
    if (kind != DIST_FIXED)
        put_truncation(m, low, high);
    fputs("}", m->out);
}

void put_number(struct maker *m, double low, double high)
{
    put_plain(m, number_in(m, low, high));
}

void put_quantity(struct maker *m, double low, double high)
{
    if (happens(m, 0.3))
        put_doubt(m, low, high);
    else
        put_number(m, low, high);
}

void put_name(struct maker *m, const char *name)
{
    fprintf(m->out, "\"%s\"", happens(m, 0.002) ? "nobody" : name);
}

void put_level(struct maker *m, size_t k)
{
    const size_t i = below(m, LEVELS);

    if (m->is_named[k])
        put_name(m, level_name[i]);
    else
        put_plain(m, m->step[k] * (double)i);
}

void put_levels(struct maker *m, size_t k)
{
    fputs("(", m->out);
    put_level(m, k);
    if (happens(m, 0.2)) {
        fputs(", ", m->out);
        put_level(m, k);
    }
    fputs(")", m->out);
}

/* A number for each level of an issue. */
void put_by_level(struct maker *m, size_t k, double low, double high)
{
    fputs(m->is_named[k] ? "{ " : "(", m->out);
    for (size_t i = 0; i < LEVELS; i++) {
        if (m->is_named[k])
            fprintf(m->out, "%s = ", level_name[i]);
        else
            fprintf(m->out, "%s(%g, ", i ? ", " : "", m->step[k] * (double)i);
        put_quantity(m, low, high);
        fputs(m->is_named[k] ? "; " : ")", m->out);
    }
    fputs(m->is_named[k] ? "}" : ")", m->out);
}

static void put_curve(struct maker *m, size_t k)
{
    static const char *const kinds[] = { "linear", "power", "exponential", "logistic", "points" };
    const size_t kind = below(m, COUNT_OF(kinds));
    const double top = m->step[k] * (LEVELS - 1), worst = happens(m, 0.5) ? top : 0;

    fprintf(m->out, "{ kind = \"%s\"; ", kinds[kind]);
    if (kind < 3 && happens(m, 0.1))
        fputs("worst = 0; best = \"all\"; ", m->out);
    else if (kind < 3)
        fprintf(m->out, "worst = %g; best = %g; %s", worst, top - worst,
                happens(m, 0.1) ? "left = 0.5; " : "");
    if (kind == 1)
        fprintf(m->out, "exponent = %g; ", number_in(m, 0.01, 100));
    if (kind == 2)
        fprintf(m->out, "rate = %g; ", number_in(m, -50, 50));
    if (kind == 3)
        fprintf(m->out, "midpoint = %g; slope = %g; ", between(m, 0, top), number_in(m, -9, 9));
    if (kind == 4) {
        fputs("points = ", m->out);
        put_by_level(m, k, 0, 1);
        fputs("; ", m->out);
    }
    fputs("}", m->out);
}

void put_value(struct maker *m, size_t k)
{
    if (!m->is_named[k]) {
        put_curve(m, k);
        return;
    }
    fputs("{ kind = \"levels\"; ", m->out);
    for (size_t i = 0; i < LEVELS; i++) {
        fprintf(m->out, "%s = ", level_name[i]);
        put_quantity(m, 0, 1);
        fputs("; ", m->out);
    }
    fputs("}", m->out);
}

/* Of numbers that every scenario has. */
void put_path(struct maker *m)
{
    fprintf(m->out, "%s.", party_name[below(m, 2)]);
    if (happens(m, 0.3))
        fputs("no_deal", m->out);
    else
        fprintf(m->out, "weights.%s", issue_name[below(m, m->n_issue)]);
}

void put_lever(struct maker *m)
{
    const size_t kind = below(m, 4);

    if (kind == 0)
        fprintf(m->out, "issues.%s=all", issue_name[below(m, m->n_issue)]);
    else if (kind == 1)
        fprintf(m->out, "talks.parties.%s.strategy=micro,zeuthen", party_name[below(m, 2)]);
    else
        put_path(m);
    if (kind > 1)
        fputs(kind == 2 ? "=0.1,0.4" : "=0:0.5:2", m->out);
}

void put_by_issue(struct maker *m, void (*put)(struct maker *m, size_t k))
{
    fputs("{ ", m->out);
    for (size_t k = 0; k < m->n_issue; k++) {
        fprintf(m->out, "%s = ", issue_name[k]);
        put(m, k);
        fputs("; ", m->out);
    }
    fputs("}", m->out);
}

void put_combination(struct maker *m)
{
    const size_t k = below(m, m->n_issue - 1);

    for (size_t i = k; i < k + 2; i++) {
        fprintf(m->out, "%s = ", issue_name[i]);
        put_levels(m, i);
        fputs("; ", m->out);
    }
}
