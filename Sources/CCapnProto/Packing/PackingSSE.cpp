#if defined(__x86_64__)

// SSSE3 has the shuffle, POPCNT counts a tag's bits. Every x86-64 processor since 2008 has
// both, but the compiler may assume neither.
#define CCAPNP_LANES __attribute__((target("ssse3,popcnt")))

#include "PackingVector.hpp"
#include "UnpackingVector.hpp"

#include <tmmintrin.h>

namespace ccapnp {

namespace {

struct SSELanes {
  CCAPNP_LANES static __m128i load16(const uint8_t *in) noexcept {
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(in));
  }

  CCAPNP_LANES static __m128i load8(const uint8_t *in) noexcept {
    return _mm_loadl_epi64(reinterpret_cast<const __m128i *>(in));
  }

  CCAPNP_LANES static unsigned zeroes(__m128i value) noexcept {
    return unsigned(_mm_movemask_epi8(_mm_cmpeq_epi8(value, _mm_setzero_si128())));
  }

  CCAPNP_LANES static void shuffle8(
    const uint8_t *in, const uint8_t *indices, uint8_t *out) noexcept
  {
    _mm_storel_epi64(
      reinterpret_cast<__m128i *>(out), _mm_shuffle_epi8(load8(in), load8(indices)));
  }

  CCAPNP_LANES static uint64_t nonzero64(const uint8_t *in) noexcept {
    const uint64_t low = zeroes(load16(in)) | zeroes(load16(in + 16)) << 16;
    const uint64_t high = zeroes(load16(in + 32)) | zeroes(load16(in + 48)) << 16;
    return ~(low | high << 32);
  }

  CCAPNP_LANES static unsigned nonzero8(const uint8_t *in) noexcept {
    return (zeroes(load8(in)) & 0xff) ^ 0xff;
  }

  CCAPNP_LANES static unsigned count(unsigned tag) noexcept {
    return unsigned(__builtin_popcount(tag));
  }

  CCAPNP_LANES static void compress(const uint8_t *in, unsigned tag, uint8_t *out) noexcept {
    shuffle8(in, tagTables.compress[tag], out);
  }

  CCAPNP_LANES static void expand(const uint8_t *in, unsigned tag, uint8_t *out) noexcept {
    shuffle8(in, tagTables.expand[tag], out);
  }
};

}  // namespace

bool hasVector() noexcept {
  static const bool has = [] {
    __builtin_cpu_init();
    return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("popcnt");
  }();
  return has;
}

CCAPNP_LANES PackProgress packVector(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept
{
  return packVectorUnits<SSELanes>(in, words, out, outCapacity);
}

CCAPNP_LANES UnpackProgress unpackVector(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  return unpackVectorUnits<SSELanes>(in, inBytes, out, outWords, outIsZeroed);
}

}  // namespace ccapnp

#endif
