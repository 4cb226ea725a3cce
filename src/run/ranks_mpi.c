/* ranks_mpi.c - the processes that share a sweep: as many as MPI has started
 *
 * The first rank hands out blocks of rows to whoever is ready, and takes the rows in order; the
 * others work.  A worker says READY, ROWS (which is READY too) or, once, BYE; the first rank
 * answers READY and ROWS by BLOCK or END. */
#include "ranks.h"

#include "arena.h"
#include "interrupt.h"

#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum tag { READY, ROWS, BYE, BLOCK, END };

enum {
    /* Rows in a block, for each thread of a worker: larger, and ranks talk less; smaller, and they
     * end closer together, and stop sooner when asked. */
    ROWS_A_THREAD = 16,
    /* Blocks that may be out, or wait for their turn, for each worker. */
    WINDOW = 4,
};

static int n_rank = 1, my_rank;
static bool parted; /* of a worker: was sent home; of the first rank: has sent all home */

/* Refuses to work under a launcher that MPI does not know: each task would take itself for the only
 * one, and all would write the same results.  Asks for the tasks of the step, since a step may have
 * fewer than its job. */
static enum error_code check_tasks(struct error *err)
{
    const char *tasks = getenv("SLURM_STEP_NUM_TASKS");

    if (n_rank > 1 || !tasks || atoi(tasks) <= 1)
        return OK;
    return error_set(err, ERR_USAGE,
                     "Slurm started %s tasks, but MPI sees %d: try srun --mpi=pmix for Open MPI, "
                     "--mpi=pmi2 for MPICH; 'srun --mpi=list' names what there is",
                     tasks, n_rank);
}

enum error_code ranks_begin(int *argc, char ***argv, struct error *err)
{
    int level;

    if (MPI_Init_thread(argc, argv, MPI_THREAD_FUNNELED, &level) != MPI_SUCCESS)
        return error_set(err, ERR_IO, "MPI cannot begin");
    MPI_Comm_size(MPI_COMM_WORLD, &n_rank);
    MPI_Comm_rank(MPI_COMM_WORLD, &my_rank);
    return check_tasks(err);
}

int ranks_count(void)
{
    return n_rank;
}

bool ranks_first(void)
{
    return my_rank == 0;
}

/* A block of finished rows, as it travels from a worker to the first rank. */
struct parcel {
    struct parcel *next; /* in the order of rows */
    uint64_t first, last;
    double number[];
};

struct collection {
    const struct row_job *job;
    double *row; /* where the next row goes */
};

static enum error_code collect(void *taker, uint64_t index, const double row[], struct error *err)
{
    struct collection *c = taker;

    (void)index, (void)err;
    memcpy(c->row, row, c->job->width * sizeof *row);
    c->row += c->job->width;
    return OK;
}

static size_t parcel_bytes(const struct row_job *job, uint64_t rows)
{
    return sizeof(struct parcel) + (size_t)rows * job->width * sizeof(double);
}

/* After an error nothing is sent from here: ranks_part then says BYE, with the error. */
static enum error_code work_on(const struct row_job *job, int threads, const uint64_t block[2],
                               struct error *err)
{
    const size_t bytes = parcel_bytes(job, block[1] - block[0]);
    struct parcel *parcel = memory_alloc(1, bytes, err);
    struct row_job part = *job;

    if (!parcel)
        return err->code;
    struct collection collection = { job, parcel->number };
    parcel->first = part.first = block[0];
    parcel->last = part.last = block[1];
    part.take = collect;
    part.taker = &collection;
    part.tick = NULL;
    if (rows_run(&part, threads, err) == OK)
        MPI_Send(parcel, (int)bytes, MPI_BYTE, 0, ROWS, MPI_COMM_WORLD);
    free(parcel);
    return err->code;
}

static enum error_code work(const struct row_job *job, int threads, struct error *err)
{
    uint64_t block[2];
    MPI_Status status;

