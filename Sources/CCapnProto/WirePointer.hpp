// The one place that reads and writes pointer words by itself: to overwrite a list of scalars where
// it lies. libcapnp always takes fresh memory, so a field that is set a thousand times would make
// its message a thousand times as large. Only builders come here, whose pointers can be trusted.
#pragma once

#include <cstdint>
#include <cstring>

#include "include/CCapnProto.h"

namespace ccapnp {
namespace {

// A list of scalars that lies in the segment of its own pointer.
struct NearScalarList {
  uint8_t* data;
  uint32_t count;
  uint8_t elementSize;

  static constexpr uint32_t bits[6] = {0, 1, 8, 16, 32, 64};

  static uint64_t byteCount(uint8_t elementSize, uint64_t count) {
    return (bits[elementSize] * count + 7) / 8;
  }

  // What the words that the list was given can hold.
  uint64_t capacityInBytes() const { return (byteCount(elementSize, count) + 7) / 8 * 8; }

  static bool find(const ccapnp_pointer_builder& pointer, NearScalarList* result) {
    uint64_t word;
    std::memcpy(&word, pointer.pointer, sizeof(word));
    const uint32_t low = static_cast<uint32_t>(word);
    const uint32_t high = static_cast<uint32_t>(word >> 32);
    const uint8_t size = high & 7;
    if ((low & 3) != 1 || size < CCAPNP_ELEMENT_BIT || size > CCAPNP_ELEMENT_EIGHT_BYTES) {
      return false;
    }
    const int64_t offset = static_cast<int32_t>(low) >> 2;
    result->data = static_cast<uint8_t*>(pointer.pointer) + (offset + 1) * 8;
    result->count = high >> 3;
    result->elementSize = size;
    return true;
  }

  // Makes the list `newCount` elements long, which must fit, and zeroes all of its memory past
  // `keptBytes`.
  void resize(const ccapnp_pointer_builder& pointer, uint32_t newCount, uint64_t keptBytes) {
    const uint64_t capacity = capacityInBytes();
    uint64_t word;
    std::memcpy(&word, pointer.pointer, sizeof(word));
    word = (word & 0xffffffffu) |
           (static_cast<uint64_t>((newCount << 3) | elementSize) << 32);
    std::memcpy(pointer.pointer, &word, sizeof(word));
    std::memset(data + keptBytes, 0, capacity - keptBytes);
    count = newCount;
  }
};

}  // namespace
}  // namespace ccapnp
