#include <kj/exception.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

#include "Guard.hpp"

namespace ccapnp {
namespace {

// The message and the file name share one block. Without memory even for that, the caller still
// gets the kind, and a message that is empty but not null is impossible: it is then left null and
// the wrapper has its own words for the kind.
int report(ccapnp_error* error, int32_t kind, const char* message, const char* file,
           int line) noexcept {
  if (error == nullptr) return kind;
  const size_t messageSize = std::strlen(message) + 1;
  const size_t fileSize = file == nullptr ? 0 : std::strlen(file) + 1;
  char* block = static_cast<char*>(std::malloc(messageSize + fileSize));
  error->kind = kind;
  error->line = line;
  error->message = block;
  error->file = nullptr;
  if (block != nullptr) {
    std::memcpy(block, message, messageSize);
    if (file != nullptr) {
      std::memcpy(block + messageSize, file, fileSize);
      error->file = block + messageSize;
    }
  }
  return kind;
}

int32_t kindOf(kj::Exception::Type type) noexcept {
  switch (type) {
    case kj::Exception::Type::OVERLOADED: return CCAPNP_ERROR_OVERLOADED;
    case kj::Exception::Type::DISCONNECTED: return CCAPNP_ERROR_DISCONNECTED;
    case kj::Exception::Type::UNIMPLEMENTED: return CCAPNP_ERROR_UNIMPLEMENTED;
    case kj::Exception::Type::FAILED: break;
  }
  return CCAPNP_ERROR_FAILED;
}

}  // namespace

int reportCurrentException(ccapnp_error* error) noexcept {
  try {
    throw;
  } catch (const Failure& failure) {
    return report(error, failure.kind, failure.message, nullptr, 0);
  } catch (const kj::Exception& exception) {
    // Only the plain parts: kj::str(exception) would run addr2line in debug builds of KJ.
    return report(error, kindOf(exception.getType()), exception.getDescription().cStr(),
                  exception.getFile(), exception.getLine());
  } catch (const std::bad_alloc&) {
    return report(error, CCAPNP_ERROR_MEMORY, "out of memory", nullptr, 0);
  } catch (const std::exception& exception) {
    return report(error, CCAPNP_ERROR_UNKNOWN, exception.what(), nullptr, 0);
  } catch (...) {
    return report(error, CCAPNP_ERROR_UNKNOWN, "an exception of no known type", nullptr, 0);
  }
}

}  // namespace ccapnp

void ccapnp_error_clear(ccapnp_error* error) {
  if (error == nullptr) return;
  std::free(error->message);
  error->message = nullptr;
  error->file = nullptr;
}

void ccapnp_free(void* memory) { std::free(memory); }