    MPI_Send(NULL, 0, MPI_BYTE, 0, READY, MPI_COMM_WORLD);
    for (;;) {
        MPI_Recv(block, 2, MPI_UINT64_T, 0, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
        if (status.MPI_TAG == END) {
            parted = true;
            return OK;
        }
        if (work_on(job, threads, block, err) != OK)
            return err->code;
    }
}

/* What the first rank knows of the work. */
struct office {
    const struct row_job *job;
    uint64_t block, next, taken; /* rows a block; next row to hand out; first row not yet taken */
    struct parcel *waiting;      /* for their turn */
    int home;                    /* workers that have ended their work */
    int n_idle, *idle;           /* workers that wait for a block */
    struct error *err;
};

/* Takes the parcels whose turn it is.  After an error they are only counted and freed, until all
 * workers are home. */
static void take_waiting(struct office *o)
{
    const struct row_job *job = o->job;

    while (o->waiting && o->waiting->first == o->taken) {
        struct parcel *parcel = o->waiting;
        const double *row = parcel->number;
        o->waiting = parcel->next;
        for (; o->taken < parcel->last; o->taken++, row += job->width)
            if (o->err->code == OK && job->take(job->taker, o->taken, row, o->err) == OK &&
                job->tick)
                job->tick(job->watcher, 1);
        free(parcel);
    }
}

static void receive_rows(struct office *o, const MPI_Status *status)
{
    struct parcel **at = &o->waiting, *parcel;
    int bytes;

    MPI_Get_count(status, MPI_BYTE, &bytes);
    parcel = malloc((size_t)bytes);
    if (!parcel) {
        error_set(o->err, ERR_MEMORY, "not enough memory for rows of other ranks");
        MPI_Abort(MPI_COMM_WORLD, 1); /* there is nowhere to receive them */
        return;
    }
    MPI_Recv(parcel, bytes, MPI_BYTE, status->MPI_SOURCE, ROWS, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    while (*at && (*at)->first < parcel->first)
        at = &(*at)->next;
    parcel->next = *at;
    *at = parcel;
    take_waiting(o);
}

static void receive_bye(struct office *o, int from)
{
    struct error theirs;

    MPI_Recv(&theirs, sizeof theirs, MPI_BYTE, from, BYE, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    o->home++;
    if (theirs.code != OK && o->err->code == OK)
        *o->err = theirs;
}

/* Receives one message.  Sleeps between looks, where MPI_Recv may keep the processor busy that a
 * worker on the same machine could use. */
static void receive(struct office *o)
{
    const struct timespec moment = { .tv_nsec = 200 * 1000 };
    MPI_Status status;
    int there = 0;

    while (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status), !there)
        nanosleep(&moment, NULL);
    if (status.MPI_TAG == READY)
        MPI_Recv(NULL, 0, MPI_BYTE, status.MPI_SOURCE, READY, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    if (status.MPI_TAG == ROWS)
        receive_rows(o, &status);
    if (status.MPI_TAG == BYE)
        receive_bye(o, status.MPI_SOURCE);
    else
        o->idle[o->n_idle++] = status.MPI_SOURCE;
}

/* Gives blocks to idle workers, as far as the window goes: behind one slow block the rows of all
 * others would pile up in memory. */
static void hand_out(struct office *o)
{
    const uint64_t window = o->taken + WINDOW * o->block * (uint64_t)(n_rank - 1);

    while (o->n_idle > 0 && o->next < o->job->last && o->next < window) {
        uint64_t left = o->job->last - o->next;
        uint64_t block[2] = { o->next, o->next + (left < o->block ? left : o->block) };
        MPI_Send(block, 2, MPI_UINT64_T, o->idle[--o->n_idle], BLOCK, MPI_COMM_WORLD);
        o->next = block[1];
    }
}

static void send_home(struct office *o)
{
    while (o->n_idle > 0) {
        MPI_Send(NULL, 0, MPI_UINT64_T, o->idle[--o->n_idle], END, MPI_COMM_WORLD);
        o->home++;
    }
}

static enum error_code office_open(struct office *o, const struct row_job *job, int threads,
                                   struct error *err)
{
    const uint64_t rows = job->last - job->first, workers = (uint64_t)(n_rank - 1);
    /* about eight blocks for each worker at least, so that none waits long for the last one */
    uint64_t most = ROWS_A_THREAD * (uint64_t)threads, fair = rows / (8 * workers) + 1;

    *o = (struct office){ .job = job,
                          .block = fair < most ? fair : most,
                          .next = job->first,
                          .taken = job->first,
                          .err = err };
    o->idle = memory_alloc((size_t)workers, sizeof *o->idle, err);
    return err->code;
}

/* Goes on after an error or a signal until every worker is home: one that is not would wait for an
 * answer for ever. */
static enum error_code lead(const struct row_job *job, int threads, struct error *err)
{
    struct office o;

    if (office_open(&o, job, threads, err) != OK)
        MPI_Abort(MPI_COMM_WORLD, 1); /* nobody could be sent home */
    while (o.home < n_rank - 1) {
        bool stop = err->code != OK || interrupt_signal;
        if (!stop)
            hand_out(&o);
        if ((stop || o.next == job->last) && o.n_idle > 0)
            send_home(&o);
        else
            receive(&o);
    }
    parted = true;
    free(o.idle);
    while (o.waiting) { /* rows behind one that never came */
        struct parcel *next = o.waiting->next;
        free(o.waiting);
        o.waiting = next;
    }
    if (err->code == OK && o.taken < job->last)
        error_set(err, ERR_INTERRUPTED,
                  "stopped by a signal"); /* it may have reached a worker only */
    return err->code;
}

enum error_code ranks_run(const struct row_job *job, int threads, struct error *err)
{
    if (n_rank == 1)
        return rows_run(job, threads, err);
    return ranks_first() ? lead(job, threads, err) : work(job, threads, err);
}

/* Parts, where that has not been done yet: the first rank leads a job of no rows, which sends all
 * workers home; a worker says BYE. */
void ranks_part(struct error *err)
{
    static const struct row_job nothing = { .first = 0 };
    struct error met = { .code = OK };

    if (!parted && ranks_first() && n_rank > 1)
        lead(&nothing, 1, &met);
    else if (!parted && n_rank > 1)
        MPI_Send(err, sizeof *err, MPI_BYTE, 0, BYE, MPI_COMM_WORLD);
    if (err->code == OK && met.code != OK)
        *err = met;
}

void ranks_end(void)
{
    MPI_Finalize();
}
