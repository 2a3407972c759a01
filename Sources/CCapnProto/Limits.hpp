// What the format can hold, checked before libcapnp is asked, and how deep it may recurse.
#pragma once

#include <capnp/common.h>

#include <cstddef>
#include <cstdint>

#include "Guard.hpp"

namespace ccapnp {
namespace {

constexpr size_t maxElements = (size_t(1) << 29) - 1;
constexpr size_t maxSegmentWords = (size_t(1) << 29) - 1;

inline void checkElementCount(size_t count) {
  if (count > maxElements) {
    fail(CCAPNP_ERROR_TOO_LARGE, "a list holds at most 2^29-1 elements");
  }
}

// Beside an object its segment has a word for a pointer from another segment.
inline void checkObjectWords(uint64_t words) {
  if (words > maxSegmentWords - 1) {
    fail(CCAPNP_ERROR_TOO_LARGE, "one object holds at most 2^29-2 words");
  }
}

// libcapnp looks sizes up in a table, and does not look whether they are in it.
inline capnp::ElementSize elementSize(int32_t size) {
  if (size < CCAPNP_ELEMENT_VOID || size > CCAPNP_ELEMENT_COMPOSITE) {
    fail(CCAPNP_ERROR_ARGUMENT, "no such element size");
  }
  return static_cast<capnp::ElementSize>(size);
}

// Where the elements cannot be structs, as their size would be needed.
inline capnp::ElementSize simpleElementSize(int32_t size) {
  if (size == CCAPNP_ELEMENT_COMPOSITE) {
    fail(CCAPNP_ERROR_ARGUMENT, "a list of structs is built with the size of the structs");
  }
  return elementSize(size);
}

inline void checkList(capnp::ElementSize elementSize, size_t count) {
  checkElementCount(count);
  constexpr uint64_t bits[] = {0, 1, 8, 16, 32, 64, 64};
  checkObjectWords((bits[static_cast<size_t>(elementSize)] * count + 63) / 64);
}

inline void checkStructList(size_t count, uint16_t dataWords, uint16_t pointers) {
  checkElementCount(count);
  // The tag before the elements is one word more.
  checkObjectWords((uint64_t(dataWords) + pointers) * count + 1);
}

// A text has a terminator, which counts.
inline void checkBlobSize(size_t size) {
  if (size > maxElements - 1) {
    fail(CCAPNP_ERROR_TOO_LARGE, "a text or data holds at most 2^29-2 bytes");
  }
}

// Whole-object operations recurse once per level. A builder's own objects have no nesting limit in
// libcapnp, and a reader's may be set as high as a user likes, so the stack is guarded here.
constexpr int maxRecursion = 1000;

template <typename View>
inline View shallow(View view) {
  if (view.nesting > maxRecursion) view.nesting = maxRecursion;
  return view;
}

}  // namespace
}  // namespace ccapnp
