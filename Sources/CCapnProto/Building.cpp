// Building through pointers: making, editing, setting, clearing and copying what they lead to.
#include <algorithm>
#include <cstring>
#include <vector>

#include "Copying.hpp"
#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"
#include "WirePointer.hpp"

using namespace ccapnp;

namespace {

const capnp::word* words(const void* pointer) { return static_cast<const capnp::word*>(pointer); }

// A text's or data's old memory, when the new bytes fit into it. The bytes may be its own.
bool overwrite(const ccapnp_pointer_builder& pointer, const void* bytes, size_t size,
               size_t terminator) {
  NearScalarList old;
  if (!NearScalarList::find(pointer, &old) || old.elementSize != CCAPNP_ELEMENT_BYTE ||
      size + terminator > old.capacityInBytes() || size + terminator == 0) {
    return false;
  }
  if (size != 0) std::memmove(old.data, bytes, size);
  old.resize(pointer, static_cast<uint32_t>(size + terminator), size);
  return true;
}

// A default text or data, copied in where the pointer is null, as libcapnp does for lists.
template <typename Blob>
typename Blob::Builder editBlob(const ccapnp_pointer_builder& pointer, const void* defaultWords) {
  auto view = fromC(pointer);
  if (defaultWords != nullptr && view.isNull()) {
    view.setBlob<Blob>(wire::PointerReader::getRootUnchecked(words(defaultWords))
                           .getBlob<Blob>(nullptr, capnp::ZERO * capnp::BYTES));
  }
  return view.getBlob<Blob>(nullptr, capnp::ZERO * capnp::BYTES);
}

}  // namespace

int ccapnp_pointer_init_struct(const ccapnp_pointer_builder* pointer, uint16_t data_words,
                               uint16_t pointers, ccapnp_struct_builder* result,
                               ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(fromC(*pointer).initStruct(wire::StructSize(data_words, pointers)));
  });
}

int ccapnp_pointer_init_list(const ccapnp_pointer_builder* pointer, int32_t element_size,
                             size_t count, ccapnp_list_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    const capnp::ElementSize size = simpleElementSize(element_size);
    checkList(size, count);
    NearScalarList old;
    if (NearScalarList::find(*pointer, &old) && old.elementSize == element_size &&
        NearScalarList::byteCount(old.elementSize, count) <= old.capacityInBytes() && count > 0) {
      old.resize(*pointer, static_cast<uint32_t>(count), 0);
      *result = toC(fromC(*pointer).getList(size, nullptr));
      return;
    }
    *result = toC(fromC(*pointer).initList(size, static_cast<unsigned int>(count)));
  });
}

int ccapnp_pointer_init_struct_list(const ccapnp_pointer_builder* pointer, size_t count,
                                    uint16_t data_words, uint16_t pointers,
                                    ccapnp_list_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    checkStructList(count, data_words, pointers);
    *result = toC(fromC(*pointer).initStructList(static_cast<unsigned int>(count),
                                                 wire::StructSize(data_words, pointers)));
  });
}

int ccapnp_pointer_init_text(const ccapnp_pointer_builder* pointer, size_t size,
                             ccapnp_mutable_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    checkBlobSize(size);
    *result = mutableBlobToC(
        fromC(*pointer).initBlob<capnp::Text>(static_cast<unsigned int>(size)));
  });
}

int ccapnp_pointer_init_data(const ccapnp_pointer_builder* pointer, size_t size,
                             ccapnp_mutable_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    checkBlobSize(size);
    *result = mutableBlobToC(
        fromC(*pointer).initBlob<capnp::Data>(static_cast<unsigned int>(size)));
  });
}

int ccapnp_pointer_edit_struct(const ccapnp_pointer_builder* pointer, uint16_t data_words,
                               uint16_t pointers, const void* default_words,
                               ccapnp_struct_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(fromC(*pointer).getStruct(wire::StructSize(data_words, pointers),
                                            words(default_words)));
  });
}

int ccapnp_pointer_edit_list(const ccapnp_pointer_builder* pointer, int32_t element_size,
                             const void* default_words, ccapnp_list_builder* result,
                             ccapnp_error* error) {
  return guarded(error, [&] {
    auto view = fromC(*pointer);
    *result = wholeElements(
        element_size, toC(element_size == CCAPNP_ELEMENT_ANY
                              ? view.getListAnySize(words(default_words))
                              : view.getList(simpleElementSize(element_size),
                                             words(default_words))));
  });
}

