// Copies out of what is read.
//
// libcapnp asks the table of capabilities of what it copies without looking whether there is one
// (until 1.4.0 at least), and a message that was only read has none: one capability pointer in it
// would end the process. So whatever is copied gets a table, which has nothing to give.
#pragma once

#include <capnp/capability.h>
#include <capnp/layout.h>

#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"

namespace ccapnp {
namespace {

class NoCapabilities final : public wire::CapTableReader {
 public:
  kj::Maybe<kj::Own<capnp::ClientHook>> extractCap(unsigned int) override {
    fail(CCAPNP_ERROR_UNIMPLEMENTED, "a capability cannot be copied, as there is no RPC");
  }
};

// libcapnp's view of something that it is to copy.
template <typename View>
inline auto forCopying(const View& view) {
  static NoCapabilities none;
  return fromC(shallow(view)).imbue(&none);
}

}  // namespace
}  // namespace ccapnp
