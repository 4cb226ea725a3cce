/* test_base.c - errors, names, numbers as text, memory */
#include "arena.h"
#include "error.h"
#include "names.h"
#include "text.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

Test(error, the_first_one_wins)
{
    struct error err = { .code = OK };
    cr_assert_eq(error_set(&err, ERR_IO, "disk %d", 7), ERR_IO);
    error_at(&err, "a.cfg", 3, "later");
    cr_assert_eq(err.code, ERR_IO);
    cr_assert_str_eq(err.text, "disk 7");
}

Test(error, problems_are_sorted_by_place_counted_and_kept_once)
{
    struct problems p = { .n = 0 };
    for (int line = 25; line >= 1; line--) {
        struct error err = { .code = OK };
        error_at(&err, "a.cfg", line, "mistake");
        problems_add(&p, &err);
        if (line > 20)
            problems_add(&p, &err);
    }
    problems_sort(&p);
    cr_assert_eq(p.total, 25u);
    cr_assert_eq(p.n, (size_t)MAX_PROBLEM);
    cr_assert_eq(p.list[0].line, 6); /* the first twenty found were lines 25 to 6 */
    cr_assert_eq(p.list[19].line, 25);
}

static const char *const months[] = { "january", "february", "march" };

Test(names, suggest_what_is_near_and_nothing_else)
{
    cr_assert_str_eq(name_nearest(3, months, sizeof *months, "febuary"), "february");
    cr_assert_str_eq(name_nearest(3, months, sizeof *months, "jan"), "january");
    cr_assert_null(name_nearest(3, months, sizeof *months, "x"));
    cr_assert_null(name_nearest(3, months, sizeof *months, "december"));
}

Test(names, list_ends_in_dots_when_it_does_not_fit)
{
    char list[24];
    name_list(3, months, sizeof *months, sizeof list, list);
    cr_assert_str_eq(list, "january, february, ...");
}

Test(text, reads_numbers_strictly)
{
    static const char *const wrong[] = {
        "", " 1", "1 ", "0x10", "nan", "inf", "1e999", "1,5", "-"
    };
    double x = 7.25;
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        cr_assert_not(text_real(wrong[i], &x), "'%s'", wrong[i]);
    cr_assert_eq(x, 7.25);
    cr_assert(text_real("-2.5e-3", &x));
    cr_assert_eq(x, -2.5e-3);
}

Test(text, reads_whole_numbers_within_their_range)
{
    uint64_t n = 5;
    cr_assert_not(text_count("-1", 0, 10, &n));
    cr_assert_not(text_count("11", 0, 10, &n));
    cr_assert_not(text_count("99999999999999999999", 0, UINT64_MAX, &n));
    cr_assert_eq(n, 5u);
    cr_assert(text_count("10", 0, 10, &n));
    cr_assert_eq(n, 10u);
}

Test(text, shortest_form_reads_back_equal)
{
    static const double x[] = {
        0.1, 1.0 / 3, 2.385, 1e-300, 123456789012345680.0, -0.30000000000000004
    };
    char text[TEXT_NUMBER];
    for (size_t i = 0; i < COUNT_OF(x); i++) {
        text_shortest(x[i], text);
        cr_assert_eq(strtod(text, NULL), x[i], "%s", text);
    }
    text_shortest(0.1, text);
    cr_assert_str_eq(text, "0.1");
    text_shortest(NAN, text);
    cr_assert_str_eq(text, "");
}

Test(text, groups_digits)
{
    char text[TEXT_NUMBER];
    text_grouped(1048576, text);
    cr_assert_str_eq(text, "1,048,576");
    text_grouped(999, text);
    cr_assert_str_eq(text, "999");
}

