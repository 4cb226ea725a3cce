/* pool.c - many jobs on all cores, with results that do not depend on how many there are */
#include "pool.h"

#include "interrupt.h"

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

static bool has_failed_before(struct verdict *verdict, uint64_t block)
{
    bool failed;
#pragma omp critical(pool_verdict)
    failed = verdict->err.code != OK && verdict->block < block;
    return failed;
}

/* One thread at a time relieves its workspace: that adds to what all threads share. */
static enum error_code work(const struct pool_job *job, void *space, uint64_t first, uint64_t last,
                            struct error *err)
{
    if (interrupt_check(err) != OK || job->work(job->study, space, first, last, err) != OK)
        return err->code;
#pragma omp critical(pool_space)
    if (job->is_full && job->is_full(space))
        job->relieve(job->study, space);
    return OK;
}

/* Works on a block and delivers it.  After an error the blocks behind it are skipped; those before
 * it, on which other threads may be at work, are finished and delivered.  That makes the error of
 * the lowest block the same for any number of threads.  The loop around is ordered, so that blocks
 * are delivered in their order. */
static void run_block(const struct pool_job *job, void *space, uint64_t block,
                      struct verdict *verdict)
{
    struct error err = { 0 };
    const uint64_t first = block * job->block;
    const uint64_t last = job->n - first < job->block ? job->n : first + job->block;

    if (has_failed_before(verdict, block + 1) || work(job, space, first, last, &err) != OK) {
        if (err.code != OK)
            report(verdict, block, &err);
        return;
    }
#pragma omp ordered
    if (job->deliver && !has_failed_before(verdict, block) &&
        job->deliver(job->study, space, first, last, &err) != OK)
        report(verdict, block, &err);
    if (err.code == OK && job->tick)
        job->tick(job->watcher, last - first);
}

/* The blocks of one OpenMP loop.  Such a loop cannot be left early: after an error it still steps
 * through all its blocks, so that one loop over many millions of them would take long to stop. */
struct span {
    uint64_t first, last;
};

static struct span next_span(const struct span *span, uint64_t n_block)
{
    const uint64_t most = 1024, left = n_block - span->last;
    return (struct span){ span->last, span->last + (left < most ? left : most) };
}

enum error_code pool_run(const struct pool_job *job, int threads, struct error *err)
{
    const uint64_t n_block = (job->n + job->block - 1) / job->block;
    struct verdict verdict = { .block = 0 };
    struct span span = { 0, 0 };

    if (threads <= 0)
        threads = pool_threads();
    if ((uint64_t)threads > n_block)
        threads = n_block > 0 ? (int)n_block : 1;
#pragma omp parallel num_threads(threads)
    {
        struct error opened = { 0 };
        void *space = NULL;
#pragma omp critical(pool_space)
        if (interrupt_check(&opened) != OK || job->open(job->study, &space, &opened) != OK)
            /* without a space no thread may work: block 0 has failed, and so all are skipped */
            report(&verdict, 0, &opened);
        while (true) {
#pragma omp single
            span = has_failed_before(&verdict, UINT64_MAX) ? (struct span){ 0, 0 }
                                                           : next_span(&span, n_block);
            if (span.first == span.last)
                break;
#pragma omp for schedule(dynamic, 1) ordered
            for (uint64_t block = span.first; block < span.last; block++)
                run_block(job, space, block, &verdict);
        }
#pragma omp critical(pool_space)
        if (space)
            job->close(job->study, space, verdict.err.code);
    }
    if (verdict.err.code != OK)
        *err = verdict.err;
    return verdict.err.code;
}
