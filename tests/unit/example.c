/* example.c - the worked example of promises in phases, as a scenario */
#include "example.h"

#include "draw.h"

#include <criterion/criterion.h>

void example_at_mean(struct deal *deal, const struct scenario *s)
{
    struct error err = { .code = OK };

    cr_assert_eq(deal_init(deal, s, &err), OK);
    draw_mean(s, deal->theta);
    deal_fill(deal);
}
