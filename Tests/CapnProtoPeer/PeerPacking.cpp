#include "CapnProtoPeer.h"

#include <capnp/serialize-packed.h>
#include <kj/exception.h>
#include <kj/io.h>

namespace {

// libcapnp's error messages come with a stack trace, which takes most of the time of a test
// with much input that is refused.
class WithoutStackTraces : public kj::ExceptionCallback {
public:
  StackTraceMode stackTraceMode() override { return StackTraceMode::NONE; }
};

}  // namespace

size_t peer_libcapnp_pack(const void *in, size_t words, void *out, size_t capacity) {
  try {
    WithoutStackTraces quick;
    kj::ArrayOutputStream bytes(kj::arrayPtr(static_cast<kj::byte *>(out), capacity));
    capnp::_::PackedOutputStream packed(bytes);
    packed.write(in, words * 8);
    return bytes.getArray().size();
  } catch (...) {
    return 0;
  }
}

long peer_libcapnp_unpack(const void *in, size_t bytes, void *out, size_t words) {
  try {
    WithoutStackTraces quick;
    kj::ArrayInputStream input(kj::arrayPtr(static_cast<const kj::byte *>(in), bytes));
    capnp::_::PackedInputStream unpacked(input);
    unpacked.read(out, words * 8);
    return static_cast<long>(bytes - input.tryGetReadBuffer().size());
  } catch (...) {
    return -1;
  }
}
