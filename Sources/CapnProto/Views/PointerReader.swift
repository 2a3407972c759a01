/// A pointer of a message, not yet followed.
///
/// It is what `AnyPointer.Reader` is.
@safe public struct PointerReader {
  @usableFromInline let arena: Arena
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let pointer: UnsafeRawPointer?
  @usableFromInline let nesting: Int32

  @inlinable @inline(__always)
  init(arena: Arena, segment: SegmentRef?, pointer: UnsafeRawPointer?, nesting: Int32) {
    self.arena = arena
    unsafe self.segment = segment
    unsafe self.pointer = pointer
    self.nesting = nesting
  }

  /// Whether the pointer leads nowhere.
  @inlinable public var isNull: Bool {
    defer { withExtendedLifetime(arena) {} }
    guard let pointer = unsafe pointer else { return true }
    return unsafe pointer.loadUnaligned(as: UInt64.self) == 0
  }

  /// Reads what the pointer leads to as a value of a type.
  @inlinable public func get<T: PointerType>(
    _ type: T.Type, default: DefaultPointer? = nil
  ) throws(CapnProtoError) -> T.Reader {
    try T._read(self, default: `default`)
  }

  @inlinable @inline(__always)
  func structure(default: DefaultPointer?) throws(CapnProtoError) -> StructReader {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.followStruct(
      pointer, nesting, `default`?.base)
    return unsafe StructReader(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func list(
    _ elementSize: ElementSize?, default: DefaultPointer?
  ) throws(CapnProtoError) -> RawListReader {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.followList(
      pointer, nesting, elementSize, `default`?.base)
    return unsafe RawListReader(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func text(default: DefaultPointer?) throws(CapnProtoError) -> Text.Reader {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.followText(
      pointer, nesting, `default`?.base)
    return unsafe Text.Reader(arena: arena, bytes: bytes)
  }

  @inlinable @inline(__always)
  func bytes(default: DefaultPointer?) throws(CapnProtoError) -> Bytes.Reader {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.followBytes(
      pointer, nesting, `default`?.base)
    return unsafe Bytes.Reader(arena: arena, bytes: bytes)
  }
}
