// What a tag byte means, for each of the 256 tags.

#pragma once

#include <cstddef>
#include <cstdint>

namespace ccapnp {

/// A byte index that the vector shuffles of every processor turn into a zero.
constexpr uint8_t shuffleToZero = 0x80;

struct TagTables {
  /// The number of bytes that follow the tag.
  uint8_t count[256];
  /// See `unitSize` and `runFollows`.
  uint32_t unit[256];
  /// For each byte of a packed word, the byte of the word that it comes from.
  alignas(64) uint8_t compress[256][8];
  /// For each byte of a word, the packed byte that it comes from.
  alignas(64) uint8_t expand[256][8];
};

constexpr TagTables makeTagTables() {
  TagTables tables{};
  for (unsigned tag = 0; tag < 256; ++tag) {
    uint8_t packed = 0;
    for (uint8_t byte = 0; byte < 8; ++byte) {
      if (tag >> byte & 1) {
        tables.compress[tag][packed] = byte;
        tables.expand[tag][byte] = packed;
        ++packed;
      } else {
        tables.expand[tag][byte] = shuffleToZero;
      }
    }
    tables.count[tag] = packed;
    const uint32_t zero = tag == 0, literal = tag == 0xff, almostLiteral = packed >= 7;
    const uint32_t size = 1 + packed + (zero | literal);
    tables.unit[tag] = size | (zero | literal << 1) << 8 | (zero | almostLiteral << 1) << 16;
    for (uint8_t byte = packed; byte < 8; ++byte) tables.compress[tag][byte] = shuffleToZero;
  }
  return tables;
}

inline constexpr TagTables tagTables = makeTagTables();

/// The size of a unit without a run, from an entry of `unit`: tag, bytes, and count if any.
inline size_t unitSize(uint32_t unit) noexcept { return unit & 0xff; }

/// Whether a word begins a run that the next word goes on with, from the entries of both. The
/// second byte of an entry says what runs a word with this tag begins, the third what runs it
/// goes on with: bit 0 for runs of zeros, bit 1 for literal runs.
inline bool runFollows(uint32_t unit, uint32_t nextUnit) noexcept {
  return (unit & nextUnit >> 8 & 0xff00) != 0;
}

}  // namespace ccapnp
