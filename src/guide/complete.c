/* complete.c - what the word at hand of a command line may be */
#include "complete.h"

#include "completion.h"
#include "help.h"
#include "loader.h"
#include "metric.h"

#include <string.h>
#include <sys/stat.h>

/* The word at hand, of which the first `kept` letters stand, and what is known from the others. */
struct ask {
    FILE *out;
    const char *word;
    size_t kept;
    const struct command *command;
    const struct option *option; /* whose value it is, or NULL */
    int n_operand;               /* before it */
    const char *operand;         /* the first of them, or NULL */
};

/* Offers TEXT, and with it `tail`, if that goes on what was typed. */
static void offer(const struct ask *ask, const char *text, const char *tail, const char *about)
{
    const char *typed = ask->word + ask->kept;
    const size_t n = strlen(typed), m = strlen(text);

    if (strncmp(text, typed, n < m ? n : m) != 0 || (n > m && strncmp(tail, typed + m, n - m) != 0))
        return;
    size_t first = strcspn(about, ";["); /* the first sentence of a longer text */
    while (first > 0 && about[first - 1] == ' ')
        first--;
    fprintf(ask->out, "%.*s%s%s%s%.*s\n", (int)ask->kept, ask->word, text, tail, first ? "\t" : "",
            (int)first, about);
}

static void offer_names(const struct ask *ask, size_t n, const struct name name[n])
{
    for (size_t i = 0; i < n; i++)
        offer(ask, name[i].text, "", name[i].help);
}

/* Of a list, "a,b,": the last is at hand. */
static struct ask last_of(const struct ask *ask)
{
    struct ask last = *ask;
    const char *comma = strrchr(ask->word + ask->kept, ',');

    if (comma)
        last.kept = (size_t)(comma - ask->word) + 1;
    return last;
}

/* Reads the scenario of a command line, of a folder of results the one in it. */
static bool read_scenario(const struct ask *ask, struct scenario *s)
{
    struct problems problems = { .n = 0 };
    struct error err = { .code = OK };
    struct stat st;
    char inside[4096];
    const char *path = ask->operand;

    if (!path || strcmp(path, "-") == 0 || stat(path, &st) != 0)
        return false;
    if (S_ISDIR(st.st_mode)) {
        snprintf(inside, sizeof inside, "%s/scenario.cfg", path);
        path = inside;
        if (stat(path, &st) != 0)
            return false;
    }
    return S_ISREG(st.st_mode) && scenario_load(s, path, 0, NULL, &problems, &err) == OK;
}

static void offer_levels(const struct ask *ask, const struct issue *issue)
{
    for (size_t i = 0; issue->is_named && i < issue->n_name; i++)
        offer(ask, issue->names[i], "", "");
    for (size_t i = 0; !issue->is_named && i < issue->n_level; i++)
        offer(ask, issue->label[i], "", "");
}

/* What follows "issues.NAME=". */
static void offer_values(const struct ask *ask, const struct scenario *s, const char *equals)
{
    struct ask value = *ask;
    const char *path = ask->word + ask->kept;

    value.kept = (size_t)(equals - ask->word) + 1;
    for (size_t k = 0; k < s->n_issue; k++) {
        const char *name = s->issue[k].name;
        const size_t n = strlen("issues.") + strlen(name);
        if ((size_t)(equals - path) != n || strncmp(path, "issues.", 7) != 0 ||
            strncmp(path + 7, name, n - 7) != 0)
            continue;
        if (strcmp(ask->option->takes, "PATH=VALUES") == 0 && !strchr(equals, ','))
            offer(&value, "all", "", "");
        value = last_of(&value);
        offer_levels(&value, &s->issue[k]);
    }
}

static void give_paths(const struct ask *ask, const struct scenario *s)
{
    const char *equals = strchr(ask->word + ask->kept, '=');

    if (equals) {
        offer_values(ask, s, equals);
        return;
    }
    for (size_t k = 0; k < s->n_issue; k++) {
        char path[100];
        snprintf(path, sizeof path, "issues.%s", s->issue[k].name);
        offer(ask, path, "=", s->issue[k].title);
    }
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        char form[160];
        distribution_format(&p->distribution, sizeof form, form);
        if (!p->is_implied)
            offer(ask, p->path, "=", form);
    }
}

static void give_parties(const struct ask *ask, const struct scenario *s)
{
    offer(ask, "all", "=", "");
    for (size_t p = 0; p < s->n_party; p++)
        offer(ask, s->party[p].name, "=", s->party[p].title);
}

static void give_proposals(const struct ask *ask, const struct scenario *s)
{
    for (size_t i = 0; i < s->n_proposal; i++)
        offer(ask, s->proposal[i].name, "", s->proposal[i].title ? s->proposal[i].title : "");
}

static void give_issues(const struct ask *ask, const struct scenario *s)
{
    const struct ask last = last_of(ask);

    for (size_t k = 0; k < s->n_table; k++)
        offer(&last, s->issue[k].name, "", s->issue[k].title);
}

static void give_metrics(const struct ask *ask, const struct scenario *s)
{
    const struct ask last = last_of(ask);

    (void)s;
    offer_names(&last, METRIC_COUNT, metric_names);
}

static void give_strategies(const struct ask *ask, const struct scenario *s)
{
    const struct ask last = last_of(ask);

    (void)s;
    offer_names(&last, STRATEGY_STATED, strategy_names);
}

