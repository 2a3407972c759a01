import CCapnProto

/// A message that is read through the shim, over memory of its own.
@safe final class ShimMessage {
  let handle: OpaquePointer
  let root: ccapnp_pointer_reader

  /// The words of all segments, one behind the other.
  let words: UnsafeMutableBufferPointer<UInt64>

  init(_ segments: [[UInt64]], traversalWords: UInt64 = 1 << 20, nesting: Int32 = 64) {
    let all = segments.flatMap { $0 }
    unsafe words = .allocate(capacity: max(1, all.count))
    _ = unsafe words.update(fromContentsOf: all)
    var list: [ccapnp_segment] = unsafe []
    var start = unsafe UnsafeMutableRawPointer(words.baseAddress!)
    for segment in segments {
      unsafe list.append(ccapnp_segment(words: start, count: segment.count))
      unsafe start += segment.count * 8
    }
    var handle: OpaquePointer?
    var root = unsafe ccapnp_pointer_reader()
    var error = unsafe ccapnp_error()
    let opened = unsafe ccapnp_message_open(
      list, list.count, traversalWords, nesting, &handle, &root, &error)
    guard opened == CCAPNP_OK else {
      preconditionFailure(unsafe String(cString: error.message))
    }
    unsafe self.handle = unsafe handle!
    unsafe self.root = unsafe root
  }

  convenience init(_ words: UInt64...) { self.init([words]) }

  deinit {
    unsafe ccapnp_message_destroy(handle)
    unsafe words.deallocate()
  }
}

extension ccapnp_struct_reader {
  /// The pointer in a slot.
  func pointer(_ slot: Int) -> ccapnp_pointer_reader {
    unsafe precondition(slot < pointer_count)
    return unsafe ccapnp_pointer_reader(
      segment: segment, pointer: pointers + slot * 8, nesting: nesting)
  }
}

extension ccapnp_list_reader {
  /// The pointer at an index of a list of pointers.
  func pointer(_ index: Int) -> ccapnp_pointer_reader {
    unsafe precondition(index < count)
    let offset = unsafe (index * Int(step_bits) + Int(struct_data_bits)) / 8
    return unsafe ccapnp_pointer_reader(segment: segment, pointer: data + offset, nesting: nesting)
  }

  /// The struct at an index of a list of structs.
  func structure(_ index: Int) -> ccapnp_struct_reader {
    unsafe precondition(index < count)
    let start = unsafe data + index * Int(step_bits) / 8
    return unsafe ccapnp_struct_reader(
      segment: segment, data: start, pointers: start + Int(struct_data_bits) / 8,
      data_bits: struct_data_bits, pointer_count: struct_pointers, nesting: nesting - 1)
  }
}
