/* share.h - how sure a share of many draws is */
#ifndef SHARE_H
#define SHARE_H

#include <stdint.h>

/* The standard error of a share of n. */
double share_error(double share, uint64_t n);

/* Wilson's interval of 95 %, out: low, high, in [0, 1].
 * Source: Wilson (1927) J. American Statistical Association 22:209. */
void share_interval(double share, uint64_t n, double *low, double *high);

#endif
