internal import CCapnProto

extension MessageBuilder {
  private func make(
    _ body: (OpaquePointer, inout OpaquePointer?, inout ccapnp_error) -> Int32
  ) throws(CapnProtoError) -> OrphanHandle {
    defer { withExtendedLifetime(self) {} }
    var orphan: OpaquePointer?
    let handle = unsafe try arena.prepared()
    try unsafe attempt { error in unsafe body(handle, &orphan, &error) }
    return unsafe OrphanHandle(arena: arena, taking: orphan.unsafelyUnwrapped)
  }

  private func checkedCount(_ count: Int) throws(CapnProtoError) -> Int {
    guard count >= 0 else { throw .negativeCount(count) }
    return count
  }

  @usableFromInline
  func makeStructOrphan(_ layout: StructLayout) throws(CapnProtoError) -> OrphanHandle {
    try unsafe make {
      unsafe ccapnp_orphan_create_struct($0, layout.dataWords, layout.pointers, &$1, &$2)
    }
  }

  @usableFromInline
  func makeListOrphan(
    _ elementSize: ElementSize, _ layout: StructLayout?, count: Int
  ) throws(CapnProtoError) -> OrphanHandle {
    let count = try checkedCount(count)
    return try unsafe make {
      if let layout {
        unsafe ccapnp_orphan_create_struct_list(
          $0, count, layout.dataWords, layout.pointers, &$1, &$2)
      } else {
        unsafe ccapnp_orphan_create_list($0, Int32(elementSize.rawValue), count, &$1, &$2)
      }
    }
  }

  @usableFromInline
  func makeTextOrphan(_ count: Int) throws(CapnProtoError) -> OrphanHandle {
    let count = try checkedCount(count)
    return try unsafe make { unsafe ccapnp_orphan_create_text($0, count, &$1, &$2) }
  }

  @usableFromInline
  func makeBytesOrphan(_ count: Int) throws(CapnProtoError) -> OrphanHandle {
    let count = try checkedCount(count)
    return try unsafe make { unsafe ccapnp_orphan_create_data($0, count, &$1, &$2) }
  }

  /// Copies a value into an orphan of this message, as deep as it goes.
  public func makeOrphan<T: PointerType>(
    _ type: T.Type, copying value: PointerReader
  ) throws(CapnProtoError) -> Orphan<T> {
    var from = unsafe value.shim
    defer { withExtendedLifetime(value.arena) {} }
    return Orphan(try unsafe make { unsafe ccapnp_orphan_copy($0, &from, &$1, &$2) })
  }

  /// Joins lists to one orphan list, with copies of all elements in order.
  public func makeOrphan<Element: ListElement>(
    joining lists: [List<Element>.Reader]
  ) throws(CapnProtoError) -> Orphan<List<Element>> {
    if lists.isEmpty { return try makeOrphan(List<Element>.self, count: 0) }
    let layout = Element._elementLayout ?? StructLayout(dataWords: 0, pointers: 0)
    let views = unsafe lists.map { unsafe $0._raw.parts.shim }
    defer { withExtendedLifetime(lists) {} }
    return Orphan(
      try unsafe make {
        unsafe ccapnp_orphan_concat(
          $0, Int32(Element._elementSize.rawValue), layout.dataWords, layout.pointers, views,
          views.count, &$1, &$2)
      })
  }
}
