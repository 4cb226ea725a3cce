/* package_list.c - the packages of a run as a page needs them: numbers, and shares of draws */
#include "package_list.h"

#include "agreed.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

size_t packages_level(const struct packages *packages, uint64_t number, size_t k)
{
    uint64_t stride = 1;

    for (size_t i = packages->n_issue; --i > k;)
        stride *= packages->size[i];
    return (size_t)(number / stride % packages->size[k]);
}

/* How many combinations there are; 0 where the facts are none of ours. */
static uint64_t read_sizes(struct packages *packages, const struct page *p)
{
    const json_t *issue;
    uint64_t total = 1;
    size_t k;

    json_array_foreach(page_issues(p), k, issue)
    {
        const size_t n = json_array_size(json_object_get(issue, "levels"));
        if (k == PAGE_ISSUES || n == 0 || total > UINT64_MAX / n)
            return 0;
        packages->size[k] = n;
        total *= n;
    }
    packages->n_issue = k;
    return k > 0 ? total : 0;
}

/* Where a column stands; SIZE_MAX for none. */
static size_t place_of(const struct csv_grid *grid, const char *column)
{
    const size_t i = csv_text_column(&grid->text, column);
    return i < grid->text.n_column ? i : SIZE_MAX;
}

static void read_column(const struct csv_grid *grid, const char *column, size_t step, double to[])
{
    const size_t place = place_of(grid, column);
    double x;

    for (size_t i = 0; i < grid->n_row; i++)
        to[i * step] =
            place != SIZE_MAX && text_real(grid->cell[i * grid->text.n_column + place], &x) ? x : 0;
}

/* False for a row that is no package. */
static bool read_numbers(struct packages *packages, const struct page *p, uint64_t total)
{
    const struct csv_grid *grid = packages->grid;
    const size_t place = place_of(grid, "package");
    uint64_t written;

    packages->is_whole = true;
    for (size_t i = 0; i < grid->n_row; i++) {
        uint64_t *number = &packages->number[i];
        if (place == SIZE_MAX ||
            !text_count(grid->cell[i * grid->text.n_column + place], 0, total - 1, &written))
            return false;
        *number = packages_number(packages, p, grid, i);
        if (*number == UINT64_MAX)
            return false;
        packages->is_whole = packages->is_whole && (i == 0 || *number > number[-1]);
    }
    return true;
}

static bool allocate(struct packages *packages, struct error *err)
{
    const size_t n = packages->n;

    packages->number = memory_alloc(n, sizeof *packages->number, err);
    packages->party = memory_alloc(n * packages->n_party, sizeof *packages->party, err);
    packages->all = memory_alloc(n, sizeof *packages->all, err);
    if (csv_grid_cell(packages->grid, 0, "completes")[0])
        packages->completes = memory_alloc(n, sizeof *packages->completes, err);
    return err->code == OK;
}

static void read_shares(struct packages *packages, struct page *p)
{
    char column[160];

    for (size_t i = 0; i < packages->n_party; i++) {
        snprintf(column, sizeof column, "accept_%s", page_party(p, i));
        read_column(packages->grid, column, packages->n_party, packages->party + i);
    }
    read_column(packages->grid, agreed_column(p, packages->grid, "accept_all"), 1, packages->all);
    if (packages->completes)
        read_column(packages->grid, "completes", 1, packages->completes);
    for (size_t i = 1; i < packages->n; i++)
        if (packages->all[i] > packages->all[packages->best])
            packages->best = i;
}

enum error_code packages_read(struct packages **packages, struct page *p, struct error *err)
{
    const struct csv_grid *grid = page_folder_table(p->run, "packages");
    struct packages *made;

    *packages = NULL;
    if (!grid || grid->n_row == 0)
        return OK;
    made = *packages = memory_alloc(1, sizeof *made, err);
    if (!made)
        return err->code;
    *made = (struct packages){ .grid = grid, .n = grid->n_row, .n_party = page_n_party(p) };
    const uint64_t total = read_sizes(made, p);
    if (total == 0 || made->n_party == 0 || made->n_party > PAGE_PARTIES)
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", p->run->path);
    if (!allocate(made, err))
        return err->code;
    if (!read_numbers(made, p, total))
        return error_set(err, ERR_IO, "'%s/packages.csv' has a number that is no package",
                         p->run->path);
    read_shares(made, p);
    made->is_whole =
        made->is_whole && (double)made->n == page_number_of(p->run->scenario, "packages");
    return OK;
}

void packages_release(struct packages *packages)
{
    if (!packages)
        return;
    free(packages->number);
    free(packages->party);
    free(packages->all);
    free(packages->completes);
    free(packages);
}

uint64_t packages_number(const struct packages *packages, const struct page *p,
                         const struct csv_grid *grid, size_t row)
{
    const json_t *issue, *level;
    uint64_t number = 0;
    size_t k, l;

    json_array_foreach(page_issues(p), k, issue)
    {
        const char *is = csv_grid_cell(grid, row, page_text_of(issue, "name"));
        json_array_foreach(json_object_get(issue, "levels"), l,
                           level) if (strcmp(page_text_of(level, "name"), is) == 0) break;
        if (l == packages->size[k])
            return UINT64_MAX;
        number = number * packages->size[k] + l;
    }
    return number;
}

size_t packages_row(const struct packages *packages, uint64_t number)
{
    size_t i = 0;

    while (i < packages->n && packages->number[i] != number)
        i++;
    return i;
}
