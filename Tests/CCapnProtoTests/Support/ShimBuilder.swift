import CCapnProto
import Testing

/// A message builder of the shim, for tests.
@safe final class ShimBuilder {
  let handle: OpaquePointer
  var root: ccapnp_pointer_builder

  init(firstSegmentWords: UInt32 = 1024, growth: Int = CCAPNP_GROWTH_DOUBLING) {
    var handle: OpaquePointer?
    let created = unsafe ccapnp_builder_create(firstSegmentWords, Int32(growth), &handle, nil)
    precondition(created == CCAPNP_OK)
    unsafe self.handle = unsafe handle!
    var root = unsafe ccapnp_pointer_builder()
    let found = unsafe ccapnp_builder_root(self.handle, &root, nil)
    precondition(found == CCAPNP_OK)
    unsafe self.root = unsafe root
  }

  deinit { unsafe ccapnp_builder_destroy(handle) }

  /// The words of each segment.
  var segments: [[UInt64]] {
    var count = 0
    unsafe #expect(ccapnp_builder_segment_count(handle, &count, nil) == CCAPNP_OK)
    return (0..<count).map { index in
      var segment = unsafe ccapnp_segment()
      unsafe #expect(ccapnp_builder_segment(handle, index, &segment, nil) == CCAPNP_OK)
      let words = unsafe segment.words!.assumingMemoryBound(to: UInt64.self)
      return unsafe Array(UnsafeBufferPointer(start: words, count: segment.count))
    }
  }
}

extension ccapnp_struct_builder {
  /// The pointer in a slot.
  func pointer(_ slot: Int) -> ccapnp_pointer_builder {
    unsafe precondition(slot < pointer_count)
    return unsafe ccapnp_pointer_builder(
      segment: segment, cap_table: cap_table, pointer: pointers + slot * 8)
  }
}

extension ccapnp_list_builder {
  /// The pointer at an index of a list of pointers.
  func pointer(_ index: Int) -> ccapnp_pointer_builder {
    unsafe precondition(index < count)
    let offset = unsafe (index * Int(step_bits) + Int(struct_data_bits)) / 8
    return unsafe ccapnp_pointer_builder(
      segment: segment, cap_table: cap_table, pointer: data + offset)
  }

  /// The struct at an index of a list of structs.
  func structure(_ index: Int) -> ccapnp_struct_builder {
    unsafe precondition(index < count)
    let start = unsafe data + index * Int(step_bits) / 8
    return unsafe ccapnp_struct_builder(
      segment: segment, cap_table: cap_table, data: start,
      pointers: start + Int(struct_data_bits) / 8, data_bits: struct_data_bits,
      pointer_count: struct_pointers)
  }
}
