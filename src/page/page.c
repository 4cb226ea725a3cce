/* page.c - one HTML file from folders of results */
#include "agreed.h"
#include "package_list.h"
#include "sheet_and_script.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

#define OF(folder) offsetof(struct page, folder)
static const struct section {
    const char *id, *link, *title;
    bool (*write)(struct page *p);
    size_t of; /* where the page has the folder that it is about */
} sections[] = {
    { "answer", "Answer", "The answer", section_answer, OF(main) },
    { "proposals", "Proposals", "The proposals as put", section_proposals, OF(run) },
    { "map", "Map", "The map: which terms all accept", section_map, OF(run) },
    { "explore", "Explore", "Explore the packages", section_explore, OF(run) },
    { "terms", "Terms", "What each term costs", section_terms, OF(run) },
    { "worth", "Worth", "What packages are worth", section_worth, OF(run) },
    { "holds", "Carried out?", "Would it be carried out?", section_holds, OF(run) },
    { "bodies", "Bodies", "Who inside the parties must agree", section_bodies, OF(run) },
    { "coalitions", "Coalitions", "Which coalitions are enough", section_coalitions, OF(run) },
    { "solutions", "Theory", "Where bargaining theory would settle", section_solutions, OF(run) },
    { "decides", "What decides", "What decides, and what terms are worth", section_decides,
      OF(run) },
    { "worlds", "In which worlds", "In which worlds it holds", section_worlds, OF(discover) },
    { "reach", "Within reach", "What is within reach", section_reach, OF(reach) },
    { "talks", "Talks", "How the talks go", section_talks, OF(talks) },
    { "sweep", "What if", "What if: the levers", section_sweep, OF(sweep) },
    { "record", "Record", "The record", section_record, OF(record) },
    { "dates", "Dates", "By date", section_dates, OF(timeline) },
    { "differences", "Differences", "What differs, and what moved", section_differences, OF(diff) },
    { "assumed", "Assumed", "What is assumed", section_assumed, OF(main) },
    { "limits", "Limits", "What this does not claim", section_limits, OF(main) },
    { "source", "Source", "Where this comes from", section_source, OF(main) },
};

/* Where a folder of each command's results goes. */
static const struct page_folder **place_of(struct page *p, const char *kind)
{
    const struct {
        const char *kind;
        const struct page_folder **place;
    } places[] = {
        { "run", &p->run },      { "bargain", &p->talks },     { "sweep", &p->sweep },
        { "merge", &p->sweep },  { "reach", &p->reach },       { "sensitivity", &p->sensitivity },
        { "infer", &p->record }, { "discover", &p->discover }, { "backtest", &p->record },
        { "diff", &p->diff },
    };

    for (size_t i = 0; i < COUNT_OF(places); i++)
        if (strcmp(places[i].kind, kind) == 0)
            return places[i].place;
    return NULL;
}

/* Whether a folder of results is of the first one's scenario, in the same text and settings; of
 * several scenarios, whether that is among them. */
static bool is_same_text(const struct page_folder *a, const struct page_folder *b)
{
    const json_t *cases = json_object_get(b->facts, "scenarios"), *one;
    size_t i;

    json_array_foreach(cases, i,
                       one) if (strcmp(page_text_of(one, "text_hash"),
                                       page_text_of(a->scenario, "text_hash")) == 0) return true;
    return false;
}

static enum error_code place_folder(struct page *p, const struct page_folder *f, bool anyway,
                                    struct error *err)
{
    const bool is_timeline = page_folder_table(f, "timeline") != NULL;
    const struct page_folder **place = is_timeline ? &p->timeline : place_of(p, f->kind);

    if (!place)
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", f->path);
    if (*place)
        return error_set(err, ERR_USAGE,
                         "'%s' and '%s' are both of 'negosim %s'; a page has room for one",
                         (*place)->path, f->path, f->kind);
    *place = f;
    if (is_same_text(p->main, f))
        return OK;
    p->is_mixed = true;
    if (!anyway)
        return error_set(err, ERR_USAGE,
                         "'%s' is of another text of the scenario than '%s'; --anyway puts them "
                         "on one page, which then says so",
                         f->path, p->main->path);
    return OK;
}

struct written {
    char *html; /* owned; NULL: there is no such section */
    size_t n;
};

