internal import CCapnProto

/// An object of a builder that no pointer leads to; the untyped inside of an `Orphan`.
@safe public final class OrphanHandle {
  let arena: BuilderArena
  private var raw: OpaquePointer?

  init(arena: BuilderArena, taking raw: OpaquePointer) {
    self.arena = arena
    unsafe self.raw = raw
  }

  deinit { unsafe ccapnp_orphan_destroy(raw) }

  /// Gives the object away; nil when that was done before.
  func take() -> OpaquePointer? {
    defer { unsafe raw = nil }
    return unsafe raw
  }

  private func call(
    _ body: (OpaquePointer, inout ccapnp_error) -> Int32
  ) throws(CapnProtoError) {
    defer { withExtendedLifetime(self) {} }
    guard let raw = unsafe raw else { throw .adoptedOrphan }
    try unsafe attempt { error in unsafe body(raw, &error) }
  }
}

extension OrphanHandle {
  @usableFromInline
  func editStruct(_ layout: StructLayout) throws(CapnProtoError) -> StructBuilder {
    var to = unsafe ccapnp_struct_builder()
    try unsafe call {
      unsafe ccapnp_orphan_edit_struct($0, layout.dataWords, layout.pointers, &to, &$1)
    }
    return unsafe StructBuilder(
      arena: arena, parts: StructBuilderParts(to, from: arena.rootSegment))
  }

  @usableFromInline
  func editList(
    _ elementSize: ElementSize?, _ layout: StructLayout?
  ) throws(CapnProtoError) -> RawListBuilder {
    let wish = elementSize.map { Int32($0.rawValue) } ?? Int32(CCAPNP_ELEMENT_ANY)
    var to = unsafe ccapnp_list_builder()
    try unsafe call {
      if let layout {
        unsafe ccapnp_orphan_edit_struct_list($0, layout.dataWords, layout.pointers, &to, &$1)
      } else {
        unsafe ccapnp_orphan_edit_list($0, wish, &to, &$1)
      }
    }
    return unsafe RawListBuilder(arena: arena, parts: ListBuilderParts(to, from: arena.rootSegment))
  }

  @usableFromInline
  func editText() throws(CapnProtoError) -> Text.Builder {
    var to = unsafe ccapnp_mutable_blob()
    try unsafe call { unsafe ccapnp_orphan_edit_text($0, &to, &$1) }
    return unsafe Text.Builder(
      arena: arena, bytes: UnsafeMutableRawBufferPointer(start: to.data, count: to.size))
  }

  @usableFromInline
  func editBytes() throws(CapnProtoError) -> Bytes.Builder {
    var to = unsafe ccapnp_mutable_blob()
    try unsafe call { unsafe ccapnp_orphan_edit_data($0, &to, &$1) }
    return unsafe Bytes.Builder(
      arena: arena, bytes: UnsafeMutableRawBufferPointer(start: to.data, count: to.size))
  }
}
