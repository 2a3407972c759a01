/// XXH3, the checksum of the files of Stowage, by the xxHash library.

#ifndef CCHECKSUM_H
#define CCHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// The XXH3 of some bytes, 64 bits of it.
uint64_t cchecksum_xxh3_64(const void *bytes, size_t count);

/// The XXH3 of bytes that come in pieces.
typedef struct cchecksum_state cchecksum_state;

/// Begins; null when there is no memory. To be ended with `cchecksum_free`.
cchecksum_state *cchecksum_new(void);

/// Takes the next piece.
void cchecksum_update(cchecksum_state *state, const void *bytes, size_t count);

/// The 128 bits of all pieces so far: the upper half, then the lower one.
void cchecksum_digest(const cchecksum_state *state, uint64_t halves[2]);

/// The 64 bits of all pieces so far, as cchecksum_xxh3_64 has them; then begins anew.
uint64_t cchecksum_take_64(cchecksum_state *state);

/// Ends.
void cchecksum_free(cchecksum_state *state);

#endif
