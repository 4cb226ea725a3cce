/* test_page.c - texts become part of a page and nothing else; a share keeps its word */
#include "csv_grid.h"
#include "html.h"
#include "sheet_and_script.h"
#include "share_code.h"
#include "text.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define INSTEAD "\xEF\xBF\xBD"

/* What a writer makes of a text; to be freed. */
static char *made(void (*write)(FILE *, const char *), const char *text)
{
    char *html = NULL;
    size_t n;
    FILE *out = open_memstream(&html, &n);

    write(out, text);
    fclose(out);
    return html;
}

static void expect(void (*write)(FILE *, const char *), const char *text, const char *html)
{
    char *got = made(write, text);
    cr_expect_str_eq(got, html, "%s", text);
    free(got);
}

Test(page, text_of_every_byte_is_text)
{
    for (int byte = 1; byte < 256; byte++) {
        const char text[] = { 'a', (char)byte, 'b', '\0' };
        char *html = made(html_text, text);
        const bool stays = byte == '\t' || byte == '\n' || (byte >= ' ' && byte < 127);
        cr_expect(html[0] == 'a' && html[strlen(html) - 1] == 'b', "byte %d", byte);
        if (!stays)
            cr_expect_str_eq(html, "a" INSTEAD "b", "byte %d", byte);
        else if (!strchr("&<>\"'", byte))
            cr_expect_str_eq(html, text, "byte %d", byte);
        else
            cr_expect(html[1] == '&' && !strpbrk(html + 2, "&<>\"'"), "byte %d", byte);
        free(html);
    }
}

Test(page, text_that_acts_unseen_is_replaced)
{
    expect(html_text, "</script>", "&lt;/script&gt;");
    expect(html_text, "'\"&", "&#39;&quot;&amp;");
    expect(html_text, "x\xE2\x80\xAAx", "x" INSTEAD "x"); /* U+202A, and the last, U+202E */
    expect(html_text, "x\xE2\x80\xAEx", "x" INSTEAD "x");
    expect(html_text, "x\xE2\x81\xA6x", "x" INSTEAD "x"); /* U+2066, and the last, U+2069 */
    expect(html_text, "x\xE2\x81\xA9x", "x" INSTEAD "x");
    expect(html_text, "x\xEF\xBB\xBFx", "x" INSTEAD "x"); /* U+FEFF */
    expect(html_text, "x\xC2\x85x", "x" INSTEAD "x");     /* of C1 */
    /* their neighbours are text */
    expect(html_text, "\xE2\x80\xA9\xE2\x80\xAF\xE2\x81\xA5\xE2\x81\xAA",
           "\xE2\x80\xA9\xE2\x80\xAF\xE2\x81\xA5\xE2\x81\xAA");
    expect(html_text, "مرحبا שלום", "مرحبا שלום");
}

Test(page, text_that_is_not_utf8_is_replaced)
{
    expect(html_text, "a\xE2\x80", "a" INSTEAD INSTEAD); /* the end cuts a character off */
    expect(html_text,
           "\xC0\xAF"
           "a",
           INSTEAD INSTEAD "a");                                /* '/' written too long */
    expect(html_text, "\xED\xA0\x80", INSTEAD INSTEAD INSTEAD); /* a surrogate */
}

Test(page, json_ends_no_element)
{
    expect(html_json, "{\"a\":\"</script><!--&\"}",
           "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
    expect(html_json, "\"\xE2\x80\xA8\xE2\x80\xA9\"", "\"\\u2028\\u2029\"");
    expect(html_json, "[1,\"42 \xE2\x82\xAC\"]", "[1,\"42 \xE2\x82\xAC\"]");
}

/* As report.js reads it back. */
static int code_of(double share)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char letters[SHARE_LETTERS];

    share_code(share, letters);
    return (int)(64 * (strchr(alphabet, letters[0]) - alphabet) +
                 (strchr(alphabet, letters[1]) - alphabet));
}

static const char *word_of(int code, char out[static TEXT_NUMBER])
{
    const int word = code / 39;

    if (word == 1)
        return "under 1 %";
    if (word == 101)
        return "over 99 %";
    snprintf(out, TEXT_NUMBER, "%d %%", word == 0 ? 0 : word == 102 ? 100 : word - 1);
    return out;
}

Test(page, shares_keep_their_word_and_their_order)
{
    for (unsigned n = 1; n <= 1000; n++) {
        int before = -1;
        for (unsigned k = 0; k <= n; k++) {
            const double share = (double)k / n;
            const int code = code_of(share);
            char word[TEXT_NUMBER], text[TEXT_NUMBER];
            cr_assert_str_eq(word_of(code, word), text_percent(share, text), "%u of %u", k, n);
            cr_assert_geq(code, before, "%u of %u", k, n);
            before = code;
        }
    }
}

/* What a program that knows nothing of this one says of the same bytes. */
static void expect_hash(const char *text, const char *hash)
{
    char path[] = "/tmp/negosim_hash_XXXXXX", command[200], got[100] = "";
    const int file = mkstemp(path);
    FILE *out = fdopen(file, "w"), *in;

    fputs(text, out);
    fclose(out);
    snprintf(command, sizeof command,
             "sha256sum <%s | cut -c1-64 | tr a-f A-F | basenc -d --base16 | base64", path);
    in = popen(command, "r");
    cr_assert_not_null(fgets(got, sizeof got, in));
    pclose(in);
    remove(path);
    got[strcspn(got, "\n")] = '\0';
    cr_expect_str_eq(got, hash);
}

Test(page, the_policy_names_what_is_printed)
{
    cr_expect(strstr(report_css, "prefers-color-scheme") && strstr(report_js, "textContent"));
    expect_hash(report_css, report_css_sha256);
    expect_hash(report_js, report_js_sha256);
}

Test(page, tables_are_read_by_name)
{
    struct csv_grid grid = { .n_row = 0 };
    struct error err = { .code = OK };
    char path[] = "/tmp/negosim_grid_XXXXXX";
    FILE *out = fdopen(mkstemp(path), "w");

    fputs("a,b,c\n1,\"x, \"\"y\"\"\",0.25\n2,z,\n", out);
    fclose(out);
    cr_assert_eq(csv_grid_open(&grid, path, &err), OK, "%s", err.text);
    cr_expect_eq(grid.n_row, 2);
    cr_expect_str_eq(csv_grid_cell(&grid, 0, "b"), "x, \"y\"");
    cr_expect_str_eq(csv_grid_cell(&grid, 1, "a"), "2");
    cr_expect_eq(csv_grid_number(&grid, 0, "c"), 0.25);
    cr_expect(csv_grid_number(&grid, 1, "c") != csv_grid_number(&grid, 1, "c"), "empty: no number");
    cr_expect_str_eq(csv_grid_cell(&grid, 0, "d"), "");
    cr_expect_str_eq(csv_grid_cell(&grid, 2, "a"), "", "there is no such row");
    cr_expect(csv_grid_has(&grid, "c") && !csv_grid_has(&grid, "d"));
    csv_grid_release(&grid);
    remove(path);
}
