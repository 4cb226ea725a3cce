/* read_red_line.c - levels that somebody accepts at no price */
#include "read_red_line.h"

#include "number.h"
#include "read_levels.h"

struct red_line_draft {
    struct red_line line;
    const char *issue;
    const config_setting_t *levels;
};
static const struct field red_line_fields[] = {
    { "issue", FIELD_NAME, REQUIRED, offsetof(struct red_line_draft, issue), 0, 0, "name",
      "which issue it is about" },
    { "levels", FIELD_SETTING, REQUIRED, offsetof(struct red_line_draft, levels), 0, 0,
      "level, or (level, ...), or { above = x; }",
      "which levels are not accepted; for numbers also { below = x; }" },
    { "probability", FIELD_NUMBER, REQUIRED, offsetof(struct red_line_draft, line.probability), 0,
      1, "", "that the line is real; one roll for each draw" },
    FIELD_REMARKS,
};
const struct schema red_line_schema = {
    "parties[].red_lines[], parties[].positions[], bodies[].red_lines[] and blocs[].red_lines[]",
    "Levels that make any package unacceptable to this party, body or bloc.",
    COUNT_OF(red_line_fields), red_line_fields
};

size_t issue_named(struct reader *r, const config_setting_t *row, const char *name)
{
    size_t k = name ? issue_find(r, name) : NONE;
    if (name && k == NONE)
        issue_unknown(r, config_setting_get_member(row, "issue"), name);
    return k;
}

static void read_red_line(struct reader *r, const config_setting_t *row, struct red_line *line)
{
    struct red_line_draft draft = { .issue = NULL };

    field_read(r, row, &red_line_schema, &draft);
    const size_t k = issue_named(r, row, draft.issue);
    if (k == NONE || !draft.levels)
        return;
    draft.line.issue = k;
    level_set_read(r, draft.levels, &r->scenario->issue[k], &draft.line.set);
    /* One for each line: whether it is real must not depend on whether another one is. */
    draft.line.roll = number_roll(r, row, ".roll");
    *line = draft.line;
}

void red_lines_read(struct reader *r, size_t n_list, const config_setting_t *const list[],
                    size_t *n, struct red_line **line)
{
    size_t room = 0;

    *n = 0;
    for (size_t i = 0; i < n_list; i++)
        if (list[i] && field_is_list(r, list[i], "groups"))
            room += (size_t)config_setting_length(list[i]);
    *line = reader_alloc(r, room, sizeof **line);
    for (size_t i = 0; *line && i < n_list; i++)
        /* A setting that is no list was complained of, and has no room for its members. */
        for (int k = 0; list[i] && *n < room && k < config_setting_length(list[i]); k++)
            read_red_line(r, config_setting_get_elem(list[i], (unsigned)k), &(*line)[(*n)++]);
}
