/* history.c - scenarios in the order of their dates, and all answers that they have on record */
#include "history.h"

#include <string.h>

/* An undated scenario is later than all others. */
static int by_date(const struct scenario *a, const struct scenario *b)
{
    if (!a->as_of[0] != !b->as_of[0])
        return a->as_of[0] ? -1 : 1;
    return strcmp(a->as_of, b->as_of);
}

static int compare(const struct scenario *a, const struct scenario *b)
{
    const int date = by_date(a, b);

    return date ? date : strcmp(a->name, b->name);
}

static void put_in_order(struct history *h, const struct scenario *const scenario[])
{
    for (size_t i = 0; i < h->n; i++) {
        size_t at = i;
        for (; at > 0 && compare(h->scenario[at - 1], scenario[i]) > 0; at--)
            h->scenario[at] = h->scenario[at - 1];
        h->scenario[at] = scenario[i];
    }
}

static enum error_code number_dates(struct history *h, struct error *err)
{
    for (size_t i = 0; i < h->n; i++) {
        for (size_t k = 0; k < i; k++)
            if (strcmp(h->scenario[k]->name, h->scenario[i]->name) == 0)
                return error_set(err, ERR_SCENARIO,
                                 "two scenarios are called '%s': each needs a name of its own",
                                 h->scenario[i]->name);
        h->n_date += i == 0 || by_date(h->scenario[i - 1], h->scenario[i]) != 0;
        h->date[i] = h->n_date - 1;
    }
    return OK;
}

static void number_groups(struct history *h)
{
    for (size_t i = 0; i < h->n; i++) {
        size_t same = 0;
        while (strcmp(h->scenario[same]->group, h->scenario[i]->group) != 0)
            same++;
        h->group[i] = same < i ? h->group[same] : h->n_group++;
    }
}

static size_t count_answers(const struct history *h)
{
    size_t n = 0;

    for (size_t i = 0; i < h->n; i++)
        for (size_t k = 0; k < h->scenario[i]->n_proposal; k++)
            for (size_t p = 0; p < h->scenario[i]->n_party; p++)
                n += h->scenario[i]->proposal[k].answer[p].is_recorded;
    return n;
}

static void list_answers(struct history *h)
{
    for (size_t i = 0; i < h->n; i++) {
        const struct scenario *s = h->scenario[i];
        h->first[i] = h->n_answer;
        for (size_t k = 0; k < s->n_proposal; k++)
            for (size_t p = 0; p < s->n_party; p++) {
                const struct answer *answer = &s->proposal[k].answer[p];
                if (answer->is_recorded)
                    h->answer[h->n_answer++] = (struct recorded){
                        i, k, p, answer, (double)answer_number(answer), (double)answer_yes(answer)
                    };
            }
    }
    h->first[h->n] = h->n_answer;
}

enum error_code history_init(struct history *h, size_t n, const struct scenario *const scenario[],
                             struct error *err)
{
    *h = (struct history){ .n = n };
    h->scenario = arena_alloc(&h->arena, n, sizeof *h->scenario);
    h->date = arena_alloc(&h->arena, n, sizeof *h->date);
    h->group = arena_alloc(&h->arena, n, sizeof *h->group);
    h->first = arena_alloc(&h->arena, n + 1, sizeof *h->first);
    if (!h->scenario || !h->date || !h->group || !h->first)
        return error_set(err, ERR_MEMORY, "not enough memory for a record");
    put_in_order(h, scenario);
    if (number_dates(h, err) != OK)
        return err->code;
    number_groups(h);
    h->answer = arena_alloc(&h->arena, count_answers(h), sizeof *h->answer);
    if (!h->answer)
        return error_set(err, ERR_MEMORY, "not enough memory for a record");
    list_answers(h);
    return OK;
}

void history_release(struct history *h)
{
    arena_release(&h->arena);
}

double history_answers(const struct history *h)
{
    double n = 0;

    for (size_t k = 0; k < h->n_answer; k++)
        n += h->answer[k].n;
    return n;
}

double history_own(const struct history *h)
{
    double n = 0;

    for (size_t k = 0; k < h->n_answer; k++)
        n += h->answer[k].answer->own ? h->answer[k].n : 0;
    return n;
}

size_t history_answered(const struct history *h)
{
    size_t n = 0;

    for (size_t g = 0; g < h->n_group; g++)
        for (size_t k = 0; k < h->n_answer; k++)
            if (h->answer[k].n > 0 && h->group[h->answer[k].scenario] == g) {
                n++;
                break;
            }
    return n;
}

size_t history_group(const struct history *h, size_t answer)
{
    return h->group[h->answer[answer].scenario];
}

double recorded_squares(const struct recorded *answer, double p_yes, double p_no)
{
    return answer->yes * (1 - p_yes) * (1 - p_yes) + (answer->n - answer->yes) * p_no * p_no;
}
