// The private fields of libcapnp's views, reached without a guess about their layout.
//
// An explicit template instantiation may name private members, so each field below is checked by
// the compiler: were one renamed or retyped by another libcapnp, this file would not compile. That
// lets a view cross the C interface as plain named fields (so that Swift reads scalars inline and
// makes the view of a list element by itself) and come back unchanged.
#pragma once

#include <capnp/common.h>
#include <capnp/layout.h>

// CVE-2022-46149 lives in inlined header code, so it is the headers that have to be new enough.
static_assert(CAPNP_VERSION >= 9002, "libcapnp 0.9.2 or later is needed (CVE-2022-46149)");
static_assert(CAPNP_VERSION < 10000 || CAPNP_VERSION >= 10003,
              "libcapnp 0.10.0 to 0.10.2 have CVE-2022-46149: take 0.10.3 or later");
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "only little-endian machines are served");

namespace ccapnp {
namespace {

namespace wire = capnp::_;

template <typename Tag, typename Tag::Member member>
struct Expose {
  friend constexpr typename Tag::Member field(Tag) { return member; }
};

#define CCAPNP_EXPOSE(Tag, Class, Type, name)         \
  struct Tag {                                        \
    using Member = Type wire::Class::*;               \
    friend constexpr Member field(Tag);               \
  };                                                  \
  template struct Expose<Tag, &wire::Class::name>;

CCAPNP_EXPOSE(PointerReaderSegment, PointerReader, wire::SegmentReader*, segment)
CCAPNP_EXPOSE(PointerReaderPointer, PointerReader, const wire::WirePointer*, pointer)
CCAPNP_EXPOSE(PointerReaderNesting, PointerReader, int, nestingLimit)

CCAPNP_EXPOSE(StructReaderSegment, StructReader, wire::SegmentReader*, segment)
CCAPNP_EXPOSE(StructReaderData, StructReader, const void*, data)
CCAPNP_EXPOSE(StructReaderPointers, StructReader, const wire::WirePointer*, pointers)
CCAPNP_EXPOSE(StructReaderDataSize, StructReader, capnp::StructDataBitCount, dataSize)
CCAPNP_EXPOSE(StructReaderPointerCount, StructReader, capnp::StructPointerCount, pointerCount)
CCAPNP_EXPOSE(StructReaderNesting, StructReader, int, nestingLimit)

CCAPNP_EXPOSE(ListReaderSegment, ListReader, wire::SegmentReader*, segment)
CCAPNP_EXPOSE(ListReaderPtr, ListReader, const capnp::byte*, ptr)
CCAPNP_EXPOSE(ListReaderCount, ListReader, capnp::ListElementCount, elementCount)
CCAPNP_EXPOSE(ListReaderStep, ListReader, capnp::BitsPerElementN<23>, step)
CCAPNP_EXPOSE(ListReaderDataSize, ListReader, capnp::StructDataBitCount, structDataSize)
CCAPNP_EXPOSE(ListReaderPointerCount, ListReader, capnp::StructPointerCount, structPointerCount)
CCAPNP_EXPOSE(ListReaderElementSize, ListReader, capnp::ElementSize, elementSize)
CCAPNP_EXPOSE(ListReaderNesting, ListReader, int, nestingLimit)

CCAPNP_EXPOSE(PointerBuilderSegment, PointerBuilder, wire::SegmentBuilder*, segment)
CCAPNP_EXPOSE(PointerBuilderCapTable, PointerBuilder, wire::CapTableBuilder*, capTable)
CCAPNP_EXPOSE(PointerBuilderPointer, PointerBuilder, wire::WirePointer*, pointer)

CCAPNP_EXPOSE(StructBuilderSegment, StructBuilder, wire::SegmentBuilder*, segment)
CCAPNP_EXPOSE(StructBuilderCapTable, StructBuilder, wire::CapTableBuilder*, capTable)
CCAPNP_EXPOSE(StructBuilderData, StructBuilder, void*, data)
CCAPNP_EXPOSE(StructBuilderPointers, StructBuilder, wire::WirePointer*, pointers)
CCAPNP_EXPOSE(StructBuilderDataSize, StructBuilder, capnp::StructDataBitCount, dataSize)
CCAPNP_EXPOSE(StructBuilderPointerCount, StructBuilder, capnp::StructPointerCount, pointerCount)

CCAPNP_EXPOSE(ListBuilderSegment, ListBuilder, wire::SegmentBuilder*, segment)
CCAPNP_EXPOSE(ListBuilderCapTable, ListBuilder, wire::CapTableBuilder*, capTable)
CCAPNP_EXPOSE(ListBuilderPtr, ListBuilder, capnp::byte*, ptr)
CCAPNP_EXPOSE(ListBuilderCount, ListBuilder, capnp::ListElementCount, elementCount)
CCAPNP_EXPOSE(ListBuilderStep, ListBuilder, capnp::BitsPerElementN<23>, step)
CCAPNP_EXPOSE(ListBuilderDataSize, ListBuilder, capnp::StructDataBitCount, structDataSize)
CCAPNP_EXPOSE(ListBuilderPointerCount, ListBuilder, capnp::StructPointerCount, structPointerCount)
CCAPNP_EXPOSE(ListBuilderElementSize, ListBuilder, capnp::ElementSize, elementSize)

CCAPNP_EXPOSE(OrphanSegment, OrphanBuilder, wire::SegmentBuilder*, segment)
CCAPNP_EXPOSE(OrphanLocation, OrphanBuilder, capnp::word*, location)

#undef CCAPNP_EXPOSE

}  // namespace
}  // namespace ccapnp
