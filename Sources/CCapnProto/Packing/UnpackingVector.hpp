// Unpacking over a processor's vectors; see PackingVector.hpp.

#pragma once

#include "PackingUnits.hpp"

#ifndef CCAPNP_LANES
#error "Define CCAPNP_LANES first."
#endif

namespace ccapnp {

/// Tags 0x00 and 0xff, which a run follows.
CCAPNP_LANES static inline bool hasRun(unsigned tag) noexcept { return uint8_t(tag + 1) < 2; }

CCAPNP_LANES static inline void copyWords(
  const uint8_t *in, size_t words, uint8_t *out) noexcept
{
  // Most runs are too short for a call to pay.
  if (words > 16) {
    memcpy(out, in, words * 8);
    return;
  }
  for (; words >= 2; words -= 2, in += 16, out += 16) memcpy(out, in, 16);
  if (words != 0) memcpy(out, in, 8);
}

/// Writes zero words. There is room for `room` words, and more than asked for may be written.
CCAPNP_LANES static inline void zeroWords(uint8_t *out, size_t words, size_t room) noexcept {
  if (words > 8 || room < 8) {
    memset(out, 0, words * 8);
  } else {
    memset(out, 0, 64);
  }
}

/// Whether a unit has no run, and is no literal word, whose size would make the rest slower.
/// A single zero word is plain: its count is one more byte that is zero.
CCAPNP_LANES static inline bool isPlain(const uint8_t *unit, unsigned tag) noexcept {
  // Not `&&`: of two things that cannot be predicted, two branches make two mistakes.
  return !((tag == 0xff) | ((tag == 0) & (unit[1] != 0)));
}

/// Unpacks up to `pairs` times two plain units, and says whether it got that far. There must
/// be room for twice as many words, and input of 17 bytes for each pair: eight for the first
/// unit, and for the second a tag and the eight bytes that `expand` loads.
///
/// Where a unit begins is known only once the tag before it is counted. That chain is what
/// takes the time, so the second tag of two is shifted out of bytes that are loaded together
/// with the first.
template <typename Lanes>
CCAPNP_LANES static inline bool unpackPairs(
  const uint8_t *&in, size_t pairs, uint8_t *&out) noexcept
{
  const uint8_t *unit = in;
  uint8_t *word = out;
  for (; pairs != 0; --pairs) {
    const unsigned tag = unit[0];
    const uint64_t following = loadWord(unit + 1);
    if (!isPlain(unit, tag)) break;
    const size_t count = size_t(Lanes::count(tag)) + (tag == 0);
    const unsigned nextTag = unsigned(following >> (count * 8)) & 0xff;
    Lanes::expand(unit + 1, tag, word);
    word += 8;
    unit += 1 + count;
    if (!isPlain(unit, nextTag)) break;
    const size_t nextCount = size_t(Lanes::count(nextTag)) + (nextTag == 0);
    Lanes::expand(unit + 1, nextTag, word);
    word += 8;
    unit += 1 + nextCount;
  }
  in = unit;
  out = word;
  return pairs == 0;
}

template <typename Lanes>
CCAPNP_LANES static inline UnpackProgress unpackVectorUnits(
  const uint8_t *const in, const size_t inBytes, uint8_t *const out, const size_t outWords,
  const bool outIsZeroed) noexcept
{
  size_t read = 0, written = 0;
  while (written < outWords) {
    const size_t pairs = smaller((outWords - written) / 2, (inBytes - read) / 17);
    const uint8_t *nextUnit = in + read;
    uint8_t *nextWord = out + written * 8;
    const bool plain = unpackPairs<Lanes>(nextUnit, pairs, nextWord);
    read = size_t(nextUnit - in);
    written = size_t(nextWord - out) / 8;
    // Pairs are mostly shorter than 17 bytes: go on until fewer are left.
    if (plain && pairs != 0) continue;

    const uint8_t *unit = in + read;
    uint8_t *word = out + written * 8;
    const size_t left = inBytes - read;
    const size_t room = outWords - written;
    if (left >= 10 && hasRun(unit[0])) {
      const bool literal = unit[0] != 0;
      const size_t run = literal ? unit[9] : unit[1];
      if (run > room - 1) return {read, written, UnpackStatus::runPastEnd};
      if (literal) {
        if (left - 10 < run * 8) return {read, written, UnpackStatus::needInput};
        memcpy(word, unit + 1, 8);
        copyWords(unit + 10, run, word + 8);
        read += 10 + run * 8;
      } else {
        if (!outIsZeroed) zeroWords(word, 1 + run, room);
        read += 2;
      }
      written += 1 + run;
    } else {
      const UnpackProgress one = unpackUnit(unit, left, word, room, outIsZeroed);
      if (one.status != UnpackStatus::done) return {read, written, one.status};
      read += one.bytesRead;
      written += one.wordsWritten;
    }
  }
  return {read, written, UnpackStatus::done};
}

}  // namespace ccapnp
