internal import CCapnProto

// Making and changing what a pointer of a builder leads to.

extension SegmentRef? {
  @inline(__always)
  func shim(
    _ pointer: UnsafeMutableRawPointer?
  ) throws(CapnProtoError) -> ccapnp_pointer_builder {
    guard let pointer = unsafe pointer, let control = unsafe self?.control else {
      throw .noSuchSlot
    }
    return unsafe ccapnp_pointer_builder(
      segment: control.pointee.builder, cap_table: control.pointee.capTable, pointer: pointer)
  }

  /// Calls into the shim with a pointer.
  ///
  /// After a failure the call is made again to hear why, which does no harm to any of these: what
  /// succeeds is spared an error struct.
  @inline(__always)
  func call(
    _ pointer: UnsafeMutableRawPointer?,
    _ body: (inout ccapnp_pointer_builder, UnsafeMutablePointer<ccapnp_error>?) -> Int32
  ) throws(CapnProtoError) {
    var from = unsafe try shim(pointer)
    if unsafe body(&from, nil) == CCAPNP_OK { return }
    try unsafe attempt { error in unsafe body(&from, &error) }
  }

  @usableFromInline
  func initStruct(
    _ pointer: UnsafeMutableRawPointer?,
    _ layout: StructLayout
  ) throws(CapnProtoError) -> StructBuilderParts {
    var to = unsafe ccapnp_struct_builder()
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_init_struct(&$0, layout.dataWords, layout.pointers, &to, $1)
    }
    return unsafe StructBuilderParts(to, from: self)
  }

  @usableFromInline
  func initList(
    _ pointer: UnsafeMutableRawPointer?,
    _ elementSize: ElementSize, _ layout: StructLayout?, _ count: Int
  ) throws(CapnProtoError) -> ListBuilderParts {
    let count = unsafe try checkedCount(count)
    var to = unsafe ccapnp_list_builder()
    unsafe try call(pointer) {
      if let layout {
        unsafe ccapnp_pointer_init_struct_list(
          &$0, count, layout.dataWords, layout.pointers, &to, $1)
      } else {
        unsafe ccapnp_pointer_init_list(&$0, Int32(elementSize.rawValue), count, &to, $1)
      }
    }
    return unsafe ListBuilderParts(to, from: self)
  }

  @usableFromInline
  func initText(
    _ pointer: UnsafeMutableRawPointer?, _ count: Int
  ) throws(CapnProtoError) -> UnsafeMutableRawBufferPointer {
    let count = unsafe try checkedCount(count)
    var to = unsafe ccapnp_mutable_blob()
    unsafe try call(pointer) { unsafe ccapnp_pointer_init_text(&$0, count, &to, $1) }
    return unsafe UnsafeMutableRawBufferPointer(start: to.data, count: to.size)
  }

  @usableFromInline
  func initBytes(
    _ pointer: UnsafeMutableRawPointer?, _ count: Int
  ) throws(CapnProtoError) -> UnsafeMutableRawBufferPointer {
    let count = unsafe try checkedCount(count)
    var to = unsafe ccapnp_mutable_blob()
    unsafe try call(pointer) { unsafe ccapnp_pointer_init_data(&$0, count, &to, $1) }
    return unsafe UnsafeMutableRawBufferPointer(start: to.data, count: to.size)
  }

  @usableFromInline
  func editStruct(
    _ pointer: UnsafeMutableRawPointer?,
    _ layout: StructLayout, _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> StructBuilderParts {
    var to = unsafe ccapnp_struct_builder()
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_edit_struct(
        &$0, layout.dataWords, layout.pointers, defaultWords, &to, $1)
    }
    return unsafe StructBuilderParts(to, from: self)
  }

  @usableFromInline
  func editList(
    _ pointer: UnsafeMutableRawPointer?,
    _ elementSize: ElementSize?, _ layout: StructLayout?, _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> ListBuilderParts {
    let wish = elementSize.map { Int32($0.rawValue) } ?? Int32(CCAPNP_ELEMENT_ANY)
    var to = unsafe ccapnp_list_builder()
    unsafe try call(pointer) {
      if let layout {
        unsafe ccapnp_pointer_edit_struct_list(
          &$0, layout.dataWords, layout.pointers, defaultWords, &to, $1)
      } else {
        unsafe ccapnp_pointer_edit_list(&$0, wish, defaultWords, &to, $1)
      }
    }
    return unsafe ListBuilderParts(to, from: self)
  }

  @usableFromInline
  func editText(
    _ pointer: UnsafeMutableRawPointer?,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeMutableRawBufferPointer {
    var to = unsafe ccapnp_mutable_blob()
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_edit_text(&$0, defaultWords, &to, $1)
    }
    return unsafe UnsafeMutableRawBufferPointer(start: to.data, count: to.size)
  }

  @usableFromInline
  func editBytes(
    _ pointer: UnsafeMutableRawPointer?,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeMutableRawBufferPointer {
    var to = unsafe ccapnp_mutable_blob()
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_edit_data(&$0, defaultWords, &to, $1)
    }
    return unsafe UnsafeMutableRawBufferPointer(start: to.data, count: to.size)
  }

  private func checkedCount(_ count: Int) throws(CapnProtoError) -> Int {
    guard count >= 0 else { throw .negativeCount(count) }
    return count
  }
}
