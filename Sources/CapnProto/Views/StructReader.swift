/// A struct of a message, read in place and without names.
///
/// This is what generated readers are made of, and what `AnyStruct.Reader` is. A scalar costs a
/// bounds check and a load. A field beyond the end of the struct, as in a message by an older
/// program, reads as its default.
@safe public struct StructReader {
  @usableFromInline let arena: Arena
  @usableFromInline let parts: StructParts

  @inlinable @inline(__always)
  init(arena: Arena, parts: StructParts) {
    self.arena = arena
    unsafe self.parts = parts
  }

  /// The scalar at an index, which counts in units of the scalar's own size.
  ///
  /// `mask` is the bits of the field's default: the wire holds the exclusive or of the two.
  @inlinable @inline(__always)
  public func scalar<T: Scalar>(at index: Int, mask: T.Bits = 0) -> T {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.scalar(at: index, mask: mask)
  }

  /// The bit at an index.
  @inlinable @inline(__always)
  public func bool(at index: Int, mask: Bool = false) -> Bool {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.bool(at: index, mask: mask)
  }

  /// The enumerant at an index, which counts in units of two bytes.
  @inlinable @inline(__always)
  public func enumeration<T: EnumType>(at index: Int, mask: UInt16 = 0) -> T {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.scalar(at: index, mask: mask)
  }

  /// Whether the pointer in a slot is there and leads to something.
  @inlinable @inline(__always)
  public func has(at slot: Int) -> Bool {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.has(slot)
  }

  /// The pointer in a slot; null when the struct has no such slot.
  @inlinable @inline(__always)
  public func pointer(at slot: Int) -> PointerReader {
    unsafe PointerReader(
      arena: arena, segment: parts.segment, pointer: parts.slot(slot),
      nesting: Int32(parts.sizes.nesting))
  }

  /// What the pointer in a slot leads to.
  @inlinable @inline(__always)
  public func get<T: PointerType>(
    _ type: T.Type, at slot: Int, default: DefaultPointer? = nil
  ) throws(CapnProtoError) -> T.Reader {
    try T._read(self, at: slot, default: `default`)
  }

  /// The size of the data section in this message, in bits.
  ///
  /// It is less than a word when the struct was written as the element of a list of scalars.
  @inlinable public var dataBitCount: Int { unsafe Int(parts.sizes.dataBits) }

  /// The number of pointers that the struct has in this message.
  @inlinable public var pointerCount: Int { unsafe Int(parts.sizes.pointerCount) }
}

// In each of these the parts are taken before the arena is, so that no reference is held over a call.
extension StructReader {
  @inlinable @inline(__always)
  func structure(
    at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> StructReader {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.followStruct(
      parts.slot(slot), Int32(parts.sizes.nesting), `default`?.base)
    return unsafe StructReader(arena: arena, parts: found)
  }

  @inlinable @inline(__always)
  func list(
    _ elementSize: ElementSize?, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> RawListReader {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.followList(
      parts.slot(slot), Int32(parts.sizes.nesting), elementSize, `default`?.base)
    return unsafe RawListReader(arena: arena, parts: found)
  }

  @inlinable @inline(__always)
  func text(at slot: Int, default: DefaultPointer?) throws(CapnProtoError) -> Text.Reader {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.followText(
      parts.slot(slot), Int32(parts.sizes.nesting), `default`?.base)
    return unsafe Text.Reader(arena: arena, bytes: found)
  }

  @inlinable @inline(__always)
  func bytes(at slot: Int, default: DefaultPointer?) throws(CapnProtoError) -> Bytes.Reader {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.followBytes(
      parts.slot(slot), Int32(parts.sizes.nesting), `default`?.base)
    return unsafe Bytes.Reader(arena: arena, bytes: found)
  }
}
