/* body.c - who, inside a party, must ratify what its leaders accept */
#include "body.h"

const char *const body_kind_names[BODY_KINDS] = {
    [BODY_VETO] = "veto",
    [BODY_VOTE] = "vote",
    [BODY_PARTNER] = "partner",
};

bool body_is_veto_player(const struct body *body)
{
    return body->weight || body->n_red_line > 0;
}
