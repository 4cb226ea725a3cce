/* places.c - which columns of Sobol' draws the numbers of a scenario have */
#include "places.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum rank { RANK_NO_DEAL, RANK_TIPS, RANK_WEIGHT, RANK_REST, RANK_TALKS };

struct ranked {
    enum rank rank;
    uint64_t hash;
    struct parameter *parameter;
};

static int compare(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return strcmp(x->parameter->path, y->parameter->path);
}

static void put(struct ranked *ranked, size_t parameter, enum rank rank)
{
    if (parameter != NONE)
        ranked[parameter].rank = rank;
}

static void put_lines(struct ranked *ranked, size_t n, const struct red_line *line)
{
    for (size_t i = 0; i < n; i++)
        put(ranked, line[i].roll, RANK_TIPS);
}

static void put_wishes(struct ranked *ranked, const struct scenario *s,
                       const struct own_wishes *own)
{
    put_lines(ranked, own->n_red_line, own->red_line);
    for (size_t k = 0; own->weight && k < s->n_issue; k++)
        put(ranked, own->weight[k], RANK_WEIGHT);
}

static void put_body(struct ranked *ranked, const struct scenario *s, const struct body *body)
{
    put(ranked, body->no_deal_excess, RANK_TIPS);
    put_wishes(ranked, s, &body->own);
    for (size_t i = 0; i < body->n_bloc; i++) {
        put(ranked, body->bloc[i].no_deal_excess, RANK_TIPS);
        put_wishes(ranked, s, &body->bloc[i].own);
    }
}

static void put_party(struct ranked *ranked, const struct scenario *s, const struct party *party)
{
    put(ranked, party->no_deal, RANK_NO_DEAL);
    put(ranked, party->refusal_cost, RANK_TIPS);
    put_lines(ranked, party->n_red_line, party->red_line);
    for (size_t i = 0; i < party->n_body; i++)
        put_body(ranked, s, &party->body[i]);
    for (size_t k = 0; party->has_preferences && k < s->n_issue; k++)
        put(ranked, party->weight[k], RANK_WEIGHT);
}

void places_give(struct reader *r)
{
    const struct scenario *s = r->scenario;
    struct ranked *ranked = calloc(s->n_parameter + 1, sizeof *ranked);

    if (!ranked) {
        reader_lacks_memory(r);
        return;
    }
    for (size_t i = 0; i < s->n_parameter; i++) {
        struct parameter *p = &s->parameter[i];
        ranked[i] = (struct ranked){ parameter_is_of_talks(p) ? RANK_TALKS : RANK_REST,
                                     text_hash(TEXT_HASH_START, p->path, strlen(p->path)), p };
    }
    for (size_t p = 0; p < s->n_party; p++)
        put_party(ranked, s, &s->party[p]);
    qsort(ranked, s->n_parameter, sizeof *ranked, compare);
    for (size_t i = 0; i < s->n_parameter; i++)
        ranked[i].parameter->place = (uint32_t)i;
    free(ranked);
}
