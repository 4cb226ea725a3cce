/* ranks_alone.c - the processes that share a sweep, without MPI: this one only */
#include "ranks.h"

enum error_code ranks_begin(int *argc, char ***argv, struct error *err)
{
    (void)argc, (void)argv, (void)err;
    return OK;
}

int ranks_count(void)
{
    return 1;
}

bool ranks_first(void)
{
    return true;
}

enum error_code ranks_run(const struct row_job *job, int threads, struct error *err)
{
    return rows_run(job, threads, err);
}

void ranks_part(struct error *err)
{
    (void)err;
}

void ranks_end(void)
{
}
