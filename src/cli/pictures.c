/* pictures.c - which pictures a folder of results has, and drawing them */
#include "pictures.h"

#include "gnuplot.h"
#include "interrupt.h"
#include "manifest.h"
#include "names.h"
#include "picture_settings.h"

#include <stdio.h>
#include <string.h>

enum { MAX_SETTINGS = 64 << 10 };

/* Name of the picture and of its script; the file it needs; what it shows.  It is drawn where the
 * file is among the results. */
#define PICTURE_LIST(X)                                                                   \
    X(map, "packages", "how often all accept, over two issues")                           \
    X(front, "packages", "what packages are worth to the parties, and the front")         \
    X(levels, "levels", "how often each level of each issue is accepted")                 \
    X(proposals, "proposals", "how often each party accepts each proposal")               \
    X(gaps, "phases", "what each promise needs to be kept, and what it has")              \
    X(survival, "survival", "how long agreements would live, and what they deliver")      \
    X(decides, "decides", "which number decides most, by itself, what all accept")        \
    X(central, "central", "what worlds in which a proposal is accepted have in common")   \
    X(prices, "prices", "what one change of a term brings each party")                    \
    X(exchanges, "exchanges", "two changes, one for the other, that bring all a gain")    \
    X(coalitions, "coalitions", "what each coalition that is enough would agree")         \
    X(bodies, "bodies", "how often each body at home agrees to each proposal")            \
    X(timeline, "timeline", "how often all accept what was proposed, by date")            \
    X(sweep, "sweep", "what the levers do to the chance of a deal")                       \
    X(dance, "offers", "one run: offers by worth and by term")                            \
    X(days, "days", "on which day the talks end in agreement")                            \
    X(endings, "endings", "how the talks end")                                            \
    X(tornado, "effects", "which number alone changes each answer most often")            \
    X(curves, "curves", "how each answer moves along these numbers")                      \
    X(doubts, "groups", "whose doubts decide, and doubts about what")                     \
    X(boxes, "boxes", "in which worlds the rarer answer, yes or no, is common")           \
    X(tradeoff, "trajectory", "boxes of worlds: their coverage against their density")    \
    X(answers, "answers", "each answer on record beside the chances that it was given")   \
    X(reliability, "reliability", "whether chances come true as often as they say")       \
    X(scores, "scores", "how well each rule gives the answers on record")                 \
    X(moved, "posterior_numbers", "which numbers the record moves, and how far")          \
    X(forward, "evidence", "how well each date is predicted from earlier ones")           \
    X(errors, "errors", "how far each rule is from what was agreed")                      \
    X(choices, "choices", "packages picked, and who accepts them; of infer, its choices") \
    X(caps, "caps", "why each party refuses the package that is looked at")               \
    X(levers, "levers", "what one change of a number or a term would do")                 \
    X(path, "path", "from one proposal to another, a term at a time")                     \
    X(differences, "differences", "what moved between the two, in the same draws")

static const struct {
    const char *name, *needs, *shows;
} pictures[] = {
#define X(name, needs, shows) { #name, needs ".csv", shows },
    PICTURE_LIST(X)
#undef X
};

const char *pictures_format(const struct options *options)
{
    return format_names[options->format == FORMAT_NOT_GIVEN ? FORMAT_PNG : options->format].text;
}

static void picture_name(const struct options *options, size_t i, char name[static PICTURE_NAME])
{
    snprintf(name, PICTURE_NAME, "%s.%s", pictures[i].name, pictures_format(options));
}

size_t pictures_names(const struct options *options, size_t n, const char *const table[n],
                      char file[][PICTURE_NAME])
{
    size_t n_file = 0;

    for (size_t i = 0; i < COUNT_OF(pictures); i++)
        for (size_t k = 0; k < n; k++)
            if (strcmp(pictures[i].needs, table[k]) == 0)
                picture_name(options, i, file[n_file++]);
    return n_file;
}

void pictures_each(const char *dir, void (*take)(void *with, const char *name, const char *shows),
                   void *with)
{
    json_t *manifest = listing_open(dir);

    for (size_t i = 0; i < COUNT_OF(pictures); i++)
        if (manifest_has_table(manifest, pictures[i].needs))
            take(with, pictures[i].name, pictures[i].shows);
    json_decref(manifest);
}

static bool has_picture(const json_t *manifest)
{
    for (size_t i = 0; i < COUNT_OF(pictures); i++)
        if (manifest_has_table(manifest, pictures[i].needs))
            return true;
    return false;
}

static enum error_code draw_all(const struct options *options, struct folder *f,
                                const char *settings, struct error *err)
{
    char name[PICTURE_NAME], path[PICTURE_NAME + sizeof SITE_PARTIAL];

    for (size_t i = 0; i < COUNT_OF(pictures); i++) {
        if (!manifest_has_table(f->before, pictures[i].needs))
            continue;
        picture_name(options, i, name);
        snprintf(path, sizeof path, SITE_PARTIAL "/%s", name);
        if (interrupt_check(err) != OK ||
            gnuplot_draw(dirfd(f->site.dir), pictures[i].name, path, settings, err) != OK ||
            folder_adopt(f, name, err) != OK)
            return err->code;
    }
    return OK;
}

enum error_code pictures_draw(const struct options *options, struct folder *f, struct error *err)
{
    char settings[MAX_SETTINGS];

    enum error_code code = has_picture(f->before)
                               ? picture_settings(f->site.path, f->before, options->axes,
                                                  sizeof settings, settings, err)
                               : picture_no_results(f->site.path, err);
    if (code != OK || folder_keep(f, err) != OK || draw_all(options, f, settings, err) != OK)
        return err->code;
    /* a copy: folder_commit writes its list of files into it and keeps it as f->before */
    json_t *manifest = json_copy(f->before);
    if (!manifest)
        return error_set(err, ERR_MEMORY, "not enough memory for a manifest");
    code = folder_commit(f, manifest, err);
    json_decref(manifest);
    return code;
}
