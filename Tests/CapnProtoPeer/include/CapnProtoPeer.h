// What libcapnp itself does, for tests to compare with. Nothing here goes through CCapnProto.
// No function lets an exception out.

#ifndef CAPNPROTO_PEER_H
#define CAPNPROTO_PEER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Packs words, which must be aligned to eight bytes, with libcapnp's packer, in one piece.
/// Returns the number of bytes written, 0 if they do not fit.
size_t peer_libcapnp_pack(const void *in, size_t words, void *out, size_t capacity);

/// Unpacks exactly so many words with libcapnp's unpacker.
/// Returns the number of bytes read, -1 if libcapnp refuses the input.
long peer_libcapnp_unpack(const void *in, size_t bytes, void *out, size_t words);

enum {
  PEER_ELEMENT_VOID = 0,
  PEER_ELEMENT_ANY = 8,
  PEER_MOST_CHILDREN = 12,
  PEER_REFUSED = -0x0bad0bad
};

/// Describes what libcapnp's views of a message say of themselves, as a row of numbers: of the
/// pointer its kind, and it as a text, as data, as a struct, as a list of each element size and as
/// a list of any, and so on for `depth` more pointers. Addresses are told from the first word; what
/// libcapnp refuses to read is PEER_REFUSED. Returns how many numbers there are.
///
/// The segments, of so many words each, lie one behind the other.
size_t peer_libcapnp_describe(const void *words, const size_t *sizes, size_t count,
                              uint64_t traversal_limit_words, int nesting_limit, int depth,
                              int64_t *out, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