/* What completes a value, by what --help says that the option takes; others are files. */
static const struct {
    const char *takes;
    void (*give)(const struct ask *ask, const struct scenario *s); /* or */
    bool reads;                                                    /* it needs the scenario */
    const char *paths;                                             /* or what shells find */
} value_rows[] = {
    { "PATH=VALUE", give_paths, true, NULL },
    { "PATH=VALUES", give_paths, true, NULL },
    { "PARTY=SHARE", give_parties, true, NULL },
    { "PROPOSAL", give_proposals, true, NULL },
    { "A,B", give_issues, true, NULL },
    { "METRIC,...", give_metrics, false, NULL },
    { "STRATEGY,...", give_strategies, false, NULL },
    { "DIR", NULL, false, ":folders" },
    { "I/N", NULL, false, NULL },
    { "N", NULL, false, NULL },
    { "NUMBER", NULL, false, NULL },
};

static void complete_value(const struct ask *ask)
{
    struct scenario s;

    if (ask->option->names) {
        offer_names(ask, ask->option->n_name, ask->option->names);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(value_rows); i++) {
        if (strcmp(value_rows[i].takes, ask->option->takes) != 0)
            continue;
        if (value_rows[i].paths)
            fprintf(ask->out, "%s\n", value_rows[i].paths);
        if (value_rows[i].give && !value_rows[i].reads)
            value_rows[i].give(ask, NULL);
        if (value_rows[i].reads && read_scenario(ask, &s)) {
            value_rows[i].give(ask, &s);
            scenario_release(&s);
        }
        return;
    }
    fputs(":files\n", ask->out);
}

static void offer_commands(const struct ask *ask)
{
    for (size_t i = 0; i < n_command; i++)
        offer(ask, commands[i].name, "", commands[i].does);
}

static void complete_operand(const struct ask *ask)
{
    const char *looks = ask->command->operands;

    if (ask->n_operand >= ask->command->most)
        return;
    if (strcmp(looks, "SCENARIO") == 0 || strcmp(looks, "SCENARIO...") == 0 ||
        strcmp(looks, "A [B]") == 0) {
        fputs(":scenarios\n", ask->out);
    } else if (strcmp(looks, "DIR") == 0 || strcmp(looks, "DIR...") == 0) {
        fputs(":folders\n", ask->out);
    } else if (strcmp(looks, "[WHICH]") == 0 || strcmp(looks, "[PAGE]") == 0) {
        offer(ask, "scenario", "", "");
        offer(ask, "results", "", "");
        if (strcmp(looks, "[PAGE]") == 0)
            offer_commands(ask);
    } else if (strcmp(looks, "SHELL") == 0) {
        for (size_t i = 0; i < n_completion; i++)
            offer(ask, completions[i].shell, "", "");
    } else {
        fputs(":files\n", ask->out);
    }
}

static const struct option *find_option(const struct ask *ask, const char *word)
{
    const size_t n = strcspn(word, "=");

    for (size_t i = 0; i < n_option; i++) {
        const struct option *o = &option_rows[i];
        const bool is_long = strncmp(word, "--", 2) == 0 && strlen(o->name) == n - 2 &&
                             strncmp(word + 2, o->name, n - 2) == 0;
        if (help_takes(ask->command, o) &&
            (is_long || (o->letter && n == 2 && word[0] == '-' && word[1] == o->letter)))
            return o;
    }
    return NULL;
}

static void offer_options(const struct ask *ask)
{
    for (size_t i = 0; i < n_option; i++) {
        char name[80];
        snprintf(name, sizeof name, "--%s", option_rows[i].name);
        if (help_takes(ask->command, &option_rows[i]))
            offer(ask, name, option_rows[i].kind == OPTION_FLAG ? "" : "=", option_rows[i].help);
    }
}

/* Goes through the words between the command and the one at hand; returns whether options end. */
static bool read_words(struct ask *ask, size_t n, char *const word[n])
{
    bool end = false;

    for (size_t i = 0; i < n; i++) {
        const struct option *o = NULL;
        if (!end && strcmp(word[i], "--") == 0)
            end = true;
        else if (end || word[i][0] != '-' || !word[i][1])
            ask->operand = ask->n_operand++ ? ask->operand : word[i];
        else
            o = find_option(ask, word[i]);
        if (!o || o->kind == OPTION_FLAG || strchr(word[i], '='))
            continue;
        if (++i >= n) /* its value is the word at hand */
            ask->option = o;
    }
    return end;
}

static void complete_word(struct ask *ask, bool end)
{
    const char *equals = strchr(ask->word, '=');

    if (!ask->option && !end && strncmp(ask->word, "--", 2) == 0 && equals) {
        ask->option = find_option(ask, ask->word);
        ask->kept = (size_t)(equals - ask->word) + 1;
        if (!ask->option || ask->option->kind == OPTION_FLAG)
            return;
    }
    if (ask->option)
        complete_value(ask);
    else if (!end && ask->word[0] == '-')
        offer_options(ask);
    else
        complete_operand(ask);
}

void complete_print(FILE *out, size_t n, char *const word[])
{
    struct ask ask = { .out = out };

    if (n == 0)
        return;
    ask.word = word[n - 1];
    if (n == 1 || (n == 2 && strcmp(word[0], "help") == 0)) {
        offer_commands(&ask);
        if (n == 1) {
            offer(&ask, "help", "", "");
            offer(&ask, "--help", "", "");
            offer(&ask, "--version", "", "");
        }
        return;
    }
    ask.command = command_find(word[0]);
    if (ask.command)
        complete_word(&ask, read_words(&ask, n - 2, word + 1));
}
