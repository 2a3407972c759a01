/// A list of a message whose elements have no type yet. It is what `AnyList.Reader` is.
@safe public struct RawListReader {
  @usableFromInline let arena: Arena
  @usableFromInline let parts: ListParts

  @inlinable @inline(__always)
  init(arena: Arena, parts: ListParts) {
    self.arena = arena
    unsafe self.parts = parts
  }

  /// The number of elements.
  @inlinable public var count: Int { unsafe parts.sizes.count }

  /// How the elements are laid out in this message.
  @inlinable public var elementSize: ElementSize {
    unsafe ElementSize(rawValue: parts.sizes.elementSize) ?? .composite
  }

  /// Traps when an index is not in the list, as an array does.
  @inlinable @inline(__always)
  func check(_ index: Int) {
    unsafe precondition(UInt(bitPattern: index) < UInt(bitPattern: parts.sizes.count), "index out of range")
  }

  @inlinable @inline(__always)
  func pointer(_ index: Int) -> PointerReader {
    unsafe PointerReader(
      arena: arena, segment: parts.segment, pointer: parts.slot(index),
      nesting: Int32(parts.sizes.nesting))
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructReader {
    unsafe StructReader(arena: arena, parts: parts.structure(index))
  }
}

/// A typed view of a list, for reading.
public protocol ListReaderView {
  /// The list without a type.
  var _raw: RawListReader { get }

  /// Gives a type to a list whose elements were found to fit it.
  init(_raw: RawListReader)
}
