/* rows.c - rows of numbers, worked out on all cores and handed over in order */
#include "rows.h"

#include "arena.h"

#include <stdlib.h>

/* A thread's workspace: the study's own, and the row that it works on. */
struct room {
    const struct row_job *job;
    void *space;
    double *row; /* [width] */
};

static void free_room(struct room *room)
{
    if (room->space)
        room->job->close(room->space);
    free(room->row);
    free(room);
}

/* Rows were handed over one by one: there is nothing to take in. */
static void close_room(void *study, void *room, enum error_code code)
{
    (void)study, (void)code;
    free_room(room);
}

/* `study` points to a pointer to the job: the pool hands it on as a plain void *, and the job is
 * const. */
static enum error_code open_room(void *study, void **opened, struct error *err)
{
    const struct row_job *job = *(const struct row_job **)study;
    struct room *room = memory_alloc(1, sizeof *room, err);

    if (!room)
        return err->code;
    room->job = job;
    room->row = memory_alloc(job->width, sizeof *room->row, err);
    if (!room->row || job->open(job->study, &room->space, err) != OK) {
        free_room(room);
        return err->code;
    }
    *opened = room;
    return OK;
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    struct room *room = opened;
    const struct row_job *job = room->job;

    (void)study, (void)last; /* a row a block */
    return job->compute(job->study, room->space, job->first + first, room->row, err);
}

static enum error_code deliver(void *study, void *opened, uint64_t first, uint64_t last,
                               struct error *err)
{
    const struct room *room = opened;

    (void)study, (void)last;
    return room->job->take(room->job->taker, room->job->first + first, room->row, err);
}

enum error_code rows_run(const struct row_job *job, int threads, struct error *err)
{
    /* a row a block: its room holds the row until `deliver`, which the same thread calls */
    const struct pool_job pool = { .study = &job,
                                   .n = job->last - job->first,
                                   .block = 1,
                                   .open = open_room,
                                   .work = work,
                                   .deliver = deliver,
                                   .close = close_room,
                                   .tick = job->tick,
                                   .watcher = job->watcher };

    return pool_run(&pool, threads, err);
}
