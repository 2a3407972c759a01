// Orphans: the only objects of libcapnp that a caller holds one by one on the heap.
#include <capnp/any.h>
#include <capnp/pointer-helpers.h>

#include <utility>
#include <vector>

#include "Builder.hpp"
#include "Copying.hpp"
#include "Guard.hpp"
#include "Limits.hpp"
#include "Views.hpp"

struct ccapnp_orphan {
  explicit ccapnp_orphan(ccapnp::wire::OrphanBuilder&& builder) : builder(std::move(builder)) {}
  ccapnp::wire::OrphanBuilder builder;
};

using namespace ccapnp;

namespace {

struct Home {
  wire::BuilderArena* arena;
  wire::CapTableBuilder* capTable;
};

Home home(ccapnp_builder* builder) {
  auto root = wire::PointerHelpers<capnp::AnyPointer>::getInternalBuilder(
      builder->message().getRoot<capnp::AnyPointer>());
  return {root.getArena(), root.getCapTable()};
}

wire::StructSize size(uint16_t dataWords, uint16_t pointers) {
  return wire::StructSize(dataWords, pointers);
}

unsigned int narrow(size_t count) { return static_cast<unsigned int>(count); }

template <typename Make>
int create(ccapnp_orphan** orphan, ccapnp_error* error, Make&& make) noexcept {
  return guarded(error, [&] { *orphan = new ccapnp_orphan(make()); });
}

// Views of an orphan's object. libcapnp moves an object that is too small for the view, and forgets
// that it may have moved to another segment (up to 1.4.0): the pointer that adopts it then leads
// nowhere. A copy of a null pointer has no segment at all, which libcapnp would follow.
template <typename Look>
auto look(ccapnp_orphan* orphan, Look&& as) {
  auto& builder = orphan->builder;
  if (builder.*field(OrphanSegment()) == nullptr) {
    fail(CCAPNP_ERROR_ARGUMENT, "the orphan is a copy of nothing");
  }
  const capnp::word* before = builder.*field(OrphanLocation());
  const auto view = toC(as(builder));
  if (builder.*field(OrphanLocation()) != before) {
    builder.*field(OrphanSegment()) = static_cast<wire::SegmentBuilder*>(view.segment);
  }
  return view;
}

}  // namespace

int ccapnp_pointer_disown(const ccapnp_pointer_builder* pointer, ccapnp_orphan** orphan,
                          ccapnp_error* error) {
  return create(orphan, error, [&] { return fromC(*pointer).disown(); });
}

int ccapnp_pointer_adopt(const ccapnp_pointer_builder* pointer, ccapnp_orphan* orphan,
                         ccapnp_error* error) {
  const int code = guarded(error, [&] { fromC(*pointer).adopt(std::move(orphan->builder)); });
  ccapnp_orphan_destroy(orphan);
  return code;
}

void ccapnp_orphan_destroy(ccapnp_orphan* orphan) {
  guarded(nullptr, [&] { delete orphan; });
}

int ccapnp_orphan_create_struct(ccapnp_builder* builder, uint16_t data_words, uint16_t pointers,
                                ccapnp_orphan** orphan, ccapnp_error* error) {
  return create(orphan, error, [&] {
    const Home at = home(builder);
    return wire::OrphanBuilder::initStruct(at.arena, at.capTable, size(data_words, pointers));
  });
}

int ccapnp_orphan_create_list(ccapnp_builder* builder, int32_t element_size, size_t count,
                              ccapnp_orphan** orphan, ccapnp_error* error) {
  return create(orphan, error, [&] {
    const capnp::ElementSize size = simpleElementSize(element_size);
    checkList(size, count);
    const Home at = home(builder);
    return wire::OrphanBuilder::initList(at.arena, at.capTable, narrow(count), size);
  });
}

int ccapnp_orphan_create_struct_list(ccapnp_builder* builder, size_t count, uint16_t data_words,
                                     uint16_t pointers, ccapnp_orphan** orphan,
                                     ccapnp_error* error) {
  return create(orphan, error, [&] {
    checkStructList(count, data_words, pointers);
    const Home at = home(builder);
    return wire::OrphanBuilder::initStructList(at.arena, at.capTable, narrow(count),
                                               size(data_words, pointers));
  });
}

int ccapnp_orphan_create_text(ccapnp_builder* builder, size_t size, ccapnp_orphan** orphan,
                              ccapnp_error* error) {
  return create(orphan, error, [&] {
    checkBlobSize(size);
    const Home at = home(builder);
    return wire::OrphanBuilder::initText(at.arena, at.capTable, narrow(size));
  });
}

int ccapnp_orphan_create_data(ccapnp_builder* builder, size_t size, ccapnp_orphan** orphan,
                              ccapnp_error* error) {
  return create(orphan, error, [&] {
    checkBlobSize(size);
    const Home at = home(builder);
    return wire::OrphanBuilder::initData(at.arena, at.capTable, narrow(size));
  });
}

int ccapnp_orphan_copy(ccapnp_builder* builder, const ccapnp_pointer_reader* value,
                       ccapnp_orphan** orphan, ccapnp_error* error) {
  return create(orphan, error, [&] {
    const Home at = home(builder);
    return wire::OrphanBuilder::copy(at.arena, at.capTable, forCopying(*value));
  });
}

int ccapnp_orphan_concat(ccapnp_builder* builder, int32_t element_size, uint16_t data_words,
                         uint16_t pointers, const ccapnp_list_reader* lists, size_t count,
                         ccapnp_orphan** orphan, ccapnp_error* error) {
  return create(orphan, error, [&] {
    std::vector<wire::ListReader> views;
    views.reserve(count);
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++) {
      views.push_back(forCopying(lists[i]));
      total += lists[i].count;
    }
    checkElementCount(total);
    const Home at = home(builder);
    return wire::OrphanBuilder::concat(at.arena, at.capTable, elementSize(element_size),
                                       size(data_words, pointers),
                                       kj::arrayPtr(views.data(), views.size()));
  });
}

int32_t ccapnp_orphan_is_null(const ccapnp_orphan* orphan) { return orphan->builder == nullptr; }

int ccapnp_orphan_edit_struct(ccapnp_orphan* orphan, uint16_t data_words, uint16_t pointers,
                              ccapnp_struct_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = look(orphan, [&](auto& it) { return it.asStruct(size(data_words, pointers)); });
  });
}

int ccapnp_orphan_edit_list(ccapnp_orphan* orphan, int32_t element_size,
                            ccapnp_list_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    const auto list = look(orphan, [&](auto& it) {
      return element_size == CCAPNP_ELEMENT_ANY ? it.asListAnySize()
                                                : it.asList(simpleElementSize(element_size));
    });
    *result = wholeElements(element_size, list);
  });
}

int ccapnp_orphan_edit_struct_list(ccapnp_orphan* orphan, uint16_t data_words, uint16_t pointers,
                                   ccapnp_list_builder* result, ccapnp_error* error) {
  return guarded(error, [&] {
    *result = look(orphan, [&](auto& it) { return it.asStructList(size(data_words, pointers)); });
  });
}

int ccapnp_orphan_edit_text(ccapnp_orphan* orphan, ccapnp_mutable_blob* result,
                            ccapnp_error* error) {
  return guarded(error, [&] { *result = mutableBlobToC(orphan->builder.asText()); });
}

int ccapnp_orphan_edit_data(ccapnp_orphan* orphan, ccapnp_mutable_blob* result,
                            ccapnp_error* error) {
  return guarded(error, [&] { *result = mutableBlobToC(orphan->builder.asData()); });
}