/* The borders of RFC 3629, section 4, and what lies right beyond each. */
Test(text, knows_characters_of_utf8)
{
    static const struct {
        const char *text;
        size_t n, size;
    } cases[] = {
        { "\x7f", 1, 1 },
        { "\x80", 1, 0 },
        { "\xc1\xbf", 2, 0 }, /* overlong */
        { "\xc2\x80", 2, 2 },
        { "\xdf\xbf", 2, 2 },
        { "\xe0\x9f\xbf", 3, 0 }, /* overlong */
        { "\xe0\xa0\x80", 3, 3 },
        { "\xed\x9f\xbf", 3, 3 },
        { "\xed\xa0\x80", 3, 0 }, /* a surrogate */
        { "\xed\xbf\xbf", 3, 0 },
        { "\xee\x80\x80", 3, 3 },
        { "\xf0\x8f\xbf\xbf", 4, 0 }, /* overlong */
        { "\xf0\x90\x80\x80", 4, 4 },
        { "\xf4\x8f\xbf\xbf", 4, 4 },
        { "\xf4\x90\x80\x80", 4, 0 }, /* beyond U+10FFFF */
        { "\xf5\x80\x80\x80", 4, 0 },
        { "\xe2\x82\xac", 2, 0 }, /* cut off */
        { "\xe2\x82z", 3, 0 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_eq(text_character(cases[i].text, cases[i].n), cases[i].size, "case %zu", i);
}

/* ESC, delete, U+009B (a terminal's CSI in one character), half a euro sign; a euro sign stays. */
Test(text, shows_control_characters_and_bytes_that_are_no_text)
{
    char out[40];
    cr_assert_str_eq(text_shown("a\x1b[2J\n\x7f", sizeof out, out), "a\\x1b[2J\\x0a\\x7f");
    cr_assert_str_eq(text_shown("\xc2\x9b\xe2\x82\xac\xe2\x82", sizeof out, out),
                     "\\xc2\\x9b\xe2\x82\xac\\xe2\\x82");
}

Test(text, leaves_characters_out_whole_where_there_is_no_room)
{
    char out[8];
    cr_assert_str_eq(text_shown("ab\xe2\x82\xac\xe2\x82\xac", sizeof out, out), "ab\xe2\x82\xac");
    cr_assert_str_eq(text_shown("abcd\x1b", sizeof out, out), "abcd");
    cr_assert_str_eq(text_shown("abc\x1b", sizeof out, out), "abc\\x1b");
    cr_assert_str_eq(text_shown("abc", 1, out), "");
}

/* Columns by Unicode Standard Annex 11: an accent that combines takes none, a Chinese character
 * two. */
Test(text, width_counts_columns_and_cut_keeps_to_them)
{
    char out[40];

    cr_assert_eq(text_width("pause"), 5);
    cr_assert_eq(text_width("na\xc3\xafve"), 5);
    cr_assert_eq(text_width("nai\xcc\x88ve"), 5);
    cr_assert_eq(text_width("\xd9\x87\xd8\xaf\xd9\x86\xd8\xa9"), 4); /* four Arabic letters */
    cr_assert_eq(text_width("\xe5\x81\x9c\xe7\x81\xab"), 4);         /* two Chinese ones */
    cr_assert_eq(text_width("\xf0\x9f\x95\x8a"
                            "a\xff"),
                 4); /* a dove, a, no UTF-8 */
    cr_assert_str_eq(text_cut("ceasefire", 9, sizeof out, out), "ceasefire");
    cr_assert_str_eq(text_cut("ceasefire", 8, sizeof out, out), "ceasefi\xe2\x80\xa6");
    cr_assert_str_eq(text_cut("cease fire", 7, sizeof out, out), "cease\xe2\x80\xa6");
    cr_assert_str_eq(text_cut("\xe5\x81\x9c\xe7\x81\xab", 3, sizeof out, out),
                     "\xe5\x81\x9c\xe2\x80\xa6");
    cr_assert_str_eq(text_cut("ceasefire", 9, 8, out), "ceas\xe2\x80\xa6");
}

/* The test vector "foobar" of RFC 9923, appendix. */
/* Rows of tables, known by two blanks in a row, stay as they are, and a number keeps its unit. */
Test(text, sentences_are_wrapped_and_tables_are_not)
{
    char words[400], row[400], text[900], *out = NULL;
    size_t n = 0;

    snprintf(words, sizeof words,
             "  %0100d all accept 58 \xc2\xb1"
             "2 %% of it",
             7);
    snprintf(row, sizeof row,
             "  %0100d  all accept 58 \xc2\xb1"
             "2 %%",
             7);
    snprintf(text, sizeof text, "%s\n%s\nshort\n\nend", words, row);
    FILE *stream = open_memstream(&out, &n);
    text_wrap_sentences(stream, text);
    fclose(stream);
    const char *second = strchr(out, '\n') + 1;
    cr_assert(strncmp(second,
                      "    accept 58 \xc2\xb1"
                      "2 % of it\n",
                      26) == 0,
              "%s", out);
    cr_assert(strstr(out, row), "%s", out);
    cr_assert_str_eq(out + n - 10, "short\n\nend");
    free(out);
}

Test(text, hash_is_fnv1a)
{
    cr_assert_eq(text_hash(TEXT_HASH_START, "foobar", 6), UINT64_C(0x85944171f73967e8));
}

Test(arena, gives_zeroed_aligned_memory_and_refuses_an_overflow)
{
    struct arena a = { NULL, NULL, NULL };
    for (size_t i = 1; i < 3000; i++) {
        char *given = arena_alloc(&a, i, 7);
        cr_assert(given && (uintptr_t)given % 16 == 0 && given[0] == 0 && given[7 * i - 1] == 0);
        given[0] = given[7 * i - 1] = 1;
    }
    cr_assert_null(arena_alloc(&a, SIZE_MAX / 2, 8));
    arena_release(&a);
    arena_release(&a);
}

Test(text, per_cents_are_0_and_100_only_when_exact)
{
    static const struct {
        double share;
        const char *text;
    } cases[] = { { 0, "0 %" },          { 1. / 200, "under 1 %" },
                  { 0.0050001, "1 %" },  { 0.5, "50 %" },
                  { 0.9949, "99 %" },    { 199. / 200, "over 99 %" },
                  { 1e-9, "under 1 %" }, { 1, "100 %" } };
    char text[TEXT_NUMBER];
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_str_eq(text_percent(cases[i].share, text), cases[i].text);
    for (int n = 1; n < 2000; n++) {
        cr_assert_str_neq(text_percent(1. / n, text), "0 %");
        if (n > 1)
            cr_assert_str_neq(text_percent(1 - 1. / n, text), "100 %");
    }
}

Test(text, amounts_are_whole_numbers_with_powers_or_letters)
{
    static const struct {
        const char *text;
        uint64_t x;
    } good[] = { { "10000", 10000 },
                 { "1e4", 10000 },
                 { "1E4", 10000 },
                 { "10k", 10000 },
                 { "0.4k", 400 },
                 { "1.001k", 1001 },
                 { "2.3M", 2300000 },
                 { "0", 0 },
                 { "25.0", 25 },
                 { "9e15", 9000000000000000 },
                 { "9000000000000001", 9000000000000001 } };
    static const char *const bad[] = { "",     "k",   "1.5", "1e-1", "-1k",  "+1k", "2K",     "1kk",
                                       "0x1k", "1 k", "1e",  "nan",  "1e16", ".5k", "1.0005k" };
    uint64_t x;

    for (size_t i = 0; i < COUNT_OF(good); i++) {
        x = 77;
        cr_assert(text_amount(good[i].text, 0, UINT64_C(9000000000000001), &x), "%s", good[i].text);
        cr_assert_eq(x, good[i].x, "%s", good[i].text);
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        cr_assert_not(text_amount(bad[i], 0, UINT64_C(9000000000000001), &x), "%s", bad[i]);
    cr_assert_not(text_amount("1k", 1001, 2000, &x));
    cr_assert_not(text_amount("1k", 0, 999, &x));
}
