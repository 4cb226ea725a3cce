/* machine.h - what this process may use of the machine it is on */
#ifndef MACHINE_H
#define MACHINE_H

#include <stddef.h>

/* The least of the machine's memory, what its control groups allow, and its address space, in
 * bytes; *limit is what that is called in a message. */
double machine_memory(const char **limit);

/* The least memory limit, in bytes, of the control groups that `membership` (the text of
 * /proc/self/cgroup) names, and of those around them, below `mount` (/sys/fs/cgroup); INFINITY
 * where there is none. Source: Linux, Documentation/admin-guide/cgroup-v2.rst (memory.max) and
 * cgroup-v1/memory.rst. */
double machine_group_memory(const char *membership, const char *mount);

/* How many of `wanted` threads can be made now.  Where not all can, half of those that can, at
 * least 1: the rest is room for what they work on. */
int machine_threads(int wanted);

#endif
