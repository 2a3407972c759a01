// Messages that are read, over segments that the caller has already taken apart.
//
// libcapnp's own framing readers are not used. FlatArrayMessageReader accepts a segment count of
// 2^32-1 as zero (advisory 2026-03-12-0, until 1.4.0) and has no limit of segments;
// InputStreamMessageReader takes memory for whatever a header claims, skips the rest of its stream
// in a destructor that may throw, and its buffered stream cannot tell a clean end (until 1.1.0).
// Framing is done in Swift, and what comes here is checked again. MessageReader::sizeInWords() is
// never called: before the root is read it works on an arena that was not made yet.
#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/pointer-helpers.h>

#include <new>

#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"

namespace ccapnp {
namespace {

// The segments of a message. Most have one, which is kept without memory of its own.
struct Segments {
  Segments(const ccapnp_segment* segments, size_t count);
  Segments(const Segments&) = delete;
  Segments& operator=(const Segments&) = delete;

  kj::ArrayPtr<const kj::ArrayPtr<const capnp::word>> all() const {
    return many.size() == 0 ? kj::arrayPtr(&one, 1) : many.asPtr();
  }

 private:
  kj::ArrayPtr<const capnp::word> one;
  kj::Array<kj::ArrayPtr<const capnp::word>> many;
};

Segments::Segments(const ccapnp_segment* segments, size_t count) {
  if (count == 0) fail(CCAPNP_ERROR_ARGUMENT, "a message has at least one segment");
  if (count > CCAPNP_MAX_SEGMENTS) fail(CCAPNP_ERROR_TOO_LARGE, "more than 511 segments");
  if (count > 1) many = kj::heapArray<kj::ArrayPtr<const capnp::word>>(count);
  for (size_t i = 0; i < count; i++) {
    if (reinterpret_cast<uintptr_t>(segments[i].words) % sizeof(capnp::word) != 0) {
      fail(CCAPNP_ERROR_ARGUMENT, "a segment is not aligned to eight bytes");
    }
    if (segments[i].count > maxSegmentWords) {
      fail(CCAPNP_ERROR_TOO_LARGE, "a segment is larger than 2^29-1 words");
    }
    (count > 1 ? many[i] : one) =
        kj::arrayPtr(static_cast<const capnp::word*>(segments[i].words), segments[i].count);
  }
}

capnp::ReaderOptions options(uint64_t traversalLimitWords, int32_t nestingLimit) {
  capnp::ReaderOptions result;
  result.traversalLimitInWords = traversalLimitWords;
  result.nestingLimit = nestingLimit;
  return result;
}

}  // namespace
}  // namespace ccapnp

struct ccapnp_message {
  // The first getRoot() makes the arena, and without a lock: so it is called here, before anybody
  // can share the message.
  ccapnp_message(const ccapnp_segment* segments, size_t count, capnp::ReaderOptions options)
      : segments(segments, count),
        reader(this->segments.all(), options),
        root(ccapnp::toC(ccapnp::wire::PointerHelpers<capnp::AnyPointer>::getInternalReader(
            reader.getRoot<capnp::AnyPointer>()))) {}

  ccapnp::Segments segments;
  capnp::SegmentArrayMessageReader reader;
  ccapnp_pointer_reader root;
};

using namespace ccapnp;

int ccapnp_message_open(const ccapnp_segment* segments, size_t count,
                        uint64_t traversal_limit_words, int32_t nesting_limit,
                        ccapnp_message** message, ccapnp_pointer_reader* root,
                        ccapnp_error* error) {
  return guarded(error, [&] {
    auto* opened =
        new ccapnp_message(segments, count, options(traversal_limit_words, nesting_limit));
    *root = opened->root;
    *message = opened;
  });
}

void ccapnp_message_destroy(ccapnp_message* message) {
  guarded(nullptr, [&] { delete message; });
}

int ccapnp_message_is_canonical(const ccapnp_segment* segments, size_t count,
                                uint64_t traversal_limit_words, int32_t nesting_limit,
                                int32_t* result, ccapnp_error* error) {
  return guarded(error, [&] {
    // A message of its own: the check reads ahead and would use up the caller's traversal limit.
    ccapnp_message message(segments, count, options(traversal_limit_words, nesting_limit));
    *result = message.reader.isCanonical();
  });
}
