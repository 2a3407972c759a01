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

inline const void* arenaOf(const wire::PointerReader& view) {
  KJ_IF_MAYBE(arena, view.getArena()) return arena;
  return nullptr;
}

// Whether a view leads into the message that a pointer belongs to.
inline bool isWithin(const ccapnp_pointer_builder& pointer, const void* segment) {
  return segment != nullptr && arenaOf(fromC(ccapnp_pointer_reader{segment, nullptr, 0})) ==
                                   arenaOf(fromC(pointer).asReader());
}

// Copies a value to where a pointer leads. libcapnp zeroes what was there before it copies: a value
// that is just that, or a part of it, would be lost, and one that the pointer is a part of would be
// copied into itself. So what comes from the same message is copied as a whole, and then put there.
template <typename View, typename Copy>
inline void copyTo(const ccapnp_pointer_builder& pointer, const View& value, Copy&& copy) {
  auto target = fromC(pointer);
  if (!isWithin(pointer, value.segment)) {
    copy(target, forCopying(value));
    return;
  }
  target.adopt(
      wire::OrphanBuilder::copy(target.getArena(), target.getCapTable(), forCopying(value)));
}

}  // namespace
}  // namespace ccapnp
