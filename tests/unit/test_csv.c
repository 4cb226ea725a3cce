/* test_csv.c - tables as text: quotes, formulas, empty cells, names read back */
#include "csv.h"

#include "names.h"
#include "table.h"

#include <criterion/criterion.h>
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
