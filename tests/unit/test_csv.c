/* test_csv.c - tables as text: quotes, formulas, empty cells, names read back */
#include "csv.h"
#include "csv_text.h"

#include "names.h"
#include "table.h"

#include <criterion/criterion.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One text as it is written in a cell. */
static void written(const char *text, size_t size, char out[size])
{
    struct error err = { .code = OK };
    struct table t = { .n_column = 0 };
    FILE *f = fmemopen(out, size, "w");

    cr_assert_not_null(f);
    cr_assert_eq(table_column(&t, &text, 1, &err, "text"), OK);
    csv_row(f, &t, (const double[]){ 0 });
    fclose(f);
    table_release(&t);
}

/* Texts, and the rows that they make. */
static void check_written(size_t n, const char *const cases[n][2])
{
    char out[100];

    for (size_t i = 0; i < n; i++) {
        written(cases[i][0], sizeof out, out);
        cr_assert_str_eq(out, cases[i][1], "case %zu", i);
    }
}

/* RFC 4180, section 2, rules 5 to 7. */
Test(csv, quotes_what_would_break_a_row)
{
    static const char *const cases[][2] = {
        { "plain text; of one cell", "plain text; of one cell\n" },
        { "a,b", "\"a,b\"\n" },
        { "say \"no\"", "\"say \"\"no\"\"\"\n" },
        { "\"", "\"\"\"\"\n" },
        { "two\nlines", "\"two\nlines\"\n" },
        { "two\r\nlines", "\"two\r\nlines\"\n" },
        { "", "\n" },
    };

    check_written(COUNT_OF(cases), cases);
}

Test(csv, guards_texts_that_a_spreadsheet_would_work_out)
{
    static const char *const cases[][2] = {
        { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0\n" },
        { "@SUM(A1)", "'@SUM(A1)\n" },
        { "+a", "'+a\n" },
        { "-a", "'-a\n" },
        { "=1,2", "\"'=1,2\"\n" },
        { "-2.5", "-2.5\n" }, /* numbers are numbers */
        { "+1e3", "+1e3\n" },
        { "a=b", "a=b\n" },
    };

    check_written(COUNT_OF(cases), cases);
}

Test(csv, leaves_cells_of_nothing_empty)
{
    static const char *const label[] = { "first", "second" };
    struct error err = { .code = OK };
    struct table t = { .n_column = 0 };
    char out[100];
    FILE *f = fmemopen(out, sizeof out, "w");

    cr_assert_not_null(f);
    cr_assert_eq(table_column(&t, label, 2, &err, "text"), OK);
    cr_assert_eq(table_column(&t, NULL, 0, &err, "a,b"), OK);
    double *row = table_row(&t, &err);
    cr_assert(isnan(row[0]) && isnan(row[1]));
    row = table_row(&t, &err);
    row[0] = 1;
    row[1] = 0.1;
    csv_table(f, &t);
    fclose(f);
    cr_assert_str_eq(out, "text,\"a,b\"\n,\nsecond,0.1\n");
    table_release(&t);
}

Test(csv, reads_names_back_and_nothing_where_there_is_no_file)
{
    char path[] = "/tmp/test_csv_XXXXXX", names[3][CSV_MAX_NAME];
    const int file = mkstemp(path);
    FILE *f = file < 0 ? NULL : fdopen(file, "w");

    cr_assert_not_null(f);
    fputs("point,pay,jobs,more\r\n0,1,2,3\n", f);
    fclose(f);
    cr_assert_eq(csv_names(path, 3, names), 3u);
    cr_assert_str_eq(names[2], "jobs");
    unlink(path);
    cr_assert_eq(csv_names(path, 3, names), 0u);
}

static struct csv_text taken(const char *text)
{
    struct csv_text c;
    struct error err = { .code = OK };

    cr_assert_eq(csv_text_take(&c, "text", text, strlen(text), &err), OK, "%s", err.text);
    return c;
}

Test(csv_text, cells_are_read_by_the_names_of_their_columns)
{
    struct csv_text c =
        taken("name,\"a, b\",x\r\none,\"say \"\"yes\"\"\",1\r\n\"two\nlines\",,2,more\nthree");

    cr_assert_eq(c.n_column, 3);
    cr_expect_eq(csv_text_column(&c, "a, b"), 1);
    cr_expect_eq(csv_text_column(&c, "y"), 3);
    cr_assert(csv_text_row(&c));
    cr_expect_str_eq(c.cell[1], "say \"yes\"");
    cr_expect_str_eq(c.cell[2], "1");
    cr_assert(csv_text_row(&c));
    cr_expect_str_eq(c.cell[0], "two\nlines");
    cr_expect_str_eq(c.cell[1], "");
    cr_expect_str_eq(c.cell[2], "2");
    cr_assert(csv_text_row(&c));
    cr_expect_str_eq(c.cell[0], "three");
    cr_expect_str_eq(c.cell[2], "");
    cr_expect_not(csv_text_row(&c));
    csv_text_release(&c);
}

Test(csv_text, a_file_without_a_header_is_refused)
{
    struct csv_text c;
    struct error err = { .code = OK };

    cr_expect_eq(csv_text_take(&c, "text", "", 0, &err), ERR_IO);
    csv_text_release(&c);
    err.code = OK;
    cr_expect_eq(csv_text_open(&c, "no/such/file", &err), ERR_IO);
    csv_text_release(&c);
}

/* Whatever the bytes are, reading ends, and all cells lie in the text. */
Test(csv_text, any_bytes_are_read_to_their_end)
{
    static const char letters[] = "a,\"\n\r1";
    gsl_rng *r = gsl_rng_alloc(gsl_rng_mt19937);
    char text[40];

    for (int i = 0; i < 20000; i++) {
        struct csv_text c;
        struct error err = { .code = OK };
        const size_t n = 1 + gsl_rng_uniform_int(r, sizeof text - 1);
        size_t rows = 0;
        for (size_t k = 0; k < n; k++)
            text[k] = letters[gsl_rng_uniform_int(r, sizeof letters)]; /* zeros too */
        cr_assert_eq(csv_text_take(&c, "text", text, n, &err), OK);
        cr_assert_geq(c.n_column, 1);
        while (csv_text_row(&c)) {
            rows++;
            for (size_t k = 0; k < c.n_column; k++)
                cr_assert(c.cell[k][0] == '\0' || (c.cell[k] >= c.text && c.cell[k] < c.text + n));
        }
        cr_assert_leq(rows, n);
        csv_text_release(&c);
    }
    gsl_rng_free(r);
}
