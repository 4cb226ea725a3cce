/* estimates.c - effects from sums over rows, and how sure they are */
#include "effects_sums.h"

#include "arena.h"
#include "hybrid.h"
#include "jackknife.h"
#include "proportion.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

/* What is found of an output, one kind after another. */
enum { FOUND_MEAN = 0, FOUND_INPUT = 1 };

static size_t found_flips(size_t input)
{
    return FOUND_INPUT + input;
}

static size_t found_total(const struct effects *e, size_t input)
{
    return found_flips(e->model->n_input) + input;
}

static size_t found_first(const struct effects *e, size_t input)
{
    return found_total(e, e->model->n_input) + input;
}

static size_t found_group_flips(const struct effects *e, size_t group)
{
    return found_first(e, e->model->n_input) + group;
}

static size_t found_share(const struct effects *e, size_t group)
{
    return found_group_flips(e, e->n_group) + group;
}

static size_t found_curve(const struct effects *e, size_t point)
{
    return found_share(e, e->n_group) + point;
}

/* Sums over all scrambles but one, and what they say of an output. */
struct jackknife {
    const struct effects *e;
    double *sum, *in_bin; /* [width], [bins] */
    double *estimate;     /* [(EFFECTS_SCRAMBLES + 1) * n_found]; the last: none left out */
};

static void leave_out(struct jackknife *j, size_t output, size_t left_out)
{
    const struct effects *e = j->e;

    jackknife_sum(e->width, e->model->n_output * e->width, e->sum + output * e->width, left_out,
                  j->sum);
    jackknife_sum(e->bins, e->bins, e->in_bin, left_out, j->in_bin);
}

/* What first-order effects are estimated from: for each two scrambles a and b, the variance of
 * E[y | bin] by the outputs of one times those of the other.  Scrambles are independent, so that
 * chance puts nothing into it; the square of one sum would have the variance of that sum in it,
 * too. */
struct products {
    double of[EFFECTS_SCRAMBLES][EFFECTS_SCRAMBLES];
};

/* The sum of outputs in `each` bins from `bin` on, in one scramble. */
static double in_scramble(const struct effects *e, size_t output, size_t scramble, size_t bin,
                          size_t each)
{
    const double *at =
        e->sum + (scramble * e->model->n_output + output) * e->width + sum_of_bin(e, bin);
    double sum = 0;

    for (size_t b = 0; b < each; b++)
        sum += at[b];
    return sum;
}

static double over_scrambles(const struct effects *e, const double in_bin[])
{
    double sum = 0;

    for (size_t s = 0; s < EFFECTS_SCRAMBLES; s++)
        sum += in_bin[s * e->bins];
    return sum;
}

/* Adds, times `weight`, the products over bins of an input, `each` taken together. */
static void add_products(const struct effects *e, size_t output, size_t input, size_t each,
                         double weight, struct products *products)
{
    enum { N = EFFECTS_SCRAMBLES };
    const size_t first = e->first_bin[input], n_bin = e->n_bin[input];
    const double points = 2 * exp2(e->log2_points);
    double in[N];

    for (size_t b = first; b <= first + n_bin; b += each) {
        const bool is_whole = b >= first + n_bin; /* last: the square of the mean is taken off */
        const size_t from = is_whole ? first : b, n = is_whole ? n_bin : each;
        double share = 0;
        for (size_t k = from; k < from + n; k++)
            share += over_scrambles(e, e->in_bin + k) / (N * points);
        for (size_t s = 0; s < N; s++)
            in[s] = in_scramble(e, output, s, from, n) / points;
        for (size_t s = 0; s < N && share > 0; s++)
            for (size_t t = 0; t < N; t++)
                products->of[s][t] += (is_whole ? -weight : weight / share) * in[s] * in[t];
        if (is_whole)
            break;
    }
}

/* The mean over pairs of different scrambles, with the variance that such a mean has: without bias,
 * but for what it would be if scrambles had nothing in common, which is least.
 * Source: Hoeffding (1948) Annals of Mathematical Statistics 19:293. */
static struct estimate mean_of_pairs(const struct products *products)
{
    enum { N = EFFECTS_SCRAMBLES };
    const double pairs = N * (N - 1), fours = pairs * (N - 2) * (N - 3);
    double sum = 0, square = 0, rows = 0;

