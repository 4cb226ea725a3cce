/* caps.h - why a party refuses a package, draw by draw */
#ifndef CAPS_H
#define CAPS_H

#include "map.h"

/* The first of these that holds, in a draw in which the party refuses. */
#define CAP_LIST(X)                                                                       \
    X(RED_LINE, red_line, "a red line or a position of its own is crossed")               \
    X(WORD, word, "it would accept if nobody could break off")                            \
    X(BODY, body, "its leaders would sign if nobody could break off, and a body refuses") \
    X(SURPLUS, surplus, "it is worth less to it than no deal, even if all were kept")

enum cap {
#define X(upper, lower, help) CAP_##upper,
    CAP_LIST(X)
#undef X
        CAP_COUNT,
};
extern const char *const cap_names[CAP_COUNT];

/* How often a party refuses for a reason. */
struct capped {
    size_t party;
    enum cap cap;
    const char *what;            /* a red line by its path, a body by its name; "" of others */
    const struct red_line *line; /* of RED_LINE */
    size_t draws;
    double missing; /* of SURPLUS: mean over these draws of what it lacks; else NAN */
};

struct caps {
    struct arena arena;
    size_t n_draw, n;
    struct capped *of;         /* [n] party by party, most draws first */
    size_t refuses[MAX_PARTY]; /* draws */
};

/* Looks at the first draws of a map, at most 2,048, and the package at level[n_table].
 * Errors: those of draw_make; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code caps_find(struct caps *c, const struct map *map, const size_t level[],
                          struct error *err);
void caps_release(struct caps *c);

#endif
