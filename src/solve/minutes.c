/* minutes.c - what is said and done in a talk, and how it ended */
#include "minutes.h"

void minutes_note(struct talk *t, enum act act, size_t by, uint32_t package, double target,
                  const struct event *event)
{
    const struct deed deed = { act, by, t->now, target, package, event, NULL };

    if (t->watch)
        t->watch(t->watcher, t, &deed);
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
