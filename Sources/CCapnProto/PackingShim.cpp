// The C face of the packing functions, which neither throw nor fail.
#include "Packing/Packing.hpp"
#include "include/CCapnProto.h"

using namespace ccapnp;

namespace {

const uint8_t* bytes(const void* pointer) { return static_cast<const uint8_t*>(pointer); }
uint8_t* bytes(void* pointer) { return static_cast<uint8_t*>(pointer); }

bool vectorWanted(int32_t path) { return path == CCAPNP_PACKING_VECTOR && hasVector(); }

int32_t toC(UnpackStatus status) {
  switch (status) {
    case UnpackStatus::done: return CCAPNP_PACKING_DONE;
    case UnpackStatus::needInput: return CCAPNP_PACKING_NEEDS_INPUT;
    case UnpackStatus::runPastEnd: break;
  }
  return CCAPNP_PACKING_RUN_PAST_END;
}

}  // namespace

int32_t ccapnp_has_vector_packing(void) { return hasVector(); }

size_t ccapnp_packed_bound(size_t words) { return packedBound(words); }

int ccapnp_pack(const void* in, size_t words, void* out, size_t capacity, int32_t path,
                ccapnp_packing_progress* progress) {
  const auto packWords = path == CCAPNP_PACKING_BEST ? pack
                         : vectorWanted(path)        ? packVector
                                                     : packScalar;
  const PackProgress done = packWords(bytes(in), words, bytes(out), capacity);
  *progress = {done.wordsRead, done.bytesWritten, CCAPNP_PACKING_DONE};
  return CCAPNP_OK;
}

int ccapnp_unpack(const void* in, size_t size, void* out, size_t words, int32_t out_is_zeroed,
                  int32_t path, ccapnp_packing_progress* progress) {
  const auto unpackWords = path == CCAPNP_PACKING_BEST ? unpack
                           : vectorWanted(path)        ? unpackVector
                                                       : unpackScalar;
  const UnpackProgress done =
      unpackWords(bytes(in), size, bytes(out), words, out_is_zeroed != 0);
  *progress = {done.bytesRead, done.wordsWritten, toC(done.status)};
  return CCAPNP_OK;
}

int ccapnp_measure_unpacked(const void* in, size_t size, size_t* words) {
  bool wellFormed = false;
  const size_t measured = measureUnpacked(bytes(in), size, &wellFormed);
  if (!wellFormed) return CCAPNP_ERROR_FAILED;
  *words = measured;
  return CCAPNP_OK;
}
