/* map_kit.h - maps of scenarios given as text, for tests */
#ifndef MAP_KIT_H
#define MAP_KIT_H

#include "agreement.h"
#include "map.h"

/* Everything from a scenario to its map. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
};

/* A test that hands in a wrong text fails with its first mistake. */
void open_trial(struct trial *t, const char *text, uint64_t draws);
void close_trial(struct trial *t);

/* The share of draws in which a package would be agreed. */
double passes_share(const struct trial *t, uint64_t package);

/* A text that grows; `used` may be put back. */
extern char map_text[40000];
extern size_t used;
__attribute__((format(printf, 1, 2))) void add(const char *format, ...);

#endif
