// The parts of packing that do not depend on the processor: the exact, byte by byte, handling
// of one unit, which the scalar way uses for every unit and the vector ways near the ends of
// their buffers, where whole vectors do not fit.

#pragma once

#include "Packing.hpp"
#include "PackingTables.hpp"

#include <cstring>

namespace ccapnp {

constexpr size_t longestRun = 255;

inline size_t smaller(size_t a, size_t b) noexcept { return a < b ? a : b; }

inline uint64_t loadWord(const uint8_t *in) noexcept {
  uint64_t word;
  memcpy(&word, in, 8);
  return word;
}

/// The high bit of each byte says whether that byte of the word is not zero. Unlike the
/// well-known subtraction, this has no carries between bytes, so that every bit is exact.
inline uint64_t nonzeroBits(uint64_t word) noexcept {
  constexpr uint64_t low = 0x7f7f7f7f7f7f7f7f;
  return (((word & low) + low) | word) & ~low;
}

/// Whether a word with these `nonzeroBits` is left to a unit of its own by a run of literal
/// words: with two zero bytes or more, packing it saves more than it costs.
inline bool endsLiteralRun(uint64_t nonzero) noexcept {
  uint64_t zero = nonzero ^ 0x8080808080808080;
  return (zero & (zero - 1)) != 0;
}

inline size_t countZeroWords(const uint8_t *in, size_t limit) noexcept {
  size_t count = 0;
  while (count < limit && loadWord(in + count * 8) == 0) ++count;
  return count;
}

inline size_t countLiteralWords(const uint8_t *in, size_t limit) noexcept {
  size_t count = 0;
  while (count < limit && !endsLiteralRun(nonzeroBits(loadWord(in + count * 8)))) ++count;
  return count;
}

/// Packs one unit if it fits, and says how far that went: not at all if it does not fit.
/// There must be at least one word.
inline PackProgress packUnit(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept
{
  // Stores every byte and goes on only after those that are not zero, which is faster than to
  // ask. That takes nine bytes whatever the word is.
  uint8_t aside[9];
  uint8_t *const unit = outCapacity < 9 ? aside : out;
  uint8_t *next = unit + 1;
  unsigned tag = 0;
  for (unsigned byte = 0; byte < 8; ++byte) {
    const bool nonzero = in[byte] != 0;
    *next = in[byte];
    next += nonzero;
    tag |= unsigned(nonzero) << byte;
  }
  const size_t limit = smaller(words - 1, longestRun);
  if (tag == 0) {
    if (outCapacity < 2) return {0, 0};
    const size_t run = countZeroWords(in + 8, limit);
    out[0] = 0;
    out[1] = uint8_t(run);
    return {1 + run, 2};
  }
  if (tag == 0xff) {
    const size_t run = countLiteralWords(in + 8, limit);
    if (outCapacity < 10 + run * 8) return {0, 0};
    out[0] = 0xff;
    memcpy(out + 1, in, 8);
    out[9] = uint8_t(run);
    memcpy(out + 10, in + 8, run * 8);
    return {1 + run, 10 + run * 8};
  }
  const size_t size = size_t(next - unit);
  if (outCapacity < size) return {0, 0};
  unit[0] = uint8_t(tag);
  if (unit == aside) memcpy(out, unit, size);
  return {1, size};
}

/// Unpacks one unit if it is whole and fits; `done` then says that it was unpacked, not that
/// the output is full. There must be room for at least one word.
inline UnpackProgress unpackUnit(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  if (inBytes == 0) return {0, 0, UnpackStatus::needInput};
  const unsigned tag = in[0];
  const size_t size = 1 + size_t(tagTables.count[tag]);
  const bool hasRun = tag == 0 || tag == 0xff;
  if (inBytes < size + hasRun) return {0, 0, UnpackStatus::needInput};
  if (!hasRun) {
    // As in `packUnit`: loads a byte whether it is used or not.
    uint8_t aside[9];
    if (inBytes < 9) memcpy(aside, in, size);
    const uint8_t *next = inBytes < 9 ? aside + 1 : in + 1;
    for (unsigned byte = 0; byte < 8; ++byte) {
      const unsigned bit = tag >> byte & 1;
      out[byte] = uint8_t(*next & -bit);
      next += bit;
    }
    return {size, 1, UnpackStatus::done};
  }
  const size_t run = in[size];
  if (run > outWords - 1) return {0, 0, UnpackStatus::runPastEnd};
  if (tag == 0) {
    if (!outIsZeroed) memset(out, 0, 8 + run * 8);
    return {2, 1 + run, UnpackStatus::done};
  }
  if (inBytes - 10 < run * 8) return {0, 0, UnpackStatus::needInput};
  memcpy(out, in + 1, 8);
  memcpy(out + 8, in + 10, run * 8);
  return {10 + run * 8, 1 + run, UnpackStatus::done};
}

}  // namespace ccapnp
