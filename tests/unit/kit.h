/* kit.h - what several tests share: scenarios from text, expected numbers from JSON */
#ifndef KIT_H
#define KIT_H

#include "scenario.h"

#include <jansson.h>

/* The scenario in a text; a test that hands in a wrong one fails with its first mistake. */
struct scenario kit_scenario(const char *text);

/* The first mistake in a text, or "" when there is none. */
const char *kit_mistake(const char *text);

/* The vector of this id in tests/theory_vectors.json ($NEGOSIM_VECTORS); borrowed. */
json_t *kit_vector(const char *id);

/* What is inside a JSON value, by a path of keys and indices: "expected.NBS.0"; borrowed, NULL
 * where there is nothing.  A number or text that is missing fails the test. */
json_t *kit_at(json_t *from, const char *path);
double kit_number(json_t *from, const char *path);
const char *kit_text(json_t *from, const char *path);

#endif
