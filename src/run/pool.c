/* pool.c - many jobs on all cores, with results that do not depend on how many there are */
#include "pool.h"

#include <stdbool.h>

#ifdef _OPENMP
#include <omp.h>
#endif

int pool_threads(void)
{
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

/* The error of the lowest block so far. */
struct verdict {
    uint64_t block;
    struct error err;
};

static void report(struct verdict *verdict, uint64_t block, const struct error *err)
{
#pragma omp critical(pool_verdict)
    if (verdict->err.code == OK || block < verdict->block)
        *verdict = (struct verdict){ block, *err };
}

static bool has_failed(struct verdict *verdict)
{
    bool failed;
#pragma omp critical(pool_verdict)
    failed = verdict->err.code != OK;
    return failed;
}

static void run_block(const struct pool_job *job, void *space, uint64_t block,
                      struct verdict *verdict)
{
    struct error err = { 0 };
    const uint64_t first = block * job->block;
    const uint64_t last = job->n - first < job->block ? job->n : first + job->block;

    if (has_failed(verdict))
        return;
    if (job->stop && *job->stop)
        error_set(&err, ERR_INTERRUPTED, "stopped by a signal");
    else if (job->work(job->study, space, first, last, &err) == OK && job->tick)
        job->tick(job->watcher, last - first);
    if (err.code != OK)
        report(verdict, block, &err);
}

enum error_code pool_run(const struct pool_job *job, int threads, struct error *err)
{
    const uint64_t n_block = (job->n + job->block - 1) / job->block;
    struct verdict verdict = { .block = 0 };

    if (threads <= 0)
        threads = pool_threads();
    if ((uint64_t)threads > n_block)
        threads = n_block > 0 ? (int)n_block : 1;
#pragma omp parallel num_threads(threads)
    {
        struct error opened = { 0 };
        void *space = NULL;
#pragma omp critical(pool_space)
        if (job->open(job->study, &space, &opened) != OK)
            report(&verdict, 0, &opened);
#pragma omp for schedule(dynamic, 1)
        for (uint64_t block = 0; block < n_block; block++)
            run_block(job, space, block, &verdict);
#pragma omp critical(pool_space)
        if (space)
            job->close(job->study, space, verdict.err.code);
    }
    if (verdict.err.code != OK)
        *err = verdict.err;
    return verdict.err.code;
}
