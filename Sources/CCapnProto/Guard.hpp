// The fence: what is inside may throw, what is outside gets a code and an error struct.
#pragma once

#include "include/CCapnProto.h"

namespace ccapnp {

// A failure that this module finds by itself.
struct Failure {
  int32_t kind;
  const char* message;  // a string literal
};

// Turns the exception that is being handled into a code, and into `error` where there is one.
[[gnu::cold]] int reportCurrentException(ccapnp_error* error) noexcept;

template <typename Body>
inline int guarded(ccapnp_error* error, Body&& body) noexcept {
  try {
    body();
    return CCAPNP_OK;
  } catch (...) {
    return reportCurrentException(error);
  }
}

[[noreturn, gnu::cold]] inline void fail(int32_t kind, const char* message) {
  throw Failure{kind, message};
}

}  // namespace ccapnp