int ccapnp_pointer_edit_struct_list(const ccapnp_pointer_builder* pointer, uint16_t data_words,
                                    uint16_t pointers, const void* default_words,
                                    ccapnp_list_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = toC(fromC(*pointer).getStructList(wire::StructSize(data_words, pointers),
                                                words(default_words)));
  });
}

int ccapnp_pointer_edit_text(const ccapnp_pointer_builder* pointer, const void* default_words,
                             ccapnp_mutable_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = mutableBlobToC(editBlob<capnp::Text>(*pointer, default_words));
  });
}

int ccapnp_pointer_edit_data(const ccapnp_pointer_builder* pointer, const void* default_words,
                             ccapnp_mutable_blob* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = mutableBlobToC(editBlob<capnp::Data>(*pointer, default_words));
  });
}

int ccapnp_pointer_set_text(const ccapnp_pointer_builder* pointer, const void* bytes, size_t size,
                            ccapnp_error* error) {
  return guarded(error, [&] {
    checkBlobSize(size);
    if (overwrite(*pointer, bytes, size, 1)) return;
    auto blob = fromC(*pointer).initBlob<capnp::Text>(static_cast<unsigned int>(size));
    if (size != 0) std::memcpy(blob.begin(), bytes, size);
  });
}

int ccapnp_pointer_set_data(const ccapnp_pointer_builder* pointer, const void* bytes, size_t size,
                            ccapnp_error* error) {
  return guarded(error, [&] {
    checkBlobSize(size);
    if (overwrite(*pointer, bytes, size, 0)) return;
    auto blob = fromC(*pointer).initBlob<capnp::Data>(static_cast<unsigned int>(size));
    if (size != 0) std::memcpy(blob.begin(), bytes, size);
  });
}

int ccapnp_pointer_set_struct(const ccapnp_pointer_builder* pointer,
                              const ccapnp_struct_reader* value, ccapnp_error* error) {
  return guarded(error, [&] {
    copyTo(*pointer, *value, [](auto& to, const auto& from) { to.setStruct(from); });
  });
}

int ccapnp_pointer_set_list(const ccapnp_pointer_builder* pointer, const ccapnp_list_reader* value,
                            ccapnp_error* error) {
  return guarded(error, [&] {
    copyTo(*pointer, *value, [](auto& to, const auto& from) { to.setList(from); });
  });
}

int ccapnp_pointer_set(const ccapnp_pointer_builder* pointer, const ccapnp_pointer_reader* value,
                       int32_t canonical, ccapnp_error* error) {
  return guarded(error, [&] {
    copyTo(*pointer, *value,
           [&](auto& to, const auto& from) { to.copyFrom(from, canonical != 0); });
  });
}

int ccapnp_struct_copy_content(const ccapnp_struct_builder* target,
                               const ccapnp_struct_reader* source, ccapnp_error* error) {
  return guarded(error, [&] {
    auto to = fromC(*target);
    // As in copyTo, what is there is kept until the copy is made.
    std::vector<wire::OrphanBuilder> old;
    const ccapnp_pointer_builder place{target->segment, target->cap_table, target->pointers};
    if (target->data != source->data && isWithin(place, source->segment)) {
      for (uint16_t i = 0; i < target->pointer_count; i++) {
        old.push_back(to.getPointerField(i * capnp::POINTERS).disown());
      }
    }
    to.copyContentFrom(forCopying(*source));
  });
}

int ccapnp_pointer_clear(const ccapnp_pointer_builder* pointer, ccapnp_error* error) {
  return guarded(error, [&] { fromC(*pointer).clear(); });
}

int ccapnp_builder_pointer_kind(const ccapnp_pointer_builder* pointer, int32_t* kind,
                                ccapnp_error* error) {
  return guarded(error,
                 [&] { *kind = static_cast<int32_t>(fromC(*pointer).getPointerType()); });
}

int ccapnp_pointer_as_reader(const ccapnp_pointer_builder* pointer, ccapnp_pointer_reader* result,
                             ccapnp_error* error) {
  return guarded(error, [&] { *result = toC(fromC(*pointer).asReader()); });
}

int ccapnp_struct_as_reader(const ccapnp_struct_builder* object, ccapnp_struct_reader* result,
                            ccapnp_error* error) {
  return guarded(error, [&] { *result = toC(fromC(*object).asReader()); });
}

int ccapnp_list_as_reader(const ccapnp_list_builder* list, ccapnp_list_reader* result,
                          ccapnp_error* error) {
  return guarded(error, [&] { *result = toC(fromC(*list).asReader()); });
}
