// Cap'n Proto's packed encoding, internal to this target.
//
// A packed message is a row of units. A unit is a tag byte, whose bits say which of the eight
// bytes of a word are not zero, and then those bytes. Two tags carry more: after 0x00 comes one
// byte, the number of further words that are all zero; after 0xff and its eight bytes comes one
// byte, the number of further words, and then these words as they are.
//
// Many byte strings unpack to the same words. The packer gives the one that libcapnp gives, so
// that files written by either can be compared byte for byte.
//
// Nothing here throws, allocates or keeps state. Input and output need no alignment, and must
// not overlap.

#pragma once

#include <cstddef>
#include <cstdint>

namespace ccapnp {

/// Most bytes of input that one unit takes: tag, first word, count and 255 further words.
/// A caller who feeds `unpack` piece by piece needs a buffer of at least this size.
constexpr size_t largestUnit = 1 + 8 + 1 + 255 * 8;

struct PackProgress {
  size_t wordsRead;
  size_t bytesWritten;
};

enum class UnpackStatus {
  /// As many words as were asked for are written.
  done,
  /// The input ends inside the next unit, or before it.
  needInput,
  /// The next unit holds more words than were asked for.
  runPastEnd,
};

struct UnpackProgress {
  size_t bytesRead;
  size_t wordsWritten;
  UnpackStatus status;
};

/// Most bytes that `pack` can write for so many words; `SIZE_MAX` if they cannot be counted.
size_t packedBound(size_t words) noexcept;

/// Packs words to the bytes that libcapnp writes for them in one piece.
///
/// Everything is packed if `outCapacity` is at least `packedBound(words)`. Otherwise packing
/// may stop before a unit that does not fit; going on with the words that are left gives the
/// same bytes. At least one unit is packed if `outCapacity` is at least `largestUnit`.
/// Bytes of `out` beyond those counted as written may have changed.
PackProgress pack(const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept;

/// Unpacks whole units until `outWords` words are written.
///
/// Whatever the status says, the progress ends between two units, so that a caller can go on
/// from there. Words beyond those counted as written are left alone or set to zero.
/// If `outIsZeroed`, words of zeros are skipped instead of stored.
UnpackProgress unpack(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept;

/// The number of words that the whole input unpacks to. `wellFormed` is false if the input
/// ends inside a unit or the words cannot be counted; the units before that are counted.
size_t measureUnpacked(const uint8_t *in, size_t inBytes, bool *wellFormed) noexcept;

// The two ways to do it. `pack` and `unpack` take the vector way where the processor has it;
// these are for tests and benchmarks, which compare them. Without vector instructions the
// vector way is the scalar way.

bool hasVector() noexcept;

PackProgress packScalar(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept;
PackProgress packVector(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept;

UnpackProgress unpackScalar(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept;
UnpackProgress unpackVector(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept;

}  // namespace ccapnp
