/* example.c - the worked example of promises in phases, as a scenario */
#include "example.h"

#include "draw.h"

#include <criterion/criterion.h>

void example_at_mean(struct appraisal *appraisal, const struct scenario *s)
{
    struct error err = { .code = OK };

    cr_assert_eq(appraisal_init(appraisal, s, &err), OK);
    draw_mean(s, appraisal->theta);
    appraisal_fill(appraisal);
}
