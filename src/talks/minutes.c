/* minutes.c - what is said and done in a talk, and how it ended */
#include "minutes.h"

#include <math.h>

static void tell(struct talk *t, const struct deed *deed)
{
    if (t->watch)
        t->watch(t->watcher, t, deed);
}

void minutes_note(struct talk *t, enum act act, size_t by, uint32_t package, double target,
                  const struct event *event)
{
    tell(t, &(struct deed){ act, by, t->now, target, package, event, NULL });
}

void minutes_vote(struct talk *t, const struct ratifier *ratifier, bool agrees)
{
    tell(t, &(struct deed){ agrees ? ACT_RATIFIES : ACT_REJECTS, ratifier->side, t->now, NAN,
                            t->conclusion.package, NULL, ratifier });
}

void minutes_close(struct talk *t, enum ending ending, size_t by, uint32_t package,
                   const struct event *event)
{
    t->has_ended = true;
    t->conclusion =
        (struct conclusion){ .ending = ending,
                             .event = event,
                             .by = by,
                             .offered_by = package == NO_PACKAGE ? BY_NOBODY : t->standing_by,
                             .day = t->now.day,
                             .package = package,
                             .n_round = t->n_held };
}