static enum error_code write_section(struct page *p, const struct section *section,
                                     struct written *written, struct error *err)
{
    p->of = *(const struct page_folder *const *)((const char *)p + section->of);
    p->out = open_memstream(&written->html, &written->n);
    if (!p->out)
        return error_set(err, ERR_MEMORY, "not enough memory for a page");
    fprintf(p->out, "<section id=\"%s\" aria-labelledby=\"h-%s\"><h2 id=\"h-%s\">%s</h2>\n",
            section->id, section->id, section->id,
            strcmp(section->id, "map") == 0 ? agreed(p, section->title, "The map: which terms pass")
                                            : section->title);
    const bool has = section->write(p);
    fputs("</section>\n", p->out);
    if (fclose(p->out) != 0 || p->out_of_memory)
        return error_set(err, ERR_MEMORY, "not enough memory for a page");
    if (!has) {
        free(written->html);
        written->html = NULL;
    }
    return OK;
}

static void write_head(FILE *out, struct page *p)
{
    fprintf(out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"generator\" content=\"negosim %s\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<title>%s \xE2\x80\x93 negosim "
            "report</title>\n<style>",
            report_css_sha256, report_js_sha256,
            piece_text(p, page_folder_text(p->main, "version")),
            piece_text(p, page_folder_text(p->main, "title")));
    fputs(report_css, out);
    fputs("</style>\n</head>\n", out);
}

static void write_top(FILE *out, struct page *p, const struct written written[])
{
    const char *as_of = page_folder_text(p->main, "as_of");

    fprintf(out,
            "<body>\n<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n<header>\n"
            "<p class=\"quiet\">negosim report%s%s</p>\n<h1>%s</h1>\n<p>%s %sdraws from seed %.0f; "
            "%s packages over %zu issue%s; parties: %s.</p>\n",
            as_of[0] ? ", as of " : "", piece_text(p, as_of),
            piece_user(p, page_folder_text(p->main, "title")),
            piece_count(p, page_folder_count(p->main, "draws")), page_folder_design(p->main),
            page_folder_count(p->main, "seed"),
            piece_count(p, page_number_of(p->main->scenario, "packages")),
            json_array_size(page_issues(p)), json_array_size(page_issues(p)) == 1 ? "" : "s",
            piece_parties(p));
    if (agreed_rule(p)[0])
        fprintf(out, "<p>A package passes when these accept: %s.</p>\n",
                piece_user(p, agreed_rule(p)));
    if (p->is_mixed)
        fputs("<p class=\"warning\"><strong>These results are of different texts of the "
              "scenario: numbers of one section need not agree with those of another.</strong>"
              "</p>\n",
              out);
    fputs("<nav aria-label=\"Contents\"><ul>", out);
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        if (written[i].html)
            fprintf(out, "<li><a href=\"#%s\">%s</a></li>", sections[i].id, sections[i].link);
    fputs("</ul></nav>\n</header>\n<main>\n<p class=\"nojs quiet\">JavaScript is off: everything "
          "is here but sorting, the choice of axes and the explorer.</p>\n",
          out);
}

static void write_all(FILE *out, struct page *p, const struct written written[])
{
    p->of = p->main;
    write_head(out, p);
    write_top(out, p, written);
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        if (written[i].html)
            fwrite(written[i].html, 1, written[i].n, out);
    fputs("</main>\n<footer><p class=\"quiet\">These are consequences of the scenario\xE2\x80\x99s "
          "assumptions, not forecasts. This file is complete: it loads nothing and sends "
          "nothing.</p></footer>\n",
          out);
    p->of = p->run;
    packages_island(p, out);
    fputs("<script>", out);
    fputs(report_js, out);
    fputs("</script>\n</body>\n</html>\n", out);
}

static enum error_code write_sections(struct page *p, FILE *out, struct error *err)
{
    struct written written[COUNT_OF(sections)] = { { NULL, 0 } };

    for (size_t i = 0; i < COUNT_OF(sections) && err->code == OK; i++)
        (void)write_section(p, &sections[i], &written[i], err);
    if (err->code == OK)
        write_all(out, p, written);
    if (err->code == OK && p->out_of_memory)
        error_set(err, ERR_MEMORY, "not enough memory for a page");
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        free(written[i].html);
    return err->code;
}

enum error_code page_write(FILE *out, size_t n, const char *const path[],
                           const struct page_options *options, struct error *err)
{
    struct page_folder *folder = memory_alloc(n, sizeof *folder, err);
    struct page p = { .shows_command = options->shows_command, .folder = folder, .main = folder };

    for (; folder && p.n_folder < n && err->code == OK; p.n_folder++)
        if (page_folder_open(&folder[p.n_folder], path[p.n_folder], err) == OK)
            (void)place_folder(&p, &folder[p.n_folder], options->anyway, err);
    p.of = p.run;
    if (err->code == OK && packages_read(&p.packages, &p, err) == OK)
        (void)write_sections(&p, out, err);
    packages_release(p.packages);
    for (size_t i = 0; i < p.n_folder; i++)
        page_folder_release(&folder[i]);
    arena_release(&p.arena);
    free(folder);
    return err->code;
}
