/* issue.c - one term on the table, and sets of its levels */
#include "issue.h"

#include "parameter.h"

bool level_set_has(const struct level_set *set, double level)
{
    for (size_t i = 0; i < set->n; i++)
        if (set->level[i] == level)
            return true;
    return level > set->above || level < set->below;
}

double issue_units(const struct issue *issue, double per_level)
{
    return issue->held ? issue->held->most[(size_t)per_level] : per_level;
}

double issue_real(const struct issue *issue, const double theta[], double level)
{
    return issue->real == NONE ? level
                               : issue->nothing + theta[issue->real] * (level - issue->nothing);
}

void condition_issues(const struct condition *when, bool concerned[])
{
    for (size_t i = 0; i < when->n_term; i++)
        concerned[when->term[i].issue] = true;
}
