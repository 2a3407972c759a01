internal import CCapnProto

// Between the parts and the structs of the C interface.

extension StructParts {
  @inline(__always)
  init(_ shim: ccapnp_struct_reader) {
    unsafe self.init(
      segment: shim.segment, data: shim.data, pointers: shim.pointers,
      dataBits: shim.data_bits, pointerCount: shim.pointer_count, nesting: shim.nesting)
  }

  @inline(__always)
  var shim: ccapnp_struct_reader {
    unsafe ccapnp_struct_reader(
      segment: segment, data: data, pointers: pointers, data_bits: dataBits,
      pointer_count: pointerCount, nesting: nesting)
  }
}

extension ListParts {
  @inline(__always)
  init(_ shim: ccapnp_list_reader) {
    unsafe self.init(
      segment: shim.segment, data: shim.data, count: shim.count, stepBits: shim.step_bits,
      structDataBits: shim.struct_data_bits, structPointers: shim.struct_pointers,
      elementSize: shim.element_size, nesting: shim.nesting)
  }

  @inline(__always)
  var shim: ccapnp_list_reader {
    unsafe ccapnp_list_reader(
      segment: segment, data: data, count: count, step_bits: stepBits,
      struct_data_bits: structDataBits, struct_pointers: structPointers,
      element_size: elementSize, nesting: nesting)
  }
}

extension StructBuilderParts {
  @inline(__always)
  init(_ shim: ccapnp_struct_builder) {
    unsafe self.init(
      segment: shim.segment, data: shim.data, pointers: shim.pointers,
      dataBits: shim.data_bits, pointerCount: shim.pointer_count)
  }

  @inline(__always)
  func shim(_ arena: BuilderArena) -> ccapnp_struct_builder {
    unsafe ccapnp_struct_builder(
      segment: segment, cap_table: arena.capTable, data: data, pointers: pointers,
      data_bits: dataBits, pointer_count: pointerCount)
  }
}

extension ListBuilderParts {
  @inline(__always)
  init(_ shim: ccapnp_list_builder) {
    unsafe self.init(
      segment: shim.segment, data: shim.data, count: shim.count, stepBits: shim.step_bits,
      structDataBits: shim.struct_data_bits, structPointers: shim.struct_pointers,
      elementSize: shim.element_size)
  }

  @inline(__always)
  func shim(_ arena: BuilderArena) -> ccapnp_list_builder {
    unsafe ccapnp_list_builder(
      segment: segment, cap_table: arena.capTable, data: data, count: count,
      step_bits: stepBits, struct_data_bits: structDataBits, struct_pointers: structPointers,
      element_size: elementSize)
  }
}
