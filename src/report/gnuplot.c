/* gnuplot.c - pictures of results, drawn by gnuplot */
#include "gnuplot.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* All settings of pictures.c (64 KiB) and the name of the picture; as one argument of a program it
 * must stay below Linux's limit of 128 KiB. */
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

/* Turns this process into gnuplot.  127 tells the parent that there was nothing to run, as in a
 * shell.  gnuplot starts inside the folder, so that no letter of the folder's path needs quotes. */
static void become_gnuplot(int dir, const char *script, const char *settings)
{
    if (fchdir(dir) == 0)
        execlp("gnuplot", "gnuplot", "-e", settings, script, (char *)NULL);
    _exit(127);
}

static enum error_code run(int dir, const char *script, const char *settings, struct error *err)
{
    int status;
    pid_t child = fork();

    if (child < 0)
        return error_set(err, ERR_IO, "cannot start gnuplot: %s", strerror(errno));
    if (child == 0)
        become_gnuplot(dir, script, settings);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return error_set(err, ERR_IO, "lost gnuplot: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return error_set(err, ERR_IO,
                         "cannot run gnuplot; install it (Debian: gnuplot-nox), or "
                         "draw the CSV files with another program");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return error_set(err, ERR_IO, "gnuplot could not draw '%s'; its messages are above",
                         strrchr(script, '/') + 1);
    return OK;
}

/* Writes the absolute path of the script, since gnuplot starts in another folder.  Refuses one with
 * a ': scripts give their own path to a shell in single quotes. */
static enum error_code find_script(const char *name, size_t size, char script[size],
                                   struct error *err)
{
    const char *scripts = gnuplot_scripts();
    char whole[PATH_MAX], style[PATH_MAX + 16];

    if (!scripts)
        return error_set(err, ERR_IO,
                         "cannot find the plot scripts; set NEGOSIM_PLOTS to the "
                         "folder that holds style.gp");
    snprintf(style, sizeof style, "%s/style.gp", scripts);
    if (access(style, R_OK) != 0 || !realpath(scripts, whole))
        return error_set(err, ERR_IO, "NEGOSIM_PLOTS is '%s', which holds no plot scripts",
                         scripts);
    if (strchr(whole, '\''))
        return error_set(err, ERR_IO,
                         "gnuplot cannot be given scripts from a folder with ' in its "
                         "name: %s",
                         whole);
    snprintf(script, size, "%s/%s.gp", whole, name);
    return OK;
}

enum error_code gnuplot_draw(int dir, const char *name, const char *out, const char *settings,
                             struct error *err)
{
    char script[PATH_MAX + 128], code[MAX_CODE];

    if (find_script(name, sizeof script, script, err) != OK)
        return err->code;
    int n = snprintf(code, sizeof code, "DIR = '.'; OUT = '%s'; %s", out, settings);
    if (n < 0 || (size_t)n >= sizeof code)
        return error_set(err, ERR_IO, "too much to say to gnuplot for '%s'", out);
    return run(dir, script, code, err);
}
