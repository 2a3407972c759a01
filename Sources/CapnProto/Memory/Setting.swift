internal import CCapnProto

// Copying to where a pointer of a builder leads, and clearing it.

extension SegmentRef? {
  @usableFromInline
  func setText(
    _ pointer: UnsafeMutableRawPointer?,
    _ bytes: UnsafeRawBufferPointer
  ) throws(CapnProtoError) {
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_set_text(&$0, bytes.baseAddress, bytes.count, $1)
    }
  }

  @usableFromInline
  func setBytes(
    _ pointer: UnsafeMutableRawPointer?,
    _ bytes: UnsafeRawBufferPointer
  ) throws(CapnProtoError) {
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_set_data(&$0, bytes.baseAddress, bytes.count, $1)
    }
  }

  @usableFromInline
  func setStruct(
    _ pointer: UnsafeMutableRawPointer?, _ value: StructParts
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try call(pointer) { unsafe ccapnp_pointer_set_struct(&$0, &from, $1) }
  }

  @usableFromInline
  func setList(
    _ pointer: UnsafeMutableRawPointer?, _ value: ListParts
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try call(pointer) { unsafe ccapnp_pointer_set_list(&$0, &from, $1) }
  }

  func setPointer(
    _ pointer: UnsafeMutableRawPointer?,
    _ value: PointerReader, canonical: Bool
  ) throws(CapnProtoError) {
    var from = unsafe value.shim
    unsafe try call(pointer) {
      unsafe ccapnp_pointer_set(&$0, &from, canonical ? 1 : 0, $1)
    }
  }

  func copyContent(
    to target: StructBuilderParts, from source: StructParts
  ) throws(CapnProtoError) {
    var to = unsafe target.shim
    var from = unsafe source.shim
    try unsafe attempt { error in unsafe ccapnp_struct_copy_content(&to, &from, &error) }
  }

  @usableFromInline
  func clear(
    _ pointer: UnsafeMutableRawPointer?
  ) throws(CapnProtoError) {
    unsafe try call(pointer) { unsafe ccapnp_pointer_clear(&$0, $1) }
  }
}

extension BuilderArena {
  @usableFromInline
  func disown(
    _ segment: SegmentRef?, _ pointer: UnsafeMutableRawPointer?
  ) throws(CapnProtoError) -> OrphanHandle {
    var orphan: OpaquePointer?
    unsafe try segment.call(pointer) { unsafe ccapnp_pointer_disown(&$0, &orphan, $1) }
    return unsafe OrphanHandle(arena: self, taking: orphan.unsafelyUnwrapped)
  }

  @usableFromInline
  func adopt(
    _ segment: SegmentRef?, _ pointer: UnsafeMutableRawPointer?, _ orphan: OrphanHandle
  ) throws(CapnProtoError) {
    guard orphan.arena === self else { throw .orphanOfAnotherMessage }
    guard let taken = unsafe orphan.take() else { return unsafe try segment.clear(pointer) }
    // Not by `call`: an orphan can be given away only once.
    var from = unsafe try segment.shim(pointer)
    try unsafe attempt { error in unsafe ccapnp_pointer_adopt(&from, taken, &error) }
  }
}

// MARK: The same for reading

extension StructBuilderParts {
  @inlinable @inline(__always)
  var asReader: StructParts {
    unsafe StructParts(segment: segment, data: data, pointers: pointers, sizes: sizes)
  }
}

extension ListBuilderParts {
  @inlinable @inline(__always)
  var asReader: ListParts { unsafe ListParts(segment: segment, data: data, sizes: sizes) }
}
