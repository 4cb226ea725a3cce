/* none.h - the index of nothing: no issue, no party, no parameter, no proposal */
#ifndef NONE_H
#define NONE_H

#include <stddef.h>
#include <stdint.h>

#define NONE SIZE_MAX

#endif
