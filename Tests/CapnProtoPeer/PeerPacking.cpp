#include "CapnProtoPeer.h"
#include "Quiet.h"

#include <capnp/serialize-packed.h>
#include <kj/io.h>

PEER_ON_THE_STACK size_t peer_libcapnp_pack(const void *in, size_t words, void *out, size_t capacity) {
  try {
    peer::WithoutStackTraces quick;
    kj::ArrayOutputStream bytes(kj::arrayPtr(static_cast<kj::byte *>(out), capacity));
    capnp::_::PackedOutputStream packed(bytes);
    packed.write(in, words * 8);
    return bytes.getArray().size();
  } catch (...) {
    return 0;
  }
}

PEER_ON_THE_STACK long peer_libcapnp_unpack(const void *in, size_t bytes, void *out, size_t words) {
  try {
    peer::WithoutStackTraces quick;
    kj::ArrayInputStream input(kj::arrayPtr(static_cast<const kj::byte *>(in), bytes));
    capnp::_::PackedInputStream unpacked(input);
    unpacked.read(out, words * 8);
    return static_cast<long>(bytes - input.tryGetReadBuffer().size());
  } catch (...) {
    return -1;
  }
}
