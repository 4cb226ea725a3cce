/* agreed.c - how a page says that a package would be agreed: by all, or by the scenario's rule */
#include "agreed.h"

#include "pieces.h"

#include <math.h>
#include <string.h>

/* Of a folder of several scenarios the first rule that there is: what all must accept passes, too.
 */
static const char *rule_of(const struct page_folder *f)
{
    const json_t *list = json_object_get(f->facts, "scenarios"), *one;
    size_t i;

    json_array_foreach(list, i, one) if (page_text_of(one, "agreement")[0]) return page_text_of(
        one, "agreement");
    return "";
}

const char *agreed_rule(const struct page *p)
{
    return rule_of(p->of ? p->of : p->main);
}

const char *agreed(const struct page *p, const char *all, const char *rule)
{
    return agreed_rule(p)[0] ? rule : all;
}

const char *agreed_accept(const struct page *p)
{
    return agreed(p, "all accept", "it passes");
}

const char *agreed_suits(const struct page *p)
{
    return agreed(p, "suits all", "passes");
}

const char *agreed_who(const struct page *p)
{
    return agreed(p, "all", "passes");
}

const char *agreed_column(struct page *p, const struct csv_grid *grid, const char *all)
{
    const size_t n = strlen(all), less = strlen("all");

    if (!agreed_rule(p)[0] || n <= less || strcmp(all + n - less - 1, "_all") != 0)
        return all;
    const char *rule = piece(p, "%.*srule", (int)(n - less), all);
    return csv_grid_has(grid, rule) ? rule : all;
}

double agreed_number(struct page *p, const struct csv_grid *grid, size_t row, const char *all)
{
    return csv_grid_number(grid, row, agreed_column(p, grid, all));
}

double agreed_stops(struct page *p, const struct csv_grid *proposals, size_t row, const char *party)
{
    const double share = csv_grid_number(proposals, row, piece(p, "stops_%s", party));

    return isnan(share) ? 0 : share;
}
