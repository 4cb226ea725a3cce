/* sensitivity_summary.c - which doubt decides what, in a reader's words */
#include "sensitivity_summary.h"

#include "message.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum { NUMBERS = 5 }; /* shown of each output, at most */

/* "8.3 % (7.1 to 9.4)"; "(correlated)" of what is left out since its number is. */
static const char *share_text(struct estimate e, size_t size, char text[size])
{
    if (isnan(e.value))
        snprintf(text, size, "(correlated)");
    else
        snprintf(text, size, "%.1f %% (%.1f to %.1f)", 100 * fmin(1, fmax(0, e.value)),
                 100 * fmin(1, fmax(0, e.low)), 100 * fmin(1, fmax(0, e.high)));
    return text;
}

/* Whether the interval tells an effect from none. */
static bool is_there(struct estimate e)
{
    return e.value > 0 && e.low > 0;
}

static void print_header(FILE *out, const struct sensitivity *v, size_t n_set,
                         const char *const set[])
{
    const struct scenario *s = v->layout->scenario;
    char pairs[TEXT_NUMBER], runs[TEXT_NUMBER], shown[TEXT_SHOWN];

    text_grouped(EFFECTS_SCRAMBLES * (UINT64_C(1) << v->log2_points), pairs);
    text_grouped((uint64_t)effects_runs(&v->effects), runs);
    fprintf(out, "%s\n%s pairs of worlds from seed %llu, %s runs; %zu uncertain number%s\n",
            s->title, pairs, (unsigned long long)v->seed, runs, v->numbers.n,
            message_plural(v->numbers.n));
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    if (s->copula.n > 0)
        fprintf(out,
                "%zu of the numbers are correlated: what these explain by themselves would be no "
                "part of a whole, and\nis left out; shares by group take the correlation in.\n",
                s->copula.n);
    fprintf(out, "\n");
}

/* The path of a number, of a roll that of its line: "whether hamas.positions.permanence holds". */
static const char *number_text(const struct parameter *p, size_t size, char text[size])
{
    const size_t n = strlen(p->path), roll = strlen(".roll");
    const bool is_line = n > roll && strcmp(p->path + n - roll, ".roll") == 0 &&
                         (strstr(p->path, "red_lines.") || strstr(p->path, "positions."));

    if (is_line)
        snprintf(text, size, "whether %.*s holds", (int)(n - roll), p->path);
    else
        snprintf(text, size, "%s", p->path);
    return text;
}

/* How often drawing a number anew changes a yes or no; of what is neither its total effect. */
static struct estimate moves(const struct sensitivity *v, size_t output, size_t input)
{
    return output_is_answer(&v->outputs->of[output]) ? effects_flips(&v->effects, output, input)
                                                     : effects_total(&v->effects, output, input);
}

static void print_numbers(FILE *out, const struct sensitivity *v, size_t output)
{
    const bool is_answer = output_is_answer(&v->outputs->of[output]);
    char name[200], share[80];
    size_t shown = 0;

    for (size_t i = 0; i < v->numbers.n && shown < NUMBERS; i++) {
        const size_t input = v->order[output * v->numbers.n + i];
        if (!is_there(effects_flips(&v->effects, output, input)))
            break;
        if (shown++ == 0)
            fprintf(
                out, "    %s; by itself it explains:\n",
                is_answer
                    ? "Drawing one number anew changes the answer in that share of draws"
                    : "A number's part in the doubt about it, what it does with others included");
        fprintf(out, "      %-50s %-22s",
                number_text(&v->layout->scenario->parameter[v->numbers.parameter[input]],
                            sizeof name, name),
                share_text(moves(v, output, input), sizeof share, share));
        fprintf(out, " %s\n",
                share_text(effects_first(&v->effects, output, input), sizeof share, share));
    }
    if (shown == 0)
        fprintf(out, "    No single number changes it by more than chance.\n");
}

/* Whether shares by group are known to a fourth or so; where the answer hardly ever changes, they
 * are not. */
static bool splits(const struct sensitivity *v, size_t output, enum grouping grouping)
{
    bool known = true;

    for (size_t g = 0; g < v->numbers.n_group[grouping]; g++) {
        const struct estimate e = effects_share(&v->effects, output, grouping, g);
        known = known && e.high - e.low < 0.5;
    }
    return known;
}

static void print_groups(FILE *out, const struct sensitivity *v, size_t output,
                         enum grouping grouping, const char *begin)
{
    const struct numbers *n = &v->numbers;
    char share[80];
    bool any = false;

    for (size_t g = 0; g < n->n_group[grouping]; g++) {
        const struct estimate e = effects_share(&v->effects, output, grouping, g);
        if (!is_there(e))
            continue;
        fprintf(out, "%s%s %s", any ? ", " : begin, n->group_title[grouping][g],
                share_text(e, sizeof share, share));
        any = true;
    }
    if (any)
        fprintf(out, ".\n");
}

static void print_output(FILE *out, const struct sensitivity *v, size_t output)
{
    const struct scenario *s = v->layout->scenario;
    const struct output *o = &v->outputs->of[output];
    const struct estimate mean = effects_mean(&v->effects, output);
    char words[OUTPUT_TEXT], share[80];

    if (output_is_answer(o))
        fprintf(out, "  Whether %s: yes in %s of draws\n", output_words(s, o, false, words),
                share_text(mean, sizeof share, share));
    else
        fprintf(out, "  %s: %.3g on average (%.3g to %.3g)\n", output_words(s, o, false, words),
                mean.value, mean.low, mean.high);
    if (output_is_answer(o) && (mean.value == 0 || mean.value == 1)) {
        fprintf(out, "    No number changes it in these draws.\n");
        return;
    }
    print_numbers(out, v, output);
    if (!splits(v, output, GROUPING_PARTY) || !splits(v, output, GROUPING_KIND)) {
        fprintf(out, "    It changes too rarely to say whose doubts decide; more draws, -n, would "
                     "tell.\n");
        return;
    }
    print_groups(out, v, output, GROUPING_PARTY, "    Whose doubts decide: ");
    print_groups(out, v, output, GROUPING_KIND, "    Doubts about what: ");
}

/* How many numbers change none of the answers. */
static void print_inert(FILE *out, const struct sensitivity *v)
{
    size_t inert = 0;

    for (size_t i = 0; i < v->numbers.n; i++) {
        bool moves = false;
        for (size_t o = 0; o < v->outputs->n; o++)
            moves = moves || effects_flips(&v->effects, o, i).value > 0;
        inert += !moves;
    }
    if (inert > 0)
        fprintf(out, "  %zu of the %zu numbers change nothing of all this in these draws.\n", inert,
                v->numbers.n);
}

void sensitivity_summary_print(FILE *out, const struct sensitivity *v, size_t n_set,
                               const char *const set[])
{
    const struct scenario *s = v->layout->scenario;

    print_header(out, v, n_set, set);
    fprintf(out, "Which doubt decides (intervals of 95 %%)\n");
    for (size_t o = 0; o < v->outputs->n; o++) {
        const struct output *output = &v->outputs->of[o];
        if (output->kind != OUTPUT_ACCEPTS || output->who == s->n_party)
            print_output(out, v, o);
    }
    print_inert(out, v);
    fprintf(out, "\nThese are consequences of the scenario's assumptions, not forecasts.\n");
}
