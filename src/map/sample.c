/* sample.c - the first draws of a map, their numbers and their answers, kept to ask what decides */
#include "sample.h"

#include <stdlib.h>

static size_t kept(uint64_t draws)
{
    return draws < SAMPLE_MOST ? (size_t)draws : SAMPLE_MOST;
}

/* Numbers of the talks move nothing on the map. */
static bool is_kept(const struct parameter *p)
{
    return parameter_is_uncertain(p) && !parameter_is_of_talks(p);
}

static size_t count_numbers(const struct scenario *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_parameter; i++)
        n += is_kept(&s->parameter[i]);
    return n;
}

static size_t count_answers(const struct scenario *s)
{
    return 1 + s->n_proposal * (s->n_party + 1);
}

double sample_bytes(const struct scenario *s, uint64_t draws)
{
    const double a_draw = (double)count_numbers(s) * sizeof(double) + (double)count_answers(s);

    return a_draw * (double)kept(draws);
}

size_t sample_answer(const struct scenario *s, size_t proposal, size_t who)
{
    return 1 + proposal * (s->n_party + 1) + who;
}

void sample_answer_split(const struct scenario *s, size_t answer, size_t *proposal, size_t *who)
{
    *proposal = (answer - 1) / (s->n_party + 1);
    *who = (answer - 1) % (s->n_party + 1);
}

enum error_code sample_init(struct sample *sample, const struct scenario *s, uint64_t draws,
                            struct error *err)
{
    size_t n = 0;

    *sample = (struct sample){ .n = kept(draws),
                               .n_number = count_numbers(s),
                               .n_answer = count_answers(s) };
    sample->number = memory_alloc(sample->n_number, sizeof *sample->number, err);
    sample->value = memory_alloc(sample->n_number * sample->n, sizeof *sample->value, err);
    sample->answer = memory_alloc(sample->n_answer * sample->n, sizeof *sample->answer, err);
    for (size_t i = 0; err->code == OK && i < s->n_parameter; i++)
        if (is_kept(&s->parameter[i]))
            sample->number[n++] = i;
    return err->code;
}

void sample_release(struct sample *sample)
{
    free(sample->number);
    free(sample->value);
    free(sample->answer);
    *sample = (struct sample){ .n = 0 };
}

void sample_put(struct sample *sample, const struct scenario *s, uint64_t draw,
                const double theta[], bool has_zone, const struct draw_answers *answers)
{
    const size_t n = sample->n, at = (size_t)draw;

    if (draw >= n)
        return;
    for (size_t k = 0; k < sample->n_number; k++)
        sample->value[k * n + at] = theta[sample->number[k]];
    sample->answer[SAMPLE_ZONE * n + at] = has_zone;
    for (size_t i = 0; i < s->n_proposal; i++) {
        for (size_t p = 0; p < s->n_party; p++)
            sample->answer[sample_answer(s, i, p) * n + at] =
                answers->accepts[i * s->n_party + p] > 0;
        sample->answer[sample_answer(s, i, s->n_party) * n + at] = answers->passes[i] > 0;
    }
}
