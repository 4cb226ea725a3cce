/* domain.h - published negotiation domains as scenarios
 *
 * The domains are other people's data and not in this repository: $NEGOSIM_CASES says where they
 * are; without them a test that opens one is skipped, and says so. */
#ifndef DOMAIN_H
#define DOMAIN_H

#include <jansson.h>

/* The JSON of this name, to be released with json_decref. */
json_t *domain_open(const char *name);

/* A member, which must be there; borrowed. */
json_t *domain_get(json_t *from, const char *key);

/* Writes the domain as a scenario without doubt: issues i0, i1, ...; levels l0, l1, ...; parties p0
 * and p1; and then `more`. */
void domain_scenario(json_t *domain, const char *more, size_t size, char text[size]);

#endif
