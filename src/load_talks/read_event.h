/* read_event.h - what happens in the course of talks */
#ifndef READ_EVENT_H
#define READ_EVENT_H

#include "field.h"

/* Reads the events of the talks, whose parties must have been read. */
void read_events(struct reader *r, const config_setting_t *list, struct talks *talks);

#endif
