#pragma once

#include <kj/exception.h>

namespace peer {

// libcapnp's error messages come with a stack trace, which takes most of the time of a test
// with much input that is refused.
class WithoutStackTraces : public kj::ExceptionCallback {
public:
  StackTraceMode stackTraceMode() override { return StackTraceMode::NONE; }
};

}  // namespace peer

// For the functions that have one: libcapnp insists that it lies on the stack, and the address
// sanitizer would put it elsewhere.
#define PEER_ON_THE_STACK __attribute__((no_sanitize("address")))
