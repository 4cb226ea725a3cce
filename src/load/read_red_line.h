/* read_red_line.h - levels that somebody accepts at no price */
#ifndef READ_RED_LINE_H
#define READ_RED_LINE_H

#include "field.h"

extern const struct schema red_line_schema;

/* Reads the rows of some lists, each of which may be NULL, one list after another. */
void red_lines_read(struct reader *r, size_t n_list, const config_setting_t *const list[],
                    size_t *n, struct red_line **line);

/* The issue that a row is about by its setting `issue`, or NONE after a complaint. */
size_t issue_named(struct reader *r, const config_setting_t *row, const char *name);

#endif
