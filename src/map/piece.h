/* piece.h - a smaller negotiation of the same kind, to measure what the whole one costs */
#ifndef PIECE_H
#define PIECE_H

#include "scenario.h"

struct piece {
    struct scenario scenario; /* borrows all but issues and proposals: not to be released */
    struct arena arena;
};

/* The scenario without its talks, its draws plain, its largest issues cut to their first levels
 * until there are at most `most` combinations; proposals keep to those levels.  Errors: ERR_MEMORY.
 */
NODISCARD
enum error_code piece_init(struct piece *piece, const struct scenario *s, double most,
                           struct error *err);
void piece_release(struct piece *piece);

#endif
