/* remark.h - what a scenario says about one of its things, for readers */
#ifndef REMARK_H
#define REMARK_H

/* "" for what it does not say. */
struct remark {
    const char *sources; /* ids of texts, with a blank between them: "001 003" */
    const char *assumption, *note;
};

#endif
