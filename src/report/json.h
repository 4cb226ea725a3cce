/* json.h - a JSON object, one member a line */
#ifndef JSON_H
#define JSON_H

#include <stdint.h>
#include <stdio.h>

/* Begin with { file }; members follow in the order of the calls. */
struct json {
    FILE *out;
    int depth, n;
};

void json_open(struct json *j, const char *key); /* an object; the first has the key NULL */
void json_close(struct json *j);
void json_text(struct json *j, const char *key, const char *value);
void json_real(struct json *j, const char *key, double value); /* null when not finite */
void json_count(struct json *j, const char *key, uint64_t value);

#endif
