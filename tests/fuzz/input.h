/* input.h - what a fuzz target is given: a scenario, and what a command line adds to it */
#ifndef INPUT_H
#define INPUT_H

#include "scenario.h"

#include <stdint.h>

enum { INPUT_MAX_OPTION = 8 };

/* The text of a scenario, then lines that begin with "--": one option and its value each, as in
 *
 *   --set union.no_deal=0.2
 *   --vary firm.weights.pay=1:2:3
 *   --design lhs
 *   --metrics zone,talks
 *   --against polynomial:4,micro
 *
 * No line of a scenario begins so; other options are left out. */
struct input {
    char *text;
    size_t n;
    char *options;
    size_t n_set, n_vary;
    const char *set[INPUT_MAX_OPTION], *vary[INPUT_MAX_OPTION];
    const char *design, *metrics, *against; /* NULL: not given */
};

/* False when there is no memory.  After true, release. */
bool input_read(struct input *in, const uint8_t *data, size_t size);
void input_release(struct input *in);

/* Loads the scenario with its settings and set[n_set]; checks what is said of one that is refused.
 */
enum error_code input_load(const struct input *in, size_t n_set, const char *const set[],
                           struct scenario *s, struct error *err);

/* Inputs that were accepted so far, for the summary of a replay. */
extern size_t input_accepted;

/* Not assert: the fuzzer must stop in any build, and its report should name the claim. */
#define HOLDS(claim)                                \
    do                                              \
        if (!(claim))                               \
            input_fail(__FILE__, __LINE__, #claim); \
    while (0)
_Noreturn void input_fail(const char *file, int line, const char *claim);

/* Of the target; 0 always. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
