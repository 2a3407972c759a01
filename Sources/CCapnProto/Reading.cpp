// Following pointers and looking at whole objects, for reading.
#include <capnp/any.h>

#include <cstdlib>
#include <cstring>

#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"

namespace ccapnp {
namespace {

const capnp::word* words(const void* pointer) { return static_cast<const capnp::word*>(pointer); }

bool isNull(const ccapnp_pointer_reader& pointer) {
  if (pointer.pointer == nullptr) return true;
  uint64_t word;
  std::memcpy(&word, pointer.pointer, sizeof(word));
  return word == 0;
}

wire::PointerReader orDefault(const ccapnp_pointer_reader& pointer, const void* defaultWords) {
  if (defaultWords != nullptr && isNull(pointer)) {
    return wire::PointerReader::getRootUnchecked(words(defaultWords));
  }
  return fromC(pointer);
}

int32_t toC(capnp::Equality equality) {
  switch (equality) {
    case capnp::Equality::NOT_EQUAL: return CCAPNP_EQUALITY_NOT_EQUAL;
    case capnp::Equality::EQUAL: return CCAPNP_EQUALITY_EQUAL;
    case capnp::Equality::UNKNOWN_CONTAINS_CAPS: break;
  }
  return CCAPNP_EQUALITY_UNKNOWN;
}

void give(const wire::MessageSizeCounts& size, uint64_t* words, uint32_t* capabilities) {
  *words = size.wordCount;
  *capabilities = size.capCount;
}

}  // namespace
}  // namespace ccapnp

using namespace ccapnp;

int ccapnp_pointer_kind(const ccapnp_pointer_reader* pointer, int32_t* kind,
                        ccapnp_error* error) {
  return guarded(error, [&] {
    switch (fromC(*pointer).getPointerType()) {
      case capnp::PointerType::NULL_: *kind = CCAPNP_POINTER_NULL; break;
      case capnp::PointerType::STRUCT: *kind = CCAPNP_POINTER_STRUCT; break;
      case capnp::PointerType::LIST: *kind = CCAPNP_POINTER_LIST; break;
      case capnp::PointerType::CAPABILITY: *kind = CCAPNP_POINTER_CAPABILITY; break;
    }
  });
}

int ccapnp_pointer_read_struct(const ccapnp_pointer_reader* pointer, const void* default_words,
                               ccapnp_struct_reader* result, ccapnp_error* error) {
  return guarded(error,
                 [&] { *result = toC(fromC(*pointer).getStruct(words(default_words))); });
}

int ccapnp_pointer_read_list(const ccapnp_pointer_reader* pointer, int32_t element_size,
                             const void* default_words, ccapnp_list_reader* result,
                             ccapnp_error* error) {
  return guarded(error, [&] {
    const auto view = fromC(*pointer);
    const auto list = toC(element_size == CCAPNP_ELEMENT_ANY
                              ? view.getListAnySize(words(default_words))
                              : view.getList(elementSize(element_size), words(default_words)));
    // libcapnp's builders refuse this, and its readers give bits that nobody meant.
    if (element_size == CCAPNP_ELEMENT_BIT && list.element_size != CCAPNP_ELEMENT_BIT) {
      fail(CCAPNP_ERROR_FAILED, "found another list where a list of bits was expected");
    }
    *result = list;
  });
}

int ccapnp_pointer_read_text(const ccapnp_pointer_reader* pointer, const void* default_words,
                             ccapnp_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = blobToC(orDefault(*pointer, default_words)
                          .getBlob<capnp::Text>(nullptr, capnp::ZERO * capnp::BYTES));
  });
}

int ccapnp_pointer_read_data(const ccapnp_pointer_reader* pointer, const void* default_words,
                             ccapnp_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = blobToC(orDefault(*pointer, default_words)
                          .getBlob<capnp::Data>(nullptr, capnp::ZERO * capnp::BYTES));
  });
}

void ccapnp_pointer_trusted(const void* trusted, ccapnp_pointer_reader* result) {
  *result = ccapnp::toC(wire::PointerReader::getRootUnchecked(words(trusted)));
}

int ccapnp_pointer_total_size(const ccapnp_pointer_reader* pointer, uint64_t* words,
                              uint32_t* capabilities, ccapnp_error* error) {
  return guarded(error,
                 [&] { give(fromC(shallow(*pointer)).targetSize(), words, capabilities); });
}

int ccapnp_struct_total_size(const ccapnp_struct_reader* object, uint64_t* words,
                             uint32_t* capabilities, ccapnp_error* error) {
  return guarded(error, [&] { give(fromC(shallow(*object)).totalSize(), words, capabilities); });
}

int ccapnp_list_total_size(const ccapnp_list_reader* list, uint64_t* words,
                           uint32_t* capabilities, ccapnp_error* error) {
  return guarded(error, [&] { give(fromC(shallow(*list)).totalSize(), words, capabilities); });
}

int ccapnp_pointer_equal(const ccapnp_pointer_reader* left, const ccapnp_pointer_reader* right,
                         int32_t* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(capnp::AnyPointer::Reader(fromC(shallow(*left)))
                      .equals(capnp::AnyPointer::Reader(fromC(shallow(*right)))));
  });
}

int ccapnp_struct_equal(const ccapnp_struct_reader* left, const ccapnp_struct_reader* right,
                        int32_t* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(capnp::AnyStruct::Reader(fromC(shallow(*left)))
                      .equals(capnp::AnyStruct::Reader(fromC(shallow(*right)))));
  });
}

int ccapnp_list_equal(const ccapnp_list_reader* left, const ccapnp_list_reader* right,
                      int32_t* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(capnp::AnyList::Reader(fromC(shallow(*left)))
                      .equals(capnp::AnyList::Reader(fromC(shallow(*right)))));
  });
}

int ccapnp_struct_canonicalize(const ccapnp_struct_reader* object, void** words, size_t* count,
                               ccapnp_error* error) {
  return guarded(error, [&] {
    auto canonical = fromC(shallow(*object)).canonicalize();
    const size_t bytes = canonical.size() * sizeof(capnp::word);
    void* copy = std::malloc(bytes == 0 ? 1 : bytes);
    if (copy == nullptr) fail(CCAPNP_ERROR_MEMORY, "out of memory");
    std::memcpy(copy, canonical.begin(), bytes);
    *words = copy;
    *count = canonical.size();
  });
}

int32_t ccapnp_version(void) { return CAPNP_VERSION; }
