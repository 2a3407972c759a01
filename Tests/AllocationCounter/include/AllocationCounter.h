/*
 * Counts what a stretch of code takes from malloc, for tests that promise a number.
 *
 * The counter replaces the program's malloc family, so it sees what Swift, C++ and every shared
 * library take. That is possible with glibc and without a sanitizer; elsewhere
 * alloc_counter_unavailable_reason() says why not, and a test has to skip.
 *
 *   alloc_counter_start();
 *   ...
 *   alloc_counter_counts counts = alloc_counter_stop();
 *
 * Run the code once before the count: what a program does for the first time takes memory of its
 * own, such as the metadata of a generic type or the binding of a function.
 *
 * A count covers the calling thread alone, so tests that run beside it do not disturb it. A start
 * and its stop have to be on one thread, with no suspension between. Threads may count at the same
 * time; the totals of alloc_counter_process_counts() are the sum over all threads, counting or not.
 */
#ifndef STOWAGE_ALLOCATION_COUNTER_H
#define STOWAGE_ALLOCATION_COUNTER_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  /* Blocks that were asked for, a realloc included. */
  uint64_t allocations;
  /* Blocks that were given back, a realloc not included. */
  uint64_t frees;
  /* Bytes that were asked for. */
  uint64_t bytes;
} alloc_counter_counts;

/* NULL when counting works here, else a sentence for the person who reads the test's output. */
const char *alloc_counter_unavailable_reason(void);

/* Begins at zero on the calling thread; a count that is under way there starts anew. */
void alloc_counter_start(void);

/* Ends the calling thread's count. All zero where counting is unavailable or was not started. */
alloc_counter_counts alloc_counter_stop(void);

/* What all threads have done since the program began. All zero where counting is unavailable. */
alloc_counter_counts alloc_counter_process_counts(void);

#ifdef __cplusplus
}
#endif

#endif
