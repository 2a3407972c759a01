// Between libcapnp's views and those of the C interface. Plain moves: the compiler drops most.
#pragma once

#include "Exposed.hpp"
#include "include/CCapnProto.h"

namespace ccapnp {
namespace {

// Keeps a field a move of its own. A compiler likes to join two neighbours into one 16-byte move,
// and a 16-byte load of what was just stored as two words has to wait until both are in the cache:
// three times as long as all else that such a call does.
template <typename T>
inline T alone(T field) {
  asm("" : "+r"(field));
  return field;
}

// ---- From C ----

inline wire::PointerReader fromC(const ccapnp_pointer_reader& c) {
  wire::PointerReader result;
  result.*field(PointerReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(alone(c.segment)));
  result.*field(PointerReaderPointer()) = static_cast<const wire::WirePointer*>(alone(c.pointer));
  result.*field(PointerReaderNesting()) = c.nesting;
  return result;
}

inline wire::StructReader fromC(const ccapnp_struct_reader& c) {
  wire::StructReader result;
  result.*field(StructReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(alone(c.segment)));
  result.*field(StructReaderData()) = alone(c.data);
  result.*field(StructReaderPointers()) = static_cast<const wire::WirePointer*>(alone(c.pointers));
  result.*field(StructReaderDataSize()) = c.data_bits;
  result.*field(StructReaderPointerCount()) = c.pointer_count;
  result.*field(StructReaderNesting()) = c.nesting;
  return result;
}

inline wire::ListReader fromC(const ccapnp_list_reader& c) {
  wire::ListReader result(static_cast<capnp::ElementSize>(c.element_size));
  result.*field(ListReaderSegment()) =
      static_cast<wire::SegmentReader*>(const_cast<void*>(alone(c.segment)));
  result.*field(ListReaderPtr()) = static_cast<const capnp::byte*>(alone(c.data));
  result.*field(ListReaderCount()) = c.count;
  result.*field(ListReaderStep()) = c.step_bits;
  result.*field(ListReaderDataSize()) = c.struct_data_bits;
  result.*field(ListReaderPointerCount()) = c.struct_pointers;
  result.*field(ListReaderNesting()) = c.nesting;
  return result;
}

inline wire::PointerBuilder fromC(const ccapnp_pointer_builder& c) {
  return wire::PointerBuilder::getRoot(static_cast<wire::SegmentBuilder*>(alone(c.segment)),
                                       static_cast<wire::CapTableBuilder*>(alone(c.cap_table)),
                                       static_cast<capnp::word*>(alone(c.pointer)));
}

inline wire::StructBuilder fromC(const ccapnp_struct_builder& c) {
  wire::StructBuilder result;
  result.*field(StructBuilderSegment()) = static_cast<wire::SegmentBuilder*>(alone(c.segment));
  result.*field(StructBuilderCapTable()) = static_cast<wire::CapTableBuilder*>(alone(c.cap_table));
  result.*field(StructBuilderData()) = alone(c.data);
  result.*field(StructBuilderPointers()) = static_cast<wire::WirePointer*>(alone(c.pointers));
  result.*field(StructBuilderDataSize()) = c.data_bits;
  result.*field(StructBuilderPointerCount()) = c.pointer_count;
  return result;
}

inline wire::ListBuilder fromC(const ccapnp_list_builder& c) {
  wire::ListBuilder result(static_cast<capnp::ElementSize>(c.element_size));
  result.*field(ListBuilderSegment()) = static_cast<wire::SegmentBuilder*>(alone(c.segment));
  result.*field(ListBuilderCapTable()) = static_cast<wire::CapTableBuilder*>(alone(c.cap_table));
  result.*field(ListBuilderPtr()) = static_cast<capnp::byte*>(alone(c.data));
  result.*field(ListBuilderCount()) = c.count;
  result.*field(ListBuilderStep()) = c.step_bits;
  result.*field(ListBuilderDataSize()) = c.struct_data_bits;
  result.*field(ListBuilderPointerCount()) = c.struct_pointers;
  return result;
}

// ---- To C ----

inline ccapnp_pointer_reader toC(const wire::PointerReader& view) {
  ccapnp_pointer_reader c;
  c.segment = alone(view.*field(PointerReaderSegment()));
  c.pointer = alone(view.*field(PointerReaderPointer()));
  c.nesting = alone(view.*field(PointerReaderNesting()));
  return c;
}

inline ccapnp_struct_reader toC(const wire::StructReader& view) {
  ccapnp_struct_reader c;
  c.segment = alone(view.*field(StructReaderSegment()));
  c.data = alone(view.*field(StructReaderData()));
  c.pointers = alone(view.*field(StructReaderPointers()));
  c.data_bits = alone(view.*field(StructReaderDataSize()));
  c.pointer_count = alone(view.*field(StructReaderPointerCount()));
  c.nesting = alone(view.*field(StructReaderNesting()));
  return c;
}

inline ccapnp_list_reader toC(const wire::ListReader& view) {
  ccapnp_list_reader c;
  c.segment = alone(view.*field(ListReaderSegment()));
  c.data = alone(view.*field(ListReaderPtr()));
  c.count = alone(view.*field(ListReaderCount()));
  c.step_bits = alone(view.*field(ListReaderStep()));
  c.struct_data_bits = alone(view.*field(ListReaderDataSize()));
  c.struct_pointers = alone(view.*field(ListReaderPointerCount()));
  c.element_size = static_cast<uint8_t>(view.*field(ListReaderElementSize()));
  c.nesting = alone(view.*field(ListReaderNesting()));
  return c;
}

inline ccapnp_pointer_builder toC(wire::PointerBuilder&& view) {
  ccapnp_pointer_builder c;
  c.segment = alone(view.*field(PointerBuilderSegment()));
  c.cap_table = alone(view.*field(PointerBuilderCapTable()));
  c.pointer = alone(view.*field(PointerBuilderPointer()));
  return c;
}

inline ccapnp_struct_builder toC(wire::StructBuilder&& view) {
  ccapnp_struct_builder c;
  c.segment = alone(view.*field(StructBuilderSegment()));
  c.cap_table = alone(view.*field(StructBuilderCapTable()));
  c.data = alone(view.*field(StructBuilderData()));
  c.pointers = alone(view.*field(StructBuilderPointers()));
  c.data_bits = alone(view.*field(StructBuilderDataSize()));
  c.pointer_count = alone(view.*field(StructBuilderPointerCount()));
  return c;
}

inline ccapnp_list_builder toC(wire::ListBuilder&& view) {
  ccapnp_list_builder c;
  c.segment = alone(view.*field(ListBuilderSegment()));
  c.cap_table = alone(view.*field(ListBuilderCapTable()));
  c.data = alone(view.*field(ListBuilderPtr()));
  c.count = alone(view.*field(ListBuilderCount()));
  c.step_bits = alone(view.*field(ListBuilderStep()));
  c.struct_data_bits = alone(view.*field(ListBuilderDataSize()));
  c.struct_pointers = alone(view.*field(ListBuilderPointerCount()));
  c.element_size = static_cast<uint8_t>(view.*field(ListBuilderElementSize()));
  return c;
}

// A list of structs that is taken for a list of their first pointers: libcapnp makes the view of a
// builder start at the first pointer and keep the sizes of the structs, so that as a reader it counts
// their data twice, and reads past the end of the list (up to 1.4.0). Here it starts at the first
// struct, as the view of a reader does.
inline ccapnp_list_builder wholeElements(int32_t wish, ccapnp_list_builder list) {
  if (wish == CCAPNP_ELEMENT_POINTER && list.element_size == CCAPNP_ELEMENT_COMPOSITE) {
    list.data = static_cast<capnp::byte*>(list.data) - list.struct_data_bits / 8;
  }
  return list;
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
