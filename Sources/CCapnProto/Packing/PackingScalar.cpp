#include "PackingUnits.hpp"

namespace ccapnp {

PackProgress packScalar(
  const uint8_t *in, size_t words, uint8_t *out, size_t outCapacity) noexcept
{
  PackProgress all{0, 0};
  while (all.wordsRead < words) {
    const PackProgress unit = packUnit(
      in + all.wordsRead * 8, words - all.wordsRead,
      out + all.bytesWritten, outCapacity - all.bytesWritten);
    if (unit.wordsRead == 0) break;
    all.wordsRead += unit.wordsRead;
    all.bytesWritten += unit.bytesWritten;
  }
  return all;
}

UnpackProgress unpackScalar(
  const uint8_t *in, size_t inBytes, uint8_t *out, size_t outWords, bool outIsZeroed) noexcept
{
  UnpackProgress all{0, 0, UnpackStatus::done};
  while (all.wordsWritten < outWords) {
    const UnpackProgress unit = unpackUnit(
      in + all.bytesRead, inBytes - all.bytesRead,
      out + all.wordsWritten * 8, outWords - all.wordsWritten, outIsZeroed);
    if (unit.status != UnpackStatus::done) {
      all.status = unit.status;
      break;
    }
    all.bytesRead += unit.bytesRead;
    all.wordsWritten += unit.wordsWritten;
  }
  return all;
}

}  // namespace ccapnp
