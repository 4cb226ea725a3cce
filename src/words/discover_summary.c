/* discover_summary.c - in which worlds something holds, in a reader's words */
#include "discover_summary.h"

#include "message.h"
#include "text.h"

#include <math.h>

static void print_header(FILE *out, const struct discovery *d, size_t n_set,
                         const char *const set[])
{
    const struct worlds *w = d->worlds;
    char worlds[TEXT_NUMBER], shown[TEXT_SHOWN];

    text_grouped(w->n, worlds);
    fprintf(out, "%s\n%s world%s from seed %llu; %zu numbers, red lines and levers to look at\n",
            w->layout->scenario->title, worlds, message_plural(w->n), (unsigned long long)w->seed,
            w->n_factor);
    for (size_t k = 0; k < n_set; k++)
        fprintf(out, "with %s\n", text_shown(set[k], sizeof shown, shown));
    fprintf(out, "\nIn which worlds?\n");
}

/* "hamas.positions.permanence does not hold", "issues.aid is more or blockade_lifted". */
static void print_set(FILE *out, const struct world_factor *about, uint64_t set)
{
    bool any = false;

    fprintf(out, "%s %s", about->name, about->kind == WORLD_LINE ? "" : "is ");
    for (size_t i = 0; i < about->n_label; i++) {
        if (!(set & category_bit((double)i)))
            continue;
        if (about->kind == WORLD_LINE)
            fputs(i ? "holds" : "does not hold", out);
        else
            fprintf(out, "%s%s", any ? " or " : "", about->label[i]);
        any = true;
    }
}

static void print_limit(FILE *out, const struct discovery *d, const struct found_box *box, size_t f)
{
    const struct world_factor *about = &d->worlds->about[f];
    const struct box_limit *limit = boxes_limit(&box->boxes, box->picked) + f;
    const bool low = discovery_restricts(d, box, f, 0), high = discovery_restricts(d, box, f, 1);

    if (about->n_label > 0)
        print_set(out, about, limit->set);
    else if (low && high)
        fprintf(out, "%s is from %.3g to %.3g", about->name, limit->low, limit->high);
    else
        fprintf(out, "%s is %.3g or %s", about->name, low ? limit->low : limit->high,
                low ? "more" : "less");
    fprintf(out, " (%zu of %d)", box->repeats[f], DISCOVERY_REPEATS);
}

/* The limits that matter in most repeats first, of equals in their order. */
static void print_limits(FILE *out, const struct discovery *d, const struct found_box *box)
{
    bool any = false;

    for (size_t times = DISCOVERY_REPEATS + 1; times-- > 0;)
        for (size_t f = 0; f < d->worlds->n_factor; f++) {
            if (box->repeats[f] != times ||
                !(discovery_restricts(d, box, f, 0) || discovery_restricts(d, box, f, 1)))
                continue;
            fputs(any ? ",\n      and " : "      ", out);
            print_limit(out, d, box, f);
            any = true;
        }
}

static void print_box(FILE *out, const struct discovery *d, const struct discovered *of, size_t b)
{
    const struct found_box *box = &of->box[b];
    char density[TEXT_NUMBER], coverage[TEXT_NUMBER], mass[TEXT_NUMBER];

    fprintf(out, "    %s in %s of the worlds (%s of all) in which\n",
            of->looks_for_no ? "No" : "Yes",
            text_percent(boxes_density(&box->boxes, box->picked), density),
            text_percent(boxes_mass(&box->boxes, box->picked), mass));
    print_limits(out, d, box);
    fprintf(out, ":\n      %s of all worlds with that answer.\n",
            text_percent(boxes_coverage(&box->boxes, box->picked), coverage));
}

static void print_output(FILE *out, const struct discovery *d, size_t output)
{
    const struct worlds *w = d->worlds;
    const struct discovered *of = &d->of[output];
    char words[OUTPUT_TEXT], share[TEXT_NUMBER];

    fprintf(out, "  Whether %s: yes in %s of worlds\n",
            output_words(w->layout->scenario, &w->outputs->of[output], true, words),
            text_percent((double)of->n_yes / (double)w->n, share));
    if (of->n_yes == 0 || of->n_yes == w->n)
        return;
    if (of->n_box == 0 || !of->box[0].is_found)
        fprintf(
            out,
            "    No ranges that pass the test for chance (quasi-p) set the worlds with a %s apart; "
            "more worlds (-n) may.\n",
            of->looks_for_no ? "no" : "yes");
    for (size_t b = 0; b < of->n_box; b++)
        if (of->box[b].is_found)
            print_box(out, d, of, b);
}

void discover_summary_print(FILE *out, const struct discovery *d, size_t n_set,
                            const char *const set[])
{
    print_header(out, d, n_set, set);
    for (size_t o = 0; o < d->worlds->outputs->n; o++)
        print_output(out, d, o);
    fprintf(out,
            "  (in brackets: in how many of %d searches in a half of the worlds the number "
            "mattered, too)\n\nThese are consequences of the scenario's assumptions, not "
            "forecasts.\n",
            DISCOVERY_REPEATS);
}
