// What libcapnp itself does, for tests to compare with. Nothing here goes through CCapnProto.
// No function lets an exception out.

#ifndef CAPNPROTO_PEER_H
#define CAPNPROTO_PEER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Packs words, which must be aligned to eight bytes, with libcapnp's packer, in one piece.
/// Returns the number of bytes written, 0 if they do not fit.
size_t peer_libcapnp_pack(const void *in, size_t words, void *out, size_t capacity);

/// Unpacks exactly so many words with libcapnp's unpacker.
/// Returns the number of bytes read, -1 if libcapnp refuses the input.
long peer_libcapnp_unpack(const void *in, size_t bytes, void *out, size_t words);

#ifdef __cplusplus
}
#endif

#endif
