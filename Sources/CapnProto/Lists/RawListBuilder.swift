/// A list that is being built, whose elements have no type yet.
///
/// It is what `AnyList.Builder` is.
@safe public struct RawListBuilder {
  @usableFromInline let arena: BuilderArena
  @usableFromInline let parts: ListBuilderParts

  @inlinable @inline(__always)
  init(arena: BuilderArena, parts: ListBuilderParts) {
    self.arena = arena
    unsafe self.parts = parts
  }

  /// The number of elements.
  @inlinable public var count: Int { unsafe parts.sizes.count }

  /// How the elements are laid out.
  @inlinable public var elementSize: ElementSize {
    unsafe ElementSize(rawValue: parts.sizes.elementSize) ?? .composite
  }

  /// The same list for reading, as it stands now.
  @inlinable public var asReader: RawListReader {
    unsafe RawListReader(arena: arena, parts: parts.asReader)
  }

  /// Traps when an index is not in the list, as an array does.
  @inlinable @inline(__always)
  func check(_ index: Int) {
    unsafe precondition(
      UInt(bitPattern: index) < UInt(bitPattern: parts.sizes.count), "index out of range")
  }

  @inlinable @inline(__always)
  func pointer(_ index: Int) -> PointerBuilder {
    unsafe PointerBuilder(arena: arena, segment: parts.segment, pointer: parts.pointer(index))
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructBuilder {
    unsafe StructBuilder(arena: arena, parts: parts.structure(index))
  }
}

/// A typed view of a list that is being built.
public protocol ListBuilderView {
  /// The list without a type.
  var _raw: RawListBuilder { get }

  /// Gives a type to a list whose elements were found to fit it.
  init(_raw: borrowing RawListBuilder)
}

extension ListBuilderView {
  /// The number of elements.
  @inlinable public var count: Int { _raw.count }

  /// The indices of the elements.
  @inlinable public var indices: Range<Int> { 0..<_raw.count }
}
