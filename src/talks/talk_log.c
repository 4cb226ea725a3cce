/* talk_log.c - what is said and done in a talk, and how it ended */
#include "talk_log.h"

#include <math.h>

static void tell(struct talk *t, const struct action *action)
{
    if (t->watch)
        t->watch(t->watcher, t, action);
}

void talk_log_note(struct talk *t, enum act act, size_t by, uint32_t package, double target,
                   const struct event *event)
{
    tell(t, &(struct action){ act, by, t->state.now, target, package, event, NULL });
}

void talk_log_vote(struct talk *t, const struct ratifier *ratifier, bool agrees)
{
    tell(t, &(struct action){ agrees ? ACT_RATIFIES : ACT_REJECTS, ratifier->side, t->state.now,
                              NAN, t->state.outcome.package, NULL, ratifier });
}

void talk_log_close(struct talk *t, enum ending ending, size_t by, uint32_t package,
                    const struct event *event)
{
    t->state.has_ended = true;
    t->state.outcome =
        (struct outcome){ .ending = ending,
                          .event = event,
                          .by = by,
                          .offered_by = package == NO_PACKAGE ? BY_NOBODY : t->state.offered_by,
                          .accepted = package == NO_PACKAGE ? 0 : t->state.accepted,
                          .day = t->state.now.day,
                          .package = package,
                          .n_round = t->state.n_held };
}