    for (size_t s = 0; s < N; s++) {
        double row = 0;
        for (size_t t = 0; t < N; t++) {
            if (t == s)
                continue;
            row += products->of[s][t];
            square += products->of[s][t] * products->of[s][t];
        }
        sum += row;
        rows += row * row;
    }
    const double mean = sum / pairs;
    const double disjoint = (sum * sum - 4 * rows + 2 * square) / fours; /* of the mean's square */
    const double least = 2 / pairs * (square / pairs - mean * mean);
    const double half = fmax(Z95 * sqrt(fmax(0, least)), gsl_cdf_tdist_Pinv(0.975, N - 1) *
                                                             sqrt(fmax(0, mean * mean - disjoint)));
    return (struct estimate){ mean, mean - half, mean + half };
}

/* Where an input has bins of equally many values, what varies within them is missed: about a
 * fourth of what it is in bins twice as wide, and so a third of the difference is added. */
static struct estimate first_order(const struct effects *e, size_t output, size_t input,
                                   double variance)
{
    struct products products = { 0 };

    if (!(variance > 0) || hybrid_is_correlated(e->model, input))
        return (struct estimate){ NAN, NAN, NAN };
    if (e->model->n_value[input] > 0) {
        add_products(e, output, input, 1, 1 / variance, &products);
    } else {
        add_products(e, output, input, 1, 4 / (3 * variance), &products);
        add_products(e, output, input, 2, -1 / (3 * variance), &products);
    }
    return mean_of_pairs(&products);
}

static void estimate_input(const struct jackknife *j, size_t i, double rows, double variance,
                           double out[])
{
    const struct effects *e = j->e;
    const double squares = j->sum[SUM_INPUT + i];
    const bool decomposes = !hybrid_is_correlated(e->model, i) && variance > 0;

    out[found_flips(i)] = squares / rows;
    out[found_total(e, i)] = decomposes ? pick_total(squares, rows, variance) : NAN;
}

/* How many bins make a point of a curve. */
static size_t bins_a_point(const struct effects *e, size_t input)
{
    return e->n_bin[input] / effects_points(e, input);
}

static void estimate_curve(const struct jackknife *j, size_t i, double out[])
{
    const struct effects *e = j->e;
    const size_t each = bins_a_point(e, i);

    for (size_t k = 0; k < effects_points(e, i); k++) {
        const size_t bin = e->first_bin[i] + k * each;
        double n = 0, sum = 0;
        for (size_t b = bin; b < bin + each; b++) {
            n += j->in_bin[b];
            sum += j->sum[sum_of_bin(e, b)];
        }
        out[found_curve(e, e->first_curve[i] + k)] = n > 0 ? sum / n : NAN;
    }
}

static void estimate(const struct jackknife *j, double out[])
{
    const struct effects *e = j->e;
    const struct pick_spread spread = { j->sum[SUM_SPREAD], j->sum[SUM_SPREAD + 1],
                                        j->sum[SUM_SPREAD + 2] };
    const double rows = spread.n / 2, variance = pick_variance(&spread);

    out[FOUND_MEAN] = pick_mean(&spread);
    for (size_t i = 0; i < e->model->n_input; i++) {
        estimate_input(j, i, rows, variance, out);
        estimate_curve(j, i, out);
    }
    for (size_t g = 0; g < e->n_group; g++)
        out[found_group_flips(e, g)] = j->sum[sum_of_group(e, g)] / rows;
    for (size_t k = 0; k < e->n_grouping; k++) {
        const size_t first = e->first_group[k];
        double all = 0; /* the variance, as the walks see it: shares sum to 1 */
        for (size_t g = 0; g < e->grouping[k].n; g++)
            all += j->sum[sum_of_walk(e, first + g)];
        for (size_t g = 0; g < e->grouping[k].n; g++)
            out[found_share(e, first + g)] =
                all > 0 ? j->sum[sum_of_walk(e, first + g)] / all : NAN;
    }
}

static struct estimate within(struct estimate e, double least, double most)
{
    return (struct estimate){ e.value, fmin(most, fmax(least, e.low)),
                              fmin(most, fmax(least, e.high)) };
}

