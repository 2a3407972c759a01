#include "CChecksum.h"

// Everything is in the header, so that no library has to be there when a program runs.
#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t cchecksum_xxh3_64(const void *bytes, size_t count) { return XXH3_64bits(bytes, count); }

cchecksum_state *cchecksum_new(void) {
  XXH3_state_t *state = XXH3_createState();
  if (state != NULL) XXH3_128bits_reset(state);
  return (cchecksum_state *)state;
}

void cchecksum_update(cchecksum_state *state, const void *bytes, size_t count) {
  XXH3_128bits_update((XXH3_state_t *)state, bytes, count);
}

void cchecksum_digest(const cchecksum_state *state, uint64_t halves[2]) {
  XXH128_hash_t hash = XXH3_128bits_digest((const XXH3_state_t *)state);
  halves[0] = hash.high64;
  halves[1] = hash.low64;
}

uint64_t cchecksum_take_64(cchecksum_state *state) {
  XXH64_hash_t hash = XXH3_64bits_digest((const XXH3_state_t *)state);
  XXH3_64bits_reset((XXH3_state_t *)state);
  return hash;
}

void cchecksum_free(cchecksum_state *state) { XXH3_freeState((XXH3_state_t *)state); }
