/* processor.h - one piece of C for the instruction sets of the day */
#ifndef PROCESSOR_H
#define PROCESSOR_H

/* Before a function: the compiler makes a version for each instruction set and the loader picks
 * one.  All do the same operations in the same order, so results are the same bytes.  A sanitizer
 * must see plain functions. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FOR_EACH_PROCESSOR \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* A part of such a function: a call would end in the version for any processor. */
#define INLINE __attribute__((always_inline)) static inline

#endif
