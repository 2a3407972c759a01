internal import CCapnProto

// Copying to where a pointer of a builder leads, and clearing it.

extension ArenaRef {
  @usableFromInline
  func setText(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?,
    _ bytes: UnsafeRawBufferPointer
  ) throws(CapnProtoError) {
    unsafe try call(segment, pointer) {
      unsafe ccapnp_pointer_set_text(&$0, bytes.baseAddress, bytes.count, &$1)
    }
  }

  @usableFromInline
  func setBytes(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?,
    _ bytes: UnsafeRawBufferPointer
  ) throws(CapnProtoError) {
    unsafe try call(segment, pointer) {
      unsafe ccapnp_pointer_set_data(&$0, bytes.baseAddress, bytes.count, &$1)
    }
  }

  @usableFromInline
  func setStruct(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?, _ value: StructParts
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try call(segment, pointer) { unsafe ccapnp_pointer_set_struct(&$0, &from, &$1) }
  }

  @usableFromInline
  func setList(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?, _ value: ListParts
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try call(segment, pointer) { unsafe ccapnp_pointer_set_list(&$0, &from, &$1) }
  }
}

extension BuilderArena {
  func setPointer(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?,
    _ value: PointerReader, canonical: Bool
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try ref.call(segment, pointer) {
      unsafe ccapnp_pointer_set(&$0, &from, canonical ? 1 : 0, &$1)
    }
  }

  func copyContent(
    to target: StructBuilderParts, from source: StructParts
  ) throws(CapnProtoError) {
    var to = unsafe target.shim(self)
    var from = unsafe source.shim
    try unsafe attempt { error in unsafe ccapnp_struct_copy_content(&to, &from, &error) }
  }

  @usableFromInline
  func clear(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?
  ) throws(CapnProtoError) {
    unsafe try ref.call(segment, pointer) { unsafe ccapnp_pointer_clear(&$0, &$1) }
  }

  @usableFromInline
  func disown(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?
  ) throws(CapnProtoError) -> OrphanHandle {
    var orphan: OpaquePointer?
    unsafe try ref.call(segment, pointer) { unsafe ccapnp_pointer_disown(&$0, &orphan, &$1) }
    return unsafe OrphanHandle(arena: self, taking: orphan.unsafelyUnwrapped)
  }

  @usableFromInline
  func adopt(
    _ segment: UnsafeMutableRawPointer?, _ pointer: UnsafeMutableRawPointer?,
    _ orphan: OrphanHandle
  ) throws(CapnProtoError) {
    guard orphan.arena === self else { throw .orphanOfAnotherMessage }
    unsafe try ref.call(segment, pointer) {
      guard let taken = unsafe orphan.take() else { return unsafe ccapnp_pointer_clear(&$0, &$1) }
      return unsafe ccapnp_pointer_adopt(&$0, taken, &$1)
    }
  }

  // MARK: The same for reading

  @inlinable @inline(__always)
  func reading(_ segment: UnsafeMutableRawPointer?) -> UnsafeRawPointer? {
    guard let segment = unsafe segment else { return nil }
    return unsafe UnsafeRawPointer(segment) + segmentShift
  }

  @inlinable @inline(__always)
  func reading(_ object: StructBuilderParts) -> StructParts {
    unsafe StructParts(
      segment: reading(object.segment), data: object.data, pointers: object.pointers,
      sizes: object.sizes)
  }

  @inlinable @inline(__always)
  func reading(_ list: ListBuilderParts) -> ListParts {
    unsafe ListParts(segment: reading(list.segment), data: list.data, sizes: list.sizes)
  }
}
