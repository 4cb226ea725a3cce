/* completion.c - what makes shells complete negosim's command lines */
#include "completion.h"

#include "names.h"

/* made from completions/ by cli/embed.sh */
extern const char script_bash[], script_zsh[], script_fish[];

const struct completion completions[] = {
    { "bash", script_bash },
    { "zsh", script_zsh },
    { "fish", script_fish },
};
const size_t n_completion = COUNT_OF(completions);
