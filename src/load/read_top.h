/* read_top.h - which groups a file has, and the short ones: header, texts, run, correlations */
#ifndef READ_TOP_H
#define READ_TOP_H

#include "field.h"

struct top_draft {
    const config_setting_t *scenario, *texts, *vocabulary, *issues, *forbidden, *rules, *parties,
        *agreement, *phases, *extension, *correlations, *proposals, *record, *outcome, *talks, *run,
        *sweep;
};

extern const struct schema top_schema, header_schema, text_schema, run_schema, correlation_schema;

/* Texts come before all groups that may cite them, the header among these. */
void read_header(struct reader *r, const config_setting_t *group);
void read_texts(struct reader *r, const config_setting_t *list);

/* Reads `run`, or NULL for none: what it does not say keeps its default. */
void read_run(struct reader *r, const config_setting_t *group);

/* Reads `correlations` into a copula over the parameters that they name. */
void read_correlations(struct reader *r, const config_setting_t *list);

#endif
