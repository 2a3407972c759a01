#include "AllocationCounter.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#endif

#if defined(__GLIBC__) && !defined(SANITIZED)

/* glibc's own allocator under the names that it keeps for those who replace the public ones. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

typedef struct {
  _Atomic uint64_t allocations;
  _Atomic uint64_t frees;
  _Atomic uint64_t bytes;
} counters;

static counters process;

/*
 * A thread's own memory in the static block, which is there before the first malloc: the usual
 * kind may be allocated on first use, by malloc. Atomic because a signal handler may come between.
 */
static _Thread_local __attribute__((tls_model("initial-exec"))) struct {
  counters counts;
  _Atomic int active;
} thread;

static void add(_Atomic uint64_t *counter, uint64_t amount) {
  atomic_fetch_add_explicit(counter, amount, memory_order_relaxed);
}

static void count_allocation(size_t size) {
  add(&process.allocations, 1);
  add(&process.bytes, size);
  if (atomic_load_explicit(&thread.active, memory_order_relaxed)) {
    add(&thread.counts.allocations, 1);
    add(&thread.counts.bytes, size);
  }
}

static void count_free(void) {
  add(&process.frees, 1);
  if (atomic_load_explicit(&thread.active, memory_order_relaxed)) {
    add(&thread.counts.frees, 1);
  }
}

void *malloc(size_t size) {
  count_allocation(size);
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  /* A product that overflows is refused by glibc; what is counted for it does not matter. */
  count_allocation(count * size);
  return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  count_allocation(size);
  return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
  count_allocation(size);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count_allocation(size);
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) {
    return EINVAL;
  }
  count_allocation(size);
  /* The result is the return value alone: errno has to stay as it was. */
  int saved = errno;
  void *fresh = __libc_memalign(alignment, size);
  errno = saved;
  if (fresh == NULL) {
    return ENOMEM;
  }
  *block = fresh;
  return 0;
}

void free(void *block) {
  if (block != NULL) {
    count_free();
  }
  __libc_free(block);
}

static alloc_counter_counts read_counts(counters *from) {
  alloc_counter_counts counts = {
    .allocations = atomic_load_explicit(&from->allocations, memory_order_relaxed),
    .frees = atomic_load_explicit(&from->frees, memory_order_relaxed),
    .bytes = atomic_load_explicit(&from->bytes, memory_order_relaxed),
  };
  return counts;
}

const char *alloc_counter_unavailable_reason(void) {
  return NULL;
}

void alloc_counter_start(void) {
  atomic_store_explicit(&thread.counts.allocations, 0, memory_order_relaxed);
  atomic_store_explicit(&thread.counts.frees, 0, memory_order_relaxed);
  atomic_store_explicit(&thread.counts.bytes, 0, memory_order_relaxed);
  atomic_store_explicit(&thread.active, 1, memory_order_relaxed);
}

alloc_counter_counts alloc_counter_stop(void) {
  if (!atomic_exchange_explicit(&thread.active, 0, memory_order_relaxed)) {
    return (alloc_counter_counts){0, 0, 0};
  }
  return read_counts(&thread.counts);
}

alloc_counter_counts alloc_counter_process_counts(void) {
  return read_counts(&process);
}

#else

const char *alloc_counter_unavailable_reason(void) {
#if defined(SANITIZED)
  return "allocations are not counted under a sanitizer, which replaces malloc itself";
#else
  return "allocations are counted with glibc only";
#endif
}

void alloc_counter_start(void) {}

alloc_counter_counts alloc_counter_stop(void) {
  return (alloc_counter_counts){0, 0, 0};
}

alloc_counter_counts alloc_counter_process_counts(void) {
  return (alloc_counter_counts){0, 0, 0};
}

#endif
