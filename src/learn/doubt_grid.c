/* doubt_grid.c - what other choices of the answers' doubt and scale would have given */
#include "doubt_grid.h"

#include "interrupt.h"

#include <stdlib.h>

static const double doubts[GRID_DOUBTS] = { 0.01, 0.02, 0.05, 0.1, 0.2 };
static const double scales[GRID_SCALES] = { 0.005, 0.01, 0.02, 0.05, 0.1 };

/* The prior's worlds, as they answer with these. */
static void answer_anew(const struct learned *l, double doubt, double scale, struct ensemble *e)
{
    const struct history *h = l->joint->history;

    for (size_t i = 0; i < l->n; i++) {
        for (size_t k = 0; k < h->n_answer; k++) {
            const size_t at = i * h->n_answer + k;
            const double own = h->answer[k].answer->doubt;
            e->standing[at] =
                (struct standing){ l->prior.standing[at].margin, own > 0 ? own : doubt, scale };
            e->log[at] = standing_log(&e->standing[at], &h->answer[k]);
        }
        ensemble_add_up(e, i);
    }
}

static double squares(const struct ensemble *e, size_t k, const double w[])
{
    const double p = ensemble_chance(e, k, w);

    return recorded_squares(&e->joint->history->answer[k], p, p);
}

static void score(const struct ensemble *e, double w[], struct doubt_choice *c)
{
    const struct history *h = e->joint->history;
    const double n = history_answers(h);
    struct left_out out = left_out_none;

    for (size_t k = 0; k < h->n_answer; k++)
        c->prior += squares(e, k, NULL) / n;
    for (size_t g = 0; g < h->n_group; g++) {
        out = left_out_none;
        out.group = g;
        ensemble_weigh(e, &out, w);
        for (size_t k = 0; k < h->n_answer; k++)
            c->without_scenario += history_group(h, k) == g ? squares(e, k, w) / n : 0;
    }
    for (size_t date = 0; date < h->n_date; date++) {
        out = left_out_none;
        out.from_date = date;
        ensemble_weigh(e, &out, w);
        for (size_t k = 0; k < h->n_answer; k++)
            if (h->date[h->answer[k].scenario] == date)
                c->forward += squares(e, k, w) / n;
    }
}

enum error_code doubt_grid_find(const struct learned *l, struct doubt_choice choice[GRID_CHOICES],
                                struct error *err)
{
    const size_t cells = l->n * l->joint->history->n_answer;
    struct ensemble e = { .joint = l->joint, .n = l->n };
    double *w = memory_alloc(l->n, sizeof *w, err);

    e.standing = memory_alloc(cells, sizeof *e.standing, err);
    e.log = memory_alloc(cells, sizeof *e.log, err);
    e.total = memory_alloc(l->n, sizeof *e.total, err);
    for (size_t i = 0; err->code == OK && i < GRID_CHOICES && interrupt_check(err) == OK; i++) {
        struct doubt_choice *c = &choice[i];
        *c = (struct doubt_choice){ doubts[i / GRID_SCALES], scales[i % GRID_SCALES] };
        answer_anew(l, c->doubt, c->scale, &e);
        const struct weighed weighed = ensemble_weigh(&e, &left_out_none, w);
        c->effective = weighed.effective;
        c->log_z = weighed.log_mean;
        c->error = weighted_error(&weighed, l->n);
        score(&e, w, c);
    }
    free(w);
    ensemble_release(&e);
    return err->code;
}
