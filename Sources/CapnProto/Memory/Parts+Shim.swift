internal import CCapnProto

// Between the parts and the structs of the C interface.

extension StructSizes {
  /// The levels that may still be followed, as libcapnp counts them: more than 65535 of them are
  /// kept as that many, which no stack would bear.
  @inline(__always)
  static func levels(_ nesting: Int32) -> UInt16 { UInt16(clamping: nesting) }
}

extension StructParts {
  @inline(__always)
  init(_ shim: ccapnp_struct_reader, from origin: SegmentRef?) {
    unsafe self.init(
      segment: origin?.sibling(shim.segment, holding: shim.data), data: shim.data,
      pointers: shim.pointers,
      sizes: StructSizes(
        dataBits: shim.data_bits, pointerCount: shim.pointer_count,
        nesting: StructSizes.levels(shim.nesting)))
  }

  @inline(__always)
  var shim: ccapnp_struct_reader {
    unsafe ccapnp_struct_reader(
      segment: segment?.control.pointee.reader, data: data, pointers: pointers,
      data_bits: UInt32(truncatingIfNeeded: sizes.dataBits),
      pointer_count: UInt16(truncatingIfNeeded: sizes.pointerCount),
      nesting: Int32(sizes.nesting))
  }
}

extension ListParts {
  @inline(__always)
  init(_ shim: ccapnp_list_reader, from origin: SegmentRef?) {
    unsafe self.init(
      segment: origin?.sibling(shim.segment, holding: shim.data), data: shim.data,
      sizes: ListSizes(
        count: shim.count, stepBits: shim.step_bits, structDataBits: shim.struct_data_bits,
        structPointers: shim.struct_pointers, elementSize: shim.element_size,
        nesting: StructSizes.levels(shim.nesting)))
  }

  @inline(__always)
  var shim: ccapnp_list_reader {
    unsafe ccapnp_list_reader(
      segment: segment?.control.pointee.reader, data: data,
      count: UInt32(truncatingIfNeeded: sizes.count),
      step_bits: UInt32(truncatingIfNeeded: sizes.stepBits),
      struct_data_bits: UInt32(truncatingIfNeeded: sizes.structDataBits),
      struct_pointers: sizes.structPointers, element_size: sizes.elementSize,
      nesting: Int32(sizes.nesting))
  }
}

extension StructBuilderParts {
  @inline(__always)
  init(_ shim: ccapnp_struct_builder, from origin: SegmentRef?) {
    unsafe self.init(
      segment: origin?.sibling(shim.segment, holding: shim.data), data: shim.data,
      pointers: shim.pointers,
      sizes: StructSizes(
        dataBits: shim.data_bits, pointerCount: shim.pointer_count, nesting: .max))
  }

  @inline(__always)
  var shim: ccapnp_struct_builder {
    unsafe ccapnp_struct_builder(
      segment: segment?.control.pointee.builder,
      cap_table: segment?.control.pointee.capTable, data: data, pointers: pointers,
      data_bits: UInt32(truncatingIfNeeded: sizes.dataBits),
      pointer_count: UInt16(truncatingIfNeeded: sizes.pointerCount))
  }
}

extension ListBuilderParts {
  @inline(__always)
  init(_ shim: ccapnp_list_builder, from origin: SegmentRef?) {
    unsafe self.init(
      segment: origin?.sibling(shim.segment, holding: shim.data), data: shim.data,
      sizes: ListSizes(
        count: shim.count, stepBits: shim.step_bits, structDataBits: shim.struct_data_bits,
        structPointers: shim.struct_pointers, elementSize: shim.element_size, nesting: .max))
  }

  @inline(__always)
  var shim: ccapnp_list_builder {
    unsafe ccapnp_list_builder(
      segment: segment?.control.pointee.builder,
      cap_table: segment?.control.pointee.capTable, data: data,
      count: UInt32(truncatingIfNeeded: sizes.count),
      step_bits: UInt32(truncatingIfNeeded: sizes.stepBits),
      struct_data_bits: UInt32(truncatingIfNeeded: sizes.structDataBits),
      struct_pointers: sizes.structPointers, element_size: sizes.elementSize)
  }
}
