/// Takes gzip apart, by zlib.

#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// Data that comes in pieces: one or more members of gzip, one after another.
typedef struct czlib_inflater czlib_inflater;

/// What became of a piece.
typedef enum czlib_result {
  /// As much as there was room for, or as there was input for.
  czlib_progress = 0,
  /// A member ended; what follows may be another one.
  czlib_member_end = 1,
  /// It is no gzip, or damaged.
  czlib_damaged = 2,
  /// There is no memory.
  czlib_no_memory = 3
} czlib_result;

/// Begins; null when there is no memory. To be ended with `czlib_free`.
czlib_inflater *czlib_new(void);

/// Takes bytes of a piece and gives bytes of the content, both as many as it can.
czlib_result czlib_inflate(
    czlib_inflater *inflater, const void *input, size_t input_count, void *output,
    size_t output_count, size_t *taken, size_t *given);

/// Begins another member. False when there is no memory.
int czlib_next_member(czlib_inflater *inflater);

/// Ends.
void czlib_free(czlib_inflater *inflater);

#endif
