// Between libcapnp's views and those of the C interface. Plain moves: the compiler drops most.
#pragma once

#include "Exposed.hpp"
#include "include/CCapnProto.h"

namespace ccapnp {
namespace {

// ---- From C ----

inline wire::PointerReader fromC(const ccapnp_pointer_reader& c) {
  wire::PointerReader result;
  result.*field(PointerReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(c.segment));
  result.*field(PointerReaderPointer()) = static_cast<const wire::WirePointer*>(c.pointer);
  result.*field(PointerReaderNesting()) = c.nesting;
  return result;
}

inline wire::StructReader fromC(const ccapnp_struct_reader& c) {
  wire::StructReader result;
  result.*field(StructReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(c.segment));
  result.*field(StructReaderData()) = c.data;
  result.*field(StructReaderPointers()) = static_cast<const wire::WirePointer*>(c.pointers);
  result.*field(StructReaderDataSize()) = c.data_bits;
  result.*field(StructReaderPointerCount()) = c.pointer_count;
  result.*field(StructReaderNesting()) = c.nesting;
  return result;
}

inline wire::ListReader fromC(const ccapnp_list_reader& c) {
  wire::ListReader result(static_cast<capnp::ElementSize>(c.element_size));
  result.*field(ListReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(c.segment));
  result.*field(ListReaderPtr()) = static_cast<const capnp::byte*>(c.data);
  result.*field(ListReaderCount()) = c.count;
  result.*field(ListReaderStep()) = c.step_bits;
  result.*field(ListReaderDataSize()) = c.struct_data_bits;
  result.*field(ListReaderPointerCount()) = c.struct_pointers;
  result.*field(ListReaderNesting()) = c.nesting;
  return result;
}

inline wire::PointerBuilder fromC(const ccapnp_pointer_builder& c) {
  return wire::PointerBuilder::getRoot(static_cast<wire::SegmentBuilder*>(c.segment),
                                       static_cast<wire::CapTableBuilder*>(c.cap_table),
                                       static_cast<capnp::word*>(c.pointer));
}

inline wire::StructBuilder fromC(const ccapnp_struct_builder& c) {
  wire::StructBuilder result;
  result.*field(StructBuilderSegment()) = static_cast<wire::SegmentBuilder*>(c.segment);
  result.*field(StructBuilderCapTable()) = static_cast<wire::CapTableBuilder*>(c.cap_table);
  result.*field(StructBuilderData()) = c.data;
  result.*field(StructBuilderPointers()) = static_cast<wire::WirePointer*>(c.pointers);
  result.*field(StructBuilderDataSize()) = c.data_bits;
  result.*field(StructBuilderPointerCount()) = c.pointer_count;
  return result;
}

inline wire::ListBuilder fromC(const ccapnp_list_builder& c) {
  wire::ListBuilder result(static_cast<capnp::ElementSize>(c.element_size));
  result.*field(ListBuilderSegment()) = static_cast<wire::SegmentBuilder*>(c.segment);
  result.*field(ListBuilderCapTable()) = static_cast<wire::CapTableBuilder*>(c.cap_table);
  result.*field(ListBuilderPtr()) = static_cast<capnp::byte*>(c.data);
  result.*field(ListBuilderCount()) = c.count;
  result.*field(ListBuilderStep()) = c.step_bits;
  result.*field(ListBuilderDataSize()) = c.struct_data_bits;
  result.*field(ListBuilderPointerCount()) = c.struct_pointers;
  return result;
}

// ---- To C ----

inline ccapnp_pointer_reader toC(const wire::PointerReader& view) {
  ccapnp_pointer_reader c;
  c.segment = view.*field(PointerReaderSegment());
  c.pointer = view.*field(PointerReaderPointer());
  c.nesting = view.*field(PointerReaderNesting());
  return c;
}

inline ccapnp_struct_reader toC(const wire::StructReader& view) {
  ccapnp_struct_reader c;
  c.segment = view.*field(StructReaderSegment());
  c.data = view.*field(StructReaderData());
  c.pointers = view.*field(StructReaderPointers());
  c.data_bits = view.*field(StructReaderDataSize());
  c.pointer_count = view.*field(StructReaderPointerCount());
  c.nesting = view.*field(StructReaderNesting());
  return c;
}

inline ccapnp_list_reader toC(const wire::ListReader& view) {
  ccapnp_list_reader c;
  c.segment = view.*field(ListReaderSegment());
  c.data = view.*field(ListReaderPtr());
  c.count = view.*field(ListReaderCount());
  c.step_bits = view.*field(ListReaderStep());
  c.struct_data_bits = view.*field(ListReaderDataSize());
  c.struct_pointers = view.*field(ListReaderPointerCount());
  c.element_size = static_cast<uint8_t>(view.*field(ListReaderElementSize()));
  c.nesting = view.*field(ListReaderNesting());
  return c;
}

inline ccapnp_pointer_builder toC(wire::PointerBuilder&& view) {
  ccapnp_pointer_builder c;
  c.segment = view.*field(PointerBuilderSegment());
  c.cap_table = view.*field(PointerBuilderCapTable());
  c.pointer = view.*field(PointerBuilderPointer());
  return c;
}

inline ccapnp_struct_builder toC(wire::StructBuilder&& view) {
  ccapnp_struct_builder c;
  c.segment = view.*field(StructBuilderSegment());
  c.cap_table = view.*field(StructBuilderCapTable());
  c.data = view.*field(StructBuilderData());
  c.pointers = view.*field(StructBuilderPointers());
  c.data_bits = view.*field(StructBuilderDataSize());
  c.pointer_count = view.*field(StructBuilderPointerCount());
  return c;
}

inline ccapnp_list_builder toC(wire::ListBuilder&& view) {
  ccapnp_list_builder c;
  c.segment = view.*field(ListBuilderSegment());
  c.cap_table = view.*field(ListBuilderCapTable());
  c.data = view.*field(ListBuilderPtr());
  c.count = view.*field(ListBuilderCount());
  c.step_bits = view.*field(ListBuilderStep());
  c.struct_data_bits = view.*field(ListBuilderDataSize());
  c.struct_pointers = view.*field(ListBuilderPointerCount());
  c.element_size = static_cast<uint8_t>(view.*field(ListBuilderElementSize()));
  return c;
}

// A list that was reached as one of some element size.
//
// Where a list of structs is reached as one of pointers, libcapnp moves the view on to the first
// pointer, and asReader() of that view moves on once more (until 1.4.0 at least), past the end of
// the list. So the view stays at the first struct, as it does for reading.
inline ccapnp_list_builder toC(wire::ListBuilder&& view, int32_t elementSize) {
  ccapnp_list_builder c = toC(kj::mv(view));
  if (elementSize == CCAPNP_ELEMENT_POINTER) {
    c.data = static_cast<capnp::byte*>(c.data) - c.struct_data_bits / 8;
  }
  return c;
}

template <typename Blob>
inline ccapnp_blob blobToC(const Blob& blob) {
  return {blob.begin(), blob.size()};
}

template <typename Blob>
inline ccapnp_mutable_blob mutableBlobToC(Blob&& blob) {
  return {blob.begin(), blob.size()};
}

}  // namespace
}  // namespace ccapnp
