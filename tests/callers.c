/* callers.c - who has made a call that a preloaded library takes */
#define _GNU_SOURCE
#include "callers.h"

#include <link.h>
#include <string.h>

struct range {
    const char *low, *high;
};
static struct range own, other;

struct search {
    const char *library;
    bool is_first; /* the program comes before its libraries */
};

static int note_range(struct dl_phdr_info *info, size_t size, void *with)
{
    struct range range = { NULL, NULL };
    struct search *search = with;

    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const char *at = (const char *)info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (info->dlpi_phdr[i].p_type != PT_LOAD)
            continue;
        range.low = range.low ? range.low : at;
        range.high = at + info->dlpi_phdr[i].p_memsz;
    }
    if (search->is_first)
        own = range;
    else if (strstr(info->dlpi_name, search->library))
        other = range;
    search->is_first = false;
    return 0;
}

void callers_find(const char *library)
{
    struct search search = { library, true };

    dl_iterate_phdr(note_range, &search);
}

static bool is_in(const struct range *range, const char *at)
{
    return at >= range->low && at < range->high;
}

bool callers_has(const void *address)
{
    return is_in(&own, address) || is_in(&other, address);
}
