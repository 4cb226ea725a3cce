/* body.c - who, inside a party, must ratify what its leaders accept */
#include "body.h"

const char *const body_kind_names[BODY_KINDS] = {
    [BODY_VETO] = "veto",
    [BODY_VOTE] = "vote",
    [BODY_PARTNER] = "partner",
};

static bool has_wishes(const struct own_wishes *own)
{
    return own->weight || own->n_red_line > 0;
}

bool body_is_veto_player(const struct body *body)
{
    return has_wishes(&body->own);
}

bool body_blocs_judge(const struct body *body)
{
    for (size_t b = 0; b < body->n_bloc; b++)
        if (has_wishes(&body->bloc[b].own))
            return true;
    return false;
}

size_t bloc_answers(const struct body *body, const struct bloc *bloc)
{
    return bloc->as_one || body->noise == NONE ? 1 : bloc->seats;
}
