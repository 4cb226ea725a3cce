/* override.h - settings from outside a scenario's files: --set PATH=VALUE */
#ifndef OVERRIDE_H
#define OVERRIDE_H

#include "error.h"

#include <libconfig.h>
#include <stdbool.h>

/* Whether a scenario may have a group of this name; who knows the groups hands it in. */
typedef bool group_test(const char *name);

/* Puts VALUE, written as in a scenario (a number, a level's name with or without quotes, a group
 * such as { normal = (0, 1); }), at PATH, in place of what is there:
 *
 *   hamas.no_deal         a setting of a party, by the party's name
 *   israel.weights.pause  deeper
 *   issues.pause          fixes the issue at one level, in the proposals too
 *   run.draws             a setting of another group
 *
 * `text` is "PATH=VALUE" and is borrowed: every setting made from it carries it as its hook, and
 * is checked like any other when the scenario is read.
 * Errors: ERR_SCENARIO, its place "--set PATH"; ERR_USAGE where `text` is not PATH=VALUE. */
NODISCARD
enum error_code override_apply(config_t *config, const char *text, group_test *is_group,
                               struct error *err);

#endif
