/* read_answer.h - what was answered to a proposal, by whom, and how sure the record is of it */
#ifndef READ_ANSWER_H
#define READ_ANSWER_H

#include "field.h"

extern const struct schema answer_schema;

/* Reads a proposal's `answers` into answer[n_party]; its `by` must have been read. */
void read_answers(struct reader *r, const config_setting_t *answers, struct proposal *proposal);

#endif
