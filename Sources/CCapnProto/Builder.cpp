#include "Builder.hpp"

#include <capnp/any.h>
#include <capnp/pointer-helpers.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"

namespace ccapnp {
namespace {

capnp::word* zeroedWords(size_t count) {
  void* memory = std::calloc(count, sizeof(capnp::word));
  if (memory == nullptr) throw std::bad_alloc();
  return static_cast<capnp::word*>(memory);
}

}  // namespace

SegmentMemory::SegmentMemory(uint32_t firstSegmentWords, int32_t growth)
    : firstSegmentWords(std::clamp<size_t>(firstSegmentWords, 1, maxSegmentWords)),
      growth(growth) {}

SegmentMemory::~SegmentMemory() {
  for (const Segment& segment : segments) std::free(segment.words);
}

kj::ArrayPtr<capnp::word> SegmentMemory::allocate(size_t minimumWords) {
  // MallocMessageBuilder lets a segment grow past what a pointer can reach (capnproto#2170) and
  // makes messages of more segments than any reader takes.
  if (minimumWords > maxSegmentWords) {
    fail(CCAPNP_ERROR_TOO_LARGE, "one object is larger than a segment can be (2^29-1 words)");
  }
  if (firstIsFree) {
    firstIsFree = false;
    if (segments[0].count >= minimumWords) {
      totalWords = segments[0].count;
      return kj::arrayPtr(segments[0].words, segments[0].count);
    }
    std::free(segments[0].words);
    segments.clear();
  }
  if (segments.size() == CCAPNP_MAX_SEGMENTS) {
    fail(CCAPNP_ERROR_TOO_LARGE,
         "the message would have more than 511 segments, which readers refuse");
  }
  size_t words = firstSegmentWords;
  if (!segments.empty() && growth == CCAPNP_GROWTH_DOUBLING) {
    words = std::min(totalWords, maxSegmentWords);
  }
  words = std::max(words, minimumWords);

  segments.reserve(segments.size() + 1);
  segments.push_back({zeroedWords(words), words});
  totalWords += words;
  return kj::arrayPtr(segments.back().words, words);
}

void SegmentMemory::reset(size_t usedWordsOfFirst) {
  if (segments.empty()) return;
  for (size_t i = 1; i < segments.size(); i++) std::free(segments[i].words);
  segments.resize(1);
  if (!firstIsFree) std::memset(segments[0].words, 0, usedWordsOfFirst * sizeof(capnp::word));
  firstIsFree = true;
  totalWords = 0;
}

}  // namespace ccapnp

void ccapnp_builder::reset() {
  const auto segments = message().getSegmentsForOutput();
  const size_t used = segments.size() == 0 ? 0 : segments[0].size();
  message().~MemoryMessageBuilder();
  memory.reset(used);
  new (&storage) ccapnp::MemoryMessageBuilder(memory);
}

using namespace ccapnp;

int ccapnp_builder_create(uint32_t first_segment_words, int32_t growth, ccapnp_builder** builder,
                          ccapnp_error* error) {
  return guarded(error, [&] { *builder = new ccapnp_builder(first_segment_words, growth); });
}

void ccapnp_builder_destroy(ccapnp_builder* builder) {
  guarded(nullptr, [&] { delete builder; });
}

int ccapnp_builder_reset(ccapnp_builder* builder, ccapnp_error* error) {
  return guarded(error, [&] { builder->reset(); });
}

int ccapnp_builder_root(ccapnp_builder* builder, ccapnp_pointer_builder* root,
                        ccapnp_error* error) {
  return guarded(error, [&] {
    *root = toC(wire::PointerHelpers<capnp::AnyPointer>::getInternalBuilder(
        builder->message().getRoot<capnp::AnyPointer>()));
  });
}

int ccapnp_builder_segment_count(ccapnp_builder* builder, size_t* count, ccapnp_error* error) {
  return guarded(error, [&] { *count = builder->message().getSegmentsForOutput().size(); });
}

int ccapnp_builder_segment(ccapnp_builder* builder, size_t index, ccapnp_segment* segment,
                           ccapnp_error* error) {
  return guarded(error, [&] {
    const auto segments = builder->message().getSegmentsForOutput();
    if (index >= segments.size()) fail(CCAPNP_ERROR_ARGUMENT, "no such segment");
    *segment = {segments[index].begin(), segments[index].size()};
  });
}

int ccapnp_builder_is_canonical(ccapnp_builder* builder, int32_t* result, ccapnp_error* error) {
  return guarded(error, [&] { *result = builder->message().isCanonical(); });
}
