// A message builder whose memory can be used again.
#pragma once

#include <capnp/message.h>

#include <cstddef>
#include <vector>

#include "include/CCapnProto.h"

namespace ccapnp {

// The memory of one builder: zeroed segments, of which the first outlives a reset.
class SegmentMemory {
 public:
  // `source` may be null, for the heap.
  SegmentMemory(const ccapnp_segment_source* source, uint32_t firstSegmentWords, int32_t growth);
  SegmentMemory(const SegmentMemory&) = delete;
  SegmentMemory& operator=(const SegmentMemory&) = delete;
  ~SegmentMemory();

  kj::ArrayPtr<capnp::word> allocate(size_t minimumWords);

  // Takes the first segment before libcapnp asks for it.
  void prepare();

  // Gives back all but the first segment, of which so many words were written and are zeroed.
  void reset(size_t usedWordsOfFirst);

 private:
  struct Segment {
    capnp::word* words;
    size_t count;
  };

  Segment take(size_t words, size_t minimumWords);
  void give(const Segment& segment);
  size_t grownWords() const;

  ccapnp_segment_source source;  // without functions for the heap
  std::vector<Segment> segments;
  size_t firstSegmentWords;
  size_t totalWords = 0;
  int32_t growth;
  bool firstIsFree = false;  // kept from before a reset, and not yet handed out again
};

class MemoryMessageBuilder final : public capnp::MessageBuilder {
 public:
  explicit MemoryMessageBuilder(SegmentMemory& memory) : memory(memory) {}
  kj::ArrayPtr<capnp::word> allocateSegment(unsigned int minimumSize) override {
    return memory.allocate(minimumSize);
  }

 private:
  SegmentMemory& memory;
};

}  // namespace ccapnp

struct ccapnp_builder {
  ccapnp_builder(const ccapnp_segment_source* source, uint32_t firstSegmentWords, int32_t growth)
      : memory(source, firstSegmentWords, growth) {
    new (&storage) ccapnp::MemoryMessageBuilder(memory);
  }
  ~ccapnp_builder() noexcept(false) { message().~MemoryMessageBuilder(); }

  ccapnp::MemoryMessageBuilder& message() {
    return *std::launder(reinterpret_cast<ccapnp::MemoryMessageBuilder*>(&storage));
  }

  void prepare() { memory.prepare(); }
  void reset();

 private:
  ccapnp::SegmentMemory memory;
  alignas(ccapnp::MemoryMessageBuilder) std::byte storage[sizeof(ccapnp::MemoryMessageBuilder)];
};
