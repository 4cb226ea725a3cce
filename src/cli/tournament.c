/* tournament.c - the strategies that --against has play each other */
#include "tournament.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

static enum error_code read_exponent(struct tactic_values *tactic_values, const char *text,
                                     struct error *err)
{
    double exponent;

    if (!strategy_follows_time(tactic_values->strategy))
        return error_set(err, ERR_USAGE, "--against: '%s' takes no exponent",
                         strategy_names[tactic_values->strategy].text);
    if (!text_real(text, &exponent) || !(exponent >= 0.001 && exponent <= 1000))
        return error_set(err, ERR_USAGE, "--against: the exponent is '%s', expected 0.001 to 1000",
                         text);
    tactic_values->number[TACTIC_exponent] = exponent;
    return OK;
}

static enum error_code read_one(struct tactic_values *tactic_values, const char *name,
                                struct error *err)
{
    char strategy[64], hint[300];
    const size_t length = strcspn(name, ":");
    int found;

    snprintf(strategy, sizeof strategy, "%.*s", (int)length, name);
    *tactic_values =
        (struct tactic_values){ .acceptance = ACCEPTANCE_TARGET, .choice = CHOICE_NEAREST };
    memcpy(tactic_values->number, tactic_start, sizeof tactic_start);
    if (!name_find(STRATEGY_COUNT, strategy_names, strategy, &found)) {
        name_hint(STRATEGY_COUNT, &strategy_names[0].text, sizeof *strategy_names, strategy,
                  sizeof hint, hint);
        return error_set(err, ERR_USAGE, "--against: unknown strategy '%s'%s", strategy, hint);
    }
    if (found == STRATEGY_STATED)
        return error_set(
            err, ERR_USAGE,
            "--against: 'stated' puts forward a party's own proposals; it has no place here");
    tactic_values->strategy = (enum strategy)found;
    if (tactic_values->strategy == STRATEGY_EXPONENTIAL)
        tactic_values->number[TACTIC_opening] = EXPONENTIAL_OPENING;
    return name[length] ? read_exponent(tactic_values, name + length + 1, err) : OK;
}

/* Gives a side of the last pair an entrant. */
static void seat(struct tournament *t, size_t n_side, size_t side, size_t entrant)
{
    t->pair[t->n_pair - 1].tactic_values[side] = &t->tactic_values[entrant];
    t->label[n_side * (t->n_pair - 2) + side] = t->name[entrant];
}

/* Pair 0 is the scenario's own and has no label.  Pairs and labels point into *t, which therefore
 * must not be copied. */
static void pair_two(struct tournament *t)
{
    for (size_t i = 0; i < t->n; i++)
        for (size_t j = 0; j < t->n; j++) {
            t->n_pair++;
            seat(t, PAIR, 0, i);
            seat(t, PAIR, 1, j);
        }
}

static void pair_many(struct tournament *t, size_t n_side)
{
    for (size_t side = 0; side < n_side; side++)
        for (size_t i = 0; i < t->n; i++) {
            t->n_pair++;
            seat(t, n_side, side, i);
        }
}

enum error_code tournament_pair(struct tournament *t, const struct scenario *s, struct error *err)
{
    const struct talks *talks = s->talks;

    t->n_pair = 1;
    for (size_t i = 0; i < t->n && talks->n_side > PAIR; i++) {
        const enum strategy strategy = t->tactic_values[i].strategy;
        if (strategy == STRATEGY_ZEUTHEN ||
            (strategy == STRATEGY_RATIONAL && !talks_may_look_ahead(s)))
            return error_set(
                err, ERR_USAGE, "--against: '%s' cannot bargain in talks of %zu parties%s",
                strategy_names[strategy].text, talks->n_side,
                strategy == STRATEGY_ZEUTHEN ? "" : " on so many packages, or that answer in turn");
    }
    if (talks->n_side == PAIR)
        pair_two(t);
    else
        pair_many(t, talks->n_side);
    return OK;
}

enum error_code tournament_read(struct tournament *t, const char *text, struct error *err)
{
    *t = (struct tournament){ .n_pair = 1 };
    if (text && (!*text || text[strlen(text) - 1] == ','))
        return error_set(err, ERR_USAGE, "--against is '%s', expected STRATEGY,...", text);
    while (text && *text) {
        const size_t length = strcspn(text, ",");
        if (t->n == MAX_ENTRANT)
            return error_set(err, ERR_USAGE, "--against: more than %d strategies", MAX_ENTRANT);
        snprintf(t->name[t->n], sizeof t->name[t->n], "%.*s", (int)length, text);
        for (size_t i = 0; i < t->n; i++)
            if (strcmp(t->name[i], t->name[t->n]) == 0)
                return error_set(err, ERR_USAGE, "--against has '%s' twice", t->name[i]);
        if (read_one(&t->tactic_values[t->n], t->name[t->n], err) != OK)
            return err->code;
        t->n++;
        text += length + (text[length] == ',');
    }
    return OK;
}
