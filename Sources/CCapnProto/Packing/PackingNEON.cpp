#if defined(__aarch64__)

// Every arm64 processor has these instructions.
#define CCAPNP_LANES

#include "PackingVector.hpp"
#include "UnpackingVector.hpp"

#include <arm_neon.h>

namespace ccapnp {

namespace {

struct NEONLanes {
  static uint8x16_t bits16(const uint8_t *in) noexcept {
    const uint8x16_t bytes = vld1q_u8(in);
    const uint8x16_t bits = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201));
    return vandq_u8(vtstq_u8(bytes, bytes), bits);
  }

  /// One bit for each byte that is not zero, gathered by adding up the bits' values.
  static unsigned nonzero8(const uint8_t *in) noexcept {
    const uint8x8_t bytes = vld1_u8(in);
    const uint8x8_t bits = vcreate_u8(0x8040201008040201);
    return vaddv_u8(vand_u8(vtst_u8(bytes, bytes), bits));
  }

  static uint64_t nonzero64(const uint8_t *in) noexcept {
    // Each addition of neighbours halves what is left, until a word's eight bits share a byte.
    const uint8x16_t first = vpaddq_u8(bits16(in), bits16(in + 16));
    const uint8x16_t second = vpaddq_u8(bits16(in + 32), bits16(in + 48));
    const uint8x16_t both = vpaddq_u8(first, second);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(both, both)), 0);
  }

  static unsigned count(unsigned tag) noexcept { return tagTables.count[tag]; }

  static void shuffle8(const uint8_t *in, const uint8_t *indices, uint8_t *out) noexcept {
    vst1_u8(out, vtbl1_u8(vld1_u8(in), vld1_u8(indices)));
  }

  static void compress(const uint8_t *in, unsigned tag, uint8_t *out) noexcept {
    shuffle8(in, tagTables.compress[tag], out);
  }

  static void expand(const uint8_t *in, unsigned tag, uint8_t *out) noexcept {
    shuffle8(in, tagTables.expand[tag], out);
  }
};

}  // namespace

bool hasVector() noexcept { return true; }

PackProgress packVector(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept
{
  return packVectorUnits<NEONLanes>(in, words, out, outCapacity);
}

UnpackProgress unpackVector(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  return unpackVectorUnits<NEONLanes>(in, inBytes, out, outWords, outIsZeroed);
}

}  // namespace ccapnp

#endif
