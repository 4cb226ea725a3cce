/* test_checkpoint.c - a text that grows, and what of it may be gone on with */
#include "checkpoint.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct identity identity[] = { { "seed", "7", "the seed" },
                                            { "points", "grid 3 a=0,1,2", "the plan of points" } };
static const char *const piece[] = { "point,zone\n", "0,0.25\n", "1,0.5\n", "2,0.125\n" };
enum { N_PIECE = 4, MAX_TEXT = 1000 };

/* A folder of its own for each test, in memory where that can be: closing waits for the disk. */
static char folder[64], text_path[80], journal_path[80];

static void make_folder(void)
{
    snprintf(folder, sizeof folder, "%s/negosim_checkpoint_XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    cr_assert(mkdtemp(folder) != NULL);
    snprintf(text_path, sizeof text_path, "%s/text", folder);
    snprintf(journal_path, sizeof journal_path, "%s/journal", folder);
}

static void remove_folder(void)
{
    unlink(text_path);
    unlink(journal_path);
    rmdir(folder);
}

TestSuite(checkpoint, .init = make_folder, .fini = remove_folder);

static enum error_code open_it(struct checkpoint **c, bool go_on, uint64_t *done, struct error *err)
{
    return checkpoint_open(c, text_path, journal_path, go_on, 2, identity, N_PIECE, done, err);
}

/* Adds pieces from..to-1 and closes. */
static void add(struct checkpoint *c, size_t from, size_t to)
{
    struct error err = { .code = OK };

    for (size_t i = from; i < to; i++)
        cr_assert(checkpoint_add(c, piece[i], strlen(piece[i]), &err) == OK, "%s", err.text);
    cr_assert(checkpoint_close(c, &err) == OK, "%s", err.text);
}

static void make(size_t n)
{
    struct error err = { .code = OK };
    struct checkpoint *c;
    uint64_t done;

    cr_assert(open_it(&c, false, &done, &err) == OK, "%s", err.text);
    add(c, 0, n);
}

static size_t read_all(const char *path, char text[static MAX_TEXT])
{
    FILE *f = fopen(path, "r");
    cr_assert(f != NULL);
    const size_t n = fread(text, 1, MAX_TEXT, f);
    fclose(f);
    return n;
}

static void write_all(const char *path, size_t n, const char *text)
{
    FILE *f = fopen(path, "w");
    cr_assert(f != NULL && fwrite(text, 1, n, f) == n && fclose(f) == 0);
}

/* Goes on, unless it is refused, and ends with the text that was never interrupted. */
static bool goes_on(const char *whole)
{
    struct error err = { .code = OK };
    struct checkpoint *c;
    uint64_t done = 0;
    char text[MAX_TEXT];

    if (open_it(&c, true, &done, &err) != OK) {
        cr_assert(err.code == ERR_IO && err.text[0]);
        return false;
    }
    cr_assert(done <= N_PIECE);
    add(c, (size_t)done, N_PIECE);
    const size_t n = read_all(text_path, text);
    cr_assert(n == strlen(whole) && memcmp(text, whole, n) == 0, "other text: %.*s", (int)n, text);
    return true;
}

Test(checkpoint, goes_on_with_whatever_is_cut_off)
{
    const char whole[] = "point,zone\n0,0.25\n1,0.5\n2,0.125\n";
    char text[MAX_TEXT], journal[MAX_TEXT];

    make(3);
    const size_t n_text = read_all(text_path, text), n_journal = read_all(journal_path, journal);
    for (size_t i = 0; i <= n_text; i++) {
        write_all(text_path, i, text);
        write_all(journal_path, n_journal, journal);
        cr_expect(goes_on(whole));
    }
    for (size_t i = 0; i <= n_journal; i++) {
        write_all(text_path, n_text, text);
        write_all(journal_path, i, journal);
        cr_expect(goes_on(whole));
    }
}

/* Each bit of both files, turned over: the end is right, or it is refused. */
Test(checkpoint, is_right_or_refuses_when_any_bit_is_another)
{
    const char whole[] = "point,zone\n0,0.25\n1,0.5\n2,0.125\n";
    char file[2][MAX_TEXT];
    const char *const path[] = { text_path, journal_path };
    size_t n[2], right = 0, refused = 0;

    make(3);
    for (size_t k = 0; k < 2; k++)
        n[k] = read_all(path[k], file[k]);
    for (size_t k = 0; k < 2; k++)
        for (size_t bit = 0; bit < 8 * n[k]; bit++) {
            file[k][bit / 8] = (char)(file[k][bit / 8] ^ 1 << bit % 8);
            for (size_t i = 0; i < 2; i++)
                write_all(path[i], n[i], file[i]);
            if (goes_on(whole))
                right++;
            else
                refused++;
            file[k][bit / 8] = (char)(file[k][bit / 8] ^ 1 << bit % 8);
        }
    cr_expect(right + refused == 8 * (n[0] + n[1]));
    cr_expect(right > 0 && refused > 0);
    cr_expect(right >= 8 * n[0]); /* the text's own bits never stand in the way */
}

/* Lines that agree with everything but the number of pieces that there can be. */
Test(checkpoint, has_no_more_pieces_than_there_can_be)
{
    struct error err = { .code = OK };
    struct checkpoint *c;
    uint64_t done = 0;

    make(4);
    cr_assert(checkpoint_open(&c, text_path, journal_path, true, 2, identity, 2, &done, &err) ==
              OK);
    cr_expect(done == 2);
    add(c, 2, 2);
}

Test(checkpoint, names_what_differs)
{
    const struct identity other[] = { { "seed", "8", "the seed" }, identity[1] };
    struct error err = { .code = OK };
    struct checkpoint *c;
    uint64_t done;

    make(2);
    cr_expect(checkpoint_open(&c, text_path, journal_path, true, 2, other, N_PIECE, &done, &err) ==
              ERR_IO);
    cr_expect(strstr(err.text, "the seed differs: '7' there, '8' here") != NULL, "%s", err.text);
}
