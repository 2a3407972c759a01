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

// From here on a segment of a source is no longer as large as all before it.
constexpr size_t slowGrowthWords = size_t(1) << 23;

}  // namespace

SegmentMemory::SegmentMemory(const ccapnp_segment_source* source, uint32_t firstSegmentWords,
                             int32_t growth)
    : source(source == nullptr ? ccapnp_segment_source{} : *source),
      firstSegmentWords(std::clamp<size_t>(firstSegmentWords, 1, maxSegmentWords)),
      growth(growth) {}

SegmentMemory::~SegmentMemory() {
  for (const Segment& segment : segments) give(segment);
}

SegmentMemory::Segment SegmentMemory::take(size_t words, size_t minimumWords) {
  if (source.take == nullptr) return {zeroedWords(words), words};
  while (true) {
    void* memory = source.take(source.context, words * sizeof(capnp::word));
    if (memory != nullptr) return {static_cast<capnp::word*>(memory), words};
    // A file system that is nearly full may have room for what is needed.
    if (words == minimumWords) fail(CCAPNP_ERROR_STORAGE, "there is no room for another segment");
    words = std::max(words / 2, minimumWords);
  }
}

void SegmentMemory::give(const Segment& segment) {
  if (source.give == nullptr) {
    std::free(segment.words);
  } else {
    source.give(source.context, segment.words, segment.count * sizeof(capnp::word));
  }
}

size_t SegmentMemory::grownWords() const {
  if (source.take == nullptr || totalWords <= slowGrowthWords) {
    return std::min(totalWords, maxSegmentWords);
  }
  return std::min(std::max(totalWords / 4, slowGrowthWords), maxSegmentWords);
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
    give(segments[0]);
    segments.clear();
  }
  if (segments.size() == CCAPNP_MAX_SEGMENTS) {
    fail(CCAPNP_ERROR_TOO_LARGE,
         "the message would have more than 511 segments, which readers refuse");
  }
  size_t words = firstSegmentWords;
  if (!segments.empty() && growth == CCAPNP_GROWTH_DOUBLING) words = grownWords();
  words = std::max(words, minimumWords);

  segments.reserve(segments.size() + 1);
  segments.push_back(take(words, minimumWords));
  totalWords += segments.back().count;
  return kj::arrayPtr(segments.back().words, segments.back().count);
}

void SegmentMemory::prepare() {
  if (!segments.empty()) return;
  segments.reserve(1);
  segments.push_back(take(firstSegmentWords, 1));
  firstIsFree = true;
}

void SegmentMemory::reset(size_t usedWordsOfFirst) {
  if (segments.empty()) return;
  for (size_t i = 1; i < segments.size(); i++) give(segments[i]);
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
  return ccapnp_builder_create_in(nullptr, first_segment_words, growth, builder, error);
}

int ccapnp_builder_create_in(const ccapnp_segment_source* source, uint32_t first_segment_words,
                             int32_t growth, ccapnp_builder** builder, ccapnp_error* error) {
  return guarded(
      error, [&] { *builder = new ccapnp_builder(source, first_segment_words, growth); });
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
    // Where libcapnp finds no memory for the first segment, it takes it for made the next time.
    builder->prepare();
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
