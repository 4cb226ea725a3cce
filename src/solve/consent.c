/* consent.c - what the bodies inside a party ask of a deal, in one draw */
#include "consent.h"

#include "vote.h"

#include <math.h>

/* The vote of a body in this draw; blocs[n_bloc] holds its blocs. */
static struct vote vote_of(const struct body *body, const double theta[], double felt,
                           struct vote_bloc blocs[])
{
    for (size_t b = 0; b < body->n_bloc; b++)
        blocs[b] = (struct vote_bloc){ .seats = body->bloc[b].seats,
                                       .as_one = body->bloc[b].as_one,
                                       .vetoes = body->bloc[b].vetoes,
                                       .least = felt * theta[body->bloc[b].no_deal_excess],
                                       .roll = parameter_or(theta, body->bloc[b].roll, 0.5) };
    return (struct vote){ .n_bloc = body->n_bloc,
                          .quota = body->quota,
                          .bloc = blocs,
                          .noise = parameter_or(theta, body->noise, 0),
                          .shock = parameter_or(theta, body->shock, 0),
                          .swing = parameter_or(theta, body->swing, 0.5) };
}

bool consent_stays(const struct body *partner, const double theta[], double surplus, double felt)
{
    return surplus >= felt * theta[partner->no_deal_excess] - TIE;
}

static double left_without(const struct party *party, const double theta[], double surplus,
                           double felt, const struct body *left_out)
{
    double left = surplus;

    for (size_t i = 0; i < party->n_body; i++) {
        const struct body *body = &party->body[i];
        if (body != left_out && body->kind == BODY_PARTNER &&
            !consent_stays(body, theta, surplus, felt))
            left -= theta[body->cost];
    }
    return left;
}

double consent_left(const struct scenario *s, size_t p, const double theta[], double surplus,
                    double felt)
{
    return left_without(&s->party[p], theta, surplus, felt, NULL);
}

/* What is left rises with the surplus, and jumps only where a partner begins to stay.  So the
 * answer is either such a jump, or the sum of what those partners cost that still leave. */
double consent_leaders(const struct scenario *s, size_t p, const double theta[], double felt,
                       const struct body *left_out)
{
    const struct party *party = &s->party[p];
    double least = INFINITY;

    for (size_t i = 0; i <= party->n_body; i++) {
        const struct body *body = i < party->n_body ? &party->body[i] : NULL;
        if (body && (body == left_out || body->kind != BODY_PARTNER))
            continue;
        double at = body ? fmax(0, felt * theta[body->no_deal_excess]) : 0;
        double lack = -left_without(party, theta, at, felt, left_out);
        if (lack > 0)
            at += lack; /* enough if no partner returns on the way: then it is found there */
        if (left_without(party, theta, at, felt, left_out) >= -TIE)
            least = fmin(least, at);
    }
    return least;
}

/* The surplus of the party at which a veto holder's own, V - w - felt d + r, is 0. */
static double veto_asks(const struct body *body, const double theta[], double felt)
{
    return felt * theta[body->no_deal_excess] - parameter_or(theta, body->refusal_cost, 0);
}

double consent_least(const struct body *body, const double theta[], double felt)
{
    struct vote_bloc blocs[VOTE_MAX_BLOC];

    switch (body->kind) {
    case BODY_VETO:
        return body_is_veto_player(body) ? -INFINITY : veto_asks(body, theta, felt);
    case BODY_VOTE: {
        if (body_blocs_judge(body))
            return -INFINITY;
        const struct vote vote = vote_of(body, theta, felt, blocs);
        return vote_threshold(&vote);
    }
    case BODY_PARTNER:
    case BODY_KINDS:
        break;
    }
    return -INFINITY;
}

double consent_vote(const struct veto_player *bloc, const double theta[])
{
    struct vote_bloc blocs[VOTE_MAX_BLOC];
    const struct vote vote = vote_of(bloc->body, theta, 0, blocs);
    return vote_least(&vote, (size_t)(bloc->bloc - bloc->body->bloc), bloc->answer);
}

double consent_seat(const struct body *body, size_t b, const double theta[], double surplus,
                    double felt)
{
    struct vote_bloc blocs[VOTE_MAX_BLOC];
    const struct vote vote = vote_of(body, theta, felt, blocs);
    return vote_seat(&vote, b, surplus + (vote.noise > 0 ? 0 : TIE));
}
