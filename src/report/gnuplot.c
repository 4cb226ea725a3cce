/* gnuplot.c - pictures of results, drawn by gnuplot */
#include "gnuplot.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_CODE = 80 << 10 };

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

const char *gnuplot_scripts(void)
{
    static const char *const built_in[] = { NEGOSIM_PLOTS_INSTALLED, NEGOSIM_PLOTS_SOURCE };
    const char *asked = getenv("NEGOSIM_PLOTS");
    char style[PATH_MAX];

    if (asked)
        return asked;
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        snprintf(style, sizeof style, "%s/style.gp", built_in[i]);
        if (access(style, R_OK) == 0)
            return built_in[i];
    }
    return NULL;
}

/* Never returns.  127 tells the parent that there was nothing to run, as in a shell. */
static void become_gnuplot(const char *scripts, const char *script, const char *settings)
{
    if (chdir(scripts) == 0)
        execlp("gnuplot", "gnuplot", "-e", settings, script, (char *)NULL);
    _exit(127);
}

static enum error_code run(const char *scripts, const char *script, const char *settings,
                           struct error *err)
{
    int status;
    pid_t child = fork();

    if (child < 0)
        return error_set(err, ERR_IO, "cannot start gnuplot: %s", strerror(errno));
    if (child == 0)
        become_gnuplot(scripts, script, settings);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return error_set(err, ERR_IO, "lost gnuplot: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return error_set(err, ERR_IO,
                         "cannot run gnuplot; install it (Debian: gnuplot-nox), or "
                         "draw the CSV files with another program");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return error_set(err, ERR_IO, "gnuplot could not draw '%s'; its messages are above",
                         script);
    return OK;
}

enum error_code gnuplot_draw(const char *dir, const char *name, const char *format,
                             const char *settings, struct error *err)
{
    const char *scripts = gnuplot_scripts();
    char whole[PATH_MAX], script[128], code[MAX_CODE];
    char partial[PATH_MAX + 200], picture[PATH_MAX + 200];

    if (!scripts)
        return error_set(err, ERR_IO,
                         "cannot find the plot scripts; set NEGOSIM_PLOTS to the "
                         "folder that holds style.gp");
    snprintf(picture, sizeof picture, "%s/style.gp", scripts);
    if (access(picture, R_OK) != 0)
        return error_set(err, ERR_IO, "NEGOSIM_PLOTS is '%s', which holds no plot scripts",
                         scripts);
    if (!realpath(dir, whole))
        return error_set(err, ERR_IO, "cannot read '%s': %s", dir, strerror(errno));
    if (strchr(whole, '\''))
        return error_set(err, ERR_IO, "gnuplot cannot be given a folder with ' in its name: %s",
                         whole);
    snprintf(partial, sizeof partial, "%s/.partial-%s.%s", whole, name, format);
    snprintf(picture, sizeof picture, "%s/%s.%s", whole, name, format);
    snprintf(script, sizeof script, "%s.gp", name);
    int n = snprintf(code, sizeof code, "DIR = '%s'; OUT = '%s'; %s", whole, partial, settings);
    if (n < 0 || (size_t)n >= sizeof code)
        return error_set(err, ERR_IO, "'%s' is too long a path", whole);
    if (run(scripts, script, code, err) == OK && rename(partial, picture) != 0)
        error_set(err, ERR_IO, "cannot write '%s': %s", picture, strerror(errno));
    if (err->code != OK)
        unlink(partial);
    return err->code;
}
