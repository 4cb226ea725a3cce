/* section_source.c - what is assumed, what the page does not claim, and where it comes from */
#include "html_table.h"
#include "pieces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t count(const json_t *numbers, const char *origin)
{
    const json_t *one;
    size_t i, n = 0;

    json_array_foreach(numbers, i, one) n += strcmp(page_text_of(one, "origin"), origin) == 0;
    return n;
}

/* Settings that a lever or --set changed are listed with their values there. */
static void say_settings(struct page *p)
{
    const json_t *settings = json_object_get(p->main->scenario, "settings"), *one;
    size_t i;

    if (json_array_size(settings) == 0)
        return;
    fputs("<p>Changed on the command line:", p->out);
    json_array_foreach(settings, i, one)
    {
        const char *text = json_string_value(one);
        fprintf(p->out, "%s <code>%s</code>", i ? "," : "", piece_text(p, text ? text : ""));
    }
    fputs(".</p>\n", p->out);
}

static void list_texts(struct page *p)
{
    const json_t *texts = json_object_get(p->main->scenario, "texts"), *one;
    size_t i;

    if (json_array_size(texts) == 0)
        return;
    fputs("<h3>Texts</h3>\n<dl class=\"facts\">", p->out);
    json_array_foreach(texts, i, one)
        fprintf(p->out, "<dt>%s</dt><dd>%s</dd>", piece_user(p, page_text_of(one, "id")),
                piece_user(p, page_text_of(one, "title")));
    fputs("</dl>\n", p->out);
}

bool section_assumed(struct page *p)
{
    const json_t *numbers = json_object_get(p->main->scenario, "numbers"), *one;
    const size_t n = json_array_size(numbers);
    size_t i;

    if (n == 0)
        return false;
    see(p, piece(p, "%zu numbers: %zu cited, %zu assumed with a reason, %zu with neither.", n,
                 count(numbers, "cited"), count(numbers, "assumed"), count(numbers, "neither")));
    say_settings(p);
    fputs("<details class=\"screen\"><summary>All numbers, with their reasons</summary>\n", p->out);
    html_table_begin(p, "As negosim check lists them. From facts.json.", true);
    html_table_head(p, "number");
    html_table_head(p, "value");
    html_table_head(p, "is");
    html_table_head(p, "source or reason");
    json_array_foreach(numbers, i, one)
    {
        html_table_row(p, piece(p, "<code>%s</code>", piece_text(p, page_text_of(one, "path"))));
        html_table_cell(p, piece_text(p, page_text_of(one, "value")));
        html_table_cell(p, piece_text(p, page_text_of(one, "origin")));
        html_table_cell(p, piece_user(p, page_text_of(one, "reason")));
    }
    html_table_end(p);
    fputs("</details>\n", p->out);
    list_texts(p);
    return true;
}

bool section_limits(struct page *p)
{
    fputs("<ul><li>It forecasts nothing: it shows what follows from stated assumptions.</li>"
          "<li>The parties\xE2\x80\x99 numbers are assumptions with reasons, not measurements.</li>"
          "<li>It takes no side and scores no party.</li>"
          "<li>Errors given are about sampling; that the model itself is wrong is in none of "
          "them.</li>"
          "<li>What the parties want beyond the issues listed here is not in it.</li></ul>\n",
          p->out);
    return true;
}

static void fact(struct page *p, const char *name, const char *html)
{
    fprintf(p->out, "<dt>%s</dt><dd>%s</dd>", name, html);
}

static const char *tables_of(struct page *p, const struct page_folder *f)
{
    json_t *rows = json_object_get(f->manifest, "rows"), *n;
    const char *all = "", *file;

    json_object_foreach(rows, file, n) all =
        piece(p, "%s%s%s (%s)", all, all[0] ? ", " : "", piece_text(p, file),
              piece_count(p, json_number_value(n)));
    return all;
}

static void source_of(struct page *p, const struct page_folder *f)
{
    const char *as_of = page_folder_text(f, "as_of");

    fprintf(p->out, "<h3>%s</h3><dl class=\"facts\">", piece_text(p, f->kind));
    if (p->shows_command)
        fact(p, "command",
             piece(p, "<code>%s</code>", piece_text(p, page_folder_text(f, "command"))));
    fact(p, "scenario",
         piece(p, "%s%s%s, text hash <code>%s</code>",
               piece_user(p, page_folder_text(f, "scenario")), as_of[0] ? ", as of " : "",
               piece_text(p, as_of), piece_text(p, page_folder_text(f, "text_hash"))));
    fact(p, "draws, seed",
         piece(p, "%s %sdraws from seed %.0f", piece_count(p, page_folder_count(f, "draws")),
               page_folder_design(f), page_folder_count(f, "seed")));
    fact(p, "program",
         piece(p, "negosim %s, build <code>%s</code>, compiler %s",
               piece_text(p, page_folder_text(f, "version")),
               piece_text(p, page_folder_text(f, "build")),
               piece_text(p, page_folder_text(f, "compiler"))));
    fact(p, "ended", piece_text(p, page_folder_text(f, "ended")));
    fact(p, "tables", tables_of(p, f));
    fputs("</dl>\n", p->out);
}

static void scenario_text(struct page *p)
{
    fprintf(p->out,
            "<details class=\"screen\"><summary>The scenario, as it was read</summary><pre "
            "tabindex=\"0\">%s</pre></details>\n",
            piece_text(p, p->main->text));
}

bool section_source(struct page *p)
{
    for (size_t i = 0; i < p->n_folder; i++)
        source_of(p, &p->folder[i]);
    scenario_text(p);
    return true;
}
