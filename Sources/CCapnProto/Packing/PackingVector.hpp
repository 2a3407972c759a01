// Packing over a processor's vectors, written once for all processors; UnpackingVector.hpp has
// the other direction.
//
// `Lanes` holds the few operations that differ; PackingSSE.cpp and PackingNEON.cpp each have
// one. `CCAPNP_LANES` is defined there too: the attribute that lets the compiler use the
// instructions. A function without it could not inline the operations, so everything in both
// files has it, and is `static`, so that the copies of two processors never get mixed up.
//
// Room is compared as an integer before a pointer moves. Vectors are loaded and stored only
// where they lie wholly inside the buffers; nearer to the ends, units are handled singly.

#pragma once

#include "PackingUnits.hpp"

#ifndef CCAPNP_LANES
#error "Define CCAPNP_LANES first."
#endif

namespace ccapnp {

/// Of eight words' tags in one integer, a bit in each of those that end a run of literal words.
CCAPNP_LANES static inline uint64_t literalRunEnds(uint64_t tags) noexcept {
  // The number of zero bytes of each word, added up in pairs, fours and eights.
  uint64_t zeroes = ~tags;
  zeroes = zeroes - ((zeroes >> 1) & 0x5555555555555555);
  zeroes = (zeroes & 0x3333333333333333) + ((zeroes >> 2) & 0x3333333333333333);
  zeroes = (zeroes + (zeroes >> 4)) & 0x0f0f0f0f0f0f0f0f;
  return (zeroes + 0x7e7e7e7e7e7e7e7e) & 0x8080808080808080;
}

CCAPNP_LANES static inline size_t firstWord(uint64_t bits) noexcept {
  return size_t(__builtin_ctzll(bits)) / 8;
}

template <typename Lanes>
CCAPNP_LANES static inline size_t countZeroRun(const uint8_t *in, size_t limit) noexcept {
  size_t count = 0;
  for (; limit - count >= 8; count += 8) {
    const uint64_t tags = Lanes::nonzero64(in + count * 8);
    if (tags != 0) return count + firstWord(tags);
  }
  return count + countZeroWords(in + count * 8, limit - count);
}

/// Copies literal words up to the one that ends the run, and returns how many. There must be
/// room for `limit` words, all of which may be written.
template <typename Lanes>
CCAPNP_LANES static inline size_t copyLiteralRun(
  const uint8_t *in, size_t limit, uint8_t *out) noexcept
{
  size_t count = 0;
  for (; limit - count >= 8; count += 8) {
    const uint8_t *block = in + count * 8;
    memcpy(out + count * 8, block, 64);
    const uint64_t tags = Lanes::nonzero64(block);
    if (~tags == 0) continue;
    const uint64_t ends = literalRunEnds(tags);
    if (ends != 0) return count + firstWord(ends);
  }
  const size_t rest = countLiteralWords(in + count * 8, limit - count);
  memcpy(out + count * 8, in + count * 8, rest * 8);
  return count + rest;
}

/// Packs the words of a block of eight whose tags are given, and the tag of the word after it,
/// up to the first word that a run follows. Without a run, the count after tags 0x00 and 0xff
/// is just one more zero byte, so that nothing here depends on which words are which, and
/// there is nothing to predict wrongly. There must be room for 80 bytes.
template <typename Lanes>
CCAPNP_LANES static inline size_t packBlock(
  const uint8_t *in, uint64_t tags, unsigned tagAfter, uint8_t *&out) noexcept
{
  uint8_t *to = out;
  unsigned tag = tags & 0xff;
  uint32_t unit = tagTables.unit[tag];
  size_t word = 0;
  for (; word < 8; ++word) {
    tags >>= 8;
    const unsigned nextTag = word == 7 ? tagAfter : unsigned(tags & 0xff);
    const uint32_t nextUnit = tagTables.unit[nextTag];
    if (runFollows(unit, nextUnit)) break;
    to[0] = uint8_t(tag);
    Lanes::compress(in + word * 8, tag, to + 1);
    to[9] = 0;
    to += unitSize(unit);
    tag = nextTag;
    unit = nextUnit;
  }
  out = to;
  return word;
}

template <typename Lanes>
CCAPNP_LANES static inline PackProgress packVectorUnits(
  const uint8_t *const in, const size_t words, uint8_t *const out, const size_t outCapacity)
  noexcept
{
  size_t read = 0, written = 0;
  while (read < words) {
    while (words - read > 8 && outCapacity - written >= 80) {
      const uint8_t *block = in + read * 8;
      uint8_t *next = out + written;
      const size_t packed = packBlock<Lanes>(
        block, Lanes::nonzero64(block), Lanes::nonzero8(block + 64), next);
      read += packed;
      written = size_t(next - out);
      if (packed < 8) break;
    }

    const uint8_t *word = in + read * 8;
    uint8_t *unit = out + written;
    const size_t room = outCapacity - written;
    const size_t limit = smaller(words - read - 1, longestRun);
    if (room < 10 + limit * 8) {
      const PackProgress one = packUnit(word, words - read, unit, room);
      if (one.wordsRead == 0) break;
      read += one.wordsRead;
      written += one.bytesWritten;
      continue;
    }
    const unsigned tag = Lanes::nonzero8(word);
    size_t run = 0;
    if (tag == 0) {
      run = countZeroRun<Lanes>(word + 8, limit);
      unit[0] = 0;
      unit[1] = uint8_t(run);
      written += 2;
    } else if (tag == 0xff) {
      run = copyLiteralRun<Lanes>(word + 8, limit, unit + 10);
      unit[0] = 0xff;
      memcpy(unit + 1, word, 8);
      unit[9] = uint8_t(run);
      written += 10 + run * 8;
    } else {
      unit[0] = uint8_t(tag);
      Lanes::compress(word, tag, unit + 1);
      written += unitSize(tagTables.unit[tag]);
    }
    read += 1 + run;
  }
  return {read, written};
}

}  // namespace ccapnp
