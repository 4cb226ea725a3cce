/* gnuplot.c - pictures of results, drawn by gnuplot */
#include "gnuplot.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
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

/* Writes the path of the plot scripts as they lie beside the program: bin/negosim has them in
 * share/negosim/plots wherever the two were moved together, and the build folder has them so,
 * too.  False where the system does not say where the program is. */
static bool beside_program(size_t size, char path[size])
{
    const ssize_t n = readlink("/proc/self/exe", path, size - 1);

    if (n <= 0)
        return false;
    path[n] = '\0';
    char *slash = strrchr(path, '/');
    const size_t used = slash ? (size_t)(slash - path) : 0;
    return slash && (size_t)snprintf(slash, size - used, "/../" NEGOSIM_PLOTS_BESIDE) < size - used;
}

static bool holds_scripts(const char *folder)
{
    char style[PATH_MAX + 16];

    snprintf(style, sizeof style, "%s/style.gp", folder);
    return access(style, R_OK) == 0;
}

/* $NEGOSIM_PLOTS, else beside the program, else where they were to be installed; the last where
 * none of them holds the scripts.  beside[size] is room for a path. */
static const char *find_scripts(size_t size, char beside[size])
{
    const char *asked = getenv("NEGOSIM_PLOTS");

    if (asked)
        return asked;
    return beside_program(size, beside) && holds_scripts(beside) ? beside : NEGOSIM_PLOTS_INSTALLED;
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
    char beside[PATH_MAX], whole[PATH_MAX];
    const char *scripts = find_scripts(sizeof beside, beside);

    if (!holds_scripts(scripts) || !realpath(scripts, whole))
        return getenv("NEGOSIM_PLOTS")
                   ? error_set(err, ERR_IO, "NEGOSIM_PLOTS is '%s', which holds no plot scripts",
                               scripts)
                   : error_set(err, ERR_IO,
                               "cannot find the plot scripts; set NEGOSIM_PLOTS to the folder "
                               "that holds style.gp");
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