/* Keeps the intervals of an output within what is possible (effects.h). */
static void bound(const struct effects *e, size_t output, double points)
{
    const bool is_answer = e->model->is_answer && e->model->is_answer[output];
    const double most = is_answer ? 1 : INFINITY;
    struct estimate *found = e->found + output * e->n_found;
    struct estimate *mean = &found[FOUND_MEAN];

    if (is_answer && (mean->value == 0 || mean->value == 1))
        proportion_interval(mean->value, (uint64_t)points, &mean->low, &mean->high);
    for (size_t i = 0; i < e->model->n_input; i++) {
        found[found_flips(i)] = within(found[found_flips(i)], 0, most);
        found[found_total(e, i)] = within(found[found_total(e, i)], 0, INFINITY);
        found[found_first(e, i)] = within(found[found_first(e, i)], 0, 1);
    }
    for (size_t g = 0; g < e->n_group; g++) {
        found[found_group_flips(e, g)] = within(found[found_group_flips(e, g)], 0, most);
        found[found_share(e, g)] = within(found[found_share(e, g)], 0, 1);
    }
    for (size_t k = 0; is_answer && k < e->curves; k++)
        found[found_curve(e, k)] = within(found[found_curve(e, k)], 0, 1);
    if (is_answer)
        *mean = within(*mean, 0, 1);
}

static void find_output(struct jackknife *j, size_t output)
{
    const struct effects *e = j->e;

    for (size_t s = 0; s <= EFFECTS_SCRAMBLES; s++) {
        leave_out(j, output, s);
        estimate(j, j->estimate + s * e->n_found);
    }
    for (size_t k = 0; k < e->n_found; k++)
        e->found[output * e->n_found + k] = jackknife_interval(j->estimate + k, e->n_found);
    const double *last = j->sum + SUM_SPREAD; /* none was left out */
    const struct pick_spread spread = { last[0], last[1], last[2] };
    for (size_t i = 0; i < e->model->n_input; i++)
        e->found[output * e->n_found + found_first(e, i)] =
            first_order(e, output, i, pick_variance(&spread));
    bound(e, output, spread.n);
}

enum error_code estimates_find(struct effects *e, struct error *err)
{
    struct jackknife j = { .e = e };

    e->n_found = found_curve(e, e->curves);
    e->found = memory_alloc(e->model->n_output * e->n_found, sizeof *e->found, err);
    j.sum = memory_alloc(e->width, sizeof *j.sum, err);
    j.in_bin = memory_alloc(e->bins, sizeof *j.in_bin, err);
    j.estimate = memory_alloc((EFFECTS_SCRAMBLES + 1) * e->n_found, sizeof *j.estimate, err);
    for (size_t o = 0; err->code == OK && o < e->model->n_output; o++)
        find_output(&j, o);
    free(j.sum);
    free(j.in_bin);
    free(j.estimate);
    return err->code;
}

static struct estimate found(const struct effects *e, size_t output, size_t place)
{
    return e->found[output * e->n_found + place];
}

struct estimate effects_mean(const struct effects *e, size_t output)
{
    return found(e, output, FOUND_MEAN);
}

struct estimate effects_flips(const struct effects *e, size_t output, size_t input)
{
    return found(e, output, found_flips(input));
}

struct estimate effects_total(const struct effects *e, size_t output, size_t input)
{
    return found(e, output, found_total(e, input));
}

struct estimate effects_first(const struct effects *e, size_t output, size_t input)
{
    return found(e, output, found_first(e, input));
}

struct estimate effects_share(const struct effects *e, size_t output, size_t grouping, size_t group)
{
    return found(e, output, found_share(e, e->first_group[grouping] + group));
}

struct estimate effects_group_flips(const struct effects *e, size_t output, size_t grouping,
                                    size_t group)
{
    return found(e, output, found_group_flips(e, e->first_group[grouping] + group));
}

size_t effects_points(const struct effects *e, size_t input)
{
    const bool is_any = e->model->n_value[input] == 0;
    return is_any && e->n_bin[input] > EFFECTS_CURVE ? EFFECTS_CURVE : e->n_bin[input];
}

double effects_at(const struct effects *e, size_t input, size_t point)
{
    const size_t each = bins_a_point(e, input);
    const size_t bin = e->first_bin[input] + point * each;
    double n = 0, sum = 0;

    for (size_t b = bin; b < bin + each; b++) {
        n += over_scrambles(e, e->in_bin + b);
        sum += over_scrambles(e, e->at_bin + b);
    }
    return sum / n;
}

struct estimate effects_curve(const struct effects *e, size_t output, size_t input, size_t point)
{
    return found(e, output, found_curve(e, e->first_curve[input] + point));
}
