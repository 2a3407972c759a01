#include "Packing.hpp"

#include "PackingTables.hpp"

namespace ccapnp {

size_t packedBound(size_t words) noexcept {
  if (words == 0) return 0;
  // The worst are runs of literal words that are one word long, each with a tag and a count,
  // between words with two zero bytes, which end them and take seven bytes. A run at either
  // end makes 10 and 7 bytes by turns, and for even numbers of words the last run has two.
  if (words > (SIZE_MAX - 2) / 9) return SIZE_MAX;
  return words * 8 + words / 2 + words % 2 + 1;
}

PackProgress pack(const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept {
  return hasVector() ? packVector(in, words, out, outCapacity)
                     : packScalar(in, words, out, outCapacity);
}

UnpackProgress unpack(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  return hasVector() ? unpackVector(in, inBytes, out, outWords, outIsZeroed)
                     : unpackScalar(in, inBytes, out, outWords, outIsZeroed);
}

size_t measureUnpacked(const uint8_t *in, size_t inBytes, bool *wellFormed) noexcept {
  size_t words = 0;
  size_t at = 0;
  *wellFormed = false;
  while (at < inBytes) {
    const unsigned tag = in[at];
    const size_t left = inBytes - at;
    size_t unitBytes = 1 + size_t(tagTables.count[tag]);
    size_t unitWords = 1;
    if (tag == 0 || tag == 0xff) {
      if (left <= unitBytes) return words;
      const size_t run = in[at + unitBytes];
      unitWords += run;
      unitBytes += 1 + (tag == 0xff ? run * 8 : 0);
    }
    if (left < unitBytes || words > SIZE_MAX - unitWords) return words;
    at += unitBytes;
    words += unitWords;
  }
  *wellFormed = true;
  return words;
}

#if !defined(__x86_64__) && !defined(__aarch64__)
bool hasVector() noexcept { return false; }

PackProgress packVector(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept
{
  return packScalar(in, words, out, outCapacity);
}

UnpackProgress unpackVector(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  return unpackScalar(in, inBytes, out, outWords, outIsZeroed);
}
#endif

}  // namespace ccapnp
